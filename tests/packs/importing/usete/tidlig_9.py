"""Eight more by the same author, when the ten were mended; one was written in LibreOffice: keys in `noegler/tidlig_9.toml`, written first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import Sheet, bold, note, red, tick, yellow
from tests.packs.importing.usete.saved import saved

if TYPE_CHECKING:
    from collections.abc import Callable


def guldborg() -> bytes:
    """A questionnaire: each question a numbered line, the answer on the next."""
    d = Sheet(41, compat=15, header="Guldborgsund Kommune · Center for Socialområdet")
    d.title("Samarbejdsplan for fast tilknyttet læge")
    d.h("A. Botilbuddet")
    for question in (
        "1. Botilbuddets navn",
        "2. Adresse",
        "3. Hvem driver botilbuddet?",
        "4. Hvor mange beboere er der?",
        "5. Hvem er kontaktperson?",
        "6. Kontaktpersonens telefonnummer",
    ):
        d.p(bold(question))
        d.p("Svar: ______________________________")
    d.h("B. Lægen")
    for question in ("7. Praksissens navn", "8. Ydernummer", "9. Hvordan træffes lægen?"):
        d.p(bold(question))
        d.p("Svar: ______________________________")
    d.h("C. Aftalen")
    for question in ("10. Hvor mange timer om måneden?", "11. Hvornår træder planen i kraft?"):
        d.p(bold(question))
        d.p("Svar: ______________________________")
    d.p("Underskrevet den ______________ af")
    d.p("______________________ (botilbuddet) og ______________________ (lægen)")
    return d.bytes()


def assensby() -> bytes:
    """Double brackets, capitals, and instructions in round ones; a footnote explains."""
    d = Sheet(42, compat=14, notes=("Skriv både fornavn og efternavn.",), footer="[[DOKUMENTNUMMER]]")
    d.title("Samarbejdsplan: [[BOTILBUD]] og [[LÆGEPRAKSIS]]")
    d.p(
        "[[BOTILBUD]], [[BOTILBUD ADRESSE]], har indgået samarbejdsplan med [[LÆGEPRAKSIS]], [[LÆGEPRAKSIS ADRESSE]], ydernr. [[YDERNUMMER]]."
    )
    d.p("Planen gælder fra [[STARTDATO]] og omfatter [[TIMETAL]] timer hver måned.")
    d.p(
        "Botilbuddets kontaktperson: [[KONTAKT BOTILBUD NAVN]]",
        note(1),
        ", [[KONTAKT BOTILBUD TELEFON]], [[KONTAKT BOTILBUD MAIL]].",
    )
    d.p("Lægens kontaktperson: [[KONTAKT LÆGE NAVN]], [[KONTAKT LÆGE TELEFON]].")
    d.p("Opsigelse sker med 3 mdr. varsel til udgangen af et kvartal.")
    d.p("Emner: (indsæt de emner, I har aftalt)")
    d.p("[[STED]], den [[DATO]]")
    return d.bytes()


def soenderby() -> bytes:
    """Two tables in one: each party has a table of its own in a cell."""
    d = Sheet(43, compat=15)
    d.title("Samarbejdsplan")
    left = d.table_xml(("Navn:", ""), ("Adresse:", ""), ("CVR:", ""), ("Kontakt:", ""), ("Tlf.:", ""))
    right = d.table_xml(("Navn:", ""), ("Adresse:", ""), ("Ydernr.:", ""), ("Kontakt:", ""), ("Tlf.:", ""))
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>{d.para(bold(head))}{table}<w:p/></w:tc>'
        for head, table in (("Botilbuddet", left), ("Lægen", right))
    ]
    d.parts.append(
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid>'
        f"<w:tr>{''.join(cells)}</w:tr></w:tbl><w:p/>"
    )
    d.p("Timer om måneden: ☐ 2   ☐ 3")
    d.p("Aftalen træder i kraft: ..............................")
    d.p(
        "Underskrift botilbud: ..............................  Underskrift læge: .............................."
    )
    return d.bytes()


def hvidby() -> bytes:
    """Everything in few paragraphs, with line breaks between the lines."""
    d = Sheet(44, compat=12)
    d.title("Samarbejdsplan")
    d.p(
        "Botilbud: ____________________\nVej: ____________________\nPostnr. og by: ____________________\nLeder: ____________________\nAntal borgere: __________"
    )
    d.p(
        "Læge: ____________________\nVej: ____________________\nPostnr. og by: ____________________\nYdernr.: __________"
    )
    d.p(
        "Kontaktperson på botilbuddet: ____________________\nTelefon: __________\nE-mail: ____________________"
    )
    d.p("Startdato: __________\nTimer pr. md.: _____")
    d.p("Dato: __________\nBotilbuddet: ____________________\nLægen: ____________________")
    return d.bytes()


def koegeby() -> bytes:
    """Samples of noughts and made-up names in yellow."""
    d = Sheet(45, compat=15)
    d.title("Samarbejdsplan mellem ", yellow("Botilbud A"), " og ", yellow("Læge B"))
    d.table(
        ("Botilbuddets navn", yellow("Botilbud A")),
        ("Adresse", yellow("Eksempelvej 1, 0000 Byen")),
        ("Kommune", yellow("Køge Kommune")),
        ("Kontaktperson", yellow("Fornavn Efternavn")),
        ("Telefon", yellow("00 00 00 00")),
        ("Mail", yellow("navn@kommune.dk")),
        ("Lægepraksis", yellow("Læge B")),
        ("Ydernummer", yellow("000000")),
        ("CVR-nummer", yellow("00000000")),
    )
    d.p(
        "Planen træder i kraft den ",
        yellow("00.00.0000"),
        ". Lægen rådgiver i ",
        yellow("X timer"),
        " om måneden.",
    )
    d.p("Der er ", yellow("00"), " beboere på botilbuddet.")
    d.p(red("Husk: Botilbuddet skal orientere regionen."))
    return d.bytes()


def vejenby() -> bytes:
    """Three who sign, and a choice of who is party."""
    d = Sheet(46, compat=15)
    d.title("Samarbejdsplan")
    d.p(
        "Planen indgås på botilbuddets side af: ",
        tick(),
        " kommunen  ",
        tick(),
        " botilbuddet  ",
        tick(),
        " begge",
    )
    d.p("Botilbud: [navn] i [kommune]")
    d.p("Kommune: [navn], CVR-nr. [nr.]")
    d.p("Læge: [navn], ydernummer [nr.]")
    d.p("Mødeaftaler: [beskriv aftaler om ferie og sygdom]")
    d.p("Ikrafttræden: [dato]. Timer: [2/3] pr. måned.")
    d.table(
        ("For kommunen", "For botilbuddet", "For lægen"),
        ("Dato: [dato]", "Dato: [dato]", "Dato: [dato]"),
        ("Navn: [navn]", "Navn: [navn]", "Navn: [navn]"),
        ("Underskrift:", "Underskrift:", "Underskrift:"),
    )
    return d.bytes()


def langelandsby() -> bytes:
    """A letter to the region, each blank with its explanation in brackets after it."""
    d = Sheet(47, header="Afsender: ........................ (botilbud eller kommune)")
    d.p("Til ........................ (region)")
    d.p("Dato: ............ (dato for afsendelse)")
    d.title("Orientering om ny samarbejdsplan")
    d.p(
        "Vi har indgået en samarbejdsplan mellem ........................ (botilbud) og ........................ (lægepraksis), ydernummer ............ ."
    )
    d.p("Planen gælder fra ............ (startdato) og er på ...... (antal) timer om måneden.")
    d.p("Kontaktperson: ........................ (navn), ............ (telefon)")
    d.p("Venlig hilsen")
    d.p("........................ (navn og titel)")
    return d.bytes()


def fra_odt() -> bytes:
    """A plan that was written in LibreOffice, with its own placeholders and input fields, and saved as a Word file."""
    return saved("fra_odt")


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (guldborg, assensby, soenderby, hvidby, koegeby, vejenby, langelandsby, fra_odt)
}
DOKUMENT = {"langelandsby": "orientering"}
