"""Round 24 of November 2026, by an author new to the house: keys in `noegler/runde_24.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    form_text,
    small,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def aalestrup() -> bytes:
    """Labels set by tabs over lines set by tabs, three to a row, a party's name in capitals before each group."""
    d = Sheet(241)
    d.title("Samarbejdsplan")
    line = "________________"

    def row(*labels: str) -> None:
        d.p("\t".join(labels))
        d.p("\t".join(line for _ in labels))

    d.p("BOTILBUD")
    row("Navn", "Adresse", "P-nr.")
    row("Kontaktperson", "Stilling", "Mobil")
    d.p("LÆGE")
    row("Navn", "Adresse", "Ydernr.")
    row("Kontaktperson", "Mail", "Mobil")
    d.p("PLAN")
    row("Startdato", "Timer pr. måned", "Første evaluering")
    d.p("UNDERSKRIFT")
    row("Dato", "Botilbud", "Læge")
    return d.bytes()


def bramming() -> bytes:
    """Content controls in paragraphs of their own, each under its label in bold; a line of guidance under some."""
    c = control
    d = Sheet(242)
    d.title("Kontrakt om fast læge")
    for label, told in (
        ("Botilbuddets navn", ""),
        ("Botilbuddets adresse", ""),
        ("Hvem ejer botilbuddet?", "Kommune, region, fond eller selskab"),
        ("Lægens navn", ""),
        ("Lægens ydernummer", "Seks cifre"),
        ("Botilbuddets kontaktperson", ""),
        ("Kontaktpersonens telefonnummer", ""),
        ("Lægens kontaktperson", ""),
        ("Kontaktpersonens telefonnummer", ""),
    ):
        d.p(bold(label))
        if told:
            d.p(small(told))
        d.p(c())
    d.p(bold("Kontraktens startdato"))
    d.p(c("Klik eller tryk for at angive en dato.", kind=DATE))
    d.p(bold("Samarbejdsplanens dato"))
    d.p(c("Klik eller tryk for at angive en dato.", kind=DATE))
    d.p(bold("Underskrifter"))
    d.p("Botilbud: ____________________")
    d.p("Læge: ____________________")
    return d.bytes()


def nordborg() -> bytes:
    """A table whose columns are number, blank, label and party, in this order."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    rows = (
        ("Navn", "Botilbud"),
        ("Adresse", "Botilbud"),
        ("Kontaktperson", "Botilbud"),
        ("Telefon", "Botilbud"),
        ("Navn", "Læge"),
        ("Ydernummer", "Læge"),
        ("Adresse", "Læge"),
        ("Kontaktperson", "Læge"),
        ("Telefon", "Læge"),
        ("Startdato", "Begge"),
        ("Timer pr. måned", "Begge"),
    )
    p.table(
        [
            ["Nr.", "Svar", "Spørgsmål", "Hvem"],
            *([str(n), "____________", *row] for n, row in enumerate(rows, start=1)),
        ]
    )
    p.p("Underskrift botilbud ____________________ Underskrift læge ____________________")
    return p.bytes()


def oelgod() -> bytes:
    """A notice in lists with letters, several in a line; old fields after each."""
    f = form_text
    d = Sheet(243, compat=12, protected=True)
    d.title("Opsigelse")
    d.p("a) Botilbud: ", f("f1"), "   b) Botilbuddets adresse: ", f("f2"))
    d.p("c) Læge: ", f("f3"), "   d) Ydernr.: ", f("f4"), "   e) Lægens adresse: ", f("f5"))
    d.p("f) Planen indgået: ", f("f6"), "   g) Trådt i kraft: ", f("f7"))
    d.p("h) Opsigelse modtaget: ", f("f8"), "   i) Ophører: ", f("f9"))
    d.p("j) Timer pr. måned til og med ophør: ", f("f10"))
    d.p("k) Opsagt af: ", f("f11"), "   l) Underskrives af: ", f("f12"))
    d.p("Dato: ", f("f13"), "   Underskrift: ______________________")
    return d.bytes()


def hornslet() -> bytes:
    """A single-cell table as head of each group, lines with small words under them in the open, two on a line."""
    d = Sheet(244)
    d.title("Samarbejdsplan")
    line = "______________________________"

    def pair(one: str, other: str) -> None:
        d.p(f"{line}\t{line}")
        d.p(small(f"{one}\t\t\t{other}"))

    d.table(("Botilbuddets oplysninger",))
    pair("Navn", "Adresse")
    pair("Kontaktperson", "Telefon")
    d.table(("Lægens oplysninger",))
    pair("Navn", "Adresse")
    pair("Kontaktperson", "Telefon")
    d.p(line)
    d.p(small("Ydernummer"))
    d.table(("Aftalens oplysninger",))
    pair("Startdato", "Timer pr. måned")
    d.table(("Underskrifter",))
    pair("Dato og underskrift, botilbud", "Dato og underskrift, læge")
    return d.bytes()


def stroeby() -> bytes:
    """An orientation in a grid: the label in a cell, the blank in the cell under it; three groups side by side."""
    p = Pen()
    p.h("Orientering om samarbejdsplan", 0)
    p.table(
        [
            ["Botilbud", "Læge", "Plan"],
            ["Navn", "Navn", "Gælder fra"],
            ["________", "________", "________"],
            ["Kommune", "Ydernr.", "Timer før"],
            ["________", "________", "________"],
            ["Kontaktperson", "Adresse", "Timer nu"],
            ["________", "________", "________"],
            ["Telefon", "Telefon", "Sendt den"],
            ["________", "________", "________"],
        ]
    )
    return p.bytes()


def gistrup() -> bytes:
    """An amendment with a column for each party, rows of before and after, empty cells."""
    p = Pen()
    p.h("Allonge", 0)
    p.table([["Botilbud", ""], ["Læge", ""], ["Samarbejdsplan indgået", ""]])
    p.p("")
    p.table(
        [
            ["", "Botilbud", "Læge"],
            ["Nuværende kontaktperson", "", ""],
            ["Ny kontaktperson", "", ""],
            ["Nuværende telefon", "", ""],
            ["Ny telefon", "", ""],
        ]
    )
    p.p("")
    p.table([["Nuværende timetal", ""], ["Nyt timetal", ""], ["Ændringerne gælder fra", ""]])
    p.p("Underskrift, botilbud: ________________")
    p.p("Underskrift, læge: ________________")
    return p.bytes()


def karup() -> bytes:
    """A plan of questions in a column with the answer's unit behind it, boxes drawn in characters."""
    d = Sheet(245)
    d.title("Samarbejdsplan")
    line = "_______________"
    d.table(
        ("Hvad hedder botilbuddet?", line),
        ("Hvor ligger botilbuddet?", line),
        ("Hvor mange bor der?", f"{line} beboere"),
        ("Hvem er læge?", line),
        ("Hvad er lægens ydernummer?", line),
        ("Hvor mange timer om måneden?", f"{line} timer"),
        ("Hvornår begynder planen?", f"den {line}"),
        ("Hvor lang tid har den gældt før?", f"{line} år"),
        ("Hvem er kontaktperson på botilbuddet?", line),
        ("Hvad er kontaktpersonens telefonnummer?", line),
        ("Hvem er kontaktperson hos lægen?", line),
        ("Hvor langt er der til klinikken?", f"{line} km"),
    )
    d.p(f"Dato {line}   Underskrift {line}")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (aalestrup, bramming, nordborg, oelgod, hornslet, stroeby, gistrup, karup)
}
DOKUMENT = {
    "bramming": "kontrakt",
    "oelgod": "opsigelse",
    "stroeby": "orientering",
    "gistrup": "allonge",
}
