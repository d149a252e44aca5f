"""Looks that hide text from a reader, or cross it out: by its look, or by the look of its style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word._styles import DEEPEST, OFF, Styles, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

_VAL, _FILL = f"{W}val", f"{W}fill"
_LOOK, _SHAPE, _SHADE = f"{W}rPr", f"{W}pPr", f"{W}shd"
_RUN_STYLE, _PARAGRAPH_STYLE = f"{W}rStyle", f"{W}pStyle"
_TABLE, _TABLE_STYLE = f"{W}tbl", f"{W}tblPr/{W}tblStyle"
_TEXTBOX = f"{W}txbxContent"
_VANISH = f"{W}vanish"
_HIDDEN = frozenset({_VANISH})
_GONE = frozenset({_VANISH, *(f"{W}{name}" for name in ("webHidden", "strike", "dstrike"))})
_COLOUR, _SIZE = f"{W}color", f"{W}sz"
_HIGHLIGHT = f"{W}highlight"
_MARKS = _GONE | {_COLOUR, _SIZE, _HIGHLIGHT}
_PALE = re.compile("(?:[Ff][0-9A-Fa-f]){3}")
_NO_FILL = re.compile("auto|(?:[Ff][0-9A-Fa-f]){3}|", re.ASCII)
_BLACK = frozenset({"auto", "000000"})
_SMALLEST = 6
"""Half-points: nobody reads a print of 3 points."""
_DIGITS = 5


class Visibility:
    """Tell of the runs of a package whether their text is there for a reader.

    Args:
        parts: The parts of the package.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Read the styles."""
        self._styles = Styles(parts)
        self._inherited: dict[str, dict[str, str]] = {}
        self._grounds: dict[str, bool] = {}
        own = (_marks(_child(style, _LOOK)) for style in self._styles.all())
        self._may_hide = any(_may_hide(*mark) for marks in own for mark in marks.items())

    def hides(self, run: etree._Element, *, struck: bool = True) -> bool:
        """Tell whether the text of a run is hidden, covered, white on white, or too small to be read.

        With `struck`, text that is crossed out counts as hidden, since it does not hold.
        """
        gone = _GONE if struck else _HIDDEN
        look = _child(run, _LOOK)
        own, style, around = _marks(look), _styled(look, _RUN_STYLE), ""
        if self._may_hide:
            around = _styled(_child(next(run.iterancestors(f"{W}p"), None), _SHAPE), _PARAGRAPH_STYLE)
        elif not own:
            return False
        marks = {**self._of_style(around), **self._of_style(style), **own}
        if any(mark in gone and value not in OFF for mark, value in marks.items()):
            return True
        if _is_tiny(marks.get(_SIZE, "")):
            return True
        if marks.get(_HIGHLIGHT) == "black":
            return marks.get(_COLOUR, "auto") in _BLACK
        return _PALE.fullmatch(marks.get(_COLOUR, "")) is not None and not self._shaded(run)

    def _of_style(self, style: str) -> dict[str, str]:
        """Give what a style and those it builds on set of what may hide text; where its chain is cut, that it hides."""
        if style not in self._inherited:
            chain = self._styles.chain(style) if style else ()
            found = {_VANISH: "1"} if len(chain) == DEEPEST else {}
            for link in reversed(chain):
                found |= _marks(_child(link, _LOOK))
            self._inherited[style] = found
        return self._inherited[style]

    def _shaded(self, run: etree._Element) -> bool:
        """Tell whether there is a ground behind a run on which white can be read."""
        for element in (run, *run.iterancestors()):
            if element.tag == _TEXTBOX:
                return True
            for properties in element:
                if str(properties.tag).endswith("Pr") and self._fills(properties):
                    return True
            if element.tag == _TABLE and self._has_ground(val(element.find(_TABLE_STYLE))):
                return True
        return False

    def _fills(self, properties: etree._Element) -> bool:
        if _is_ground(_child(properties, _SHADE)):
            return True
        return any(self._has_ground(_styled(properties, kind)) for kind in (_RUN_STYLE, _PARAGRAPH_STYLE))

    def _has_ground(self, style: str) -> bool:
        """Tell whether a style has a ground of its own, of a table's also for some of its cells."""
        if style not in self._grounds:
            own = self._styles.chain(style)[:1] if style else ()
            self._grounds[style] = any(_is_ground(shade) for link in own for shade in link.iter(_SHADE))
        return self._grounds[style]


def _is_ground(shade: etree._Element | None) -> bool:
    return shade is not None and _NO_FILL.fullmatch(shade.get(_FILL, "")) is None


def _marks(look: Iterable[etree._Element] | None) -> dict[str, str]:
    """Give what a look sets of what may hide text."""
    return {
        str(mark.tag): mark.get(_VAL, "1") for mark in (() if look is None else look) if mark.tag in _MARKS
    }


def _may_hide(mark: str, value: str) -> bool:
    if mark == _COLOUR:
        return _PALE.fullmatch(value) is not None
    return _is_tiny(value) if mark == _SIZE else mark in _GONE


def _is_tiny(size: str) -> bool:
    return size.isdecimal() and len(size) < _DIGITS and int(size) <= _SMALLEST


def _styled(properties: etree._Element | None, kind: str) -> str:
    style = _child(properties, kind)
    return "" if style is None else style.get(_VAL, "")


def _child(parent: etree._Element | None, tag: str) -> etree._Element | None:
    for element in () if parent is None else parent:
        if element.tag == tag:
            return element
    return None
