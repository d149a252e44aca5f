"""Round 17 of November 2026, by an author new to the house: keys in `noegler/runde_17.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    form_text,
    small,
    underlined,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def horsens2() -> bytes:
    """A contract whose parties are masks in capitals, XX BOTILBUD and YY LÆGEHUS, and which is named so all through."""
    p = Pen()
    p.h("Kontrakt mellem XX BOTILBUD og XX LÆGEHUS", 0)
    p.p("XX BOTILBUD, XX VEJ XX, XXXX XX, ligger i XX KOMMUNE og drives af XX (CVR XX).")
    p.p("XX LÆGEHUS har ydernummer XX.")
    p.p("Kontrakten begynder XX og følger samarbejdsplanen af XX. Der ydes XX timer om måneden.")
    p.p("XX BOTILBUD har XX som kontaktperson, tlf. XX. XX LÆGEHUS har XX som kontaktperson, tlf. XX.")
    p.p("Underskrevet XX")
    p.p("XX BOTILBUD\t\t\tXX LÆGEHUS")
    return p.bytes()


def odsherred2() -> bytes:
    """A plan whose page of signatures asks of each of three who signs, in which position, when and where."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p("Botilbud: ______________________________")
    p.p("Drives af: ______________________________")
    p.p("Læge: ______________________________")
    p.p("Ydernr.: ______________")
    p.p("Gælder fra: ______________")
    p.h("Underskrifter")
    p.table(
        [
            ["For driftsherren", "For botilbuddet", "For lægen"],
            ["Navn: ____________", "Navn: ____________", "Navn: ____________"],
            ["Stilling: ____________", "Stilling: ____________", "Stilling: ____________"],
            ["Dato: ____________", "Dato: ____________", "Dato: ____________"],
            ["Underskrift: ____________", "Underskrift: ____________", "Underskrift: ____________"],
        ]
    )
    return p.bytes()


def rebild() -> bytes:
    """A notice whose dates stand in a table, each by its own name, and a date by which an answer is asked for."""
    p = Pen()
    p.h("Opsigelse", 0)
    p.p("Til: [modtager]")
    p.p("Fra: [afsender]")
    p.p("Vi opsiger samarbejdsplanen for [botilbud].")
    p.table(
        [
            ["Dato", ""],
            ["Brevets dato", "[dato]"],
            ["Planens dato", "[dato]"],
            ["Planens første dag", "[dato]"],
            ["Opsigelsen modtages senest", "[dato]"],
            ["Planens sidste dag", "[dato]"],
            ["Sidste møde", "[dato]"],
            ["Svar udbedes senest", "[dato]"],
        ]
    )
    p.p("Underskrift: ______________________")
    p.p("Navn og stilling: [navn], [stilling]")
    p.p("Telefon: [telefon]")
    return p.bytes()


def halsnaes() -> bytes:
    """A plan with two tables of people: rows of functions, columns of name, telephone and mail; only one row is the contact."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p("Botilbud: [navn], [adresse]")
    p.p("Klinik: [navn], ydernummer [nr.]")
    for title, rows in (
        ("Botilbuddets folk", ("Leder", "Kontaktperson", "Afløser for kontaktpersonen")),
        ("Klinikkens folk", ("Læge", "Kontaktperson", "Sygeplejerske")),
    ):
        p.h(title, 2)
        p.table(
            [["Funktion", "Navn", "Telefon", "Mail"], *([row, "[navn]", "[tlf.]", "[mail]"] for row in rows)]
        )
    p.p("Planen gælder fra [dato] med [antal] timer om måneden.")
    return p.bytes()


def sonderborg2() -> bytes:
    """A plan with many telephones, each by the words of the house, on dotted lines with the unit behind some."""
    p = Pen()
    p.h("Samarbejdsplan for fast læge", 0)
    dots = "...................................."
    for text in (
        "Bostedets navn",
        "Bostedets hovednummer",
        "Bostedets kontaktperson",
        "Kontaktpersonens mobil",
        "Bostedets vagttelefon (aften og nat)",
        "Lægens navn",
        "Lægens ydernr.",
        "Lægens patienttelefon",
        "Lægens akutnummer",
        "Lægens direkte nummer til bostedets kontaktperson",
        "Sikker mail til lægen",
    ):
        p.p(f"{text} {dots}")
    p.p(f"Start {dots}")
    p.p("Timer ........ pr. måned, i alt ........ pr. kvartal")
    p.p(f"Dato og underskrift, bosted {dots}")
    p.p(f"Dato og underskrift, læge {dots}")
    return p.bytes()


def vesthimmerland() -> bytes:
    """Controls with long prompts that name other things too, in a table in a table, the home's name in the header."""
    c = control
    d = Sheet(171, header="Samarbejdsplan")
    d.header = d.para("Samarbejdsplan, ", c("Skriv botilbuddets navn"))
    d.title("Samarbejdsplan")
    left = d.table_xml(
        (d.para(bold("Botilbud")),),
        (d.para(c("Angiv botilbuddets navn, som det fremgår af Tilbudsportalen")),),
        (d.para(c("Angiv adresse, postnummer og by")),),
        (d.para(c("Angiv navn på den medarbejder, lægen kan kontakte")),),
        (d.para(c("Angiv medarbejderens telefonnummer")),),
    )
    right = d.table_xml(
        (d.para(bold("Læge")),),
        (d.para(c("Angiv lægens navn eller klinikkens, hvis der er flere læger")),),
        (d.para(c("Angiv ydernummer (6 cifre)")),),
        (d.para(c("Angiv navn på den, botilbuddet kan kontakte i klinikken")),),
        (d.para(c("Angiv telefonnummer")),),
    )
    d.parts.append(
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid><w:tr>'
        f"<w:tc><w:p/>{left}<w:p/></w:tc><w:tc><w:p/>{right}<w:p/></w:tc></w:tr></w:tbl><w:p/>"
    )
    d.p(
        "Planen begynder ",
        c("Vælg den dato, planen begynder", kind=DATE),
        " og evalueres ",
        c("Vælg dato for evaluering", kind=DATE),
        ".",
    )
    d.p("Timer pr. måned: ", c("Angiv 2 eller 3"))
    return d.bytes()


def langeland2() -> bytes:
    """An amendment as a letter: a new doctor in the practice, another day for hours, names of persons in brackets that say little."""
    p = Pen()
    p.h("Allonge", 0)
    p.p(
        "[Botilbud] og [lægepraksis] har en samarbejdsplan, som blev underskrevet den [dato] og har været gældende siden den [dato]."
    )
    p.p(
        "Vi er blevet enige om, at timetallet sættes op fra [antal] til [antal] timer om måneden fra den [dato]."
    )
    p.p("Samtidig flytter botilbuddet til [ny adresse].")
    p.p("[Navn] afløser [navn] som botilbuddets kontaktperson. [Navn] kan nås på [telefon].")
    p.p("Svendborg, den [dato]")
    p.p("[navn], leder          [navn], læge")
    return p.bytes()


def hvidovre() -> bytes:
    """An orientation of changed hours with figures for the month, the quarter and the year; underlined blanks."""
    u = underlined
    d = Sheet(172)
    d.title("Orientering om ændret timetal")
    d.p("Bosted ", u(), "  Kommune ", u(20))
    d.p("Læge ", u(), "  Ydernr. ", u(12))
    d.p("Hidtil har lægen ydet ", u(6), " timer om måneden, det vil sige ", u(6), " timer i kvartalet.")
    d.p("Fra den ", u(14), " ydes ", u(6), " timer om måneden, det vil sige ", u(6), " timer i kvartalet.")
    d.p("Ændringen blev aftalt den ", u(14))
    d.p("Kontakt på bostedet ", u(), "  tlf. ", u(14))
    d.p("Sted og dato ", u(), "  Underskrift ", u())
    return d.bytes()


def soroe() -> bytes:
    """A plan with old form fields, a line of small print under each that says what to write, parties by their letters A and B."""
    f = form_text
    d = Sheet(173, compat=12, protected=True)
    d.title("SAMARBEJDSPLAN")
    d.p("Part A (botilbuddet)")
    for text in ("Navn", "Adresse", "Kontaktperson", "Telefon"):
        d.p(f(text))
        d.p(small(text))
    d.p("Part B (lægen)")
    for text in ("Navn", "Ydernummer", "Kontaktperson", "Telefon"):
        d.p(f(text))
        d.p(small(text))
    d.p("Aftale")
    for text in ("Ikrafttræden", "Timer pr. måned"):
        d.p(f(text))
        d.p(small(text))
    d.p("Dato ", f("d1"), " Part A ______________________")
    d.p("Dato ", f("d2"), " Part B ______________________")
    return d.bytes()


def assens() -> bytes:
    """A contract in one sentence after the other, what a blank is for in brackets behind it, samples of a home in yellow in a last line."""
    y = yellow
    d = Sheet(174)
    d.title("Kontrakt om fast tilknyttet læge")
    d.p(
        "Denne kontrakt er indgået mellem ____________________ (botilbuddets navn), ____________________ (gade og husnr.), "
        "____________________ (postnr. og by), og ____________________ (lægens navn), ____________________ (klinikkens navn), "
        "____________ (ydernr.)."
    )
    d.p(
        "Kontrakten gælder fra ____________ (dato) i tilslutning til samarbejdsplanen af ____________ (dato)."
    )
    d.p(
        "Botilbuddet kontaktes gennem ____________________ (navn), ____________ (tlf.), lægen gennem ____________________ (navn), ____________ (tlf.)."
    )
    d.p("Eksempel: Botilbuddet kontaktes gennem ", y("Ida Vang"), ", ", y("62 11 22 33"), ".")
    d.p("____________________ (dato)  ____________________ (for botilbuddet)")
    d.p("____________________ (dato)  ____________________ (for lægen)")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        horsens2,
        odsherred2,
        rebild,
        halsnaes,
        sonderborg2,
        vesthimmerland,
        langeland2,
        hvidovre,
        soroe,
        assens,
    )
}
DOKUMENT = {
    "horsens2": "kontrakt",
    "rebild": "opsigelse",
    "langeland2": "allonge",
    "hvidovre": "orientering",
    "assens": "kontrakt",
}
