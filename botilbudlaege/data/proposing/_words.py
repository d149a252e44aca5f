"""The words of an office's columns: what is written in them that is not ours, which are kept, and which rows are no homes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from botilbudlaege.data import _cells, _footers
from botilbudlaege.data.proposing import _meanings, _which
from botilbudlaege.data.proposing._meanings import says
from botilbudlaege.domain._egne import own_fault
from botilbudlaege.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from botilbudlaege.data._columns import Column
    from botilbudlaege.data.tables._bounds import Cell

_ENDING = 10
"""The last rows, among which one with a single cell is a note."""
_MOST_WORDS = 40
"""The words of a column from which on it is one of free text."""


def values(
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
            text: "" if not says(cell) else _meanings.meant(cell, column)
            for text, cell in written.items()
            if not (says(cell) and _meanings.reads(cell, column))
        }
        known = {text: word for text, word in meant.items() if word is not None}
        if known and len(known) <= _MOST_WORDS:
            words[_which.name(index, header)] = known
    return words


def nothings(
    indices: Iterable[int], header: Sequence[Cell], sample: Sequence[Sequence[Cell]]
) -> dict[str, dict[str, str]]:
    """Give for columns that hold several facts what is written there for nothing."""
    found: dict[str, dict[str, str]] = {}
    for index in indices:
        cells = [cells[index] for cells in sample if index < len(cells)]
        words = {cell: "" for cell in cells if isinstance(cell, str) and not says(cell)}
        if words:
            found[_which.name(index, header)] = words
    return found


def others(
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
        (keep if fit else leave).append(_which.name(index, header))
    return tuple(keep), tuple(leave)


def endings(sample: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Say how rows begin that are no homes: sums, and what stands alone in its row below the table."""
    usual = Counter(sum(cell is not None for cell in cells) for cells in sample).most_common(1)
    for number, cells in enumerate(sample):
        held = [cell for cell in cells if cell is not None]
        alone = len(held) == 1 and usual[0][0] > 2 and number >= len(sample) - _ENDING  # noqa: PLR2004
        if isinstance(held[0], str) and (_footers.is_end(cells) or alone):
            head, colon, _ = held[0].partition(":")
            yield head + colon if colon else " ".join(held[0].split()[:3])
