"""Line breaks and tabs in values, as docxtpl writes them in Word: only where a render holds any."""

from __future__ import annotations

import re
from typing import cast

from docxtpl import DocxTemplate

_PARAGRAPH_END = "</w:p>"
_PARAGRAPH_START = re.compile(r"<w:p(?: [^>]*)?>")


def resolve(xml: str, *, nested: bool) -> str:
    """Turn line breaks and tabs within texts into Word's.

    docxtpl works paragraph by paragraph, so only the paragraphs that hold one are given to it; where paragraphs
    stand inside others (text boxes) it gets the whole part.
    """
    if "\n" not in xml and "\t" not in xml:
        return xml
    if nested:
        return _docxtpl(xml)
    pieces = []
    done = 0
    for start, end in _paragraphs_with_breaks(xml):
        pieces += [xml[done:start], _docxtpl(xml[start:end])]
        done = end
    return "".join([*pieces, xml[done:]])


def _paragraphs_with_breaks(xml: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    position = 0
    while True:
        breaks = [at for at in (xml.find("\n", position), xml.find("\t", position)) if at >= 0]
        if not breaks:
            return found
        end = xml.find(_PARAGRAPH_END, min(breaks))
        if end < 0:
            return found
        end += len(_PARAGRAPH_END)
        before = xml.rfind(_PARAGRAPH_END, position, min(breaks))
        match = _PARAGRAPH_START.search(xml, max(before, position), end)
        if match:
            found.append((match.start(), end))
        position = end


def _docxtpl(xml: str) -> str:
    return cast("str", DocxTemplate.resolve_listing(cast("DocxTemplate", None), xml))
