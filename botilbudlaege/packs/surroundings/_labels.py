"""The label of a place: the words before its colon, over it or under its line, and what a party is called after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._page import cell_text, own_rows, own_text
from botilbudlaege.packs.surroundings._form import ENDED, LINES, PAIR, SENTENCE_END, SHORT
from botilbudlaege.packs.surroundings._lexicon import tokens
from botilbudlaege.packs.surroundings._otherwise import Otherwise
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from botilbudlaege.packs.forms._page import Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._form import Form

_LABEL = re.compile(r"([^:\t\n]*):\s*$")
_CALLED = re.compile(
    r"^[^.;\n]*?\(\s*(?:herefter|i det følgende|efterfølgende|benævnt|kaldet|også kaldet)\s+([^()]*)\)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:og|samt|med|eller|mellem)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-ZÆØÅ0-9(]")
_UNDER = re.compile(r"(?:under|over) »(.*)«")
_ANSWER = re.compile(r"\s*svar(?:et)?\s*", re.IGNORECASE)
_GAP = re.compile(r" {3,}")
_LABEL_WORDS = 7


class Labels:
    """The labels of the places of a form.

    Args:
        form: The form.
    """

    def __init__(self, form: Form) -> None:
        """Keep the form."""
        self._form, self.otherwise = form, Otherwise(form)

    def of(self, spot: Spot) -> str:
        """Give the label of a place: the words before a colon, or on a line of a form the words before its dots."""
        if (
            (under := _UNDER.fullmatch(spot.asked))
            and spot.paragraph.cell
            and under[1] != spot.paragraph.cell.head
        ):
            return under[1]
        if (otherwise := self.otherwise.of(spot)) and not _UNDER.fullmatch(spot.asked):
            return otherwise
        before, _ = self._form.beside(spot)
        label = _LABEL.search(before)
        if label is not None:
            said = _GAP.split(label[1].strip())[-1]  # "____ Kommune      Dato: ____"
            return self._question(spot) if _ANSWER.fullmatch(said) else said
        beside = before.strip() if self._is_form_line(spot.paragraph) else self._above(spot)
        return beside or self._on_line_over(spot) or self._question_over(spot)

    def _question(self, spot: Spot) -> str:
        """Give the question right over "Svar: ____"."""
        above = self._form.page.near(spot.paragraph, -1)
        return "" if above is None or self._form.has(above.element) else above.text

    def _on_line_over(self, spot: Spot) -> str:
        """Give the label that stands over a place in the same paragraph, where a line break parts them."""
        ends = [
            each.end for each in self._form.on(spot.paragraph) if each.end <= spot.start and each is not spot
        ]
        lines = spot.before[max(ends, default=0) :].rstrip("\t ").split("\n")
        is_label = len(lines) > 1 and not lines[-1] and bool(lines[-2].strip())
        is_label &= lines[-2].rstrip().endswith(":") or spot.paragraph.cell is not None if is_label else False
        return lines[-2].strip(" :\t") if is_label and len(tokens(lines[-2])) <= _LABEL_WORDS else ""

    def _question_over(self, spot: Spot) -> str:
        """Give the question or the label right over a line with nothing beside it: "Hvad hedder botilbuddet?", "Startdato:"."""
        above = self._form.page.near(spot.paragraph, -1) if spot.kind in LINES else None
        if above is None or above.level or above.container is not spot.paragraph.container:
            return ""
        text = above.text.strip()
        is_label = text.endswith(":") and len(tokens(text)) <= _LABEL_WORDS
        asks = (text.endswith("?") or is_label) and len(text) < SHORT and not self._form.has(above.element)
        return text.strip(" ?:") if asks and self._form.is_blank(spot.paragraph) else ""

    def _above(self, spot: Spot) -> str:
        """Give the label that stands over a place in the same cell, where forms have it in small letters."""
        paragraph = spot.paragraph
        above = paragraph.element.getprevious()
        if paragraph.cell is None or above is None or above.tag != f"{W}p" or self._form.has(above):
            return ""
        text, rest = own_text(above).strip(), paragraph.text
        for each in self._form.on(paragraph):
            rest = rest.replace(each.text, "") if each.text else rest
        is_label = len(text) < SHORT and len(tokens(text)) <= _LABEL_WORDS and not ENDED.search(text)
        return text.rstrip(" :") if is_label and not re.search(r"\w", rest) else ""

    def _is_form_line(self, paragraph: Paragraph) -> bool:
        """Tell a line of labels, each with dots or a line after it, and no running text."""
        spots = self._form.on(paragraph)
        if not spots or any(spot.kind not in LINES for spot in spots):
            return False
        if re.search(r"\w", paragraph.text[max(spot.end for spot in spots) :]):
            return False
        at = 0
        for spot in spots:
            words = paragraph.text[at : spot.start].strip(" \t,-–\N{NO-BREAK SPACE}")
            if len(tokens(words)) > _LABEL_WORDS or not _CAPITAL.match(words) or SENTENCE_END.search(words):
                return False
            at = spot.end
        return True

    def called(self, spot: Spot) -> str:
        """Give what the party is called of which a place is told: "…, CVR [cvr] (herefter organisationen)"."""
        rest, at = "", spot.end
        for other in self._form.on(spot.paragraph):
            if other.start >= spot.end and other is not spot:
                rest += spot.paragraph.text[at : other.start]
                at = other.end
        rest += spot.paragraph.text[at:]
        called = _CALLED.match(rest)
        return "" if called is None or _JOINED.search(rest[: called.start(1)]) else called[1]

    # Under a line ---------------------------------------------------------------------------------------

    def caption(self, spot: Spot) -> str:
        """Give the words under a line, where they say what to write on it."""
        if re.search(r"[^\W_]", spot.before + spot.after):  # another line beside it is no word
            return ""
        if self.otherwise.is_over(spot):
            return ""
        if spot.paragraph.cell is not None and (caption := self._caption_in_table(spot)):
            return caption
        below = self._form.page.near(spot.paragraph, 1)
        if (
            below is None
            or self._form.has(below.element)
            or below.container is not spot.paragraph.container
            or below.level
        ):
            return ""
        spots = self._form.on(spot.paragraph)
        parts = [part for part in re.split(r"\t+|\s{3,}", below.text.strip()) if part.strip()]
        text = parts[spots.index(spot)] if len(parts) == len(spots) > 1 else below.text
        text = text.rstrip()
        return text if len(text) < SHORT and not ENDED.search(text) and not text.endswith((":", "?")) else ""

    def _caption_in_table(self, spot: Spot) -> str:
        """Give the words in the cell under a line, in a table whose lines all have their words under them."""
        cell = spot.paragraph.cell
        rows = [] if cell is None else own_rows(cell.table)
        if cell is None or not rows or cell.row + 1 >= len(rows):
            return ""
        first, own, below = rows[0], rows[cell.row], rows[cell.row + 1]
        is_of_lines = self._form.is_row_of_spots(first) and self._form.is_row_of_spots(own)
        if not is_of_lines or len(below) != len(own):
            return ""
        caption = below[cell.column]
        return cell_text(caption) if caption not in self._form.cells else ""

    def captions_in_row(self, spot: Spot) -> list[str]:
        """List the words under all the lines of a row in such a table."""
        cell = spot.paragraph.cell
        if cell is None or not self._caption_in_table(spot):
            return []
        return [cell_text(each) for each in own_rows(cell.table)[cell.row + 1]]

    def captions_before(self, spot: Spot) -> list[str]:
        """List the words under the lines to the left of one in such a table, the nearest first."""
        cell = spot.paragraph.cell
        if cell is None or not cell.column or not self._caption_in_table(spot):
            return []
        return [cell_text(each) for each in reversed(own_rows(cell.table)[cell.row + 1][: cell.column])]

    def captions_over(self, spot: Spot) -> list[str]:
        """List the words under the lines over one in the same column of such a table, the nearest first."""
        cell = spot.paragraph.cell
        if cell is None or not self._caption_in_table(spot):
            return []
        rows = own_rows(cell.table)
        over = [row for row in reversed(rows[: cell.row]) if len(row) == len(rows[cell.row])]
        return [cell_text(row[cell.column]) for row in over if not self._form.is_row_of_spots(row)]

    def heads_before(self, spot: Spot) -> list[str]:
        """List the heads to the left of a place in a form of one row under its heads, the nearest first."""
        cell = spot.paragraph.cell
        rows = own_rows(cell.table) if cell is not None and cell.row == 1 and cell.head else []
        if cell is None or len(rows) != PAIR or not self._form.is_row_of_spots(rows[1]):
            return []
        return [cell_text(each) for each in reversed(rows[0][: cell.column])]
