"""A register of homes at random, as plain facts and as rows, the same each time."""

from __future__ import annotations

import datetime
import random
from typing import Any

from botilbudlaege import (
    Botilbud,
    Driftsform,
    Kommune,
    Lovgrundlag,
    Part,
    Registerpost,
    Samarbejdsplan,
)

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
    end = last_day(home)
    if None not in (end, home["changed"]) and home["changed"] > end:
        home["before"] = home["changed"] = None
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
