"""A folder over years: rows come, change and go, documents are edited and signed, the library is another; nothing is lost."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import render_many
from botilbudlaege.batch import JOURNAL, LeftOver, Report, _intents, _placing, _task, _work, set_aside
from botilbudlaege.journal import JsonLines
from botilbudlaege.packs.templates import _templates
from botilbudlaege.rendering.filling import _template as _engine
from tests.batch.registers import NAVN, START, Home, files, home, write

if TYPE_CHECKING:
    from pathlib import Path

P_NUMMER = "plan.botilbud.p_nummer"
KOMMUNE = "plan.botilbud.kommune"
OTHER_START = "01-05-2025"


def signed(content: bytes) -> bytes:
    """Add what Word adds to a document that is signed digitally."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("_xmlsignatures/origin.sigs", b"")
    return out.getvalue()


def of(number: int) -> str:
    """Name the file of a home."""
    return f"Botilbud {number} samarbejdsplan.docx"


def told(report: Report) -> dict[str, tuple[str, str, str]]:
    """Give what is told of each row that is not simply unchanged, by file or row: state, reason and finding."""
    return {
        row.file or str(row.number): (row.state, row.reason, row.findings[0].code if row.findings else "")
        for row in report.rows
        if row.state != "unchanged"
    }


def another_version(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """Let the library be of another version."""
    known = _templates.Templates.provenance

    def provenance(self: _templates.Templates) -> dict[str, str]:
        return {**known.__get__(self), "botilbudlaege.version": version}

    monkeypatch.setattr(_templates.Templates, "provenance", property(provenance))
    monkeypatch.setattr(_task, "__version__", version)


def homes_of(count: int) -> list[Home]:
    """Give the homes of a region, two of them of one name."""
    homes = [home(number) for number in range(count)]
    homes[10] = home(10, **{NAVN: "Solbakken"})
    homes[11] = home(11, **{NAVN: "Solbakken", KOMMUNE: "Aarhus"})
    return homes


def a_year_later(homes: list[Home]) -> list[Home]:
    """Put a row in on top, change ten, remove three, rename two, and let the two of one name change places."""
    later = [{**each} for each in homes]
    for number in range(20, 30):
        later[number][START] = OTHER_START
    later[40][NAVN] = "Nyt navn"
    later[41][NAVN] = "Andet navn"
    later[10], later[11] = later[11], later[10]
    return [home(len(homes)), *(each for number, each in enumerate(later) if number not in (50, 51, 52))]


def disturb(folder: Path) -> dict[str, bytes]:
    """Edit a document by hand, sign two, of which one has changed since, and empty one."""
    changed = {
        of(60): b"rettet i haanden",
        of(61): signed((folder / of(61)).read_bytes()),
        of(20): signed((folder / of(20)).read_bytes()),
        of(62): b"",
    }
    for name, content in changed.items():
        (folder / name).write_bytes(content)
    return changed


@pytest.mark.parametrize(
    "count", [70, pytest.param(3_000, marks=pytest.mark.slow)], ids=["70 rows", "3,000 rows"]
)
def test_a_region_over_years(count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each change is told by name, only what changed is made, and no file is lost."""
    homes = homes_of(count)
    register, folder = tmp_path / "register.csv", tmp_path / "ud"
    first = render_many(write(register, homes), folder)
    before = files(folder)
    disturbed = disturb(folder)
    times = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.docx")}
    second = render_many(write(register, a_year_later(homes)), folder)
    after = files(folder)
    again = render_many(register, folder)
    another_version(monkeypatch, "99.0")
    upgraded = render_many(register, folder)

    assert first.count("written") == len(before) == count
    assert {"Solbakken samarbejdsplan.docx", "Solbakken samarbejdsplan (Aarhus).docx"} < before.keys()
    assert told(second) == {
        of(count): ("written", "new", ""),
        **{of(number): ("written", "facts", "") for number in range(21, 30)},
        "Nyt navn samarbejdsplan.docx": ("written", "renamed", ""),
        "Andet navn samarbejdsplan.docx": ("written", "renamed", ""),
        of(62): ("written", "empty", ""),
        of(61): ("kept", "", ""),
        "23": ("refused", "", "signed"),
        "60": ("refused", "", "changed-by-hand"),
    }
    assert {*second.left_over} == {
        *(LeftOver(file=of(number), reason="removed") for number in (50, 51, 52)),
        *(LeftOver(file=of(number), reason="renamed") for number in (40, 41)),
    }
    made = {row.file for row in second.rows if row.state == "written"}
    expected = {**before, **disturbed, **{name: after[name] for name in made}}
    assert after == expected
    assert {
        path.name for path in folder.glob("*.docx") if times.get(path.name) != path.stat().st_mtime_ns
    } == made
    assert (
        told(again)
        == told(upgraded)
        == {
            of(61): ("kept", "", ""),
            "23": ("refused", "", "signed"),
            "60": ("refused", "", "changed-by-hand"),
        }
    )
    assert again.left_over == upgraded.left_over == second.left_over
    assert files(folder) == after
    _set_aside(register, folder, after, upgraded)


def _set_aside(register: Path, folder: Path, after: dict[str, bytes], report: Report) -> None:
    """Move what is left over: it is there as it was, is told no more, and nothing else was touched."""
    left = [each.file for each in report.left_over]
    moved = set_aside(folder)
    (folder / "arkiv").rename(folder.parent / "set aside")

    assert [each.file for each in moved] == left
    assert {path.name: path.read_bytes() for path in (folder.parent / "set aside").iterdir()} == {
        name: after[name] for name in left
    }
    assert files(folder) == {name: content for name, content in after.items() if name not in left}
    assert render_many(register, folder).left_over == ()
    assert set_aside(folder) == ()


def test_an_upgrade_makes_anew_what_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version whose documents are others: they are made anew, and a signed one stays and is kept."""
    register = write(tmp_path / "r.csv", [home(0), home(1)])
    render_many(register, tmp_path / "ud")
    content = signed((tmp_path / "ud" / of(1)).read_bytes())
    (tmp_path / "ud" / of(1)).write_bytes(content)
    another_version(monkeypatch, "99.0")
    clause = _another_wording(monkeypatch)
    report = render_many(register, tmp_path / "ud")

    assert told(report) == {of(0): ("written", "wording", ""), of(1): ("kept", "", "")}
    assert clause in zipfile.ZipFile(tmp_path / "ud" / of(0)).read("word/document.xml").decode()
    assert files(tmp_path / "ud")[of(1)] == content


def _another_wording(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let every document say something more."""
    known = _engine.filled
    words = "Ny ordlyd i en ny udgave"
    paragraph = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>".encode()

    def filled(*arguments: Any, **options: Any) -> list[tuple[bytes, bytes]]:
        members = known(*arguments, **options)
        return [(name, part.replace(b"</w:body>", paragraph)) for name, part in members]

    monkeypatch.setattr(_engine, "filled", filled)
    return words


def test_the_journal_says_what_the_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that stands through an upgrade keeps version and day; one that is made has the new."""
    register = write(tmp_path / "r.csv", [home(0)])
    render_many(register, tmp_path / "ud")
    (first,) = JsonLines(tmp_path / "ud" / JOURNAL).entries()
    another_version(monkeypatch, "99.0")
    render_many(write(register, [home(0), home(1)]), tmp_path / "ud")
    entries = {entry.file: entry for entry in JsonLines(tmp_path / "ud" / JOURNAL).entries()}

    assert [entries[of(number)].library for number in (0, 1)] == [first.library, "99.0"]
    assert entries[of(0)].issued == first.issued
    assert entries[of(0)].content == first.content


# Homes ----------------------------------------------------------------------------------------------------


def rows(report: Report) -> list[tuple[str, str]]:
    """Give state and file of each row."""
    return [(row.state, row.file) for row in report.rows]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {P_NUMMER: None}, ["written"]),
        ({P_NUMMER: None}, {}, ["written"]),
        ({P_NUMMER: None}, {P_NUMMER: None}, ["unchanged"]),
        ({P_NUMMER: None}, {P_NUMMER: None, NAVN: " botilbud   0"}, ["written"]),
        ({}, {NAVN: "BOTILBUD 0"}, ["written"]),
    ],
    ids=["number gone", "number come", "no number", "written otherwise", "in capitals"],
)
def test_a_home_is_known_again(before: Home, after: Home, expected: list[str], tmp_path: Path) -> None:
    """By its number, else by name and municipality; it keeps its file."""
    render_many(write(tmp_path / "r.csv", [home(0, **before)]), tmp_path / "ud")
    report = render_many(write(tmp_path / "r.csv", [home(0, **after)]), tmp_path / "ud")

    assert rows(report) == [(state, of(0)) for state in expected]
    assert report.left_over == ()
    assert [*files(tmp_path / "ud")] == [of(0)]


@pytest.mark.parametrize("changes", [{P_NUMMER: "1000000009"}, {P_NUMMER: None, KOMMUNE: "Aarhus"}])
def test_another_home_of_the_name_gets_a_file_of_its_own(changes: Home, tmp_path: Path) -> None:
    """Though the first is gone: its file is left over, and stands."""
    render_many(write(tmp_path / "r.csv", [home(0)]), tmp_path / "ud")
    before = files(tmp_path / "ud")
    report = render_many(write(tmp_path / "r.csv", [home(0, **changes)]), tmp_path / "ud")

    assert report.left_over == (LeftOver(file=of(0), reason="removed"),)
    assert [row.reason for row in report.rows] == ["new"]
    assert files(tmp_path / "ud")[of(0)] == before[of(0)]
    assert len(files(tmp_path / "ud")) == 2


@pytest.mark.parametrize(
    ("changes", "maybe"),
    [
        ({}, "Søbo samarbejdsplan.docx"),
        ({KOMMUNE: "Aarhus"}, ""),
        ({START: "01-11-2025"}, ""),
        ({P_NUMMER: "1000000009"}, "Søbo samarbejdsplan.docx"),
    ],
    ids=["renamed", "another municipality", "another agreement", "a number come too"],
)
def test_a_home_without_a_number_may_have_another_name(changes: Home, maybe: str, tmp_path: Path) -> None:
    """Which of the new ones it may be is told, by agreement and municipality; the old file stands."""
    nameless = {P_NUMMER: None, NAVN: "Botilbud 0"}
    render_many(write(tmp_path / "r.csv", [home(0, **nameless), home(1)]), tmp_path / "ud")
    renamed = home(0, **{**nameless, NAVN: "Søbo", **changes})
    report = render_many(write(tmp_path / "r.csv", [renamed, home(1)]), tmp_path / "ud")

    assert report.left_over == (LeftOver(file=of(0), reason="removed", maybe=maybe),)
    assert rows(report) == [("written", "Søbo samarbejdsplan.docx"), ("unchanged", of(1))]
    assert (f"måske hedder det nu noget andet og har filen {maybe}" in str(report)) == bool(maybe)


def test_two_homes_that_exchange_names(tmp_path: Path) -> None:
    """Each gets a new file, and back again its own; nothing is replaced by the other's."""
    homes = [home(0), home(1)]
    render_many(write(tmp_path / "r.csv", homes), tmp_path / "ud")
    before = files(tmp_path / "ud")
    exchanged = [home(0, **{NAVN: "Botilbud 1"}), home(1, **{NAVN: "Botilbud 0"})]
    report = render_many(write(tmp_path / "r.csv", exchanged), tmp_path / "ud")
    back = render_many(write(tmp_path / "r.csv", homes), tmp_path / "ud")

    assert [row.reason for row in report.rows] == ["renamed", "renamed"]
    assert {each.reason for each in report.left_over} == {"renamed"}
    assert rows(back) == [("unchanged", of(0)), ("unchanged", of(1))]
    assert before.items() <= files(tmp_path / "ud").items()


def test_the_number_of_a_home_stays(tmp_path: Path) -> None:
    """`{nummer}` is given once and for all, and not by where the row stands."""
    homes = [home(0), home(1)]
    render_many(write(tmp_path / "r.csv", homes), tmp_path / "ud", names="{nummer:02} {botilbud}")
    report = render_many(
        write(tmp_path / "r.csv", [home(2), *homes]), tmp_path / "ud", names="{nummer:02} {botilbud}"
    )

    assert rows(report) == [
        ("written", "03 Botilbud 2.docx"),
        ("unchanged", "01 Botilbud 0.docx"),
        ("unchanged", "02 Botilbud 1.docx"),
    ]


def test_a_row_that_cannot_be_read_loses_no_file(tmp_path: Path) -> None:
    """Its home is in the register; and while a row names no home, nothing is told as left over."""
    register = write(tmp_path / "r.csv", [home(0), home(1), home(2)])
    render_many(register, tmp_path / "ud")
    bad = render_many(write(register, [home(0, **{P_NUMMER: "12", START: "x"}), home(1)]), tmp_path / "ud")
    nameless = render_many(
        write(register, [home(0), home(1, **{NAVN: None, P_NUMMER: None})]), tmp_path / "ud"
    )

    assert bad.left_over == (LeftOver(file=of(2), reason="removed"),)
    assert nameless.left_over == ()
    assert [finding.code for finding, _ in nameless.remarks] == ["left-over-unknown"]


CONTACT = "plan.botilbud.kontaktperson.navn"
RESIDENTS, PRACTICE = "plan.botilbud.antal_beboere", "plan.praksis.navn"


@pytest.mark.parametrize("document", ["informationsbrev", "orientering"])
def test_a_letter_keeps_its_day_for_as_long_as_it_says_the_same(document: str, tmp_path: Path) -> None:
    """What it does not say changes nothing; what it says makes it another letter, which was not sent that day."""
    said = CONTACT if document == "informationsbrev" else PRACTICE
    other = {RESIDENTS: "19", said: "Ane Vig"}
    found = []
    for month, changes in ((3, {}), (6, {RESIDENTS: "19"}), (9, other), (12, other)):
        register = write(tmp_path / "register.csv", [home(1, **changes)])
        dag = datetime.date(2025, month, 1)
        report = render_many(register, tmp_path / "ud", document=document, dato=dag)
        (entry,) = [
            each
            for each in JsonLines(tmp_path / "ud" / JOURNAL).entries()
            if each.file == report.rows[0].file
        ]
        found.append((report.rows[0].state, entry.batch["sent"]))

    assert found == [
        ("written", "2025-03-01"),
        ("written", "2025-03-01"),
        ("written", "2025-09-01"),
        ("unchanged", "2025-09-01"),
    ]


def test_what_a_row_no_longer_calls_for(tmp_path: Path) -> None:
    """A home without an agreement any more is told; a draft of one that has none yet is not."""
    register = write(tmp_path / "r.csv", [home(0), home(1, **{START: None})])
    render_many(register, tmp_path / "ud", draft=True)
    final = render_many(register, tmp_path / "ud")
    ended = render_many(
        write(register, [home(0, **{START: None}), home(1, **{START: None})]), tmp_path / "ud"
    )

    assert (rows(final), final.left_over) == ([("written", of(0))], ())
    assert (rows(ended), ended.left_over) == ([], (LeftOver(file=of(0), reason="not-called-for"),))


def test_a_file_that_is_gone_with_its_row_is_forgotten(tmp_path: Path) -> None:
    """And its name is free again."""
    register = write(tmp_path / "r.csv", [home(0), home(1)])
    render_many(register, tmp_path / "ud")
    (tmp_path / "ud" / of(0)).unlink()
    without = render_many(write(register, [home(1)]), tmp_path / "ud")
    anew = render_many(write(register, [home(1), home(5, **{NAVN: "Botilbud 0"})]), tmp_path / "ud")

    assert without.left_over == ()
    assert rows(anew) == [("unchanged", of(1)), ("written", of(0))]


# Signed on paper ------------------------------------------------------------------------------------------


def test_a_document_that_the_journal_says_is_signed(tmp_path: Path) -> None:
    """On paper the file is as it was; it is kept, and refused when the row says something else."""
    register, folder = write(tmp_path / "r.csv", [home(0)]), tmp_path / "ud"
    render_many(register, folder)
    journal = JsonLines(folder / JOURNAL)
    (entry,) = journal.entries()
    before = files(folder)
    journal.add([entry.with_signature(before[of(0)], datetime.date(2025, 4, 2))])
    same = render_many(register, folder, draft=False, dato=datetime.date(2025, 5, 1))
    other = render_many(write(register, [home(0, **{START: OTHER_START})]), folder)

    assert told(same) == {of(0): ("kept", "", "")}
    assert told(other) == {"2": ("refused", "", "signed")}
    assert files(folder) == before
    assert told(render_many(register, folder, overwrite=True)) == {of(0): ("written", "overwritten", "")}


# Killed ---------------------------------------------------------------------------------------------------


class Killed(BaseException):
    """Stands for the end of the process, of which nothing in it hears."""


STEPS = ("the note is written", "half is written", "all is written", "it is journalled")


def kill(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Let the second chunk of a run end at a step."""
    place, chunks = _placing.place, 0
    left = {"the note is written": 0, "half is written": 4}.get(step, 100)

    def declare(folder: Path, entries: Any) -> str:
        nonlocal chunks
        chunks += 1
        return declared(folder, entries)

    def placed(*arguments: Any, **options: Any) -> Any:
        nonlocal left
        if chunks == 2:
            left -= 1
            if left < 0:
                raise Killed
        return place(*arguments, **options)

    def write(self: JsonLines, lines: bytes) -> None:
        if chunks == 2 and self._path.name == JOURNAL and step == "all is written":
            raise Killed
        written(self, lines)

    def withdraw(folder: Path, names: Any) -> None:
        if chunks == 2 and step == "it is journalled":
            raise Killed
        withdrawn(folder, names)

    declared, withdrawn = _intents.declare, _intents.withdraw
    written = JsonLines._write  # noqa: SLF001 - where all is written
    monkeypatch.setattr(_intents, "declare", declare)
    monkeypatch.setattr(_intents, "withdraw", withdraw)
    monkeypatch.setattr(_placing, "place", placed)
    monkeypatch.setattr(JsonLines, "_write", write)


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_point_and_the_register_changed_before_the_next_run(step: str, tmp_path: Path) -> None:
    """What was written is known: it is replaced where its row has changed, kept where it was edited, and nothing is lost."""
    register, folder = tmp_path / "r.csv", tmp_path / "ud"
    homes = [home(number) for number in range(30)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_work, "CHUNK", 20)
        kill(patch, step)
        with pytest.raises(Killed):
            render_many(write(register, homes), folder)
    written = {path.name for path in folder.glob("*.docx")}
    later = [home(30), *(home(number, **{START: OTHER_START}) for number in range(30))]
    edited = next(iter(sorted(written, key=lambda name: int(name.split()[1]), reverse=True)))
    (folder / edited).write_bytes(b"rettet")
    report = render_many(write(register, later), folder)
    refused = [row for row in report.rows if row.state == "refused"]
    undisturbed = render_many(register, tmp_path / "undisturbed")

    assert len(written) == {"the note is written": 20, "half is written": 24}.get(step, 30)
    assert len(refused) == 1
    assert (folder / edited).read_bytes() == b"rettet"
    assert {**files(folder), edited: b""} == {**files(undisturbed.folder), edited: b""}
    assert [*folder.glob(".*")] == [folder / JOURNAL]
