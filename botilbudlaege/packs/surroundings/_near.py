"""The texts beside a place: its label, the words before and after it, its sentence, its row and column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.forms._page import cell_text, own_rows
from botilbudlaege.packs.surroundings import _around
from botilbudlaege.packs.surroundings._form import FAR, FOR, PAIR, PARENTHESIS, SENTENCE_END, SHORT
from botilbudlaege.packs.surroundings._lexicon import HVAD, LED, PART, Reading, Word
from botilbudlaege.packs.surroundings._otherwise import label_to_the_right
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._around import Source
    from botilbudlaege.packs.surroundings._form import Form
    from botilbudlaege.packs.surroundings._labels import Labels
    from botilbudlaege.packs.surroundings._samples import Samples

_GOES_ON = re.compile(r"\s*(?:og|samt|kan|der|til)\b", re.IGNORECASE)
"""Words after a place with which its sentence goes on to the next."""
_FOR_PARTY = re.compile(r"\s*,?\s*((?:for|på vegne af)\s[^,.;:()]+)$", re.IGNORECASE)
_CAPTIONED = frozenset({"linje", "fyldtegn", "dato", "gammelt felt"})


class Near:
    """The texts beside the places of a form.

    Args:
        form: The form.
        labels: Its labels.
        samples: Its samples.
    """

    def __init__(self, form: Form, labels: Labels, samples: Samples) -> None:
        """Keep the form."""
        self._form, self._labels, self._samples = form, labels, samples

    def of(self, spot: Spot) -> list[Source]:
        """List what stands beside a place, the nearest first."""
        before, after = self._form.beside(spot)
        label, belongs = self._labels.of(spot), PARENTHESIS.match(after)
        found = [
            self._form.source(_around.IN_BRACKETS, (belongs[1] or belongs[2]) if belongs else ""),
            self._form.source(_around.LABEL, label),
            self._form.source(_around.CALLED, self._labels.called(spot)),
        ]
        if spot.kind in _CAPTIONED:
            found.append(self._form.source(_around.CAPTION, self._labels.caption(spot)))
        if not label:
            found.append(self._before(spot, before))
        if signer := _FOR_PARTY.match(after):
            found.append(self._signer(signer[1]))
        if not label or before.rstrip().endswith(":"):  # else what stands after is the label of the next
            found += self._sentence(spot, after if belongs is None else after[belongs.end() :])
        return found if spot.paragraph.cell is None else [*found, *self._in_table(spot)]

    def _before(self, spot: Spot, before: str) -> Source:
        """Read the words before a place: a label in a cell, or the last clause of running text."""
        is_label = not spot.after.strip() and len(before) < SHORT and spot.paragraph.cell is not None
        clause = before if is_label else before.rpartition(",")[2]
        return self._form.source(_around.BEFORE, clause, is_sentence=not is_label)

    def _signer(self, text: str) -> Source:
        """Read "for botilbuddet" after a name: it is of the one who signs."""
        source = self._form.source(_around.AFTER, text)
        signs = (Word(LED, "underskriver"),) if source.reading.of(PART) else ()
        return attrs.evolve(source, reading=Reading((*signs, *source.reading.words)))

    def _sentence(self, spot: Spot, after: str) -> list[Source]:
        """Read the words after a place, where they do not lead to the next, and the sentence that leads to it."""
        rest = re.split(r"[,;:()]", after)[0]
        leads = self._form.is_followed(spot) and _GOES_ON.match(rest)
        return [
            self._form.source(_around.AFTER, "" if leads else rest, is_sentence=True),
            self._form.source(_around.SENTENCE, self._sentence_before(spot), is_sentence=True),
        ]

    def _sentence_before(self, spot: Spot) -> str:
        """Give the words of the sentence before a place, the places in it by their own words."""
        pieces, at = [], 0
        text = spot.paragraph.text
        for other in self._form.on(spot.paragraph):
            if other.end <= spot.start and other is not spot:
                pieces += [text[at : other.start], self._words_of(other)]
                at = other.end
        if not pieces and "," not in spot.before:
            return ""
        whole = "".join((*pieces, text[at : spot.start]))
        return SENTENCE_END.split(whole)[-1][-FAR:]

    def _words_of(self, spot: Spot) -> str:
        """Give the words of a place in a sentence; the title of a person is a sample, and names nobody."""
        sample = self._samples.of(spot)
        is_title = sample is not None and "titel" in sample.of(HVAD)
        return "" if spot.words == "☐" or is_title else spot.words

    # In a table -----------------------------------------------------------------------------------------

    def remark(self, spot: Spot) -> Reading:
        """Read what stands in the last column beside a place, as many forms have their guidance there."""
        cell = spot.paragraph.cell
        row = [] if cell is None else own_rows(cell.table)[cell.row]
        is_before_last = cell is not None and cell.column and cell.column == len(row) - PAIR
        beside = row[-1] if is_before_last else None
        if beside is None or beside in self._form.cells:
            return Reading()
        return self._form.lexicon.read(cell_text(beside))

    def _in_table(self, spot: Spot) -> list[Source]:
        cell = spot.paragraph.cell
        head = "" if cell is None or self._is_head_filled(spot) else cell.head
        return [
            *(self._form.source(_around.ROW, text) for text in self._row(spot)),
            self._form.source(_around.COLUMN, head),
        ]

    def _row(self, spot: Spot) -> list[str]:
        """Give the words to the left in the row that are no places themselves: the nearest, then the first."""
        row = next(spot.paragraph.element.iterancestors(f"{W}tr"))
        own = next(spot.paragraph.element.iterancestors(f"{W}tc"))
        cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        if self._labels.otherwise.line_beside(spot):
            return []
        if label := label_to_the_right(self._form, cells, own):
            return [label]
        before = cells[: cells.index(own)]
        is_labelled = bool(re.search(r"[^\W\d]", spot.before))
        texts = [
            self._form.label_in(cell)
            for cell in before
            if cell not in self._form.cells
            or not (self._form.is_filled_itself(cell) or (is_labelled and self._form.has_fact(cell)))
        ]
        texts = [text for text in texts if re.search(r"[^\W\d]", text)]
        return list(dict.fromkeys([*texts[-1:], *texts[:1]])) or self._row_after(cells[len(before) + 1 :])

    def _row_after(self, cells: list[etree._Element]) -> list[str]:
        """Give the label to the right of a place in a row that has none to the left: "1 | ____ | Botilbuddets navn"."""
        words = cell_text(cells[0]) if cells and cells[0] not in self._form.cells else ""
        reading = self._form.lexicon.read(words)
        is_label = bool(reading.of(HVAD) or reading.of(LED)) and len(words) < SHORT
        return [words] if is_label else []

    def _is_head_filled(self, spot: Spot) -> bool:
        """Tell whether the head of a column is a place to be filled in, or the label of one beside it."""
        cell = spot.paragraph.cell
        if cell is None or FOR.match(cell.head):  # who signs under it
            return False
        heads = own_rows(cell.table)[0]
        own = next(spot.paragraph.element.iterancestors(f"{W}tc"))
        filled = [each for each in heads if each in self._form.cells and each is not own]
        beside = len(heads) == PAIR and any(each in filled for each in heads[1:])
        return beside or any(
            cell_text(each) == cell.head and self._form.has_only_spots(each)
            for each in self._form.cells
            if each is not own
        )
