"""The pieces of a document that have no text to compare: comments, pictures and figures, and what lies over its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.sight import _signs, _visible
from botilbudlaege.rendering.word import _known, _package
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FIGURES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_NOT_SHOWN = frozenset({f"{_MC}Fallback", f"{W}del", f"{W}moveFrom"})
_SHAPES = (
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    *(
        f"{_VML}{name}"
        for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image")
    ),
)
"""What is drawn, each on its own."""
_FRAME, _FLOATING = f"{W}framePr", f"{W}tblpPr"
_NUMBERING = _known.KINDS["numbering"].part


@attrs.frozen
class Spot:
    """Where something stands.

    Args:
        part: The part.
        paragraph: The number of its paragraph in the part; -1 where it stands in none.
    """

    part: str
    paragraph: int


def comments(parts: Mapping[str, bytes]) -> int:
    """Count the comments."""
    content = parts.get(_known.KINDS["comments"].part)
    return sum(1 for _ in _package.parse(content).iter(f"{W}comment")) if content else 0


def figures(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> list[Spot]:
    """List the pictures and figures, but for text boxes, whose text is read.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    drawn = [(name, each) for name, root in roots.items() for each in root.iter(*_FIGURES)]
    looks = _visible.Visibility(parts) if drawn else None
    return [
        _spot(name, roots[name], element)
        for name, element in drawn
        if looks is not None and _is_figure(element, looks)
    ]


def floats(roots: Mapping[str, etree._Element]) -> list[Spot]:
    """List the paragraphs and tables that stand where they are put on a page, and perhaps over others."""
    return [
        _spot(name, root, element)
        for name, root in roots.items()
        for element in root.iter(_FRAME, _FLOATING)
        if val(element, "dropCap") in ("", "none")
    ]


def pictures(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> int:
    """Count the pictures that what a reader sees leads to, in any way, also as the ground of the page or before a list."""
    seen = (*roots, _NUMBERING)
    return sum(kind == _known.IMAGE_RELATION for name in seen for _, kind, _ in _package.related(parts, name))


def first_new(now: Iterable[Spot], then: Iterable[Spot]) -> Spot | None:
    """Give the first place where there is more of something than there was; of a part that had some only the part."""
    before: dict[str, int] = {}
    for spot in then:
        before[spot.part] = before.get(spot.part, 0) + 1
    found: dict[str, list[Spot]] = {}
    for spot in now:
        found.setdefault(spot.part, []).append(spot)
    for part, spots in found.items():
        if len(spots) > before.get(part, 0):
            return Spot(part, -1) if part in before else spots[0]
    return None


def _spot(part: str, root: etree._Element, element: etree._Element) -> Spot:
    around = next(element.iterancestors(f"{W}p"), None)
    if around is None:  # a table that floats begins with a paragraph
        table = next(element.iterancestors(f"{W}tbl"), None)
        around = None if table is None else next(table.iter(f"{W}p"), None)
    return Spot(part, -1 if around is None else list(root.iter(f"{W}p")).index(around))


def _is_figure(element: etree._Element, looks: _visible.Visibility) -> bool:
    """Tell whether something drawn is seen and is no box of text, or more than that."""
    if any(outer.tag in _NOT_SHOWN or outer.tag in _FIGURES for outer in element.iterancestors()):
        return False
    shapes = [shape for shape in element.iter(*_SHAPES) if _is_own(shape, element)]
    shown = sum(not _signs.is_unseen(shape) for shape in shapes)
    read = sum(_has_text(box, looks.look) for box in _signs.boxes(element))
    return (not shapes or shown > 0) and (not read or shown > read)


def _has_text(box: etree._Element, look: Callable[[etree._Element], _visible.Look]) -> bool:
    return any(
        (text.text or "").strip() and not look(run).hidden
        for run in box.iter(f"{W}r")
        for text in run.iterchildren(f"{W}t")
    )


def _is_own(shape: etree._Element, element: etree._Element) -> bool:
    """Tell whether a shape is one of those that a figure itself draws, for programs as they are now."""
    for outer in shape.iterancestors():
        if outer is element:
            return True
        if outer.tag == f"{_MC}Fallback" or outer.tag in _FIGURES:
            return False
    return False
