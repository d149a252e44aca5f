"""Templates with one thing in them that is to be looked for, and what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.settling import _leftovers, _unsettled
from botilbudlaege.rendering.word import _places
from tests.rendering.word.docx_builder import NS, p, parts, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.errors import Finding

MORE = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def made_of(body: str, *, header: str = "", footer: str = "", **others: str) -> dict[str, bytes]:
    """Give the parts of a file, with more prefixes; `styles` and `settings` are what stands in those parts."""
    made = parts(body, header=header, footer=footer)
    for name, content in others.items():
        made[f"word/{name}.xml"] = f"<w:{name} {NS}>{content}</w:{name}>".encode()
    return {name: xml.replace(NS.encode(), f"{NS} {MORE}".encode(), 1) for name, xml in made.items()}


def told_of(made: dict[str, bytes]) -> list[Finding]:
    """List what is told of a file."""
    where = _places.Places(made)
    return [*_unsettled.faults(made, where=where, draft=True), *_leftovers.leftovers(made, where=where)]


def kinds_of(made: dict[str, bytes]) -> set[tuple[str, str]]:
    """Give the severities and codes of what is told."""
    return {(finding.severity, finding.code) for finding in told_of(made)}


def a_field(code: str, shown: str = "Vist") -> str:
    """Give a field of marks, its code in one run for each piece between bars."""
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in code.split("|")
    )
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{pieces}{separate}{run(shown)}{end}"


def a_simple_field(code: str) -> str:
    """Write a field that holds its code in one element."""
    return f'<w:fldSimple w:instr="{code}">{run("Vist")}</w:fldSimple>'


def a_box(content: str) -> str:
    """Write a text box as older programs do."""
    return f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"


def alternatives_of(first: str, second: str | None) -> str:
    """Write two texts of which a program shows one."""
    fallback = "" if second is None else f"<mc:Fallback>{second}</mc:Fallback>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{first}</mc:Choice>{fallback}</mc:AlternateContent>'
    )


def a_cell(content: str) -> str:
    """Write a table of one cell."""
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>'


PLACES: dict[str, Callable[[str], dict[str, bytes]]] = {
    "teksten": made_of,
    "tabellen": lambda content: made_of(a_cell(content) + p("Til sidst")),
    "tekstfeltet": lambda content: made_of(a_box(content)),
    "elementet": lambda content: made_of(f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"),
    "sidehovedet": lambda content: made_of(p("Tekst"), header=content),
    "sidefoden": lambda content: made_of(p("Tekst"), footer=content),
    "feltet i sidefoden": lambda content: made_of(p("Tekst"), footer=a_box(content)),
}
LISTED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
BRACKETS = {
    "[Dato]": p("[Dato]"),
    "[Dato] i dele": p("Den [Da", run("to", "<w:b/>"), "] i år"),
    "[indsæt navn og adresse]": p("Mellem [indsæt navn og adresse] og lægen"),
    "«Navn»": p("Kære «Navn»"),
    "« Navn » i dele": p("Kære «", run("Na", "<w:i/>"), "vn»"),
    "beside a tag": p("{{ navn }} [titel]"),
    "MERGEFIELD": f"<w:p>{a_field(' MERGEFIELD Navn ')}</w:p>",
    "MERGEFIELD i dele": f"<w:p>{a_field(' MERGE|FIELD Navn ')}</w:p>",
    "MERGEFIELD i ét": f"<w:p>{a_simple_field('MERGEFIELD Navn')}</w:p>",
    "ADDRESSBLOCK": f"<w:p>{a_simple_field('ADDRESSBLOCK')}</w:p>",
}
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
ITEM = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{run("Punkt")}</w:p>'
MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
