"""The columns that a register can have, by their Danish names and by the paths of their facts."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _struktur
from botilbudlaege.data import _findings
from botilbudlaege.domain import Egne, Registerpost
from botilbudlaege.domain._felter import Type
from botilbudlaege.domain._tree import leaves

if TYPE_CHECKING:
    from botilbudlaege.errors import Finding


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

    @property
    def keys(self) -> tuple[str, ...]:
        """By what it is found: its header, or its path with or without `plan.`."""
        return (key(self.header), self.path, self.path.removeprefix("plan."))


@functools.cache
def columns() -> tuple[Column, ...]:
    """List the columns that a register can have."""
    return tuple(
        Column(leaf.path, leaf.alone[:1].upper() + leaf.alone[1:], leaf.type)
        for leaf in leaves(Registerpost)
        if leaf.type.cls is not Egne
    )


_FORMER = ("praksissens", "lægens")
"""A word in headers that earlier versions wrote, and what it is now."""


@functools.cache
def _by_key() -> dict[str, Column]:
    now = {name: column for column in columns() for name in column.keys}
    was, is_ = _FORMER
    former = {name.replace(is_, was): column for name, column in now.items()}
    return {**former, **now}


def by_key(header: str) -> Column | None:
    """Find a column by its header, or by its path with or without `plan.`."""
    return _by_key().get(key(header))


def key(header: str) -> str:
    """Give a header as it is compared: without regard to size of letters, spaces and how letters are composed."""
    return " ".join(unicodedata.normalize("NFC", header).split()).casefold()


def unknown(header: str) -> Finding:
    """Say that there is no such column, and which is meant where one is near."""
    near = _struktur.naer(key(header), _by_key())
    if near:
        return _findings.COLUMN_MISSPELT(kolonne=_by_key()[near].header)
    return _findings.UNKNOWN_COLUMN()
