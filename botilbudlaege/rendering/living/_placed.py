"""The boxes, frames and tables that stand where they are put on a page, and whether one was moved, enlarged or filled.

What stands in them is read as any other text; what they cover is read too, and not seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.living import _wording
from botilbudlaege.rendering.sight import _page
from botilbudlaege.rendering.word import _package
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
_WAYS_OF_FRAMES = (("h", "x", False), ("v", "y", True))
_WAYS_OF_TABLES = (("horz", "tblpX", False), ("vert", "tblpY", True))
"""What a place is counted from, what says it, and whether it is one down the page."""
_EMU = 12_700
"""How many of the measures of drawings make a point."""
_SLACK, _SHARE, _FAR = 8.0, 0.25, 36.0
"""Points, and the share of a side, by which a box may be larger; and points by which it may stand elsewhere."""
_INITIAL = 12
"""Letters: an initial that goes down over some lines of its paragraph has no more."""
_SAME_BASE = {
    **dict.fromkeys(("text", "char", "character", "column", ""), "column"),
    **dict.fromkeys(("line", "paragraph"), "paragraph"),
    **{f"{side}-margin-area": f"{side}Margin" for side in ("left", "right", "top", "bottom")},
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
class Place:
    """Where something stands on a page, in one direction.

    Args:
        base: What it is counted from.
        far: How far from there in points; None where it stands at a side, and nobody knows how far that is.
        side: At which side it stands; empty where it is put so far.
    """

    base: str
    far: float | None
    side: str = ""


@attrs.frozen
class Placed:
    """A box, a frame or a table on a page.

    Args:
        spot: Where it stands in the text.
        text: What stands in it.
        places: Where it stands across the page and down it; None where that is not said.
        sides: Its width and height in points; 0 where that is not said, or where it grows with its text.
        is_filled: Whether it covers what is under it.
        is_box: Whether it is a box.
    """

    spot: Spot
    text: str
    places: tuple[Place | None, Place | None] = (None, None)
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
        _Found(name, element, roots)
        for name, root in roots.items()
        for element in root.iter(_FRAME, _FLOATING, _BOX)
    ]
    return [*(placed for each in found if (placed := each.placed()) is not None), *_by_style(parts, roots)]


def others(now: Sequence[Placed], then: Sequence[Placed], texts: Collection[str]) -> Iterator[Placed]:
    """List those that were moved, enlarged, filled, or put around another paragraph.

    Programs write several of one paragraph in an order of their own, so each may be any that stood as it stands.

    Args:
        now: What there is.
        then: What there was; of a part with more or fewer of a kind nothing is told.
        texts: What the paragraphs of the document said.
    """
    for kind in dict.fromkeys(map(_kind, now)):
        left = [each for each in then if _kind(each) == kind]
        there = [each for each in now if _kind(each) == kind]
        for each in there if len(there) == len(left) else ():
            alike = sorted(
                (was for was in left if _stands_as(each, was)), key=lambda was: was.text != each.text
            )
            if alike:
                left.remove(alike[0])
            if not alike or (each.text != alike[0].text and each.text in texts):
                yield each


def _kind(each: Placed) -> tuple[str, bool]:
    return each.spot.part, each.is_box


def _stands_as(now: Placed, was: Placed) -> bool:
    """Tell whether one stands where the other did, is not much larger, and covers no more."""
    is_larger = any(
        one and other and one > other + max(_SLACK, other * _SHARE)
        for one, other in zip(now.sides, was.sides, strict=True)
    )
    is_there = all(map(_is_near, now.places, was.places))
    return is_there and not is_larger and now.is_filled <= was.is_filled


def _is_near(now: Place | None, was: Place | None) -> bool:
    """Tell whether two places are near each other; of one that is not said nothing is known."""
    if now is None or was is None:
        return True
    if now.side and now.side == was.side:
        return now.base == was.base
    is_known = now.base == was.base and now.far is not None and was.far is not None
    return is_known and abs((now.far or 0.0) - (was.far or 0.0)) <= _FAR


class _Found:
    """What puts something on a page.

    Args:
        part: The part.
        element: The text of a box, or the property of a paragraph or a table.
        roots: The parts that a reader sees.
    """

    def __init__(self, part: str, element: etree._Element, roots: Mapping[str, etree._Element]) -> None:
        self.element, self._part, self._roots = element, part, roots

    def placed(self) -> Placed | None:
        """Give it; None where it is for older programs, or an initial of its paragraph."""
        if next(self.element.iterancestors(_FALLBACK), None) is not None:
            return None
        if self.element.tag != _BOX:
            return self._of_property()
        anchor = next(self.element.iterancestors(*_ANCHORS), None)
        return self._of_old_box() if anchor is None else self._of_anchor(anchor)

    def _of_property(self) -> Placed | None:
        element, is_frame = self.element, self.element.tag == _FRAME
        text = _text(next(element.iterancestors(_P if is_frame else _TABLE), None))
        is_initial = val(element, "dropCap") in ("drop", "margin") and len(text) <= _INITIAL
        if is_initial and not (val(element, "x") or val(element, "y")):
            return None
        sides = (_points(val(element, "w")), _points(val(element, "h")))
        across, down = (
            self._place(
                val(element, f"{anchor}Anchor"),
                val(element, f"{way}{'Align' if is_frame else 'Spec'}"),
                _points(val(element, way)),
                0.0 if is_down else sides[0],
                is_down=is_down,
            )
            for anchor, way, is_down in (_WAYS_OF_FRAMES if is_frame else _WAYS_OF_TABLES)
        )
        return Placed(spot(self._part, self._roots[self._part], element), text, (across, down), sides)

    def _of_anchor(self, anchor: etree._Element) -> Placed:
        extent = anchor.find(f"{_WP}extent")
        width, height = (_emu(extent.get(side, "")) if extent is not None else 0.0 for side in ("cx", "cy"))
        shape = next(self.element.iterancestors(f"{_WPS}wsp"), None)
        grows = shape is not None and next(shape.iter(f"{_A}spAutoFit"), None) is not None
        found: list[Place | None] = []
        for name, side in (("positionH", width), ("positionV", 0.0)):
            position = anchor.find(f"{_WP}{name}")
            aligned, offset = (
                "" if position is None else position.findtext(f"{_WP}{said}", "")
                for said in ("align", "posOffset")
            )
            is_said = position is not None and bool(aligned or offset)
            base = "" if position is None else position.get("relativeFrom", "")
            place = self._place(base, aligned, _emu(offset), side, is_down=name == "positionV")
            found.append(place if is_said else None)
        return self._box((found[0], found[1]), (width, 0.0 if grows else height), is_filled=_is_filled(shape))

    def _of_old_box(self) -> Placed:
        shape = next((each for each in self.element.iterancestors() if _is_shape(each)), None)
        if shape is None:
            return self._box((None, None), (0.0, 0.0), is_filled=False)
        styles = (each.get("style", "") for each in self.element.iterancestors() if each.tag.startswith(_VML))
        said = {name.lower(): text.strip().lower() for style in styles for name, text in _SAID.findall(style)}
        width, height = _points(said.get("width", "")), _points(said.get("height", ""))
        across, down = (
            self._place(
                said.get(f"mso-position-{way}-relative", ""),
                said.get(f"mso-position-{way}", "").replace("absolute", ""),
                _points(said.get(f"margin-{side}", said.get(side, ""))),
                measure,
                is_down=way == "vertical",
            )
            for way, side, measure in (("horizontal", "left", width), ("vertical", "top", 0.0))
        )
        grows = said.get("mso-fit-shape-to-text", "f") in ("t", "true")
        is_filled = shape.get("filled", "t") not in ("f", "false")
        return self._box((across, down), (width, 0.0 if grows else height), is_filled=is_filled)

    def _box(
        self, places: tuple[Place | None, Place | None], sides: tuple[float, float], *, is_filled: bool
    ) -> Placed:
        at = spot(self._part, self._roots[self._part], self.element)
        return Placed(at, _text(self.element), places, sides, is_filled, is_box=True)

    def _place(self, base: str, side: str, far: float, width: float, *, is_down: bool) -> Place:
        """Give a place; of one at a side across the page also how far that is, as programs write one for the other."""
        base = _SAME_BASE.get(base, base)
        if is_down:
            return Place("paragraph" if base == "column" else base, None if side else far, side)
        if not side:
            return Place(base, far)
        page = _page.page_of(self._roots[_package.DOCUMENT])
        room = (page.width if base == "page" else page.room) / _page.POINT - width
        known = {"left": 0.0, "center": room / 2, "right": room}
        return Place(base, known.get(side), side)


def _is_shape(element: etree._Element) -> bool:
    is_drawn = str(element.tag).startswith(_VML) and element.tag != f"{_VML}textbox"
    return is_drawn and bool(element.get("style"))


def _is_filled(shape: etree._Element | None) -> bool:
    look = None if shape is None else shape.find(f"{_WPS}spPr")
    return look is not None and any(child.tag in _FILLS for child in look)


def _emu(text: str) -> float:
    return int(text) / _EMU if text.lstrip("-").isdecimal() else 0.0


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
