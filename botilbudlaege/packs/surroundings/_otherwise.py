"""Labels that stand otherwise than before their blank: behind it, over it by turns, beside it line by line, in columns of tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._page import cell_text, own_rows, own_text
from botilbudlaege.packs.surroundings._form import ENDED, LINES, PAIR, SHORT
from botilbudlaege.packs.surroundings._lexicon import HVAD, LED, PART, tokens
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from botilbudlaege.packs.forms._page import Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._form import Form

_BEHIND = re.compile(r"\s*[:=]\s*([^:=\n]+?)\s*$")
_WRITTEN_ON = LINES | {"kontrol", "gammelt felt"}
_LABEL_WORDS = 8
_HEADS = 12


class Otherwise:
    """The labels of a form that do not stand before their blanks.

    Args:
        form: The form.
    """

    def __init__(self, form: Form) -> None:
        """Keep the form."""
        self._form = form

    def of(self, spot: Spot) -> str:
        """Give the label of a place that stands otherwise than before it; empty where none does."""
        ways = (self._behind, self.line_beside, self._over, self.over_in_table, self._in_columns)
        return next((label for way in ways if (label := way(spot))), "")

    def _behind(self, spot: Spot) -> str:
        """Give the label behind a blank that begins its line: "________ : botilbuddets navn"."""
        found = _BEHIND.fullmatch(spot.after) if not spot.before.strip() and spot.kind in LINES else None
        is_alone = len(self._form.on(spot.paragraph)) == 1
        return found[1] if found is not None and is_alone and len(found[1]) < SHORT else ""

    def line_beside(self, spot: Spot) -> str:
        """Give the line of the cell to the left that stands beside a blank, where both cells have as many lines."""
        cell = spot.paragraph.cell
        if cell is None or not cell.column or spot.kind not in LINES:
            return ""
        left = own_rows(cell.table)[cell.row][cell.column - 1]
        own = next(spot.paragraph.element.iterancestors(f"{W}tc"))
        labels, blanks = left.findall(f"{W}p"), own.findall(f"{W}p")
        if len(labels) != len(blanks) or len(labels) < PAIR or left in self._form.cells:
            return ""
        are_blank = all(self._form.has(each) and not re.search(r"[^\W_]", own_text(each)) for each in blanks)
        texts = [own_text(each).strip() for each in labels]
        return texts[blanks.index(spot.paragraph.element)].rstrip(" :") if are_blank and all(texts) else ""

    # By turns -------------------------------------------------------------------------------------------

    def _over(self, spot: Spot) -> str:
        """Give the label over a blank, where labels and blanks take turns and a label begins and a blank ends them."""
        if not self.is_over(spot):
            return ""
        parts = _parts(own_text(self._turn(spot)[-1]))
        return parts[list(self._form.on(spot.paragraph)).index(spot)].strip(" :")

    def is_over(self, spot: Spot) -> bool:
        """Tell a blank of several that follow each other with their labels over them, and not under."""
        before = self._turn(spot)
        if not before:
            return False
        after = self._turn(spot, following=True)
        pairs = (len(before) + len(after) + 1) // PAIR
        least = (
            1 if len(self._form.on(spot.paragraph)) > 1 else PAIR
        )  # one line over one blank may be a heading
        is_over = len(before) % PAIR == 1 and not len(after) % PAIR and pairs >= least
        last = after[0] if after else spot.paragraph.element
        return (
            is_over and self._asks(before[0]) and not self._goes_on(last, len(self._form.on(spot.paragraph)))
        )

    def _goes_on(self, last: etree._Element, many: int) -> bool:
        """Tell whether words stand right under the last blank, which may be what it is for."""
        below = last.getnext()
        if below is None or below.tag != f"{W}p" or self._form.has(below):
            return False
        text = own_text(below).strip()
        return bool(text) and (many == 1 or len(_parts(text)) == many)

    def _turn(self, spot: Spot, *, following: bool = False) -> list[etree._Element]:
        """List the lines before a blank, or after it, that are words and blanks by turns; the farthest first."""
        found: list[etree._Element] = []
        many, is_words = len(self._form.on(spot.paragraph)), True
        if spot.paragraph.cell is not None or self._blanks(spot.paragraph.element) != many:
            return found
        for each in spot.paragraph.element.itersiblings(preceding=not following):
            if each.tag != f"{W}p" or many != (self._words(each) if is_words else self._blanks(each)):
                break
            found.append(each)
            is_words = not is_words
        return found[::-1]

    def _blanks(self, element: etree._Element) -> int:
        """Count the blanks of a line that is nothing else."""
        spots = self._form.in_line(element)
        rest = own_text(element)
        for spot in spots:
            rest = rest.replace(spot.text, "", 1) if spot.text else rest
        are_blank = all(spot.kind in _WRITTEN_ON for spot in spots)
        return len(spots) if are_blank and not re.search(r"[^\W_]", rest) else 0

    def _words(self, element: etree._Element) -> int:
        """Count the labels of a line that is nothing else."""
        parts = _parts(own_text(element))
        is_label = all(len(tokens(part)) <= _LABEL_WORDS and not ENDED.search(part) for part in parts)
        return len(parts) if is_label and not self._form.has(element) else 0

    def _asks(self, element: etree._Element) -> bool:
        reading = self._form.lexicon.read(own_text(element))
        return bool(reading.of(HVAD) or reading.of(PART) or reading.of(LED))

    def over_in_table(self, spot: Spot) -> str:
        """Give the label in the cell over a blank, in a table whose rows are labels and blanks by turns."""
        cell = spot.paragraph.cell
        rows = own_rows(cell.table) if cell is not None and cell.row > 1 else []
        if cell is None or not rows or self._form.is_row_of_spots(rows[0]):
            return ""
        own, over, below = rows[cell.row], rows[cell.row - 1], rows[cell.row + 1 : cell.row + 2]
        are_labels = len(over) == len(own) and not any(each in self._form.cells for each in over)
        is_last = not any(map(self._form.is_row_of_spots, below))
        is_turn = self._form.is_row_of_spots(own) and are_labels and is_last and all(map(cell_text, over))
        return cell_text(over[cell.column]).strip(" :") if is_turn else ""

    # In columns of tabs ---------------------------------------------------------------------------------

    def _in_columns(self, spot: Spot) -> str:
        """Give the words that begin a line of blanks set by tabs, with the party that heads the column of one."""
        spots = self._form.on(spot.paragraph)
        label, *between = self._between(spots, spot.paragraph.text)
        if len(spots) < PAIR or not label or any(between) or "\t" not in spot.paragraph.text:
            return ""
        heads = self._heads(spot.paragraph, label)
        return f"{label} {heads[list(spots).index(spot)]}" if len(heads) == len(spots) else ""

    @staticmethod
    def _between(spots: Sequence[Spot], text: str) -> list[str]:
        found, at = [], 0
        for each in spots:
            found.append(text[at : each.start].strip(" :\t"))
            at = each.end
        return [*found, text[at:].strip()]

    def _heads(self, paragraph: Paragraph, label: str) -> list[str]:
        """Give the heads of the columns of tabs, in the nearest line over them without a blank: parties, or what a party has."""
        here: Paragraph | None = paragraph
        for _ in range(_HEADS):
            here = self._form.page.near(here, -1) if here is not None else None
            if here is None or not self._form.has(here.element):
                break
        if here is None or self._form.has(here.element) or here.text.strip().count("\t") == 0:
            return []
        parts = [part.strip() for part in re.split(r"\t+", here.text.strip())]
        readings = [self._form.lexicon.read(part) for part in parts]
        is_party = bool(self._form.lexicon.read(label).of(PART))
        has = all(each.of(HVAD) or each.of(LED) for each in readings)
        return parts if all(each.of(PART) for each in readings) or (is_party and has) else []


def _parts(text: str) -> list[str]:
    """Give the words of a line by its columns of tabs or gaps."""
    return [part for part in re.split(r"\t+|\s{3,}", text.strip()) if part.strip()]


def label_to_the_right(form: Form, cells: list[etree._Element], own: etree._Element) -> str:
    """Give the label to the right of a blank in a row of blanks and labels by turns, of which a blank is first."""
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    are_turned = len(cells) % PAIR == 0 and len(pairs) > 1 and own in cells[::2]
    if not are_turned or not all(
        one in form.cells and form.has_only_spots(one) and other not in form.cells and cell_text(other)
        for one, other in pairs
    ):
        return ""
    return cell_text(cells[cells.index(own) + 1])
