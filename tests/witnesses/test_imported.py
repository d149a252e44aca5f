"""Documents of packs that were imported from Word files: the witnesses have no word against them that they had not against the file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import load, render
from tests import audit
from tests.browser import opened
from tests.builders import EXAMPLES
from tests.packs.importing.skabeloner import ALLE, DOKUMENT
from tests.packs.importing.steps import answered
from tests.witnesses import sdk
from tests.witnesses.readers import prepared, readers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from botilbudlaege import Document
    from tests.witnesses.witness import Witness

TEXT_BOX = "brevholm"
"""A letter whose address stands in a text box, which one reader alone has once; the others leave it out, or have it twice."""
READS_BOXES = ("docx-preview in Chromium",)

pytestmark = pytest.mark.slow


def made(name: str) -> dict[str, Document]:
    """Import a file, and make its document flat and living."""
    pack = answered(name).pack
    subject = load(EXAMPLES / ("orientering.toml" if name in DOKUMENT else "aeblehaven.toml"))
    return {way: render(subject, pack=pack, living=way == "living") for way in ("final", "living")}


def told(content: bytes) -> Counter[str]:
    """What both judges say, without its place."""
    return Counter(error.text for error in sdk.errors(content)) + Counter(audit.faults(content))


@pytest.fixture(scope="module")
def reading(chromium: Browser) -> Iterator[tuple[Witness, ...]]:
    """The readers, with a page on which the documents are drawn one after the other."""
    with opened(chromium) as page:
        yield readers(prepared(page))


@pytest.mark.parametrize("name", ALLE)
def test_the_witnesses_have_no_word_against_it(name: str, reading: tuple[Witness, ...]) -> None:
    """Neither a judge, nor a reader."""
    documents = made(name)
    before = told(ALLE[name]())

    assert {way: told(each.content) - before for way, each in documents.items()} == {
        "final": Counter(),
        "living": Counter(),
    }
    said = {
        (way, reader.name): reader.asked(each.content, each)
        for reader in reading
        if name != TEXT_BOX or reader.name in READS_BOXES
        for way, each in documents.items()
    }
    assert {who: words for who, words in said.items() if words} == {}
