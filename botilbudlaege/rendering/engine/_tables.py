"""Table grids: mended once where every render needs the same, refused where it would differ.

docxtpl mends the grid of every table at every render: columns are added where a row has more cells than the grid,
and removed where no row is as wide. Here that is settled when the template is compiled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docxtpl import DocxTemplate

from botilbudlaege.errors import Finding, TemplateError
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

    from botilbudlaege.rendering.engine._proof import Proof, Table

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_PICTURE = 1001  # as docxtpl numbers them


def mend(root: etree._Element, proof: Proof, *, place: str) -> bool:
    """Mend grids and number pictures in the part's own XML; tell whether anything changed.

    Raises:
        TemplateError: A table or picture that changes from render to render.
    """
    tables = list(root.iter(f"{W}tbl"))
    pictures = list(root.iter(_PICTURE))
    if proof.pictures_change or len(pictures) != proof.pictures:
        raise TemplateError(
            Finding(
                code="picture-changes",
                message="Et billede står i en {% if %} eller {% for %}.",
                remedy="Flyt billedet ud, så det altid er der.",
                place=place,
            )
        )
    if len(tables) != len(proof.tables):
        raise TemplateError(
            _fault("table-changes", "En tabel står i en mærknings afsnit eller række.", place)
        )
    changed = False
    for index, (element, table) in enumerate(zip(tables, proof.tables, strict=True), start=1):
        changed = _mend_table(element, table, f"{place}, tabel {index}") or changed
    for number, picture in enumerate(pictures, start=_FIRST_PICTURE):
        changed = changed or picture.get("id") != str(number)
        picture.set("id", str(number))
    return changed


def _mend_table(element: etree._Element, table: Table, place: str) -> bool:
    if table.columns is None:
        return False
    always, ever = table.widths(always=True), table.widths(always=False)
    if not table.changing and _fits(table.columns, always) and _fits(table.columns, ever):
        return False
    if table.changing or always != ever:
        raise TemplateError(
            _fault("table-changes", "En tabels bredde afhænger af en {% if %} eller {% for %}.", place)
        )
    _regrid(element, *always, place)
    return True


def _fits(columns: int, widths: tuple[int, int]) -> bool:
    cells, span = widths
    return cells <= columns <= span


def _regrid(element: etree._Element, cells: int, span: int, place: str) -> None:
    """Give the grid the columns that docxtpl itself gives a table with such rows."""
    grid = element.find(f"{W}tblGrid")
    if grid is None:
        return
    columns = "".join(
        f'<w:gridCol w:w="{column.get(f"{W}w", "0")}"/>' for column in grid.findall(f"{W}gridCol")
    )
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr></w:tc></w:tr>'
    sample = f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblGrid>{columns}</w:tblGrid><w:tr>{"<w:tc/>" * cells}</w:tr>{wide}</w:tbl>'
    try:
        mended = DocxTemplate.fix_tables(cast("DocxTemplate", None), sample)
    except (ValueError, OverflowError, TypeError) as error:
        raise TemplateError(
            Finding(
                code="table-grid",
                message="En tabels kolonner har ikke en bredde i tal.",
                remedy="Slet tabellen, og indsæt den igen i Word.",
                place=place,
            )
        ) from error
    for column in list(grid):
        grid.remove(column)
    for column in _package.parse(_package.serialise(mended)).iter(f"{W}gridCol"):
        grid.append(column)


def _fault(code: str, message: str, place: str) -> Finding:
    return Finding(
        code=code, message=message, remedy="Lad den stå fast, og sæt kun hele rækker i {%tr %}.", place=place
    )
