"""Workbooks written: a table as one sheet, in which text stays text."""

from __future__ import annotations

import datetime
import io
import re
from typing import TYPE_CHECKING, Any

from botilbudlaege.data.tables import _bounds, _characters, _findings
from botilbudlaege.data.tables._bounds import letter
from botilbudlaege.data.tables._extra import require
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from botilbudlaege.data.tables._bounds import Cell

_FIRST_YEAR = 1901  # the calendar of spreadsheets has a day too many in 1900 and none before
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook would take for a character that is escaped."""


def write(rows: Iterable[Sequence[Cell]], *, ark: str = "Register") -> bytes:
    """Write a table as a workbook of one sheet; text is text, also where it looks like a formula or a number.

    Raises:
        DataError: A text is longer than a cell can hold.
    """
    require("openpyxl")
    import openpyxl  # noqa: PLC0415 - an extra, needed only here

    book = openpyxl.Workbook()
    book.properties.creator = "botilbudlaege"
    sheet = book.worksheets[0]
    sheet.title = ark
    for number, row in enumerate(rows, start=1):
        if row and sheet.freeze_panes is None:
            sheet.freeze_panes = f"A{number + 1}"  # below the headers
        for column, value in enumerate(row, start=1):
            if value is not None:
                put(sheet.cell(number, column), value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(cell: Any, value: Cell) -> None:
    """Put a value into a cell; text is text, also where it looks like a formula.

    Raises:
        DataError: A text is longer than a cell can hold.
    """
    if isinstance(value, datetime.date) and value.year < _FIRST_YEAR:
        value = value.isoformat()
    if isinstance(value, bool):
        value = "ja" if value else "nej"
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, datetime.date):
            cell.number_format = "dd-mm-yyyy"
        return
    text = f"'{value}" if _characters.looks_guarded(value) else value
    text = _ESCAPE.sub("_x005F_", text)
    if len(text) > _bounds.MAX_TEXT:
        place = f"række {cell.row}, kolonne {letter(cell.column)}"
        raise DataError(_findings.TOO_LONG(path=place, tegn=_bounds.MAX_TEXT))
    cell.value, cell.data_type, cell.number_format = text, "s", "@"
    cell.quotePrefix = _characters.may_be_formula(text)  # it stays text when it is typed again
