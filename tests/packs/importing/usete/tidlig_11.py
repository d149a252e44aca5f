"""Five more by the same author, the last round: keys in `noegler/tidlig_11.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    merge,
    red,
    tick,
    underlined,
    yellow,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def rudersby() -> bytes:
    """A cooperation agreement in prose: home, owner, clinic and dates in one long sentence each, blanks of blank spaces."""
    d = Sheet(71, compat=14, header="Center for Psykiatri og Handicap")
    d.title("Aftale om fast tilknyttet læge")
    d.p(
        "Undertegnede ",
        underlined(26),
        " (ejer af botilbuddet ",
        underlined(26),
        ", ",
        underlined(30),
        ") og undertegnede praktiserende læge ",
        underlined(26),
        " med ydernummer ",
        underlined(10),
        " aftaler hermed følgende:",
    )
    d.p(
        "Lægen giver fra den ",
        underlined(14),
        " og indtil videre ",
        underlined(6),
        " timers rådgivning om måneden til personalet.",
    )
    d.p("Personalet kontakter lægen på telefon ", underlined(14), " eller på mail ", underlined(20), ".")
    d.p(
        "Lægen kontakter botilbuddet gennem ",
        underlined(22),
        ", som er ",
        underlined(18),
        ", på telefon ",
        underlined(14),
        ".",
    )
    d.p("Aftalen ophører, når den er opsagt med 3 måneders varsel til udgangen af et kvartal.")
    d.p("Sted: ", underlined(16), " Dato: ", underlined(14))
    d.p(underlined(26), "\t", underlined(26))
    d.p("(ejer)\t(læge)")
    return d.bytes()


def horsensby() -> bytes:
    """A table with a heading row for each party, three columns: what, blank, remarks."""
    d = Sheet(72, compat=15)
    d.title("Samarbejdsplan")
    d.table(
        (bold("Oplysninger om botilbuddet"),),
        ("Navn", "[udfyldes]", "Som på Tilbudsportalen"),
        ("Adresse", "[udfyldes]", ""),
        ("Lovgrundlag", "[udfyldes]", "§ 105 eller § 108"),
        ("Antal beboere", "[udfyldes]", ""),
        (bold("Oplysninger om lægen"),),
        ("Navn", "[udfyldes]", "Praksis, ellers lægens eget navn"),
        ("Adresse", "[udfyldes]", ""),
        ("Ydernummer", "[udfyldes]", ""),
        (bold("Kontaktpersoner"),),
        ("Botilbuddets", "[udfyldes]", "Navn"),
        ("Botilbuddets", "[udfyldes]", "Telefon"),
        ("Lægens", "[udfyldes]", "Navn"),
        ("Lægens", "[udfyldes]", "Telefon"),
        (bold("Aftalen"),),
        ("Timer pr. måned", "[udfyldes]", ""),
        ("Begynder den", "[udfyldes]", ""),
    )
    return d.bytes()


def thistedby() -> bytes:
    """An orientation on a termination, with choices in the sentence."""
    d = Sheet(73)
    d.p("Til ", control("Vælg region", kind=choice("Region Nordjylland", "Region Midtjylland")))
    d.p("Dato: ", control("Vælg dato", kind=DATE))
    d.title("Orientering: samarbejdsplan er opsagt")
    d.p(
        "Samarbejdsplanen mellem ",
        control("botilbud"),
        " i ",
        control("kommune"),
        " Kommune og ",
        control("læge"),
        " er opsagt af ",
        control("botilbuddet/lægen", kind=choice("botilbuddet", "lægen")),
        " og ophører den ",
        control("Vælg dato", kind=DATE),
        ".",
    )
    d.p("Planen omfattede ", control("antal"), " timer om måneden.")
    d.p("På vegne af ", control("afsender"))
    return d.bytes()


def mariagerby() -> bytes:
    """Samples in yellow in running text, with brackets, and alternatives with a stroke."""
    d = Sheet(74, compat=15)
    d.title("SAMARBEJDSPLAN FOR ", yellow("XX BOTILBUD"))
    d.p("Parterne er ", yellow("[kommune/region/privat leverandør]"), " og ", yellow("[praksis/læge]"), ".")
    d.p("Botilbuddet ligger ", yellow("[adresse]"), " og har plads til ", yellow("[antal]"), " borgere.")
    d.p(
        "Lægen rådgiver personalet ",
        yellow("[2/3]"),
        " timer hver måned, første gang i måneden efter ",
        yellow("[dato]"),
        ".",
    )
    d.p("Botilbuddets kontaktperson: ", yellow("[navn, stilling, tlf., mail]"))
    d.p("Lægens kontaktperson: ", yellow("[navn, tlf., mail]"))
    d.p("Ved ferie gælder: ", yellow("[aftale]"))
    d.p(red("OBS: Den gule tekst skal udfyldes."))
    d.p("[Sted], den [dato]")
    d.p("____________________ (botilbud)          ____________________ (læge)")
    return d.bytes()


def skanderby() -> bytes:
    """A letter to residents from a merge, and a slip to send back."""
    d = Sheet(75)
    d.p(merge("Beboer_Navn"))
    d.title("Information til beboere om fast læge")
    d.p("Kære ", merge("Beboer_Fornavn"))
    d.p(
        merge("Botilbud"),
        " har fra ",
        merge("Startdato"),
        " en aftale med ",
        merge("Laegehus"),
        ". Du kan selv vælge, om du vil have ",
        merge("Laegehus"),
        " som din læge.",
    )
    d.p("Spørg ", merge("Kontaktperson"), " på tlf. ", merge("Kontaktperson_tlf"), ".")
    d.p("Venlig hilsen ", merge("Botilbud"))
    d.p("Klip her")
    d.p("Jeg vil gerne skifte læge: ", tick(), " Ja ", tick(), " Nej")
    d.p("Dato: ____________ Navn: ________________________")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (rudersby, horsensby, thistedby, mariagerby, skanderby)
}
DOKUMENT = {"thistedby": "orientering", "skanderby": "informationsbrev"}
