"""Templates for the benchmarks, made with the pieces of `docs/skabeloner.py`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType


def _script() -> ModuleType:
    path = Path(__file__).parent.parent.parent / "docs" / "skabeloner.py"
    spec: Any = importlib.util.spec_from_file_location("skabeloner", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows_template() -> bytes:
    """A contract of some 20 pages: forty sections of prose with fields, and five tables with a row loop."""
    made = _script()
    loop = made._tag_row("{%tr for r in raekker %}"), made._tag_row("{%tr endfor %}")  # noqa: SLF001
    body = made.paragraph(
        "Kontrakt mellem {{ plan.botilbud.navn }} og {{ plan.praksis.betegnelse }}", "Title"
    )
    prose = " ".join(
        path.read_text(encoding="utf-8").replace("\n", " ")
        for path in sorted(made.FAELLES.glob("klausuler/*.md"))
        if "{" not in path.read_text(encoding="utf-8")
    )
    for number in range(1, 41):
        body += made.paragraph(f"Afsnit {number}", "Heading1") + made.paragraph(prose)
        body += made.paragraph("Lægen skal rådgive personalet {{ plan.timer_pr_maaned | timer }} pr. måned.")
        if number % 8 == 0:
            row = made.row("{{ r.navn }}", "{{ r.tal }} enheder")
            body += made.table(("Navn", "Antal"), loop[0], row, loop[1])
    return bytes(made.build(body, "Kontrakt"))


def mailmerge_template() -> bytes:
    """A page with three merge fields."""
    made = _script()

    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" MERGEFIELD {name} "><w:r><w:t>«{name}»</w:t></w:r></w:fldSimple>'

    lines = "".join(f"<w:p>{field(name)}</w:p>" for name in ("botilbud", "praksis", "timer"))
    return bytes(made.build(lines, "Plan"))
