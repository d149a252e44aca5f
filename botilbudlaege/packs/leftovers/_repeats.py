"""Words beside a place that its fact says itself, and those that it does not: "§ [lovgrundlag]", "[3 måneders]", "[Hobro Kommune]"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.packs.forms._spot import Spot

_COUNTED = re.compile(r"\W*(?:\d+|[Xx]+|to|tre)\s+([a-zæøå]+)\W*")
_NUMBERS = frozenset({"plan.varsel_maaneder", "opsigelse.varsel_maaneder", "plan.botilbud.antal_beboere"})
_MUNICIPALITY, _LAW = ("plan.botilbud.kommune",), ("plan.botilbud.lovgrundlag",)
_OF_PLACE = re.compile(r"[A-ZÆØÅ][\w-]+(?: (?:og )?[A-ZÆØÅ][\w-]+)* [Kk]ommune")
_HOURS = re.compile(r"\s*(?:\([^()]*\)\s*)?time(?:r|rs)?\b")
_SECTION = re.compile(r"§{1,2}\s*$")
_ACT = re.compile(
    r"\s+i\s+(?:serviceloven|lov om social service|almenboligloven|barnets lov)(?!\w)", re.IGNORECASE
)


def word(spot: Spot, paths: Sequence[str]) -> str:
    """Give the word that a place has beside what its fact is, with a blank before it; nothing where it has none."""
    counted = _COUNTED.fullmatch(spot.text)
    if counted is not None and set(paths) <= _NUMBERS:
        return f" {counted[1]}"
    return " Kommune" if tuple(paths) == _MUNICIPALITY and _OF_PLACE.fullmatch(spot.text) else ""


def without_unit(tag: str, spot: Spot) -> str:
    """Give a tag of hours without the word, where the sentence has it after the place: "[2] (2 eller 3) timers rådgivning"."""
    return tag.replace(" | timer }}", " }}") if _HOURS.match(spot.after) else tag


def said_already(spot: Spot, paths: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches around a place that its fact says itself: the sign of a section, and its act after it."""
    before, after = _SECTION.search(spot.before), _ACT.match(spot.after)
    if tuple(paths) != _LAW or before is None:
        return
    yield before.start(), spot.start
    if after is not None:
        yield spot.end, spot.end + after.end()
