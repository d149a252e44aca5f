"""Round b of 27 November 2026, in common layouts: keys in `noegler/runde_b.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import Sheet, merge
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def bilag() -> bytes:
    """A cover page with facts as a block, then prose that names the same again."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p("Botilbud:\t__________________________")
    p.p("Adresse:\t__________________________")
    p.p("Kommune:\t__________________________")
    p.p("Læge:\t__________________________")
    p.p("Adresse:\t__________________________")
    p.p("Ydernr.:\t__________________________")
    p.p("Kontaktperson botilbud:\t__________________________")
    p.p("Telefon:\t__________________________")
    p.p("Kontaktperson læge:\t__________________________")
    p.p("Telefon:\t__________________________")
    p.p("Startdato:\t__________________________")
    p.p("Timer:\t__________________________")
    p.p("Revideres:\t__________________________")
    return p.bytes()


def koncern() -> bytes:
    """The organisation is the party; the home is one of its units."""
    p = Pen()
    p.h("Kontrakt om fast læge", 0)
    p.p("1. Parter")
    p.p(
        "[Organisationens navn], [adresse], [postnr.] [by], CVR-nr. [cvr], repræsenteret ved direktør [navn] (i det følgende »Organisationen«)"
    )
    p.p("og")
    p.p("[Lægens/klinikkens navn], [adresse], ydernr. [ydernr.] (i det følgende »Lægen«)")
    p.p("har den [dato] indgået kontrakt om fast læge på [botilbuddets navn], [adresse], P-nr. [p-nr.].")
    p.p("2. Lægens besøg ligger [ugedag] kl. [klokkeslæt].")
    p.p(
        "3. Botilbuddet har p.t. [antal] beboere, og lægen honoreres for [antal] timer pr. måned med kr. [beløb]."
    )
    p.p(
        "4. Kontrakten træder i kraft den [dato] og kan opsiges med 3 måneders varsel til udgangen af et kvartal, første gang til den [dato]."
    )
    p.p(
        "5. Botilbuddets daglige leder er [navn], tlf. [tlf.], og lægen kontakter hende ved akutte spørgsmål på [tlf.]."
    )
    p.p("6. Lægens kontaktperson er [navn].")
    p.p("[sted], den [dato]")
    p.p("For Organisationen: [navn]\tFor Lægen: [navn]")
    return p.bytes()


def faelt() -> bytes:
    """A case system's fields, prefixes in capitals, with a table of meetings."""
    d = Sheet(41)
    d.title("Samarbejdsplan")
    d.table(
        ("Tilbud", d.para(merge("TILBUD_NAVN"))),
        ("Adresse", d.para(merge("TILBUD_ADR1"), ", ", merge("TILBUD_POSTNR"), " ", merge("TILBUD_BY"))),
        ("Leder", d.para(merge("LEDER_NAVN"), ", ", merge("LEDER_TLF"))),
        ("Kontakt", d.para(merge("KONTAKT_NAVN"), ", ", merge("KONTAKT_TLF"))),
        ("Læge", d.para(merge("YDER_NAVN"), " (", merge("YDER_NR"), ")")),
        ("Lægens adresse", d.para(merge("YDER_ADR1"), ", ", merge("YDER_POSTNR"), " ", merge("YDER_BY"))),
        ("Plan fra", d.para(merge("PLAN_START"))),
        ("Plan til", d.para(merge("PLAN_SLUT"))),
        ("Timer", d.para(merge("PLAN_TIMER"))),
        ("Sagsnr.", d.para(merge("SAG_NR"))),
    )
    return d.bytes()


def brev() -> bytes:
    """A letter to residents from the home."""
    p = Pen()
    p.h("Til beboere og pårørende på [botilbud]", 0)
    p.p("[dato]")
    p.p("Kære [beboerens navn]")
    p.p("Fra den [dato] får [botilbud] en fast læge. Det er [lægens navn] fra [klinik], [adresse].")
    p.p("Lægen kommer [antal] gange om måneden. Du beholder din egen læge, hvis du vil.")
    p.p("Vil du skifte læge, så sig det til [kontaktperson] inden den [frist].")
    p.p("Du kan ringe til klinikken på [telefon] mellem kl. [tid] og [tid].")
    p.p("Spørgsmål: ring til [kontaktperson] på [telefon].")
    p.p("Mange hilsner")
    p.p("[leder]")
    return p.bytes()


def skema3() -> bytes:
    """A table with three columns: what, home, doctor, where rows are in other order and some are of the plan."""
    p = Pen()
    p.h("Aftaleskema", 0)
    line = ""
    p.table(
        [
            ["Oplysning", "Udfyldes af botilbuddet", "Udfyldes af lægen"],
            ["Navn", line, line],
            ["Adresse", line, line],
            ["Telefon", line, line],
            ["Mail", line, line],
            ["Ydernummer", "–", line],
            ["Antal beboere", line, "–"],
            ["Opstart", line, line],
            ["Ferie i uge", line, line],
            ["Hvem afløser?", line, line],
        ]
    )
    return p.bytes()


def allonge() -> bytes:
    """An amendment with a table of before and after."""
    p = Pen()
    p.h("Allonge til samarbejdsplan", 0)
    p.p("Parter: [botilbud] og [lægepraksis]")
    p.p("Planen er fra den [dato]. Denne allonge gælder fra den [dato].")
    p.table(
        [
            ["Punkt", "Før", "Efter"],
            ["Timer pr. måned", "[x]", "[x]"],
            ["Antal beboere", "[x]", "[x]"],
            ["Botilbuddets kontaktperson", "[navn]", "[navn]"],
            ["Kontaktpersonens telefon", "[nr.]", "[nr.]"],
            ["Lægens adresse", "[adresse]", "[adresse]"],
        ]
    )
    p.p("Alt andet i planen er uændret.")
    p.p("Underskrevet den [dato]")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (bilag, koncern, faelt, brev, skema3, allonge)
}
DOKUMENT = {"koncern": "kontrakt", "brev": "informationsbrev", "allonge": "allonge"}
