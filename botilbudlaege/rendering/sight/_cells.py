"""The style of a table as it comes to a cell: of its row, its column, its band, the whole table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word._styles import OFF, number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from botilbudlaege.rendering.word._styles import Styles

_LOOKS = {
    "firstRow": 0x020,
    "lastRow": 0x040,
    "firstColumn": 0x080,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


_WHOLE = "wholeTable"
_CORNERS = {
    ("firstRow", "firstCol"): "nwCell",
    ("firstRow", "lastCol"): "neCell",
    ("lastRow", "firstCol"): "swCell",
    ("lastRow", "lastCol"): "seCell",
}


def table_of(element: etree._Element) -> etree._Element | None:
    """Give the table that an element stands in."""
    return next(element.iterancestors(f"{W}tbl"), None)


def table_look(table: etree._Element, name: str) -> bool:
    """Tell whether a table asks for a part of its style; older versions of Word write all in one number."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    said = val(look, name)
    return said not in OFF if said else bool(number(val(look), 16) & _LOOKS[name])


def rows(table: etree._Element) -> list[etree._Element]:
    """List a table's own rows."""
    return [row for row in table.iter(f"{W}tr") if table_of(row) is table]


class Cells:
    """What the styles of tables say of their cells.

    Args:
        styles: The styles.
        rows: Lists the rows of a table that count.
    """

    def __init__(self, styles: Styles, rows: Callable[[etree._Element], list[etree._Element]] = rows) -> None:
        """Keep the styles."""
        self._styles = styles
        self._default = styles.default("table")
        self._rows = rows
        self._grids: dict[etree._Element, _Grid] = {}
        self._cells: dict[etree._Element, tuple[etree._Element, ...]] = {}
        self._found: dict[tuple[str, tuple[str, ...]], tuple[etree._Element, ...]] = {}

    def styled(self, cell: etree._Element) -> tuple[etree._Element, ...]:
        """Give what the table's style says of a cell, the nearest first."""
        if cell not in self._cells:
            table = table_of(cell)
            if table is None:
                return ()
            key = self._name(table), tuple(self._kinds(cell, table))
            if key not in self._found:
                self._found[key] = tuple(self._of(*key))
            self._cells[cell] = self._found[key]
        return self._cells[cell]

    def whole(self, table: etree._Element) -> tuple[etree._Element, ...]:
        """Give a table's style and those it builds on, the nearest first."""
        name = self._name(table)
        return self._styles.chain(name) if name else ()

    def _name(self, table: etree._Element) -> str:
        return val(table.find(f"{W}tblPr/{W}tblStyle")) or self._default

    def _of(self, name: str, kinds: tuple[str, ...]) -> Iterator[etree._Element]:
        chain = self._styles.chain(name) if name else ()
        for kind in kinds:
            for style in chain:
                yield from (each for each in style.findall(f"{W}tblStylePr") if _kind(each) == kind)
        yield from chain

    def _kinds(self, cell: etree._Element, table: etree._Element) -> Iterator[str]:
        if table not in self._grids:
            self._grids[table] = _Grid(self._rows(table), table)
        grid = self._grids[table]
        if cell not in grid.spots:
            return
        row, column, columns = grid.spots[cell]
        looks = grid.looks
        ends = list(_ends(looks, ("Row", "Row"), first=row == 0, last=row == grid.height - 1))
        sides = list(_ends(looks, ("Column", "Col"), first=column == 0, last=column == columns - 1))
        yield from (_CORNERS[end, side] for end in ends for side in sides)
        yield from (*ends, *sides)
        if not looks["noHBand"]:
            yield _band(row - looks["firstRow"], "Horz")
        if not looks["noVBand"]:
            yield _band(column - looks["firstColumn"], "Vert")
        yield _WHOLE


class _Grid:
    """Where a table's cells stand (row, column, how many columns the row has), and what it asks for of its style."""

    def __init__(self, rows: list[etree._Element], table: etree._Element) -> None:
        self.height = len(rows)
        self.looks = {name: table_look(table, name) for name in _LOOKS}
        self.spots: dict[etree._Element, tuple[int, int, int]] = {}
        for count, row in enumerate(rows):
            cells = row.findall(f"{W}tc")
            self.spots |= {cell: (count, column, len(cells)) for column, cell in enumerate(cells)}


def _kind(part: etree._Element) -> str:
    """Give the part of a table that a part of a style is for."""
    return val(part, "type") or _WHOLE


def _ends(looks: dict[str, bool], names: tuple[str, str], *, first: bool, last: bool) -> Iterator[str]:
    asked, styled = names
    for end, there in (("first", first), ("last", last)):
        if there and looks[end + asked]:
            yield end + styled


def _band(index: int, direction: str) -> str:
    return f"band{index % 2 + 1}{direction}"
