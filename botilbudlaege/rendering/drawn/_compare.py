"""The shapes of drawings held against those that were there: turned, moved within their drawing, cropped, bleached, or gone.

Programs write drawings in ways of their own, so what is compared is what is seen, with some slack: angles, shares, and
whether a picture is still as strong as it was.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.drawn import _fills, _shapes
from botilbudlaege.rendering.drawn._shapes import VML, A, Box, Shape
from botilbudlaege.rendering.word._styles import number
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

_TILED = f"{A}tile"
_CROP, _FREE, _SOFT = f"{A}srcRect", f"{A}fillRect", f"{A}softEdge"
_FADING = 0.2
"""How much of its shorter side the edge of a picture may fade."""
_WHOLE = 100_000
_EFFECTS = frozenset(
    f"{A}{name}"
    for name in (
        *("biLevel", "duotone", "clrChange", "clrRepl", "fillOverlay", "blur", "hsl", "tint"),
        *("alphaRepl", "alphaBiLevel", "alphaCeiling", "alphaFloor", "alphaInv", "alphaMod"),
    )
)
"""What makes another picture of one; in grey it is the same."""
_TEXT = f"{W}txbxContent"
_CAMERA, _WARP = f"{A}camera", f"{A}prstTxWarp"
_BOXES, _ROUND = ("rect", "round", "snip", "ellipse", "flowChart", "plaque"), "rect"
_STRAIGHT, _AS_GOOD = "textNoShape", ("textPlain", "textNoShape")
_LIGHT, _FAINT = f"{A}lum", f"{A}alphaModFix"
_GEOMETRY, _OUTLINE = f"{A}prstGeom", f"{A}custGeom"
_HALF, _QUARTER = 180.0, 90.0
_PALE, _STRONG = 50_000, 70_000
"""Thousandths of a percent: by how much lighter or darker, and of how much of itself, a picture is not seen any more."""
_DEGREES, _SHARE, _CROPPED = 12.0, 0.1, 0.06
"""How much programs round an angle, a share of a drawing, and a share of a picture."""


class Change(Enum):
    """What became of a shape."""

    TURNED = "turned"
    INSIDE = "inside"
    PALE = "pale"
    GONE = "gone"


@attrs.frozen(eq=False)
class Drawn:
    """A shape as it is compared.

    Args:
        shape: The shape.
        box: Where it stands among all that its drawing draws, as shares of that.
        is_filled: Whether it covers what is under it.
        is_ground: Whether it is filled, and a text stands on it.
        crop: What is cut off a picture, as shares of its sides.
        effects: What makes a picture another one.
        figure: Which figure it is; empty where that is not said by name.
    """

    shape: Shape
    box: Box
    is_filled: bool
    is_ground: bool
    crop: tuple[float, ...]
    effects: frozenset[str]
    figure: str


def drawn(shapes: Sequence[Shape]) -> list[Drawn]:
    """Give the shapes of a drawing as they are compared."""
    boxes = [_upright(shape) for shape in shapes]
    left, top = (min((box[at] for box in boxes), default=0.0) for at in (0, 1))
    wide, high = (
        max((box[at] + box[at + 2] for box in boxes), default=0.0) - start
        for at, start in ((0, left), (1, top))
    )
    return [
        Drawn(
            shape,
            _share_of(box, (left, top, wide, high)),
            len(shapes) > 1 and _fills.covers(shape.element),  # of a single one it is told where it stands
            _fills.covers(shape.element) and next(shape.element.iter(_TEXT), None) is not None,
            _crop(shape.element),
            frozenset(_effects(shape)),
            _figure(shape.element),
        )
        for shape, box in zip(shapes, boxes, strict=True)
    ]


def _upright(shape: Shape) -> Box:
    """Give the room on the page that a shape takes: one on its side is as wide as it was high."""
    left, top, wide, high = shape.box
    if abs(shape.turn.angle % _HALF - _QUARTER) > _QUARTER / 2:
        return shape.box
    across, down = (high * shape.tall, wide / shape.tall) if shape.tall else (high, wide)
    return left + (wide - across) / 2, top + (high - down) / 2, across, down


def _share_of(box: Box, whole: Box) -> Box:
    """Give a box as a share of all that is drawn: programs draw the paper around it narrower or wider."""
    across, down = whole[2] or 1.0, whole[3] or 1.0
    return (
        (box[0] - whole[0]) / across,
        (box[1] - whole[1]) / down,
        box[2] / across,
        box[3] / down,
    )


def changes(now: Sequence[Drawn], then: Sequence[Drawn]) -> Iterator[tuple[Drawn, Change]]:
    """List what became of shapes, each of which may be any that looked as it looks: programs have an order of their own.

    Args:
        now: The shapes that there are.
        then: Those that there were; of more than there were nothing is told, since that is told elsewhere.
    """
    left, odd = list(then), []
    for each in now:
        alike = next((was for was in left if _is_same(each, was)), None)
        if alike is None:
            odd.append(each)
        else:
            left.remove(alike)
    if len(now) <= len(then):
        yield from ((each, _changed(each, was)) for each, was in zip(odd, left, strict=False))
        yield from ((was, Change.GONE) for was in left[len(odd) :])


def changes_of_copies(now: Sequence[Drawn], then: Sequence[Drawn]) -> Iterator[tuple[Drawn, Change]]:
    """List what became of shapes of headers and footers, of which programs make a copy for pages of each kind."""
    odd = [each for each in now if not any(_is_same(each, was) for was in then)]
    left = [was for was in then if not any(_is_same(each, was) for each in now)]
    yield from ((each, _changed(each, was)) for each, was in zip(odd, left, strict=False))
    yield from ((was, Change.GONE) for was in left[len(odd) :])


def _is_same(now: Drawn, was: Drawn) -> bool:
    return (
        now.shape.is_picture is was.shape.is_picture
        and _is_turned_alike(now, was)
        and _is_inside_alike(now, was)
        and now.effects == was.effects
    )


def _changed(now: Drawn, was: Drawn) -> Change:
    if not _is_turned_alike(now, was):
        return Change.TURNED
    return Change.PALE if now.effects != was.effects else Change.INSIDE


def _is_turned_alike(now: Drawn, was: Drawn) -> bool:
    """Tell whether a picture stands as it did; of a box it is the text that counts."""
    if (_CAMERA in now.effects) is not (_CAMERA in was.effects):
        return False
    if not now.shape.is_picture:
        return now.shape.text_turn.is_near(was.shape.text_turn, _DEGREES)
    return now.shape.turn.is_near(was.shape.turn, _DEGREES)


def _is_inside_alike(now: Drawn, was: Drawn) -> bool:
    """Tell whether a shape stands in its drawing where it did, covers no more, and is the same figure, cut off as it was."""
    apart = (abs(one - other) for one, other in zip(now.box, was.box, strict=True))
    cut = (abs(one - other) for one, other in zip(now.crop, was.crop, strict=True))
    is_figure = not (now.figure and was.figure) or now.figure == was.figure
    return (
        is_figure
        and now.is_filled <= was.is_filled
        and now.is_ground >= was.is_ground
        and all(each <= _SHARE for each in apart)
        and all(each <= _CROPPED for each in cut)
    )


def _crop(element: etree._Element) -> tuple[float, ...]:
    """Give what is cut off a picture, and what is left free around it, as shares of its sides."""
    cut = [next(_own(element, name), None) for name in (_CROP, _FREE)]
    if any(each is not None for each in cut):
        return tuple(
            0.0 if each is None else number(each.get(side, "")) / _WHOLE for each in cut for side in "ltrb"
        )
    old = next(element.iterchildren(f"{VML}imagedata"), None)
    sides = ("cropleft", "croptop", "cropright", "cropbottom")
    return (*(0.0 if old is None else _share(old.get(side, "")) for side in sides), 0.0, 0.0, 0.0, 0.0)


def _share(text: str) -> float:
    """Read a share as old drawings write it: in parts of 65536, or as it is."""
    if text.endswith("f"):
        return number(text[:-1]) / 65_536
    return _shapes.points(text)


def _effects(shape: Shape) -> Iterator[str]:
    element = shape.element
    for blip in _own(element, f"{A}blip"):
        for effect in blip:
            if (
                effect.tag in _EFFECTS
                or (effect.tag == _FAINT and number(effect.get("amt", str(_WHOLE))) < _STRONG)
                or (effect.tag == _LIGHT and abs(number(effect.get("bright", ""))) >= _PALE)
            ):
                yield str(effect.tag)
    yield from (str(each.tag) for each in _own(element, _TILED))
    least = min(shape.sides) * _shapes.EMU
    if any(number(edge.get("rad", "")) > least * _FADING for edge in _own(element, _SOFT)):
        yield _SOFT
    if any(map(_is_turned_away, _own(element, _CAMERA))):
        yield _CAMERA
    for old in element.iterchildren(f"{VML}imagedata"):
        if abs(_share(old.get("blacklevel", ""))) * 2 >= _PALE / _WHOLE:
            yield _LIGHT


def _is_turned_away(camera: etree._Element) -> bool:
    """Tell whether a figure is seen from another side than its front."""
    turns = (
        number(turn.get(way, "")) for turn in camera.iterchildren(f"{A}rot") for way in ("lat", "lon", "rev")
    )
    return any(turns) or "Front" not in camera.get("prst", "orthographicFront")


def _figure(element: etree._Element) -> str:
    """Give the name of a figure, and how the letters in it are bent; one around a text is as good as another."""
    named = next(_own(element, _GEOMETRY), None)
    if named is None or next(_own(element, _OUTLINE), None) is not None:
        return ""
    bent = next((each.get("prst", "") for each in _own(element, _WARP)), _STRAIGHT)
    figure = named.get("prst", "")
    return f"{_ROUND if figure.startswith(_BOXES) else figure} {_STRAIGHT if bent in _AS_GOOD else bent}"


def _own(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """List what a shape has of a kind, and not the shapes in its text."""
    for found in element.iter(tag):
        if next(each for each in found.iterancestors() if each.tag in _shapes.SHAPES) is element:
            yield found
