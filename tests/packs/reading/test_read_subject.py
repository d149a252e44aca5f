"""The facts of a document that is read back: changed, and taken out where the domain refuses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import Kommune, Moedeaftale, Samarbejdsplan
from botilbudlaege.packs.reading import _facts
from botilbudlaege.packs.reading._subject import Draft
from tests.builders import en_plan

if TYPE_CHECKING:
    from botilbudlaege.domain._tree import Steps

AFTALER = (Moedeaftale(titel="Sygdom", tekst="Ring."), Moedeaftale(titel="Ferie", tekst="Kollega."))


def draft(*changes: tuple[Steps, Any], issued: Samarbejdsplan | None) -> Draft:
    """A plan with changes."""
    made = Draft(Samarbejdsplan, issued)
    for steps, value in changes:
        made.set(steps, value)
    return made


@pytest.mark.parametrize(
    ("steps", "value", "path", "expected"),
    [
        (("timer_pr_maaned",), 7, "timer_pr_maaned", en_plan(timer_pr_maaned=None)),
        (("botilbud", "cvr"), "12345678", "botilbud.cvr", en_plan()),
        (("emner", 1), "\x01", "emner[1]", en_plan(emner=("Medicin",))),
        (
            ("moedeaftaler", 0, "titel"),
            "\x01",
            "moedeaftaler[0].titel",
            en_plan(moedeaftaler=(Moedeaftale(tekst="Ring."), AFTALER[1])),
        ),
    ],
)
def test_what_the_domain_refuses_is_taken_out(
    steps: Steps, value: object, path: str, expected: Samarbejdsplan
) -> None:
    """A field, one of a part, an item of a list, a field of an item: it alone, and it is told."""
    lists = {name: getattr(expected, name) for name in ("emner", "moedeaftaler")}
    whole = en_plan(
        emner=("Medicin", "Kost") if lists["emner"] else (),
        moedeaftaler=AFTALER if lists["moedeaftaler"] else (),
    )
    subject, refusals = draft((steps, value), issued=whole).subject()

    assert subject == expected
    assert [finding.path for finding in refusals] == [path]


def test_what_cannot_be_taken_out_leaves_no_subject() -> None:
    """A fault of the whole, of which no part is to blame, ends the search."""
    subject, refusals = Draft(Kommune, None).subject()

    assert subject is None
    assert len(refusals) == 1


def test_an_item_that_was_never_filled_in_is_no_item() -> None:
    """Of a form: the list stays unknown, and the numbers of those after it are those of the document."""
    empty = draft((("emner", 0), None), (("emner", 1), None), issued=None)
    second = draft((("emner", 0), None), (("emner", 1), "Kost"), issued=None)

    assert empty.subject() == (Samarbejdsplan(), [])
    assert second.subject() == (Samarbejdsplan(emner=("Kost",)), [])
    assert second.original("emner[0]") == "emner[1]"


@pytest.mark.parametrize(("value", "text"), [(True, "ja"), (False, "nej"), (None, ""), (18, "18")])
def test_a_fact_reads_as_the_document_shows_it(value: object, text: str) -> None:
    """Yes and no are words there."""
    assert _facts.known(value).text == text
