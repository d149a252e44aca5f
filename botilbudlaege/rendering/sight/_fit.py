"""The fit of a text in a box or a row that does not grow with it: what has no room there is cut off, and nobody reads it.

The letters of a file are not measured here. A text is told to have no room only where it would have none with narrow
letters in tight lines.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.letters._faint import NARROWEST
from botilbudlaege.rendering.letters._measures import POINT, TALL, twips
from botilbudlaege.rendering.word._styles import is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

    from botilbudlaege.rendering.sight import _page

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_VML = "{urn:schemas-microsoft-com:vml}"
_NARROW = 0.4
"""How wide a letter is at least, in sizes, in the middle of a text."""
_CUT = 0.25
"""How much of a line may be cut off, in sizes."""
_HALF = 0.5
"""How much of the only line may be."""
_TWIPS = 635.0
"""How much a twip is, as drawings count."""
_BLOCK = re.compile(r"\s*\{%p\b.*%\}\s*")  # a line that goes when the template is filled
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")  # nobody knows how long what stands there will be
_MEASURED = re.compile(
    r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,7}(?:\.\d{1,4})?(?:pt|in|cm|mm|pc))", re.IGNORECASE
)
_GROWS = re.compile(
    r"mso-fit-shape-to-text\s*:\s*t|layout-flow|mso-next-textbox|mso-wrap-style\s*:\s*none", re.IGNORECASE
)


def has_room(
    paragraph: etree._Element, room: tuple[float, float], size: float, *, alone: bool = False
) -> bool:
    """Tell whether a paragraph, after those before it, has room.

    Args:
        paragraph: The paragraph.
        room: The width and the height that there are, in twips.
        size: The size of its letters, in points.
        alone: Whether it has the room for itself, as in a frame.
    """
    width, height = room
    if height >= TALL:
        return True
    letter = size * POINT
    in_a_line = max(1.0, width / (letter * _NARROW))
    before = () if alone else paragraph.itersiblings(f"{W}p", preceding=True)
    texts = (each for each in (paragraph, *before) if not _BLOCK.fullmatch(_text(each)))
    lines = sum(max(1, math.ceil(len(_TAG.sub("", _text(each))) / in_a_line)) for each in texts)
    return lines * letter <= height + letter * (_CUT if lines > 1 else _HALF)


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def of_frame(frame: etree._Element | None, page: _page.Page) -> tuple[float, float]:
    """Give the width and the height of the frame of a paragraph in twips; much where it grows, or there is none."""
    if frame is None or val(frame, "hRule") != "exact":
        return page.room, TALL
    return twips(val(frame, "w")) or page.room, twips(val(frame, "h")) or TALL


def is_tabbed_off(paragraph: etree._Element, tabs: etree._Element | None, page: _page.Page) -> bool:
    """Tell whether a tab leads text beside the page."""
    return is_far(tabs, page) and any(run.find(f"{W}tab") is not None for run in paragraph.iter(f"{W}r"))


def is_far(tabs: etree._Element | None, page: _page.Page) -> bool:
    """Tell whether some stop of tabs is beside the page."""
    stops = () if tabs is None else tabs
    return any(val(each) != "clear" and twips(val(each, "pos")) > page.width for each in stops)


def cell_width(cell: etree._Element, page: _page.Page) -> float:
    """Give how wide a cell is said to be, in twips; as the page where it is not said by measure."""
    own = cell.find(f"{W}tcPr/{W}tcW")
    said = 0.0 if own is None or val(own, "type") not in ("", "dxa") else twips(val(own, "w"))
    return said or page.room


def is_squeezed(cell: etree._Element, page: _page.Page) -> bool:
    """Tell whether the text of a cell is pressed together until it fits on a line, and nothing is left of its letters."""
    marks = (mark for look in cell.iterchildren(f"{W}tcPr") for mark in look.iterchildren(f"{W}tcFitText"))
    if not is_on(next(marks, None)):
        return False
    letters = max((len(_text(each)) for each in cell.iterchildren(f"{W}p")), default=0)
    return cell_width(cell, page) < NARROWEST * letters


def among_letters(drawing: etree._Element) -> float:
    """Give how high a drawing is that stands among letters, in twips; 0 for one that does not."""
    inline = next((each for each in drawing if str(each.tag).endswith("}inline")), None)
    extent = (
        None if inline is None else next((each for each in inline if str(each.tag).endswith("}extent")), None)
    )
    high = "" if extent is None else extent.get("cy", "")
    return int(high) / _TWIPS if high.isdecimal() else 0.0


def of_box(box: etree._Element, page: _page.Page) -> tuple[float, float]:
    """Give the width and the height of a text box in twips; much where it grows with its text, or that is not said."""
    for around in box.iterancestors():
        if around.tag == f"{_WPS}wsp":
            return _drawn(around, page)
        if str(around.tag).startswith(_VML) and around.get("style") and around.tag != f"{_VML}textbox":
            return _old(around, box, page)
    return page.room, TALL


def _drawn(shape: etree._Element, page: _page.Page) -> tuple[float, float]:
    extent, body = shape.find(f"{_WPS}spPr/{_A}xfrm/{_A}ext"), shape.find(f"{_WPS}bodyPr")
    usual = body is not None and body.get("vert", "horz") == "horz" and body.get("wrap", "square") == "square"
    grows = not usual or (body is not None and body.find(f"{_A}spAutoFit") is not None)
    is_alone = (
        shape.find(f"{_WPS}linkedTxbx") is None and next(shape.iterancestors(f"{_WPG}wgp"), None) is None
    )
    text = shape.find(f"{_WPS}txbx")
    if extent is None or grows or not is_alone or (text is not None and text.get("id")):
        return page.room, TALL
    sides = (extent.get("cx", ""), extent.get("cy", ""))
    width, height = (int(side) / _TWIPS if side.isdecimal() else TALL for side in sides)
    if body is None:
        return width, height
    return width - _kept(body, "lIns", "rIns"), height - _kept(body, "tIns", "bIns")


def _kept(body: etree._Element, *sides: str) -> float:
    """Give how much is kept free at two sides of a box, in twips, where that is said."""
    said = (body.get(side, "") for side in sides)
    return sum(int(side) / _TWIPS for side in said if side.isdecimal())


def _old(shape: etree._Element, box: etree._Element, page: _page.Page) -> tuple[float, float]:
    around = box.getparent()
    styles = (shape.get("style", ""), "" if around is None else around.get("style", ""))
    if any(map(_GROWS.search, styles)) or next(shape.iterancestors(f"{_VML}group"), None) is not None:
        return page.room, TALL
    said = {name.lower(): twips(text.lower()) for name, text in _MEASURED.findall(styles[0])}
    inset = ("" if around is None else around.get("inset", "")).lower().split(",")
    left, top, right, bottom = (twips(side.strip()) for side in (*inset, "", "", "", "")[:4])
    width, height = said.get("width", page.room), said.get("height", TALL)
    return width - left - right, height - top - bottom
