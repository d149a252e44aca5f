"""Round 25 of November 2026, by an author new to the house: keys in `noegler/runde_25.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    red,
    run,
    small,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def grey(text: str) -> str:
    """Guidance in grey."""
    return run(text, '<w:color w:val="7F7F7F"/>')


def hobro2() -> bytes:
    """The usual: a plan in sections with brackets, by somebody who writes full labels."""
    p = Pen()
    p.h("Samarbejdsplan om fast tilknyttet læge", 0)
    p.h("1. Parter")
    p.p("Botilbuddets navn: [navn]")
    p.p("Botilbuddets adresse: [adresse]")
    p.p("Botilbuddet drives af: [organisation]")
    p.p("Klinikkens navn: [navn]")
    p.p("Klinikkens ydernummer: [ydernummer]")
    p.h("2. Kontakt")
    p.p("Botilbuddets kontaktperson: [navn], [stilling]")
    p.p("Kontaktpersonens telefon: [telefon]")
    p.p("Lægens kontaktperson: [navn]")
    p.p("Kontaktpersonens telefon: [telefon]")
    p.h("3. Omfang")
    p.p("Lægen rådgiver personalet i [2/3] timer pr. måned.")
    p.p("Emner: [emner]")
    p.h("4. Varighed")
    p.p("Planen træder i kraft den [dato] og kan opsiges med 3 måneders varsel til udgangen af et kvartal.")
    p.h("5. Underskrifter")
    p.p("Botilbuddet: dato [dato] underskrift [underskrift]")
    p.p("Lægen: dato [dato] underskrift [underskrift]")
    return p.bytes()


def ans() -> bytes:
    """The usual contract of a municipality with a column of grey guidance at the right of each blank."""
    c = control
    d = Sheet(251)
    d.title("Kontrakt")
    k = lambda *a, **b: d.para(c(*a, **b))  # noqa: E731 - short, as there are many
    g = lambda text: d.para(grey(text))  # noqa: E731
    d.table(
        (bold("Oplysning"), bold("Udfyld"), bold("Vejledning")),
        ("Botilbuddets navn", k("Navn"), g("Det navn, der står på Tilbudsportalen")),
        ("Kommunens navn", k("Navn"), g("Den kommune, der driver botilbuddet")),
        ("Kommunens CVR-nr.", k("CVR-nr."), g("8 cifre")),
        ("Lægens navn", k("Navn"), g("Eller klinikkens")),
        ("Lægens CVR-nr.", k("CVR-nr."), g("8 cifre")),
        ("Lægens ydernr.", k("Ydernr."), g("6 cifre")),
        ("Kontraktens startdato", k("Dato", kind=DATE), g("Samme dag som samarbejdsplanens startdato")),
        ("Samarbejdsplanen er underskrevet", k("Dato", kind=DATE), g("Datoen står sidst i samarbejdsplanen")),
        ("Opsigelsesvarsel", k("Måneder"), g("Står i overenskomsten")),
    )
    d.p("Dato: __________  Kommunen: __________________")
    d.p("Dato: __________  Lægen: __________________")
    return d.bytes()


def raklev() -> bytes:
    """Nothing but lines: a heading, lines to sign on with the party's word over each at the end, remarks with lines too."""
    d = Sheet(252)
    line = "______________________________________"
    d.title("Samarbejdsplan")
    d.p("Botilbuddets navn og P-nummer")
    d.p(line)
    d.p("Lægens navn og ydernummer")
    d.p(line)
    d.p("Startdato")
    d.p(line)
    d.p("Timer pr. måned")
    d.p(line)
    d.p("")
    d.p("Bemærkninger")
    d.p(line)
    d.p("Særlige forhold")
    d.p(line)
    d.p("")
    d.p("Botilbuddet")
    d.p(line)
    d.p("Lægen")
    d.p(line)
    return d.bytes()


def hadsund() -> bytes:
    """A plan with lists of yes and no, units and things nobody has a field for, beside those that have one."""
    d = Sheet(253)
    line = "____________"
    d.title("Samarbejdsplan")
    d.table(
        ("Botilbud", line, "Længerevarende", "☐ ja ☐ nej"),
        ("Antal beboere", line, "Heraf tilmeldt lægen", line),
        ("Lovgrundlag", "☐ § 107 ☐ § 108 ☐ § 105", "Drift", "☐ kommunal ☐ regional ☐ privat"),
        ("Læge", line, "Antal læger i klinikken", line),
        ("Ydernr.", line, "Afstand i km", line),
        ("Timer pr. måned", "☐ 2 ☐ 3", "Form", "☐ fysisk ☐ video"),
        ("Startdato", line, "Første evaluering", line),
        ("Kontaktperson, botilbud", line, "Telefon", line),
        ("Kontaktperson, læge", line, "Telefon", line),
    )
    d.p(f"Botilbud: dato {line} underskrift {line}")
    d.p(f"Læge: dato {line} underskrift {line}")
    return d.bytes()


def oksbol() -> bytes:
    """A notice in the usual words, marked in yellow where it is to be changed, from a real case."""
    y = yellow
    d = Sheet(254)
    d.p(y("Oksbøl Lægehus"))
    d.p(y("Kirkegade 2, 6840 Oksbøl"))
    d.p("Dato: ", y("28. november 2025"))
    d.title("Opsigelse af samarbejdsplan for ", y("Botilbuddet Havglimt"))
    d.p(
        "Vi opsiger samarbejdsplanen, som blev underskrevet den ",
        y("3. februar 2025"),
        " og trådte i kraft den ",
        y("1. marts 2025"),
        ".",
    )
    d.p(
        "Varslet er ",
        y("3"),
        " måneder til udgangen af et kvartal. I modtager opsigelsen senest den ",
        y("1. december 2025"),
        ", og planen ophører derfor den ",
        y("31. marts 2026"),
        ".",
    )
    d.p(
        "Vi giver regionen besked. Ring til ",
        y("Ulla Krag"),
        " på ",
        y("75 27 10 20"),
        ", hvis I har spørgsmål.",
    )
    d.p("Venlig hilsen")
    d.p(y("Per Dahl"), ", ", y("forstander"))
    d.p("Botilbuddet Havglimt")
    return d.bytes()


def spoettrup() -> bytes:
    """An orientation with lists to choose from, one for the occasion and one for the region's office; usual labels."""
    c = control
    d = Sheet(255)
    d.title("Orientering af regionen")
    d.p("Til: ", c("Vælg region", kind=choice("Region Midtjylland", "Region Nordjylland")))
    d.p("Anledning: ", c("Vælg", kind=choice("Ny plan", "Ændret timetal", "Opsagt plan")))
    d.p("Botilbud: ", c("Botilbuddets navn"))
    d.p("Kommune: ", c("Vælg kommune", kind=choice("Skive", "Viborg")))
    d.p("P-nummer: ", c("P-nummer"))
    d.p("Læge: ", c("Lægens navn"), " Ydernummer: ", c("Ydernummer"))
    d.p(
        "Timer pr. måned: ",
        c("Vælg", kind=choice("2", "3")),
        " Tidligere timer pr. måned: ",
        c("Vælg", kind=choice("2", "3")),
    )
    d.p("Gælder fra: ", c("Vælg dato", kind=DATE))
    d.p("Botilbuddets kontaktperson: ", c("Navn"), " Telefon: ", c("Telefon"), " E-mail: ", c("E-mail"))
    d.p("Dato: ", c("Vælg dato", kind=DATE), " Udfyldt af: ", c("Navn"))
    return d.bytes()


def ryomgaard() -> bytes:
    """An amendment with what is to be struck out in red, old and new sentences after each other, numbered."""
    r = red
    d = Sheet(256)
    d.title("Allonge til samarbejdsplan")
    d.p("Botilbud: ____________________   Læge: ____________________")
    d.p("Samarbejdsplanen er underskrevet den ____________.")
    d.p(r("Slet de punkter, der ikke bruges."))
    d.p("1. Timetallet ændres fra ____ til ____ timer pr. måned.")
    d.p("2. Botilbuddets kontaktperson ændres fra ____________________ til ____________________.")
    d.p("3. Botilbuddets nye adresse er ____________________.")
    d.p("4. Antallet af beboere er nu ____.")
    d.p("Allongen gælder fra den ____________.")
    d.p("Dato: ________ Botilbuddet: ________________")
    d.p("Dato: ________ Lægen: ________________")
    return d.bytes()


def jebjerg() -> bytes:
    """A letter of information of the usual kind with controls."""
    c = control
    d = Sheet(257)
    d.p(c("Botilbuddets navn"))
    d.p(c("Botilbuddets adresse"))
    d.p(c("Dato", kind=DATE))
    d.title("Fast læge på botilbuddet")
    d.p("Kære beboer")
    d.p(
        "Fra ",
        c("Startdato", kind=DATE),
        " er ",
        c("Lægens navn"),
        " fast læge på ",
        c("Botilbuddets navn"),
        ". Du kan vælge lægen, men du behøver ikke.",
    )
    d.p(
        "Har du spørgsmål, kan du tale med ",
        c("Kontaktpersonens navn"),
        " på telefon ",
        c("Kontaktpersonens telefon"),
        ".",
    )
    d.p("Venlig hilsen")
    d.p(c("Lederens navn"))
    d.p(small("Brevet er skrevet efter skabelon fra Region Midtjylland."))
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (hobro2, ans, raklev, hadsund, oksbol, spoettrup, ryomgaard, jebjerg)
}
DOKUMENT = {
    "ans": "kontrakt",
    "oksbol": "opsigelse",
    "spoettrup": "orientering",
    "ryomgaard": "allonge",
    "jebjerg": "informationsbrev",
}
