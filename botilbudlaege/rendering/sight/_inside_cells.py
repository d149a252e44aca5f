"""The inside of a table's cells: what is behind a text there, and whether there is room for it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.letters import _colours
from botilbudlaege.rendering.letters._measures import POINT, TALL, twips
from botilbudlaege.rendering.sight import _cells, _fit, _page, _room
from botilbudlaege.rendering.word._styles import is_on, number, val, within
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.rendering.letters._colours import Colour
    from botilbudlaege.rendering.letters._theme import Theme
    from botilbudlaege.rendering.sight._cells import Cells
    from botilbudlaege.rendering.word._styles import Styles

_CROSSING = frozenset({f"{W}tl2br", f"{W}tr2bl"})
_CELL, _ROW, _TEXTBOX = f"{W}tc", f"{W}tr", f"{W}txbxContent"


class Inside(NamedTuple):
    """What all text gets that stands in a cell.

    Args:
        ground: What is behind it; None where that is not known.
        is_off: Whether there is no room for it.
        height: How high its row may be.
        is_crossed: Whether lines are drawn across it.
    """

    ground: Colour | None
    is_off: bool = False
    height: float = TALL
    is_crossed: bool = False


def is_merged(cell: etree._Element) -> bool:
    """Tell whether a cell is a part of the one above or before it, in whose place its own text is not shown."""
    look = cell.find(f"{W}tcPr")
    for kind, part in ((f"{W}vMerge", cell.getparent()), (f"{W}hMerge", cell)):
        mark = None if look is None else look.find(kind)
        if mark is not None and val(mark) != "restart" and part is not None:
            return next(part.itersiblings(part.tag, preceding=True), None) is not None
    return False


_CELL_LOOK, _SHADE = f"{W}tcPr", f"{W}shd"
_ACROSS = frozenset({f"{W}top", f"{W}bottom"})
_UPRIGHT = frozenset({"btLr", "tbRl", "tbV", "rl", "lr", "rlV", "lrV"})
_SHORT = 600.0
"""Twips: nobody reads an upright text in shorter lines."""
_LOW, _IN_A_ROW = 150.0, 0.8
"""Twips of a row that shows half of a line at most, and what of it shows letters: what stands out is cut off there."""
_PARTS = 8
"""How many of the measures of lines make a point."""


def _crosses(link: etree._Element) -> bool:
    """Tell whether a cell, or a style, draws a line from corner to corner."""
    borders = within(link, _CELL_LOOK, f"{W}tcBorders")
    return borders is not None and any(
        line.tag in _CROSSING and val(line) not in ("", "nil", "none") for line in borders
    )


class Insides:
    """The insides of the cells of a package.

    Args:
        styles: The styles.
        cells: What the styles of tables say of their cells.
        theme: The theme.
    """

    def __init__(self, styles: Styles, cells: Cells, theme: Theme) -> None:
        """Keep them."""
        self._styles, self._cells, self._theme = styles, cells, theme
        self._known: dict[etree._Element, Inside] = {}
        self._cut: dict[etree._Element, set[etree._Element]] = {}
        self._said_of_rows: dict[etree._Element | None, set[str]] = {}
        self._crossing: dict[etree._Element, bool] = {}
        self._grounds: dict[tuple[etree._Element | None, str], Colour | None] = {}

    def of(self, cell: etree._Element, page: _page.Page, paper: Colour | None) -> Inside:
        """Give the inside of a cell on a page, whose paper has a colour."""
        if cell not in self._known:
            self._known[cell] = self._found(cell, page, paper)
        return self._known[cell]

    def _found(self, cell: etree._Element, page: _page.Page, paper: Colour | None) -> Inside:
        row = next(cell.iterancestors(_ROW), None)
        table = _cells.table_of(cell)
        outer = None if table is None else next(table.iterancestors(_CELL, _TEXTBOX), None)
        around = Inside(paper if outer is None else None)
        if outer is not None and outer.tag == _CELL:
            around = self.of(outer, page, paper)
        high = row if self._says(row, "trHeight") else None
        return Inside(
            next(filter(None, self._grounds_of(cell, row, table)), around.ground),
            around.is_off
            or is_merged(cell)
            or _fit.is_squeezed(cell, page)
            or (high is not None and _page.is_row_off(high, self._aligned(cell), page))
            or (self._says(row, "hidden") and is_on(within(row, f"{W}trPr", f"{W}hidden")))
            or (table is not None and self._is_cut(cell, table, page)),
            min(around.height, TALL if high is None else self._height(cell, high)),
            around.is_crossed or _crosses(cell) or any(map(self._crosses, self._cells.styled(cell))),
        )

    def _says(self, row: etree._Element | None, name: str) -> bool:
        """Tell whether a row says something of itself; its cells ask one after the other."""
        if row not in self._said_of_rows:
            properties = () if row is None else row.iterchildren(f"{W}trPr")
            self._said_of_rows[row] = {entry.tag for each in properties for entry in each}
        return f"{W}{name}" in self._said_of_rows[row]

    def _crosses(self, link: etree._Element) -> bool:
        """Tell whether a style draws a line from corner to corner of a cell."""
        if link not in self._crossing:
            self._crossing[link] = _crosses(link)
        return self._crossing[link]

    def _height(self, cell: etree._Element, row: etree._Element) -> float:
        """Give how high the text of a cell may be in its row, of which lines and margins above and below it take their part."""
        height = _page.row_height(row)
        if height >= TALL:
            return height
        if val(within(cell, _CELL_LOOK, f"{W}textDirection")) in _UPRIGHT and height < _SHORT:
            return 0.0  # its lines are as long as the row is high
        thick = sum(number(val(line, "sz")) for line in self._said(cell, "Borders"))
        margins = sum(twips(val(margin, "w")) for margin in self._said(cell, "Mar"))
        left = max(0.0, height - margins - thick / _PARTS * POINT / 2)
        return left if left > _LOW else left * _IN_A_ROW

    def _aligned(self, cell: etree._Element) -> str:
        """Tell at which side of its row the text of a cell stands."""
        found = (within(holder, _CELL_LOOK, f"{W}vAlign") for holder in (cell, *self._cells.styled(cell)))
        return val(next((each for each in found if each is not None), None))

    def _said(self, cell: etree._Element, what: str) -> list[etree._Element]:
        """List what is said of the upper and the lower side of a cell: by itself or its style, else by its table."""
        table = _cells.table_of(cell)
        of_table = f"{W}tbl{'CellMar' if what == 'Mar' else what}"
        styled = self._cells.styled(cell)
        found = (
            *(within(holder, _CELL_LOOK, f"{W}tc{what}") for holder in (cell, *styled)),
            *(within(holder, f"{W}tblPr", of_table) for holder in (table, *styled)),
        )
        return [side for each in found if each is not None for side in each if side.tag in _ACROSS][:2]

    def _is_cut(self, cell: etree._Element, table: etree._Element, page: _page.Page) -> bool:
        """Tell whether a cell has no room on the page, or the style of its table hides its row."""
        if table not in self._cut:
            rows = _cells.rows(table)
            self._cut[table] = (
                {each for row in rows for each in row.iterchildren(_CELL)}
                if _page.is_table_off(table, page)
                else _room.without(table, rows, self._cells.whole(table), page)
            )
        return cell in self._cut[table] or (
            self._hides_rows
            and any(is_on(link.find(f"{W}trPr/{W}hidden")) for link in self._cells.styled(cell))
        )

    @functools.cached_property
    def _hides_rows(self) -> bool:
        def found() -> bool:
            return any(next(style.iter(f"{W}hidden"), None) is not None for style in self._styles.all())

        return self._styles.known("hidden rows", found)

    def _grounds_of(
        self, cell: etree._Element, row: etree._Element | None, table: etree._Element | None
    ) -> Iterator[Colour | None]:
        """List the colours of the shadings behind a cell, the nearest first."""
        styled = self._cells.styled(cell)
        yield from (self._ground(holder, _CELL_LOOK) for holder in (cell, *styled))
        yield self._ground(row, f"{W}tblPrEx")
        yield from (self._ground(holder, f"{W}tblPr") for holder in (table, *styled))

    def _ground(self, holder: etree._Element | None, kind: str) -> Colour | None:
        if (holder, kind) not in self._grounds:
            self._grounds[holder, kind] = _colours.ground(within(holder, kind, _SHADE), self._theme)
        return self._grounds[holder, kind]
