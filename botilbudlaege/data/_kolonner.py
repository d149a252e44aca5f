"""The columns of an office's own register: a mapping as data, from their headers to ours."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _structure
from botilbudlaege._arguments import FILE, NUMBER, TABLE, TEXT, several, takes
from botilbudlaege._files import Readable, Source
from botilbudlaege.data import _cells, _findings, _formats, _splits
from botilbudlaege.data._columns import Column, by_key, key, unknown
from botilbudlaege.data._splits import Split
from botilbudlaege.data.tables._bounds import Cell, letter
from botilbudlaege.errors import DataError, Finding, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HEADERS = several(TEXT, "en liste af overskrifter")


@takes(
    ark=TEXT.or_none,
    overskriftsraekke=NUMBER.or_none,
    kolonner=TABLE,
    opdel=TABLE,
    vaerdier=TABLE,
    behold=_HEADERS,
    udelad=_HEADERS,
    slutraekker=_HEADERS,
)
@attrs.frozen(kw_only=True)
class Kolonner:
    """How an office's register is read: which sheet and row, which column is which, which words mean which code.

    A column is named by its header, or, where it has none or another column has the same, as `kolonne C`.

    Args:
        ark: The name of the sheet; None for the visible one with the headers.
        overskriftsraekke: The number of the row with the headers; None for the one that fits best.
        kolonner: Their header to ours, or to the path of the fact.
        opdel: For a column of theirs that holds several facts, the patterns by which it is taken apart and put together, each
            fact by its path in braces; the first that fits counts.
        vaerdier: For a column of theirs, or of ours, what is written there to what is meant; `""` for nothing.
        behold: Their own columns that are kept aside, and written again.
        udelad: Their own columns that are left out.
        slutraekker: How rows begin that are no homes: sums, sources, notes.

    >>> from botilbudlaege import Kolonner
    >>> kolonner = Kolonner(kolonner={"Navn på tilbud": "botilbud.navn"}, behold=("Sagsnr.",))
    >>> kolonner.kolonner["Navn på tilbud"]
    'botilbud.navn'
    >>> address = "{botilbud.adresse.vej}, {botilbud.adresse.postnr} {botilbud.adresse.by}"
    >>> Kolonner(opdel={"Adresse": (address,)}).opdel["Adresse"] == (address,)
    True
    """

    ark: str | None = None
    overskriftsraekke: int | None = None
    kolonner: dict[str, str] = attrs.field(factory=dict)
    opdel: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    vaerdier: dict[str, dict[str, str]] = attrs.field(factory=dict)
    behold: tuple[str, ...] = ()
    udelad: tuple[str, ...] = ()
    slutraekker: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check that every column that is named exists."""
        faults = [
            attrs.evolve(unknown(target), path=f"kolonner, nr. {number}")
            for number, target in enumerate(self.kolonner.values(), start=1)
            if by_key(target) is None
        ]
        if self.overskriftsraekke is not None and self.overskriftsraekke < 1:
            faults.append(_findings.NO_SUCH_ROW(path="overskriftsraekke"))
        try:
            splits_of(self)
        except DataError as error:
            faults += error.findings
        if faults:
            raise DataError(*faults)

    @staticmethod
    @takes(file=FILE)
    def load(file: Readable) -> Kolonner:
        """Read a mapping from a TOML or JSON file.

        Raises:
            DataError: With every fault of the file.
        """
        source = Source.of(file)
        try:
            return _structure.structure(_formats.read(source), Kolonner)
        except DataError as error:
            raise DataError(*within(error.findings, place=source.name)) from error.__cause__


def splits_of(kolonner: Kolonner) -> tuple[Split, ...]:
    """Give the columns of theirs that hold several facts."""
    return _splits.splits(kolonner.opdel)


Mapped = Kolonner | Mapping[str, Any] | Readable
"""What a mapping is given as: itself, plain data, or its file."""


def of(given: Mapped | None) -> Kolonner | None:
    """Give the mapping that was given as one, as plain data or as a file.

    Raises:
        DataError: It cannot be read.
    """
    if given is None or isinstance(given, Kolonner):
        return given
    if isinstance(given, Mapping):
        return _structure.structure(given, Kolonner)
    return Kolonner.load(given)


def is_header(kolonner: Kolonner, cells: Sequence[Cell]) -> bool:
    """Tell whether a row has the header of a home's name."""
    return any(column is not None and column.path == _cells.NAVN for column in _columns(kolonner, cells))


def known(kolonner: Kolonner, cells: Sequence[Cell]) -> int:
    """Count the headers of a row that are known."""
    return sum(column is not None for column in _columns(kolonner, cells))


def _columns(kolonner: Kolonner, cells: Sequence[Cell]) -> Iterator[Column | None]:
    mapped = _mapped(kolonner)
    parts = {key(split.header): split.columns for split in splits_of(kolonner)}
    for index, cell in enumerate(cells, start=1):
        if isinstance(cell, str) and key(cell) in parts:
            yield from parts[key(cell)]
            continue
        yield _named(mapped, index, cell) or (by_key(str(cell)) if isinstance(cell, str) else None)


def _mapped(kolonner: Kolonner) -> dict[str, Column]:
    found = ((key(theirs), by_key(ours)) for theirs, ours in kolonner.kolonner.items())
    return {theirs: column for theirs, column in found if column is not None}


def is_end(kolonner: Kolonner, cells: Sequence[Cell]) -> bool:
    """Tell whether a row is one of those that are no homes."""
    first = next((key(str(cell)) for cell in cells if cell is not None), "")
    return any(first.startswith(key(begins)) for begins in kolonner.slutraekker)


def leaves(kolonner: Kolonner, index: int) -> bool:
    """Tell whether a column without a header is left out, by its letter."""
    return any(key(theirs) == f"kolonne {letter(index).casefold()}" for theirs in kolonner.udelad)


@attrs.frozen
class Place:
    """A column that is written.

    Args:
        header: What stands over it; None for nothing.
        column: Ours; None for one of theirs, and for one that is empty.
        own: The name of theirs.
        split: One of theirs that holds several facts; None for any other.
        write: Gives what is written of a cell.
    """

    header: str | None = None
    column: Column | None = None
    own: str | None = None
    write: Callable[[Cell], Cell] = lambda cell: cell
    split: Split | None = None


def layout(kolonner: Kolonner, used: Iterable[Column], own: Iterable[str]) -> list[Place]:
    """Lay out what is written so that the same mapping reads it: what it maps first, each letter at its place."""
    mapped = [(theirs, column) for theirs, ours in kolonner.kolonner.items() if (column := by_key(ours))]
    split = splits_of(kolonner)
    written = {column for _, column in mapped} | {column for each in split for column in each.columns}
    ours = {column: theirs for theirs, column in mapped} | {
        column: column.header for column in used if column not in written
    }
    places = [
        Place(header, column, None, _writer(kolonner, header, column))
        for column, header in ours.items()
        if _index(header) is None
    ]
    places += [Place(each.header, split=each) for each in split if _index(each.header) is None]
    places += [Place(header, own=header) for header in dict.fromkeys((*kolonner.behold, *own))]
    fixed = {
        index: Place(None, column, None, _writer(kolonner, header, column))
        for column, header in ours.items()
        if (index := _index(header)) is not None
    } | {index: Place(split=each) for each in split if (index := _index(each.header)) is not None}
    left = {index: Place() for theirs in kolonner.udelad if (index := _index(theirs)) is not None}
    for index, place in sorted({**left, **fixed}.items()):
        places += [Place()] * (index - 1 - len(places))
        places.insert(index - 1, place)
    return places


def _index(name: str) -> int | None:
    """Give the number of a column that is named by its letter."""
    found = _BY_LETTER.fullmatch(key(name))
    return (
        None
        if found is None
        else functools.reduce(lambda sum_, char: sum_ * 26 + ord(char) - 96, found[1], 0)
    )


_BY_LETTER = re.compile("kolonne ([a-z]{1,3})")


def _writer(kolonner: Kolonner, header: str, column: Column) -> Callable[[Cell], Cell]:
    names = {key(header), *column.keys}
    words = {
        meant: written
        for theirs, values in reversed(kolonner.vaerdier.items())
        if key(theirs) in names
        for written, meant in reversed(values.items())
    }

    def write(cell: Cell) -> Cell:
        return words.get("" if cell is None else _cells.as_written(cell), cell)

    return write


@attrs.frozen
class Slot:
    """What a column of a sheet is.

    Args:
        column: Ours; None for one of theirs.
        own: Their header, where it is kept aside.
        values: What is written there, to what is meant.
    """

    column: Column | None = None
    own: str | None = None
    values: Mapping[str, str] = attrs.field(factory=dict)

    def meant(self, cell: Cell) -> Cell:
        """Give what is meant by a cell."""
        if not self.values or isinstance(cell, Finding):
            return cell
        meant = self.values.get("" if cell is None else key(_cells.as_written(cell)))
        return cell if meant is None else meant or None


@attrs.frozen
class Headers:
    """What the columns under a row of headers are.

    Args:
        slots: For each column; None for one without a header, or that is left out. Behind them those of the facts of columns
            that hold several.
        letters: The letter of each, of one of several that of the column in which it stands.
        splits: The columns that hold several facts, each with its place from 0.
    """

    slots: list[Slot | None]
    letters: list[str]
    splits: tuple[tuple[int, Split], ...]


def headers(cells: Sequence[Cell], number: int, kolonner: Kolonner | None) -> Headers:
    """Say of each column of a row of headers what it is.

    Raises:
        DataError: With every column that is not known, stands twice, or is missing.
    """
    reader = _Headers(number, kolonner or Kolonner(), given=kolonner is not None)
    found = [reader.slot(index, cell) for index, cell in enumerate(cells, start=1)]
    letters = [letter(index) for index in range(1, len(found) + 1)]
    for index, split in reader.splits:
        for column in split.columns:
            found.append(reader.part(index + 1, column))
            letters.append(letters[index])
    reader.finish()
    return Headers(found, letters, tuple(reader.splits))


class _Headers:
    """The headers of a row, one by one, with what is wrong with them."""

    def __init__(self, number: int, kolonner: Kolonner, *, given: bool) -> None:
        self._number = number
        self._kolonner = kolonner
        self._given = given
        self._mapped = _mapped(kolonner)
        self._keep = {key(theirs): theirs for theirs in kolonner.behold}
        self._leave = {key(theirs) for theirs in kolonner.udelad}
        self._split = {key(split.header): split for split in splits_of(kolonner)}
        self.splits: list[tuple[int, Split]] = []
        self._values = {key(theirs): words for theirs, words in kolonner.vaerdier.items()}
        self._used: set[str] = set()
        self._found: list[Column] = []
        self._faults: list[Finding] = []

    def slot(self, index: int, cell: Cell) -> Slot | None:
        """Say what a column is."""
        place = f"række {self._number}, kolonne {letter(index)}"
        if isinstance(cell, Finding):
            self._faults.append(attrs.evolve(cell, path=place))
            return None
        names = [f"kolonne {letter(index).casefold()}", *([key(str(cell))] if cell is not None else [])]
        self._used.update(names)
        column = _named(self._mapped, index, cell) or (None if cell is None else by_key(str(cell)))
        if any(name in self._leave for name in names):
            return None
        split = next((self._split[name] for name in names if name in self._split), None)
        if split is not None:
            self.splits.append((index - 1, attrs.evolve(split, values=self._words(names))))
            return None
        if column is not None:
            return self._ours(column, names, place)
        own = next((self._keep[name] for name in names if name in self._keep), None)
        if own is not None:
            return Slot(own=own, values=self._words(names))
        if cell is not None:
            fault = _findings.UNMAPPED_COLUMN() if self._given else unknown(str(cell))
            self._faults.append(attrs.evolve(fault, path=place))
        return None

    def part(self, index: int, column: Column) -> Slot:
        """Say what one of the facts of a column is that holds several."""
        return self._ours(column, [], f"række {self._number}, kolonne {letter(index)}")

    def _ours(self, column: Column, names: list[str], place: str) -> Slot:
        if column in self._found:
            self._faults.append(_findings.DUPLICATE_COLUMN(path=place, kolonne=column.header))
        self._found.append(column)
        return Slot(column=column, values=self._words([*names, *column.keys]))

    def _words(self, names: Sequence[str]) -> dict[str, str]:
        return {
            key(written): meant for name in names for written, meant in self._values.get(name, {}).items()
        }

    def finish(self) -> None:
        """Refuse the row if anything was wrong with it."""
        faults = self._faults
        if not self._found and any(fault.remedy == _findings.UNKNOWN_COLUMN.remedy for fault in faults):
            faults = [_findings.NO_HEADERS(path=f"række {self._number}")]
        split = {theirs: each.columns[0] for theirs, each in self._split.items()}
        for theirs, column in {**self._mapped, **split}.items():
            if theirs not in self._used:
                faults.append(_findings.MAPPED_NOT_FOUND(path=f"række {self._number}", kolonne=column.header))
        if not faults and not any(column.path == _cells.NAVN for column in self._found):
            header = by_key(_cells.NAVN)
            faults.append(
                _findings.MISSING_COLUMN(
                    path=f"række {self._number}", kolonne=header.header if header else ""
                )
            )
        if faults:
            raise DataError(*faults)


def _named(mapped: Mapping[str, Column], index: int, cell: Cell) -> Column | None:
    """Find what a column is called in a mapping: by its letter, or by its header."""
    by_letter = mapped.get(f"kolonne {letter(index).casefold()}")
    return by_letter or (mapped.get(key(str(cell))) if cell is not None else None)
