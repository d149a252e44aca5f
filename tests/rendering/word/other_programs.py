"""What other programs write: the pieces that Word, ONLYOFFICE, Zotero and others put into a document."""

from __future__ import annotations

from tests.rendering.word.docx_builder import run

_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_SIGNS = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
_MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_FONT = '<w:rFonts w:ascii="Segoe UI Emoji" w:hAnsi="Segoe UI Emoji"/>'


def emoji(sign: str = "😊", older: str = "") -> str:
    """A run with an emoji as Word writes it; `older` is what it shows in other programs, where that is another."""
    return (
        f'<w:r><w:rPr><mc:AlternateContent {_MC}><mc:Choice {_SIGNS} Requires="w16se"/>'
        f"<mc:Fallback>{_FONT}</mc:Fallback></mc:AlternateContent></w:rPr>"
        f'<mc:AlternateContent {_MC}><mc:Choice {_SIGNS} Requires="w16se">{bare(sign)}</mc:Choice>'
        f"<mc:Fallback><w:t>{older or sign}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def bare(sign: str) -> str:
    """The element that an emoji is to Word."""
    return f'<w16se:symEx {_SIGNS} w16se:font="Segoe UI Emoji" w16se:char="{ord(sign):X}"/>'


def control(*blocks: str) -> str:
    """A control around blocks."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{"".join(blocks)}</w:sdtContent></w:sdt>'
    )


def cell(*blocks: str) -> str:
    """A table of one cell."""
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}<w:tr><w:tc><w:tcPr/>{''.join(blocks)}</w:tc></w:tr></w:tbl>"


def box(*blocks: str) -> str:
    """A run with a text box, as Word writes it for itself and for older programs."""
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent {_MC}><mc:Choice xmlns:wps="{_SHAPE}" Requires="wps"><w:drawing><wp:inline>'
        f'<wp:extent cx="1800000" cy="720000"/><wp:docPr id="7" name="Tekstfelt 7"/><a:graphic><a:graphicData uri="{_SHAPE}">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
        '<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        f"{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def equation(*texts: str) -> str:
    """An equation of these pieces."""
    pieces = "".join(f"<m:r><m:t>{text}</m:t></m:r>" for text in texts)
    return f"<w:p><m:oMath {_MATHS}>{pieces}</m:oMath></w:p>"


def citation(*code: str, shown: str = "(1)") -> str:
    """A field that shows a citation, its code in as many pieces as are given."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in code)
    return f"<w:p>{marks[0]}{pieces}{marks[1]}{run(shown)}{marks[2]}</w:p>"


ZOTERO = (
    'ADDIN ZOTERO_ITEM CSL_CITATION {"citationID":"a","properties":{"plainCitation":"(1)"},'
    '"citationItems":[{"id":1,"itemData":{"id":1,"issued":{"year":2019}}}]}'
)
