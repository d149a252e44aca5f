"""Texts that a spreadsheet may take for a formula: written so that they stay text, and read back unchanged."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from botilbudlaege._files import Source
from botilbudlaege.data.tables import _csv_file, _tables, _workbook_written

if TYPE_CHECKING:
    from pathlib import Path

FULL_WIDTH = "＝＋－＠"
SMALL = "﹦﹢﹣﹫"
RAISED_AND_LOWERED = "⁼⁺⁻₌₊₋"
SIGNS = [*"=+-@−", *FULL_WIDTH, *SMALL, *RAISED_AND_LOWERED]
FORMULAS = [
    *(f"{sign}1+1" for sign in SIGNS),
    *(f"{lead}{text}" for lead in (" ", "\t", "\r", "\n", "\u00a0", "\u3000 ") for text in ("=1", "＝1")),
    *("\tx", "\rx", "\nx", "⩵1"),
]
TEXTS = ["A=1", "1+1", "x", "'", "''", "'x", "'=1", "'＝1", "''＝1", "' =1", "Å – b", "½", "«", "1－2"]


def csv_cells(content: bytes) -> list[list[str]]:
    """Read the cells as a spreadsheet gets them."""
    return [*csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")]


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_a_formula_is_guarded_in_csv(text: str) -> None:
    """By an apostrophe, also in a header."""
    assert csv_cells(_csv_file.write([[text], [text]])) == [[f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_a_formula_is_text_in_a_workbook(text: str) -> None:
    """Also when the cell is typed again: it is marked as text twice."""
    cell: Any = openpyxl.load_workbook(io.BytesIO(_workbook_written.write([[text]]))).active["A1"]

    assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_all_are_read_back_as_they_were(suffix: str, tmp_path: Path) -> None:
    """With what only looks like one, and what has an apostrophe of its own."""
    if suffix == ".xlsx":  # XML makes line feeds of carriage returns, guarded or not
        texts = [text for text in (*FORMULAS, *TEXTS) if "\r" not in text]
    else:
        texts = [*FORMULAS, *TEXTS]
    table = [["a", "b"], *([text, "x"] for text in texts)]
    (tmp_path / f"r{suffix}").write_bytes(_tables.write(table, suffix))
    _, *rows = _tables.read(Source.of(tmp_path / f"r{suffix}"), is_header=bool).rows

    assert [cells[0] for _, cells in rows] == texts


def test_every_sign_that_normalises_to_one_of_a_formula_is_guarded() -> None:
    """All of Unicode is tried."""
    signs = [
        char
        for char in map(chr, range(0x110000))
        if unicodedata.normalize("NFKC", char)[:1] in {"=", "+", "-", "@"}
    ]
    written = _csv_file.write([[char] for char in signs])

    assert set("=＝﹦＋－＠") <= set(signs)
    assert all(cell.startswith("'") for (cell,) in csv_cells(written))
