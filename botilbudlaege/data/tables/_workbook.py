"""Workbooks read: the cells by calamine, and what it does not tell by a scan of the sheet's XML."""

from __future__ import annotations

import contextlib
import copy
import datetime
import functools
import io
import itertools
import posixpath
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import attrs

from botilbudlaege.data.tables import _bounds, _characters, _findings, _sheet, _stream, _struck
from botilbudlaege.data.tables._bounds import Table, letter, spans
from botilbudlaege.data.tables._extra import require
from botilbudlaege.data.tables._memory import Memory
from botilbudlaege.data.tables._merged import Area, Merged
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from botilbudlaege.data.tables._bounds import Cell, Rows
    from botilbudlaege.errors import Finding

_CHUNK = 1 << 20
_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_MAX_SMALL = 5_000_000
"""How large a part that only names others may be."""
_FIRST_ROWS = 30
_KEPT = 8_000_000
"""The bytes of a workbook up to which its sheets are held unpacked: some four thousand homes."""


@attrs.frozen
class _Tab:
    """A sheet of a workbook, as its tab is."""

    number: int
    name: str
    part: str
    visible: bool


def read(content: bytes, *, ark: str | None, is_header: Callable[[Sequence[Cell]], bool]) -> Table:
    """Read a sheet of a workbook.

    Args:
        content: The workbook.
        ark: The name of the sheet; None for the visible one that has the headers.
        is_header: Tells whether a row is one of headers.

    Raises:
        DataError: It is no workbook, is another kind of one, or does not say which sheet is meant.
    """
    require("python_calamine")
    with _sound():
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_size(archive)
        crossing = _check_parts(archive)
        return _Workbook(archive, content, crossing).table(ark, is_header)


@contextlib.contextmanager
def _sound() -> Generator[None]:
    """Refuse a workbook that cannot be read."""
    try:
        yield
    except DataError:
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook fails in as many ways as its readers have lines
        raise DataError(_findings.NOT_A_WORKBOOK()) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what Rust raises of what it cannot read
            raise
        raise DataError(_findings.NOT_A_WORKBOOK()) from None


# What it holds, within bounds --------------------------------------------------------------------------


def _check_size(archive: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in archive.infolist()) > _bounds.MAX_UNPACKED:
        raise DataError(_findings.TABLE_TOO_LARGE())


def _check_parts(archive: zipfile.ZipFile) -> set[str]:
    """See that no name stands twice, and that no part is larger than it says: calamine would unpack it all.

    The names of the parts in which something may be crossed out are given.
    """
    names = archive.namelist()
    if len(set(names)) < len(names):
        raise DataError(_findings.NOT_A_WORKBOOK())
    crossing: set[str] = set()
    for info in archive.infolist():
        if not info.filename.startswith("xl/worksheets/"):  # these are seen when they are read
            before = b""
            for chunk in _chunks(archive, info):
                crossing |= {info.filename} if _struck.STRIKE in before + chunk else set()
                before = chunk[-len(_struck.STRIKE) :]
    return crossing


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a part; one that goes on after its end is none."""
    longer, size = copy.copy(info), 0
    longer.file_size += 1
    with archive.open(longer) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > info.file_size:
                raise DataError(_findings.NOT_A_WORKBOOK())
            yield chunk


# Which sheet, and what is in it ------------------------------------------------------------------------


class _Workbook:
    """A workbook that is being read."""

    def __init__(self, archive: zipfile.ZipFile, content: bytes, crossing: set[str]) -> None:
        self._archive = archive
        self._content = content
        self._struck = _struck.struck(lambda name: archive.read(name) if name in crossing else b"")
        self._workbook = _small(archive, _WORKBOOK)
        self._tabs = _tabs(archive, self._workbook)
        self._held: dict[str, list[bytes]] = {}

    def table(self, ark: str | None, is_header: Callable[[Sequence[Cell]], bool]) -> Table:
        """Read the sheet that is meant."""
        if ark is None:
            return self._found(is_header)
        named = [tab for tab in self._tabs if tab.name.casefold() == ark.strip().casefold()]
        if not named:
            raise DataError(_findings.NO_SUCH_SHEET(antal=len(self._tabs)))
        table = self._table(named[0])
        if table is None:
            raise DataError(_findings.EMPTY_TABLE())
        return table

    def _found(self, is_header: Callable[[Sequence[Cell]], bool]) -> Table:
        """Find the sheet with the headers among those that are seen; the only one that holds anything needs none."""
        seen = [(tab, table) for tab in self._tabs if tab.visible and (table := self._table(tab)) is not None]
        if not seen:
            hidden = [tab.number for tab in self._tabs if not tab.visible]
            raise DataError(_findings.ONLY_HIDDEN(numre=spans(hidden)) if hidden else _findings.EMPTY_TABLE())
        if len(seen) == 1:
            return self._told(seen[0], seen)
        peeked = [(tab, *_peeked(table)) for tab, table in seen]
        headed = [(tab, table, first[-1]) for tab, table, first in peeked if any(map(is_header, first))]
        full = [
            (tab, table) for tab, table, last in headed if not is_header(last)
        ]  # a form has headers alone
        fitting = full or [(tab, table) for tab, table, _ in headed]
        if len(fitting) > 1:
            numbers = spans([tab.number for tab, _ in fitting])
            raise DataError(_findings.SEVERAL_SHEETS(numre=numbers))
        return self._told(fitting[0] if fitting else peeked[0][:2], seen)

    def _told(self, chosen: tuple[_Tab, Table], seen: Sequence[tuple[_Tab, Table]]) -> Table:
        """Add what is told of the sheets that are not read."""
        tab, table = chosen
        others = [other.number for other, _ in seen if other is not tab]
        hidden = [other.number for other in self._tabs if not other.visible]
        remarks = list(table.remarks)
        if others:
            remarks.append(_findings.OTHER_SHEETS(nummer=tab.number, numre=spans(others)))
        if hidden:
            remarks.append(_findings.HIDDEN_SHEETS(numre=spans(hidden)))
        return attrs.evolve(table, remarks=tuple(remarks))

    def _table(self, tab: _Tab) -> Table | None:
        """Read a sheet; None where it holds nothing."""
        try:
            info = self._archive.getinfo(tab.part)
        except KeyError:
            return None  # a sheet of another kind: a chart
        try:
            seen = self._glanced(info)
            merged: Sequence[Area] = ()
            rows = _bounded(self._streamed(tab, info, seen.width))
        except _stream.Unusual:
            seen, merged, exact = self._exactly(tab, info)
            rows = _bounded(exact)
        seen.filtered = seen.filtered or self._has_filtered_table(tab.part)
        first = next(rows, None)
        if first is None:
            return None
        return Table(
            rows=itertools.chain([first], rows),
            remarks=(*_remarks(tab, seen, merged), *self._notes(tab.part)),
            ark=tab.name,
            others=len(self._tabs) > 1,
        )

    def _glanced(self, info: zipfile.ZipInfo) -> _sheet.Sheet:
        """See what is told of a sheet that is written as most are, and has nothing crossed out."""
        if self._struck:
            raise _stream.Unusual
        return _stream.glance(self._pieces(info))

    def _pieces(self, info: zipfile.ZipInfo) -> Iterable[bytes]:
        """Unpack a sheet to pieces of whole rows; it is gone through twice."""
        if sum(each.file_size for each in self._archive.infolist()) > _KEPT:
            return _sheet.pieces(_chunks(self._archive, info))
        held = self._held.get(info.filename) or [*_sheet.pieces(_chunks(self._archive, info))]
        return self._held.setdefault(info.filename, held)

    def _streamed(self, tab: _Tab, info: zipfile.ZipInfo, width: int) -> Rows:
        """Read the rows as most programs write them, and from the first that is not so as calamine does."""
        last = 0
        try:
            for number, cells in _stream.rows(self._pieces(info), width, book=self._refers_to, cleaned=_text):
                yield number, cells
                last = number
        except _stream.Unusual:
            _, _, rows = self._exactly(tab, info)
            yield from ((number, cells) for number, cells in rows if number > last)

    def _exactly(self, tab: _Tab, info: zipfile.ZipInfo) -> tuple[_sheet.Sheet, Sequence[Area], Rows]:
        """Read a sheet by calamine: what is told of it beside its values, its merged cells, its rows."""
        seen = _sheet.scan(
            lambda: _chunks(self._archive, info),
            is_calculated=self._refers_to.is_calculated,
            struck=self._struck,
            padding=self._refers_to.padded,
        )
        book = (
            _calamine(_sheet.with_known_errors(self._content, tab.part))
            if seen.has_new_errors
            else self._book
        )
        sheet = book.get_sheet_by_name(tab.name)
        merged = [
            tuple(number + 1 for place in range_ for number in place)
            for range_ in sheet.merged_cell_ranges or ()
        ]
        return seen, merged, _rows(sheet, seen, merged)

    @functools.cached_property
    def _book(self) -> Any:
        return _calamine(self._content)

    @functools.cached_property
    def _refers_to(self) -> _stream.Book:
        names = self._archive.namelist()
        shared = _chunks(self._archive, self._archive.getinfo(_STRINGS)) if _STRINGS in names else ()
        styles = _small(self._archive, _STYLES) if _STYLES in names else None
        return _stream.Book(
            text=_stream.texts(shared),
            days=_days(self._workbook, styles),
            padded={} if styles is None else _stream.padding(styles),
            is_calculated=_is_calculated(self._workbook),
        )

    def _has_filtered_table(self, part: str) -> bool:
        """Tell whether a table of a sheet has a filter of its own."""
        tables = self._led_to(part, "/table")
        return any(_small(self._archive, each).find(".//{*}filterColumn") is not None for each in tables)

    def _notes(self, part: str) -> Iterator[Finding]:
        """Tell of the notes of a sheet, in which it may stand that something does not hold."""
        parts = (*self._led_to(part, "/comments"), *self._led_to(part, "/threadedComment"))
        seen = (note for each in parts for note in _small(self._archive, each).iterfind(".//*[@ref]"))
        cells = dict.fromkeys(note.get("ref", "") for note in seen)
        if cells:
            shown = [*cells][:_FIRST_ROWS]
            yield _findings.NOTES(celler=", ".join(shown) + (" og flere" if len(cells) > len(shown) else ""))

    def _led_to(self, part: str, kind: str) -> Iterator[str]:
        """List the parts of a kind that a sheet leads to."""
        folder, name = posixpath.split(part)
        links, names = f"{folder}/_rels/{name}.rels", self._archive.namelist()
        for link in _small(self._archive, links) if links in names else ():
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
            if link.get("Type", "").endswith(kind) and target in names:
                yield target


def _calamine(content: bytes) -> Any:
    import python_calamine  # noqa: PLC0415 - an extra, needed only here

    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))


def _is_calculated(book: ElementTree.Element) -> bool:
    """Tell whether the program that wrote a workbook has worked out its formulas, rather than leave it to the next."""
    said = book.find("{*}calcPr")
    return said is None or said.get("fullCalcOnLoad") not in ("1", "true")


def _days(book: ElementTree.Element, styles: ElementTree.Element | None) -> tuple[bool | None, ...]:
    """Tell of each style whether its numbers are days; none of a workbook that counts them from 1904."""
    said = book.find("{*}workbookPr")
    from_1904 = said is not None and said.get("date1904") not in (None, "0", "false")
    return () if styles is None or from_1904 else _stream.days(styles)


def _tabs(archive: zipfile.ZipFile, book: ElementTree.Element) -> list[_Tab]:
    """List the sheets in the order of their tabs."""
    links = _small(archive, "xl/_rels/workbook.xml.rels")
    parts = {
        link.get("Id"): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/")
        for link in links
        if link.get("Type", "").endswith("/worksheet")
    }
    found = []
    for number, sheet in enumerate(book.iterfind("{*}sheets/{*}sheet"), start=1):
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), None)
        visible = sheet.get("state", "visible") == "visible"
        found.append(_Tab(number, sheet.get("name", ""), parts.get(key, ""), visible))
    return found


def _small(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    info = archive.getinfo(name)
    if info.file_size > _MAX_SMALL:
        raise DataError(_findings.TABLE_TOO_LARGE())
    content = b"".join(_chunks(archive, info))
    if b"<!" in content.replace(b"<!--", b""):
        raise DataError(_findings.NOT_A_WORKBOOK())  # no workbook declares entities
    return ElementTree.fromstring(content)  # noqa: S314 - without a declaration there are no entities


def _remarks(tab: _Tab, seen: _sheet.Sheet, merged: Sequence[Area]) -> Iterator[Finding]:
    if seen.filtered:
        yield _findings.FILTERED(nummer=tab.number)
    if seen.hidden_rows:
        yield _findings.HIDDEN_ROWS(raekker=spans(seen.hidden_rows))
    if seen.struck_rows:
        yield _findings.STRUCK_ROWS(raekker=spans(seen.struck_rows))
    if seen.hidden_columns:
        yield _findings.HIDDEN_COLUMNS(kolonner=", ".join(map(letter, sorted(seen.hidden_columns))))
    down = [
        f"{letter(left)}{top}-{letter(left)}{bottom}"
        for top, left, bottom, right in sorted(map(tuple, merged))
        if left == right
    ]
    if down:
        yield _findings.MERGED_DOWN(celler=", ".join(down))


def _rows(sheet: Any, seen: _sheet.Sheet, merged: Sequence[Area]) -> Rows:
    """Give the rows that hold anything; empty ones are no matter, a sheet may be formatted to its last row."""
    known = Memory(_text)
    before: list[Cell] = [None] * (sheet.start or (0, 0))[1]
    odd = seen.odd_by_row()
    covers = Merged(merged)
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = before + [known[cell] if cell.__class__ is str else _plain(cell) for cell in row]
        for column, shown in odd.get(number, {}).items():
            cells += [None] * (column - len(cells))
            cells[column - 1] = shown
        if cells.count(None) < len(cells):
            covers.apply(number, cells)
            yield number, cells


def _bounded(rows: Rows) -> Rows:
    """Give the rows that hold anything, as far as a table may go."""
    found = size = 0
    with _sound():
        for number, cells in rows:
            if cells.count(None) == len(cells):
                continue
            found, size = found + 1, size + len(cells)
            if found > _bounds.MAX_ROWS or size > _bounds.MAX_CELLS:
                raise DataError(_findings.TABLE_TOO_LARGE())
            yield number, cells


def _text(cell: str) -> Cell:
    return _characters.cleaned(_lines(cell)) if cell else None


def _lines(text: str) -> str:
    """Give line breaks one form: a carriage return that stands alone breaks no line in a cell."""
    return text.replace("\r\n", "\n").replace("\r", " ") if "\r" in text else text


def _plain(cell: Any) -> Cell:
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date()
    return cell if isinstance(cell, (bool, int, float, datetime.date)) else str(cell)


def _peeked(table: Table) -> tuple[Table, list[Sequence[Cell]]]:
    """Look at the first rows of a table, which still has them."""
    first = list(itertools.islice(table.rows, _FIRST_ROWS))
    return attrs.evolve(table, rows=itertools.chain(first, table.rows)), [cells for _, cells in first]
