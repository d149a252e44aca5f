"""Sheets read as a stream, and by calamine: the same rows, the same remarks, however the cells are written."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import DataError, Finding
from botilbudlaege._files import Source
from botilbudlaege.data.tables import _stream, _tables, _workbook
from botilbudlaege.data.tables._bounds import letter
from tests.data.test_cases import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMATS = (
    *("dd-mm-yyyy", "yyyy\\-mm\\-dd", "[$-406]d. mmmm yyyy;@", "d/m", "mm", "0", "#,##0.00", "0%", "@"),
    *("hh:mm", "000000", "dd-mm-yyyy hh:mm", '0 "kr."', "[Red]0", "General", "yy", "m/d/yyyy"),
)
BUILTIN = (0, 1, 2, 9, 10, 14, 15, 16, 17, 20, 22, 37, 44, 46, 47, 49)
TEXTS = (
    *(
        "Æblehaven",
        "A &amp; B",
        "&#198;ble",
        "&#xE6;",
        "  x ",
        "",
        "a\nb",
        "'x",
        "=1",
        "\u200bA\u030a",
        "010170-1234",
    ),
    *("&lt;b&gt;", "&quot;", "&apos;", "Kost; motion", "&#10;", "\u00a0", "&#32;x&#9;", "\u00a0x "),
)
PLAIN = (
    *(
        't="s"><v>{text}</v></c>',
        's="1" t="s"><v>{text}</v></c>',
        "><v>{number}</v></c>",
        't="n"><v>{number}</v></c>',
    ),
    *('t="b"><v>1</v></c>', 't="b"><v>0</v></c>', "/>", 's="0"/>', 's="{day}"><v>45731</v></c>'),
    *(
        't="inlineStr"><is><t>{inline}</t></is></c>',
        't="inlineStr"><is><t xml:space="preserve">{inline}</t></is></c>',
    ),
    *("><f>1+1</f><v>2</v></c>", "><f>A1</f></c>", 't="str"><f>A1&amp;""</f><v>{inline}</v></c>'),
    *('t="e"><f>1/0</f><v>#DIV/0!</v></c>', 't="str"><f>A1</f><v></v></c>', "></c>"),
    '><f t="shared" ref="A1:A9" si="0">1+1</f><v>3</v></c>',
)
"""Cells as programs write them, from behind their place."""
UNUSUAL = (
    *('s="{any}"><v>{number}</v></c>', 's="{any}"><v>45731</v></c>', 's="{any}"><v>45731.5</v></c>'),
    *(
        't="s"><v>{rich}</v></c>',
        't="inlineStr"><is><r><t>A</t></r><r><t>b</t></r></is></c>',
        's="{day}"><v>1</v></c>',
    ),
    *('t="d"><v>2025-03-01</v></c>', "><v>1</v><extLst/></c>", 't="s" s="1"><v>0</v></c>', "> <v>1</v> </c>"),
    *(
        't="inlineStr"><is><t>A_x000D_b</t></is></c>',
        't="inlineStr"><is><t>&#13;</t></is></c>',
        "><v>1</v></c >",
    ),
    *(
        's="999"><v>1</v></c>',
        't="inlineStr"><is><t>A<!-- x -->b</t></is></c>',
        't="inlineStr"><is><t>&aelig;</t></is></c>',
    ),
)
"""Cells that few write so, or that are rare."""
NUMBERS = ("1", "2.5", "-3", "1E3", "1.0E-2", "12345678901", "0")
RICH = "<si><r><t>Æble</t></r><r><t>haven</t></r></si>"
DAY_STYLES = (5, len(BUILTIN))


def styles() -> str:
    """Write a style for each format."""
    own = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{said.replace(chr(34), "&quot;")}"/>'
        for at, said in enumerate(FORMATS)
    )
    ids = (*BUILTIN, *range(164, 164 + len(FORMATS)))
    cells = "".join(f'<xf numFmtId="{each}" fontId="0"/>' for each in ids)
    return f'<styleSheet xmlns="{NS}"><numFmts>{own}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'


def workbook(
    rows: str, *, head: str = "<sheetData>", tail: str = "</sheetData>", texts: Sequence[str] = TEXTS
) -> bytes:
    """Write a workbook with the rows of a sheet as they are given."""
    strings = (
        "".join(f"<si><t{kept}>{text}</t></si>" for text in texts for kept in ("", ' xml:space="preserve"'))
        + RICH
    )
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{NS}" xmlns:r="{OFFICE}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{NS}">{strings}</sst>',
        "xl/styles.xml": styles(),
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{NS}">{head}{rows}{tail}</worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.encode(errors="surrogateescape"))
    return out.getvalue()


def a_row(number: int, cells: Sequence[str], *, attributes: str = "") -> str:
    """Write a row; a cell that is empty is left out."""
    written = "".join(
        f'<c r="{letter(at)}{number}"{"" if cell[0] in "/>" else " "}{cell}'
        for at, cell in enumerate(cells, start=1)
        if cell
    )
    return f'<row r="{number}"{attributes}>{written}</row>'


def a_cell(rng: random.Random, pool: Sequence[str]) -> str:
    """Choose a cell, and what is in it."""
    return rng.choice(pool).format(
        text=rng.randrange(2 * len(TEXTS)),
        rich=2 * len(TEXTS),
        number=rng.choice(NUMBERS),
        inline=rng.choice(TEXTS),
        day=rng.choice(DAY_STYLES),
        any=rng.randrange(len(BUILTIN) + len(FORMATS)),
    )


def read(content: bytes) -> Any:
    """Read a workbook: its rows, without what is empty at their end, and what is told of it; or why it is refused."""
    try:
        table = _tables.read(Source.of(content, ".xlsx"), is_header=bool)
        return [(number, trimmed(cells)) for number, cells in table.rows], table.remarks
    except DataError as error:
        return error.findings


def trimmed(cells: list[Any]) -> list[Any]:
    """Give the cells as far as they hold anything, each with its type."""
    last = max(at for at, cell in enumerate(cells, start=1) if cell is not None)
    return [(type(cell), cell) for cell in cells[:last]]


def both(content: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    """Read a workbook as a stream, and by calamine alone."""
    as_stream = read(content)
    with monkeypatch.context() as patch:
        patch.setattr(_stream, "glance", refused)
        return as_stream, read(content)


def refused(*_: object) -> Any:
    """Stand in for the stream."""
    raise _stream.Unusual


def rows_of(pool: Sequence[str], rng: random.Random, *, numbers: Sequence[int], wide: int) -> list[str]:
    """Write rows of cells of which some are left out, under one that has texts."""
    first = a_row(1, ['t="s"><v>0</v></c>'] * 3)
    return [first, *(a_row(number, [a_cell(rng, (*pool, "")) for _ in range(wide)]) for number in numbers)]


def test_what_most_programs_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the stream alone that reads it, and reads it as calamine does."""
    rng = random.Random(1)  # noqa: S311 - no secret
    rows = rows_of(PLAIN, rng, numbers=range(2, 400, 2), wide=30)
    rows += [
        '<row r="400" spans="1:3" ht="0" customHeight="1"/>',
        a_row(401, ["", "><v>1</v></c>"], attributes=' hidden="1"'),
    ]
    columns = '<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>'
    filtered = '</sheetData><autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter>'
    content = workbook("".join(rows), head=columns, tail=filtered)
    as_stream, exactly = both(content, monkeypatch)
    monkeypatch.setattr(_workbook._Workbook, "_exactly", refused)  # noqa: SLF001 - the way that is left out

    assert as_stream == exactly
    assert len(as_stream[1]) == len(["filtered", "hidden rows", "hidden columns"])
    assert read(content) == exactly


@pytest.mark.parametrize("unusual", UNUSUAL)
def test_what_few_write(unusual: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From where it stands calamine reads on, and nothing is lost or told twice."""
    rng = random.Random(unusual)  # noqa: S311 - no secret
    rows = rows_of(PLAIN, rng, numbers=range(2, 8), wide=5)
    rows += [
        a_row(number, [a_cell(rng, PLAIN), a_cell(rng, (unusual,)), a_cell(rng, PLAIN)])
        for number in range(9, 60)
    ]
    as_stream, exactly = both(workbook("".join(rows)), monkeypatch)

    assert as_stream == exactly


@pytest.mark.parametrize(
    "cell",
    [
        "><v>457<!-- x -->31</v></c>",
        's="5"><v><![CDATA[45731]]></v></c>',
        't="str"><f>A1</f><v>Æble<?x y?>haven</v></c>',
    ],
)
def test_a_value_in_pieces_is_told(cell: str) -> None:
    """Calamine reads the first of them, another day or another name, or nothing."""
    rows = a_row(1, ['t="s"><v>0</v></c>'] * 2) + a_row(2, ['t="s"><v>0</v></c>', cell])
    ((_, _), (_, (_, (kind, finding)))), _ = read(workbook(rows))

    assert (kind, finding.code) == (Finding, "syntax")


AROUND: dict[str, dict[str, Any]] = {
    "merged": {"tail": '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'},
    "a comment": {"head": "<sheetData><!-- x -->"},
    "a comment before": {"head": "<!-- <row r='1' hidden='1'> --><sheetData>"},
    "blanks": {"head": "<sheetData>\n"},
    "no end": {"tail": ""},
    "nothing": {"rows": ""},
    "a row without a number": {"rows": "<row><c><v>1</v></c></row>"},
    "rows out of order": {"rows": a_row(3, ["><v>1</v></c>"]) + a_row(2, ["><v>1</v></c>"])},
    "columns out of order": {"rows": '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'},
    "other quotation marks": {"rows": "<row r='1' hidden='1'><c r='A1'><v>1</v></c></row>"},
    "a cell of another row": {"rows": '<row r="1"><c r="A2"><v>1</v></c></row>'},
    "a cell far away": {"rows": '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'},
    "rows far apart": {"rows": a_row(1, ["><v>1</v></c>"]) + a_row(1_000_000, ["><v>1</v></c>"])},
    "a prefix": {"rows": '<x:row xmlns:x="y" r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'},
    "another character set": {"texts": ("\udce6",)},
}
"""What stands around cells, or is wrong with rows."""


@pytest.mark.parametrize("name", AROUND)
def test_around(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not as most programs write it is read, or refused, as calamine does."""
    rows = "".join(rows_of(PLAIN, random.Random(2), numbers=range(2, 6), wide=4))  # noqa: S311 - no secret
    as_stream, exactly = both(workbook(**{"rows": rows} | AROUND[name]), monkeypatch)

    assert as_stream == exactly


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.xlsx")), ids=lambda path: path.stem)
def test_the_cases(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every workbook of the cases."""
    as_stream, exactly = both(path.read_bytes(), monkeypatch)

    assert as_stream == exactly


@pytest.mark.parametrize("name", ["other-sheets.xlsx", "grouped.xlsx", "lo.xlsx"])
def test_a_sheet_that_is_not_held_is_read_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large one is unpacked each time that it is gone through."""
    content = (FOLDER / name).read_bytes()
    held = read(content)
    monkeypatch.setattr(_workbook, "_KEPT", 0)

    assert read(content) == held
