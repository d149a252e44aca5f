"""Files of one plan that show a reader something else than what was issued, each by another way of Word's."""

from __future__ import annotations

from pathlib import Path

import pytest

from botilbudlaege import read
from botilbudlaege.packs.reading import _source
from botilbudlaege.rendering.living import _readback

CASES = Path(__file__).parents[2] / "cases" / "read"
INTRODUCTION = "teksten, afsnit 3: »Botilbud i Region Midtjylland har siden 1. januar 2025 kunne …«"

TOLD = {
    "if_field": ("wording", INTRODUCTION, '[IF 1 = 1 "ÆNDRET"]'),
    "look_black_on_black_shd": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
    "look_wingdings_font": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
    "mc_choice_unknown": ("unequal-alternatives", INTRODUCTION, "Her står ét til nogle programmer"),
    "par_indent_off_page": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
    "par_line_exact_1": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
    "sym_private_font": (
        "wording",
        INTRODUCTION.replace("»Botilbud", "»otilbud").replace("kunne …", "kunnet …"),
        "til »\N{WHITE SQUARE}otilbud",
    ),
    "style_default_character_vanish": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
    "style_docdefaults_size1": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
    "style_docdefaults_vanish": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
    "styles_part_swapped": ("wording", INTRODUCTION, "er slettet, streget over eller skjult"),
}
"""By the name of the file: code, place and words of a finding."""
BY_RELATIONSHIPS = {
    "comments_long_head": ("not-read", "", "Kommentarer"),
    "fixed_text_in_foreign_bound_control": ("other-data", INTRODUCTION, "bundet til andre data"),
    "rebind_control_to_other_store": ("other-data", "teksten, tabel 1", "bundet til andre data"),
    "hdr_comment": ("wording", "sidehovedet", "Aftalen gælder ikke."),
    "hdr_ns0": ("wording", "sidehovedet", "Aftalen gælder ikke."),
    "hdr_rel_prefix": ("wording", "sidehovedet", "Aftalen gælder ikke."),
    "two_document_parts": ("wording", "teksten", "til »ANDEN TEKST HER"),
}


@pytest.fixture(autouse=True)
def issued(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold the files against the document that they were made of, whatever the packs say today."""
    fresh = _readback.shown((CASES / "issued.docx").read_bytes())
    monkeypatch.setattr(
        _source, "_again", lambda _living, _issued, kind, _pack, **_: (kind, None, fresh, None)
    )


def test_every_file_is_a_case() -> None:
    """None is left out."""
    assert {path.stem for path in CASES.glob("*.docx")} == {"issued", *TOLD, *BY_RELATIONSHIPS}


def test_the_document_as_issued() -> None:
    """There is nothing to tell of it."""
    assert read(CASES / "issued.docx").findings == ()


@pytest.mark.parametrize("name", [*TOLD, *BY_RELATIONSHIPS])
def test_what_a_reader_sees_otherwise(name: str) -> None:
    """It is told, at its place."""
    code, place, words = (TOLD | BY_RELATIONSHIPS)[name]
    findings = read(CASES / f"{name}.docx").findings

    assert [
        finding
        for finding in findings
        if finding.code == code and finding.place.startswith(place) and words in finding.message
    ], [(finding.code, finding.place, finding.message) for finding in findings[:5]]
