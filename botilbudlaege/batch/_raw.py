"""Rows of a register as they were read, which a worker makes objects of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botilbudlaege.data._packed import packed, unpacked
from botilbudlaege.domain import DOKUMENTER, dokument

if TYPE_CHECKING:
    from botilbudlaege.data._row import Columns, Row
    from botilbudlaege.data.tables._bounds import Cell
    from botilbudlaege.domain import Fakta
    from botilbudlaege.errors import Finding


class RawRow:
    """A row that is clean: a home that has not been seen, with cells that can be read, none under no header.

    Args:
        number: Its number, as the spreadsheet shows it.
        row: Its cells, as one text where they can be.
        columns: Its columns.
    """

    __slots__ = ("_columns", "_row", "number")

    def __init__(self, number: int, row: str | tuple[Cell, ...], columns: Columns) -> None:
        self.number = number
        self._row = row
        self._columns = columns

    @classmethod
    def of(cls, row: Row) -> RawRow:
        """Take a row that is clean."""
        return cls(row.number, packed(row.cells), row.columns)

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        """Travel as little as can be."""
        return RawRow, (self.number, self._row, self._columns)

    @property
    def _cells(self) -> list[Cell]:
        return unpacked(self._row)

    def fact(self, path: str) -> Any:
        """Give one fact as plain data; None where the row does not have it."""
        return self._columns.fact(path, self._cells)

    @property
    def said(self) -> str:
        """All that its columns make of it, as text: equal texts make equal objects."""
        return self._columns.said(self._cells)

    def structured(self) -> tuple[Any, tuple[Finding, ...]]:
        """Make the row's object; or say what is wrong with it, by row and column."""
        return self._columns.structured(self.number, self._cells)


def calls_for_one(row: Row, document: str) -> bool:
    """Tell whether it can be seen of a row as it was read that it calls for one document of a kind.

    A row that has more than the plan, such as a termination, is looked at as a whole, for there are remarks on that.
    """
    path = DOKUMENTER[dokument(document)].raekke_har
    return path is not None and row.is_clean and row.fact(path) is not None and not row.has_beside(_PLAN)


_PLAN = "plan."


def subject_of(row: RawRow, document: str) -> tuple[Fakta | None, tuple[Finding, ...]]:
    """Make the subject of the one document that a row calls for; or say what is wrong with it, by row and column.

    Raises:
        DataError: The row is right, and its document cannot be.
    """
    post, findings = row.structured()
    if post is None:
        return None, findings
    (subject,) = DOKUMENTER[dokument(document)].af_post(post)
    return subject, ()
