"""What stands beside a name in a clause: a company is called "A.m.b.A." and a doctor "jr.", and a sentence has one full stop."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    Allonge,
    Anledning,
    Informationsbrev,
    Kommissorium,
    Kontaktperson,
    Moedeaftale,
    Opsigelse,
    Organisation,
    Orientering,
    Part,
    Praksis,
    Region,
    Samarbejdsplan,
    render,
)
from tests.builders import en_plan, et_botilbud

D = datetime.date

CLAUSES = sorted((Path(__file__).parents[2] / "botilbudlaege" / "templates").glob("*/klausuler/*.md"))
NEVER_A_STOP = {
    "aftale.titel",  # a heading, with its colon; one that has a colon of its own is a remark
    *("daekningsstatus.i_alt.grad", "kommissorium.region", "plan.botilbud.lovgrundlag"),
    *("plan.botilbud.kontaktperson.kontaktoplysninger", "plan.praksis.kontaktperson.kontaktoplysninger"),
}


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_no_sentence_ends_with_a_text_that_may_have_a_stop(clause: Path) -> None:
    """A date, a code, a number and a telephone have none."""
    ends = re.findall(
        r"\{\{ ([\w.]+)(?: \| (\w+)[^}]*)? \}\}(?:\{%[^%]*%\})*[.:;!?]", clause.read_text(encoding="utf-8")
    )

    assert {path for path, filter_ in ends if filter_ not in ("dato", "kvartal", "timer")} <= NEVER_A_STOP


def of_all_names(**changes: object) -> Samarbejdsplan:
    """A plan whose names all end with a full stop."""
    contact = Kontaktperson(navn="Ida Holm jr.", titel="cand.cur.", telefon="86 12 34 56")
    home = et_botilbud(
        navn="Lykke A.m.b.A.", organisation=Organisation(navn="Fonden Nord m.fl."), kontaktperson=contact
    )
    practice = Praksis(navn="Lægerne P.M.V.", laeger=("Bo Lind jr.",), kontaktperson=contact)
    return en_plan(botilbud=home, praksis=practice, aftalepart=Aftalepart.BEGGE, **changes)


PLAN = of_all_names()
DAY = D(2025, 8, 15)
SUBJECTS = {
    "samarbejdsplan": PLAN,
    "kontrakt": PLAN,
    "informationsbrev": Informationsbrev(plan=PLAN),
    "kommissorium": Kommissorium(
        region=Region.MIDTJYLLAND,
        refererer_til="styregruppen m.v.",
        moeder="To møder.",
        milepaele=(),
        medlemmer=(),
    ),
    "allonge": Allonge(plan=PLAN, ny_plan=of_all_names(timer_pr_maaned=3), gaelder_fra=DAY),
    **{f"opsigelse {part}": Opsigelse(plan=PLAN, opsagt_af=part, modtaget=DAY) for part in Part},
    **{
        f"orientering {each}": Orientering(plan=PLAN, anledning=each, fra=D(2025, 9, 30), tidligere_timer=3)
        for each in Anledning
    },
}


@pytest.mark.parametrize("kind", SUBJECTS)
def test_no_stop_stands_twice(kind: str) -> None:
    """In any document, also without a name of the practice."""
    subject = SUBJECTS[kind]
    assert ".." not in render(subject, kind.split(maxsplit=1)[0]).text
    plan = getattr(subject, "plan", subject)
    if isinstance(plan, Samarbejdsplan):
        nameless = attrs.evolve(plan, praksis=attrs.evolve(plan.praksis, navn=None))
        home = attrs.evolve(
            plan.botilbud, kontaktperson=attrs.evolve(plan.botilbud.kontaktperson, titel=None)
        )
        nameless = attrs.evolve(nameless, botilbud=home)
        changes = {"plan": nameless} if subject is not plan else {}
        if kind == "allonge":
            changes["ny_plan"] = attrs.evolve(nameless, timer_pr_maaned=3)
        again = attrs.evolve(subject, **changes) if changes else nameless
        assert ".." not in render(again, kind.split(maxsplit=1)[0]).text


def test_a_heading_with_a_colon_of_its_own_is_told() -> None:
    """The document sets one after it."""
    agreed = (Moedeaftale(titel="Ferie", tekst="Aftales."), Moedeaftale(titel="Sygdom:", tekst="Aftales."))

    assert [(each.code, each.path) for each in render(en_plan(moedeaftaler=agreed)).findings] == [
        ("heading-colon", "moedeaftaler[1].titel")
    ]
