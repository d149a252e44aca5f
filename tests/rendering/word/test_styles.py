"""Tests for what a property comes to, down the chain of styles."""

from __future__ import annotations

import pytest

from botilbudlaege.rendering.sight._visible import Visibility
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import DEEPEST, Styles, val
from botilbudlaege.rendering.word._text import W

RUN = '<w:p xmlns:w="{w}"><w:pPr><w:pStyle w:val="{paragraph}"/></w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>x</w:t></w:r></w:p>'


def styles(*entries: str, defaults: str = "") -> dict[str, bytes]:
    """Give the parts of a package with styles: `id>base look`."""
    made = ""
    for entry in entries:
        name, _, look = entry.partition(" ")
        own, _, base = name.partition(">")
        based = f'<w:basedOn w:val="{base}"/>' if base else ""
        made += f'<w:style w:type="paragraph" w:styleId="{own}">{based}<w:rPr>{look}</w:rPr></w:style>'
    first = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    return {"word/styles.xml": f'<w:styles xmlns:w="{W[1:-1]}">{first}{made}</w:styles>'.encode()}


def run(paragraph: str, look: str = "") -> object:
    """Give a run in a paragraph of a style."""
    root = _package.parse(RUN.format(w=W[1:-1], paragraph=paragraph, look=look).encode())
    return root.find(f"{W}r")


@pytest.mark.parametrize(
    ("paragraph", "look", "expected"),
    [
        ("none", "", "D"),
        ("a", "", "A"),
        ("b", "", "A"),
        ("c", "", "C"),
        ("b", '<w:rStyle w:val="c"/>', "C"),
        ("b", '<w:rStyle w:val="c"/><w:color w:val="R"/>', "R"),
    ],
)
def test_a_property_is_the_nearest_that_is_set(paragraph: str, look: str, expected: str) -> None:
    """The run's, its style's, its paragraph's style's, those that they build on, the file's."""
    parts = styles(
        'a <w:color w:val="A"/>', "b>a", 'c>b <w:color w:val="C"/>', defaults='<w:color w:val="D"/>'
    )

    assert val(Styles(parts).effective(run(paragraph, look), "color")) == expected


def test_styles_that_build_on_each_other_in_a_ring() -> None:
    """Each stands in the chain once."""
    chain = Styles(styles("a>b", "b>a")).chain("a")

    assert [val(style, "styleId") for style in chain] == ["a", "b"]


@pytest.mark.parametrize(("styles_between", "hidden"), [(DEEPEST - 3, False), (DEEPEST, True)])
def test_a_style_whose_chain_is_cut_counts_as_hiding(styles_between: int, hidden: bool) -> None:  # noqa: FBT001
    """What it builds on is not known; one that nobody cut shows its text."""
    links = [f"s{number}>s{number + 1}" for number in range(styles_between)]
    parts = styles(*links, f"s{styles_between}", "elsewhere <w:vanish/>")

    assert Visibility(parts).look(run("s0")).hidden is hidden
