"""How the answer of a rule shows itself."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from botilbudlaege import Haendelse, Lovgrundlag, rules


def test_a_result_is_its_answer_its_steps_its_source_and_its_remarks() -> None:
    """A line each as text."""
    answer, *steps, source, remark = str(rules.ophoersdato(datetime.date(2026, 3, 31))).splitlines()

    assert answer == "30. juni 2026"
    assert steps[0] == "Opsigelsen er kommet frem den 31. marts 2026."
    assert source.startswith("Kilde: Region Midtjylland, skabelon til samarbejdsplan")
    assert remark.startswith("Bemærkning: Kilden er kun kendt til og med den 31. december 2025")


def test_in_a_notebook_the_steps_are_a_list() -> None:
    """The answer and the source in a table with headers, the remarks beneath; none where there are none."""
    html = rules.ophoersdato(datetime.date(2025, 3, 31))._repr_html_()

    assert (
        '<th scope="row" style="text-align: left">Svar</th><td style="text-align: left">30. juni 2025</td>'
        in html
    )
    assert html.count("<li>") == 4
    assert "Bemærkning" not in html
    assert "Bemærkning" in rules.ophoersdato(datetime.date(2026, 3, 31))._repr_html_()


@pytest.mark.parametrize(
    ("result", "shown"),
    [
        (rules.daekningsgrad(2, 3), "66,7\N{NO-BREAK SPACE}%"),
        (rules.daekningsgrad(0, 0), "ikke kendt"),
        (rules.omfattet(Lovgrundlag.SEL_107, None, dato=datetime.date(2025, 2, 1)), "nej"),
        (rules.orienteringspligt(Haendelse.NYE_EMNER), "ingen"),
        (rules.timer_i_kvartal(datetime.date(2025, 5, 1), [(datetime.date(2025, 4, 1), 2)]), "6"),
    ],
)
def test_an_answer_is_shown_in_danish(result: Any, shown: str) -> None:
    """Parts, yes and no, lists, numbers, and what is not known."""
    assert result.vist == shown
