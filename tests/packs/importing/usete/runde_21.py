"""Round 21 of November 2026, by an author new to the house: keys in `noegler/runde_21.toml`, written before anything was run."""

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


def holbaek4() -> bytes:
    """A plan whose contacts are told from the other's side: 'Lægens kontaktperson på botilbuddet', and a second for each."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    line = "____________________"
    for text in (
        "Botilbuddets navn",
        "Botilbuddets adresse",
        "Lægens navn",
        "Lægens ydernummer",
        "Lægens kontaktperson på botilbuddet",
        "Telefon til denne",
        "Lægens sekundære kontaktperson på botilbuddet",
        "Botilbuddets kontaktperson hos lægen",
        "Telefon til denne",
        "Nærmeste leder for botilbuddets kontaktperson",
        "Ikrafttræden",
        "Aftalens udløb",
        "Timetal",
    ):
        p.p(f"{text}: {line}")
    p.p(f"Underskrift for botilbuddet: {line}")
    p.p(f"Underskrift for lægen: {line}")
    return p.bytes()


def koege4() -> bytes:
    """A contract with days of its own beside the plan's: when it was made, when it was signed, when it begins."""
    d = Sheet(211)
    d.title("Kontrakt om lægedækning")
    d.table(
        ("Botilbud", "[navn]"),
        ("Driftsherre", "[navn]"),
        ("Læge", "[navn]"),
        ("Samarbejdsplanens dato", "[dato]"),
        ("Samarbejdsplanens startdato", "[dato]"),
        ("Kontraktens dato", "[dato]"),
        ("Kontraktnummer", "[nr.]"),
        ("Kontrakten udløber", "[dato]"),
        ("Opsigelsesvarsel", "[antal] måneder"),
        ("Timer pr. måned", "[antal]"),
    )
    d.p("Kontrakten er indgået den [dato] mellem ovenstående parter.")
    d.p("Botilbud: [underskrift]     Driftsherre: [underskrift]     Læge: [underskrift]")
    return d.bytes()


def nordfyn2() -> bytes:
    """An amendment in which a day of effect could be the plan's or the change's, by labels of a word or two."""
    p = Pen()
    p.h("Tillæg til samarbejdsplan", 0)
    p.table(
        [
            ["Botilbud", "________________"],
            ["Læge", "________________"],
            ["Aftaledato", "________________"],
            ["Ikrafttrædelse", "________________"],
            ["Startdato", "________________"],
            ["Timer", "________________"],
            ["Kontaktperson", "________________"],
            ["Telefon", "________________"],
        ]
    )
    p.p("Tillægget er underskrevet den ________________")
    p.p("Botilbud ________________     Læge ________________")
    return p.bytes()


def rudersdal4() -> bytes:
    """A notice of few words in a table: 'Dato for opsigelse', 'Dato', 'Ikrafttræden' and 'Ophør', and who is told."""
    c = control
    d = Sheet(212)
    d.title("Opsigelse")
    k = lambda *a, **b: d.para(c(*a, **b))  # noqa: E731 - short, as there are many
    d.table(
        ("Dato", k("Vælg dato", kind=DATE)),
        ("Dato for opsigelse", k("Vælg dato", kind=DATE)),
        ("Planens ikrafttræden", k("Vælg dato", kind=DATE)),
        ("Planens ophør", k("Vælg dato", kind=DATE)),
        ("Opsiges af", k("Vælg part")),
        ("Botilbud", k("Skriv navn")),
        ("Læge", k("Skriv navn")),
        ("Orienteret om opsigelsen", k("Skriv navn")),
        ("Regionen orienteret den", k("Vælg dato", kind=DATE)),
        ("Ny læge fra", k("Vælg dato", kind=DATE)),
    )
    d.p("Underskrift: ________________________")
    return d.bytes()


def brande() -> bytes:
    """A plan whose labels have two lines to write on each, name and address in one, and lists with three lines."""
    p = Pen()
    p.h("SAMARBEJDSPLAN", 0)
    line = "______________________________________"
    p.p("Botilbuddets navn og adresse:")
    p.p(line)
    p.p(line)
    p.p("Lægens navn og adresse:")
    p.p(line)
    p.p(line)
    p.p("Ydernummer:")
    p.p(line)
    p.p("Kontaktperson på botilbuddet, navn og telefon:")
    p.p(line)
    p.p("Kontaktperson hos lægen, navn og telefon:")
    p.p(line)
    p.p("Emner, vi begynder med:")
    p.p(line)
    p.p(line)
    p.p(line)
    p.p("Startdato og timer pr. måned:")
    p.p(line)
    p.p("Dato og underskrifter:")
    p.p(line)
    p.p(line)
    return p.bytes()


def furesoe3() -> bytes:
    """An orientation whose parts are by occasion, each with its own box and day, in one table; the facts first."""
    f = form_text
    d = Sheet(213, compat=12, protected=True)
    d.title("Orientering af regionen")
    d.table(
        ("Botilbuddets navn", d.para(f("A1"))),
        ("Beliggenhedskommune", d.para(f("A2"))),
        ("Lægens navn", d.para(f("A3"))),
        ("Ydernummer", d.para(f("A4"))),
    )
    d.p(tick(), " Ny plan. Startdato: ", f("B1"), " Timetal: ", f("B2"))
    d.p(tick(), " Ændret timetal. Før: ", f("C1"), " Nu: ", f("C2"), " Fra: ", f("C3"))
    d.p(tick(), " Opsigelse. Sidste dag: ", f("D1"), " Opsagt af: ", f("D2"))
    d.p("Udfyldt af: ", f("E1"), " den ", f("E2"), " Telefon: ", f("E3"))
    return d.bytes()


def vojens() -> bytes:
    """A sample that lies filled in, partly marked: a head of the home beside the contact, a clinic with a nurse, a day of meeting."""
    y = yellow
    d = Sheet(214)
    d.title("Samarbejdsplan")
    d.table(
        (d.para(bold("Botilbuddet")), d.para(bold("Lægeklinikken"))),
        (d.para("Navn: ", y("Kløvermarken")), d.para("Navn: ", y("Vojens Lægeklinik"))),
        (d.para("Adresse: ", y("Kløvervej 3, 6500 Vojens")), d.para("Adresse: ", y("Torvet 9, 6500 Vojens"))),
        (d.para("Leder: ", y("Hans Krogh")), d.para("Læge: ", y("Gitte Holm"))),
        (d.para("Kontakt: ", y("Lis Munk")), d.para("Kontakt: ", y("sygeplejerske Mai Bro"))),
        (d.para("Tlf.: ", y("74 54 10 10")), d.para("Tlf.: ", y("74 54 20 20"))),
        (d.para("P-nr.: ", y("1012345678")), d.para("Ydernr.: ", y("098765"))),
    )
    d.p(
        "Startdato: ",
        y("1. juni 2025"),
        ". Første møde: ",
        y("12. juni 2025"),
        ". Timer: ",
        y("2"),
        " pr. måned.",
    )
    d.p("Vojens, den ", y("15. maj 2025"))
    d.p("________________________\t\t________________________")
    d.p("Hans Krogh\t\t\t\tGitte Holm")
    return d.bytes()


def gedser() -> bytes:
    """A plan by boxes of three columns: label over the blank in small letters, a blank wide as the page for the address."""
    d = Sheet(215)
    d.title("Samarbejdsplan")

    def cell(text: str) -> tuple[str, str]:
        return (d.para(small(text)), d.para("________________"))

    d.table((cell("Botilbud"), cell("Kommune"), cell("Antal beboere")))
    d.table((cell("Gade, nr., postnr. og by"),))
    d.table((cell("Kontaktperson"), cell("Stilling"), cell("Mobil")))
    d.table((cell("Læge"), cell("Klinik"), cell("Ydernr.")))
    d.table((cell("Gade, nr., postnr. og by"),))
    d.table((cell("Kontaktperson"), cell("Stilling"), cell("Mobil")))
    d.table((cell("Startdato"), cell("Timer pr. måned"), cell("Revideres")))
    d.table((cell("Dato"), cell("Underskrift, botilbud"), cell("Underskrift, læge")))
    return d.bytes()


def glesborg() -> bytes:
    """A letter to residents and their relatives by the doctor, whose facts are brackets with a word or two."""
    p = Pen()
    p.p("[klinik]\n[adresse]\n[telefon]")
    p.p("[by], den [dato]")
    p.h("Til beboere og pårørende på [botilbud]", 1)
    p.p("Jeg hedder [navn] og er læge i [klinik]. Fra den [dato] er jeg fast læge på [botilbud].")
    p.p(
        "Du vælger selv, om du vil have mig som læge. Vil du høre mere, så tal med [navn], som er kontaktperson på [botilbud], på telefon [telefon]."
    )
    p.p("Jeg er på [botilbud] [ugedag] kl. [tid].")
    p.p("Venlig hilsen\n[navn]\n[titel]")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (holbaek4, koege4, nordfyn2, rudersdal4, brande, furesoe3, vojens, gedser, glesborg)
}
DOKUMENT = {
    "koege4": "kontrakt",
    "nordfyn2": "allonge",
    "rudersdal4": "opsigelse",
    "furesoe3": "orientering",
    "glesborg": "informationsbrev",
}
