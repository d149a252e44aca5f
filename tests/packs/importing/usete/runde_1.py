"""Round 1 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_1.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    Sheet,
    bold,
    box,
    field,
    form_box,
    form_text,
    merge,
    small,
    tick,
    underlined,
    yellow,
)
from tests.packs.importing.usete.saved import saved
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def gribskov() -> bytes:
    """An old .doc saved anew: a lawyer's agreement of 2009's habits, three parties, dotted lines, dates in sentences."""
    return saved("gribskov")


def nordfyn() -> bytes:
    """A contract whose blanks stand above their captions, in a frame of borderless tables; capitals for the parties."""
    d = Sheet(
        11,
        header="NORDFYNS KOMMUNE  ·  Sundhed og Rehabilitering",
        footer="Skabelon version 2.3 – godkendt af chefgruppen 4. marts 2025",
    )
    d.title("KONTRAKT OM LÆGEKONSULENTFUNKTION")
    d.h("Kontraktens parter")
    d.table(
        (("____________________________",), ("____________________________",)),
        (d.para(small("(Botilbuddets fulde navn)")), d.para(small("(Lægens/lægehusets navn)"))),
        (("____________________________",), ("____________________________",)),
        (d.para(small("(Gade og nr.)")), d.para(small("(Gade og nr.)"))),
        (("____________________________",), ("____________________________",)),
        (d.para(small("(Postnr. og by)")), d.para(small("(Postnr. og by)"))),
        (("____________________________",), ("____________________________",)),
        (d.para(small("(P-nr.)")), d.para(small("(Ydernr.)"))),
    )
    d.h("Kontraktens genstand")
    d.p(
        "BOTILBUDDET og LÆGEN har indgået en samarbejdsplan af ____/____-______, som er vedlagt denne kontrakt som bilag 1. Ved uoverensstemmelse går samarbejdsplanen forud."
    )
    d.h("Løbetid")
    d.p(
        "Kontrakten løber fra og med ____/____-______ og indtil den opsiges. Varslet følger samarbejdsplanen."
    )
    d.h("Honorar")
    d.p("Lægens honorar afregnes med regionen efter overenskomsten og er BOTILBUDDET uvedkommende.")
    d.h("Underskrift")
    d.table(
        ("Dato:", "Dato:"),
        ("Underskrift:", "Underskrift:"),
        ("Navn (blokbogstaver):", "Navn (blokbogstaver):"),
        ("For BOTILBUDDET", "For LÆGEN"),
    )
    return d.bytes()


def frederikssund() -> bytes:
    """A letter of notice from the home: the address in a corner, brackets, and what the home may cross out."""
    p = Pen()
    p.table(
        [
            [
                "[Lægens navn]\n[Klinikkens navn]\n[Adresse]\n[Postnr.] [By]",
                "[Botilbuddets navn]\nKontakt: [leder]\nTlf. [direkte nr.]\nFrederikssund, d. [dagsdato]",
            ]
        ],
        style="Normal Table",
    )
    p.p("")
    p.p("**Opsigelse af samarbejdsplan om fast tilknyttet læge**")
    p.p("Kære [lægens fornavn]")
    p.p(
        "På vegne af [botilbud] opsiger jeg hermed den samarbejdsplan, som vi indgik med din praksis den [dato for planen]."
    )
    p.p(
        "Opsigelsesvarslet er 3 måneder til udgangen af et kvartal. Vi regner med, at du modtager brevet senest den [dato], og planen ophører derfor den [dato]."
    )
    p.p("Modtager du brevet senere, ophører planen i stedet den [dato].")
    p.p("Vi orienterer selv Region Hovedstaden om opsigelsen.")
    p.p("Har du spørgsmål, så ring til [navn på kontaktperson] på [tlf.] eller skriv til [mail].")
    p.p("Med venlig hilsen")
    p.p("")
    p.p("[underskrift]")
    p.p("[navn]")
    p.p("[titel]")
    return p.bytes()


def thisted() -> bytes:
    """An orientation as a form of Word 2003: labels after the field, the occasion ticked, the field's help in small print."""
    d = Sheet(12, compat=11, protected=True)
    d.p(bold("THISTED KOMMUNE"), " – Orientering til Region Nordjylland om fast læge på botilbud")
    d.p("Sæt ét kryds:")
    d.p(
        form_box(),
        " Vi har indgået en samarbejdsplan. Den gælder fra ",
        form_text(),
        " og omfatter ",
        form_text(),
        " timer pr. måned.",
    )
    d.p(
        form_box(),
        " Timetallet er ændret fra ",
        form_text(),
        " til ",
        form_text(),
        " timer pr. måned med virkning fra ",
        form_text(),
        ".",
    )
    d.p(form_box(), " Samarbejdsplanen er opsagt. Sidste dag er ", form_text(), ".")
    d.table(
        (bold("Botilbuddet"), bold("Lægen")),
        (
            (
                d.para("Navn: ", form_text()),
                d.para("P-nr.: ", form_text()),
                d.para("Adr.: ", form_text()),
                d.para("Kontakt: ", form_text()),
                d.para("Tlf./mail: ", form_text()),
            ),
            (
                d.para("Navn: ", form_text()),
                d.para("Ydernr.: ", form_text()),
                d.para("Adr.: ", form_text()),
                d.para("CVR: ", form_text()),
            ),
        ),
    )
    d.p("Dato ", form_text(), "  Udfyldt af (navn og stilling) ", form_text())
    return d.bytes()


def skive() -> bytes:
    """An amendment in an old clerk's words, one paragraph after the other, with blanks midway and a stub of a table."""
    d = Sheet(13)
    d.p(bold("TILLÆG nr. ______ til Overenskomst om lægetilknytning"))
    d.p(
        "indgaaet imellem botilbuddet ______________________________ (herefter »Bostedet«) og lægerne ______________________________ (herefter »Lægen«) under dato den ______________."
    )
    d.p(
        "§ 1. Imellem Parterne er det d.d. aftalt, at Overenskomstens pkt. 4 ændres derhen, at det månedlige Timetal fra den ______________ at regne udgør ______ Timer (førhen ______ Timer)."
    )
    d.p(
        "§ 2. Som ny Kontaktperson paa Bostedet indtræder ______________________________, Tlf. ______________, i Stedet for ______________________________."
    )
    d.p("§ 3. I øvrigt forbliver Overenskomsten uforandret i Kraft.")
    d.p("§ 4. Nærværende Tillæg er oprettet i to Eksemplarer, hvoraf hver Part beholder eet.")
    d.p("Skive, den ______________")
    d.table(("For Bostedet:", "For Lægen:"), ("\n", "\n"))
    return d.bytes()


def vejen() -> bytes:
    """Two columns without lines: the home's facts left, the doctor's right, each a cell of label and blank line after line."""
    d = Sheet(14, header="Vejen Kommune · Social & Ældre")
    d.title("Samarbejdsplan")
    d.p("Fasttilknyttede praktiserende læger på botilbud")
    d.table(
        (
            (
                d.para(bold("BOSTEDET")),
                d.para("Navn ", underlined(20)),
                d.para("Adresse ", underlined(20)),
                d.para("Postnr. ", underlined(6), " By ", underlined(12)),
                d.para("CVR ", underlined(10), " P-nr. ", underlined(10)),
                d.para("Antal borgere ", underlined(5)),
                d.para("Kontaktperson ", underlined(20)),
                d.para("Stilling ", underlined(20)),
                d.para("Tlf. ", underlined(10)),
                d.para("Mail ", underlined(20)),
            ),
            (
                d.para(bold("LÆGEN")),
                d.para("Navn ", underlined(20)),
                d.para("Adresse ", underlined(20)),
                d.para("Postnr. ", underlined(6), " By ", underlined(12)),
                d.para("Ydernr. ", underlined(10)),
                d.para("Kontaktperson ", underlined(20)),
                d.para("Tlf. ", underlined(10)),
                d.para("Mail ", underlined(20)),
                d.para("Andet ", underlined(20)),
            ),
        )
    )
    d.h("Aftalen i korte træk")
    d.p("Opstart (dato) ", underlined(12))
    d.p("Timer om måneden ", tick(), " 2 timer ", tick(), " 3 timer")
    d.p("Mødeform ", tick(), " fysisk ", tick(), " online")
    d.p("Ønskede emner det første år:")
    d.p("• ", underlined(40))
    d.p("• ", underlined(40))
    d.p("• ", underlined(40))
    d.h("Særlige aftaler")
    d.p("Ved ferie: ", underlined(40))
    d.p("Ved sygdom: ", underlined(40))
    d.p("Ved afbud senere end ", underlined(5), " timer før mødet: ", underlined(20))
    d.h("Underskrifter")
    d.table(("Bostedet", "Lægen"), ("Dato og underskrift", "Dato og underskrift"), ("", ""))
    return d.bytes()


def langeland() -> bytes:
    """From an office on the web: last year's plan with the names left in, marked yellow, and grey guidance under headings."""
    y, g = (
        yellow,
        (
            lambda t: (
                f'<w:r><w:rPr><w:i/><w:color w:val="7F7F7F"/></w:rPr><w:t xml:space="preserve">{t}</w:t></w:r>'
            )
        ),
    )
    d = Sheet(15)
    d.title("Samarbejdsplan mellem ", y("Botilbuddet Humlevænget"), " og ", y("Lægehuset Rudkøbing"))
    d.p(g("Erstat det gule med jeres egne oplysninger, og slet al grå tekst."))
    d.h("1  Hvem er vi")
    d.p(
        y("Humlevænget"),
        " er et ",
        y("kommunalt"),
        " botilbud efter ",
        y("servicelovens § 108"),
        " med ",
        y("22"),
        " pladser på ",
        y("Ørstedsgade 14, 5900 Rudkøbing"),
        ". Botilbuddet drives af ",
        y("Langeland Kommune"),
        ".",
    )
    d.p(
        y("Lægehuset Rudkøbing"),
        " (ydernummer ",
        y("084512"),
        ") ligger ",
        y("Nørregade 3, 5900 Rudkøbing"),
        ".",
    )
    d.h("2  Hvad har vi aftalt")
    d.p(
        "Lægen rådgiver personalet ",
        y("2"),
        " timer hver måned fra den ",
        y("1. maj 2025"),
        ". Første møde er den ",
        y("6. maj 2025 kl. 13.00"),
        ".",
    )
    d.p(g("Skriv 2 eller 3 timer efter antallet af beboere."))
    d.p("Vi vil begynde med at tale om ", y("medicinhåndtering, diabetes og demens"), ".")
    d.h("3  Hvem taler med hvem")
    d.p(
        "På botilbuddet: ",
        y("Sanne Mortensen"),
        ", ",
        y("social- og sundhedsassistent"),
        ", ",
        y("63 51 60 11"),
        ", ",
        y("samo@langelandkommune.dk"),
    )
    d.p("I lægehuset: ", y("Bodil Krarup"), ", ", y("sygeplejerske"), ", ", y("62 51 14 19"))
    d.h("4  Når vi ikke kan")
    d.p(y("Er lægen syg, finder vi en ny dato inden for 14 dage."))
    d.h("5  Opsigelse")
    d.p("Hver af os kan opsige planen med 3 måneders varsel til udgangen af et kvartal.")
    d.p("Rudkøbing, den ", y("14. april 2025"))
    d.table(
        (d.para("_______________________"), d.para("_______________________")),
        (
            (d.para(y("Pernille Juhl")), d.para("forstander")),
            (d.para(y("Jens Aagaard")), d.para("praktiserende læge")),
        ),
    )
    return d.bytes()


def halsnaes() -> bytes:
    """A contract from a case system: terse merge fields, document properties in header and footer, a box with the case."""
    d = Sheet(
        16,
        footer=field(" DOCPROPERTY Sagsnummer ", "25/0114")
        + '<w:r><w:t xml:space="preserve">  </w:t></w:r>'
        + field(" PAGE ", "1"),
    )
    d.p(
        box(
            d.para("Sagsbeh.: ", merge("SagsbehandlerNavn")),
            d.para("Direkte tlf.: ", merge("SagsbehandlerTlf")),
            d.para("Dato: ", merge("DagsDato")),
        )
    )
    d.title("Kontrakt vedr. fast læge")
    d.p("Undertegnede")
    d.p(
        merge("InstNavn"),
        "\n",
        merge("InstAdr"),
        "\n",
        merge("InstPostnr"),
        " ",
        merge("InstBy"),
        "\nCVR ",
        merge("InstCVR"),
        ", P-nummer ",
        merge("InstPnr"),
    )
    d.p("(»Botilbuddet«) og")
    d.p(
        merge("YderNavn"),
        "\n",
        merge("YderAdr"),
        "\n",
        merge("YderPostnr"),
        " ",
        merge("YderBy"),
        "\nYdernr. ",
        merge("Ydernr"),
    )
    d.p(
        "(»Lægen«) har indgået samarbejdsplan dateret ",
        merge("PlanDato"),
        " med virkning fra ",
        merge("StartDato"),
        ".",
    )
    d.p("Planens timetal: ", merge("Timer"), ".")
    d.p(
        "Kontakt hos Botilbuddet: ",
        merge("InstKontakt"),
        " (",
        merge("InstKontaktTlf"),
        ", ",
        merge("InstKontaktMail"),
        ")",
    )
    d.p("Kontakt hos Lægen: ", merge("YderKontakt"), " (", merge("YderTlf"), ")")
    d.p("Kontrakten opsiges som planen.")
    d.leader("\t", "\t", "\t", stops=(4000, 5000, 9000), dots="underscore")
    d.p("Botilbuddet v/ ", merge("InstLeder"), "\t\t\tLægen v/ ", merge("YderLæge"))
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (gribskov, nordfyn, frederikssund, thisted, skive, vejen, langeland, halsnaes)
}
DOKUMENT = {
    "nordfyn": "kontrakt",
    "frederikssund": "opsigelse",
    "thisted": "orientering",
    "skive": "allonge",
    "halsnaes": "kontrakt",
}
