"""The witnesses: no word against any document of ours, and many against broken ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege import domain, packs
from tests.browser import opened
from tests.witnesses import page
from tests.witnesses.documents import FOREIGN, PACKS, WAYS, documents
from tests.witnesses.faults import FAULTS
from tests.witnesses.hearing import Hearing
from tests.witnesses.pdf import PDF_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.libreoffice]


@pytest.fixture(scope="module")
def hearing(chromium: Browser) -> Iterator[Hearing]:
    """Hear them once."""
    with opened(chromium) as tab:
        yield Hearing(tab)


def test_they_are_asked_about_documents_of_every_kind() -> None:
    """In every pack, and in every way of making them."""
    made = documents()

    assert {each.kind for each in made} == {str(kind) for kind in domain.SUBJEKTER}
    assert {each.way for each in made} == set(WAYS)
    assert {each.pack for each in made} == {*PACKS, *FOREIGN}
    assert set(packs.available()) == set(PACKS)
    assert len(made) >= 126


def test_none_has_a_word_against_a_document(hearing: Hearing) -> None:
    """Neither a judge, nor a reader; of the PDFs neither."""
    assert hearing.objections == {}
    assert all(sum(asked.values()) > 50 for asked in hearing.heard.values())


@pytest.mark.parametrize("fault", [*FAULTS, *PDF_FAULTS])
def test_a_fault_is_found(hearing: Hearing, fault: str) -> None:
    """By one of them at least; the page says by whom."""
    assert hearing.finders[fault]


def test_each_objects_to_something(hearing: Hearing) -> None:
    """A witness that never objects says nothing."""
    everyone = {each.name for each in (*hearing.of_word, *hearing.of_pdf)}

    assert {name for found in hearing.finders.values() for name in found} == everyone


def test_the_page_says_what_they_say(hearing: Hearing) -> None:
    """`python -m tests.witnesses` writes it."""
    assert page.written(hearing) == page.PATH.read_text(encoding="utf-8")
