"""Small workbooks that ask for room without end: refused before what reads the cells makes it, however they write it."""

from __future__ import annotations

import io
import zipfile

import pytest

from botilbudlaege import DataError, load
from tests.data.untidy import book

SHEET = "xl/worksheets/sheet1.xml"
END = "</row></sheetData>"
FAR = {
    "plain": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "apostrophes": "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "blanks": '<row\n r = "1048576"><c\tr = "XFD1048576"><v>1</v></c></row>',
    "small letters": '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
    "a sign before": '<row r="1048576"><c a=">" r="XFD1048576"><v>1</v></c></row>',
    "a name of its own": (
        '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="1048576">'
        '<x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'
    ),
    "cells without a place": f'<row r="1048576">{"<c><v>1</v></c>" * 3000}</row>',
    "a number too large": '<row r="99999999999999999999"><c r="A99999999999999999999"><v>1</v></c></row>',
}


def with_rows(rows: str, *, encoding: str = "utf-8") -> bytes:
    """Put rows into a sheet as they stand."""
    with zipfile.ZipFile(io.BytesIO(book([["Navn på botilbud"], ["A"]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[SHEET] = parts[SHEET].decode().replace(END, f"</row>{rows}</sheetData>").encode(encoding)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("name", FAR)
def test_cells_far_apart_are_refused(name: str) -> None:
    """The memory for all that lies between them would end the process."""
    with pytest.raises(DataError, match="Tabellen er for stor"):
        load(with_rows(FAR[name]), suffix="xlsx")


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="XFD1048576" s="1"/></row>',
        '<row r="1048576"><c r="XFD1048576" s="1" t="n"></c></row>',
        '<row r="1048576" spans="1:3" ht="20"/>',
        '<row r="1048575"></row><row r="1048576"><c s="1" r="A1048576" /><c r="XFD1048576"/></row>',
    ],
)
def test_cells_far_apart_that_have_but_a_look_are_none(rows: str) -> None:
    """Somebody has formatted the sheet to its last row; nothing stands there."""
    (post,) = load(with_rows(rows), suffix="xlsx")

    assert post.plan.botilbud.navn == "A"


@pytest.mark.parametrize(
    "content",
    [
        with_rows('<row r="3"><c r="&#88;FD1048576"><v>1</v></c></row>'),
        with_rows("", encoding="utf-16"),
    ],
    ids=["a place as an entity", "two bytes a letter"],
)
def test_a_sheet_that_cannot_be_looked_through_is_refused(content: bytes) -> None:
    """Nothing is read of what was not seen."""
    with pytest.raises(DataError, match="Filen er ikke et regneark"):
        load(content, suffix="xlsx")


def test_cells_without_a_place_follow_one_another() -> None:
    """As some programs write them."""
    homes = load(with_rows("<row><c><v>7</v></c></row>"), suffix="xlsx")

    assert [post.plan.botilbud.navn for post in homes] == ["A", "7"]


def test_a_part_that_goes_on_after_its_end_is_refused() -> None:
    """What it says of its size is not believed."""
    content = with_rows("")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo(SHEET).file_size
    lies = content.replace(size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little"))

    assert lies != content
    with pytest.raises(DataError, match="Filen er ikke et regneark"):
        load(lies, suffix="xlsx")
