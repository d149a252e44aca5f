"""Round 4 of 27 November 2026, by an author who writes before looking: keys in `noegler/runde_4.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    box,
    control,
    form_text,
    yellow,
)
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Callable


def jammerbugt() -> bytes:
    """Numbered questions, an answer line below each, some questions of things that no field has."""
    p = Pen()
    p.p("Samarbejdsplan om fast læge", "Title")
    p.p("Besvares af botilbuddet og lægen sammen")
    for q in (
        "Hvad hedder botilbuddet?",
        "Hvad er botilbuddets adresse?",
        "Hvem er leder, og hvad er lederens telefonnummer?",
        "Hvem skal lægen ringe til i det daglige?",
        "Hvad er vedkommendes telefonnummer?",
        "Hvad hedder lægehuset?",
        "Hvilket ydernummer har lægehuset?",
        "Hvilken læge er tilknyttet?",
        "Hvem træder til ved lægens ferie?",
        "Fra hvilken dato gælder planen?",
        "Hvor mange timer om måneden er aftalt?",
        "Hvor mange beboere har botilbuddet?",
        "Hvornår mødes I første gang?",
        "Hvilke emner vil I begynde med?",
    ):
        p.p(q, "List Number")
        p.p("______________________________________________")
    p.p("Underskrift botilbud: ____________________  Dato: __________")
    p.p("Underskrift læge: ____________________  Dato: __________")
    return p.bytes()


def ishoej() -> bytes:
    """A form of one table: the doctor first, a merged cell at the left over several rows, heads within."""

    def tc(text: str, wd: int, vm: str = "", span: int = 1) -> str:
        v = {"r": '<w:vMerge w:val="restart"/>', "c": "<w:vMerge/>"}.get(vm, "")
        g = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{wd}" w:type="dxa"/>{g}{v}</w:tcPr>{d.para(*([text] if text else []))}</w:tc>'

    d = Sheet(41, header="Ishøj Kommune")
    d.title("Samarbejdsplan")
    rows = []

    def block(name: str, labels: list[tuple[str, str]]) -> None:
        for n, (a, b) in enumerate(labels):
            rows.append(
                "<w:tr>"
                + tc(name if not n else "", 1600, "r" if not n else "c")
                + tc(a, 1700)
                + tc("", 2200)
                + tc(b, 1700)
                + tc("", 2200)
                + "</w:tr>"
            )

    block("Læge", [("Navn", "Ydernr."), ("Adresse", "CVR"), ("Kontakt", "Tlf.")])
    block(
        "Botilbud", [("Navn", "P-nr."), ("Adresse", "Antal beboere"), ("Kontakt", "Tlf."), ("Titel", "Mail")]
    )
    block("Aftale", [("Gælder fra", "Timer/md."), ("Evalueres", "Ansvarlig")])
    d.parts.append(
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="1600"/><w:gridCol w:w="1700"/><w:gridCol w:w="2200"/><w:gridCol w:w="1700"/><w:gridCol w:w="2200"/></w:tblGrid>'
        + "".join(rows)
        + "</w:tbl><w:p/>"
    )
    d.p("Opsigelsesvarsel: 3 måneder til udgangen af et kvartal.")
    d.table(("Læge (dato og underskrift)", "Botilbud (dato og underskrift)"), ("", ""))
    return d.bytes()


def egedal() -> bytes:
    """A contract from an American template: controls with English tags, some Danish titles, a signer's block each."""
    c = control
    d = Sheet(42)
    d.title("Kontrakt")
    d.p("Denne kontrakt er indgået den ", c("Choose a date", alias="contract_date", kind=DATE), " mellem")
    d.p(
        c("facility name", alias="facility_name"),
        ", ",
        c("street", alias="facility_street"),
        ", ",
        c("zip", alias="facility_zip"),
        " ",
        c("city", alias="facility_city"),
        " (»Bostedet«)",
    )
    d.p(
        "repræsenteret ved ",
        c("representative", alias="facility_rep"),
        ", ",
        c("title", alias="facility_rep_title"),
    )
    d.p("og")
    d.p(
        c("clinic name", alias="gp_clinic_name"),
        ", ydernr. ",
        c("provider no.", alias="gp_provider_no"),
        " (»Lægen«)",
    )
    d.p("repræsenteret ved ", c("representative", alias="gp_rep"))
    d.p("Bostedet ejes af ", c("owner", alias="owner_name"), ", CVR ", c("cvr", alias="owner_cvr"), ".")
    d.p(
        "Kontrakten gælder fra ",
        c("Choose a date", alias="start_date", kind=DATE),
        ". Samarbejdsplanen er vedlagt.",
    )
    d.p(
        "Dato: ",
        c("Choose a date", alias="sign_date_1", kind=DATE),
        "\t\tDato: ",
        c("Choose a date", alias="sign_date_2", kind=DATE),
    )
    d.p("For Bostedet\t\tFor Lægen")
    return d.bytes()


def norddjurs() -> bytes:
    """A letter to the region that the hours are changed; the case in a box at the right, facts in the sentence between commas."""
    d = Sheet(43, footer="Norddjurs Kommune, Torvet 3, 8500 Grenaa")
    d.p(
        box(
            d.para("Dato: xx.xx.xxxx"),
            d.para("Sagsnr.: xx/xxxx"),
            d.para("Sagsbehandler: xxxx"),
            d.para("Tlf.: xx xx xx xx"),
        )
    )
    d.p("Region Midtjylland\nNære Sundhedstilbud")
    d.h("Ændring af timetal for fast tilknyttet læge")
    d.p(
        "Norddjurs Kommune meddeler, at timetallet i samarbejdsplanen mellem xxxxxx (botilbud), xxxxxx (adresse), og xxxxxx (praksis), ydernummer xxxxxx, pr. xx.xx.xxxx ændres fra x til x timer pr. måned."
    )
    d.p("Begrundelsen er, at antallet af beboere nu er xx.")
    d.p("Planen, der er fra xx.xx.xxxx, gælder i øvrigt uændret.")
    d.p("Botilbuddets kontaktperson er fortsat xxxxxx, tlf. xx xx xx xx.")
    d.p("Venlig hilsen\nxxxxxx\nxxxxxx")
    return d.bytes()


def alleroed() -> bytes:
    """A notice as a form for either party, with crosses, the receiver by crosses too, and dates in boxes of three."""
    d = Sheet(44)
    d.title("Opsigelse af samarbejdsplan")
    d.table(
        (d.para(bold("Hvem opsiger?")), d.para("☐ Botilbuddet   ☐ Lægen")),
        ("Botilbuddets navn", ""),
        ("Lægens navn", ""),
        ("Planen trådte i kraft", "____ / ____ - 20____"),
        ("Opsigelsen er afleveret", "____ / ____ - 20____"),
        ("Planen slutter (sidste dag)", "____ / ____ - 20____"),
        ("Årsag (frivilligt)", ""),
    )
    d.p(
        "Planen kan opsiges med 3 måneders varsel til den sidste dag i et kvartal. Botilbuddet orienterer regionen: ☐ er sket den ____ / ____ - 20____  ☐ sker senest den ____ / ____ - 20____"
    )
    d.p("Navn på den, der opsiger: ______________________   Stilling: ______________________")
    d.p("Underskrift: ______________________")
    d.p("Kvittering for modtagelse, dato: ______________   Underskrift: ______________________")
    return d.bytes()


def syddjurs() -> bytes:
    """Legacy fields with help text and names like Tekst7, in a plan of sentences; the doctor is told of before the home."""
    f = form_text
    d = Sheet(45, compat=12, protected=True)
    d.title("SAMARBEJDSPLAN")
    d.p(
        "Lægepraksis ",
        f("Tekst1"),
        " beliggende ",
        f("Tekst2"),
        " med ydernummer ",
        f("Tekst3"),
        " er fra ",
        f("Tekst4"),
        " fast tilknyttet læge på ",
        f("Tekst5"),
        " beliggende ",
        f("Tekst6"),
        ".",
    )
    d.p("Praksis yder ", f("Tekst7"), " timers rådgivning pr. måned til personalet.")
    d.p("Botilbuddet hører under ", f("Tekst8"), " og er oprettet efter ", f("Tekst9"), ".")
    d.p("Praksis kontaktes via ", f("Tekst10"), " på telefon ", f("Tekst11"), ".")
    d.p(
        "Botilbuddet kontaktes via ",
        f("Tekst12"),
        " på telefon ",
        f("Tekst13"),
        " eller på mail ",
        f("Tekst14"),
        ".",
    )
    d.p("Beboere med behov for tolk: ", f("Tekst15"))
    d.p(
        "Dato ",
        f("Tekst16"),
        " Praksis ______________________ Dato ",
        f("Tekst17"),
        " Botilbud ______________________",
    )
    return d.bytes()


def fanoe() -> bytes:
    """A small island's letter: the plan as a letter from the home to its doctor."""
    p = Pen()
    p.p("Kære (lægens navn)")
    p.p("Tak, fordi du vil være fast læge på (botilbuddets navn). Her er det, vi har talt om.")
    p.p(
        "Du kommer (antal) timer om måneden fra (dato). Vi er (antal) beboere, og (antal) af dem har dig allerede som læge."
    )
    p.p(
        "Du ringer til (navn, stilling) på (telefon) eller skriver til (mail). Vi ringer til (navn) i din praksis på (telefon)."
    )
    p.p("Vi vil gerne begynde med (emner).")
    p.p("Bliver du eller vi forhindret, gør vi sådan: (beskriv).")
    p.p(
        "Vi kan begge sige aftalen op med tre måneders varsel til udgangen af et kvartal. Vi giver selv (region) besked."
    )
    p.p("Nordby, den (dato)")
    p.p("(navn), leder af (botilbud)                (navn), læge, ydernummer (ydernummer)")
    return p.bytes()


def bornholm() -> bytes:
    """An amendment: the home has a new name and address and the practice another doctor; old and new in sentences and brackets."""
    d = Sheet(46)
    d.title("Allonge")
    d.p(
        "Samarbejdsplanen mellem ",
        yellow("[botilbuddets hidtidige navn]"),
        " og ",
        yellow("[praksis]"),
        " af ",
        yellow("[dato]"),
        " ændres således:",
    )
    d.p(
        "a)  Botilbuddet hedder fremover ",
        yellow("[nyt navn]"),
        " og har adressen ",
        yellow("[ny adresse]"),
        ".",
    )
    d.p(
        "b)  Kontaktpersonen er fremover ",
        yellow("[navn]"),
        ", ",
        yellow("[titel]"),
        ", ",
        yellow("[tlf.]"),
        ".",
    )
    d.p("c)  Timetallet ændres fra ", yellow("[antal]"), " til ", yellow("[antal]"), " timer pr. måned.")
    d.p("Ændringerne gælder fra ", yellow("[dato]"), ". Resten af planen er uændret.")
    d.p("Rønne, ", yellow("[dato]"))
    d.table(
        (d.para(yellow("[nyt navn]")), d.para(yellow("[praksis]"))),
        ("___________________", "___________________"),
    )
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (jammerbugt, ishoej, egedal, norddjurs, alleroed, syddjurs, fanoe, bornholm)
}
DOKUMENT = {"egedal": "kontrakt", "norddjurs": "orientering", "alleroed": "opsigelse", "bornholm": "allonge"}
