"""Round 23 of November 2026, by an author new to the house: keys in `noegler/runde_23.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
    box,
    form_text,
    small,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def hirtshals() -> bytes:
    """A form whose labels stand to the right of their boxes, two pairs in a row."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    line = "________________"
    p.table(
        [
            [line, "Botilbuddets navn", line, "P-nummer"],
            [line, "Botilbuddets adresse", line, "Antal beboere"],
            [line, "Kontaktperson på botilbuddet", line, "Telefon"],
            [line, "Lægens navn", line, "Ydernummer"],
            [line, "Klinikkens adresse", line, "CVR-nr."],
            [line, "Kontaktperson hos lægen", line, "Telefon"],
            [line, "Startdato", line, "Timer pr. måned"],
        ]
    )
    p.p(f"{line} Botilbuddets underskrift     {line} Lægens underskrift")
    return p.bytes()


def skaelskor2() -> bytes:
    """Empty boxes with their labels in the row under them, in tables of two rows and more."""
    d = Sheet(231)
    d.title("Samarbejdsplan")

    def under(*labels: str) -> tuple[str, ...]:
        return tuple(d.para(small(label)) for label in labels)

    d.p(bold("Botilbud"))
    d.table(
        ("", ""),
        under("Navn", "P-nr."),
        ("", ""),
        under("Adresse", "Kommune"),
        ("", ""),
        under("Kontaktperson", "Mobil"),
    )
    d.p(bold("Læge"))
    d.table(
        ("", ""),
        under("Navn", "Ydernr."),
        ("", ""),
        under("Adresse", "CVR-nr."),
        ("", ""),
        under("Kontaktperson", "Mobil"),
    )
    d.p(bold("Plan"))
    d.table(("", ""), under("Startdato", "Timer pr. måned"))
    d.p(bold("Underskrifter"))
    d.table(("", ""), under("Dato, botilbud", "Dato, læge"))
    return d.bytes()


def lynge() -> bytes:
    """Labels in one cell and blanks in the next, line by line beside each other."""
    d = Sheet(232)
    d.title("Kontrakt")

    def block(*labels: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return tuple(d.para(label) for label in labels), tuple(d.para("________________") for _ in labels)

    d.p(bold("Botilbuddet"))
    d.table(block("Navn", "Adresse", "P-nummer", "Kontaktperson", "Telefon"))
    d.p(bold("Lægen"))
    d.table(block("Navn", "Adresse", "Ydernummer", "Kontaktperson", "Telefon"))
    d.p(bold("Kontrakten"))
    d.table(block("Gælder fra", "Samarbejdsplan af"))
    d.table(block("Dato", "Underskrift, botilbud", "Underskrift, læge"))
    return d.bytes()


def samsoe6() -> bytes:
    """Heads of parties by tabs, and lines under them by tabs, the label first on each line."""
    d = Sheet(233)
    d.title("Samarbejdsplan")
    d.p("\tBotilbud\tLæge")
    for text in ("Navn", "Adresse", "P-nr./ydernr.", "Kontaktperson", "Telefon", "Mail"):
        d.p(f"{text}\t____________________\t____________________")
    d.p("")
    d.p("Startdato\t____________________")
    d.p("Timer\t____________________")
    d.p("Dato\t____________________\t____________________")
    d.p("Underskrift\t____________________\t____________________")
    return d.bytes()


def vroue() -> bytes:
    """A notice in which a colon and its label follow the line."""
    p = Pen()
    p.h("Opsigelse af samarbejdsplan", 0)
    line = "______________________"
    for text in (
        "botilbuddets navn",
        "lægens navn",
        "dato, hvor planen blev underskrevet",
        "dato, hvor planen trådte i kraft",
        "dato, hvor opsigelsen er modtaget",
        "planens sidste dag",
        "navn på den, der underskriver",
    ):
        p.p(f"{line} : {text}")
    p.p(f"{line} : underskrift")
    return p.bytes()


def lohals() -> bytes:
    """Text boxes: the labels of each party in one, old fields for what is asked in the next."""
    f = form_text
    d = Sheet(234, compat=12, protected=True)
    d.title("Orientering om ny samarbejdsplan")
    d.p(
        box(
            d.para(bold("Botilbud")),
            d.para("Navn: ", f("n1")),
            d.para("Kommune: ", f("n2")),
            d.para("Kontakt: ", f("n3")),
            d.para("Tlf.: ", f("n4")),
        )
    )
    d.p(
        box(
            d.para(bold("Læge")),
            d.para("Navn: ", f("n5")),
            d.para("Ydernr.: ", f("n6")),
            d.para("Kontakt: ", f("n7")),
            d.para("Tlf.: ", f("n8")),
        )
    )
    d.p("Planen gælder fra ", f("n9"), ". Timer pr. måned: ", f("n10"), ".")
    d.p("Sendt den ", f("n11"), " af ", f("n12"))
    return d.bytes()


def vemb() -> bytes:
    """A plan whose heads come again in the middle of a table, the second time for the doctor."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.table(
        [
            ["BOTILBUD", "Navn", "Adresse", "Telefon"],
            ["", "________", "________", "________"],
            ["KONTAKT", "Navn", "Stilling", "Telefon"],
            ["", "________", "________", "________"],
            ["LÆGE", "Navn", "Adresse", "Telefon"],
            ["", "________", "________", "________"],
            ["KONTAKT", "Navn", "Stilling", "Telefon"],
            ["", "________", "________", "________"],
            ["PLAN", "Startdato", "Timer pr. måned", "Varsel"],
            ["", "________", "________", "________"],
        ]
    )
    p.p("Dato og underskrift botilbud ____________________")
    p.p("Dato og underskrift læge ____________________")
    return p.bytes()


def ringe() -> bytes:
    """An amendment with two columns of text by tabs: so far to the left, from now on to the right."""
    d = Sheet(235)
    d.title("Allonge")
    d.p("Botilbud: ____________________\tLæge: ____________________")
    d.p("")
    d.p(bold("Hidtil\t\t\tFremover"))
    d.p("Timer: ________\t\t\tTimer: ________")
    d.p("Kontakt: ________________\tKontakt: ________________")
    d.p("Telefon: ________________\tTelefon: ________________")
    d.p("")
    d.p("Gælder fra: ________________")
    d.p("Underskrift botilbud: ________________\tUnderskrift læge: ________________")
    return d.bytes()


def bogense2() -> bytes:
    """A letter of information with the facts in a frame at the right, its labels in bold over the blanks."""
    d = Sheet(236)
    d.p(
        box(
            d.para(bold("Botilbud")),
            d.para("____________________"),
            d.para(bold("Din nye læge")),
            d.para("____________________"),
            d.para(bold("Lægens klinik")),
            d.para("____________________"),
            d.para(bold("Her fra den")),
            d.para("____________________"),
            d.para(bold("Spørg")),
            d.para("____________________"),
        )
    )
    d.title("Vil du have botilbuddets læge?")
    d.p("Du bestemmer selv. I boksen kan du se, hvem lægen er, og hvem du kan spørge.")
    d.p("Hilsen ____________________")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (hirtshals, skaelskor2, lynge, samsoe6, vroue, lohals, vemb, ringe, bogense2)
}
DOKUMENT = {
    "lynge": "kontrakt",
    "vroue": "opsigelse",
    "lohals": "orientering",
    "ringe": "allonge",
    "bogense2": "informationsbrev",
}
