"""The register: a table of homes, a row a home; columns by their Danish names, in any order."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _struktur
from botilbudlaege.begreber import Dokument
from botilbudlaege.data import _celler, _findings, _tabel
from botilbudlaege.domain import DOKUMENTER, Botilbud, Kommune, Opsigelse, Registerpost, Samarbejdsplan
from botilbudlaege.domain._felter import Type
from botilbudlaege.domain._tree import leaves
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege._filer import Source


_NAVN = "plan.botilbud.navn"
_WAITS = ("incomplete-change", "change-before-start", "termination-without-receipt")


@attrs.frozen
class Column:
    """A column of the register.

    Args:
        path: The fact that it holds, as a path in `Registerpost`.
        header: Its Danish name.
        type: The type of the fact.
    """

    path: str
    header: str
    type: Type


@attrs.frozen
class Row:
    """A row as it was read: its number, and either plain data for a `Registerpost` or what is wrong."""

    number: int
    data: Mapping[str, Any]
    findings: tuple[Finding, ...]
    places: Mapping[str, str] = attrs.field(repr=False)

    def structured(self) -> tuple[Registerpost | None, tuple[Finding, ...]]:
        """Make the row's object; or say what is wrong with it, by row and column."""
        try:
            post = _struktur.structure(self.data, Registerpost)
        except DataError as error:
            return None, self._in_order(*self.findings, *self._further(error.findings))
        return (None, self.findings) if self.findings else (post, ())

    def _in_order(self, *findings: Finding) -> tuple[Finding, ...]:
        """Sort by column."""
        order = [f"række {self.number}, {place}" for place in self.places.values()]
        return tuple(
            sorted(findings, key=lambda et: order.index(et.path) if et.path in order else len(order))
        )

    def _further(self, findings: tuple[Finding, ...]) -> Iterator[Finding]:
        """Give the faults of the facts that could be read.

        That a termination or a change lacks something can only be told once every fact is right; it waits for that.
        """
        own = [finding for finding in findings if finding.code not in _WAITS]
        for finding in own if own or self.findings else findings:
            yield self._placed(finding)

    def _placed(self, finding: Finding) -> Finding:
        column = self.places.get(finding.path.partition("[")[0])
        place = f"række {self.number}" if column is None else f"række {self.number}, {column}"
        return attrs.evolve(finding, path=place)


@functools.cache
def columns() -> tuple[Column, ...]:
    """List the columns that a register can have."""
    return tuple(
        Column(leaf.path, leaf.alone[:1].upper() + leaf.alone[1:], leaf.type) for leaf in leaves(Registerpost)
    )


@functools.cache
def _by_key() -> dict[str, Column]:
    """Find a column by its header, or by its path with or without `plan.`."""
    return {
        key: column
        for column in columns()
        for key in (_key(column.header), column.path, column.path.removeprefix("plan."))
    }


def _key(header: str) -> str:
    return " ".join(header.split()).casefold()


def rows(source: Source) -> Iterator[Row]:
    """Read the rows of a register one by one, the bad ones with what is wrong.

    Raises:
        DataError: The file cannot be read, or its headers cannot be.
    """
    (first, header), *table = _tabel.read(source)
    order = _headers(header, first)
    places = {
        column.path: f"kolonne {_tabel.letter(index)} ({column.header})"
        for index, column in enumerate(order, start=1)
        if column is not None
    }
    seen: dict[tuple[Any, ...], int] = {}
    for number, cells in table:
        yield _duplicate(_row(number, cells, order, places), seen)


def _headers(cells: list[_tabel.Cell], number: int) -> list[Column | None]:
    found: list[Column | None] = []
    faults = []
    for index, cell in enumerate(cells, start=1):
        column = None if cell is None else _by_key().get(_key(str(cell)))
        place = f"række {number}, kolonne {_tabel.letter(index)}"
        if cell is not None and column is None:
            faults.append(_unknown_column(str(cell), place))
        elif column is not None and column in found:
            faults.append(_findings.DUPLICATE_COLUMN(path=place, kolonne=column.header))
        found.append(column)
    if not faults and not any(column is not None and column.path == _NAVN for column in found):
        header = _by_key()[_NAVN].header
        faults.append(_findings.MISSING_COLUMN(path=f"række {number}", kolonne=header))
    if faults:
        raise DataError(*faults)
    return found


def _unknown_column(header: str, place: str) -> Finding:
    near = _struktur.naer(_key(header), _by_key())
    if near:
        return _findings.COLUMN_MISSPELT(path=place, kolonne=_by_key()[near].header)
    return _findings.UNKNOWN_COLUMN(path=place)


def _row(number: int, cells: list[_tabel.Cell], order: list[Column | None], places: Mapping[str, str]) -> Row:
    data: dict[str, Any] = {}
    findings = []
    # A row ends with its last cell; what it does not have is empty.
    for index, (cell, column) in enumerate(itertools.zip_longest(cells, order), start=1):
        if cell is None:
            if column is not None and column.path == _NAVN:
                findings.append(_findings.NAMELESS(path=f"række {number}, {places[_NAVN]}"))
        elif column is None:
            findings.append(_findings.NO_HEADER(path=f"række {number}, kolonne {_tabel.letter(index)}"))
        else:
            try:
                _put(data, column.path, _celler.read(cell, column.type))
            except DataError as error:
                place = f"række {number}, {places[column.path]}"
                findings += [attrs.evolve(finding, path=place) for finding in error.findings]
    return Row(number, data, tuple(findings), places)


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for name in parents:
        data = data.setdefault(name, {})
    data[last] = value


def _duplicate(row: Row, seen: dict[tuple[Any, ...], int]) -> Row:
    """Refuse a home that stands in the register twice: it would be counted twice."""
    home = row.data.get("plan", {}).get("botilbud", {})
    number = home.get("p_nummer")
    key = ("p", number) if number else ("navn", _key(home.get("navn", "")), _kommune(home.get("kommune")))
    first = seen.setdefault(key, row.number)
    if first == row.number or row.findings:
        return row
    place = f"række {row.number}, {row.places['plan.botilbud.p_nummer' if number else _NAVN]}"
    return attrs.evolve(row, findings=(_findings.DUPLICATE_HOME(path=place, nummer=first),))


def _kommune(written: str | None) -> str | None:
    """Give a municipality by one name, however it is written."""
    try:
        return None if written is None else str(Kommune.find(written))
    except DataError:
        return written


def load(source: Source, cls: type[Any] | None) -> tuple[Any, ...]:
    """Read a register whole.

    Args:
        source: The file.
        cls: `tuple[Registerpost, ...]` or None for the rows; of `Botilbud` for the homes, `Samarbejdsplan` for the plans
            of those that have one, `Opsigelse` for the terminations.

    Raises:
        DataError: With every fault of every row.
    """
    picks: dict[type[Any], Any] = {
        Registerpost: lambda post: post,
        Botilbud: lambda post: post.plan.botilbud,
        Samarbejdsplan: DOKUMENTER[Dokument.SAMARBEJDSPLAN].af_post,
        Opsigelse: DOKUMENTER[Dokument.OPSIGELSE].af_post,
    }
    wanted = {tuple[each, ...]: pick for each, pick in picks.items()}  # type: ignore[valid-type]
    if cls is not None and cls not in wanted:
        raise DataError(_findings.NO_SUCH_ROWS())
    pick = wanted[cls or tuple[Registerpost, ...]]
    structured = [row.structured() for row in rows(source)]
    findings = [finding for _, faults in structured for finding in faults]
    if findings:
        raise DataError(*findings)
    picked = (pick(post) for post, _ in structured)
    return tuple(each for each in picked if each is not None)


def dump(subjects: Iterable[Any], suffix: str) -> bytes:
    """Write a register; the columns are those that any row fills, and the name.

    Raises:
        DataError: A subject is no row of a register, or has no name.
    """
    posts = [_post(subject) for subject in subjects]
    nameless = [number for number, post in enumerate(posts, start=2) if _value(post, _NAVN) is None]
    if nameless:
        raise DataError(*(_findings.NAMELESS(path=f"række {number}") for number in nameless))
    values = [{column.path: _value(post, column.path) for column in columns()} for post in posts]
    defaults = {column.path: _value(Registerpost(), column.path) for column in columns()}
    used = [
        column
        for column in columns()
        if column.path == _NAVN or any(row[column.path] != defaults[column.path] for row in values)
    ]
    table: list[list[_tabel.Cell]] = [[column.header for column in used]]
    for row in values:
        cells = [None if row[c.path] == defaults[c.path] else _celler.write(row[c.path]) for c in used]
        table.append(cells)
    return _tabel.write_xlsx(table) if suffix == ".xlsx" else _tabel.write_csv(table)


def _post(subject: object) -> Registerpost:
    if isinstance(subject, Registerpost):
        return subject
    if isinstance(subject, Samarbejdsplan):
        return Registerpost(plan=subject)
    if isinstance(subject, Botilbud):
        return Registerpost(plan=Samarbejdsplan(botilbud=subject))
    raise _struktur.typefejl(subject, _findings.NOT_A_ROW)


def _value(post: Registerpost, path: str) -> Any:
    return functools.reduce(getattr, path.split("."), post)
