"""Tables as files: CSV in whatever encoding and separator it comes, and XLSX. Rows of cells in and out, nothing of the domain."""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from botilbudlaege.data import _findings
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from botilbudlaege._filer import Source

Cell = str | int | float | bool | datetime.date | datetime.datetime | None
"""What a cell holds; an empty one is None."""

Rows = list[tuple[int, list[Cell]]]
"""The rows of a table that hold anything, each with its number as people see it."""

SUFFIXES = (".csv", ".xlsx")
_MB = 1_000_000
MAX_FILE = 50 * _MB
MAX_UNPACKED = 500 * _MB
MAX_ROWS = 200_000
MAX_CELLS = 20 * _MB
MAX_TEXT = 32_767
"""What a cell of a workbook holds; openpyxl cuts off the rest without a word."""

_LAST_ROW = 1_048_576
_FIRST_YEAR = 1901  # the calendar of spreadsheets has a day too many in 1900 and none before
_SEPARATORS = ";\t|,"  # the comma last: it also stands within headers
_SAYS_SEPARATOR = re.compile(r"sep=([;,\t|])(?:\r\n?|\n|\Z)", re.IGNORECASE)
_DANGEROUS = frozenset("=+-−@")
_LEADS = frozenset("\t\r\n")  # what spreadsheets pass over, and a formula may follow
_ZIP = b"PK\x03\x04"
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read(source: Source) -> Rows:
    """Read a table.

    Raises:
        DataError: The file cannot be read, is too large, or is no table.
    """
    try:
        content = source.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise DataError(_findings.NO_FILE()) from None
    except (OSError, ValueError):
        raise DataError(_findings.TABLE_NOT_READ()) from None
    if len(content) > MAX_FILE:
        raise DataError(_findings.TABLE_TOO_LARGE())
    rows = list(_xlsx(content) if _is_workbook(source, content) else _csv(content))
    if not rows:
        raise DataError(_findings.EMPTY_TABLE())
    return rows


def _is_workbook(source: Source, content: bytes) -> bool:
    """Tell the two formats apart: by the ending, and without one by how a workbook begins."""
    return source.suffix == ".xlsx" if source.suffix else content.startswith(_ZIP)


def _csv(content: bytes) -> Iterator[tuple[int, list[Cell]]]:
    separator, text = _separated(_decoded(content))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            cells: list[Cell] = [_unguarded(cell) for cell in row]
            if any(cell is not None for cell in cells):
                yield number, cells
            if number > MAX_ROWS:
                raise DataError(_findings.TABLE_TOO_LARGE())
    except csv.Error:
        raise DataError(_findings.SYNTAX_OF_CSV(linje=reader.line_num)) from None


def _decoded(content: bytes) -> str:
    """Decode by the mark at the beginning, else as UTF-8, else as Windows saves Danish."""
    encoding = next((name for bom, name in _BOMS.items() if content.startswith(bom)), None)
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise DataError(_findings.ENCODING())


def _separated(text: str) -> tuple[str, str]:
    """Find the separator, and the table: without the line that names the separator, which no spreadsheet shows.

    Where none is named, it is the one that stands most often in the first line, outside quotation marks.
    """
    said = _SAYS_SEPARATOR.match(text)
    if said is not None:
        return said[1], text[said.end() :]
    first = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(_SEPARATORS, key=outside.count), text


def _unguarded(cell: str) -> Cell:
    """Take away the apostrophe that keeps a spreadsheet from taking a text for a formula.

    In a workbook too: one that was opened from such a file and saved again still has it.
    """
    text = cell[1:] if _looks_guarded(cell) else cell
    return text if text.strip() else None


def _looks_guarded(cell: str) -> bool:
    return cell[:1] == "'" and (cell[1:2] == "'" or _may_be_formula(cell[1:]))


def _may_be_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula: also in full width or small, and after blanks."""
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])[:1]
    return first in _DANGEROUS or text[:1] in _LEADS


def _xlsx(content: bytes) -> list[tuple[int, list[Cell]]]:
    openpyxl = _openpyxl()
    try:
        _check_size(content)
        return list(_sheet(openpyxl, content))
    except DataError:
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook fails in as many ways as openpyxl has lines
        raise DataError(_findings.NOT_A_WORKBOOK()) from None


def _check_size(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
            raise DataError(_findings.TABLE_TOO_LARGE())


def _sheet(openpyxl: Any, content: bytes) -> Iterator[tuple[int, list[Cell]]]:
    """Read the rows of the first sheet; empty ones are no matter, a sheet may be formatted to its last row."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    found = size = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_plain(cell) for cell in row]
        size += len(cells)
        if any(cell is not None for cell in cells):
            found += 1
            yield number, cells
        if found > MAX_ROWS or size > MAX_CELLS or number > _LAST_ROW:
            raise DataError(_findings.TABLE_TOO_LARGE())


def _plain(cell: Any) -> Cell:
    if isinstance(cell, str):
        return _unguarded(cell)
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date()
    return cell if isinstance(cell, (bool, int, float, datetime.date)) or cell is None else str(cell)


def _openpyxl() -> Any:
    if find_spec("openpyxl") is None:
        raise DataError(_findings.MISSING_EXTRA())
    import openpyxl  # noqa: PLC0415 - an extra, needed only here

    return openpyxl


def write_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table as Danish spreadsheets open it: semicolons, UTF-8 with its mark, no cell that can be a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    text = cell.isoformat() if isinstance(cell, datetime.date) else str(cell)
    return f"'{text}" if isinstance(cell, str) and (text[:1] == "'" or _may_be_formula(text)) else text


def write_xlsx(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table as a workbook of one sheet; text is text, also where it looks like a formula or a number.

    Raises:
        DataError: A text is longer than a cell can hold.
    """
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    book.properties.creator = "botilbudlaege"
    sheet = book.active
    sheet.title = "Register"
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                _put(sheet.cell(number, column), value)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell: Any, value: Cell) -> None:
    if isinstance(value, datetime.date) and value.year < _FIRST_YEAR:
        value = value.isoformat()
    if isinstance(value, bool):
        value = "ja" if value else "nej"
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, datetime.date):
            cell.number_format = "dd-mm-yyyy"
        return
    text = f"'{value}" if _looks_guarded(value) else value
    if len(text) > MAX_TEXT:
        place = f"række {cell.row}, kolonne {letter(cell.column)}"
        raise DataError(_findings.TOO_LONG(path=place, tegn=MAX_TEXT))
    cell.value, cell.data_type, cell.number_format = text, "s", "@"
    cell.quotePrefix = _may_be_formula(text)  # it stays text when it is typed again


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
