"""Words of an example that stand elsewhere too: the old home's name in the title, its town where it is signed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.forms._spot import ECHO, MARKED, Spot
from botilbudlaege.packs.proposing._evidence import OR, Proposal
from botilbudlaege.packs.proposing._fields import LINE, LIST
from botilbudlaege.packs.surroundings import _lexicon
from botilbudlaege.packs.surroundings._lexicon import UNKNOWN
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.packs.forms._page import Page
    from botilbudlaege.packs.proposing._places import Place
    from botilbudlaege.packs.surroundings._lexicon import Lexicon

_NAME = re.compile(r"(?<![\w@.])[A-ZÆØÅ][\w-]{3,}(?![\w@])")
_TOWN = re.compile(r"(?<!\d)\d{4}\s+([A-ZÆØÅ][\w-]{2,}(?: [A-ZÆØÅ]\w*)*)")
_ADDRESS = re.compile(r"([\w.]+)\.adresse\.")
_A_TOWN = re.compile(r"[\w.]+\.adresse\.by")
_SHORTEST, _LONGEST = 4, 7
_LEFT_X = re.compile(r"(?<![\w.@])[xX](?![\w.@])")
_WHY = (
    "Ordene er også »{eksempel}« et andet sted i filen. Svar ja, et felt eller slet; "
    "svar nej, hvis de skal stå i alle dokumenter."
)
_WHY_X = "Et x, der står alene, ligner et sted, der skulle udfyldes."


@attrs.define
class _Words:
    """Words of examples.

    Args:
        example: The example that they stand in first.
        values: The fields that they could be.
    """

    example: str
    values: dict[str, None] = attrs.field(factory=dict)


def echoes(page: Page, places: Sequence[Place], kind: Dokument) -> Iterator[tuple[Spot, Proposal]]:
    """Find the words of examples that stand outside of the examples, the longest first.

    Args:
        page: The file.
        places: Its places, the examples among them.
        kind: The kind of document.
    """
    yield from _found(page, _known(places, _lexicon.lexicon(str(kind))))
    yield from _crosses(page, places)


def of_names(page: Page, names: Iterable[str]) -> Iterator[tuple[Spot, Proposal]]:
    """Find the names that were found where a text says what they are, where it does not.

    Args:
        page: The file.
        names: The names.
    """
    yield from _found(page, {name: _Words(name) for name in names})


def _found(page: Page, known: Mapping[str, _Words]) -> Iterator[tuple[Spot, Proposal]]:
    for words in sorted(known, key=len, reverse=True):
        spelt = "|".join(map(re.escape, dict.fromkeys((words, words.upper()))))
        pattern = re.compile(rf"(?<![\w@])(?:{spelt})(?=s?(?![\w@]))")
        for paragraph in page.paragraphs:
            for match in pattern.finditer(paragraph.text):
                letterhead = paragraph.part != _package.DOCUMENT
                if letterhead and paragraph.text[match.end() :].casefold().startswith(" kommune"):
                    continue  # who sends it, and no home of it
                spot = Spot(paragraph=paragraph, start=match.start(), end=match.end(), kind=ECHO, words="")
                yield spot, Proposal(OR.join(known[words].values), _WHY.format(eksempel=known[words].example))


def _known(places: Sequence[Place], lexicon: Lexicon) -> dict[str, _Words]:
    """Give the words by which an example is known, each with the fields that it could be."""
    found: dict[str, _Words] = {}
    for place in places:
        if place.first.kind in MARKED:
            text = " ".join(place.words.split())
            for words, value in _of(text, _field(place), lexicon):
                held = found.setdefault(words, _Words(text))
                held.values |= dict.fromkeys([value] if value else ())
    return {words: _towns_alone(held) for words, held in found.items()}


def _field(place: Place) -> str:
    value = place.proposal.value
    return "" if value == LINE or value.startswith(f"{LIST} ") or OR in value else value


def _of(text: str, value: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Give an example and the names in it: of one that is a name with what it is of before it, the name is the same fact."""
    names = [name for name in _NAME.findall(text) if lexicon.read(name).of(UNKNOWN)]
    if not names and not re.search(r"\d{4}|\d\d \d\d", text):
        return
    if len(text) >= _SHORTEST and len(text.split()) <= _LONGEST:
        yield text, value
    party = _ADDRESS.match(value)
    for town in _TOWN.findall(text):
        yield town, f"{party[1]}.adresse.by" if party else ""
    is_named = len(names) == 1 and value.endswith((".navn", ".betegnelse"))
    yield from ((name, value if is_named else "") for name in names)


def _towns_alone(held: _Words) -> _Words:
    """Take a word that is somebody's town for that, though somebody is called after it."""
    towns = [value for value in held.values if _A_TOWN.fullmatch(value)]
    return _Words(held.example, dict.fromkeys(towns)) if towns else held


def _crosses(page: Page, places: Sequence[Place]) -> Iterator[tuple[Spot, Proposal]]:
    """Find a cross that stands alone, in a paragraph with places that are crosses: "fra x til x timer"."""
    crossed = {spot.paragraph for place in places for spot in place.spots if spot.kind == "kryds"}
    for paragraph in page.paragraphs:
        for match in _LEFT_X.finditer(paragraph.text) if paragraph in crossed else ():
            yield (
                Spot(paragraph=paragraph, start=match.start(), end=match.end(), kind=ECHO, words=""),
                Proposal("", _WHY_X),
            )
