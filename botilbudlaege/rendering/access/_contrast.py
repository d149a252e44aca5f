"""Contrast of text with what is behind it, as Word resolves both: run, paragraph, cell, table, page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.access import _findings
from botilbudlaege.rendering.access._part import table_look, table_of
from botilbudlaege.rendering.word._styles import first_of, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.rendering.access._part import Fault, Part
    from botilbudlaege.rendering.word._styles import Styles

_LEAST = 4.5
_PAGE = "FFFFFF"
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_KNEE = 0.04045


def contrast_faults(part: Part, styles: Styles) -> Iterator[Fault]:
    """List the texts whose colour is too near that of their background; automatic colours are near none."""
    colours = _Colours(part, styles)
    for run in part.root.iter(f"{W}r"):
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is None or not _shows(run) or part.vanishes(paragraph):
            continue
        color = colours.of(run)
        if color:
            behind = colours.behind(run, paragraph)
            ratio = contrast(color, behind)
            if ratio < _LEAST:
                told = _findings.CONTRAST(
                    farve=f"#{color}", baggrund=f"#{behind}", kontrast=_one_decimal(ratio)
                )
                yield part.fault(run, told, once=f"{color} {behind}".lower())


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21.

    Source:
        WCAG 2.1, "contrast ratio" and "relative luminance".

    >>> contrast("000000", "FFFFFF")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: str) -> float:
    shares = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        share / 12.92 if share <= _KNEE else float(((share + 0.055) / 1.055) ** 2.4) for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _one_decimal(ratio: float) -> str:
    """Cut, so that what is too little does not read as enough."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")


def _shows(run: etree._Element) -> bool:
    """Tell whether a run shows text on what is known to be behind it: no marker pen, no text box."""
    text = "".join(piece.text or "" for piece in run.iterchildren(f"{W}t"))
    on_other = run.find(f"{W}rPr/{W}highlight"), next(run.iterancestors(f"{W}txbxContent"), None)
    return bool(text.strip()) and on_other == (None, None)


class _Colours:
    """The colours of a part's runs, and what is behind them."""

    def __init__(self, part: Part, styles: Styles) -> None:
        self._part = part
        self._styles = styles
        self._grids: dict[etree._Element, _Grid] = {}
        self._cells: dict[etree._Element, tuple[etree._Element, ...]] = {}

    def of(self, run: etree._Element) -> str:
        """Give the colour of a run, or nothing for the automatic one."""
        cell = next(run.iterancestors(f"{W}tc"), None)
        return _rgb(
            val(self._styles.effective(run, "color", table=() if cell is None else self._styled(cell)))
        )

    def behind(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Give the colour behind a run."""
        cells = run.iterancestors(f"{W}tc")
        layers = [
            first_of(self._styles.letters(run), f"{W}rPr/{W}shd"),
            self._styles.first(paragraph, "shd"),
            *(first_of((cell, *self._styled(cell)), f"{W}tcPr/{W}shd") for cell in cells),
        ]
        return next(filter(None, map(_fill, layers)), _PAGE)

    def _styled(self, cell: etree._Element) -> tuple[etree._Element, ...]:
        """Give what the table's style says of a cell: of its row, its column, its band, the whole table."""
        if cell not in self._cells:
            table = table_of(cell)
            chain = () if table is None else self._styles.chain(val(table.find(f"{W}tblPr/{W}tblStyle")))
            kinds = () if table is None else tuple(self._kinds(cell, table))
            found = [
                element
                for kind in kinds
                for style in chain
                for element in style.findall(f"{W}tblStylePr")
                if val(element, "type") == kind
            ]
            self._cells[cell] = (*found, *chain)
        return self._cells[cell]

    def _kinds(self, cell: etree._Element, table: etree._Element) -> Iterator[str]:
        if table not in self._grids:
            self._grids[table] = _Grid(self._part.rows(table))
        grid = self._grids[table]
        if cell not in grid.spots:
            return
        row, column, columns = grid.spots[cell]
        yield from _ends(table, ("Row", "Row"), first=row == 0, last=row == grid.height - 1)
        yield from _ends(table, ("Column", "Col"), first=column == 0, last=column == columns - 1)
        if not table_look(table, "noHBand"):
            yield _band(row - table_look(table, "firstRow"), "Horz")
        if not table_look(table, "noVBand"):
            yield _band(column - table_look(table, "firstColumn"), "Vert")


class _Grid:
    """Where a table's cells stand: row, column, and how many columns the row has."""

    def __init__(self, rows: list[etree._Element]) -> None:
        self.height = len(rows)
        self.spots: dict[etree._Element, tuple[int, int, int]] = {}
        for number, row in enumerate(rows):
            cells = row.findall(f"{W}tc")
            self.spots |= {cell: (number, column, len(cells)) for column, cell in enumerate(cells)}


def _ends(table: etree._Element, names: tuple[str, str], *, first: bool, last: bool) -> Iterator[str]:
    asked, styled = names
    for end, there in (("first", first), ("last", last)):
        if there and table_look(table, end + asked):
            yield end + styled


def _band(index: int, direction: str) -> str:
    return f"band{index % 2 + 1}{direction}"


def _fill(shading: etree._Element | None) -> str:
    return _rgb(val(shading, "color" if val(shading) == "solid" else "fill"))


def _rgb(text: str) -> str:
    return text.upper() if _RGB.fullmatch(text) else ""
