"""A batch that was stopped, and one that is made again: what is made stays, and only what has changed is made."""

from __future__ import annotations

import datetime
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import Klausul, packs, render, render_many
from botilbudlaege.batch import JOURNAL
from botilbudlaege.cli import run
from botilbudlaege.data._row import Columns, Row
from botilbudlaege.errors import DocumentError, PackError
from botilbudlaege.packs.folder._discovery import BUILT_IN
from tests.batch.registers import CIRCLE, HOMES, STOPPED_AT, Output, Region, files, plans
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.domain import Fakta

# Stopped, and gone on with -------------------------------------------------------------------------------

_RUN = "import sys; from botilbudlaege import render_many; render_many(sys.argv[1], sys.argv[2])"


def started(arguments: list[str], folder: Path, count: int) -> subprocess.Popen[str]:
    """Start Python, and come back when there are some documents."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # where a shell has had it ignored
    try:
        program = subprocess.Popen(
            [sys.executable, *arguments], stderr=subprocess.PIPE, text=True, start_new_session=True
        )
    finally:
        signal.signal(signal.SIGINT, before)
    while program.poll() is None:
        if folder.exists() and sum(name.endswith(".docx") for name in os.listdir(folder)) >= count:  # noqa: PTH208 - names are enough
            break
        time.sleep(0.005)
    return program


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
def test_killed_in_the_middle_and_run_again(region: Region, tmp_path: Path) -> None:
    """The same files as undisturbed; what was journalled is not made again; nothing is left lying."""
    register, undisturbed = region.register, region.documents
    expected = HOMES - len(region.bad) - len(region.none)
    with started(["-c", _RUN, str(register), str(tmp_path)], tmp_path, STOPPED_AT) as program:
        program.kill()
    made = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.docx")}
    (tmp_path / ".0123456789abcdef.tmp").write_bytes(b"PK")  # a file it was writing
    with (tmp_path / JOURNAL).open("ab") as journal:
        journal.write('["9 Æ'.encode()[:-1])  # a line it was writing
    report = render_many(register, tmp_path)

    assert program.returncode == -signal.SIGKILL
    assert STOPPED_AT <= len(made) < expected
    assert files(tmp_path) == files(undisturbed)
    assert report.count("unchanged") >= 180  # two chunks, and in them a few rows that are refused
    assert report.count("unchanged") + report.count("written") == expected
    assert all(path.stat().st_mtime_ns == when for path, when in made.items())
    assert render_many(register, tmp_path).count("written") == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the system has no SIGINT for groups")
@pytest.mark.parametrize("processes", [1, 2])
def test_ctrl_c(processes: int, region: Region, tmp_path: Path, capfd: Output) -> None:
    """Exit code 130, no half document, and the next run goes on."""
    register, undisturbed = region.register, region.documents
    command = ["-m", "botilbudlaege", "batch", str(register), str(tmp_path), "--processer", str(processes)]
    with started(command, tmp_path, STOPPED_AT) as program:
        os.killpg(program.pid, signal.SIGINT)
        _, told = program.communicate(timeout=60)
    left = {name: content for name, content in files(tmp_path).items() if name.endswith(".docx")}

    assert program.returncode == 130
    assert "Traceback" not in told
    assert "Afbrudt." in told
    assert STOPPED_AT <= len(left) < len(files(undisturbed))
    assert all(zipfile.ZipFile(io.BytesIO(content)).testzip() is None for content in left.values())
    assert run(["batch", str(register), str(tmp_path), "--json"]) == 1
    assert json.loads(capfd.readouterr().out)["report"]["counts"]["unchanged"] >= 100
    assert files(tmp_path) == files(undisturbed)


def test_only_a_changed_row_is_made_again(tmp_path: Path) -> None:
    """As is one whose file has gone; the rest are told as unchanged."""
    subjects = plans(4)
    render_many(subjects, tmp_path)
    subjects[1] = attrs.evolve(subjects[1], ikrafttraeden=datetime.date(2025, 7, 1))
    (tmp_path / "Botilbud 3 samarbejdsplan.docx").unlink()
    report = render_many(subjects, tmp_path)

    assert [row.state for row in report.rows] == ["unchanged", "written", "unchanged", "written"]
    assert (tmp_path / "Botilbud 1 samarbejdsplan.docx").read_bytes() == render(subjects[1]).content
    assert len(files(tmp_path)) == 4


@pytest.mark.parametrize("subject", [{1: 2, "a": 3}, CIRCLE], ids=["odd keys", "within itself"])
def test_a_row_that_has_become_none_is_not_taken_for_unchanged(subject: Any, tmp_path: Path) -> None:
    """Whatever it is held against: it is refused, and the file of the earlier run stays."""
    render_many([en_plan()], tmp_path, names="{nummer}")
    report = render_many([subject], tmp_path, names="{nummer}")

    assert [row.state for row in report.rows] == ["refused"]
    assert (tmp_path / "1.docx").read_bytes() == render(en_plan()).content


def test_another_question_makes_all_again(tmp_path: Path) -> None:
    """A draft, another pack, another day: the files are this batch's own and are replaced."""
    questions: list[dict[str, Any]] = [
        {"draft": True},
        {},
        {"pack": "faelles"},
        {"living": True},
        {"dato": datetime.date(2025, 5, 1)},
    ]
    for changes in questions:
        assert render_many(plans(2), tmp_path, **changes).count("written") == 2
        assert render_many(plans(2), tmp_path, **changes).count("unchanged") == 2


def test_clauses_travel_and_another_text_makes_all_again(tmp_path: Path) -> None:
    """As in `render`; the same text leaves the files as they are."""
    first, second = (Klausul("opsigelse", f"Planen kan opsiges af {who}.") for who in ("lægen", "alle"))
    render_many(plans(2), tmp_path, clauses=[first])
    same = render_many(plans(2), tmp_path, clauses=[first])
    other = render_many(plans(2), tmp_path, clauses=[second])
    wrong = render_many(plans(2), tmp_path / "x", clauses=[Klausul("opsigelze", "Planen ophører.")])

    assert [same.count("unchanged"), other.count("written"), wrong.count("refused")] == [2, 2, 2]
    assert (tmp_path / "Botilbud 1 samarbejdsplan.docx").read_bytes() == render(
        plans(2)[1], clauses=[second]
    ).content


def test_a_report_shows_itself(tmp_path: Path) -> None:
    """Numbers, what is wrong, and remarks with their numbers, as text and in a notebook."""
    later = {"ikrafttraeden": datetime.date(2026, 7, 1)}
    report = render_many([en_plan(**later), en_plan(timer_pr_maaned=None, **later)], tmp_path / "ud")
    lines = str(report).splitlines()

    assert lines[0] == "ud: 1 skrevet, 0 uændret, 1 afvist"
    assert lines[1].startswith("Fejl: ")
    assert "Der mangler: antal timer." in lines[1]
    assert lines[2].startswith("Bemærkning (1): ")
    assert '<td style="text-align: left">1</td>' in report._repr_html_()
    assert "Der mangler: antal timer." in report._repr_html_()
    assert report.remarks[0][0].remedy in report._repr_html_()


def test_a_changed_pack_folder_makes_all_again(tmp_path: Path) -> None:
    """In the same process too, and with what it now says."""
    pack = Path(shutil.copytree(BUILT_IN / "faelles", tmp_path / "nyskabt"))
    manifest = pack / "pakke.toml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace('id = "faelles"', 'id = "nyskabt"'), encoding="utf-8"
    )
    render_many(plans(2), tmp_path / "ud", pack=pack)
    clause = pack / "klausuler" / "opsigelse.md"
    clause.write_text("Helt ny ordlyd.\n\n" + clause.read_text(encoding="utf-8"), encoding="utf-8")
    report = render_many(plans(2), tmp_path / "ud", pack=pack)

    assert report.count("written") == 2
    assert files(tmp_path / "ud")["Botilbud 0 samarbejdsplan.docx"] == render(plans(1)[0], pack=pack).content
    assert "Helt ny ordlyd." in render(plans(1)[0], pack=pack).text
    assert render_many(plans(2), tmp_path / "ud", pack=pack).count("unchanged") == 2


def test_a_folder_with_the_id_of_an_installed_pack_is_used(tmp_path: Path) -> None:
    """A region's new edition of its own pack, by its folder or as it was loaded: never the one that is installed."""
    pack = Path(shutil.copytree(BUILT_IN / "midtjylland", tmp_path / "midtjylland"))
    clause = pack / "klausuler" / "indledning.md"
    clause.write_text("Helt ny ordlyd.\n\n" + clause.read_text(encoding="utf-8"), encoding="utf-8")
    made = render(plans(1)[0], pack=pack)
    for number, given in enumerate((pack, str(pack), packs.load(pack))):
        render_many(plans(1), tmp_path / f"{number}", pack=given)
        assert files(tmp_path / f"{number}") == {"Botilbud 0 samarbejdsplan.docx": made.content}
    assert "Helt ny ordlyd." in made.text


def test_a_pack_that_breaks_on_the_way_refuses_its_rows(tmp_path: Path) -> None:
    """Or that a worker elsewhere does not have: the batch ends, and says of each row why there is no document."""
    pack = Path(shutil.copytree(BUILT_IN / "midtjylland", tmp_path / "midtjylland"))

    def subjects() -> Iterator[Fakta]:
        yield from plans(2)
        (pack / "pakke.toml").unlink()

    report = render_many(subjects(), tmp_path / "ud", pack=pack)

    assert [(row.state, [each.code for each in row.findings]) for row in report.rows] == [
        ("refused", ["no-file"])
    ] * 2


def test_a_file_that_is_not_ours_stays(tmp_path: Path) -> None:
    """Refused, unless it may be overwritten; the rest are made."""
    theirs = tmp_path / "Botilbud 0 samarbejdsplan.docx"
    theirs.write_text("deres")
    report = render_many(plans(2), tmp_path)

    assert [finding.code for finding in report.findings] == ["file-exists"]
    assert theirs.read_text() == "deres"
    assert report.count("written") == 1
    assert render_many(plans(2), tmp_path, overwrite=True).count("written") == 1
    assert theirs.read_bytes() == render(plans(1)[0]).content


def test_a_document_that_was_made_and_not_journalled_is_as_good_as_made(tmp_path: Path) -> None:
    """A run that was killed before it wrote the journal."""
    render_many(plans(3), tmp_path)
    (tmp_path / JOURNAL).unlink()

    assert render_many(plans(3), tmp_path).count("written") == 3


@pytest.mark.parametrize("content", [b"\xff\xfe\n5\n[1]\nnull\n", b"", b"\xc3"])
def test_a_damaged_journal_is_read_as_far_as_it_goes(content: bytes, tmp_path: Path) -> None:
    """Lines that are none are passed over, and what is added after them is found."""
    (tmp_path / JOURNAL).write_bytes(content)

    assert render_many(plans(2), tmp_path).count("written") == 2
    assert render_many(plans(2), tmp_path).count("unchanged") == 2


def test_a_journal_that_cannot_be_used(tmp_path: Path) -> None:
    """Is told, not raised as it comes."""
    (tmp_path / JOURNAL).mkdir()

    with pytest.raises(DocumentError, match="kan ikke læses eller skrives"):
        render_many(plans(1), tmp_path)


def test_a_journal_that_cannot_be_added_to(tmp_path: Path) -> None:
    """A full disk, a folder that has gone: told, and what has been made is whole."""

    def progress(_: int, __: int | None) -> None:
        (tmp_path / JOURNAL).unlink()
        (tmp_path / JOURNAL).mkdir()

    with pytest.raises(DocumentError, match="kan ikke læses eller skrives"):
        render_many(plans(150), tmp_path, progress=progress)

    assert not list(tmp_path.glob("*.tmp"))


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files, and what is there stays."""

    def no_link(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_link)
    (tmp_path / "Botilbud 0 samarbejdsplan.docx").write_text("deres")

    assert [row.state for row in render_many(plans(2), tmp_path).rows] == ["refused", "written"]
    assert (tmp_path / "Botilbud 0 samarbejdsplan.docx").read_text() == "deres"
    assert len(files(tmp_path)) == 2


def test_a_broken_pack_that_is_not_asked_for_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in `render`."""
    known = packs.load

    def load_one(name: str) -> packs.Pack:
        if name == "midtjylland":
            raise PackError
        return known(name)

    monkeypatch.setattr(packs, "load", load_one)

    assert render_many(plans(1), tmp_path).count("written") == 1


def test_a_second_run_makes_no_object_of_a_row_that_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run reads of each row the cells, and no more."""
    register = tmp_path / "register.csv"
    register.write_text("Navn på botilbud;Dato for ikrafttræden\nA;2025-04-01\nB;2025-05-01\n", "utf-8")
    render_many(register, tmp_path / "ud", draft=True)
    monkeypatch.setattr(Columns, "structured", None)
    monkeypatch.setattr(Row, "structured", None)
    report = render_many(register, tmp_path / "ud", draft=True)

    assert [row.state for row in report.rows] == ["unchanged", "unchanged"]
