"""The marks of letters: what a look says of them that may hide a text or cross it out, and their size, down the styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botilbudlaege.rendering.letters import _colours, _fonts
from botilbudlaege.rendering.letters._measures import POINT, twips
from botilbudlaege.rendering.word._styles import DEEPEST, OFF, child, is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from botilbudlaege.rendering.word._styles import Styles

LOOK = f"{W}rPr"
VANISH = f"{W}vanish"
STRUCK = frozenset(f"{W}{name}" for name in ("webHidden", "strike", "dstrike"))
HIDING = frozenset({VANISH, f"{W}specVanish"})
TOGGLES = STRUCK | HIDING
COLOUR, HIGHLIGHT, SHADE = f"{W}color", f"{W}highlight", f"{W}shd"
SCALE, SPACING, POSITION, FIT, RAISED, RIGHT = (
    f"{W}{name}" for name in ("w", "spacing", "position", "fitText", "vertAlign", "rtl")
)
_SIZE, _COMPLEX_SIZE, _COMPLEX = f"{W}sz", f"{W}szCs", f"{W}cs"
OUTLINED, MOVING, _TWO_IN_ONE = f"{W}outline", f"{W}effect", f"{W}eastAsianLayout"
RELIEFS = frozenset({f"{W}emboss", f"{W}imprint"})
DRAWN_OVER = frozenset({_colours.OUTLINE, _colours.GLOW, _colours.SHADOW, _colours.SOLID})
COLOURED = DRAWN_OVER | RELIEFS | {COLOUR, HIGHLIGHT, _colours.TEXT_FILL, OUTLINED, MOVING}
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
MARKS = (
    TOGGLES
    | COLOURED
    | {SHADE, SCALE, SPACING, POSITION, FIT, RAISED, RIGHT, _SIZE, _COMPLEX_SIZE, _COMPLEX, _TWO_IN_ONE}
    | {_fonts.FONTS, _ALTERNATIVES}
)
"""The names of all of them."""
_USUAL_SIZE = 10.0
"""Points, where nothing says another size."""
_SMALLER = 0.65
"""What is left of the size of a letter that is raised or lowered."""
_TWO_LINES = 0.4
"""What is left of it where two lines are set in one."""

Marks = dict[str, Any]
"""The marks by name; None for one that is on and stands nowhere; of fonts by the kind of letters."""


def marks(look: Iterable[etree._Element] | None) -> Marks:
    """Give what a look sets of what may hide text; of fonts by the kind of letters."""
    found: Marks = {}
    for mark in () if look is None else look:
        if mark.tag == _ALTERNATIVES:
            for fonts in mark.iter(_fonts.FONTS):
                found |= _fonts.named(fonts)
        elif mark.tag == _fonts.FONTS:
            found |= _fonts.named(mark)
        elif mark.tag in MARKS:
            found[str(mark.tag)] = mark
    return found


def marks_of(holders: Iterable[etree._Element]) -> Marks:
    """Give what the looks of several elements set, the last before the others."""
    found: Marks = {}
    for holder in holders:
        found |= marks(child(holder, LOOK))
    return found


class StyledMarks:
    """The marks that the styles of a package set.

    Args:
        styles: The styles.
    """

    def __init__(self, styles: Styles) -> None:
        """Keep what was asked for, of files of the same styles once."""
        self._styles = styles
        self._known: dict[str, Marks] = styles.known("marks", dict)

    def of(self, style: str) -> Marks:
        """Give what a style and those it builds on set; where its chain is cut, that it hides."""
        if style not in self._known:
            chain = self._styles.chain(style) if style else ()
            cut: Marks = {VANISH: None} if len(chain) == DEEPEST else {}
            self._known[style] = cut | marks_of(reversed(chain))
        return self._known[style]


def is_set(found: Marks, name: str) -> bool:
    """Tell whether marks have one that may be on or off, and it is on."""
    return name in found and _says(found[name])


def is_on_here(name: str, own: Marks, inherited: Iterable[frozenset[str]]) -> bool:
    """Tell whether something is on: the run says it, else any of its styles."""
    return _says(own[name]) if name in own else any(name in each for each in inherited)


def _says(mark: etree._Element | None) -> bool:
    return mark is None or is_on(mark)


def toggled(found: Marks) -> frozenset[str]:
    """Give what is on of what hides or crosses out."""
    return frozenset(name for name in TOGGLES & found.keys() if _says(found[name]))


def is_complex(found: Marks) -> bool:
    """Tell whether letters have the font and the size of those that are written from right to left."""
    return is_set(found, _COMPLEX) or is_set(found, RIGHT)


def size(found: Marks) -> float:
    """Give the size of letters in points."""
    kind = _COMPLEX_SIZE if is_complex(found) else _SIZE
    points = twips(val(found.get(kind)), POINT / 2) / POINT if kind in found else _USUAL_SIZE
    if _TWO_IN_ONE in found and val(found[_TWO_IN_ONE], "combine") not in ("", *OFF):
        points *= _TWO_LINES
    return points * (_SMALLER if val(found.get(RAISED)) in ("superscript", "subscript") else 1)
