"""Four templates of late November 2026: their keys were written before any was run."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, field, form_text, merge, tick


def assens() -> bytes:
    """Write a plan in a grid of four columns: label and value twice in a row, with a signature block for each side."""
    pen = Pen()
    pen.header("Region Syddanmark · Sagsnr. [sagsnr.]")
    pen.h("Samarbejdsplan mellem botilbud og læge", 0)
    pen.h("Parterne")
    pen.table(
        [
            ["Botilbud", "", "Lægepraksis", ""],
            ["Adresse", "", "Adresse", ""],
            ["Postnr. og by", "", "Postnr. og by", ""],
            ["CVR-nr.", "", "Ydernr.", ""],
            ["P-nr.", "", "CVR-nr.", ""],
            ["Kontaktperson", "", "Kontaktperson", ""],
            ["Tlf.", "", "Tlf.", ""],
            ["E-mail", "", "E-mail", ""],
        ]
    )
    pen.h("Omfang og start")
    pen.p("Antal beboere: ________   Timer pr. måned: ________   Startdato: ____________")
    pen.h("Form")
    pen.p(f"Samarbejdet foregår ved {tick()} fremmøde på botilbuddet {tick()} videomøde {tick()} telefon")
    pen.h("Opsigelse")
    pen.p("Hver part kan opsige planen med [antal] måneders varsel.")
    pen.h("Underskrifter")
    pen.table(
        [
            ["For botilbuddet", "For lægepraksis"],
            ["Dato: ____________", "Dato: ____________"],
            ["Navn: ____________", "Navn: ____________"],
            ["Underskrift: ____________", "Underskrift: ____________"],
        ]
    )
    return pen.bytes()


def mariager() -> bytes:
    """Write a plan in running text with content controls, a header that names both sides, and a page field."""
    pen = Pen()
    pen.header(
        f"{control('Botilbud', 'Klik for at skrive botilbuddets navn')} og {control('Læge', 'Klik for at skrive lægens navn')}"
    )
    pen.footer("Side ")
    pen.h("Plan for fast tilknyttet læge", 0)
    pen.p(
        f"{control('Botilbud', 'Klik for at skrive botilbuddets navn')}, {control('Vej og nr.', 'Vej og nr.')}, "
        f"{control('Postnr.', 'Postnr.')} {control('By', 'By')}, drives af "
        f"{control('Driftsherre', 'Navn på kommune, region eller fond')} (CVR {control('CVR', '8 cifre')})."
    )
    pen.p(
        f"Botilbuddet er oprettet efter {control('Lovgrundlag', 'Vælg paragraf', kind='dropDownList', items=('§ 107', '§ 108', '§ 105'))} "
        f"og har {control('Antal', 'antal')} beboere."
    )
    pen.p(
        f"Fra {control('Ikrafttrædelse', 'Vælg dato', kind='date')} er {control('Praksis', 'praksis')} "
        f"med ydernummer {control('Ydernummer', 'ydernummer')} fast læge med {control('Timer', 'timetal')} timer om måneden."
    )
    pen.p(
        f"Botilbuddets kontaktperson er {control('', 'navn')}, {control('', 'titel')}, som træffes på {control('', 'telefonnummer')}."
    )
    pen.p(f"Lægens kontaktperson er {control('', 'navn')}, som træffes på {control('', 'e-mailadresse')}.")
    pen.p(f"{control('', 'Sted og dato')}")
    pen.p("_______________________          _______________________")
    pen.p("Botilbuddets leder               Praksis")
    return pen.bytes()


def samso() -> bytes:
    """Write a plan with old form fields and merge fields mixed, in numbered clauses."""
    pen = Pen()
    pen.h("Aftale om lægedækning af botilbud", 0)
    pen.h("1. Parter", 1)
    pen.p(f"Botilbuddets navn: {merge('Botilbud_Navn')}")
    pen.p(f"Beliggenhed: {merge('Adresse')}, {merge('Postnummer')} {merge('Bynavn')}")
    pen.p(f"Beliggenhedskommune: {merge('Kommune')}")
    pen.p(f"Tilknyttet læge: {form_text('Laege', 'Skriv praksis og lægens navn')}")
    pen.p(f"Lægens ydernummer: {form_text('Ydernr')}")
    pen.h("2. Timer", 1)
    pen.p(f"Lægen er på botilbuddet {form_text('Timer')} timer hver måned fra den {form_text('Startdato')}.")
    pen.h("3. Emner for rådgivningen", 1)
    pen.p("1) ..............................")
    pen.p("2) ..............................")
    pen.h("4. Kontakt", 1)
    pen.table([["", "Navn", "Telefon", "Mail"], ["Botilbud", "", "", ""], ["Læge", "", "", ""]])
    pen.p(f"Udskrevet ⟦{field('DATE', '26-11-2026')}⟧")
    pen.h("5. Underskrift", 1)
    pen.p("Den ____ / ____ 20____")
    pen.p("For botilbuddet: ______________________")
    pen.p("For lægen: ______________________")
    return pen.bytes()


def langeland() -> bytes:
    """Write a letter to the region about a new agreement: brackets in sentences, and boxes for what has happened."""
    pen = Pen()
    pen.p("Til Region [region]")
    pen.p("[Dato]")
    pen.h("Orientering om aftale om fast læge på [botilbuddets navn]", 0)
    pen.p(f"{tick()} Der er indgået en ny aftale")
    pen.p(f"{tick()} Aftalen er opsagt")
    pen.p(f"{tick()} Antallet af timer er ændret fra [tidligere antal] til [nyt antal] timer pr. måned")
    pen.p("Det gælder fra [dato].")
    pen.table(
        [
            ["Botilbud", "[navn], [adresse]"],
            ["Kommune", "[kommune]"],
            ["Læge", "[praksis' navn], ydernummer [nr.]"],
        ]
    )
    pen.p("Med venlig hilsen")
    pen.p("[navn og titel]")
    return pen.bytes()


ALLE = {"assens": assens, "mariager": mariager, "samso": samso, "langeland": langeland}
DOKUMENT = {"langeland": "orientering"}
