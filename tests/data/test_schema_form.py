"""A form that a public library makes of a schema, filled in by a person in a browser: its facts make a final."""

from __future__ import annotations

import datetime
import functools
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    Aftalepart,
    Botilbud,
    Dokument,
    Kommune,
    Kontaktperson,
    Kontaktrolle,
    Lovgrundlag,
    Praksis,
    Samarbejdsplan,
    render,
    schema,
    structure,
)
from botilbudlaege.domain import SUBJEKTER
from tests.browser import PACKAGES, opened

if TYPE_CHECKING:
    from collections.abc import Generator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

PAGE = '<!doctype html><html lang="da"><title>Formular</title><main></main><script>{}</script></html>'


@functools.cache
def page() -> str:
    """Give a page with the library."""
    done = subprocess.run(
        [PACKAGES / ".bin" / "esbuild", "--bundle", "--define:process.env.NODE_ENV='production'"],
        input=Path(__file__).with_name("form.js").read_text(encoding="utf-8"),
        cwd=PACKAGES.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return PAGE.format(done.stdout.replace("</script", "<\\/script"))


@contextmanager
def filled(chromium: Browser) -> Generator[Page]:
    """Open the form of a plan, and write in it what a final needs."""
    with opened(chromium, page()) as shown:
        shown.evaluate("form", schema("samarbejdsplan"))
        for label, text in WRITTEN.items():
            shown.get_by_label(label, exact=True).fill(text)
        for label, word in CHOSEN.items():
            shown.get_by_label(label, exact=True).select_option(label=word)
        shown.locator("#root_moedeaftaler__oneof_select").select_option(
            label="ingen"
        )  # it has no label there
        shown.get_by_label("ja", exact=True).check()
        yield shown


def sent(shown: Page) -> dict[str, Any]:
    """Send the form, and give what came of it."""
    shown.get_by_role("button", name="Lav dokumentet").click()
    assert shown.evaluate("window.refused") is None
    facts: dict[str, Any] = shown.evaluate("window.sent")
    return facts


WRITTEN = {
    "Navn på botilbud": "Birkelund",
    "Navn på botilbuddets kontaktperson": "Ida Holm",
    "Telefon til botilbuddets kontaktperson": "86 12 34 56",
    "Navn på praksis": "Lægerne ved Søen",
    "Navn på lægens kontaktperson": "Mette Storm",
    "E-mail til lægens kontaktperson": "kontakt@soelaegerne.example",
    "Antal timer": "2",
    "Dato for ikrafttræden": "2025-04-01",
}
CHOSEN = {
    "Kommune for botilbud": "Skanderborg",
    "Lovgrundlag for botilbud": "servicelovens § 108",
    "Rolle for botilbuddets kontaktperson": "sundhedsfaglig medarbejder",
    "Aftalepart": "botilbuddet",
}


def test_a_form_gives_the_facts_of_a_final(chromium: Browser) -> None:
    """What is written, what is chosen by its words, and nothing else."""
    with filled(chromium) as shown:
        facts = sent(shown)
    plan = structure(facts)

    assert plan == Samarbejdsplan(
        botilbud=Botilbud(
            navn="Birkelund",
            kommune=Kommune.find("Skanderborg"),
            lovgrundlag=Lovgrundlag.SEL_108,
            laengerevarende=True,
            kontaktperson=Kontaktperson(
                navn="Ida Holm", telefon="86 12 34 56", rolle=Kontaktrolle.SUNDHEDSFAGLIG
            ),
        ),
        praksis=Praksis(
            navn="Lægerne ved Søen",
            kontaktperson=Kontaktperson(navn="Mette Storm", email="kontakt@soelaegerne.example"),
        ),
        aftalepart=Aftalepart.BOTILBUD,
        timer_pr_maaned=2,
        ikrafttraeden=datetime.date(2025, 4, 1),
        moedeaftaler=(),
    )
    document = render(plan)
    assert document.text.splitlines()[0] == "Samarbejdsplan mellem Birkelund og Lægerne ved Søen"
    assert document.findings == ()


def test_a_form_refuses_what_the_schema_refuses(chromium: Browser) -> None:
    """At the field, before anything is sent; every form in the schema is one to a browser."""
    with filled(chromium) as shown:
        shown.get_by_label("Postnummer i botilbuddets adresse").fill("86600")
        shown.get_by_label("E-mail til lægens kontaktperson").fill("soelaegerne")
        shown.get_by_role("button", name="Lav dokumentet").click()

        assert shown.evaluate("window.refused") == [
            ".botilbud.adresse.postnr",
            ".praksis.kontaktperson.email",
        ]


def test_a_form_can_be_made_of_every_kind(chromium: Browser) -> None:
    """It says nothing until it is filled in: no code is chosen by itself, no list is empty that is not known."""
    facts = {}
    with opened(chromium, page()) as shown:
        for kind in Dokument:
            shown.evaluate("form", schema(str(kind)))
            shown.get_by_text(str(kind).capitalize(), exact=True).first.wait_for()
            facts[kind] = sent(shown)

    assert {kind: structure(told) for kind, told in facts.items()} == {
        kind: cls() for kind, cls in SUBJEKTER.items()
    }
