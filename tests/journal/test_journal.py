"""The journal, as JSON Lines and in databases: what is added comes back, what was said last of a file holds."""

from __future__ import annotations

import datetime
import os
import pickle
import secrets
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import sqlalchemy

from botilbudlaege import Anledning, Orientering, _digest, facts_digest, render, render_many
from botilbudlaege.batch import set_aside
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import Home, Issued, JsonLines, Sql, _sql, issued
from tests.batch.registers import files, plans
from tests.builders import en_opsigelse, en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

KINDS = ["lines", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Any]]:
    """Give what opens a new journal: each time the same one."""
    if request.param == "lines":
        yield lambda: JsonLines(tmp_path / "udstedt.jsonl")
        return
    url = f"sqlite:///{tmp_path / 'udstedt.db'}"
    if request.param == "postgres":
        url = os.environ["BOTILBUDLAEGE_POSTGRES"]
    engine, collection = sqlalchemy.create_engine(url), secrets.token_hex(8)
    yield lambda: Sql(engine, collection=collection)
    engine.dispose()


def entry(file: str = "a.docx", **changes: Any) -> Issued:
    """Make an entry of a plan."""
    plan = en_plan()
    return attrs.evolve(issued(render(plan), plan, file=file), **changes)


FULL = {
    "draft": True,
    "home": Home("1000000001", "æblehaven »nord«", "Skanderborg"),
    "occasion": "indgået 2025-04-01",
    "signed": datetime.date(2025, 4, 2),
    "pdf": "sha256:1",
    "state": "unclaimed",
    "batch": {"key": "sha256:2", "number": "7"},
}


@pytest.mark.parametrize(
    "changes",
    [{}, FULL, {"issued": None, "facts": "", "home": Home(), "file": "linje\nskift \u2028.docx"}],
    ids=["a plan", "all of it", "next to nothing"],
)
def test_an_entry_comes_back_as_it_was(changes: dict[str, Any], opened: Callable[[], Any]) -> None:
    """Field by field, in a journal that is opened anew."""
    made = entry(**changes)
    opened().add([made])

    assert [*opened().entries()] == [made]


def test_an_entry_that_is_changed_is_written_as_it_is_now(opened: Callable[[], Any]) -> None:
    """Also where it has been written before, or has travelled."""
    journal, first = opened(), entry()
    journal.add([first])
    travelled = pickle.loads(pickle.dumps(first))
    journal.add([attrs.evolve(travelled, state="gone")])

    assert travelled == first
    assert [each.state for each in journal.entries()] == ["gone"]


def test_what_was_said_last_holds_and_nothing_is_forgotten(opened: Callable[[], Any]) -> None:
    """In the order in which the files were first issued; the history has all."""
    first, second, again = entry("a.docx"), entry("b.docx"), entry("a.docx", state="gone")
    for each in ([first, second], [], [again]):
        opened().add(each)

    assert [*opened().entries()] == [again, second]
    assert [*opened().history()] == [first, second, again]


def test_what_holds_no_longer_is_moved(tmp_path: Path) -> None:
    """Nothing is lost of it, nor the order of the files; the rest is read as before, and added to."""
    path = tmp_path / "j.jsonl"
    first, second, again = entry("a.docx"), entry("b.docx"), entry("a.docx", state="gone")
    journal = JsonLines(path)
    journal.add([first, second])
    with path.open("ab") as file:
        file.write(b"ingen linje\n")
    journal.add([again])
    moved = [journal.compact(least=10**9), journal.compact(), journal.compact()]
    JsonLines(path).add([third := entry("c.docx")])

    assert moved == [0, 2, 0]
    assert [*JsonLines(path).entries()] == [again, second, third]
    assert [*JsonLines(path).history()] == [first, again, second, third]
    assert b"ingen linje" in (tmp_path / "j.old.jsonl").read_bytes()
    assert JsonLines(tmp_path / "ny.jsonl").compact() == 0


def test_a_journal_in_which_all_holds_is_not_held_to_be_compacted(tmp_path: Path) -> None:
    """Each batch asks at its end, and a large journal is mostly facts: only what tells its lines apart is kept of it."""
    journal, one = JsonLines(tmp_path / "udstedt.jsonl"), entry(facts=f'{{"navn":"{"x" * 20_000}"}}')
    journal.add([attrs.evolve(one, file=f"{number}.docx") for number in range(100)])
    tracemalloc.start()
    try:
        moved = journal.compact()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert moved == 0
    assert most < (tmp_path / "udstedt.jsonl").stat().st_size / 5


def test_whoever_adds_waits_for_it_to_be_moved(tmp_path: Path) -> None:
    """Of what many add meanwhile nothing is lost."""
    path = tmp_path / "j.jsonl"
    made = entry()

    def add(thread: int) -> None:
        for number in range(15):
            JsonLines(path).add([attrs.evolve(made, file=f"{thread} {number % 5}.docx", content=str(number))])
            JsonLines(path).compact()

    with ThreadPoolExecutor(4) as pool:
        _ = [*pool.map(add, range(4))]

    assert {(each.file, each.content) for each in JsonLines(path).entries()} == {
        (f"{thread} {number}.docx", str(number + 10)) for thread in range(4) for number in range(5)
    }
    assert len([*JsonLines(path).history()]) == 60


def test_many_add_at_once(opened: Callable[[], Any]) -> None:
    """From threads, each with a journal of its own; all of it is there, whole."""
    names = [[f"{thread} {number}.docx" for number in range(20)] for thread in range(4)]
    made = entry()
    opened()

    def add(own: list[str]) -> None:
        journal = opened()
        for name in own:
            journal.add([attrs.evolve(made, file=name)])

    with ThreadPoolExecutor(4) as pool:
        _ = [*pool.map(add, names)]

    assert {each.file for each in opened().entries()} == {name for own in names for name in own}


def test_a_batch_keeps_the_journal_that_it_is_given(opened: Callable[[], Any], tmp_path: Path) -> None:
    """It goes on by it, and moves by it; the folder has none of its own."""
    folder = tmp_path / "ud"
    reports = [render_many(plans(3)[:count], folder, journal=opened()) for count in (3, 2)]
    moved = set_aside(folder, journal=opened())

    assert [[row.state for row in report.rows] for report in reports] == [["written"] * 3, ["unchanged"] * 2]
    assert [each.reason for each in reports[1].left_over] == ["removed"]
    assert [each.to for each in moved] == ["arkiv/Botilbud 2 samarbejdsplan.docx"]
    assert {each.file: each.state for each in opened().entries()} == {
        "Botilbud 0 samarbejdsplan.docx": "current",
        "Botilbud 1 samarbejdsplan.docx": "current",
        "Botilbud 2 samarbejdsplan.docx": "gone",
        "arkiv/Botilbud 2 samarbejdsplan.docx": "set aside",
    }
    assert {path.name for path in folder.iterdir()} == {
        "Botilbud 0 samarbejdsplan.docx",
        "Botilbud 1 samarbejdsplan.docx",
        "arkiv",
    }


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_table_that_many_make_at_once(kind: str, tmp_path: Path) -> None:
    """Each finds it made, whoever was first."""
    url = f"sqlite:///{tmp_path / 'ny.db'}" if kind == "sqlite" else os.environ["BOTILBUDLAEGE_POSTGRES"]
    engine, schema = sqlalchemy.create_engine(url), f"s{secrets.token_hex(8)}"
    if kind == "postgres":
        with engine.begin() as connection:
            connection.execute(sqlalchemy.schema.CreateSchema(schema))
        engine = engine.execution_options(schema_translate_map={None: schema})

    def open_one(number: int) -> None:
        Sql(engine, collection=str(number)).add([entry()])

    with ThreadPoolExecutor(6) as pool:
        _ = [*pool.map(open_one, range(6))]
    found = [len([*Sql(engine, collection=str(number)).entries()]) for number in range(6)]
    engine.dispose()

    assert found == [1] * 6


# What an entry says ---------------------------------------------------------------------------------------


def test_an_entry_says_what_its_document_says() -> None:
    """Facts, pack, versions and status, and the digest of the file; the subject comes back."""
    plan = en_plan()
    document = render(plan, "kontrakt", draft=True)
    made = issued(document, plan, file="k.docx")

    assert (made.document, made.draft, made.file) == ("kontrakt", True, "k.docx")
    assert made.content == _digest.of_content(document.content)
    assert made.facts_digest == facts_digest(plan) == document.provenance["botilbudlaege.oplysninger"]
    assert f"{made.pack} {made.pack_version}" == document.provenance["botilbudlaege.pakke"]
    assert made.subject == plan
    assert made.issued is not None
    assert made.issued.tzinfo is datetime.UTC


@pytest.mark.parametrize(
    ("subject", "occasion"),
    [
        (en_opsigelse(), ""),
        (Orientering(plan=en_plan(), anledning=Anledning.INDGAAET), "indgået 2025-04-01"),
    ],
    ids=["opsigelse", "orientering"],
)
def test_of_several_for_a_home_an_entry_says_which(subject: Any, occasion: str) -> None:
    """A letter by its occasion and day."""
    assert issued(render(subject), subject, file="a.docx").occasion == occasion


@pytest.mark.parametrize("subject", [et_botilbud(), None, 3], ids=["home", "none", "number"])
def test_what_no_document_is_made_of_has_no_digest(subject: Any) -> None:
    """As in `render`."""
    with pytest.raises(ValueError, match=r"\w"):
        facts_digest(subject)


def test_the_digest_of_facts_tells_them_apart() -> None:
    """Other facts, another digest; the same facts, the same."""
    assert facts_digest(en_plan()) == facts_digest(en_plan())
    assert facts_digest(en_plan()) != facts_digest(en_plan(timer_pr_maaned=3))


# What cannot be used --------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["sqlite:////ingen/mappe/a.db", "ukendt://x", "intet"])
def test_a_database_that_cannot_be_used_is_told(url: str) -> None:
    """In Danish, and not as the driver says it."""
    with pytest.raises(DocumentError, match=r"^Databasen med det, der er udstedt, kan ikke bruges\."):
        Sql(url)


def test_without_the_extra_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """When a journal is opened, and not before."""
    monkeypatch.setattr(_sql, "find_spec", lambda _: None)

    with pytest.raises(DocumentError, match=r"pip install 'botilbudlaege\[journal\]'"):
        Sql("sqlite://")


def test_a_database_that_goes_away_is_told(tmp_path: Path) -> None:
    """When it is read, and when it is written."""
    journal = Sql(f"sqlite:///{tmp_path / 'a.db'}")
    with sqlalchemy.create_engine(f"sqlite:///{tmp_path / 'a.db'}").begin() as connection:
        connection.execute(sqlalchemy.text(f"DROP TABLE {_sql.TABLE}"))
    with pytest.raises(DocumentError, match="Databasen"):
        _ = [*journal.entries()]
    with pytest.raises(DocumentError, match="Databasen"):
        journal.add([entry()])


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"3", b'{"file": "b"}', b'{"file": "b", "ny": 1}', b"\xff"]
)
def test_a_line_that_is_none_is_passed_over(line: bytes, tmp_path: Path) -> None:
    """Also at the end, where what is added begins a line of its own."""
    path = tmp_path / "a.jsonl"
    first, second = entry("a.docx"), entry("b.docx")
    JsonLines(path).add([first])
    path.write_bytes(path.read_bytes() + line)
    JsonLines(path).add([second])

    assert [*JsonLines(path).entries()] == [first, second]
    assert files(tmp_path).keys() == {"a.jsonl"}
