"""The register: a table of homes, a row a home; columns by their Danish names, in any order."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from botilbudlaege._arguments import wrong_type
from botilbudlaege.begreber import Dokument
from botilbudlaege.data import _cells, _findings, _formats, _kolonner
from botilbudlaege.data._cells import NAVN
from botilbudlaege.data._columns import columns
from botilbudlaege.data._kolonner import Kolonner
from botilbudlaege.data._row import HOME, Columns, Row
from botilbudlaege.data.tables import _tables
from botilbudlaege.data.tables._bounds import letter
from botilbudlaege.domain import (
    DOKUMENTER,
    Botilbud,
    Opsigelse,
    Registerpost,
    Samarbejdsplan,
    bemaerkninger_til_post,
)
from botilbudlaege.domain._fields import kept
from botilbudlaege.errors import DataError, Finding, Findings, within
from botilbudlaege.historik import Forloeb, Haendelsespost, forloeb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from botilbudlaege._files import Source
    from botilbudlaege.data._columns import Column
    from botilbudlaege.data.tables._bounds import Cell


FIRST_ROWS = 30
"""The rows among which the headers are looked for."""


class Reading:
    """A register that is being read: its rows one by one, and what is told of the file beside them.

    Args:
        source: The file.
        kolonner: How its columns are read; None where they have our names.
        ark: The name of the sheet, in place of that in `kolonner`.
        courses: Whether the rows are put together to courses: then it may be a list of events, and a home may have
            several rows.

    Raises:
        DataError: The file cannot be read, or its headers cannot be.
    """

    def __init__(
        self,
        source: Source,
        kolonner: Kolonner | None = None,
        *,
        ark: str | None = None,
        courses: bool = False,
    ) -> None:
        """Read as far as the headers."""
        self._courses = courses
        self._kolonner = kolonner or Kolonner()
        sheet = ark or self._kolonner.ark
        table = _tables.read(
            source, ark=sheet, is_header=functools.partial(_kolonner.is_header, self._kolonner)
        )
        self.remarks = table.remarks
        number, cells, self._rows = self._header(table.rows, given=kolonner is not None)
        self.columns = Columns(cells, number, kolonner)
        self.columns.cls = self._class(number)
        below = next(self._rows, None)
        if below is None:
            self.remarks = (*self.remarks, _findings.NO_ROWS(path=f"række {number}"))
        else:
            self._rows = itertools.chain([below], self._rows)

    def _class(self, number: int) -> type[Any]:
        """Tell the table by its columns: a register, or a list of events."""
        found = {slot.column for slot in self.columns.slots if slot is not None and slot.column is not None}
        if found <= {*columns()}:
            return Registerpost
        if not self._courses:
            raise DataError(_findings.EVENT_LIST(path=f"række {number}"))
        faults = [
            _findings.OTHER_TABLE(path=f"række {number}, kolonne {letter(index)}")
            for index, slot in enumerate(self.columns.slots, start=1)
            if slot is not None and slot.column is not None and slot.column not in columns(Haendelsespost)
        ]
        if faults:
            raise DataError(*faults)
        return Haendelsespost

    def _header(
        self, rows: Iterator[tuple[int, list[Cell]]], *, given: bool
    ) -> tuple[int, list[Cell], Iterator[tuple[int, list[Cell]]]]:
        """Find the headers: in the row that is said, else in the one of the first that has most that are known."""
        first = list(itertools.islice(rows, FIRST_ROWS))
        said = self._kolonner.overskriftsraekke
        if said is not None:
            rows = itertools.chain(first, rows)
            found = next(((number, cells) for number, cells in rows if number >= said), None)
            if found is None or found[0] != said:
                raise DataError(_findings.NO_SUCH_ROW(path=f"række {said}"))
            return *found, rows
        known = [_kolonner.known(self._kolonner, cells) for _, cells in first]
        at = known.index(max(known))
        if at and not given:
            if known[0] == 0 and _kolonner.is_header(self._kolonner, first[at][1]):
                raise DataError(_findings.TITLE_ROWS(path=f"række {first[0][0]}", nummer=first[at][0]))
            at = 0
        return *first[at], itertools.chain(first[at + 1 :], rows)

    def __iter__(self) -> Iterator[Row]:
        """Give the rows one by one, the bad ones with what is wrong."""
        homes = _Homes()
        for number, cells in self._rows:
            if not self.columns.is_left_out(cells):
                row = self.columns.row(number, cells)
                yield row if self._courses else homes.seen(row)


class _Homes:
    """The homes that have been seen: one that stands twice would be counted twice.

    They are told apart as `ByHome` tells them; here nothing is kept of a home but its number and its name, for there may be thousands.
    """

    def __init__(self) -> None:
        self._numbered: dict[str, int] = {}
        self._named: dict[str, int] = {}
        self._without_number: dict[str, int] = {}

    def seen(self, row: Row) -> Row:
        """See a row; refuse it where its home has been seen: by P-number, or by name where one of them has none."""
        home = row.home
        number, name = home.p_nummer, f"{home.navn}\n{home.kommune}" if home.navn else ""
        by_number = self._numbered.get(number)
        first = by_number or (self._without_number if number else self._named).get(name)
        if number:
            self._numbered.setdefault(number, row.number)
        if name:
            self._named.setdefault(name, row.number)
        if name and not number:
            self._without_number.setdefault(name, row.number)
        if first is None or not row.is_clean:
            return row
        path = f"række {row.number}, {row.columns.places[HOME['p_nummer' if by_number else 'navn']]}"
        return attrs.evolve(row, duplicate=_findings.DUPLICATE_HOME(path=path, nummer=first))


T = TypeVar("T")
Post = Registerpost | Haendelsespost


class Loaded(tuple[T, ...]):  # noqa: SLOT001 - a tuple that has slots can have nothing in them
    """The rows of a register, a tuple like any other, with what is told of the file beside them.

    Args:
        rows: The rows.
        findings: Remarks on the file: sheets that were not read, rows that are hidden, cells that are merged.
    """

    findings: Findings

    def __new__(cls, rows: Iterable[T], findings: Iterable[Finding] = ()) -> Loaded[T]:
        """Make a tuple that has findings."""
        loaded = super().__new__(cls, rows)
        loaded.findings = Findings(findings)
        return loaded


def pick(cls: type[Any] | None) -> Callable[[Registerpost], Any]:
    """Say what is taken of a row, for a class of rows; of a list of events its rows.

    Raises:
        DataError: A register has no such rows.
    """
    picks: dict[type[Any], Any] = {
        Registerpost: lambda post: (post,),
        Haendelsespost: lambda post: (post,),
        Botilbud: lambda post: (post.plan.botilbud,),
        Samarbejdsplan: DOKUMENTER[Dokument.SAMARBEJDSPLAN].af_post,
        Opsigelse: DOKUMENTER[Dokument.OPSIGELSE].af_post,
    }
    wanted = {tuple[each, ...]: take for each, take in picks.items()}  # type: ignore[valid-type]
    if cls is not None and cls not in wanted:
        raise DataError(_findings.NO_SUCH_ROWS())
    taken: Callable[[Registerpost], Any] = wanted[cls or tuple[Registerpost, ...]]
    return taken


@attrs.frozen
class LoadedRow:
    """A row of a register that was read: what it gives, or what is wrong with it.

    Args:
        number: Its number, as the spreadsheet shows it.
        subject: What it gives; None where it is bad, or has nothing of the kind that was asked for.
        findings: What is wrong with it, or to be remarked.
    """

    number: int
    subject: Any
    findings: tuple[Finding, ...] = ()


class LoadedRows(Iterator[LoadedRow]):
    """The rows of a register that is being read, good and bad in their order.

    Args:
        rows: The rows.
        findings: Remarks on the file: sheets that were not read, rows that are hidden, cells that are merged.
    """

    def __init__(self, rows: Iterator[LoadedRow], findings: Iterable[Finding]) -> None:
        """Take the rows as they come."""
        self._rows = rows
        self.findings: Findings = Findings(findings)

    def __next__(self) -> LoadedRow:
        """Read the next row."""
        return next(self._rows)


def load_rows(
    source: Source, cls: type[Any] | None, kolonner: Kolonner | None, *, ark: str | None
) -> LoadedRows:
    """Read a register row by row.

    Raises:
        DataError: The file or its headers cannot be read.
    """
    if source.suffix and not _tables.is_table(source):
        raise DataError(_formats.unknown(source.suffix, _tables.SUFFIXES, named=bool(source.name)))
    take, plans, events = pick(cls), cls == tuple[Samarbejdsplan, ...], cls == tuple[Haendelsespost, ...]
    reading = Reading(source, kolonner, ark=ark, courses=events)
    if events and reading.columns.cls is not Haendelsespost:
        raise DataError(_findings.NO_EVENTS())

    def loaded() -> Iterator[LoadedRow]:
        for row in reading:
            post, findings = row.structured()
            subject = None if post is None else next(iter(take(post)), None)
            if post is not None and plans:
                remarks = bemaerkninger_til_post(post, Dokument.SAMARBEJDSPLAN)
                findings = tuple(row.placed(remark) for remark in remarks)
            yield LoadedRow(row.number, subject, within((*row.remarks, *findings), place=source.name))

    return LoadedRows(loaded(), within(reading.remarks, place=source.name))


def load(source: Source, cls: type[Any] | None, kolonner: Kolonner | None, *, ark: str | None) -> Loaded[Any]:
    """Read a register whole.

    Args:
        source: The file.
        cls: `tuple[Registerpost, ...]` or None for the rows; of `Botilbud` for the homes, `Samarbejdsplan` for the plans
            of those that have one, `Opsigelse` for the terminations; of a list of events `Haendelsespost`.
        kolonner: How its columns are read.
        ark: The name of the sheet.

    Raises:
        DataError: With every fault of every row.
    """
    if cls == tuple[Forloeb, ...]:
        return _courses(source, kolonner, ark)
    reading = load_rows(source, cls, kolonner, ark=ark)
    subjects: list[Any] = []
    findings: list[Finding] = []
    for row in reading:
        subjects.append(row.subject)
        findings += row.findings
    if any(finding.severity == "error" for finding in findings):
        raise DataError(*findings, *reading.findings)
    return Loaded((each for each in subjects if each is not None), (*reading.findings, *findings))


def _courses(source: Source, kolonner: Kolonner | None, ark: str | None) -> Loaded[Forloeb]:
    """Read a register or a list of events, and put its rows together home by home."""
    reading = Reading(source, kolonner, ark=ark, courses=True)
    remarks = [*reading.remarks]
    structured = []
    for row in reading:
        structured.append((row.number, *row.structured()))
        remarks += row.remarks
    findings = [finding for _, _, faults in structured for finding in faults]
    if findings:
        raise DataError(*findings, *remarks)
    made = forloeb((post for _, post, _ in structured), numre=[number for number, _, _ in structured])
    return Loaded(made, within(remarks, place=source.name))


def dump(
    subjects: Iterable[Any], suffix: str, kolonner: Kolonner | None = None, *, ark: str | None = None
) -> bytes:
    """Write a register; the columns are those that any row fills, the name, and the office's own.

    Raises:
        DataError: A subject is no row of a register, or has no name.
    """
    theirs = kolonner or Kolonner()
    posts = [_post(subject) for subject in subjects]
    if len({type(post) for post in posts}) > 1:
        raise DataError(_findings.MIXED_ROWS())
    nameless = [number for number, post in enumerate(posts, start=2) if _value(post, NAVN) is None]
    if nameless:
        raise DataError(*(_findings.NAMELESS(path=f"række {number}") for number in nameless))
    places = _kolonner.layout(theirs, _used(posts), (header for post in posts for header in post.egne))
    above: list[list[Cell]] = [[] for _ in range((theirs.overskriftsraekke or 1) - 1)]
    header: list[Cell] = [place.header for place in places]
    rows = [_row(post, places, number) for number, post in enumerate(posts, start=len(above) + 2)]
    table = [*above, header, *rows]
    return _tables.write(table, suffix, ark=ark or theirs.ark)


def _row(post: Post, places: Sequence[_kolonner.Place], number: int) -> list[Cell]:
    cells = []
    for index, place in enumerate(places, start=1):
        try:
            cells.append(_cell(post, place))
        except DataError as error:
            where = f"række {number}, kolonne {letter(index)}"
            raise DataError(*(attrs.evolve(finding, path=where) for finding in error.findings)) from None
    return cells


def _cell(post: Post, place: _kolonner.Place) -> Cell:
    if place.own is not None:
        return post.egne.get(place.own)
    if place.split is not None:
        return place.split.put_together(functools.partial(_written, post))
    return place.write(None if place.column is None else _written(post, place.column))


def _used(posts: Sequence[Post]) -> list[Column]:
    """Find the columns that any row fills, and the name."""
    return [
        column
        for column in columns(type(posts[0]) if posts else Registerpost)
        if column.path == NAVN or any(_written(post, column) is not None for post in posts)
    ]


def _written(post: Post, column: Column) -> Cell:
    """Give a fact of a row as a cell; empty where it says nothing."""
    value = _value(post, column.path)
    return None if value == _value(_empty(type(post)), column.path) else _cells.write(value)


@kept
def _empty(cls: type[Post]) -> Post:
    return cls()


def _post(subject: object) -> Post:
    if isinstance(subject, (Registerpost, Haendelsespost)):
        return subject
    if isinstance(subject, Samarbejdsplan):
        return Registerpost(plan=subject)
    if isinstance(subject, Botilbud):
        return Registerpost(plan=Samarbejdsplan(botilbud=subject))
    raise wrong_type(subject, _findings.NOT_A_ROW)


def _value(post: Post, path: str) -> Any:
    return functools.reduce(getattr, path.split("."), post)
