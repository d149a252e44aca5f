"""Round 29 of November 2026, by an author new to the house: keys in `noegler/runde_29.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    form_text,
    small,
    tick,
    underlined,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def bjerringbro() -> bytes:
    """A plan of a region: a head table, then clauses with controls, then contacts in a table with heads, by a careful hand."""
    c = control
    d = Sheet(291, header="Region Midtjylland", footer="Samarbejdsplan, side 1")
    d.title("Samarbejdsplan")
    k = lambda *a, **b: d.para(c(*a, **b))  # noqa: E731 - short, as there are many
    d.table(
        ("Botilbud", k("Botilbuddets navn")),
        ("Driftsherre", k("Kommune, region eller privat leverandør")),
        ("Lægepraksis", k("Praksis' navn")),
        ("Ydernummer", k("6 cifre")),
        ("Startdato", k("Vælg dato", kind=DATE)),
    )
    d.h("Omfang")
    d.p("Der er aftalt ", c("Vælg timetal", kind=choice("2", "3")), " timer pr. måned.")
    d.h("Kontaktpersoner")
    d.table(
        ("", "Navn", "Telefon", "E-mail"),
        ("Botilbuddet", k("Navn"), k("Telefon"), k("E-mail")),
        ("Lægepraksis", k("Navn"), k("Telefon"), k("E-mail")),
        ("Regionen", k("Navn"), k("Telefon"), k("E-mail")),
    )
    d.h("Underskrift")
    d.p("Botilbuddet, dato: __________ Underskrift: ____________________")
    d.p("Lægepraksis, dato: __________ Underskrift: ____________________")
    return d.bytes()


def tinglev() -> bytes:
    """A contract typed with few words and many blanks, a comma between, what is what told by the order in the line before."""
    p = Pen()
    p.h("Kontrakt", 0)
    u = "______________"
    p.p("Botilbud (navn, adresse, P-nr.):")
    p.p(f"{u}, {u}, {u}")
    p.p("Læge (navn, adresse, ydernr.):")
    p.p(f"{u}, {u}, {u}")
    p.p("Kontakt på botilbuddet (navn, tlf., mail):")
    p.p(f"{u}, {u}, {u}")
    p.p("Kontakt hos lægen (navn, tlf., mail):")
    p.p(f"{u}, {u}, {u}")
    p.p(f"Start: {u}")
    p.p(f"Dato, underskrift (botilbud): {u}, {u}")
    p.p(f"Dato, underskrift (læge): {u}, {u}")
    return p.bytes()


def soenderho() -> bytes:
    """A notice as a table of three columns: the doctor's words, the home's words, and what is meant; the home fills in the middle."""
    d = Sheet(292)
    u = underlined
    d.title("Opsigelse")
    d.table(
        ("", "Botilbuddet", "Lægen"),
        ("Navn", d.para(u()), d.para(u())),
        ("Adresse", d.para(u()), d.para(u())),
        ("P-nr./ydernr.", d.para(u()), d.para(u())),
        ("Den, der underskriver", d.para(u()), d.para(u())),
    )
    d.p("Planen er underskrevet ", u(16), " og gælder fra ", u(16), ".")
    d.p("Opsigelsen kommer frem ", u(16), ", og planen ophører ", u(16), ".")
    d.p(tick(), " Botilbuddet opsiger   ", tick(), " Lægen opsiger")
    d.p("Dato ", u(16), " Underskrift ", u())
    return d.bytes()


def ulbjerg() -> bytes:
    """A plan with marked samples where the clinic's name has the town in it and the home's name is a street."""
    y = yellow
    d = Sheet(293)
    d.title("Samarbejdsplan")
    d.p(
        "Bostedet ",
        y("Søndergade 14"),
        " i ",
        y("Ulbjerg"),
        " (P-nr. ",
        y("1009876543"),
        ") og ",
        y("Lægehuset Ulbjerg"),
        " (ydernr. ",
        y("061234"),
        ") er enige om:",
    )
    d.p(
        "Lægen, ",
        y("Birthe Toft"),
        ", kommer fra ",
        y("1. oktober 2025"),
        " og er der ",
        y("3"),
        " timer om måneden.",
    )
    d.p(
        "Bostedets leder er ",
        y("Kim Lund"),
        ". Kontaktpersonen er ",
        y("Rie Holm"),
        ", mobil ",
        y("30 31 32 33"),
        ".",
    )
    d.p("I lægehuset tager ", y("Anja"), " telefonen på ", y("86 69 10 10"), ".")
    d.p("Planen er skrevet under ", y("15. september 2025"), ".")
    d.p("____________________ (bostedet)     ____________________ (lægehuset)")
    return d.bytes()


def hjallerup() -> bytes:
    """An orientation as a page of the web made into Word: the label in bold with a line break, then an old field, in one cell."""
    f = form_text
    d = Sheet(294, compat=12, protected=True)
    d.title("Orientering om samarbejdsplan")

    def cell(label: str, name: str) -> str:
        return d.para(bold(label), "\n", f(name))

    d.table(
        (cell("Botilbuddets navn", "x1"), cell("Botilbuddets kommune", "x2")),
        (cell("Lægens navn", "x3"), cell("Lægens ydernummer", "x4")),
        (cell("Planen gælder fra", "x5"), cell("Planens timetal", "x6")),
        (cell("Kontaktpersonens navn", "x7"), cell("Kontaktpersonens telefon", "x8")),
        (cell("Indsendt den", "x9"), cell("Indsendt af", "x10")),
        (cell("Sagsnummer i regionen", "x11"), cell("Modtaget i regionen", "x12")),
    )
    return d.bytes()


def galten() -> bytes:
    """An amendment for a home that moves in with another: two homes in the text, one that was and one that is."""
    p = Pen()
    p.h("Allonge til samarbejdsplan", 0)
    p.p("Samarbejdsplanen mellem botilbuddet [navn] og læge [navn], indgået den [dato], ændres sådan:")
    p.p("Botilbuddet får pr. [dato] nyt navn: [navn]. Ny adresse: [adresse]. Nyt P-nummer: [nr.].")
    p.p("Beboerne fra botilbuddet [navn] flytter med.")
    p.p("Nyt antal beboere: [antal]. Nyt timetal: [antal] timer pr. måned.")
    p.p("Kontaktperson er fortsat [navn], telefon [nr.].")
    p.p("Den [dato]")
    p.p("[underskrift], botilbud          [underskrift], læge")
    return p.bytes()


def ry() -> bytes:
    """A letter to residents by the municipality, with the facts of several homes in a table and one home in the text."""
    p = Pen()
    p.h("Fast læge på dit botilbud", 0)
    p.p("[dato]")
    p.p("Kære beboer på [botilbuddets navn]")
    p.p("Læge [lægens navn] er fast læge hos jer fra den [dato]. Du vælger selv, om du vil skifte.")
    p.p("Spørg [kontaktpersonens navn], telefon [kontaktpersonens telefon].")
    p.p("Disse botilbud i kommunen har fast læge:")
    p.table([["Botilbud", "Læge", "Fra"], *[["[navn]", "[navn]", "[dato]"]] * 3])
    p.p("Venlig hilsen\n[navn], [titel]\n[kommune]")
    return p.bytes()


def stouby() -> bytes:
    """A plan of a small home: headings with lines under them, the unit before the line, brackets of guidance after some."""
    d = Sheet(295)
    line = "____________________"
    d.title("Samarbejdsplan")
    d.h("Botilbuddet")
    d.p(f"hedder {line} (det officielle navn)")
    d.p(f"ligger på {line} (vej, nr., postnr. og by)")
    d.p(f"har {line} beboere")
    d.p(f"har P-nr. {line} (10 cifre)")
    d.h("Lægen")
    d.p(f"hedder {line} (eller klinikkens navn)")
    d.p(f"har ydernr. {line} (6 cifre)")
    d.h("Planen")
    d.p(f"begynder den {line}")
    d.p(f"er på {line} timer om måneden")
    d.p(f"er aftalt den {line}")
    d.h("Kontakt")
    d.p(f"på botilbuddet: {line} tlf. {line}")
    d.p(f"hos lægen: {line} tlf. {line}")
    d.p(small("Underskrifter"))
    d.p(f"Botilbuddet {line} Lægen {line}")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (bjerringbro, tinglev, soenderho, ulbjerg, hjallerup, galten, ry, stouby)
}
DOKUMENT = {
    "tinglev": "kontrakt",
    "soenderho": "opsigelse",
    "hjallerup": "orientering",
    "galten": "allonge",
    "ry": "informationsbrev",
}
