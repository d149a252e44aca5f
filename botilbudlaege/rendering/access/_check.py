"""The check of whether everyone can read what a template makes, and whether its layout keeps when it becomes a PDF.

What EN 301 549 asks of a document, and what LibreOffice makes of Word's. Nothing here stops a render.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.access import _findings
from botilbudlaege.rendering.access._contrast import contrast_faults
from botilbudlaege.rendering.access._part import Part
from botilbudlaege.rendering.access._typography import typography_faults
from botilbudlaege.rendering.drawn import _shapes
from botilbudlaege.rendering.sight._cells import table_look, table_of
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._styles import Styles, is_on, number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.access._part import Fault
    from botilbudlaege.rendering.word._places import Where

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_INLINE_TAGS = r"\s*(?:\{%[^%]*%\}\s*)*"
_DATES = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår"
_TYPED_LIST = re.compile(rf"{_INLINE_TAGS}(?:[-•*–]|\d{{1,2}}[.)](?!\s*(?:{_DATES})\b)|[a-zæøå]\))\s")
_ABSOLUTE = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_SAYS_NOTHING = (
    "her",
    "klik her",
    "tryk her",
    "se her",
    "læs mere",
    "læs mere her",
    "se mere",
    "link",
    "linket",
)
_BUILT_IN = f"{W}sdtPr/{W}docPartObj"  # a page number or list of contents that Word put there
_PASSED = (f"{W}rPr", f"{W}lastRenderedPageBreak")
_WRAPS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml")


def faults(parts: Mapping[str, bytes], *, where: Where) -> Iterator[Finding]:
    """List what keeps a template from being read by everyone, and what LibreOffice or a screen reader would get wrong.

    Args:
        parts: The parts of an opened package.
        where: Gives the place of a paragraph.

    Raises:
        DocumentError: A part is not well-formed.
    """
    names = [name for name in _places.filled(parts) if name in parts]
    order = {name: count for count, name in enumerate(names)}
    said = set()
    for fault in sorted(_faults(parts, names), key=lambda fault: (order.get(fault.part, -1), fault.number)):
        again = fault.told.code, fault.once
        if not fault.once or again not in said:
            said.add(again)
            yield fault.finding(where)


def _faults(parts: Mapping[str, bytes], names: list[str]) -> Iterator[Fault]:
    styles = Styles(parts)
    filled = [Part(name, _root(parts[name])) for name in names]
    yield from typography_faults(filled, styles, parts)
    for part in filled:
        if part.name == _package.DOCUMENT:
            yield from _body_faults(part, styles)
        yield from _text_faults(part, styles)
        yield from _picture_faults(part)
        yield from _floating_faults(part, styles)
        yield from _link_faults(part)
        yield from contrast_faults(part, styles)
        for control in part.root.iter(f"{W}sdt"):
            if not val(control.find(f"{W}sdtPr/{W}alias")).strip() and control.find(_BUILT_IN) is None:
                yield part.fault(control, _findings.CONTROL_ALIAS())


def _root(content: bytes) -> etree._Element:
    """Read a part; one from which nothing is to be taken out is read once for all looks."""
    return _package.parse(content) if b"Fallback" in content else _package.read_only(content)


# The body ----------------------------------------------------------------------------------------------


def _body_faults(part: Part, styles: Styles) -> Iterator[Fault]:
    yield from _title_faults(part, styles)
    yield from _heading_faults(part, styles)
    for table in part.root.iter(f"{W}tbl"):
        yield from _table_faults(part, table)
    for container in part.root.iter(f"{W}body", f"{W}tc"):
        for paragraph in _spacers(part, container):
            if not styles.heading_level(paragraph):
                yield part.fault(paragraph, _findings.EMPTY_PARAGRAPH())


def _title_faults(part: Part, styles: Styles) -> Iterator[Fault]:
    titles = [
        p for p, text in part.texts.items() if text.strip() and styles.is_title(p) and not part.vanishes(p)
    ]
    if not titles:
        yield part.fault(None, _findings.NO_TITLE())
    elif len(titles) > 1:
        yield part.fault(titles[1], _findings.TITLES(antal=len(titles)))


def _heading_faults(part: Part, styles: Styles) -> Iterator[Fault]:
    levels = {p: styles.heading_level(p) for p in part.texts if not part.vanishes(p)}
    headings = [p for p, level in levels.items() if level]
    if not headings:
        yield part.fault(None, _findings.NO_HEADINGS())
    before = 0
    for heading in headings:
        level = levels[heading]
        if not part.texts[heading].strip():
            yield part.fault(heading, _findings.HEADING_EMPTY())
            continue
        if level > before + 1:
            told = _findings.FIRST_HEADING(niveau=level)
            if before:
                told = _findings.HEADING_SKIPS(niveau=level, forrige=before, rette=before + 1)
            yield part.fault(heading, told)
        before = level


def _table_faults(part: Part, table: etree._Element) -> Iterator[Fault]:
    if table_of(table) is not None:
        yield part.fault(next(table.iter(f"{W}p"), table), _findings.NESTED_TABLE())
        return
    rows = part.rows(table)
    if rows and not (is_on(rows[0].find(f"{W}trPr/{W}tblHeader")) and table_look(table, "firstRow")):
        yield part.fault(rows[0], _findings.TABLE_HEADER())
    merged = next((cell for row in rows for cell in row.iter(f"{W}tc") if _is_merged(cell, table)), None)
    if merged is not None:
        yield part.fault(merged, _findings.MERGED_CELLS())


def _is_merged(cell: etree._Element, table: etree._Element) -> bool:
    properties = cell.find(f"{W}tcPr")
    if properties is None or table_of(cell) is not table:
        return False
    marks = (properties.find(f"{W}{name}") for name in ("vMerge", "hMerge"))
    return number(val(properties.find(f"{W}gridSpan"))) > 1 or any(mark is not None for mark in marks)


def _spacers(part: Part, container: etree._Element) -> Iterator[etree._Element]:
    """List the empty paragraphs that Word could do without.

    It needs one in each cell, even where a tag takes away all others; one after a table that ends a cell or the
    document; and one between two tables.
    """
    blocks = list(_lasting(part, container))
    always = [block for block, depth in blocks if depth == 0]
    tables = [block.tag == f"{W}tbl" for block, _ in blocks]
    for at, (block, _) in enumerate(blocks):
        if tables[at] or part.texts[block].strip() or not _is_empty(block):
            continue
        held_apart = at > 0 and tables[at - 1] and (at + 1 == len(blocks) or tables[at + 1])
        if always != [block] and not held_apart:
            yield block


def _lasting(part: Part, container: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """Give the paragraphs and tables that tags leave, and in how many tags each stands."""
    depth = 0
    for block in _blocks(container):
        text = part.texts.get(block, "")
        if not part.vanishes(block):
            yield block, depth
        elif re.match(r"\s*\{%p\s+(?:if|for)\b", text):
            depth += 1
        elif re.match(r"\s*\{%p\s+end", text):
            depth -= 1


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    for element in container:
        if element.tag in _WRAPS:
            yield from _blocks(element)
        elif element.tag in (f"{W}p", f"{W}tbl"):
            yield element


def _is_empty(paragraph: etree._Element) -> bool:
    if any(paragraph.find(f"{W}pPr/{W}{name}") is not None for name in ("sectPr", "pageBreakBefore")):
        return False
    if next(paragraph.iter(f"{W}fldSimple", f"{_M}oMath"), None) is not None:
        return False
    pieces = (piece for run in paragraph.iter(f"{W}r") for piece in run if piece.tag not in _PASSED)
    return not any(piece.tag != f"{W}t" or (piece.text or "").strip() for piece in pieces)


# Any part ----------------------------------------------------------------------------------------------


def _text_faults(part: Part, styles: Styles) -> Iterator[Fault]:
    for paragraph, text in part.texts.items():
        if _TYPED_LIST.match(text) and styles.list_of(paragraph) is None:
            yield part.fault(paragraph, _findings.TYPED_LIST())


def _picture_faults(part: Part) -> Iterator[Fault]:
    for picture in part.root.iter(f"{_WP}docPr"):
        drawn = picture.getparent()
        is_box = drawn is not None and next(drawn.iter(f"{W}txbxContent"), None) is not None
        if not is_box and not picture.get("descr", "").strip():
            yield part.fault(picture, _findings.ALT_TEXT())
    for image in part.root.iter(f"{_VML}imagedata"):
        shape = image.getparent()
        if shape is not None and not shape.get("alt", "").strip():
            yield part.fault(image, _findings.ALT_TEXT())


def _floating_faults(part: Part, styles: Styles) -> Iterator[Fault]:
    """List what stands outside the lines, each text box or picture once, and each paragraph of a frame."""
    for box in part.root.iter(f"{_WP}anchor", f"{W}txbxContent", f"{_VML}textbox"):
        if next(box.iterancestors(f"{_WP}anchor", f"{_VML}textbox"), None) is None:
            is_text = box.tag != f"{_WP}anchor" or next(box.iter(f"{W}txbxContent"), None) is not None
            entry = _findings.FLOATING_TEXT if is_text else _findings.FLOATING_PICTURE
            yield part.fault(_holder(box), entry())
    for shape in part.root.iter(*_shapes.SHAPES):
        if _ABSOLUTE.search(shape.get("style", "")) and _stands_alone(shape):
            yield part.fault(_holder(shape), _findings.FLOATING_PICTURE())
    for paragraph in part.texts:
        if styles.first(paragraph, "framePr") is not None:
            yield part.fault(paragraph, _findings.FLOATING_TEXT())


def _stands_alone(shape: etree._Element) -> bool:
    """Tell whether an old shape has no text, and is not written once more for older programs."""
    is_text = next(shape.iter(f"{_VML}textbox", f"{_VML}textpath"), None) is not None
    return not is_text and next(shape.iterancestors(_shapes.FALLBACK, f"{_VML}group"), None) is None


def _holder(box: etree._Element) -> etree._Element:
    """Give the paragraph that a box is anchored in, not one inside it."""
    return next(box.iterancestors(f"{W}p"), box)


def _link_faults(part: Part) -> Iterator[Fault]:
    for link in part.root.iter(f"{W}hyperlink"):
        texts = {run: "".join(piece.text or "" for piece in run.iter(f"{W}t")) for run in link.iter(f"{W}r")}
        text = " ".join("".join(texts.values()).split())
        if any(own.strip() and not val(run.find(f"{W}rPr/{W}rStyle")) for run, own in texts.items()):
            yield part.fault(link, _findings.LINK_STYLE())
        if _ADDRESS.fullmatch(text) or text.strip(" .:>»›").lower() in _SAYS_NOTHING:
            yield part.fault(link, _findings.LINK_TEXT())
