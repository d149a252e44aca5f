"""Answers: a field, its Danish name, a list or a code, and what was probably meant by one that is none."""

from __future__ import annotations

import re

import pytest

from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.proposing._fields import Answer, read


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("antal beboer", ["plan.botilbud.antal_beboere"]),
        (
            "telefon til kontaktperson",
            ["plan.praksis.kontaktperson.telefon", "plan.botilbud.kontaktperson.telefon"],
        ),
        ("liste plan.emnr", ["plan.emner"]),
        ("noget helt andet", []),
    ],
)
def test_an_answer_that_is_none_is_met_with_the_field_that_was_meant(said: str, meant: list[str]) -> None:
    """Both of two parties', and never a list of all there are."""
    answer = read(said, Dokument.SAMARBEJDSPLAN)

    assert not isinstance(answer, Answer)
    assert re.findall(r"(plan[.\w]+) \(", answer.remedy) == meant


def test_an_answer_is_a_field_or_its_danish_name() -> None:
    """Dates are written in full, optional facts are asked for first, several are joined by commas."""
    tags = {
        said: answer.tag() if isinstance(answer, Answer) else answer.code
        for said in (
            "plan.ikrafttraeden",
            "navn på botilbud",
            "plan.botilbud.cvr",
            "plan.botilbud.kontaktperson.navn + plan.botilbud.kontaktperson.titel",
            "plan.moedeformer = VIDEO",
            "plan.botilbud.nvn",
            "plan.moedeaftaler",
            "plan.botilbud.navn | dato",
            "plan.moedeformer = BREV",
            "{{ ''.__class__ }}",
        )
        for answer in [read(said, Dokument.SAMARBEJDSPLAN)]
    }

    assert tags == {
        "plan.ikrafttraeden": "{{ plan.ikrafttraeden | dato }}",
        "navn på botilbud": "{{ plan.botilbud.navn }}",
        "plan.botilbud.cvr": "{% if plan.botilbud.cvr is not none %}{{ plan.botilbud.cvr }}{% endif %}",
        "plan.botilbud.kontaktperson.navn + plan.botilbud.kontaktperson.titel": "{{ plan.botilbud.kontaktperson.navn }}"
        "{% if plan.botilbud.kontaktperson.titel is not none %}, {{ plan.botilbud.kontaktperson.titel }}{% endif %}",
        "plan.moedeformer = VIDEO": '{% if "VIDEO" in plan.moedeformer %}☒{% else %}☐{% endif %}',
        "plan.botilbud.nvn": "unknown-answer",
        "plan.moedeaftaler": "unknown-answer",
        "plan.botilbud.navn | dato": "unknown-answer",
        "plan.moedeformer = BREV": "unknown-answer",
        "{{ ''.__class__ }}": "unknown-answer",
    }
