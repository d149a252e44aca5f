"""Microsoft's validator, run here: it has no word against a document of ours, and many against a broken one."""

from __future__ import annotations

from collections import Counter

import pytest

from botilbudlaege import TemplateError, load, render, rendering
from botilbudlaege.rendering.word import _package
from tests.builders import EXAMPLES
from tests.rendering.engine.test_cases import CASES, VALUES
from tests.witnesses import sdk

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan() -> bytes:
    """A living plan."""
    return render(load(EXAMPLES / "aeblehaven.toml"), living=True).content


def test_a_document_of_ours_is_valid(plan: bytes) -> None:
    """In every version of Word that is asked about."""
    assert list(map(str, sdk.errors(plan))) == []


def test_an_element_out_of_its_place_is_told(plan: bytes) -> None:
    """By part, place and the versions of Word that it holds for."""
    parts = dict(_package.read(plan))
    parts[_package.DOCUMENT] = parts[_package.DOCUMENT].replace(b"<w:sectPr>", b"<w:cols/><w:sectPr>", 1)
    (error,) = sdk.errors(_package.write(parts))

    assert (error.part, error.place) == ("/word/document.xml", "/w:document[1]/w:body[1]")
    assert "invalid child element" in error.text
    assert error.versions == sdk.VERSIONS


@pytest.mark.parametrize("length", [0, 3, -100])
def test_a_file_that_is_no_package_is_told(plan: bytes, length: int) -> None:
    """As one error, not as an exception of .NET."""
    assert [error.code for error in sdk.errors(plan[:length])] == ["Package"]


def test_a_part_that_is_no_xml_is_told(plan: bytes) -> None:
    """As one error, too."""
    parts = dict(_package.read(plan))
    parts[_package.DOCUMENT] = parts[_package.DOCUMENT][:-20]

    assert [error.code for error in sdk.errors(_package.write(parts))] == ["ExceptionError"]


def _told(content: bytes) -> Counter[tuple[str, str]]:
    return Counter((error.part, error.text) for error in sdk.errors(content))


def test_word_files_from_outside_are_made_no_worse() -> None:
    """What is made of them has no error that they did not have."""
    made = {}
    for path in sorted(CASES.glob("*.docx")):
        try:
            template = rendering.compile(path.read_bytes())
            made[path] = template.render({**VALUES, "a": True, "b": True})
        except TemplateError:  # refused, as test_cases.py says
            continue

    assert len(made) > 10
    assert {path.stem: _told(made[path]) - _told(path.read_bytes()) for path in made} == {
        path.stem: Counter() for path in made
    }
