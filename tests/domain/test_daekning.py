"""The register: coverage and counts against a calculation of their own, and the life of a row."""

from __future__ import annotations

import calendar
import datetime
import random
from collections import defaultdict
from typing import Any

import pytest

from botilbudlaege import (
    Anledning,
    Botilbud,
    Daekning,
    Daekningsstatus,
    DataError,
    Driftsform,
    Kommune,
    Lovgrundlag,
    OutsideValidity,
    Part,
    Planstatus,
    Region,
    Registerpost,
    Samarbejdsplan,
)
from botilbudlaege.domain import bemaerkninger

D = datetime.date
HOMES = 60
DAYS = [D(2025, 1, 1) + datetime.timedelta(days=n) for n in range(730)]
BASES = {
    "SEL_108": "servicelovens § 108",
    "ABL_105": "almenboliglovens § 105 med hjælp efter servicelovens § 85",
    "SEL_107": "servicelovens § 107",
    "BL_43_1_6": "barnets lov § 43, stk. 1, nr. 6",
    "BL_43_3": "barnets lov § 43, stk. 3",
}
FIRST = ("SEL_108", "ABL_105")
PLACES = {
    "Aalborg": "Region Nordjylland",
    "Skanderborg": "Region Midtjylland",
    "Aarhus": "Region Midtjylland",
    "Ærø": "Region Syddanmark",
    "København": "Region Hovedstaden",
    "Køge": "Region Sjælland",
}
BECOME_ONE = ("Region Hovedstaden", "Region Sjælland")


def some_home(rng: random.Random, number: int) -> dict[str, Any]:
    """Make the plain facts of a home, perhaps with a plan, a change of hours and a termination."""
    home: dict[str, Any] = dict.fromkeys(
        ("hours", "start", "made", "before", "changed", "by", "received", "wished")
    )
    home |= {
        "name": f"Hus {number}",
        "place": rng.choice([None, *PLACES]),
        "basis": rng.choice([None, *BASES, *FIRST, *FIRST]),
        "long": rng.choice([True, True, True, False, None]),
        "kind": rng.choice([None, "KOMMUNAL", "REGIONAL", "PRIVAT"]),
    }
    if rng.random() < 0.3:
        return home
    home["start"] = rng.choice(DAYS[:600])
    home["hours"] = rng.choice([None, 2, 2, 3, 3])
    home["made"] = rng.choice([None, home["start"] - datetime.timedelta(days=rng.randint(0, 40))])
    if home["hours"] and rng.random() < 0.4:
        home["before"] = 5 - home["hours"]
        home["changed"] = home["start"] + datetime.timedelta(days=rng.randint(1, 300))
    if rng.random() < 0.5:
        home["by"] = rng.choice([None, "BOTILBUD", "PRAKSIS"])
        home["received"] = rng.choice(DAYS[:500])
        home["wished"] = rng.choice([None, None, D(2026, 12, 31), D(2027, 3, 31)])
    return home


def as_post(home: dict[str, Any]) -> Registerpost:
    """Make the row of plain facts."""
    return Registerpost(
        plan=Samarbejdsplan(
            botilbud=Botilbud(
                navn=home["name"],
                kommune=home["place"] and Kommune.find(home["place"]),
                lovgrundlag=home["basis"] and Lovgrundlag[home["basis"]],
                laengerevarende=home["long"],
                driftsform=home["kind"] and Driftsform[home["kind"]],
            ),
            timer_pr_maaned=home["hours"],
            ikrafttraeden=home["start"],
            indgaaet_den=home["made"],
        ),
        tidligere_timer=home["before"],
        timer_aendret=home["changed"],
        opsagt_af=home["by"] and Part[home["by"]],
        modtaget=home["received"],
        oensket_ophoer=home["wished"],
    )


def register(seed: int) -> tuple[list[dict[str, Any]], list[Registerpost]]:
    """Make a register, as plain facts and as rows."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    homes = [some_home(rng, number) for number in range(HOMES)]
    return homes, [as_post(home) for home in homes]


def last_day(home: dict[str, Any]) -> Any:
    """Find the last day in force: the end of the quarter after that in which the termination was received."""
    if home["received"] is None or home["wished"] is not None:
        return home["wished"]
    year, month = home["received"].year, home["received"].month
    ends = {3: D(year, 6, 30), 6: D(year, 9, 30), 9: D(year, 12, 31), 12: D(year + 1, 3, 31)}
    return next(ends[end] for end in ends if month <= end)


def counted(homes: list[dict[str, Any]], day: datetime.date) -> dict[str, Any]:
    """Count the register on a day: homes of the first phase, and those of them with a plan in force."""
    groups: dict[str, dict[str, list[int]]] = {
        by: defaultdict(lambda: [0, 0]) for by in ("total", "place", "kind", "basis", "region")
    }
    outside = unknown = 0
    for home in homes:
        if home["basis"] is None:
            unknown += 1
            continue
        if home["basis"] not in FIRST or home["long"] is False:
            outside += 1
            continue
        region = PLACES.get(home["place"], "ikke oplyst")
        if day >= D(2027, 1, 1) and region in BECOME_ONE:
            region = "Region Østdanmark"
        start, end = home["start"], home["end"]
        in_force = start is not None and start <= day and (end is None or day <= end)
        names = {
            "total": "I alt",
            "place": home["place"] or "ikke oplyst",
            "kind": (home["kind"] or "ikke oplyst").lower(),
            "basis": BASES[home["basis"]],
            "region": region,
        }
        for by, name in names.items():
            groups[by][name][0] += in_force
            groups[by][name][1] += 1
    return {**{by: dict(found) for by, found in groups.items()}, "outside": outside, "unknown": unknown}


def told(status: Daekningsstatus) -> dict[str, Any]:
    """Give what a status says in the same form."""
    parts = {
        "total": (status.i_alt,),
        "place": status.kommuner,
        "kind": status.driftsformer,
        "basis": status.lovgrundlag,
        "region": status.regioner,
    }
    groups = {by: {et.navn: [et.med_plan, et.i_alt] for et in group} for by, group in parts.items()}
    return {**groups, "outside": status.udenfor, "unknown": status.ukendte}


def days_of_change(homes: list[dict[str, Any]]) -> list[datetime.date]:
    """List the days on which a home begins or ends or regions become one, with the days beside them, and each week."""
    changes = {home[key] for home in homes for key in ("start", "end")} - {None} | {D(2027, 1, 1)}
    beside = {day + datetime.timedelta(days=days) for day in changes for days in (-1, 0, 1)}
    return sorted((beside & set(DAYS)) | set(DAYS[::7]) | {DAYS[-1], D(2027, 1, 1)})


@pytest.mark.parametrize("seed", range(2))
def test_coverage_on_every_day_of_change(seed: int) -> None:
    """In all and by every grouping: start ≤ day ≤ end over all homes of the first phase.

    Two years of days on which the count changes, and those beside them; on others it is that of the day before.
    """
    homes, posts = register(seed)
    for home in homes:
        home["end"] = last_day(home)
    wrong = [
        day
        for day in days_of_change(homes)
        if told(Daekningsstatus.opgoer(posts, day)) != counted(homes, day)
    ]

    assert wrong == []


def test_the_registers_have_what_they_are_to_try() -> None:
    """Every kind of row, so that the test above cannot pass for want of one."""
    homes = [home for seed in range(2) for home in register(seed)[0]]
    kinds = {
        "without": sum(home["start"] is None for home in homes),
        "changed": sum(home["changed"] is not None for home in homes),
        **{str(by): sum(home["received"] is not None and home["by"] == by for home in homes) for by in (None, *Part.__members__)},
        "wished": sum(home["wished"] is not None for home in homes),
        **{f"{long} {basis}": sum((home["long"], home["basis"]) == (long, basis) for home in homes) for long in (True, False, None) for basis in FIRST},
        **{str(basis): sum(home["basis"] == basis for home in homes) for basis in (None, *BASES)},
    }  # fmt: skip

    assert [kind for kind, count in kinds.items() if count == 0] == []


@pytest.mark.parametrize("day", [D(2026, 12, 31), D(2027, 1, 1)])
def test_the_region_is_that_of_the_day(day: datetime.date) -> None:
    """Hovedstaden and Sjælland are two on the last day of 2026, one from the first of 2027."""
    homes, posts = register(0)
    for home in homes:
        home["end"] = last_day(home)
    status = Daekningsstatus.opgoer(posts, day)
    regions = {group.navn for group in status.regioner}

    assert told(status) == counted(homes, day)
    assert ("Region Østdanmark" in regions) is (day.year == 2027)
    assert (regions & set(BECOME_ONE) == set()) is (day.year == 2027)


@pytest.mark.parametrize(("day", "expected"), [(D(2026, 12, 31), None), (D(2027, 1, 1), Region.OESTDANMARK)])
def test_a_shared_region_is_the_status_region(day: datetime.date, expected: Region | None) -> None:
    """One home on Zealand, one in the capital: they share a region from 2027."""
    posts = [as_post({**dict.fromkeys(some_home(random.Random(1), 1)), "place": place, "name": place}) for place in ("København", "Køge")]  # noqa: S311  # fmt: skip

    assert Daekningsstatus.opgoer(posts, day).region is expected
    assert Daekningsstatus.opgoer(posts, day, region=Region.SJAELLAND).region is Region.SJAELLAND


def test_homes_of_another_region_are_told_of() -> None:
    """They are counted, since the rows are the caller's; that is remarked where the status is one region's."""
    posts = [a_home_in(place) for place in ("København", "Køge")]
    both, one = (
        Daekningsstatus.opgoer(rows, DAYS[0], region=Region.SJAELLAND) for rows in (posts, posts[1:])
    )

    assert both.i_alt.i_alt == 2
    assert [(finding.code, finding.path) for finding in bemaerkninger(both)] == [
        ("several-regions", "regioner")
    ]
    assert bemaerkninger(one) == ()


def a_home_in(place: str) -> Registerpost:
    """A home of the first phase, without a plan."""
    home = Botilbud(
        navn=place, kommune=Kommune.find(place), lovgrundlag=Lovgrundlag.SEL_108, laengerevarende=True
    )
    return Registerpost(plan=Samarbejdsplan(botilbud=home))


def test_groups_are_sorted_as_in_danish() -> None:
    """Æ, ø and å last, aa as å."""
    _, posts = register(0)
    groups = [group.navn for group in Daekningsstatus.opgoer(posts, DAYS[0]).kommuner]

    assert groups == ["ikke oplyst", "København", "Køge", "Skanderborg", "Ærø", "Aalborg", "Aarhus"]


def test_an_empty_register_has_no_coverage() -> None:
    """Not known is not 0 per cent."""
    status = Daekningsstatus.opgoer([], DAYS[0])

    assert (status.i_alt.med_plan, status.i_alt.i_alt, status.i_alt.grad) == (0, 0, "ikke kendt")
    assert (status.kommuner, status.regioner, status.region) == ((), (), None)


def test_coverage_is_told_in_per_cent() -> None:
    """With one decimal; more with a plan than there are is refused."""
    assert [Daekning(med_plan=n, i_alt=3).grad for n in (0, 2, 3)] == [
        "0,0\N{NO-BREAK SPACE}%",
        "66,7\N{NO-BREAK SPACE}%",
        "100,0\N{NO-BREAK SPACE}%",
    ]
    assert Daekning(i_alt=3).grad is None
    with pytest.raises(DataError, match="mellem 0 og antallet"):
        Daekning(med_plan=4, i_alt=3)


def test_a_day_before_the_scheme_is_refused() -> None:
    """The last day of 2024."""
    _, posts = register(0)
    with pytest.raises(OutsideValidity, match=r"31\. december 2024"):
        Daekningsstatus.opgoer(posts, D(2024, 12, 31))


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
                assert sum(post.timer_i_kvartal(day) for post in posts) == expected


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
        ({"tidligere_timer": 2, "timer_aendret": D(2025, 4, 1)}, "change-before-start", "timer_aendret"),
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
        ({"tidligere_timer": "2", "timer_aendret": D(2025, 7, 1)}, "wrong-type", "tidligere_timer"),
    ],
)
def test_rows_that_cannot_be(facts: dict[str, Any], code: str | None, path: str) -> None:
    """Half a change, a change before the start, a termination nobody received, an end that is none."""
    with pytest.raises(DataError) as caught:
        a_post(**facts)
    (finding,) = caught.value.findings

    assert finding.path == path
    assert finding.remedy
    assert code in (None, finding.code)


def test_a_change_may_be_the_day_after_the_start() -> None:
    """And a wished end the earliest one."""
    post = a_post(
        tidligere_timer=2, timer_aendret=D(2025, 4, 2), modtaget=D(2025, 4, 1), oensket_ophoer=D(2025, 9, 30)
    )

    assert post.ophoersdato == D(2025, 9, 30)
    assert post.timer_i_kvartal(D(2025, 4, 1)) == 9


@pytest.mark.parametrize("before", [7, 3])
def test_hours_before_that_cannot_be_are_refused_with_the_row(before: int) -> None:
    """Not allowed, or those that the plan has now."""
    with pytest.raises(DataError):
        a_post(tidligere_timer=before, timer_aendret=D(2025, 7, 1))
