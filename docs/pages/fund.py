"""Write the list of all findings, with cause and cure.

The list is printed from the catalogues, `_findings.py` in each room; what is filled in when a finding is told is shown as `…`.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

from botilbudlaege._catalogue import GAP, Entry

FILE = Path(__file__).parents[1] / "reference" / "fund.md"
_PACKAGE = Path(__file__).parents[2] / "botilbudlaege"
AREAS = {
    "Oplysninger og filer": ("_findings", "data", "data.tables", "domain", "historik"),
    "Regler": ("rules",),
    "PDF, serier og kommandolinje": ("batch", "cli", "journal", "rendering.pdf"),
    "Levende dokumenter, der læses": ("packs.reading", "rendering.living"),
    "Pakker, skabeloner og dokumenter": ("packs", "rendering"),
}
"""Where each room's findings are listed: in the first area that has the beginning of its name."""

_ARTER = {"error": "fejl", "warning": "advarsel", "remark": "bemærkning"}
_GAPS = {
    "forslag": "Skriv det, der foreslås: »Mente du …?«, eller en af de muligheder, der nævnes.",
    "ret": "Ret det til noget, som feltet kan have.",
    "udfyld": "Udfyld det, eller lav en kladde.",
}
"""What is shown of the gaps that are sentences."""

_HEAD = """# Fund og fejl

<!-- Skrevet af docs/pages/fund.py. Ret ikke her: kør python -m docs. -->

Alt, hvad biblioteket finder, har samme form: en *kode*, en meddelelse, hvad du gør ved det, og stedet. Koden er fast og til programmer (`finding.code`, `--json`); meddelelsen er til mennesker. `…` er det, der udfyldes,
når meddelelsen gives. En **fejl** standser, en **advarsel** og en **bemærkning** gør ikke.

De klasser, som fejl rejses med, og deres felter står i [API'et](api.md#findings-and-errors).
"""


def catalogues() -> dict[str, tuple[Entry, ...]]:
    """Give the entries of each catalogue, by the name of its module within the package."""
    paths = sorted(path.relative_to(_PACKAGE).with_suffix("") for path in _PACKAGE.rglob("_findings.py"))
    names = [".".join(path.parts) for path in paths]
    found = {name: vars(importlib.import_module(f"botilbudlaege.{name}")).values() for name in names}
    return {name: tuple(each for each in values if isinstance(each, Entry)) for name, values in found.items()}


def page() -> str:
    """Write the page."""
    found: dict[str, list[Entry]] = {area: [] for area in AREAS}
    for name, entries in catalogues().items():
        found[next(area for area, rooms in AREAS.items() if name.startswith(rooms))] += entries
    return "\n".join([_HEAD, *(_section(area, entries) for area, entries in found.items())])


def _section(area: str, entries: list[Entry]) -> str:
    lines = [f"## {area}\n\n| kode | art | årsag | hvad du gør |\n|---|---|---|---|"]
    for code in sorted({entry.code for entry in entries}):
        alike = [entry for entry in entries if entry.code == code]
        arter = ", ".join(_ARTER[each] for each in _ARTER if any(entry.severity == each for entry in alike))
        causes = [entry.meaning for entry in alike if entry.meaning] or [entry.message for entry in alike]
        cures = [entry.remedy for entry in alike]
        lines.append(f"| `{code}` | {arter} | {_cell(causes)} | {_cell(cures)} |")
    return "\n".join([*lines, ""])


def _cell(sentences: list[str]) -> str:
    """Give sentences, each once, with … for what is filled in, and the marks of templates as code."""
    shown = (GAP.sub(lambda gap: _GAPS.get(gap[1], "…"), sentence) for sentence in sentences)
    text = "\n".join(dict.fromkeys(shown)).replace("|", r"\|").replace("*", r"\*").replace("<", "&lt;")
    return re.sub(r"(\{\{.*?\}\}|\{%.*?%\})", r"`\1`", text).replace("\n", "<br>")
