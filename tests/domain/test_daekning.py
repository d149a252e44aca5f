"""Coverage and counts of the register, against a calculation of their own."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from typing import Any

import pytest

from botilbudlaege import (
    Botilbud,
    Daekning,
    Daekningsstatus,
    DataError,
    Kommune,
    Lovgrundlag,
    OutsideValidity,
    Part,
    Region,
    Registerpost,
    Samarbejdsplan,
)
from botilbudlaege.domain import bemaerkninger
from tests.domain.homes import (
    BASES,
    BECOME_ONE,
    DAYS,
    FIRST,
    PLACES,
    D,
    as_post,
    last_day,
    register,
    some_home,
)


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
