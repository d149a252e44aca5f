"""Files by path, as bytes and open: wherever a path is taken, the others are."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import stat
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    BotilbudlaegeError,
    DataError,
    DocumentError,
    Registerpost,
    Samarbejdsplan,
    _files,
    dump,
    load,
    read,
    render,
    render_many,
    strip_data,
)
from botilbudlaege.packs import import_template
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

FORMATS = (".toml", ".json", ".csv", ".xlsx")


@pytest.mark.parametrize("reading", [load, read, lambda path: import_template(path, path.parent / "ny")])
def test_a_file_that_cannot_be_read_is_told_alike_by_all_that_read(
    reading: Callable[[Path], object], tmp_path: Path
) -> None:
    """One that is not there, and a folder: in the same words, with the same code."""
    (tmp_path / "mappe.docx").mkdir()
    (tmp_path / "mappe.toml").mkdir()
    ending = "toml" if reading is load else "docx"
    told = []
    for name in ("nej", "mappe"):
        with pytest.raises(BotilbudlaegeError) as caught:
            reading(tmp_path / f"{name}.{ending}")
        told.append((caught.value.findings[0].code, str(caught.value)))

    assert told == [
        ("no-file", f"nej.{ending}: Filen findes ikke. Kontrollér navn og mappe."),
        ("is-folder", f"mappe.{ending}: Det er en mappe, ikke en fil. Angiv filen i den."),
    ]


def spooled(path: Path) -> IO[bytes]:
    """Open a file as web frameworks keep an upload: it has no name."""
    file = tempfile.SpooledTemporaryFile()  # noqa: SIM115 - the test closes it
    file.write(path.read_bytes())
    file.seek(0)
    return file


def named(path: Path) -> IO[bytes]:
    """Open a file as web frameworks give an upload: its name is what the browser said."""
    file = io.BytesIO(path.read_bytes())
    file.name = path.name
    return file


def opened(path: Path) -> IO[bytes]:
    """Open a file of the machine."""
    return io.BytesIO(path.read_bytes())


@contextlib.contextmanager
def held(way: str, path: Path) -> Generator[Any]:
    """Give a file in one of the ways, and close it."""
    file = WAYS[way](path)
    yield file
    if hasattr(file, "close"):
        file.close()


WAYS: dict[str, Callable[[Path], Any]] = {
    "str": str,
    "bytes": Path.read_bytes,
    "memory": opened,
    "spooled": spooled,
    "upload": named,
    "text": lambda path: io.StringIO(path.read_text(encoding="utf-8")),
}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("way", WAYS)
def test_facts_are_loaded_from_whatever_holds_them(way: str, suffix: str, tmp_path: Path) -> None:
    """The same as from the path; a text file holds text only."""
    subject: Any = [Registerpost(plan=en_plan())] if suffix in (".csv", ".xlsx") else en_plan()
    path = tmp_path / f"fil{suffix}"
    dump(subject, path)
    if way == "text" and suffix == ".xlsx":
        return

    with held(way, path) as file:
        assert load(file, suffix=suffix) == load(path)


@pytest.mark.parametrize("suffix", FORMATS)
def test_facts_are_dumped_into_an_open_file(suffix: str, tmp_path: Path) -> None:
    """Byte for byte what the path gets, and the file stays open where it stands."""
    subject: Any = [en_plan()] if suffix in (".csv", ".xlsx") else en_plan()
    path, file = tmp_path / f"fil{suffix}", io.BytesIO(b"")
    dump(subject, path)
    dump(subject, file, suffix=suffix[1:])

    if suffix == ".xlsx":  # a zip says when it was made
        assert load(file.getvalue(), suffix=suffix) == load(path)
    else:
        assert file.getvalue() == path.read_bytes()
    assert not file.closed


def test_an_upload_says_its_format_itself(tmp_path: Path) -> None:
    """Its name has the ending, and is the place of what is wrong."""
    path = tmp_path / "plan.toml"
    path.write_text("navm = 1")

    with pytest.raises(DataError) as caught:
        load(named(path), Samarbejdsplan)

    assert [finding.place for finding in caught.value.findings] == ["plan.toml"]


@pytest.mark.parametrize("suffix", [None, "docx"])
def test_a_format_that_nothing_says_is_asked_for(suffix: str | None) -> None:
    """Bytes have no ending; TOML and CSV cannot be told apart."""
    with pytest.raises(DataError) as caught:
        load(b'navn = "Birkelund"', suffix=suffix)

    assert str(caught.value) == (
        "Intet filnavn siger, hvilket format oplysningerne er i. Angiv endelsen (suffix=): .toml, .json."
        if suffix is None
        else "Filens endelse er ikke kendt. Endelserne er .toml, .json."
    )


def test_a_closed_file_cannot_be_read() -> None:
    """It is told as any file that cannot be."""
    file = io.BytesIO(b"x")
    file.close()

    with pytest.raises(DataError, match=r"Filen kan ikke læses\."):
        load(file, suffix="toml")
    with pytest.raises(DocumentError, match="kan ikke læses"):
        read(file)
    with pytest.raises(DataError, match="file: Her skal stå en fil, men der står et helt tal"):
        load(1)


@pytest.mark.parametrize("way", [way for way in WAYS if way != "text"])
def test_a_document_is_read_and_stripped_from_whatever_holds_it(way: str, tmp_path: Path) -> None:
    """The same as from the path."""
    path = tmp_path / "plan.docx"
    document = render(en_plan(), living=True)
    document.save(path)

    with held(way, path) as file:
        assert read(file).subject == en_plan()
    with held(way, path) as file:
        assert strip_data(file) == strip_data(path)


def test_a_document_is_saved_into_an_open_file() -> None:
    """As a Word file where nothing else is said."""
    document, file = render(en_plan()), io.BytesIO()
    document.save(file)

    assert file.getvalue() == document.content
    with pytest.raises(DocumentError, match="Word-fil eller PDF"):
        document.save(file, suffix="odt")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("way", ["bytes", "spooled", "upload"])
def test_a_batch_takes_a_register_from_whatever_holds_it(way: str, suffix: str, tmp_path: Path) -> None:
    """A register is a workbook or text, which its first bytes tell."""
    path = tmp_path / f"hjem{suffix}"
    dump([en_plan()], path)
    with held(way, path) as file:
        report = render_many(file, tmp_path / "ud")

    assert [row.file for row in report.rows] == ["Æblehaven samarbejdsplan.docx"]


def test_what_is_wrong_in_a_register_without_a_name_has_a_place(tmp_path: Path) -> None:
    """It is called the register."""
    report = render_many(
        "navn på botilbud;antal beboere på botilbud\nBirkelund;mange\n".encode(), tmp_path / "ud"
    )

    assert {finding.place for finding in report.findings} == {"registeret"}


def test_documents_and_what_was_read_are_values() -> None:
    """They are keys of a table, equal ones the same, also when they come from another process."""
    document = render(en_plan(), living=True)
    back = read(document.content)

    assert {document: 1}[pickle.loads(pickle.dumps(document))] == 1
    assert {back: 1}[read(document.content)] == 1


@pytest.mark.parametrize(
    "nameless", [_files.NAMELESS, 0], ids=["as the system has it", "without nameless files"]
)
def test_a_new_file_is_written_whole_and_replaces_nothing(
    nameless: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As another program would make it, with nothing left beside it; a name that is taken is told."""
    monkeypatch.setattr(_files, "NAMELESS", nameless)
    new, others = tmp_path / "ny.txt", tmp_path / "andres.txt"
    others.write_bytes(b"andres")
    _files.write(new, b"nyt", overwrite=False)

    with pytest.raises(DocumentError, match="findes allerede"):
        _files.write(others, b"nyt", overwrite=False)
    assert new.read_bytes() == b"nyt"
    assert others.read_bytes() == b"andres"
    assert new.stat().st_mode == others.stat().st_mode
    assert new.stat().st_nlink == 1
    assert {path.name for path in tmp_path.iterdir()} == {"ny.txt", "andres.txt"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_what_is_no_file_is_not_overwritten(tmp_path: Path) -> None:
    """A file in the place of a pipe, or of `/dev/null`, would harm the programs that use it."""
    pipe = tmp_path / "rør"
    os.mkfifo(pipe)

    for overwrite in (False, True):
        with pytest.raises(DocumentError):
            _files.write(pipe, b"nyt", overwrite=overwrite)
    with pytest.raises(DocumentError, match="en enhed eller et rør"):
        _files.write(Path(os.devnull), b"nyt", overwrite=True)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["rør"]
