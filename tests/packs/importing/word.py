"""A pen for Word files as people make them: runs split anywhere, controls, fields, boxes, tracked changes, comments."""

from __future__ import annotations

import functools
import io
import re
import struct
import zlib
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from lxml import etree

# ruff: noqa: SLF001 - python-docx hides the XML that this is about

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)

_TABLES = ("Normal Table", "Table Grid")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@functools.cache
def _empty() -> bytes:
    """Give Word's own empty document without the 98 looks of tables that nobody chose.

    They are nine tenths of it, and made each document here three times as dear to write and to open.
    """
    document, out = docx.Document(), io.BytesIO()
    _take_away(document.styles.element)
    for relation in document.part.rels.values():
        part = relation.target_part
        if part.partname == "/word/stylesWithEffects.xml":
            copied = etree.fromstring(part.blob)
            _take_away(copied)
            part._blob = etree.tostring(copied, xml_declaration=True, encoding="UTF-8", standalone=True)
    document.save(out)
    return out.getvalue()


def _take_away(styles: Any) -> None:
    for style in styles.findall(f'{_W}style[@{_W}type="table"]'):
        if style.find(f"{_W}name").get(f"{_W}val") not in _TABLES:
            styles.remove(style)


class Pen:
    """A document being written.

    Args:
        language: The language that its words are set to.
        whole: Whether it has all looks of tables that Word's empty document has.
    """

    def __init__(self, language: str = "da-DK", *, whole: bool = False) -> None:
        """Begin with Word's own empty document."""
        self.doc: Document = docx.Document(None if whole else io.BytesIO(_empty()))
        for lang in self.doc.styles.element.iter(f"{_W}lang"):
            for key in list(lang.attrib):
                lang.set(key, language)
        self._ids = 100

    def p(self, text: str = "", style: str | None = None, into: Any = None) -> Paragraph:
        """Write a paragraph; see `add` for what the text may hold."""
        paragraph: Paragraph = (into or self.doc).add_paragraph(style=style)
        self.add(paragraph, text)
        return paragraph

    def h(self, text: str, level: int = 1) -> Paragraph:
        """Write a heading."""
        return self.p(text, f"Heading {level}" if level else "Title")

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Write runs: `|` begins a new one, `**` bold, `==` a highlight, `⟦…⟧` raw XML."""
        bold = marked = False
        for piece in re.split(r"(\*\*|==|\||⟦.*?⟧)", text, flags=re.DOTALL):
            if piece == "**":
                bold = not bold
            elif piece == "==":
                marked = not marked
            elif piece.startswith("⟦"):
                for element in parse_xml(f"<w:p {_NS}>{piece[1:-1]}</w:p>"):
                    paragraph._element.append(element)
            elif piece and piece != "|":
                self._run(paragraph, piece, bold=bold, marked=marked)

    def _run(self, paragraph: Paragraph, text: str, *, bold: bool, marked: bool) -> None:
        run = paragraph.add_run(text)
        run.bold = bold or None
        if marked:
            run._element.get_or_add_rPr().append(parse_xml(f'<w:highlight {nsdecls("w")} w:val="yellow"/>'))

    def table(self, rows: list[list[str]], style: str = "Table Grid", into: Any = None) -> Any:
        """Write a table; a cell's lines are paragraphs."""
        if into is None:
            table = self.doc.add_table(rows=0, cols=len(rows[0]))
        else:
            table = into.add_table(rows=0, cols=len(rows[0]))
        table.style = self.doc.styles[style]
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                self._fill(cell, text)
        return table

    def _fill(self, cell: _Cell, text: str) -> None:
        first, *others = text.split("\n")
        self.add(cell.paragraphs[0], first)
        for line in others:
            self.add(cell.add_paragraph(), line)

    def logo(self, paragraph: Paragraph, alt: str = "Regionens logo") -> None:
        """Put a picture into a paragraph."""
        paragraph.add_run().add_picture(io.BytesIO(_png()), width=Cm(2))
        for element in paragraph._element.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        ):
            element.set("descr", alt)

    def header(self, text: str, *, logo: bool = True) -> Paragraph:
        """Write the header."""
        paragraph: Paragraph = self.doc.sections[0].header.paragraphs[0]
        if logo:
            self.logo(paragraph)
        self.add(paragraph, text)
        return paragraph

    def footer(self, text: str) -> Paragraph:
        """Write the footer, with the page's number."""
        paragraph: Paragraph = self.doc.sections[0].footer.paragraphs[0]
        self.add(paragraph, text + f"⟦{field('PAGE', '1')}⟧")
        return paragraph

    def control_around(self, paragraph: Paragraph, name: str, *, bound: bool = False) -> None:
        """Put a content control around a paragraph."""
        binding = (
            '<w:dataBinding w:xpath="/x" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>'
            if bound
            else ""
        )
        box = parse_xml(
            f'<w:sdt {_NS}><w:sdtPr><w:alias w:val="{escape(name)}"/>{binding}<w:text/></w:sdtPr><w:sdtContent/></w:sdt>'
        )
        paragraph._element.addprevious(box)
        box[1].append(paragraph._element)

    def comment(self, paragraph: Paragraph, text: str) -> None:
        """Put a comment on a paragraph."""
        self.doc.add_comment(paragraph.runs, text=text, author="A")

    def box(self, paragraph: Paragraph, *lines: str) -> None:
        """Put a text box into a paragraph, as Word does: with a copy for older programs."""
        inner = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines
        )
        self._ids += 1
        xml = f"""<w:r {_NS}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>
<wp:extent cx="2500000" cy="900000"/><wp:docPr id="{self._ids}" name="Tekstfelt" descr="Adressefelt"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2500000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:190pt;height:70pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
        paragraph._element.append(parse_xml(xml))

    def bytes(self) -> bytes:
        """Give the file."""
        out = io.BytesIO()
        self.doc.save(out)
        return out.getvalue()


def field(code: str, shown: str) -> str:
    """Give a field of Word's as XML."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def red(text: str) -> str:
    """Give words in red, as some mark what is to be filled in."""
    return f'⟦<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>⟧'


def merge(name: str) -> str:
    """Give a merge field, to stand in a text."""
    return f"⟦{field(f'MERGEFIELD {name}', f'«{name}»')}⟧"


def control(
    name: str, shown: str, *, kind: str = "text", prompt: bool = True, items: tuple[str, ...] = ()
) -> str:
    """Give a content control, to stand in a text."""
    listed = "".join(f'<w:listItem w:displayText="{escape(i)}" w:value="{escape(i)}"/>' for i in items)
    holds = f"<w:{kind}>{listed}</w:{kind}>" if items else f"<w:{kind}/>"
    alias = f'<w:alias w:val="{escape(name)}"/>' if name else ""
    state = "<w:showingPlcHdr/>" if prompt else ""
    return (
        f'⟦<w:sdt><w:sdtPr>{alias}{state}{holds}</w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">{escape(shown)}'
        "</w:t></w:r></w:sdtContent></w:sdt>⟧"
    )


def tick(name: str = "") -> str:
    """Give Word's own tick box, to stand in a text."""
    alias = f'<w:alias w:val="{escape(name)}"/>' if name else ""
    return (
        f'⟦<w:sdt><w:sdtPr>{alias}<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>'
        '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>'
        "<w:t>☐</w:t></w:r></w:sdtContent></w:sdt>⟧"
    )


def form_text(name: str, help_text: str = "") -> str:
    """Give a form field of old Word's, to stand in a text."""
    told = f'<w:statusText w:type="text" w:val="{escape(help_text)}"/>' if help_text else ""
    return (
        f'⟦<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/>{told}<w:textInput/></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t xml:space="preserve">     </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>⟧'
    )


def inserted(text: str) -> str:
    """Give a tracked insertion, to stand in a text."""
    return f'⟦<w:ins w:id="901" w:author="A" w:date="2025-01-01T00:00:00Z"><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:ins>⟧'


def deleted(text: str) -> str:
    """Give a tracked deletion, to stand in a text."""
    return f'⟦<w:del w:id="902" w:author="A" w:date="2025-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>⟧'


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x20\x60\xa0" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
