"""Round 30 of November 2026, by an author new to the house: keys in `noegler/runde_30.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    form_text,
    small,
    underlined,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def tarp() -> bytes:
    """The usual plan of a municipality: a table of labels and empty cells in three parts, two lines to sign on."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.h("Botilbud")
    p.table(
        [
            [each, ""]
            for each in (
                "Botilbuddets navn",
                "Adresse",
                "P-nummer",
                "Antal beboere",
                "Kontaktperson",
                "Telefon",
                "E-mail",
            )
        ]
    )
    p.h("Læge")
    p.table(
        [
            [each, ""]
            for each in ("Lægens navn", "Adresse", "Ydernummer", "Kontaktperson", "Telefon", "E-mail")
        ]
    )
    p.h("Aftale")
    p.table([[each, ""] for each in ("Startdato", "Timer pr. måned", "Første evaluering")])
    p.h("Underskrift")
    p.p("Dato: ____________ Botilbuddet: ____________________")
    p.p("Dato: ____________ Lægen: ____________________")
    return p.bytes()


def norre_snede() -> bytes:
    """A contract whose parties stand in two frames of a table, each with its facts in one sentence of commas."""
    c = control
    d = Sheet(301)
    d.title("Kontrakt")
    d.table(
        (d.para(bold("Botilbuddet")), d.para(bold("Lægen"))),
        (
            d.para(
                c("navn"),
                ", ",
                c("adresse"),
                ", P-nr. ",
                c("nummer"),
                ", kontaktperson ",
                c("navn"),
                ", tlf. ",
                c("nummer"),
            ),
            d.para(
                c("navn"),
                ", ",
                c("adresse"),
                ", ydernr. ",
                c("nummer"),
                ", kontaktperson ",
                c("navn"),
                ", tlf. ",
                c("nummer"),
            ),
        ),
    )
    d.p(
        "Kontrakten begynder ",
        c("dato", kind=DATE),
        ". Samarbejdsplanen er indgået ",
        c("dato", kind=DATE),
        ".",
    )
    d.p("Underskrift botilbud ____________________ Underskrift læge ____________________")
    return d.bytes()


def hasle() -> bytes:
    """A notice on one page: each fact a line with its label in small letters before it and the blank drawn to the margin."""
    d = Sheet(302)
    d.title("Opsigelse af samarbejdsplan")
    for label in (
        "Botilbuddets navn",
        "Lægens navn",
        "Lægens adresse",
        "Planen er underskrevet den",
        "Planen trådte i kraft den",
        "Lægen modtager opsigelsen den",
        "Planens sidste dag",
        "Årsag",
        "Kopi er sendt til regionen den",
    ):
        d.leader(small(f"{label}:"), "\t")
    d.p("")
    d.p("Dato ______________  Underskrift ____________________")
    return d.bytes()


def vrads() -> bytes:
    """An orientation: the home's facts in a block of bold words and blanks, the doctor's in another, side by side in a table without lines."""
    u = underlined
    d = Sheet(303)
    d.title("Orientering om fast læge")
    d.table(
        (
            (
                d.para(bold("Botilbud")),
                d.para("Navn ", u()),
                d.para("Kommune ", u()),
                d.para("Kontakt ", u()),
                d.para("Telefon ", u(16)),
            ),
            (
                d.para(bold("Læge")),
                d.para("Navn ", u()),
                d.para("Klinik ", u()),
                d.para("Ydernr. ", u(16)),
                d.para("Telefon ", u(16)),
            ),
        )
    )
    d.p("Planen gælder fra den ", u(16), " med ", u(6), " timer om måneden. Før var det ", u(6), " timer.")
    d.p("Sendt den ", u(16), " af ", u())
    return d.bytes()


def klemensker() -> bytes:
    """An amendment as a list with dashes in which only what is changed is filled in, the old in the clause before."""
    f = form_text
    d = Sheet(304, compat=12, protected=True)
    d.title("Allonge")
    d.p("til samarbejdsplan af ", f("d1"), " mellem ", f("n1"), " (botilbud) og ", f("n2"), " (læge).")
    d.p("Fra den ", f("d2"), " gælder i stedet:")
    d.p("– timer pr. måned: ", f("t1"), " (før ", f("t2"), ")")
    d.p("– botilbuddets kontaktperson: ", f("k1"), " (før ", f("k2"), ")")
    d.p("– kontaktpersonens telefon: ", f("k3"))
    d.p("– botilbuddets navn: ", f("n3"))
    d.p("Dato ", f("d3"), " Underskrift, botilbud ____________________")
    d.p("Dato ", f("d4"), " Underskrift, læge ____________________")
    return d.bytes()


def skovlund() -> bytes:
    """The usual letter of information with brackets."""
    p = Pen()
    p.p("[Botilbuddets navn]\n[Botilbuddets adresse]")
    p.p("[Dato]")
    p.h("Information til beboerne om fast tilknyttet læge", 1)
    p.p("Den [startdato] får [botilbuddets navn] en fast tilknyttet læge, [lægens navn], [klinikkens navn].")
    p.p(
        "Det er frivilligt, om du vil vælge lægen. Spørg [kontaktpersonens navn], tlf. [kontaktpersonens telefonnummer], hvis du vil have hjælp."
    )
    p.p("Din sagsbehandler i kommunen, [sagsbehandlerens navn], kan også hjælpe.")
    p.p("Venlig hilsen\n[lederens navn]\n[botilbuddets navn]")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (tarp, norre_snede, hasle, vrads, klemensker, skovlund)
}
DOKUMENT = {
    "norre_snede": "kontrakt",
    "hasle": "opsigelse",
    "vrads": "orientering",
    "klemensker": "allonge",
    "skovlund": "informationsbrev",
}
