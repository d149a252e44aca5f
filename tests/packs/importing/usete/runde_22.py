"""Round 22 of November 2026, by an author new to the house: keys in `noegler/runde_22.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    red,
    underlined,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def ringkobing3() -> bytes:
    """A plan in prose that tells of before and beside: the plan it replaces, the doctor it takes over from, another home of the doctor's."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p(
        "Planen er indgået mellem botilbuddet [navn] og læge [navn], ydernr. [nr.]. Den erstatter samarbejdsplanen af [dato]."
    )
    p.p("Botilbuddet [navn] hed tidligere [navn] og er en del af [navn].")
    p.p(
        "Læge [navn] overtager efter læge [navn], som stoppede den [dato]. Lægen har også en plan med botilbuddet [navn]."
    )
    p.p("Planen gælder fra den [dato]. Den er senest ændret den [dato].")
    p.p(
        "Lægen rådgiver personalet [antal] timer om måneden, dog [antal] timer i juli. Heraf er højst [antal] timer på video."
    )
    p.p("Botilbuddets kontaktperson er [navn], tlf. [nr.]. I ferier er det [navn], tlf. [nr.].")
    p.p(
        "Lægens kontaktperson er [navn], tlf. [nr.]. I lægens ferie ringer botilbuddet til lægerne i [by], tlf. [nr.]."
    )
    p.p("[by], den [dato]")
    p.p("[navn]                    [navn]")
    p.p("Botilbuddet               Lægen")
    return p.bytes()


def soro3() -> bytes:
    """A plan with a head that says who wrote it, who approved it and till when it holds, then the facts by controls."""
    c = control
    d = Sheet(221)
    d.title("Samarbejdsplan")
    d.p(
        "Udarbejdet af ",
        c("Navn"),
        ", ",
        c("Titel"),
        ", den ",
        c("Dato", kind=DATE),
        ". Godkendt af ",
        c("Navn"),
        " den ",
        c("Dato", kind=DATE),
        ". Gyldig til ",
        c("Dato", kind=DATE),
        ".",
    )
    d.p(
        "Botilbuddet ",
        c("Navn"),
        " på adressen ",
        c("Adresse"),
        " har plads til ",
        c("Antal"),
        " beboere og hører under ",
        c("Center"),
        " i ",
        c("Kommune"),
        ".",
    )
    d.p("Den faste læge er ", c("Navn"), " fra ", c("Klinik"), " med ydernummer ", c("Ydernummer"), ".")
    d.p(
        "Ordningen begynder den ",
        c("Dato", kind=DATE),
        ". Parterne ser på den igen den ",
        c("Dato", kind=DATE),
        ".",
    )
    d.p("Der er aftalt ", c("Antal"), " timer om måneden og ", c("Antal"), " møder om året.")
    d.p("Botilbuddet orienterer regionen senest den ", c("Dato", kind=DATE), ".")
    d.p(bold("Underskrifter"))
    d.p("Dato ", c("Dato", kind=DATE), " For botilbuddet ____________________ For lægen ____________________")
    return d.bytes()


def fjerritslev() -> bytes:
    """A notice in prose: another plan is ended too, the earlier notice is recalled, days of holiday; underlined blanks."""
    u = underlined
    d = Sheet(222)
    d.title("Opsigelse")
    d.p("Botilbuddet ", u(), " opsiger samarbejdsplanen af ", u(16), " med læge ", u(), ".")
    d.p("Planen begyndte den ", u(16), ". Opsigelsen gælder også planen for botilbuddet ", u(), ".")
    d.p("Brevet af ", u(16), " om samme sag bortfalder.")
    d.p(
        "Lægen modtager opsigelsen den ",
        u(16),
        ". Sidste dag er den ",
        u(16),
        ". Lægens sidste besøg er den ",
        u(16),
        ", da lægen holder ferie fra den ",
        u(16),
        " til den ",
        u(16),
        ".",
    )
    d.p("Ny læge bliver ", u(), ".")
    d.p("Underskrift ", u(), "   Dato ", u(16))
    return d.bytes()


def vamdrup() -> bytes:
    """An orientation in prose about several things of one home: the old doctor and the new one, hours then and now."""
    p = Pen()
    p.h("Orientering til Region Syddanmark", 0)
    p.p(
        "Botilbuddet <navn> i <navn> Kommune har fra den <dato> ny samarbejdsplan med læge <navn>, ydernr. <nr.>."
    )
    p.p("Den tidligere plan med læge <navn>, ydernr. <nr.>, ophørte den <dato>.")
    p.p("Timetallet er <antal> timer om måneden. I den tidligere plan var det <antal> timer.")
    p.p("Planen er underskrevet den <dato> og blev sendt til lægen den <dato>.")
    p.p("Med venlig hilsen")
    p.p("<navn>, <stilling>, tlf. <nr.>")
    return p.bytes()


def hammel() -> bytes:
    """A contract with recitals that name a day and a body each, and annexes by day at the end."""
    d = Sheet(223)
    line = "________________"
    d.title("Kontrakt")
    d.p(f"A. Byrådet i {line} Kommune besluttede den {line} at indgå i ordningen.")
    d.p(f"B. Botilbuddet {line} og lægen {line} (ydernr. {line}) underskrev en samarbejdsplan den {line}.")
    d.p(
        f"C. Lægen {line} har den {line} oplyst, at der er plads til botilbuddets beboere i klinikken på {line}."
    )
    d.p(f"1. Kontrakten gælder fra den {line}.")
    d.p(f"2. Botilbuddet stiller et lokale til rådighed på {line}.")
    d.p(f"3. Kontrakten kan opsiges med {line} måneders varsel.")
    d.p(f"Bilag 1: Samarbejdsplan af {line}")
    d.p(f"Bilag 2: Byrådets beslutning af {line}")
    d.p(f"Dato {line}  Botilbuddet {line}  Lægen {line}")
    return d.bytes()


def ebeltoft() -> bytes:
    """An amendment in prose of an island of homes: the plan's history in the first lines, what is new in the last."""
    p = Pen()
    p.h("Allonge 2 til samarbejdsplan", 0)
    p.p("Samarbejdsplanen mellem [botilbud] og [læge] blev indgået den [dato] og trådte i kraft den [dato].")
    p.p("Ved allonge 1 af [dato] blev timetallet sat op fra [antal] til [antal] timer om måneden.")
    p.p("Fra den [dato] er timetallet [antal] timer om måneden.")
    p.p("Fra samme dag er [navn] botilbuddets kontaktperson i stedet for [navn]. Telefonnummeret er [nr.].")
    p.p("Allongen er aftalt den [dato].")
    p.p("[navn], for botilbuddet          [navn], for lægen")
    return p.bytes()


def kolind() -> bytes:
    """A letter of information with guidance in red before and after, and a list of days on which the doctor comes."""
    r = red
    d = Sheet(224)
    d.p(r("Skriv brevet på botilbuddets eget brevpapir."))
    d.p("[dato]")
    d.p("Kære beboere på [botilbud]")
    d.p("Vi har fået en fast læge. Det er [lægens navn] fra [klinik].")
    d.p("Lægen begynder den [dato]. Lægen er her den [dato], den [dato] og den [dato].")
    d.p("Din nuværende læge er måske [navn]. Du kan beholde din læge.")
    d.p("[navn] på kontoret kan hjælpe dig. Ring på [telefon].")
    d.p(r("Husk at skrive, hvem beboerne kan spørge, hvis [navn] ikke er på arbejde."))
    d.p("Venlig hilsen [navn]")
    return d.bytes()


def tarm() -> bytes:
    """A plan as answers in sentences of a form: each sentence has a blank and is one row; some are of other things."""
    p = Pen()
    p.h("Samarbejdsplan i sætninger", 0)
    p.table(
        [
            ["1", "Vores botilbud hedder ____________________."],
            ["2", "Vi ligger på ____________________."],
            ["3", "Hos os bor der ______ borgere."],
            ["4", "Vores læge hedder ____________________."],
            ["5", "Vores tandlæge hedder ____________________."],
            ["6", "Lægens klinik hedder ____________________."],
            ["7", "Lægen er her ______ timer om måneden."],
            ["8", "Lægen er her første gang den ____________________."],
            ["9", "Planen begynder den ____________________."],
            ["10", "Vores kontaktperson hedder ____________________."],
            ["11", "Kontaktpersonens chef hedder ____________________."],
            ["12", "Kontaktpersonen har telefon ____________________."],
            ["13", "Vi har skrevet under den ____________________."],
        ]
    )
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (ringkobing3, soro3, fjerritslev, vamdrup, hammel, ebeltoft, kolind, tarm)
}
DOKUMENT = {
    "fjerritslev": "opsigelse",
    "vamdrup": "orientering",
    "hammel": "kontrakt",
    "ebeltoft": "allonge",
    "kolind": "informationsbrev",
}
