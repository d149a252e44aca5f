"""The pieces of a document that have no text to compare: comments, and pictures and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _known, _package, _places
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FIGURES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_NOT_SHOWN = frozenset({f"{_MC}Fallback", f"{W}del", f"{W}moveFrom"})


def comments(parts: Mapping[str, bytes]) -> int:
    """Count the comments."""
    content = parts.get(_known.KINDS["comments"].part)
    return sum(1 for _ in _package.parse(content).iter(f"{W}comment")) if content else 0


def figures(parts: Mapping[str, bytes]) -> int:
    """Count the pictures and figures, but for text boxes, whose text is read."""
    roots = _places.seen(parts).values()
    return sum(_is_figure(element) for root in roots for element in root.iter(*_FIGURES))


def pictures(parts: Mapping[str, bytes]) -> int:
    """Count the pictures that what a reader sees leads to, in any way, also as the ground of the page."""
    seen = _places.seen(parts)
    return sum(kind == _known.IMAGE_RELATION for name in seen for _, kind, _ in _package.related(parts, name))


def _is_figure(element: etree._Element) -> bool:
    if any(outer.tag in _NOT_SHOWN or outer.tag in _FIGURES for outer in element.iterancestors()):
        return False
    return not any((text.text or "").strip() for text in element.iter(f"{W}t"))
