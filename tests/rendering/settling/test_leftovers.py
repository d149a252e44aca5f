"""What is to be filled in is looked for with a pattern only where something that it needs stands in the text: nothing may be missed so."""

from __future__ import annotations

import re
import sys

import pytest

from botilbudlaege.rendering.settling import _placeholders

ASKS = (
    *(
        "[navn]",
        "[ Dato for mødet ]",
        "«navn»",
        "« Navn_paa_hjem »",
        "Klik her",
        "TRYK HER",
        "klik eller tryk her",
    ),
    *("Tryk for at angive", "Click or tap here", "click to enter", "Vælg et element", "CHOOSE AN ITEM"),
    *(
        "(indsæt navn)",
        "<Angiv dato>",
        "( skriv navnet )",
        "Indsæt navnet her",
        "UDFYLD DET HER",
        "anfør den her",
    ),
    *("Klık her", "KLİK her", "\N{KELVIN SIGN}lik her", "ind\N{LATIN SMALL LETTER LONG S}æt navnet her"),
    *(
        "xxx",
        "XX-XX",
        "xx.xx.xxxx",
        "x timer",
        "X  måneder",
        "xx beboere",
        ".....",
        "_____",
        "___",
        "……",
        "_._._",
    ),
    *(
        "☐",
        "□ ja",
        "❏",
        "❐",
        "❑",
        "❒",
        "{{navn}",
        "{navn}",
        "｛navn｝",
        "<navn>",
        "<<Navn>>",
        "【navn】",
        "〔navn〕",
    ),
    *("⟦navn⟧", "#navn#", "%NAVN%", "$dato$", "@@navn@@", "dd.mm.åååå", "DD/MM/YYYY", "d-m-yy", "dd mm åå"),
)


def small(text: str) -> str:
    """Give a text as `_leftovers` looks into it."""
    return _placeholders._small(text)  # noqa: SLF001 - what is tried


@pytest.mark.parametrize("text", ASKS)
def test_whatever_asks_has_what_its_pattern_needs(text: str) -> None:
    """Each way to ask is found by a pattern, and the text has one of the signs without which that is not tried."""
    found = [held for pattern, held in _placeholders._PATTERNS if pattern.search(text)]  # noqa: SLF001 - as above

    assert found
    assert all(any(each in small(text) for each in held) for held in found)


def test_every_pattern_is_tried() -> None:
    """A pattern that none of the texts above is an example of would not be held to what it needs."""
    untried = [pattern for pattern, _ in _placeholders._PATTERNS if not any(map(pattern.search, ASKS))]  # noqa: SLF001 - as above

    assert untried == []


def test_letters_are_alike_where_patterns_take_them_for_alike() -> None:
    """Every sign of Unicode that a pattern takes for a letter whatever its size is that letter in small letters."""
    patterns = _placeholders._PATTERNS  # noqa: SLF001 - as above
    words = [each for pattern, held in patterns if pattern.flags & re.IGNORECASE for each in held]
    letters = sorted({letter for letter in "".join(words) if letter.isalpha()})
    signs = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    others = [
        (letter, sign)
        for letter in letters
        for sign in re.findall(letter, signs, re.IGNORECASE)
        if letter not in small(sign)
    ]

    assert letters
    assert others == []
