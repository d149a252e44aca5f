"""Make the pictures of the guide: `python -m docs --pictures` (needs LibreOffice and poppler-utils).

Each shows two pieces of a Word template beside each other: one as it should be, and one that `packs.check` finds a
fault in. A test holds both against `check`.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import attrs

from docs.templates.base import build, clause, paragraph, row, row_if, table

FOLDER = Path(__file__).parents[1] / "pictures"
_PROFILE = "file:///tmp/lo_billeder"
_FILTER = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
_COLUMN = 4900  # in twentieths of a point, as all widths here
_EDGE = 150
_DPI = 130
_WIDTHS = {
    "9070": 4600,
    "2300": 2200,
    "6770": 2400,
}  # of the tables of templates: in Word, and in a column here
_MARGIN = 12  # in points of the picture
_PAPER = 250  # what is darker is no empty paper
_GREEN, _RED, _GREY, _WHITE = "1B5E20", "9B1C1C", "595959", "FFFFFF"


@attrs.frozen(kw_only=True)
class Picture:
    """A picture: what to do, and what not.

    Args:
        right: A piece of a Word template, as it should be.
        right_label: What is right in it.
        wrong: The same with a fault.
        wrong_label: What goes wrong.
        code: The code of the finding that `check` gives for it.
    """

    right: str
    right_label: str
    wrong: str
    wrong_label: str
    code: str


def _paragraphs(*texts: str) -> str:
    return "".join(map(paragraph, texts))


def _ruled() -> str:
    """A line for date and signature, by tabs with a leader."""
    stops = "".join(f'<w:tab w:val="left" w:leader="underscore" w:pos="{at}"/>' for at in (1600, 4300))
    pieces = ("Dato: ", "", "  Underskrift: ", "")
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else "<w:r><w:tab/></w:r>"
        for text in pieces
    )
    return f"<w:p><w:pPr><w:tabs>{stops}</w:tabs></w:pPr>{runs}</w:p>"


_CVR = "plan.botilbud.cvr"
_KNOWN = f"{_CVR} is not none"
_BEGGE = "plan.aftalepart == {}BEGGE{}"
_HEADER = ("Forhold", "Det aftalte")
_LIST = ("samtaler om sundhed", "undervisning af personalet")

PICTURES = {
    "klausul": Picture(
        right=paragraph("Opsigelse", "Heading1") + clause("opsigelse"),
        right_label="Klausulen har et afsnit for sig selv.",
        wrong=paragraph("Opsigelse", "Heading1") + paragraph("Om opsigelse: {{p klausul.opsigelse }}"),
        wrong_label="Der står tekst ved siden af.",
        code="clause-beside-text",
    ),
    "afsnit": Picture(
        right=_paragraphs(f"{{%p if {_KNOWN} %}}", f"CVR-nummer: {{{{ {_CVR} }}}}", "{%p endif %}"),
        right_label="Hver {%p … %} har et afsnit for sig selv.",
        wrong=paragraph(f"{{%p if {_KNOWN} %}}CVR-nummer: {{{{ {_CVR} }}}}{{%p endif %}}"),
        wrong_label="Teksten ved siden af {%p … %} ville gå tabt. I en sætning skrives {% … %} uden p.",
        code="beside-paragraph-tag",
    ),
    "raekke": Picture(
        right=table(_HEADER, row_if(_KNOWN, row("CVR", f"{{{{ {_CVR} }}}}"))),
        right_label="Hver {%tr … %} har en række for sig selv; rækken forsvinder.",
        wrong=table(_HEADER, row("CVR", f"{{%tr if {_KNOWN} %}}{{{{ {_CVR} }}}}{{%tr endif %}}")),
        wrong_label="{%tr … %} står i den række, der skal bruges.",
        code="beside-row-tag",
    ),
    "anfoerselstegn": Picture(
        right=_paragraphs(f"{{%p if {_BEGGE.format(*'””')} %}}", "Begge er part.", "{%p endif %}"),
        right_label='Både " og ” kan læses.',
        wrong=_paragraphs(f"{{%p if {_BEGGE.format(*'»«')} %}}", "Begge er part.", "{%p endif %}"),
        wrong_label="» og « kan ikke læses i en mærkning.",
        code="quotes",
    ),
    "overskrift": Picture(
        right=paragraph("Opsigelse", "Heading1") + clause("opsigelse"),
        right_label="Typografien er Overskrift 1.",
        wrong=paragraph("Opsigelse", bold=True) + clause("opsigelse"),
        wrong_label="Typografien er Normal, og teksten er blot gjort fed.",
        code="no-headings",
    ),
    "liste": Picture(
        right="".join(paragraph(text, "ListBullet") for text in _LIST),
        right_label="Punktopstilling: Word sætter tegnet.",
        wrong=_paragraphs(*(f"- {text}" for text in _LIST)),
        wrong_label="Bindestregen er skrevet i teksten.",
        code="typed-list",
    ),
    "underskrift": Picture(
        right=_ruled(),
        right_label="Tabulator (→) med understreget fyldtegn: linjen passer altid.",
        wrong=paragraph("Dato: __________ Underskrift: _______________________"),
        wrong_label="Understregninger er skrevet i teksten; linjen brydes.",
        code="typed-line",
    ),
}


# The page ----------------------------------------------------------------------------------------------


def docx(picture: Picture) -> bytes:
    """Lay a picture out as a Word document of one table, with paragraph marks and tabs shown."""
    rows = (
        _row(
            _text("Sådan", _WHITE, bold=True), _text("Ikke sådan", _WHITE, bold=True), shades=(_GREEN, _RED)
        ),
        _row(_marked(picture.right), _marked(picture.wrong)),
        _row(_text(picture.right_label, _GREEN, bold=True), _text(picture.wrong_label, _RED, bold=True)),
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_GREY}"/>'
        for side in ("top", "left", "bottom", "right", "insideV")
    )
    columns = f'<w:gridCol w:w="{_COLUMN}"/>' * 2
    frame = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * _COLUMN}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )
    return _on_own_page(build(f"{frame}{''.join(rows)}</w:tbl>{_text('', _GREY)}", "Billede"))


def _row(left: str, right: str, shades: tuple[str, str] = ("", "")) -> str:
    cells = ""
    for content, color in zip((left, right), shades, strict=True):
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>' if color else ""
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{_COLUMN}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'
    return f"<w:tr>{cells}</w:tr>"


def _text(text: str, color: str, *, bold: bool = False) -> str:
    return (
        '<w:p><w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr>'
        + _run(text, color, bold=bold)
        + "</w:p>"
    )


def _run(text: str, color: str, *, bold: bool = False) -> str:
    look = f'{"<w:b/>" if bold else ""}<w:color w:val="{color}"/>'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _marked(piece: str) -> str:
    """Show the ends of paragraphs and the tabs, as Word does with the button ¶, and make tables fit."""
    if "<w:tbl>" not in piece:
        piece = piece.replace("</w:p>", _run("¶", _GREY) + "</w:p>")
    piece = piece.replace("<w:r><w:tab/></w:r>", _run("→", _GREY) + "<w:r><w:tab/></w:r>")
    piece = re.sub(r'w:w="(\d+)"', lambda width: f'w:w="{_WIDTHS[width[1]]}"', piece)
    space = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
    return f"{space}{piece}{space}"


def _on_own_page(content: bytes) -> bytes:
    """Take letterhead and page number away, and make the page as wide as the table."""
    page = (
        f'<w:sectPr><w:pgSz w:w="{2 * _COLUMN + 2 * _EDGE}" w:h="9000"/><w:pgMar w:top="{_EDGE}" w:right="{_EDGE}"'
        f' w:bottom="{_EDGE}" w:left="{_EDGE}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            xml = before.read(name).decode()
            after.writestr(name, re.sub(r"<w:sectPr>.*</w:sectPr>", page, xml))
    return out.getvalue()


# Programs ----------------------------------------------------------------------------------------------


def make(folder: Path, names: list[str]) -> None:
    """Write the pictures of these names, each as wide as the page and no higher than what is on it."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for name in names:
            (work / f"{name}.docx").write_bytes(docx(PICTURES[name]))
        _to_pdf(work, names)
        for name in names:
            _to_png(work / f"{name}.pdf", folder / name)


def _to_pdf(work: Path, names: list[str]) -> None:
    export = f"pdf:writer_pdf_Export:{json.dumps(_FILTER)}"
    options = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    command = ["soffice", f"-env:UserInstallation={_PROFILE}", *options, "--infilter=MS Word 2007 XML"]
    command += [
        "--convert-to",
        export,
        "--outdir",
        str(work),
        *(str(work / f"{name}.docx") for name in names),
    ]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TMPDIR": str(work)}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=300)  # noqa: S603 - our own


def _to_png(pdf: Path, target: Path) -> None:
    """Draw the first page down to its last row that is not white."""
    draw = ["pdftoppm", "-r", str(_DPI), "-f", "1", "-l", "1"]
    grey = subprocess.run([*draw, "-gray", pdf], check=True, capture_output=True).stdout  # noqa: S603 - our own
    _, size, _, pixels = grey.split(b"\n", 3)
    width, height = map(int, size.split())
    last = max(row for row in range(height) if min(pixels[row * width : (row + 1) * width]) < _PAPER)
    crop = ["-x", "0", "-y", "0", "-W", str(width), "-H", str(min(height, last + _MARGIN))]
    subprocess.run([*draw, *crop, "-png", "-singlefile", pdf, target], check=True)  # noqa: S603 - our own
