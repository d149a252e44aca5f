"""Letters that nobody can make out: of the colour of what is behind them, too small, or with no room in their line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.letters import _colours, _marks
from botilbudlaege.rendering.letters._measures import POINT, TALL, twips
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

    from botilbudlaege.rendering.letters._colours import Colour
    from botilbudlaege.rendering.letters._marks import Marks
    from botilbudlaege.rendering.letters._theme import Theme

SMALLEST = 5.0
"""Points: nobody reads a smaller print."""
_LARGEST = 400.0
"""Points: of a larger letter no page shows a whole."""
_THINNEST = 30.0
"""Percent of its width that a letter can still be read at."""
_DENSEST, _LOOSEST = -0.3, 1.5
"""How near or far, in sizes, letters may be set: farther apart they are no words."""
_HIGHEST = 5.0
"""How far, in sizes, letters may be raised or lowered."""
LOWEST, LOWEST_BETWEEN_LINES = 0.5, 0.75
"""How much of its size a line must give a letter; and where lines are drawn above or below it."""
_OVER = 0.6
"""How much of a line that does not grow a letter may be raised or lowered before it stands in the next."""
NARROWEST = 30.0
"""Twips a letter must have that is fitted in."""
_STROKE = 0.08
"""How thick, in sizes, the strokes of letters are: a line around them that is as thick covers them from both sides."""
_BLOT = 0.4
"""The line, in sizes, that makes a blot of letters whatever its colour."""
_EDGE = 0.5
"""Points: how thick the line around letters is that shows them, whatever they are filled with."""
_SHINE = 1.0
"""Points: letters that shine farther in their own colour are not told from it."""


class Line(NamedTuple):
    """The room that a line gives its letters.

    Args:
        height: How high it is at most, in twips.
        singles: How high it is in single lines.
        least: How much of its size it must give a letter.
    """

    height: float = TALL
    singles: float = TALL
    least: float = LOWEST


class Behind(NamedTuple):
    """The ground of a text.

    Args:
        ground: Its colour; None where that is not known.
        mixed: Its colours where it has several.
    """

    ground: Colour | None = None
    mixed: tuple[Colour, ...] = ()

    def hides(self, ink: str) -> bool:
        """Tell whether letters that are drawn in a colour are not seen on it; nothing is told of no colour."""
        grounds = self.mixed if self.ground is None else (self.ground,)
        return bool(ink) and _colours.are_mostly_lost([(ink, ink)], grounds)


def is_cramped(marks: Marks, line: Line, run: etree._Element | None) -> bool:
    """Tell whether letters are too small, or have no room: pressed together, drawn apart, or in too low a line."""
    size = _marks.size(marks)
    letter = size * POINT
    if not SMALLEST <= size < _LARGEST or line.height < letter * line.least or line.singles < line.least:
        return True
    spacing = twips(val(marks.get(_marks.SPACING))) / letter
    position = twips(val(marks.get(_marks.POSITION)), POINT / 2) / letter
    scale = twips(val(marks.get(_marks.SCALE)).removesuffix("%"))
    if not _DENSEST < spacing < _LOOSEST or abs(position) > _HIGHEST or 0 < scale < _THINNEST:
        return True
    return abs(position) * letter > line.height * _OVER or _is_squeezed(marks, run)


def _is_squeezed(marks: Marks, run: etree._Element | None) -> bool:
    """Tell whether letters are fitted in a width that leaves nothing of them."""
    if _marks.FIT not in marks or run is None:
        return False
    letters = sum(len(text.text or "") for text in run.iterchildren(f"{W}t"))
    return twips(val(marks[_marks.FIT])) < NARROWEST * letters


def is_lost(marks: Marks, behind: Behind, theme: Theme) -> bool:
    """Tell whether letters have the colour of what is behind them."""
    if marks.keys().isdisjoint(_marks.COLOURED):
        return False
    fill = marks.get(_colours.TEXT_FILL)
    if fill is not None and _colours.is_clear(fill):
        return True
    marker = _colours.marker(marks.get(_marks.HIGHLIGHT))
    ground = marker or _colours.ground(marks.get(_marks.SHADE), theme) or behind.ground
    ink = _colours.ink(marks.get(_marks.COLOUR), theme)
    if _flickers(marks) or _is_paper(marks, ink):
        return True
    if marker and not any(ink):
        ink = _colours.BLACK  # the automatic colour does not give way to a marker pen
    filled = [] if fill is None else _colours.filled(fill, theme)
    if _is_drawn_over(marks, filled or [ink if any(ink) else _colours.BLACK], ground, theme):
        return True
    if ground is None:
        return _colours.are_mostly_lost(filled or ([ink] if any(ink) else []), behind.mixed)
    least = _colours.LEAST_OF_LINES if _marks.is_set(marks, _marks.OUTLINED) else _colours.LEAST
    return _colours.is_lost(ink, ground, least) or (
        _are_lost(filled, ground) and not _has_edges(marks, ground, theme)
    )


def _has_edges(marks: Marks, ground: Colour, theme: Theme) -> bool:
    """Tell whether letters are seen by the line around them, as in WordArt."""
    drawn = _colours.lines(marks, theme)
    return any(thick >= _EDGE and colours and not _are_lost(colours, ground) for thick, colours in drawn)


def _is_drawn_over(marks: Marks, inks: list[Colour], ground: Colour | None, theme: Theme) -> bool:
    """Tell whether the line around letters covers them, or they shine in their own colour, or stand on its shadow."""
    if marks.keys().isdisjoint(_marks.DRAWN_OVER):
        return False
    if _colours.GLOW in marks:
        far, colour = _colours.glow(marks[_colours.GLOW], theme)
        if colour is not None and far > _SHINE and _are_lost(inks, colour):
            return True
    shadow = _colours.large_shadow(marks.get(_colours.SHADOW), theme)
    if shadow is not None and _are_lost(inks, shadow):
        return True
    size = _marks.size(marks)
    for thick, colours in _colours.lines(marks, theme):
        is_covered = ground is not None and thick >= size * _STROKE and _are_lost(colours, ground)
        if is_covered or (bool(colours) and thick >= size * _BLOT):
            return True
    return False


def _are_lost(inks: list[Colour], ground: Colour) -> bool:
    return bool(inks) and all(_colours.is_lost(each, ground) for each in inks)


def _flickers(marks: Marks) -> bool:
    """Tell whether letters blink, so that they are not there half of the time."""
    return val(marks.get(_marks.MOVING)) == "blinkBackground"


def _is_paper(marks: Marks, ink: Colour) -> bool:
    """Tell whether letters are raised from the paper, or cut into it, which takes their black."""
    is_relief = any(_marks.is_set(marks, name) for name in _marks.RELIEFS)
    return is_relief and (not any(ink) or _colours.is_lost(ink, _colours.BLACK))
