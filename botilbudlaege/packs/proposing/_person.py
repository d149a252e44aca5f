"""The person of a party that a thing is of: its contact or who signs for it; or nobody, where it is the party's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.proposing._cues import CALLS
from botilbudlaege.packs.proposing._evidence import FEW, NEAR_WORDS, short
from botilbudlaege.packs.surroundings._around import AFTER, BEFORE, CHAIN, LABEL, LABELS, OVER, SENTENCE
from botilbudlaege.packs.surroundings._lexicon import HVAD, LED, PART, tokens

if TYPE_CHECKING:
    from botilbudlaege.packs.proposing._evidence import Evidence

_AT = re.compile(r"\b(?:på|hos|for|i|ved|fra)\s*$", re.IGNORECASE)
_IS = re.compile(r"\b(?:er|bliver|var)\s*$", re.IGNORECASE)
"""Words before a place after which it is told what the one is: "På botilbuddet er ____ kontaktperson"."""


class Person:
    """Which person the things at a place are of.

    Args:
        seen: The place, with what is known of it.
    """

    def __init__(self, seen: Evidence) -> None:
        """Keep what is known."""
        self._seen = seen

    def meant(self, *, of_person: bool) -> str:
        """Find whether a contact or a signer is meant: said here, or over the place where no party is said here."""
        said = self.said()
        if said or not of_person or not self._seen.around.signed or self._seen.own.of(PART):
            return said
        labels = [source.reading for source in self._seen.around.near if source.name in LABELS]
        if any(reading.of(PART) and reading.of(HVAD) for reading in labels):
            return ""
        self._seen.doubts = True
        return "underskriver"  # who signs is no party

    def said(self) -> str:
        """Give the person that the texts around a place name; empty where they name none, or a party first."""
        ended = False
        for reading, name, text, sentence in self._seen.readings:
            is_party = self._seen.own.of(PART) != () and not self._seen.own.of(HVAD)
            leds = () if (ended or is_party) and name in CHAIN else reading.of(LED)
            leds = () if self._is_of_led(name) else leds
            if leds and sentence:
                last = [word for word in reading.words if word.kind == LED][-1]
                far = len(tokens(text)) - last.at - last.size > NEAR_WORDS
                as_one = name == AFTER and tokens(text)[:1] == ["som"] and last.at < FEW
                as_one |= name == AFTER and not last.at and _IS.search(self._seen.around.before) is not None
                if (name == AFTER and not as_one) or (far and name not in (SENTENCE, AFTER)):
                    continue
            if not reading.of(LED) and len(reading.of(PART)) == 1 and CALLS.search(text):
                self._seen.doubts = True
                return "kontaktperson"
            if leds:
                if name in OVER:
                    self._seen.why.append(f"{name} »{short(text)}«")
                    self._seen.doubts |= is_party
                return leds[0]
            if reading.of(PART) and "navn" in reading.of(HVAD) and not sentence:
                return ""
            if reading.of(PART) and not sentence and name in LABELS:
                ended = True  # a label that names a party ends the person above
            if name == SENTENCE and reading.of(PART):
                return ""
        return ""

    def _is_of_led(self, name: str) -> bool:
        """Tell "Kontaktperson på [botilbud]": whose the contact is, not who it is."""
        is_party = self._seen.own.of(PART) and not self._seen.own.of(LED) and not self._seen.own.of(HVAD)
        before = name in (SENTENCE, BEFORE, LABEL)
        return bool(is_party and before and _AT.search(self._seen.around.before))
