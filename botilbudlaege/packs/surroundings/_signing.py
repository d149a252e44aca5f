"""Places where one signs: told by the words near them, by the words under their line, and by the party for whom one signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._page import cell_text, own_rows
from botilbudlaege.packs.surroundings._form import FOR, LINES, PAIR, SHORT
from botilbudlaege.packs.surroundings._lexicon import HVAD, PART, UNKNOWN, Reading
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.forms._page import Cell, Paragraph
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._form import Form
    from botilbudlaege.packs.surroundings._labels import Labels

_SIGNED = "underskrift"
_GREETING = re.compile(r"\bhilsen\b|\bmvh\b", re.IGNORECASE)
_IS_SIGNED = re.compile(r"\b(?:er|blev|bliver) underskrevet\b[^:]*\.\s*$", re.IGNORECASE)
"""A sentence that tells when something was signed; nobody signs there."""
_OF_SIGNER = frozenset({"navn", "titel", "dato", _SIGNED})
_BY_SIGNATURE = _OF_SIGNER | {"by", "indgaaet", "telefon", "email", "adresse"}
"""What is asked of who signs; "Postnr./sted" is no place to sign at."""
_MANY = 3
_WITHIN = 3


class Signing:
    """The places of a form where one signs.

    Args:
        form: The form.
        labels: Its labels.
    """

    def __init__(self, form: Form, labels: Labels) -> None:
        """Keep the form, and what is known of its paragraphs."""
        self._form, self._labels, self._lexicon = form, labels, form.lexicon
        self._known: dict[Paragraph, bool] = {}

    def is_at(self, spot: Spot) -> bool:
        """Tell whether one signs at a place."""
        return self._is_near(spot.paragraph) or self._is_over_signer(spot) or self._is_for_party(spot)

    def _is_near(self, paragraph: Paragraph) -> bool:
        if paragraph not in self._known:
            readings = [self._lexicon.read(text) for text in self._texts(paragraph)]
            self._known[paragraph] = any(map(_speaks_of_signing, readings)) or self._is_signing_table(
                paragraph.cell
            )
        return self._known[paragraph]

    def _is_for_party(self, spot: Spot) -> bool:
        """Tell what stands after "For botilbuddet:", or under it in a table: one signs there."""
        cell = spot.paragraph.cell
        texts = [self._labels.of(spot), *(() if cell is None else (cell.label, cell.head))]
        readings = [self._lexicon.read(text) for text in texts if FOR.match(text)]
        return any(reading.of(PART) and not reading.of(HVAD) for reading in readings)

    def _is_over_signer(self, spot: Spot) -> bool:
        """Tell a line over "For botilbuddet"."""
        caption = self._labels.caption(spot) if spot.kind in LINES else ""
        if FOR.match(caption) and self._lexicon.read(caption).of(PART):
            return True
        if any(
            self._lexicon.is_somebody_else(self._lexicon.read(each))
            for each in self._labels.captions_in_row(spot)
        ):
            return True  # who signs beside it is named by what he is: "Botilbuddets leder"
        beside = self._form.on(spot.paragraph)
        captions = [self._labels.caption(each) for each in beside] if caption and len(beside) >= PAIR else []
        readings = [self._lexicon.read(text) for text in captions]
        return bool(readings) and all(
            reading.of(HVAD) == ("kommune",)
            or (not reading.of(HVAD) and (reading.of(PART) or self._lexicon.is_somebody_else(reading)))
            for reading in readings
        )

    def _is_signing_table(self, cell: Cell | None) -> bool:
        """Tell a table of nothing but dates and the parties who sign."""
        rows = [] if cell is None else own_rows(cell.table)
        readings = [self._lexicon.read(text) for row in rows for text in map(cell_text, row) if text]
        return (
            any(reading.of(HVAD) == ("dato",) for reading in readings)
            and any(reading.of(PART) for reading in readings)
            and all(
                reading.is_understood and set(reading.of(HVAD)) <= {"dato", _SIGNED} for reading in readings
            )
        )

    # The words near a paragraph -------------------------------------------------------------------------

    def _texts(self, paragraph: Paragraph) -> list[str]:
        """List the short texts near a paragraph that would speak of signing."""
        texts = [paragraph.text, paragraph.heading]
        if paragraph.cell is not None:
            texts += _rows_near(paragraph.cell)
        else:
            texts += [*self._above(paragraph), *self._below(paragraph)]
        return [text for text in texts if len(text) < 2 * SHORT and not _IS_SIGNED.search(text)]

    def _above(self, paragraph: Paragraph) -> Iterator[str]:
        here = paragraph
        for _ in range(_WITHIN):
            above = self._form.page.near(here, -1)
            if above is None or above.level or above.container is not paragraph.container:
                return
            here = above
            yield here.text

    def _below(self, paragraph: Paragraph) -> Iterator[str]:
        """Give the lines below, as long as they are of the same signer; what stands over a greeting is not signed."""
        here = paragraph
        for done in range(_WITHIN):
            below = (
                None if done and not self._is_of_signer(here, paragraph) else self._form.page.near(here, 1)
            )
            if below is None or below.level or below.container is not paragraph.container:
                return
            here = below
            if not _GREETING.search(here.text):
                yield here.text

    def _is_of_signer(self, *paragraphs: Paragraph) -> bool:
        """Tell lines that only ask for a name, a title or a date: the signature of the same person may follow."""
        readings = [self._lexicon.read(paragraph.text) for paragraph in paragraphs]
        return all(reading.of(HVAD) and set(reading.of(HVAD)) <= _OF_SIGNER for reading in readings)


def _speaks_of_signing(reading: Reading) -> bool:
    """Tell words that ask for a signature; a sentence that only says when something was signed has more that is not known."""
    asked, unknown = reading.of(HVAD), len(reading.of(UNKNOWN))
    if asked == ("dato",):
        return bool(reading.of(PART)) and reading.is_understood
    return _SIGNED in asked and set(asked) <= _BY_SIGNATURE and unknown < _MANY


def _rows_near(cell: Cell) -> list[str]:
    """List the words of the cells of a table some rows from a place, and of its heads."""
    rows = [row for row in cell.table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is cell.table]
    near = [*rows[:1], *rows[max(cell.row - _WITHIN, 1) : cell.row + _WITHIN + 1]]
    return [cell_text(each) for row in near for each in row.iter(f"{W}tc")]
