"""Six more by the same author, when the eight were mended: keys in `noegler/tidlig_10.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    box,
    control,
    form_text,
    merge,
    red,
    small,
    tick,
    underlined,
    yellow,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def faxe() -> bytes:
    """A front page with a box, then numbered paragraphs in legal prose with brackets; the parties are called A and B."""
    d = Sheet(61, compat=15, header="[Regionens navn]", footer="Side 1 af 3 · Version [versionsnr.]")
    d.title("Samarbejdsplan")
    d.p("vedrørende fast tilknyttet læge på")
    d.p("[NAVN PÅ BOTILBUD]")
    d.p(
        box(
            d.para(bold("Kort om aftalen")),
            d.para("Start: [dato]"),
            d.para("Timer: [antal] pr. måned"),
            d.para("Læge: [praksis]"),
        )
    )
    d.p("A. [kommunens navn] (herefter »kommunen«), der driver [botilbud], [vej], [postnr. og by]")
    d.p("B. [lægepraksis] (herefter »lægen«), [vej], [postnr. og by], ydernr. [ydernr.]")
    d.h("1. Rådgivningens omfang")
    d.p(
        "Lægen rådgiver botilbuddets personale [antal timer] om måneden. Rådgivningen gives [ved fysisk fremmøde/på video]."
    )
    d.h("2. Kontakt")
    d.p(
        "Kommunen har udpeget [navn], [stilling], som kontaktperson. Vedkommende kan nås på [telefon] og [e-mail]."
    )
    d.p("Hos lægen er kontaktpersonen [navn], [telefon].")
    d.h("3. Opsigelse")
    d.p("Planen kan opsiges med [antal] måneders varsel til udgangen af et kvartal.")
    d.h("4. Underskrift")
    d.table(
        ("For kommunen", "For lægen"),
        (
            ("Dato: [dato]", "Navn: [navn]", "Underskrift: ____________________"),
            ("Dato: [dato]", "Navn: [navn]", "Underskrift: ____________________"),
        ),
    )
    return d.bytes()


def lejre() -> bytes:
    """A list of residents and a table of hour tiers beside the ordinary form."""
    d = Sheet(62, compat=14)
    d.title("Samarbejdsplan og bilag")
    d.table(
        (small("Botilbud"), small("Lægepraksis")),
        ("", ""),
        (small("Adresse"), small("Adresse")),
        ("", ""),
        (small("Kontaktperson"), small("Kontaktperson")),
        ("", ""),
        (small("Telefon"), small("Telefon")),
        ("", ""),
    )
    d.p(
        "Timer pr. måned (sæt kryds): ",
        tick(),
        " 2 timer (højst 20 beboere) ",
        tick(),
        " 3 timer (over 20 beboere)",
    )
    d.p("Planen gælder fra: ", underlined(16))
    d.h("Bilag 1. Beboere, der ønsker at skifte læge")
    d.table(("Navn", "CPR-nr.", "Nuværende læge"), ("", "", ""), ("", "", ""), ("", "", ""))
    d.h("Underskrift")
    d.p("Dato ", underlined(14), " Botilbud ", underlined(24), " Læge ", underlined(24))
    return d.bytes()


def solrod() -> bytes:
    """A termination as a form, with content controls, for either side."""
    d = Sheet(63, compat=15)
    d.title("Opsigelse af samarbejdsplan")
    d.p("Hvem opsiger? ", tick(), " Botilbuddet ", tick(), " Lægen")
    d.table(
        ("Botilbud", control("Klik og skriv")),
        ("Læge/praksis", control("Klik og skriv")),
        ("Samarbejdsplanens startdato", control("Klik og vælg dato", kind=DATE)),
        ("Opsigelsen er modtaget den", control("Klik og vælg dato", kind=DATE)),
        ("Samarbejdet ophører den", control("Klik og vælg dato", kind=DATE)),
        ("Navn på den, der opsiger", control("Klik og skriv")),
    )
    d.p("Opsigelsesvarslet er 3 måneder til udgangen af et kvartal.")
    d.p("Dato: ", control("Klik og vælg dato", kind=DATE), "  Underskrift: ______________________")
    return d.bytes()


def stevnsby() -> bytes:
    """Merge fields with spoken names, some joined with text, in a plan with two columns."""
    d = Sheet(64, compat=12)
    d.title("Samarbejdsplan ", merge("Botilbud.Navn"), " / ", merge("Klinik.Navn"))
    d.table(
        (bold("Botilbud"), bold("Klinik")),
        (
            (
                d.para(merge("Botilbud.Navn")),
                d.para(merge("Botilbud.Adresse")),
                d.para(merge("Botilbud.PostnrBy")),
                d.para("P-nr. ", merge("Botilbud.PNr")),
            ),
            (
                d.para(merge("Klinik.Navn")),
                d.para(merge("Klinik.Adresse")),
                d.para(merge("Klinik.PostnrBy")),
                d.para("Ydernr. ", merge("Klinik.YderNr")),
            ),
        ),
        (
            (
                d.para("Kontakt: ", merge("Botilbud.Kontakt.Navn")),
                d.para("Tlf. ", merge("Botilbud.Kontakt.Tlf")),
            ),
            (d.para("Kontakt: ", merge("Klinik.Kontakt.Navn")), d.para("Tlf. ", merge("Klinik.Kontakt.Tlf"))),
        ),
    )
    d.p("Rådgivning: ", merge("Aftale.Timer"), " timer pr. md. fra ", merge("Aftale.Startdato"), ".")
    d.p("Emner: ", merge("Aftale.Emner"))
    d.p("Underskrevet ", merge("Aftale.Underskriftsdato"))
    d.p("____________________\t____________________")
    d.p("Botilbud\tKlinik")
    return d.bytes()


def gribsby() -> bytes:
    """Guidance in red brackets beside dotted lines, and a paragraph that is marked as a whole."""
    d = Sheet(65, compat=15)
    d.title("SAMARBEJDSAFTALE")
    d.p("Bostedets navn: ................................ ", red("(skriv det fulde navn)"))
    d.p("Bostedets adresse: ................................ ", red("(vej, nr., postnr., by)"))
    d.p("Lægens navn: ................................ ", red("(eller praksis)"))
    d.p("Ydernummer: ................................ ", red("(6 cifre)"))
    d.p("Aftalen starter: ................................ ", red("(dato)"))
    d.p("Antal timer: ........ ", red("(2 eller 3 om måneden)"))
    d.p("Bostedets kontaktperson for lægen: ................................")
    d.p("Kan træffes på telefon: ................................")
    d.p(yellow("Her kan parterne skrive, hvad de har aftalt om ferie og sygdom"))
    d.p("For bostedet: ................................   For lægen: ................................")
    return d.bytes()


def fredensby() -> bytes:
    """A locked form whose fields have help texts as names, with samples shown in them."""
    d = Sheet(66, compat=12, protected=True)
    d.title("Samarbejdsplan")
    d.p("Botilbud: ", form_text("Tekst5", "Skriv navn her"))
    d.p("Adresse: ", form_text("Tekst6", "Skriv adresse her"))
    d.p("Kommune: ", form_text("Tekst7", "     "))
    d.p("Læge: ", form_text("Tekst8", "Skriv navn her"), ", ydernummer ", form_text("Tekst9", "000000"))
    d.p(
        "Kontaktperson: ",
        form_text("Kontaktperson_botilbud", "     "),
        " Telefon: ",
        form_text("Telefon_botilbud", "     "),
    )
    d.p("Kontaktperson hos lægen: ", form_text("Tekst10"), " Telefon: ", form_text("Tekst11"))
    d.p("Startdato: ", form_text("Tekst12", "dd-mm-åååå"), " Timer pr. måned: ", form_text("Tekst13", "x"))
    d.p("Sted og dato: ", form_text("Tekst14"))
    d.p("Underskrift, botilbud: ____________________ Underskrift, læge: ____________________")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (faxe, lejre, solrod, stevnsby, gribsby, fredensby)
}
DOKUMENT = {"solrod": "opsigelse"}
