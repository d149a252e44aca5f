"""Documents of all kinds, in every way of making them, for the witnesses to look at."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import attrs
from PIL import Image

from botilbudlaege import Document, domain, load, render
from botilbudlaege.data import document_of
from tests.builders import EXAMPLES
from tests.rendering.engine.test_cases import CASES

PACKS = ("faelles", "midtjylland")
FOREIGN = ("fiktiv", "fuld")
"""Packs that are not this project's: the one that shows how to write one, and one that has all that a pack can have."""
FOREIGN_KINDS = ("samarbejdsplan", "opsigelse")
NO_FORM = ("blank allonge", "form")
"""An amendment of nothing cannot be a form: its text depends on what it changes."""
FIKTIV = EXAMPLES / "region_fiktiv" / "botilbudlaege_fiktiv" / "fiktiv"
FULL = {
    "pakke.toml": """id = "fuld"
navn = "Region Fuld & Rund"
version = "1"
bygger_paa = "faelles"
adresse = "Vej 1, 8000 By"
kontakt = "Kontoret, kontor@fuld.example"
logo = "logo.png"
logo_tekst = "Region Fuld & Runds logo"

[underskrift]
botilbud = "{{sig:botilbud}}"
praksis = "{{sig:praksis}}"

[klausuler.raadgivning]
begrundelse = "Lister af alle slags."

[klausuler.opsigelse]
begrundelse = "En liste i en løkke."
""",
    "klausuler/raadgivning.md": """**Fed**, *kursiv* og ***begge*** om {{ plan.botilbud.navn }}:

- punkt
  - under punktet
    1. et tal under det
    2. og et til
- sidste punkt

1. tal
2. tal
""",
    "klausuler/opsigelse.md": (CASES / "list-in-loop.md").read_text(encoding="utf-8"),
}
WAYS = {
    "final": {"draft": False, "living": False},
    "draft": {"draft": True, "living": False},
    "living": {"draft": False, "living": True},
    "form": {"draft": True, "living": True},
}
"""The ways of making a document: of what is known, or of what is not; and without its facts, or with them."""


@attrs.frozen
class Made:
    """A document, and what it is.

    Args:
        name: What it was made of.
        kind: The kind of document.
        way: One of `WAYS`.
        pack: The pack.
        document: The document.
    """

    name: str
    kind: str
    way: str
    pack: str
    document: Document = attrs.field(repr=False, eq=False)

    def __str__(self) -> str:
        """Name it in a line."""
        return f"{self.name}, {self.way}, {self.pack}"


@functools.cache
def documents() -> tuple[Made, ...]:
    """Make every example and every blank, in each way and pack in which it can be made; plans and terminations by foreign packs too."""
    subjects = [(path.stem, str(document_of(path)), load(path)) for path in sorted(EXAMPLES.glob("*.toml"))]
    blanks = [(f"blank {kind}", str(kind), cls()) for kind, cls in domain.SUBJEKTER.items()]
    found: list[Made] = []
    with tempfile.TemporaryDirectory() as folder:
        foreign = {"fiktiv": FIKTIV, "fuld": write_full(Path(folder) / "fuld")}
        for name, kind, subject in (*subjects, *blanks):
            sources: dict[str, Path | None] = dict.fromkeys(PACKS)
            if kind in FOREIGN_KINDS and (name, kind, subject) in subjects:
                sources |= foreign
            for way in ("draft", "form") if _is_open(name) else ("final", "living"):
                if (name, way) != NO_FORM:
                    found += (
                        Made(name, kind, way, pack, render(subject, kind, pack=source or pack, **WAYS[way]))
                        for pack, source in sources.items()
                    )
    return tuple(found)


def write_full(folder: Path) -> Path:
    """Write the pack that has all."""
    for name, text in FULL.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    Image.new("RGB", (120, 40), "navy").save(folder / "logo.png")
    return folder


def _is_open(name: str) -> bool:
    return name.startswith("blank") or "ufuldstaendig" in name
