"""The drawings, frames and tables that are put somewhere on a page: whether one was moved, enlarged or filled.

What stands in them is read as any other text; what they cover is read too, and not seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.comparing import _wording
from botilbudlaege.rendering.comparing._spots import Spot, spot
from botilbudlaege.rendering.drawn import _fills, _shapes, _words
from botilbudlaege.rendering.letters._measures import POINT, twips
from botilbudlaege.rendering.sight import _page
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import STYLES, Styles, related, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lxml import etree

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_VML = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FRAME, _FLOATING, _TABLE = f"{W}framePr", f"{W}tblpPr", f"{W}tbl"
_LETTERS = f"{_VML}textpath"
_OLD_WRAP = "{urn:schemas-microsoft-com:office:word}wrap"
_MAKING_ROOM_OF_OLD = frozenset({"square", "topAndBottom", "tight"})
_P, _T = f"{W}p", f"{W}t"
_ANCHOR, _INLINE, _OLD = f"{_WP}anchor", f"{_WP}inline", (f"{W}pict", f"{W}object")
_PICTURES = (f"{_A}blip", f"{_VML}imagedata")
_OF_FRAMES = {f"{W}pStyle": (f"{W}pPr", _FRAME), f"{W}tblStyle": (f"{W}tblPr", _FLOATING)}
_WAYS_OF_FRAMES = (("h", "x", False), ("v", "y", True))
_WAYS_OF_TABLES = (("horz", "tblpX", False), ("vert", "tblpY", True))
"""What a place is counted from, what says it, and whether it is one down the page."""
_EMU, _WHOLE = 12_700, 100_000
"""How many of the measures of drawings make a point, and how many make all of a page."""
_ON = ("1", "true")
_MAKING_ROOM = frozenset({"wrapSquare", "wrapTopAndBottom", "wrapTight"})
"""How text makes room for a drawing, which else lies over it or under it."""
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
    """A drawing, a frame or a table on a page.

    Args:
        spot: Where it stands in the text.
        text: What stands in it.
        places: Where it stands across the page and down it; None where that is not said.
        sides: Its width and height in points; 0 where that is not said, or where it grows with its text.
        is_filled: Whether it covers what is under it.
        is_drawn: Whether it is drawn, and none of the frames and tables.
        is_over: Whether text makes no room for it.
    """

    spot: Spot
    text: str
    places: tuple[Place | None, Place | None] = (None, None)
    sides: tuple[float, float] = (0.0, 0.0)
    is_filled: bool = True
    is_drawn: bool = False
    is_over: bool = False


_IN_LINE = Place("line", 0.0)
"""Where stands what is drawn among the letters of a line."""


def placed(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> list[Placed]:
    """List what is drawn, and the paragraphs and tables that are put somewhere, in order; those of a style by their place alone.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    found = [
        _Found(name, element, roots)
        for name, root in roots.items()
        for element in root.iter(_FRAME, _FLOATING, _ANCHOR, _INLINE, *_OLD)
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


def raised(now: Mapping[str, etree._Element], then: Mapping[str, etree._Element]) -> etree._Element | None:
    """Give the lowest drawing that lies over another one than it did; None where all lie as they did, or others are there."""
    below, above = _stack(then), _stack(now)
    texts, others = ([text for text, _ in stack] for stack in (above, below))
    if sorted(texts) != sorted(others):
        return None
    return next((drawing for (text, drawing), was in zip(above, others, strict=True) if text != was), None)


def _stack(roots: Mapping[str, etree._Element]) -> list[tuple[str, etree._Element]]:
    """List the texts of the drawings that float over a document, from the lowest up."""
    found = [
        each
        for each in roots[_package.DOCUMENT].iter(_ANCHOR)
        if next(each.iterancestors(_FALLBACK), None) is None
    ]
    return [
        (_text(each), each) for each in sorted(found, key=lambda each: _emu(each.get("relativeHeight", "")))
    ]


def _kind(each: Placed) -> tuple[str, bool]:
    return each.spot.part, each.is_drawn


def _stands_as(now: Placed, was: Placed) -> bool:
    """Tell whether one stands where the other did, is not much larger, and covers no more."""
    is_larger = any(
        one and other and one > other + max(_SLACK, other * _SHARE)
        for one, other in zip(now.sides, was.sides, strict=True)
    )
    is_there = all(map(_is_near, now.places, was.places))
    covers_more = now.is_filled > was.is_filled or now.is_over > was.is_over
    return is_there and not is_larger and not covers_more


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
        element: A drawing, or the property of a paragraph or a table.
        roots: The parts that a reader sees.
    """

    def __init__(self, part: str, element: etree._Element, roots: Mapping[str, etree._Element]) -> None:
        self.element, self._part, self._roots = element, part, roots

    def placed(self) -> Placed | None:
        """Give it; None where it is for older programs, or an initial of its paragraph."""
        if next(self.element.iterancestors(_FALLBACK), None) is not None:
            return None
        if self.element.tag in (_FRAME, _FLOATING):
            return self._of_property()
        return self._of_old_drawing() if self.element.tag in _OLD else self._of_drawing()

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

    def _of_drawing(self) -> Placed:
        drawing = self.element
        children = {str(each.tag).rpartition("}")[2]: each for each in _children(drawing)}
        extent = children.get("extent")
        wide, high = (
            (self._share(children.get(f"sizeRel{way}"), is_down=way == "V") or _emu(_said(extent, side)))
            for way, side in (("H", "cx"), ("V", "cy"))
        )
        width, height = _shapes.room(drawing, (wide, high))
        across, down = (
            _IN_LINE if drawing.tag == _INLINE else self._of_position(children, way, (side, by))
            for way, side, by in (("H", width, (wide - width) / 2), ("V", 0.0, (high - height) / 2))
        )
        grows = next(drawing.iter(f"{_A}spAutoFit"), None) is not None
        is_behind = drawing.get("behindDoc", "0") in _ON
        is_filled = any(map(_fills.covers, drawing.iter(f"{_WPS}wsp")))
        sides = (width, 0.0 if grows else height)
        found = self._drawn((across, down), sides, is_filled=is_filled, is_behind=is_behind)
        return attrs.evolve(found, is_over=drawing.tag == _ANCHOR and _MAKING_ROOM.isdisjoint(children))

    def _of_position(
        self, children: Mapping[str, etree._Element], way: str, room: tuple[float, float]
    ) -> Place | None:
        """Give the place of a drawing in one direction, as it is turned: by its side, and how far that moves it; None where it is not said."""
        drawing, position, is_down = self.element, children.get(f"position{way}"), way == "V"
        if drawing.get("simplePos", "0") in _ON:
            return Place("page", _emu(_said(children.get("simplePos"), "y" if is_down else "x")))
        base = _said(position, "relativeFrom")
        for said in () if position is None else position:
            name, text = str(said.tag).rpartition("}")[2], said.text or ""
            if name.startswith("pct"):
                return Place(base, self._share(position, is_down=is_down))
            return self._place(
                base, text if name == "align" else "", _emu(text) + room[1], room[0], is_down=is_down
            )
        return None

    def _share(self, holder: etree._Element | None, *, is_down: bool) -> float:
        """Give a length that is a share of the page; 0 where none is said."""
        page = _page.page_of(self._roots[_package.DOCUMENT])
        said = next((each.text or "" for each in holder), "") if holder is not None else ""
        share = int(said) / _WHOLE if said.lstrip("-").isdecimal() else 0.0
        return share * (page.height if is_down else page.width) / POINT

    def _of_old_drawing(self) -> Placed | None:
        shape = next(filter(_is_shape, self.element.iterchildren()), None)
        if shape is None:
            return None
        styles = (each.get("style", "") for each in (shape, *shape.iterchildren(f"{_VML}textbox")))
        said = {name.lower(): text.strip().lower() for style in styles for name, text in _SAID.findall(style)}
        begins = shape.get("from", "").partition(",")  # as lines say it
        said = {"left": begins[0].strip(), "top": begins[2].strip(), **said} if begins[1] else said
        width, height = _points(said.get("width", "")), _points(said.get("height", ""))
        across, down = (
            self._place(
                said.get(f"mso-position-{way}-relative", ""),
                said.get(f"mso-position-{way}", "").replace("absolute", ""),
                _points(said.get(f"margin-{side}", said.get(side, ""))),
                measure,
                is_down=way == "vertical",
            )
            if said.get("position") == "absolute"
            else _IN_LINE
            for way, side, measure in (("horizontal", "left", width), ("vertical", "top", 0.0))
        )
        grows = said.get("mso-fit-shape-to-text", "f") in ("t", "true")
        is_behind = said.get("z-index", "").startswith("-")
        is_lettering = any(each.get("string") for each in shape.iterchildren(_LETTERS))
        is_filled = not is_lettering and _fills.covers(shape)
        sides = (width, 0.0 if grows else height)
        found = self._drawn((across, down), sides, is_filled=is_filled, is_behind=is_behind)
        wraps = {str(each.get("type", "")) for each in self.element.iter(_OLD_WRAP)}
        return attrs.evolve(found, is_over=across is not _IN_LINE and wraps.isdisjoint(_MAKING_ROOM_OF_OLD))

    def _drawn(
        self,
        places: tuple[Place | None, Place | None],
        sides: tuple[float, float],
        *,
        is_filled: bool,
        is_behind: bool,
    ) -> Placed:
        """Give a drawing, which covers nothing in a line or behind the text; the sides of pictures are looked at elsewhere."""
        at = spot(self._part, self._roots[self._part], self.element)
        is_picture = next(self.element.iter(*_PICTURES), None) is not None
        sides = (0.0, 0.0) if is_picture else sides
        covers = (is_picture or is_filled) and not is_behind and _IN_LINE not in places
        words = _text(self.element) or _wording.plain(
            "".join(each.text for each in _words.words(self.element))
        )
        return Placed(at, words, places, sides, covers, is_drawn=True)

    def _place(self, base: str, side: str, far: float, width: float, *, is_down: bool) -> Place:
        """Give a place; of one at a side across the page also how far that is, as programs write one for the other."""
        base = _SAME_BASE.get(base, base)
        if is_down:
            return Place("paragraph" if base == "column" else base, None if side else far, side)
        if not side:
            return Place(base, far)
        page = _page.page_of(self._roots[_package.DOCUMENT])
        room = (page.width if base == "page" else page.room) / POINT - width
        known = {"left": 0.0, "center": room / 2, "right": room}
        return Place(base, known.get(side), side)


def _is_shape(element: etree._Element) -> bool:
    return str(element.tag).startswith(_VML) and element.tag != f"{_VML}shapetype"


def _children(drawing: etree._Element) -> Iterator[etree._Element]:
    """List what a drawing says of itself; of alternatives the first, as Word has it."""
    for child in drawing:
        yield from child[0] if child.tag == _ALTERNATIVES and len(child) else (child,)


def _said(element: etree._Element | None, name: str) -> str:
    return "" if element is None else element.get(name, "")


def _emu(text: str) -> float:
    return int(text) / _EMU if text.lstrip("-").isdecimal() else 0.0


def _points(text: str) -> float:
    return twips(text) / POINT


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
