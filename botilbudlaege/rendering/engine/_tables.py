"""Tables, figures and sections: refused where they would differ from render to render, figures numbered once.

docxtpl mends the grid of every table at every render; here a grid is left as it was drawn, since no tag changes columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.errors import Finding, TemplateError
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

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
        yield Finding(
            code="picture-changes",
            message="Et billede står i en {% if %} eller {% for %}.",
            remedy="Flyt billedet ud, så det altid er der. En figur, der kun har tekst, kan stå i en {%p if %}.",
            place=place,
        )
    if proof.sections_change:
        yield Finding(
            code="section-changes",
            message="Et sektionsskift står i en {% if %} eller {% for %}.",
            remedy="Flyt skiftet ud, så det altid er der, og sæt kun dets tekst i mærkningen.",
            place=place,
        )
    tables = list(root.iter(f"{W}tbl"))
    if len(tables) != len(proof.tables):
        yield _table_fault("En tabel står i en mærknings afsnit eller række.", place)
        return
    for number, table in enumerate(proof.tables, start=1):
        if table.changing:
            yield _table_fault(
                "Antallet af celler i en række afhænger af en {% if %} eller {% for %}.",
                f"{place}, tabel {number}",
            )
        if not table.standing:
            yield Finding(
                code="table-changes",
                message="Alle tabellens rækker afhænger af en {%tr if %} eller {%tr for %}, så den kan blive tom.",
                remedy="Giv tabellen en række, der altid er der, fx en med overskrifter.",
                place=f"{place}, tabel {number}",
            )


def _table_fault(message: str, place: str) -> Finding:
    return Finding(
        code="table-changes",
        message=message,
        remedy="Lad tabellen stå fast, og sæt kun hele rækker i {%tr %}.",
        place=place,
    )
