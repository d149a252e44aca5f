"""The places of a template that somebody was to fill in, in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.packs.forms import _controls, _figures, _looks, _typed, _word_fields
from botilbudlaege.packs.forms._spot import OF_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.forms._spot import Spot

_ORDER = (
    "kontrol",
    "felt",
    "gammelt felt",
    OF_WORD,
    "afkrydsning",
    "klammer",
    "flettetegn",
    "vinkler",
    "krølle",
    "tegn",
    "parentes",
    "klik her",
    "dato",
    "linje",
    "fyldtegn",
    "kryds",
    "markering",
    "rød skrift",
    "skrift",
    "tal",
    "tom celle",
    "tomt felt",
)
"""The kinds of places, the surest first."""
_BESIDE = 3


def find(page: Page) -> tuple[Spot, ...]:
    """Find the places of a file, in the order in which they are read."""
    found: list[Spot] = []
    for paragraph in page.paragraphs:
        found += _chosen(_all(paragraph))
    return tuple(found)


def _all(paragraph: Paragraph) -> Iterator[Spot]:
    yield from _controls.controls(paragraph)
    yield from _word_fields.fields(paragraph)
    yield from _typed.typed(paragraph)
    yield from _looks.drawn(paragraph)
    yield from _looks.marked(paragraph)
    yield from _figures.figures(paragraph)


def _chosen(found: Iterator[Spot]) -> list[Spot]:
    """Give the places that do not lie over one another: the surest kind first."""
    chosen: list[Spot] = []
    for spot in sorted(found, key=lambda each: (_ORDER.index(each.kind), each.start)):
        if spot.kind == "tal" and any(
            0 <= spot.start - other.end < _BESIDE for other in chosen if other.words == "☐"
        ):
            continue  # the tick box says it
        if all(
            spot.end <= other.start
            or spot.start >= other.end
            or (spot.start == spot.end and spot.start in (other.start, other.end) and spot.kind != other.kind)
            for other in chosen
        ):
            chosen.append(spot)
    return sorted(chosen, key=lambda each: (each.start, each.end))
