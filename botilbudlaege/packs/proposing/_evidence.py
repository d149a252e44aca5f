"""The evidence for a place while it is read: what speaks for a proposal, what against it, and the proposal itself."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from botilbudlaege.packs.forms._spot import Spot
from botilbudlaege.packs.surroundings._around import Around
from botilbudlaege.packs.surroundings._lexicon import LED, PART, Lexicon, Reading

LINE = "linje"
LIST = "liste"
OR = " eller "
AND = " + "
PLACES = frozenset({"kommune", "region"})
NEAR_WORDS = 5
FEW = 3
LISTS = {"emner": "plan.emner", "moedeaftaler": "plan.moedeaftaler"}


@attrs.frozen
class Proposal:
    """What is proposed for a place.

    Args:
        value: The field, `linje`, or nothing; two with `eller` between where two could be meant.
        why: Why, in Danish.
        sure: Whether it may be taken as it stands, for somebody who looks it over.
    """

    value: str
    why: str
    sure: bool = False


@attrs.define
class Evidence:
    """A place with all that is known of it, and what is noted while it is read.

    Args:
        lexicon: The words that are known.
        paths: The fields that the document sees.
        spot: The place.
        own: Its own words, read.
        around: What stands around it.
        why: What a proposal rests on, in Danish.
        doubts: Whether something speaks against it.
    """

    lexicon: Lexicon
    paths: Mapping[str, object]
    spot: Spot
    own: Reading
    around: Around
    why: list[str] = attrs.field(factory=list)
    doubts: bool = False

    @property
    def readings(self) -> list[tuple[Reading, str, str, bool]]:
        """The texts that may say it, the nearest first: read, with where each stands, its words, and whether it is a sentence."""
        around = (*self.around.near, *self.around.far)
        return [
            (self.own, "", self.spot.words, False),
            *((each.reading, each.name, each.text, each.is_sentence) for each in around),
        ]


def names(reading: Reading) -> bool:
    """Tell whether a text names a party or a contact."""
    return bool(reading.of(PART) or reading.of(LED))


def short(text: str) -> str:
    """Give a text on one line, cut where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:60].rstrip()} …"  # noqa: PLR2004 - as places are told
