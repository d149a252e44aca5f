"""What is covered, when the region is informed, hours in a quarter, and coverage."""

from __future__ import annotations

import calendar
import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import Aktivitet, Anledning, DataError, Haendelse, rules

if TYPE_CHECKING:
    from collections.abc import Callable

D = datetime.date
NO_DATES = [None, "2025-04-01", 2025, datetime.datetime(2025, 4, 1, tzinfo=datetime.UTC)]


@pytest.mark.parametrize(
    ("kind", "covered", "word"),
    [
        ("GENEREL_RAADGIVNING", True, "råd"),
        ("UNDERVISNING", True, "undervisning"),
        ("SAMARBEJDSMOEDE", True, "samarbejdsmøder"),
        ("KONKRET_BEBOER", False, "konkret beboer er ikke omfattet"),
        ("INSTRUKTION_VED_SYGEBESOEG", False, "sygebesøg"),
    ],
)
def test_what_the_advice_covers(kind: str, covered: bool, word: str) -> None:  # noqa: FBT001 - an expected answer
    """General questions; not a particular resident, nor what staff learn during a home visit."""
    result = rules.aktivitet(Aktivitet[kind])

    assert result.vaerdi is covered
    assert word in result.begrundelse[0].casefold()
    assert ("ikke omfattet" in result.begrundelse[0]) is not covered
    assert result.findings == ()


def test_every_activity_has_an_answer() -> None:
    """With its reason and its source."""
    results = [rules.aktivitet(kind) for kind in Aktivitet]

    assert [result.vaerdi for result in results] == [True, True, True, False, False]
    assert {result.kilde.afsnit for result in results} == {"Sundhedsfaglig rådgivning/undervisning"}


MADE, CHANGED, ENDED = Anledning.INDGAAET, Anledning.TIMETAL_AENDRET, Anledning.OPSAGT
OCCASIONS = {
    "INDGAAET": (MADE,),
    "TIMETAL_AENDRET": (CHANGED,),
    "OPSAGT": (ENDED,),
    "NY_PRAKSIS": (ENDED, MADE),
    "NY_KONTAKTPERSON": (),
    "NYE_EMNER": (),
    "NYE_MOEDEAFTALER": (),
}


def test_of_what_the_region_is_informed() -> None:
    """Made, hours changed, terminated; a new practice is two of them, and nothing else is any."""
    actual = {event.name: rules.orienteringspligt(event).vaerdi for event in Haendelse}

    assert actual == OCCASIONS
    assert {occasion for occasions in actual.values() for occasion in occasions} == set(Anledning)


@pytest.mark.parametrize("event", Haendelse)
def test_it_is_always_the_homes_side_that_informs(event: Haendelse) -> None:
    """Also when the doctor terminates; the fee is the reason of one occasion alone, and no deadline is named."""
    reasons = rules.orienteringspligt(event).begrundelse
    text = " ".join(reasons)

    assert ("altid organisationen eller botilbuddet" in text) is bool(OCCASIONS[event.name])
    assert ("også når lægen opsiger" in text) is bool(OCCASIONS[event.name])
    assert ("honorar" in text) is (event is Haendelse.INDGAAET)
    assert "senest" not in text
    assert ("ikke pligt" in text) is (not OCCASIONS[event.name])


@pytest.mark.parametrize("rule", [rules.aktivitet, rules.orienteringspligt])
@pytest.mark.parametrize("wrong", [None, "OPSAGT", "UNDERVISNING", 1, Anledning.OPSAGT])
def test_only_their_own_codes_are_answered(rule: Callable[[Any], Any], wrong: object) -> None:
    """A text or a code of another kind is no activity and no event."""
    with pytest.raises(DataError, match=r"Angiv fx (Aktivitet|Haendelse)\."):
        rule(wrong)


def test_a_step_a_month_and_the_sum() -> None:
    """A reader can follow the count; it is no basis for payment, and does not say so."""
    result = rules.timer_i_kvartal(D(2025, 5, 20), [(D(2025, 4, 15), 2), (D(2025, 6, 30), 3)])

    assert result.begrundelse == (
        "April 2025: planen gælder ikke hele måneden.",
        "Maj 2025: 2 timer.",
        "Juni 2025: 3 timer.",
        "I alt 5 timer i 2. kvartal 2025.",
    )
    assert str(result.kilde) == "botilbudlaege, egen optælling af timer til overblik"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2025-03-31", 6),
        ("2025-04-01", 6),
        ("2025-04-02", 4),
        ("2025-04-30", 4),
        ("2025-05-01", 4),
        ("2025-06-01", 2),
        ("2025-06-02", 0),
        ("2025-06-30", 0),
        ("2025-07-01", 0),
        ("2025-01-01", 6),
    ],
)
def test_months_from_the_start(start: str, expected: int) -> None:
    """A month counts when the plan is in force on its first day."""
    assert rules.timer_i_kvartal(D(2025, 4, 1), [(D.fromisoformat(start), 2)]).vaerdi == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2025-03-31", 0),
        ("2025-04-01", 0),
        ("2025-04-29", 0),
        ("2025-04-30", 2),
        ("2025-05-01", 2),
        ("2025-05-30", 2),
        ("2025-05-31", 4),
        ("2025-06-29", 4),
        ("2025-06-30", 6),
        ("2025-07-01", 6),
    ],
)
def test_months_to_the_end(end: str, expected: int) -> None:
    """A month counts when the plan is in force on its last day."""
    actual = rules.timer_i_kvartal(D(2025, 6, 30), [(D(2025, 1, 1), 2)], ophoer=D.fromisoformat(end))

    assert actual.vaerdi == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("2025-03-31", 9),
        ("2025-04-01", 9),
        ("2025-04-02", 9),
        ("2025-04-30", 9),
        ("2025-05-01", 8),
        ("2025-05-31", 8),
        ("2025-06-01", 7),
        ("2025-06-30", 7),
        ("2025-07-01", 6),
    ],
)
def test_a_change_counts_from_its_month(change: str, expected: int) -> None:
    """Also on the last day of it; the day after counts from the next."""
    hours = [(D(2025, 1, 1), 2), (D.fromisoformat(change), 3)]

    assert rules.timer_i_kvartal(D(2025, 5, 1), hours).vaerdi == expected


def test_two_changes_in_a_month() -> None:
    """The last of them counts."""
    hours = [(D(2025, 1, 1), 2), (D(2025, 5, 2), 3), (D(2025, 5, 30), 2)]

    assert rules.timer_i_kvartal(D(2025, 5, 1), hours).vaerdi == 6


def test_every_day_of_sixteen_years() -> None:
    """Months counted one by one: in force on the first day and the last, hours as they are on the last."""
    start, change, end = D(2025, 2, 28), D(2032, 2, 29), D(2039, 3, 31)
    per_month = {}
    for year in range(2024, 2041):
        for month in range(1, 13):
            first, last = D(year, month, 1), D(year, month, calendar.monthrange(year, month)[1])
            whole = start <= first and last <= end
            per_month[year, month] = (3 if change <= last else 2) if whole else 0
    for number in range((D(2041, 1, 1) - D(2024, 1, 1)).days):
        day = D(2024, 1, 1) + datetime.timedelta(days=number)
        months = next(q for q in ((1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)) if day.month in q)

        assert rules.timer_i_kvartal(day, [(start, 2), (change, 3)], ophoer=end).vaerdi == sum(
            per_month[day.year, month] for month in months
        )


@pytest.mark.parametrize(
    "hours",
    [[], [(D(2025, 5, 1), 2), (D(2025, 4, 1), 3)], [(D(2025, 4, 1), 2), (D(2025, 4, 1), 3)]],
)
def test_hours_are_in_order(hours: list[tuple[datetime.date, int]]) -> None:
    """The start first, then each change on a day of its own."""
    with pytest.raises(DataError, match="Angiv planens start først, derefter hver ændring"):
        rules.timer_i_kvartal(D(2025, 4, 1), hours)


@pytest.mark.parametrize("wrong", NO_DATES)
def test_only_dates_are_days(wrong: Any) -> None:
    """Of the quarter, the start, a change and the end; only the end may be unknown."""
    day = D(2025, 4, 1)
    calls: list[Callable[[], object]] = [
        lambda: rules.timer_i_kvartal(wrong, [(day, 2)]),
        lambda: rules.timer_i_kvartal(day, [(wrong, 2)]),
        lambda: rules.timer_i_kvartal(day, [(day, 2), (wrong, 3)]),
        *([] if wrong is None else [lambda: rules.timer_i_kvartal(day, [(day, 2)], ophoer=wrong)]),
    ]
    for call in calls:
        with pytest.raises(DataError, match=r"Her skal stå en da(to|g med et timetal)"):
            call()


@pytest.mark.parametrize("wrong", ["2", None, True, 2.5, -2])
def test_only_whole_hours_are_hours(wrong: Any) -> None:
    """A text, nothing, a part of one and less than none are refused."""
    with pytest.raises(DataError):
        rules.timer_i_kvartal(D(2025, 4, 1), [(D(2025, 4, 1), wrong)])


def test_coverage_is_an_exact_share() -> None:
    """None with a plan is 0, no homes at all is not known."""
    for total in range(1, 30):
        for covered in range(total + 1):
            assert rules.daekningsgrad(covered, total).vaerdi == Fraction(covered, total)
    assert rules.daekningsgrad(0, 0).vaerdi is None


def test_coverage_tells_how_it_was_counted() -> None:
    """And that the definition is the library's own; the national 250 is in it nowhere."""
    some, none = rules.daekningsgrad(2, 3), rules.daekningsgrad(0, 0)

    assert some.begrundelse == (
        "2 af 3 botilbud i første fase har en plan i kraft: 66,7\N{NO-BREAK SPACE}%.",
    )
    assert none.begrundelse == ("Registeret har ingen botilbud i første fase; dækningsgraden er ikke kendt.",)
    assert str(some.kilde) == str(none.kilde) == "botilbudlaege, egen definition af dækningsgrad"


@pytest.mark.parametrize(("covered", "total"), [(1, 0), (4, 3), (-1, 3), (0, -1)])
def test_counts_that_cannot_be(covered: int, total: int) -> None:
    """More than all, less than none."""
    with pytest.raises(DataError, match="mellem 0 og antallet af botilbud"):
        rules.daekningsgrad(covered, total)


@pytest.mark.parametrize(("covered", "total"), [(1.0, 3), ("1", 3), (True, 3), (1, None)])
def test_a_count_is_a_whole_number(covered: Any, total: Any) -> None:
    """Neither a decimal number, a text nor a truth."""
    with pytest.raises(DataError, match="Her skal stå et helt tal"):
        rules.daekningsgrad(covered, total)


def test_the_end_of_the_calendar() -> None:
    """A year mistyped as 9999 is counted like any other."""
    assert rules.timer_i_kvartal(D(9999, 12, 1), [(D(2025, 1, 1), 2)]).vaerdi == 6
