"""What the journal answers: signed documents that no longer say what the register says, and letters owed to the region."""

from __future__ import annotations

import datetime
import io
import json
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    Anledning,
    Forloeb,
    Opsigelse,
    Part,
    Registerpost,
    Samarbejdsplan,
    load,
    render,
    render_many,
)
from botilbudlaege.batch import JOURNAL
from botilbudlaege.cli import run
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import JsonLines, issued, letters_owed, mark_signed, outdated
from tests.batch.registers import NAVN, START, Output, home, write
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from botilbudlaege import Fakta

SIGNED = datetime.date(2025, 4, 2)
P1, P2 = "1000000001", "1000000002"
CHANGED = {"timer_pr_maaned": 3, "tidligere_timer": 2, "timer_aendret": datetime.date(2025, 10, 1)}
ENDED = {"opsagt_af": Part.PRAKSIS, "modtaget": datetime.date(2025, 9, 30)}


def plan(p_nummer: str | None = P1, **changes: Any) -> Samarbejdsplan:
    """Make the plan of a home."""
    own = {
        name: changes.pop(name) for name in ("navn", "antal_beboere", "laengerevarende") if name in changes
    }
    made = en_plan(**changes)
    return attrs.evolve(made, botilbud=attrs.evolve(made.botilbud, p_nummer=p_nummer, **own))


def post(**changes: Any) -> Registerpost:
    """Make the row of a home."""
    own = {name: changes.pop(name) for name in [*changes] if name in attrs.fields_dict(Registerpost)}
    return Registerpost(plan=plan(**changes), **own)


def journal_of(
    folder: Path, subjects: Iterable[Fakta], *, signed: bool = True, draft: bool = False
) -> JsonLines:
    """Keep a journal of documents, signed or not."""
    journal = JsonLines(folder / "udstedt.jsonl")
    for number, subject in enumerate(subjects):
        document = render(subject, draft=draft)
        journal.add([issued(document, subject, file=f"{number}.docx")])
        if signed:
            mark_signed(journal, f"{number}.docx", document.content, SIGNED)
    return journal


# Signed documents -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([post()], []),
        ([post(p_nummer=None)], [("changed", ["botilbud.p_nummer"])]),
        ([post(laengerevarende=None)], []),
        ([post(timer_pr_maaned=3)], [("changed", ["timer_pr_maaned"])]),
        (
            [post(navn="Andet navn", antal_beboere=20)],
            [("changed", ["botilbud.navn", "botilbud.antal_beboere"])],
        ),
        ([post(p_nummer=P2)], [("removed", [])]),
        ([], [("removed", [])]),
        ([post(ikrafttraeden=None)], [("not-called-for", [])]),
        ([post(timer_pr_maaned=3), post()], []),
        ([post(**CHANGED)], []),
        ([post(**ENDED)], []),
    ],
    ids=[
        "the same",
        "known by its name",
        "a fact that no plan prints",
        "hours",
        "two facts",
        "another home",
        "no row",
        "no agreement any more",
        "two rows of the home, one as it was signed",
        "hours changed since",
        "terminated since",
    ],
)
def test_a_signed_plan_against_the_register(
    rows: list[Registerpost], expected: list[Any], tmp_path: Path
) -> None:
    """What counts is what the document says."""
    found = outdated(journal_of(tmp_path, [plan()]), rows)

    assert [(each.reason, [change.path for change in each.changes]) for each in found] == expected
    assert {each.entry.file for each in found} <= {"0.docx"}


def test_what_is_not_signed_or_only_a_draft_is_not_asked_after(tmp_path: Path) -> None:
    """It can be made anew."""
    (tmp_path / "a").mkdir()

    assert outdated(journal_of(tmp_path, [plan()], signed=False), []) == ()
    assert outdated(journal_of(tmp_path / "a", [plan()], draft=True), []) == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"modtaget": datetime.date(2025, 9, 30)}, []),
        ({"modtaget": datetime.date(2025, 10, 1)}, ["changed"]),
        ({}, ["not-called-for"]),
    ],
    ids=["the same", "received later", "taken back"],
)
def test_a_signed_termination_against_the_register(
    row: dict[str, Any], expected: list[str], tmp_path: Path
) -> None:
    """Against the termination of the row."""
    opsigelse = Opsigelse(plan=plan(), opsagt_af=Part.PRAKSIS, modtaget=datetime.date(2025, 9, 30))
    given = {**row, **({"opsagt_af": Part.PRAKSIS} if row else {})}

    assert [each.reason for each in outdated(journal_of(tmp_path, [opsigelse]), [post(**given)])] == expected


def test_a_file_that_no_journal_has_cannot_be_signed(tmp_path: Path) -> None:
    """It is told."""
    with pytest.raises(DocumentError, match="ikke noteret"):
        mark_signed(JsonLines(tmp_path / "a.jsonl"), "a.docx", b"", SIGNED)


# Letters owed ---------------------------------------------------------------------------------------------


def owed(journal: JsonLines, rows: Iterable[Registerpost]) -> list[str]:
    """Name the letters owed by their occasions."""
    return [letter.anledning.name for letter in letters_owed(journal, rows) if letter.anledning]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, ["INDGAAET"]),
        (CHANGED, ["INDGAAET", "TIMETAL_AENDRET"]),
        ({**CHANGED, **ENDED}, ["INDGAAET", "TIMETAL_AENDRET", "OPSAGT"]),
        ({"ikrafttraeden": None}, []),
    ],
    ids=["made", "changed", "ended", "no agreement"],
)
def test_letters_are_owed_until_they_are_issued(
    row: dict[str, Any], expected: list[str], tmp_path: Path
) -> None:
    """One by one; a batch that makes them leaves none."""
    rows = [post(**row), post(p_nummer=P2, navn="Egelund", ikrafttraeden=None)]
    journal = JsonLines(tmp_path / "ud" / JOURNAL)
    before = owed(journal, rows)
    report = render_many(rows, tmp_path / "ud", document="orientering", dato=datetime.date(2025, 10, 2))

    assert before == expected
    assert report.count("written") == len(expected)
    assert owed(journal, rows) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"ikrafttraeden": datetime.date(2025, 5, 1)}),
        (CHANGED, {**CHANGED, "timer_aendret": datetime.date(2025, 11, 1)}),
        (ENDED, {**ENDED, "modtaget": datetime.date(2025, 10, 1)}),
    ],
    ids=["start", "hours", "end"],
)
def test_another_day_is_another_letter(before: dict[str, Any], after: dict[str, Any], tmp_path: Path) -> None:
    """The one that was issued stands, and is told as left over; the new one is owed, and is made."""
    render_many([post(**before)], tmp_path, document="orientering")
    journal = JsonLines(tmp_path / JOURNAL)
    names = {path.name: path.read_bytes() for path in tmp_path.glob("*.docx")}
    still = owed(journal, [post(**after)])
    report = render_many([post(**after)], tmp_path, document="orientering")

    assert len(still) == 1
    assert [row.reason for row in report.rows if row.state == "written"] == ["new"]
    assert [each.reason for each in report.left_over] == ["not-called-for"]
    assert {name: (tmp_path / name).read_bytes() for name in names} == names


def test_a_draft_of_a_letter_pays_nothing(tmp_path: Path) -> None:
    """Nor does that of another home."""
    render_many([post()], tmp_path, document="orientering", draft=True)
    render_many([post(p_nummer=P2, navn="Egelund")], tmp_path, document="orientering")

    assert owed(JsonLines(tmp_path / JOURNAL), [post()]) == [Anledning.INDGAAET.name]


def test_letters_for_a_day(tmp_path: Path) -> None:
    """They say the day on which they are to be sent."""
    journal = JsonLines(tmp_path / "a.jsonl")
    (letter,) = letters_owed(journal, [post()], sendt=SIGNED)

    assert (letter.sendt, letter.plan) == (SIGNED, plan())


# Letters and amendments in batch --------------------------------------------------------------------------


def test_a_letter_keeps_the_day_on_which_it_was_sent(tmp_path: Path) -> None:
    """In a later run of a later day; a draft gets the day of its run."""
    first, later = datetime.date(2025, 10, 2), datetime.date(2026, 1, 5)
    render_many([post()], tmp_path, document="orientering", dato=first, draft=True)
    final = render_many([post()], tmp_path, document="orientering", dato=first)
    again = render_many([post()], tmp_path, document="orientering", dato=later)
    changed = render_many([post(antal_beboere=20)], tmp_path, document="orientering", dato=later)
    (entry,) = JsonLines(tmp_path / JOURNAL).entries()

    assert [report.rows[0].state for report in (final, again, changed)] == ["written", "unchanged", "written"]
    assert getattr(entry.subject, "sendt", None) == first


@pytest.mark.parametrize(
    ("document", "files"),
    [
        ("opsigelse", ["Æblehaven opsigelse.docx"]),
        ("allonge", ["Æblehaven allonge 2025-10-01.docx"]),
        ("informationsbrev", ["Æblehaven informationsbrev.docx"]),
        (
            "orientering",
            [
                "Æblehaven orientering indgået 2025-04-01.docx",
                "Æblehaven orientering timetal ændret 2025-10-01.docx",
                "Æblehaven orientering opsagt 2025-12-31.docx",
            ],
        ),
    ],
)
def test_what_a_row_calls_for(document: str, files: list[str], tmp_path: Path) -> None:
    """Made as `render` makes it; a row without an agreement calls for nothing."""
    rows = [post(**CHANGED, **ENDED), post(p_nummer=P2, ikrafttraeden=None)]
    report = render_many(rows, tmp_path, document=document)
    again = render_many(rows[::-1], tmp_path, document=document)

    assert [(row.number, row.state, row.file) for row in report.rows] == [
        (1, "written", name) for name in files
    ]
    assert [row.state for row in again.rows] == ["unchanged"] * len(files)


def test_an_amendment_of_a_row_is_its_change_of_hours(tmp_path: Path) -> None:
    """From the hours before to those now, from the first day of them."""
    render_many([post(**CHANGED)], tmp_path, document="allonge")
    (entry,) = JsonLines(tmp_path / JOURNAL).entries()
    allonge = post(**CHANGED).allonge

    assert entry.subject == allonge
    assert allonge is not None
    assert [(each.forhold, each.fra, each.til) for each in allonge.aendringer or ()] == [
        ("timer pr. måned", "2", "3")
    ]
    assert allonge.gaelder_fra == datetime.date(2025, 10, 1)


# A home over the years ------------------------------------------------------------------------------------

EVENTS = """\
Navn på botilbud;Kommune for botilbud;Hændelse;Dato for hændelsen;Timer pr. måned;Navn på praksis;Den part, der opsiger
Æblehaven;Skanderborg;INDGAAET;01-04-2025;2;Lægerne ved Søen;
Æblehaven;Skanderborg;TIMETAL_AENDRET;01-10-2025;3;;
Birkelund;Aarhus;;;;;
Æblehaven;Skanderborg;TIMETAL_AENDRET;01-12-2025;2;;
Æblehaven;Skanderborg;OPSAGT;15-02-2026;;;PRAKSIS
Æblehaven;Skanderborg;INDGAAET;01-07-2026;2;Lægehuset;
"""


@pytest.mark.parametrize("shape", ["path", "bytes", "file", "courses"])
@pytest.mark.parametrize(
    ("document", "files"),
    [
        ("samarbejdsplan", ["Æblehaven samarbejdsplan.docx", "Æblehaven samarbejdsplan (2).docx"]),
        ("allonge", ["Æblehaven allonge 2025-10-01.docx", "Æblehaven allonge 2025-12-01.docx"]),
        ("opsigelse", ["Æblehaven opsigelse.docx"]),
        (
            "orientering",
            [
                "Æblehaven orientering indgået 2025-04-01.docx",
                "Æblehaven orientering timetal ændret 2025-10-01.docx",
                "Æblehaven orientering timetal ændret 2025-12-01.docx",
                "Æblehaven orientering opsagt 2026-06-30.docx",
                "Æblehaven orientering indgået 2026-07-01.docx",
            ],
        ),
    ],
)
def test_what_a_list_of_events_calls_for(document: str, files: list[str], shape: str, tmp_path: Path) -> None:
    """By its path, open, or put together by the caller; a second run finds all as it was."""
    register = tmp_path / "h.csv"
    register.write_text(EVENTS, encoding="utf-8")
    shapes: dict[str, Any] = {
        "path": lambda: register,
        "bytes": register.read_bytes,
        "file": lambda: io.BytesIO(register.read_bytes()),
        "courses": lambda: load(register, tuple[Forloeb, ...]),
    }
    first, second = (
        render_many(shapes[shape](), tmp_path / "ud", document=document, draft=True) for _ in range(2)
    )

    assert [(row.number, row.file) for row in first.rows] == [(1, name) for name in files]
    assert [row.state for row in second.rows] == ["unchanged"] * len(files)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2025-03-31", 0),
        ("2025-04-01", 1),
        ("2025-10-01", 2),
        ("2026-02-14", 3),
        ("2026-02-15", 4),
        ("2026-07-01", 5),
    ],
)
def test_letters_owed_on_a_day(day: str, count: int, tmp_path: Path) -> None:
    """Those that there is an occasion for by then; less those that were issued."""
    courses = load(EVENTS.encode(), tuple[Forloeb, ...], suffix="csv")
    journal, dag = JsonLines(tmp_path / "a.jsonl"), datetime.date.fromisoformat(day)
    due = letters_owed(journal, courses, dato=dag)
    for number, letter in enumerate(due[:2]):
        entry = issued(render(letter, draft=True), letter, file=f"{number}.docx")
        journal.add([attrs.evolve(entry, draft=False)])

    assert len(due) == count
    assert len(letters_owed(journal, courses, dato=dag)) == max(count - 2, 0)


def test_letters_owed_on_a_day_by_the_rows_of_a_register(tmp_path: Path) -> None:
    """As by their courses."""
    journal, rows = JsonLines(tmp_path / "a.jsonl"), [post(**CHANGED, **ENDED)]
    days = [datetime.date(2025, 3, 31), datetime.date(2025, 9, 30), datetime.date(2025, 10, 1)]

    assert [len(letters_owed(journal, rows, dato=day)) for day in days] == [0, 2, 3]


def test_a_signed_plan_against_the_course_of_its_home(tmp_path: Path) -> None:
    """Each agreement is as it was made; one that says something else is told."""
    first, second = load(EVENTS.encode(), tuple[Forloeb, ...], suffix="csv")[0].aftaler
    journal = journal_of(tmp_path, [])
    for number, aftale in enumerate((first, second)):
        entry = issued(render(aftale.plan, draft=True), aftale.plan, file=f"{number}.docx")
        journal.add([attrs.evolve(entry, draft=False, signed=SIGNED)])
    other = EVENTS.replace("INDGAAET;01-04-2025;2", "INDGAAET;01-04-2025;3").replace(
        "01-10-2025;3", "01-10-2025;2"
    )
    rows = [
        load(text.encode(), tuple[Forloeb, ...], suffix="csv")
        for text in (EVENTS, other.replace("Æblehaven;Skanderborg;TIMETAL_AENDRET;01-12-2025;2;;\n", ""))
    ]

    assert [[each.entry.file for each in outdated(journal, courses)] for courses in rows] == [[], ["0.docx"]]


# The command line -----------------------------------------------------------------------------------------


def test_from_signing_to_what_no_longer_fits(tmp_path: Path, capfd: Output) -> None:
    """A plan is marked as signed, the register changes, and it is told; the batch keeps its file."""
    register, folder = write(tmp_path / "r.csv", [home(0), home(1)]), tmp_path / "ud"
    letters = tmp_path / "breve"
    file = "Botilbud 0 samarbejdsplan.docx"
    codes = [
        run(["batch", str(register), str(folder)]),
        run(["mark-signed", str(folder), file, "--dato", "2025-04-02"]),
        run(["issued", str(folder), str(register)]),
    ]
    before = capfd.readouterr().out
    write(register, [home(0, **{START: "01-05-2025", NAVN: "Nyt navn"}), home(1)])
    codes += [
        run(["issued", str(folder), str(register)]),
        run(["issued", str(folder), str(register), "--json"]),
    ]
    told, _, answer = capfd.readouterr().out.partition("{")
    data = json.loads("{" + answer)

    assert codes == [0] * 5
    assert f"Noteret: {file} er underskrevet den 2. april 2025." in before
    assert "2 samarbejdsplan, heraf 1 underskrevet" in before
    assert "Underskrevet, men" not in before
    assert f"Underskrevet, men registeret siger noget andet nu: {file}" in told
    assert "dato for ikrafttræden: 1. april 2025 → 1. maj 2025" in told
    assert (
        "Regionen mangler brev: Botilbud 1, Skanderborg: samarbejdsplanen er indgået, 1. april 2025" in told
    )
    assert [each["signed"] for each in data["issued"]] == ["2025-04-02", None]
    assert [each["file"] for each in data["outdated"]] == [file]
    assert [each["anledning"] for each in data["letters_owed"]] == ["INDGAAET", "INDGAAET"]
    assert run(["batch", str(register), str(letters), "--document", "orientering"]) == 0
    assert run(["issued", str(folder), str(register), "--breve", str(letters), "--json"]) == 0
    assert '"letters_owed": []' in capfd.readouterr().out


@pytest.mark.parametrize("command", ["issued", "mark-signed"])
def test_a_folder_without_a_journal_is_told(command: str, tmp_path: Path, capfd: Output) -> None:
    """And a file that is none."""
    more = ["a.docx", "--dato", "2025-04-02"] if command == "mark-signed" else []

    assert run([command, str(tmp_path), *more]) == 1
    assert "Der er ingen liste over det, der er lavet i mappen." in capfd.readouterr().err
