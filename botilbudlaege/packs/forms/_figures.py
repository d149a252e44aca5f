"""Figures typed as text that are facts of a plan: the months of a notice, the hours of a month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.forms._page import Paragraph

_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("varsel", re.compile(r"(\[(?:3|tre)\]|\b(?:3|tre))(?=\s+(?:måneder(?:s)?|mdr\.?s?)\b)", re.IGNORECASE)),
    (
        "timer_begge",
        re.compile(
            r"\b((?:2|to)(?:\s+(?:timer\s+)?(?:eller|hhv\.|og)\s+|\s?/\s?|\s?-\s?)(?:3|tre))(?=\s+timer\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "timer_valg",
        re.compile(
            r"^[^:\n]*\btime[^:\n]*:\s*((?:2|to)\s?(?:/|eller)\s?(?:3|tre))\s*(?:$|(?=[(\t]|  ))",
            re.IGNORECASE,
        ),
    ),
    ("timer", re.compile(r"\b([23]|to|tre)(?=\s+timer?s?\b)", re.IGNORECASE)),
)
_NOTICE = re.compile(r"opsig|opsag|varsel|udgangen af", re.IGNORECASE)
_HOURS = re.compile(
    r"pr\.?\s*(?:kalender)?måned|pr\.?\s*md|om måneden|månedlig|hver måned|/\s?(?:måned|md)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9\[])")


def figures(paragraph: Paragraph) -> Iterator[Spot]:
    """Find the figures of a paragraph that are facts, where its words or its label say so."""
    text = paragraph.text
    cell = paragraph.cell
    around = " ".join([paragraph.heading, *(() if cell is None else (cell.label, cell.head))])
    for name, pattern in _FIGURES:
        for match in pattern.finditer(text):
            sentence = _sentence(text, match.start())
            if name == "varsel" and not _NOTICE.search(sentence + " " + around):
                continue
            if name == "timer_valg" and not _HOURS.search(sentence + " " + around):
                continue
            if (
                name.startswith("timer")
                and name != "timer_valg"
                and (not _is_hours(text[match.end() : match.end() + 40], sentence, around))
            ):
                continue
            yield Spot(
                paragraph=paragraph,
                start=match.start(1),
                end=match.end(1),
                kind="tal",
                words=match[1].strip("[]"),
                figure=name,
            )


def _is_hours(after: str, sentence: str, around: str) -> bool:
    near = re.match(r"\s+timer?s?\s+(?:\w+\s+){0,2}?(?:pr|om|hver|månedlig)", after, re.IGNORECASE)
    return bool(near or _HOURS.search(around)) and bool(_HOURS.search(sentence + " " + around))


def _sentence(text: str, position: int) -> str:
    cuts = [0, *(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= position)
    end = min((cut for cut in cuts if cut > position), default=len(text))
    return text[start:end]
