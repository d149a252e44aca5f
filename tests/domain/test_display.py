"""How objects of the domain show themselves: in Danish, escaped, with what is missing said and marked."""

from __future__ import annotations

import datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from botilbudlaege import (
    Adresse,
    Botilbud,
    Daekning,
    Daekningsstatus,
    Kontaktperson,
    Registerpost,
    Samarbejdsplan,
    load,
)
from botilbudlaege.domain import SUBJEKTER
from tests.builders import EXAMPLES, en_allonge, en_opsigelse, en_plan, et_botilbud


class _Cells(HTMLParser):
    """The tables of a piece of HTML: tags in order, and the text of each cell with its tag and scope."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells: list[tuple[str, str | None, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append(tag)
        if tag in ("th", "td", "caption"):
            self.cells.append((tag, dict(attrs).get("scope"), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        tag, scope, text = self.cells[-1]
        self.cells[-1] = (tag, scope, text + data)


def test_a_plan_is_shown_by_the_danish_names_of_its_facts() -> None:
    """What is needed and missing is said; what can be done without is left out."""
    plan = en_plan(timer_pr_maaned=None, botilbud=et_botilbud(kontaktperson=Kontaktperson()))

    assert str(plan).splitlines()[:4] == [
        "navn på botilbud: Æblehaven",
        "kommune for botilbud: Skanderborg",
        "lovgrundlag for botilbud: servicelovens § 108",
        "om botilbud er længerevarende: ja",
    ]
    assert "timer pr. måned: mangler" in str(plan).splitlines()
    assert "telefon eller e-mail til botilbuddets kontaktperson: mangler" in str(plan).splitlines()
    assert "dato for ikrafttræden: 1. april 2025" in str(plan).splitlines()
    assert "mødeaftaler: ingen" in str(plan).splitlines()
    assert "CVR" not in str(plan)


def test_in_a_notebook_each_fact_is_a_row_with_its_header() -> None:
    """A table with a caption, in Danish, with what is missing marked in words."""
    html = en_plan(timer_pr_maaned=None)._repr_html_()
    cells = _Cells(html).cells

    assert html.startswith('<div lang="da"><table><caption')
    assert cells[:3] == [
        ("caption", None, "Samarbejdsplan"),
        ("th", "row", "navn på botilbud"),
        ("td", None, "Æblehaven"),
    ]
    assert cells[cells.index(("th", "row", "timer pr. måned")) + 1] == ("td", None, "mangler")
    assert html.count("<mark>mangler</mark>") == 1
    assert "http" not in html


def test_what_is_typed_is_escaped() -> None:
    """A name is text, also where it looks like a tag."""
    html = en_plan(botilbud=et_botilbud(navn='<b>A</b> & "B"'))._repr_html_()

    assert "&lt;b&gt;A&lt;/b&gt; &amp; &quot;B&quot;" in html
    assert "<b>" not in html


def test_an_object_alone_does_not_say_whose_its_facts_are() -> None:
    """A home's name is its name."""
    assert str(Botilbud(navn="A", antal_beboere=3)).splitlines()[:2] == ["navn: A", "antal beboere: 3"]


def test_a_plan_in_another_object_and_a_list_have_captions_of_their_own() -> None:
    """So that two plans are told apart, and an item a row."""
    captions = [text for tag, _, text in _Cells(en_allonge()._repr_html_()).cells if tag == "caption"]
    status = Daekningsstatus(
        dato=datetime.date(2025, 11, 1), kommuner=(Daekning(navn="Horsens", med_plan=1, i_alt=3),)
    )

    assert captions == ["Allonge", "samarbejdsplan", "ændret samarbejdsplan", "ændringer"]
    assert "ophørsdato: 31. december 2025" in str(en_opsigelse()).splitlines()
    assert str(status).splitlines()[-2:] == [
        "kommuner:",
        "- navn på gruppen: Horsens, antal botilbud med plan: 1, antal botilbud: 3, dækningsgrad: 33,3\N{NO-BREAK SPACE}%",
    ]
    assert ("th", "col", "dækningsgrad") in _Cells(status._repr_html_()).cells


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_shows_itself(path: str) -> None:
    """Well-formed, and with the same facts as text and as HTML."""
    subject = load(path)
    cells = _Cells(subject._repr_html_())
    shown = {text for _, _, text in cells.cells}
    facts = str(subject).partition("\n\n")[0].splitlines()

    assert not cells.open
    assert {line.partition(": ")[0] for line in facts if ": " in line} <= shown


@pytest.mark.parametrize("cls", sorted(set(SUBJEKTER.values()), key=str))
def test_an_empty_subject_shows_what_it_needs(cls: Any) -> None:
    """Also the one in which nothing is known."""
    assert str(cls()).count("mangler") == cls()._repr_html_().count("<mark>mangler</mark>")
    assert "mangler" in str(Samarbejdsplan())


def test_an_object_of_which_nothing_is_known_says_so() -> None:
    """And one that has but a plan is shown by the plan."""
    post = Registerpost(plan=en_plan())

    assert str(Adresse()) == "Intet oplyst."
    assert "Intet oplyst." in Adresse()._repr_html_()
    assert str(post).startswith("samarbejdsplan:\nnavn på botilbud: Æblehaven")
    assert "Registerpost" not in post._repr_html_()
