"""Round 6 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_6.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    tick,
    underlined,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def aalborg2() -> bytes:
    """From an intranet, saved by LibreOffice: a row of labels, under it a row of empty cells, several times, in four columns."""
    return saved("aalborg2")


def esbjerg2() -> bytes:
    """The doctor's notice on the practice's own paper: facts of the practice at the right, the home's at the left, blanks of dots."""
    d = Sheet(61)
    d.table(
        (
            (
                d.para("Bocenter .........................."),
                d.para(".......................... (vej)"),
                d.para("........ .................. (postnr., by)"),
                d.para("Att. .........................."),
            ),
            (
                d.para("Lægerne .........................."),
                d.para("v/ .........................."),
                d.para("Ydernr. .............."),
                d.para("Tlf. .............."),
            ),
        )
    )
    d.p("")
    d.p("Esbjerg, den ....................")
    d.p(bold("Opsigelse"))
    d.p(
        "Undertegnede læge .......................... opsiger hermed samarbejdsplanen med bocentret, der har været gældende siden .................... Planen omfatter .... timer pr. måned."
    )
    d.p(
        "Planen ophører pr. ...................., idet brevet forventes at være jer i hænde den ...................."
    )
    d.p("Bocentret bedes orientere Region Syddanmark.")
    d.p("Venlig hilsen")
    d.p("..........................")
    return d.bytes()


def nyborg2() -> bytes:
    """A contract with recitals by letter, in which the facts come in the order in which a lawyer thinks."""
    d = Sheet(62)
    d.title("KONTRAKT")
    d.p(
        "(A)  ____________________ (CVR-nr. ____________) driver botilbuddet ____________________ (P-nr. ____________), ____________________, ______ ____________________."
    )
    d.p(
        "(B)  ____________________ (ydernr. ____________) driver almen praksis fra ____________________, ______ ____________________."
    )
    d.p("(C)  Parterne har den ____________ underskrevet en samarbejdsplan, der gælder fra den ____________.")
    d.p("På den baggrund er det aftalt:")
    d.p("1.  Lægen er fast tilknyttet læge på botilbuddet på samarbejdsplanens vilkår.")
    d.p("2.  Driftsherren giver regionen besked om aftalen.")
    d.p("3.  Kontrakten følger samarbejdsplanen ved opsigelse.")
    d.p("____________________ , den ____________          ____________________ , den ____________")
    d.p("")
    d.p("______________________________          ______________________________")
    d.p("[navn og titel]                                              [navn]")
    d.p("for (A)                                                          for (B)")
    return d.bytes()


def silkeborg2() -> bytes:
    """A plan with a deputy for each contact and two doctors, in a table whose first column counts."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.h("Botilbud og lægepraksis")
    p.table([["Botilbud", "[…]"], ["Lægepraksis", "[…]"], ["Læge 1", "[…]"], ["Læge 2", "[…]"]])
    p.h("Kontakter")
    p.table(
        [
            ["", "Navn", "Funktion", "Direkte tlf.", "Mail"],
            ["Botilbud, primær", "[…]", "[…]", "[…]", "[…]"],
            ["Botilbud, afløser", "[…]", "[…]", "[…]", "[…]"],
            ["Praksis, primær", "[…]", "[…]", "[…]", "[…]"],
            ["Praksis, afløser", "[…]", "[…]", "[…]", "[…]"],
        ]
    )
    p.h("Tid")
    p.p("Opstart: […]. Timer: […] pr. måned, i alt […] om året. Møderne ligger som regel på en […].")
    p.h("Opsigelse")
    p.p("Tre måneders varsel til udgangen af et kvartal.")
    p.h("Underskrifter")
    p.p("For botilbuddet: […]      For praksis: […]")
    return p.bytes()


def rudkobing() -> bytes:
    """An orientation as an e-mail that is pasted: Til, Fra, Emne, and a list with dashes."""
    p = Pen()
    p.p(
        "Fra: <afsenders mail>\nTil: praksisafdelingen@regionsyddanmark.dk\nEmne: Ny samarbejdsplan – <botilbud>"
    )
    p.p("Hej\nVi har fået fast læge. Her er det, I skal bruge:")
    for t in (
        "- Botilbud: <botilbud>, <adresse>",
        "- Kommune: <kommune>",
        "- Paragraf: <§ 107/§ 108/§ 105>",
        "- Læge: <læge>",
        "- Klinik: <klinik>, ydernr. <nr.>",
        "- Timer: <2/3>",
        "- Fra: <dato>",
        "- Underskrevet: <dato>",
    ):
        p.p(t)
    p.p("Planen er vedhæftet.")
    p.p("Hilsen\n<navn>\n<stilling>\n<botilbud>\n<telefon>")
    return p.bytes()


def skanderborg2() -> bytes:
    """An amendment: the practice moves and has a new name and contact; 'nuværende' and 'ny' beside each other in one line."""
    d = Sheet(63)
    d.title("Allonge til samarbejdsplan")
    d.p("Botilbud: ", underlined(30))
    d.p("Nuværende praksis: ", underlined(20), "   Ny praksis: ", underlined(20))
    d.p("Nuværende ydernr.: ", underlined(12), "   Nyt ydernr.: ", underlined(12))
    d.p("Nuværende adresse: ", underlined(20), "   Ny adresse: ", underlined(20))
    d.p("Nuværende kontaktperson i praksis: ", underlined(20), "   Ny kontaktperson: ", underlined(20))
    d.p("Samarbejdsplanens dato: ", underlined(12), "   Ændring fra: ", underlined(12))
    d.p("Timetallet (", underlined(4), " timer pr. måned) ændres ikke.")
    d.table(("Botilbuddets underskrift og dato", "Praksis' underskrift og dato"), ("", ""))
    return d.bytes()


def middelfart() -> bytes:
    """A plan with crosses for law, owner and form, lists to choose from, and controls whose titles are whole questions."""
    c = control
    d = Sheet(64)
    d.title("Samarbejdsplan om fast læge")
    d.p("Botilbuddets navn ", c(alias="Hvad hedder jeres botilbud?"))
    d.p("Botilbuddet er ", tick(), " kommunalt ", tick(), " regionalt ", tick(), " privat")
    d.p("Det er oprettet efter ", tick(), " SEL § 107 ", tick(), " SEL § 108 ", tick(), " ABL § 105")
    d.p("Ejerens navn ", c(alias="Kommune, region, fond eller firma"), " CVR ", c(alias="8 cifre"))
    d.p("Lægens/klinikkens navn ", c(alias="Hvem er jeres faste læge?"), " Ydernummer ", c(alias="6 cifre"))
    d.p("Timer pr. måned ", c("Vælg et element.", kind=choice("2 timer", "3 timer")))
    d.p("Planen gælder fra ", c("Vælg dato", kind=DATE))
    d.p("Rådgivningen foregår ", tick(), " på botilbuddet ", tick(), " på video ", tick(), " begge dele")
    d.p("Parten på botilbuddets side er ", tick(), " ejeren ", tick(), " botilbuddet ", tick(), " begge")
    d.p(
        "Hos os taler lægen med ",
        c(alias="Navn og stilling"),
        ", ",
        c(alias="Telefon"),
        ", ",
        c(alias="Mail"),
    )
    d.p("Hos lægen taler vi med ", c(alias="Navn"), ", ", c(alias="Telefon"))
    return d.bytes()


def toender2() -> bytes:
    """A plan of a private operator: facts in the header and footer of the letter paper, samples in italics with brackets of another kind."""
    p = Pen()
    p.header("{virksomhed} · CVR {cvr} · {adresse}", logo=False)
    p.footer("{botilbud} · P-nr. {pnr} · Side ")
    p.h("Samarbejdsplan", 0)
    p.p(
        "{virksomhed} og {lægeklinik} har aftalt, at {lægens navn} er fast tilknyttet læge på {botilbud} fra {startdato}."
    )
    p.p("{lægens navn} rådgiver personalet {timer} timer pr. måned.")
    p.p(
        "{kontaktperson botilbud} ({titel}, {tlf}, {mail}) er lægens indgang til botilbuddet. {kontaktperson læge} ({tlf}) er botilbuddets indgang til lægen."
    )
    p.p("Denne plan er indgået på baggrund af, at {botilbud} har {antal} beboere.")
    p.p("{dato} for {virksomhed}: {underskriver}")
    p.p("{dato} for {lægeklinik}: {underskriver}")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (aalborg2, esbjerg2, nyborg2, silkeborg2, rudkobing, skanderborg2, middelfart, toender2)
}
DOKUMENT = {
    "esbjerg2": "opsigelse",
    "nyborg2": "kontrakt",
    "rudkobing": "orientering",
    "skanderborg2": "allonge",
}
