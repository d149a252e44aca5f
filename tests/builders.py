"""Valid objects in one line, changed by keyword: `en_plan(timer_pr_maaned=3)`."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from botilbudlaege import (
    Aftalepart,
    Allonge,
    Botilbud,
    Kommune,
    Kontaktperson,
    Kontaktrolle,
    Lovgrundlag,
    Opsigelse,
    Organisation,
    Part,
    Praksis,
    Samarbejdsplan,
)
from botilbudlaege._structure import structure, unstructure

MONTHS = [
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
]
EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"


def et_botilbud(**changes: Any) -> Botilbud:
    """A home with what a final needs, and a little more."""
    return Botilbud(
        **{
            "navn": "Æblehaven",
            "kommune": Kommune.find("Skanderborg"),
            "lovgrundlag": Lovgrundlag.SEL_108,
            "laengerevarende": True,
            "organisation": Organisation(navn="Fonden Havblik"),
            "kontaktperson": Kontaktperson(
                navn="Ida Holm", telefon="86 12 34 56", rolle=Kontaktrolle.SUNDHEDSFAGLIG
            ),
            **changes,
        }
    )


def en_plan(**changes: Any) -> Samarbejdsplan:
    """A plan that renders as a final, without a remark."""
    return Samarbejdsplan(
        **{
            "botilbud": et_botilbud(),
            "praksis": Praksis(
                navn="Lægerne ved Søen",
                kontaktperson=Kontaktperson(navn="Mette Storm", email="m@soe.example"),
            ),
            "aftalepart": Aftalepart.BOTILBUD,
            "timer_pr_maaned": 2,
            "ikrafttraeden": datetime.date(2025, 4, 1),
            "moedeaftaler": (),
            **changes,
        }
    )


def en_opsigelse(**changes: Any) -> Opsigelse:
    """A termination that renders as a final, without a remark."""
    return Opsigelse(
        **{
            "plan": en_plan(),
            "opsagt_af": Part.PRAKSIS,
            "modtaget": datetime.date(2025, 8, 15),
            **changes,
        }
    )


def en_allonge(**changes: Any) -> Allonge:
    """An amendment that renders as a final: the hours go from 2 to 3."""
    return Allonge(
        **{
            "plan": en_plan(),
            "ny_plan": en_plan(timer_pr_maaned=3),
            "gaelder_fra": datetime.date(2025, 10, 1),
            **changes,
        }
    )


def leaf_paths(facts: Any, prefix: str = "") -> list[str]:
    """List the paths of all facts that are given in plain data: `botilbud.navn`, `moedeaftaler[0].titel`."""
    if isinstance(facts, dict):
        parts = [(f"{prefix}.{key}".lstrip("."), value) for key, value in facts.items()]
        return [path for key, value in parts for path in leaf_paths(value, key)]
    if isinstance(facts, list) and facts and isinstance(facts[0], dict):
        return [path for index, value in enumerate(facts) for path in leaf_paths(value, f"{prefix}[{index}]")]
    return [prefix]


def without(subject: Any, *paths: str) -> Any:
    """Give the subject with facts taken away."""
    facts = unstructure(subject)
    for path in paths:
        *parents, last = path.replace("[", ".").replace("]", "").split(".")
        table = facts
        for key in parents:
            table = table[int(key)] if key.isdigit() else table[key]
        del table[last]
    return structure(facts, type(subject))
