"""The pieces of a document that have no text to compare: comments, and pictures and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FIGURES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_NAMES = tuple(f"<w:{name}".encode() for name in ("drawing", "pict", "object"))
_NOT_SHOWN = frozenset({f"{_MC}Fallback", f"{W}del", f"{W}moveFrom"})
_COMMENTS = b":comments "
_HEAD = 200
"""Where the root of a part begins."""


def comments(parts: Mapping[str, bytes]) -> int:
    """Count the comments."""
    return sum(
        sum(1 for _ in _package.parse(content).iter(f"{W}comment"))
        for content in parts.values()
        if _COMMENTS in content[:_HEAD]
    )


def figures(parts: Mapping[str, bytes]) -> int:
    """Count the pictures and figures, but for text boxes, whose text is read."""
    return sum(
        sum(1 for element in _package.parse(parts[name]).iter(*_FIGURES) if _is_figure(element))
        for name in _places.seen(parts)
        if any(mark in parts[name] for mark in _NAMES)
    )


def _is_figure(element: etree._Element) -> bool:
    if any(outer.tag in _NOT_SHOWN or outer.tag in _FIGURES for outer in element.iterancestors()):
        return False
    return not any((text.text or "").strip() for text in element.iter(f"{W}t"))
