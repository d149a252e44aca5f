"""Forty plans over all that a plan can be, and the other documents of each: who agrees, who the doctor is, how long it is."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import (
    Aftalepart,
    Allonge,
    Anledning,
    Informationsbrev,
    Kommune,
    Kontaktperson,
    Lovgrundlag,
    Moedeaftale,
    Moedeform,
    Opsigelse,
    Organisation,
    Orientering,
    Part,
    Praksis,
    Samarbejdsplan,
)
from botilbudlaege.domain import Underskrivere
from tests.builders import en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 40
LONG = "Det Selvejende Bo- og Aktivitetstilbud Nordre Skovbrynet ved Sankt Jørgens Sø og Omegn"

HOMES = ("Æblehaven", LONG, 'Strandhuset "Måge & Ærfugl"')
MUNICIPALITIES = ("Skanderborg", "Køge", "Frederiksberg", None, "Aalborg")
STARTS = (
    datetime.date(2025, 4, 1),
    datetime.date(2026, 1, 1),
    datetime.date(2027, 1, 1),
    datetime.date(2025, 12, 31),
    datetime.date(2026, 10, 1),
)
FORMS = ((Moedeform.FYSISK, Moedeform.VIDEO), (Moedeform.VIDEO,), (Moedeform.FYSISK,))
PRACTICES: tuple[dict[str, Any], ...] = (
    {"navn": "Lægerne ved Søen", "laeger": ("Eva Krag", "Bo Lind"), "ydernummer": "012345"},
    {"laeger": ("Nina Falk",)},
    {"laeger": ("Eva Krag", "Bo Lind", "Åse Bæk")},
    {"navn": f"Lægefællesskabet {LONG}"},
)
DOCTORS = tuple(f"Læge Nummer{index}" for index in range(1, 6))


def plan(index: int) -> Samarbejdsplan:
    """Make one of the plans; what it is goes round by its number, each in a turn of its own length."""
    practice = {"laeger": DOCTORS} if index % 13 == 7 else PRACTICES[index % len(PRACTICES)]
    basis = tuple(Lovgrundlag)[index % len(Lovgrundlag)]
    municipality = MUNICIPALITIES[index // 2 % len(MUNICIPALITIES)]
    return en_plan(
        botilbud=et_botilbud(
            navn=HOMES[index % len(HOMES)],
            kommune=None if municipality is None else Kommune.find(municipality),
            lovgrundlag=basis,
            laengerevarende=True,
            antal_beboere=index + 1 if index % 2 else None,
            organisation=Organisation(navn=f"Fonden {LONG}" if index % 4 == 3 else "Fonden Havblik"),
        ),
        praksis=Praksis(**practice, kontaktperson=Kontaktperson(navn="Mette Storm", email="m@soe.example")),
        aftalepart=tuple(Aftalepart)[index % len(Aftalepart)],
        timer_pr_maaned=2 + index % 2,
        ikrafttraeden=STARTS[index % len(STARTS)],
        moedeformer=FORMS[index // 3 % len(FORMS)],
        emner=tuple(f"Emne {number}" + " om noget langt" * (number % 9) for number in range(index * 7 % 11)),
        moedeaftaler=tuple(_clauses(index * 5 % 7)),
        underskrivere=Underskrivere(botilbud="Jens Ravn", praksis="Eva Krag", organisation="Mia Dam")
        if index % 5
        else Underskrivere(),
    )


def _clauses(count: int) -> Iterator[Moedeaftale]:
    for number in range(count):
        text = "Parterne aftaler et nyt tidspunkt eller et erstatningsmøde. " * (1 + number % 3)
        yield Moedeaftale(titel=f"Aftale {number + 1}", tekst=text.strip())


def plans() -> tuple[Samarbejdsplan, ...]:
    """Make all of them."""
    return tuple(map(plan, range(COUNT)))


def others(index: int) -> Iterator[Any]:
    """Make what is written of one plan: terminations that end late, early and before the start, letters, an amendment."""
    own = plan(index)
    start = own.ikrafttraeden or STARTS[0]
    side = tuple(Part)[index % len(Part)]
    yield Opsigelse(plan=own, opsagt_af=side, modtaget=start + datetime.timedelta(days=40 * index))
    yield Opsigelse(plan=own, opsagt_af=side, modtaget=STARTS[0])
    yield Opsigelse(
        plan=own, opsagt_af=side, modtaget=start, oensket_ophoer=datetime.date(start.year + 1, 12, 31)
    )
    yield Informationsbrev(plan=own, sendt=start)
    before = attrs.evolve(own, timer_pr_maaned=5 - (own.timer_pr_maaned or 2), emner=("Kost",))
    yield Allonge(plan=before, ny_plan=own, gaelder_fra=start + datetime.timedelta(days=90))
    yield Orientering(
        plan=own, anledning=tuple(Anledning)[index % 3], fra=start, tidligere_timer=before.timer_pr_maaned
    )
