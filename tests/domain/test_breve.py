"""Letters and invitations: what cannot be right is refused, what does not agree is remarked on."""

from __future__ import annotations

import datetime

import pytest

from botilbudlaege import (
    Anledning,
    BotilbudlaegeError,
    Informationsmateriale,
    Moedeaftale,
    Orientering,
    Samarbejdsplan,
    Webinar,
)
from botilbudlaege.domain import bemaerkninger

D = datetime.date


def told(error: BotilbudlaegeError) -> list[tuple[str, str]]:
    """Give what is wrong, by code and field."""
    return [(finding.code, finding.path) for finding in error.findings]


@pytest.mark.parametrize(
    ("begynder", "slutter", "expected"),
    [
        ("14.00", "13.59", [("swapped-times", "slutter")]),
        ("14.00", "14.00", [("swapped-times", "slutter")]),
        ("9.00", "24.00", [("klokkeslaet", "begynder"), ("klokkeslaet", "slutter")]),
    ],
)
def test_a_webinar_begins_before_it_ends(
    begynder: str, slutter: str, expected: list[tuple[str, str]]
) -> None:
    """Times of day are written in one way, in their order."""
    with pytest.raises(BotilbudlaegeError) as caught:
        Webinar(begynder=begynder, slutter=slutter)

    assert told(caught.value) == expected
    assert Webinar(begynder="14.00", slutter="14.01").slutter == "14.01"


def test_material_is_of_a_day_on_which_the_scheme_holds() -> None:
    """The day before the first is refused, with the field."""
    with pytest.raises(BotilbudlaegeError) as caught:
        Informationsmateriale(dato=D(2024, 12, 31))

    assert told(caught.value) == [("before-scheme", "dato")]
    assert Informationsmateriale(dato=D(2025, 1, 1)).varsel_maaneder == 3


@pytest.mark.parametrize(
    ("anledning", "fra", "expected"),
    [
        (Anledning.INDGAAET, D(2025, 4, 1), ""),
        (Anledning.INDGAAET, D(2025, 4, 2), "other-start"),
        (Anledning.OPSAGT, D(2025, 12, 31), ""),
        (Anledning.OPSAGT, D(2025, 12, 30), "not-quarter-end"),
    ],
)
def test_a_letter_whose_date_does_not_agree_with_its_plan(
    anledning: Anledning, fra: datetime.date, expected: str
) -> None:
    """It is remarked on, and nothing is refused."""
    plan = Samarbejdsplan(ikrafttraeden=D(2025, 4, 1))
    remarks = [
        each
        for each in bemaerkninger(Orientering(plan=plan, anledning=anledning, fra=fra))
        if each.path == "fra"
    ]

    assert [(each.code, each.severity) for each in remarks] == ([(expected, "remark")] if expected else [])


def test_ten_digits_are_found_in_lists_too() -> None:
    """In a list of texts and in the objects of a list, each with its place."""
    plan = Samarbejdsplan(
        emner=("Kost", "Nummer 0101901234"),
        moedeaftaler=(Moedeaftale(titel="Møder", tekst="Ring 0101901234"),),
    )
    found = {each.path for each in bemaerkninger(plan) if each.code == "ten-digits"}

    assert found == {"emner[1]", "moedeaftaler[0].tekst"}
