"""The boxes, frames and tables that stand where they are put on a page, and whether one was moved, enlarged or filled.

What stands in them is read as any other text; what they cover is read too, and not seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.living import _wording
from botilbudlaege.rendering.sight import _page
from botilbudlaege.rendering.word._styles import STYLES, Styles, related, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lxml import etree

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_VML = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FRAME, _FLOATING, _BOX, _TABLE = f"{W}framePr", f"{W}tblpPr", f"{W}txbxContent", f"{W}tbl"
_P, _T = f"{W}p", f"{W}t"
_ANCHORS = (f"{_WP}anchor", f"{_WP}inline")
_FILLS = frozenset(f"{_A}{name}" for name in ("solidFill", "gradFill", "blipFill", "pattFill"))
_OF_FRAMES = {f"{W}pStyle": (f"{W}pPr", _FRAME), f"{W}tblStyle": (f"{W}tblPr", _FLOATING)}
_EMU = 12_700
"""How many of the measures of drawings make a point."""
_SLACK, _SHARE, _FAR = 8.0, 0.25, 36.0
"""Points, and the share of a side, by which a box may be larger; and points by which it may stand elsewhere."""
_INITIAL = 12
"""Letters: an initial that goes down over some lines of its paragraph has no more."""
_SAME_BASE = {
    **dict.fromkeys(("text", "char", "character", "column", ""), "column"),
    **dict.fromkeys(("line", "paragraph"), "paragraph"),
}
_SAID = re.compile(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]+)", re.IGNORECASE)


@attrs.frozen
class Spot:
    """Where something stands.

    Args:
        part: The part.
        paragraph: The number of its paragraph in the part; -1 where it stands in none.
    """

    part: str
    paragraph: int


@attrs.frozen
class Placed:
    """A box, a frame or a table on a page.

    Args:
        spot: Where it stands in the text.
        text: What stands in it.
        places: For each direction what it is counted from, and how far from there in points or at which side.
        sides: Its width and height in points; 0 where that is not said.
        is_filled: Whether it covers what is under it.
        is_box: Whether it is a box.
    """

    spot: Spot
    text: str
    places: tuple[tuple[str, float | str], ...] = ()
    sides: tuple[float, float] = (0.0, 0.0)
    is_filled: bool = True
    is_box: bool = False


def spot(part: str, root: etree._Element, element: etree._Element) -> Spot:
    """Tell where an element stands; a table begins with a paragraph."""
    around = next(element.iterancestors(_P), None)
    if around is None:
        table = next(element.iterancestors(_TABLE), None)
        around = None if table is None else next(table.iter(_P), None)
    return Spot(part, -1 if around is None else list(root.iter(_P)).index(around))


def placed(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> list[Placed]:
    """List the boxes, and the paragraphs and tables that are put somewhere, in order; those of a style by their place alone.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    found = [
        each
        for name, root in roots.items()
        for element in root.iter(_FRAME, _FLOATING, _BOX)
        if (each := _placed(name, root, element)) is not None
    ]
    return [*found, *_by_style(parts, roots)]


def others(now: Sequence[Placed], then: Sequence[Placed], texts: Collection[str]) -> Iterator[Placed]:
    """List those that were moved, enlarged, filled, or put around another paragraph.

    Args:
        now: What there is.
        then: What there was; of a part with more or fewer of a kind nothing is told.
        texts: What the paragraphs of the document said.
    """
    for kind in dict.fromkeys(map(_kind, now)):
        pair = [[each for each in some if _kind(each) == kind] for some in (now, then)]
        if len(pair[0]) != len(pair[1]):
            continue
        for each, was in zip(*pair, strict=True):
            is_another = each.text != was.text and each.text in texts
            if is_another or _is_elsewhere(each, was) or _is_larger(each, was):
                yield each


def _kind(each: Placed) -> tuple[str, bool]:
    return each.spot.part, each.is_box


def _is_elsewhere(now: Placed, was: Placed) -> bool:
    for (base, far), (old_base, old_far) in zip(now.places, was.places, strict=False):
        if base != old_base or isinstance(far, str) != isinstance(old_far, str):
            return True
        if isinstance(far, str) or isinstance(old_far, str):
            if far != old_far:
                return True
        elif abs(far - old_far) > _FAR:
            return True
    return False


def _is_larger(now: Placed, was: Placed) -> bool:
    if now.is_filled and not was.is_filled:
        return True
    return any(
        one and other and one > other + max(_SLACK, other * _SHARE)
        for one, other in zip(now.sides, was.sides, strict=True)
    )


def _placed(part: str, root: etree._Element, element: etree._Element) -> Placed | None:
    if next(element.iterancestors(_FALLBACK), None) is not None:
        return None
    if element.tag == _BOX:
        return _of_box(part, root, element)
    holder = next(element.iterancestors(_P if element.tag == _FRAME else _TABLE), None)
    text = _text(holder)
    is_initial = val(element, "dropCap") in ("drop", "margin") and len(text) <= _INITIAL
    if is_initial and not (val(element, "x") or val(element, "y")):
        return None
    names = ("h", "v", "x", "y") if element.tag == _FRAME else ("horz", "vert", "tblpX", "tblpY")
    anchors = (val(element, f"{name}{'Anchor'}") for name in names[:2])
    aligned = (val(element, f"{name}Align" if element.tag == _FRAME else f"{name}Spec") for name in names[2:])
    offsets = (_page.twips(val(element, name)) / _page.POINT for name in names[2:])
    places = tuple(
        (_base(base, at), side or far)
        for at, (base, side, far) in enumerate(zip(anchors, aligned, offsets, strict=True))
    )
    sides = (_page.twips(val(element, "w")) / _page.POINT, _page.twips(val(element, "h")) / _page.POINT)
    return Placed(spot(part, root, element), text, places, sides)


def _of_box(part: str, root: etree._Element, box: etree._Element) -> Placed:
    at, text = spot(part, root, box), _text(box)
    anchor = next(box.iterancestors(*_ANCHORS), None)
    if anchor is not None:
        shape = next(box.iterancestors(f"{_WPS}wsp"), None)
        return Placed(at, text, tuple(_of_anchor(anchor)), _extent(anchor), _is_filled(shape), is_box=True)
    shape = next((each for each in box.iterancestors() if each.get("style") and _is_shape(each)), None)
    if shape is None:
        return Placed(at, text, is_filled=False, is_box=True)
    said = {name.lower(): text.strip().lower() for name, text in _SAID.findall(shape.get("style", ""))}
    places = tuple(
        (
            _base(said.get(f"mso-position-{way}-relative", ""), at_),
            said.get(f"mso-position-{way}") or _points(said.get(f"margin-{side}", said.get(side, ""))),
        )
        for at_, (way, side) in enumerate((("horizontal", "left"), ("vertical", "top")))
    )
    sides = _points(said.get("width", "")), _points(said.get("height", ""))
    is_filled = shape.get("filled", "t") not in ("f", "false")
    return Placed(at, text, places, sides, is_filled, is_box=True)


def _is_shape(element: etree._Element) -> bool:
    return str(element.tag).startswith(_VML) and element.tag != f"{_VML}textbox"


def _of_anchor(anchor: etree._Element) -> Iterator[tuple[str, float | str]]:
    for at, way in enumerate(("positionH", "positionV")):
        position = anchor.find(f"{_WP}{way}")
        if position is None:
            continue
        aligned, offset = (position.findtext(f"{_WP}{name}", "") for name in ("align", "posOffset"))
        far = int(offset) / _EMU if offset.lstrip("-").isdecimal() else 0.0
        yield _base(position.get("relativeFrom", ""), at), aligned or far


def _extent(anchor: etree._Element) -> tuple[float, float]:
    extent = anchor.find(f"{_WP}extent")
    sides = ("", "") if extent is None else (extent.get("cx", ""), extent.get("cy", ""))
    width, height = (int(side) / _EMU if side.isdecimal() else 0.0 for side in sides)
    return width, height


def _is_filled(shape: etree._Element | None) -> bool:
    look = None if shape is None else shape.find(f"{_WPS}spPr")
    return look is not None and any(child.tag in _FILLS for child in look)


def _base(said: str, at: int) -> str:
    """Give what a place is counted from, by one of the names that programs give it."""
    base = _SAME_BASE.get(said, said)
    return "paragraph" if at and base == "column" else base


def _points(text: str) -> float:
    return _page.twips(text) / _page.POINT


def _text(holder: etree._Element | None) -> str:
    return "" if holder is None else _wording.plain("".join(text.text or "" for text in holder.iter(_T)))


def _by_style(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> Iterator[Placed]:
    """List the paragraphs and tables that a style puts somewhere; where all are put, that alone."""
    content = parts.get(related(parts, "styles", STYLES), b"")
    if b"framePr" not in content and b"tblpPr" not in content:
        return
    styles = Styles(parts)
    if styles.shape is not None and styles.shape.find(_FRAME) is not None:
        yield Placed(Spot(STYLES, -1), "")
    for named, way in _OF_FRAMES.items():
        moving = {key for key in map(_id, styles.all()) if _moves(styles, key, way)}
        if moving & {styles.default("paragraph"), styles.default("table")}:
            yield Placed(Spot(STYLES, -1), "")
        for part, root in roots.items() if moving else ():
            yield from (
                Placed(spot(part, root, each), "") for each in root.iter(named) if val(each) in moving
            )


def _id(style: etree._Element) -> str:
    return val(style, "styleId")


def _moves(styles: Styles, key: str, way: tuple[str, str]) -> bool:
    found = (link.find("/".join(way)) for link in styles.chain(key))
    first = next((each for each in found if each is not None), None)
    return first is not None and val(first, "dropCap") in ("", "none")
