"""Notice: 3 months to the end of a quarter."""

from __future__ import annotations

import datetime

import pytest

from botilbudlaege import DataError, Opsigelse, OutsideValidity, rules


def days(first: int, last: int) -> list[datetime.date]:
    """All days of the years from first to last."""
    start = datetime.date(first, 1, 1)
    return [start + datetime.timedelta(days=n) for n in range((datetime.date(last + 1, 1, 1) - start).days)]


def end_of_next_quarter(day: datetime.date) -> datetime.date:
    """The end of the quarter after that of a day, from a table."""
    ends = [
        datetime.date(year, month, last)
        for year in range(day.year, day.year + 2)
        for month, last in ((3, 31), (6, 30), (9, 30), (12, 31))
    ]
    return [end for end in ends if end >= day][1]


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2025-01-01", "2025-06-30"),
        ("2025-11-30", "2026-03-31"),
        ("2026-03-31", "2026-06-30"),
        ("2026-04-01", "2026-09-30"),
        ("2026-12-31", "2027-03-31"),
        ("2027-01-01", "2027-06-30"),
    ],
)
def test_around_the_boundaries(received: str, expected: str) -> None:
    """The day before a quarter's end, on it and after it."""
    actual = rules.ophoersdato(datetime.date.fromisoformat(received)).vaerdi

    assert actual.isoformat() == expected


def test_every_day_ends_with_the_quarter_after() -> None:
    """The end of the quarter that holds day + 3 months "is always the end of the quarter after"."""
    for day in days(2025, 2040):
        assert rules.ophoersdato(day).vaerdi == end_of_next_quarter(day)


def test_the_inverse_is_the_last_day_that_still_reaches_the_end() -> None:
    """Received on that day the plan ends then, received a day later it does not."""
    for end in {end_of_next_quarter(day) for day in days(2025, 2040)}:
        last = rules.seneste_opsigelse(end).vaerdi

        assert rules.ophoersdato(last).vaerdi == end
        assert rules.ophoersdato(last + datetime.timedelta(days=1)).vaerdi > end


def test_the_explanation_shows_the_steps_and_the_source() -> None:
    """A lawyer can follow the answer."""
    result = rules.ophoersdato(datetime.date(2025, 11, 30))

    assert result.begrundelse == (
        "Opsigelsen er kommet frem den 30. november 2025.",
        "Varslet er 3 måneder til udgangen af et kvartal.",
        "3 måneder efter den 30. november 2025 er den 28. februar 2026, som ligger i 1. kvartal 2026.",
        "Planen kan tidligst ophøre med udgangen af 1. kvartal 2026; den 31. marts 2026 er så den sidste dag, den gælder.",
    )
    assert "skabelon til samarbejdsplan" in str(result.kilde)


def test_before_the_scheme_is_refused() -> None:
    """The last day of 2024 has no answer, the first of 2025 has."""
    with pytest.raises(OutsideValidity, match=r"31\. december 2024"):
        rules.ophoersdato(datetime.date(2024, 12, 31))
    with pytest.raises(OutsideValidity):
        rules.seneste_opsigelse(datetime.date(2025, 3, 31))

    assert rules.ophoersdato(datetime.date(2025, 1, 1)).vaerdi == datetime.date(2025, 6, 30)


def test_from_2026_the_source_is_to_be_confirmed() -> None:
    """The agreement is known to hold for 2025; after it there is a remark, tested on the day received."""
    last = rules.ophoersdato(datetime.date(2025, 12, 31))
    first = rules.ophoersdato(datetime.date(2026, 1, 1))

    assert last.findings == ()
    assert [(finding.code, finding.severity) for finding in first.findings] == [
        ("unconfirmed-source", "remark")
    ]


def test_a_wished_end_that_is_no_quarters_end_is_refused() -> None:
    """The inverse names the nearest ends."""
    with pytest.raises(DataError, match=r"31\. marts 2026 eller den 30\. juni 2026"):
        rules.seneste_opsigelse(datetime.date(2026, 6, 29))


@pytest.mark.parametrize("wrong", [datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC), "2025-01-01", None])
def test_only_dates_are_dates(wrong: object) -> None:
    """A time of day or a text is no date."""
    with pytest.raises(DataError, match="en dato"):
        rules.ophoersdato(wrong)


def test_the_beginning_of_the_calendar() -> None:
    """A year mistyped as 1 is refused too."""
    with pytest.raises(OutsideValidity):
        rules.seneste_opsigelse(datetime.date(1, 1, 1))
    with pytest.raises(DataError, match=r"Vælg fx den 31\. marts 1"):
        Opsigelse(oensket_ophoer=datetime.date(1, 1, 1))


def test_the_end_of_the_calendar() -> None:
    """A year mistyped as 9999 is refused, not a crash."""
    with pytest.raises(OutsideValidity):
        rules.ophoersdato(datetime.date(9999, 12, 1))

    assert rules.ophoersdato(datetime.date(9998, 12, 31)).vaerdi == datetime.date(9999, 3, 31)
