"""Guidance to who fills a document in, and the stamp of a draft: known by its words, or by a look that the wording has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import ASIDE, Spot
from botilbudlaege.packs.proposing._evidence import LINE, Proposal
from botilbudlaege.packs.proposing._fields import DELETE
from botilbudlaege.packs.surroundings import _lexicon
from botilbudlaege.packs.surroundings._lexicon import HVAD
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.proposing._places import Place
    from botilbudlaege.packs.surroundings._lexicon import Lexicon

_SAYS = re.compile(
    r"^\W*(?:(?:bruger)?vejledning|instruktion|instruks|hjælpetekst|obs|nb|husk)\b(?!\s+og\s)|^\W*bemærk!"
    r"|\bse\s+vejledningen\b|\bintranet"
    r"|^\W*sådan\s+(?:bruge?s?|bruger|udfyldes?|udfylder|gør)\b"
    r"|^\W*(?:skriv|indsæt|udfyld|angiv|erstat|slet|anfør|vælg|overstreg)\b(?!.*\bunder(?:skriv|tegn))"
    r"|^\W*sæt\s+(?:ét\s+|et\s+)?kryds"
    r"|\bslet(?:tes)?\s+(?:dette|denne|disse|teksten|afsnittet|siden|vejledningen|al|alt|det|de|den|inden|før)\b"
    r"|\b(?:slettes|fjernes|udfyldes)\s+(?:før|inden|af|i fællesskab|sammen)\b"
    r"|\bfør\s+(?:udsendelse|udsendelsen|planen sendes|brevet sendes|kontrakten sendes|underskrift)\b"
    r"|\bdenne\s+skabelon\b|^\W*skabelon(?:en)?\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\s*[·–|/-]?\s*(?<!\w)(?:UDKAST|KLADDE|SKABELON|EKSEMPEL|DRAFT|PARADIGME)(?!\w)|^\s*(?:Udkast|Kladde|Eksempel)\W*$"
)
_IN_BRACKETS = re.compile(r"[ ]?\(([^()«»\"“”]{2,40})\)")
_GUIDES = re.compile(
    r"\d\s*(?:eller|/)\s*\d|\d+ cifre|sæt kryds|kryds af|udfyldes|skriv|blokbogstaver|fulde navn|hele navnet",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"herefter|i det følgende|nedenfor|benævnt|^(?:kommunen|regionen)$", re.IGNORECASE)
_WORDS = 2
_NEAR = 2
_GREY = range(0x60, 0xC8)
_HEX = 6
_WHY_WORDS = (
    "Det ligner en vejledning til den, der udfylder. Svar slet, eller nej, hvis ordene skal stå i dokumentet."
)
_WHY_HEAD = "Overskriften er til den, der udfylder. Ret ordene i Word, fx til Botilbuddet; svar nej, hvis de skal stå, eller slet."
_WHY_LOOK = "Det er skrevet {hvordan}, som vejledninger ofte er. Svar slet, eller nej, hvis ordene skal stå i dokumentet."
_WHY_STAMP = "Ordet siger, at papiret ikke er endeligt. Svar slet, eller nej, hvis det altid skal stå."


def asides(page: Page, places: Sequence[Place], kind: Dokument) -> Iterator[tuple[Spot, Proposal]]:
    """Find the guidance and the stamps of a file.

    Args:
        page: The file.
        places: Its places.
        kind: The kind of document.
    """
    lexicon = _lexicon.lexicon(str(kind))
    held: dict[Paragraph, list[Place]] = {}
    for place in places:
        for spot in place.spots:
            held.setdefault(spot.paragraph, []).append(place)
    for paragraph in page.paragraphs:
        beside = held.get(paragraph, [])
        if not beside and (why := says(paragraph) or _looks(paragraph)):
            heads = paragraph.level or (paragraph.cell is not None and paragraph.cell.row == 0)
            yield _whole(paragraph), Proposal("", _WHY_HEAD) if heads else Proposal(DELETE, why)
            continue
        yield from _stamps(paragraph)
        over = page.near(paragraph, -1)
        yield from _captions(paragraph, beside, held.get(over, []) if over is not None else [], lexicon)


def _whole(paragraph: Paragraph) -> Spot:
    """Give the words of a paragraph; of one with a field of Word's, the page's number, the sentences before it."""
    text = paragraph.text
    counts = any(True for _ in paragraph.element.iter(f"{W}fldChar", f"{W}fldSimple"))
    end = (text.rfind(". ") + 1 or len(text)) if counts else len(text.rstrip())
    return Spot(paragraph=paragraph, start=len(text) - len(text.lstrip()), end=end, kind=ASIDE, words="")


def says(paragraph: Paragraph) -> str:
    """Say why the words of a paragraph are guidance; nothing for those that are not."""
    words = paragraph.text.split()
    is_title = paragraph.level and len(words) <= _WORDS
    return _WHY_WORDS if len(words) >= _WORDS and not is_title and _SAYS.search(paragraph.text) else ""


def _looks(paragraph: Paragraph) -> str:
    """Say why the look of a paragraph is that of guidance: grey or slanted all over, in the text itself."""
    if paragraph.level or paragraph.part != _package.DOCUMENT or _DEFINED.search(paragraph.text):
        return ""
    runs = [
        run
        for piece in paragraph.pieces
        if piece.text.strip() and (run := piece.element.getparent()) is not None
    ]
    if not runs or len(paragraph.text.split()) < _WORDS or paragraph.text.lstrip().startswith("("):
        return ""
    if all(_is_grey(run) for run in runs):
        return _WHY_LOOK.format(hvordan="med gråt")
    return _WHY_LOOK.format(hvordan="i kursiv") if all(_is_slanted(run) for run in runs) else ""


def _is_grey(run: etree._Element) -> bool:
    colour = val(run.find(f"{W}rPr/{W}color"))
    if len(colour) != _HEX:
        return False
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        return False
    return red == green == blue and red in _GREY


def _is_slanted(run: etree._Element) -> bool:
    return is_on(run.find(f"{W}rPr/{W}i"))


def _stamps(paragraph: Paragraph) -> Iterator[tuple[Spot, Proposal]]:
    for match in _STAMP.finditer(paragraph.text):
        spot = Spot(paragraph=paragraph, start=match.start(), end=match.end(), kind=ASIDE, words="")
        yield spot, Proposal(DELETE, _WHY_STAMP)


def _captions(
    paragraph: Paragraph, beside: Sequence[Place], over: Sequence[Place], lexicon: Lexicon
) -> Iterator[tuple[Spot, Proposal]]:
    """Find what explains a place in brackets after it or under it: "(6 cifre)", "(Gade og nr.)"; a line to sign on keeps its own."""
    for match in _IN_BRACKETS.finditer(paragraph.text):
        alone = not paragraph.text.replace(match[0], "").strip()
        near = (
            over
            if alone and not beside
            else [each for each in beside if _is_right_before(each, paragraph, match)]
        )
        explains = _explains(match[1], lexicon)
        after_words = not near and not alone and bool(_GUIDES.search(match[1])) and bool(beside)
        if explains and (after_words or (near and all(each.proposal.value != LINE for each in near))):
            yield (
                Spot(paragraph=paragraph, start=match.start(), end=match.end(), kind=ASIDE, words=""),
                Proposal(DELETE, _WHY_WORDS),
            )


def _is_right_before(place: Place, paragraph: Paragraph, match: re.Match[str]) -> bool:
    return any(spot.paragraph is paragraph and 0 <= match.start() - spot.end < _NEAR for spot in place.spots)


def _explains(words: str, lexicon: Lexicon) -> bool:
    """Tell words that say what a place is for, and not whom the one before it is called."""
    if _GUIDES.search(words):
        return True
    reading = lexicon.read(words)
    return reading.is_understood and bool(reading.of(HVAD)) and not _DEFINED.search(words)
