"""Samples that somebody marked with colour: "Botilbuddet Solbakken", "12 34 56 78": what they are, by their shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.surroundings._lexicon import FOREIGN, PART, UNKNOWN, Reading, tokens

if TYPE_CHECKING:
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


def read(lexicon: Lexicon, words: str) -> Reading | None:
    """Read a sample by its shape; None where that says nothing.

    Args:
        lexicon: The words that are known.
        words: The words that are marked.
    """
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
