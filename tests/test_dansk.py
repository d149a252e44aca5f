"""Danish for people."""

from __future__ import annotations

import datetime
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal

from botilbudlaege import dansk


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (datetime.date(2026, 4, 1), "1. april 2026"),
        (datetime.date(2025, 12, 31), "31. december 2025"),
        (datetime.date(2024, 2, 29), "29. februar 2024"),
    ],
)
def test_dates_in_full(day: datetime.date, expected: str) -> None:
    """A date is written with its month in letters and no leading zero."""
    assert dansk.dato(day) == expected


def test_whole_numbers_are_written_as_babel_writes_them() -> None:
    """With a point between thousands."""
    numbers = [0, 1, 2, 999, 1000, 1001, 12_345, 999_999, 1_000_000, 10**18, -1, -1000]

    assert [dansk.antal(n, "a", "b").split()[0] for n in numbers] == [
        format_decimal(n, "#,##0", locale="da") for n in numbers
    ]


def test_every_day_is_written_as_babel_writes_it() -> None:
    """The names of the months are Babel's, and so is the form."""
    for n in range(366):
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=n)
        assert dansk.dato(day) == format_date(day, "d. MMMM y", locale="da")


def test_quarters_of_a_year() -> None:
    """Each month is in its calendar quarter."""
    actual = [dansk.kvartal(datetime.date(2026, month, 15))[0] for month in range(1, 13)]

    assert "".join(actual) == "111222333444"


def test_periods() -> None:
    """A period has both its days, or says that it is open."""
    start, end = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)

    assert dansk.periode(start, end) == "1. januar 2025 – 31. december 2025"
    assert dansk.periode(start) == "fra 1. januar 2025"


def test_hours_and_amounts() -> None:
    """One hour is singular; amounts have Danish separators."""
    assert [dansk.timer(n) for n in (0, 1, 2, 1200)] == ["0 timer", "1 time", "2 timer", "1.200 timer"]
    assert dansk.beloeb(Decimal("-1234567.5")) == "-1.234.567,50\N{NO-BREAK SPACE}kr."


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_lists(items: list[str], expected: str) -> None:
    """A list has commas, and the last two are joined by a word."""
    assert dansk.opremsning(items) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Æblehaven", "Æblehavens"),
        ("Søhus", "Søhus'"),
        ("Marx", "Marx'"),
        ("Schultz", "Schultz'"),
        ("SØHUS", "SØHUS'"),
        ('"Søhus"', '"Søhus"\''),
        ("Bo 7", "Bo 7s"),
    ],
)
def test_genitive(name: str, expected: str) -> None:
    """Names that end in s, x or z take an apostrophe, others an s."""
    assert dansk.ejefald(name) == expected


def test_the_machines_language_does_not_matter() -> None:
    """Under LANG=C the answers are the same."""
    code = "import datetime; from botilbudlaege import dansk; print(dansk.dato(datetime.date(2026, 5, 1)), dansk.antal(1200, 'å', 'ø'))"
    environment = {"LANG": "C", "LC_ALL": "C", "LANGUAGE": "de", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.strip() == "1. maj 2026 1.200 ø"


def test_threads_agree() -> None:
    """Many threads at once get what one gets."""
    days = [datetime.date(2025, 1, 1) + datetime.timedelta(days=n) for n in range(730)]
    with ThreadPoolExecutor(8) as pool:
        actual = list(pool.map(dansk.dato, days * 4))

    assert actual == [dansk.dato(day) for day in days] * 4
