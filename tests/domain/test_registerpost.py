"""A row of the register: its hours and its life, against a calculation of their own."""

from __future__ import annotations

import calendar
from typing import Any

import attrs
import pytest

from botilbudlaege import (
    Anledning,
    Botilbud,
    DataError,
    Dokument,
    Part,
    Planstatus,
    Registerpost,
    Samarbejdsplan,
)
from botilbudlaege.domain import DOKUMENTER, bemaerkninger_til_post
from tests.domain.homes import DAYS, D, last_day, register


def hours_of(home: dict[str, Any], year: int, months: tuple[int, ...]) -> int:
    """Count the hours of whole months in force; a change counts from its month."""
    total = 0
    for month in months:
        first, last = D(year, month, 1), D(year, month, calendar.monthrange(year, month)[1])
        if home["start"] is None or home["hours"] is None or home["start"] > first:
            continue
        if home["end"] is not None and home["end"] < last:
            continue
        old = home["changed"] is not None and (home["changed"].year, home["changed"].month) > (year, month)
        total += home["before"] if old else home["hours"]
    return total


@pytest.mark.parametrize("seed", range(5))
def test_hours_of_a_register_in_every_quarter(seed: int) -> None:
    """With changes of hours and ends; the same from any day of the quarter."""
    homes, posts = register(seed)
    for home in homes:
        home["end"] = last_day(home)
    for year in (2024, 2025, 2026, 2027):
        for start in (1, 4, 7, 10):
            months = (start, start + 1, start + 2)
            expected = sum(hours_of(home, year, months) for home in homes)
            for day in (D(year, start, 1), D(year, start + 1, 15), D(year, start + 2, 30)):
                assert sum(post.timer_i_kvartal(day).vaerdi for post in posts) == expected


@pytest.mark.parametrize("seed", range(2))
def test_the_life_of_every_row_on_every_day(seed: int) -> None:
    """Draft, made, in force, terminated, ended; in force or terminated is what coverage counts."""
    homes, posts = register(seed)
    for home, post in zip(homes, posts, strict=True):
        home["end"] = last_day(home)
        assert post.ophoersdato == home["end"]
        for day in [*DAYS[::7], D(2027, 1, 1), D(2027, 3, 31), D(2027, 4, 1)]:
            expected = Planstatus.KLADDE
            if home["made"] is not None and home["made"] <= day:
                expected = Planstatus.INDGAAET
            if home["start"] is not None and home["start"] <= day:
                expected = Planstatus.I_KRAFT
            if home["received"] is not None and home["received"] <= day:
                expected = Planstatus.OPSAGT
            if home["end"] is not None and home["end"] < day:
                expected = Planstatus.OPHOERT
            started = home["start"] is not None and home["start"] <= day

            assert post.status(day).vaerdi is expected
            assert post.i_kraft(day) is (started and expected in (Planstatus.I_KRAFT, Planstatus.OPSAGT))


def a_post(**facts: Any) -> Registerpost:
    """Make a row with a plan of three hours from April 2025."""
    plan = Samarbejdsplan(botilbud=Botilbud(navn="Æblehaven"), timer_pr_maaned=3, ikrafttraeden=D(2025, 4, 1))
    return Registerpost(**{"plan": plan, **facts})


def test_the_boundaries_of_a_row() -> None:
    """The day before the start, the start, the last day and the day after."""
    post = a_post(modtaget=D(2025, 8, 15))
    days = [D(2025, 3, 31), D(2025, 4, 1), D(2025, 8, 15), D(2025, 12, 31), D(2026, 1, 1)]

    assert [post.i_kraft(day) for day in days] == [False, True, True, True, False]
    assert [post.status(day).vaerdi.name for day in days] == [
        "KLADDE",
        "I_KRAFT",
        "OPSAGT",
        "OPSAGT",
        "OPHOERT",
    ]


def test_the_letters_that_a_row_calls_for() -> None:
    """Made with the hours of then, changed with old and new, terminated with the last day."""
    sent = D(2025, 12, 1)
    post = a_post(
        tidligere_timer=2, timer_aendret=D(2025, 7, 1), opsagt_af=Part.PRAKSIS, modtaget=D(2025, 8, 15)
    )
    letters = post.orienteringer(sendt=sent)

    assert [
        (et.anledning, et.gaelder_fra, et.tidligere_timer, et.plan.timer_pr_maaned, et.sendt)
        for et in letters
    ] == [
        (Anledning.INDGAAET, D(2025, 4, 1), None, 2, sent),
        (Anledning.TIMETAL_AENDRET, D(2025, 7, 1), 2, 3, sent),
        (Anledning.OPSAGT, D(2025, 12, 31), None, 3, sent),
    ]


def test_a_row_calls_for_no_letter_of_what_has_not_happened() -> None:
    """A home without an agreement; a plan that is neither changed nor terminated."""
    assert Registerpost(plan=Samarbejdsplan(botilbud=Botilbud(navn="A"))).orienteringer() == ()
    assert [et.anledning for et in a_post().orienteringer()] == [Anledning.INDGAAET]
    assert a_post().orienteringer()[0].plan == a_post().plan


@pytest.mark.parametrize(
    ("facts", "code", "path"),
    [
        ({"tidligere_timer": 2}, "incomplete-change", "timer_aendret"),
        ({"timer_aendret": D(2025, 7, 1)}, "incomplete-change", "tidligere_timer"),
        ({"tidligere_timer": 2, "timer_aendret": D(2025, 3, 31)}, "change-before-start", "timer_aendret"),
        (
            {"plan": Samarbejdsplan(), "tidligere_timer": 2, "timer_aendret": D(2025, 7, 1)},
            "change-before-start",
            "timer_aendret",
        ),
        ({"opsagt_af": Part.BOTILBUD}, "termination-without-receipt", "modtaget"),
        ({"oensket_ophoer": D(2025, 12, 31)}, "termination-without-receipt", "modtaget"),
        ({"modtaget": D(2025, 4, 1), "oensket_ophoer": D(2025, 12, 30)}, "not-quarter-end", "oensket_ophoer"),
        ({"modtaget": D(2025, 4, 1), "oensket_ophoer": D(2025, 6, 30)}, "too-early", "oensket_ophoer"),
        ({"modtaget": D(2024, 12, 31)}, None, "modtaget"),
        (
            {"tidligere_timer": 2, "timer_aendret": D(2025, 10, 1), "modtaget": D(2025, 4, 1)},
            "change-after-end",
            "timer_aendret",
        ),
        ({"tidligere_timer": "2", "timer_aendret": D(2025, 7, 1)}, "wrong-type", "tidligere_timer"),
    ],
)
def test_rows_that_cannot_be(facts: dict[str, Any], code: str | None, path: str) -> None:
    """Half a change, one before the start or after the end, a termination nobody received, an end that is none."""
    with pytest.raises(DataError) as caught:
        a_post(**facts)
    (finding,) = caught.value.findings

    assert finding.path == path
    assert finding.remedy
    assert code in (None, finding.code)


def test_a_change_may_be_on_the_first_day() -> None:
    """As an amendment may: what was signed before the start is changed from the start on."""
    post = a_post(tidligere_timer=2, timer_aendret=D(2025, 4, 1))

    assert post.allonge is not None
    assert (post.allonge.gaelder_fra, post.aftalt_plan.timer_pr_maaned) == (D(2025, 4, 1), 2)
    assert post.timer_i_kvartal(D(2025, 4, 1)).vaerdi == 9
    assert [(et.anledning, et.gaelder_fra) for et in post.orienteringer()] == [
        (Anledning.INDGAAET, D(2025, 4, 1)),
        (Anledning.TIMETAL_AENDRET, D(2025, 4, 1)),
    ]


def test_a_change_may_be_on_the_last_day() -> None:
    """The plan is in force on it."""
    post = a_post(tidligere_timer=2, timer_aendret=D(2025, 9, 30), modtaget=D(2025, 4, 1))

    assert post.ophoersdato == D(2025, 9, 30)
    assert post.allonge is not None


def test_residents_are_told_of_a_plan_while_it_is_one() -> None:
    """Not of one that has ended by the day the letter is sent, nor of one that never takes effect."""
    call = DOKUMENTER[Dokument.INFORMATIONSBREV].af_post
    ends, never = a_post(modtaget=D(2025, 4, 1)), a_post(modtaget=D(2025, 1, 2))

    assert [len(call(ends, sendt=day)) for day in (None, D(2025, 9, 30), D(2025, 10, 1))] == [1, 1, 0]
    assert never.ophoersdato == D(2025, 6, 30)
    assert len(call(never)) == 1
    assert (
        call(a_post(plan=attrs.evolve(never.plan, ikrafttraeden=D(2025, 7, 1)), modtaget=D(2025, 1, 2))) == ()
    )


def test_a_change_may_be_the_day_after_the_start() -> None:
    """And a wished end the earliest one."""
    post = a_post(
        tidligere_timer=2, timer_aendret=D(2025, 4, 2), modtaget=D(2025, 4, 1), oensket_ophoer=D(2025, 9, 30)
    )

    assert post.ophoersdato == D(2025, 9, 30)
    hours = post.timer_i_kvartal(D(2025, 4, 1))
    assert hours.vaerdi == 9
    assert hours.begrundelse == (
        "April 2025: 3 timer.",
        "Maj 2025: 3 timer.",
        "Juni 2025: 3 timer.",
        "I alt 9 timer i 2. kvartal 2025.",
    )
    assert a_post(plan=Samarbejdsplan()).timer_i_kvartal(D(2025, 4, 1)).vaerdi == 0


@pytest.mark.parametrize("before", [7, 3])
def test_hours_before_that_cannot_be_are_refused_with_the_row(before: int) -> None:
    """Not allowed, or those that the plan has now."""
    with pytest.raises(DataError):
        a_post(tidligere_timer=before, timer_aendret=D(2025, 7, 1))


def test_the_plan_of_a_row_is_what_was_agreed() -> None:
    """The hours of its start where they were changed later: nobody agreed the new ones from the old day."""
    post = a_post(tidligere_timer=2, timer_aendret=D(2025, 10, 1), modtaget=D(2026, 1, 15))
    plan: Any = DOKUMENTER[Dokument.SAMARBEJDSPLAN].af_post(post)[0]
    told = {kind: [remark.code for remark in bemaerkninger_til_post(post, kind)] for kind in Dokument}

    assert (plan.ikrafttraeden, plan.timer_pr_maaned) == (D(2025, 4, 1), 2)
    assert plan == post.aftalt_plan
    assert {kind for kind, codes in told.items() if codes} == {Dokument.SAMARBEJDSPLAN, Dokument.KONTRAKT}
    assert told[Dokument.KONTRAKT] == ["plan-of-changed-row", "plan-of-terminated-row"]
    assert [*bemaerkninger_til_post(a_post(), Dokument.KONTRAKT)] == []
    assert a_post().aftalt_plan == a_post().plan
