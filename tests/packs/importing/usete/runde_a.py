"""Round a of 27 November 2026, in common layouts: keys in `noegler/runde_a.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import Sheet, control
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def notat() -> bytes:
    """A note in prose, with its places in round brackets."""
    p = Pen()
    p.h("Aftale om fast læge", 0)
    p.p(
        "Denne aftale er indgået den (dato) mellem (botilbuddets navn), (adresse), i det følgende botilbuddet, og (lægehusets navn), (adresse), ydernr. (nummer)."
    )
    p.p("Lægen bruger (antal) timer om måneden på rådgivning. Aftalen gælder fra (startdato).")
    p.p("Kontakt til botilbuddet går gennem (navn), (stilling), som har telefon (nummer).")
    p.p("Lægens sekretær er (navn), telefon (nummer).")
    p.p("Hvis aftalen opsiges, skal regionen have besked på (regionens mailadresse).")
    return p.bytes()


def toskema() -> bytes:
    """A table of facts with a column for each party, and one of the plan's own."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    x = "[udfyldes]"
    p.table(
        [
            ["", "Botilbuddet", "Lægen"],
            ["Navn", x, x],
            ["Adresse", x, x],
            ["CVR-nr.", x, x],
            ["P-nr./ydernr.", x, x],
            ["Kontaktperson", x, x],
            ["Direkte tlf.", x, x],
            ["Sikker mail", x, x],
            ["Stedfortræder", x, x],
        ]
    )
    p.table(
        [
            ["Planen træder i kraft", x],
            ["Timer pr. måned", x],
            ["Antal beboere", x],
            ["Næste evaluering", x],
            ["Botilbuddets ejer", x],
        ]
    )
    return p.bytes()


def efter() -> bytes:
    """Dotted lines with what they are for in brackets after them."""
    p = Pen()
    p.p("**SAMARBEJDSPLAN**")
    line = "........................................"
    p.p(line + " (botilbud)")
    p.p(line + " (vej og nr.)")
    p.p("........ " + line + " (postnr., by)")
    p.p("og")
    p.p(line + " (læge/lægehus)")
    p.p(line + " (vej og nr.)")
    p.p("........ (postnr.) ................... (by)")
    p.p(line + " (ydernummer)")
    p.p(
        "aftaler, at lægen fra den .......... (dato) rådgiver personalet i .......... (antal) timer hver måned."
    )
    p.p("Den .......... (dato) mødes parterne første gang.")
    p.p(line + " (underskrift, botilbud)")
    p.p(line + " (underskrift, læge)")
    return p.bytes()


def kontroller() -> bytes:
    """Content controls with names made of a party and a fact."""
    d = Sheet(31)
    d.title("Samarbejdsplan")
    d.p("Botilbud: ", control(alias="Botilbud - navn"))
    d.p("Hvor: ", control(alias="Botilbud - adresse"))
    d.p(
        "Hvem ringer vi til: ",
        control(alias="Botilbud - kontakt"),
        " på ",
        control(alias="Botilbud - kontakt tlf"),
    )
    d.p("Læge: ", control(alias="Læge - navn"))
    d.p("Ydernr.: ", control(alias="Læge - ydernr"))
    d.p("Hvem ringer vi til: ", control(alias="Læge - kontakt"), " på ", control(alias="Læge - kontakt tlf"))
    d.p("Start: ", control(alias="Aftale - start"))
    d.p("Slut: ", control(alias="Aftale - slut"))
    d.p("Timer: ", control(alias="Aftale - timer"))
    return d.bytes()


def besked() -> bytes:
    """A letter to the region, with the sender in the corner."""
    p = Pen()
    p.h("Orientering om fast læge", 0)
    p.p("[afsenders navn]\n[afsenders adresse]\n\nTil Region Sjælland\n[afdeling]\n[dato]")
    p.p(
        "Vi orienterer hermed om, at [botilbud] i [kommune] den [dato] har indgået aftale med [læge] (ydernr. [nr.]) om fast tilknytning. Aftalen gælder fra [dato] og omfatter [antal] timer pr. måned."
    )
    p.p("Botilbuddet har [antal] beboere og drives af [driftsherre].")
    p.p("Har I spørgsmål, kan I kontakte [navn] på [telefon].")
    p.p("Venlig hilsen")
    p.p("[navn]")
    p.p("[stilling]")
    return p.bytes()


def fire() -> bytes:
    """Labels and values of both parties beside each other, under merged heads."""
    p = Pen()
    p.h("Samarbejdsplan for fast tilknyttet læge", 0)
    line = "________"
    t = p.table(
        [
            ["Botilbud", "", "Læge", ""],
            ["Navn", line, "Navn", line],
            ["Vej", line, "Vej", line],
            ["Postnr. og by", line, "Postnr. og by", line],
            ["Leder", line, "Ydernr.", line],
            ["Kontakt", line, "Kontakt", line],
            ["Tlf.", line, "Tlf.", line],
        ]
    )
    t.cell(0, 0).merge(t.cell(0, 1))
    t.cell(0, 2).merge(t.cell(0, 3))
    p.p(f"Aftalen er lavet den {line} og begynder den {line}.")
    p.p(f"Der er {line} beboere. Derfor er der {line} timer om måneden, i alt {line} timer om året.")
    p.p(f"Sted: {line}  Dato: {line}")
    p.table([[line, line], ["Botilbuddets leder", "Læge"]])
    return p.bytes()


def opsig() -> bytes:
    """A termination with sender and receiver at its head."""
    p = Pen()
    p.h("Opsigelse af aftale om fast læge", 0)
    p.p("Til: [modtager]")
    p.p("Fra: [afsender]")
    p.p("Dato: [dato]")
    p.p("[Afsender] opsiger hermed samarbejdsplanen af [dato] mellem [botilbuddet] og [lægen].")
    p.p("Opsigelsen sker med 3 måneders varsel, og planen ophører med udgangen af [dato].")
    p.p("Begrundelse: [skriv her]")
    p.p("Bekræft venligst modtagelsen til [navn] på [mail].")
    p.p("[by], den [dato]")
    p.p("____________________")
    p.p("[navn og titel]")
    return p.bytes()


def spoergsmaal() -> bytes:
    """A numbered table of questions, with empty cells."""
    p = Pen()
    p.h("Skema til samarbejdsplan", 0)
    q = [
        ("Hvad hedder botilbuddet?", "B.navn"),
        ("Hvad er botilbuddets adresse?", "BA.linje"),
        ("Hvem er den faste læge?", "PRAKSIS"),
        ("Hvilket ydernummer har praksis?", "P.ydernummer"),
        ("Hvornår starter samarbejdet?", "START"),
        ("Hvor mange timer er aftalt pr. måned?", "TIMER"),
        ("Hvem er botilbuddets kontaktperson?", "BK.navn"),
        ("Hvordan kontaktes hun?", "?*"),
        ("Hvem er kontakt i praksis?", "PK.navn"),
        ("Hvilken kommune ligger botilbuddet i?", "B.kommune"),
        ("Hvem betaler?", "?* / -"),
    ]
    p.table([[str(i), a, ""] for i, (a, _) in enumerate(q, 1)])
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (notat, toskema, efter, kontroller, besked, fire, opsig, spoergsmaal)
}
DOKUMENT = {"besked": "orientering", "opsig": "opsigelse"}
