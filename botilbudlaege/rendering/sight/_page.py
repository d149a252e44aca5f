"""The room that a text has: whether its lines are on the page, and high enough for its letters.

What a paragraph says of its shape is worked out down its styles; of the page only its size and margins are known.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.letters._measures import POINT, TALL, twips
from botilbudlaege.rendering.word._styles import OFF, is_on, number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_INDENT, _SPACING, _FRAME, _BORDERS = f"{W}ind", f"{W}spacing", f"{W}framePr", f"{W}pBdr"
_ALIGNED = f"{W}jc"
_SHAPED = frozenset({_INDENT, _SPACING, _FRAME, _ALIGNED})
FOLDED, FROM_RIGHT = "{http://schemas.microsoft.com/office/word/2012/wordml}collapsed", f"{W}bidi"
_SWITCHES = frozenset({FOLDED, FROM_RIGHT})
"""What a paragraph says of itself that is on or off: a heading whose text Word folds away, and lines that begin at the right."""
_AT_THE_RIGHT, _IN_THE_MIDDLE = ("right", "end"), "center"
_MOST_LINES = 50.0
"""Single lines; a line that is as high as more begins on one page and ends on none."""
TABS, BARRED = f"{W}tabs", "tabs.bar"
_ACROSS = ("pBdr.top", "pBdr.bottom", "pBdr.between")
"""The lines that may be drawn above and below a paragraph."""
_CHARACTER = 2.4
"""Twips in a hundredth of a letter, by which East Asian versions of Word indent."""
_ROOM = 300.0
"""Twips; where there are fewer for a line, nobody reads it."""
_FLAT = 100.0
"""Twips; a frame or a row that is lower shows no letter."""
_WIDTH, _HEIGHT, _MARGIN = 11906.0, 16838.0, 1417.0
_LINE = 240.0
"""What a single line counts as, where the distance is one by lines."""
_DENSEST = -12_288
"""How near a grid may set letters, in 4096ths of a point."""
_EIGHTHS = 8
"""How many of the measures of lines make a point."""
_HEAD = 240.0
"""Twips that the only line of a header has at least."""
_IN_CELL = 800.0
"""Twips; what is put farther to the left in a cell stands in the one before it."""


@attrs.frozen(cache_hash=True)
class Page:
    """The narrowest and the widest column of a part, and its page.

    Args:
        width: The page from left to right.
        height: The page from top to bottom.
        left: The left margin.
        right: The right margin.
        room: What is between the margins.
        deep: What is between those above and below.
        is_cut: Whether there is no room between the margins of some page.
    """

    width: float = _WIDTH
    height: float = _HEIGHT
    left: float = _MARGIN
    right: float = _MARGIN
    room: float = _WIDTH - 2 * _MARGIN
    deep: float = _HEIGHT - 2 * _MARGIN
    is_cut: bool = False


@functools.lru_cache(maxsize=64)
def in_cell(page: Page) -> Page:
    """Give a page as it is to what stands in a cell, which goes over the one before it long before the edge of the page."""
    return attrs.evolve(page, left=min(page.left, _IN_CELL))


def page_of(root: etree._Element) -> Page:
    """Give the page of a part: the widest of its sections."""
    pages = [_page(section) for section in root.iter(f"{W}sectPr")]
    if not pages:
        return Page()
    widest = max(pages, key=lambda page: page.room)
    return attrs.evolve(widest, is_cut=any(page.is_cut for page in pages))


def _page(section: etree._Element) -> Page:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = (twips(val(size, name)) or usual for name, usual in (("w", _WIDTH), ("h", _HEIGHT)))
    left, right, top, bottom = (
        twips(val(margins, name)) if margins is not None and val(margins, name) else _MARGIN
        for name in ("left", "right", "top", "bottom")
    )
    room = width - left - right - twips(val(margins, "gutter"))
    is_cut = room < _ROOM or height - abs(top) - abs(bottom) < _ROOM or left < -_ROOM or right < -_ROOM
    is_dense = is_cut or _is_dense(section.find(f"{W}docGrid"))
    deep = height - abs(top) - abs(bottom)
    return Page(
        width, height, left, right, room, deep, is_dense or _is_narrow(section.find(f"{W}cols"), room)
    )


def _is_dense(grid: etree._Element | None) -> bool:
    """Tell whether a page sets its letters in a grid in which they stand upon each other."""
    if val(grid, "type") not in ("linesAndChars", "snapToChars"):
        return False
    return twips(val(grid, "charSpace")) < _DENSEST


def _is_narrow(columns: etree._Element | None, room: float) -> bool:
    """Tell whether a page is in columns of which one has no room."""
    if columns is None:
        return False
    own = [twips(val(column, "w")) for column in columns.iterfind(f"{W}col")]
    if own and val(columns, "equalWidth") in OFF:
        return min(own) < _ROOM
    count = max(1, number(val(columns, "num")))
    return (room - (count - 1) * twips(val(columns, "space"))) / count < _ROOM


def is_header_off(section: etree._Element, name: str) -> bool:
    """Tell whether a section puts its headers, or its `footer`s, beside the page, or its text upon them.

    Word makes no room for a header where the margin is said as less than nothing.
    """
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    place, margin = twips(val(margins, name)), twips(val(margins, "top" if name == "header" else "bottom"))
    is_beneath = margin < 0 and -margin < place + _HEAD
    return is_beneath or not -_ROOM < place < (twips(val(size, "h")) or _HEIGHT) - _ROOM


def is_framed_through(section: etree._Element) -> bool:
    """Tell whether a section draws the frame of its pages through what stands on them: it counts from their edges."""
    frame, margins = section.find(f"{W}pgBorders"), section.find(f"{W}pgMar")
    if frame is None or val(frame, "offsetFrom") != "page":
        return False
    return any(
        val(line) not in ("", "nil", "none") and _reaches(line, margins, str(line.tag).rpartition("}")[2])
        for line in frame
    )


def _reaches(line: etree._Element, margins: etree._Element | None, side: str) -> bool:
    """Tell whether a line of a frame reaches the text of a page."""
    thick = number(val(line, "sz")) / _EIGHTHS
    said = val(margins, side)
    return (number(val(line, "space")) + thick) * POINT > (abs(twips(said)) if said else _MARGIN)


def shape(*properties: Iterable[etree._Element] | None) -> dict[str, str]:
    """Give what decides the room of a paragraph, the last first: attributes of its indents, distances and frame, and its lines."""
    found: dict[str, str] = {}
    for each in properties:
        for entry in () if each is None else each:
            if entry.tag in _SHAPED:
                kind = str(entry.tag).rpartition("}")[2]
                said = ((str(name).rpartition("}")[2], str(text)) for name, text in entry.attrib.items())
                found |= {f"{kind}.{name}": text for name, text in said}
            elif entry.tag == _BORDERS:
                found |= {f"pBdr.{str(line.tag).rpartition('}')[2]}": val(line) for line in entry}
            elif entry.tag == TABS and has_bar(entry):
                found[BARRED] = "1"
            elif entry.tag in _SWITCHES:
                found[entry.tag] = "1" if is_on(entry) else ""
    return found


def has_bar(tabs: etree._Element) -> bool:
    """Tell whether some of the stops of tabs are no stops, but upright lines that Word draws through a paragraph."""
    return any(val(stop) == "bar" for stop in tabs)


def is_lined(shaped: dict[str, str]) -> bool:
    """Tell whether a line is drawn above or below a paragraph, which is crossed out by it where its own lines are low."""
    return any(shaped.get(side, "nil") not in ("nil", "none", "") for side in _ACROSS)


def is_off(shaped: dict[str, str], page: Page) -> bool:
    """Tell whether a paragraph of a shape is beside the page, or has no room on it."""
    left, right = _side(shaped, "left", "start"), _side(shaped, "right", "end")
    first = _side(shaped, "firstLine") - _side(shaped, "hanging")
    if left or right or first:
        begins = min(left, left + first)
        far = max(left, left + first)
        if begins < -page.left or far + right > page.room - _ROOM or right < -page.width:
            return True
        if right < 0 and _is_pulled_off(shaped.get("jc.val", ""), far, right, page):
            return True
    return _framed_off(shaped, page)


def _is_pulled_off(aligned: str, left: float, right: float, page: Page) -> bool:
    """Tell whether a paragraph stands at a side of its lines that is beside the page, or in their middle and that is."""
    if aligned in _AT_THE_RIGHT:
        return right < -page.right - _FLAT
    return aligned == _IN_THE_MIDDLE and (left + page.room - right) / 2 > page.room + page.right - _ROOM


def beyond(shaped: dict[str, str], page: Page) -> float:
    """Give how wide the lines of a paragraph are that go on beside the page, as far as they are on it; else nothing."""
    right = _side(shaped, "right", "end")
    if right >= -page.right - _FLAT:
        return 0.0
    return page.room + page.right - _side(shaped, "left", "start")


def _side(shaped: dict[str, str], *names: str) -> float:
    for name in names:
        if f"ind.{name}Chars" in shaped and twips(shaped[f"ind.{name}Chars"]):
            return twips(shaped[f"ind.{name}Chars"]) * _CHARACTER
        if f"ind.{name}" in shaped:
            return twips(shaped[f"ind.{name}"])
    return 0.0


def _framed_off(shaped: dict[str, str], page: Page) -> bool:
    frame = {name: text for name, text in shaped.items() if name.startswith("framePr.")}
    if not frame:
        return False
    x, y, width, height = (twips(frame.get(f"framePr.{name}", "")) for name in ("x", "y", "w", "h"))
    flat = frame.get("framePr.hRule") == "exact" and height < _FLAT
    narrow = "framePr.w" in frame and 0 < width < _FLAT
    return flat or narrow or is_beside(x, y, page)


def is_beside(x: float, y: float, page: Page) -> bool:
    """Tell whether a place is beside the page, wherever on it the place is counted from."""
    return not (-page.width < x < page.width - _ROOM and -page.height < y < page.height - _FLAT)


def space_above(shaped: dict[str, str]) -> float:
    """Give how far below what is above it a paragraph begins, in twips."""
    return twips(shaped.get("spacing.before", ""))


def line_height(shaped: dict[str, str]) -> tuple[float, float]:
    """Give how high the lines of a paragraph are: in twips at most, and in single lines; what does not bind is much."""
    if "spacing.line" not in shaped:
        return TALL, TALL
    line, rule = twips(shaped["spacing.line"]), shaped.get("spacing.lineRule", "auto")
    if abs(line) > (_MOST_LINES * _LINE):
        return 0.0, 0.0  # its letters stand on the ground of a line that no page has room for
    if rule == "exact" or line < 0:
        return abs(line), TALL
    return TALL, line / _LINE if rule == "auto" else TALL


def is_row_off(row: etree._Element, aligned: str, page: Page) -> bool:
    """Tell whether a row is so much higher than its page that what is aligned in it stands on none."""
    share = {"bottom": 1.0, "center": 0.5}.get(aligned, 0.0)
    if not share:
        return False
    heights = (twips(val(entry)) for entry in row.iterfind(f"{W}trPr/{W}trHeight"))
    return max(heights, default=0.0) * share > page.deep


def row_height(row: etree._Element) -> float:
    """Give how high a row may be, in twips; much where it grows with its text."""
    heights = [entry for entry in row.iterfind(f"{W}trPr/{W}trHeight") if val(entry, "hRule") == "exact"]
    return min((twips(val(entry)) for entry in heights), default=TALL)


def is_table_off(table: etree._Element, page: Page) -> bool:
    """Tell whether a table that floats stands beside the page."""
    floats = table.find(f"{W}tblPr/{W}tblpPr")
    return floats is not None and is_beside(twips(val(floats, "tblpX")), twips(val(floats, "tblpY")), page)
