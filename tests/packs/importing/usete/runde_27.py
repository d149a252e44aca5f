"""Round 27 of November 2026, by an author new to the house: keys in `noegler/runde_27.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    form_text,
    small,
    tick,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def tylstrup() -> bytes:
    """A plan as a folder of four pages: each page asks again for the home and the doctor, then for what is its own."""
    p = Pen()
    p.h("Side 1: Stamdata", 1)
    p.p("Botilbud: ____________________ P-nr.: ____________")
    p.p("Læge: ____________________ Ydernr.: ____________")
    p.p("Botilbuddets kontaktperson: ____________________ Telefon: ____________")
    p.p("Lægens kontaktperson: ____________________ Telefon: ____________")
    p.h("Side 2: Plan", 1)
    p.p("Gælder fra: ____________ Timer pr. måned: ____")
    p.p("Emner det første år: ____________________")
    p.h("Side 3: Opfølgning", 1)
    p.p("Dato for opfølgning: ____________ Deltagere: ____________________")
    p.p("Timer brugt: ____ Emner drøftet: ____________________")
    p.h("Side 4: Ændringer", 1)
    p.p("Ny kontaktperson: ____________________ Telefon: ____________ Gælder fra: ____________")
    p.h("Underskrifter", 1)
    p.p("Botilbud: ____________________ Dato: ____________")
    p.p("Læge: ____________________ Dato: ____________")
    return p.bytes()


def bindslev() -> bytes:
    """A contract with three who sign for the home's side, by rows: what each is, the name, the day and the signature."""
    c = control
    d = Sheet(271)
    d.title("Kontrakt om fast læge")
    d.p(
        "Botilbuddet ",
        c("Botilbuddets navn"),
        " og lægen ",
        c("Lægens navn"),
        " indgår denne kontrakt fra ",
        c("Startdato", kind=DATE),
        ".",
    )
    d.p("Samarbejdsplanen er underskrevet den ", c("Dato", kind=DATE), " og er bilag til kontrakten.")
    k = lambda *a, **b: d.para(c(*a, **b))  # noqa: E731 - short, as there are many
    d.table(
        ("Hvem", "Navn", "Dato", "Underskrift"),
        ("Kommunen", k("Navn"), k("Dato", kind=DATE), "____________"),
        ("Centerleder", k("Navn"), k("Dato", kind=DATE), "____________"),
        ("Botilbuddet", k("Navn"), k("Dato", kind=DATE), "____________"),
        ("Lægen", k("Navn"), k("Dato", kind=DATE), "____________"),
    )
    return d.bytes()


def oerum() -> bytes:
    """A form with captions over and under by turns: the label over the line, what it is for in small letters under it."""
    d = Sheet(272)
    line = "______________________________________"
    d.title("Samarbejdsplan")
    for label, told in (
        ("Botilbuddets navn", "som på Tilbudsportalen"),
        ("Botilbuddets adresse", "vej, nr., postnr. og by"),
        ("Lægens navn", "eller klinikkens"),
        ("Lægens ydernummer", "seks cifre"),
        ("Planens startdato", "den første i en måned"),
        ("Timer pr. måned", "to eller tre"),
    ):
        d.p(label)
        d.p(line)
        d.p(small(told))
    d.p("Botilbuddets underskrift")
    d.p(line)
    d.p("Lægens underskrift")
    d.p(line)
    return d.bytes()


def sunds() -> bytes:
    """A notice written as a form of two halves: the left is filled in by who ends the plan, the right by who receives it."""
    p = Pen()
    p.h("Opsigelse af samarbejdsplan", 0)
    p.table(
        [
            ["Udfyldes af den, der opsiger", "Udfyldes af den, der modtager"],
            [
                "Botilbud: ____________________\nLæge: ____________________\nPlanen gælder fra: ____________",
                "Modtaget den: ____________\nModtaget af: ____________________",
            ],
            [
                "Opsagt af: ____________________\nSidste dag: ____________",
                "Bekræfter sidste dag: ____________",
            ],
            [
                "Dato: ____________\nUnderskrift: ____________________",
                "Dato: ____________\nUnderskrift: ____________________",
            ],
        ]
    )
    return p.bytes()


def logumkloster() -> bytes:
    """A filled-in plan with the pen over some facts and not over others; the contact has two telephones, the clinic two doctors."""
    y = yellow
    d = Sheet(273)
    d.title("Samarbejdsplan mellem Botilbuddet Lindegården og Løgumkloster Lægehus")
    d.p(
        "Botilbuddet ",
        y("Lindegården"),
        ", ",
        y("Lindevej 4, 6240 Løgumkloster"),
        ", har ",
        y("12"),
        " beboere.",
    )
    d.p(
        "Lægerne er ",
        y("Erik Bo"),
        " og ",
        y("Dorte Friis"),
        " fra ",
        y("Løgumkloster Lægehus"),
        ", ydernummer ",
        y("070707"),
        ".",
    )
    d.p(
        "Kontaktperson på botilbuddet: ",
        y("Jonas Krog"),
        ", tlf. ",
        y("74 74 10 10"),
        " (dag), ",
        y("74 74 10 20"),
        " (aften)",
    )
    d.p("Kontaktperson i lægehuset: ", y("Ina Holst"), ", tlf. ", y("74 74 30 30"))
    d.p(
        "Lægen kommer ",
        y("2"),
        " timer hver måned fra ",
        y("1. februar 2025"),
        ". Næste møde er ",
        y("5. marts 2025"),
        ".",
    )
    d.p("Underskrevet ", y("20. januar 2025"))
    d.p("________________________          ________________________")
    d.p("Botilbuddet                                   Lægehuset")
    return d.bytes()


def lunderskov() -> bytes:
    """An orientation of a plan that is ended, by lines of labels with what is meant in brackets before the colon."""
    f = form_text
    d = Sheet(274, compat=11, protected=True)
    d.title("Orientering om ophør")
    d.p("Botilbud (navn): ", f("t1"))
    d.p("Botilbud (kommune): ", f("t2"))
    d.p("Læge (navn): ", f("t3"))
    d.p("Læge (ydernummer): ", f("t4"))
    d.p("Plan (startdato): ", f("t5"))
    d.p("Plan (sidste dag): ", f("t6"))
    d.p("Plan (timer pr. måned): ", f("t7"))
    d.p("Opsagt (dato): ", f("t8"))
    d.p("Kontakt (navn): ", f("t9"))
    d.p("Kontakt (telefon): ", f("t10"))
    d.p("Afsender (navn): ", f("t11"))
    d.p("Afsender (dato): ", f("t12"))
    return d.bytes()


def hvide_sande() -> bytes:
    """An amendment in a table of four columns: what, so far, new, from when; an empty row for more."""
    p = Pen()
    p.h("Allonge til samarbejdsplan", 0)
    p.p("Botilbud: [navn]. Læge: [navn]. Plan indgået: [dato].")
    p.table(
        [
            ["Hvad", "Hidtil", "Nyt", "Fra"],
            ["Timer pr. måned", "[antal]", "[antal]", "[dato]"],
            ["Botilbuddets kontaktperson", "[navn]", "[navn]", "[dato]"],
            ["Lægens kontaktperson", "[navn]", "[navn]", "[dato]"],
            ["Antal beboere", "[antal]", "[antal]", "[dato]"],
            ["Andet", "[tekst]", "[tekst]", "[dato]"],
        ]
    )
    p.p("Dato: ____________ Botilbud: ____________________")
    p.p("Dato: ____________ Læge: ____________________")
    return p.bytes()


def gedved() -> bytes:
    """A letter of information in a frame of a table, the sender's facts at the bottom in four columns without lines."""
    c = control
    d = Sheet(275)
    d.title("Din læge på ", c("Botilbuddet"))
    d.p("Læge ", c("Lægens navn"), " fra ", c("Klinikken"), " er her fra ", c("Dato", kind=DATE), ".")
    d.p("Klinikken ligger på ", c("Adresse"), ".")
    d.p("Du vælger selv. Spørg ", c("Navn"), ", som er kontaktperson, på telefon ", c("Telefon"), ".")
    d.p(tick(), " Jeg vil gerne have hjælp til at skifte læge")
    d.p("Dit navn: ", c("Navn"), " Din fødselsdag: ", c("Dato", kind=DATE))
    d.table(
        (d.para(bold("Botilbud")), d.para(bold("Adresse")), d.para(bold("Telefon")), d.para(bold("Leder"))),
        (d.para(c("Navn")), d.para(c("Adresse")), d.para(c("Telefon")), d.para(c("Navn"))),
    )
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (tylstrup, bindslev, oerum, sunds, logumkloster, lunderskov, hvide_sande, gedved)
}
DOKUMENT = {
    "bindslev": "kontrakt",
    "sunds": "opsigelse",
    "lunderskov": "orientering",
    "hvide_sande": "allonge",
    "gedved": "informationsbrev",
}
