"""Contrast of text with what is behind it, as Word resolves both: run, paragraph, cell, table, page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.access import _findings
from botilbudlaege.rendering.letters._colours import contrast, rgb
from botilbudlaege.rendering.sight import _cells
from botilbudlaege.rendering.word._styles import first_of, val, within
from botilbudlaege.rendering.word._text import W, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.rendering.access._part import Fault, Part
    from botilbudlaege.rendering.word._styles import Styles

_LEAST = 4.5
_PAGE = "FFFFFF"
_BOX = f"{W}txbxContent"  # what is behind its text is not known


def contrast_faults(part: Part, styles: Styles) -> Iterator[Fault]:
    """List the texts whose colour is too near that of their background; automatic colours are near none."""
    colours = _Colours(part, styles)
    has_boxes = next(part.root.iter(_BOX), None) is not None
    for run in part.root.iter(f"{W}r"):
        paragraph = paragraph_of(run)
        if paragraph is None or part.vanishes(paragraph):
            continue
        color = colours.of(run, paragraph)
        in_box = has_boxes and next(run.iterancestors(_BOX), None) is not None
        if color and not in_box and _shows(run):
            behind = colours.behind(run, paragraph)
            ratio = contrast(color, behind)
            if ratio < _LEAST:
                told = _findings.CONTRAST(
                    farve=f"#{color}", baggrund=f"#{behind}", kontrast=_one_decimal(ratio)
                )
                yield part.fault(run, told, once=f"{color} {behind}".lower())


def _one_decimal(ratio: float) -> str:
    """Cut, so that what is too little does not read as enough."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")


def _shows(run: etree._Element) -> bool:
    """Tell whether a run shows text, and on what is known to be behind it: no marker pen."""
    has_words = any((piece.text or "").strip() for piece in run.iterchildren(f"{W}t"))
    return has_words and within(run, f"{W}rPr", f"{W}highlight") is None


class _Colours:
    """The colours of a part's runs, and what is behind them."""

    def __init__(self, part: Part, styles: Styles) -> None:
        self._styles = styles
        self._cells = _cells.Cells(styles, part.rows)
        self._paragraph: etree._Element | None = None
        self._table: tuple[etree._Element, ...] = ()
        self._usual: str | None = None
        self._plain: dict[tuple[str, tuple[etree._Element, ...]], str] = {}

    def of(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Give the colour of a run, or nothing for the automatic one."""
        if paragraph is not self._paragraph:
            cell = next(paragraph.iterancestors(f"{W}tc"), None)
            self._paragraph, self._usual = paragraph, None
            self._table = () if cell is None else self._cells.styled(cell)
        if next(run.iterchildren(f"{W}rPr"), None) is not None:
            return self._found(run, self._table)
        if self._usual is None:  # of a run that says nothing itself
            alike = self._styles.style_of(paragraph), self._table
            if alike not in self._plain:
                self._plain[alike] = self._found(run, self._table)
            self._usual = self._plain[alike]
        return self._usual

    def _found(self, run: etree._Element, table: tuple[etree._Element, ...]) -> str:
        return rgb(val(self._styles.effective(run, "color", table=table)))

    def behind(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Give the colour behind a run."""
        cells = run.iterancestors(f"{W}tc")
        layers = [
            self._styles.of_letters(run, "shd"),
            self._styles.first(paragraph, "shd"),
            *(first_of((cell, *self._cells.styled(cell)), f"{W}tcPr", f"{W}shd") for cell in cells),
        ]
        return next(filter(None, map(_fill, layers)), _PAGE)


def _fill(shading: etree._Element | None) -> str:
    return rgb(val(shading, "color" if val(shading) == "solid" else "fill"))
