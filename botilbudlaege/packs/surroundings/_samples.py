"""Samples that somebody marked with colour: "Botilbuddet Solbakken", "12 34 56 78": what they are, by their shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import MARKED
from botilbudlaege.packs.surroundings._lexicon import FOREIGN, HVAD, PART, UNKNOWN, Reading, tokens

if TYPE_CHECKING:
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._form import Form
    from botilbudlaege.packs.surroundings._lexicon import Lexicon

_STREET = r"[A-ZÆØÅ][\w. -]*?(?:vej|gade|allé|alle|stræde|torv|plads|vænget|parken|boulevard|vangen)(?:en)?\s+\d+\s?[A-Za-z]?"
_CODE = r"\d{4}\s+[A-ZÆØÅ][\w. -]+"
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?<![\d ])\d{1,2}\.?\s?[./-]?\s?(?:[a-zæøå]{3,9}|(?:0?[1-9]|1[0-2])(?!\d))\.?[\s./-]+(?:20)?\d{2}(?![ ]?\d)"
        ),
        "dato",
    ),
    (re.compile(r"^\d*$"), ""),
    (re.compile(r"^\S+@\S+\.\w+$"), "e-mail"),
    (re.compile(r"^(?:\+45\s?)?\d{2}(?:\s\d{2}){3}$"), "telefon"),
    (re.compile(rf"^{_STREET},?\s+{_CODE}$"), "adresse"),
    (re.compile(rf"^{_STREET}$"), "vej"),
    (re.compile(rf"^{_CODE}$"), "postnr og by"),
    (re.compile(r"^(?:[A-ZÆØÅ][\w-]+(?:\s(?:og\s)?|-)){1,3}Kommune$"), "kommune"),
    (re.compile(r"^Region\s+[A-ZÆØÅ]\w+$"), "region"),
    (
        re.compile(
            r"^(?:[a-zæøå]+-?\s(?:og\s)?){0,3}[a-zæøå]*(?:assistent|hjælper|pædagog|sygeplejerske|leder|konsulent|koordinator|terapeut|ergoterapeut)$"
        ),
        "stilling",
    ),
)
_LONGEST = 7


_PERSON = re.compile(r"[A-ZÆØÅ][a-zæøåéü]+(?:[ -][A-ZÆØÅ][a-zæøåéü]*\.?){1,3}")
_BESIDE = re.compile(r"[\s,(–-]*")
_OF_PERSON = frozenset({"titel", "telefon", "email"})


class Samples:
    """The samples of a form, each read by its shape, and by the others.

    Args:
        form: The form.
    """

    def __init__(self, form: Form) -> None:
        """Keep the names of parties, by which they are known where they stand alone."""
        self._form, self._lexicon = form, form.lexicon
        self._names: dict[tuple[str, ...], set[str]] = {}
        for spot in form.spots:
            reading = self._lexicon.read(spot.words) if spot.kind in MARKED else Reading()
            if (named := _party(self._lexicon, spot.words)) and (alone := reading.of(UNKNOWN)):
                self._names.setdefault(alone, set()).update(named.of(PART))

    def of(self, spot: Spot) -> Reading | None:
        """Read a sample; None for what is none, or of which nothing is known."""
        if spot.kind not in MARKED:
            return None
        return _read(self._lexicon, spot.words) or self._named_before(spot) or self._person(spot)

    def _named_before(self, spot: Spot) -> Reading | None:
        """Read "Solbakken", where "Botilbuddet Solbakken" is a sample too."""
        parts = self._names.get(tuple(tokens(spot.words)), set())
        return self._lexicon.read(f"{min(parts)} navn") if len(parts) == 1 else None

    def _person(self, spot: Spot) -> Reading | None:
        """Read "Karen Bro", where the title, the telephone or the mail of somebody stands right after it."""
        words = " ".join(spot.words.split())
        if not _PERSON.fullmatch(words) or set(tokens(words)) - set(self._lexicon.read(words).of(UNKNOWN)):
            return None
        after = next((each for each in self._form.on(spot.paragraph) if each.start >= spot.end), None)
        if after is None or not _BESIDE.fullmatch(spot.paragraph.text[spot.end : after.start]):
            return None
        said = _read(self._lexicon, after.words) if after.kind in MARKED else None
        of_person = said is not None and set(said.of(HVAD)) & _OF_PERSON
        return self._lexicon.read("kontaktperson navn") if of_person else None


def _read(lexicon: Lexicon, words: str) -> Reading | None:
    """Read a sample by its shape; None where that says nothing."""
    text = " ".join(words.split())
    shape = next((says for pattern, says in _SHAPES if pattern.search(text)), None)
    return _party(lexicon, text) if shape is None else lexicon.read(shape)


def _party(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a name that says itself what kind of party it is of: "Lægerne Torvet", "Fonden Solbo"."""
    reading = lexicon.read(text)
    parts = reading.of(PART)
    is_name = (
        reading.of(UNKNOWN)
        and not reading.of(FOREIGN)
        and text[:1].isupper()
        and len(parts) == 1
        and 1 < len(tokens(text)) <= _LONGEST
    )
    return lexicon.read(f"{parts[0]} navn") if is_name else None
