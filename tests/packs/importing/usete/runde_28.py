"""Round 28 of November 2026, by an author new to the house: keys in `noegler/runde_28.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    box,
    control,
    red,
    small,
    underlined,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def store_heddinge() -> bytes:
    """Cards in a grid: a cell for each person or party, the name of the card first, then labels with lines."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    line = "________________"
    p.table(
        [
            [f"BOTILBUD\nNavn: {line}\nAdresse: {line}", f"LÆGE\nNavn: {line}\nAdresse: {line}"],
            [
                f"KONTAKT PÅ BOTILBUDDET\nNavn: {line}\nTlf.: {line}",
                f"KONTAKT HOS LÆGEN\nNavn: {line}\nTlf.: {line}",
            ],
            [
                f"LEDER AF BOTILBUDDET\nNavn: {line}\nTlf.: {line}",
                f"LÆGENS VIKAR\nNavn: {line}\nTlf.: {line}",
            ],
            [f"PLANEN\nStart: {line}\nTimer: {line}", f"NUMRE\nP-nr.: {line}\nYdernr.: {line}"],
            [f"UNDERSKRIFT, BOTILBUD\n{line}", f"UNDERSKRIFT, LÆGE\n{line}"],
        ]
    )
    return p.bytes()


def saeby2() -> bytes:
    """A contract whose clauses have the blank at the end behind a colon, after a whole sentence that says what is to stand."""
    p = Pen()
    p.h("Kontrakt", 0)
    u = "____________________"
    for text in (
        "Kontrakten gælder det botilbud, der hedder",
        "Botilbuddet ligger på adressen",
        "Den organisation, der driver botilbuddet, hedder",
        "Den læge, der knyttes til botilbuddet, hedder",
        "Lægens ydernummer er",
        "Samarbejdsplanen mellem parterne er underskrevet den",
        "Kontrakten har virkning fra den",
        "Kontrakten er sendt til kommunens jurist den",
        "Den person på botilbuddet, som lægen kan henvende sig til, er",
        "Den person hos lægen, som botilbuddet kan henvende sig til, er",
    ):
        p.p(f"{text}: {u}")
    p.p(f"Dato: {u} For botilbuddet: {u}")
    p.p(f"Dato: {u} For lægen: {u}")
    return p.bytes()


def arden() -> bytes:
    """A plan by tabs with the parties one under the other, labels once at the top as heads of columns."""
    d = Sheet(281)
    line = "______________"
    d.title("Samarbejdsplan")
    d.p("\tNavn\tAdresse\tKontaktperson\tTelefon")
    d.p(f"Botilbud\t{line}\t{line}\t{line}\t{line}")
    d.p(f"Læge\t{line}\t{line}\t{line}\t{line}")
    d.p("")
    d.p(f"Ydernummer\t{line}")
    d.p(f"P-nummer\t{line}")
    d.p(f"Planen begynder\t{line}")
    d.p(f"Timer pr. måned\t{line}")
    d.p("")
    d.p("\tDato\tUnderskrift")
    d.p(f"Botilbud\t{line}\t{line}")
    d.p(f"Læge\t{line}\t{line}")
    return d.bytes()


def aabybro() -> bytes:
    """A notice whose facts are a list at the right in a frame, and a text to the left that names them by their letters."""
    d = Sheet(282)
    u = underlined
    d.p(
        box(
            d.para("A: Botilbuddets navn ", u()),
            d.para("B: Lægens navn ", u()),
            d.para("C: Planens dato ", u(16)),
            d.para("D: Planens startdato ", u(16)),
            d.para("E: Dagen, hvor lægen har brevet ", u(16)),
            d.para("F: Planens sidste dag ", u(16)),
            d.para("G: Svarfrist ", u(16)),
        )
    )
    d.title("Opsigelse")
    d.p(
        "A opsiger planen med B. Planen er af dagen C og begyndte på dagen D. B har brevet på dagen E, og planen ophører på dagen F."
    )
    d.p("Hilsen ", u(), " (leder)")
    return d.bytes()


def ejby() -> bytes:
    """An orientation with red brackets in a letter that is otherwise fixed; the sender's block has the home's facts."""
    r = red
    d = Sheet(283, header="Ejby Kommune")
    d.p("Region Syddanmark, Sundhedsplanlægning")
    d.p("Dato: ", r("[dato]"))
    d.p(bold("Botilbuddet "), r("[navn]"), bold(" har fået fast læge"))
    d.p(
        "Vi har indgået en samarbejdsplan med ",
        r("[læge]"),
        " (ydernummer ",
        r("[nr.]"),
        ") den ",
        r("[dato]"),
        ". Planen gælder fra den ",
        r("[dato]"),
        ".",
    )
    d.p(
        "Lægen rådgiver os ", r("[antal]"), " timer om måneden. Lægens første besøg er den ", r("[dato]"), "."
    )
    d.p("Regionen kan betale lægens honorar til konto ", r("[konto]"), ".")
    d.p("Har I spørgsmål, så ring til ", r("[navn]"), " på ", r("[telefon]"), ".")
    d.p("Venlig hilsen")
    d.p(r("[navn]"), ", botilbudsleder")
    d.p("Botilbuddet ", r("[navn]"))
    d.p(r("[adresse]"))
    d.p("P-nr. ", r("[nr.]"))
    return d.bytes()


def vildbjerg() -> bytes:
    """An amendment by controls with a sentence for each case, the words 'fra' and 'til' around old and new."""
    c = control
    d = Sheet(284)
    d.title("Allonge")
    d.p(
        "Allongen hører til samarbejdsplanen for ",
        c("Botilbud"),
        " med ",
        c("Læge"),
        " af ",
        c("Dato", kind=DATE),
        ".",
    )
    d.p("Botilbuddet flytter fra ", c("Adresse"), " til ", c("Adresse"), ".")
    d.p("Antallet af beboere går fra ", c("Antal"), " til ", c("Antal"), ".")
    d.p("Timetallet går fra ", c("Antal"), " til ", c("Antal"), " timer pr. måned.")
    d.p("Ændringerne gælder fra ", c("Dato", kind=DATE), " til videre.")
    d.p("Lægen holder ferie fra ", c("Dato", kind=DATE), " til ", c("Dato", kind=DATE), ".")
    d.p("Underskrevet den ", c("Dato", kind=DATE))
    d.table(("Botilbuddet", "Lægen"), ("____________________", "____________________"))
    return d.bytes()


def tommerup() -> bytes:
    """A plan of two tables that look alike, the first for the plan, the second for the one the home had before it."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    rows = [
        ["Læge", "________"],
        ["Ydernummer", "________"],
        ["Startdato", "________"],
        ["Timer pr. måned", "________"],
    ]
    p.p("Botilbud: ________________")
    p.p("Den nye plan:")
    p.table(rows)
    p.p("Den plan, botilbuddet havde før:")
    p.table([*rows, ["Ophørt den", "________"]])
    p.p("Dato og underskrift, botilbud: ________________")
    p.p("Dato og underskrift, læge: ________________")
    return p.bytes()


def gram() -> bytes:
    """A letter of information with the facts at the foot of the page in small letters, and a fold for the address."""
    d = Sheet(285)
    d.p("Til [beboerens navn]\n[botilbuddets navn]\n[botilbuddets adresse]")
    d.p("[dato]")
    d.title("Tilbud om fast læge")
    d.p("Du får her et tilbud om at vælge [lægens navn] som din læge fra den [dato]. Du kan sige nej.")
    d.p("[navn] eller [navn] på botilbuddet kan hjælpe dig. Ring på [telefon] eller [telefon].")
    d.p("Venlig hilsen\n[lederens navn]")
    d.p(
        small(
            "Læge: [klinikkens navn], [klinikkens adresse], tlf. [telefon]. Botilbud: tlf. [telefon], mail [mail]."
        )
    )
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (store_heddinge, saeby2, arden, aabybro, ejby, vildbjerg, tommerup, gram)
}
DOKUMENT = {
    "saeby2": "kontrakt",
    "aabybro": "opsigelse",
    "ejby": "orientering",
    "vildbjerg": "allonge",
    "gram": "informationsbrev",
}
