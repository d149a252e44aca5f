"""Round 13 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_13.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    control,
    form_text,
    yellow,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def allerod2() -> bytes:
    """A plan with a summary table up front of which each row says who fills it in, then the clauses."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.table(
        [
            ["Hvad", "Udfyldes af", "Oplysning"],
            ["Navn på botilbud", "Botilbud", "________"],
            ["Adresse", "Botilbud", "________"],
            ["Kontaktperson", "Botilbud", "________"],
            ["Kontaktpersonens mobil", "Botilbud", "________"],
            ["Navn på klinik", "Læge", "________"],
            ["Ydernummer", "Læge", "________"],
            ["Kontaktperson", "Læge", "________"],
            ["Startdato", "Begge", "________"],
            ["Timetal", "Begge", "________"],
        ]
    )
    p.h("Opsigelse")
    p.p("Planen kan opsiges med 3 måneders varsel til udgangen af et kvartal.")
    p.p("Underskrift botilbud: ________________   Underskrift læge: ________________")
    return p.bytes()


def varde4() -> bytes:
    """A contract in one page of LibreOffice: old .doc with tab leaders, the doctor's facts before the home's."""
    return saved("varde4")


def struer3() -> bytes:
    """A notice by the doctor, brackets that say little, the receiver's address last."""
    p = Pen()
    p.h("Opsigelse af samarbejdsplan", 0)
    p.p("Jeg, [navn], ydernummer [nr.], siger hermed samarbejdsplanen med [navn] op.")
    p.p("Planen er fra [dato] og gælder [antal] timer pr. måned.")
    p.p("I får brevet den [dato], og planen slutter den [dato].")
    p.p("[sted], den [dato]")
    p.p("[underskrift]")
    p.p("Sendt til: [navn], [adresse]")
    return p.bytes()


def thisted4() -> bytes:
    """An orientation with a table of three columns: what, before and now, of which only the hours may have a before."""
    p = Pen()
    p.h("Orientering om ændring af samarbejdsplan", 0)
    p.p("Botilbud: [navn]   Kommune: [navn]   Læge: [navn]   Ydernr.: [nr.]")
    p.table([["Oplysning", "Før", "Nu"], ["Timer pr. måned", "[tal]", "[tal]"], ["Gælder fra", "", "[dato]"]])
    p.p("Oplyst af [navn], [titel], tlf. [nr.], den [dato]")
    return p.bytes()


def rodovre() -> bytes:
    """An amendment with controls that have prompts in full sentences."""
    c = control
    d = Sheet(132)
    d.title("Allonge")
    d.p(
        "Allongen ændrer samarbejdsplanen mellem ",
        c("Skriv botilbuddets navn her"),
        " og ",
        c("Skriv lægens eller klinikkens navn her"),
        ", underskrevet ",
        c("Vælg den dato, planen blev underskrevet", kind=DATE),
        ".",
    )
    d.p(
        "Fra ",
        c("Vælg den dato, ændringen gælder fra", kind=DATE),
        " er timetallet ",
        c("Skriv det nye timetal"),
        " timer pr. måned i stedet for ",
        c("Skriv det hidtidige timetal"),
        ".",
    )
    d.p(
        "Ny kontaktperson på botilbuddet: ",
        c("Skriv navn på den nye kontaktperson"),
        ", ",
        c("Skriv telefonnummer"),
        ".",
    )
    d.p(
        "Dato: ",
        c("Vælg dato", kind=DATE),
        "   Underskrift botilbud: __________________   Underskrift læge: __________________",
    )
    return d.bytes()


def holstebro2() -> bytes:
    """A plan whose facts are a numbered list with the blank in a second line under each, in italics between brackets."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    for t in (
        "Botilbuddets navn",
        "Botilbuddets adresse",
        "Navn på lægepraksis",
        "Ydernummer",
        "Botilbuddets kontaktperson (navn)",
        "Botilbuddets kontaktperson (telefon)",
        "Lægens kontaktperson (navn)",
        "Lægens kontaktperson (telefon)",
        "Planens startdato",
        "Timer pr. måned",
    ):
        p.p(t, "List Number")
        p.p("[udfyldes]")
    p.p("Dato og underskrift botilbud: ______________")
    p.p("Dato og underskrift læge: ______________")
    return p.bytes()


def samso4() -> bytes:
    """A plan of which half is filled in with yellow samples and half has brackets, the region's name in the text."""
    y = yellow
    d = Sheet(133, header="Samsø Kommune")
    d.title("Samarbejdsplan om fast læge")
    d.p(
        "Botilbuddet ",
        y("Solbakken"),
        " på ",
        y("Langgade 12, 8305 Samsø"),
        " har fast læge fra ",
        y("1. juni 2025"),
        ".",
    )
    d.p("Lægen er [lægens navn] fra [klinikkens navn], ydernummer [ydernummer].")
    d.p("Lægen rådgiver i ", y("2"), " timer om måneden.")
    d.p("Botilbuddets kontaktperson: ", y("Anne Dam"), ", ", y("pædagog"), ", ", y("86 59 00 11"))
    d.p("Lægens kontaktperson: [navn], [telefon]")
    d.p("Botilbuddet orienterer Region Midtjylland.")
    d.p("Samsø, den [dato]")
    d.p("[underskrift, botilbud]          [underskrift, læge]")
    return d.bytes()


def fano2() -> bytes:
    """A plan by hand: everything on three lines in each of two boxes, legacy fields with names somebody chose."""
    f = form_text
    d = Sheet(134, compat=12, protected=True)
    d.title("Samarbejdsplan")
    d.table(
        (d.para("Bosted: ", f("Bosted")), d.para("Læge: ", f("Laege"))),
        (d.para("Kontakt: ", f("BostedKontakt")), d.para("Ydernr.: ", f("Ydernr"))),
        (d.para("Tlf.: ", f("BostedTlf")), d.para("Tlf.: ", f("LaegeTlf"))),
    )
    d.p("Start ", f("Start"), ", timer pr. måned ", f("Timer"), ", beboere ", f("Beboere"))
    d.p("Dato ", f("Dato1"), " Underskrift ______________ (bosted)")
    d.p("Dato ", f("Dato2"), " Underskrift ______________ (læge)")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (allerod2, varde4, struer3, thisted4, rodovre, holstebro2, samso4, fano2)
}
DOKUMENT = {"varde4": "kontrakt", "struer3": "opsigelse", "thisted4": "orientering", "rodovre": "allonge"}
