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
        return self._behind(spot) or self.line_beside(spot) or self._over(spot) or self._in_columns(spot)

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
        return own_text(self._turn(spot)[-1]).strip(" :\t") if self.is_over(spot) else ""

    def is_over(self, spot: Spot) -> bool:
        """Tell a blank of several that follow each other with their labels over them, and not under."""
        before = self._turn(spot)
        if not before or len(self._form.on(spot.paragraph)) != 1:
            return False
        after = self._turn(spot, following=True)
        pairs = (len(before) + len(after) + 1) // PAIR
        is_over = len(before) % PAIR == 1 and not len(after) % PAIR and pairs > 1
        last = after[0] if after else spot.paragraph.element
        return is_over and self._asks(before[0]) and not self._goes_on(last)

    def _goes_on(self, last: etree._Element) -> bool:
        """Tell whether words stand right under the last blank, which may be what it is for."""
        below = last.getnext()
        if below is None or below.tag != f"{W}p" or not own_text(below).strip():
            return False
        return not self._form.has(below)

    def _turn(self, spot: Spot, *, following: bool = False) -> list[etree._Element]:
        """List the lines before a blank, or after it, that are words and blanks by turns; the farthest first."""
        found: list[etree._Element] = []
        is_words = True
        if spot.paragraph.cell is not None or not self._is_blank(spot.paragraph.element):
            return found
        for each in spot.paragraph.element.itersiblings(preceding=not following):
            if each.tag != f"{W}p" or (self._is_words(each) if is_words else self._is_blank(each)) is False:
                break
            found.append(each)
            is_words = not is_words
        return found[::-1]

    def _is_blank(self, element: etree._Element) -> bool:
        return self._form.has(element) and not re.search(r"[^\W_]", own_text(element))

    def _is_words(self, element: etree._Element) -> bool:
        text = own_text(element).strip()
        is_label = len(tokens(text)) <= _LABEL_WORDS and not ENDED.search(text)
        return bool(text) and is_label and not self._form.has(element)

    def _asks(self, element: etree._Element) -> bool:
        reading = self._form.lexicon.read(own_text(element))
        return bool(reading.of(HVAD) or reading.of(PART) or reading.of(LED))

    # In columns of tabs ---------------------------------------------------------------------------------

    def _in_columns(self, spot: Spot) -> str:
        """Give the words that begin a line of blanks set by tabs, with the party that heads the column of one."""
        spots = self._form.on(spot.paragraph)
        label, *between = self._between(spots, spot.paragraph.text)
        if len(spots) < PAIR or not label or any(between) or "\t" not in spot.paragraph.text:
            return ""
        heads = self._heads(spot.paragraph)
        return f"{label} {heads[list(spots).index(spot)]}" if len(heads) == len(spots) else ""

    @staticmethod
    def _between(spots: Sequence[Spot], text: str) -> list[str]:
        found, at = [], 0
        for each in spots:
            found.append(text[at : each.start].strip(" :\t"))
            at = each.end
        return [*found, text[at:].strip()]

    def _heads(self, paragraph: Paragraph) -> list[str]:
        """Give the parties that head the columns of tabs, in the nearest line over them without a blank."""
        here: Paragraph | None = paragraph
        for _ in range(_HEADS):
            here = self._form.page.near(here, -1) if here is not None else None
            if here is None or not self._form.has(here.element):
                break
        if here is None or self._form.has(here.element) or here.text.strip().count("\t") == 0:
            return []
        parts = [part.strip() for part in re.split(r"\t+", here.text.strip())]
        return parts if all(self._form.lexicon.read(part).of(PART) for part in parts) else []


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
