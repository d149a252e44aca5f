"""Round 11 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_11.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    tick,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def assens2() -> bytes:
    """The usual form of a municipality: three tables with a heading each, values in empty cells, signatures last."""
    d = Sheet(111, header="Assens Kommune", footer="Skabelon oktober 2025")
    d.title("Samarbejdsplan for botilbudslæge")
    d.h("Botilbuddet")
    d.table(
        ("Navn", ""),
        ("Adresse", ""),
        ("Postnr. og by", ""),
        ("P-nr.", ""),
        ("Kontaktperson", ""),
        ("Kontaktpersonens stilling", ""),
        ("Direkte telefon", ""),
        ("Mail", ""),
    )
    d.h("Lægen")
    d.table(
        ("Navn", ""),
        ("Praksis", ""),
        ("Adresse", ""),
        ("Postnr. og by", ""),
        ("Ydernr.", ""),
        ("Kontaktperson i praksis", ""),
        ("Direkte telefon", ""),
    )
    d.h("Aftalen")
    d.table(("Startdato", ""), ("Antal timer pr. måned", ""), ("Emner", ""), ("Aftaler om aflysning", ""))
    d.h("Underskrift")
    d.table(
        ("For botilbuddet", "For lægen"),
        ("Dato:", "Dato:"),
        ("Navn:", "Navn:"),
        ("Underskrift:", "Underskrift:"),
    )
    return d.bytes()


def haderslev2() -> bytes:
    """The usual contract: parties in running text with brackets, clauses, and a date and a line for each side."""
    p = Pen()
    p.header("Haderslev Kommune · Handicap", logo=True)
    p.h("Kontrakt om fast tilknyttet læge", 0)
    p.p("Mellem")
    p.p(
        "[kommunens navn], CVR-nr. [CVR-nr.], for botilbuddet [botilbuddets navn], [botilbuddets adresse] (herefter kaldet botilbuddet)"
    )
    p.p("og")
    p.p("[praksis' navn], ydernr. [ydernr.], [praksis' adresse] (herefter kaldet lægen)")
    p.p(
        "er der indgået kontrakt på de vilkår, der følger af samarbejdsplanen af [dato for samarbejdsplanen]."
    )
    p.h("Varighed")
    p.p(
        "Kontrakten gælder fra [ikrafttrædelsesdato], indtil den opsiges med 3 måneders varsel til udgangen af et kvartal."
    )
    p.h("Kontakt")
    p.p("Botilbuddets kontaktperson er [navn], [stilling], telefon [telefon], e-mail [e-mail].")
    p.p("Lægens kontaktperson er [navn], telefon [telefon].")
    p.h("Underskrift")
    p.p("Haderslev, den [dato]                              [by], den [dato]")
    p.p("______________________                    ______________________")
    p.p("for botilbuddet                                   for lægen")
    return p.bytes()


def frederiksberg() -> bytes:
    """The usual letter of notice, from the home, with brackets."""
    p = Pen()
    p.p("[Praksis' navn]\n[Praksis' adresse]\n[Postnr. og by]")
    p.p("[Dato]")
    p.h("Opsigelse af samarbejdsplan", 0)
    p.p(
        "[Botilbuddets navn] opsiger hermed samarbejdsplanen med [praksis' navn], der trådte i kraft den [ikrafttrædelsesdato]."
    )
    p.p(
        "Opsigelsen forventes at være fremme den [dato for modtagelse]. Samarbejdsplanen ophører derfor den [ophørsdato]."
    )
    p.p("Hvis opsigelsen først er fremme senere, ophører samarbejdsplanen den [senere ophørsdato].")
    p.p("Botilbuddet orienterer Region Hovedstaden.")
    p.p("Med venlig hilsen")
    p.p("[navn]\n[stilling]\n[botilbuddets navn]")
    return p.bytes()


def rudersdal() -> bytes:
    """The usual orientation: a table of two columns with dotted lines."""
    p = Pen()
    p.h("Orientering til regionen", 0)
    p.p("Botilbuddet har indgået en samarbejdsplan om fast tilknyttet læge.")
    p.table(
        [
            ["Botilbuddets navn", "...................."],
            ["Botilbuddets adresse", "...................."],
            ["Kommune", "...................."],
            ["P-nr.", "...................."],
            ["Læge/lægepraksis", "...................."],
            ["Ydernummer", "...................."],
            ["Timer pr. måned", "...................."],
            ["Startdato", "...................."],
            ["Kontaktperson", "...................."],
            ["Telefon", "...................."],
            ["E-mail", "...................."],
        ]
    )
    p.p("Dato: ....................")
    p.p("Underskrift: ....................")
    return p.bytes()


def horsens2() -> bytes:
    """The usual amendment: a sentence of the parties, a table of old and new, and two lines to sign on."""
    p = Pen()
    p.h("Allonge til samarbejdsplan", 0)
    p.p("Allongen er aftalt mellem botilbuddet ____________________ og lægen ____________________.")
    p.p("Samarbejdsplanen er underskrevet den ____________.")
    p.table(
        [
            ["", "Hidtil", "Fremover"],
            ["Timer pr. måned", "____", "____"],
            ["Kontaktperson på botilbuddet", "____________", "____________"],
            ["Telefon", "____________", "____________"],
        ]
    )
    p.p("Ændringen gælder fra den ____________.")
    p.p("Dato og underskrift, botilbud: ____________________")
    p.p("Dato og underskrift, læge: ____________________")
    return p.bytes()


def ringsted2() -> bytes:
    """A plan with controls well titled, by somebody who knows Word; the practice before the home."""
    c = control
    d = Sheet(112)
    d.title("Samarbejdsplan")
    d.table(
        (bold("Lægepraksis"), c(alias="Lægepraksis")),
        ("Adresse", c(alias="Adresse")),
        ("Ydernummer", c(alias="Ydernummer")),
        ("Kontaktperson", c(alias="Kontaktperson")),
        ("Telefon", c(alias="Telefon")),
        (bold("Botilbud"), c(alias="Botilbud")),
        ("Adresse", c(alias="Adresse")),
        ("Kommune", c(alias="Kommune")),
        ("Kontaktperson", c(alias="Kontaktperson")),
        ("Telefon", c(alias="Telefon")),
        ("E-mail", c(alias="E-mail")),
    )
    d.p(
        "Aftalen træder i kraft den ",
        c("Vælg dato", alias="Ikrafttrædelse", kind=DATE),
        " og omfatter ",
        c("2 eller 3", alias="Timer"),
        " timer pr. måned.",
    )
    d.p("Aftalte mødeformer: ", tick(), " fremmøde ", tick(), " video")
    d.p("Sted og dato: ____________________")
    d.p("Underskrift, lægepraksis: ____________________")
    d.p("Underskrift, botilbud: ____________________")
    return d.bytes()


def toender3() -> bytes:
    """A plan that lies filled in from a real home, nothing marked, saved as a template by mistake, with one line to sign on."""
    p = Pen()
    p.h("Samarbejdsplan mellem Bostedet Marskhuset og Lægehuset i Højer", 0)
    p.p("Bostedet: ==Marskhuset==, ==Kystvej 9, 6280 Højer==")
    p.p("Kontaktperson: ==Gitte Lund==, ==sygeplejerske==, tlf. ==74 92 10 00==")
    p.p("Lægen: ==Lægehuset i Højer==, ydernr. ==061122==")
    p.p("Kontaktperson hos lægen: ==Tove Bruhn==, tlf. ==74 78 20 20==")
    p.p("Start: ==1. marts 2025==. Timer: ==3== pr. måned.")
    p.p("Underskrift bosted: ____________________")
    p.p("Underskrift læge: ____________________")
    return p.bytes()


def gentofte() -> bytes:
    """A plan in sections with letters, underscores in sentences, all facts of the home in one, all of the doctor in the next."""
    d = Sheet(113)
    d.title("Samarbejdsplan om fast læge")
    d.p(
        "A. Botilbuddet ____________________, som ligger på ____________________ og drives af ____________________, har ____ beboere."
    )
    d.p(
        "B. Lægepraksis ____________________, som ligger på ____________________ og har ydernummer __________."
    )
    d.p(
        "C. Botilbuddets kontaktperson er ____________________, der er ____________________ og kan træffes på telefon __________."
    )
    d.p("D. Lægens kontaktperson er ____________________, der kan træffes på telefon __________.")
    d.p("E. Lægen giver ____ timers rådgivning om måneden fra den __________.")
    d.p("F. Planen kan opsiges med tre måneders varsel til udgangen af et kvartal.")
    d.p("G. Botilbuddet orienterer regionen.")
    d.p("Dato: __________          Dato: __________")
    d.p("For botilbuddet: ____________________          For lægen: ____________________")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (assens2, haderslev2, frederiksberg, rudersdal, horsens2, ringsted2, toender3, gentofte)
}
DOKUMENT = {
    "haderslev2": "kontrakt",
    "frederiksberg": "opsigelse",
    "rudersdal": "orientering",
    "horsens2": "allonge",
}
