"""The table of facts: none without a source, none without a place, and no place without its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "botilbudlaege"
PACKS = PACKAGE / "templates"
LAW = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
SOURCES = {"P", "K", "A", "C"}
PLACE = re.compile(r"`([^`]+)`: “([^”]+)”")
FACTS = {
    "The scheme": 25,
    "The parties": 12,
    "The cooperation plan": 44,
    "The letters and the contract": 15,
    "The commission, for every region": 14,
    "The commission of Region Midtjylland": 24,
}
"""How many facts each section has: one that is taken out is taken out here too, with its reason in the commit."""


def rows() -> dict[str, list[list[str]]]:
    """The rows of each section: fact, source, places."""
    found = {}
    for section in LAW.partition("## Every fact")[2].partition("\n## ")[0].split("\n### ")[1:]:
        title, *lines = section.splitlines()
        cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if line.startswith("| ")]
        found[title] = [[cell.strip().replace("\\|", "|") for cell in row] for row in cells[1:]]
    return found


def text_of(place: str) -> str:
    """The text of a place: a clause of the common pack, or a file of the packs, of the package or of the project."""
    if re.fullmatch(r"\w+", place):
        path = PACKS / "faelles" / "klausuler" / f"{place}.md"
    elif place.startswith("docs/"):
        path = ROOT / place
    elif place.startswith("midtjylland/") and place.endswith(".toml"):
        path = PACKS / "midtjylland" / "oplysninger" / Path(place).name
    else:
        path = next(folder / place for folder in (PACKS, PACKAGE) if (folder / place).exists())
    return " ".join(path.read_text(encoding="utf-8").split())


PLACES = [place for section in rows().values() for row in section for place in PLACE.findall(row[2])]


@pytest.mark.parametrize(("place", "words"), PLACES, ids=lambda value: str(value)[:40])
def test_a_place_has_its_words(place: str, words: str) -> None:
    """A clause that loses them loses a fact."""
    assert words in text_of(place)


def test_every_fact_has_a_source_and_a_place() -> None:
    """And stands once."""
    found = rows()
    facts = [row[0] for section in found.values() for row in section]

    assert {title: len(section) for title, section in found.items()} == FACTS
    assert len(set(facts)) == len(facts)
    for section in found.values():
        for fact, source, places in section:
            assert set(source.split(", ")) <= SOURCES, fact
            assert PLACE.sub("", places).replace("<br>", "") == "", fact
            assert PLACE.findall(places), fact


def test_a_clause_that_loses_its_words_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The place is read from the clause itself."""
    read = Path.read_text
    monkeypatch.setattr(
        Path,
        "read_text",
        lambda path, **how: read(path, **how).replace("medvirke til at nedbringe", "nedbringe"),
    )
    lost = [(place, words) for place, words in PLACES if words not in text_of(place)]

    assert [place for place, _ in lost] == ["formaal"]


def test_the_news_are_no_rule() -> None:
    """They are told as news, and no rule or document has them."""
    product = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".md", ".toml")]

    assert "Aftale26" in LAW.partition("## News, and no rule")[2].partition("\n## ")[0]
    assert [path for path in product if "Aftale26" in path.read_text(encoding="utf-8")] == []


# No duty that the sources do not have, no target told as a fact ----------------------------------------

STRONGER = (
    *("skal være ansat", "hverken med eller uden navn", "skal komme på sygebesøg", "nævnt ved navn eller ej"),
    *("siger ja til botilbuddet", "skal så vidt muligt have", "kr. pr.", "kroner", "www.", "http"),
    *("omfatter ordningen i første omgang mindst 250", "andre botilbud omfattes senere", "betale honoraret"),
)


@pytest.mark.parametrize("words", STRONGER)
def test_no_text_is_stronger_than_its_source(words: str) -> None:
    """Words that were read against the sources and found too strong."""
    clauses = sorted(PACKS.rglob("*.md"))

    assert len(clauses) > 50
    assert [
        path.name for path in clauses if words in " ".join(path.read_text(encoding="utf-8").split())
    ] == []


ANNEX = "Protokollat om fast tilknyttet læge på bosteder"


def test_words_are_those_of_the_domain() -> None:
    """*Bosteder* stands in the title of the annex alone, and *botilbudslæge* has its s."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(PACKS.rglob("*"))
        if path.suffix in (".md", ".toml")
    ]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "templates").glob("*.py"))]

    assert [text for text in texts if "bosted" in text.replace(ANNEX, "").lower()] == []
    assert [text for text in texts if re.search(r"botilbudlæge(?!_)", text.lower())] == []
