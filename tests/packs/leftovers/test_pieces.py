"""Words that go with one place of a sentence: those about it alone, and never a sentence or another place."""

from __future__ import annotations

import re

import pytest

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.forms._spot import Spot
from botilbudlaege.packs.leftovers import _pieces
from botilbudlaege.rendering.word import _refusals
from tests.packs.importing.word import Pen


def spots(text: str) -> list[Spot]:
    """Give the places of a paragraph, all in brackets."""
    pen = Pen()
    pen.p(text)
    paragraph = _page.read(_refusals.open_template(pen.bytes())).paragraphs[0]
    return [
        Spot(paragraph=paragraph, start=each.start(), end=each.end(), kind="klammer", words="")
        for each in re.finditer(r"\[.*?\]", text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lægen, tlf. [1], er fast læge.", "Lægen er fast læge."),
        ("Lægen ([1]) er fast læge.", "Lægen er fast læge."),
        ("Botilbuddet [x] (P-nr. [1]) er med.", "Botilbuddet [x] er med."),
        ("Planen, indgået den [1], er bilag.", "Planen er bilag."),
        ("Planen, der er fra [1], gælder fortsat.", "Planen gælder fortsat."),
        ("Telefonen er [x], og mailen er [1].", "Telefonen er [x]."),
        ("P-nr.: [x] Ydernr.: [1]", "P-nr.: [x]"),
        ("Navn: [x]\nCVR-nr.: [1]\nSlut", "Navn: [x]\nSlut"),
        # what is no piece of it
        ("Er brevet fremme senere, ophører planen den [1].", None),
        ("Planen gælder, og varslet regnes fra [1].", None),
        ("Vi har en læge, nemlig [x] fra [1].", None),
        ("Vi opsiger planen, som vi indgik den [1], og som gælder.", None),
        ("Lægen kommer fra [1].", None),
    ],
)
def test_a_piece_is_about_its_place_alone(text: str, expected: str | None) -> None:
    """The sentence reads without it, or there is none."""
    places = spots(text)
    spot = next(each for each in places if each.text == "[1]")

    found = _pieces.piece(spot, places)

    assert (text[: found[0]] + text[found[1] :] if found else None) == expected
