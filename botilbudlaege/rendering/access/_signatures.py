"""Lines to sign on: what a paragraph must have for somebody to write on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_STYLES = "word/styles.xml"
_LEADERS = frozenset({"underscore", "dot", "hyphen", "heavy", "middleDot"})
_TYPED = re.compile(r"[_.…]{5,}")


def lines(parts: Mapping[str, bytes]) -> int:
    """Count the paragraphs of the document that have a ruled line: a tab with a leader, or one that is typed."""
    root = _package.parse(parts[_package.DOCUMENT])
    ruled = _ruled_styles(_package.parse(parts[_STYLES])) if _STYLES in parts else set()
    return sum(_is_line(paragraph, ruled) for paragraph in root.iter(f"{W}p"))


def _is_line(paragraph: etree._Element, ruled: set[str]) -> bool:
    if _TYPED.search(paragraph_text(paragraph)):
        return True
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    own = _has_leader(paragraph.find(f"{W}pPr"))
    has_tab = next(paragraph.iterfind(f"{W}r/{W}tab"), None) is not None
    return has_tab and (own or (style is not None and style.get(f"{W}val", "") in ruled))


def _ruled_styles(styles: etree._Element) -> set[str]:
    """List the styles with a leader, their own or inherited."""
    based = {
        style.get(f"{W}styleId", ""): (_has_leader(style.find(f"{W}pPr")), style.find(f"{W}basedOn"))
        for style in styles.iter(f"{W}style")
    }
    return {style for style in based if any(based[name][0] for name in _chain(style, based))}


def _chain(
    style: str, based: Mapping[str, tuple[bool, etree._Element | None]], seen: tuple[str, ...] = ()
) -> Iterator[str]:
    if style in based and style not in seen:
        yield style
        parent = based[style][1]
        if parent is not None:
            yield from _chain(parent.get(f"{W}val", ""), based, (*seen, style))


def _has_leader(properties: etree._Element | None) -> bool:
    tabs = [] if properties is None else properties.findall(f"{W}tabs/{W}tab")
    return any(tab.get(f"{W}leader") in _LEADERS for tab in tabs)
