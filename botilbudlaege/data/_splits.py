"""One column of an office's that holds several facts: a cell taken apart by patterns, and put together again."""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.data import _cells, _findings
from botilbudlaege.data._columns import Column, by_key, key, unknown
from botilbudlaege.domain import _checks
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from botilbudlaege.data.tables._bounds import Cell

_EXAMPLE = "{botilbud.adresse.vej}, {botilbud.adresse.postnr} {botilbud.adresse.by}"
_LONGEST = 500
_SHAPES: dict[object, str] = {
    _checks.postnr: r"\d{4}",
    _checks.telefon: r"(?:\+|00)?\d(?:\s?\d){7,11}",
    _checks.email: r"[^\s@]+@[^\s@]+",
    _checks.cvr: r"\d{8}",
    _checks.p_nummer: r"\d(?:\s?\d){9}",
    _checks.ydernummer: r"\d{6}",
}
"""What facts look like that are told from the text around them."""


@attrs.frozen
class Pattern:
    """A pattern: facts in braces, with the text between them.

    Args:
        columns: The facts, as columns of ours.
        between: The text before, between and after them.
    """

    columns: tuple[Column, ...]
    between: tuple[str, ...]
    _lazy: re.Pattern[str] = attrs.field(repr=False, eq=False)
    _greedy: re.Pattern[str] = attrs.field(repr=False, eq=False)

    def taken_apart(self, text: str) -> tuple[str, ...] | None:
        """Take a text apart; None where it does not fit.

        Raises:
            DataError: It fits in more than one way.
        """
        first, other = (_parts(each.fullmatch(text)) for each in (self._lazy, self._greedy))
        if first != other:
            raise DataError(_findings.NOT_SPLIT())
        return first

    def put_together(self, values: Mapping[Column, str]) -> str:
        """Put facts together to a text."""
        parts = [values[column] for column in self.columns]
        return "".join(map(str.__add__, self.between, (*parts, "")))


def _parts(match: re.Match[str] | None) -> tuple[str, ...] | None:
    return None if match is None else tuple(part.strip() for part in match.groups())


def pattern(text: str) -> Pattern:
    """Read a pattern.

    Raises:
        DataError: It names something that is no fact, or does not say where one ends and the next begins.

    >>> address = pattern("{botilbud.adresse.vej}, {botilbud.adresse.postnr} {botilbud.adresse.by}")
    >>> address.taken_apart("Søvej 1, 2. th., 8660 Skanderborg")
    ('Søvej 1, 2. th.', '8660', 'Skanderborg')
    """
    try:
        pieces = [*string.Formatter().parse(text)]
    except ValueError:
        raise DataError(_findings.PATTERN_UNREADABLE(eksempel=_EXAMPLE)) from None
    named = [(name, by_key(name)) for _, name, _, _ in pieces if name is not None]
    faults = [unknown(name) for name, column in named if column is None]
    if faults:
        raise DataError(*faults)
    columns = tuple(column for _, column in named if column is not None)
    between = tuple(literal for literal, _, _, _ in pieces) + (
        ("",) if pieces and pieces[-1][1] is not None else ()
    )
    plain = all(not form and not conversion for _, _, form, conversion in pieces)
    if not columns or len({*columns}) < len(columns) or not plain or not all(_told_apart(columns, between)):
        raise DataError(_findings.PATTERN_UNREADABLE(eksempel=_EXAMPLE))
    return Pattern(columns, between, _compiled(columns, between, "?"), _compiled(columns, between, ""))


def _told_apart(columns: Sequence[Column], between: Sequence[str]) -> Iterator[bool]:
    """Tell of each two neighbours whether it can be seen where one ends: by a sign, or by what one of them looks like."""
    for one, text, other in zip(columns, between[1:], columns[1:], strict=False):
        yield bool(text.strip()) or (bool(text) and (_shape(one) is not None or _shape(other) is not None))


def _shape(column: Column) -> str | None:
    if column.type.kind == "tal":
        return r"\d+"
    felt = column.type.felt
    return None if felt is None else _SHAPES.get(felt.check)


def _compiled(columns: Sequence[Column], between: Sequence[str], lazy: str) -> re.Pattern[str]:
    facts = [f"({_shape(column) or f'.+{lazy}'})" for column in columns]
    parts = [_literal(text) for text in between]
    return re.compile("".join(map(str.__add__, parts, (*facts, ""))), re.IGNORECASE | re.DOTALL)


def _literal(text: str) -> str:
    """Give the pattern of the text between facts: blanks do not matter beside a sign, and a line break is one."""
    words = text.split()
    if not words:
        return r"\s+" if text else ""
    return r"\s*" + r"\s*".join(map(re.escape, words)) + r"\s*"


@attrs.frozen
class Split:
    """A column of theirs that holds several facts.

    Args:
        header: Its header.
        patterns: How it is written; the first that fits counts.
        values: What is written there, to what is meant, before it is taken apart.
    """

    header: str
    patterns: tuple[Pattern, ...]
    values: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The facts that it can hold."""
        return tuple(dict.fromkeys(column for each in self.patterns for column in each.columns))

    def taken_apart(self, cell: Cell) -> list[Cell]:
        """Give a cell for each of the facts; the first says so where it cannot be taken apart."""
        nothing: list[Cell] = [None] * (len(self.columns) - 1)
        if cell is None or isinstance(cell, Finding):
            return [cell, *nothing]
        try:
            written = _cells.as_written(cell).strip()
            text = self.values.get(key(written), written)
            found = self._found(text) if text else {}
        except DataError as error:
            return [error.findings[0], *nothing]
        return [found.get(column) for column in self.columns]

    def _found(self, text: str) -> dict[Column, str]:
        for each in self.patterns if len(text) <= _LONGEST else ():
            parts = each.taken_apart(text)
            if parts is not None:
                return dict(zip(each.columns, parts, strict=True))
        raise DataError(_findings.NOT_SPLIT())

    def put_together(self, written: Callable[[Column], Cell]) -> str | None:
        """Give the cell of a row, by what is written of each fact.

        Raises:
            DataError: No pattern has just the facts that are known, or would give them back.
        """
        said = {column: written(column) for column in self.columns}
        values = {column: _cells.as_written(cell) for column, cell in said.items() if cell is not None}
        if not values:
            return None
        for each in self.patterns:
            if {*each.columns} == values.keys():
                text = each.put_together(values)
                if self.taken_apart(text) == [values.get(column) for column in self.columns]:
                    return text
        raise DataError(_findings.NOT_PUT_TOGETHER())


def splits(patterns: Mapping[str, Sequence[str]]) -> tuple[Split, ...]:
    """Read the patterns of a mapping.

    Raises:
        DataError: With every pattern that is none.
    """
    found, faults = [], []
    for number, (header, texts) in enumerate(patterns.items(), start=1):
        read = []
        for text in texts:
            try:
                read.append(pattern(text))
            except DataError as error:
                faults += [attrs.evolve(fault, path=f"opdel, nr. {number}") for fault in error.findings]
        if not texts:
            faults.append(_findings.PATTERN_UNREADABLE(path=f"opdel, nr. {number}", eksempel=_EXAMPLE))
        found.append(Split(header, tuple(read)))
    if faults:
        raise DataError(*faults)
    return tuple(found)


# Proposed -----------------------------------------------------------------------------------------------

_COMMON = (
    ("{O.adresse.vej}, {O.adresse.postnr} {O.adresse.by}",),
    (
        "{O.kontaktperson.navn} ({O.kontaktperson.telefon})",
        "{O.kontaktperson.navn}, tlf. {O.kontaktperson.telefon}",
        "{O.kontaktperson.navn}, {O.kontaktperson.telefon}",
        "{O.kontaktperson.navn} {O.kontaktperson.telefon}",
        "{O.kontaktperson.navn} ({O.kontaktperson.email})",
        "{O.kontaktperson.navn}, {O.kontaktperson.email}",
    ),
)
"""How offices write several facts in one cell; `O` is the home or the practice."""
_OF_PRACTICE = re.compile(r"praksis|læge|klinik|yder")
_MOSTLY = 0.8


def proposed(header: str, values: Sequence[str]) -> tuple[str, ...]:
    """Propose the patterns of a column by what stands in it; none where most of it does not look so.

    >>> proposed("Adresse", ["Søvej 1, 8660 Skanderborg", "Åvej 2, 8000 Aarhus C"])
    ('{botilbud.adresse.vej}, {botilbud.adresse.postnr} {botilbud.adresse.by}',)
    """
    owner = "praksis" if _OF_PRACTICE.search(key(header)) else "botilbud"
    for group in _COMMON:
        texts = [text.replace("{O.", f"{{{owner}.") for text in group]
        first = [next((text for text in texts if _fits(text, value)), None) for value in values]
        if len(values) - first.count(None) >= _MOSTLY * len(values):
            whole = texts[0].partition("}")[0] + "}"
            return (*(text for text in texts if text in first), *((whole,) if None in first else ()))
    return ()


def _fits(text: str, value: str) -> bool:
    try:
        return _common(text).taken_apart(value) is not None
    except DataError:
        return False


@functools.cache
def _common(text: str) -> Pattern:
    """Read a pattern of those that are common, once."""
    return pattern(text)
