"""Tables, figures and sections: refused where they would differ from render to render, figures numbered once.

docxtpl mends the grid of every table at every render; here a grid is left as it was drawn, since no tag changes columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.errors import TemplateError
from botilbudlaege.rendering.engine import _findings
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.engine._proof import Proof

_FIGURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_FIGURE = 1001  # as docxtpl numbers them


def settle(root: etree._Element, proof: Proof, *, place: str) -> bool:
    """Number the figures of a part in its own XML; tell whether anything changed.

    Raises:
        TemplateError: A table, picture or section break that changes from render to render.
    """
    figures = list(root.iter(_FIGURE))
    faults = [*_faults(root, proof, place, figures)]
    if faults:
        raise TemplateError(*faults)
    changed = False
    for number, figure in enumerate(figures, start=_FIRST_FIGURE):
        changed = changed or figure.get("id") != str(number)
        figure.set("id", str(number))
    return changed


def _faults(
    root: etree._Element, proof: Proof, place: str, figures: list[etree._Element]
) -> Iterator[Finding]:
    if proof.pictures_change or len(figures) != proof.figures:
        yield _findings.PICTURE_CHANGES(place=place)
    if proof.sections_change:
        yield _findings.SECTION_CHANGES(place=place)
    tables = list(root.iter(f"{W}tbl"))
    if len(tables) != len(proof.tables):
        yield _findings.TABLE_IN_TAG(place=place)
        return
    for number, table in enumerate(proof.tables, start=1):
        if table.changing:
            yield _findings.TABLE_CHANGES(place=f"{place}, tabel {number}")
        if not table.standing:
            yield _findings.TABLE_MAY_BE_EMPTY(place=f"{place}, tabel {number}")
