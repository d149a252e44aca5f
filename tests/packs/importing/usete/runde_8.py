"""Round 8 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_8.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    underlined,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def aero2() -> bytes:
    """A plan of the home's own making: facts in a table with pictures of rows, the doctor's beneath the home's without a heading."""
    p = Pen()
    p.p("Fast læge hos os", "Title")
    p.table(
        [
            ["Hus", "…………………………"],
            ["Kommune", "…………………………"],
            ["Vejen ligger", "…………………………"],
            ["Daglig leder", "…………………………"],
            ["Sygeplejerske (lægens kontakt)", "…………………………"],
            ["Hendes/hans direkte telefon", "…………………………"],
            ["Læge", "…………………………"],
            ["Klinik", "…………………………"],
            ["Klinikkens adresse", "…………………………"],
            ["Klinikkens ydernummer", "…………………………"],
            ["Sekretær i klinikken", "…………………………"],
            ["Hendes/hans direkte telefon", "…………………………"],
            ["Fra", "…………………………"],
            ["Timer pr. måned", "…………………………"],
        ]
    )
    p.p("Vi følger overenskomstens regler om opsigelse: 3 måneder til udgangen af et kvartal.")
    p.p("Dato ………………… Leder …………………………")
    p.p("Dato ………………… Læge …………………………")
    return p.bytes()


def horsholm() -> bytes:
    """A contract with the practice as a company: owner, company and clinic have each a name and a number."""
    d = Sheet(81)
    d.title("Kontrakt om botilbudslæge")
    d.p(bold("Parter"))
    d.p("Hørsholm Kommune, CVR 70960516, ved botilbuddet ", underlined(24), " (P-nr. ", underlined(10), ")")
    d.p("og")
    d.p(
        "lægeselskabet ",
        underlined(24),
        ", CVR ",
        underlined(10),
        ", der driver lægeklinikken ",
        underlined(24),
        ", ydernr. ",
        underlined(8),
        ", ",
        underlined(30),
    )
    d.p("Selskabets ejer, læge ", underlined(20), ", udfører selv opgaven.")
    d.p(bold("Aftale"))
    d.p(
        "Samarbejdsplanen af ",
        underlined(10),
        " er en del af kontrakten. Kontrakten gælder fra ",
        underlined(10),
        " til den opsiges.",
    )
    d.p("Første evaluering: ", underlined(10))
    d.p(bold("Underskrift"))
    d.table(("Hørsholm Kommune", "Lægeselskabet"), ("Navn: ", "Navn: "), ("Dato: ", "Dato: "), ("\n", "\n"))
    return d.bytes()


def rebild2() -> bytes:
    """A doctor's notice from the doctors' own journal system: fields in curly brackets with English and Danish mixed."""
    p = Pen()
    p.p("{Klinik.Navn}\n{Klinik.Adresse}\n{Klinik.PostnrBy}\nTlf. {Klinik.Telefon}\nYdernr. {Klinik.Ydernr}")
    p.p("{Modtager.Navn}\n{Modtager.Adresse}")
    p.p("{Dato}")
    p.p("**Opsigelse af samarbejdsplan**")
    p.p(
        "Jeg opsiger hermed samarbejdsplanen med {Modtager.Navn}, som begyndte {Plan.Start}. Jeg forventer, at brevet er fremme {Brev.Fremme}, og at planen dermed slutter {Plan.Slut}."
    )
    p.p("I bedes selv orientere {Region}.")
    p.p("Venlig hilsen\n{Bruger.Navn}\n{Bruger.Titel}")
    return p.bytes()


def albertslund() -> bytes:
    """A form to the region with three pages in one: only the part for the occasion is filled in; each part asks for the same again."""
    d = Sheet(82)
    d.title("Indberetning til regionen om botilbudslæge")
    for head, rows in (
        ("A. Ny plan", (("Botilbud", ""), ("Læge", ""), ("Timer", ""), ("Startdato", ""))),
        (
            "B. Ændret timetal",
            (("Botilbud", ""), ("Læge", ""), ("Timer før", ""), ("Timer nu", ""), ("Ændret fra", "")),
        ),
        ("C. Opsagt plan", (("Botilbud", ""), ("Læge", ""), ("Hvem har opsagt?", ""), ("Sidste dag", ""))),
    ):
        d.h(head)
        d.table(*rows)
    d.p("Indsendt af: ____________________   Dato: __________")
    return d.bytes()


def dragor() -> bytes:
    """An amendment by letter: the doctor has a new clinic; capitals, abbreviations and a few slips of the pen."""
    p = Pen()
    p.p("TILLÆG TIL SAMARBEJDSPLAN")
    p.p("Vedr.: Samarb.plan ml. ………………………… (bosted) og ………………………… (læge), underskr. d. …………")
    p.p("Lægen flytter pr. ………… til ny klinik: …………………………, ……………………………………, ydernr. …………")
    p.p("Lægens nye kontaktpers.: …………………………, tlf. …………, mail …………………")
    p.p("Timetallet, ………… t. pr. md., ændres ikk.")
    p.p("Dragør, d. …………")
    p.p("…………………………          …………………………")
    p.p("bosted                                  læge")
    return p.bytes()


def ringkobing() -> bytes:
    """A plan in a two-column section after LibreOffice: each side's facts as a list with dashes, then shared facts in a frame."""
    return saved("ringkobing")


def solrod() -> bytes:
    """A plan whose facts are questions in running text with lists to choose from, and where one fact is asked for twice."""
    c = control
    d = Sheet(83)
    d.title("Samarbejdsplan for ", c("Skriv botilbuddets navn"))
    d.p(
        c("Skriv botilbuddets navn"),
        " er et ",
        c("Vælg et element.", kind=choice("kommunalt", "regionalt", "privat")),
        " botilbud efter ",
        c(
            "Vælg et element.",
            kind=choice("servicelovens § 107", "servicelovens § 108", "almenboliglovens § 105"),
        ),
        " med ",
        c("antal"),
        " beboere.",
    )
    d.p(
        "Lægen er ",
        c("Skriv lægens navn"),
        " fra ",
        c("Skriv praksis' navn"),
        " (",
        c("Skriv ydernummer"),
        ").",
    )
    d.p(
        "Planen løber fra ",
        c("Vælg dato", kind=DATE),
        ". Vi mødes i alt ",
        c("Vælg et element.", kind=choice("2", "3")),
        " timer om måneden, første gang ",
        c("Vælg dato", kind=DATE),
        ".",
    )
    d.p(
        "Kontakten på botilbuddet er ",
        c("Skriv navn"),
        ", som er ",
        c("Skriv titel"),
        ". Ring på ",
        c("Skriv telefonnummer"),
        ".",
    )
    d.p("Kontakten hos lægen er ", c("Skriv navn"), ". Ring på ", c("Skriv telefonnummer"), ".")
    d.p("Pårørende kan kontakte ", c("Skriv navn"), " på ", c("Skriv telefonnummer"), ".")
    return d.bytes()


def morso2() -> bytes:
    """A municipality's contract of 1998's kind with 'Undertegnede', stamps and witnesses, typed with tabs."""
    d = Sheet(84, compat=11)
    d.p(bold("K O N T R A K T"))
    d.p("Undertegnede læge\t", underlined(30))
    d.p("boende\t\t\t", underlined(30))
    d.p("antages herved som tilknyttet læge ved")
    d.p("Institutionen\t\t", underlined(30))
    d.p("i\t\t\t", underlined(20), " Kommune")
    d.p("fra den\t\t\t", underlined(12), " at regne.")
    d.p("Vederlaget udredes af Regionen efter gældende Overenskomst.")
    d.p("Samarbejdsplan af\t", underlined(12), " er gældende.")
    d.p("Opsigelse kan fra begge Sider ske med 3 Maaneders Varsel til Udgangen af et Kvartal.")
    d.p("Til Vitterlighed:")
    d.p("1. Navn:\t", underlined(24), "\tStilling:\t", underlined(16))
    d.p("2. Navn:\t", underlined(24), "\tStilling:\t", underlined(16))
    d.p("Nykøbing Mors, den ", underlined(12))
    d.p(underlined(24), "\t\t", underlined(24))
    d.p("For Institutionen\t\t\tLæge")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (aero2, horsholm, rebild2, albertslund, dragor, ringkobing, solrod, morso2)
}
DOKUMENT = {
    "horsholm": "kontrakt",
    "rebild2": "opsigelse",
    "albertslund": "orientering",
    "dragor": "allonge",
    "morso2": "kontrakt",
}
