"""Paragraphs that are to stay with the next one, where LibreOffice parted them: it breaks the page before them instead.

Word keeps a paragraph with the next one wherever it is told to. LibreOffice forgets it where the next one would begin
on the page but has to go to the next as a whole, and leaves a heading or an item of a list alone. The structure of the
PDF tells on which page each paragraph came; a document where one was parted is given a page break and exported anew.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from lxml import etree

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import Styles, is_on
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAVES = frozenset(
    {"/Document", "/Table", "/TR", "/TD", "/TH", "/TBody", "/THead", "/L", "/LI", "/LBody", "/Lbl"}
)
"""Elements of the structure that hold paragraphs; each other one is a paragraph."""
_BEFORE_BREAK = frozenset({f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines")})
_DEEPEST = 20


def mended(docx: bytes, pdf: bytes) -> bytes | None:
    """Give a document with the page breaks that keep together what LibreOffice parted; None where it parted nothing.

    Args:
        docx: The document.
        pdf: What LibreOffice made of it.
    """
    parts = _package.read(docx)
    root = _package.parse(parts[_package.DOCUMENT])
    paragraphs = list(root.iter(f"{W}p"))
    pages = list(_pages(pdf))
    if len(pages) != len(paragraphs):  # something that is no paragraph: it cannot be told which is which
        return None
    kept = _kept(paragraphs, Styles(parts))
    starts = {
        start
        for index, (_, last) in enumerate(pages[:-1])
        if kept[index] and pages[index + 1][0] > last and (start := _start(index, kept, pages)) is not None
    }
    for start in starts:
        _break_before(paragraphs[start])
    changed = {**parts, _package.DOCUMENT: _package.serialise(root)}
    return _package.write(changed) if starts else None


def _kept(paragraphs: list[etree._Element], styles: Styles) -> list[bool]:
    """Tell of each paragraph whether it is to stay with the next; rows of a table are kept by other means."""
    in_tables = {paragraph for table in _tables(paragraphs) for paragraph in table.iter(f"{W}p")}
    return [
        paragraph not in in_tables and is_on(styles.first(paragraph, "keepNext")) for paragraph in paragraphs
    ]


def _tables(paragraphs: list[etree._Element]) -> set[etree._Element]:
    return {table for paragraph in paragraphs for table in paragraph.iterancestors(f"{W}tbl")}


def _start(index: int, kept: list[bool], pages: list[tuple[int, int]]) -> int | None:
    """Find the first of the paragraphs that are to stand together; None where nothing stands before it on its page."""
    start = index
    while start and kept[start - 1]:
        start -= 1
    page = pages[start][0]
    return start if start and page == pages[index][1] and pages[start - 1][1] == page else None


def _break_before(paragraph: etree._Element) -> None:
    """Begin a page with a paragraph; the schema has the mark after those that keep it."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    at = sum(child.tag in _BEFORE_BREAK for child in properties)
    properties.insert(at, etree.Element(f"{W}pageBreakBefore"))


def _pages(pdf: bytes) -> Iterator[tuple[int, int]]:
    """Give the first and the last page of each paragraph, in the order of reading."""
    import pikepdf  # noqa: PLC0415 - an extra, and the import takes its time

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        root = opened.Root.get("/StructTreeRoot")
        for element in () if root is None else _elements(root):
            yield from _paragraphs(element, numbers)


def _elements(element: Any) -> Iterator[Any]:
    """List the elements of the structure in an element."""
    import pikepdf  # noqa: PLC0415 - as above

    inside = element.get("/K")
    for each in inside if isinstance(inside, pikepdf.Array) else () if inside is None else (inside,):
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield each


def _paragraphs(element: Any, numbers: dict[Any, int], depth: int = 0) -> Iterator[tuple[int, int]]:
    if str(element.S) in _LEAVES and depth < _DEEPEST:
        for each in _elements(element):
            yield from _paragraphs(each, numbers, depth + 1)
    else:
        found = sorted(_numbers(element, numbers))
        if found:
            yield found[0], found[-1]


def _numbers(element: Any, numbers: dict[Any, int], depth: int = 0) -> set[int]:
    """Give the pages on which an element has marks."""
    import pikepdf  # noqa: PLC0415 - as above

    found = {numbers[element.Pg.objgen]} if "/Pg" in element and element.Pg.objgen in numbers else set()
    inside = element.get("/K")
    if depth < _DEEPEST and isinstance(inside, pikepdf.Array):
        for each in inside:
            if isinstance(each, pikepdf.Dictionary):
                found |= _numbers(each, numbers, depth + 1)
    return found
