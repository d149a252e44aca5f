"""A mapping of an office's columns, proposed: from headers, from what offices call them, and from what stands in them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import attrs
import tomli_w

from botilbudlaege import _files
from botilbudlaege._arguments import FILE, FLAG, TARGET, TEXT, takes
from botilbudlaege._files import Source
from botilbudlaege.data import _cells, _findings, _footers, _formats
from botilbudlaege.data._columns import by_key, columns
from botilbudlaege.data._kolonner import Kolonner
from botilbudlaege.data._register import FIRST_ROWS, Reading
from botilbudlaege.data.proposing import _which, _words
from botilbudlaege.data.proposing._which import GUESSED, LIKELY
from botilbudlaege.data.tables import _tables
from botilbudlaege.errors import DataError, Findings, within

if TYPE_CHECKING:
    from botilbudlaege._files import Readable, Writable

_SAMPLE = 500
"""The rows that are looked at."""


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

    @takes(file=TARGET, overwrite=FLAG)
    def save(self, file: Writable, *, overwrite: bool = False) -> None:
        """Write `kolonner.toml`.

        Raises:
            DocumentError: The file exists, or cannot be written.
        """
        _files.put(file, self.toml.encode("utf-8"), overwrite=overwrite)


_HEAD = "# Forslag til, hvordan jeres register læses. Se det efter, før I bruger det.\n"
_MEANT = "  # det, der står hos jer = det, der menes: se efter"
_COMMENTS = {LIKELY: "  # efter navnet: se efter", GUESSED: "  # gættet efter indholdet: se efter"}


@takes(file=FILE, suffix=TEXT.or_none, ark=TEXT.or_none)
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
    table = _tables.read(source, ark=ark, is_header=_which.may_be_header)
    rows = list(itertools.islice(table.rows, _SAMPLE))
    at = max(range(min(len(rows), FIRST_ROWS)), key=lambda index: _which.known(rows[index][1]))
    number, header = rows[at]
    sample = [cells for _, cells in rows[at + 1 :]]
    found = _which.assigned(header, [cells for cells in sample if not _footers.is_end(cells)])
    if not any(column.path == _cells.NAVN for column, _ in found.values()):
        raise DataError(_findings.MISSING_COLUMN(path=f"række {number}", kolonne=columns()[0].header))
    split = _which.split(header, found, sample)
    named = {_which.name(index, header): (column, why) for index, (column, why) in found.items()}
    keep, leave = _words.others(header, {*found, *split}, sample)
    kolonner = Kolonner(
        ark=ark or (table.ark if table.others else None),
        overskriftsraekke=number if at else None,
        kolonner={theirs: column.header for theirs, (column, _) in named.items()},
        opdel={_which.name(index, header): patterns for index, patterns in split.items()},
        vaerdier={**_words.values(found, header, sample), **_words.nothings(split, header, sample)},
        behold=keep,
        udelad=leave,
        slutraekker=tuple(dict.fromkeys(_words.endings(sample))),
    )
    grunde = {theirs: why for theirs, (_, why) in named.items()}
    return _tried(source, kolonner, {**grunde, **dict.fromkeys(kolonner.opdel, GUESSED)})


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
