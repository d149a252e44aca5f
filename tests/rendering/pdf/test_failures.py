"""A LibreOffice that hangs, crashes or lacks: no fault costs more than its file."""

from __future__ import annotations

import sys
import tempfile
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from botilbudlaege import render
from botilbudlaege.errors import DocumentError, Finding
from botilbudlaege.rendering.pdf import _conform, _convert
from botilbudlaege.rendering.word import _package
from tests.builders import en_plan
from tests.rendering.pdf.processes import are_gone, running

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Fake = Callable[[str], Path]


HANGS = "sleep 600 & echo $! >> children; while kill -0 $!; do echo 60 >> passed; sleep 0.1; done"
SLOW = """echo 0.4 >> passed; until [ "$(cat passed)" = "$(cat seen)" ]; do sleep 0.01; done"""


@pytest.fixture(autouse=True)
def _clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the seconds pass that a script writes in the file `passed`, and no others; `seen` has what was noticed of them."""
    work = tmp_path / "work"

    def now() -> float:
        told = (work / "passed").read_text() if (work / "passed").exists() else ""
        (work / "seen").write_text(told)
        return sum(map(float, told.split()))

    monkeypatch.setattr(_convert, "time", SimpleNamespace(monotonic=now, sleep=time.sleep))


def docx(mark: str = "fin") -> bytes:
    """Give a package with nothing in it but what makes it one, and a part whose name a script can see."""
    return _package.write(dict.fromkeys((_package.CONTENT_TYPES, _package.DOCUMENT, mark), b"<a/>"))


def codes(made: list[bytes | Finding]) -> list[str]:
    """Give what became of each document."""
    return [each.code if isinstance(each, Finding) else "pdf" for each in made]


def test_one_that_hangs_is_killed_with_its_children(fake: Fake, own_tmp: Path) -> None:
    """After its time, twice: in the batch and by itself; the others are made, and nothing is left."""
    work = fake(f'grep -q -a SLEM "$f" && {{ {HANGS}; }}')
    made = _convert.convert({"a": docx(), "b": docx("SLEM"), "c": docx(), "d": docx()}, timeout=59)
    children = [int(line) for line in (work / "children").read_text().split()]

    assert codes(made) == ["pdf", "pdf-timeout", "pdf", "pdf"]
    assert made[1].place == "b"
    assert len(children) == 2
    assert are_gone(children)
    assert running(str(own_tmp)) == []
    assert [*own_tmp.iterdir()] == []


def test_one_that_crashes_costs_only_its_document(fake: Fake, own_tmp: Path) -> None:
    """The rest goes on in a process of its own."""
    work = fake('grep -q -a SLEM "$f" && kill -9 $$')
    made = _convert.convert([docx(), docx("SLEM"), docx(), docx("SLEM"), docx()])

    assert codes(made) == ["pdf", "pdf-crashed", "pdf", "pdf-crashed", "pdf"]
    assert len((work / "runs").read_text().split()) == 5
    assert [*own_tmp.iterdir()] == []


def test_one_that_always_hangs_is_given_up(fake: Fake) -> None:
    """A hundred documents do not wait a hundred times."""
    work = fake(HANGS)
    made = _convert.convert([docx()] * 100, timeout=59)

    assert codes(made) == ["pdf-timeout"] * 100
    assert len((work / "runs").read_text().split()) == 3


def test_one_that_is_slow_but_goes_on_is_left_alone(fake: Fake) -> None:
    """The time is counted from the last PDF."""
    work = fake(SLOW)
    made = _convert.convert([docx()] * 5, timeout=1)

    assert codes(made) == ["pdf"] * 5
    assert len((work / "runs").read_text().split()) == 1


def test_half_a_pdf_is_none(fake: Fake) -> None:
    """The exit code is 0 whatever happened: the file is looked at."""
    fake('grep -q -a SLEM "$f" && { echo "%PDF-1.6" > "${f%.docx}.pdf"; continue; }')

    assert codes(_convert.convert([docx(), docx("SLEM"), docx()])) == ["pdf", "pdf-failed", "pdf"]


def test_what_is_no_pdf_after_all(fake: Fake) -> None:
    """Head and tail are right, and nothing is between them."""
    fake('grep -q -a SLEM "$f" && { echo "%PDF-1.6 %%EOF" > "${f%.docx}.pdf"; continue; }')

    assert codes(_convert.convert([docx("SLEM"), docx()])) == ["pdf-failed", "pdf"]


def test_no_room_for_temporary_files(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding, as for any other fault."""
    fake("")
    monkeypatch.setattr(tempfile, "tempdir", "/findes/ikke")

    assert codes(_convert.convert([docx()])) == ["cannot-write"]


def test_more_than_a_process_takes(fake: Fake) -> None:
    """Each hundred gets its own."""
    work = fake("")

    assert codes(_convert.convert([docx()] * 201)) == ["pdf"] * 201
    assert len((work / "runs").read_text().split()) == 3


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says how to install it; nothing is written."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError, match="apt-get install libreoffice-writer-nogui fonts-liberation2"):
        render(en_plan()).save(tmp_path / "a.pdf")

    assert [*tmp_path.iterdir()] == []


def test_without_pikepdf(tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """As without LibreOffice."""
    fake("")
    monkeypatch.setitem(sys.modules, "pikepdf", None)

    with pytest.raises(DocumentError, match=r"a\.pdf: .*pip install 'botilbudlaege\[pdf\]'"):
        render(en_plan()).save(tmp_path / "a.pdf")


def test_a_stream_that_ends_in_a_carriage_return(tmp_path: Path) -> None:
    """It is wrapped, and holds what it held."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Prove = pdf.make_stream(b"")
        pdf.Root.Prove.write(bytes(range(256)) + b"\r", filter=pikepdf.Name("/ASCII85Decode"))
        pdf.save(tmp_path / "a.pdf")
    conforming = _conform.conform((tmp_path / "a.pdf").read_bytes())
    (tmp_path / "b.pdf").write_bytes(conforming)
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        raw = pdf.Root.Prove.read_raw_bytes()
        filters = [str(each) for each in pdf.Root.Prove.Filter]

    assert raw.endswith(b"\x80")
    assert filters == ["/RunLengthDecode", "/ASCII85Decode"]
    assert b"\r\nendstream" not in conforming
