"""The paragraphs of a Word file as a person reads them, each letter with its run, and what stands around each paragraph."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._styles import Styles, is_on, val
from botilbudlaege.rendering.word._text import CHARACTERS, W

if TYPE_CHECKING:
    from collections.abc import Iterator


FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = f"{W}txbxContent"
_GONE = (f"{W}moveFrom", f"{W}del")
_SENTENCE = re.compile(r"[.!;:]$")
_HEADING_WORDS = 12
_CONTENTS = ("toc", "indholdsfortegnelse", "indhold")
_PAGE_NUMBER = re.compile(r"[.…_]{4,}\s*\d{1,3}\s*$")
_DOCUMENT = _package.DOCUMENT


@attrs.frozen(eq=False)
class Piece:
    """A stretch of a paragraph's text.

    Args:
        element: What holds it: a text, or what stands for one character.
        start: Where it begins in the text of the paragraph.
        text: The text.
    """

    element: etree._Element
    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@attrs.frozen(eq=False)
class Cell:
    """A place in a table.

    Args:
        table: The table.
        row: The row, from 0.
        column: The cell in the row, from 0.
        label: What stands in the nearest cell to the left that has words; empty for none.
        head: What stands above it in the first row; empty for none, and in the first row itself.
    """

    table: etree._Element
    row: int
    column: int
    label: str
    head: str


@attrs.frozen(eq=False, kw_only=True)
class Paragraph:
    """A paragraph.

    Args:
        part: The part it stands in.
        number: Its number in the part, from 0.
        element: It.
        pieces: Its own text, without that of text boxes in it.
        place: Where it stands, as a person says it.
        heading: The heading that it stands under.
        level: Its level, when it is a heading itself; 0 when it is none.
        cell: The place in a table, if any.
        twin: The same paragraph of a text box for older programs.
        typed: Whether it is a heading by its bold letters alone, and not by its style.
    """

    part: str
    number: int
    element: etree._Element
    pieces: tuple[Piece, ...]
    place: str
    heading: str
    level: int
    cell: Cell | None = None
    twin: etree._Element | None = None
    typed: bool = False

    @functools.cached_property
    def text(self) -> str:
        """Its own text, with tabs and line breaks."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def container(self) -> etree._Element | None:
        """What it stands in: the body, a cell, a text box, a content control."""
        return self.element.getparent()

    @property
    def is_contents(self) -> bool:
        """Whether it is a line of a table of contents, whose dots are no place to write on."""
        style = val(self.element.find(f"{W}pPr/{W}pStyle")).casefold()
        return style.startswith(_CONTENTS) or bool(_PAGE_NUMBER.search(self.text))

    def stretch(self, around: etree._Element) -> tuple[int, int]:
        """Give where the text in an element begins and ends in its own."""
        inside = [piece for piece in self.pieces if around in piece.element.iterancestors()]
        return (inside[0].start, inside[-1].end) if inside else self.position(around)

    def position(self, element: etree._Element) -> tuple[int, int]:
        """Give the place of what holds no text: right after what stands before it."""
        order = {each: number for number, each in enumerate(self.element.iter())}
        here = order.get(element, 0)
        before = [piece.end for piece in self.pieces if order.get(piece.element, 0) < here]
        at = max(before, default=0)
        return at, at


@attrs.frozen(eq=False)
class Page:
    """A Word file, read.

    Args:
        roots: The parts that a reader sees.
        paragraphs: Their paragraphs in order, those for older programs left out.
    """

    roots: Mapping[str, etree._Element]
    paragraphs: tuple[Paragraph, ...]

    def near(self, paragraph: Paragraph, distance: int) -> Paragraph | None:
        """Give a paragraph before (-1) or after (1) another in the same part, those without words left out."""
        same = self._filled[paragraph.part]
        numbers = [each.number for each in same]
        index = (
            numbers.index(paragraph.number)
            if paragraph.number in numbers
            else sum(number < paragraph.number for number in numbers) - (distance > 0)
        )
        at = index + distance
        return same[at] if 0 <= at < len(same) else None

    def over(self, paragraph: Paragraph) -> Paragraph | None:
        """Give the paragraph right over another: in a table the last of the cell over it, where it begins one."""
        cell, above = paragraph.cell, paragraph.element.getprevious()
        if cell is None or (above is not None and above.tag == f"{W}p"):
            return self.near(paragraph, -1)
        rows = own_rows(cell.table)
        over = rows[cell.row - 1][cell.column : cell.column + 1] if cell.row else []
        last = over[0].findall(f"{W}p")[-1:] if over else []
        return next((each for each in self.paragraphs if [each.element] == last), None)

    @functools.cached_property
    def _filled(self) -> dict[str, list[Paragraph]]:
        found: dict[str, list[Paragraph]] = {part: [] for part in self.roots}
        for paragraph in self.paragraphs:
            if paragraph.text.strip():
                found[paragraph.part].append(paragraph)
        return found


def read(parts: Mapping[str, bytes]) -> Page:
    """Read the paragraphs of a package."""
    roots, places, styles = _places.seen(parts), _places.Places(parts), Styles(parts)
    found: list[Paragraph] = []
    for part, root in roots.items():
        found += _paragraphs(part, root, places, styles)
    return Page(roots, tuple(found))


def _paragraphs(
    part: str, root: etree._Element, places: _places.Places, styles: Styles
) -> Iterator[Paragraph]:
    heading = ""
    twins = _twins(root)
    cells = _Cells()
    for number, element in enumerate(root.iter(f"{W}p")):
        if next(element.iterancestors(FALLBACK), None) is not None:
            continue
        pieces = tuple(_pieces(element))
        text = "".join(piece.text for piece in pieces)
        cell = cells.of(element)
        styled = styles.heading_level(element)
        level = styled or (0 if cell else bold_level(element, text, styles))
        yield Paragraph(
            part=part,
            number=number,
            element=element,
            pieces=pieces,
            place=places(part, number, -1),
            heading="" if level else heading,
            level=level,
            cell=cell,
            twin=twins.get(element),
            typed=bool(level and not styled),
        )
        if level and part == _DOCUMENT:
            heading = " ".join(text.split())


def bold_level(paragraph: etree._Element, text: str, styles: Styles) -> int:
    """Tell a heading that is typed in bold, as many write them; it counts as one of the first level."""
    words = text.split()
    if not words or len(words) > _HEADING_WORDS or _SENTENCE.search(text.strip()) or "\t" in text.strip():
        return 0
    if styles.is_title(paragraph) or next(paragraph.iterancestors(BOX), None) is not None:
        return 0
    runs = [
        run for run in paragraph.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")).strip()
    ]
    letters = any(word[:1].isalpha() for word in words)
    return int(letters and bool(runs) and all(is_on(styles.effective(run, "b")) for run in runs))


def _twins(root: etree._Element) -> dict[etree._Element, etree._Element]:
    """Pair the paragraphs of a text box with those that older programs show in its place."""
    pairs: dict[etree._Element, etree._Element] = {}
    for fallback in root.iter(FALLBACK):
        around = fallback.getparent()
        choice = None if around is None else next(iter(around), None)
        if choice is None or choice is fallback:
            continue
        ours, theirs = list(choice.iter(f"{W}p")), list(fallback.iter(f"{W}p"))
        if [own_text(each) for each in ours] == [own_text(each) for each in theirs]:
            pairs |= dict(zip(ours, theirs, strict=True))
    return pairs


def own_text(paragraph: etree._Element) -> str:
    """Give the text of a paragraph, without that of text boxes in it and of what is struck out."""
    return "".join(piece.text for piece in _pieces(paragraph))


def pieces(paragraph: etree._Element) -> tuple[Piece, ...]:
    """Give the stretches of a paragraph's own text."""
    return tuple(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[Piece]:
    start = 0
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p"), None) is not paragraph or _is_gone(run, paragraph):
            continue
        for element in run:
            text = (element.text or "") if element.tag == f"{W}t" else _character(element)
            if text:
                yield Piece(element, start, text)
                start += len(text)


def _character(element: etree._Element) -> str:
    if element.tag == f"{W}sym":
        return _BOXES.get(val(element, "char").upper(), "")
    return CHARACTERS.get(str(element.tag), "")


_BOXES = {"F06F": "☐", "F0A8": "☐", "F071": "☐", "F0FE": "☒", "F053": "☒", "F052": "☑"}
"""The tick boxes of the fonts of symbols."""


def _is_gone(run: etree._Element, paragraph: etree._Element) -> bool:
    for around in run.iterancestors():
        if around is paragraph:
            return False
        if around.tag in _GONE:
            return True
    return False


class _Cells:
    """The tables of a part, each read once."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, dict[etree._Element, Cell]] = {}

    def of(self, paragraph: etree._Element) -> Cell | None:
        """Give the place of a paragraph in its table."""
        cell = next(paragraph.iterancestors(f"{W}tc", BOX), None)
        if cell is None or cell.tag == BOX:
            return None
        table = next(cell.iterancestors(f"{W}tbl"))
        if table not in self._known:
            self._known[table] = dict(_cells(table))
        return self._known[table].get(cell)


def _cells(table: etree._Element) -> Iterator[tuple[etree._Element, Cell]]:
    grid = own_rows(table)
    heads = _heads(grid)
    for number, cells in enumerate(grid):
        column = 0
        for index, cell in enumerate(cells):
            before = [merged_text(each) for each in cells[:index]]
            label = next((text for text in reversed(before) if text), "")
            yield cell, Cell(table, number, index, label, heads.get(column, "") if number else "")
            column += _span(cell)


def own_rows(table: etree._Element) -> list[list[etree._Element]]:
    """Give the cells of a table by row, those of tables within it left out."""
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
    return [
        [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row] for row in rows
    ]


def _heads(grid: list[list[etree._Element]]) -> dict[int, str]:
    """Read the first row as heads, by column; a row of one cell or with an empty one beside words heads nothing."""
    first = grid[0] if grid else []
    found: dict[int, str] = {}
    column = 0
    for cell in first:
        width = _span(cell)
        found |= dict.fromkeys(range(column, column + width), cell_text(cell))
        column += width
    return found if len(first) > 1 else {}


def _span(cell: etree._Element) -> int:
    text = val(cell.find(f"{W}tcPr/{W}gridSpan"))
    return int(text) if text.isdecimal() and len(text) < 3 else 1  # noqa: PLR2004 - no table is so wide


def merged_text(cell: etree._Element) -> str:
    """Give the words of a cell; of one that goes on from those over it, the words that stand there."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is None or val(merge) == "restart" or cell_text(cell):
        return cell_text(cell)
    row = next(cell.iterancestors(f"{W}tr"))
    rows = row.itersiblings(f"{W}tr", preceding=True)
    over = (text for each in rows if (text := _text_at(each, _column(cell))))
    return next(over, "")


def _column(cell: etree._Element) -> int:
    return sum(_span(each) for each in cell.itersiblings(f"{W}tc", preceding=True))


def _text_at(row: etree._Element, column: int) -> str:
    cells = row.findall(f"{W}tc")
    return next((cell_text(cell) for cell in cells if _column(cell) == column), "")


def cell_text(cell: etree._Element) -> str:
    """Give the words of a cell on one line."""
    return " ".join(" ".join(own_text(paragraph) for paragraph in cell.iter(f"{W}p")).split())
