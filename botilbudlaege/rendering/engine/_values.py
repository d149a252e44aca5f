"""Line breaks and tabs in values, as docxtpl writes them in Word: only where a render holds any."""

from __future__ import annotations

import re
from typing import cast

from docxtpl import DocxTemplate

_BREAK = re.compile(r">[^<]*?[\n\t][^<]*</w:t>")
_PARAGRAPH_END = "</w:p>"


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
    while match := _BREAK.search(xml, position):
        end = xml.find(_PARAGRAPH_END, match.end()) + len(_PARAGRAPH_END)
        start = max(xml.rfind("<w:p>", position, match.start()), xml.rfind("<w:p ", position, match.start()))
        found.append((start, end))
        position = end
    return found


def _docxtpl(xml: str) -> str:
    return str(DocxTemplate.resolve_listing(cast("DocxTemplate", None), xml))
