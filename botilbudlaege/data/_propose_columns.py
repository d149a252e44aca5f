"""A mapping of an office's columns, proposed: from headers, from what offices call them, and from what stands in them."""

from __future__ import annotations

import difflib
import functools
import itertools
import re
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import attrs
import tomli_w

from botilbudlaege import _files, _toml
from botilbudlaege._files import Source
from botilbudlaege.data import _cells, _findings, _footers, _formats, _splits
from botilbudlaege.data._columns import Column, by_key, columns, key
from botilbudlaege.data._kolonner import Kolonner
from botilbudlaege.data._register import Reading
from botilbudlaege.data.tables import _tables
from botilbudlaege.data.tables._bounds import letter
from botilbudlaege.domain import Kommune
from botilbudlaege.domain._egne import own_fault
from botilbudlaege.domain._fakta import value_fault
from botilbudlaege.errors import DataError, Finding, Findings, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from botilbudlaege._files import Readable, Writable
    from botilbudlaege.data.tables._bounds import Cell

_FIRST_ROWS = 30
_SAMPLE = 500
_FITS, _FITS_NEARLY = (
    0.8,
    0.3,
)  # of what stands in a column: where its name is only near one, and where it is one
_NOTHING = frozenset({"-", "–", "—", "?", "n/a", "na", "ukendt", "ikke oplyst", "ingen oplysning", "mangler"})
_POINTS = re.compile(r"[.,:;()\[\]/_*\-–]+")
_HOURS = re.compile(r"(\d+)\s*(?:t|time|timer)\b.*", re.IGNORECASE)
_ENDING = 10
_MOST_WORDS = 40
_SURE, _LIKELY, _GUESSED = "overskrift", "synonym", "indhold"
_CODES: dict[str, list[tuple[str, str]]] = {
    "plan.botilbud.lovgrundlag": [
        (r"\b108\b", "SEL_108"),
        (r"\b105\b", "ABL_105"),
        (r"\b107\b", "SEL_107"),
        (r"\b43\b.*\b6\b", "BL_43_1_6"),
        (r"\b43\b.*\b3\b", "BL_43_3"),
    ],
    "plan.botilbud.driftsform": [
        (r"^kommun", "KOMMUNAL"),
        (r"^region", "REGIONAL"),
        (r"^privat", "PRIVAT"),
    ],
    "plan.botilbud.laengerevarende": [(r"^længerevarende|^varig", "ja"), (r"^midlertidig", "nej")],
    "plan.aftalepart": [
        (r"^begge", "BEGGE"),
        (r"^organisation|^driftsherre", "ORGANISATION"),
        (r"^botilbud|^tilbud|^bosted", "BOTILBUD"),
    ],
    "opsagt_af": [(r"^læge|^praksis", "PRAKSIS"), (r"^botilbud|^tilbud|^bosted|^kommune", "BOTILBUD")],
}
"""How codes are written by offices, for a person to confirm."""
_CONTENTS: list[tuple[str, str]] = [
    (r"[0-9]{10}", "plan.botilbud.p_nummer"),
    (r"[0-9]{8}", "plan.botilbud.cvr"),
    (r"[0-9]{4}", "plan.botilbud.adresse.postnr"),
    (r"[^@\s]+@[^@\s]+", "plan.botilbud.kontaktperson.email"),
]
"""What a column holds whose name says nothing, where all that stands in it looks so."""


@attrs.frozen(kw_only=True)
class Forslag:
    """A proposal for how an office's register is read; a person reads it before it is used.

    Args:
        kolonner: The mapping.
        grunde: For each column of theirs that is mapped, what it rests on: `overskrift`, `synonym` or `indhold`.
        raekker: How many rows there are.
        gode: How many of them can be read with it.
        findings: What still cannot be read.
    """

    kolonner: Kolonner
    grunde: dict[str, str]
    raekker: int
    gode: int
    findings: Findings

    @property
    def toml(self) -> str:
        """The mapping as `kolonner.toml`, with a comment where it is guessed."""
        text = tomli_w.dumps(_plain(self.kolonner), multiline_strings=False)
        lines = (line + self._comment(line) for line in text.splitlines())
        return _HEAD + "\n".join(lines) + "\n"

    def _comment(self, line: str) -> str:
        if line.startswith("[vaerdier."):
            return _MEANT
        theirs = next((name for name in self.grunde if line.startswith(f"{_quoted(name)} = ")), None)
        return _COMMENTS.get(self.grunde[theirs], "") if theirs is not None else ""

    def save(self, file: Writable, *, overwrite: bool = False) -> None:
        """Write `kolonner.toml`.

        Raises:
            DocumentError: The file exists, or cannot be written.
        """
        _files.put(file, self.toml.encode("utf-8"), overwrite=overwrite)


_HEAD = "# Forslag til, hvordan jeres register læses. Se det efter, før I bruger det.\n"
_MEANT = "  # det, der står hos jer = det, der menes: se efter"
_COMMENTS = {_LIKELY: "  # efter navnet: se efter", _GUESSED: "  # gættet efter indholdet: se efter"}


def propose_columns(file: Readable, *, suffix: str | None = None, ark: str | None = None) -> Forslag:
    r"""Propose how an office's register is read.

    Args:
        file: The register, by its path, as bytes or as an open file.
        suffix: The ending that says the format, where no file's name does.
        ark: The name of the sheet; None for the visible one that has the headers.

    Raises:
        DataError: The file cannot be read, or no column of it can be the name of a home.

    >>> from botilbudlaege import propose_columns
    >>> forslag = propose_columns("Navn på tilbud;Kommunenavn\nÆblehaven;Aarhus\n".encode(), suffix=".csv")
    >>> forslag.kolonner.kolonner
    {'Navn på tilbud': 'Navn på botilbud', 'Kommunenavn': 'Kommune for botilbud'}
    """
    source = Source.of(file, suffix)
    try:
        content = Source.of(_tables.content_of(source), source.suffix or None)
        return _proposed(attrs.evolve(content, name=source.name), ark)
    except DataError as error:
        raise DataError(*within(error.findings, place=source.name)) from error.__cause__


def _proposed(source: Source, ark: str | None) -> Forslag:
    if source.suffix and not _tables.is_table(source):
        raise DataError(_formats.unknown(source.suffix, _tables.SUFFIXES, named=True))
    table = _tables.read(source, ark=ark, is_header=_may_be_header)
    rows = list(itertools.islice(table.rows, _SAMPLE))
    at = max(range(min(len(rows), _FIRST_ROWS)), key=lambda index: _known(rows[index][1]))
    number, header = rows[at]
    sample = [cells for _, cells in rows[at + 1 :]]
    found = _assigned(header, [cells for cells in sample if not _footers.is_end(cells)])
    if not any(column.path == _cells.NAVN for column, _ in found.values()):
        raise DataError(_findings.MISSING_COLUMN(path=f"række {number}", kolonne=columns()[0].header))
    split = _split(header, found, sample)
    named = {_name(index, header): (column, why) for index, (column, why) in found.items()}
    keep, leave = _others(header, {*found, *split}, sample)
    kolonner = Kolonner(
        ark=ark or (table.ark if table.others else None),
        overskriftsraekke=number if at else None,
        kolonner={theirs: column.header for theirs, (column, _) in named.items()},
        opdel={_name(index, header): patterns for index, patterns in split.items()},
        vaerdier={**_values(found, header, sample), **_nothings(split, header, sample)},
        behold=keep,
        udelad=leave,
        slutraekker=tuple(dict.fromkeys(_endings(sample))),
    )
    grunde = {theirs: why for theirs, (_, why) in named.items()}
    return _tried(source, kolonner, {**grunde, **dict.fromkeys(kolonner.opdel, _GUESSED)})


def _tried(source: Source, kolonner: Kolonner, grunde: dict[str, str]) -> Forslag:
    """Read the register, or the list of events, with the mapping, and count."""
    events = any(by_key(ours) not in columns() for ours in kolonner.kolonner.values())
    try:
        results = [row.structured() for row in Reading(source, kolonner, courses=events)]
    except DataError as error:
        return Forslag(kolonner=kolonner, grunde=grunde, raekker=0, gode=0, findings=Findings(error.findings))
    faults = [finding for _, findings in results for finding in findings]
    good = sum(post is not None for post, _ in results)
    return Forslag(
        kolonner=kolonner, grunde=grunde, raekker=len(results), gode=good, findings=Findings(faults)
    )


# Headers ------------------------------------------------------------------------------------------------


@functools.cache
def _synonyms() -> dict[str, Column]:
    said = _toml.loads(files("botilbudlaege.data").joinpath("synonymer.toml").read_text("utf-8"))
    found: dict[str, Column] = {}
    for path, names in said.items():
        column = by_key(path)
        if column is not None:
            found |= {_plainly(name): column for name in (column.header, *names)}
    return found


def _plainly(header: str) -> str:
    """Give a header without what offices write in many ways."""
    words = _POINTS.sub(" ", key(header)).replace("nummer", "nr").split()
    return " ".join(words)


def _named(header: Cell) -> tuple[Column, str] | None:
    """Find the column that a header means, and on what that rests."""
    if not isinstance(header, str):
        return None
    exact = by_key(header)
    if exact is not None:
        return exact, _SURE
    plain = _plainly(header)
    near = (
        [plain] if plain in _synonyms() else difflib.get_close_matches(plain, _synonyms(), n=1, cutoff=_NEAR)
    )
    return (_synonyms()[near[0]], _LIKELY) if near else None


_NEAR = 0.87


def _known(cells: Sequence[Cell]) -> int:
    return len({found[0] for cell in cells if (found := _named(cell)) is not None})


def _may_be_header(cells: Sequence[Cell]) -> bool:
    return (
        any(found[0].path == _cells.NAVN for cell in cells if (found := _named(cell))) and _known(cells) > 1
    )


def _name(index: int, header: Sequence[Cell]) -> str:
    """Name a column of theirs: by its header, or by its letter where it has none or shares it."""
    cell = header[index] if index < len(header) else None
    alike = [
        other
        for other in header
        if isinstance(other, str) and isinstance(cell, str) and key(other) == key(cell)
    ]
    return f"kolonne {letter(index + 1)}" if cell is None or len(alike) > 1 else " ".join(str(cell).split())


# Which column is which ----------------------------------------------------------------------------------


def _assigned(header: Sequence[Cell], sample: Sequence[Sequence[Cell]]) -> dict[int, tuple[Column, str]]:
    """Give each column of theirs at most one of ours: the surest first, and only what its contents bear out."""
    width = max(map(len, (header, *sample)))
    found: dict[int, tuple[Column, str]] = {}
    taken: set[Column] = set()
    for wanted in (_SURE, _LIKELY, _GUESSED):
        for index in range(width):
            if index in found:
                continue
            values = [cells[index] for cells in sample if index < len(cells) and _says(cells[index])]
            choice = _choice(header[index] if index < len(header) else None, values, wanted)
            if choice is not None and choice not in taken:
                found[index] = choice, wanted
                taken.add(choice)
    return dict(sorted(found.items()))


def _choice(header: Cell, values: Sequence[Cell], wanted: str) -> Column | None:
    if wanted == _GUESSED:
        return _by_contents(values)
    named = _named(header)
    if named is None or named[1] != wanted:
        return None
    if wanted == _SURE or not values:
        return named[0]
    fits = _FITS_NEARLY if _plainly(str(header)) in _synonyms() else _FITS
    return named[0] if _share(values, named[0]) >= fits else None


def _split(
    header: Sequence[Cell], found: dict[int, tuple[Column, str]], sample: Sequence[Sequence[Cell]]
) -> dict[int, tuple[str, ...]]:
    """Find the columns that hold several facts, and take them from those that were found to be one."""
    split: dict[int, tuple[str, ...]] = {}
    for index, named in enumerate(header):
        cells = [cells[index] for cells in sample if index < len(cells) and not _footers.is_end(cells)]
        values = [cell for cell in cells if isinstance(cell, str) and _says(cell)]
        patterns = _splits.proposed(str(named), values) if values and isinstance(named, str) else ()
        if patterns and len(values) == sum(map(_says, cells)):
            taken = {column for at, (column, _) in found.items() if at != index}
            if not _parts(patterns) & taken.union(*map(_parts, split.values())):
                found.pop(index, None)
                split[index] = patterns
    return split


def _parts(patterns: Sequence[str]) -> set[Column]:
    return {column for text in patterns for column in _splits.pattern(text).columns}


def _says(cell: Cell) -> bool:
    """Tell whether a cell says anything."""
    return cell is not None and not isinstance(cell, Finding) and key(_cells.as_written(cell)) not in _NOTHING


def _share(values: Sequence[Cell], column: Column) -> float:
    return sum(_meant(value, column) is not None for value in values) / len(values)


def _by_contents(values: Sequence[Cell]) -> Column | None:
    """Find what a column holds by what all of it looks like."""
    texts = [_cells.as_written(value) for value in values]
    if len(set(texts)) < 2:  # noqa: PLR2004 - one value in all rows tells nothing
        return None
    for pattern, path in _CONTENTS:
        column = by_key(path)
        if column is not None and all(re.fullmatch(pattern, text) for text in texts):
            return column if _share(values, column) == 1 else None
    kommune = by_key("botilbud.kommune")
    return kommune if kommune is not None and all(map(_is_kommune, texts)) else None


def _is_kommune(text: str) -> bool:
    try:
        return not text.isdigit() and Kommune.find(text) is not None
    except DataError:
        return False


# What is written, and what is meant ---------------------------------------------------------------------


def _reads(cell: Cell, column: Column) -> bool:
    """Tell whether a cell is read as it stands."""
    try:
        value = _cells.read(cell, column.type)
        if column.type.cls is Kommune:
            Kommune.find(value)
    except DataError:
        return False
    felt = column.type.felt
    return felt is None or isinstance(value, list) or value_fault(value, felt) is None


def _meant(cell: Cell, column: Column) -> str | None:
    """Give what a cell means for a column, as it is or in a word of ours; None where it means nothing."""
    text = _cells.as_written(cell) if not isinstance(cell, Finding) else ""
    if _reads(cell, column):
        return text
    for pattern, code in _CODES.get(column.path, ()):
        if re.search(pattern, key(text)):
            return code
    hours = _HOURS.fullmatch(text) if column.type.kind == "tal" else None
    return None if hours is None else hours[1]


def _values(
    found: dict[int, tuple[Column, str]], header: Sequence[Cell], sample: Sequence[Sequence[Cell]]
) -> dict[str, dict[str, str]]:
    """Give for each column what is written there in words that are not ours."""
    words: dict[str, dict[str, str]] = {}
    for index, (column, _) in found.items():
        cells = [cells[index] for cells in sample if index < len(cells) and not _footers.is_end(cells)]
        written = {
            _cells.as_written(cell): cell
            for cell in cells
            if cell is not None and not isinstance(cell, Finding)
        }
        meant = {
            text: "" if not _says(cell) else _meant(cell, column)
            for text, cell in written.items()
            if not (_says(cell) and _reads(cell, column))
        }
        known = {text: word for text, word in meant.items() if word is not None}
        if known and len(known) <= _MOST_WORDS:
            words[_name(index, header)] = known
    return words


def _nothings(
    indices: Iterable[int], header: Sequence[Cell], sample: Sequence[Sequence[Cell]]
) -> dict[str, dict[str, str]]:
    """Give for columns that hold several facts what is written there for nothing."""
    found: dict[str, dict[str, str]] = {}
    for index in indices:
        cells = [cells[index] for cells in sample if index < len(cells)]
        words = {cell: "" for cell in cells if isinstance(cell, str) and not _says(cell)}
        if words:
            found[_name(index, header)] = words
    return found


# What is not ours ---------------------------------------------------------------------------------------


def _others(
    header: Sequence[Cell], found: set[int], sample: Sequence[Sequence[Cell]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say which of their own columns are kept aside, and which are left out: those without a header, or with nothing."""
    keep: list[str] = []
    leave: list[str] = []
    for index in range(max(map(len, (header, *sample)))):
        if index in found:
            continue
        cells = [cells[index] for cells in sample if index < len(cells) and cells[index] is not None]
        named = index < len(header) and header[index] is not None
        if not named and not cells:
            continue
        fit = named and cells and not any(isinstance(cell, Finding) or own_fault(cell) for cell in cells)
        (keep if fit else leave).append(_name(index, header))
    return tuple(keep), tuple(leave)


def _endings(sample: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Say how rows begin that are no homes: sums, and what stands alone in its row below the table."""
    usual = Counter(sum(cell is not None for cell in cells) for cells in sample).most_common(1)
    for number, cells in enumerate(sample):
        held = [cell for cell in cells if cell is not None]
        alone = len(held) == 1 and usual[0][0] > 2 and number >= len(sample) - _ENDING  # noqa: PLR2004
        if isinstance(held[0], str) and (_footers.is_end(cells) or alone):
            head, colon, _ = held[0].partition(":")
            yield head + colon if colon else " ".join(held[0].split()[:3])


# As a file ----------------------------------------------------------------------------------------------


def _plain(kolonner: Kolonner) -> dict[str, Any]:
    """Give a mapping as plain data, without what it does not say; tables last."""
    said: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in attrs.asdict(kolonner).items()
        if value
    }
    return {**{name: v for name, v in said.items() if not isinstance(v, dict)}, **said}


def _quoted(name: str) -> str:
    """Give a key as tomli_w writes it."""
    return tomli_w.dumps({name: 1}).rpartition(" = ")[0]
