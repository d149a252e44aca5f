"""The bounds of a table: the kinds of cells, how large it may be, and how people name its columns."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from botilbudlaege.errors import Finding

Cell = str | int | float | bool | datetime.date | datetime.datetime | Finding | None
"""What a cell holds; an empty one is None, and one that cannot be read is the finding that says why."""

Rows = Iterator[tuple[int, list[Cell]]]
"""The rows of a table that hold anything, each with its number as people see it."""

_MB = 1_000_000
MAX_FILE = 50 * _MB
MAX_UNPACKED = 500 * _MB
MAX_ROWS = 200_000
MAX_CELLS = 20 * _MB
MAX_TEXT = 32_767
"""What a cell of a workbook holds; openpyxl cuts off the rest without a word."""


@attrs.frozen
class Table:
    """A table that is being read.

    Args:
        rows: Its rows, one by one; there is at least one.
        remarks: What is told of the file beside them: sheets that were not read, rows that are hidden.
        ark: The name of the sheet; empty where it is none of a workbook.
        others: Whether the workbook has other sheets.
    """

    rows: Rows
    remarks: tuple[Finding, ...] = ()
    ark: str = ""
    others: bool = False


def letter(column: int) -> str:
    """Name a column as spreadsheets do.

    >>> letter(1), letter(27)
    ('A', 'AA')
    """
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def spans(numbers: list[int]) -> str:
    """Name numbers as people do, those that follow one another as a span.

    >>> spans([3, 7, 8, 9])
    '3, 7-9'
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in found)
