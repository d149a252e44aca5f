"""A large register as text, read block by block: the same rows and the same faults as read whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import load, load_rows
from botilbudlaege._files import Source
from botilbudlaege.data.tables import _blocks, _csv_file
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEAD = "Navn på botilbud;Timer pr. måned\n"
ROWS = [f"Æblehaven {number};{number}\n" for number in range(40)]
TEXT = HEAD + "".join(ROWS)
CASES = {
    "plain": TEXT,
    "ascii": "a,b\n" + "x,1\n" * 40,
    "no end": TEXT + "Birkelund;2",
    "with the mark, twice": "\ufeff\ufeff" + TEXT,
    "lines of Windows": TEXT.replace("\n", "\r\n"),
    "lines of old Macs among them": TEXT + "Birkelund;2\rEgelund;3\n",
    "separator said": "sep=;\r\n" + TEXT,
    "a cell of several lines": TEXT + '"Birke\r\n\r\nlund";2\n' * 20,
    "letters to be composed": TEXT + "A\u030aselund;2\nÆ;1\n",
    "signs that are not seen": TEXT + "Birke\u00adlund;2\n",
    "guarded and escaped": TEXT + '\'=Birkelund;2\n="0123";1\nBirke_x000D_lund;3\n',
    "a quotation mark is missing": TEXT + 'Birkelund;"2\n' + "".join(ROWS),
    "a sign after a quotation mark": TEXT + '"Birkelund" x;2\n',
    "a letter that was lost": TEXT + "Birke\ufffdlund;2\n",
}
WHOLE = {
    "Windows": TEXT.encode("cp1252"),
    "DOS": TEXT.encode("cp850"),
    "UTF-16": TEXT.encode("utf-16"),
    "a zero": TEXT.encode() + b"\0",
    "an end of file": TEXT.encode() + b"\x1a",
    "encoded twice": TEXT.encode().decode("cp1252").encode(),
    "no letter that is Danish": TEXT.replace("Æ", "É").replace("å", "é").encode(),
    "few lines": (HEAD + ROWS[0]).encode(),
}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be large, and its blocks a few lines."""
    monkeypatch.setattr(_blocks, "LARGE", 1)
    monkeypatch.setattr(_blocks, "BLOCK", 101)


def told(rows: Iterable[object]) -> list[object]:
    """Give the rows, and what is wrong after them."""
    found: list[object] = []
    try:
        found += rows
    except DataError as error:
        found += error.findings
    return found


@pytest.mark.parametrize("name", CASES)
def test_blocks_give_the_same_rows_and_faults(name: str, tmp_path: Path) -> None:
    """Wherever a block ends: in a line, a cell, a letter."""
    path = tmp_path / "r.csv"
    path.write_bytes(CASES[name].encode())
    blocks = _blocks.of(Source.of(path), lines=1)

    assert blocks is not None
    assert told(_csv_file.read_blocks(blocks)) == told(_csv_file.read(path.read_bytes()))


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_not_plainly_utf_8_is_read_whole(name: str, tmp_path: Path) -> None:
    """What it is can be told from the whole alone."""
    path = tmp_path / "r.csv"
    path.write_bytes(WHOLE[name])

    assert _blocks.of(Source.of(path), lines=2) is None


def test_only_files_are_read_in_blocks(tmp_path: Path) -> None:
    """No bytes that are held already, no folder, and nothing that is not there."""
    sources = [Source.of(TEXT.encode()), Source.of(tmp_path), Source.of(tmp_path / "ingen.csv")]

    assert [_blocks.of(source, lines=1) for source in sources] == [None, None, None]


def replaced(path: Path) -> None:
    """Put another file in its place."""
    other = path.with_name("other.csv")
    other.write_bytes(path.read_bytes())
    other.replace(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "removed": Path.unlink,
    "shorter": lambda path: path.write_text(TEXT[:500], "utf-8"),
    "of other letters": lambda path: path.write_bytes(TEXT.encode("cp1252")),
    "replaced": replaced,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_becomes_another_while_it_is_read_is_a_finding(change: str, tmp_path: Path) -> None:
    """Rather than rows of two files."""
    path = tmp_path / "r.csv"
    path.write_text(TEXT, "utf-8")
    blocks = _blocks.of(Source.of(path), lines=1)
    assert blocks is not None
    rows = _csv_file.read_blocks(blocks)
    next(rows)
    CHANGES[change](path)

    assert [getattr(each, "code", "") for each in told(rows)[-1:]] == ["changed-while-read"]


def test_a_large_register_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its path as by its bytes, good rows and bad, and never read whole."""
    monkeypatch.setattr(_blocks, "BLOCK", 1_000)
    path = tmp_path / "r.csv"
    path.write_text(HEAD + "".join(f"Hjem {number};{number or 'nul'}\n" for number in range(200)), "utf-8")
    content = path.read_bytes()
    expected = [(row.number, row.subject, len(row.findings)) for row in load_rows(content, suffix=".csv")]
    monkeypatch.setattr(Source, "read", None)

    assert [(row.number, row.subject, len(row.findings)) for row in load_rows(path)] == expected
    with pytest.raises(DataError):
        load(path)
