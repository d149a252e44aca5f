"""Round 19 of November 2026, by an author new to the house: keys in `noegler/runde_19.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    control,
    form_text,
    small,
    underlined,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def vejle4() -> bytes:
    """A plan with a box of the document's history, a check list of what is done when, and who has a copy."""
    p = Pen()
    p.h("Samarbejdsplan om fast læge", 0)
    p.table([["Version", "Dato", "Rettet af"], ["1.0", "[dato]", "[navn]"], ["1.1", "[dato]", "[navn]"]])
    p.p("Botilbud: [botilbuddets navn], [adresse]")
    p.p("Læge: [lægens navn], [adresse], ydernr. [nr.]")
    p.p("Planen gælder fra [dato]. Lægen rådgiver [antal] timer om måneden.")
    p.p("Botilbuddets kontaktperson er [navn], tlf. [nr.].")
    p.p("Lægens kontaktperson er [navn], tlf. [nr.].")
    p.h("Tjekliste")
    p.p("☐ Planen er underskrevet af begge den [dato]")
    p.p("☐ Regionen er orienteret den [dato] af [navn]")
    p.p("☐ Beboerne er informeret den [dato]")
    p.p("☐ Journalsystemet er rettet den [dato]")
    p.p("Kopi til: [navn], [mail]")
    p.p("Underskrift botilbud: ________________   Underskrift læge: ________________")
    return p.bytes()


def odder() -> bytes:
    """A contract by those who act for the parties: 'repræsenteret ved', a place of business, a place to send bills to."""
    d = Sheet(191, header="Odder Kommune")
    d.title("Kontrakt")
    line = "______________________"
    d.p(
        f"Botilbuddet {line}, repræsenteret ved {line}, og lægepraksis {line}, repræsenteret ved læge {line}, indgår denne kontrakt."
    )
    d.p(f"Botilbuddets adresse: {line}")
    d.p(f"Botilbuddets faktureringsadresse: {line}   EAN: {line}")
    d.p(f"Praksis' adresse: {line}")
    d.p(f"Praksis' CVR-nr.: {line}   Kontonr.: {line}")
    d.p(f"Kontrakten begynder den {line} og bygger på samarbejdsplanen af {line}.")
    d.p(f"Kan lægen ikke møde, kommer {line} fra {line} i stedet.")
    d.p(f"Botilbuddets kontaktperson: {line}, der træffes på {line}")
    d.p(f"Praksis' kontaktperson: {line}, der træffes på {line}")
    d.p(f"Dato: {line}   For botilbuddet: {line}")
    d.p(f"Dato: {line}   For praksis: {line}")
    return d.bytes()


def mariager() -> bytes:
    """A plan with tasks, who does them and by when, in a table; and the facts in a table of the same width before it."""
    c = control
    d = Sheet(192)
    d.title("Samarbejdsplan")
    k = lambda *a, **b: d.para(c(*a, **b))  # noqa: E731 - short, as there are many
    d.table(
        ("", "Botilbud", "Lægepraksis"),
        ("Navn", k("Navn"), k("Navn")),
        ("Adresse", k("Adresse"), k("Adresse")),
        ("P-nr./ydernr.", k("P-nr."), k("Ydernr.")),
        ("Kontaktperson", k("Navn"), k("Navn")),
        ("Telefon", k("Telefon"), k("Telefon")),
        ("Ved fravær", k("Navn"), k("Navn")),
    )
    d.table(
        ("Opgave", "Hvem", "Hvornår"),
        ("Orientere regionen", k("Navn"), k("Dato", kind=DATE)),
        ("Informere beboerne", k("Navn"), k("Dato", kind=DATE)),
        ("Indkalde til første møde", k("Navn"), k("Dato", kind=DATE)),
    )
    d.p("Planen begynder ", c("Dato", kind=DATE), " med ", c("antal"), " timer om måneden.")
    return d.bytes()


def samso5() -> bytes:
    """A notice on the letter paper of a municipality: case, case worker and telephone at the right, all by hand on dotted lines."""
    d = Sheet(193)
    dots = ".............................."
    d.table(
        (
            "",
            (
                d.para(f"Dato: {dots}"),
                d.para(f"Sagsnr.: {dots}"),
                d.para(f"Sagsbehandler: {dots}"),
                d.para(f"Direkte tlf.: {dots}"),
            ),
        ),
        ((d.para(f"Til læge {dots}"), d.para(f"Klinik: {dots}"), d.para(f"Adresse: {dots}")), ""),
    )
    d.title("Opsigelse af samarbejdsplan")
    d.p(f"Botilbud: {dots}")
    d.p(f"Samarbejdsplan af (dato): {dots}")
    d.p(f"Planens startdato: {dots}")
    d.p(f"Opsigelsen er kommet frem den: {dots}")
    d.p(f"Planen ophører den: {dots}")
    d.p(f"Evt. ønsket ophør: {dots}")
    d.p(f"Begrundelse (kan udelades): {dots}")
    d.p(f"Underskriver (navn, titel): {dots}")
    d.p(f"Underskrift: {dots}")
    return d.bytes()


def solrod2() -> bytes:
    """A letter of information in two languages of the house: what a resident reads, with facts in yellow samples; the owner writes it."""
    y = yellow
    d = Sheet(194, footer="Solrød Kommune")
    d.p(y("Bostedet Strandhøj"))
    d.p(y("3. marts 2025"))
    d.title("Til dig, der bor på ", y("Strandhøj"))
    d.p(
        "Vi har fået en fast læge. Lægen hedder ",
        y("Lone Berg"),
        " og arbejder i ",
        y("Solrød Lægecenter"),
        ". Hun kommer her fra ",
        y("1. april 2025"),
        ".",
    )
    d.p("Du bestemmer selv, om du vil have ", y("Lone Berg"), " som læge. Du kan beholde den læge, du har.")
    d.p(
        "Vil du skifte, kan ",
        y("Anders"),
        " hjælpe. Ring til ham på ",
        y("56 14 00 11"),
        ". Du kan også tale med din pårørende eller din værge.",
    )
    d.p("Lægen har åbent på ", y("Solrød Center 12, 2680 Solrød Strand"), ", telefon ", y("56 14 99 00"), ".")
    d.p("Hilsen ", y("Rikke Lund"), ", leder af ", y("Bostedet Strandhøj"))
    return d.bytes()


def hillerod3() -> bytes:
    """An orientation with a letterhead to fill in, a subject line with facts, and a list of what is enclosed, with days."""
    p = Pen()
    p.p("Region Hovedstaden\nCenter for Sundhed\nAtt.: <navn>")
    p.p("<dato>")
    p.p("**Vedr. <botilbud>, <kommune> – samarbejdsplan med <læge>, ydernr. <ydernr.>**")
    p.p("Vi orienterer om, at planen er ændret fra <antal> til <antal> timer om måneden fra den <dato>.")
    p.p("Vedlagt:")
    p.p("Samarbejdsplan af <dato>")
    p.p("Allonge af <dato>")
    p.p("Fuldmagt af <dato> til <navn>")
    p.p("Kontakt: <navn>, <telefon>, <mail>")
    p.p("Venlig hilsen\n<navn>, <titel>\n<botilbud>")
    return p.bytes()


def langholt() -> bytes:
    """A plan for two homes side by side, A and B, with a column of what both share, drawn blanks in each."""
    u = underlined
    d = Sheet(195)
    d.title("Samarbejdsplan for to botilbud og én læge")
    d.table(
        ("", "Botilbud A", "Botilbud B"),
        ("Navn", d.para(u()), d.para(u())),
        ("Adresse", d.para(u()), d.para(u())),
        ("Kontaktperson", d.para(u()), d.para(u())),
        ("Telefon", d.para(u()), d.para(u())),
        ("Timer pr. måned", d.para(u()), d.para(u())),
    )
    d.table(
        ("Lægens navn", d.para(u())),
        ("Ydernummer", d.para(u())),
        ("Lægens telefon", d.para(u())),
        ("Samlet timetal", d.para(u())),
        ("Startdato", d.para(u())),
    )
    d.p("Dato og underskrift, botilbud A ", u())
    d.p("Dato og underskrift, botilbud B ", u())
    d.p("Dato og underskrift, læge ", u())
    return d.bytes()


def haarlev() -> bytes:
    """A form of old fields in the style of a tax form: a number, a label, a box; small print that names other boxes."""
    f = form_text
    d = Sheet(196, compat=11, protected=True)
    d.title("Blanket S-12: Samarbejdsplan")
    rows = (
        ("1", "Botilbuddets navn", ""),
        ("2", "Botilbuddets adresse", "Ikke postboks"),
        ("3", "Ejerens navn", "Hvis en anden end botilbuddet, jf. rubrik 1"),
        ("4", "Ejerens CVR-nr.", ""),
        ("5", "Lægens navn", "Ved flere læger: klinikkens navn"),
        ("6", "Ydernr.", "Lægen oplyser nummeret"),
        ("7", "Kontaktperson", "Hos botilbuddet"),
        ("8", "Telefon", "Til personen i rubrik 7"),
        ("9", "Kontaktperson", "Hos lægen"),
        ("10", "Telefon", "Til personen i rubrik 9"),
        ("11", "Planen gælder fra", "Tidligst datoen i rubrik 13"),
        ("12", "Timer pr. måned", ""),
        ("13", "Planen er underskrevet", ""),
    )
    d.table(
        *(
            (number, (d.para(label), *([d.para(small(told))] if told else [])), d.para(f(f"Rubrik{number}")))
            for number, label, told in rows
        )
    )
    return d.bytes()


def thorso() -> bytes:
    """An amendment as minutes of a meeting: who was there, what was decided, what it was before, and when the next one is."""
    p = Pen()
    p.h("Allonge til samarbejdsplan", 0)
    p.p("Møde den [dato] på [sted]")
    p.p("Til stede: [navn] for botilbuddet og [navn] for lægen")
    p.p("Botilbud: [navn]")
    p.p("Læge: [navn]")
    p.p("Aftalt: Timetallet ændres fra [antal] til [antal] timer om måneden.")
    p.p("Aftalt: Botilbuddets nye kontaktperson er [navn], telefon [nr.].")
    p.p("Gælder fra: [dato]")
    p.p("Næste møde: [dato]")
    p.p("Referent: [navn]")
    p.p("Godkendt: ____________________ (botilbud)   ____________________ (læge)")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (vejle4, odder, mariager, samso5, solrod2, hillerod3, langholt, haarlev, thorso)
}
DOKUMENT = {
    "odder": "kontrakt",
    "samso5": "opsigelse",
    "solrod2": "informationsbrev",
    "hillerod3": "orientering",
    "thorso": "allonge",
}
