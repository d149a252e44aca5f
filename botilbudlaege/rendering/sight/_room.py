"""The room that the cells of a table have for their text: how wide they are, and where on the page they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.letters._measures import twips
from botilbudlaege.rendering.word._styles import number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from botilbudlaege.rendering.sight import _page

_CELL, _CELL_LOOK, _TABLE_LOOK = f"{W}tc", f"{W}tcPr", f"{W}tblPr"
_LEAST = 100.0
"""Twips; in a narrower cell no letter is whole."""
_PULLED = 800.0
"""Twips; what is put farther to the left of a cell stands in the one before it."""
_AIRY = 2000.0
"""Twips; more is not left free at the sides of a cell that is to be read."""
_FIFTIETHS = 50
"""How many of Word's shares make a percent."""
_SIDES = frozenset(f"{W}{side}" for side in ("left", "right", "start", "end"))


def without(
    table: etree._Element,
    rows: Iterable[etree._Element],
    styles: Iterable[etree._Element],
    page: _page.Page,
) -> set[etree._Element]:
    """List the cells of a table that have no room for a letter, or stand beside the page.

    Args:
        table: The table.
        rows: Its own rows.
        styles: Its style and those it builds on, the nearest first.
        page: The page.
    """
    found = (holder.find(_TABLE_LOOK) for holder in (table, *styles))
    looks = [look for look in found if look is not None]
    layout = next((each for look in looks if (each := look.find(f"{W}tblLayout")) is not None), None)
    measured = _Table(table, looks, page, is_fixed=val(layout, "type") == "fixed")
    return {cell for row in rows for cell in measured.without(row)}


class _Table:
    """The measures of a table.

    Args:
        table: The table.
        looks: What it and its styles say of it, the nearest first.
        page: The page.
        is_fixed: Whether its columns hold whatever stands in them.
    """

    def __init__(
        self, table: etree._Element, looks: list[etree._Element], page: _page.Page, *, is_fixed: bool
    ) -> None:
        self._is_fixed = is_fixed
        self._page = page
        self._grid = [twips(val(column, "w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        self._indent = _first(looks, "tblInd")
        self._pulled = _pulled(looks, sum(self._grid), page)
        self._margins = _Margins.of(_first(looks, "tblCellMar"), page)
        self._spacing = _measure(_first(looks, "tblCellSpacing"))
        wide = self._said(_first(looks, "tblW"))
        stretched = wide / sum(self._grid) if wide > page.width and any(self._grid) else 0.0
        self._stretch = stretched if wide else 1.0

    def without(self, row: etree._Element) -> Iterator[etree._Element]:
        """List the cells of a row without room."""
        page = self._page
        before = row.find(f"{W}trPr")
        skipped = None if before is None else before.find(f"{W}wBefore")
        own = row.find(f"{W}tblPrEx/{W}tblInd")
        begins = _measure(self._indent if own is None else own) + _measure(skipped) + self._pulled
        column = 0 if before is None else number(val(before.find(f"{W}gridBefore")))
        for cell in row.iterchildren(_CELL):
            look = cell.find(_CELL_LOOK)
            own = None if look is None else look.find(f"{W}tcMar")
            margins = self._margins if own is None else _Margins.of(own, page)
            span = 1 if look is None else max(1, number(val(look.find(f"{W}gridSpan"))))
            wide = self._width(look, column, span)
            room = page.room if wide is None else wide
            ends = begins + room
            if (
                room - margins.air - 2 * self._spacing < _LEAST
                or margins.are_pulled
                or begins > page.width - page.left - _LEAST
                or begins < -page.left - _LEAST
                or ends < _LEAST - page.left
            ):
                yield cell
            column += span
            begins += (wide or 0.0) if self._is_fixed else self._in_grid(column - span, span)

    def _in_grid(self, column: int, span: int) -> float:
        """Give how wide columns are that Word fits to the page, unless the table is said to be wider than that.

        Where nothing says how wide the table is, LibreOffice draws them as the grid says.
        """
        return sum(self._grid[column : column + span]) * self._stretch

    def _width(self, look: etree._Element | None, column: int, span: int) -> float | None:
        """Give the width of a cell, the widest that it is said to have; None where it grows with its text.

        What only the grid says of columns that are not fixed is often nonsense, and no program goes by it.
        """
        own = None if look is None else look.find(f"{W}tcW")
        is_said = own is not None and val(own, "type") in ("", "dxa", "pct")
        columns = self._grid[column : column + span]
        if not (is_said or columns) or not (self._is_fixed or (is_said and columns)):
            return None
        widest = max(self._said(own) if is_said else 0.0, sum(columns))
        return widest if widest or self._is_fixed else None

    def _said(self, own: etree._Element | None) -> float:
        """Give the width that a cell or a table itself has, in percent of the page or by measure."""
        if val(own, "type") != "pct":
            return _measure(own)
        share = val(own, "w")
        percent = twips(share.removesuffix("%"), 1.0 if share.endswith("%") else 1 / _FIFTIETHS)
        return self._page.room * percent / 100


class _Margins(NamedTuple):
    """The margins of a cell.

    Args:
        air: What is left free at its sides, where that is much.
        are_pulled: Whether its text is pulled out of it, over the one before it, or pushed down beside the page.
    """

    air: float
    are_pulled: bool

    @classmethod
    def of(cls, margins: etree._Element | None, page: _page.Page) -> _Margins:
        """Read them; of nothing there are none."""
        measures = [(side.tag in _SIDES, _measure(side)) for side in (() if margins is None else margins)]
        free = sum(each for is_beside, each in measures if is_beside)
        pulled = (each < -_PULLED if is_beside else each > page.deep for is_beside, each in measures)
        return cls(free if free > _AIRY else 0.0, any(pulled))


def _pulled(looks: list[etree._Element], grid: float, page: _page.Page) -> float:
    """Give how far to the left a table begins that is wider than its page, by the side that it stands at."""
    share = {"right": 1.0, "end": 1.0, "center": 0.5}.get(val(_first(looks, "jc")), 0.0)
    return share * min(0.0, page.room - max(grid, _measure(_first(looks, "tblW"))))


def _first(looks: Iterable[etree._Element], name: str) -> etree._Element | None:
    return next((found for look in looks if (found := look.find(f"{W}{name}")) is not None), None)


def _measure(element: etree._Element | None) -> float:
    return twips(val(element, "w")) if val(element, "type") in ("", "dxa") else 0.0
