"""A form with its places: those of a paragraph, the cells that have one, and the words between one place and the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._looks import is_help
from botilbudlaege.packs.forms._page import cell_text, merged_text, own_text
from botilbudlaege.packs.surroundings._around import Source
from botilbudlaege.packs.surroundings._lexicon import HVAD, LED, PART
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._lexicon import Lexicon

SENTENCE_END = re.compile(
    r"(?<!\bpr)(?<!nr)(?<!tlf)(?<!\bevt)(?<!\bmdr)(?<!\bstk)(?<!\bca)(?<!\bd)(?<!\bkl)"
    r"(?<!\bmob)(?<!\badr)(?<!\batt)(?<!\bmd)(?<!\bhhv)(?<!\binkl)(?<!\bdir)[.!?;]\s+|\n",
    re.IGNORECASE,
)
ENDED = re.compile(r"(?<!nr)(?<!tlf)(?<!adr)(?<!mdl)(?<!\bmd)(?<!mv)(?<!mob)[.;]$", re.IGNORECASE)
"""The end of a sentence; a label may end in an abbreviation."""
PARENTHESIS = re.compile(
    r"\s*,?\s*\(([^()]*)\)|\s*,?\s*((?:i det følgende|herefter)\s[^,.;()]*)", re.IGNORECASE
)
_COLON_COLUMN = re.compile(r"[\t ]*\t[\t ]*:(?=[\t ]*$)")
"""A colon that stands in a column of its own: "Navn→:→____"."""
LINES = frozenset({"linje", "fyldtegn", "dato", "tomt felt"})
"""The kinds of places that are lines to write on, and say nothing themselves."""
FOR = re.compile(r"\s*(?:for|på vegne af)\b", re.IGNORECASE)
"""Words that lead to the party for whom somebody signs."""
PAIR = 2
SHORT = 90
FAR = 300


class Form:
    """A file with its places.

    Args:
        page: The file.
        spots: Its places.
        lexicon: The words that are known.
    """

    def __init__(self, page: Page, spots: Sequence[Spot], lexicon: Lexicon) -> None:
        """Sort the places by paragraph."""
        self.page, self.spots, self.lexicon = page, spots, lexicon
        self._on: dict[Paragraph, list[Spot]] = {}
        for spot in spots:
            self._on.setdefault(spot.paragraph, []).append(spot)
        self._in = {paragraph.element: found for paragraph, found in self._on.items()}
        self.cells = {
            next(spot.paragraph.element.iterancestors(f"{W}tc"))
            for spot in spots
            if spot.paragraph.cell is not None
        }

    def on(self, paragraph: Paragraph) -> Sequence[Spot]:
        """Give the places of a paragraph."""
        return self._on.get(paragraph, ())

    def has(self, element: etree._Element) -> bool:
        """Tell whether a paragraph has a place."""
        return element in self._in

    def in_line(self, element: etree._Element) -> Sequence[Spot]:
        """Give the places of a paragraph by its element."""
        return self._in.get(element, ())

    def within(self, cell: etree._Element) -> Iterator[Spot]:
        """Give the places in a cell."""
        for paragraph in cell.iter(f"{W}p"):
            yield from self._in.get(paragraph, ())

    def source(self, name: str, text: str | None, *, is_sentence: bool = False) -> Source:
        """Read a text around a place."""
        words = " ".join((text or "").split())
        return Source(name, words, self.lexicon.read(words), is_sentence)

    # In the paragraph -----------------------------------------------------------------------------------

    def beside(self, spot: Spot) -> tuple[str, str]:
        """Give the words between a place and the ones before and after it; what stands in brackets after one is its own."""
        start = max(
            (each.end for each in self.on(spot.paragraph) if each.end <= spot.start and each is not spot),
            default=0,
        )
        text, end = spot.paragraph.text, self.next(spot)
        before, after = text[max(start, spot.start - FAR) : spot.start], text[spot.end : end][:FAR]
        if start:
            belongs = PARENTHESIS.match(before)
            before = before[belongs.end() :] if belongs else before
        before = last_column(SENTENCE_END.split(before)[-1]) if before.strip("\t ") else before
        return before, SENTENCE_END.split(after.partition("\t")[0])[0]

    def next(self, spot: Spot) -> int:
        """Give where the next place of a paragraph begins, or its end."""
        following = [
            each.start for each in self.on(spot.paragraph) if each.start >= spot.end and each is not spot
        ]
        return min(following, default=len(spot.paragraph.text))

    def is_followed(self, spot: Spot) -> bool:
        """Tell whether words lead from a place to the next in its sentence."""
        at, text = self.next(spot), spot.paragraph.text
        between = text[spot.end : at] if at < len(text) else "\t"
        return "\t" not in between and len(SENTENCE_END.split(between)) == 1

    def is_blank(self, paragraph: Paragraph) -> bool:
        """Tell a line that is one place to be filled in and nothing else: an item of the same list."""
        text = paragraph.text
        for spot in self.on(paragraph):
            text = text.replace(spot.text, "")
        return self.has(paragraph.element) and not re.search(r"[^\W\d]", text)

    def label_in(self, cell: etree._Element) -> str:
        """Give the words of a cell as a label, without the help in other letters under it that says nothing of its own of whose it is."""
        words = merged_text(cell)
        lines = [each for each in cell.findall(f"{W}p") if own_text(each).strip()]
        if len(lines) < PAIR or is_help(lines[0]) or not all(map(is_help, lines[1:])):
            return words
        label, explained = self.lexicon.read(own_text(lines[0])), self.lexicon.read(words)
        is_told = bool(label.of(PART)) or not (explained.of(PART) or explained.of(LED))
        return " ".join(own_text(lines[0]).split()) if is_told and label.of(HVAD) + label.of(LED) else words

    # In a cell ------------------------------------------------------------------------------------------

    def has_only_spots(self, cell: etree._Element) -> bool:
        """Tell a cell with no words beside its places."""
        text = cell_text(cell)
        for spot in self.within(cell):
            text = text.replace(" ".join(spot.text.split()), "")
        return not re.search(r"\w", text)

    def is_filled_itself(self, cell: etree._Element) -> bool:
        """Tell a cell that is no label of the next: it has several places, or begins with one, or holds nothing else."""
        places = [
            spot for spot in self.within(cell) if spot.words != "☐"
        ]  # what stands at a tick box is a label
        return bool(places) and (len(places) > 1 or self.has_only_spots(cell) or self.begins_with_spot(cell))

    def has_fact(self, cell: etree._Element) -> bool:
        """Tell a cell with a place that is no tick box."""
        return any(spot.words != "☐" for spot in self.within(cell))

    def begins_with_spot(self, cell: etree._Element) -> bool:
        """Tell a cell that is filled in first, "[navn], for botilbuddet": it is no label of the next."""
        first = next(iter(cell.iter(f"{W}p")), None)
        return first is not None and any(spot.start == 0 and spot.end for spot in self._in.get(first, ()))

    def is_row_of_spots(self, row: Sequence[etree._Element]) -> bool:
        """Tell a row whose cells hold places and nothing else."""
        return any(cell in self.cells for cell in row) and all(
            self.has_only_spots(cell) if cell in self.cells else not cell_text(cell) for cell in row
        )


def last_column(text: str) -> str:
    r"""Give what stands in the last of the columns that tabs make; tabs that lead to a place are its blanks: "Navn:→____".

    >>> last_column("Navn:\t____\tBy\t:\t").rstrip()
    'By:'
    """
    text = _COLON_COLUMN.sub(":", text)
    words = text.rstrip("\t ")
    return words.rpartition("\t")[2] + text[len(words) :].replace("\t", " ")
