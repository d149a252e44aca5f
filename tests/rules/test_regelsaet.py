"""Rule sets have hard edges."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from botilbudlaege import DataError, Kilde, MissingInformation, OutsideValidity, rules
from botilbudlaege.rules import _regelsaet

NATIONAL = (Path(_regelsaet.__file__).parent / "overenskomst.toml").read_text(encoding="utf-8")
KILDE = Kilde(titel="Opdigtet aftale")
START = datetime.date(2025, 1, 1)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("titel =", "title =", "x.toml: title: Feltet findes ikke. Mente du titel?"),
        (
            "vaerdi = 3",
            "vaerdi = 0",
            "x.toml: varsel_maaneder[0].vaerdi: Varslet skal være mindst 1 måned. Ret værdien.",
        ),
        (
            "vaerdi = 3",
            'vaerdi = "3"',
            "x.toml: varsel_maaneder[0].vaerdi: Her skal stå et helt tal, men der står tekst.",
        ),
        (
            "vaerdi = [2, 3]",
            "vaerdi = []",
            "x.toml: tilladte_timer[0].vaerdi: Der skal være mindst ét timetal",
        ),
        ('"ABL_105"', '"ABL_106"', "x.toml: foerste_fase[0].vaerdi[1]: Koden findes ikke. Mente du ABL_105?"),
        (
            "kilde_gaelder_til = 2025-12-31",
            "kilde_gaelder_til = 2024-12-31",
            "x.toml: varsel_maaneder[0].kilde_gaelder_til: Kilden slutter den 31. december 2024, før værdien begynder",
        ),
        (
            'enhed = "måneder til',
            'ehned = "måneder til',
            "x.toml: varsel_maaneder[0].ehned: Feltet findes ikke. Mente du enhed?",
        ),
        (
            "gaelder_fra = 2025-01-01",
            'gaelder_fra = "i år"',
            "x.toml: varsel_maaneder[0].gaelder_fra: Datoen findes ikke",
        ),
        ("[[varsel_maaneder]]", "[varsel_maaneder", "x.toml: Filen er ikke gyldig TOML"),
    ],
)
def test_a_faulty_rule_set_is_refused_with_file_and_key(old: str, new: str, expected: str) -> None:
    """Nothing in a rule set is guessed."""
    assert old in NATIONAL
    with pytest.raises(DataError) as caught:
        _regelsaet.read(NATIONAL.replace(old, new, 1), place="x.toml")

    assert str(caught.value).startswith(expected)


@pytest.mark.parametrize("second", ["2025-01-01", "2025-06-01", "2025-12-31", "2024-06-01"])
def test_overlapping_values_are_refused(second: str) -> None:
    """A later value begins after the source of the one before it ends."""
    more = f'\n[[varsel_maaneder]]\ngaelder_fra = {second}\nvaerdi = 4\nenhed = "m"\nkilde = "Ny aftale"\n'
    with pytest.raises(DataError, match=r"varsel_maaneder\[1\].gaelder_fra"):
        _regelsaet.read(NATIONAL + more, place="x.toml")


def test_a_new_agreement_takes_over_on_its_day() -> None:
    """The day before, on and after the change; the new source has no remark."""
    more = '\n[[varsel_maaneder]]\ngaelder_fra = 2026-01-01\nvaerdi = 6\nenhed = "m"\nkilde = "Ny aftale"\n'
    saet = _regelsaet.read(NATIONAL + more, place="x.toml")
    before, on = (
        rules.ophoersdato(datetime.date(*day), regelsaet=saet) for day in ((2025, 12, 31), (2026, 1, 1))
    )

    assert (before.vaerdi, on.vaerdi) == (datetime.date(2026, 3, 31), datetime.date(2026, 9, 30))
    assert (before.findings, on.findings) == ((), ())
    assert str(on.kilde) == "Ny aftale"
    assert rules.seneste_opsigelse(datetime.date(2026, 9, 30), regelsaet=saet).vaerdi == datetime.date(
        2026, 3, 31
    )


def test_allowed_hours_are_two_or_three() -> None:
    """On a date, and without one the union."""
    saet = rules.regelsaet()

    assert saet.timer_der_kan_aftales(START) == (2, 3)
    assert saet.timer_der_kan_aftales() == (2, 3)
    with pytest.raises(OutsideValidity):
        saet.timer_der_kan_aftales(datetime.date(2024, 12, 31))


def test_without_tiers_the_choice_is_refused_with_the_way_to_set_them() -> None:
    """The boundary is not published, so there is none."""
    with pytest.raises(MissingInformation, match="med_timetrin"):
        rules.timetal(18)


def test_tiers_choose_by_residents_and_date() -> None:
    """The residents before, on and after a boundary; later tiers from their day."""
    saet = rules.regelsaet().med_timetrin([(1, 2), (25, 3)], gaelder_fra=START, kilde=KILDE)

    assert [rules.timetal(n, regelsaet=saet).vaerdi for n in (1, 24, 25, 26)] == [2, 2, 3, 3]
    assert rules.timetal(25, regelsaet=saet).kilde == KILDE

    later = saet.med_timetrin([(1, 3)], gaelder_fra=datetime.date(2025, 7, 1), kilde=KILDE)
    with pytest.raises(MissingInformation, match="dato"):
        rules.timetal(1, regelsaet=later)

    chosen = [
        rules.timetal(1, dato=datetime.date(2025, *day), regelsaet=later).vaerdi for day in ((6, 30), (7, 1))
    ]
    assert chosen == [2, 3]


@pytest.mark.parametrize("steps", [[], [(2, 2)], [(1, 2), (1, 3)], [(1, 3), (30, 2), (20, 3)], [(1, 4)]])
def test_impossible_tiers_are_refused(steps: list[tuple[int, int]]) -> None:
    """Tiers start at one resident, rise, and give hours that may be agreed."""
    with pytest.raises(DataError, match=r"timetrin\[0\].vaerdi"):
        rules.regelsaet().med_timetrin(steps, gaelder_fra=START, kilde=KILDE)


def test_tiers_before_the_scheme_are_refused() -> None:
    """There were no hours to choose in 2024."""
    with pytest.raises(DataError, match="tidligst"):
        rules.regelsaet().med_timetrin([(1, 2)], gaelder_fra=datetime.date(2024, 1, 1), kilde=KILDE)


@pytest.mark.parametrize("residents", ["25", None, 24.5, True])
def test_residents_are_a_whole_number(residents: Any) -> None:
    """Half a resident has no hours, and yes is no number."""
    saet = rules.regelsaet().med_timetrin([(1, 2), (25, 3)], gaelder_fra=START, kilde=KILDE)

    with pytest.raises(DataError, match="antal_beboere: Her skal stå et helt tal, men der står"):
        rules.timetal(residents, regelsaet=saet)


def test_residents_below_one_are_refused() -> None:
    """An empty home has no hours."""
    with pytest.raises(DataError, match="under 1"):
        rules.timetal(0)
