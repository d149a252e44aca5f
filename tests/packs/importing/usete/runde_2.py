"""Round 2 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_2.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def ikast() -> bytes:
    """All in capitals, in parts that say who fills them in; label and colon in one cell, the room in the next; three to sign."""
    d = Sheet(21, compat=14, header="IKAST-BRANDE KOMMUNE")
    d.title("SAMARBEJDSPLAN – FAST LÆGE PÅ BOTILBUD")
    d.p(bold("A. UDFYLDES AF KOMMUNEN"))
    d.table(("KOMMUNE:", "", "CVR-NR.:", ""), ("FORVALTNING:", "", "EAN:", ""))
    d.p(bold("B. UDFYLDES AF BOTILBUDDET"))
    d.table(
        ("NAVN:", "", "P-NR.:", ""),
        ("ADRESSE:", "", "ANTAL BEBOERE:", ""),
        ("KONTAKTPERSON:", "", "STILLING:", ""),
        ("TLF.:", "", "MAIL:", ""),
    )
    d.p(bold("C. UDFYLDES AF LÆGEN"))
    d.table(
        ("NAVN:", "", "YDERNR.:", ""),
        ("ADRESSE:", "", "CVR-NR.:", ""),
        ("KONTAKTPERSON:", "", "STILLING:", ""),
        ("TLF.:", "", "MAIL:", ""),
    )
    d.p(bold("D. UDFYLDES I FÆLLESSKAB"))
    d.table(("STARTDATO:", "", "TIMER PR. MD.:", ""), ("EMNER:", "", "MØDEFORM:", ""))
    d.p("PLANEN KAN OPSIGES MED 3 MÅNEDERS VARSEL TIL UDGANGEN AF ET KVARTAL.")
    d.table(
        ("DATO:", "DATO:", "DATO:"),
        ("UNDERSKRIFT:", "UNDERSKRIFT:", "UNDERSKRIFT:"),
        ("LÆGEN", "BOTILBUDDET", "KOMMUNEN"),
    )
    return d.bytes()


def odder() -> bytes:
    """Content controls that were copied from another form: titles that are wrong, none or alike; the prompt says nothing."""
    c = control
    d = Sheet(22)
    d.title("Samarbejdsplan om botilbudslæge")
    d.p("Botilbud: ", c(alias="Tekst 1"))
    d.p("Beliggenhed: ", c(alias="Tekst 1"))
    d.p("Ansvarlig kommune eller fond: ", c(alias="Tekst 1"))
    d.p("Praksis: ", c(alias="Tekst 2"), " (ydernr. ", c(), ")")
    d.p("Praksisadresse: ", c(alias="Adresse"))
    d.h("Timer")
    d.p(
        "Der er aftalt ",
        c("Vælg et element.", kind=choice("2", "3")),
        " timer pr. måned, fordi botilbuddet har ",
        c("antal"),
        " beboere. Første måned er ",
        c("Klik for at angive en dato.", kind=DATE),
        ".",
    )
    d.h("Hvem kan man ringe til?")
    d.table(
        (bold("Botilbuddet"), c(alias="Navn"), c(alias="Telefonnr."), c(alias="E-mail")),
        (bold("Lægen"), c(alias="Navn"), c(alias="Telefonnr."), c(alias="E-mail")),
    )
    d.h("Emner")
    d.p(c("Skriv de første emner her", alias="Kommentar"))
    d.h("Aftaler om aflysning, ferie og sygdom")
    d.p(c("Skriv aftalerne her", alias="Kommentar"))
    d.p("Aftalt den ", c("Klik for at angive en dato.", kind=DATE))
    d.p("For botilbuddet: ", c("Navn", alias="Navn"), "   For lægen: ", c("Navn", alias="Navn"))
    return d.bytes()


def hjoerring() -> bytes:
    """Tables in tables, made by an intranet's form and saved by LibreOffice."""
    return saved("hjoerring")


def kerteminde() -> bytes:
    """The doctor gives notice: a letterhead with the clinic's facts, running text with X and ellipses, tabs before the reader."""
    p = Pen()
    p.header("Lægehuset XXXX · XXXXvej XX · 5300 Kerteminde · tlf. XX XX XX XX · ydernr. XXXXXX", logo=False)
    p.p("Til\nBotilbuddet …………………………\nAtt.: …………………………")
    p.p("\t\t\t\t\tKerteminde, d. …………")
    p.p("**Vedr.: Opsigelse af aftale om fast læge**")
    p.p(
        "Jeg siger hermed vores samarbejdsplan op. Den trådte i kraft den ………… og gælder ………… timer om måneden."
    )
    p.p(
        "Varslet er tre måneder til et kvartals udgang, regnet fra den dag, I har fået dette brev, hvilket jeg går ud fra er den …………"
    )
    p.p("Min sidste dag som jeres faste læge er derfor den …………")
    p.p("Får I først brevet efter den …………, bliver sidste dag den …………")
    p.p("Jeg gør opmærksom på, at det er jer, der skal give regionen besked.")
    p.p("De bedste hilsner")
    p.p("……………………………\nlæge ……………………………")
    return p.bytes()


def soroe() -> bytes:
    """An orientation of a new plan: Google's writing, a table of two columns whose left one asks questions."""
    d = Sheet(23)
    d.p(bold("Orientering om indgået samarbejdsplan"))
    d.p("Sendes til regionens praksisafdeling, når planen er underskrevet.")
    d.table(
        ("Hvilket botilbud drejer det sig om?", ""),
        ("Hvor ligger det? (vej, postnr., by)", ""),
        ("Hvem driver det?", ""),
        ("Efter hvilken paragraf er det oprettet?", ""),
        ("Hvor mange bor der?", ""),
        ("Hvilken læge eller klinik er der aftale med?", ""),
        ("Lægens ydernummer?", ""),
        ("Hvor mange timer om måneden?", ""),
        ("Hvornår begynder det?", ""),
        ("Hvornår blev planen skrevet under?", ""),
        ("Hvem kan regionen kontakte på botilbuddet?", ""),
        ("På hvilket nummer?", ""),
        ("Er planen vedlagt?", "☐ ja ☐ nej"),
    )
    d.p("Sorø, den ____________   Afsender: ____________________")
    return d.bytes()


def stevns() -> bytes:
    """A plan in numbered clauses with blanks midway; a reading guide in brackets after some; side letters at the foot."""
    p = Pen()
    p.p("SAMARBEJDSPLAN", "Title")
    for t in (
        "Denne plan gælder for botilbuddet __________________ i __________________ Kommune og lægerne i __________________.",
        "Botilbuddet er omfattet af § ______ i ____________________ (lovens navn).",
        "Fra den ______ 20____ kommer lægen ______ timer hver måned, enten på botilbuddet eller på skærm. (2 eller 3 timer)",
        "__________________ fra botilbuddet og __________________ fra lægehuset aftaler, hvornår møderne ligger.",
        "De to kan nås på hhv. tlf. ______________ og tlf. ______________.",
        "Botilbuddet har ______ beboere, hvoraf ______ har valgt lægen.",
        "Hvis lægen er forhindret, gælder følgende: ______________________________",
        "Planen kan siges op med tre måneders varsel til 31. marts, 30. juni, 30. september eller 31. december.",
    ):
        p.p(t, "List Number")
    p.p("Underskrevet den ______ 20____")
    p.p("For lægerne:\t\t\t\tFor botilbuddet:")
    p.p("_________________________\t\t_________________________")
    p.p("Navn:\t\t\t\t\tNavn:")
    return p.bytes()


def rebild() -> bytes:
    """An amendment with spelling mistakes, before and after in rows, and a sentence for each thing that may be changed."""
    d = Sheet(24)
    d.p(bold("Alonge til samarbejds plan"))
    d.p("Botilbudet: ", "[navn på botilbudet]", "   Lægeklinniken: ", "[klinikkens navn]")
    d.p("Samarbejdsplan af: ", "[dato]", "   Alongen gælder fra: ", "[dato]")
    d.table(
        ("", "Før", "Efter"),
        ("Antal timer pr. måned", "[antal]", "[antal]"),
        ("Kontaktperson på botilbud", "[navn]", "[navn]"),
        ("Kontaktpersonens tlf.", "[tlf]", "[tlf]"),
        ("Botilbuddets adresse", "[adr.]", "[adr.]"),
    )
    d.p("Alle andre vilkår er uændrede.")
    d.p("Dato: [dato]        Dato: [dato]")
    d.p("Lægen: [underskrift]        Botilbudet: [underskrift]")
    return d.bytes()


def furesoe() -> bytes:
    """A contract of three parties in three columns: the label's column first, then kommune, home and doctor in an unusual order."""
    d = Sheet(25, footer="Furesø Kommune · Stiager 2 · 3500 Værløse")
    d.title("Kontrakt om fast tilknyttet læge")
    d.table(
        ("", "Lægen", "Furesø Kommune", "Bostedet"),
        ("Navn", "…………", "", "…………"),
        ("Adresse", "…………", "Stiager 2, 3500 Værløse", "…………"),
        ("Identifikation", "Ydernr. …………", "CVR 29188327", "P-nr. …………"),
        ("Kontakt", "…………", "…………", "…………"),
        ("Telefon", "…………", "…………", "…………"),
    )
    d.p(
        "Parterne har den ………… underskrevet samarbejdsplanen, som er bilag A. Kontrakten træder i kraft den ………… og følger planens opsigelse."
    )
    d.table(
        ("Lægen", "Furesø Kommune", "Bostedet"),
        ("d. …… / …… 20……", "d. …… / …… 20……", "d. …… / …… 20……"),
        ("………………………", "………………………", "………………………"),
        ("(sign.)", "(sign.)", "(sign.)"),
    )
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (ikast, odder, hjoerring, kerteminde, soroe, stevns, rebild, furesoe)
}
DOKUMENT = {"kerteminde": "opsigelse", "soroe": "orientering", "rebild": "allonge", "furesoe": "kontrakt"}
