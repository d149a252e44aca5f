"""The Word document under every template here: letterhead, page number, and the pieces a template is made of."""

from __future__ import annotations

import io
import zipfile
from typing import Literal
from xml.sax.saxutils import escape

from docs.templates import parts as parts_of_all
from docs.templates.parts import BLUE, HEAD, WIDTH, W

_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
Letterhead = Literal["whole", "name", "none"]
_LABEL = 2300
_BREAK, _TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"

# A4, with its header and footer by their ids in `_RELATED`.
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418" w:bottom="1247" w:left="1418" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'
)
# What the document refers to, in the order of their ids.
_RELATED = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
}
_KINDS = {
    "word/document.xml": f"{_WML}.document.main+xml",
    "word/styles.xml": f"{_WML}.styles+xml",
    "word/numbering.xml": f"{_WML}.numbering+xml",
    "word/settings.xml": f"{_WML}.settings+xml",
    "word/fontTable.xml": f"{_WML}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/header1.xml": f"{_WML}.header+xml",
    "word/footer1.xml": f"{_WML}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


# Paragraphs and tables ---------------------------------------------------------------------------------


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    """A run of text or tags."""
    marks = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "")
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, style: str | None = None, *, bold: bool = False) -> str:
    """A paragraph in a style."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{run(text, bold=bold)}</w:p>"


def clause(*ids: str) -> str:
    """Clauses, each in its place."""
    return "".join(paragraph(f"{{{{p klausul.{clause_id} }}}}") for clause_id in ids)


def section(title: str, *clauses: str) -> str:
    """A heading with its clauses."""
    return paragraph(title, "Heading1") + clause(*clauses)


def kept_section(title: str, *clauses: str) -> str:
    """A heading with its clauses, which stand on the page of what follows them: a table, or the signatures."""
    kept = "".join(paragraph(f"{{{{p klausul.{clause_id} }}}}", "HoldSammen") for clause_id in clauses)
    return paragraph(title, "Heading1") + kept


def row(label: str, *lines: str) -> str:
    """A row of the table of facts: what, and the lines of what is agreed, each perhaps `(tag, text)`."""
    cells = [
        paragraph(label, "Tabeltekst", bold=True),
        "".join(paragraph(line, "Tabeltekst") for line in lines),
    ]
    return (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(map(_cell, cells, (_LABEL, WIDTH - _LABEL)))
        + "</w:tr>"
    )


def optional(path: str, text: str) -> tuple[str, str, str]:
    """A line that stands only when a fact is known."""
    return (f"{{%p if {path} is not none %}}", text, "{%p endif %}")


def last_day(path: str) -> str:
    """The last day of a plan that is terminated, or that it has none: one that ends before its start never begins."""
    before = f"plan.ikrafttraeden is not none and {path} is not none and {path} < plan.ikrafttraeden"
    return f"{{% if {before} %}}Ingen: planen træder aldrig i kraft{{% else %}}{{{{ {path} | dato }}}}{{% endif %}}"


def row_if(test: str, *rows: str) -> str:
    """Rows that stand only when a test holds."""
    return tag_row(f"{{%tr if {test} %}}") + "".join(rows) + tag_row("{%tr endif %}")


def tag_row(tag: str) -> str:
    """A row that holds a tag and nothing else."""
    cells = _cell(paragraph(tag, "Tabeltekst"), _LABEL) + _cell(paragraph("", "Tabeltekst"), WIDTH - _LABEL)
    return f"<w:tr>{cells}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def table(header: tuple[str, str], *rows: str) -> str:
    """The table of agreed facts, with a header row."""
    cells = "".join(
        _cell(paragraph(text, "Tabelhoved", bold=True), width)
        for text, width in zip(header, (_LABEL, WIDTH - _LABEL), strict=True)
    )
    return (
        "<w:tbl><w:tblPr>"
        '<w:tblStyle w:val="Aftaletabel"/>'
        f'<w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{header[1]}"/>'
        "</w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{_LABEL}"/><w:gridCol w:w="{WIDTH - _LABEL}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>{''.join(rows)}</w:tbl>"
    )


def signature(who: str, name: str, printed: str = "", *anchors: str) -> str:
    """One party's signature: who, a ruled line for date and one for signature, and the printed name if known.

    It is one paragraph, with line breaks: LibreOffice does not always keep a paragraph with the next one, but it never
    splits one that is to be kept whole. The line is high enough to write on by a space in a style of its own.

    Args:
        who: For whom.
        name: The party, as a tag.
        printed: Path of the printed name; none where the party is a person.
        anchors: Where a signing service finds the signature, below the line; made by `anchor`.
    """
    lines = (
        f"{_BREAK}{run('Dato: ')}{_TAB}{run(' ', style='Underskriftsplads')}{run(' Underskrift: ')}{_TAB}",
        *anchors,
        _line_if(f"{printed} is not none", printed) if printed else "",
    )
    look = '<w:pPr><w:pStyle w:val="Underskriftsside"/></w:pPr>'
    return f"<w:p>{look}{run(f'{who}: {name}', bold=True)}{''.join(lines)}</w:p>"


def signatures(printed: str = "plan.underskrivere") -> str:
    """The signatures of a plan's parties, in the order of signing; `printed` is the path of the printed names."""
    return home_signatures(printed) + practice_signatures(printed)


def home_signatures(printed: str) -> str:
    """A signature for each party on the home's side."""
    organisation, home = "{{ plan.botilbud.organisation.navn }}", "{{ plan.botilbud.navn }}"
    own = (f"{printed}.botilbud", anchor("botilbud"))
    return cases(
        (
            "plan.aftalepart is none",
            signature("For botilbuddets side", "{{ plan.botilbudssiden }}", *own),
        ),
        ('plan.aftalepart == "ORGANISATION"', signature("For organisationen", organisation, *own)),
        ('plan.aftalepart == "BOTILBUD"', signature("For botilbuddet", home, *own)),
        (
            "",
            signature("For organisationen", organisation, f"{printed}.organisation", anchor("organisation"))
            + signature("For botilbuddet", home, *own),
        ),
    )


def practice_signatures(printed: str) -> str:
    """A signature for the practice; one for each doctor where the practice has no name of its own."""
    practice = "plan.praksis"
    each_doctor = (
        paragraph(f"{{%p for laege in {practice}.laeger %}}")
        + cases(
            (
                "loop.length == 1",
                signature("For lægen", "{{ laege }}", f"{printed}.praksis", anchor("praksis")),
            ),
            ("", signature("For lægen", "{{ laege }}", "", anchor("praksis"))),
        )
        + paragraph("{%p endfor %}")
    )
    named = signature(
        "For lægen", f"{{{{ {practice}.betegnelse }}}}", f"{printed}.praksis", anchor("praksis")
    )
    return cases((f"{practice}.navn is none and {practice}.laeger != ()", each_doctor), ("", named))


def cases(*branches: tuple[str, str]) -> str:
    """Paragraphs of which those stand whose test is the first that holds; the last has no test."""
    (first, content), *others = branches
    made = paragraph(f"{{%p if {first} %}}") + content
    for test, each in others:
        made += paragraph(f"{{%p elif {test} %}}" if test else "{%p else %}") + each
    return made + paragraph("{%p endif %}")


def anchor(role: str) -> str:
    """The text by which a signing service finds where a role signs, on a line of its own where the pack sets it."""
    path = f"pakke.underskrift_{role}"
    return _line_if(f"{path} is not none", path, style="Underskriftsanker")


def _line_if(test: str, path: str, *, style: str = "") -> str:
    """A fact on a line of its own in a paragraph, which stands only when a test holds."""
    return f"{run(f'{{% if {test} %}}')}{_BREAK}{run(f'{{{{ {path} }}}}', style=style)}{run('{% endif %}')}"


# The document ------------------------------------------------------------------------------------------


def header(right: str, letterhead: Letterhead) -> str:
    """The letterhead: the pack's name, and in the pack's own letters its contact and address where it has them."""
    if letterhead == "none":
        return f"{HEAD}<w:hdr {W} {_R}>{paragraph(right, 'Header')}</w:hdr>"

    def line(text: str) -> str:
        return paragraph(text, "Header")

    first = (
        '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:rPr><w:b/>'
        f'<w:color w:val="{BLUE}"/></w:rPr><w:t xml:space="preserve">{{{{ pakke.navn }}}}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{run(right)}</w:p>"
    )
    rest: tuple[str, ...] = ()
    if letterhead == "whole":
        rest = (
            *optional("pakke.kontakt", "{{ pakke.kontakt }}"),
            *optional("pakke.adresse", "{{ pakke.adresse }}"),
        )
    return f"{HEAD}<w:hdr {W} {_R}>{first}{''.join(map(line, rest))}</w:hdr>"


def footer() -> str:
    """The page number: Side X af Y."""

    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{HEAD}<w:ftr {W} {_R}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:tab/></w:r>'
        f"{run('Side ')}{field('PAGE')}{run(' af ')}{field('NUMPAGES')}</w:p></w:ftr>"
    )


def build(body: str, title: str, *, letterhead: Letterhead = "whole") -> bytes:
    """Assemble a docx of the common look.

    Args:
        body: The paragraphs and tables.
        title: What the document is, for the letterhead and the properties.
        letterhead: `whole` for what the pack's owner sends, `name` for what the parties agree, `none` for a party's letter.
    """
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": _properties(title),
        "word/document.xml": f"{HEAD}<w:document {W} {_R}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{kind}", target) for kind, target in _RELATED.items())
        ),
        "word/styles.xml": parts_of_all.styles(),
        "word/numbering.xml": parts_of_all.numbering(),
        "word/settings.xml": parts_of_all.settings(),
        "word/fontTable.xml": parts_of_all.font_table(),
        "word/theme/theme1.xml": parts_of_all.theme(),
        "word/header1.xml": header(title, letterhead),
        "word/footer1.xml": footer(),
    }
    return _zipped(parts)


def _content_types() -> str:
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _KINDS.items())
        + "</Types>"
    )


def _properties(title: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>'
    )


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, xml)
    return out.getvalue()


def _relationships(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
