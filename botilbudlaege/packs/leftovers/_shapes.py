"""Stretches with the shape of somebody's data that are no place: a telephone, a mail, a number, a day, a town, a name after its label."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import ECHO, Spot
from botilbudlaege.packs.proposing._evidence import Proposal
from botilbudlaege.packs.surroundings import _lexicon
from botilbudlaege.packs.surroundings._lexicon import UNKNOWN
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.packs.forms._page import Page
    from botilbudlaege.packs.surroundings._lexicon import Lexicon

_MONTH = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_NAME = r"[A-ZÆØÅ][a-zæøåéü]+(?:[ -](?:[A-ZÆØÅ]\.|[A-ZÆØÅ][a-zæøåéü]+)){1,3}"
_STREET = r"[A-ZÆØÅ][\w-]*(?:vej|gade|allé|stræde|torv|torvet|vænget|parken|boulevard|plads|pladsen)(?:en)? \d+\s?[A-Za-z]?(?!\w)"
_TOWN = r"(?!20[1-3]\d)\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]{1,2}\b)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        r"(?<![\d-])(?:\+45 ?)?\d{2} \d{2} \d{2} \d{2}(?![\d-])",
        r"(?<![\w-])(?:\d{8}|\d{10})(?![\w-])",
        rf"(?<!\d)\d{{1,2}}\. {_MONTH} 20\d\d",
        r"(?<![\d/.-])\d{1,2}[./-]\d{1,2}[./-]20\d\d(?![\d/.-])",
        rf"(?<!\w){_STREET}(?:,? {_TOWN})?",
        rf"(?<!\d){_TOWN}",
        rf"(?<=Navn: ){_NAME}(?=\s*$)|(?<=Kære ){_NAME}",
    )
)
_WHERE_SIGNED = re.compile(
    r"^(?P<navn>[A-ZÆØÅ][a-zæøå]{2,}(?: [A-ZÆØÅ]\w*)?)(?:, | (?=den [._\d]))(?:den|d\.)"
)
_PERSON = re.compile(rf"(?<=[a-zæøå:] ){_NAME}|(?:^|(?<=\t)){_NAME}(?=\t|\s*$)")
_RESIDING = re.compile(rf"(?P<navn>[A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+){{0,2}})(?=, {_STREET})")
_CALLED = re.compile(
    r"(?i:botilbud\w*|bosted\w*|bofællesskab\w*|institution\w*|lægehus\w*|klinik\w*|beboer\w* på|borger\w* på|personalet på|leder\w* (?:af|på|for)|forstander\w* (?:af|på|for)) "
    r"(?P<navn>[A-ZÆØÅ][a-zæøå]{3,})(?!\w)"
)
_NAMES = (_CALLED, _RESIDING, _WHERE_SIGNED, _PERSON)
_DONE = re.compile(r"(?:under|ud)skrevet|aftalt|sendt|modtaget|indgået", re.IGNORECASE)
_OF_THE_SCHEME = re.compile(
    r"overenskomst|protokollat|bekendtgørelse|\blov\b|aftale\d\d|ordning|skabelon|retningslinje|godkendt",
    re.IGNORECASE,
)
_FIRST_DAY = "1. januar 2025"
_WHY = (
    "Det ligner en bestemt persons eller et bestemt steds oplysning. Skriv det felt, den er, eller slet; "
    "svar nej, hvis den skal stå i alle dokumenter."
)


def shapes(page: Page, kind: Dokument) -> Iterator[tuple[Spot, Proposal]]:
    """Find what has the shape of data, in the text itself: the letterhead is the region's own.

    Args:
        page: The file.
        kind: The kind of document.
    """
    lexicon = _lexicon.lexicon(str(kind))
    for paragraph in page.paragraphs:
        if paragraph.part != _package.DOCUMENT:
            continue
        for start, end in (*_shaped(paragraph.text), *_named(paragraph.text, lexicon)):
            yield Spot(paragraph=paragraph, start=start, end=end, kind=ECHO, words=""), Proposal("", _WHY)


def _shaped(text: str) -> Iterator[tuple[int, int]]:
    """Give the numbers, days, mails and towns of a text that is not about the scheme itself."""
    if _OF_THE_SCHEME.search(text):
        return
    for pattern in _PATTERNS:
        yield from (match.span() for match in pattern.finditer(text) if match[0] != _FIRST_DAY)


def _named(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Give the names within sentences: two words with capitals or more, or one after what it is the name of, that no document knows."""
    for match in itertools.chain.from_iterable(each.finditer(text) for each in _NAMES):
        start, end = match.span("navn" if match.re is not _PERSON else 0)
        words = text[start:end].split()
        while match.re is _RESIDING and words and not lexicon.read(words[0]).of(UNKNOWN):
            start += len(words.pop(0)) + 1  # "Mellem Skovly, Skovvej 2"
        known = [word for word in words if not lexicon.read(word).of(UNKNOWN)]
        is_name = words[:1] != known[:1] if match.re is _WHERE_SIGNED else not known
        if words and is_name and not _DONE.fullmatch(words[0]):
            yield start, end
