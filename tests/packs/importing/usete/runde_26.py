"""Round 26 of November 2026, by an author new to the house: keys in `noegler/runde_26.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    box,
    form_text,
    merge,
    underlined,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def hurup() -> bytes:
    """A plan by indented lists under each party's word with a colon; a deputy in brackets, hours of the telephone, an end day."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p("Botilbuddet:")
    p.p("Navn: ____________________ Afdeling: ____________________", "List Bullet")
    p.p("Adresse: ____________________ Postnr.: ________ By: ____________", "List Bullet")
    p.p("P-nr.: ____________ EAN: ____________ Hjemmeside: ____________", "List Bullet")
    p.p("Kontaktperson: ____________________ (primær), ____________________ (stedfortræder)", "List Bullet")
    p.p("Telefon i kontortiden: ____________ Uden for kontortiden: ____________", "List Bullet")
    p.p("Lægen:")
    p.p("Navn: ____________________ Klinik: ____________________", "List Bullet")
    p.p("Klinikkens adresse: ____________________", "List Bullet")
    p.p("Lægens egen adresse (hvis en anden): ____________________", "List Bullet")
    p.p("Ydernr.: ____________ Autorisations-ID: ____________", "List Bullet")
    p.p("Kontaktperson: ____________________ Mail: ____________________", "List Bullet")
    p.p("Planen:")
    p.p("Gælder fra ____________ til ____________", "List Bullet")
    p.p("Timer pr. måned: ____ (heraf ____ på video)", "List Bullet")
    p.p("Underskrevet i ____________ den ____________")
    p.p("____________________                    ____________________")
    p.p("Botilbuddet                                            Lægen")
    return p.bytes()


def bjert() -> bytes:
    """Two parties beside each other by spaces in one fixed font, as typed on a machine."""
    p = Pen()
    p.h("SAMARBEJDSPLAN", 0)
    p.p("BOTILBUD                                LÆGE")
    for one, other in (
        ("Navn", "Navn"),
        ("Adresse", "Adresse"),
        ("P-nr.", "Ydernr."),
        ("Kontakt", "Kontakt"),
        ("Tlf.", "Tlf."),
    ):
        p.p(f"{one + ':':<10}____________________          {other + ':':<10}____________________")
    p.p("")
    p.p("Start:    ____________________          Timer:    ____________________")
    p.p("Dato:     ____________________          Dato:     ____________________")
    p.p("Underskr.:____________________          Underskr.:____________________")
    return p.bytes()


def nimtofte() -> bytes:
    """A contract by a person who signs for the home, told of in the first line, with names in letters of blocks at the end."""
    d = Sheet(261)
    u = underlined
    d.title("Kontrakt")
    d.p(
        "Undertegnede ",
        u(),
        " (navn), ",
        u(),
        " (stilling), indgår på vegne af botilbuddet ",
        u(),
        " kontrakt med læge ",
        u(),
        ", ydernr. ",
        u(12),
        ".",
    )
    d.p("Kontrakten gælder fra ", u(16), ". Der er indgået samarbejdsplan den ", u(16), ".")
    d.p(
        "Ved spørgsmål kontaktes ",
        u(),
        " på botilbuddet, tlf. ",
        u(16),
        ", eller lægens sekretær ",
        u(),
        ", tlf. ",
        u(16),
        ".",
    )
    d.p("Underskrift: ", u(), " Navn (blokbogstaver): ", u())
    d.p("Lægens underskrift: ", u(), " Navn (blokbogstaver): ", u())
    return d.bytes()


def vivild() -> bytes:
    """A notice by an office that answers for many homes: the sender is not the home, the receiver has a post office box."""
    m = merge
    d = Sheet(262, header="Socialforvaltningen", footer="Sag «Sagsnr»")
    d.p(m("Modtager_Navn"), "\n", m("Modtager_Adresse"), "\n", m("Modtager_Postnr"), " ", m("Modtager_By"))
    d.p("Dato: ", m("Brevdato"), "   Sag: ", m("Sagsnr"), "   Sagsbehandler: ", m("Sagsbehandler"))
    d.title("Opsigelse af samarbejdsplan for ", m("Botilbud_Navn"))
    d.p(
        "Kommunen opsiger samarbejdsplanen af ", m("Plan_Dato"), ", som trådte i kraft ", m("Plan_Start"), "."
    )
    d.p("De har opsigelsen senest ", m("Modtaget_Senest"), ". Planen ophører ", m("Ophoer_Dato"), ".")
    d.p(
        "Har De spørgsmål, kan De ringe til ",
        m("Kontakt_Navn"),
        ", ",
        m("Kontakt_Titel"),
        ", på ",
        m("Kontakt_Telefon"),
        ".",
    )
    d.p("Med venlig hilsen")
    d.p(m("Chef_Navn"), "\n", m("Chef_Titel"))
    return d.bytes()


def klokkerholm() -> bytes:
    """An orientation on half a page, all in one table of six columns, labels and old fields by turns; two columns of dates."""
    f = form_text
    d = Sheet(263, compat=12, protected=True)
    d.title("Orientering om samarbejdsplan")
    k = lambda name: d.para(f(name))  # noqa: E731 - short, as there are many
    d.table(
        ("Botilbud", k("a"), "P-nr.", k("b"), "Kommune", k("c")),
        ("Læge", k("d"), "Ydernr.", k("e"), "Klinikkens CVR", k("f")),
        ("Indgået", k("g"), "Gælder fra", k("h"), "Ændret", k("i")),
        ("Timer nu", k("j"), "Timer før", k("k"), "Timer i alt i år", k("l")),
        ("Kontakt", k("m"), "Telefon", k("n"), "Mail", k("o")),
        ("Modtaget af", k("p"), "Den", k("q"), "Journalnr.", k("r")),
    )
    return d.bytes()


def farsoe() -> bytes:
    """A plan with a frame for the office at the top right, another for the doctor's stamp, and the facts in plain dotted lines."""
    d = Sheet(264)
    dots = "................................"
    d.p(
        box(
            d.para("Forbeholdt kommunen"),
            d.para(f"Modtaget: {dots}"),
            d.para(f"Ansvarlig: {dots}"),
            d.para(f"Telefon: {dots}"),
        )
    )
    d.title("Samarbejdsplan")
    d.p(f"Botilbuddets navn {dots}")
    d.p(f"Botilbuddets adresse {dots}")
    d.p(f"Botilbuddets kontaktperson {dots} Telefon {dots}")
    d.p(box(d.para("Lægens stempel"), d.para(dots)))
    d.p(f"Lægens navn {dots}")
    d.p(f"Lægens ydernummer {dots}")
    d.p(f"Lægens kontaktperson {dots} Telefon {dots}")
    d.p(f"Planens første dag {dots} Planens timetal {dots}")
    d.p(f"Planen erstatter planen af {dots}")
    d.p(f"Dato {dots} Botilbuddets underskrift {dots}")
    d.p(f"Dato {dots} Lægens underskrift {dots}")
    return d.bytes()


def hadbjerg() -> bytes:
    """An amendment of one line for each change, the kind of change as a bold word before it, all in brackets."""
    p = Pen()
    p.h("Allonge til samarbejdsplan", 0)
    p.p("mellem [botilbud] og [læge]")
    p.p("**Plan:** underskrevet [dato], i kraft [dato]")
    p.p("**Timetal:** [antal] timer pr. måned (hidtil [antal])")
    p.p("**Kontakt, botilbud:** [navn], [telefon] (hidtil [navn])")
    p.p("**Kontakt, læge:** [navn], [telefon] (hidtil [navn])")
    p.p("**Adresse, botilbud:** [adresse] (hidtil [adresse])")
    p.p("**Gælder fra:** [dato]")
    p.p("**Aftalt den:** [dato]")
    p.p("**Underskrift:** [botilbud] / [læge]")
    return p.bytes()


def boeslunde() -> bytes:
    """A form in English and Danish for a doctor from abroad, lines, the Danish in brackets after the English."""
    p = Pen()
    p.h("Cooperation plan (Samarbejdsplan)", 0)
    line = "____________________"
    for text in (
        "Name of the residence (botilbuddets navn)",
        "Address of the residence (botilbuddets adresse)",
        "Name of the doctor (lægens navn)",
        "Provider number (ydernummer)",
        "Contact person at the residence (botilbuddets kontaktperson)",
        "Phone of the contact person (kontaktpersonens telefon)",
        "Start date (startdato)",
        "Hours per month (timer pr. måned)",
        "Termination date of the previous plan (tidligere plans ophør)",
    ):
        p.p(f"{text}: {line}")
    p.p(f"Date and signature, residence (dato og underskrift, botilbud): {line}")
    p.p(f"Date and signature, doctor (dato og underskrift, læge): {line}")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (hurup, bjert, nimtofte, vivild, klokkerholm, farsoe, hadbjerg, boeslunde)
}
DOKUMENT = {
    "nimtofte": "kontrakt",
    "vivild": "opsigelse",
    "klokkerholm": "orientering",
    "hadbjerg": "allonge",
}
