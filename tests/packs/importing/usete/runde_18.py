"""Round 18 of November 2026, by an author new to the house: keys in `noegler/runde_18.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    control,
    form_text,
    red,
    tick,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def frederikssund() -> bytes:
    """A letter to those who live there, with a slip to cut off: the slip's name, address and day are the resident's."""
    p = Pen()
    p.header("Frederikssund Kommune", logo=True)
    p.p("Dato: ______________")
    p.p("Til beboerne på ______________________")
    p.h("Fast læge på dit botilbud")
    p.p(
        "Fra den ______________ har botilbuddet en fast læge. Det er læge ______________________ fra ______________________."
    )
    p.p("Spørg ______________________, hvis du vil vide mere. Telefon ______________.")
    p.p("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -")
    p.h("Svar")
    p.p("☐ Ja, jeg vil gerne høre mere")
    p.p("Navn: ______________________")
    p.p("Adresse: ______________________")
    p.p("Telefon: ______________")
    p.p("Dato: ______________")
    p.p("Underskrift: ______________________")
    return p.bytes()


def kalundborg() -> bytes:
    """An orientation of which the last part is for the region: received when, by whom, in which case."""
    p = Pen()
    p.h("Orientering til Region Sjælland", 0)
    p.table(
        [
            ["Udfyldes af botilbuddet", ""],
            ["Botilbud", ""],
            ["Kommune", ""],
            ["Læge", ""],
            ["Ydernummer", ""],
            ["Planen gælder fra", ""],
            ["Timer pr. måned", ""],
            ["Kontaktperson", ""],
            ["Telefon", ""],
            ["Udfyldes af regionen", ""],
            ["Modtaget", ""],
            ["Sagsbehandler", ""],
            ["Telefon", ""],
            ["Registreret fra", ""],
            ["Timer", ""],
        ]
    )
    return p.bytes()


def norddjurs2() -> bytes:
    """A plan with a calendar of meetings and a list of those who come: dates, hours and names that are no facts of the plan."""
    p = Pen()
    p.h("Samarbejdsplan", 0)
    p.p("Botilbud: [navn]")
    p.p("Læge: [navn]")
    p.p("Startdato: [dato]")
    p.h("Årets møder")
    p.table([["Dato", "Tid", "Timer", "Emne"], *[["[dato]", "[kl.]", "[timer]", "[emne]"]] * 3])
    p.h("Deltagere fra botilbuddet")
    p.table([["Navn", "Stilling", "Telefon"], *[["[navn]", "[stilling]", "[telefon]"]] * 2])
    p.h("Kontaktpersoner")
    p.table(
        [["", "Navn", "Telefon"], ["Botilbuddet", "[navn]", "[telefon]"], ["Lægen", "[navn]", "[telefon]"]]
    )
    p.p("Underskrift, botilbud: ____________________")
    p.p("Underskrift, læge: ____________________")
    return p.bytes()


def faxe() -> bytes:
    """A notice with a receipt that the receiver is to send back, and the doctor's other homes."""
    p = Pen()
    p.h("Opsigelse af samarbejdsplan", 0)
    p.p("Botilbud: ____________________")
    p.p("Læge: ____________________")
    p.p("Planen er underskrevet den ____________ og begyndte den ____________.")
    p.p("Opsigelsen kommer fra:  ☐ botilbuddet   ☐ lægen")
    p.p("Planen ophører den ____________.")
    p.p("Dato ____________  Underskrift ____________________")
    p.h("Kvittering")
    p.p("Undertegnede ____________________ har modtaget opsigelsen den ____________.")
    p.p("Navn: ____________________  Stilling: ____________________")
    p.p("Underskrift: ____________________")
    return p.bytes()


def stevns2() -> bytes:
    """A contract with an earlier agreement told of in it, the bank, the insurance, and who keeps the data, each with a name and a day."""
    c = control
    d = Sheet(181)
    d.title("Kontrakt")
    k = lambda *a, **b: d.para(c(*a, **b))  # noqa: E731 - short, as there are many
    d.table(
        (d.para(bold("Parter")),),
        ("Botilbud", k("Navn")),
        ("Driftsherre", k("Navn")),
        ("Læge", k("Navn")),
        (d.para(bold("Tidligere kontrakt")),),
        ("Botilbud", k("Navn")),
        ("Læge", k("Navn")),
        ("Gældende fra", k("Dato", kind=DATE)),
        ("Ophørt", k("Dato", kind=DATE)),
        (d.para(bold("Denne kontrakt")),),
        ("Gældende fra", k("Dato", kind=DATE)),
        ("Samarbejdsplan af", k("Dato", kind=DATE)),
        (d.para(bold("Databehandleraftale")),),
        ("Indgået", k("Dato", kind=DATE)),
        ("Kontaktperson", k("Navn")),
        (d.para(bold("Forsikring")),),
        ("Selskab", k("Navn")),
        ("Gældende fra", k("Dato", kind=DATE)),
    )
    return d.bytes()


def glostrup2() -> bytes:
    """A plan with guidance in red between the facts, which names facts itself, and red samples in the lines."""
    r = red
    d = Sheet(182)
    d.title("Samarbejdsplan")
    d.p(r("Slet den røde tekst, når planen er udfyldt."))
    d.p("Botilbud: ", r("[navn]"))
    d.p(r("Navnet skal være det, der står på Tilbudsportalen."))
    d.p("Adresse: ", r("[vej, nr., postnr., by]"))
    d.p("Læge: ", r("[navn]"))
    d.p(r("Er der flere læger, så skriv klinikkens navn."))
    d.p("Ydernummer: ", r("[nr.]"))
    d.p("Kontaktperson: ", r("[navn]"), ", tlf. ", r("[nr.]"))
    d.p(r("Lederen af botilbuddet er ikke nødvendigvis kontaktperson."))
    d.p("Lægens kontaktperson: ", r("[navn]"), ", tlf. ", r("[nr.]"))
    d.p("Planen træder i kraft den ", r("[dato]"), ".")
    d.p(r("Datoen kan ikke ligge før den dag, planen underskrives."))
    d.p("Lægen rådgiver ", r("[2 eller 3]"), " timer om måneden.")
    d.p("Dato: ________  Botilbud: ________________  Læge: ________________")
    return d.bytes()


def ikast2() -> bytes:
    """A plan as a form of old fields, with a part for the owner before that of the home, each with a name, an address and a contact."""
    f = form_text
    d = Sheet(183, compat=12, protected=True)
    d.title("Samarbejdsplan – private botilbud")
    d.p(bold("Virksomheden"))
    d.p("Navn: ", f(), "  CVR-nr.: ", f())
    d.p("Adresse: ", f())
    d.p("Direktør: ", f(), "  Telefon: ", f())
    d.p(bold("Botilbuddet"))
    d.p("Navn: ", f(), "  P-nr.: ", f())
    d.p("Adresse: ", f())
    d.p("Kontaktperson: ", f(), "  Telefon: ", f())
    d.p(bold("Beliggenhedskommunen"))
    d.p("Navn: ", f())
    d.p("Kontaktperson: ", f(), "  Telefon: ", f())
    d.p(bold("Lægen"))
    d.p("Navn: ", f(), "  Ydernr.: ", f())
    d.p("Adresse: ", f())
    d.p("Kontaktperson: ", f(), "  Telefon: ", f())
    d.p(bold("Planen"))
    d.p("Begynder: ", f(), "  Timer: ", f())
    d.p(tick(), " Bilag er vedlagt")
    return d.bytes()


def morso() -> bytes:
    """A plan of two pages: on the first the facts in capitals before dots, on the second the same asked once more for the register."""
    p = Pen()
    p.h("SAMARBEJDSPLAN", 0)
    dots = "........................................"
    for text in ("BOTILBUD", "ADRESSE", "LÆGE", "YDERNUMMER", "STARTDATO", "TIMETAL"):
        p.p(f"{text}: {dots}")
    p.p(f"BOTILBUDDETS UNDERSKRIFT: {dots}")
    p.p(f"LÆGENS UNDERSKRIFT: {dots}")
    p.h("OPLYSNINGER TIL REGISTERET", 0)
    for text in (
        "Botilbud",
        "Kommune",
        "Antal beboere",
        "Lovgrundlag",
        "Læge",
        "Kontaktperson på botilbuddet",
        "Mail",
        "Indtastet af",
        "Dato",
    ):
        p.p(f"{text} {dots}")
    return p.bytes()


def bornholm5() -> bytes:
    """An amendment whose second part is the consent of the owner, with a name, a day and a signature of its own."""
    p = Pen()
    p.h("Allonge til samarbejdsplan", 0)
    p.p("Botilbud: [botilbuddets navn]     Læge: [lægens navn]")
    p.p("Samarbejdsplanen er indgået den [dato].")
    p.p("Nyt timetal: [antal] timer om måneden")
    p.p("Ny kontaktperson på botilbuddet: [navn], [telefon], [mail]")
    p.p("Gælder fra: [dato]")
    p.p("[dato, underskrift botilbud]          [dato, underskrift læge]")
    p.h("Samtykke fra driftsherren")
    p.p("[Driftsherrens navn] er indforstået med ændringen.")
    p.p("Navn: [navn]   Stilling: [stilling]   Dato: [dato]   Underskrift: [underskrift]")
    return p.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        frederikssund,
        kalundborg,
        norddjurs2,
        faxe,
        stevns2,
        glostrup2,
        ikast2,
        morso,
        bornholm5,
    )
}
DOKUMENT = {
    "frederikssund": "informationsbrev",
    "kalundborg": "orientering",
    "faxe": "opsigelse",
    "stevns2": "kontrakt",
    "bornholm5": "allonge",
}
