"""The whereabouts of a paragraph: on the page, in a cell or in a text box, with what is behind it, and whether there is room."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree

from botilbudlaege.rendering.drawn import _fills, _shapes
from botilbudlaege.rendering.letters import _colours, _marks
from botilbudlaege.rendering.letters._faint import Behind
from botilbudlaege.rendering.letters._marks import LOOK, marks
from botilbudlaege.rendering.letters._measures import POINT, TALL
from botilbudlaege.rendering.sight import _cells, _fit, _inside_cells, _page, _signs
from botilbudlaege.rendering.word._styles import child, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from botilbudlaege.rendering.letters._colours import Colour
    from botilbudlaege.rendering.letters._theme import Theme
    from botilbudlaege.rendering.word._styles import Styles

SHAPE = f"{W}pPr"
PARAGRAPH_STYLE = f"{W}pStyle"
P = f"{W}p"
_CELL, _TEXTBOX = f"{W}tc", f"{W}txbxContent"
_FRAME = f"{W}framePr"
_PLACING = frozenset({_FRAME, _page.TABS})


@attrs.frozen(cache_hash=True)
class Place:
    """What all paragraphs get that stand in the same place.

    Args:
        page: The page.
        behind: What is behind them.
        styled: What the table's style says of their cell, the nearest first.
        is_off: Whether their table is beside the page.
        height: How high their row may be.
        is_crossed: Whether lines are drawn across their cell.
        ink: The colour that their shape gives their letters; empty where it gives none.
    """

    page: _page.Page
    behind: Behind
    styled: tuple[etree._Element, ...] = ()
    is_off: bool = False
    height: float = TALL
    is_crossed: bool = False
    ink: str = ""


class Whereabouts:
    """Tell of the paragraphs of a package where they stand.

    Args:
        styles: Its styles.
        styled: What they set of letters.
        theme: Its theme.
    """

    def __init__(self, styles: Styles, styled: _marks.StyledMarks, theme: Theme) -> None:
        """Keep what the places of the package are worked out from."""
        self._styles, self._styled, self._theme = styles, styled, theme
        self._usual = styles.default("paragraph")
        self._cells = _cells.Cells(styles)
        self._insides = _inside_cells.Insides(styles, self._cells, theme)
        self._pages: dict[etree._Element, Place] = {}
        self._cells_that_grow: dict[etree._Element | None, Place] = {}

    def style(self, said: Mapping[Any, etree._Element]) -> str:
        """Give the id of a paragraph's style, by what the paragraph says of itself."""
        return val(said.get(PARAGRAPH_STYLE)) or self._usual

    def place(self, paragraph: etree._Element, said: Mapping[Any, etree._Element]) -> Place:
        """Give what a paragraph gets from where it stands, by what it says of itself."""
        place = self._place(next(paragraph.iterancestors(_CELL, _TEXTBOX), None), paragraph)
        is_placed = not said.keys().isdisjoint(_PLACING) or self._has_far_tabs
        if is_placed and self._is_out(paragraph, said, place.page):
            return attrs.evolve(place, is_off=True)
        return place

    def _is_out(
        self, paragraph: etree._Element, said: Mapping[Any, etree._Element], page: _page.Page
    ) -> bool:
        """Tell whether a tab leads a paragraph beside the page, or its frame has no room for it."""
        holders = self._styles.chain(self._styles.style_of(paragraph)) if self._has_far_tabs else ()
        tabs = (said.get(_page.TABS), *(child(child(holder, SHAPE), _page.TABS) for holder in holders))
        return any(_fit.is_tabbed_off(paragraph, each, page) for each in tabs) or not self.has_room(
            paragraph, _fit.of_frame(said.get(_FRAME), page), alone=True
        )

    def _place(self, box: etree._Element | None, paragraph: etree._Element) -> Place:
        """Give what is the same for all paragraphs of a page, a cell or a text box."""
        if box in self._cells_that_grow:
            return self._cells_that_grow[box]
        bare = self._bare(paragraph.getroottree().getroot())
        if box is None:
            return bare
        return (self._in_box if box.tag == _TEXTBOX else self._in_cell)(box, paragraph, bare)

    def _bare(self, root: etree._Element) -> Place:
        """Give the page of a part, with the colour of its paper."""
        if root not in self._pages:
            self._pages[root] = Place(_page.page_of(root), self._paper(root))
        return self._pages[root]

    def _paper(self, root: etree._Element) -> Behind:
        """Give the colour of the pages of a part; older programs write it as the fill of a drawing besides."""
        paper = _colours.paper(root, self._theme)
        drawn = root.find(f"{W}background/{_shapes.VML}background")
        colours = () if drawn is None else _fills.of_shape(drawn, self._theme.drawn).colours
        if len(dict.fromkeys(colours)) > 1:
            return Behind(*_colours.sampled(colours))
        return Behind((paper[0], colours[0]) if colours else paper)

    def _in_box(self, box: etree._Element, paragraph: etree._Element, bare: Place) -> Place:
        is_off = _signs.is_unseen(box) or not self.has_room(paragraph, _fit.of_box(box, bare.page))
        ink = _fills.ink(box, self._theme.drawn)
        return Place(bare.page, self.behind(box), is_off=is_off, ink=ink)

    def _in_cell(self, cell: etree._Element, paragraph: etree._Element, bare: Place) -> Place:
        page = bare.page
        inside = self._insides.of(cell, page, bare.behind.ground)
        place = Place(
            _page.in_cell(page),
            Behind(inside.ground),
            self._cells.styled(cell),
            is_off=inside.is_off,
            is_crossed=inside.is_crossed,
        )
        if inside.height >= TALL:
            self._cells_that_grow[cell] = place
            return place
        above = sum(1 for _ in paragraph.itersiblings(P, preceding=True))  # it takes of the height too
        height = max(0.0, inside.height - above * _marks.size(marks(self._styles.defaults)) * POINT)
        is_cut = not self.has_room(paragraph, (_fit.cell_width(cell, page), inside.height))
        return attrs.evolve(place, is_off=place.is_off or is_cut, height=height)

    def behind(self, held: etree._Element) -> Behind:
        """Give what is behind the text of a shape: its fill, else what its drawing stands on; nothing where that is not known."""
        fill = _fills.of_text(held, self._theme.drawn)
        if not fill.lets_through:
            return Behind(*_colours.sampled(fill.colours))
        drawing = [*_shapes.around(held)][-1]
        paragraph = next(drawing.iterancestors(P), None)
        if paragraph is None or _fills.is_over_another(drawing):
            return Behind()
        own = [entry for shape in paragraph.iterchildren(SHAPE) for entry in shape]
        said = {entry.tag: entry for entry in reversed(own)}
        return self.shaded(own, self.style(said), self.place(paragraph, said).behind)

    def shaded(self, own: Iterable[etree._Element], style: str, behind: Behind) -> Behind:
        """Give what is behind the letters of a paragraph: its shading, or its style's, else what is behind it."""
        chain = self._styles.chain(style) if style else ()
        shades = (child(child(link, SHAPE), _marks.SHADE) for link in chain)
        found = next((shade for shade in (child(own, _marks.SHADE), *shades) if shade is not None), None)
        ground: Colour | None = _colours.ground(found, self._theme)
        return behind if ground is None else behind._replace(ground=ground)

    def has_room(self, paragraph: etree._Element, room: tuple[float, float], *, alone: bool = False) -> bool:
        """Tell whether a paragraph has room where it stands, with the smallest letters that it has."""
        return room[1] >= TALL or _fit.has_room(paragraph, room, self.smallest(paragraph), alone=alone)

    def smallest(self, paragraph: etree._Element) -> float:
        """Give the size of the smallest letters of a paragraph, in points."""
        style = val(child(child(paragraph, SHAPE), PARAGRAPH_STYLE)) or self._usual
        usual = marks(self._styles.defaults) | self._styled.of(style)
        looks = (marks(look) for run in paragraph.iter(f"{W}r") for look in run.iterchildren(LOOK))
        return min(_marks.size(usual | own) for own in ({}, *looks))

    @functools.cached_property
    def has_far_levels(self) -> bool:
        """Tell whether a list puts its paragraphs beside the page."""
        levels = (child(level, SHAPE) for level in self._styles.all_levels())
        return any(level is not None and _page.is_off(_page.shape(level), _page.Page()) for level in levels)

    @functools.cached_property
    def _has_far_tabs(self) -> bool:
        """Tell whether the tabs of a style lead beside the page."""

        def found() -> bool:
            tabs = (child(child(style, SHAPE), _page.TABS) for style in self._styles.all())
            usual = _page.Page()
            return any(_fit.is_far(each, usual) for each in tabs if each is not None)

        return self._styles.known("far tabs", found)
