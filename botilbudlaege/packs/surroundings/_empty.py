"""Places with nothing in them: an empty cell beside its label, and a label with nothing after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._page import cell_text, own_rows, own_text
from botilbudlaege.packs.forms._spot import Spot
from botilbudlaege.packs.surroundings._form import ENDED
from botilbudlaege.packs.surroundings._lexicon import FOREIGN, HVAD, LED, PART, tokens
from botilbudlaege.rendering.word._styles import is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from botilbudlaege.packs.forms._page import Page, Paragraph
    from botilbudlaege.packs.surroundings._lexicon import Lexicon, Reading

CELL, LABEL = "tom celle", "tomt felt"
EMPTY = frozenset({CELL, LABEL})
_HOLDS = tuple(f"{W}{name}" for name in ("drawing", "pict", "sdt", "object", "fldChar", "fldSimple", "tbl"))
_BARE = re.compile(r"([^:\t\n]{1,50}):(?=\s*$|[\s\N{NO-BREAK SPACE}]*\t|[\s\N{NO-BREAK SPACE}]{2,}\S)")
_FOR_WHOM = re.compile(r"\W*(?:ud)?fyldes\s+(?:kun\s+)?af\b", re.IGNORECASE)
"""What says who is to write, and asks for nothing itself: "Udfyldes af botilbuddet"."""
_LONG = 80
_WORDS = 6
_LABEL_WORDS = 8
_PAIR = 2
_NOT_ASKED = frozenset({"parterne", "underskrift"})
_LISTED = frozenset({"emner", "moedeaftaler"})
_CONTENT_BELOW = frozenset({*_LISTED, "moedeform", "kontaktoplysninger"})


def find(page: Page, spots: Sequence[Spot], lexicon: Lexicon) -> tuple[Spot, ...]:
    """Find the places of a file that hold nothing; the others are known already."""
    taken = {spot.paragraph for spot in spots}
    cells = {
        next(spot.paragraph.element.iterancestors(f"{W}tc"))
        for spot in spots
        if spot.paragraph.cell is not None and spot.words != "☐" and spot.kind != "tal"
    }
    return (*_Cells(page, cells, lexicon).spots(), *_Labels(page, taken, lexicon).spots())


# Cells --------------------------------------------------------------------------------------------------


class _Cells:
    """The empty cells of a file."""

    def __init__(self, page: Page, taken: set[etree._Element], lexicon: Lexicon) -> None:
        self._page, self._taken, self._lexicon = page, taken, lexicon
        self._grids: dict[etree._Element, list[list[etree._Element]]] = {}
        self._of = {paragraph.element: paragraph for paragraph in page.paragraphs}

    def _is_form(self, paragraph: Paragraph) -> bool:
        """Tell a table of boxes to write in, each with its label in it: several in the table, and no empty cell in the row."""
        place = paragraph.cell
        if place is None:
            return False
        grid = self._grid(place.table)
        boxes = [cell for row in grid for cell in row if _label_in(cell)[1] is not None]
        return len(boxes) > _PAIR and all(cell_text(cell) for cell in grid[place.row])

    def spots(self) -> Iterator[Spot]:
        seen: set[etree._Element] = set()
        for paragraph in self._page.paragraphs:
            if paragraph.cell is None:
                continue
            cell = next(paragraph.element.iterancestors(f"{W}tc"))
            if cell in seen:
                continue
            seen.add(cell)
            if cell not in self._taken and _is_empty(cell) and (name := self._name(paragraph)):
                yield Spot(paragraph=paragraph, start=0, end=0, kind=CELL, words="", asked=name)
            label, blank = _label_in(cell)
            if blank is not None and self._is_form(paragraph) and self._lexicon.read(label):
                yield Spot(
                    paragraph=self._of[blank], start=0, end=0, kind=CELL, words="", asked=f"under »{label}«"
                )

    def _grid(self, table: etree._Element) -> list[list[etree._Element]]:
        if table not in self._grids:
            self._grids[table] = own_rows(table)
        return self._grids[table]

    def _name(self, paragraph: Paragraph) -> str:
        """Say what an empty cell asks for: its label, or the label and the column's head; empty for one that asks for nothing."""
        place = paragraph.cell
        if place is None:
            return ""
        grid = self._grid(place.table)
        row = grid[place.row]
        head = " ".join(place.head.split())
        if turned := self._by_turns(grid, place.row, place.column):
            return turned
        if not place.column:
            return f"under »{head}«" if head and self._is_form_row(grid, place.row) else ""
        first = cell_text(row[0])
        is_item = first.strip(".) ").isdecimal() and set(self._lexicon.read(head).of(HVAD)) & _LISTED
        if is_item or (head and first and len(row) > _PAIR):
            return f"ved »{first}« under »{head}«" if is_item or self._is_label(row[0]) else ""
        beside = row[place.column - 1]
        label = cell_text(beside)
        if len(row) == _PAIR or (label and not head):
            return f"ved »{label}«" if self._asks(beside, grid, place.row) else ""
        return f"under »{head}«" if head and self._is_form_row(grid, place.row) else ""

    def _by_turns(self, grid: list[list[etree._Element]], row: int, column: int) -> str:
        """Say which label stands over or under an empty cell, in a table whose rows are labels and blanks by turns."""
        if under := self._label_under(grid, row, column):
            return f"over »{under}«"
        over = self._label_over(grid, row, column)
        return f"under »{over}«" if over else ""

    def _label_under(self, grid: list[list[etree._Element]], row: int, column: int) -> str:
        """Give the label under an empty cell, in a table of which each row of blanks has its labels in the next."""
        if not self._has_labels_under(grid) or row + 1 >= len(grid) or len(grid[row]) == 1:
            return ""
        asked = [set(self._lexicon.read(cell_text(cell)).of(HVAD)) for cell in grid[row + 1]]
        is_signed = not any(each - {"dato", "underskrift"} for each in asked)
        label = grid[row + 1][column] if column < len(grid[row + 1]) else None
        is_label = label is not None and not cell_text(grid[row][column]) and self._is_label(label)
        return cell_text(label) if label is not None and is_label and not is_signed else ""

    @staticmethod
    def _has_labels_under(grid: list[list[etree._Element]]) -> bool:
        """Tell a table that begins with a row of blanks and ends with one of labels, headings of one cell left out."""
        rows = [cells for cells in grid if len(cells) > 1]
        blank = [not any(map(cell_text, cells)) for cells in rows]
        filled = [all(map(cell_text, cells)) for cells in rows]
        is_even = len(rows) > 1 and len(rows) % _PAIR == 0
        return is_even and all(blank[::2]) and all(filled[1::2])

    def _label_over(self, grid: list[list[etree._Element]], row: int, column: int) -> str:
        """Give the label over an empty cell, in a table whose rows are labels and blanks by turns."""
        if self._has_labels_under(grid):
            return ""
        label = grid[row - 1][column] if row and self._is_by_turns(grid, row) else None
        return cell_text(label) if label is not None and self._is_label(label) else ""

    def _is_by_turns(self, grid: list[list[etree._Element]], row: int) -> bool:
        """Tell an empty row under one of labels, where such pairs of rows follow each other, or stand under a heading of their own."""
        blank = [not any(map(cell_text, cells)) for cells in grid]
        over = grid[row - 1]
        is_pair = blank[row] and all(map(cell_text, over)) and len(over) == len(grid[row])
        if not is_pair or len(over) < _PAIR or (row + 1 < len(grid) and blank[row + 1]):
            return False
        headed = row > 1 and len(grid[row - _PAIR]) == 1
        pairs = sum(blank[number] and not blank[number - 1] for number in range(1, len(grid)))
        return headed or pairs > 1

    def _is_form_row(self, grid: list[list[etree._Element]], row: int) -> bool:
        """Tell the only row under its heads, all empty; of a list's, the first."""
        if row != 1 or any(cell_text(cell) for cell in grid[row]):
            return False
        heads = [cell_text(cell) for cell in grid[0]]
        if not all(heads):
            return False
        listed = any(set(self._lexicon.read(head).of(HVAD)) & _LISTED for head in heads)
        return len(grid) == _PAIR or (
            listed and not any(cell_text(cell) for each in grid[1:] for cell in each)
        )

    def _is_label(self, cell: etree._Element) -> bool:
        text = cell_text(cell)
        return (
            bool(re.search(r"[^\W\d]", text))
            and len(text) < _LONG
            and not _FOR_WHOM.match(text)
            and not (ENDED.search(text) and len(tokens(text)) > _WORDS)
            and cell not in self._taken
            and "☐" not in text
        )

    def _asks(self, beside: etree._Element, grid: list[list[etree._Element]], row: int) -> bool:
        """Tell whether the cell to the left is a label of what is to stand here."""
        if not self._is_label(beside):
            return False
        pairs = [cells for number, cells in enumerate(grid) if number != row and len(cells) == _PAIR]
        if self._is_head(beside) and any(cell_text(one) and not self._is_head(one) for one, _ in pairs):
            return False  # a row that heads a part of the table
        text = cell_text(beside)
        reading = self._lexicon.read(text)
        alike = sum(bool(cell_text(one)) for one, _ in pairs)
        return (
            text.endswith((":", "?"))
            or bool(alike)
            or bool(reading.of(HVAD))
            or (reading.is_understood and bool(reading))
        )

    def _is_head(self, cell: etree._Element) -> bool:
        """Tell a cell that is written as a heading: in capitals, naming no fact, or all bold."""
        text = cell_text(cell)
        if text.isupper() and len(tokens(text)) <= _WORDS and not self._lexicon.read(text).of(HVAD):
            return True
        runs = [run for run in cell.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")).strip()]
        return bool(runs) and all(is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _label_in(cell: etree._Element) -> tuple[str, etree._Element | None]:
    """Give the label at the top of a cell, and the empty line under it to write on; None where there is none."""
    if any(True for _ in cell.iter(*_HOLDS)):
        return "", None
    first, *others = cell.findall(f"{W}p")
    text = " ".join(own_text(first).split())
    is_label = (
        bool(text) and len(text) < _LONG and len(tokens(text)) <= _LABEL_WORDS and not ENDED.search(text)
    )
    if not is_label or not others or any(own_text(each).strip() for each in others):
        return "", None
    return text.rstrip(" :"), others[0]


def _is_empty(cell: etree._Element) -> bool:
    if cell_text(cell) or any(True for _ in cell.iter(*_HOLDS)):
        return False
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is None or val(merged) == "restart"


# Labels -------------------------------------------------------------------------------------------------


class _Labels:
    """The labels of a file with nothing after them."""

    def __init__(self, page: Page, taken: set[Paragraph], lexicon: Lexicon) -> None:
        self._taken, self._lexicon = taken, lexicon
        self._paragraphs = page.paragraphs
        self._of = {paragraph.element: paragraph for paragraph in page.paragraphs}

    def spots(self) -> Iterator[Spot]:
        for paragraph in self._paragraphs:
            labels = self._labels(paragraph)
            for match in labels:
                label = match[1].strip()
                reading = self._lexicon.read(label)
                alone = len(labels) == 1
                if self._asks(paragraph, reading, alone=alone):
                    at = match.end() + (paragraph.text[match.end() : match.end() + 1] == " ")
                    yield Spot(
                        paragraph=paragraph, start=at, end=at, kind=LABEL, words="", asked=f"efter »{label}:«"
                    )

    def _labels(self, paragraph: Paragraph) -> list[re.Match[str]]:
        """List the labels of a line that is nothing else."""
        text = paragraph.text
        if paragraph.level or paragraph in self._taken or not text.rstrip().endswith(":"):
            return []
        found = list(_BARE.finditer(text))
        rest = text
        for match in found:
            rest = rest.replace(match[0], "", 1)
        return [] if rest.strip() or any(len(tokens(match[1])) > _WORDS for match in found) else found

    def _asks(self, paragraph: Paragraph, reading: Reading, *, alone: bool) -> bool:
        """Tell whether a label asks for something, and does not head what stands below."""
        if not reading or set(reading.of(HVAD)) & _NOT_ASKED:
            return False
        if paragraph.cell is not None and not self._is_last_in_row(paragraph):
            return False
        below = self._below(paragraph)
        if not alone or below is None:
            return True
        heads_table = self._heads_table(paragraph) and not (reading.of(HVAD) or reading.of(PART))
        if heads_table or self._leads_to_line(below):
            return False
        if below in self._taken or (below.text.strip() and not self._labels(below)):
            return self._asks_over_words(below, reading)
        return self._asks_over_label(paragraph, below, reading)

    def _asks_over_words(self, below: Paragraph, reading: Reading) -> bool:
        said = set(reading.of(HVAD))
        if below in self._taken:
            heads = not said and "navn" in self._lexicon.read(below.text.partition(":")[0]).of(HVAD)
            return self._has_own_label(below) and not heads
        if below.level:
            return bool(said or reading.of(PART) or reading.of(LED))
        return bool(said) and not said & _CONTENT_BELOW and reading.is_understood

    def _asks_over_label(self, paragraph: Paragraph, below: Paragraph, reading: Reading) -> bool:
        said = reading.of(HVAD)
        if not said and (reading.of(PART) or reading.of(LED)):
            return "navn" not in self._lexicon.read(below.text).of(HVAD)  # else it heads what follows
        return bool(said or reading.of(FOREIGN)) or self._has_label_beside(paragraph)

    def _has_own_label(self, paragraph: Paragraph) -> bool:
        return bool(re.match(r"\s*[^\W\d][^:\t\n]{0,50}:", paragraph.text))

    def _below(self, paragraph: Paragraph) -> Paragraph | None:
        """Give the paragraph right below; a table below counts as words."""
        following = paragraph.element.getnext()
        if following is not None and following.tag == f"{W}tbl":
            return next(
                (each for each in self._paragraphs if each.element in list(following.iter(f"{W}p"))[:1]), None
            )
        return None if following is None else self._of.get(following)

    def _leads_to_line(self, below: Paragraph) -> bool:
        """Tell a label with a blank line under it, and then the line to write on: that is its place."""
        while not below.text.strip() and (following := self._below(below)) is not None:
            below = following
        is_line = not re.search(r"[^\W_]", below.text) and bool(below.text.strip())
        return below in self._taken and is_line

    def _heads_table(self, paragraph: Paragraph) -> bool:
        following = paragraph.element.getnext()
        return following is not None and following.tag == f"{W}tbl"

    def _has_label_beside(self, paragraph: Paragraph) -> bool:
        previous = paragraph.element.getprevious()
        above = None if previous is None else self._of.get(previous)
        below = self._below(paragraph)
        return any(each is not None and self._labels(each) for each in (above, below))

    def _is_last_in_row(self, paragraph: Paragraph) -> bool:
        """Tell whether no cell to the right is what the label is of."""
        cell = next(paragraph.element.iterancestors(f"{W}tc"))
        after = next(cell.itersiblings(f"{W}tc"), None)
        if after is None:
            return True
        return cell_text(after).rstrip().endswith(":") or bool(re.match(r"[^:]{1,50}:", cell_text(after)))
