"""Each field gets a run of its own, however Word has cut the paragraph."""

from __future__ import annotations

import copy
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from botilbudlaege.rendering.engine._runs import isolate
from botilbudlaege.rendering.word._text import W, paragraph_text

PIECES = (
    "Mellem ",
    "{{ plan.botilbud.navn }}",
    " og ",
    "{% if plan.cvr is not none %}",
    "{{ a | dato }}",
    ".",
)


def _paragraph(runs: list[str]) -> etree._Element:
    root = etree.Element(f"{W}body")
    paragraph = etree.SubElement(root, f"{W}p")
    for number, words in enumerate(runs):
        run = etree.SubElement(paragraph, f"{W}r")
        look = etree.SubElement(run, f"{W}rPr")
        etree.SubElement(look, f"{W}color", {f"{W}val": f"{number:06d}"})
        etree.SubElement(run, f"{W}t").text = words
    return root


def _runs(root: etree._Element) -> list[str]:
    return ["".join(run.itertext()) for run in root.iter(f"{W}r")]


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join),
    st.lists(st.integers(0, 200), max_size=8),
)
def test_the_words_stay_and_each_field_stands_alone(text: str, cuts: list[int]) -> None:
    """For a paragraph cut anywhere, within tags too."""
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    root = _paragraph([text[start:end] for start, end in itertools.pairwise(edges)])
    isolate(root)

    assert "".join(_runs(root)) == text
    assert all(("{{" in run) == (run.startswith("{{") and run.endswith("}}")) for run in _runs(root))
    assert sum(run.startswith("{{") for run in _runs(root)) == text.count("{{")


def test_a_field_looks_as_its_beginning_did() -> None:
    """It has the look of the run in which it begins; what follows keeps its own."""
    root = _paragraph(["A {{ plan", ".navn }}", " B"])
    isolate(root)
    looks = [color.get(f"{W}val") for color in root.iter(f"{W}color")]

    assert _runs(root) == ["A ", "{{ plan.navn }}", "", " B"]
    assert looks == ["000000", "000000", "000001", "000002"]


@pytest.mark.parametrize("beside", ["tab", "br", "noBreakHyphen"])
def test_what_is_no_text_keeps_its_place(beside: str) -> None:
    """A tab before the field, a break after it."""
    root = _paragraph(["{{ a }}{{ b }}"])
    text = next(root.iter(f"{W}t"))
    text.addprevious(etree.Element(f"{W}{beside}"))
    text.addnext(etree.Element(f"{W}{beside}"))
    before = paragraph_text(copy.deepcopy(root)[0])
    isolate(root)

    assert paragraph_text(root[0]) == before
    assert [run for run in _runs(root) if run] == ["{{ a }}", "{{ b }}"]
