"""Looks that hide text from a reader, or cross it out: by its look, or by the look of its style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_STYLES = "word/styles.xml"
_VAL, _FILL, _ID = f"{W}val", f"{W}fill", f"{W}styleId"
_LOOK, _SHAPE, _SHADE = f"{W}rPr", f"{W}pPr", f"{W}shd"
_RUN_STYLE, _PARAGRAPH_STYLE, _BASE = f"{W}rStyle", f"{W}pStyle", f"{W}basedOn"
_TABLE, _TABLE_STYLE = f"{W}tbl", f"{W}tblPr/{W}tblStyle"
_TEXTBOX = f"{W}txbxContent"
_GONE = frozenset(f"{W}{name}" for name in ("vanish", "webHidden", "strike", "dstrike"))
_COLOUR, _SIZE = f"{W}color", f"{W}sz"
_HIGHLIGHT = f"{W}highlight"
_MARKS = _GONE | {_COLOUR, _SIZE, _HIGHLIGHT}
_OFF = frozenset({"0", "false", "off"})
_PALE = re.compile("(?:[Ff][0-9A-Fa-f]){3}")
_NO_FILL = re.compile("auto|(?:[Ff][0-9A-Fa-f]){3}|", re.ASCII)
_BLACK = frozenset({"auto", "000000"})
_SMALLEST = 6
"""Half-points: nobody reads a print of 3 points."""
_DIGITS = 5


@attrs.frozen
class _Style:
    """What a style does with text.

    Args:
        marks: What it sets of what may hide text; each with its value.
        base: The style it builds on.
        shaded: Whether it has a ground of its own.
    """

    marks: Mapping[str, str]
    base: str
    shaded: bool


class Looks:
    """Tell of the runs of a package whether their text is there for a reader.

    Args:
        parts: The parts of the package.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Read the styles."""
        self._styles = dict(_styles(parts[_STYLES])) if parts.get(_STYLES) else {}
        self._hiding = frozenset(
            name
            for name in self._styles
            if any(_may_hide(mark, value) for mark, value in self._inherited(name))
        )

    def hides(self, run: etree._Element) -> bool:
        """Tell whether the text of a run is hidden, crossed out, covered, white on white, or too small to be read."""
        look = _child(run, _LOOK)
        marks = _marks(look)
        style = _styled(look, _RUN_STYLE)
        around = ""
        if self._hiding:
            around = _styled(_child(next(run.iterancestors(f"{W}p"), None), _SHAPE), _PARAGRAPH_STYLE)
        if not marks and style not in self._hiding and around not in self._hiding:
            return False
        for name in (style, around):
            for mark, value in self._inherited(name):
                marks.setdefault(mark, value)
        if any(mark in _GONE and value not in _OFF for mark, value in marks.items()):
            return True
        if _is_tiny(marks.get(_SIZE, "")):
            return True
        if marks.get(_HIGHLIGHT) == "black":
            return marks.get(_COLOUR, "auto") in _BLACK
        return _PALE.fullmatch(marks.get(_COLOUR, "")) is not None and not self._shaded(run)

    def _inherited(self, name: str) -> Iterator[tuple[str, str]]:
        """List what a style and those it builds on set, the nearest first."""
        met = set[str]()
        while name in self._styles and name not in met:
            met.add(name)
            yield from self._styles[name].marks.items()
            name = self._styles[name].base

    def _shaded(self, run: etree._Element) -> bool:
        """Tell whether there is a ground behind a run on which white can be read."""
        for element in (run, *run.iterancestors()):
            if element.tag == _TEXTBOX:
                return True
            for properties in element:
                if str(properties.tag).endswith("Pr") and self._fills(properties):
                    return True
            if element.tag == _TABLE:
                name = element.find(_TABLE_STYLE)
                if name is not None and self._styles.get(name.get(_VAL, ""), _PLAIN).shaded:
                    return True
        return False

    def _fills(self, properties: etree._Element) -> bool:
        shade = _child(properties, _SHADE)
        if shade is not None and _NO_FILL.fullmatch(shade.get(_FILL, "")) is None:
            return True
        names = _styled(properties, _RUN_STYLE), _styled(properties, _PARAGRAPH_STYLE)
        return any(self._styles.get(name, _PLAIN).shaded for name in names)


_PLAIN = _Style({}, "", shaded=False)


def _styles(content: bytes) -> Iterator[tuple[str, _Style]]:
    """Read what the styles do, by their ids."""
    for style in _package.parse(content).iter(f"{W}style"):
        shaded = any(_NO_FILL.fullmatch(shade.get(_FILL, "")) is None for shade in style.iter(_SHADE))
        base = _styled(style, _BASE)
        yield style.get(_ID, ""), _Style(_marks(_child(style, _LOOK)), base, shaded)


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
