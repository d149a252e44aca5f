"""A row of a register: its cells, what they say by the headers over them, and the object that they make."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _structure
from botilbudlaege.begreber import Haendelse
from botilbudlaege.data import _fast, _findings, _footers, _kolonner, _looks
from botilbudlaege.data._columns import key
from botilbudlaege.data._fast import MISSING
from botilbudlaege.data._kolonner import Kolonner, headers
from botilbudlaege.data._looks import Look, Looks
from botilbudlaege.data.tables._bounds import Cell, letter
from botilbudlaege.data.tables._memory import Memory
from botilbudlaege.domain import Registerpost, Samarbejdsplan
from botilbudlaege.domain._homes import Identity
from botilbudlaege.errors import DataError, Finding
from botilbudlaege.historik import Haendelsespost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_WAITS = frozenset(
    {"incomplete-change", "change-before-start", "termination-without-receipt", "event-without-day"}
    | {"day-without-event", "hours-missing", "other-start", "not-a-termination"}
)
HOME = {name: f"plan.botilbud.{name}" for name in ("p_nummer", "navn", "kommune")}
"""What a home is told by, and where a row has it."""
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

    @functools.cached_property
    def _seen(self) -> Looks:
        return self.columns.look(self.cells)

    @property
    def is_clean(self) -> bool:
        """Whether it is a home that has not been seen, and its cells can be read."""
        return self.is_home and self.duplicate is None and self._seen.is_read

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """What may not be meant as it stands, where its cells can be read."""
        if not self.is_home or not self._seen.is_read:
            return ()
        return tuple(self.columns.remarks(self.number, self.cells, self._seen.doubts))

    def fact(self, path: str) -> Any:
        """Give one fact as plain data; None where the row does not have it, or it cannot be read."""
        return self.columns.fact(path, self.cells) if self.is_home else None

    @functools.cached_property
    def home(self) -> Identity:
        """What its home is told by."""
        return Identity.of_facts(*self.columns.told_by(self._seen)) if self.is_home else Identity()

    def has_beside(self, prefix: str) -> bool:
        """Tell whether it has a fact that is none of those under a path, beside the columns of an office's own."""
        beside = self.columns.beside(prefix)
        return any(self._seen.plain[index] is not MISSING for index in beside)

    def structured(self) -> tuple[Any, tuple[Finding, ...]]:
        """Make the row's object; or say what is wrong with it, by row and column."""
        if self.is_home and self.duplicate is None:
            post = self.columns.quickly(self._seen)
            if post is not None:
                return self._as_told(post)
        post, findings = self.exactly()
        return (post, findings) if findings else self._as_told(post)

    def _as_told(self, post: Any) -> tuple[Any, tuple[Finding, ...]]:
        """Let a change say what a plan has that says nothing: both ways to meet, in the other order; no topics it cannot say."""
        if not isinstance(post, Haendelsespost) or post.haendelse in (None, Haendelse.INDGAAET):
            return post, ()
        if self.fact("plan.emner") == []:
            place = f"række {self.number}, {self.columns.places['plan.emner']}"
            return None, (_findings.NO_TOPICS_LEFT(path=place),)
        plan, begge = post.plan, Samarbejdsplan().moedeformer
        if plan.moedeformer == begge and self.fact("plan.moedeformer"):
            post = attrs.evolve(post, plan=attrs.evolve(plan, moedeformer=begge[::-1]))
        return post, ()

    def read(self) -> tuple[dict[str, Any], tuple[Finding, ...]]:
        """Give it as plain data, without the cells that cannot be read, and what is wrong with those."""
        if not self.is_home:
            entry = _findings.UNDIVIDED if self.columns.is_undivided(self.cells) else _findings.FOOTER_ROW
            return {}, (entry(path=f"række {self.number}"),)
        return self.columns.read(self.number, self.cells)

    def exactly(self) -> tuple[Any, tuple[Finding, ...]]:
        """Make the row's object as any file's is made, with all that is wrong."""
        data, findings = self.read()
        findings = findings if self.duplicate is None else (self.duplicate,)
        try:
            post = _structure.structure(data, self.columns.cls)
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
        self.index = {
            slot.column.path: index
            for index, slot in enumerate(self.slots)
            if slot is not None and slot.column is not None
        }
        self._beside: dict[str, list[int]] = {}
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
        for cell, header in zip(cells, self._keys, strict=False):
            if cell is not None and not (isinstance(cell, str) and key(cell) == header):
                return False
        return any(cells)

    def _is_no_home(self, cells: list[Cell]) -> bool:
        """Tell whether a row looks like a sum, a note or the headers once more."""
        if _footers.is_end(cells) or self._repeats(cells):
            return True
        if len(cells) - cells.count(None) > 1:
            return False
        return self.is_undivided(cells) or (self._width >= _WIDE and _footers.is_heading(cells))

    def is_undivided(self, cells: list[Cell]) -> bool:
        """Tell whether the whole row stands in its first cell."""
        return _footers.is_undivided(cells, self._width)

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
                value = _looks.read(written, slot)
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

    def quickly(self, seen: Looks) -> Any:
        """Make the object of a row that was looked at; None where it has to be made the exact way."""
        return self._maker(seen.keys, seen.values) if seen.is_read else None

    def structured(self, number: int, cells: list[Cell]) -> tuple[Any, tuple[Finding, ...]]:
        """Make the object of a row that is clean; or say what is wrong with it."""
        row = self._keys_of(cells)
        post = self._maker(row, [known[key][2] for known, key in zip(self._known, row, strict=True)])
        return (post, ()) if post is not None else Row(number, cells, self).exactly()

    def fact(self, path: str, cells: list[Cell]) -> Any:
        """Give one fact as plain data; None where a row does not have it, or it cannot be read."""
        index = self.index.get(path)
        if index is None:
            return None
        (key,) = _fast.keys(cells[index : index + 1] or [None])
        plain, _, _ = _looks.tried(self._known[index], key)
        return None if plain is MISSING or plain is _looks.UNREAD else plain

    def told_by(self, seen: Looks) -> list[Any]:
        """Give what the home of a row that was looked at is told by, each as plain data, or None."""
        plain = seen.plain
        found = [None if index is None else plain[index] for index in self._home]
        return [None if each is MISSING or each is _looks.UNREAD else each for each in found]

    @functools.cached_property
    def _home(self) -> list[int | None]:
        return [self.index.get(path) for path in HOME.values()]

    def beside(self, prefix: str) -> list[int]:
        """List where the facts stand that are none of those under a path."""
        if prefix not in self._beside:
            self._beside[prefix] = [
                index for path, index in self.index.items() if not path.startswith(prefix)
            ]
        return self._beside[prefix]

    def look(self, cells: list[Cell]) -> Looks:
        """Look at every cell of a row."""
        row = self._keys_of(cells)
        try:
            seen, is_read = [known[key] for known, key in zip(self._known, row, strict=True)], True
        except DataError:
            seen = [_looks.tried(known, key) for known, key in zip(self._known, row, strict=True)]
            is_read = False
        plain, doubts, values = zip(*seen, strict=True)
        return Looks(row, plain, doubts, values, is_read and not self._has_bare(cells))

    def remarks(
        self, number: int, cells: list[Cell], doubts: tuple[Finding | None, ...]
    ) -> Iterator[Finding]:
        """Remark what may not be meant as it stands, of a row that can be read."""
        for path, index in self.index.items() if doubts.count(None) < len(doubts) else ():
            doubt = doubts[index]
            if doubt is not None:
                yield attrs.evolve(doubt, path=f"række {number}, {self.places[path]}")
        if len(self.places) >= _WIDE and len(cells) - cells.count(None) == 1:
            yield _findings.NAME_ALONE(path=f"række {number}")

    def said(self, cells: list[Cell]) -> str:
        """Give the cells of a row as text, without those that are left out, and with how they are read."""
        head, of = self._said
        row = self._keys_of(cells)
        return f"{head}{[row[index] for index in of]!r}"

    @functools.cached_property
    def _said(self) -> tuple[str, list[int]]:
        read = sorted(
            (slot.own or "" if slot.column is None else slot.column.path, sorted(slot.values.items()), index)
            for index, slot in enumerate(self.slots)
            if slot is not None
        )
        return repr([(name, values) for name, values, _ in read]), [index for _, _, index in read]

    @functools.cached_property
    def _known(self) -> list[Memory[Any, Look]]:
        return [Memory(_looks.looker(slot, self.cls)) for slot in self.slots]

    @functools.cached_property
    def _maker(self) -> _fast.Maker:
        own = {
            index: slot.own or ""
            for index, slot in enumerate(self.slots)
            if slot is not None and slot.column is None
        }
        return _fast.Maker(self.cls, self.index, own)

    def _keys_of(self, cells: list[Cell]) -> list[Any]:
        """Give a row a key for each column."""
        count = len(self.slots)
        return _fast.keys(cells if len(cells) == count else [*cells[:count], *[None] * (count - len(cells))])

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
        if len(_AGAIN) >= _MOST_TABLES:
            _AGAIN.clear()
        _AGAIN[name] = Columns(header, number, kolonner)
        _AGAIN[name].cls = cls
    return _AGAIN[name]


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for name in parents:
        data = data.setdefault(name, {})
    data[last] = value
