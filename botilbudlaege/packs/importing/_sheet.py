"""The proposal as files: a workbook that a Word person answers in, and the same as JSON for programs and for who has no Excel."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _files
from botilbudlaege.data.tables import _bounds, _tables, _workbook_written
from botilbudlaege.data.tables._extra import require
from botilbudlaege.errors import DataError
from botilbudlaege.packs.importing import _findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from botilbudlaege.packs.proposing._fields import Info
    from botilbudlaege.packs.proposing._rows import Row

_HEADS = {
    "number": "Nr.",
    "answer": "Svar",
    "proposal": "Forslag",
    "meaning": "Det betyder",
    "sure": "Sikkert?",
    "words": "Ordene i skabelonen",
    "around": "Det, der står omkring",
    "where": "Sted",
    "kind": "Slags",
    "why": "Hvorfor",
    "missing": "Når oplysningen mangler",
}
_SHEET = "Forslag"
_WIDTHS = (6, 24, 38, 32, 10, 30, 40, 44, 14, 44, 30)
_SURE, _UNSURE = "sikkert", "usikkert"
_HOW = (
    "Svar i kolonnen Svar på arket Forslag. Gem filen, luk den, og kør den samme kommando igen.",
    "Læs især de gule rækker: dem er programmet usikkert på.",
    "ja: forslaget sættes ind. Kun det, du svarer ja til eller skriver et felt ved, bliver ændret.",
    "nej: stedet er ikke et felt og bliver stående, som det er.",
    "et felt fra arket Felter, fx plan.botilbud.navn, eller feltets navn, fx navn på botilbud: det sættes ind i stedet for forslaget.",
    "to felter med + imellem: begge sættes ind med komma imellem, fx plan.botilbud.navn + plan.botilbud.adresse.linje.",
    "linje: der kommer en linje at skrive på i hånden.",
    "slet: ordene slettes. slet afsnittet: hele afsnittet slettes. slet rækken: hele rækken i en tabel slettes.",
    "liste og et felt, fx liste plan.emner: et punkt for hver i listen.",
    "godkend eller afvis: en registreret ændring. slet: en kommentar.",
    "Nr. med E: ord om et bestemt botilbud eller en bestemt læge, som står uden for stederne. Svar ja, et felt eller slet; nej, hvis de skal stå i alle dokumenter.",
    "Nr. med V: ord til den, der udfylder. Svar slet; nej, hvis de skal stå i dokumentet.",
    "Nr. med A: et afsnit, der kun er til én anledning. Svar ja; nej, hvis det skal stå i alle breve.",
    "Et sted uden svar bliver stående, og så længe det er der, kan der ikke laves et endeligt dokument.",
)


def write_json(rows: Sequence[Row], about: Mapping[str, Any]) -> bytes:
    """Write the rows as JSON."""
    listed = [
        {
            "nr": row.number,
            "svar": row.answer,
            "forslag": row.proposal,
            "betyder": row.meaning,
            "sikkert": row.sure,
            "ord": row.words,
            "omkring": row.around,
            "sted": row.where,
            "slags": row.kind,
            "hvorfor": row.why,
            "mangler": row.missing,
        }
        for row in rows
    ]
    return (json.dumps({**about, "steder": listed}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def write_workbook(rows: Sequence[Row], fields: Iterable[Info]) -> bytes:
    """Write the rows as a workbook; every cell is text, also one that looks like a formula.

    Raises:
        DataError: openpyxl is not installed.
    """
    require("openpyxl")
    import openpyxl  # noqa: PLC0415 - an extra, needed only here
    from openpyxl.styles import PatternFill  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    book = openpyxl.Workbook()
    book.properties.creator = "botilbudlaege"
    sheet = book.worksheets[0]
    sheet.title = _SHEET
    _fill(sheet, [tuple(_HEADS.values()), *(_cells(row) for row in rows)], _WIDTHS)
    answers = DataValidation(
        type="list",
        formula1='"ja,nej,linje,slet,slet afsnittet,slet rækken,godkend,afvis"',
        allow_blank=True,
        showErrorMessage=False,
    )
    sheet.add_data_validation(answers)
    answers.add(f"B2:B{len(rows) + 2}")
    mark = PatternFill("solid", fgColor="FFF2CC")
    for number, row in enumerate(rows, start=2):
        for column in range(1, len(_HEADS) + 1) if not row.sure else ():
            sheet.cell(number, column).fill = mark
    _fill(book.create_sheet("Sådan"), [("Sådan svarer du",), *((line,) for line in _HOW)], (120,))
    listed = [(info.label, info.path) for info in fields if info.is_printed or info.kind == "liste"]
    _fill(book.create_sheet("Felter"), [("Navn", "Felt"), *listed], (60, 60))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    values = attrs.asdict(row) | {"sure": _SURE if row.sure else _UNSURE}
    return tuple(str(values[key]) for key in _HEADS)


def _fill(sheet: Any, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    bold = Font(bold=True)
    wrap = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if text:
                _workbook_written.put(cell, text[: _bounds.MAX_TEXT - 1])
            cell.alignment = wrap
            if number == 1:
                cell.font = bold
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[_bounds.letter(column)].width = width
    sheet.freeze_panes = "A2"


def read_workbook(path: Path) -> dict[str, tuple[str, str]]:
    """Read the answers of a workbook: for each number the answer, and the words that it was given for.

    Raises:
        DataError: The file cannot be read, or has not the columns.
    """
    table = _tables.read(_files.Source.of(path), ark=_SHEET, is_header=lambda row: _HEADS["number"] in row)
    rows = list(table.rows)
    heads = [str(cell or "").strip() for cell in rows[0][1]]
    wanted = (_HEADS["number"], _HEADS["answer"], _HEADS["words"])
    missing = [head for head in wanted if head not in heads]
    if missing:
        raise DataError(_findings.NO_COLUMN(place=path.name, kolonne=missing[0]))
    number, answer, words = (heads.index(head) for head in wanted)
    return dict(_answers(rows[1:], number, answer, words))


def _answers(
    rows: Iterable[tuple[int, list[Any]]], number: int, answer: int, words: int
) -> Iterator[tuple[str, tuple[str, str]]]:
    for _, cells in rows:
        padded = [*cells, *([None] * (max(number, answer, words) + 1 - len(cells)))]
        key = _text(padded[number])
        if key:
            yield key, (_text(padded[answer]), _text(padded[words]))


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def read_json(path: Path) -> dict[str, Any]:
    """Read the file of a proposal.

    Raises:
        DataError: It cannot be read, or is no such file.
    """
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        rows = [(str(row["nr"]), str(row["svar"]), str(row["ord"])) for row in read["steder"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise DataError(_findings.NOT_A_PROPOSAL(place=path.name)) from None
    return {**read, "svar": {number: (answer, words) for number, answer, words in rows}}
