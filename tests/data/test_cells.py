"""Cells as people write them, in `tests/cases/cells.toml`: what each is read as, or what is told of it."""

from __future__ import annotations

import io
import tomllib
from operator import attrgetter
from pathlib import Path

import openpyxl
import pytest

from botilbudlaege._files import Source
from botilbudlaege.begreber import Begreb
from botilbudlaege.data._columns import by_key
from botilbudlaege.data._register import Reading
from tests.data.registers import ENDINGS, NAVN

CELLS: dict[str, dict[str, dict[str, list[str]]]] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "cells.toml").read_text("utf-8")
)


def register(header: str, cells: list[str], ending: str) -> Source:
    """Write a home a cell, each with a name or a number of its own."""
    numbered = ("P-nummer for botilbud", "1{:09}") if header == NAVN else (NAVN, "Hus {}")
    rows = [[header, numbered[0]], *([cell, numbered[1].format(at)] for at, cell in enumerate(cells))]
    if ending == "csv":
        lines = (";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
        return Source.of("\r\n".join(lines).encode(), ".csv")
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return Source.of(out.getvalue(), ".xlsx")


def written(value: object) -> str:
    """Write a fact as the cases have it."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, tuple):
        return "; ".join(value)
    return value.name if isinstance(value, Begreb) else str(value)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("header", CELLS)
def test_a_cell_is_read_as_what_it_says_or_told(header: str, ending: str) -> None:
    """`laest` is read without a word, `i_tvivl` with one, `fortalt` not at all; quickly and exactly alike."""
    cases = [
        (cell, kind, outcome)
        for kind, outcomes in CELLS[header].items()
        for outcome, cells in outcomes.items()
        for cell in cells
        if (ending, outcome) != ("csv", "encoding")  # of a file that is text it is told as a whole
    ]
    column = by_key(header)
    assert column is not None
    seen = []
    for row in Reading(register(header, [cell for cell, _, _ in cases], ending)):
        post, findings = row.structured()
        assert (post, findings) == row.exactly()
        told = [finding.code for finding in (*row.remarks, *findings)]
        kind = "fortalt" if post is None else "i_tvivl" if told else "laest"
        outcome = written(attrgetter(column.path)(post)) if not told else ", ".join(told)
        seen.append((cases[row.number - 2][0], kind, outcome))

    assert seen == cases
