"""The shapes of a drawing: text boxes, pictures and figures, each with its place in the drawing and how it is turned.

Groups may stand in groups; what a group does to its shapes is worked out from the outermost one.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.rendering.word._styles import number
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DRAWINGS = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_OLD_PICTURE, _OLD_GROUP, OLD_BOX = f"{VML}image", f"{VML}group", f"{VML}textbox"
PICTURES = (PICTURE, f"{A}pic", _OLD_PICTURE)
SHAPES = (
    *(f"{WPS}wsp", *PICTURES, f"{A}sp", f"{A}cxnSp"),
    *(f"{VML}{name}" for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve")),
)
"""What is drawn, each on its own."""
GROUPS = (
    *(f"{_WPG}wgp", f"{_WPG}grpSp", f"{A}grpSp", _OLD_GROUP),
    "{http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas}lockedCanvas",
)
_CANVAS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}wpc"
EMU = 12_700
"""How many of the measures of drawings make a point."""
_DEGREE = 60_000
_FIXED = 65_536
"""The parts of a degree, as drawings and as old drawings count."""
_SAID = re.compile(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]+)", re.IGNORECASE)
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{1,6})?)(pt|in|cm|mm|px|pc|fd)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12.0}
_UPRIGHT = {"vert": 90.0, "eaVert": 90.0, "vert270": 270.0, "mongolianVert": 90.0}
_STACKED = ("wordArtVert", "wordArtVertRtl")
_HALF, _WHOLE = 180.0, 360.0

Box = tuple[float, float, float, float]
"""Left, top, width and height."""


@attrs.frozen
class Turn:
    """How something is turned, in degrees with the clock, and whether it is mirrored besides.

    Args:
        angle: From 0 to 360.
        mirrored: Whether left and right have changed places.
    """

    angle: float = 0.0
    mirrored: bool = False

    def within(self, outer: Turn) -> Turn:
        """Give how something turned like this stands within something that is turned itself."""
        angle = -self.angle if outer.mirrored else self.angle
        return Turn((angle + outer.angle) % _WHOLE, self.mirrored is not outer.mirrored)

    def is_near(self, other: Turn, slack: float) -> bool:
        """Tell whether two are turned alike, but for some degrees."""
        apart = abs(self.angle - other.angle) % _WHOLE
        return self.mirrored is other.mirrored and min(apart, _WHOLE - apart) <= slack


@attrs.frozen(eq=False)
class Shape:
    """A shape of a drawing.

    Args:
        element: The shape.
        box: Where it stands in its drawing, as shares of its width and height.
        sides: Its width and height in points; 0 where that is not said.
        turn: How it is turned.
        tall: How high its drawing is, in widths; 0 where that is not said.
    """

    element: etree._Element
    box: Box
    sides: tuple[float, float]
    turn: Turn
    tall: float = 0.0

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        element = self.element
        return element.tag in PICTURES or next(element.iterchildren(f"{VML}imagedata"), None) is not None

    @property
    def text_turn(self) -> Turn:
        """How the text in it is turned; text is never mirrored."""
        own, keeps = _of_text(self.element)
        return Turn((own if keeps else own + self.turn.angle) % _WHOLE)


def shapes(drawing: etree._Element) -> list[Shape]:
    """List the shapes that a drawing itself draws, for programs as they are now."""
    return [shape(element) for element in drawing.iter(*SHAPES) if is_own(element, drawing)]


def is_own(element: etree._Element, drawing: etree._Element) -> bool:
    """Tell whether a shape is one of those that a drawing itself draws, for programs as they are now."""
    for outer in element.iterancestors():
        if outer is drawing:
            return True
        if outer.tag == FALLBACK or outer.tag in DRAWINGS:
            return False
    return False


def around(element: etree._Element) -> Iterator[etree._Element]:
    """List what is around an element in its drawing, the nearest first; the drawing last."""
    for outer in element.iterancestors():
        yield outer
        if outer.tag in DRAWINGS:
            return


def shape(element: etree._Element) -> Shape:
    """Give a shape with its place and its turn."""
    return _old(element) if str(element.tag).startswith(VML) else _drawn(element)


# As drawings are written now -----------------------------------------------------------------------------


def _drawn(element: etree._Element) -> Shape:
    placed = xfrm(element)
    box, turn = _box(placed, ""), turned(placed)
    outer = list(around(element))
    groups = [each for each in outer if each.tag in GROUPS]
    for group in groups:
        placed_by = xfrm(group)
        box, turn = _in_group(box, placed_by), turn.within(turned(placed_by))
        box = _turned_about(box, _box(placed_by, ""), turned(placed_by).angle)
    if groups and outer[outer.index(groups[-1]) + 1].tag != _CANVAS:
        origin = _box(xfrm(groups[-1]), "")
        box = (box[0] - origin[0], box[1] - origin[1], *box[2:])
    is_alone = not groups and not any(each.tag == _CANVAS for each in outer)
    extent = next((found for each in outer for found in each.iterchildren(f"{WP}extent")), None)
    wide, high = (_emu(extent, "cx"), _emu(extent, "cy"))
    if not (box[2] or box[3]):
        box = (0.0, 0.0, wide, high)
    sides = box[2] / EMU, box[3] / EMU
    if is_alone:
        box = (0.0, 0.0, *box[2:])
    return Shape(element, _shares(box, wide, high), sides, turn, high / wide if wide else 0.0)


def room(drawing: etree._Element, sides: tuple[float, float]) -> tuple[float, float]:
    """Give the room that a drawing takes, of which the whole may be turned: some programs turn what stands in it instead.

    Args:
        drawing: The drawing.
        sides: Its width and height as it is written.
    """
    group = next(drawing.iter(f"{_WPG}wgp"), None)
    turn = 0.0 if group is None else math.radians(turned(xfrm(group)).angle)
    across, down = abs(math.cos(turn)), abs(math.sin(turn))
    return sides[0] * across + sides[1] * down, sides[0] * down + sides[1] * across


def _turned_about(box: Box, group: Box, angle: float) -> Box:
    """Give where the middle of a shape comes to stand when its group is turned; its own sides are turned with it."""
    if not angle:
        return box
    middle = group[0] + group[2] / 2, group[1] + group[3] / 2
    right, down = box[0] + box[2] / 2 - middle[0], box[1] + box[3] / 2 - middle[1]
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return (
        middle[0] + right * cos - down * sin - box[2] / 2,
        middle[1] + right * sin + down * cos - box[3] / 2,
        *box[2:],
    )


def _shares(box: Box, wide: float, high: float) -> Box:
    return (
        box[0] / wide if wide else 0.0,
        box[1] / high if high else 0.0,
        box[2] / wide if wide else 1.0,
        box[3] / high if high else 1.0,
    )


def xfrm(element: etree._Element) -> etree._Element | None:
    """Give what places a shape, or a group."""
    for properties in element:
        if str(properties.tag).rpartition("}")[2] in ("spPr", "grpSpPr"):
            return next(properties.iterchildren(f"{A}xfrm"), None)
    return None


def _box(placed: etree._Element | None, kind: str) -> Box:
    """Give where something stands; with `ch`, what the measures of a group count from."""
    names = ("chOff", "chExt") if kind else ("off", "ext")
    off, ext = (None if placed is None else next(placed.iterchildren(f"{A}{name}"), None) for name in names)
    return _emu(off, "x"), _emu(off, "y"), _emu(ext, "cx"), _emu(ext, "cy")


def _in_group(box: Box, placed: etree._Element | None) -> Box:
    left, top, wide, high = _box(placed, "")
    from_left, from_top, of_wide, of_high = _box(placed, "ch")
    across, down = (wide / of_wide if of_wide else 1.0), (high / of_high if of_high else 1.0)
    return (
        left + (box[0] - from_left) * across,
        top + (box[1] - from_top) * down,
        box[2] * across,
        box[3] * down,
    )


def turned(placed: etree._Element | None) -> Turn:
    """Give how something is turned by what places it; upside down and mirrored is turned by half."""
    if placed is None:
        return Turn()
    angle = number(placed.get("rot", "")) / _DEGREE
    across, down = (placed.get(f"flip{way}", "0") in ("1", "true") for way in "HV")
    return _flipped(angle, across=across, down=down)


def _flipped(angle: float, *, across: bool, down: bool) -> Turn:
    return Turn((angle + (_HALF if down else 0.0)) % _WHOLE, across is not down)


def _emu(element: etree._Element | None, name: str) -> float:
    text = "" if element is None else element.get(name, "")
    return float(text) if text.lstrip("-").isdecimal() else 0.0


# As they were written before -----------------------------------------------------------------------------


def said(element: etree._Element) -> Mapping[str, str]:
    """Give what the style of an old drawing says."""
    return {name.lower(): text.strip().lower() for name, text in _SAID.findall(element.get("style", ""))}


def _old(element: etree._Element) -> Shape:
    own = said(element)
    box = _old_box(own)
    sides, turn = (box[2], box[3]), _old_turn(own)
    groups = [each for each in around(element) if each.tag == _OLD_GROUP]
    if not groups:
        return Shape(element, (0.0, 0.0, 1.0, 1.0), sides, turn)
    for group in groups:
        outer = said(group)
        box, turn = _old_box_in(box, group, outer), turn.within(_old_turn(outer))
    whole = _old_box(said(groups[-1]))
    shares = _shares((box[0] - whole[0], box[1] - whole[1], *box[2:]), whole[2], whole[3])
    return Shape(element, shares, (box[2], box[3]), turn, whole[3] / whole[2] if whole[2] else 0.0)


def _old_box(own: Mapping[str, str]) -> Box:
    left, top = (own.get(f"margin-{side}", own.get(side, "")) for side in ("left", "top"))
    return points(left), points(top), points(own.get("width", "")), points(own.get("height", ""))


def _old_box_in(box: Box, group: etree._Element, outer: Mapping[str, str]) -> Box:
    left, top, wide, high = _old_box(outer)
    sizes, origins = (
        [points(each.strip()) for each in (*group.get(name, usual).split(","), "")[:2]]
        for name, usual in (("coordsize", "1000,1000"), ("coordorigin", "0,0"))
    )
    across, down = (wide / sizes[0] if sizes[0] else 1.0), (high / sizes[1] if sizes[1] else 1.0)
    return (
        left + (box[0] - origins[0]) * across,
        top + (box[1] - origins[1]) * down,
        box[2] * across,
        box[3] * down,
    )


def _old_turn(own: Mapping[str, str]) -> Turn:
    flips = own.get("flip", "")
    return _flipped(_angle(own.get("rotation", "")), across="x" in flips, down="y" in flips)


def _angle(text: str) -> float:
    found = _MEASURE.fullmatch(text)
    if found is None:
        return 0.0
    return math.fmod(float(found[1]) / (_FIXED if found[2] == "fd" else 1), _WHOLE) % _WHOLE


def points(text: str) -> float:
    """Read a measure of an old drawing in points; a number alone counts as it is."""
    found = _MEASURE.fullmatch(text)
    return 0.0 if found is None else float(found[1]) * _POINTS.get(found[2] or "", 1.0)


# The text in a shape -------------------------------------------------------------------------------------


def _of_text(element: etree._Element) -> tuple[float, bool]:
    """Give how the text of a shape is turned in it, and whether it stays as it is when the shape is turned."""
    if str(element.tag).startswith(VML):
        styles = [said(each) for each in (element, *element.iterchildren(OLD_BOX))]
        own = {name: text for style in styles for name, text in style.items()}
        upwards = own.get("mso-layout-flow-alt", "") == "bottom-to-top"
        flow = 270.0 if upwards else 90.0 if "vertical" in own.get("layout-flow", "") else 0.0
        return flow + _angle(own.get("mso-rotate", "")), own.get("mso-rotate-with-shape") == "f"
    body = next((each for each in element.iter(f"{WPS}bodyPr", f"{A}bodyPr")), None)
    if body is None:
        return 0.0, False
    upright = 90.0 if body.get("vert") in _STACKED else _UPRIGHT.get(body.get("vert", ""), 0.0)
    angle = number(body.get("rot", "")) / _DEGREE % _WHOLE
    angle = 0.0 if angle == upright else angle  # LibreOffice says the same twice
    return upright + angle, body.get("upright", "0") in ("1", "true")
