"""Round 10 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_10.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
    underlined,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def naestved() -> bytes:
    """A plan where each side tells of the other: 'Vores læge er', 'Vores botilbud er', in two boxes side by side."""
    d = Sheet(101)
    d.title("Samarbejdsplan")
    d.table(
        (d.para(bold("Udfyldes af botilbuddet")), d.para(bold("Udfyldes af lægen"))),
        (
            (
                d.para("Vores botilbud hedder ", underlined(20)),
                d.para("Vores læge hedder ", underlined(20)),
                d.para("Lægen kan ringe til ", underlined(20)),
                d.para("på ", underlined(10)),
            ),
            (
                d.para("Min klinik hedder ", underlined(20)),
                d.para("Mit ydernummer er ", underlined(8)),
                d.para("Personalet kan ringe til ", underlined(20)),
                d.para("på ", underlined(10)),
            ),
        ),
    )
    d.p("Fra den ", underlined(10), " mødes vi ", underlined(4), " timer hver måned.")
    d.p("Underskrifter:")
    d.p(underlined(24), "\t\t", underlined(24))
    return d.bytes()


def faxe2() -> bytes:
    """A contract in which the home is called Leverandøren's customer: 'Kunden' and 'Leverandøren', defined in the first lines."""
    p = Pen()
    p.h("Kontrakt", 0)
    p.p("Kunde: [botilbuddets navn], [adresse], CVR [nr.] (»Kunden«)")
    p.p("Leverandør: [lægens navn], [adresse], ydernr. [nr.] (»Leverandøren«)")
    p.h("1. Ydelse")
    p.p("Leverandøren rådgiver Kundens personale i [antal] timer pr. måned efter samarbejdsplanen af [dato].")
    p.h("2. Kontakt")
    p.p("Kundens kontaktperson: [navn], [tlf.], [mail]")
    p.p("Leverandørens kontaktperson: [navn], [tlf.], [mail]")
    p.h("3. Start og slut")
    p.p("Kontrakten gælder fra [dato]. Den kan opsiges som samarbejdsplanen.")
    p.h("4. Underskrift")
    p.table([["Kunden", "Leverandøren"], ["[dato]", "[dato]"], ["[navn]", "[navn]"]])
    return p.bytes()


def hoeje_taastrup() -> bytes:
    """A notice by either side as a form: the parties by columns, the one who ends it by a cross, dates in boxes with help under."""
    d = Sheet(102)
    d.title("OPSIGELSE")
    d.table(
        ("", d.para(bold("Botilbud")), d.para(bold("Læge"))),
        ("Navn", "", ""),
        ("Adresse", "", ""),
        ("CVR/ydernr.", "", ""),
        ("Opsiger (sæt X)", "", ""),
    )
    d.p("")
    d.table(
        ("Planen begyndte", "Opsigelsen sendes", "Den er fremme senest", "Planen slutter"), ("", "", "", "")
    )
    d.p("Varslet er 3 måneder til udgangen af et kvartal.")
    d.table(("Navn og underskrift", "Modtaget (dato og underskrift)"), ("", ""))
    return d.bytes()


def brondby() -> bytes:
    """An orientation that merges two lists: 'Fra (nuværende)' and 'Til (ny)' of hours, with the home's facts in the header."""
    p = Pen()
    p.header("[Botilbud] · [Adresse] · P-nr. [p-nr.]", logo=False)
    p.p("Til Region Hovedstaden, Center for Sundhed")
    p.h("Orientering: timetallet er ændret", 0)
    p.p("Samarbejdsplanen med [Læge] (ydernr. [ydernr.]) er ændret pr. [dato].")
    p.table(
        [
            ["", "Nuværende", "Ny"],
            ["Timer pr. måned", "[antal]", "[antal]"],
            ["Antal beboere", "[antal]", "[antal]"],
        ]
    )
    p.p("Ændringen er aftalt den [dato].")
    p.p("Kontakt: [navn], [stilling], [telefon], [e-mail]")
    p.p("[By], den [dato]")
    return p.bytes()


def lyngby() -> bytes:
    """An amendment as a letter to sign and return: what changes in three short paragraphs with crosses before them."""
    d = Sheet(103)
    d.p("Til ", yellow("Lægehuset Lyngby Torv"))
    d.p("Lyngby, den ", yellow("2. september 2025"))
    d.h("Allonge til vores samarbejdsplan")
    d.p(
        "Vi har den ",
        yellow("28. august 2025"),
        " aftalt at ændre samarbejdsplanen af ",
        yellow("14. marts 2025"),
        " fra den ",
        yellow("1. oktober 2025"),
        ":",
    )
    d.p("Timetallet ændres fra ", yellow("2"), " til ", yellow("3"), " timer pr. måned.")
    d.p(
        "Vores kontaktperson er fremover ",
        yellow("Sigrid Nord"),
        ", ",
        yellow("sygeplejerske"),
        ", ",
        yellow("45 97 30 22"),
        ".",
    )
    d.p("Venlig hilsen")
    d.p(yellow("Botilbuddet Slotsvænget"))
    d.p(yellow("Poul Gade"), ", ", yellow("leder"))
    d.p("Accepteret af lægen: ______________________  Dato: ____________")
    return d.bytes()


def silkeborg3() -> bytes:
    """A plan from a form program: every fact a table of its own of one row, the number of the question first, help in italics last."""
    d = Sheet(104)
    d.title("Samarbejdsplan – botilbudslæge")

    def i(t: str) -> str:
        return f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{t}</w:t></w:r>'

    for n, (a, h) in enumerate(
        (
            ("Botilbuddets navn", ""),
            ("Botilbuddets adresse", "Vej, postnr. og by"),
            ("Driftsherre", "Kommune, region eller privat"),
            ("Driftsherrens CVR-nr.", ""),
            ("Lægepraksis", "Navn som i ydernummerregistret"),
            ("Ydernummer", "6 cifre"),
            ("Kontaktperson på botilbuddet", ""),
            ("Dennes direkte telefon", ""),
            ("Kontaktperson i lægepraksis", ""),
            ("Dennes direkte telefon", ""),
            ("Startdato", "dd-mm-åååå"),
            ("Timer pr. måned", "Skriv 2 eller 3"),
        ),
        start=1,
    ):
        d.table((f"{n}.", a, "", d.para(i(h)) if h else ""))
    d.p("Underskrives af begge parter:")
    d.table(("Botilbud", "", "Læge", ""), ("Dato", "", "Dato", ""))
    return d.bytes()


def aalborg3() -> bytes:
    """A plan by a private firm in English and Danish side by side, brackets in both."""
    p = Pen()
    p.h("Samarbejdsplan / Cooperation plan", 0)
    p.table(
        [
            ["Botilbud / Facility", "[navn / name]"],
            ["Adresse / Address", "[adresse / address]"],
            ["Virksomhed / Company", "[navn / name]"],
            ["CVR no.", "[cvr]"],
            ["Læge / Doctor", "[navn / name]"],
            ["Ydernr. / Provider no.", "[nr. / no.]"],
            ["Kontaktperson, botilbud / Contact, facility", "[navn / name]"],
            ["Telefon / Phone", "[nr. / no.]"],
            ["Startdato / Start date", "[dato / date]"],
            ["Timer pr. måned / Hours per month", "[2/3]"],
        ]
    )
    p.p(
        "Planen kan opsiges med 3 måneders varsel til udgangen af et kvartal. / Three months' notice to the end of a quarter."
    )
    p.p("Dato / Date: ____________   Underskrift / Signature: ____________")
    return p.bytes()


def lemvig3() -> bytes:
    """A plan with the clauses left and the facts to fill in right, in a narrow column beside the clause that uses them."""
    d = Sheet(105)
    d.title("Samarbejdsplan")
    d.table(
        (d.para(bold("Vilkår")), d.para(bold("Udfyldes"))),
        (
            "Planen er aftalt mellem botilbuddet og lægen, som er nævnt her til højre.",
            (
                d.para("Botilbud: ........................"),
                d.para("Læge: ........................"),
                d.para("Ydernr.: ............"),
            ),
        ),
        (
            "Lægen rådgiver personalet det antal timer, der står her til højre.",
            (d.para("Timer: ...... pr. måned"),),
        ),
        (
            "Lægen og kontaktpersonen aftaler, hvornår møderne holdes.",
            (d.para("Kontaktperson: ........................"), d.para("Tlf.: ............")),
        ),
        (
            "Planen gælder fra den dato, der står her til højre, og kan opsiges med 3 måneders varsel til udgangen af et kvartal.",
            (d.para("Dato: ............"),),
        ),
        ("Botilbuddet orienterer regionen.", ""),
    )
    d.p("Botilbuddet: ........................     Lægen: ........................")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (naestved, faxe2, hoeje_taastrup, brondby, lyngby, silkeborg3, aalborg3, lemvig3)
}
DOKUMENT = {"faxe2": "kontrakt", "hoeje_taastrup": "opsigelse", "brondby": "orientering", "lyngby": "allonge"}
