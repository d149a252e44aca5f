"""The lines over a place in running text: those before it on its own line, those above, and the headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.surroundings._around import CELL_BEGINS, EARLIER, HEADING, LINE_OVER, SPOT_OVER
from botilbudlaege.packs.surroundings._chain import is_of_other_things
from botilbudlaege.packs.surroundings._form import PAIR, SHORT
from botilbudlaege.packs.surroundings._lexicon import FOREIGN, LED, PART

if TYPE_CHECKING:
    from botilbudlaege.packs.forms._page import Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._around import Source
    from botilbudlaege.packs.surroundings._chain import Chain
    from botilbudlaege.packs.surroundings._form import Form
    from botilbudlaege.packs.surroundings._labels import Labels
    from botilbudlaege.packs.surroundings._rows_over import RowsOver

_GUIDANCE = re.compile(r"\([^()]{2,40}\)")


class LinesOver:
    """The lines over the places of a form.

    Args:
        form: The form.
        labels: Its labels.
        chain: What reads the lines.
        rows: The rows over the places that stand in a table.
    """

    def __init__(self, form: Form, labels: Labels, chain: Chain, rows: RowsOver) -> None:
        """Keep the form."""
        self._form, self._labels, self._chain, self._rows = form, labels, chain, rows

    def of(self, spot: Spot) -> list[Source]:
        """List what stands over a place, the nearest first."""
        column = self._tab_column(spot)
        found: list[Source] = [] if column is not None else self._earlier(spot)
        is_ended = any(source.reading.of(PART) or source.reading.of(FOREIGN) for source in found)
        over, start = self._in_table(spot, found)
        found += over
        is_ended |= any(source.name not in (CELL_BEGINS, EARLIER) for source in found)
        if start is not None and not is_ended:
            found += self._above(spot, start, column, found)
        return [*found, *(self._chain.heading(HEADING, text) for text in self._headings(spot.paragraph))]

    def _in_table(self, spot: Spot, found: list[Source]) -> tuple[list[Source], Paragraph | None]:
        """Read what stands over a place in its table, and say which paragraph the lines above go on from."""
        start: Paragraph | None = spot.paragraph
        over: list[Source] = []
        if captions := [*self._labels.captions_before(spot), *self._labels.captions_over(spot)]:
            over = [self._form.source(EARLIER, caption) for caption in captions]
        elif spot.paragraph.cell is not None:
            inside = self._above(spot, spot.paragraph, None, found)
            over = [*inside, *self._rows.of(spot.paragraph, [*found, *inside])]
            start = self._rows.start(spot.paragraph)
        return [*over, *(self._form.source(EARLIER, head) for head in self._labels.heads_before(spot))], start

    def _earlier(self, spot: Spot) -> list[Source]:
        """Read the labels of the places before one on its line, the nearest first, to the first that says whose they are."""
        found: list[Source] = []
        for other in reversed([each for each in self._form.on(spot.paragraph) if each.end <= spot.start]):
            label = self._labels.of(other) if other is not spot else ""
            said = label or self._in_block(other, spot)
            if not said:
                break
            source = self._form.source(EARLIER, said)
            found.append(source)
            if source.reading.of(PART) or source.reading.of(LED) or source.reading.of(FOREIGN):
                break
        return found

    def _in_block(self, other: Spot, spot: Spot) -> str:
        """Give the words of a place with nothing but blanks and line breaks between it and another: an address on a letter."""
        text = spot.paragraph.text[other.start : spot.start]
        for each in self._form.on(spot.paragraph):
            if other.start <= each.start < spot.start:
                text = text.replace(each.text, "", 1)
        return other.words if not text.strip() else ""

    def _above(self, spot: Spot, start: Paragraph, column: int | None, before: list[Source]) -> list[Source]:
        """Read the lines above, up to the one that says whose things follow, or to where they end."""
        found: list[Source] = []
        here, is_ended = start, False
        is_block = column is not None or spot.paragraph.cell is not None  # of one party
        while not is_ended:
            above = self._form.page.near(here, -1)
            if above is None or not self._is_of_same_part(above, here, spot):
                break
            said, is_blank = self._said_in(above, column), self._form.is_blank(above)
            name = SPOT_OVER if self._form.has(above.element) else LINE_OVER
            source = self._chain.line(name, said, [*before, *found])
            here = above
            if source is None and not said and is_blank:
                continue
            if source is None or (is_of_other_things(source) and not is_blank):
                break
            found.append(source)
            ends = self._chain.names_somebody if is_block else self._chain.says_whose
            is_ended = ends(source)
        return found

    @staticmethod
    def _is_of_same_part(above: Paragraph, here: Paragraph, spot: Spot) -> bool:
        """Tell a line under the same heading, in the same cell or text."""
        is_under_same = not above.level and above.heading == spot.paragraph.heading
        return is_under_same and above.container is here.container

    def _tab_column(self, spot: Spot) -> int | None:
        """Tell which of two columns made by tabs a place stands in: the same labels stand in both."""
        spots = self._form.on(spot.paragraph)
        labels = [" ".join(self._labels.of(each).casefold().split()) for each in spots]
        parted = "\t" in spot.paragraph.text[spots[0].start : spots[-1].end]
        is_twice = len(labels) == PAIR and labels[0] == labels[1] and bool(labels[0])
        return spots.index(spot) if parted and is_twice else None

    def _said_in(self, paragraph: Paragraph, column: int | None) -> str:
        """Give what a line says of what stands under it: its label, or the words of its place; nothing of running text."""
        spots = self._form.on(paragraph)
        if column is not None:
            return self._said_in_column(paragraph, column)
        if not spots:
            short = len(paragraph.text) < SHORT and not paragraph.text.rstrip().endswith(".")
            are_heads = "\t" in paragraph.text.strip()  # of columns, and not of what stands under them all
            return paragraph.text if short and not are_heads else ""
        label = self._labels.of(spots[0])
        words = spots[0].words if re.search(r"\w", spots[0].words) else ""
        rest = paragraph.text
        for each in spots:
            if each.text:
                rest = rest.replace(each.text, " ")
        if not label and re.search(r"\w{4}", _GUIDANCE.sub("", rest)):
            return ""
        said = f"{label or rest} {words}".strip()
        return said if re.search(r"[^\W\d]", said) else ""  # a bullet or a number is no word

    def _said_in_column(self, paragraph: Paragraph, column: int) -> str:
        """Give what the one of two columns made by tabs says."""
        spots = self._form.on(paragraph)
        if len(spots) == PAIR:
            return f"{self._labels.of(spots[column])} {spots[column].words}".strip()
        parts = [part for part in re.split(r"\t+", paragraph.text.strip()) if part.strip()]
        return parts[column] if not spots and len(parts) == PAIR else ""

    def _headings(self, paragraph: Paragraph) -> list[str]:
        """List the heading of a paragraph, and the one over it, where the nearest is a line in bold."""
        number = self._form.page.paragraphs.index(paragraph)
        before = [
            each
            for each in reversed(self._form.page.paragraphs[:number])
            if each.level and each.part == paragraph.part
        ]
        if not before or not before[0].typed:
            return [paragraph.heading]
        over = next((" ".join(each.text.split()) for each in before if not each.typed), "")
        return [paragraph.heading, over]
