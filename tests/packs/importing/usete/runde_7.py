"""Round 7 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_7.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    merge,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def herlev() -> bytes:
    """A form with its labels at the right of the blanks and a number before each; a column of remarks of the office's own."""
    d = Sheet(71, header="Herlev Kommune · Voksen-Handicap")
    d.title("SAMARBEJDSPLAN")
    d.table(
        (bold("Nr."), bold("Udfyldes"), bold("Oplysning"), bold("Bemærkning")),
        ("1", "____________", "Botilbuddets navn", ""),
        ("2", "____________", "Botilbuddets adresse", ""),
        ("3", "____________", "Kontaktperson, navn", "Helst sundhedsfaglig"),
        ("4", "____________", "Kontaktperson, telefon", "Direkte nummer"),
        ("5", "____________", "Lægens eller klinikkens navn", ""),
        ("6", "____________", "Ydernummer", "6 cifre"),
        ("7", "____________", "Lægens telefon til personalet", "Ikke patientnummeret"),
        ("8", "____________", "Startdato", ""),
        ("9", "____________", "Timer pr. måned", "2 eller 3"),
    )
    d.p("Planen kan opsiges med 3 måneders varsel til udgangen af et kvartal.")
    d.p("Herlev, den __________")
    d.p("______________________ / ______________________")
    d.p("Botilbud / Læge")
    return d.bytes()


def bronderslev() -> bytes:
    """A contract: the parties in a heading line with slashes, then clauses that fall back on 'førstnævnte' and 'sidstnævnte'."""
    p = Pen()
    p.h("Kontrakt om tilknyttet læge", 0)
    p.p("Mellem: ……………………………… / ……………………………… / ………………………………")
    p.p("            (kommune)                            (botilbud)                             (læge)")
    p.p("1. Førstnævnte driver botilbuddet, der har CVR-nr. ……………… og P-nr. ………………")
    p.p("2. Sidstnævnte har ydernr. ……………… og praksis på adressen ………………………………")
    p.p("3. Botilbuddet ligger på adressen ………………………………")
    p.p("4. Kontrakten begynder ……………… og følger samarbejdsplanen af ………………")
    p.p("5. Kommunen orienterer regionen.")
    p.p("Dato: ………………   Dato: ………………   Dato: ………………")
    p.p("………………………   ………………………   ………………………")
    p.p("Kommunen               Botilbuddet               Lægen")
    return p.bytes()


def vesthimmerland() -> bytes:
    """The home's leader gives notice in a short e-mail-like letter: facts in the signature lines under the name."""
    d = Sheet(72)
    d.p("Kære ", control("Fornavn", alias="Modtager"), "")
    d.p(
        "På ",
        control("Botilbud", alias="Botilbud"),
        " har vi besluttet at sige samarbejdsplanen med dig op. Du får brevet i dag, den ",
        control("Dato", alias="Dato", kind=DATE),
        ", og din sidste dag hos os bliver derfor den ",
        control("Dato", alias="Dato", kind=DATE),
        ".",
    )
    d.p(
        "Aftalen har været i kraft siden ",
        control("Dato", alias="Dato", kind=DATE),
        " og var på ",
        control("Tal", alias="Tal"),
        " timer om måneden.",
    )
    d.p("Vi fortæller selv regionen det.")
    d.p("Bedste hilsner")
    d.p(control("Navn", alias="Navn"))
    d.p(control("Stilling", alias="Stilling"), ", ", control("Botilbud", alias="Botilbud"))
    d.p("Tlf. ", control("Telefon", alias="Telefon"))
    return d.bytes()


def frederikshavn() -> bytes:
    """An orientation by a private foundation about an ended plan; all facts in one long sentence, in capitals where it matters."""
    p = Pen()
    p.p("TIL REGION NORDJYLLAND")
    p.p("ORIENTERING OM OPSAGT SAMARBEJDSPLAN")
    p.p(
        "FONDEN [FONDENS NAVN], CVR [CVR], der driver BOTILBUDDET [BOTILBUD], oplyser, at samarbejdsplanen med LÆGE [LÆGE] fra LÆGEHUSET [LÆGEHUS], YDERNUMMER [YDERNR.], er opsagt af [BOTILBUDDET/LÆGEN], og at den sidste dag er [SIDSTE DAG]."
    )
    p.p("Planen blev underskrevet [DATO] og omfattede [2/3] timer pr. måned.")
    p.p("Spørgsmål: [NAVN], [TLF.]")
    p.p("Frederikshavn, [DATO]")
    p.p("[NAVN], [TITEL]")
    return p.bytes()


def guldborgsund() -> bytes:
    """An amendment on one page with three boxes, of which one is to be crossed, each with its own old and new."""
    d = Sheet(73)
    d.title("Allonge til samarbejdsplan om fast læge")
    d.table(("Botilbud", "", "Læge", ""), ("Planens dato", "", "Ændringen gælder fra", ""))
    d.p("Sæt kryds ved det, der ændres:")
    d.table(
        ("☐ Timetal", "Fra ____ til ____ timer pr. måned"),
        (
            "☐ Botilbuddets kontaktperson",
            "Ny kontaktperson: ____________ Tlf.: __________ Mail: ____________",
        ),
        ("☐ Lægens kontaktperson", "Ny kontaktperson: ____________ Tlf.: __________"),
        ("☐ Andet", "____________________"),
    )
    d.p("Planens øvrige vilkår gælder uændret.")
    d.table(("For botilbuddet", "For lægen"), ("Dato:", "Dato:"), ("Underskrift:", "Underskrift:"))
    return d.bytes()


def struer2() -> bytes:
    """A plan of a regional home: the region is the owner and has a contact of its own; merge fields of an old list with Danish letters."""
    d = Sheet(74)
    d.title("Samarbejdsplan – regionale botilbud")
    d.p(
        "Region Midtjylland, Psykiatri og Social, CVR 29190925, driver ",
        merge("Tilbud"),
        " (",
        merge("Tilbuds_Adresse"),
        ", ",
        merge("Tilbuds_PostBy"),
        ").",
    )
    d.p("Afdelingsleder: ", merge("Leder"), ", ", merge("Leder_Tlf"))
    d.p(
        "Kontaktperson for lægen: ",
        merge("Kontakt_Navn"),
        " (",
        merge("Kontakt_Stilling"),
        "), ",
        merge("Kontakt_Tlf"),
        ", ",
        merge("Kontakt_Mail"),
    )
    d.p(
        "Læge: ",
        merge("Læge_Navn"),
        ", ",
        merge("Klinik_Navn"),
        ", ",
        merge("Klinik_Adresse"),
        ", ydernr. ",
        merge("Ydernr"),
    )
    d.p("Kontakt i klinikken: ", merge("Klinik_Kontakt"), ", ", merge("Klinik_Tlf"))
    d.p("Regionens konsulent: ", merge("Konsulent"), ", ", merge("Konsulent_Mail"))
    d.p("Start: ", merge("Start"), ". Timer pr. md.: ", merge("Timer"), ". Pladser: ", merge("Pladser"))
    d.p("Opsigelse: tre måneder til udgangen af et kvartal.")
    d.p("Dato og underskrift, tilbud:\t____________________")
    d.p("Dato og underskrift, læge:\t____________________")
    return d.bytes()


def laesoe() -> bytes:
    """Handwritten style: a plan in one text with round blanks of dots and the unit after; dates in three parts."""
    p = Pen()
    p.p("Plan for samarbejdet mellem Læsø Bo og Aktiv og øens læge", "Title")
    p.p(
        "Lægen, ......................................, kommer ......... timer hver måned på Læsø Bo og Aktiv, første gang den ...... / ...... 20...... Der bor ......... borgere."
    )
    p.p(
        "Lægen ringer til ...................................... på ..................., når der er noget, og personalet ringer til lægens sekretær, ......................................, på ..................."
    )
    p.p("Vi begynder med at tale om ......................................")
    p.p("Kan lægen ikke komme, gælder: ......................................")
    p.p("Vi siger op med tre måneders varsel til udgangen af marts, juni, september eller december.")
    p.p("Byrum den ...... / ...... 20......")
    p.p(
        "...................................... (lægen)     ...................................... (Læsø Bo og Aktiv)"
    )
    return p.bytes()


def vallensbaek() -> bytes:
    """A plan with its facts in a text box at the right and a footer table, sent through LibreOffice as .odt."""
    return saved("vallensbaek")


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        herlev,
        bronderslev,
        vesthimmerland,
        frederikshavn,
        guldborgsund,
        struer2,
        laesoe,
        vallensbaek,
    )
}
DOKUMENT = {
    "bronderslev": "kontrakt",
    "vesthimmerland": "opsigelse",
    "frederikshavn": "orientering",
    "guldborgsund": "allonge",
}
