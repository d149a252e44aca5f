"""Four letters and contracts by the same author, the very last: keys in `noegler/tidlig_12.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import Sheet, bold, form_text, tick, underlined, yellow

if TYPE_CHECKING:
    from collections.abc import Callable


def assensk() -> bytes:
    """A contract with a table of the parties and a signature block of lines with labels under each party."""
    d = Sheet(81, compat=15)
    d.title("Kontrakt om fast tilknyttet læge")
    d.table(
        ("", bold("Driftsherre"), bold("Botilbud"), bold("Praksis")),
        ("Navn", "[navn]", "[navn]", "[navn]"),
        ("Adresse", "[adresse]", "[adresse]", "[adresse]"),
        ("CVR-nr.", "[cvr]", "[cvr]", "[cvr]"),
    )
    d.p("§ 1. Kontrakten supplerer samarbejdsplanen, der er underskrevet den [dato].")
    d.p(
        "§ 2. Kontrakten begynder den [dato] og kan opsiges med tre måneders varsel til udgangen af et kvartal."
    )
    d.p(bold("Underskrifter"))
    for party in ("For driftsherren", "For praksis"):
        d.p(party)
        d.p("Navn: ______________________")
        d.p("Titel: ______________________")
        d.p("Dato: ______________________")
        d.p("Underskrift: ______________________")
    return d.bytes()


def varde() -> bytes:
    """A termination by the home, dotted lines in a letter."""
    d = Sheet(82, header="Varde Kommune")
    d.p("Til lægen: ..............................")
    d.p("Adresse: ..............................")
    d.p("Dato: ....................")
    d.title("Opsigelse")
    d.p(
        "Botilbuddet .............................. opsiger samarbejdsplanen, der begyndte den .................... ."
    )
    d.p(
        "Vi regner med, at du modtager opsigelsen den .................... . Planens sidste dag er derfor den .................... ."
    )
    d.p(
        "Kommer brevet senere frem end den ...................., er sidste dag i stedet den .................... ."
    )
    d.p("Spørgsmål: kontakt .............................., tlf. .................... .")
    d.p("Med venlig hilsen")
    d.p("..............................")
    d.p("leder af botilbuddet")
    return d.bytes()


def hobro() -> bytes:
    """An orientation with old form fields, before and after in one line."""
    d = Sheet(83, compat=12, protected=True)
    d.title("Orientering om ændret timetal")
    d.p("Modtager: Region ", form_text())
    d.p("Botilbud: ", form_text(), " Kommune: ", form_text())
    d.p("Læge: ", form_text(), " Ydernr.: ", form_text())
    d.p("Timetal hidtil: ", form_text(), " Timetal fremover: ", form_text(), " Gælder fra: ", form_text())
    d.p("Årsag: ", tick(), " flere beboere ", tick(), " færre beboere")
    d.p("Kontaktperson: ", form_text(), " Telefon: ", form_text())
    d.p("Afsendt den ", form_text(), " af ", form_text())
    return d.bytes()


def tonder() -> bytes:
    """An amendment: what is changed, from and to, with samples in yellow."""
    d = Sheet(84, compat=15)
    d.title("Allonge nr. ", yellow("1"), " til samarbejdsplan for ", yellow("Botilbuddet Marsken"))
    d.table(
        ("Hvad ændres?", "Fra", "Til"),
        ("Timer pr. måned", yellow("2"), yellow("3")),
        ("Lægens kontaktperson", yellow("Jette Friis"), yellow("Ole Lund")),
        ("Lægens mail", yellow("jette@laege.dk"), yellow("ole@laege.dk")),
    )
    d.p("Ændringerne gælder fra ", yellow("1. maj 2025"), ".")
    d.p("Tønder, den ", underlined(18))
    d.p(underlined(24), "\t\t", underlined(24))
    d.p("For botilbuddet\t\tFor lægen")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {make.__name__: make for make in (assensk, varde, hobro, tonder)}
DOKUMENT = {"assensk": "kontrakt", "varde": "opsigelse", "hobro": "orientering", "tonder": "allonge"}
