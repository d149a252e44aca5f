"""Round c of 27 November 2026, in common layouts: keys in `noegler/runde_c.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import Sheet, form_box, form_text
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable

L = "____________"


def kolon() -> bytes:
    """Colons aligned by tabs, two columns of facts made by tabs, headings in capitals."""
    p = Pen()
    p.p("**SAMARBEJDSPLAN**")
    p.p("BOTILBUD")
    for a in ("Navn", "Adresse", "Postnr.", "By", "CVR", "P-nr."):
        p.p(f"{a}\t:\t{L}")
    p.p("LÆGE")
    for a in ("Navn", "Adresse", "Postnr.", "By", "Ydernr.", "CVR"):
        p.p(f"{a}\t:\t{L}")
    p.p("AFTALEN")
    p.p(f"Begynder\t:\t{L}")
    p.p(f"Antal timer\t:\t{L}")
    p.p("Opsigelse\t:\t3 måneder til udgangen af et kvartal")
    p.p(f"Udarbejdet af\t:\t{L}")
    return p.bytes()


def sideom() -> bytes:
    """Facts of both side by side in one row of a table without lines, value under label."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.table(
        [
            ["**Botilbud**", "**Læge**"],
            [
                f"Navn:\n{L}\nAdresse:\n{L}\nTlf.:\n{L}",
                f"Navn:\n{L}\nAdresse:\n{L}\nYdernr.:\n{L}\nTlf.:\n{L}",
            ],
        ]
    )
    p.p(f"Startdato:\n{L}")
    p.p(f"Antal timer pr. måned:\n{L}")
    return p.bytes()


def fodnote() -> bytes:
    """Prose with blanks of points and the meaning in small letters under, plus enumerations a) b)."""
    p = Pen()
    p.h("Aftale om fast tilknyttet læge", 0)
    p.p("1. Aftalen er indgået mellem")
    p.p("a) botilbuddet ………………………………, ………………………………, og")
    p.p("b) læge ………………………………, ydernummer …………………")
    p.p("2. Lægen står til rådighed for personalet med …… timer i måneden fra den ………………")
    p.p("3. Botilbuddets kontaktperson er ………………………………, som kan nås på …………………")
    p.p("4. Lægens kontaktperson er ………………………………, som kan nås på …………………")
    p.p("5. Lægen har fri adgang til botilbuddets lokaler i tidsrummet …………………")
    p.p("6. Aftalen evalueres første gang den …………………")
    p.p("………………………………\t………………………………")
    p.p("For botilbuddet\tLæge")
    return p.bytes()


def mix() -> bytes:
    """A contract with a municipality, a home run by it, two doctors, and a data officer."""
    p = Pen()
    p.h("Kontrakt", 0)
    p.p(
        "mellem [kommune], [forvaltning], [adresse], CVR [cvr] (kommunen), og læge [navn] og læge [navn], [klinik], [adresse], ydernr. [nr.] (lægerne), vedrørende botilbuddet [navn], [adresse]."
    )
    p.p("Kommunens databeskyttelsesrådgiver er [navn], [mail].")
    p.p("Botilbuddets leder, [navn], er lægernes daglige kontakt på [tlf.].")
    p.p("Kontrakten gælder fra [dato]. Lægerne møder på botilbuddet [antal] gange om året.")
    return p.bytes()


def felter() -> bytes:
    """Old form fields with help texts in a grid, the label after the field in some."""
    d = Sheet(51)
    d.title("Orientering til regionen")
    d.table(
        ((d.para("Botilbud: ", form_text("Tekst1")), d.para("Kommune: ", form_text("Tekst2"))),),
        (d.para("Læge: ", form_text("Tekst3")), d.para("Ydernr.: ", form_text("Tekst4"))),
        (
            d.para(
                "Ny plan: ",
                form_box("K1"),
                "  Ændret timetal: ",
                form_box("K2"),
                "  Opsagt: ",
                form_box("K3"),
            ),
            d.para("Dato: ", form_text("Tekst5")),
        ),
        (d.para("Timer før: ", form_text("Tekst6")), d.para("Timer nu: ", form_text("Tekst7"))),
        (d.para("Udfyldt af: ", form_text("Tekst8")), d.para("Telefon: ", form_text("Tekst9"))),
    )
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {make.__name__: make for make in (kolon, sideom, fodnote, mix, felter)}
DOKUMENT = {"mix": "kontrakt", "felter": "orientering"}
