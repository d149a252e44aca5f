"""Round 5 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_5.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def roskilde() -> bytes:
    """A form that somebody had from Norway and half translated."""
    p = Pen()
    p.p("AVTALE OM FAST LÆGE TIL BOFÆLLESSKAB", "Title")
    p.table(
        [
            ["Bofællesskabets navn", "........................"],
            ["Besøksadresse", "........................"],
            ["Postnr./sted", "........................"],
            ["Kontaktperson", "........................"],
            ["Telefon / e-post", "........................"],
            ["Antal beboere", "........"],
        ]
    )
    p.p("")
    p.table(
        [
            ["Lægens navn", "........................"],
            ["Lægekontor", "........................"],
            ["Kontoradresse", "........................"],
            ["Telefon / e-post", "........................"],
        ]
    )
    p.p("Avtalen gælder fra: ........ 20.... og omfatter ........ timer pr. måned.")
    p.p("Oppsigelse: 3 måneder til udgangen af et kvartal.")
    p.p("Sted/dato: ........................          Sted/dato: ........................")
    p.p("........................................          ........................................")
    p.p("For bofællesskabet          Lægens underskrift")
    return p.bytes()


def kalundborg() -> bytes:
    """Two columns made by tab stops, the doctor to the left and the home to the right, the same labels in both."""
    d = Sheet(51)
    d.title("Samarbejdsplan om botilbudslæge")

    def row(left: str, right: str = "") -> None:
        d.leader(f"{left}: \t \t{right or left}: \t", stops=(4500, 5000, 9500))

    d.p(bold("Lægen\t\t\t\t\t\tBotilbuddet"))
    row("Navn")
    row("Adresse")
    row("Postnr./by")
    row("Tlf.")
    row("Mail")
    row("Ydernr.", "P-nr.")
    d.p(bold("Kontaktpersoner"))
    row("Navn")
    row("Stilling")
    row("Tlf.")
    d.p(bold("Aftalen"))
    row("Startdato", "Timer pr. måned")
    d.p("Opsigelse: Planen kan opsiges med 3 måneders varsel til udgangen af et kvartal.")
    d.p(bold("Underskrifter"))
    row("Dato")
    row("Læge", "Botilbud")
    return d.bytes()


def holbaek() -> bytes:
    """The owner, a foundation, gives notice on the home's behalf; who is who in the first sentence; codes in hashes."""
    p = Pen()
    p.header("#FOND#", logo=True)
    p.p("#LÆGE#\n#LÆGEADRESSE#")
    p.p("#BREVDATO#")
    p.p("**Opsigelse**")
    p.p(
        "#FOND# (CVR #FONDCVR#), der driver botilbuddet #BOTILBUD#, opsiger herved den samarbejdsplan, som vi indgik med jer den #PLANDATO#."
    )
    p.p(
        "Opsigelsen er sendt, så den er fremme hos jer den #MODTAGET#. Planen ophører den #OPHØR#. Er brevet fremme senere, ophører den den #OPHØR2#."
    )
    p.p("#FOND# orienterer #REGION#.")
    p.p("Kontakt: #KONTAKT#, #KONTAKTTLF#")
    p.p("Med venlig hilsen\n#UNDERSKRIVER#\n#UNDERSKRIVERTITEL#")
    return p.bytes()


def hornbaek() -> bytes:
    """A contract that begins with a list of definitions, the terms left, the blanks to the right, then clauses."""
    d = Sheet(52)
    d.title("Kontrakt om fast læge")
    d.h("Definitioner")
    d.table(
        ("Botilbuddet", "____________________, ____________________, P-nr. __________"),
        ("Driftsherren", "____________________, CVR __________"),
        ("Lægen", "____________________, ydernr. __________"),
        ("Planen", "Samarbejdsplanen mellem Botilbuddet og Lægen af ____________________"),
        ("Startdagen", "____________________"),
        (
            "Kontaktpersonerne",
            "For Botilbuddet ____________________ (tlf. ____________), for Lægen ____________________ (tlf. ____________)",
        ),
    )
    d.h("§ 1")
    d.p("Lægen udfører de opgaver, der følger af Planen, fra Startdagen.")
    d.h("§ 2")
    d.p("Driftsherren orienterer Regionen.")
    d.h("§ 3")
    d.p("Hver part beholder et eksemplar.")
    d.p("____________________\t____________________\t____________________")
    d.p("Driftsherren\tBotilbuddet\tLægen")
    return d.bytes()


def hirtshals() -> bytes:
    """One page, one paragraph each, everything in sentences; the home is called by its street, the doctor by the town."""
    p = Pen()
    p.p("SAMARBEJDSPLAN", "Title")
    p.p(
        "Vi, beboere og personale på _______________________, har fra _______________ fast læge, nemlig _______________________ fra _______________________."
    )
    p.p(
        "_______________________ er den på botilbuddet, som lægen skal tale med. Telefonen er _______________, og mailen er _______________________."
    )
    p.p("Hos lægen skal vi tale med _______________________ på _______________.")
    p.p("Vi mødes ____ timer om måneden. Der bor ____ mennesker her.")
    p.p(
        "Planen siges op skriftligt. Der går mindst 3 måneder, og den slutter altid ved udgangen af et kvartal."
    )
    p.p("Dato og navne: ______________________________________________")
    return p.bytes()


def mariagerfjord() -> bytes:
    """An orientation of a new plan as a row in a wide table, the heads over it, two empty rows for more."""
    d = Sheet(53)
    d.title("Orientering om indgåede samarbejdsplaner")
    d.p("Fra: ____________________ Kommune   Dato: __________")
    d.table(
        (
            "Botilbud",
            "P-nr.",
            "§",
            "Læge/klinik",
            "Ydernr.",
            "Timer/md.",
            "Start",
            "Kontaktperson på botilbuddet",
            "Tlf.",
        ),
        ("", "", "", "", "", "", "", "", ""),
    )
    d.p(
        "Orienteringen sendes til regionens almen lægeområde, så regionen kan udbetale lægens honorar for funktionen."
    )
    d.p("Indberettet af: ____________________")
    return d.bytes()


def haderslev() -> bytes:
    """An amendment with old and new wording in two columns, each a sentence with blanks."""
    d = Sheet(54)
    d.title("Tillæg til samarbejdsplan")
    d.p("Parter: ________________________ (botilbuddet) og ________________________ (lægen)")
    d.table(
        (d.para(bold("Gammel tekst")), d.para(bold("Ny tekst"))),
        ("Lægen rådgiver i ____ timer pr. måned.", "Lægen rådgiver i ____ timer pr. måned."),
        (
            "Botilbuddets kontaktperson er ______________, tlf. __________.",
            "Botilbuddets kontaktperson er ______________, tlf. __________.",
        ),
        (
            "Lægens kontaktperson er ______________, tlf. __________.",
            "Lægens kontaktperson er ______________, tlf. __________.",
        ),
    )
    d.p("Den nye tekst gælder fra den ______________.")
    d.p("Haderslev, den ______________")
    d.p("________________________          ________________________")
    d.p("Lægen                                          Botilbuddet")
    return d.bytes()


def odsherred2() -> bytes:
    """From WordPerfect: everything set with spaces in one fixed font, labels in capitals, blanks of underscores, some missing."""
    p = Pen()
    for t in (
        "                         S A M A R B E J D S P L A N",
        "",
        "BOTILBUD......:  ______________________________",
        "ADRESSE.......:  ______________________________",
        "EJER..........:  ______________________________",
        "LÆGE..........:  ______________________________",
        "KLINIK........:  ______________________________",
        "YDERNR........:  ____________",
        "TIMER PR. MD..:  ____",
        "GÆLDER FRA....:  ____________",
        "KONTAKT BOTILB:  ______________________________   TLF: ____________",
        "KONTAKT LÆGE..:  ______________________________   TLF: ____________",
        "BEMÆRKNINGER..:  ______________________________",
        "",
        "Opsigelse fra begge sider med 3 mdr. til kvartalets udgang.",
        "",
        "DATO ____________                     DATO ____________",
        "",
        "______________________________        ______________________________",
        "         FOR BOTILBUDDET                          LÆGE",
    ):
        p.p(t)
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (roskilde, kalundborg, holbaek, hornbaek, hirtshals, mariagerfjord, haderslev, odsherred2)
}
DOKUMENT = {
    "holbaek": "opsigelse",
    "hornbaek": "kontrakt",
    "mariagerfjord": "orientering",
    "haderslev": "allonge",
}
