"""Read forms back that were filled in, and documents of whatever facts."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    Moedeaftale,
    Moedeform,
    Opsigelse,
    Praksis,
    Samarbejdsplan,
    load,
    read,
    render,
)
from tests.builders import EXAMPLES, en_plan
from tests.packs.reading import random_subjects
from tests.packs.reading.living import NAVN, START, TIMER, after, form, issued, plan
from tests.rendering.living.living_edits import Edited

# Forms -------------------------------------------------------------------------------------------------


def filled(document: Edited) -> None:
    """Fill the form in, with a row of the lists left blank and one half full."""
    facts = {
        NAVN: "Bøgely",
        "plan.aftalepart": "botilbuddet",
        "plan.praksis.navn": "Lægerne",
        "plan.botilbud.kontaktperson.navn": "Ida Holm",
        "plan.botilbud.kontaktperson.telefon": "86123456",
        "plan.praksis.kontaktperson.navn": "Mette Storm",
        "plan.praksis.kontaktperson.email": "m@soe.example",
        TIMER: "2",
        "plan.emner[1]": "Medicin",
        "plan.moedeaftaler[1].titel": "Sygdom",
        "plan.moedeaftaler[2].titel": "Ferie",
        "plan.moedeaftaler[2].tekst": "Lægen finder en kollega.",
    }
    for path, text in facts.items():
        document.both(path, text)
    document.both(START, "1.4.2025", "2025-04-01")


def test_a_form_filled_in() -> None:
    """What is filled in is told and taken; blank rows are left out, a half full one stays and is told."""
    back = after(filled, of=form())

    assert back.subject.botilbud.navn == "Bøgely"
    assert back.subject.ikrafttraeden == datetime.date(2025, 4, 1)
    assert back.subject.aftalepart is Aftalepart.BOTILBUD
    assert back.subject.emner == ("Medicin",)
    assert back.subject.moedeaftaler == (
        Moedeaftale(titel="Sygdom"),
        Moedeaftale(titel="Ferie", tekst="Lægen finder en kollega."),
    )
    assert {(f.severity, f.code) for f in back.findings} == {("remark", "changed"), ("warning", "missing")}
    assert [f.path for f in back.findings if f.code == "missing"] == ["moedeaftaler[0].tekst"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("Video", (Moedeform.VIDEO,)),
        ("fysisk fremmøde", (Moedeform.FYSISK,)),
        ("Fysisk fremmøde og video", (Moedeform.FYSISK, Moedeform.VIDEO)),
    ],
)
def test_the_meeting_form_is_chosen_in_a_form(chosen: str, expected: tuple[Moedeform, ...]) -> None:
    """It is a drop-down with each alone and both, and both is what stands there."""
    back = after(lambda document: document.both("plan.moedeformer", chosen), of=form())

    assert back.subject.moedeformer == expected
    assert [f.path for f in back.findings if f.code == "changed"] == ["moedeformer"] * (len(expected) < 2)


def test_a_meeting_form_that_does_not_exist_is_told() -> None:
    """With those that do."""
    back = after(lambda document: document.both("plan.moedeformer", "telefon"), of=form())
    (told,) = (finding for finding in back.findings if finding.code == "invalid")

    assert told.path == "moedeformer"
    assert "fysisk fremmøde eller video" in str(told)


@pytest.mark.parametrize("said", ["ingen", "Ingen."])
def test_a_form_can_say_that_nothing_is_agreed(said: str) -> None:
    """In the first heading, which asks for it; then none is decided, and nothing of it is missing."""
    back = after(lambda document: document.both("plan.moedeaftaler[0].titel", said), of=form())

    assert (
        "Er der ingen mødeaftaler, så skriv »ingen« i den første overskrift."
        in render(Samarbejdsplan(), draft=True, living=True).text
    )
    assert back.subject.moedeaftaler == ()
    assert "moedeaftaler" not in {finding.path for finding in back.findings if finding.code == "missing"}


def test_what_a_final_lacks_has_its_place_in_the_form() -> None:
    """A termination says who sends and who receives it; the practice is asked for after the text."""
    blank = render(Opsigelse(), draft=True, living=True).content
    facts = {
        "opsigelse.opsagt_af": "botilbuddets side",
        "opsigelse.plan.botilbud.navn": "Bøgely",
        "opsigelse.plan.praksis.navn": "Lægerne",
        "opsigelse.plan.aftalepart": "botilbuddet",
    }

    def fill(document: Edited) -> None:
        for path, text in facts.items():
            document.both(path, text)
        document.both("opsigelse.modtaget", "1.4.2026", "2026-04-01")

    back = after(fill, of=blank)

    assert not [finding for finding in back.findings if finding.severity == "error"]
    assert "Bøgely opsiger hermed" in render(back.subject).text


def test_it_shows_itself_in_a_notebook() -> None:
    """The facts, and what is to be looked at; nothing of it runs."""
    unchanged = read(issued())._repr_html_()
    changed = read(Edited(issued()).both(NAVN, "Bøgely <b>").content)._repr_html_()

    assert "Æblehaven" in unchanged
    assert "Intet er ændret." in unchanged
    assert "Bøgely &lt;b&gt;" in changed
    assert "Intet er ændret." not in changed


def test_a_field_filled_in_at_one_of_its_places() -> None:
    """Or by a program that does not keep the data: what was empty is filled in, and two answers are a conflict."""
    once = read(Edited(form()).show(NAVN, "Bøgely", only=0).content)
    twice = read(Edited(form()).show(NAVN, "Bøgely", only=0).show(NAVN, "Birkely", only=1).content)

    assert once.subject.botilbud.navn == "Bøgely"
    assert [(f.severity, f.code) for f in once.findings if f.path == "botilbud.navn"] == [
        ("remark", "changed")
    ]
    assert twice.subject.botilbud.navn is None
    assert [(f.severity, f.code) for f in twice.findings if f.path == "botilbud.navn"] == [
        ("error", "conflict")
    ]


def test_a_form_returned_blank() -> None:
    """A form with nothing in it says what a final needs, and nothing else."""
    back = read(form())

    assert back.subject == back.issued == Samarbejdsplan()
    assert {(f.severity, f.code) for f in back.findings} == {("warning", "missing")}
    assert "botilbud.navn" in {f.path for f in back.findings}


def test_a_form_with_a_wrong_value() -> None:
    """What cannot be right is quoted, and is not in the subject."""
    back = after(filled, lambda d: d.both(TIMER, "to"), of=form())

    (finding,) = [f for f in back.findings if f.severity == "error"]
    assert (finding.code, finding.path) == ("invalid", "timer_pr_maaned")
    assert "»to«" in finding.message
    assert back.subject.timer_pr_maaned is None


# Round trips -------------------------------------------------------------------------------------------

LIVING = sorted(path for path in EXAMPLES.glob("*.toml") if "ufuldstaendig" not in path.name)


@pytest.mark.parametrize("path", LIVING, ids=lambda path: path.stem)
def test_every_example_comes_back(path: Any) -> None:
    """What was put in comes out, with nothing to say."""
    subject = load(path)

    back = read(render(subject, living=True).content)

    assert back.subject == subject
    assert back.findings == ()


GROUPS = 8


def test_a_practice_without_a_name() -> None:
    """A fact that the text shows only as worked out from others comes back from the snapshot."""
    subject = en_plan(praksis=attrs.evolve(plan().praksis, navn=None, laeger=("Bo Lind", "Eva Krag")))

    assert read(render(subject, living=True).content).subject == subject
    assert isinstance(subject.praksis, Praksis)


@pytest.mark.parametrize(
    "group", [0, *(pytest.param(number, marks=pytest.mark.slow) for number in range(1, GROUPS))]
)
def test_random_subjects_come_back(group: int) -> None:
    """What was put in comes out, whatever it is: 50 subjects of all kinds a group, 400 in all."""
    wrong = []
    for number in range(50 * group, 50 * (group + 1)):
        subject, content = random_subjects.living(number)
        back = read(content)
        if back.subject != subject or back.findings:
            wrong.append((number, back.findings))

    assert wrong == []
