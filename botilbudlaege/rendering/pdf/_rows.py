"""Rows of a table that are to be kept whole and may be higher than a page: LibreOffice prints no more of them than it has room for.

Word breaks such a row all the same. LibreOffice leaves out the last lines of it on the page where it begins, and nothing
tells that they are missing. A row that may be so high is therefore allowed to break in what LibreOffice is given.
"""

from __future__ import annotations

from lxml import etree

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import is_on, number
from botilbudlaege.rendering.word._text import W, paragraph_text

_LINES = 15
"""Lines from which a row may break, of the fifty or so of a page: letters may be twice as large as they are taken for."""
_LETTER = 100  # the width of a letter at 10 points, in twentieths of a point
_NARROW = 1500  # of a cell that does not say how wide it is: rather too many lines than too few


def may_break(docx: bytes) -> bytes:
    """Give a document whose high rows may break; as it is where there are none."""
    parts = _package.read(docx)
    xml = parts.get(_package.DOCUMENT, b"")
    if b"cantSplit" not in xml:
        return docx
    root = _package.parse(xml)
    high = [row for row in root.iter(f"{W}tr") if _is_kept(row) and _is_high(row)]
    for row in high:
        etree.strip_elements(row.find(f"{W}trPr"), f"{W}cantSplit")
    changed = {**parts, _package.DOCUMENT: _package.serialise(root)}
    return _package.write(changed) if high else docx


def _is_kept(row: etree._Element) -> bool:
    return is_on(row.find(f"{W}trPr/{W}cantSplit"))


def _is_high(row: etree._Element) -> bool:
    """Tell whether a row may be so high that it does not fit on a page."""
    return max(map(_lines, row.iterchildren(f"{W}tc")), default=0) >= _LINES


def _lines(cell: etree._Element) -> int:
    """Count the lines of a cell, as many as there may be."""
    width = cell.find(f"{W}tcPr/{W}tcW[@{W}type='dxa']")
    letters = (number(width.get(f"{W}w", "")) if width is not None else 0) or _NARROW
    of_a_line = max(1, letters // _LETTER)
    texts = (line for each in cell.iter(f"{W}p") for line in paragraph_text(each).split("\n"))
    return sum(1 + len(line) // of_a_line for line in texts)
