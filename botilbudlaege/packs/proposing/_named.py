"""A place that nothing says anything of but a party's word beside it or over it: it is for the party's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.proposing._evidence import names, short
from botilbudlaege.packs.surroundings._around import (
    BEFORE,
    CALLED,
    CAPTION,
    CHAIN,
    COLUMN,
    HEADING,
    LINE_OVER,
    ROW,
    SENTENCE,
)
from botilbudlaege.packs.surroundings._lexicon import FOREIGN, LED, PART, UNKNOWN, tokens

if TYPE_CHECKING:
    from botilbudlaege.packs.proposing._evidence import Evidence
    from botilbudlaege.packs.surroundings._around import Source

CHAINED = CHAIN - {LINE_OVER}
"""The labels of other places over one, which say whose what follows is, and not what it is."""
_JOINS_ON = re.compile(r"(?:\b(?:og|samt|eller|med)|[,/&])\s*$", re.IGNORECASE)
"""Words before a place that begin with something else than what they follow."""
_IS = (["er"], ["hedder"], ["nemlig"])
_LOOSE = frozenset({"hos", "på", "i", "ved"})
_PARTS_OF_NAMES = [
    ["fonden"],
    ["foreningen"],
    ["selskabet"],
    ["lægehuset"],
    ["lægerne"],
    ["institutionen"],
]  # "Fonden Fonden Solbo"


class Named:
    """A place that may be for a party's name.

    Args:
        seen: The place, with what is known of it.
    """

    def __init__(self, seen: Evidence) -> None:
        """Keep what is known."""
        self._seen = seen

    def asked(self) -> tuple[str, ...] | None:
        """Take a place beside a party's word for the party's name; None where no such word stands there."""
        for source in self._seen.around.near:
            if source.name in (SENTENCE, CALLED):
                continue
            strange = source.reading.of(FOREIGN) or (source.reading.of(UNKNOWN) and not names(source.reading))
            if strange and not source.is_sentence:
                return None
            if not names(source.reading):
                continue
            if source.reading.of(FOREIGN):
                return None
            self._seen.doubts |= tokens(source.text)[-1:] in _PARTS_OF_NAMES
            self._seen.doubts |= self._is_loose(source) or source.name == CAPTION  # one may sign over it
            self._seen.doubts |= source.name in (ROW, COLUMN) and not self._seen.around.alone  # "på ____"
            self._seen.why.append(f"{source.name} »{short(source.text)}«")
            return ("navn",)
        return self._by_what_is_over()

    def _is_loose(self, source: Source) -> bool:
        """Tell whether a party's word may stand there for something else."""
        if source.is_sentence:
            leads = source.name != BEFORE or _JOINS_ON.search(source.text)
            return bool(leads) or not self._beside(source)
        return bool(source.reading.of(UNKNOWN)) or tokens(source.text)[0] in _LOOSE

    def _by_what_is_over(self) -> tuple[str, ...] | None:
        if not self._seen.around.alone and self._seen.spot.paragraph.cell is None:
            return None
        for source in self._seen.around.far:
            if source.reading.of(PART) and source.name not in (HEADING, *CHAINED):
                self._seen.doubts = True
                self._seen.why.append(f"{source.name} »{short(source.text)}«")
                return ("navn",)
        return None

    @staticmethod
    def _beside(source: Source) -> bool:
        words = [word for word in source.reading.words if word.kind in (PART, LED)]
        ends = [tokens(source.text)[word.at + word.size :] for word in words]
        return any(not rest or rest in _IS for rest in ends)
