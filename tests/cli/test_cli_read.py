"""`botilbudlaege read`, run as its user runs it."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import (
    Anledning,
    Orientering,
    Samarbejdsplan,
    load,
    render,
)
from botilbudlaege.cli import run
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import body_text
from tests.builders import en_opsigelse, en_plan, et_botilbud
from tests.rendering.living.living_edits import Edited

if TYPE_CHECKING:
    from pathlib import Path

Output = pytest.CaptureFixture[str]
NAVN, TIMER = "plan.botilbud.navn", "plan.timer_pr_maaned"


@cache
def form() -> bytes:
    """A form of a home of which all but the hours is known."""
    return render(en_plan(timer_pr_maaned=None), draft=True, living=True).content


def returned(number: int, hours: str = "2") -> bytes:
    """The form as a home returns it."""
    return Edited(form()).both(NAVN, f"Bøgely {number}").both(TIMER, hours).content


def test_facts_to_a_file(tmp_path: Path, capfd: Output) -> None:
    """The facts are written as a data file, and nothing is told when nothing is changed."""
    source, target = tmp_path / "plan.docx", tmp_path / "plan.toml"
    source.write_bytes(render(en_plan(), living=True).content)

    assert run(["read", str(source), "-o", str(target)]) == 0
    assert load(target) == en_plan()
    assert "Intet er ændret" in capfd.readouterr().out
    assert run(["read", str(source), "-o", str(target)]) == 1
    assert "findes allerede" in capfd.readouterr().err
    assert run(["read", str(source), "-o", str(target), "--overwrite"]) == 0
    capfd.readouterr()


def test_what_is_wrong_is_told(tmp_path: Path, capfd: Output) -> None:
    """With exit code 1; the file has what can be used."""
    source, target = tmp_path / "plan.docx", tmp_path / "plan.toml"
    source.write_bytes(Edited(render(en_plan(), living=True).content).both(TIMER, "7").content)

    assert run(["read", str(source), "-o", str(target)]) == 1
    assert "Fejl: " in (said := capfd.readouterr().err)
    assert "»7«" in said
    assert load(target).timer_pr_maaned is None


def test_for_programs(tmp_path: Path, capfd: Output) -> None:
    """JSON has the facts, the findings and where the document comes from."""
    source = tmp_path / "plan.docx"
    source.write_bytes(returned(1))

    assert run(["read", str(source), "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert answer["subject"]["botilbud"]["navn"] == "Bøgely 1"
    assert answer["provenance"]["botilbudlaege.status"] == "kladde"
    assert {finding["code"] for finding in answer["findings"]} == {"changed"}


def test_a_document_that_cannot_be_read(tmp_path: Path, capfd: Output) -> None:
    """It is refused, and nothing is written."""
    source, target = tmp_path / "plan.docx", tmp_path / "plan.toml"
    source.write_bytes(b"PK")

    assert run(["read", str(source), "-o", str(target)]) == 1
    assert "ikke et Word-dokument" in capfd.readouterr().err
    assert not target.exists()


@pytest.mark.slow
def test_a_folder_of_forms(tmp_path: Path, capfd: Output) -> None:
    """100 returned forms of which 5 are damaged: a register of the good ones, and each damaged one named."""
    folder, register = tmp_path / "formularer", tmp_path / "ud.csv"
    folder.mkdir()
    good = returned(0)
    damaged = {number for number in range(100) if number % 20 == 7}
    for number in range(100):
        content = _renamed(good, number)
        (folder / f"{number:03}.docx").write_bytes(
            content[: len(content) // 2] if number in damaged else content
        )

    assert run(["read", str(folder), "--register", str(register)]) == 1
    told = capfd.readouterr()
    rows = load(register)
    assert "med 95 af 100 dokumenter" in told.out
    assert [f"{number:03}.docx" for number in sorted(damaged) if f"{number:03}.docx" not in told.err] == []
    assert told.err.count("Fejl: ") == 5
    assert len(rows) == 95
    assert {row.plan.timer_pr_maaned for row in rows} == {2}
    assert rows[8].plan.botilbud.navn == "Bøgely 9009"


def _renamed(content: bytes, number: int) -> bytes:
    """The form with another name of the home: quickly, for there are many."""
    out = io.BytesIO()
    new = f"Bøgely {9000 + number}".encode()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in _package.read(content).items():
            archive.writestr(name, part.replace("Bøgely 0".encode(), new))
    return out.getvalue()


def test_what_a_register_cannot_hold(tmp_path: Path, capfd: Output) -> None:
    """Documents of other kinds, homes that stand twice or have no name, and facts without a column are told."""
    documents = {
        "a.docx": en_plan(),
        "b.docx": en_plan(),
        "c.docx": en_opsigelse(plan=en_plan(botilbud=et_botilbud(navn="Egely"))),
        "d.docx": Orientering(
            plan=en_plan(botilbud=et_botilbud(navn="Elmely")), anledning=Anledning.INDGAAET
        ),
        "e.docx": load("docs/examples/webinar.toml"),
    }
    for name, subject in documents.items():
        (tmp_path / name).write_bytes(render(subject, living=True).content)
    (tmp_path / "f.docx").write_bytes(render(Samarbejdsplan(), draft=True, living=True).content)
    (tmp_path / "~$a.docx").write_bytes(b"laas")
    register = tmp_path / "ud.xlsx"

    assert run(["read", str(tmp_path), "--register", str(register), "--json"]) == 1
    answer = json.loads(capfd.readouterr().out)
    told = {
        (finding["place"], finding["code"]) for finding in answer["findings"] if finding["code"] != "missing"
    }
    assert told == {
        ("b.docx", "duplicate-home"),
        ("d.docx", "not-in-row"),
        ("e.docx", "no-row"),
    }
    assert answer["read"] == ["a.docx", "c.docx", "d.docx"]
    assert answer["left_out"] == ["b.docx", "e.docx", "f.docx"]
    assert [row.plan.botilbud.navn for row in load(register)] == ["Æblehaven", "Egely", "Elmely"]
    assert load(register)[1].modtaget == en_opsigelse().modtaget


def test_a_folder_without_a_register(tmp_path: Path, capfd: Output) -> None:
    """What is lacking is said: the register, or the documents."""
    assert run(["read", str(tmp_path)]) == 1
    assert "--register" in capfd.readouterr().err
    assert run(["read", str(tmp_path), "--register", str(tmp_path / "ud.csv")]) == 1
    assert "ingen Word-filer" in capfd.readouterr().err
    assert run(["read", str(tmp_path / "x.docx"), "--register", str(tmp_path / "ud.csv")]) == 1
    assert "mappe" in capfd.readouterr().err


def test_an_allonge_of_what_was_changed(tmp_path: Path, capfd: Output) -> None:
    """Old and new side by side; without a day, of a document with an error, or of no plan, none is written."""
    source, target = tmp_path / "plan.docx", tmp_path / "allonge.docx"
    document = Edited(render(en_plan(), living=True).content)
    source.write_bytes(document.both(TIMER, "3").content)
    command = ["read", str(source), "--allonge", str(target)]

    assert run(command) == 1
    assert "--fra: En allonge gælder fra en dag." in capfd.readouterr().err
    assert run([*command, "--fra", "2025-09-31"]) == 1
    assert "--fra: Datoen findes ikke" in capfd.readouterr().err
    assert run([*command[:2], "--allonge", str(source), "--fra", "2025-10-01", "--overwrite"]) == 1
    assert "Allongen ville erstatte planen" in capfd.readouterr().err
    assert run([*command, "--fra", "2025-10-01"]) == 0
    assert "timer pr. måned\t2\t3" in body_text(target.read_bytes()).lower()
    source.write_bytes(document.both(TIMER, "7").content)
    assert run([*command, "--fra", "2025-10-01", "--overwrite"]) == 1
    source.write_bytes(render(en_opsigelse(), living=True).content)
    assert run([*command, "--fra", "2025-10-01", "--overwrite"]) == 1
    capfd.readouterr()


def test_a_folder_with_more_than_forms(tmp_path: Path, capfd: Output) -> None:
    """What is not read is named; a home is the same by its P-number, or by its name where one has no number."""
    folder = tmp_path / "retur"
    (folder / "flere").mkdir(parents=True)
    homes = {
        "A.DOCX": et_botilbud(navn="Egely"),
        "b.docx": et_botilbud(navn="Bøgely", p_nummer="1012345678"),
        "c.docx": et_botilbud(navn="Bøgely"),
        "d.docx": et_botilbud(navn="Bøgely", p_nummer="1012345679"),
        "e.docx": et_botilbud(navn="Bøgely Nord", p_nummer="1012345678"),
    }
    for name, home in homes.items():
        (folder / name).write_bytes(render(en_plan(botilbud=home), living=True).content)
    for name in ("f.pdf", "._A.docx", "Thumbs.db", "ud.csv"):
        (folder / name).write_bytes(b"")

    code = run(["read", str(folder), "--register", str(folder / "ud.csv"), "--overwrite", "--json"])

    answer = json.loads(capfd.readouterr().out)
    assert code == 1
    assert [(finding["place"], finding["code"]) for finding in answer["findings"]] == [
        ("f.pdf", "not-read"),
        ("flere", "not-read"),
        ("c.docx", "duplicate-home"),
        ("e.docx", "duplicate-home"),
    ]
    assert answer["read"] == ["A.DOCX", "b.docx", "d.docx"]
    assert answer["left_out"] == ["c.docx", "e.docx", "f.pdf", "flere"]
