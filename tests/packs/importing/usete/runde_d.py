"""Round d of 27 November 2026, in common layouts: keys in `noegler/runde_d.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import Sheet
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable

L = "____________"


def kort() -> bytes:
    """One page, one table of two columns, labels in the words of daily speech."""
    p = Pen()
    p.h("Vores plan med lægen", 0)
    rows = [
        ("Hvor bor vi?", "[botilbud og adresse]"),
        ("Hvem er vores læge?", "[navn og klinik]"),
        ("Hvornår ringer vi til lægen?", "[tidsrum]"),
        ("Hvem ringer?", "[navn]"),
        ("Lægens nummer", "[telefon]"),
        ("Vores nummer", "[telefon]"),
        ("Vi begyndte", "[dato]"),
        ("Lægen er her", "[timer] timer om måneden"),
        ("Hvad taler vi om?", "[emner]"),
        ("Vi mødes", "[fysisk/video]"),
        ("Næste gang vi ser på planen", "[dato]"),
    ]
    p.table([list(r) for r in rows])
    return p.bytes()


def parter() -> bytes:
    """A parties' table with the parties as rows, and the persons in columns."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.table(
        [
            ["Part", "Navn", "Adresse", "Kontaktperson", "Telefon", "E-mail"],
            ["Botilbud", L, L, L, L, L],
            ["Driftsherre", L, L, L, L, L],
            ["Lægepraksis", L, L, L, L, L],
            ["Region", L, L, L, L, L],
        ]
    )
    return p.bytes()


def jura() -> bytes:
    """A lawyer's contract with definitions and names in capitals, brackets with instructions."""
    p = Pen()
    p.h("KONTRAKT", 0)
    p.p("Mellem")
    p.p("[INDSÆT NAVN PÅ BOTILBUD]")
    p.p("[INDSÆT ADRESSE]")
    p.p("CVR-nr. [INDSÆT]")
    p.p('(herefter benævnt "Botilbuddet")')
    p.p("og")
    p.p("[INDSÆT NAVN PÅ KLINIK]")
    p.p("[INDSÆT ADRESSE]")
    p.p("Ydernr. [INDSÆT]")
    p.p("CVR-nr. [INDSÆT]")
    p.p('(herefter benævnt "Klinikken")')
    p.p(
        "er indgået aftale om følgende: Klinikken yder fra [INDSÆT DATO] rådgivning i [INDSÆT ANTAL] timer månedligt. Parternes samarbejdsplan er dateret [INDSÆT DATO]."
    )
    p.p(
        "Tvister afgøres ved [INDSÆT RETSKREDS]. Meddelelser sendes til [INDSÆT E-MAIL, BOTILBUD] og [INDSÆT E-MAIL, KLINIK]."
    )
    p.p("Dato: [INDSÆT]\tDato: [INDSÆT]")
    p.p("For Botilbuddet:\tFor Klinikken:")
    p.p("_____________\t_____________")
    p.p("[NAVN, TITEL]\t[NAVN, TITEL]")
    return p.bytes()


def tillaeg() -> bytes:
    """An amendment in sentences: the old and the new."""
    p = Pen()
    p.h("Allonge", 0)
    p.p(f"Allonge til samarbejdsplan mellem {L} og {L} af {L}.")
    p.p(
        f"Pr. {L} ændres timetallet fra {L} til {L} timer om måneden, fordi antallet af beboere er steget til {L}."
    )
    p.p(f"Botilbuddets nye kontaktperson er {L}, telefon {L}.")
    p.p(f"Klinikken er flyttet til {L}.")
    p.p(f"{L}, den {L}")
    p.p(f"{L}\t{L}")
    p.p("For botilbuddet\tFor lægen")
    return p.bytes()


def gentag() -> bytes:
    """The same fact asked several times, header and footer with places."""
    d = Sheet(61, header="[botilbuddets navn] – samarbejdsplan", footer="Gælder fra [dato] · Side")
    d.title("Samarbejdsplan for [botilbuddets navn]")
    d.p("Botilbud: [botilbuddets navn]")
    d.p("Læge: [lægens navn]")
    d.p("Lægen i denne plan er [lægens navn], og når lægen har ferie, [vikarens navn].")
    d.p("Planen gælder fra [dato] til [dato].")
    d.p("Lægen kommer den [første mandag] i måneden.")
    d.p("Kontakt på [botilbuddets navn]: [navn], [telefon]")
    d.p("Kontakt hos [lægens navn]: [navn], [telefon]")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {make.__name__: make for make in (kort, parter, jura, tillaeg, gentag)}
DOKUMENT = {"jura": "kontrakt", "tillaeg": "allonge"}
