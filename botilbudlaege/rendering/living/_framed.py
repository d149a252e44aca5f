"""The paragraphs of a document that stand in frames, in the order in which programs lay them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word._styles import child, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

FRAME = f"{W}framePr"
_P, _SHAPE = f"{W}p", f"{W}pPr"


def as_laid_out(parent: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Give blocks with those in a frame after the paragraph that they stand beside: LibreOffice makes a box of them there."""
    framed: list[etree._Element] = []
    for element in parent:
        if child(child(element, _SHAPE), FRAME) is not None and not is_initial(element):
            framed.append(element)
            continue
        yield element
        if element.tag == _P:
            yield from framed
            framed = []
    yield from framed


def is_initial(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph is the first letter of the next, which goes down over some of its lines."""
    return val(child(child(paragraph, _SHAPE), FRAME), "dropCap") in ("drop", "margin")
