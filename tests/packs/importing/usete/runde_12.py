"""Round 12 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_12.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
    merge,
    underlined,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def fredensborg() -> bytes:
    """A form with two homes of one owner and one doctor: the homes' facts in columns, the shared facts below."""
    d = Sheet(121)
    d.title("Samarbejdsplan for flere botilbud")
    d.table(
        ("", d.para(bold("Botilbud 1")), d.para(bold("Botilbud 2"))),
        ("Navn", "", ""),
        ("Adresse", "", ""),
        ("Antal beboere", "", ""),
        ("Kontaktperson", "", ""),
        ("Telefon", "", ""),
    )
    d.p("Ejer: ____________________ CVR: __________")
    d.p("Læge: ____________________ Ydernr.: __________")
    d.p("Timer i alt pr. måned: ____ Heraf på botilbud 1: ____")
    d.p("Start: __________")
    d.p("Underskrift ejer: ____________________ Underskrift læge: ____________________")
    return d.bytes()


def vejen2() -> bytes:
    """A contract of three parties whose facts stand in one table of three rows without labels, the labels only in the head."""
    p = Pen()
    p.h("Kontrakt", 0)
    p.table(
        [
            ["Navn", "Adresse", "CVR", "Rolle"],
            ["[ ]", "[ ]", "[ ]", "Driftsherre"],
            ["[ ]", "[ ]", "[ ]", "Botilbud"],
            ["[ ]", "[ ]", "[ ]", "Læge"],
        ]
    )
    p.p("De tre har aftalt, at lægen er fast læge på botilbuddet fra [ ].")
    p.p("Samarbejdsplanen er underskrevet [ ].")
    p.p("Driftsherre: ______________  Botilbud: ______________  Læge: ______________")
    return p.bytes()


def samso3() -> bytes:
    """A letter to the doctor that is a plan: facts in a postscript, sender below, receiver above, both with telephone."""
    d = Sheet(122)
    d.p(merge("Læge"), "\n", merge("Lægehus"), "\n", merge("LAdr"), "\nTlf. ", merge("LTlf"))
    d.p("Kære ", merge("Læge"))
    d.p(
        "Hermed vores plan for samarbejdet fra ",
        merge("Dato1"),
        " med ",
        merge("Timer"),
        " timer om måneden. Vi mødes første gang ",
        merge("Dato2"),
        ".",
    )
    d.p("Venlig hilsen")
    d.p(merge("Forstander"), "\n", merge("Bosted"), "\n", merge("BAdr"), "\nTlf. ", merge("BTlf"))
    d.p("P.S. Du skal ringe til ", merge("Spl"), ", vores sygeplejerske, på ", merge("SplTlf"), ".")
    return d.bytes()


def kerteminde2() -> bytes:
    """The home's notice in a form that also the doctor may use: 'Opsagt af' and 'Opsagt over for' each with name and address."""
    d = Sheet(123)
    d.title("Opsigelse af samarbejdsplan")
    d.table(
        (d.para(bold("Opsagt af")), d.para(bold("Opsagt over for"))),
        (
            (
                d.para("Navn: ______________"),
                d.para("Adresse: ______________"),
                d.para("Tlf.: ______________"),
            ),
            (
                d.para("Navn: ______________"),
                d.para("Adresse: ______________"),
                d.para("Tlf.: ______________"),
            ),
        ),
    )
    d.p("Samarbejdsplanen er fra ____________ og trådte i kraft ____________.")
    d.p("Opsigelsen er afsendt ____________ og modtaget ____________.")
    d.p("Sidste dag er ____________ (tre måneder frem til udgangen af et kvartal).")
    d.p("Botilbuddet har orienteret regionen den ____________.")
    d.p("Underskrift: ______________")
    return d.bytes()


def billund() -> bytes:
    """A plan with sub-headings like 'Telefon' and 'Mail' over lists by party: the fact is the heading, the party the label."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    for head in ("Navn", "Adresse", "Kontaktperson", "Telefon", "Mail"):
        p.h(head, 2)
        p.p("Botilbud: ______________________")
        p.p("Læge: ______________________")
    p.h("Nummer", 2)
    p.p("Botilbud (P-nr.): ______________________")
    p.p("Læge (ydernr.): ______________________")
    p.h("Aftale", 2)
    p.p("Fra: ____________  Timer: ____")
    p.h("Underskrift", 2)
    p.p("Botilbud: ______________________")
    p.p("Læge: ______________________")
    return p.bytes()


def greve2() -> bytes:
    """A plan with its blanks in the middle of words and brackets: 'Lægehuset ____ ApS', 'Bofællesskabet ____ (____ pladser)'."""
    d = Sheet(124)
    d.title("Samarbejdsplan")
    d.p(
        "Bofællesskabet ______________ (____ pladser), ______________ Kommune, og Lægehuset ______________ ApS (ydernummer ______) samarbejder om beboernes sundhed."
    )
    d.p(
        "Bofællesskabets sundhedsansvarlige, ______________ (mobil ______________), og lægehusets sygeplejerske, ______________ (tlf. ______________), planlægger møderne."
    )
    d.p(
        "Lægehuset stiller hver måned ____ timer til rådighed. Ordningen begyndte ______________, og næste status er ______________."
    )
    d.p("Hvis et møde må aflyses mindre end ____ dage før, finder parterne et nyt.")
    d.p("______________, den ______________")
    d.p("Bofællesskabet: ______________     Lægehuset: ______________")
    return d.bytes()


def solrod2() -> bytes:
    """An orientation in capitals from a fax sheet: TIL, FRA, ANTAL SIDER, with the case at the bottom."""
    p = Pen()
    p.p("TELEFAX / SIKKER MAIL", "Title")
    p.table(
        [
            ["TIL:", "Region Sjælland", "FRA:", "________________"],
            ["ATT.:", "________________", "TLF.:", "________________"],
            ["DATO:", "________________", "ANTAL SIDER:", "____"],
        ]
    )
    p.p("VEDR.: SAMARBEJDSPLAN FOR ________________")
    p.p(
        "Der er indgået samarbejdsplan med ________________ (ydernr. ________) fra ________________. Timer pr. måned: ____."
    )
    p.p("Kontakt på botilbuddet: ________________, ________________.")
    p.p("Sagsnr.: ________________")
    return p.bytes()


def nordfyn2() -> bytes:
    """An amendment in which the home gets a new owner: 'afgivende' and 'modtagende', each with name and number."""
    d = Sheet(125)
    d.title("Tillæg: nyt ejerskab af botilbud")
    d.p("Botilbuddet ", underlined(20), " skifter ejer.")
    d.p("Afgivende ejer: ", underlined(20), ", CVR ", underlined(10))
    d.p("Modtagende ejer: ", underlined(20), ", CVR ", underlined(10))
    d.p(
        "Lægen, ",
        underlined(20),
        ", har accepteret, at samarbejdsplanen af ",
        underlined(10),
        " fortsætter uændret med den nye ejer fra ",
        underlined(10),
        ".",
    )
    d.p("Kontaktpersonen er fortsat ", underlined(20), ".")
    d.table(
        ("Afgivende ejer", "Modtagende ejer", "Lægen"),
        ("\n", "\n", "\n"),
        ("Dato og underskrift", "Dato og underskrift", "Dato og underskrift"),
    )
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (fredensborg, vejen2, samso3, kerteminde2, billund, greve2, solrod2, nordfyn2)
}
DOKUMENT = {"vejen2": "kontrakt", "kerteminde2": "opsigelse", "solrod2": "orientering", "nordfyn2": "allonge"}
