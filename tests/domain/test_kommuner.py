"""Municipalities and their regions."""

from __future__ import annotations

import datetime
import pickle
from collections import Counter

import pytest

from botilbudlaege import DataError, Kommune, Region
from botilbudlaege.domain import _kommuner

LAST, FIRST = datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)


def test_ninety_eight_in_five_regions() -> None:
    """11 + 19 + 22 + 29 + 17."""
    counts = Counter(kommune.region(LAST) for kommune in _kommuner.alle())

    assert counts == {
        Region.NORDJYLLAND: 11,
        Region.MIDTJYLLAND: 19,
        Region.SYDDANMARK: 22,
        Region.HOVEDSTADEN: 29,
        Region.SJAELLAND: 17,
    }


def test_forty_six_in_oestdanmark_from_2027() -> None:
    """Hovedstaden and Sjælland become one; the others stay."""
    counts = Counter(kommune.region(FIRST) for kommune in _kommuner.alle())

    assert counts[Region.OESTDANMARK] == 46
    assert len(counts) == 4
    assert Region.OESTDANMARK.kode is None


@pytest.mark.parametrize(
    "name",
    [
        "Aarhus",
        "aarhus",
        "751",
        "0751",
        " Aarhus  Kommune ",
        "AARHUS KOMMUNE",
        "Århus",
        "A\u030arhus Kommune",
    ],
)
def test_found_by_name_or_code(name: str) -> None:
    """With or without the word Kommune, as it is spelt now and was before."""
    assert Kommune.find(name).kode == "751"


def test_every_municipality_is_found_by_its_full_name() -> None:
    """Also Københavns and Bornholms, which take an s."""
    for kommune in _kommuner.alle():
        assert Kommune.find(f"{kommune.navn} Kommune") == kommune
    assert Kommune.find("Københavns Kommune").kode == "101"


def test_an_unknown_one_is_refused_with_the_nearest() -> None:
    """Never guessed."""
    with pytest.raises(DataError, match="Mente du Aarhus"):
        Kommune.find("Arhus")
    with pytest.raises(DataError, match="navn eller kode"):
        Kommune.find("Qwerty")
    with pytest.raises(DataError):
        Kommune("751", "Odense")


def test_it_survives_pickling() -> None:
    """Batches send homes to other processes."""
    assert pickle.loads(pickle.dumps(Kommune.find("Odense"))) == Kommune.find("Odense")
