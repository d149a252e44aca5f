"""Lists of events as offices keep them, in `tests/cases/events.toml`: the courses that each gives, or what is told."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import DataError, Forloeb, load

if TYPE_CHECKING:
    from botilbudlaege.historik._aftale import Aftale

CASES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "events.toml").read_text("utf-8")
)
HEADERS: str = CASES.pop("overskrifter")


def shown(course: Forloeb) -> str:
    """Give a course on one line: the names of its home, and its agreements."""
    names = dict.fromkeys(str(home.navn) for _, home in course.hjem)
    return " | ".join((" > ".join(names), *map(agreement, course.aftaler)))


def agreement(each: Aftale) -> str:
    """Give an agreement: its start and end, and its hours and practice from its start and from each change."""
    plans = [(each.plan.ikrafttraeden, each.plan), *each.aendringer]
    facts = ((day, plan.timer_pr_maaned, plan.praksis.navn) for day, plan in plans)
    return f"til {each.ophoersdato}: " + "; ".join(
        " ".join(str(fact) for fact in row if fact) for row in facts
    )


@pytest.mark.parametrize("name", CASES)
def test_a_list_of_events_is_put_together_or_told(name: str) -> None:
    """Each home with its agreements, or each fault in its words."""
    case = CASES[name]
    text = "\n".join((HEADERS, *case["raekker"]))
    try:
        found = {
            "forloeb": [shown(course) for course in load(text.encode(), tuple[Forloeb, ...], suffix=".csv")]
        }
    except DataError as error:
        found = {"fejl": [str(finding) for finding in error.findings]}

    assert found == {kind: said for kind, said in case.items() if kind != "raekker"}
