"""Round 16 of November 2026, by an author new to the house: keys in `noegler/runde_16.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    form_text,
    merge,
    red,
    small,
    tick,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def hedensted() -> bytes:
    """A plan with more in it than the scheme asks for: who was the doctor before, who is called at night, hours to prepare in."""
    p = Pen()
    p.h("Samarbejdsplan om botilbudslæge", 0)
    p.h("Botilbuddet")
    for text in (
        "Navn",
        "Adresse",
        "P-nummer",
        "Antal beboere",
        "Heraf tilmeldt lægen",
        "Antal ansatte",
        "Leder",
        "Lederens telefon",
        "Kontaktperson",
        "Kontaktpersonens telefon",
        "Nattevagtens telefon",
    ):
        p.p(f"{text}: ____________________")
    p.h("Lægen")
    for text in (
        "Navn",
        "Klinik",
        "Ydernummer",
        "Tidligere læge på botilbuddet",
        "Kontaktperson",
        "E-mail (ikke til patientoplysninger)",
        "Telefon for personale",
    ):
        p.p(f"{text}: ____________________")
    p.h("Aftalen")
    for text in (
        "Første møde holdes",
        "Planen begynder",
        "Timer om måneden",
        "Heraf til forberedelse",
        "Gennemgås første gang",
        "Underskrevet",
    ):
        p.p(f"{text}: ____________________")
    return p.bytes()


def ishoej() -> bytes:
    """A contract by the municipality's lawyers, brackets with a number in each, a list of who is who first."""
    p = Pen()
    p.h("KONTRAKT", 0)
    p.p("mellem")
    p.p(
        "[1: Kommunens navn], CVR-nr. [2: CVR-nr.], på vegne af botilbuddet [3: navn], P-nr. [4: P-nr.] (»Botilbuddet«)"
    )
    p.p("og")
    p.p("[5: Lægens/klinikkens navn], CVR-nr. [6: CVR-nr.], ydernr. [7: ydernr.] (»Lægen«)")
    p.h("1. Grundlag")
    p.p("Kontrakten supplerer den samarbejdsplan, som parterne indgik den [8: dato], og som er bilag 1.")
    p.h("2. Varighed")
    p.p("Kontrakten gælder fra den [9: dato]. Den genforhandles senest den [10: dato].")
    p.h("3. Meddelelser")
    p.p(
        "Meddelelser til Botilbuddet sendes til [11: navn], [12: e-mail]. Meddelelser til Lægen sendes til [13: navn], [14: e-mail]."
    )
    p.h("4. Underskrifter")
    p.table(
        [
            ["For Botilbuddet", "For Lægen"],
            ["[15: dato]", "[16: dato]"],
            ["[17: navn og stilling]", "[18: navn]"],
        ]
    )
    return p.bytes()


def lemvig3() -> bytes:
    """The home ends the plan: a letter where the receiver is by name and practice, three dates in one paragraph, an X for each."""
    d = Sheet(161, header="Lemvig Kommune, Bostedet Klitten, Havvej 4, 7620 Lemvig")
    d.p("Lægehuset XXXX\nAtt.: læge XXXX\nXXXX vej XX\n7620 Lemvig")
    d.p("Dato: XX.XX.XXXX")
    d.p(bold("Opsigelse af samarbejdsplan"))
    d.p("Kære XXXX")
    d.p(
        "Vi fik fast læge fra den XX.XX.XXXX efter planen af XX.XX.XXXX. Den siger vi nu op. Du har brevet senest XX.XX.XXXX, og derfor er sidste dag XX.XX.XXXX."
    )
    d.p("Ny kontaktperson i opsigelsesperioden er XXXX, telefon XX XX XX XX.")
    d.p("Med venlig hilsen")
    d.p("XXXX, forstander")
    return d.bytes()


def naestved2() -> bytes:
    """A table of four columns, labels and controls by turns; some labels are of other people, and a row of the municipality."""
    c = control
    d = Sheet(162, footer="Næstved Kommune · Center for Handicap og Psykiatri")
    d.title("Samarbejdsplan")
    k = lambda *a, **b: d.para(c(*a, **b))  # noqa: E731 - short, as there are many
    d.table(
        ("Botilbud", k(), "P-nr.", k()),
        ("Adresse", k(), "Postnr./by", k()),
        ("Centerleder", k(), "Mobil", k()),
        ("Kontaktperson", k(), "Mobil", k()),
        ("Kommunal konsulent", k(), "Mobil", k()),
        ("Lægehus", k(), "Ydernr.", k()),
        ("Adresse", k(), "Postnr./by", k()),
        ("Læge(r)", k(), "Sekretær", k()),
        ("Kontaktperson", k(), "Mobil", k()),
        ("Start", k("Vælg en dato", kind=DATE), "Timer/md.", k("Vælg", kind=choice("2", "3"))),
        ("Evaluering", k("Vælg en dato", kind=DATE), "Mødeform", k("Vælg", kind=choice("Fysisk", "Video"))),
    )
    d.p("Underskrift botilbud: ____________________  Dato: __________")
    d.p("Underskrift læge: ____________________  Dato: __________")
    return d.bytes()


def thyboroen() -> bytes:
    """An orientation in an e-mail's form with tabs; the receiver at the region has a name and a telephone too."""
    p = Pen()
    p.p("**Til:**\t[navn], Region Midtjylland, tlf. [nr.]")
    p.p("**Fra:**\t[navn], [stilling], [botilbud]")
    p.p("**Dato:**\t[dato]")
    p.p("**Emne:**\tOrientering om samarbejdsplan")
    p.p(
        "Til orientering har [botilbud] i [kommune] og [læge] (ydernr. [nr.]) aftalt, at lægen fra [dato] rådgiver i [antal] timer om måneden. Indtil nu var det [antal]."
    )
    p.p("Aftalen blev skrevet under [dato].")
    p.p("Spørgsmål: [navn], [telefon]")
    return p.bytes()


def tonder3() -> bytes:
    """An amendment in a form with dotted lines, bilingual habit near the border; the change of contact for both sides."""
    d = Sheet(163, compat=12)
    d.title("Tillæg til samarbejdsplan")
    d.leader("Botilbud:\t")
    d.leader("Læge:\t")
    d.leader("Plan underskrevet den:\t")
    d.leader("Tillæg nr.:\t")
    d.p(bold("Det, der ændres"))
    d.leader("Timetal – før:\t", "\tefter:\t", stops=(4000, 4200, 9000))
    d.leader("Kontakt hos botilbuddet – før:\t", "\tefter:\t", stops=(4000, 4200, 9000))
    d.leader("Kontakt hos lægen – før:\t", "\tefter:\t", stops=(4000, 4200, 9000))
    d.leader("Ændringen gælder fra:\t")
    d.p("")
    d.leader("Dato og botilbuddets underskrift:\t")
    d.leader("Dato og lægens underskrift:\t")
    return d.bytes()


def sorup() -> bytes:
    """A private firm's plan: the firm's own facts and the home's in one merge list, the director signs."""
    m = merge
    d = Sheet(164, header="Omsorgsgruppen A/S")
    d.title("Samarbejdsplan for ", m("Afdeling"))
    d.p("Selskab: ", m("Firma"), ", CVR ", m("Firma_CVR"))
    d.p("Afdeling: ", m("Afdeling"), ", ", m("Afd_Adresse"), ", ", m("Afd_Postnr"), " ", m("Afd_By"))
    d.p("P-nr.: ", m("Afd_Pnr"), "   Pladser: ", m("Pladser"))
    d.p("Afdelingsleder: ", m("Afd_Leder"), ", ", m("Leder_Tlf"))
    d.p("Kontakt for lægen: ", m("Kontakt"), ", ", m("Kontakt_Tlf"), ", ", m("Kontakt_Mail"))
    d.p("Læge: ", m("Laege"), ", ", m("Klinik"), ", ydernr. ", m("Yder"))
    d.p("Klinikkens telefon: ", m("Klinik_Tlf"))
    d.p("Startdato: ", m("Start"), "   Timer: ", m("Timer"))
    d.p("Underskrift for selskabet: ____________________ (", m("Direktoer"), ", direktør)")
    d.p("Underskrift læge: ____________________")
    return d.bytes()


def billund() -> bytes:
    """A plan filled in for another home as a sample in red, with a line of guidance in brackets under each heading."""
    r = red
    d = Sheet(165)
    d.title("Samarbejdsplan mellem ", r("Bofællesskabet Lyngen"), " og ", r("Grindsted Lægehus"))
    d.h("Om parterne")
    d.p(small("(Skriv de officielle navne, ikke kaldenavne.)"))
    d.p(
        r("Bofællesskabet Lyngen"),
        " ligger på ",
        r("Lyngvej 8, 7190 Billund"),
        " og har ",
        r("16"),
        " beboere.",
    )
    d.p(
        r("Grindsted Lægehus"),
        " har ydernummer ",
        r("081234"),
        " og ligger på ",
        r("Borgergade 1, 7200 Grindsted"),
        ".",
    )
    d.h("Kontakt")
    d.p(small("(Kun personer, der er på arbejde i dagtimerne.)"))
    d.p(
        "På bofællesskabet er ",
        r("Pia Dam"),
        " kontaktperson, tlf. ",
        r("21 22 23 24"),
        ". Hendes afløser er ",
        r("Bo Lund"),
        ", tlf. ",
        r("21 22 23 25"),
        ".",
    )
    d.p("I lægehuset er ", r("Eva Skov"), " kontaktperson, tlf. ", r("75 32 11 22"), ".")
    d.h("Tid")
    d.p(
        "Fra ",
        r("1. maj 2025"),
        " kommer lægen ",
        r("den første tirsdag"),
        " i hver måned og bruger ",
        r("3"),
        " timer. Planen er aftalt ",
        r("10. april 2025"),
        ".",
    )
    d.p("Grindsted, ", r("10. april 2025"))
    d.p("____________________\t\t____________________")
    d.p("Bofællesskabet\t\tLægehuset")
    return d.bytes()


def fanoe3() -> bytes:
    """A letter to the region and the doctor at once, legacy fields without names; the plan ended by the doctor."""
    f = form_text
    d = Sheet(166, compat=11, protected=True)
    d.title("Orientering om opsagt samarbejdsplan")
    d.table(
        ("Botilbud", d.para(f())),
        ("Botilbuddets leder", d.para(f())),
        ("Hvem kan regionen tale med?", d.para(f())),
        ("Telefon", d.para(f())),
        ("Læge", d.para(f())),
        ("Hvornår modtog I opsigelsen?", d.para(f())),
        ("Hvornår er sidste dag?", d.para(f())),
        ("Hvornår begyndte planen?", d.para(f())),
        ("Antal timer", d.para(f())),
        ("Har I fundet en ny læge? Hvem?", d.para(f())),
    )
    d.p(tick(), " Opsagt af botilbuddet  ", tick(), " Opsagt af lægen")
    d.p("Sendt den ", f(), " af ", f())
    return d.bytes()


def greve() -> bytes:
    """A contract with words to choose between, dates in yellow, the sample's parties in plain letters that nobody marked."""
    y = yellow
    d = Sheet(167)
    d.title("Kontrakt om fast læge")
    d.p("Kontraktens parter er botilbuddet ", y("(navn)"), " og ", y("(lægens navn)"), ".")
    d.p(
        "Botilbuddet er ",
        y("kommunalt/regionalt/privat"),
        " og oprettet efter ",
        y("servicelovens § 108/almenboliglovens § 105"),
        ".",
    )
    d.p("Lægen giver ", y("2/3"), " timers rådgivning om måneden ", y("på botilbuddet/på video"), ".")
    d.p("Kontrakten løber fra ", y("(dato)"), " og kan opsiges med ", y("3"), " måneders varsel.")
    d.p("Botilbuddets kontaktperson er ", y("(navn, stilling, telefon)"), ".")
    d.p("Lægens kontaktperson er ", y("(navn, telefon)"), ".")
    d.p("Dato ", y("(dato)"), " ", y("(underskrift)"), " for botilbuddet")
    d.p("Dato ", y("(dato)"), " ", y("(underskrift)"), " for lægen")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (hedensted, ishoej, lemvig3, naestved2, thyboroen, tonder3, sorup, billund, fanoe3, greve)
}
DOKUMENT = {
    "ishoej": "kontrakt",
    "lemvig3": "opsigelse",
    "thyboroen": "orientering",
    "tonder3": "allonge",
    "fanoe3": "orientering",
    "greve": "kontrakt",
}
