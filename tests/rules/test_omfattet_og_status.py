"""Scope, and the life of a plan."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from botilbudlaege import DataError, Lovgrundlag, Planstatus, rules

FIRST = (Lovgrundlag.SEL_108, Lovgrundlag.ABL_105)
LATER = (Lovgrundlag.SEL_107, Lovgrundlag.BL_43_1_6, Lovgrundlag.BL_43_3)


@pytest.mark.parametrize("basis", FIRST)
def test_first_phase_homes_are_out_only_when_known_not_to_be_long_term(basis: Lovgrundlag) -> None:
    """None is not known: in, with a remark."""
    results = [rules.omfattet(basis, long_term) for long_term in (True, None, False)]

    assert [result.vaerdi for result in results] == [True, True, False]
    assert [len(result.findings) for result in results] == [0, 1, 1]


@pytest.mark.parametrize("basis", LATER)
def test_later_phase_homes_are_out_whatever_else_is_known(basis: Lovgrundlag) -> None:
    """With the remark that the long-term limit is not stated for them."""
    for long_term in (True, None, False):
        result = rules.omfattet(basis, long_term)

        assert result.vaerdi is False
        assert "længerevarende" in result.findings[0].message


def test_an_unknown_legal_basis_gives_no_answer() -> None:
    """Neither yes nor no."""
    result = rules.omfattet(None, True)

    assert result.vaerdi is None
    assert result.findings


@pytest.mark.parametrize("wrong", ["nej", "", 0, 1])
def test_long_term_is_yes_no_or_unknown(wrong: Any) -> None:
    """A text that says no is no yes."""
    with pytest.raises(DataError, match="laengerevarende: Her skal stå True eller False eller None"):
        rules.omfattet(Lovgrundlag.SEL_108, wrong)


D = datetime.date
MADE, START, NOTICE, END = D(2025, 2, 1), D(2025, 4, 1), D(2025, 8, 1), D(2025, 12, 31)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (D(2025, 1, 31), Planstatus.KLADDE),
        (D(2025, 2, 1), Planstatus.INDGAAET),
        (D(2025, 3, 31), Planstatus.INDGAAET),
        (D(2025, 4, 1), Planstatus.I_KRAFT),
        (D(2025, 7, 31), Planstatus.I_KRAFT),
        (D(2025, 8, 1), Planstatus.OPSAGT),
        (D(2025, 12, 31), Planstatus.OPSAGT),
        (D(2026, 1, 1), Planstatus.OPHOERT),
    ],
)
def test_the_life_of_a_plan_at_its_boundaries(day: datetime.date, expected: Planstatus) -> None:
    """The last day in force still belongs to the plan."""
    actual = rules.status(day, indgaaet_den=MADE, ikrafttraeden=START, opsagt=NOTICE, ophoer=END)

    assert actual.vaerdi is expected


def test_a_plan_in_force_needs_no_day_of_signing() -> None:
    """Coverage counts start ≤ day ≤ end, so does the status."""
    assert rules.status(START, ikrafttraeden=START).vaerdi is Planstatus.I_KRAFT
    assert rules.status(START).vaerdi is Planstatus.KLADDE


def test_dates_that_do_not_agree_are_remarked() -> None:
    """Made after the start, ended before it."""
    result = rules.status(START, indgaaet_den=D(2025, 5, 1), ikrafttraeden=START, ophoer=D(2025, 3, 31))

    assert [finding.code for finding in result.findings] == ["made-after-start", "end-before-start"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (D(2025, 8, 1), "Planen er opsagt den 1. august 2025 og træder aldrig i kraft."),
        (D(2025, 12, 31), "Planen er opsagt den 1. august 2025 og træder aldrig i kraft."),
        (D(2026, 1, 1), "Planen ophørte den 31. december 2025 og trådte aldrig i kraft."),
    ],
)
def test_a_plan_that_ends_before_its_start_runs_on_no_day(day: datetime.date, expected: str) -> None:
    """It is not said to run until its end."""
    actual = rules.status(day, ikrafttraeden=D(2026, 1, 1), opsagt=NOTICE, ophoer=END)

    assert actual.begrundelse == (expected,)
    assert (
        "løber til og med"
        in rules.status(day, ikrafttraeden=END, opsagt=NOTICE, ophoer=D(2026, 3, 31)).begrundelse[0]
    )
