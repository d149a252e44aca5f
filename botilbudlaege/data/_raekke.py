"""A row of a register: its cells, what they say by the headers over them, and the object that they make."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _struktur
from botilbudlaege.data import _celler, _ender, _findings, _hurtig, _kolonner
from botilbudlaege.data._celler import NAVN
from botilbudlaege.data._hurtig import MISSING
from botilbudlaege.data._kolonner import Kolonner, headers
from botilbudlaege.data._overskrifter import key
from botilbudlaege.data.tables._graenser import Cell, letter
from botilbudlaege.domain import Registerpost
from botilbudlaege.domain._egne import own_fault
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.data._kolonner import Slot


_WAITS = frozenset(
    {"incomplete-change", "change-before-start", "termination-without-receipt", "event-without-day"}
    | {"day-without-event", "hours-missing", "other-start", "not-a-termination"}
)
_WIDE = 4
"""Of so many columns a row that has only a name may be a note."""


@attrs.frozen
class Row:
    """A row of a register: its number and its cells, and what its columns make of them.

    Args:
        number: Its number, as the spreadsheet shows it.
        cells: Its cells.
        columns: Its columns.
        is_home: Whether it is one, rather than a sum, a note or the headers once more.
        duplicate: Says that its home has been seen; None for a home that has not.
    """

    number: int
    cells: list[Cell] = attrs.field(repr=False)
    columns: Columns = attrs.field(repr=False)
    is_home: bool = True
    duplicate: Finding | None = None

    @property
    def is_clean(self) -> bool:
        """Whether it is a home that has not been seen, and its cells can be read."""
        return self.is_home and self.duplicate is None and self.columns.is_clean(self.cells)

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """What may not be meant as it stands, where its cells can be read."""
        return tuple(self.columns.remarks(self.number, self.cells)) if self.is_home else ()

    def fact(self, path: str) -> Any:
        """Give one fact as plain data; None where the row does not have it, or it cannot be read."""
        return self.columns.fact(path, self.cells) if self.is_home else None

    def has_beside(self, prefix: str) -> bool:
        """Tell whether it has a fact that is none of those under a path, beside the columns of an office's own."""
        return self.columns.has_beside(prefix, self.cells)

    @property
    def said(self) -> str:
        """All that its columns make of it, as text: equal texts make equal objects."""
        return self.columns.said(self.cells)

    def structured(self) -> tuple[Any, tuple[Finding, ...]]:
        """Make the row's object; or say what is wrong with it, by row and column."""
        if self.is_home and self.duplicate is None:
            post = self.columns.quickly(self.cells)
            if post is not None:
                return post, ()
        return self.exactly()

    def read(self) -> tuple[dict[str, Any], tuple[Finding, ...]]:
        """Give it as plain data, without the cells that cannot be read, and what is wrong with those."""
        if not self.is_home:
            return {}, (_findings.FOOTER_ROW(path=f"række {self.number}"),)
        return self.columns.read(self.number, self.cells)

    def exactly(self) -> tuple[Any, tuple[Finding, ...]]:
        """Make the row's object as any file's is made, with all that is wrong."""
        data, findings = self.read()
        findings = findings if self.duplicate is None else (self.duplicate,)
        try:
            post = _struktur.structure(data, self.columns.cls)
        except DataError as error:
            return None, self._in_order(*findings, *self._further(error.findings, waits=bool(findings)))
        return (None, findings) if findings else (post, ())

    def _in_order(self, *findings: Finding) -> tuple[Finding, ...]:
        """Sort by column."""
        order = [f"række {self.number}, {place}" for place in self.columns.places.values()]
        return tuple(
            sorted(findings, key=lambda et: order.index(et.path) if et.path in order else len(order))
        )

    def _further(self, findings: tuple[Finding, ...], *, waits: bool) -> Iterator[Finding]:
        """Give the faults of the facts that could be read.

        That a termination or a change lacks something can only be told once every fact is right; it waits for that.
        """
        own = [finding for finding in findings if finding.code not in _WAITS]
        for finding in own if own or waits else findings:
            yield self.placed(finding)

    def placed(self, finding: Finding) -> Finding:
        """Say in which row and column something is."""
        column = self.columns.places.get(finding.path.partition("[")[0])
        place = f"række {self.number}" if column is None else f"række {self.number}, {column}"
        return attrs.evolve(finding, path=place)


class Columns:
    """The columns of a register, as its headers say: how its rows are read.

    They travel to other processes as the headers that they were made of, and are made there once.

    Args:
        header: The cells of the row of headers.
        number: The number of that row.
        kolonner: How the columns are read; None where they have our names.

    Raises:
        DataError: With every header that is not known, stands twice, or is missing.
    """

    def __init__(self, header: Sequence[Cell], number: int, kolonner: Kolonner | None) -> None:
        """Say of each column what it is."""
        self.cls: type[Any] = Registerpost
        self._of = (tuple(header), number, kolonner)
        self._given = kolonner is not None
        self._kolonner = kolonner or Kolonner()
        self._keys = [None if cell is None else key(str(cell)) for cell in header]
        found = headers(header, number, kolonner)
        self.slots = found.slots
        self._width = len(header)
        self._splits = found.splits
        self.places = {
            slot.column.path: f"kolonne {name} ({slot.column.header})"
            for name, slot in zip(found.letters, found.slots, strict=True)
            if slot is not None and slot.column is not None
        }
        self._known: list[dict[Any, tuple[Any, Finding | None]]] = [{} for _ in self.slots]
        self._index = {
            slot.column.path: index
            for index, slot in enumerate(self.slots)
            if slot is not None and slot.column is not None
        }
        self._own = {
            index: slot.own or ""
            for index, slot in enumerate(self.slots)
            if slot is not None and slot.column is None
        }
        self._bare = [
            index for index, slot in enumerate(self.slots) if slot is None and self._is_bare(index + 1)
        ]

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        """Travel as what they were made of."""
        return _again, (*self._of, self.cls)

    # As a whole -----------------------------------------------------------------------------------------

    def row(self, number: int, cells: list[Cell]) -> Row:
        """Make a row of cells."""
        is_home = not self._is_no_home(cells)
        return Row(number, self._taken_apart(cells) if self._splits else cells, self, is_home=is_home)

    def _taken_apart(self, cells: list[Cell]) -> list[Cell]:
        """Put behind the cells of a row, as far as there are headers, those of the facts of which several stand in one."""
        under: list[Cell] = [*cells[: self._width], *[None] * (self._width - len(cells))]
        parts = (part for index, split in self._splits for part in split.taken_apart(under[index]))
        return [*under, *parts, *cells[self._width :]]

    def _column(self, index: int) -> int:
        """Give the number of a column in the sheet, from the place of a cell, from 1, in a row that is taken apart."""
        return index if index <= self._width else index - (len(self.slots) - self._width)

    def is_left_out(self, cells: list[Cell]) -> bool:
        """Tell whether a row is one that the mapping says is no home, or has the headers once more."""
        return self._given and (_kolonner.is_end(self._kolonner, cells) or self._repeats(cells))

    def _repeats(self, cells: list[Cell]) -> bool:
        """Tell whether a row has the headers once more, as at the top of a page."""
        return any(cells) and all(
            cell is None or (isinstance(cell, str) and key(cell) == header)
            for cell, header in zip(cells, self._keys, strict=False)
        )

    def _is_no_home(self, cells: list[Cell]) -> bool:
        """Tell whether a row looks like a sum, a note or the headers once more."""
        return _ender.is_end(cells) or self._repeats(cells)

    def _is_bare(self, index: int) -> bool:
        """Tell whether a column has no header, rather than one that is left out."""
        bare = index > len(self._keys) or self._keys[index - 1] is None
        is_split = any(index - 1 == at for at, _ in self._splits)
        return bare and not is_split and not _kolonner.leaves(self._kolonner, self._column(index))

    # The exact way --------------------------------------------------------------------------------------

    def read(self, number: int, cells: list[Cell]) -> tuple[dict[str, Any], tuple[Finding, ...]]:
        """Give a row as plain data, with what is wrong with its cells."""
        data: dict[str, Any] = {}
        findings = []
        own: dict[str, Any] = {}
        # A row ends with its last cell; what it does not have is empty.
        for index, (written, slot) in enumerate(itertools.zip_longest(cells, self.slots), start=1):
            place = f"række {number}, kolonne {letter(self._column(index))}"
            if slot is None:
                if written is not None and self._is_bare(index):
                    findings.append(_findings.NO_HEADER(path=place))
                continue
            if slot.column is not None:
                place = f"række {number}, {self.places[slot.column.path]}"
            try:
                value = _read(written, slot)
            except DataError as error:
                findings += [attrs.evolve(finding, path=place) for finding in error.findings]
                continue
            if value is MISSING:
                continue
            if slot.column is None:
                own[slot.own or ""] = value
            else:
                _put(data, slot.column.path, value)
        if own:
            data["egne"] = own
        return data, tuple(findings)

    # Quickly --------------------------------------------------------------------------------------------

    def is_clean(self, cells: list[Cell]) -> bool:
        """Tell whether every cell of a row can be read, so that `read` has nothing to say of it."""
        return self._doubts(cells) is not None

    def remarks(self, number: int, cells: list[Cell]) -> Iterator[Finding]:
        """Remark what may not be meant as it stands, of a row that can be read."""
        doubts = self._doubts(cells)
        if doubts is None:
            return
        for path, doubt in doubts:
            yield attrs.evolve(doubt, path=f"række {number}, {self.places[path]}")
        if len(self.places) >= _WIDE and len(cells) - cells.count(None) == 1:
            yield _findings.NAME_ALONE(path=f"række {number}")

    def _doubts(self, cells: list[Cell]) -> list[tuple[str, Finding]] | None:
        """Look at every cell of a row: give the facts that are in doubt; None where a cell cannot be read."""
        if self._has_bare(cells):
            return None
        padded = self._padded(cells)
        try:
            looked = [(path, self._looked(index, padded[index])[1]) for path, index in self._index.items()]
            for index in self._own:
                self._looked(index, padded[index])
        except DataError:
            return None
        return [(path, doubt) for path, doubt in looked if doubt is not None]

    def quickly(self, cells: list[Cell]) -> Any:
        """Make the object of a row; None where it has to be made the exact way."""
        if self._has_bare(cells):
            return None
        return self._maker(self._padded(cells))

    def fact(self, path: str, cells: list[Cell]) -> Any:
        """Give one fact of a row as plain data; None where the row does not have it, or it cannot be read."""
        index = self._index.get(path)
        if index is None:
            return None
        try:
            value = self._plain(index, cells[index] if index < len(cells) else None)
        except DataError:
            return None
        return None if value is MISSING else value

    def has_beside(self, prefix: str, cells: list[Cell]) -> bool:
        """Tell whether a row that is clean has a fact that is none of those under a path."""
        padded = self._padded(cells)
        return any(
            self._plain(index, padded[index]) is not MISSING
            for path, index in self._index.items()
            if not path.startswith(prefix)
        )

    def said(self, cells: list[Cell]) -> str:
        """Give the cells of a row as text, without those that are left out, and with how they are read."""
        head, indices = self._said
        padded = self._padded(cells)
        return f"{head}{[padded[index] for index in indices]!r}"

    @functools.cached_property
    def _said(self) -> tuple[str, list[int]]:
        read = sorted(
            (
                (
                    slot.column.path if slot.column is not None else slot.own or "",
                    sorted(slot.values.items()),
                    index,
                )
                for index, slot in enumerate(self.slots)
                if slot is not None
            ),
        )
        return repr([(name, values) for name, values, _ in read]), [index for _, _, index in read]

    @functools.cached_property
    def _maker(self) -> _hurtig.Maker:
        return _hurtig.Maker(self.cls, self._index, self._own, self._plain)

    def _plain(self, index: int, cell: Cell) -> Any:
        """Give a cell as `_read` does."""
        return self._looked(index, cell)[0]

    def _looked(self, index: int, cell: Cell) -> tuple[Any, Finding | None]:
        """Give a cell as `_read` does, and what is in doubt of it; each distinct one is read once."""
        known = self._known[index]
        written = cell if cell is None or cell.__class__ is str else (cell.__class__, cell)
        try:
            return known[written]
        except KeyError:
            slot = self.slots[index]
            read = (MISSING, None) if slot is None else (_read(cell, slot), _doubt(cell, slot))
            return _hurtig.keep(known, written, read)

    def _padded(self, cells: list[Cell]) -> list[Cell]:
        """Give a row a cell for each column."""
        count = len(self.slots)
        return cells if len(cells) == count else [*cells[:count], *[None] * (count - len(cells))]

    def _has_bare(self, cells: list[Cell]) -> bool:
        """Tell whether a cell stands where no header does."""
        beyond = len(cells) > len(self.slots) and any(cell is not None for cell in cells[len(self.slots) :])
        return beyond or any(index < len(cells) and cells[index] is not None for index in self._bare)


_MOST_TABLES = 8
_AGAIN: dict[str, Columns] = {}


def _again(header: tuple[Cell, ...], number: int, kolonner: Kolonner | None, cls: type[Any]) -> Columns:
    """Make columns that have travelled, once in a process, so that what is kept of their cells is of use."""
    name = repr((header, number, kolonner, cls))
    if name not in _AGAIN:
        columns = Columns(header, number, kolonner)
        columns.cls = cls
        return _hurtig.keep(_AGAIN, name, columns, _MOST_TABLES)
    return _AGAIN[name]


def _read(written: Cell, slot: Slot) -> Any:
    """Read a cell by its column; `MISSING` where it says nothing.

    Raises:
        DataError: It cannot be read.
    """
    cell = slot.meant(written) if slot.values else written
    if slot.column is None:
        return MISSING if cell is None else _own(cell)
    if cell is None:
        if slot.column.path == NAVN:
            raise DataError(_findings.NAMELESS())
        return MISSING
    return _celler.read(cell, slot.column.type)


def _doubt(written: Cell, slot: Slot) -> Finding | None:
    """Say what is in doubt of a cell of ours that is no list."""
    ours = slot.column is not None and slot.column.type.item is None
    return _celler.doubt(written) if ours else None


def _own(cell: Cell) -> Any:
    """Keep a cell of a column of theirs aside."""
    fault = cell if isinstance(cell, Finding) else own_fault(cell)
    if fault is not None:
        raise DataError(fault)
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for name in parents:
        data = data.setdefault(name, {})
    data[last] = value
