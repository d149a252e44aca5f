"""Round 15 of November 2026, by an author new to the house: keys in `noegler/runde_15.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    box,
    choice,
    control,
    form_box,
    form_text,
    run,
    small,
    tick,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def grey(text: str) -> str:
    """Guidance in grey italics."""
    return run(text, '<w:i/><w:color w:val="808080"/><w:sz w:val="18"/>')


def brovst() -> bytes:
    """A municipality's table of which each label has a hint in grey under it, and a guide on top that is to be deleted."""
    d = Sheet(151, header="Jammerbugt Kommune · Socialafdelingen")
    d.title("Samarbejdsplan for fast tilknyttet læge")
    d.p(
        grey(
            "Vejledning (slettes før brug): Botilbuddet udfylder skemaet sammen med lægen. Lederens navn skal ikke stå her, kun kontaktpersonens."
        )
    )

    def row(label: str, hint: str) -> tuple[tuple[str, ...], str]:
        return (d.para(label), d.para(grey(hint))), ""

    d.table(
        row("Botilbuddets navn", "Som det står i Tilbudsportalen"),
        row("Adresse", "Vej, nr., postnr. og by"),
        row("P-nummer", "Ti cifre, findes på virk.dk"),
        row("Tilbuddets ejer", "Kommune, region eller privat driftsherre"),
        row("Klinikkens navn", "Eller lægens, hvis klinikken ikke har et navn"),
        row("Ydernummer", "Seks cifre"),
        row("Klinikkens adresse", "Hvor lægen har konsultation"),
        row("Kontaktperson på botilbuddet", "Den, som lægen ringer til i dagligdagen"),
        row("Direkte telefon", "Ikke hovednummeret"),
        row("Kontakt i klinikken", "Fx sekretæren"),
        row("Direkte telefon", "Bruges ikke af beboere"),
        row("Antal timer pr. måned", "2 eller 3"),
        row("Planen gælder fra", "Den 1. i en måned"),
    )
    d.p("Dato: ______________  Botilbuddet: ____________________________")
    d.p("Dato: ______________  Klinikken: ____________________________")
    return d.bytes()


def taastrup() -> bytes:
    """A contract that lies filled in and marked: two doctors, a contact beside the one on duty, a secretary, who signs by name."""
    y = yellow
    d = Sheet(152)
    d.title("Kontrakt")
    d.p(
        "Mellem ",
        y("Botilbuddet Åkanden"),
        ", ",
        y("Åkandevej 14, 2630 Taastrup"),
        " (P-nr. ",
        y("1003456789"),
        "), der drives af ",
        y("Høje-Taastrup Kommune"),
        ", CVR-nr. ",
        y("19501817"),
        ", og ",
        y("Lægerne Stationscentret"),
        " v/ læge ",
        y("Mette Friis"),
        " og læge ",
        y("Omar Haddad"),
        ", ydernr. ",
        y("056789"),
        ", er aftalt følgende.",
    )
    d.p(
        "Kontrakten begynder ",
        y("1. april 2025"),
        " og bygger på den samarbejdsplan, parterne underskrev ",
        y("12. marts 2025"),
        ".",
    )
    d.p(
        "Til daglig ringer lægen til ",
        y("Susanne Holm"),
        ", ",
        y("sygeplejerske"),
        ", på ",
        y("43 59 10 22"),
        ", og uden for dagtid til vagthavende på ",
        y("43 59 10 00"),
        ".",
    )
    d.p("Botilbuddet ringer til klinikkens sekretær, ", y("Jonna Lind"), ", på ", y("43 99 12 13"), ".")
    d.p("Taastrup, den ", y("14. marts 2025"))
    d.p(y("Lis Bach"), ", centerleder\t\t", y("Mette Friis"), ", speciallæge i almen medicin")
    return d.bytes()


def ringsted() -> bytes:
    """A status note of the region: figures and names of nobody's plan, in brackets."""
    p = Pen()
    p.h("Statusnotat om fast tilknyttede læger på botilbud", 0)
    p.p("Opgjort pr. [dato]")
    p.p("Sagsbehandler: [navn], tlf. [telefon]")
    p.h("Dækning")
    p.p("Der er plan på [antal] af [antal] botilbud i regionen, svarende til [procent] pct.")
    p.p("I [antal] botilbud kendes lovgrundlaget ikke.")
    p.table([["Kommune", "Botilbud", "Med plan"], ["[kommune]", "[antal]", "[antal]"]])
    p.p("Næste status afgives [dato].")
    return p.bytes()


def kerteminde() -> bytes:
    """A letter to those who live at the home, by its leader, with pointed brackets and two telephones."""
    p = Pen()
    p.p("<botilbuddets navn>")
    p.p("<dato>")
    p.p("Kære <beboerens navn>")
    p.h("Tilbud om fast læge", 1)
    p.p(
        "Fra <startdato> kommer læge <lægens navn> fra <lægehusets navn> fast her på <botilbuddets navn>. Du kan vælge <lægens navn> som din læge, hvis du vil."
    )
    p.p("Lægehuset ligger på <lægehusets adresse>.")
    p.p(
        "Vil du høre mere, så spørg <navn på kontaktperson> på telefon <telefonnummer>. Du kan også spørge din kontaktpædagog."
    )
    p.p("Venlig hilsen")
    p.p("<navn>\n<titel>")
    return p.bytes()


def svendborg2() -> bytes:
    """The doctor's notice as a locked form of old Word, the practice at the right in a box, dates in a table."""
    f = form_text
    d = Sheet(153, compat=12, protected=True)
    d.p(
        box(
            d.para("Lægeklinik: ", f("Tekst1")),
            d.para("Ydernr.: ", f("Tekst2")),
            d.para("Telefon: ", f("Tekst3")),
        )
    )
    d.p("Til")
    d.p(f("Tekst4"))
    d.p(f("Tekst5"))
    d.title("Opsigelse af samarbejdsplan")
    d.p("Undertegnede læge opsiger herved samarbejdsplanen om botilbuddet ", f("Tekst6"), ".")
    d.table(
        ("Planen blev underskrevet", d.para(f("Tekst7"))),
        ("Planen begyndte", d.para(f("Tekst8"))),
        ("Opsigelsen er sendt", d.para(f("Tekst9"))),
        ("Opsigelsen er senest fremme", d.para(f("Tekst10"))),
        ("Sidste dag med plan", d.para(f("Tekst11"))),
    )
    d.p("Botilbuddet giver selv regionen besked.")
    d.p("Dato ", f("Tekst12"), "   Lægens underskrift ______________________")
    return d.bytes()


def skanderborg() -> bytes:
    """An amendment with controls in a table of three columns: the point, the wording so far, the wording from now on."""
    c = control
    d = Sheet(154)
    d.title("Allonge nr. ", c("nr."), " til samarbejdsplan")
    d.p(
        "Indgået mellem ",
        c("Botilbuddets navn"),
        " og ",
        c("Praksis' navn"),
        " den ",
        c("dato", kind=DATE),
        ".",
    )
    d.table(
        (bold("Punkt"), bold("Hidtidig aftale"), bold("Ny aftale")),
        ("Timer pr. måned", d.para(c("timer")), d.para(c("timer"))),
        ("Botilbuddets kontaktperson", d.para(c("navn")), d.para(c("navn"))),
        ("Dennes telefon", d.para(c("telefon")), d.para(c("telefon"))),
        ("Botilbuddets adresse", d.para(c("adresse")), d.para(c("adresse"))),
    )
    d.p(
        "Den nye aftale gælder fra den ",
        c("dato", kind=DATE),
        ". Alt andet i samarbejdsplanen af ",
        c("dato", kind=DATE),
        " står ved magt.",
    )
    d.table(
        ("For botilbuddet", "For praksis"),
        (d.para("Navn: ", c("navn")), d.para("Navn: ", c("navn"))),
        (d.para("Dato: ", c("dato", kind=DATE)), d.para("Dato: ", c("dato", kind=DATE))),
        ("Underskrift: ________________", "Underskrift: ________________"),
    )
    return d.bytes()


def gladsaxe() -> bytes:
    """An orientation: lines in a table without borders, what to write in small letters under each, who sends it last."""
    d = Sheet(155, compat=11)
    d.title("Orientering til Region Hovedstaden")
    d.p(
        tick(),
        " Ny samarbejdsplan   ",
        tick(),
        " Timetallet er ændret   ",
        tick(),
        " Samarbejdsplanen er opsagt",
    )
    line = "______________________"
    d.table(
        (line, line),
        (d.para(small("Botilbuddets navn")), d.para(small("Botilbuddets kommune"))),
        (line, line),
        (d.para(small("Lægens eller klinikkens navn")), d.para(small("Ydernummer"))),
        (line, line),
        (d.para(small("Ændringen gælder fra (dato)")), d.para(small("Timer pr. måned efter ændringen"))),
        (line, line),
        (d.para(small("Indsenderens navn og stilling")), d.para(small("Indsenderens telefon"))),
        (line, line),
        (d.para(small("Dato")), d.para(small("Underskrift"))),
    )
    return d.bytes()


def aeroskobing() -> bytes:
    """A typed sheet with the blank first and what it is for after an equals sign, then two rows of crosses."""
    p = Pen()
    p.h("SAMARBEJDSPLAN, FAST LÆGE", 0)
    p.p("Brug denne side som forside.")
    for text in (
        "botilbuddets navn",
        "botilbuddets adresse",
        "navnet på lægen",
        "lægens ydernummer",
        "den kontaktperson, botilbuddet har udpeget",
        "kontaktpersonens telefonnummer",
        "klinikkens kontaktperson",
        "telefonnummer til klinikkens kontaktperson",
        "den dag, samarbejdet begynder",
        "det antal timer om måneden, der er aftalt",
    ):
        p.p(f"______________________________ = {text}")
    p.p("Timer: ☐ 2 ☐ 3     Form: ☐ fysisk ☐ video")
    p.p("______________________  ______________________")
    p.p("(sted og dato)                    (underskrift, botilbud)")
    p.p("______________________  ______________________")
    p.p("(sted og dato)                    (underskrift, læge)")
    return p.bytes()


def guldborg() -> bytes:
    """A plan with three homes of one municipality and two doctors, in rows; one contact for all of them."""
    p = Pen()
    p.h("Fælles samarbejdsplan", 0)
    p.p("Guldborgsund Kommune og lægerne nedenfor samarbejder om botilbuddene:")
    p.table(
        [
            ["Botilbud", "Adresse", "Beboere"],
            ["[navn]", "[adresse]", "[antal]"],
            ["[navn]", "[adresse]", "[antal]"],
            ["[navn]", "[adresse]", "[antal]"],
        ]
    )
    p.p("")
    p.table([["Læge", "Klinik", "Ydernr."], ["[navn]", "[navn]", "[nr.]"], ["[navn]", "[navn]", "[nr.]"]])
    p.p("Kontaktperson for alle botilbud: [navn], [telefon], [mail]")
    p.p("Lægernes kontaktperson: [navn], [telefon], [mail]")
    p.p("Lægerne bruger hver [antal] timer om måneden fra den [dato].")
    p.p("For kommunen: [navn, titel, dato]     For lægerne: [navn, dato]")
    return p.bytes()


def viborg5() -> bytes:
    """A commission of a follow-up group: bodies and people whom no plan has."""
    c = control
    d = Sheet(156)
    d.title("Kommissorium for følgegruppe")
    d.p(
        "Region: ",
        c("Vælg region", kind=choice("Midtjylland", "Nordjylland")),
        "   Godkendt den: ",
        c("Vælg dato", kind=DATE),
    )
    d.table(
        ("Formand", d.para(c("Navn og titel"))),
        ("Fra kommunerne", d.para(c("Navn og titel"))),
        ("Fra PLO", d.para(c("Navn"))),
        ("Sekretariat", d.para(c("Navn, telefon og mail"))),
    )
    d.p(
        "Gruppen mødes første gang ",
        c("Vælg dato", kind=DATE),
        " og herefter ",
        c("antal"),
        " gange om året.",
    )
    d.p(form_box(), " Kommissoriet er offentliggjort")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        brovst,
        taastrup,
        ringsted,
        kerteminde,
        svendborg2,
        skanderborg,
        gladsaxe,
        aeroskobing,
        guldborg,
        viborg5,
    )
}
DOKUMENT = {
    "taastrup": "kontrakt",
    "ringsted": "statusnotat",
    "kerteminde": "informationsbrev",
    "svendborg2": "opsigelse",
    "skanderborg": "allonge",
    "gladsaxe": "orientering",
    "viborg5": "kommissorium",
}
