"""The words of a document as HTML: headings, lists and tables, for those who do not see the pictures of its pages."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from botilbudlaege.rendering.pdf._preview import marked
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._styles import Styles, val
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_DEEPEST = 6
_AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml")


def html(docx: bytes, *, level: int) -> str:
    """Give a document's words, its headings from a level on; what is to be filled in is marked."""
    parts = _package.read(docx)
    styles = Styles(parts)
    around = [
        paragraph_text(paragraph)
        for name in _places.filled(parts)
        if name != _package.DOCUMENT and _package.parse(parts[name]).tag == f"{W}hdr"
        for paragraph in _package.parse(parts[name]).iter(f"{W}p")
    ]
    body = _package.parse(parts[_package.DOCUMENT]).find(f"{W}body")
    head = "".join(f'<p class="hoved">{_words(text)}</p>' for text in around if text.strip())
    return marked(head + "".join(_blocks(body, styles, level)))


def _blocks(parent: etree._Element | None, styles: Styles, level: int) -> Iterator[str]:
    items: list[str] = []
    for element in _elements(parent):
        if element.tag == f"{W}p" and _is_item(element, styles):
            items.append(f"<li>{_words(paragraph_text(element))}</li>")
            continue
        if items:
            yield f"<ul>{''.join(items)}</ul>"
            items = []
        if element.tag == f"{W}tbl":
            yield _table(element)
        else:
            yield _paragraph(element, styles, level)
    if items:
        yield f"<ul>{''.join(items)}</ul>"


def _elements(parent: etree._Element | None) -> Iterator[etree._Element]:
    for element in () if parent is None else parent:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag in _AROUND:
            yield from _elements(element)


def _is_item(paragraph: etree._Element, styles: Styles) -> bool:
    if styles.heading_level(paragraph) or not paragraph_text(paragraph).strip():
        return False
    return styles.first(paragraph, "numPr") is not None


def _paragraph(paragraph: etree._Element, styles: Styles, level: int) -> str:
    text = paragraph_text(paragraph)
    if not text.strip():
        return ""
    deep = styles.heading_level(paragraph)
    if styles.is_title(paragraph):
        return f'<p class="titel">{_words(text)}</p>'
    if deep:
        tag = f"h{min(level + deep - 1, _DEEPEST)}"
        return f"<{tag}>{_words(text)}</{tag}>"
    return f"<p>{_words(text)}</p>"


def _table(table: etree._Element) -> str:
    caption = val(table.find(f"{W}tblPr/{W}tblCaption"))
    told = f"<caption>{escape(caption)}</caption>" if caption else ""
    rows = "".join(_row(row) for row in table.iter(f"{W}tr"))
    return f"<table>{told}{rows}</table>"


def _row(row: etree._Element) -> str:
    is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
    cells = []
    for number, cell in enumerate(row.iter(f"{W}tc")):
        words = "<br>".join(
            _words(text) for each in cell.iter(f"{W}p") if (text := paragraph_text(each)).strip()
        )
        span = val(cell.find(f"{W}tcPr/{W}gridSpan"))
        wide = f' colspan="{escape(span)}"' if span else ""
        scope = "col" if is_head else "row" if number == 0 else ""
        tag = "th" if scope and words else "td"
        said = f' scope="{scope}"' if tag == "th" else ""
        cells.append(f"<{tag}{said}{wide}>{words}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _words(text: str) -> str:
    return escape(" ".join(text.replace("\t", " … ").split()))
