"""The places of a file numbered, and after them all that would be left over of it, by letters: none of it over a place or each other."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.leftovers import _asides, _echoes, _occasions, _shapes
from botilbudlaege.packs.proposing import _places
from botilbudlaege.packs.proposing._evidence import Proposal
from botilbudlaege.packs.proposing._fields import PARAGRAPH, ROW
from botilbudlaege.packs.proposing._places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.packs.forms._page import Page
    from botilbudlaege.packs.forms._spot import Spot

_WHY = (
    "Det ligner noget, som kontoret selv udfylder. Svar slet afsnittet, hvis det ikke er en del af aftalen."
)
_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+)+")


def numbered(page: Page, kind: Dokument) -> dict[str, Place]:
    """Number the places of a file, "1", and what would be left over of it, by the first letter of its kind, "V1" and "E1".

    A paragraph that is for one occasion, "A1", holds places of its own.

    Args:
        page: The file.
        kind: The kind of document.
    """
    places = tuple(_of_guidance(_whole(place)) for place in _places.places(page, kind))
    found = {str(number): place for number, place in enumerate(places, start=1)}
    counts: Counter[str] = Counter()
    for place in (*left(page, places, kind), *_occasions.occasions(page, kind)):
        letter = place.first.kind[0].upper()
        counts[letter] += 1
        found[f"{letter}{counts[letter]}"] = place
    return found


def _whole(place: Place) -> Place:
    """Let a place have the rest of its mail, "XX@botilbud.dk": the fact has the whole of it."""
    spots = tuple(
        attrs.evolve(spot, end=spot.end + rest.end()) if (rest := _DOMAIN.match(spot.after)) else spot
        for spot in place.spots
    )
    return attrs.evolve(place, spots=spots)


def _of_guidance(place: Place) -> Place:
    """Propose that the whole paragraph goes, of a place that guidance speaks of: "Udfyldes af kontoret: journalnr. ____"."""
    if place.proposal.value or not _asides.says(place.first.paragraph):
        return place
    whole = PARAGRAPH if place.first.paragraph.cell is None else ROW
    return attrs.evolve(place, proposal=Proposal(whole, _WHY))


def left(page: Page, places: Sequence[Place], kind: Dokument) -> tuple[Place, ...]:
    """Find what would be left over of a file in a document.

    Args:
        page: The file.
        places: Its places, which hold none of it.
        kind: The kind of document.
    """
    taken: list[Spot] = [spot for place in places for spot in place.spots]
    found: list[tuple[Spot, Proposal]] = []
    shapes = tuple(_shapes.shapes(page, kind))
    names = dict.fromkeys(spot.text for spot, _ in shapes if spot.text.replace(" ", "").isalpha())
    asked = (
        _asides.asides(page, places, kind),
        _echoes.echoes(page, places, kind),
        shapes,
        _echoes.of_names(page, names),
    )
    for spot, proposal in itertools.chain.from_iterable(asked):
        if all(_are_apart(spot, other) for other in taken):
            taken.append(spot)
            found.append((spot, proposal))
    order = {paragraph: number for number, paragraph in enumerate(page.paragraphs)}
    found.sort(key=lambda each: (order[each[0].paragraph], each[0].start))
    return tuple(Place((spot,), proposal) for spot, proposal in found)


def _are_apart(one: Spot, other: Spot) -> bool:
    return one.paragraph is not other.paragraph or one.end <= other.start or one.start >= other.end
