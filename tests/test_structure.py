"""Unknown keys are told without what may be somebody's name or number."""

from __future__ import annotations

import pytest

from botilbudlaege import Botilbud, Samarbejdsplan, structure
from botilbudlaege.errors import DataError

UNKNOWN = "en ukendt nøgle (nr. 2)"


def told(key: object) -> str:
    """Give what is said of a key that stands second in the table of a home."""
    with pytest.raises(DataError) as caught:
        structure({"navn": "Æblehaven", key: "x"}, Botilbud)
    (finding,) = caught.value.findings
    assert finding.code == "unknown-key"
    assert finding.message == "Feltet findes ikke."
    return finding.path


@pytest.mark.parametrize(
    "key",
    [
        "010190-1234",
        "0101901234",
        "cpr_0101901234",
        "tlf12345678",
        "12345678",
        "12 34 56 78",
        "b1o2h3a4n5s6e7n8",
        "bo@example.com",
        "Bo Hansen",
        "bo hansen",
        "BoHansen",
        "Hansen",
        "Bo",
        "Vejnavn 1, 1234 By",
        "x" * 41,
        "",
        " ",
        "\x1b[2J",
        "navn\n",
        "_navn",
        "٣",
        2,
        None,
    ],
)
def test_what_does_not_look_like_a_key_is_told_by_its_number(key: object) -> None:
    """Personal and other numbers, mail, words with capital letters or spaces, signs, what is no text."""
    assert told(key) == UNKNOWN


@pytest.mark.parametrize("key", ["navm", "antal_beboer", "beboere2", "p_nr", "båd", "Navn", "ANTAL_BEBOERE"])
def test_what_looks_like_a_key_is_shown(key: str) -> None:
    """As is a known one in other letters."""
    assert told(key) == key


def test_the_number_is_that_in_its_own_table() -> None:
    """And the path leads there."""
    with pytest.raises(DataError) as caught:
        structure({"botilbud": {"navn": "A", "Bo Hansen": 1, "0101901234": 2}}, Samarbejdsplan)

    assert [str(finding).partition(" Mul")[0] for finding in caught.value.findings] == [
        "botilbud.en ukendt nøgle (nr. 2): Feltet findes ikke.",
        "botilbud.en ukendt nøgle (nr. 3): Feltet findes ikke.",
    ]


def test_a_suggestion_is_one_of_the_known_keys() -> None:
    """Also where the key itself is not shown."""
    with pytest.raises(DataError) as caught:
        structure({"Navn ": "x"}, Botilbud)

    assert str(caught.value) == "en ukendt nøgle (nr. 1): Feltet findes ikke. Mente du navn?"
