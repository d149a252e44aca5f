"""Round 9 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_9.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
    box,
    merge,
    tick,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def koege2() -> bytes:
    """Cards: three tables of one column, each with its name on top and its facts as 'label: blank' below; the doctor's comes second."""
    d = Sheet(91, header="Køge Kommune")
    d.title("Samarbejdsplan")
    d.table(
        (d.para(bold("Botilbuddet")),),
        ("Navn: ____________________",),
        ("Adresse: ____________________",),
        ("CVR/P-nr.: __________ / __________",),
        ("Plads til: ____ borgere",),
    )
    d.table(
        (d.para(bold("Den faste læge")),),
        ("Navn: ____________________",),
        ("Klinik: ____________________",),
        ("Ydernr.: __________",),
        ("Tlf. (kun personale): __________",),
    )
    d.table(
        (d.para(bold("Den, lægen skal kontakte")),),
        ("Navn: ____________________",),
        ("Titel: ____________________",),
        ("Tlf.: __________",),
        ("Mail: ____________________",),
    )
    d.p("Samarbejdet starter __________ og er på ____ timer pr. måned.")
    d.p("Vi har aftalt, at ferie meldes ____ uger før.")
    d.p("Underskrift botilbud ____________________ Underskrift læge ____________________")
    return d.bytes()


def nyborg4() -> bytes:
    """A contract with a front page of facts set by tabs without any blanks but dots, and a back page of clauses that name them."""
    p = Pen()
    p.p("KONTRAKT", "Title")
    p.p("vedr. tilknytning af læge til botilbud")
    for a in (
        "Botilbuddets navn:",
        "Botilbuddets ejer:",
        "Ejerens CVR-nr.:",
        "Lægens navn:",
        "Lægens ydernr.:",
        "Kontraktens begyndelse:",
        "Dato for samarbejdsplanen:",
        "Sagsnummer:",
    ):
        p.p(f"{a}\t\t................................................")
    p.p("§ 1. Ejeren antager lægen som fast læge på botilbuddet.")
    p.p("§ 2. Samarbejdsplanen er en del af kontrakten.")
    p.p("§ 3. Opsigelse følger samarbejdsplanen (3 måneder til udgangen af et kvartal).")
    p.p("§ 4. Ejeren orienterer regionen.")
    p.p("For ejeren, den ................\t\tLægen, den ................")
    p.p("................................\t\t................................")
    return p.bytes()


def lolland2() -> bytes:
    """The foundation's letter of notice, merge fields from an address list: receiver's fields all begin with Modt, sender's with Afs."""
    d = Sheet(92)
    d.p(merge("Modt_Navn"), "\n", merge("Modt_Adr"), "\n", merge("Modt_Post"))
    d.p("Att.: ", merge("Modt_Att"))
    d.p(merge("Afs_By"), ", den ", merge("Brevdato"))
    d.p(bold("Opsigelse af samarbejdsplan"))
    d.p(
        merge("Afs_Navn"),
        " opsiger på vegne af ",
        merge("Bosted"),
        " den samarbejdsplan, der trådte i kraft ",
        merge("Plan_Start"),
        ".",
    )
    d.p(
        "Opsigelsen forventes modtaget ",
        merge("Modtaget"),
        ", og samarbejdsplanen ophører ",
        merge("Ophoer"),
        ".",
    )
    d.p(
        "Bliver opsigelsen modtaget senere end ",
        merge("Frist"),
        ", ophører samarbejdsplanen ",
        merge("Ophoer_2"),
        ".",
    )
    d.p("Venlig hilsen")
    d.p(merge("Afs_Underskriver"), ", ", merge("Afs_Titel"))
    d.p(merge("Afs_Navn"), " · CVR ", merge("Afs_CVR"))
    return d.bytes()


def sonderborg() -> bytes:
    """A notice to the region: a list of labels in bold with the facts of last time in yellow, and a sentence to choose by crosses."""
    y = yellow
    d = Sheet(93)
    d.title("Orientering til Region Syddanmark")
    d.p(
        "Det drejer sig om (sæt kryds): ",
        tick(),
        " ny samarbejdsplan ",
        tick(),
        " ændret timetal ",
        tick(),
        " opsagt samarbejdsplan",
    )
    d.p(bold("Botilbud: "), y("Bostedet Dybbøl"), ", ", y("Alssundvej 4, 6400 Sønderborg"))
    d.p(bold("P-nr.: "), y("1012345678"))
    d.p(bold("Ejer: "), y("Sønderborg Kommune"))
    d.p(bold("Læge: "), y("Lægerne Kongevej"), ", ydernr. ", y("071234"))
    d.p(bold("Timer pr. måned: "), y("3"), bold("  Tidligere timer pr. måned: "), y("2"))
    d.p(bold("Gælder fra: "), y("1. juli 2025"))
    d.p(bold("Botilbuddets kontaktperson: "), y("Hanne Bork"), ", ", y("88 72 40 11"))
    d.p("Sønderborg, den ", y("12. juni 2025"))
    d.p(y("Hanne Bork"), ", ", y("afdelingsleder"))
    return d.bytes()


def kolding2() -> bytes:
    """An amendment in one table: what, before, after and from when, one row a change, the parties over it in one line."""
    p = Pen()
    p.h("Allonge nr. [nr.] til samarbejdsplan", 0)
    p.p("mellem [botilbud] og [praksis] (underskrevet [dato])")
    p.table(
        [
            ["Punkt", "Nuværende ordlyd", "Ny ordlyd", "Fra"],
            ["Timetal", "[x] timer pr. måned", "[x] timer pr. måned", "[dato]"],
            ["Kontakt, botilbud", "[navn og tlf.]", "[navn og tlf.]", "[dato]"],
            ["Kontakt, praksis", "[navn og tlf.]", "[navn og tlf.]", "[dato]"],
        ]
    )
    p.p("Kolding, [dato]")
    p.p("[botilbud]: ____________________     [praksis]: ____________________")
    return p.bytes()


def hedensted2() -> bytes:
    """A plan by a consultant: numbered tables 'Skema 1' to 'Skema 4' with the heads on top, and one row to fill in each."""
    d = Sheet(94)
    d.title("Samarbejdsplan om fast tilknyttet læge")
    d.h("Skema 1. Botilbuddet")
    d.table(("Navn", "Adresse", "Kommune", "Antal pladser", "Lovgrundlag"), ("", "", "", "", ""))
    d.h("Skema 2. Lægen")
    d.table(("Navn", "Adresse", "Ydernr.", "CVR"), ("", "", "", ""))
    d.h("Skema 3. Kontaktpersoner")
    d.table(
        ("Part", "Navn", "Stilling", "Telefon", "E-mail"),
        ("Botilbud", "", "", "", ""),
        ("Læge", "", "", "", ""),
    )
    d.h("Skema 4. Aftalen")
    d.table(("Begynder", "Timer/måned", "Næste opfølgning"), ("", "", ""))
    d.h("Skema 5. Underskrift")
    d.table(("Part", "Navn", "Dato", "Underskrift"), ("Botilbud", "", "", ""), ("Læge", "", "", ""))
    return d.bytes()


def stevns2() -> bytes:
    """A plan dictated and typed: everything in prose with three dots, abbreviations, and the doctor called by several words."""
    p = Pen()
    p.p("Samarbejdsplan", "Title")
    p.p("Bostedet hedder … og ligger på … i … Kommune. Det bor der … mennesker på.")
    p.p("Vores faste doktor hedder … og har konsultation på …. Ydernr. er ….")
    p.p("Doktoren kommer hver måned og er her i alt … timer. Det begyndte vi på d. ….")
    p.p("Hos os er det …, der holder kontakten; ring på …. Hos doktoren er det …; ring på ….")
    p.p("Hvis vi vil holde op, siger vi det med tre måneders varsel til udgangen af et kvartal.")
    p.p("Dato …   Bosted …   Læge …")
    return p.bytes()


def vejle2() -> bytes:
    """A plan on the municipality's template: the office's own facts in a table at the right that is not for the plan, hidden text boxes, a stamp of drafts."""
    d = Sheet(95, header="Vejle Kommune – UDKAST", footer="Dok.nr. xxxxxx-xx   Side 1")
    d.p(
        box(
            d.para("Velfærdsstaben"),
            d.para("Kontaktperson: xxxx"),
            d.para("Lok.tlf.: xx xx xx xx"),
            d.para("E-post: xxxx@vejle.dk"),
            d.para("Dato: xx-xx-xxxx"),
        )
    )
    d.title("Samarbejdsplan om fast læge på botilbud")
    d.table(
        ("Botilbud", "xxxx"),
        ("Adresse", "xxxx"),
        ("Kontaktperson for lægen på botilbuddet", "xxxx"),
        ("Telefon", "xx xx xx xx"),
        ("Lægepraksis", "xxxx"),
        ("Ydernummer", "xxxxxx"),
        ("Lægens kontaktperson", "xxxx"),
        ("Telefon", "xx xx xx xx"),
    )
    d.p("Planen gælder fra xx-xx-xxxx med x timer pr. måned.")
    d.p("Vejle, den xx-xx-xxxx")
    d.p("______________________          ______________________")
    d.p("Botilbud                                      Lægepraksis")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (koege2, nyborg4, lolland2, sonderborg, kolding2, hedensted2, stevns2, vejle2)
}
DOKUMENT = {
    "nyborg4": "kontrakt",
    "lolland2": "opsigelse",
    "sonderborg": "orientering",
    "kolding2": "allonge",
}
