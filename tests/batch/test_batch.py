"""Many documents at once: the same files however they are made, every bad row named, and a run that goes on."""

from __future__ import annotations

import csv
import datetime
import gc
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import Klausul, Kommune, Registerpost, load, packs, render, render_many
from botilbudlaege._struktur import unstructure
from botilbudlaege.batch import JOURNAL, Report
from botilbudlaege.batch._filnavne import Names
from botilbudlaege.cli import run
from botilbudlaege.data import _register, _tabel
from botilbudlaege.errors import DataError, DocumentError, PackError
from tests.builders import en_opsigelse, en_plan, et_botilbud, without

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege import Samarbejdsplan

Home = dict[str, Any]
Output = pytest.CaptureFixture[str]

HOMES = 900
STOPPED_AT = 250  # documents: in the third of the chunks that a batch journals
START = "plan.ikrafttraeden"
NAVN = "plan.botilbud.navn"
STRAY = "en kolonne uden overskrift"
BAD: dict[str, tuple[Home, str]] = {
    "CVR that is none": ({"plan.botilbud.cvr": "12345678"}, "plan.botilbud.cvr"),
    "unknown municipality": ({"plan.botilbud.kommune": "Atlantis"}, "plan.botilbud.kommune"),
    "misspelt code": ({"plan.botilbud.lovgrundlag": "SEL_10"}, "plan.botilbud.lovgrundlag"),
    "impossible date": ({START: "31-02-2025"}, START),
    "text for a number": ({"plan.botilbud.antal_beboere": "mange"}, "plan.botilbud.antal_beboere"),
    "hours that are not allowed": ({"plan.timer_pr_maaned": "4"}, "plan.timer_pr_maaned"),
    "start before the scheme": ({START: "31-12-2024"}, START),
    "CPR in text": ({"plan.praksis.kontaktperson.titel": "hos 010190-1234"}, "plan.praksis.kontaktperson.titel"),
    "the same home again": ({"plan.botilbud.p_nummer": "1000000000"}, "plan.botilbud.p_nummer"),
    "no name": ({NAVN: None}, NAVN),
    "a fact that a final needs": ({"plan.timer_pr_maaned": None}, "plan.timer_pr_maaned"),
    "a cell under no header": ({STRAY: "løs tekst"}, STRAY),
}  # fmt: skip
"""The ways in which a row of the register is bad, and the column that is to blame."""


def home(number: int, **changes: Any) -> Home:
    """Give the cells of a home with a plan, by the path of the fact."""
    return {
        NAVN: f"Botilbud {number}",
        "plan.botilbud.kommune": "Skanderborg",
        "plan.botilbud.lovgrundlag": "SEL_108",
        "plan.botilbud.laengerevarende": "ja",
        "plan.botilbud.antal_beboere": "18",
        "plan.botilbud.p_nummer": f"1{number:09}",
        "plan.botilbud.cvr": "38990608",
        "plan.botilbud.organisation.navn": "Fonden Havblik",
        "plan.botilbud.kontaktperson.navn": "Ida Holm",
        "plan.botilbud.kontaktperson.telefon": "86 12 34 56",
        "plan.botilbud.kontaktperson.rolle": "SUNDHEDSFAGLIG",
        "plan.praksis.navn": "Lægerne ved Søen",
        "plan.praksis.kontaktperson.navn": "Mette Storm",
        "plan.praksis.kontaktperson.titel": "sekretær",
        "plan.praksis.kontaktperson.email": "m@soe.example",
        "plan.aftalepart": "BOTILBUD",
        "plan.timer_pr_maaned": str(2 + number % 2),
        START: "01-04-2025",
        "plan.moedeaftaler": "ingen",
        "modtaget": None,
        "opsagt_af": None,
        STRAY: None,
        **changes,
    }


HEADERS = {column.path: column.header for column in _register.columns()}
PLACES = {
    path: f"kolonne {_tabel.letter(number)}" + (f" ({HEADERS[path]})" if path in HEADERS else "")
    for number, path in enumerate(home(0), start=1)
}


def write(path: Path, homes: list[Home]) -> Path:
    """Write a register."""
    table = [[HEADERS.get(column) for column in home(0)], *([*each.values()] for each in homes)]
    path.write_bytes(_tabel.write_xlsx(table) if path.suffix == ".xlsx" else _tabel.write_csv(table))
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder but the journal, also the hidden ones."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != JOURNAL}


def plans(count: int) -> list[Samarbejdsplan]:
    """Make plans of which no two are alike."""
    return [
        en_plan(botilbud=et_botilbud(navn=f"Botilbud {n}"), timer_pr_maaned=2 + n % 2) for n in range(count)
    ]


def named(navn: str) -> list[Samarbejdsplan]:
    """Make a plan of a home with a name."""
    return [en_plan(botilbud=et_botilbud(navn=navn))]


# The same files, however they are made ---------------------------------------------------------------------


@contextmanager
def executor(kind: str) -> Iterator[Executor | None]:
    """Start what the work is done on."""
    if kind == "none":
        yield None
    elif kind == "dask":
        from dask.distributed import Client, LocalCluster  # noqa: PLC0415 - it takes a second

        with (
            LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=":0") as cluster,
            Client(cluster) as client,
            client.get_executor() as made,
        ):
            yield made
    else:
        with ThreadPoolExecutor(4) if kind == "threads" else ProcessPoolExecutor(2) as pool:
            yield pool


@pytest.mark.parametrize(
    "kind",
    [
        "none",
        "threads",
        "processes",
        pytest.param(
            "dask",
            marks=[
                pytest.mark.slow,
                pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed"),
                pytest.mark.filterwarnings("ignore::ResourceWarning:distributed"),
            ],
        ),
    ],
)
def test_every_executor_makes_the_same_files(kind: str, tmp_path: Path) -> None:
    """Byte for byte what `render` makes, with the same report, the refused row included."""
    subjects: list[Any] = [*plans(120), without(en_plan(), "timer_pr_maaned")]
    with executor(kind) as pool:
        report = render_many(subjects, tmp_path, executor=pool)

    assert files(tmp_path) == {
        f"{n} Botilbud {n - 1}.docx": render(plan).content for n, plan in enumerate(subjects[:-1], start=1)
    }
    assert [raekke.nummer for raekke in report.raekker] == [*range(1, 122)]
    assert (report.antal("skrevet"), report.antal("afvist")) == (120, 1)
    assert [finding.place.partition(",")[0] for finding in report.findings] == ["række 121"]


@pytest.mark.parametrize("shape", ["objects", "mappings", "views", "generator", "rows of a register"])
def test_every_shape_of_subject(shape: str, tmp_path: Path) -> None:
    """Objects, plain data, anything that can be looped over."""
    made = plans(3)
    data = [{"dokument": "samarbejdsplan", **unstructure(plan)} for plan in made]
    shapes: dict[str, Any] = {
        "objects": made,
        "mappings": data,
        "views": [MappingProxyType(each) for each in data],
        "generator": (plan for plan in made),
        "rows of a register": [Registerpost(plan=plan) for plan in made],
    }
    render_many(shapes[shape], tmp_path)

    assert files(tmp_path) == {f"{n} Botilbud {n - 1}.docx": render(p).content for n, p in enumerate(made, 1)}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_register_gives_what_its_rows_give(suffix: str, tmp_path: Path) -> None:
    """Numbered as the spreadsheet numbers them; homes without an agreement are passed over."""
    register = write(tmp_path / f"r{suffix}", [home(0), home(1, **{START: None}), home(2)])
    report = render_many(register, tmp_path / "ud")

    assert [raekke.nummer for raekke in report.raekker] == [2, 4]
    assert files(tmp_path / "ud") == {
        "2 Botilbud 0.docx": render(load(register)[0].plan).content,
        "4 Botilbud 2.docx": render(load(register)[2].plan).content,
    }


def test_a_register_of_terminations(tmp_path: Path) -> None:
    """The rows that have one; drafts are made of homes without an agreement too."""
    ended = {"modtaget": "31-03-2025", "opsagt_af": "PRAKSIS", START: "01-01-2025"}
    register = write(tmp_path / "r.csv", [home(0), home(1, **ended), home(2, **{START: None})])

    assert [raekke.fil for raekke in render_many(register, tmp_path / "o", document="opsigelse").raekker] == [
        "3 Botilbud 1.docx"
    ]
    assert render_many(register, tmp_path / "k", draft=True).antal("skrevet") == 3


# Bad rows ----------------------------------------------------------------------------------------------


@attrs.frozen
class Region:
    """A register of 900 homes, 3 % of them bad.

    Args:
        register: Its path.
        bad: Its bad rows, and how each is bad.
        none: Its rows without a plan.
        documents: The folder of what was made of it, undisturbed.
        report: What was said of it.
    """

    register: Path
    bad: dict[int, str]
    none: set[int]
    documents: Path
    report: Report


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Region:
    """Make the register, and all of its documents."""
    folder = tmp_path_factory.mktemp("region")
    homes: list[Home] = []
    bad: dict[int, str] = {}
    none: set[int] = set()
    for number in range(HOMES):
        if number % 33 == 20 and len(bad) < HOMES * 3 // 100:
            kind = [*BAD][len(bad) % len(BAD)]
            bad[number + 2] = kind
            homes.append(home(number, **BAD[kind][0]))
        elif number % 50 == 7:
            none.add(number + 2)
            homes.append(home(number, **{START: None}))
        else:
            homes.append(home(number))
    register = write(folder / "region.csv", homes)
    return Region(register, bad, none, folder / "ud", render_many(register, folder / "ud"))


@pytest.mark.slow
def test_every_bad_row_is_named_and_the_rest_are_made(region: Region) -> None:
    """Exactly the bad rows, each with row, column and remedy."""
    bad, none, report = region.bad, region.none, region.report
    refused = {raekke.nummer: raekke.findings for raekke in report.raekker if raekke.status == "afvist"}
    places = {
        number: (finding.place.partition(",")[0], finding.path)
        for number, findings in refused.items()
        for finding in findings
    }

    assert len(bad) == HOMES * 3 // 100
    assert places == {
        number: ("region.csv", f"række {number}, {PLACES[BAD[kind][1]]}") for number, kind in bad.items()
    }
    assert all(finding.remedy and finding.message for finding in report.findings)
    assert report.antal("skrevet") == HOMES - len(bad) - len(none) == len(files(region.documents))
    assert not {raekke.nummer for raekke in report.raekker} & none


def test_all_faults_of_a_row_in_one_go(tmp_path: Path) -> None:
    """Two columns, two findings; a fact that has no column is told by its name."""
    register = write(
        tmp_path / "r.csv",
        [
            home(0, **{"plan.botilbud.cvr": "1", "plan.botilbud.kommune": "Atlantis"}),
            home(1, **{"plan.praksis.navn": None}),
        ],
    )
    paths = [finding.path for finding in render_many(register, tmp_path / "ud").findings]

    assert paths == [
        f"række 2, {PLACES['plan.botilbud.kommune']}",
        f"række 2, {PLACES['plan.botilbud.cvr']}",
        "række 3, praksis.betegnelse",
    ]


def test_a_finding_holds_nothing_of_a_row_but_its_place(tmp_path: Path) -> None:
    """No name, no free text, no identification number."""
    register = write(
        tmp_path / "r.csv", [home(n, **changes) for n, (changes, _) in enumerate(BAD.values(), start=1)]
    )
    told = json.dumps(render_many(register, tmp_path / "ud").as_dict(), ensure_ascii=False)

    assert not [
        text for text in ("Fonden", "Ida", "Atlantis", "010190", "12345678", "løs tekst") if text in told
    ]


CIRCLE: dict[Any, Any] = {"dokument": "samarbejdsplan"}
CIRCLE["botilbud"] = {"navn": CIRCLE}


@pytest.mark.parametrize(
    "subject",
    [
        None,
        3,
        "tekst",
        {},
        {1: 2, "a": 3},
        {"dokument": "samarbejdsplan", "botilbud": "Æblehaven"},
        {"dokument": "samarbejdsplan", "botilbud": {"navn": "\ud800"}},
        {"dokument": "findes ikke"},
        CIRCLE,
        et_botilbud(),
        Kommune.find("Aarhus"),
    ],
    ids=str,
)
def test_what_is_no_subject_is_refused_and_the_rest_are_made(subject: Any, tmp_path: Path) -> None:
    """Nothing is raised for a bad row."""
    report = render_many([subject, en_plan()], tmp_path)

    assert [raekke.status for raekke in report.raekker] == ["afvist", "skrevet"]
    assert all(finding.place.startswith("række 1") and finding.remedy for finding in report.findings)


def test_what_cannot_be_read_at_all_is_raised(tmp_path: Path) -> None:
    """A register, a pattern, a kind, a pack, a folder: before anything is written."""
    (tmp_path / "r.csv").write_text("Navn på botilbud;Farve\nA;b\n", encoding="utf-8")
    (tmp_path / "fil").write_text("x")
    target = tmp_path / "ud"

    with pytest.raises(DataError) as header:
        render_many(tmp_path / "r.csv", target)
    assert [(each.place, each.path) for each in header.value.findings] == [("r.csv", "række 1, kolonne B")]
    with pytest.raises(DataError, match="ikke en tabel"):
        render_many(tmp_path / "r.docx", target)
    with pytest.raises(DataError):
        render_many([en_plan()], target, document="ukendt")
    with pytest.raises(PackError):
        render_many([en_plan()], target, pack="ukendt")
    with pytest.raises(DataError, match="en række af objekter"):
        render_many(MappingProxyType({}), target)
    with pytest.raises(DocumentError, match="Mappen kan ikke laves"):
        render_many([en_plan()], tmp_path / "fil" / "ud")
    assert not list(target.glob("*"))


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
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and program.poll() is None:
        if folder.exists() and sum(path.suffix == ".docx" for path in folder.iterdir()) >= count:
            break
        time.sleep(0.002)
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
    assert report.antal("uændret") >= 180  # two chunks, and in them a few rows that are refused
    assert report.antal("uændret") + report.antal("skrevet") == expected
    assert all(path.stat().st_mtime_ns == when for path, when in made.items())
    assert render_many(register, tmp_path).antal("skrevet") == 0


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
    left = files(tmp_path)

    assert program.returncode == 130
    assert "Traceback" not in told
    assert "Afbrudt." in told
    assert STOPPED_AT <= len(left) < len(files(undisturbed))
    assert all(zipfile.ZipFile(io.BytesIO(content)).testzip() is None for content in left.values())
    assert run(["batch", str(register), str(tmp_path), "--json"]) == 1
    assert json.loads(capfd.readouterr().out)["rapport"]["antal"]["uændret"] >= 100
    assert files(tmp_path) == files(undisturbed)


def test_only_a_changed_row_is_made_again(tmp_path: Path) -> None:
    """As is one whose file has gone; the rest are told as unchanged."""
    subjects = plans(4)
    render_many(subjects, tmp_path)
    subjects[1] = attrs.evolve(subjects[1], ikrafttraeden=datetime.date(2025, 7, 1))
    (tmp_path / "4 Botilbud 3.docx").unlink()
    report = render_many(subjects, tmp_path)

    assert [raekke.status for raekke in report.raekker] == ["uændret", "skrevet", "uændret", "skrevet"]
    assert (tmp_path / "2 Botilbud 1.docx").read_bytes() == render(subjects[1]).content
    assert len(files(tmp_path)) == 4


@pytest.mark.parametrize("subject", [{1: 2, "a": 3}, CIRCLE], ids=["odd keys", "within itself"])
def test_a_row_that_has_become_none_is_not_taken_for_unchanged(subject: Any, tmp_path: Path) -> None:
    """Whatever it is held against: it is refused, and the file of the earlier run stays."""
    render_many([en_plan()], tmp_path, navne="{nummer}")
    report = render_many([subject], tmp_path, navne="{nummer}")

    assert [raekke.status for raekke in report.raekker] == ["afvist"]
    assert (tmp_path / "1.docx").read_bytes() == render(en_plan()).content


def test_another_question_makes_all_again(tmp_path: Path) -> None:
    """Another pack, a draft, another day: the files are this batch's own and are replaced."""
    for changes in (
        {},
        {"pack": "faelles"},
        {"draft": True},
        {"living": True},
        {"dato": datetime.date(2025, 5, 1)},
    ):
        assert render_many(plans(2), tmp_path, **changes).antal("skrevet") == 2
        assert render_many(plans(2), tmp_path, **changes).antal("uændret") == 2


def test_clauses_travel_and_another_text_makes_all_again(tmp_path: Path) -> None:
    """As in `render`; the same text leaves the files as they are."""
    first, second = (Klausul("opsigelse", f"Planen kan opsiges af {who}.") for who in ("lægen", "alle"))
    render_many(plans(2), tmp_path, clauses=[first])
    same = render_many(plans(2), tmp_path, clauses=[first])
    other = render_many(plans(2), tmp_path, clauses=[second])
    wrong = render_many(plans(2), tmp_path / "x", clauses=[Klausul("opsigelze", "Planen ophører.")])

    assert [same.antal("uændret"), other.antal("skrevet"), wrong.antal("afvist")] == [2, 2, 2]
    assert (tmp_path / "2 Botilbud 1.docx").read_bytes() == render(plans(2)[1], clauses=[second]).content


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
    assert report.bemaerkninger[0][0].remedy in report._repr_html_()


def test_a_changed_pack_folder_makes_all_again(tmp_path: Path) -> None:
    """In the same process too, and with what it now says."""
    pack = Path(shutil.copytree(packs.load("faelles").folders[0], tmp_path / "nyskabt"))
    manifest = pack / "pakke.toml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace('id = "faelles"', 'id = "nyskabt"'), encoding="utf-8"
    )
    render_many(plans(2), tmp_path / "ud", pack=pack)
    clause = pack / "klausuler" / "opsigelse.md"
    clause.write_text("Helt ny ordlyd.\n\n" + clause.read_text(encoding="utf-8"), encoding="utf-8")
    report = render_many(plans(2), tmp_path / "ud", pack=pack)

    assert report.antal("skrevet") == 2
    assert files(tmp_path / "ud")["1 Botilbud 0.docx"] == render(plans(1)[0], pack=pack).content
    assert "Helt ny ordlyd." in render(plans(1)[0], pack=pack).text
    assert render_many(plans(2), tmp_path / "ud", pack=pack).antal("uændret") == 2


def test_a_file_that_is_not_ours_stays(tmp_path: Path) -> None:
    """Refused, unless it may be overwritten; the rest are made."""
    theirs = tmp_path / "1 Botilbud 0.docx"
    theirs.write_text("deres")
    report = render_many(plans(2), tmp_path)

    assert [finding.code for finding in report.findings] == ["file-exists"]
    assert theirs.read_text() == "deres"
    assert report.antal("skrevet") == 1
    assert render_many(plans(2), tmp_path, overwrite=True).antal("skrevet") == 1
    assert theirs.read_bytes() == render(plans(1)[0]).content


def test_a_document_that_was_made_and_not_journalled_is_as_good_as_made(tmp_path: Path) -> None:
    """A run that was killed before it wrote the journal."""
    render_many(plans(3), tmp_path)
    (tmp_path / JOURNAL).unlink()

    assert render_many(plans(3), tmp_path).antal("skrevet") == 3


@pytest.mark.parametrize("content", [b"\xff\xfe\n5\n[1]\nnull\n", b"", b"\xc3"])
def test_a_damaged_journal_is_read_as_far_as_it_goes(content: bytes, tmp_path: Path) -> None:
    """Lines that are none are passed over, and what is added after them is found."""
    (tmp_path / JOURNAL).write_bytes(content)

    assert render_many(plans(2), tmp_path).antal("skrevet") == 2
    assert render_many(plans(2), tmp_path).antal("uændret") == 2


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
    (tmp_path / "1 Botilbud 0.docx").write_text("deres")

    assert [raekke.status for raekke in render_many(plans(2), tmp_path).raekker] == ["afvist", "skrevet"]
    assert (tmp_path / "1 Botilbud 0.docx").read_text() == "deres"
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

    assert render_many(plans(1), tmp_path).antal("skrevet") == 1


# Names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("navn", "expected"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("..\\..\\vindue", "vindue"),
        ("/rod", "rod"),
        ('A<B>C:D"E|F?G*H', "A B C D E F G H"),
        ("hus.", "hus"),
        (".skjult", "skjult"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("lpt¹", "_lpt¹"),
        ("aux .b", "_aux .b"),
        ("Concordia", "Concordia"),
        ("Æblehaven\u202e\u2066x\x85", "Æblehaven x"),
        ("\ud800", "7"),
        ("", "7"),
        ("...", "7"),
        ("æ" * 300, "æ" * 75),
        ("A\u030ablehaven", "Åblehaven"),
    ],
    ids=ascii,
)
def test_a_name_is_safe_on_every_system(navn: str, expected: str) -> None:
    """Whatever the home is called, the file lies in the folder and has a name."""
    assert Names("{botilbud}").give(7, {"botilbud": {"navn": navn}}, None) == f"{expected}.docx"


@pytest.mark.parametrize("navn", ["../../ude", "CON", "æ" * 300, "a/b", "x\u202ey"])
def test_a_hostile_home_is_made_in_the_folder(navn: str, tmp_path: Path) -> None:
    """Or refused; nothing comes to lie beside the folder."""
    render_many(named(navn) if navn != "x\u202ey" else [{"botilbud": {"navn": navn}}], tmp_path / "ud")

    assert [path.name for path in tmp_path.iterdir()] == ["ud"]


def test_no_two_names_are_alike() -> None:
    """Nor in a file system that does not tell cases apart; many alike cost no more than many unlike."""
    names = Names("{botilbud}")
    given = [names.give(n, named(navn)[0], None) for n, navn in enumerate(["Ro", "RO", "ro (2)", "ro"])]
    start = time.perf_counter()
    many = {names.give(n, {"botilbud": {"navn": "Ens"}}, None).casefold() for n in range(20_000)}

    assert given == ["Ro.docx", "RO (2).docx", "ro (2) (2).docx", "ro (3).docx"]
    assert len(many) == 20_000
    assert time.perf_counter() - start < 5


def test_the_fields_of_a_pattern() -> None:
    """Those of the plan and of what has a plan; an ending that is given is not doubled."""
    names = Names("{nummer:03} {dokument} {botilbud} {praksis} {kommune}.docx")

    assert names.give(7, en_plan(), None) == "007 samarbejdsplan Æblehaven Lægerne ved Søen Skanderborg.docx"
    assert names.give(8, en_opsigelse(), None) == "008 opsigelse Æblehaven Lægerne ved Søen Skanderborg.docx"
    assert names.give(9, {"dokument": "kontrakt"}, None) == "009 kontrakt.docx"
    assert names.give(9, en_plan(), "kontrakt").startswith("009 kontrakt ")


@pytest.mark.parametrize(
    "pattern",
    [
        "{navn}",
        "{botilbud.navn}",
        "{}",
        "{0}",
        "{",
        "a/{nummer}",
        "..\\{nummer}",
        "{botilbud:d}",
        "{nummer:{botilbud}}",
    ],
)
def test_a_pattern_that_is_none(pattern: str) -> None:
    """Told before anything is made, with a remedy."""
    with pytest.raises(DataError) as error:
        Names(pattern)

    assert error.value.findings[0].remedy


# The report --------------------------------------------------------------------------------------------


def test_remarks_are_counted(tmp_path: Path) -> None:
    """One remark for three hundred documents, with their number."""
    subjects = [attrs.evolve(plan, ikrafttraeden=datetime.date(2026, 4, 1)) for plan in plans(300)]
    report = render_many(subjects, tmp_path, pack="faelles")

    assert report.bemaerkninger
    assert {count for _, count in report.bemaerkninger} == {300}
    assert {finding.severity for finding, _ in report.bemaerkninger} == {"remark"}
    assert report.findings == ()


def test_the_report_is_plain_data(tmp_path: Path) -> None:
    """JSON with counts, rows and remarks."""
    report = render_many([*plans(1), without(en_plan(), "aftalepart")], tmp_path)
    data = json.loads(json.dumps(report.as_dict()))

    assert data["mappe"] == str(tmp_path)
    assert data["antal"] == {"skrevet": 1, "uændret": 0, "afvist": 1}
    assert data["raekker"][0] == {
        "nummer": 1,
        "fil": "1 Botilbud 0.docx",
        "status": "skrevet",
        "findings": [],
        "pdf": "",
    }
    assert data["raekker"][1]["findings"][0]["code"] == "missing"
    assert isinstance(data["bemaerkninger"], list)


def test_progress_is_told(tmp_path: Path) -> None:
    """After each chunk and at the end; also when there is nothing to make, and when the number is not known."""
    told: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None) -> None:
        told.append((done, total))

    render_many(plans(250), tmp_path, progress=progress)
    first, told = told, []
    render_many(plans(250), tmp_path, progress=progress)
    second, told = told, []
    render_many(iter(plans(3)), tmp_path, progress=progress)

    assert [*dict.fromkeys(first)] == [(100, 250), (200, 250), (250, 250)]
    assert second == [(250, 250)]
    assert set(told) == {(3, None)}


def test_batch_on_the_command_line(tmp_path: Path, capfd: Output) -> None:
    """A table for people, JSON for programs, a report in a file; 1 where a row is refused, 0 where none is."""
    good, register = write(tmp_path / "god.csv", [home(0), home(1)]), tmp_path / "r.csv"
    write(register, [home(0), home(1, **{"plan.timer_pr_maaned": None})])
    rapport = tmp_path / "rapport.json"

    assert run(["batch", str(good), str(tmp_path / "a"), "--navne", "{botilbud}"]) == 0
    assert Counter(files(tmp_path / "a").keys()) == Counter(["Botilbud 0.docx", "Botilbud 1.docx"])
    assert "skrevet" in capfd.readouterr().out
    assert run(["batch", str(register), str(tmp_path / "b"), "--rapport", str(rapport)]) == 1
    told = capfd.readouterr()
    assert PLACES["plan.timer_pr_maaned"] in told.err
    assert "afvist" in told.out
    assert json.loads(rapport.read_text(encoding="utf-8"))["antal"]["afvist"] == 1
    assert run(["batch", str(register), str(tmp_path / "b"), "--json", "--processer", "2"]) == 1
    answer = json.loads(capfd.readouterr().out)
    assert answer["rapport"]["antal"] == {"skrevet": 0, "uændret": 1, "afvist": 1}
    assert len(answer["findings"]) == 1
    assert run(["batch", str(tmp_path / "ingen.csv"), str(tmp_path / "c"), "--json"]) == 1
    assert json.loads(capfd.readouterr().out)["findings"][0]["code"] == "no-file"


def test_a_remark_is_told_once_with_its_number(tmp_path: Path, capfd: Output) -> None:
    """Of two documents that have it."""
    register = write(tmp_path / "r.csv", [home(n, **{"plan.ikrafttraeden": "2026-01-01"}) for n in range(2)])

    assert run(["batch", str(register), str(tmp_path / "a")]) == 0
    assert "Bemærk (2): ikrafttraeden: Kilden er kun kendt" in capfd.readouterr().err


def test_a_register_as_people_save_it(tmp_path: Path) -> None:
    """Windows' Danish, commas and ISO dates give the same documents as ours."""
    ours = write(tmp_path / "r.csv", [home(0), home(1)])
    rows = csv.reader(io.StringIO(ours.read_text(encoding="utf-8-sig")), delimiter=";")
    out = io.StringIO()
    csv.writer(out).writerows(
        [["2025-04-01" if cell == "01-04-2025" else cell for cell in row] for row in rows]
    )
    (tmp_path / "theirs.csv").write_bytes(out.getvalue().encode("cp1252"))
    for name in ("r", "theirs"):
        render_many(tmp_path / f"{name}.csv", tmp_path / name)

    assert files(tmp_path / "r") == files(tmp_path / "theirs")
    assert len(files(tmp_path / "r")) == 2


# Memory ------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the system does not tell what a process holds"
)
def test_fifteen_hundred_documents_in_flat_memory(tmp_path: Path) -> None:
    """After the first third the process grows by no more than the report."""
    plan = en_plan()
    held: dict[int, int] = {}

    def resident(done: int, _: int | None) -> None:
        if done in (500, 1_500):
            gc.collect()
            held[done] = int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    subjects = (
        attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, navn=f"Botilbud {n}")) for n in range(1_500)
    )
    render_many(subjects, tmp_path, progress=resident)

    assert held[1_500] - held[500] < 1_500_000
