"""The columns that a register can have, by their Danish names and by the paths of their facts."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _nearest
from botilbudlaege.data import _findings
from botilbudlaege.domain import Egne, Fakta, Registerpost
from botilbudlaege.domain._fields import Type, kept
from botilbudlaege.domain._tree import leaves
from botilbudlaege.historik import Haendelsespost

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


@kept
def columns(cls: type[Fakta] = Registerpost) -> tuple[Column, ...]:
    """List the columns that a register can have, or, of a class of rows, another table."""
    return tuple(_columns()[leaf.path] for leaf in leaves(cls) if leaf.type.cls is not Egne)


@functools.cache
def _columns() -> dict[str, Column]:
    """List the columns of all tables by their paths; a fact has one column in all."""
    return {
        leaf.path: Column(leaf.path, leaf.alone[:1].upper() + leaf.alone[1:], leaf.type)
        for cls in (Haendelsespost, Registerpost)
        for leaf in leaves(cls)
        if leaf.type.cls is not Egne
    }


_BETWEEN = re.compile(r"[\s_.:-]+")
_FORMER = ("praksissens", "lægens")
"""A word in headers that earlier versions wrote, and what it is now."""


@functools.cache
def _by_key() -> dict[str, Column]:
    now = {name: column for column in _columns().values() for name in column.keys}
    was, is_ = _FORMER
    former = {name.replace(is_, was): column for name, column in now.items()}
    return {**former, **now}


def by_key(header: str) -> Column | None:
    """Find a column by its header, whatever stands between its words, or by its path with or without `plan.`.

    >>> by_key("Navn_på_botilbud:").path, by_key("P.nummer.for.botilbud").path
    ('plan.botilbud.navn', 'plan.botilbud.p_nummer')
    """
    written = key(header)
    return _by_key().get(written) or _by_words().get(_words(written))


@functools.cache
def _by_words() -> dict[str, Column]:
    return {_words(key(column.header)): column for column in _columns().values()}


def _words(written: str) -> str:
    """Give a header as programs for statistics have it: its words with one sign between them."""
    return " ".join(_BETWEEN.split(written)).strip()


@functools.lru_cache(maxsize=1024)
def key(header: str) -> str:
    """Give a header as it is compared: without regard to size of letters, spaces and how letters are composed."""
    return " ".join(unicodedata.normalize("NFC", header).split()).casefold()


def unknown(header: str) -> Finding:
    """Say that there is no such column, and which is meant where one is near."""
    near = _nearest.nearest(key(header), _by_key())
    if near:
        return _findings.COLUMN_MISSPELT(kolonne=_by_key()[near].header)
    return _findings.UNKNOWN_COLUMN()
