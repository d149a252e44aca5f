"""Single values: what is let through and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import stdnum.dk.cvr

from botilbudlaege import (
    Adresse,
    Botilbud,
    DataError,
    Kommune,
    Kontaktperson,
    Moedeaftale,
    Praksis,
    Samarbejdsplan,
    rules,
)
from botilbudlaege.domain import _checks, bemaerkninger

if TYPE_CHECKING:
    from collections.abc import Callable


def codes(make: object) -> list[str]:
    """Give the codes of the findings of a refused object."""
    assert callable(make)
    with pytest.raises(DataError) as caught:
        make()
    return [finding.code for finding in caught.value.findings]


@pytest.mark.parametrize("cvr", ["38990608", "34037655"])
def test_good_cvr(cvr: str) -> None:
    """Eight digits whose check digit agrees."""
    assert Botilbud(cvr=cvr).cvr == cvr


def test_cvr_numbers_are_those_that_stdnum_takes() -> None:
    """Every check digit of a thousand numbers spread over all, and those that begin with 0."""
    numbers = [f"{n:08d}" for start in range(0, 100_000_000, 1_000_003) for n in range(start, start + 10)]

    assert [n for n in numbers if (_checks.cvr(n) is None) != stdnum.dk.cvr.is_valid(n)] == []


@pytest.mark.parametrize("cvr", ["38990609", "3899060", "389906080", "DK38990608", "38 99 06 08", "٣٨٩٩٠٦٠٨"])
def test_bad_cvr(cvr: str) -> None:
    """A wrong digit, a missing one, letters, spaces, digits of another script."""
    assert codes(lambda: Botilbud(cvr=cvr)) == ["cvr"]


def test_numbers_have_their_lengths() -> None:
    """Ydernummer 6, P-nummer 10, postcode 4."""
    assert Praksis(ydernummer="012345").ydernummer == "012345"
    assert Botilbud(p_nummer="0101701234").p_nummer == "0101701234"
    assert codes(lambda: Praksis(ydernummer="12345")) == ["ydernummer"]
    assert codes(lambda: Botilbud(p_nummer="101234567")) == ["p-nummer"]
    assert codes(lambda: Adresse(postnr="866")) == ["postnr"]


@pytest.mark.parametrize("phone", ["86123456", "86 12 34 56", "+45 86 12 34 56", "004586123456"])
def test_danish_phone_numbers(phone: str) -> None:
    """Eight digits, grouped as one likes, with or without the country."""
    assert Kontaktperson(telefon=phone).telefon == phone


@pytest.mark.parametrize(
    "phone", ["8612345", "861234567", "+46 86 12 34 56", "lokal 12", "06123456", "86-12-34-56"]
)
def test_other_phone_numbers(phone: str) -> None:
    """Too short, too long, another country, words."""
    assert codes(lambda: Kontaktperson(telefon=phone)) == ["telefon"]


@pytest.mark.parametrize("email", ["a@b.dk", "ida.holm+x@æble.example"])
def test_email(email: str) -> None:
    """Something, @, and a domain with a dot."""
    assert Kontaktperson(email=email).email == email


@pytest.mark.parametrize("email", ["a", "a@b", "a b@c.dk", "a@b..dk", "a@b.dk, c@d.dk", "a@@b.dk"])
def test_not_email(email: str) -> None:
    """Half an address, or two."""
    assert codes(lambda: Kontaktperson(email=email)) == ["email"]


@pytest.mark.parametrize(
    "text",
    [
        "010170-1234",
        "010170 1234",
        "010170 - 1234",
        "010170–1234",
        "010170\N{NO-BREAK SPACE}1234",
        "Borger 290200-1234 deltager",
        "(311299-0000)",
        "010170\n1234",
        "010170-\n1234",
        "010170\N{THIN SPACE}1234",
        "010170\N{SOFT HYPHEN}1234",
        "010170\N{ZERO WIDTH SPACE}-1234",
        "010170\N{FULLWIDTH HYPHEN-MINUS}1234",
        "010170--1234",
    ],
)
def test_text_that_looks_like_a_personal_number(text: str) -> None:
    """Six digits that can be a date, a hyphen or a space, four digits."""
    assert codes(lambda: Moedeaftale(tekst=text)) == ["cpr"]


@pytest.mark.parametrize(
    "text", ["320170-1234", "011370-1234", "86 12 34 56", "0101700-1234", "010170-12345", "a 123456-789"]
)
def test_text_that_does_not(text: str) -> None:
    """No date, or not those digits."""
    assert Moedeaftale(tekst=text).tekst == text


def test_ten_digits_are_a_remark() -> None:
    """They could be a personal number, or anything else."""
    (finding,) = bemaerkninger(Botilbud(navn="Hus 0101701234", p_nummer="0101701234"))

    assert (finding.code, finding.severity, finding.path) == ("ten-digits", "remark", "navn")
    assert bemaerkninger(Botilbud(navn="Hus 9901701234")) == ()


def test_blank_text_is_refused() -> None:
    """A blank where a name belongs is never taken for a name."""
    for blank in (
        "",
        "  ",
        "\t",
        "-",
        "…",
        "\N{ZERO WIDTH SPACE}",
        "\N{NO-BREAK SPACE}",
        "_",
        "\N{HANGUL FILLER}",
    ):
        assert codes(lambda text=blank: Botilbud(navn=text)) == ["empty-text"]


def test_text_that_word_cannot_hold_is_refused() -> None:
    """Control characters and lone surrogates."""
    for bad in ("a\x00b", "a\x01b", "a\ud800b", "a\uffffb", "a\u202eb"):
        assert codes(lambda text=bad: Botilbud(navn=text)) == ["control-character"]


def test_text_with_a_lost_letter_is_refused() -> None:
    """What stands for one, and what is a letter in a single font."""
    for bad in ("\ufffdblehaven", "a\uf0b7b", "a\x80b", "a\ufdd0b", "a\U000f0001b"):
        assert codes(lambda text=bad: Botilbud(navn=text)) == ["lost-letter"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[navn]",
            "«Navn»",
            "<navn>",
            "#N/A",
            "#REF!",
            "ukendt",
            "TBD",
            "N.N.",
            "NN",
            "None",
            "TODO",
            "Test",
        ),
        *(
            "Indsæt botilbuddets navn her",
            "indsaet dato",
            "Navn på botilbud",
            "Fornavn Efternavn",
            "lægens navn",
        ),
        *("ikke oplyst", "Endnu ikke afklaret", "Kommer senere", "uoplyst", "Ingen", "e-mail"),
        *("Æblehaven ???", "Skovvej ___", "Æblehaven (TBD)", "Hus XXXX"),
    ],
)
def test_what_stands_for_a_fact_to_come_is_a_remark(text: str) -> None:
    """In a name, and in a list."""
    found = bemaerkninger(Samarbejdsplan(botilbud=Botilbud(navn=text), emner=("Medicin", text)))

    assert [(each.code, each.path) for each in found if each.severity == "remark"] == [
        ("placeholder-name", "botilbud.navn"),
        ("placeholder", "emner[1]"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Huset [nord] & «Syd»",
            "Testhuset",
            "Ingen Holm",
            "Nanna",
            "Max Xxander",
            "Telefonvej 3",
            "Hus 3 ?",
        ),
        *("Skriv journal", "Udfyld skemaer om medicin", "Senere pensionister", "Kommer du?", "Utbdal"),
    ],
)
def test_a_name_with_signs_of_a_placeholder_is_a_name(text: str) -> None:
    """Nothing is said of it."""
    assert bemaerkninger(Botilbud(navn=text)) == ()


def test_text_is_normalised_once() -> None:
    """Ends trimmed, runs of spaces folded; line breaks kept where they may stand, refused elsewhere."""
    assert Botilbud(navn="  Æble   haven\t ").navn == "Æble haven"
    assert (
        Botilbud(navn="a\N{NO-BREAK SPACE}b\N{EM SPACE}c\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}d").navn
        == "a\xa0b c d"
    )
    assert Moedeaftale(tekst=" a \r\n  b\r").tekst == "a\nb"
    assert codes(lambda: Botilbud(navn="a\nb")) == ["line-break"]


def test_types_are_exact_and_all_faults_are_told() -> None:
    """True is no number, a list of letters no list of names."""
    with pytest.raises(DataError) as caught:
        Botilbud(navn=1, antal_beboere=True, laengerevarende="ja", adresse=None, cvr="1")

    assert [finding.path for finding in caught.value.findings] == [
        "navn",
        "adresse",
        "laengerevarende",
        "antal_beboere",
        "cvr",
    ]


def test_messages_hold_no_values() -> None:
    """A name, a number or an address never reaches a log."""
    with pytest.raises(DataError) as caught:
        Praksis(ydernummer="98765", cvr="12345678", laeger=("Hemmelig Person\n", "010170-1234 Ane"))

    for secret in ("98765", "12345678", "Hemmelig", "Ane", "010170"):
        assert secret not in str(caught.value)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Samarbejdsplan(moedeaftaler="Kost"), [("wrong-type", "moedeaftaler")]),
        (
            lambda: Samarbejdsplan(emner=("Kost", 7, None)),
            [("wrong-type", "emner[1]"), ("wrong-type", "emner[2]")],
        ),
        (lambda: Botilbud(antal_beboere=10**6), [("impossible-value", "antal_beboere")]),
        (lambda: Kommune.find(746), [("wrong-type", "navn_eller_kode")]),
        (lambda: rules.omfattet("SEL_108"), [("wrong-type", "lovgrundlag")]),
        (lambda: rules.status("2025-01-01"), [("wrong-type", "dato")]),
    ],
)
def test_what_type_checkers_refuse_is_refused_when_it_runs(
    make: Callable[[], object], expected: list[tuple[str, str]]
) -> None:
    """A text where a list is meant, an item of another kind, a code where an enum is: each with its field."""
    with pytest.raises(DataError) as caught:
        make()

    assert [(finding.code, finding.path) for finding in caught.value.findings] == expected
