"""Merged cells of a sheet, and what the rows under them hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from botilbudlaege.data.tables import _findings

if TYPE_CHECKING:
    from botilbudlaege.data.tables._bounds import Cell

Area = Sequence[int]
"""The first and the last row and column of merged cells: top, left, bottom, right."""


class Merged:
    """The merged cells of a sheet: down a column each row has the value, across columns nobody can tell what it is."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._next = sorted(areas, key=lambda area: area[0], reverse=True)
        self._open: list[tuple[Sequence[int], Cell]] = []

    def apply(self, number: int, cells: list[Cell]) -> None:
        """Fill in a row what is merged over it."""
        while self._next and self._next[-1][0] <= number:
            area = self._next.pop()
            value = cells[area[1] - 1] if area[0] == number and area[1] <= len(cells) else None
            self._open.append((area, value))
        if not self._open:
            return
        self._open = [(area, value) for area, value in self._open if area[2] >= number]
        for (top, left, _, right), value in self._open:
            cells += [None] * (right - len(cells))
            for column in range(left, right + 1):
                is_empty = value is None and cells[column - 1] is None
                if (number, column) != (top, left) and not is_empty:
                    cells[column - 1] = value if left == right else _findings.MERGED_ACROSS()
