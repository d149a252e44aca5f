"""Templates for the benchmarks, made with the pieces of `docs.templates`."""

from __future__ import annotations

from docs.generated import FAELLES
from docs.templates import base as made


def rows_template() -> bytes:
    """A contract of some 20 pages: forty sections of prose with fields, and five tables with a row loop."""
    loop = made.tag_row("{%tr for r in raekker %}"), made.tag_row("{%tr endfor %}")
    body = made.paragraph(
        "Kontrakt mellem {{ plan.botilbud.navn }} og {{ plan.praksis.betegnelse }}", "Title"
    )
    prose = " ".join(
        path.read_text(encoding="utf-8").replace("\n", " ")
        for path in sorted(FAELLES.glob("klausuler/*.md"))
        if "{" not in path.read_text(encoding="utf-8")
    )
    for number in range(1, 41):
        body += made.paragraph(f"Afsnit {number}", "Heading1") + made.paragraph(prose)
        body += made.paragraph("Lægen skal rådgive personalet {{ plan.timer_pr_maaned | timer }} pr. måned.")
        if number % 8 == 0:
            row = made.row("{{ r.navn }}", "{{ r.tal }} enheder")
            body += made.table(("Navn", "Antal"), loop[0], row, loop[1])
    return made.build(body, "Kontrakt")


def mailmerge_template() -> bytes:
    """A page with three merge fields."""

    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" MERGEFIELD {name} "><w:r><w:t>«{name}»</w:t></w:r></w:fldSimple>'

    lines = "".join(f"<w:p>{field(name)}</w:p>" for name in ("botilbud", "praksis", "timer"))
    return made.build(lines, "Plan")
