"""Round 14 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_14.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
    control,
    small,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def aarhus2() -> bytes:
    """A plan of the municipality: small labels over wide lines, two in a row, parties as bold lines between."""
    d = Sheet(141, header="Aarhus Kommune")
    d.title("Samarbejdsplan")

    def pair(a: str, b: str) -> None:
        d.p(small(f"{a}\t\t\t\t\t{b}"))
        d.p("_________________________\t\t_________________________")

    d.p(bold("Botilbud"))
    pair("Navn", "P-nummer")
    pair("Adresse", "Postnr. og by")
    pair("Kontaktperson", "Telefon")
    d.p(bold("Læge"))
    pair("Navn", "Ydernummer")
    pair("Adresse", "Postnr. og by")
    pair("Kontaktperson", "Telefon")
    d.p(bold("Aftale"))
    pair("Startdato", "Timer pr. måned")
    d.p(bold("Underskrifter"))
    d.p("_________________________\t\t_________________________")
    d.p(small("Botilbud, dato og underskrift\t\t\tLæge, dato og underskrift"))
    return d.bytes()


def esbjerg4() -> bytes:
    """A contract with brackets whose words are long, and a schedule of contacts as an annex after the signatures."""
    p = Pen()
    p.h("Kontrakt mellem botilbud og læge", 0)
    p.p(
        "[Indsæt botilbuddets fulde navn] og [indsæt lægens eller lægepraksis' fulde navn] har indgået denne kontrakt."
    )
    p.p(
        "Kontrakten gælder fra den [indsæt dato for ikrafttrædelse] og bygger på samarbejdsplanen af den [indsæt dato for samarbejdsplanens underskrift]."
    )
    p.p("Timetallet er [indsæt 2 eller 3] timer pr. måned.")
    p.p("Kontrakten opsiges som samarbejdsplanen.")
    p.h("Underskrift")
    p.p("Dato: ______________   Botilbud: ______________________")
    p.p("Dato: ______________   Læge: ______________________")
    p.h("Bilag: kontaktpersoner")
    p.p("Botilbud: [indsæt navn], [indsæt telefonnummer], [indsæt e-mailadresse]")
    p.p("Læge: [indsæt navn], [indsæt telefonnummer], [indsæt e-mailadresse]")
    return p.bytes()


def odense2() -> bytes:
    """A notice with a fixed letterhead of the municipality and few brackets; the home's name in the subject alone."""
    p = Pen()
    p.header("Odense Kommune · Ældre- og Handicapforvaltningen · Ørbækvej 100 · tlf. 65 51 51 51", logo=True)
    p.p("[Lægens navn]\n[Lægens adresse]")
    p.p("[Dags dato]")
    p.p("**Opsigelse – [botilbuddets navn]**")
    p.p("Vi opsiger samarbejdsplanen, som vi underskrev den [dato], og som trådte i kraft den [dato].")
    p.p("Sidste dag er den [dato]. Dagen er beregnet ud fra, at du modtager brevet senest den [dato].")
    p.p("Vi underretter regionen. Kontakt [navn] på [telefonnummer], hvis du har spørgsmål.")
    p.p("Med venlig hilsen\n[Navn]\n[Titel]")
    return p.bytes()


def vejen3() -> bytes:
    """An orientation of an ended plan, an e-form printed: label, colon and grey prompt in controls without titles."""
    c = control
    d = Sheet(142)
    d.title("Orientering: samarbejdsplan er opsagt")
    for a in (
        "Botilbud",
        "Botilbuddets P-nr.",
        "Læge/praksis",
        "Ydernr.",
        "Sidste dag i samarbejdsplanen",
        "Opsagt af (botilbud eller læge)",
        "Botilbuddets kontaktperson",
        "Kontaktpersonens telefon",
        "Sendt den",
    ):
        d.p(f"{a}: ", c())
    return d.bytes()


def ronde() -> bytes:
    """An amendment with blanks in text: new practice name, old stays in the first line, dates at the end."""
    d = Sheet(143)
    d.title("Allonge til samarbejdsplan")
    d.p(
        "Samarbejdsplanen mellem ______________________ (botilbud) og ______________________ (lægepraksis) ændres på disse punkter:"
    )
    d.p("1. Lægepraksis skifter navn til ______________________.")
    d.p("2. Timetallet ændres fra ____ til ____ timer pr. måned.")
    d.p("3. Botilbuddets nye kontaktperson er ______________________, telefon ______________.")
    d.p("Ændringerne træder i kraft den ______________.")
    d.p("Underskrift, botilbud: ______________________ Dato: ______________")
    d.p("Underskrift, læge: ______________________ Dato: ______________")
    return d.bytes()


def skagen2() -> bytes:
    """A plan for a private home: the firm, the home and the doctor in three bold lines with commas between the blanks."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p("**Firma:** ____________________, CVR ____________")
    p.p("**Botilbud:** ____________________, ____________________ (adresse), ____ beboere")
    p.p("**Læge:** ____________________, ydernr. ____________, ____________________ (adresse)")
    p.p("**Kontakt på botilbuddet:** ____________________, tlf. ____________")
    p.p("**Kontakt hos lægen:** ____________________, tlf. ____________")
    p.p("**Start:** ____________   **Timer:** ____ pr. måned")
    p.p("Dato og underskrift, firma: ____________________")
    p.p("Dato og underskrift, læge: ____________________")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (aarhus2, esbjerg4, odense2, vejen3, ronde, skagen2)
}
DOKUMENT = {"esbjerg4": "kontrakt", "odense2": "opsigelse", "vejen3": "orientering", "ronde": "allonge"}
