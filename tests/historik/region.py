"""A region over three years, generated: homes as plain facts, and the list of events that an office keeps of them."""

from __future__ import annotations

import datetime
import random
from typing import Any

from botilbudlaege import (
    Botilbud,
    Haendelse,
    Haendelsespost,
    Kontaktperson,
    Lovgrundlag,
    Part,
    Praksis,
    Samarbejdsplan,
)

D = datetime.date
FIRST, LAST = D(2025, 1, 1), D(2027, 12, 31)
DAYS = [FIRST + datetime.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
BASES = ["SEL_108", "SEL_108", "ABL_105", "SEL_107", None]
Home = dict[str, Any]


def end_of(received: datetime.date) -> datetime.date:
    """Find the end of the quarter after the one in which a termination was received."""
    quarter = (received.month - 1) // 3 + 1
    year, quarter = (received.year, quarter + 1) if quarter < 4 else (received.year + 1, 1)
    return D(year, quarter * 3, 30 if quarter in (2, 3) else 31)


def some_agreement(rng: random.Random, after: datetime.date) -> Home | None:
    """Make an agreement that starts after a day, with changes and perhaps an end; None where there is no room."""
    start = after + datetime.timedelta(days=rng.randint(1, 200))
    if start > D(2027, 6, 1):
        return None
    agreement: Home = {
        "start": start,
        "made": rng.choice([None, start - datetime.timedelta(days=rng.randint(0, 60))]),
        "hours": rng.choice([2, 3]),
        "changes": [],
        "received": None,
        "end": None,
    }
    if agreement["made"] is not None and agreement["made"] < FIRST:
        agreement["made"] = start
    received = start + datetime.timedelta(days=rng.randint(0, 500))
    if rng.random() < 0.5 and received < D(2027, 8, 1):
        wished = rng.choice([None, None, end_of(end_of(received))])
        agreement |= {"received": received, "wished": wished, "end": wished or end_of(received)}
    until = min(agreement["end"] or LAST, LAST)
    day, hours = start, agreement["hours"]
    while rng.random() < 0.55:
        day += datetime.timedelta(days=rng.randint(1, 200))
        if day > until:
            break
        kind = rng.choice(["TIMETAL_AENDRET", "TIMETAL_AENDRET", "NY_KONTAKTPERSON", "NYE_EMNER"])
        hours = 5 - hours if kind == "TIMETAL_AENDRET" else hours
        agreement["changes"].append((day, kind, hours))
    return agreement


def some_home(rng: random.Random, number: int) -> Home:
    """Make a home, one in eight without an agreement."""
    home: Home = {
        "name": f"Hus {number}",
        "p": rng.choice([None, str(1_000_000_007 + number)]),
        "basis": rng.choice(BASES),
        "long": rng.choice([True, True, None, False]),
        "agreements": [],
    }
    day = FIRST - datetime.timedelta(days=1)
    while len(home["agreements"]) < 3 and number % 8:
        agreement = some_agreement(rng, day)
        if agreement is None:
            break
        home["agreements"].append(agreement)
        if agreement["end"] is None:
            break
        day = agreement["end"]
    return home


def rows_of(rng: random.Random, home: Home) -> list[Haendelsespost]:
    """Write the rows of a home; what it is stands in each, its P-number in some."""

    def row(haendelse: str | None, dag: datetime.date | None, **facts: Any) -> Haendelsespost:
        botilbud = Botilbud(
            navn=home["name"],
            p_nummer=home["p"] if rng.random() < 0.5 else None,
            lovgrundlag=home["basis"] and Lovgrundlag[home["basis"]],
            laengerevarende=home["long"],
            kontaktperson=facts.pop("contact", Kontaktperson()),
        )
        own = {name: facts.pop(name) for name in ("opsagt_af", "oensket_ophoer") if name in facts}
        plan = Samarbejdsplan(botilbud=botilbud, **facts)
        return Haendelsespost(plan=plan, haendelse=haendelse and Haendelse[haendelse], dag=dag, **own)

    if not home["agreements"]:
        return [row(None, None)]
    rows = []
    for number, each in enumerate(home["agreements"]):
        practice = Praksis(navn=f"Praksis {number}")
        made = each["made"]
        rows.append(
            row("INDGAAET", each["start"], timer_pr_maaned=each["hours"], indgaaet_den=made, praksis=practice)
        )
        for count, (day, kind, hours) in enumerate(each["changes"]):
            new: dict[str, Any] = {
                "TIMETAL_AENDRET": {"timer_pr_maaned": hours},
                "NY_KONTAKTPERSON": {"contact": Kontaktperson(navn=f"Ny {count}", telefon="86 12 34 56")},
                "NYE_EMNER": {"emner": (f"Emne {number} {count}",)},
            }[kind]
            rows.append(row(kind, day, **new))
        if each["received"] is not None:
            rows.append(
                row("OPSAGT", each["received"], opsagt_af=Part.PRAKSIS, oensket_ophoer=each["wished"])
            )
    return rows


def region(homes: int, seed: int = 18) -> tuple[list[Home], list[Haendelsespost]]:
    """Make a region, as plain facts and as rows in no order."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    made = [some_home(rng, number) for number in range(homes)]
    rows = [row for home in made for row in rows_of(rng, home)]
    rng.shuffle(rows)
    return made, rows
