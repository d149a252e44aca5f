"""Looks that hide text from a reader, or cross it out: by its own look, its styles, its ground, its place on the page.

What hides is worked out as Word does it: the file's defaults, the table's style, the paragraph's, the letters', the
run itself. Where Word and older programs differ, what hides in one of them hides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.letters import _colours, _faint, _fonts, _look, _marks
from botilbudlaege.rendering.letters._faint import LOWEST, LOWEST_BETWEEN_LINES, SMALLEST, Behind, Line
from botilbudlaege.rendering.letters._look import Look
from botilbudlaege.rendering.letters._marks import LOOK, Marks, marks
from botilbudlaege.rendering.letters._measures import POINT
from botilbudlaege.rendering.letters._theme import Theme
from botilbudlaege.rendering.sight import _fit, _labels, _page, _signs
from botilbudlaege.rendering.sight._whereabouts import SHAPE, P, Whereabouts
from botilbudlaege.rendering.word._styles import Styles, child, val
from botilbudlaege.rendering.word._text import W, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from botilbudlaege.rendering.drawn._words import Piece, Words
    from botilbudlaege.rendering.sight._whereabouts import Place

_RUN_STYLE = f"{W}rStyle"
_ROOM = frozenset(
    {
        _marks.SHADE,
        *(f"{W}{name}" for name in ("ind", "spacing", "framePr", "pBdr")),
        _page.FOLDED,
        _page.FROM_RIGHT,
    }
)
"""What a paragraph itself says that may hide it."""
_UNNUMBERED = frozenset({"bullet", "none"})
_FOLDED = "[foldet sammen] "
"""What is said of a heading whose text is not shown until somebody unfolds it."""


@attrs.frozen(eq=False)
class _Around:
    """What a run gets from where it stands.

    Args:
        marks: What is said of letters there.
        toggled: What is on of what hides or crosses out.
        behind: What is behind it.
        is_off: Whether there is no room for it on the page.
        line: The room of its line.
        is_crossed: Whether it is crossed out where it stands.
        is_barred: Whether upright lines are drawn through its paragraph.
        is_folded: Whether Word folds away what stands under its paragraph.
        is_from_right: Whether the lines of its paragraph begin at the right.
        beyond: How much is on the page of lines that go on beside it, in twips; 0 where they do not.
        look: How a run looks there that says nothing itself.
    """

    marks: Marks
    toggled: frozenset[str]
    behind: Behind
    is_off: bool = False
    line: Line = attrs.field(factory=Line)
    is_crossed: bool = False
    is_barred: bool = False
    is_folded: bool = False
    is_from_right: bool = False
    beyond: float = 0.0
    look: Look = attrs.field(factory=Look)


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
        self._styled = _marks.StyledMarks(self._styles)
        self._whereabouts = Whereabouts(self._styles, self._styled, self._theme)
        self._letters = self._styles.default("character")
        self._shapes: dict[str, dict[str, str]] = self._styles.known("shapes", dict)
        self._plain: dict[tuple[str, Place], _Around] = {}
        self._arounds: dict[etree._Element | None, _Around] = {}

    def look(self, run: etree._Element) -> Look:
        """Tell how a run looks to a reader."""
        around = self._around(paragraph_of(run))
        own = [mark for look in run.iterchildren(LOOK) for mark in look]
        if not any(mark.tag in _marks.MARKS or mark.tag == _RUN_STYLE for mark in own):
            return around.look
        return self._look(around, self._of_letters(own), marks(own), run)

    def hides_number(self, paragraph: etree._Element, level: etree._Element) -> bool:
        """Tell whether the number that a level of a list puts before a paragraph is hidden, crossed out, or in a font of pictures."""
        mark = child(child(paragraph, SHAPE), LOOK)
        look = self._look(self._around(paragraph), {}, marks(mark) | marks(child(level, LOOK)), None)
        return look.hidden or look.struck or (look.plain and val(level.find(f"{W}numFmt")) not in _UNNUMBERED)

    def beside(self, paragraph: etree._Element) -> Iterator[str]:
        """Say what Word does to a paragraph that its words do not tell: upright lines through it, or its text folded away."""
        around = self._around(paragraph)
        if around.is_barred:
            yield "[lodrette streger] "
        if around.is_folded:
            yield _FOLDED

    def is_folded(self, paragraph: etree._Element) -> bool:
        """Tell whether Word folds away what stands under a paragraph."""
        return self._around(paragraph).is_folded

    def has_hidden_number(self, paragraph: etree._Element) -> bool:
        """Tell whether a list puts a number before a paragraph that is hidden or crossed out."""
        level = self._styles.level_of(paragraph)
        if level is None or val(level.find(f"{W}numFmt")) in _UNNUMBERED:
            return False
        return self.hides_number(paragraph, level)

    def is_from_right(self, paragraph: etree._Element, words: Iterable[str]) -> bool:
        """Tell whether a paragraph shows its text in another order than it is written, since its lines begin at the right."""
        return self._around(paragraph).is_from_right and _look.is_reordered("".join(words))

    def drawn(self, words: Words) -> tuple[str, str]:
        """Give what a reader sees of words that are drawn, and what not."""
        is_off = _signs.is_unseen(words.element)
        behind = self._whereabouts.behind(words.element)
        found = {True: "", False: ""}
        for piece in words.pieces:
            found[is_off or self._is_drawn_unseen(piece, behind)] += piece.text
        return found[False], found[True]

    def _is_drawn_unseen(self, piece: Piece, behind: Behind) -> bool:
        if 0 < piece.size < SMALLEST or str(getattr(piece.fill, "tag", "")).endswith("}noFill"):
            return True
        colour = None if piece.fill is None else next(iter(piece.fill), None)
        return colour is not None and behind.hides(self._theme.drawn(colour))

    def hides_drawing(self, drawing: etree._Element) -> bool:
        """Tell whether a drawing is hidden with the letters that it stands among, or has no room in their line."""
        run = next(drawing.iterancestors(f"{W}r"), None)
        if run is None:
            return False
        around = self._around(next(run.iterancestors(P), None))
        own = [mark for look in run.iterchildren(LOOK) for mark in look]
        inherited = (around.toggled, _marks.toggled(self._of_letters(own)))
        if any(_marks.is_on_here(name, marks(own), inherited) for name in _marks.HIDING):
            return True
        high = _fit.among_letters(drawing)
        return high > 0 and (around.is_off or around.line.height < high * LOWEST)

    def leader(self, run: etree._Element) -> str:
        """Give what the tabs of a run's paragraph are filled with, whichever stops they go to."""
        paragraph = paragraph_of(run)
        holders = (
            () if paragraph is None else (paragraph, *self._styles.chain(self._styles.style_of(paragraph)))
        )
        stops = (child(child(holder, SHAPE), _page.TABS) for holder in holders)
        found = {_signs.leader(stop) for each in stops if each is not None for stop in each}
        return "".join(sorted(found))

    # A run ------------------------------------------------------------------------------------------

    def _of_letters(self, own: Iterable[etree._Element]) -> Marks:
        """Give what the style of a run's letters sets."""
        return self._styled.of(val(child(own, _RUN_STYLE)) or self._letters)

    def _look(self, around: _Around, styled: Marks, own: Marks, run: etree._Element | None) -> Look:
        found = {**around.marks, **styled, **own}
        inherited = (around.toggled, _marks.toggled(styled))
        on = {name for name in _marks.TOGGLES if _marks.is_on_here(name, own, inherited)}
        plain, others = self._pictures(found)
        is_faint = _faint.is_cramped(found, around.line, run) or _faint.is_lost(
            found, around.behind, self._theme
        )
        hidden = around.is_off or is_faint or not on.isdisjoint(_marks.HIDING)
        struck = around.is_crossed or not on.isdisjoint(_marks.STRUCK)
        backwards = _marks.is_set(found, _marks.RIGHT)
        return Look(hidden, struck, plain, others, backwards, _look.raised(found, around.marks))

    def _pictures(self, found: Marks) -> tuple[bool, bool]:
        slots = ("cs", "cs") if _marks.is_complex(found) else ("ascii", "hAnsi")
        plain, others = (self._fonts.are_pictures(found.get(slot)) for slot in slots)
        return plain, others

    # Where a run stands -----------------------------------------------------------------------------

    def _around(self, paragraph: etree._Element | None) -> _Around:
        if paragraph not in self._arounds:
            around = self._found_around(paragraph)
            if around.beyond and paragraph is not None and self._goes_on(paragraph, around.beyond):
                around = self._looked(attrs.evolve(around, is_off=True))
            self._arounds[paragraph] = around
        return self._arounds[paragraph]

    def _goes_on(self, paragraph: etree._Element, wide: float) -> bool:
        """Tell whether a paragraph is so long that it is cut off where the page ends."""
        line = self._whereabouts.smallest(paragraph) * POINT
        return not self._whereabouts.has_room(paragraph, (wide, line), alone=True)

    def _found_around(self, paragraph: etree._Element | None) -> _Around:
        if paragraph is None:
            return self._looked(_Around(marks(self._styles.defaults), frozenset(), Behind()))
        own = [entry for shape in paragraph.iterchildren(SHAPE) for entry in shape]
        said = {entry.tag: entry for entry in reversed(own)}
        style, place = self._whereabouts.style(said), self._whereabouts.place(paragraph, said)
        if self._whereabouts.has_far_levels and f"{W}ind" not in said:
            level = self._styles.level_of(paragraph)
            if level is not None:
                return self._made(own, style, place, level=child(level, SHAPE))
        if not said.keys().isdisjoint(_ROOM) or (_page.TABS in said and _page.has_bar(said[_page.TABS])):
            return self._made(own, style, place)
        if (style, place) not in self._plain:
            self._plain[style, place] = self._made((), style, place)
        return self._plain[style, place]

    def _made(
        self,
        own: Iterable[etree._Element],
        style: str,
        place: Place,
        *,
        level: etree._Element | None = None,
    ) -> _Around:
        levels = self._levels(style, place)
        of_table = (child(link, SHAPE) for link in reversed(place.styled))
        shaped = _page.shape(self._styles.shape, *of_table) | self._shape_of(style) | _page.shape(level, own)
        around = _Around(
            {name: mark for each in levels for name, mark in each.items()},
            frozenset[str]().union(*map(_marks.toggled, levels)),
            self._whereabouts.shaded(own, style, place.behind),
            place.is_off or place.page.is_cut or _page.is_off(shaped, place.page),
            _line(shaped, place),
            place.is_crossed,
            _page.BARRED in shaped,
            bool(shaped.get(_page.FOLDED)),
            bool(shaped.get(_page.FROM_RIGHT)),
            _page.beyond(shaped, place.page),
        )
        return self._looked(around)

    def _levels(self, style: str, place: Place) -> list[Marks]:
        """List what the file, a shape, a table and a style say of letters, the last the nearest."""
        return [
            marks(self._styles.defaults),
            {_marks.COLOUR: _colours.as_mark(place.ink)} if place.ink else {},
            _marks.marks_of(reversed(place.styled)),
            self._styled.of(style),
        ]

    def _shape_of(self, style: str) -> dict[str, str]:
        """Give the room that a style gives its paragraphs."""
        if style not in self._shapes:
            chain = self._styles.chain(style) if style else ()
            links = (child(link, SHAPE) for link in reversed(chain))
            self._shapes[style] = _page.shape(*links)
        return self._shapes[style]

    def _looked(self, around: _Around) -> _Around:
        return attrs.evolve(around, look=self._look(around, self._styled.of(self._letters), {}, None))


def _line(shaped: dict[str, str], place: Place) -> Line:
    height, singles = _page.line_height(shaped)
    return Line(
        min(height, place.height - _page.space_above(shaped)),
        singles,
        LOWEST_BETWEEN_LINES if _page.is_lined(shaped) else LOWEST,
    )
