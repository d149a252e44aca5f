"""Differences between two versions of an object, and whether both have the same parties."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from botilbudlaege.domain._fields import kept
from botilbudlaege.domain._tree import leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from botilbudlaege.domain._fakta import Fakta
    from botilbudlaege.domain._felt import Described
    from botilbudlaege.domain._parter import Botilbud, Organisation, Praksis
    from botilbudlaege.domain._tree import Fact


def forskelle(old: Fakta, new: Fakta) -> Iterator[tuple[Fact, Any, Any]]:
    """List the facts that differ between two objects of a class, each with both values; a list is one fact."""
    for leaf, before, after in zip(leaves(type(old)), _values(old), _values(new), strict=True):
        if before != after:
            yield leaf, before, after


def _values(subject: Fakta) -> tuple[Any, ...]:
    """Give the facts of an object in the order of `leaves`."""
    return tuple(get(subject) for get in _getters(type(subject)))


@kept
def _getters(cls: type[Described]) -> tuple[Callable[[Described], Any], ...]:
    return tuple(attrgetter(leaf.path) for leaf in leaves(cls))


def anden_praksis(old: Praksis, new: Praksis) -> bool:
    """Tell whether a practice is another one: by the provider numbers, or else the names (*ours*)."""
    return _another((old.ydernummer, new.ydernummer), (old.betegnelse, new.betegnelse))


def andet_botilbud(old: Botilbud, new: Botilbud) -> bool:
    """Tell whether a home is another one: by the P numbers, or else the names (*ours*).

    The CVR number does not tell: an operator may have several homes under one.
    """
    return _another((old.p_nummer, new.p_nummer), (old.navn, new.navn))


def anden_organisation(old: Organisation, new: Organisation) -> bool:
    """Tell whether an organisation is another one: by the CVR numbers, or else the names (*ours*)."""
    return _another((old.cvr, new.cvr), (old.navn, new.navn))


def _another(numbers: tuple[str | None, str | None], names: tuple[str | None, str | None]) -> bool:
    """Compare by number where both are known, else by name where both are."""
    before, after = names if None in numbers else numbers
    return None not in (before, after) and before != after
