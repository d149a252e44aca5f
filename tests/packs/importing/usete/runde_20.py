"""Round 20 of November 2026, by an author new to the house: keys in `noegler/runde_20.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    field,
    form_text,
    tick,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def fredericia3() -> bytes:
    """A contract of a law firm: bullets in brackets, 'herefter' for each party, hours by half-years, a trial period."""
    p = Pen()
    p.h("KONTRAKT", 0)
    p.p("[●] Kommune, CVR-nr. [●], på vegne af botilbuddet [●], P-nr. [●] (herefter »Botilbuddet«)")
    p.p("og")
    p.p("[●], ydernr. [●], CVR-nr. [●] (herefter »Lægen«)")
    p.h("1. Varighed")
    p.p("1.1 Kontrakten træder i kraft den [●] og har en prøveperiode til den [●].")
    p.p("1.2 Kontrakten udbygger samarbejdsplanen af [●].")
    p.h("2. Ydelse")
    p.p("2.1 Lægen rådgiver i 1. halvår [●] timer pr. måned og i 2. halvår [●] timer pr. måned.")
    p.p("2.2 Lægens vederlag er [●] kr. pr. time.")
    p.h("3. Kontakt")
    p.p("3.1 Botilbuddets kontaktperson er [●], e-mail [●].")
    p.p("3.2 Lægens kontaktperson er [●], e-mail [●].")
    p.h("4. Underskrift")
    p.p("For Botilbuddet: [●], den [●]")
    p.p("For Lægen: [●], den [●]")
    return p.bytes()


def middelfart4() -> bytes:
    """A plan with everything for both in one line each, a slash between two blanks."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p("Før skråstregen skrives botilbuddets oplysninger, efter den lægens.")
    line = "__________________"
    for text in ("Navn", "Adresse", "P-nr./ydernr.", "Kontaktperson", "Tlf.", "Mail"):
        p.p(f"{text}: {line} / {line}")
    p.p(f"Startdato: {line}")
    p.p("Timer pr. måned: 2 / 3 (streg det ene ud)")
    p.p(f"Underskrift: {line} / {line}")
    return p.bytes()


def vordingborg2() -> bytes:
    """LibreOffice's: a plan with lists to choose from in a table, two addresses of the doctor, a code of the home that is no P number."""
    return saved("vordingborg2")


def nykobing() -> bytes:
    """LibreOffice's: a notice set with tabs and a text box for the sender, in the words of one who writes few letters."""
    return saved("nykobing")


def skive6() -> bytes:
    """An orientation that a system writes: fields between per cents, a line of codes for the system itself, the region by its office."""
    p = Pen()
    p.p("%%REGION%%, %%REGION_KONTOR%%")
    p.p("Dato: %%DAGSDATO%%    Sag: %%SAGSNR%%    Afsender: %%BRUGERNAVN%%")
    p.h("Orientering om samarbejdsplan", 0)
    p.p("Botilbud: %%BOTILBUD_NAVN%%, %%BOTILBUD_ADRESSE%%, %%BOTILBUD_KOMMUNE%%")
    p.p("P-nr.: %%BOTILBUD_PNR%%")
    p.p("Læge: %%LAEGE_NAVN%%, %%KLINIK_NAVN%%, ydernr. %%LAEGE_YDERNR%%")
    p.p("Anledning: %%ANLEDNING%%")
    p.p("Gælder fra: %%GAELDER_FRA%%")
    p.p("Timer pr. måned: %%TIMER_NY%% (før: %%TIMER_FOER%%)")
    p.p("Kontaktperson: %%KONTAKT_NAVN%%, %%KONTAKT_TLF%%, %%KONTAKT_MAIL%%")
    return p.bytes()


def herlufmagle() -> bytes:
    """A plan with two doctors of one clinic, each with a number, a telephone and a signature; dates with the month in letters."""
    d = Sheet(203)
    line = "____________________"
    d.title("Samarbejdsplan for botilbuddet ", line)
    d.p(f"Lægeklinik: {line}")
    d.table(
        ("", "Læge 1", "Læge 2"),
        ("Navn", line, line),
        ("Autorisations-ID", line, line),
        ("Telefon", line, line),
    )
    d.p(f"Klinikkens ydernummer: {line}")
    d.p(f"Botilbuddets adresse: {line}")
    d.p(f"Botilbuddets kontaktperson: {line}   Telefon: {line}")
    d.p("Planen begynder den ____. ______________ 20____")
    d.p("Timer pr. måned i alt: ____, heraf læge 1: ____ og læge 2: ____")
    d.p(f"Læge 1: {line}   den ____. ____________ 20____")
    d.p(f"Læge 2: {line}   den ____. ____________ 20____")
    d.p(f"Botilbuddet: {line}   den ____. ____________ 20____")
    return d.bytes()


def allinge() -> bytes:
    """An amendment whose header and footer have the parties, with document fields, and whose text says 'som ovenfor'."""
    c = control
    d = Sheet(204, header="x", footer="y")
    d.header = d.para("Allonge mellem ", c("Botilbud"), " og ", c("Læge"))
    d.footer = d.para("Plan af ", c("Dato", kind=DATE), " · Side ", field(" PAGE ", "1"))
    d.title("Allonge")
    d.p("Parterne er som ovenfor.")
    d.p(tick(), " Timetallet er fremover ", c("Vælg", kind=choice("2", "3")), " timer pr. måned")
    d.p(tick(), " Botilbuddets kontaktperson er fremover ", c("Navn"), ", tlf. ", c("Telefon"))
    d.p(tick(), " Lægens kontaktperson er fremover ", c("Navn"), ", tlf. ", c("Telefon"))
    d.p(tick(), " Andet: ", c("Beskriv"))
    d.p("Ændringerne har virkning fra ", c("Dato", kind=DATE), ".")
    d.p("Aftalt på møde den ", c("Dato", kind=DATE), " mellem ", c("Navn"), " og ", c("Navn"))
    d.table(
        ("Botilbuddet", "Lægen"),
        ("Dato: __________", "Dato: __________"),
        ("________________", "________________"),
    )
    return d.bytes()


def ulfborg() -> bytes:
    """A plan by old form fields in running text, the home's board signs; what the doctor is to have, and who pays, is there too."""
    f = form_text
    d = Sheet(205, compat=12, protected=True)
    d.title("Samarbejdsplan")
    d.p(
        "Fonden ",
        f("Fond"),
        " (CVR ",
        f("Cvr"),
        ") driver botilbuddet ",
        f("Botilbud"),
        " i ",
        f("By"),
        " med ",
        f("Pladser"),
        " pladser.",
    )
    d.p("Læge ", f("Laege"), ", ydernummer ", f("Yder"), ", er fast læge fra ", f("Fra"), ".")
    d.p(
        "Lægen rådgiver personalet ", f("Timer"), " timer om måneden og kører ", f("Km"), " km fra klinikken."
    )
    d.p(
        "På botilbuddet er ",
        f("KP"),
        " kontaktperson (",
        f("KPtlf"),
        "), og hos lægen er ",
        f("LKP"),
        " kontaktperson (",
        f("LKPtlf"),
        ").",
    )
    d.p("Regninger sendes til ", f("RegnNavn"), ", ", f("RegnMail"), ".")
    d.p(bold("For bestyrelsen"))
    d.p("Navn ", f("BNavn"), " Dato ", f("BDato"), " Underskrift ________________")
    d.p(bold("For lægen"))
    d.p("Navn ", f("LNavn"), " Dato ", f("LDato"), " Underskrift ________________")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        fredericia3,
        middelfart4,
        vordingborg2,
        nykobing,
        skive6,
        herlufmagle,
        allinge,
        ulfborg,
    )
}
DOKUMENT = {
    "fredericia3": "kontrakt",
    "nykobing": "opsigelse",
    "skive6": "orientering",
    "allinge": "allonge",
}
