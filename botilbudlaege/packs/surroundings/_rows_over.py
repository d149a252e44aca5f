"""The rows over a place in a table, what stands over the table, and what begins its cell."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._page import BOX, cell_text
from botilbudlaege.packs.surroundings._around import (
    CELL_BEGINS,
    ROW_OVER,
    ROW_OVER_BEGINS,
    TABLE_HEADING,
)
from botilbudlaege.packs.surroundings._form import PAIR, SHORT
from botilbudlaege.packs.surroundings._lexicon import LED, PART
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from botilbudlaege.packs.forms._page import Cell, Paragraph
    from botilbudlaege.packs.surroundings._around import Source
    from botilbudlaege.packs.surroundings._chain import Chain
    from botilbudlaege.packs.surroundings._form import Form


class RowsOver:
    """The rows over the places of a form that stand in a table.

    Args:
        form: The form.
        chain: What reads the rows.
    """

    def __init__(self, form: Form, chain: Chain) -> None:
        """Keep the form."""
        self._form, self._chain = form, chain

    def of(self, paragraph: Paragraph, between: Sequence[Source]) -> list[Source]:
        """List what stands over a place in its table, the nearest first.

        Args:
            paragraph: The paragraph of the place.
            between: What stands nearer.
        """
        cell = paragraph.cell
        if cell is None:
            return []
        found = self._in_cell(paragraph)
        found += self._rows(paragraph, cell, [*between, *found])
        return [*found, *self._around_table(cell.table), *self._lead_to_table(cell)]

    def start(self, paragraph: Paragraph) -> Paragraph | None:
        """Give the first paragraph of the table that a paragraph stands in."""
        first = None if paragraph.cell is None else next(paragraph.cell.table.iter(f"{W}p"), None)
        return next((each for each in self._form.page.paragraphs if each.element is first), None)

    # In the table ---------------------------------------------------------------------------------------

    def _in_cell(self, paragraph: Paragraph) -> list[Source]:
        """Read the first line of a cell, which says what the cell is about."""
        own = next(paragraph.element.iterancestors(f"{W}tc"))
        inside = [
            text for text in (_line(p) for p in own.iter(f"{W}p") if p is not paragraph.element) if text
        ]
        first = inside[0] if inside and own.find(f"{W}p") is not paragraph.element else ""
        if not first or len(first) >= SHORT or first in self._whole_lines:
            return []
        return [self._form.source(CELL_BEGINS, first)]

    @functools.cached_property
    def _whole_lines(self) -> frozenset[str]:
        """The lines of the file that have a place: none of them heads another."""
        paragraphs = self._form.page.paragraphs
        return frozenset(each.text.strip() for each in paragraphs if self._form.on(each))

    def _rows(self, paragraph: Paragraph, cell: Cell, between: Sequence[Source]) -> list[Source]:
        """Read the rows above: those of labels and values, up to one that has one cell alone and heads a part of the table."""
        rows = [row for row in cell.table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is cell.table]
        width = len(next(paragraph.element.iterancestors(f"{W}tr")).findall(f"{W}tc"))
        column = _value_column(paragraph, cell)
        found: list[Source] = []
        for row in reversed(rows[: cell.row]):
            words = [text for text in map(cell_text, row.iter(f"{W}tc")) if text]
            if len(words) == 1 and not any(map(self._form.has, row.iter(f"{W}p"))):
                return [*found, self._chain.heading(TABLE_HEADING, words[0])]
            is_read = column and words
            source = self._row(row, column, width, [*between, *found]) if is_read else None
            found += [] if source is None else [source]
            if source is None or self._chain.names_somebody(source):
                column = 0  # what stands further up is not of this place
        return found

    def _row(self, row: etree._Element, column: int, width: int, between: Sequence[Source]) -> Source | None:
        """Read a row of labels and values over a place: the label over its own, and in a wide one else the first."""
        cells = row.findall(f"{W}tc")
        if len(cells) != width:
            return None
        own = self._chain.line(ROW_OVER, self._form.label_in(cells[column - 1]), between)
        if width == PAIR or (own is not None and self._chain.says_whose(own)):
            return own
        first = self._chain.line(ROW_OVER_BEGINS, cell_text(cells[0]), between)
        return first if first is not None and self._chain.says_whose(first) else own

    # Over the table -------------------------------------------------------------------------------------

    def _lead_to_table(self, cell: Cell) -> list[Source]:
        """Read the line right over a table where it says that people are told in it: "Kontaktpersoner:"."""
        above = cell.table.getprevious()
        text = _line(above) if above is not None and above.tag == f"{W}p" else ""
        source = self._form.source(TABLE_HEADING, text)
        leads = text.endswith(":") and len(text) < SHORT and not source.reading.of(PART)
        return [source] if leads and source.reading.of(LED) else []

    def _around_table(self, table: etree._Element) -> list[Source]:
        """Read what stands over a table in the cell of another."""
        outer = next(table.iterancestors(f"{W}tc", BOX), None)
        if outer is None or outer.tag == BOX:
            return []
        above = next(
            (text for each in table.itersiblings(f"{W}p", preceding=True) if (text := _line(each))), ""
        )
        row = next(outer.iterancestors(f"{W}tr"))
        beside = [
            cell_text(cell)
            for cell in outer.itersiblings(f"{W}tc", preceding=True)
            if cell.getparent() is row
        ]
        text = above or next((each for each in beside if each), "")
        return [self._chain.heading(CELL_BEGINS, text)] if text and len(text) < SHORT else []


def _value_column(paragraph: Paragraph, cell: Cell) -> int:
    """Give the column of a place whose label stands to the left of it; 0 where labels and values do not take turns."""
    cells = next(paragraph.element.iterancestors(f"{W}tr")).findall(f"{W}tc")
    if len(cells) % 2 == 0 and cell.column % 2 == 1:
        return cell.column
    if cell.head and cell.label and len(cells) > PAIR:  # labels in a column of their own
        return next((at for at in range(cell.column) if cell_text(cells[at]) == cell.label), 0) + 1
    return 0


def _line(paragraph: etree._Element) -> str:
    return " ".join("".join(t.text or "" for t in paragraph.iter(f"{W}t")).split())
