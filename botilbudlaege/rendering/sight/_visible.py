"""Looks that hide text from a reader, or cross it out: by its own look, its styles, its ground, its place on the page.

What hides is worked out as Word does it: the file's defaults, the table's style, the paragraph's, the letters', the
run itself. Where Word and older programs differ, what hides in one of them hides.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
from lxml import etree

from botilbudlaege.rendering.drawn import _fills, _shapes
from botilbudlaege.rendering.sight import (
    _cells,
    _colours,
    _fit,
    _fonts,
    _inside_cells,
    _labels,
    _page,
    _signs,
)
from botilbudlaege.rendering.sight._colours import Colour
from botilbudlaege.rendering.sight._theme import Theme
from botilbudlaege.rendering.word._styles import DEEPEST, OFF, Styles, val
from botilbudlaege.rendering.word._text import W, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from botilbudlaege.rendering.drawn._words import Piece, Words


_VAL = f"{W}val"
_LOOK, _SHAPE, _SHADE = f"{W}rPr", f"{W}pPr", f"{W}shd"
_RUN_STYLE, _PARAGRAPH_STYLE = f"{W}rStyle", f"{W}pStyle"
_P, _CELL, _TEXTBOX = f"{W}p", f"{W}tc", f"{W}txbxContent"
_FRAME, _TABS = f"{W}framePr", _page.TABS
_VANISH, _STRUCK = f"{W}vanish", frozenset(f"{W}{name}" for name in ("webHidden", "strike", "dstrike"))
_COLOUR, _SIZE, _COMPLEX_SIZE, _HIGHLIGHT, _SCALE, _SPACING, _POSITION, _FIT, _RAISED, _COMPLEX, _RIGHT = (
    f"{W}{name}"
    for name in (
        *(
            "color",
            "sz",
            "szCs",
            "highlight",
            "w",
            "spacing",
            "position",
            "fitText",
            "vertAlign",
            "cs",
            "rtl",
        ),
    )
)
_PLACING = frozenset({_FRAME, _TABS})
_ROOM = frozenset({_SHADE, *(f"{W}{name}" for name in ("ind", "spacing", "framePr", "pBdr"))})
"""What a paragraph itself says that may hide it."""
_HIDING = frozenset({_VANISH, f"{W}specVanish"})
_TOGGLES = _STRUCK | _HIDING
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_RAISED_TEXT, _CUT_TEXT, _OUTLINED, _MOVING, _TWO_IN_ONE = (
    f"{W}{name}" for name in ("emboss", "imprint", "outline", "effect", "eastAsianLayout")
)
_RELIEFS = frozenset({_RAISED_TEXT, _CUT_TEXT})
_DRAWN_OVER = frozenset({_colours.OUTLINE, _colours.GLOW, _colours.SHADOW, _colours.SOLID})
_MARKS = _TOGGLES | {
    *_RELIEFS,
    *_DRAWN_OVER,
    *(_OUTLINED, _MOVING, _TWO_IN_ONE),
    *(
        _COLOUR,
        _SIZE,
        _COMPLEX_SIZE,
        _HIGHLIGHT,
        _SCALE,
        _SPACING,
        _POSITION,
        _FIT,
        _RAISED,
        _COMPLEX,
        _RIGHT,
        _SHADE,
    ),
    *(_fonts.FONTS, _colours.TEXT_FILL, _ALTERNATIVES),
}
_COLOURED = _DRAWN_OVER | _RELIEFS | {_COLOUR, _HIGHLIGHT, _colours.TEXT_FILL, _OUTLINED, _MOVING}
_USUAL_SIZE = 10.0
"""Points, where nothing says another size."""
_SMALLEST = 5.0
"""Points: nobody reads a smaller print."""
_SMALLER = 0.65
"""What is left of the size of a letter that is raised or lowered."""
_LARGEST = 400.0
"""Points: of a larger letter no page shows a whole."""
_TWO_LINES = 0.4
"""What is left of it where two lines are set in one."""
_THINNEST = 30.0
"""Percent of its width that a letter can still be read at."""
_DENSEST, _LOOSEST = -0.3, 5.0
"""How near or far, in sizes, letters may be set."""
_HIGHEST = 5.0
"""How far, in sizes, letters may be raised or lowered."""
_LOWEST, _LOWEST_BETWEEN_LINES = 0.5, 0.75
"""How much of its size a line must give a letter; and where lines are drawn above or below it."""
_OVER = 0.6
"""How much of a line that does not grow a letter may be raised or lowered before it stands in the next."""
_STROKE = 0.08
"""How thick, in sizes, the strokes of letters are: a line around them that is as thick covers them from both sides."""
_BLOT = 0.4
"""The line, in sizes, that makes a blot of letters whatever its colour."""
_EDGE = 0.5
"""Points: how thick the line around letters is that shows them, whatever they are filled with."""
_SHINE = 1.0
"""Points: letters that shine farther in their own colour are not told from it."""
_RAISED_FAR, _SMALL = 0.4, 0.85
"""How far letters are raised, in sizes, and how small they are beside the others, that are read as those of a power."""
ABOVE, BELOW = "\N{COMBINING ASTERISK ABOVE}", "\N{COMBINING DOUBLE RING BELOW}"
"""What follows each letter that is small above or below the others."""
_RAISINGS = {"superscript": ABOVE, "subscript": BELOW}
BACKWARDS = "\N{RIGHT-TO-LEFT OVERRIDE}"
"""What stands around a text whose figures and signs are shown from right to left."""

_Marks = dict[str, Any]


class Look(NamedTuple):
    """What a reader sees of a run.

    Args:
        hidden: Whether nothing is seen of it.
        struck: Whether it is crossed out.
        plain: Whether its plain letters show as pictures.
        others: Whether its other letters do, like æ.
        backwards: Whether its figures and signs stand from right to left.
        raised: The mark of letters that are small above or below the others; empty where they are not.
    """

    hidden: bool = False
    struck: bool = False
    plain: bool = False
    others: bool = False
    backwards: bool = False
    raised: str = ""

    @property
    def at_rest(self) -> Look:
        """The same, for what stands above the others by itself, as the mark of a note."""
        return self._replace(raised="") if self.raised else self

    def shows_pictures(self, text: str) -> bool:
        """Tell whether some letter of a text is shown as a picture."""
        is_some = self.plain or self.others
        return is_some and _fonts.as_pictures(text, plain=self.plain, others=self.others) != text

    def shown(self, text: str) -> str:
        """Give a text as it is shown."""
        if self.raised:
            text = "".join(f"{char}{self.raised}" if char.isalnum() else char for char in text)
        if self.backwards and text:
            text = f"{BACKWARDS}{text}{BACKWARDS}"
        if not (self.plain or self.others):
            return text
        return _fonts.as_pictures(text, plain=self.plain, others=self.others)


@attrs.frozen(cache_hash=True)
class _Place:
    """What all paragraphs get that stand in the same place.

    Args:
        page: The page.
        ground: What is behind them; None where that is not known.
        styled: What the table's style says of their cell, the nearest first.
        is_off: Whether their table is beside the page.
        height: How high their row may be.
        is_crossed: Whether lines are drawn across their cell.
        mixed: What is behind them where that is several colours.
        ink: The colour that their shape gives their letters; empty where it gives none.
    """

    page: _page.Page
    ground: Colour | None
    styled: tuple[etree._Element, ...] = ()
    is_off: bool = False
    height: float = _page.TALL
    is_crossed: bool = False
    mixed: tuple[Colour, ...] = ()
    ink: str = ""


@attrs.frozen(eq=False)
class _Around:
    """What a run gets from where it stands.

    Args:
        marks: What is said of letters there.
        toggled: What is on of what hides or crosses out.
        ground: What is behind it; None where that is not known.
        is_off: Whether there is no room for it on the page.
        line: How high its line is at most, in twips.
        lines: How high it is in single lines.
        is_crossed: Whether it is crossed out where it stands.
        least: How much of its size a line must give a letter.
        is_barred: Whether upright lines are drawn through its paragraph.
        beyond: How much is on the page of lines that go on beside it, in twips; 0 where they do not.
        look: How a run looks there that says nothing itself.
        mixed: What is behind it where that is several colours.
    """

    marks: _Marks
    toggled: frozenset[str]
    ground: Colour | None
    is_off: bool = False
    line: float = _page.TALL
    lines: float = _page.TALL
    is_crossed: bool = False
    least: float = _LOWEST
    is_barred: bool = False
    beyond: float = 0.0
    look: Look = attrs.field(factory=Look)
    mixed: tuple[Colour, ...] = ()


def lowered(text: str) -> str:
    """Give a text that is small above or below others as a whole as it is; one that is so in part keeps its marks."""
    for mark in (ABOVE, BELOW):
        if text.count(mark) == sum(map(str.isalnum, text)):
            return text.replace(mark, "")
    return text


class Visibility:
    """Tell of the runs of a package whether their text is there for a reader.

    Args:
        parts: The parts of the package.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Read the styles; the theme and the table of fonts when they are asked for."""
        self._styles = Styles(parts)
        self.labels = _labels.Labels(self._styles)
        self._theme = Theme(parts)
        self._fonts = _fonts.Fonts(parts, self._theme)
        self._cells = _cells.Cells(self._styles)
        self._insides = _inside_cells.Insides(self._styles, self._cells, self._theme)
        self._paragraph, self._letters = self._styles.default("paragraph"), self._styles.default("character")
        self._of_styles: dict[str, _Marks] = self._styles.known("marks", dict)
        self._shapes: dict[str, dict[str, str]] = self._styles.known("shapes", dict)
        self._pages: dict[etree._Element, _Place] = {}
        self._cells_that_grow: dict[etree._Element | None, _Place] = {}
        self._plain: dict[tuple[str, _Place], _Around] = {}
        self._last: tuple[etree._Element | None, _Around] | None = None

    def look(self, run: etree._Element) -> Look:
        """Tell how a run looks to a reader."""
        around = self._around(paragraph_of(run))
        own = [mark for look in run.iterchildren(_LOOK) for mark in look]
        if not any(mark.tag in _MARKS or mark.tag == _RUN_STYLE for mark in own):
            return around.look
        return self._look(around, self._of_style(_styled(own, _RUN_STYLE) or self._letters), _marks(own), run)

    def hides_number(self, paragraph: etree._Element, level: etree._Element) -> bool:
        """Tell whether the number that a level of a list puts before a paragraph is hidden or crossed out."""
        mark = _child(_child(paragraph, _SHAPE), _LOOK)
        look = self._look(self._around(paragraph), {}, _marks(mark) | _marks(_child(level, _LOOK)), None)
        return look.hidden or look.struck

    def is_barred(self, paragraph: etree._Element) -> bool:
        """Tell whether Word draws upright lines through a paragraph."""
        return self._around(paragraph).is_barred

    def drawn(self, words: Words) -> tuple[str, str]:
        """Give what a reader sees of words that are drawn, and what not."""
        is_off = _signs.is_unseen(words.element)
        grounds = self._behind(words.element)
        found = {True: "", False: ""}
        for piece in words.pieces:
            found[is_off or self._is_drawn_unseen(piece, *grounds)] += piece.text
        return found[False], found[True]

    def _is_drawn_unseen(self, piece: Piece, ground: Colour | None, mixed: tuple[Colour, ...]) -> bool:
        if 0 < piece.size < _SMALLEST or str(getattr(piece.fill, "tag", "")).endswith("}noFill"):
            return True
        colour = None if piece.fill is None else next(iter(piece.fill), None)
        ink = "" if colour is None else self._theme.drawn(colour)
        grounds = mixed if ground is None else (ground,)
        return bool(ink) and _colours.are_mostly_lost([(ink, ink)], grounds)

    def hides_drawing(self, drawing: etree._Element) -> bool:
        """Tell whether a drawing is hidden with the letters that it stands among, or has no room in their line."""
        run = next(drawing.iterancestors(f"{W}r"), None)
        if run is None:
            return False
        around = self._around(next(run.iterancestors(_P), None))
        own = [mark for look in run.iterchildren(_LOOK) for mark in look]
        styled = self._of_style(_styled(own, _RUN_STYLE) or self._letters)
        toggled = (around.toggled, _toggled(styled))
        if any(_is_on(name, _marks(own), toggled) for name in _HIDING):
            return True
        high = _fit.among_letters(drawing)
        return high > 0 and (around.is_off or around.line < high * _LOWEST)

    def leader(self, run: etree._Element) -> str:
        """Give what the tabs of a run's paragraph are filled with, whichever stops they go to."""
        paragraph = paragraph_of(run)
        holders = (
            () if paragraph is None else (paragraph, *self._styles.chain(self._styles.style_of(paragraph)))
        )
        stops = (_child(_child(holder, _SHAPE), _TABS) for holder in holders)
        found = {_signs.leader(stop) for each in stops if each is not None for stop in each}
        return "".join(sorted(found))

    # A run ------------------------------------------------------------------------------------------

    def _look(self, around: _Around, styled: _Marks, own: _Marks, run: etree._Element | None) -> Look:
        marks = {**around.marks, **styled, **own}
        on = {name for name in _TOGGLES if _is_on(name, own, (around.toggled, _toggled(styled)))}
        plain, others = self._pictures(marks)
        faint = around.is_off or _is_cramped(marks, around, run) or self._is_lost(marks, around)
        hidden = faint or not on.isdisjoint(_HIDING)
        backwards = _RIGHT in marks and _says(marks[_RIGHT])
        struck = around.is_crossed or not on.isdisjoint(_STRUCK)
        return Look(hidden, struck, plain, others, backwards, _raised(marks, around))

    def _is_lost(self, marks: _Marks, around: _Around) -> bool:
        """Tell whether the letters have the colour of what is behind them."""
        if marks.keys().isdisjoint(_COLOURED):
            return False
        fill = marks.get(_colours.TEXT_FILL)
        if fill is not None and _colours.is_clear(fill):
            return True
        marker = _colours.marker(marks.get(_HIGHLIGHT))
        own = marker or _colours.ground(marks.get(_SHADE), self._theme)
        ground = own or around.ground
        ink = _colours.ink(marks.get(_COLOUR), self._theme)
        if _flickers(marks) or _is_paper(marks, ink):
            return True
        if marker and not any(ink):
            ink = _colours.BLACK  # the automatic colour does not give way to a marker pen
        filled = [] if fill is None else _colours.filled(fill, self._theme)
        if self._is_drawn_over(marks, filled or [ink if any(ink) else _colours.BLACK], ground):
            return True
        if ground is None:
            inks = filled or ([ink] if any(ink) else [])
            return _colours.are_mostly_lost(inks, around.mixed)
        least = _colours.LEAST_OF_LINES if _is_on_here(marks, _OUTLINED) else _colours.LEAST
        return _colours.is_lost(ink, ground, least) or (
            _are_lost(filled, ground) and not self._has_edges(marks, ground)
        )

    def _has_edges(self, marks: _Marks, ground: Colour) -> bool:
        """Tell whether letters are seen by the line around them, as in WordArt."""
        drawn = _colours.lines(marks, self._theme)
        return any(thick >= _EDGE and colours and not _are_lost(colours, ground) for thick, colours in drawn)

    def _is_drawn_over(self, marks: _Marks, inks: list[Colour], ground: Colour | None) -> bool:
        """Tell whether the line around letters covers them, or they shine in their own colour, or stand on its shadow."""
        if marks.keys().isdisjoint(_DRAWN_OVER):
            return False
        if _colours.GLOW in marks:
            far, colour = _colours.glow(marks[_colours.GLOW], self._theme)
            if colour is not None and far > _SHINE and _are_lost(inks, colour):
                return True
        shadow = _colours.large_shadow(marks.get(_colours.SHADOW), self._theme)
        if shadow is not None and _are_lost(inks, shadow):
            return True
        size = _size(marks)
        for thick, colours in _colours.lines(marks, self._theme):
            is_lost = ground is not None and thick >= size * _STROKE and _are_lost(colours, ground)
            if is_lost or (bool(colours) and thick >= size * _BLOT):
                return True
        return False

    def _pictures(self, marks: _Marks) -> tuple[bool, bool]:
        slots = ("cs", "cs") if _is_complex(marks) else ("ascii", "hAnsi")
        plain, others = (self._fonts.are_pictures(marks.get(slot)) for slot in slots)
        return plain, others

    # Styles -----------------------------------------------------------------------------------------

    def _of_style(self, style: str) -> _Marks:
        """Give what a style and those it builds on set of what may hide text; where its chain is cut, that it hides."""
        if style not in self._of_styles:
            chain = self._styles.chain(style) if style else ()
            found: _Marks = {_VANISH: None} if len(chain) == DEEPEST else {}
            for link in reversed(chain):
                found |= _marks(_child(link, _LOOK))
            self._of_styles[style] = found
        return self._of_styles[style]

    def _shape_of(self, style: str) -> dict[str, str]:
        """Give the room that a style gives its paragraphs."""
        if style not in self._shapes:
            chain = self._styles.chain(style) if style else ()
            links = (_child(link, _SHAPE) for link in reversed(chain))
            self._shapes[style] = _page.shape(*links)
        return self._shapes[style]

    # Where a run stands -----------------------------------------------------------------------------

    def _around(self, paragraph: etree._Element | None) -> _Around:
        if self._last is None or self._last[0] is not paragraph:
            around = self._found_around(paragraph)
            if around.beyond and paragraph is not None and self._goes_on(paragraph, around.beyond):
                around = self._looked(attrs.evolve(around, is_off=True))
            self._last = paragraph, around
        return self._last[1]

    def _goes_on(self, paragraph: etree._Element, wide: float) -> bool:
        """Tell whether a paragraph is so long that it is cut off where the page ends."""
        return not self._has_room(paragraph, (wide, self._smallest(paragraph) * _page.POINT), alone=True)

    def _found_around(self, paragraph: etree._Element | None) -> _Around:
        if paragraph is None:
            return self._looked(_Around(_marks(self._styles.defaults), frozenset(), None))
        own = [entry for shape in paragraph.iterchildren(_SHAPE) for entry in shape]
        said = {entry.tag: entry for entry in reversed(own)}
        style = val(said.get(_PARAGRAPH_STYLE)) or self._paragraph
        place = self._place(next(paragraph.iterancestors(_CELL, _TEXTBOX), None), paragraph)
        is_placed = not said.keys().isdisjoint(_PLACING) or self._has_far_tabs
        if is_placed and self._is_out(paragraph, said, place.page):
            place = attrs.evolve(place, is_off=True)
        if self._has_far_levels and f"{W}ind" not in said:
            level = self._styles.level_of(paragraph)
            if level is not None:
                return self._made(own, style, place, level=_child(level, _SHAPE))
        if not said.keys().isdisjoint(_ROOM) or (_TABS in said and _page.has_bar(said[_TABS])):
            return self._made(own, style, place)
        if (style, place) not in self._plain:
            self._plain[style, place] = self._made((), style, place)
        return self._plain[style, place]

    def _is_out(
        self, paragraph: etree._Element, said: Mapping[Any, etree._Element], page: _page.Page
    ) -> bool:
        """Tell whether a tab leads a paragraph beside the page, or its frame has no room for it."""
        holders = self._styles.chain(self._styles.style_of(paragraph)) if self._has_far_tabs else ()
        tabs = (said.get(_TABS), *(_child(_child(holder, _SHAPE), _TABS) for holder in holders))
        return any(_fit.is_tabbed_off(paragraph, each, page) for each in tabs) or not self._has_room(
            paragraph, _fit.of_frame(said.get(_FRAME), page), alone=True
        )

    def _place(self, box: etree._Element | None, paragraph: etree._Element) -> _Place:
        """Give what a paragraph gets from where it stands: on the page, in a cell, or in a text box."""
        if box in self._cells_that_grow:
            return self._cells_that_grow[box]
        bare = self._bare(paragraph.getroottree().getroot())
        if box is None:
            return bare
        page, paper = bare.page, bare.ground
        if box.tag == _TEXTBOX:
            ground, mixed = self._behind(box)
            is_off = _signs.is_unseen(box) or not self._has_room(paragraph, _fit.of_box(box, page))
            return _Place(page, ground, is_off=is_off, mixed=mixed, ink=_fills.ink(box, self._theme.drawn))
        inside = self._insides.of(box, page, paper)
        place = _Place(
            _page.in_cell(page),
            inside.ground,
            self._cells.styled(box),
            is_off=inside.is_off,
            is_crossed=inside.is_crossed,
        )
        if inside.height >= _page.TALL:
            self._cells_that_grow[box] = place
            return place
        above = sum(1 for _ in paragraph.itersiblings(_P, preceding=True))  # it takes of the height too
        height = max(0.0, inside.height - above * _size(_marks(self._styles.defaults)) * _page.POINT)
        is_cut = not self._has_room(paragraph, (_fit.cell_width(box, page), inside.height))
        return attrs.evolve(place, is_off=place.is_off or is_cut, height=height)

    def _behind(self, held: etree._Element) -> tuple[Colour | None, tuple[Colour, ...]]:
        """Give what is behind the text of a shape: its fill, else what its drawing stands on; nothing where that is not known."""
        fill = _fills.of_text(held, self._theme.drawn)
        if not fill.lets_through:
            return _colours.sampled(fill.colours)
        drawing = [*_shapes.around(held)][-1]
        if _fills.is_over_another(drawing):
            return None, ()
        around = self._found_around(next(drawing.iterancestors(_P), None))
        return around.ground, around.mixed

    def _has_room(self, paragraph: etree._Element, room: tuple[float, float], *, alone: bool = False) -> bool:
        """Tell whether a paragraph has room where it stands, with the smallest letters that it has."""
        if room[1] >= _page.TALL:
            return True
        return _fit.has_room(paragraph, room, self._smallest(paragraph), alone=alone)

    def _smallest(self, paragraph: etree._Element) -> float:
        """Give the size of the smallest letters of a paragraph, in points."""
        styled = _styled(_child(paragraph, _SHAPE), _PARAGRAPH_STYLE) or self._paragraph
        usual = _marks(self._styles.defaults) | self._of_style(styled)
        looks = (_marks(look) for run in paragraph.iter(f"{W}r") for look in run.iterchildren(_LOOK))
        return min(_size(usual | own) for own in ({}, *looks))

    @functools.cached_property
    def _has_far_levels(self) -> bool:
        """Tell whether a list puts its paragraphs beside the page."""
        levels = (_child(level, _SHAPE) for level in self._styles.all_levels())
        return any(level is not None and _page.is_off(_page.shape(level), _page.Page()) for level in levels)

    @functools.cached_property
    def _has_far_tabs(self) -> bool:
        """Tell whether the tabs of a style lead beside the page."""

        def found() -> bool:
            tabs = (_child(_child(style, _SHAPE), _TABS) for style in self._styles.all())
            usual = _page.Page()
            return any(_fit.is_far(each, usual) for each in tabs if each is not None)

        return self._styles.known("far tabs", found)

    def _made(
        self,
        own: Iterable[etree._Element],
        style: str,
        place: _Place,
        *,
        level: etree._Element | None = None,
    ) -> _Around:
        levels = [
            _marks(self._styles.defaults),
            {_COLOUR: _colours.as_mark(place.ink)} if place.ink else {},
            _marks_of(reversed(place.styled), _LOOK),
            self._of_style(style),
        ]
        of_table = (_child(link, _SHAPE) for link in reversed(place.styled))
        shaped = _page.shape(self._styles.shape, *of_table) | self._shape_of(style) | _page.shape(level, own)
        line, lines = _page.line_height(shaped)
        return self._looked(
            _Around(
                {name: mark for level in levels for name, mark in level.items()},
                frozenset[str]().union(*map(_toggled, levels)),
                self._shaded(own, style) or place.ground,
                place.is_off or place.page.is_cut or _page.is_off(shaped, place.page),
                min(line, place.height - _page.space_above(shaped)),
                lines,
                place.is_crossed,
                _LOWEST_BETWEEN_LINES if _page.is_lined(shaped) else _LOWEST,
                _page.BARRED in shaped,
                _page.beyond(shaped, place.page),
                mixed=place.mixed,
            )
        )

    def _looked(self, around: _Around) -> _Around:
        return attrs.evolve(around, look=self._look(around, self._of_style(self._letters), {}, None))

    def _shaded(self, own: Iterable[etree._Element], style: str) -> Colour | None:
        shades = (
            _child(_child(link, _SHAPE), _SHADE) for link in (self._styles.chain(style) if style else ())
        )
        found = next((shade for shade in (_child(own, _SHADE), *shades) if shade is not None), None)
        return _colours.ground(found, self._theme)

    def _bare(self, root: etree._Element) -> _Place:
        """Give the page of a part, with the colour of its paper."""
        if root not in self._pages:
            self._pages[root] = _Place(_page.page_of(root), _colours.paper(root, self._theme))
        return self._pages[root]


def _are_lost(inks: list[Colour], ground: Colour) -> bool:
    return bool(inks) and all(_colours.is_lost(each, ground) for each in inks)


def _is_on(name: str, own: _Marks, inherited: Iterable[frozenset[str]]) -> bool:
    """Tell whether something is on: the run says it, else any of its styles."""
    return _says(own[name]) if name in own else any(name in each for each in inherited)


def _says(mark: etree._Element | None) -> bool:
    return mark is None or mark.get(_VAL, "1") not in OFF


def _toggled(marks: _Marks) -> frozenset[str]:
    return frozenset(name for name in _TOGGLES & marks.keys() if _says(marks[name]))


def _is_on_here(marks: _Marks, name: str) -> bool:
    return name in marks and _says(marks[name])


def _flickers(marks: _Marks) -> bool:
    """Tell whether letters blink, so that they are not there half of the time."""
    return _MOVING in marks and val(marks[_MOVING]) == "blinkBackground"


def _is_paper(marks: _Marks, ink: Colour) -> bool:
    """Tell whether letters are raised from the paper, or cut into it, which takes their black."""
    is_relief = any(_is_on_here(marks, name) for name in _RELIEFS)
    return is_relief and (not any(ink) or _colours.is_lost(ink, _colours.BLACK))


def _is_complex(marks: _Marks) -> bool:
    """Tell whether letters have the font and the size of those that are written from right to left."""
    return any(name in marks and _says(marks[name]) for name in (_COMPLEX, _RIGHT))


def _size(marks: _Marks) -> float:
    """Give the size of letters in points."""
    kind = _COMPLEX_SIZE if _is_complex(marks) else _SIZE
    size = _page.twips(val(marks.get(kind)), _page.POINT / 2) / _page.POINT if kind in marks else _USUAL_SIZE
    if _TWO_IN_ONE in marks and val(marks[_TWO_IN_ONE], "combine") not in ("", *OFF):
        size *= _TWO_LINES
    return size * (_SMALLER if val(marks.get(_RAISED)) in ("superscript", "subscript") else 1)


def _raised(marks: _Marks, around: _Around) -> str:
    """Give the mark of letters that are small above or below the others: a figure is read as another thing there."""
    said = _RAISINGS.get(val(marks.get(_RAISED)), "")
    if said or _POSITION not in marks:
        return said
    size = _size(marks)
    share = _page.twips(val(marks[_POSITION]), _page.POINT / 2) / (size * _page.POINT)
    if abs(share) < _RAISED_FAR or size > _size(around.marks) * _SMALL:
        return ""
    return ABOVE if share > 0 else BELOW


def _is_cramped(marks: _Marks, around: _Around, run: etree._Element | None) -> bool:
    """Tell whether letters are too small, or have no room: pressed together, drawn apart, or in too low a line."""
    size = _size(marks)
    twips = size * _page.POINT
    if not _SMALLEST <= size < _LARGEST or around.line < twips * around.least or around.lines < around.least:
        return True
    spacing = _page.twips(val(marks.get(_SPACING))) / twips
    position = _page.twips(val(marks.get(_POSITION)), _page.POINT / 2) / twips
    scale = _page.twips(val(marks.get(_SCALE)).removesuffix("%"))
    if not _DENSEST < spacing < _LOOSEST or abs(position) > _HIGHEST or 0 < scale < _THINNEST:
        return True
    if abs(position) * twips > around.line * _OVER:
        return True
    if _FIT not in marks or run is None:
        return False
    letters = sum(len(text.text or "") for text in run.iterchildren(f"{W}t"))
    return _page.twips(val(marks[_FIT])) < _fit.NARROWEST * letters


def _marks(look: Iterable[etree._Element] | None) -> _Marks:
    """Give what a look sets of what may hide text; of fonts by the kind of letters."""
    found: _Marks = {}
    for mark in () if look is None else look:
        if mark.tag == _ALTERNATIVES:
            for fonts in mark.iter(_fonts.FONTS):
                found |= _fonts.named(fonts)
        elif mark.tag == _fonts.FONTS:
            found |= _fonts.named(mark)
        elif mark.tag in _MARKS:
            found[str(mark.tag)] = mark
    return found


def _marks_of(holders: Iterable[etree._Element], kind: str) -> _Marks:
    found: _Marks = {}
    for holder in holders:
        found |= _marks(_child(holder, kind))
    return found


def _styled(properties: Iterable[etree._Element] | None, kind: str) -> str:
    style = _child(properties, kind)
    return "" if style is None else style.get(_VAL, "")


def _child(parent: Iterable[etree._Element] | None, tag: str) -> etree._Element | None:
    for element in () if parent is None else parent:
        if element.tag == tag:
            return element
    return None
