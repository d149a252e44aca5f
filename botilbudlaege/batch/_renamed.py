"""Homes without a P-number that may have got another name: an agreement or an address that is there under a new one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege.batch._raw import RawRow
from botilbudlaege.domain._homes import fact_of
from botilbudlaege.journal import Home

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from botilbudlaege.batch._bindings import Noted
    from botilbudlaege.journal import Journal

Likeness = tuple[tuple[str, ...], ...]
_FACTS = (
    (("praksis", "navn"), ("praksis", "ydernummer"), ("ikrafttraeden",)),
    (("botilbud", "adresse", "vej"), ("botilbud", "adresse", "postnr")),
)
"""The facts of an agreement, and of an address."""


@attrs.frozen
class Newcomer:
    """A document that no run has made before.

    Args:
        home: Its home.
        document: The kind of document.
        occasion: What tells it from others of its kind.
        file: Its file.
        likeness: What it may be known again by.
    """

    home: Home
    document: str
    occasion: str
    file: str
    likeness: Likeness


def likeness(facts: Any) -> Likeness:
    """Give what a home may be known again by, of an object, a row or plain data: its agreement and its address.

    >>> likeness({"praksis": {"navn": "Lægehuset"}, "ikrafttraeden": "2025-04-01"})
    (('Lægehuset', '', '2025-04-01'), ('', ''))
    """
    if isinstance(facts, RawRow):
        return tuple(
            tuple(_text(facts.fact(".".join(("plan", *path)))) for path in group) for group in _FACTS
        )
    inner = (fact_of(facts, "plan"), fact_of(facts, "ny_plan"))
    plan = next((each for each in inner if each is not None), facts)
    return tuple(tuple(_fact(plan, path) for path in group) for group in _FACTS)


def _fact(plan: Any, path: tuple[str, ...]) -> str:
    for name in path:
        plan = fact_of(plan, name)
    return _text(plan)


def _text(fact: Any) -> str:
    return "" if fact is None else str(fact)


def perhaps_renamed(removed: Iterable[Noted], new: Sequence[Newcomer], journal: Journal) -> dict[str, str]:
    """Say for the files of homes that are gone which new file may be of the same home."""
    gone = {noted.file for noted in removed} if new else set()
    found: dict[str, str] = {}
    for entry in journal.entries() if gone else ():
        if entry.file not in gone or not entry.facts:
            continue
        before = likeness(json.loads(entry.facts))
        for each in new:
            may_be = each.home.kommune == entry.home.kommune and not (
                each.home.p_nummer and entry.home.p_nummer
            )
            same_kind = (each.document, each.occasion) == (entry.document, entry.occasion)
            if may_be and same_kind and _alike(before, each.likeness):
                found.setdefault(entry.file, each.file)
    return found


def _alike(one: Likeness, other: Likeness) -> bool:
    """Tell whether the agreement, or the address, is known and the same."""
    return any(a == b and any(a) for a, b in zip(one, other, strict=True))
