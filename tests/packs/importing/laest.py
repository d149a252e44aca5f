"""Templates for reading what comes out, as the one who signs it: guidance, samples, captions, drafts' stamps, properties, hidden words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from docx.shared import Pt, RGBColor

from tests.packs.importing.word import Pen, control, deleted, field, inserted, merge, tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.text.paragraph import Paragraph


DOKUMENT = {"gammelt_hjem": "kontrakt", "prosa": "kontrakt", "brevet": "opsigelse"}


def look(paragraph: Paragraph, *, grey: bool = False, italic: bool = False, small: bool = False) -> Paragraph:
    """Give the words of a paragraph the look of guidance."""
    for run in paragraph.runs:
        if grey:
            run.font.color.rgb = RGBColor(0x7F, 0x7F, 0x7F)
        run.italic = italic or None
        if small:
            run.font.size = Pt(8)
    return paragraph


def hidden(text: str) -> str:
    """Give words that Word does not show, to stand in a text."""
    return f'⟦<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>⟧'


def vejledt() -> bytes:
    """A plan with guidance for the office: grey, italic, in brackets, in a box, and a stamp of drafts in the header."""
    pen = Pen()
    pen.header("Region Nordjylland · UDKAST", logo=False)
    pen.footer("Skabelonen er godkendt i styregruppen den 3. marts 2025. Side ")
    pen.h("Samarbejdsplan", 0)
    look(pen.p("Vejledning: Udfyld felterne, og slet dette afsnit før udsendelse."), grey=True, italic=True)
    pen.h("Parterne")
    look(pen.p("Skriv det navn, botilbuddet har hos Socialtilsynet."), italic=True)
    pen.p("Botilbuddet [botilbuddets navn] og lægen [lægens navn] har aftalt denne plan.")
    pen.h("Timer")
    pen.p("Lægen rådgiver personalet i [antal timer] timer pr. måned. (2 eller 3 timer)")
    pen.p("Bemærk! Timetallet følger antallet af beboere, se vejledningen på intranettet.")
    pen.h("Kontakt")
    pen.p("Botilbuddets kontaktperson er [navn på kontaktperson], tlf. [telefonnummer].")
    look(pen.p("Husk at orientere botilbuddet, hvis kontaktpersonen skifter."), grey=True)
    pen.p("Lægens kontaktperson er [navn på lægens kontaktperson], tlf. [telefonnummer].")
    pen.h("Ikrafttræden og opsigelse")
    pen.p("Planen træder i kraft den [dato for ikrafttræden].")
    pen.p("Hver part kan opsige planen med 3 måneders varsel til udgangen af et kvartal.")
    pen.h("Underskrift")
    pen.p("Dato: ______________ Botilbud: ______________________")
    pen.p("Dato: ______________ Læge: ______________________")
    look(pen.p("Udfyldes af sekretariatet: Modtaget den ____  Journalnr. ____"), small=True)
    return pen.bytes()


def gammelt_hjem() -> bytes:
    """A contract that was made for another home: half of it yellow, its names in corners, properties, hidden words, changes."""
    pen = Pen()
    core = pen.doc.core_properties
    core.title, core.author, core.subject = "Kontrakt Solgården", "Pia Jensen", "Lægerne Torvet"
    core.keywords, core.comments, core.last_modified_by = "Solgården", "Til Pia: husk CVR", "Pia Jensen"
    core.category, core.created = "Solgården", datetime.datetime(2025, 1, 7, tzinfo=datetime.UTC)
    pen.header("Kontrakt – Solgården", logo=False)
    pen.footer("Lægerne Torvet · side ")
    pen.h("Kontrakt om fast tilknyttet læge", 0)
    today = field('DATE \\@ "d. MMMM yyyy"', "7. januar 2025")
    pen.p(f"Udskrevet ⟦{today}⟧")
    pen.p(
        "Mellem ==Solgården==, ==Bakkevej 12, 9500 Hobro==, og ==Lægerne Torvet== er indgået denne kontrakt."
    )
    pen.p(
        "Parterne har indgået en samarbejdsplan den ==7. januar 2025==, som er vedlagt som bilag 1 og er en del af kontrakten."
    )
    pen.p("Kontrakten gælder fra den ==1. februar 2025==, og Solgården orienterer regionen.")
    pen.p(
        f"Kontrakten fornys {deleted('hvert år')}{inserted('ikke')}." + hidden(" Aftalt med Pia i telefonen.")
    )
    comment = pen.p("Kontrakten opsiges som samarbejdsplanen.")
    pen.comment(comment, "Spørg lægerne på Torvet")
    pen.p("Ring til Pia Jensen på 98 52 11 22 eller skriv til pia@solgaarden.dk, hvis der er spørgsmål.")
    pen.p(f"Sag: ⟦{field('DOCPROPERTY Title', 'Kontrakt Solgården')}⟧")
    pen.p("Hobro, den ==7. januar 2025==")
    pen.p("______________________\t\t______________________")
    pen.p("For Solgården\t\tFor Lægerne Torvet")
    return pen.bytes()


def skemaet() -> bytes:
    """A plan of four columns: labels beside boxes, captions under them, a head over each side, and crosses to choose by."""
    pen = Pen()
    pen.h("Samarbejdsplan", 0)
    pen.h("Botilbuddet")
    pen.table(
        [
            ["Navn", "[botilbuddets navn]", "P-nummer", "[botilbuddets p-nummer]"],
            ["Adresse", "[botilbuddets vej]\n(Gade og nr.)", "CVR-nr.", "[botilbuddets CVR-nr.]\n(8 cifre)"],
            [
                "Kontaktperson",
                "[navn på botilbuddets kontaktperson]",
                "Tlf.",
                "[telefon til botilbuddets kontaktperson]",
            ],
            ["Beboere", "[antal beboere]", "Mail", "[e-mail til botilbuddets kontaktperson]"],
        ]
    )
    pen.h("Lægen")
    pen.table(
        [
            ["Navn", "[lægens navn]", "Ydernummer", "[lægens ydernummer]"],
            ["Kontaktperson", "[navn på lægens kontaktperson]", "Tlf.", "[telefon til lægens kontaktperson]"],
        ]
    )
    pen.h("Aftalen")
    pen.p(f"Botilbuddet er {tick()} kommunalt {tick()} regionalt {tick()} privat")
    pen.p("Planen gælder fra den [dato for ikrafttræden] med [antal timer] timer pr. måned.")
    pen.h("Emner")
    pen.p("[emne 1]", "List Bullet")
    pen.p("[emne 2]", "List Bullet")
    pen.h("Underskrift")
    pen.p("________________________\t________________________")
    pen.p("(botilbud)\t(læge)")
    return pen.bytes()


def prosa() -> bytes:
    """A contract in sentences, in which what is optional stands within sentences that say more."""
    pen = Pen()
    pen.h("Kontrakt", 0)
    pen.p(
        "Mellem [botilbuddets navn], CVR-nr. [botilbuddets CVR-nr.], og [lægens navn], ydernr. [lægens ydernummer], er der indgået følgende kontrakt."
    )
    pen.h("Genstand")
    pen.p(
        "Botilbuddet og lægen har den [dato for samarbejdsplanens indgåelse] indgået en samarbejdsplan, der er vedlagt som bilag 1."
    )
    pen.p(
        "Samarbejdsplanen af [dato for samarbejdsplanens indgåelse] er en del af kontrakten. Ved uoverensstemmelse går samarbejdsplanen forud."
    )
    pen.h("Varighed")
    pen.p("Kontrakten træder i kraft den [dato for ikrafttræden] og løber, indtil samarbejdsplanen ophører.")
    pen.h("Botilbuddet")
    pen.p("Botilbuddet har [antal beboere] beboere og ligger på [botilbuddets adresse].")
    pen.p("Botilbuddet er oprettet efter § [lovgrundlag].")
    pen.h("Underskrift")
    pen.p("Dato: ______________ Botilbud: ______________________")
    pen.p("Dato: ______________ Læge: ______________________")
    return pen.bytes()


def kapitaeler() -> bytes:
    """A plan in capitals with XX for the names, and facts under labels in capitals."""
    pen = Pen()
    pen.header("KOMMUNE XX", logo=False)
    pen.h("SAMARBEJDSPLAN MELLEM XX BOTILBUD OG XX LÆGEHUS", 0)
    pen.p(
        "XX BOTILBUD og XX LÆGEHUS har aftalt, at lægen fra den XX.XX.20XX rådgiver personalet i X timer pr. måned."
    )
    pen.p("XX BOTILBUD ligger på XXvej XX, 9000 Aalborg.")
    pen.p("KONTAKTPERSON PÅ BOTILBUDDET: XX, TLF. XX XX XX XX")
    pen.p("KONTAKTPERSON HOS LÆGEN: XX, TLF. XX XX XX XX, MAIL xx@laegehus.dk")
    pen.p("PLANEN KAN OPSIGES MED 3 MÅNEDERS VARSEL TIL UDGANGEN AF ET KVARTAL.")
    pen.p("Aalborg, den XX.XX.20XX")
    pen.p("______________________\t\t______________________")
    pen.p("XX BOTILBUD\t\tXX LÆGEHUS")
    return pen.bytes()


def underskrevet() -> bytes:
    """A plan whose signature block still has who signed last time, and labels without a colon over and beside blanks."""
    pen = Pen()
    pen.h("Samarbejdsplan", 0)
    pen.p("Botilbuddets navn ______________________")
    pen.p("Adresse ______________________")
    pen.p("CVR-nr. ____________ P-nr. ____________")
    pen.p("Kontaktperson ______________________ tlf. ____________")
    pen.p("Lægens navn ______________________")
    pen.p("Ydernr. ____________")
    pen.p("Lægens kontaktperson ______________________ tlf. ____________")
    pen.p("Start ____________ Timer pr. måned ______")
    pen.p("Planen kan opsiges med 3 måneders varsel til udgangen af et kvartal.")
    pen.table(
        [
            ["For botilbuddet", "For lægen"],
            ["Hobro, den 14. januar 2025", "Hobro, den 15. januar 2025"],
            ["Navn: Pia Jensen\nforstander", "Navn: Lars Toft\nspeciallæge i almen medicin"],
            ["Underskrift: ______________", "Underskrift: ______________"],
        ]
    )
    pen.p("Skemaet sendes til sekretariatet@kommunen.dk, når begge har skrevet under.")
    return pen.bytes()


def brevet() -> bytes:
    """A notice from a case system: labels of the case in merge fields, a sample in the greeting, old dates, a second page of guidance."""
    pen = Pen()
    pen.header("Mariagerfjord Kommune", logo=False)
    pen.p(f"Sagsnr.: {merge('Sagsnr')}")
    pen.p(f"Sagsbehandler: {merge('Sagsbehandler')}, tlf. {merge('SagsbehandlerTlf')}")
    pen.p("[lægens navn]")
    pen.p("[lægens adresse]")
    pen.h("Opsigelse af samarbejdsplan", 0)
    pen.p("Kære ==Lars Toft==")
    pen.p(
        "Vi opsiger samarbejdsplanen mellem [botilbuddets navn] og jer, som vi indgik den [dato for samarbejdsplanens indgåelse], og som trådte i kraft den [dato for ikrafttræden]."
    )
    pen.p("Varslet er 3 måneder til udgangen af et kvartal, så planen ophører den [dato for ophør].")
    pen.p("Som vi talte om den 3. marts, finder vi en anden løsning for beboerne på Solgården.")
    pen.p("Med venlig hilsen")
    pen.p("[navn på den, der underskriver]")
    look(
        pen.p(
            "Sådan bruger du brevet: Opsigelsen skal være kommet frem, før kvartalet er begyndt. Slet denne side."
        ),
        italic=True,
    )
    return pen.bytes()


def overskrevet() -> bytes:
    """A plan with a heading for each fact, help in a third column, and controls with prompts for what nobody has."""
    pen = Pen()
    pen.h("Samarbejdsplan", 0)
    for heading, text in (
        ("Botilbud", "[botilbuddets navn]"),
        ("Botilbuddets adresse", "[botilbuddets adresse]"),
        ("Botilbuddets CVR-nummer", "[botilbuddets CVR-nr.]"),
        ("Læge", "[lægens navn]"),
        ("Ydernummer", "[lægens ydernummer]"),
    ):
        pen.h(heading, 2)
        pen.p(text)
    pen.h("Praktiske oplysninger", 2)
    table = pen.table(
        [
            ["Hvad", "Svar", "Hjælp"],
            ["Startdato", "[dato for ikrafttræden]", "Altid den 1. i en måned"],
            ["Timer pr. måned", "[antal timer]", "Skriv 2 eller 3"],
            ["Kontaktperson på botilbuddet", "[navn og telefon]", "Helst en sygeplejerske"],
            ["Mail", "[e-mail til botilbuddets kontaktperson]", "Ikke en personlig mail"],
            ["Kontaktperson hos lægen", "[navn og telefon]", ""],
            ["Sagsnummer", control("Sagsnummer", "Klik her for at skrive tekst."), "Fra SBSYS"],
        ]
    )
    for row in table.rows[1:]:
        look(row.cells[2].paragraphs[0], italic=True, small=True)
    pen.h("Underskrift", 2)
    pen.p("Botilbud: ______________________")
    pen.p("Læge: ______________________")
    return pen.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    "vejledt": vejledt,
    "gammelt_hjem": gammelt_hjem,
    "skemaet": skemaet,
    "prosa": prosa,
    "kapitaeler": kapitaeler,
    "underskrevet": underskrevet,
    "brevet": brevet,
    "overskrevet": overskrevet,
}
