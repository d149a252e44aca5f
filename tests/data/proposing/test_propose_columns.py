"""A mapping of an office's columns, proposed: each guess is marked, and what cannot be told is not guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege import DataError, DocumentError, Kolonner, load, propose_columns
from tests.data import untidy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    "office",
    [
        pytest.param(
            office,
            id=office.__name__,
            marks=() if office in (untidy.own_words, untidy.marks_for_nothing) else pytest.mark.slow,
        )
        for office in untidy.OFFICES
        if office not in (untidy.headers_alike, untidy.from_an_old_system)
    ],
)
def test_a_mapping_is_proposed(office: Callable[[], untidy.Office]) -> None:
    """And reads the same homes."""
    suffix, content, _ = office()
    forslag = propose_columns(content, suffix=suffix, ark="2026" if office is untidy.several_sheets else None)

    assert (forslag.gode, forslag.raekker, forslag.findings) == (200, 200, ())
    assert untidy.without_own(load(content, suffix=suffix, kolonner=forslag.kolonner)) == untidy.HOMES


def test_what_cannot_be_told_is_not_guessed() -> None:
    """Of three columns of one name the first is taken for the home's, the others are kept aside; and x means nothing."""
    _, content, _ = untidy.headers_alike()
    forslag = propose_columns(content, suffix=".xlsx")
    _, old, _ = untidy.from_an_old_system()

    assert forslag.kolonner.behold == ("kolonne H", "kolonne J")
    assert '"kolonne A" = "Navn på botilbud"  # efter navnet: se efter' in forslag.toml
    assert [*load(content, suffix=".xlsx", kolonner=forslag.kolonner)[1].egne.items()] == [
        ("kolonne H", "Åse Møller"),
        ("kolonne J", "Lægerne Søvej 1"),
    ]
    with pytest.raises(DataError, match="Kolonnen Navn på botilbud mangler"):
        propose_columns(old, suffix=".csv")


PROPOSED = """\
# Forslag til, hvordan jeres register læses. Se det efter, før I bruger det.
overskriftsraekke = 2
behold = [
    "Sagsnr.",
    "Sidst rettet",
]
slutraekker = [
    "I alt",
]

[kolonner]
"Navn på tilbud" = "Navn på botilbud"  # efter navnet: se efter
Kommunenavn = "Kommune for botilbud"  # efter navnet: se efter
"P-nr." = "P-nummer for botilbud"  # efter navnet: se efter
Lovgrundlag = "Lovgrundlag for botilbud"  # efter navnet: se efter
"Antal pladser" = "Antal beboere på botilbud"  # efter navnet: se efter

[vaerdier."P-nr."]  # det, der står hos jer = det, der menes: se efter
- = ""

[vaerdier.Lovgrundlag]  # det, der står hos jer = det, der menes: se efter
"§ 108" = "SEL_108"
"§ 105" = "ABL_105"

[vaerdier."Antal pladser"]  # det, der står hos jer = det, der menes: se efter
"12 t" = "12"
"""


def test_a_proposal_is_a_file_to_read_and_mend(tmp_path: Path) -> None:
    """Each guess is marked; the file is read as it was proposed."""
    forslag = propose_columns(untidy.OFFICE.encode(), suffix="csv")
    forslag.save(tmp_path / "kolonner.toml")

    assert (tmp_path / "kolonner.toml").read_text("utf-8") == PROPOSED
    assert Kolonner.load(tmp_path / "kolonner.toml") == forslag.kolonner
    with pytest.raises(DocumentError):
        forslag.save(tmp_path / "kolonner.toml")
