"""Points in time that are only as precise as they were given."""

from __future__ import annotations

import datetime
import itertools
import re
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import DataError, Implementeringsplan, Milepael, Opgave, Praecision, Tidspunkt, dump, load
from tests.builders import MONTHS

if TYPE_CHECKING:
    from pathlib import Path

D = datetime.date

# Every kind, in order: what is written, the first day of its span, its precision.
KINDS = [
    ("2025", D(2025, 1, 1), Praecision.AAR),
    ("primo 2025", D(2025, 1, 1), Praecision.PRIMO_AAR),
    ("1. kvartal 2025", D(2025, 1, 1), Praecision.KVARTAL),
    ("januar 2025", D(2025, 1, 1), Praecision.MAANED),
    ("primo januar 2025", D(2025, 1, 1), Praecision.PRIMO_MAANED),
    ("1. januar 2025", D(2025, 1, 1), Praecision.DAG),
    ("medio januar 2025", D(2025, 1, 11), Praecision.MEDIO_MAANED),
    ("ultimo januar 2025", D(2025, 1, 21), Praecision.ULTIMO_MAANED),
    ("31. januar 2025", D(2025, 1, 31), Praecision.DAG),
    ("foråret 2025", D(2025, 3, 1), Praecision.AARSTID),
    ("2. kvartal 2025", D(2025, 4, 1), Praecision.KVARTAL),
    ("medio 2025", D(2025, 5, 1), Praecision.MEDIO_AAR),
    ("sommeren 2025", D(2025, 6, 1), Praecision.AARSTID),
    ("3. kvartal 2025", D(2025, 7, 1), Praecision.KVARTAL),
    ("efteråret 2025", D(2025, 9, 1), Praecision.AARSTID),
    ("ultimo 2025", D(2025, 9, 1), Praecision.ULTIMO_AAR),
    ("4. kvartal 2025", D(2025, 10, 1), Praecision.KVARTAL),
    ("vinteren 2025", D(2025, 12, 1), Praecision.AARSTID),
    ("29. februar 2028", D(2028, 2, 29), Praecision.DAG),
]
# domain.md, the time plan of the commission.
TIDSPLAN = [
    "primo februar 2025",
    "2. februar 2025",
    "primo marts 2025",
    "marts 2025",
    "april 2025",
    "primo oktober 2025",
    "14. november 2025",
    "12. december 2025",
]
EVERY = [
    *(text for text, _, _ in KINDS),
    *(f"{third}{month} 2026" for third in ("", "primo ", "medio ", "ultimo ") for month in MONTHS),
    *(f"{day}. {month} 2026" for day in (1, 11, 21, 28) for month in MONTHS),
]


def test_every_precision_is_tried() -> None:
    """None is forgotten."""
    assert {precision for _, _, precision in KINDS} == set(Praecision)


@pytest.mark.parametrize(("text", "first", "precision"), KINDS)
def test_it_is_read_as_given(text: str, first: datetime.date, precision: Praecision) -> None:
    """With the first day of its span and what is known."""
    point = Tidspunkt.find(text)

    assert (point.fra, point.praecision) == (first, precision)
    assert point == Tidspunkt(first, precision)
    assert str(point) == text


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("  Primo   FEBRUAR 2025 ", "primo februar 2025"),
        ("den 2. februar 2025", "2. februar 2025"),
        ("02. Februar 2025", "2. februar 2025"),
        ("2025-02-02", "2. februar 2025"),
        ("Efteråret\n2025", "efteråret 2025"),
    ],
)
def test_it_may_be_written_in_more_than_one_way(written: str, printed: str) -> None:
    """Capitals, spaces, *den*, and the date as in a file."""
    assert str(Tidspunkt.find(written)) == printed


def test_no_day_is_printed_that_was_not_given() -> None:
    """A number beside the year is a day or a quarter that was written, and print and text are one."""
    for text in EVERY:
        printed = str(Tidspunkt.find(text))

        assert printed == text
        if Tidspunkt.find(text).praecision not in (Praecision.DAG, Praecision.KVARTAL):
            assert re.findall(r"\d+", printed) == [text[-4:]]


def test_it_survives_a_file(tmp_path: Path) -> None:
    """Every kind, as text that prints the same."""
    plan = Implementeringsplan(
        milepaele=[Milepael(hvornaar=Tidspunkt.find(text)) for text in EVERY],
        opgaver=[Opgave(frist=Tidspunkt.find(text)) for text in EVERY],
    )
    for ending in ("toml", "json"):
        path = tmp_path / f"a.{ending}"
        dump(plan, path)

        assert load(path, Implementeringsplan) == plan
        assert 'frist = "primo februar 2026"' in path.read_text() or ending == "json"


def test_a_date_of_the_file_is_a_day(tmp_path: Path) -> None:
    """TOML has dates of its own; a time of day is none, and a year is text."""
    path = tmp_path / "a.toml"
    path.write_text("[[opgaver]]\nfrist = 2025-02-02\n")

    assert load(path, Implementeringsplan).opgaver == (Opgave(frist=Tidspunkt(D(2025, 2, 2))),)
    for wrong in ("2025-02-02T10:00:00", "2025", "true", '["2025"]'):
        path.write_text(f"[[opgaver]]\nfrist = {wrong}\n")
        with pytest.raises(DataError, match=r"opgaver\[0\]\.frist: Her skal stå tekst"):
            load(path, Implementeringsplan)


def test_it_sorts_by_the_first_day_of_its_span() -> None:
    """From any order; those that begin on one day stay in the order in which they were given."""
    points = [Tidspunkt.find(text) for text, _, _ in KINDS]
    ties = [list(group) for _, group in itertools.groupby(points, key=lambda point: point.fra)]

    backwards = points[::-1]

    assert sorted(points) == points
    assert sorted(backwards) == [point for group in ties for point in group[::-1]]


def test_the_time_plan_is_in_order() -> None:
    """Primo februar before 2. februar before primo marts, marts after it as it was given."""
    points = [Tidspunkt.find(text) for text in TIDSPLAN]

    assert sorted(points) == points
    for earlier, later in itertools.pairwise(points):
        assert not later < earlier
    for first, second, third in itertools.permutations((0, 1, 2)):
        assert [str(point) for point in sorted([points[first], points[second], points[third]])] == TIDSPLAN[
            :3
        ]


def test_only_points_in_time_are_compared() -> None:
    """Equal when day and precision are; a date is another thing."""
    point = Tidspunkt.find("primo februar 2025")

    assert point != Tidspunkt.find("februar 2025")
    assert point != D(2025, 2, 1)
    assert len({point, Tidspunkt.find("primo februar 2025")}) == 1
    with pytest.raises(TypeError):
        assert point < D(2025, 2, 2)


def test_ties_come_neither_before_nor_after_each_other() -> None:
    """By any of the comparisons, so that max and sorted agree."""
    points = [Tidspunkt.find(text) for text in ("primo februar 2025", "februar 2025")]
    for one, other in itertools.permutations(points):
        assert not one < other
        assert not one > other
        assert one <= other
        assert one >= other


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "30. februar 2025",
        "29. februar 2025",
        "0. marts 2025",
        "32. marts 2025",
        "2025-02-30",
        "primo februr 2025",
        "primo",
        "primo februar",
        "februar 25",
        "5. kvartal 2025",
        "0. kvartal 2025",
        "kvartal 2025",
        "jul 2025",
        "uge 7 2025",
        "primo efteråret 2025",
        "primo 2. februar 2025",
        "0000",
        "02-02-2025",
        "2025 2026",
    ],
)
def test_what_is_no_point_in_time_is_refused(text: str) -> None:
    """With what may be written instead."""
    with pytest.raises(DataError) as caught:
        Tidspunkt.find(text)

    assert str(caught.value) == (
        "Tidspunktet findes ikke eller er skrevet forkert. Skriv fx 2. februar 2025, primo februar 2025, "
        "februar 2025, 1. kvartal 2025, efteråret 2025, ultimo 2025 eller 2025."
    )


def test_a_day_that_does_not_begin_the_span_is_refused() -> None:
    """It would be lost in print; every day of a year, every precision."""
    begins = {
        Praecision.DAG: 365,
        Praecision.MAANED: 12,
        Praecision.PRIMO_MAANED: 12,
        Praecision.MEDIO_MAANED: 12,
        Praecision.ULTIMO_MAANED: 12,
        Praecision.KVARTAL: 4,
        Praecision.AARSTID: 4,
        Praecision.AAR: 1,
        Praecision.PRIMO_AAR: 1,
        Praecision.MEDIO_AAR: 1,
        Praecision.ULTIMO_AAR: 1,
    }
    days = [D(2025, 1, 1) + datetime.timedelta(days=number) for number in range(365)]
    for precision, expected in begins.items():
        refused = []
        for day in days:
            try:
                point = Tidspunkt(day, precision)
            except DataError as error:
                refused.append(error.findings[0].remedy)
            else:
                assert Tidspunkt.find(str(point)) == point

        assert refused == ["Brug Tidspunkt.find med teksten."] * (365 - expected)


@pytest.mark.parametrize("wrong", ["2025-02-02", None, datetime.datetime(2025, 2, 2)])  # noqa: DTZ001
def test_only_dates_are_days(wrong: object) -> None:
    """A text is read by `find`; a time of day is no date."""
    with pytest.raises(DataError, match=r"fra: Her skal stå en dato, .* Angiv en datetime\.date"):
        Tidspunkt(wrong)
    with pytest.raises(DataError, match=r"praecision: Her skal stå en præcision, .* Angiv fx Praecision"):
        Tidspunkt(D(2025, 2, 2), "DAG")


@pytest.mark.parametrize("wrong", [None, 2025, D(2025, 2, 2)])
def test_only_text_is_read(wrong: object) -> None:
    """As `Kommune.find` has it."""
    with pytest.raises(DataError, match="Her skal stå tekst"):
        Tidspunkt.find(wrong)
