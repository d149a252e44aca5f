"""The fills of shapes: what is behind the text in them, as colours sampled from side to side; or whether they let through.

A gradient or a pattern is several colours; how much of a text is seen on it is told by how many of them leave it to be seen.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege.rendering.drawn._shapes import (
    FALLBACK,
    GROUPS,
    PICTURES,
    SHAPES,
    VML,
    WPS,
    A,
    around,
    shape,
    shapes,
)
from botilbudlaege.rendering.word._styles import number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    Resolve = Callable[[Any], str]
    """A colour of a drawing → RRGGBB, or nothing where it is not known."""

_OPAQUE, _FAINT = 100_000, 70_000
"""Thousandths of a percent that let the ground through."""
_SAMPLES = 8
_OFF = ("f", "false", "0")
_THINNEST = 0.3
"""How much of itself a fill shows at least that covers."""
_OVERLAP = 0.5
_GROUND = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}bg"
_PERCENT = re.compile(r"pct(\d{1,2})")
_SHARES = {"lt": 25, "dk": 75, "nar": 50, "wd": 75, "sm": 50, "lg": 25, "dot": 10}
_RGB = re.compile(r"#?([0-9A-Fa-f]{6})")
_SHORT = re.compile(r"#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")
_NAMED = {
    **dict.fromkeys(("black", "windowtext"), "000000"),
    **dict.fromkeys(("white", "window"), "FFFFFF"),
    "red": "FF0000",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "navy": "000080",
    "gray": "808080",
    "silver": "C0C0C0",
    "green": "008000",
    "maroon": "800000",
    "purple": "800080",
    "teal": "008080",
    "olive": "808000",
    "lime": "00FF00",
    "aqua": "00FFFF",
    "fuchsia": "FF00FF",
}


@attrs.frozen
class Fill:
    """What a shape is filled with.

    Args:
        colours: The colours behind its text, each with the same share; none where they are not known.
        lets_through: Whether what is behind the shape is seen.
    """

    colours: tuple[str, ...] = ()
    lets_through: bool = False


_NOTHING, _UNKNOWN = Fill(lets_through=True), Fill()


def of_text(holder: etree._Element, resolve: Resolve) -> Fill:
    """Give what is behind the text of a shape: its own fill, else that of a shape of its group that stands behind it.

    Args:
        holder: What stands in a shape.
        resolve: Gives the colours.
    """
    outer = [each for each in around(holder) if each.tag in SHAPES]
    if not outer:
        return _UNKNOWN
    fill = of_shape(outer[0], resolve)
    return _behind(outer[0], resolve) if fill.lets_through else fill


def _behind(element: etree._Element, resolve: Resolve) -> Fill:
    """Give what a shape of the same drawing shows behind a shape."""
    drawing = [*around(element)][-1]
    own = shape(element)
    earlier = itertools.takewhile(lambda each: each.element is not element, shapes(drawing))
    for each in reversed([*earlier]):
        if not _covers(each.box, own.box):
            continue
        if each.element.tag in PICTURES or each.is_picture:
            return _UNKNOWN
        fill = of_shape(each.element, resolve)
        if not fill.lets_through:
            return fill
    grounds = (each for canvas in around(element) for each in canvas.iterchildren(_GROUND))
    return _said(next(grounds, None), resolve) or _NOTHING


def _covers(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether a box covers most of another."""
    across, down = (
        min(one[at] + one[at + 2], other[at] + other[at + 2]) - max(one[at], other[at]) for at in (0, 1)
    )
    return across > _OVERLAP * other[2] and down > _OVERLAP * other[3]


def covers(element: etree._Element) -> bool:
    """Tell whether a shape covers what is under it."""
    return not of_shape(element, lambda _: "").lets_through


def of_shape(element: etree._Element, resolve: Resolve) -> Fill:
    """Give what a shape is filled with, by itself, its group, or the style of the theme that it names."""
    if str(element.tag).startswith(VML):
        return _old(element)
    look = next((each for each in element if str(each.tag).endswith(("}spPr", "}grpSpPr"))), None)
    for fill in () if look is None else look:
        if fill.tag == f"{A}grpFill":
            group = next((each for each in around(element) if each.tag in GROUPS), None)
            return _NOTHING if group is None else of_shape(group, resolve)
    said = _said(look, resolve)
    if said is not None:
        return said
    themed = element.find(f"{WPS}style/{A}fillRef")
    if themed is None or themed.get("idx", "0") == "0":
        return _NOTHING
    return _colours(map(resolve, list(themed)[:1]))


def _said(look: etree._Element | None, resolve: Resolve) -> Fill | None:
    """Give what a shape, or the ground of a canvas, says itself of its fill; None where it says nothing."""
    for fill in () if look is None else look:
        name = str(fill.tag).removeprefix(A)
        if name in _KINDS:
            return _KINDS[name](fill, resolve)
    return None


def _colours(found: Iterable[str]) -> Fill:
    colours = tuple(found)
    return Fill(colours) if colours and all(colours) else _UNKNOWN


def _solid(fill: etree._Element, resolve: Resolve) -> Fill:
    colour = next(iter(fill), None)
    if colour is None or _is_faint(colour):
        return _NOTHING
    return _colours([resolve(colour)])


def _is_faint(colour: etree._Element) -> bool:
    """Tell whether what is behind a colour is seen; it says how much covers, not how much lets through."""
    shares = (alpha.get("val", "") for alpha in colour.iterchildren(f"{A}alpha"))
    return any(share.isdecimal() and int(share) <= _OPAQUE - _FAINT for share in shares)


def _gradient(fill: etree._Element, resolve: Resolve) -> Fill:
    stops = [(number(stop.get("pos", "")) / _OPAQUE, stop[0]) for stop in fill.iter(f"{A}gs") if len(stop)]
    if not stops or all(_is_faint(colour) for _, colour in stops):
        return _NOTHING
    return _sampled([(place, resolve(colour)) for place, colour in stops])


def _sampled(stops: list[tuple[float, str]]) -> Fill:
    """Give the colours of a gradient at places that are equally far from each other."""
    if not all(colour for _, colour in stops):
        return _UNKNOWN
    stops = sorted(stops)
    return Fill(tuple(_at(stops, at / (_SAMPLES - 1)) for at in range(_SAMPLES)))


def _at(stops: list[tuple[float, str]], place: float) -> str:
    before = [stop for stop in stops if stop[0] <= place][-1:] or stops[:1]
    after = [stop for stop in stops if stop[0] >= place][:1] or stops[-1:]
    (start, one), (end, other) = before[0], after[0]
    share = (place - start) / (end - start) if end > start else 0.0
    return mixed(other, one, min(max(share, 0.0), 1.0))


def mixed(one: str, other: str, share: float) -> str:
    """Mix two colours, so much of the first."""
    return "".join(
        f"{round(int(one[at : at + 2], 16) * share + int(other[at : at + 2], 16) * (1 - share)):02X}"
        for at in (0, 2, 4)
    )


def _pattern(fill: etree._Element, resolve: Resolve) -> Fill:
    """Give the colours of a pattern by how much of it each is, and what they are mixed."""
    dots, ground = (
        next((resolve(colour) for holder in fill.iterchildren(f"{A}{name}") for colour in holder), "")
        for name in ("fgClr", "bgClr")
    )
    if not (dots and ground):
        return _UNKNOWN
    share = _share(fill.get("prst", "")) * _SAMPLES // 100
    return Fill((dots,) * share + (ground,) * (_SAMPLES - share))


def _share(name: str) -> int:
    percent = _PERCENT.fullmatch(name)
    if percent is not None:
        return int(percent[1])
    return next((share for begins, share in _SHARES.items() if name.startswith(begins)), 50)


_KINDS: dict[str, Callable[[etree._Element, Resolve], Fill]] = {
    "noFill": lambda _fill, _resolve: _NOTHING,
    "solidFill": _solid,
    "gradFill": _gradient,
    "pattFill": _pattern,
    "blipFill": lambda _fill, _resolve: _UNKNOWN,
}


# As they were written before -----------------------------------------------------------------------------


def _old(element: etree._Element) -> Fill:
    said = {**_of_type(element), **{str(name): str(text) for name, text in element.attrib.items()}}
    more = next(element.iterchildren(f"{VML}fill"), None)
    if more is not None and more.get("on", "t") in _OFF:
        return _NOTHING
    is_on = said.get("filled", "t") not in _OFF
    if not is_on or (more is not None and _strength(more.get("opacity", "1")) <= _THINNEST):
        return _NOTHING
    first = _named(
        said.get("fillcolor", "white")
        if more is None
        else more.get("color") or said.get("fillcolor", "white")
    )
    kind = "solid" if more is None else more.get("type", "solid")
    if kind == "solid":
        return _colours([first])
    if kind.startswith("gradient") and more is not None:
        return _sampled([(0.0, first), (1.0, _named(more.get("color2", "white")))])
    return _UNKNOWN


def _of_type(element: etree._Element) -> dict[str, str]:
    """Give what the type of an old shape says of its fill."""
    kind = element.get("type", "").removeprefix("#")
    if not kind:
        return {}
    root = element.getroottree().getroot()
    found = next((each for each in root.iter(f"{VML}shapetype") if each.get("id") == kind), None)
    return {
        name: found.get(name, "") for name in ("filled", "fillcolor") if found is not None and found.get(name)
    }


def _strength(text: str) -> float:
    if text.endswith("f"):
        return number(text[:-1]) / 65_536
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return 1.0


def _named(text: str) -> str:
    """Give a colour as old drawings name it; nothing for one that is not known."""
    name = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    short = _SHORT.fullmatch(name)
    if short is not None:
        return "".join(each * 2 for each in short.groups()).upper()
    found = _RGB.fullmatch(name)
    return _NAMED.get(name, "" if found is None else found[1].upper())


# The letters ---------------------------------------------------------------------------------------------


def ink(holder: etree._Element, resolve: Resolve) -> str:
    """Give the colour that the style of a shape gives the letters in it that say none; nothing where it gives none."""
    outer = next((each for each in around(holder) if each.tag == f"{WPS}wsp"), None)
    named = None if outer is None else outer.find(f"{WPS}style/{A}fontRef/*")
    return "" if named is None else resolve(named)


def floats(drawing: etree._Element) -> bool:
    """Tell whether a drawing stands where it was put, and not among letters."""
    if drawing.tag == f"{W}drawing":
        return any(str(each.tag).endswith("}anchor") for each in drawing)
    return any("absolute" in each.get("style", "") for each in drawing.iterchildren())


def is_over_another(drawing: etree._Element) -> bool:
    """Tell whether something else may stand behind a drawing that floats: another one, or a table or paragraph that is shaded."""
    if not floats(drawing):
        return False
    root = drawing.getroottree().getroot()
    if any(_RGB.fullmatch(val(shade, "fill")) or val(shade, "themeFill") for shade in root.iter(f"{W}shd")):
        return True
    others = root.iter(f"{W}drawing", f"{W}pict")
    return any(
        each is not drawing
        and floats(each)
        and next(each.iterancestors(FALLBACK), None) is None
        and any(one.is_picture or covers(one.element) for one in shapes(each))
        for each in others
    )
