"""Dates, times and numbers with their units that a line is not to part, in what LibreOffice is given.

A space that does not break stands in the document itself for a paragraph sign and in a telephone number. In dates it does
not: whoever looks for "1. april 2026" in LibreOffice would not find it. In a PDF it is a space like any other, and found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

_TOGETHER = re.compile(
    r"\b\d{1,2}\. [^\W\d_]+ \d{4}\b"  # a date or a quarter
    r"|\b(?:stk\.|nr\.|kl\.|bilag|side) \d"
    r"|\be-mail (?=\S+@)"
    r"|\d (?:timer?|måned(?:er|ers)?|beboere|kr\.)(?!\w)"
)


def together(docx: bytes) -> bytes:
    """Give a document in which lines part none of these; as it is where there are none."""
    parts = _package.read(docx)
    if _package.DOCUMENT not in parts:
        return docx
    root = _package.parse(parts[_package.DOCUMENT])
    if not sum(map(_kept, root.iter(f"{W}p"))):
        return docx
    return _package.write({**parts, _package.DOCUMENT: _package.serialise(root)})


def _kept(paragraph: etree._Element) -> bool:
    """Put the spaces into a paragraph, whatever runs it is in; tell whether there are any."""
    nodes = [node for node in paragraph.iter(f"{W}t") if node.text]
    starts = [0, *accumulate(len(node.text or "") for node in nodes)]
    text = "".join(node.text or "" for node in nodes)
    spaces = [
        match.start() + at
        for match in _TOGETHER.finditer(text)
        for at, sign in enumerate(match[0])
        if sign == " "
    ]
    for space in spaces:
        index = bisect_right(starts, space) - 1
        at, node = space - starts[index], nodes[index]
        node.text = f"{(node.text or '')[:at]}\N{NO-BREAK SPACE}{(node.text or '')[at + 1 :]}"
    return bool(spaces)
