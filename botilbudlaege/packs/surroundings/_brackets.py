"""Places in round brackets: those that say what is to stand, and those that only say what the line over or beside them is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import IN_BRACKETS, Spot
from botilbudlaege.packs.surroundings._lexicon import HVAD, PART, tokens

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.surroundings._lexicon import Lexicon

_BRACKETS = re.compile(r"(?:(?<=[\s.,:;/])|^)\(([^()]{2,40})\)")
_DOTS = re.compile(r"(?:(?<=[\s(])|^)(?:…|\.{3,4})(?=[\s.,;:)]|$)")
_CALLED = re.compile(r"herefter|følgende|kaldet|benævnt|[\"»«”“]", re.IGNORECASE)
_HABIT = 3
_FEW_WORDS = 6
_GENERIC = frozenset({"antal", "nummer", "nr", "nr."})
"""What says only with the words before it what is to stand: "ydernr. (nummer)"."""
_LINES = frozenset({"linje", "fyldtegn"})
_OTHER_HABITS = _LINES | {"klammer", "kryds"}


def without_captions(page: Page, spots: Sequence[Spot]) -> Iterator[Spot]:
    """Leave out what stands in brackets right under a line: "(botilbuddets navn)" says what is to be written over it."""
    lined = {spot.paragraph for spot in spots if spot.kind in _LINES}
    for spot in spots:
        over = page.over(spot.paragraph) if spot.kind == IN_BRACKETS else None
        if over is None or over not in lined or not _tells_of(over, spot.paragraph, lined):
            yield spot


def _tells_of(over: Paragraph, paragraph: Paragraph, lined: Container[Paragraph]) -> bool:
    """Tell the words under a line: brackets alone, several side by side, or a few words with what is meant in brackets."""
    rest = _BRACKETS.sub(" ", paragraph.text)
    if not re.search(r"\w", rest):
        return True
    is_blank = re.search(r"[^\W_]", over.text) is None and paragraph not in lined
    return is_blank and len(tokens(rest)) <= _FEW_WORDS and not rest.rstrip().endswith((".", ":"))


def others(page: Page, spots: Sequence[Spot], lexicon: Lexicon) -> Iterator[Spot]:
    """Find the other brackets of a file that is filled in by brackets alone: "Kære (lægens navn)".

    Args:
        page: The file.
        spots: The places that are known, those in brackets that are plain among them.
        lexicon: The words that are known.
    """
    kinds = [spot.kind for spot in spots]
    if kinds.count(IN_BRACKETS) < _HABIT or _OTHER_HABITS.intersection(kinds):
        return
    for paragraph in page.paragraphs:
        taken = [spot for spot in spots if spot.paragraph is paragraph]
        yield from (
            spot
            for spot in _within(paragraph, lexicon)
            if not any(each.start < spot.end and spot.start < each.end for each in taken)
        )


def ellipses(page: Page, spots: Sequence[Spot]) -> Iterator[Spot]:
    """Find the blanks of a file that is filled in by three dots alone: "Bostedet hedder … og ligger på …"."""
    if any(spot.kind in _OTHER_HABITS for spot in spots):
        return
    found = [(paragraph, match) for paragraph in page.paragraphs for match in _DOTS.finditer(paragraph.text)]
    if len(found) < _HABIT:
        return
    for paragraph, match in found:
        taken = any(
            spot.paragraph is paragraph and spot.start < match.end() and match.start() < spot.end
            for spot in spots
        )
        if not taken:
            yield Spot(paragraph=paragraph, start=match.start(), end=match.end(), kind="linje", words="")


def _within(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Spot]:
    for match in _BRACKETS.finditer(paragraph.text):
        reading = lexicon.read(match[1])
        asks = reading.of(HVAD) or reading.of(PART) or match[1].casefold() in _GENERIC
        if asks and reading.is_understood and not _CALLED.search(match[1]):
            yield Spot(
                paragraph=paragraph, start=match.start(), end=match.end(), kind=IN_BRACKETS, words=match[1]
            )
