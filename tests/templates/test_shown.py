"""Which facts of a plan each document shows: those that it is about, and nothing of anybody else's."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    Allonge,
    Anledning,
    Informationsbrev,
    Opsigelse,
    Orientering,
    Part,
    Samarbejdsplan,
    render,
)
from botilbudlaege._structure import structure

if TYPE_CHECKING:
    from collections.abc import Callable

D = datetime.date
PLAN: dict[str, Any] = {
    "botilbud": {
        "navn": "Birkely",
        "adresse": {"vej": "Birkevej 11", "postnr": "8911", "by": "Birkeby"},
        "kommune": "Samsø",
        "lovgrundlag": "SEL_108",
        "driftsform": "PRIVAT",
        "antal_beboere": 617,
        "organisation": {
            "navn": "Granfonden",
            "cvr": "38990608",
            "adresse": {"vej": "Granvej 22", "postnr": "8922", "by": "Granby"},
        },
        "kontaktperson": {
            "navn": "Kaja",
            "titel": "sygehjælper",
            "telefon": "86 33 33 33",
            "email": "kaja@birk.example",
        },
        "cvr": "36655194",
        "p_nummer": "1023456789",
    },
    "praksis": {
        "navn": "Lindklinikken",
        "ydernummer": "044444",
        "adresse": {"vej": "Lindevej 44", "postnr": "8944", "by": "Lindeby"},
        "laeger": ["Eva Lind"],
        "kontaktperson": {
            "navn": "Preben",
            "titel": "lægesekretær",
            "telefon": "86 55 55 55",
            "email": "preben@lind.example",
        },
        "cvr": "34037655",
    },
    "aftalepart": "BEGGE",
    "timer_pr_maaned": 3,
    "ikrafttraeden": D(2025, 6, 3),
    "emner": ["Emnemærke"],
    "moedeaftaler": [{"titel": "Feriemærke", "tekst": "Aftalemærke"}],
    "indgaaet_den": D(2025, 5, 7),
    "underskrivere": {"botilbud": "Benedikte", "praksis": "Palle", "organisation": "Olga"},
}
SHOWN = {
    "driftsform": "Driftsform: privat",
    "lovgrundlag": "Lovgrundlag: servicelovens §\N{NO-BREAK SPACE}108",
    "aftalepart": "Part i planen: organisationen og botilbuddet",
    "timer_pr_maaned": "3 timer",
    "ikrafttraeden": "3. juni 2025",
    "indgaaet_den": "7. maj 2025",
}
"""How a fact is shown whose value is not shown as it is written."""


def facts(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """The words of each fact by its path; no two facts have the same."""
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= facts(value, f"{prefix}{name}.")
        elif isinstance(value, list):
            found |= (
                {f"{prefix}{name}": value[0]}
                if isinstance(value[0], str)
                else facts(value[0], f"{prefix}{name}.")
            )
        else:
            found[f"{prefix}{name}"] = SHOWN.get(
                name, str(value).replace(" ", "\N{NO-BREAK SPACE}") if name == "telefon" else str(value)
            )
    return found


NAMES = {"botilbud.navn", "botilbud.organisation.navn", "praksis.navn"}
NUMBERS = {"botilbud.cvr", "botilbud.organisation.cvr", "praksis.cvr", "praksis.ydernummer"}
HOME_SIGNS = {"underskrivere.botilbud", "underskrivere.organisation"}
SIGNERS = HOME_SIGNS | {"underskrivere.praksis"}
CONTACT = {f"botilbud.kontaktperson.{name}" for name in ("navn", "titel", "telefon", "email")}
CLINIC = {f"praksis.adresse.{name}" for name in ("vej", "postnr", "by")}
PLACE = {f"botilbud.adresse.{name}" for name in ("vej", "postnr", "by")} | {
    "botilbud.kommune",
    "botilbud.p_nummer",
}
LETTER = NAMES | NUMBERS | PLACE
DAYS = {"ikrafttraeden", "indgaaet_den"}

DOCUMENTS: dict[str, tuple[str, Callable[[Samarbejdsplan], Any], set[str]]] = {
    "plan": ("samarbejdsplan", lambda plan: plan, set(facts(PLAN))),
    "contract": ("kontrakt", lambda plan: plan, NAMES | NUMBERS | SIGNERS | DAYS),
    "termination by the home": (
        "opsigelse",
        lambda plan: Opsigelse(plan=plan, opsagt_af=Part.BOTILBUD, modtaget=D(2025, 8, 15)),
        NAMES | HOME_SIGNS | {"ikrafttraeden"},
    ),
    "termination by the doctor": (
        "opsigelse",
        lambda plan: Opsigelse(plan=plan, opsagt_af=Part.PRAKSIS, modtaget=D(2025, 8, 15)),
        NAMES | {"underskrivere.praksis", "ikrafttraeden"},
    ),
    "letter of a plan": (
        "orientering",
        lambda plan: Orientering(plan=plan, anledning=Anledning.INDGAAET),
        LETTER | DAYS | {"timer_pr_maaned"},
    ),
    "letter of new hours": (
        "orientering",
        lambda plan: Orientering(
            plan=plan, anledning=Anledning.TIMETAL_AENDRET, fra=D(2025, 9, 1), tidligere_timer=2
        ),
        LETTER | {"timer_pr_maaned"},
    ),
    "letter of an end": (
        "orientering",
        lambda plan: Orientering(plan=plan, anledning=Anledning.OPSAGT, fra=D(2025, 12, 31)),
        LETTER,
    ),
    "letter to residents": (
        "informationsbrev",
        lambda plan: Informationsbrev(plan=plan),
        {"botilbud.navn", "praksis.navn", "praksis.laeger", "ikrafttraeden"} | CONTACT | CLINIC,
    ),
    "amendment": (
        "allonge",
        lambda plan: Allonge(
            plan=plan, ny_plan=attrs.evolve(plan, emner=("Kost",)), gaelder_fra=D(2025, 9, 1)
        ),
        NAMES | NUMBERS | SIGNERS | DAYS | {"emner"},
    ),
}


def shown(subject: Any, kind: str, *, pack: str) -> set[str]:
    """The facts whose words stand in a document."""
    text = render(subject, kind, pack=pack).text
    return {path for path, words in facts(PLAN).items() if words in text}


@pytest.mark.parametrize("pack", ["faelles", "midtjylland"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_shows_the_facts_that_it_is_about(name: str, pack: str) -> None:
    """All of them, and no contact, address, number or name that belongs elsewhere."""
    kind, made, expected = DOCUMENTS[name]

    assert shown(made(structure(PLAN, Samarbejdsplan)), kind, pack=pack) == expected


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "letter to residents"])
def test_nothing_of_an_organisation_that_is_no_party(name: str) -> None:
    """Where the home alone is, what is known of its operator stands in no document between the parties."""
    kind, made, expected = DOCUMENTS[name]
    plan = attrs.evolve(structure(PLAN, Samarbejdsplan), aftalepart=Aftalepart.BOTILBUD)
    of_operator = {path for path in facts(PLAN) if "organisation" in path} | {"aftalepart"}

    assert shown(made(plan), kind, pack="faelles") == expected - of_operator
