"""A pack as one page that a board can read: what is on it, and that everyone can read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import packs
from botilbudlaege.begreber import Dokument
from botilbudlaege.cli import run
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.reviewing._review import review
from tests.browser import barriers, opened
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

FIKTIV = EXAMPLES / "region_fiktiv"
MANIFEST = """id = "proeve"
navn = "Prøve & <b>"
version = "1.2"
bygger_paa = "faelles"
kontakt = "Kontoret"

[klausuler.opsigelse]
begrundelse = "Regionens <egen> ordlyd."

[klausuler.underskrift]
udelad = true
begrundelse = "Står i parter."
"""
LEFT_OUT = "".join(
    f'\n[dokumenter.{kind}]\nudelad = true\nbegrundelse = "Bruges ikke."\n'
    for kind in Dokument
    if kind not in (Dokument.KONTRAKT, Dokument.SAMARBEJDSPLAN)
)
BELOW = "Efter overenskomsten kan begge parter opsige planen"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of two documents, with a clause of its own that has a fault, one left out, and no case."""
    folder = tmp_path_factory.mktemp("gennemsyn") / "proeve"
    (folder / "klausuler").mkdir(parents=True)
    (folder / "pakke.toml").write_text(MANIFEST + LEFT_OUT, encoding="utf-8")
    text = "Efter overenskomsten kan begge parter opsige planen <straks.\n\nBotilbuddet har {{ plan.botilbud.antal_beboere }} beboere.\n"
    (folder / "klausuler" / "opsigelse.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def page(pack: Path) -> str:
    """Its review, without pictures."""
    return review(pack, billeder=False)


def test_the_pack_is_named_by_version_and_digest(pack: Path, page: str) -> None:
    """So that what is decided on can be known again."""
    assert "<h1>Gennemsyn af pakken Prøve &amp; &lt;b&gt;</h1>" in page
    assert "<td>1.2</td>" in page
    assert inside(packs.load(pack)).stack.digest in page


def test_a_clause_stands_beside_the_one_below(page: str) -> None:
    """What is only there is struck out, what is only here underlined, and each is said in words too."""
    article = _article(page, "opsigelse (ændret)")

    assert "Begrundelse:</strong> Regionens &lt;egen&gt; ordlyd." in article
    assert "Bruges i samarbejdsplan og kontrakt." in article
    assert '<del><span class="skjult">[fjernet: </span>' in article
    assert '<ins><span class="skjult">[nyt: </span>&lt;straks.' in article
    before, now = article.split("I pakken</h4>")
    assert "<ins>" not in before
    assert "<del>" not in now
    assert BELOW in before
    assert BELOW in now


def test_a_clause_that_is_left_out_is_shown_with_its_reason(page: str) -> None:
    """And that it has no text here."""
    article = _article(page, "underskrift (udeladt)")

    assert "Står i parter." in article
    assert "<em>Ingen tekst.</em>" in article


def test_findings_stand_at_their_place(page: str) -> None:
    """In the list of all, and at the clause."""
    told = "Oplysningen plan.botilbud.antal_beboere (antal beboere på botilbud) er frivillig"

    assert "0 fejl, 1 advarsel." in page
    assert told in _article(page, "opsigelse (ændret)")
    assert page.count(told) == 2


def test_every_document_is_there_as_a_final_and_blank(page: str) -> None:
    """In words, with what is to be filled in marked; a final comes of the fullest case below."""
    assert re.findall(r'<article id="dok-(\w+)"', page) == ["samarbejdsplan", "kontrakt"]
    assert page.count("Lavet af prøven faelles/proever/") == 2
    assert "<mark>[indsæt navn på botilbud]</mark>" in page
    assert 'scope="col">Planen</th>' in page


def test_what_the_pack_does_not_have_is_said(page: str) -> None:
    """No hour tiers, no cases."""
    assert "Pakken siger ikke, hvor mange beboere der giver hvilket timetal." in page
    assert "Pakken har ingen prøver." in page


@pytest.mark.slow
def test_hour_tiers_and_cases_of_a_region() -> None:
    """With source, outcome and what the cases reach."""
    page = review(FIKTIV, billeder=False)

    assert "Kilde: Opdigtet kilde til eksemplet." in page
    assert '<th scope="row">20</th><td>3</td>' in page
    assert "<td>som forventet</td>" in page
    assert re.search(r"Prøverne når (\d+) af \1 klausuler og grene", page)
    assert "af pakkens prøver når klausulen." in _article(page, "opsigelse (ændret)")


def test_nothing_is_fetched_or_run(page: str) -> None:
    """No script, and no address but those of the page itself."""
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!#|data:image/png;base64,)', page) == []
    assert "default-src 'none'" in page


def test_the_command_writes_one_file(pack: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Not over another, unless asked."""
    asked = ["review", str(pack), "-o", str(tmp_path / "g.html"), "--uden-billeder"]

    assert run(asked) == 0
    assert (tmp_path / "g.html").read_text(encoding="utf-8") == review(pack, billeder=False)
    assert run(asked) == 1
    assert "findes allerede" in capfd.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize(
    "chosen", ["faelles", "midtjylland", FIKTIV], ids=["faelles", "midtjylland", "fiktiv"]
)
def test_everyone_can_read_it(chromium: Browser, chosen: str | Path) -> None:
    """In Chromium without network, by axe-core, on a narrow screen too, and on paper, where all is shown."""
    html = review(chosen, billeder=False)
    with opened(chromium, html, viewport={"width": 360, "height": 800}) as page:
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.emulate_media(media="print")
        assert page.locator("nav").first.is_hidden()
        hidden = page.locator("details:not([open])").evaluate_all(
            "all => all.filter(each => each.getBoundingClientRect().height < 40).length"
        )
        assert hidden == 0


@pytest.mark.libreoffice
def test_the_pages_are_shown_as_they_look(chromium: Browser, pack: Path, tmp_path: Path) -> None:
    """Each with words that say what it is; a screen reader is led to the words below."""
    file = tmp_path / "g.html"
    file.write_text(review(pack), encoding="utf-8")
    with opened(chromium, at=file) as page:
        pictures = page.locator("figure img")
        widths = pictures.evaluate_all("all => all.map(each => each.naturalWidth)")

        assert len(widths) >= 4
        assert min(widths) > 700
        assert pictures.first.get_attribute("alt") == (
            f"Side 1 af {page.locator('#dok-samarbejdsplan .sider').first.locator('img').count()} af samarbejdsplan, endelig. Ordene står under billederne."
        )
        assert barriers(page) == []


def _article(page: str, heading: str) -> str:
    """Give the part of the page about one thing."""
    return page.partition(f"<h3>{heading}</h3>")[2].partition("</article>")[0]
