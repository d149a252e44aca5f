"""Lines to write on that the last tab of a cell draws: LibreOffice draws none where nothing follows the tab.

Word draws it, so a document that has its line in Word would have none as a PDF. What is given to LibreOffice has a sign
without width after such a tab.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_WIDTH = "\N{WORD JOINER}"


def drawn_in_cells(docx: bytes) -> bytes:
    """Give a document whose lines in cells are drawn; as it is where there are none."""
    parts = _package.read(docx)
    if not any(b"leader" in xml for name, xml in parts.items() if name.startswith("word/")):
        return docx
    root = _package.parse(parts.get(_package.DOCUMENT, b""))
    ending = list(_ending_in_a_tab(root))
    for paragraph in ending:
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}t").text = _NO_WIDTH
    changed = {**parts, _package.DOCUMENT: _package.serialise(root)}
    return _package.write(changed) if ending else docx


def _ending_in_a_tab(root: etree._Element) -> Iterator[etree._Element]:
    for cell in root.iter(f"{W}tc"):
        for paragraph in cell.iterchildren(f"{W}p"):
            if paragraph_text(paragraph).rstrip(" \N{NO-BREAK SPACE}").endswith("\t"):
                yield paragraph
