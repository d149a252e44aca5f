"""Round 3 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_3.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
    red,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def lejre() -> bytes:
    """A page from the web, pasted into a word processor: definition lines, blanks of underlined spaces and dots mixed."""
    return saved("lejre")


def hvidovre() -> bytes:
    """A contract by a lawyer: Part 1 and Part 2, each a list of labels and brackets, three to sign in a table."""
    p = Pen()
    p.p("KONTRAKT", "Title")
    p.p("mellem")
    p.p("**Part 1**")
    p.p("[virksomhedens fulde navn]\nCVR-nr. [●]\n[adresse]\nfor botilbuddet [●], P-nr. [●]")
    p.p("(herefter »Driftsherren«)")
    p.p("og")
    p.p("**Part 2**")
    p.p("[lægens/lægeselskabets fulde navn]\nCVR-nr. [●]\nYdernr. [●]\n[adresse]")
    p.p("(herefter »Lægen«)")
    p.h("1. Baggrund")
    p.p("1.1 Parterne har den [●] indgået en samarbejdsplan (bilag 1), der er en del af denne kontrakt.")
    p.h("2. Ikrafttræden og ophør")
    p.p("2.1 Kontrakten træder i kraft den [●].")
    p.p(
        "2.2 Kontrakten kan opsiges med samme varsel som samarbejdsplanen, dvs. 3 måneder til udgangen af et kvartal."
    )
    p.h("3. Orientering")
    p.p("3.1 Driftsherren orienterer [region] om kontrakten.")
    p.h("4. Underskrifter")
    p.table(
        [
            ["For Driftsherren", "For botilbuddet", "Lægen"],
            ["Dato: [●]", "Dato: [●]", "Dato: [●]"],
            ["[navn, titel]", "[navn, titel]", "[navn]"],
        ]
    )
    return p.bytes()


def svendborg() -> bytes:
    """The municipality gives notice for its home: references at the right, sample words in red, the receiver's address at the left."""
    d = Sheet(
        31,
        header="Svendborg Kommune · Handicap og Psykiatri",
        footer="Ramsherred 5, 5700 Svendborg · www.svendborg.dk · CVR 29189730",
    )
    d.p(
        red("Lægehuset Havnen"),
        "\n",
        red("Att.: Læge Mads Friis"),
        "\n",
        red("Havnepladsen 2"),
        "\n",
        red("5700 Svendborg"),
    )
    d.p("Dato: ", red("24. april 2025"), "\nVores ref.: ", red("LBH"), "\nSagsnr.: ", red("25/4411"))
    d.h("Opsigelse af samarbejdsplan om fast læge på ", red("Botilbuddet Thurøbo"))
    d.p("Kære ", red("Mads"))
    d.p(
        "Vi opsiger hermed samarbejdsplanen mellem jer og ",
        red("Thurøbo"),
        " med virkning fra udgangen af ",
        red("september 2025"),
        ". Planen har været i kraft siden den ",
        red("1. februar 2025"),
        ".",
    )
    d.p(
        "Opsigelsesvarslet på 3 måneder til udgangen af et kvartal regnes fra den dag, I modtager brevet. Vi forventer, at det er ",
        red("28. april 2025"),
        ".",
    )
    d.p("Vi giver ", red("Region Syddanmark"), " besked.")
    d.p("Spørgsmål kan rettes til ", red("Lone Bech"), " på tlf. ", red("62 23 30 00"), ".")
    d.p("Med venlig hilsen")
    d.p(red("Karsten Holm"), "\n", red("afdelingsleder"))
    return d.bytes()


def aabenraa() -> bytes:
    """A plan as a form of few cells, each asking for several things at once, some with a slash."""
    d = Sheet(32)
    d.title("Samarbejdsplan – botilbudslæger i Aabenraa")
    d.table(
        ("Bostedets navn og adresse", ""),
        ("Bostedets P-nr./CVR-nr.", ""),
        ("Målgruppe og antal borgere", ""),
        ("Kontaktperson (navn, stilling, tlf. og mail)", ""),
    )
    d.p("")
    d.table(
        ("Praksis – navn og adresse", ""), ("Ydernr.", ""), ("Evt. fast kontakt i praksis, navn/tlf.", "")
    )
    d.p("")
    d.table(
        ("Aftalen påbegyndes den", "", "Aftalte timer mdl.", ""),
        ("Rådgivning gives (sæt X)", "__ fysisk   __ virtuelt   __ begge dele", "Næste evaluering", ""),
    )
    d.p("Parterne er enige om at begynde med disse temaer: ______________________________________________")
    d.p("Aftaler ved afbud: ______________________________________________")
    d.p("Opsigelse sker skriftligt med 3 mdr. varsel til et kvartals udgang.")
    d.table(
        ("Sted, dato", "Sted, dato"),
        ("", ""),
        ("Stempel og underskrift (bosted)", "Stempel og underskrift (praksis)"),
        ("", ""),
    )
    return d.bytes()


def vordingborg() -> bytes:
    """A notice to the region with pointed brackets, and three paragraphs of which two are to be deleted."""
    p = Pen()
    p.p("Region Sjælland\nPrimær Sundhed")
    p.p("<Dato>")
    p.p("**Orientering om fast læge på <botilbuddets navn>**")
    p.p("<Slet de afsnit, der ikke passer>")
    p.p(
        "<Organisationens navn> har indgået en samarbejdsplan med <lægepraksis>, ydernr. <ydernr>, om <botilbuddets navn>. Planen gælder fra <startdato>, og der er aftalt <timer> timer om måneden."
    )
    p.p(
        "Timetallet i planen mellem <botilbuddets navn> og <lægepraksis> er ændret fra <gammelt timetal> til <nyt timetal> timer om måneden fra <dato for ændringen>."
    )
    p.p("Planen mellem <botilbuddets navn> og <lægepraksis> er opsagt og ophører <ophørsdato>.")
    p.p("I kan kontakte <kontaktpersonens navn>, <kontaktpersonens titel>, på <tlf> eller <e-mail>.")
    p.p("Venlig hilsen\n<afsender>")
    return p.bytes()


def hedensted() -> bytes:
    """An amendment as a lawyer writes them: which paragraph is to read how, in two numbered points; the plan by date and parties."""
    d = Sheet(33)
    d.p(bold("ALLONGE"))
    d.p(
        "til samarbejdsplan af ____.____.______ mellem bostedet ____________________ og praktiserende læge ____________________."
    )
    d.p("Parterne er enige om følgende ændringer med virkning pr. ____.____.______:")
    d.p(
        "1.  Planens punkt 4 (omfang) affattes således: »Lægen rådgiver personalet i ______ timer pr. måned.« Hidtil var timetallet ______."
    )
    d.p(
        "2.  Planens punkt 5 (kontaktperson) affattes således: »Botilbuddets kontaktperson er ____________________, tlf. ____________, mail ____________________.«"
    )
    d.p("Øvrige bestemmelser i samarbejdsplanen består uændret.")
    d.p("Hedensted, den ____.____.______          Hedensted, den ____.____.______")
    d.p("")
    d.p("_______________________________          _______________________________")
    d.p("(læge)                                                      (for bostedet)")
    return d.bytes()


def taarnby() -> bytes:
    """A plan of the previous year with XX and NN in the text, a text box with contacts, saved by LibreOffice as .doc and back."""
    return saved("taarnby")


def ballerup() -> bytes:
    """A plan whose lines come first and what they are for after, in brackets or in small letters."""
    d = Sheet(34)
    d.title("Samarbejdsplan")
    d.p("______________________________ (botilbud)")
    d.p("______________________________ (botilbuddets adresse)")
    d.p("______________________________ (kommune eller fond, der driver botilbuddet)")
    d.p("og")
    d.p("______________________________ (læge eller lægehus)")
    d.p("______________________________ (adresse)")
    d.p("__________________ (ydernummer)")
    d.p(
        "har aftalt, at lægen fra ______________ (dato) giver personalet ______ (2 eller 3) timers rådgivning om måneden."
    )
    d.p(
        "______________________________ (navn), ____________________ (stilling), ____________________ (tlf.), er botilbuddets kontaktperson."
    )
    d.p("______________________________ (navn), ____________________ (tlf.), er lægens kontaktperson.")
    d.p("______________________________ (emner, I vil begynde med)")
    d.p("______________________________ (underskrift, botilbud)        ______________ (dato)")
    d.p("______________________________ (underskrift, læge)        ______________ (dato)")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (lejre, hvidovre, svendborg, aabenraa, vordingborg, hedensted, taarnby, ballerup)
}
DOKUMENT = {
    "hvidovre": "kontrakt",
    "svendborg": "opsigelse",
    "vordingborg": "orientering",
    "hedensted": "allonge",
}
