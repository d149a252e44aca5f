"""Guidance in brackets at a line to write on: after it, it goes with the line and says what it is for; before it, it is a label."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.forms._spot import IN_BRACKETS, MARKED
from botilbudlaege.packs.surroundings._lexicon import GENERIC, HVAD, PART, Reading, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._lexicon import Lexicon

_LINES = frozenset({"linje", "kryds"})
_WRITTEN_ON = frozenset({"linje", "fyldtegn", "kryds", "dato", "gammelt felt"})


def with_guidance(spots: Sequence[Spot], lexicon: Lexicon) -> list[Spot]:
    """Give the places of a file, each with the guidance that belongs to it."""
    joined = list(_guided(spots))
    return _parted([_explained(spot, joined, lexicon) for spot in joined], lexicon)


def _guided(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Join a line with the guidance in brackets after it, "______ (6 cifre)"; before it they are a label: "(navn) ______"."""
    last: Spot | None = None
    for spot in spots:
        beside = last is not None and last.paragraph is spot.paragraph and 0 <= spot.start - last.end <= 1
        guides = spot.kind in (IN_BRACKETS, *MARKED) and spot.text.startswith("(") and spot.text.endswith(")")
        if last is not None and beside and guides and last.kind in _LINES:
            words = spot.words if spot.kind == IN_BRACKETS else last.words
            last = attrs.evolve(last, end=spot.end, words=words)
            continue
        leads = last is not None and _leads(last, spot)
        if last is not None and not leads:
            yield last
        last = spot
    if last is not None:
        yield last


def _leads(spot: Spot, following: Spot) -> bool:
    """Tell brackets that are a part of the label of a line: "(navn) ______", "Samarbejdsplan af (dato): ______"."""
    if (
        spot.kind != IN_BRACKETS
        or following.kind not in _WRITTEN_ON
        or following.paragraph is not spot.paragraph
    ):
        return False
    between = spot.paragraph.text[spot.end : following.start]
    return re.fullmatch(r" ?|\s*:\s*", between) is not None


_EXPLAINED = re.compile(r"[ ]?\(((?:[^()\"»«”“_….]|\.(?!\.)){2,40})\)")


def _explained(spot: Spot, spots: Sequence[Spot], lexicon: Lexicon) -> Spot:
    """Take what a line is for, in brackets after it, as the line's own words: "______ (startdato)"."""
    found = _EXPLAINED.match(spot.after) if spot.kind in _LINES and not spot.words else None
    reading = lexicon.read(found[1]) if found else Reading()
    asks = set(reading.of(HVAD)) - GENERIC
    if found is None or not asks or not reading.is_understood or reading.of(PART):
        return spot
    end = spot.end + found.end()
    if any(each.paragraph is spot.paragraph and spot.end < each.start < end for each in spots):
        return spot  # "______ (P-nr. ______)" has a place of its own in the brackets
    return attrs.evolve(spot, end=end, words=found[1])


def _parted(spots: list[Spot], lexicon: Lexicon) -> list[Spot]:
    """Give each of several lines in a row its own of the things that are asked for after the last: "____ ______ (postnr., by)"."""
    found = list(spots)
    for number, spot in enumerate(spots):
        asked = _things(spot.words, lexicon) if spot.kind in _LINES else []
        row = spots[max(number + 1 - len(asked), 0) : number + 1]
        if len(asked) > 1 and len(row) == len(asked) and _are_in_a_row(row):
            found[number + 1 - len(asked) : number + 1] = [
                attrs.evolve(each, words=words) for each, words in zip(row, asked, strict=True)
            ]
    return found


def _things(words: str, lexicon: Lexicon) -> list[str]:
    """List the words of each thing that a text asks for."""
    parts = tokens(words)
    return [
        " ".join(parts[word.at : word.at + word.size])
        for word in lexicon.read(words).words
        if word.kind == HVAD
    ]


def _are_in_a_row(spots: Sequence[Spot]) -> bool:
    """Tell lines with nothing but blanks between them, of which the last alone says what it is for."""
    between = [
        one.paragraph is other.paragraph and not other.paragraph.text[one.end : other.start].strip()
        for one, other in itertools.pairwise(spots)
    ]
    return all(between) and all(spot.kind in _LINES and not spot.words for spot in spots[:-1])
