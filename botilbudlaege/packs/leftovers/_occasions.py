"""Paragraphs of a letter that are each for one occasion: who sends it was to delete the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.begreber import Anledning, Dokument
from botilbudlaege.packs.forms._spot import OCCASION, Spot
from botilbudlaege.packs.proposing._evidence import Proposal
from botilbudlaege.packs.proposing._places import Place
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.forms._page import Page, Paragraph

FIELD = "orientering.anledning"
_SAID = {
    "OPSAGT": re.compile(r"\b(?:opsagt|opsiges|ophører|ophør)\b", re.IGNORECASE),
    "TIMETAL_AENDRET": re.compile(
        r"\b(?:timetal\w*|timer)\b.*\bændr|\bændr\w*.*\btime(?:tal|r)", re.IGNORECASE
    ),
    "INDGAAET": re.compile(r"\b(?:indgået|indgår|ny samarbejdsplan|ny plan|ny aftale)\b", re.IGNORECASE),
}
_WORDS, _HEADING = 4, 2
_WHY = (
    "Afsnittet handler om én anledning. ja: det står kun i breve om den. nej: det står i alle breve. "
    "Uden svar bliver intet brev endeligt."
)


def occasions(page: Page, kind: Dokument) -> Iterator[Place]:
    """Find the paragraphs, and the headings with what is under them, that are each for one of several occasions.

    Args:
        page: The file.
        kind: The kind of document; only one has occasions.
    """
    found = _found(page, kind)
    if len(set(found.values())) < 2:  # noqa: PLR2004 - one is what the whole letter is about
        return
    headings = {" ".join(each.text.split()) for each in found if each.level}
    for paragraph, code in found.items():
        if paragraph.heading not in headings:
            spot = Spot(paragraph=paragraph, start=0, end=len(paragraph.text), kind=OCCASION, words="")
            yield Place((spot,), Proposal(f"{FIELD} = {code}", _WHY))


def only_occasion(page: Page, kind: Dokument) -> str:
    """Give the one occasion that a letter is about, as people say it; nothing for one about none, or several."""
    codes = set(_found(page, kind).values())
    return str(Anledning[codes.pop()]) if len(codes) == 1 else ""


def _found(page: Page, kind: Dokument) -> dict[Paragraph, str]:
    is_asked = kind is Dokument.ORIENTERING
    return {each: code for each in page.paragraphs if is_asked and (code := _code(each))}


def _code(paragraph: Paragraph) -> str:
    """Give the one occasion that a paragraph is about; nothing for one about none, or several."""
    least = _HEADING if paragraph.level else _WORDS
    if (
        paragraph.part != _package.DOCUMENT
        or paragraph.cell is not None
        or len(paragraph.text.split()) < least
    ):
        return ""
    said = [code for code, pattern in _SAID.items() if pattern.search(paragraph.text)]
    return said[0] if len(said) == 1 else ""
