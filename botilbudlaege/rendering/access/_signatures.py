"""Lines to sign on: what a paragraph must have for somebody to write on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import Styles, val
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_LEADERS = frozenset({"underscore", "dot", "hyphen", "heavy", "middleDot"})
_TYPED = re.compile(r"[_.…]{5,}")


def lines(parts: Mapping[str, bytes]) -> int:
    """Count the paragraphs of the document that have a ruled line: a tab with a leader, or one that is typed."""
    root, styles = _package.read_only(parts[_package.DOCUMENT]), Styles(parts)
    return sum(_is_line(paragraph, styles) for paragraph in root.iter(f"{W}p"))


def _is_line(paragraph: etree._Element, styles: Styles) -> bool:
    if _TYPED.search(paragraph_text(paragraph)):
        return True
    if next(paragraph.iterfind(f"{W}r/{W}tab"), None) is None:
        return False
    chain = styles.chain(val(paragraph.find(f"{W}pPr/{W}pStyle")))
    return any(_has_leader(holder.find(f"{W}pPr")) for holder in (paragraph, *chain))


def _has_leader(properties: etree._Element | None) -> bool:
    tabs = [] if properties is None else properties.findall(f"{W}tabs/{W}tab")
    return any(tab.get(f"{W}leader") in _LEADERS for tab in tabs)
