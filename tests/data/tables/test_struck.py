"""What is crossed out in a workbook, and what is noted beside a cell: it may not hold, and that is told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from botilbudlaege import DataError, Registerpost, Samarbejdsplan, dump, load
from botilbudlaege.data.tables import _struck
from tests.builders import et_botilbud

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = TextBlock(InlineFont(strike=True), "Gammel ")


def book(edit: Callable[[Any], object]) -> bytes:
    """A register of one home, edited."""
    made = io.BytesIO()
    dump([Registerpost(plan=Samarbejdsplan(botilbud=et_botilbud()))], made, suffix=".xlsx")
    opened = openpyxl.load_workbook(io.BytesIO(made.getvalue()))
    edit(opened.worksheets[0]["A2"])
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("attribute", "value", "told"),
    [
        ("font", Font(strike=True), [("warning", "struck-text")]),
        ("value", CellRichText(OLD), [("warning", "struck-text")]),
        ("comment", Comment("Gælder ikke", "A"), [("remark", "notes")]),
        ("font", Font(strike=False, bold=True), []),
        ("value", CellRichText(TextBlock(InlineFont(b=True), "Ny "), "have"), []),
    ],
)
def test_a_cell_that_is_crossed_out_or_has_a_note_is_read_and_told(
    attribute: str, value: object, told: list[tuple[str, str]]
) -> None:
    """By its row, or by its name."""
    register = load(book(lambda cell: setattr(cell, attribute, value)), suffix=".xlsx")

    assert len(register) == 1
    assert [(finding.severity, finding.code) for finding in register.findings] == told
    assert all("2" in finding.message for finding in register.findings)


def test_a_text_of_which_a_part_is_crossed_out_is_refused() -> None:
    """Read as it stands it would be two names in one."""
    with pytest.raises(DataError) as caught:
        load(book(lambda cell: setattr(cell, "value", CellRichText(OLD, "Ny"))), suffix=".xlsx")

    assert [(each.code, each.path.partition(" (")[0]) for each in caught.value.findings] == [
        ("struck-text", "række 2, kolonne A")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b"<r><rPr><strike/></rPr><t>a</t></r><r><t>b</t></r>", False),
        (b'<x:r><x:rPr><x:strike val="1"/></x:rPr><x:t>a</x:t></x:r>', True),
        (b"<r><rPr><strike/></rPr><t>a</t></r><r><t> </t></r>", True),
        (b'<r><rPr><strike val="0"/></rPr><t>a</t></r>', None),
        (b"<t>strike</t>", None),
    ],
)
def test_a_text_with_looks_of_its_own(text: bytes, kind: bool | None) -> None:  # noqa: FBT001 - a row of the table
    """Crossed out as a whole, in part, or not at all."""
    assert _struck.of_text(text) is kind
