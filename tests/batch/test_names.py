"""The names of the files of a batch: safe, and no two alike."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import render_many
from botilbudlaege.batch._filenames import Names
from botilbudlaege.errors import DataError, DocumentError
from tests.batch.registers import named
from tests.builders import en_opsigelse, en_plan
from tests.effort import within

if TYPE_CHECKING:
    from pathlib import Path

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
        ("\ud800", "1"),
        ("", "1"),
        ("...", "1"),
        ("æ" * 300, "æ" * 75),
        ("A\u030ablehaven", "Åblehaven"),
    ],
    ids=ascii,
)
def test_a_name_is_safe_on_every_system(navn: str, expected: str) -> None:
    """Whatever the home is called, the file lies in the folder and has a name."""
    assert Names("{botilbud}").give({"botilbud": {"navn": navn}}, "kontrakt").file == f"{expected}.docx"


def test_a_name_that_is_cut_still_says_which_document_it_is() -> None:
    """Two kinds of documents of one home do not end up with one name and a number."""
    facts = {"botilbud": {"navn": "Æ" * 300}}
    files = [Names("{botilbud} {dokument}").give(facts, kind).file for kind in ("kontrakt", "opsigelse")]

    assert files == [f"{'Æ' * 70} kontrakt.docx", f"{'Æ' * 70} opsigelse.docx"]
    assert Names("{botilbud} {botilbud}").give(facts, "kontrakt").file == f"{'Æ' * 20} {'Æ' * 20}.docx"


@pytest.mark.parametrize("navn", ["../../ude", "CON", "æ" * 300, "a/b", "x\u202ey"])
def test_a_hostile_home_is_made_in_the_folder(navn: str, tmp_path: Path) -> None:
    """Or refused; nothing comes to lie beside the folder."""
    render_many(named(navn) if navn != "x\u202ey" else [{"botilbud": {"navn": navn}}], tmp_path / "ud")

    assert [path.name for path in tmp_path.iterdir()] == ["ud"]


def test_no_two_names_are_alike() -> None:
    """Nor in a file system that does not tell cases apart; many alike cost no more than many unlike."""
    names = Names("{botilbud}")
    given = [names.give(named(navn)[0], "kontrakt").file for navn in ["Ro", "RO", "ro (2)", "ro"]]
    alike = {"botilbud": {"navn": "Ens"}}
    many = within(4, lambda: {names.give(alike, "kontrakt").file.casefold() for _ in range(20_000)})

    assert given == ["Ro.docx", "RO (2).docx", "ro (2) (2).docx", "ro (3).docx"]
    assert len(many) == 20_000


def test_the_fields_of_a_pattern() -> None:
    """Those of the plan and of what has a plan; an ending that is given is not doubled."""
    names = Names("{nummer:03} {dokument} {botilbud} {praksis} {kommune}.docx")

    def give(facts: Any, document: str) -> str:
        return names.give(facts, document).file

    assert (
        give(en_plan(), "samarbejdsplan") == "001 samarbejdsplan Æblehaven Lægerne ved Søen Skanderborg.docx"
    )
    assert give(en_opsigelse(), "opsigelse") == "002 opsigelse Æblehaven Lægerne ved Søen Skanderborg.docx"
    assert give({}, "kontrakt") == "003 kontrakt.docx"


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


@pytest.mark.parametrize("folder", ["x" * 300, "a\0b"], ids=ascii)
def test_a_folder_that_cannot_be(folder: str, tmp_path: Path) -> None:
    """Is told as one that cannot be made."""
    with pytest.raises(DocumentError, match="Mappen kan ikke laves"):
        render_many([en_plan()], tmp_path / folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_in_the_way_is_not_waited_for(tmp_path: Path) -> None:
    """It is something that is there, like any other."""
    os.mkfifo(tmp_path / "A samarbejdsplan.docx")
    (row,) = render_many(named("A"), tmp_path).rows

    assert [finding.code for finding in row.findings] == ["file-exists"]
