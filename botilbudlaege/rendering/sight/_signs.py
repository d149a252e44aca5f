"""The signs in a run beside its plain text, what is drawn, and the text in it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from botilbudlaege.rendering.drawn import _shapes, _words
from botilbudlaege.rendering.letters import _fonts
from botilbudlaege.rendering.letters._measures import twips
from botilbudlaege.rendering.word._styles import OFF, number
from botilbudlaege.rendering.word._text import CHARACTERS, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Fallback"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_VML = "{urn:schemas-microsoft-com:vml}"
_UNSHOWN = re.compile(r"(?:visibility\s*:\s*hidden|display\s*:\s*none)", re.IGNORECASE)
_THIN = 36_000
"""A millimetre, as drawings count."""
_MEASURED = re.compile(
    r"(?:^|;)\s*(margin-left|margin-top|left|top|width|height)\s*:\s*(-?\d{1,7}(?:\.\d{1,4})?)(pt|in|cm|mm|px|pc)",
    re.IGNORECASE,
)
_ALIGNED = re.compile(r"mso-position-(horizontal|vertical)\s*:\s*(?!absolute)[a-z]", re.IGNORECASE)
_SIDES = {"margin-left": "horizontal", "left": "horizontal", "margin-top": "vertical", "top": "vertical"}
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12.0}
_FLAT, _FAR = 3.0, 1200.0
"""Points: what is lower shows no letter, and what is further away is on no page."""
_BEYOND = 15_240_000
"""As far, as drawings count."""
_BEYOND_ITS_BOX, _NARROW = 720_000, 15.0
"""How far a text may be drawn out of its box, as drawings count; and points, in which no word has room."""
_BEYOND_ITS_OLD_BOX = 1134.0
"""The same in twips."""
_SMALLEST = 40_000
"""Thousandths of a percent that are left of letters at least."""
_FARTHEST = 4.0
"""Widths or heights of a drawing: what stands farther away in it is on no page."""
_TEXTBOX = f"{W}txbxContent"
_HOLDERS = (_TEXTBOX, *_words.HOLDERS)
_NAMED = frozenset({*_shapes.SHAPES, *_shapes.GROUPS})
EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_T, _BR, _SYMBOL = f"{W}t", f"{W}br", f"{W}sym"
_OF_THE_DAY = tuple(f"{part}{length}" for part in ("day", "month", "year") for length in ("Short", "Long"))
_NOTES = {f"{W}footnoteReference": "[fodnote]", f"{W}endnoteReference": "[slutnote]"}
_CHARACTERS = {
    **CHARACTERS,
    f"{W}ptab": "\t",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
    f"{W}pgNum": "[PAGE]",
    **_NOTES,
    **{f"{W}{name}": "[DATE]" for name in _OF_THE_DAY},
}
SIGNS = (*_CHARACTERS, _BR, _SYMBOL, EMOJI)
"""What stands in a run for a character."""
_LEADERS = {"dot": "…", "hyphen": "---", "underscore": "___", "heavy": "___", "middleDot": "···"}


def character(element: etree._Element) -> str:
    """Give the text of what stands in a run."""
    tag = element.tag
    if tag == _T:
        return shown(element)
    if tag == _BR:
        return "" if element.get(f"{W}type") in ("page", "column") else "\n"
    if tag == EMOJI:
        return emoji(element)
    if tag == _SYMBOL:
        return _symbol(element.get(f"{W}char", ""), element.get(f"{W}font", ""))
    if tag in _NOTES and element.get(f"{W}customMarkFollows", "0") not in OFF:
        return ""  # its mark stands in the text
    return _CHARACTERS.get(str(tag), "") + leader(element)


def emoji(sign: etree._Element) -> str:
    """Give a sign of Word's own itself; nothing where its code is none."""
    try:
        return chr(int(sign.get(EMOJI.replace("symEx", "char"), ""), 16))
    except (ValueError, OverflowError):
        return ""


def shown(text: etree._Element) -> str:
    """Give a text as Word shows it: without the spaces at its ends, unless it says that they are kept."""
    said = text.text or ""
    if said[:1].isspace() or said[-1:].isspace():
        around = (text, *text.iterancestors())
        kept = next((each.get(_SPACE, "") for each in around if each.get(_SPACE) is not None), "")
        return said if kept == "preserve" else said.strip(" \t\r\n")
    return said


def leader(stop: etree._Element) -> str:
    """Give what a tab is filled with, of its stop or of itself."""
    return _LEADERS.get(stop.get(f"{W}leader", ""), "")


def _symbol(code: str, font: str) -> str:
    """Give a character by its number in a font; one that is no character in a text is shown as unknown."""
    if not re.fullmatch("[0-9A-Fa-f]{1,4}", code):
        return ""
    char = chr(int(code, 16))
    return (
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(char) in ("Cc", "Cs")
        else _fonts.in_font(char, font)
    )


def alternative(element: etree._Element) -> str:
    """Give the text that stands for a sign which not every program knows, as an emoji."""
    if element.tag != _ALTERNATIVES or next(element.iter(_TEXTBOX), None) is not None:
        return ""
    texts = ("".join(text.text or "" for text in each.iter(_T)) for each in element)
    return next(filter(None, texts), "")


def boxes(element: etree._Element) -> list[etree._Element]:
    """Find the text boxes of a drawing, seen or not; of alternatives the first."""
    return [
        box
        for box in element.iter(_TEXTBOX)
        if next(box.iterancestors(_FALLBACK), None) is None
        and next(box.iterancestors(_TEXTBOX), None) in (None, next(element.iterancestors(_TEXTBOX), None))
    ]


def is_unseen(drawn: etree._Element) -> bool:
    """Tell whether something drawn, or what is around it, says that it is not shown, or shows nothing of it."""
    is_text = drawn.tag in _HOLDERS
    around = (drawn, *drawn.iterancestors())
    return any(_hides(each, is_text=is_text) for each in around) or (is_text and _has_no_room(drawn))


def _has_no_room(drawn: etree._Element) -> bool:
    """Tell whether what holds words stands in a shape that shrinks them, or that its groups make flat, or put far from its drawing."""
    holder = next((each for each in _shapes.around(drawn) if each.tag in _shapes.SHAPES), None)
    if holder is not None and _is_shrunk(holder):
        return True
    if holder is None or not any(each.tag in _shapes.GROUPS for each in _shapes.around(drawn)):
        return False
    shape = _shapes.shape(holder)
    grows = next(holder.iter(f"{_A}spAutoFit"), None) is not None
    wide, high = shape.sides
    far = max(abs(shape.box[0]), abs(shape.box[1]))
    unsaid = 0.0 if str(holder.tag).startswith(_VML) else -1.0
    is_flat = unsaid < wide < _FLAT or (unsaid < high < _FLAT and not grows)
    return is_flat or far > _FARTHEST


def _is_shrunk(shape: etree._Element) -> bool:
    """Tell whether a shape shrinks its text, or sets it in columns, until nobody reads it, or puts it beside itself."""
    for box in shape.iterchildren(_shapes.OLD_BOX):
        if any(twips(side.strip()) < -_BEYOND_ITS_OLD_BOX for side in box.get("inset", "").split(",")):
            return True
    for body in shape.iterchildren(f"{_WPS}bodyPr"):
        fits = (fit.get("fontScale", "") for fit in body.iterchildren(f"{_A}normAutofit"))
        kept = (number(body.get(f"{side}Ins", "")) for side in "ltrb")
        columns = max(1, number(body.get("numCol", "")))
        wide = _shapes.shape(shape).sides[0]
        if (
            any(fit.isdecimal() and int(fit) < _SMALLEST for fit in fits)
            or any(each < -_BEYOND_ITS_BOX for each in kept)
            or 0 < wide / columns < _NARROW
        ):
            return True
    return False


def _hides(around: etree._Element, *, is_text: bool) -> bool:
    """Tell whether something hides what stands in it: a line or a figure is seen though it is flat, and a text is not."""
    if around.tag in (f"{_WP}inline", f"{_WP}anchor"):
        extent = around.find(f"{_WP}extent")
        grows = next(around.iter(f"{_A}spAutoFit"), None) is not None  # Word keeps no height of it
        sides = [] if extent is None else [extent.get("cx", ""), "" if grows else extent.get("cy", "")]
        offsets = [each.text or "" for each in around.iterfind(f"*/{_WP}posOffset")]
        return (
            _says_hidden(around.find(f"{_WP}docPr"))
            or around.get("hidden", "0") in ("1", "true")
            or (is_text and any(side.isdecimal() and int(side) < _THIN for side in sides))
            or any(each.lstrip("-").isdecimal() and abs(int(each)) > _BEYOND for each in offsets)
        )
    if str(around.tag).startswith(_VML):
        is_printed = around.get("print", "t") not in (*OFF, "f")
        return not is_printed or _is_unshown(around.get("style", ""), is_text=is_text)
    return around.tag in _NAMED and any(map(_says_hidden, _names(around)))


def _names(shape: etree._Element) -> Iterator[etree._Element]:
    """List what names a shape or a group, and may say that it is hidden: it stands right in it, or one step further."""
    for each in shape:
        name = str(each.tag).rpartition("}")[2]
        if name == "cNvPr":
            yield each
        elif name.startswith("nv"):
            yield from (inner for inner in each if str(inner.tag).endswith("}cNvPr"))


def _says_hidden(properties: etree._Element | None) -> bool:
    return properties is not None and properties.get("hidden") in ("1", "true", "on")


def _is_unshown(style: str, *, is_text: bool) -> bool:
    """Tell whether the style of an old drawing hides it, makes it flat, or puts it beside the page."""
    if _UNSHOWN.search(style):
        return True
    aligned = {side.lower() for side in _ALIGNED.findall(style)}
    for said, measure, unit in _MEASURED.findall(style):
        name, points = said.lower(), float(measure) * _POINTS[unit.lower()]
        if name in _SIDES and _SIDES[name] in aligned:
            continue  # it stands where it is aligned, whatever is said beside
        if (is_text and name in ("width", "height") and points < _FLAT) or abs(points) > _FAR:
            return True
    return False
