"""A region over three years, against plain loops written from the definitions: life, coverage, hours and letters owed."""

from __future__ import annotations

import calendar
import datetime
from typing import Any

import pytest

from botilbudlaege import Daekningsforloeb, Daekningsstatus, Forloeb, forloeb
from tests.historik.region import DAYS, FIRST, LAST, D, Home, region


def life(agreement: Home, day: datetime.date) -> str:
    """Draft, made, in force, terminated (runs until), ended."""
    if agreement["end"] is not None and day > agreement["end"]:
        return "OPHOERT"
    if agreement["received"] is not None and agreement["received"] <= day:
        return "OPSAGT"
    if agreement["start"] <= day:
        return "I_KRAFT"
    if agreement["made"] is not None and agreement["made"] <= day:
        return "INDGAAET"
    return "KLADDE"


def in_force(agreement: Home, day: datetime.date) -> bool:
    """Start ≤ day ≤ end."""
    return agreement["start"] <= day and (agreement["end"] is None or day <= agreement["end"])


def edges(home: Home) -> list[datetime.date]:
    """The day before, on and after each start and end."""
    days = [each[name] for each in home["agreements"] for name in ("start", "end") if each[name] is not None]
    return [day + datetime.timedelta(days=off) for day in days for off in (-1, 0, 1)]


def status(home: Home, day: datetime.date) -> str:
    """Where the home is: by the agreement in force, else by the one that has come furthest."""
    for agreement in home["agreements"]:
        if in_force(agreement, day):
            return life(agreement, day)
    lives = [life(agreement, day) for agreement in home["agreements"]]
    return next((each for each in ("INDGAAET", "OPSAGT", "OPHOERT") if each in lives), "KLADDE")


def counted(homes: list[Home], day: datetime.date) -> tuple[int, int]:
    """First-phase homes with a plan in force, and first-phase homes: § 108 and § 105, unless not long-term."""
    first = [home for home in homes if home["basis"] in ("SEL_108", "ABL_105") and home["long"] is not False]
    return sum(any(in_force(each, day) for each in home["agreements"]) for home in first), len(first)


def letters(home: Home) -> list[tuple[datetime.date, str, datetime.date]]:
    """Made, hours changed, terminated: the day from which each is owed, and the day that it speaks of."""
    owed = []
    for each in home["agreements"]:
        owed.append((each["made"] or each["start"], "INDGAAET", each["start"]))
        owed += [(day, kind, day) for day, kind, _ in each["changes"] if kind == "TIMETAL_AENDRET"]
        if each["received"] is not None:
            owed.append((each["received"], "OPSAGT", each["end"]))
    return sorted(owed)


def hours(home: Home, year: int, months: range) -> int:
    """Whole months in force; a change counts from its month."""
    total = 0
    for month in months:
        first, last = D(year, month, 1), D(year, month, calendar.monthrange(year, month)[1])
        for each in home["agreements"]:
            if each["start"] <= first and (each["end"] is None or last <= each["end"]):
                agreed = each["hours"]
                for day, _, new in each["changes"]:
                    agreed = new if day <= last else agreed
                total += agreed
    return total


def by_name(courses: tuple[Forloeb, ...]) -> dict[str | None, Forloeb]:
    """Find the course of each home."""
    return {course.botilbud.navn: course for course in courses}


def agree(homes: list[Home], rows: Any, days: list[datetime.date]) -> None:
    """Hold the courses of the rows against the plain facts, on each of the days."""
    courses = by_name(forloeb(rows))
    over_time = Daekningsforloeb.opgoer(rows, FIRST, LAST)

    assert len(courses) == len(homes)
    for home in homes:
        course = courses[home["name"]]
        wrong = [day for day in days if course.status(day).vaerdi.name != status(home, day)]
        assert (home["name"], wrong) == (home["name"], [])
        told = [
            (day, brev.anledning.name, brev.gaelder_fra)
            for aftale in course.aftaler
            for day, brev in aftale.orienteringer()
        ]
        assert sorted(told) == letters(home)
        for day in {day for day, _, _ in told} | {D(2026, 6, 30)}:
            for near in (day - datetime.timedelta(days=1), day):
                owed = [each[1:] for each in letters(home) if each[0] <= near]
                given = [(brev.anledning.name, brev.gaelder_fra) for brev in course.orienteringer(near)]
                assert sorted(given) == sorted(owed)
        for day in edges(home):
            assert course.i_kraft(day) is any(in_force(each, day) for each in home["agreements"])
        for year in (2025, 2026, 2027):
            for first in (1, 4, 7, 10):
                quarter = course.timer_i_kvartal(D(year, first + 1, 15))
                assert quarter.vaerdi == hours(home, year, range(first, first + 3))
    for day in days:
        point = over_time.den(day)
        assert (point.med_plan, point.i_alt) == counted(homes, day)


def test_a_region_against_plain_loops() -> None:
    """Sixty homes, every ninth day; the rows come in no order, some with the home's P-number and some without."""
    homes, rows = region(60)

    agree(homes, rows, DAYS[::9])


@pytest.mark.slow
def test_500_homes_over_three_years_on_every_day() -> None:
    """With their 1,500 events."""
    homes, rows = region(500, seed=4)

    assert len(rows) >= 1500
    agree(homes, rows, DAYS)
    status_of_day = Daekningsstatus.opgoer(forloeb(rows), D(2026, 6, 1))
    assert (status_of_day.i_alt.med_plan, status_of_day.i_alt.i_alt) == counted(homes, D(2026, 6, 1))
