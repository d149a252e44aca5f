"""The column of ours that each of an office's is: by its header, by what offices call it, or by what stands in it."""

from __future__ import annotations

import difflib
import functools
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from botilbudlaege import _toml
from botilbudlaege.data import _cells, _footers, _splits
from botilbudlaege.data._columns import Column, by_key, key
from botilbudlaege.data.proposing._meanings import meant, says
from botilbudlaege.data.tables._bounds import letter
from botilbudlaege.domain import Kommune
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.data.tables._bounds import Cell

_FITS, _FITS_NEARLY = 0.8, 0.3
"""The share of what stands in a column that has to fit: where its name is only near one, and where it is one."""
_NEAR = 0.87
"""How near a header has to be to what offices write (difflib)."""
_POINTS = re.compile(r"[.,:;()\[\]/_*\-–]+")
_SHORT = {
    "tlf": "telefon",
    "tel": "telefon",
    "mail": "e-mail",
    "email": "e-mail",
    "adr": "adresse",
    "md": "måned",
}
"""Words that are written in several ways, and one of them."""
SURE, LIKELY, GUESSED = "overskrift", "synonym", "indhold"
"""On what it rests which column one of theirs is."""
_CONTENTS: list[tuple[str, str]] = [
    (r"[0-9]{10}", "plan.botilbud.p_nummer"),
    (r"[0-9]{8}", "plan.botilbud.cvr"),
    (r"[0-9]{4}", "plan.botilbud.adresse.postnr"),
    (r"[^@\s]+@[^@\s]+", "plan.botilbud.kontaktperson.email"),
]
"""What a column holds whose name says nothing, where all that stands in it looks so."""


@functools.cache
def _synonyms() -> dict[str, Column]:
    said = _toml.loads(files("botilbudlaege.data.proposing").joinpath("synonymer.toml").read_text("utf-8"))
    found: dict[str, Column] = {}
    for path, names in said.items():
        column = by_key(path)
        if column is not None:
            found |= {_plainly(name): column for name in (column.header, *names)}
    return found


def _plainly(header: str) -> str:
    """Give a header without what offices write in many ways."""
    words = _POINTS.sub(" ", key(header)).replace("nummer", "nr").split()
    return " ".join(_SHORT.get(word, word) for word in words).replace("e e-mail", "e-mail")


def _named(header: Cell) -> tuple[Column, str] | None:
    """Find the column that a header means, and on what that rests."""
    if not isinstance(header, str):
        return None
    exact = by_key(header)
    if exact is not None:
        return exact, SURE
    plain = _plainly(header)
    near = (
        [plain] if plain in _synonyms() else difflib.get_close_matches(plain, _synonyms(), n=1, cutoff=_NEAR)
    )
    return (_synonyms()[near[0]], LIKELY) if near else None


def known(cells: Sequence[Cell]) -> int:
    """Count the columns of ours that a row of headers may mean."""
    return len({found[0] for cell in cells if (found := _named(cell)) is not None})


def may_be_header(cells: Sequence[Cell]) -> bool:
    """Tell whether a row may be the headers: one of them means the name of a home, and another something else."""
    return any(found[0].path == _cells.NAVN for cell in cells if (found := _named(cell))) and known(cells) > 1


def name(index: int, header: Sequence[Cell]) -> str:
    """Name a column of theirs: by its header, or by its letter where it has none or shares it."""
    cell = header[index] if index < len(header) else None
    alike = [
        other
        for other in header
        if isinstance(other, str) and isinstance(cell, str) and key(other) == key(cell)
    ]
    return f"kolonne {letter(index + 1)}" if cell is None or len(alike) > 1 else " ".join(str(cell).split())


def assigned(header: Sequence[Cell], sample: Sequence[Sequence[Cell]]) -> dict[int, tuple[Column, str]]:
    """Give each column of theirs at most one of ours: the surest first, and only what its contents bear out."""
    width = max(map(len, (header, *sample)))
    found: dict[int, tuple[Column, str]] = {}
    taken: set[Column] = set()
    for wanted in (SURE, LIKELY, GUESSED):
        for index in range(width):
            if index in found:
                continue
            values = [cells[index] for cells in sample if index < len(cells) and says(cells[index])]
            choice = _choice(header[index] if index < len(header) else None, values, wanted)
            if choice is not None and choice not in taken:
                found[index] = choice, wanted
                taken.add(choice)
    return dict(sorted(found.items()))


def _choice(header: Cell, values: Sequence[Cell], wanted: str) -> Column | None:
    if wanted == GUESSED:
        return _by_contents(values)
    found = _named(header)
    if found is None or found[1] != wanted:
        return None
    if wanted == SURE or not values:
        return found[0]
    fits = _FITS_NEARLY if _plainly(str(header)) in _synonyms() else _FITS
    return found[0] if _share(values, found[0]) >= fits else None


def split(
    header: Sequence[Cell], found: dict[int, tuple[Column, str]], sample: Sequence[Sequence[Cell]]
) -> dict[int, tuple[str, ...]]:
    """Find the columns that hold several facts, and take them from those that were found to be one."""
    several: dict[int, tuple[str, ...]] = {}
    for index, theirs in enumerate(header):
        cells = [cells[index] for cells in sample if index < len(cells) and not _footers.is_end(cells)]
        values = [cell for cell in cells if isinstance(cell, str) and says(cell)]
        patterns = _splits.proposed(str(theirs), values) if values and isinstance(theirs, str) else ()
        if patterns and len(values) == sum(map(says, cells)):
            taken = {column for at, (column, _) in found.items() if at != index}
            if not _parts(patterns) & taken.union(*map(_parts, several.values())):
                found.pop(index, None)
                several[index] = patterns
    return several


def _parts(patterns: Sequence[str]) -> set[Column]:
    return {column for text in patterns for column in _splits.pattern(text).columns}


def _share(values: Sequence[Cell], column: Column) -> float:
    return sum(meant(value, column) is not None for value in values) / len(values)


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
