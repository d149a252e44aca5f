"""Tables as files, by their ending: rows of cells in and out, nothing of the domain."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from botilbudlaege import _files
from botilbudlaege.data.tables import (
    _blocks,
    _bounds,
    _csv_file,
    _findings,
    _kinds,
    _workbook,
    _workbook_written,
)
from botilbudlaege.data.tables._bounds import Table
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from botilbudlaege._files import Source
    from botilbudlaege.data.tables._bounds import Cell

SUFFIXES = (".csv", ".xlsx")
_TEXT = (".tsv", ".txt")
"""Endings under which spreadsheets save a table as text too."""
_ZIP = b"PK\x03\x04"


def is_table(source: Source) -> bool:
    """Tell whether a file is a table by its ending, also one that cannot be read."""
    return source.suffix in (*SUFFIXES, *_TEXT, *_kinds.OTHERS)


def read(source: Source, *, ark: str | None = None, is_header: Callable[[Sequence[Cell]], bool]) -> Table:
    """Read a table.

    Args:
        source: The file.
        ark: The name of the sheet, of a workbook.
        is_header: Tells whether a row is one of headers, where several sheets could be meant.

    Raises:
        DataError: The file cannot be read, is too large, or is no table.
    """
    blocks = _blocks.of(source, lines=_csv_file.FIRST_LINES)
    content = content_of(source) if blocks is None else blocks.first.encode()
    fault = _kinds.fault(content, source.suffix)
    if fault is not None:
        raise DataError(fault)
    if blocks is None and _is_workbook(source, content):
        return _workbook.read(content, ark=ark, is_header=is_header)
    rows = _csv_file.read(content) if blocks is None else _csv_file.read_blocks(blocks)
    del content, blocks
    first = next(rows, None)
    if first is None:
        raise DataError(_findings.EMPTY_TABLE())
    return Table(rows=itertools.chain([first], rows))


def _is_workbook(source: Source, content: bytes) -> bool:
    """Tell the two formats apart: by the ending, and without one by how a workbook begins."""
    return source.suffix == ".xlsx" if source.suffix else content.startswith(_ZIP)


def content_of(source: Source) -> bytes:
    """Read a file that may be a table.

    Raises:
        DataError: There is none, it is a folder, it cannot be read or is too large.
    """
    try:
        content = source.read(_bounds.MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise DataError(_files.unread(error)()) from None
    if len(content) > _bounds.MAX_FILE:
        raise DataError(_findings.TABLE_TOO_LARGE())
    return content


def write(rows: Iterable[Sequence[Cell]], suffix: str, *, ark: str | None = None) -> bytes:
    """Write a table in the format of an ending.

    Raises:
        DataError: A text is longer than a cell of a workbook can hold.
    """
    return (
        _workbook_written.write(rows, ark=ark or "Register") if suffix == ".xlsx" else _csv_file.write(rows)
    )
