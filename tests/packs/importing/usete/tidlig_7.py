"""Fourteen more of December 2026, by another author: keys in `noegler/tidlig_7.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    box,
    choice,
    control,
    deleted,
    form_box,
    form_text,
    inserted,
    merge,
    note,
    red,
    small,
    tick,
    underlined,
    yellow,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def kolding() -> bytes:
    """A lawyer's agreement: paragraphs with blanks in the sentence."""
    d = Sheet(
        1, compat=12, footer="Kolding Kommune, Senior- og Socialforvaltningen, Akseltorv 1, 6000 Kolding"
    )
    d.title("SAMARBEJDSPLAN")
    d.p("om fast tilknyttet praktiserende læge på botilbud")
    d.h("§ 1. Parterne")
    d.p(
        "Mellem bostedet ______________________, beliggende ______________________________, P-nr. __________________, der drives af "
        "______________________ (CVR-nr. ______________), i det følgende kaldet »Botilbuddet«,"
    )
    d.p(
        "og lægepraksis ______________________ v/ læge ______________________, ydernummer ____________, med adresse "
        "______________________________, i det følgende kaldet »Lægen«,"
    )
    d.p("er der dags dato indgået følgende aftale.")
    d.h("§ 2. Ydelsen")
    d.p(
        "Stk. 1. Lægen stiller ________ timers rådgivning til rådighed for botilbuddets personale hver måned."
    )
    d.p("Stk. 2. Rådgivningen kan blandt andet handle om ________________________________________________.")
    d.p("Stk. 3. Rådgivningen omfatter ikke behandling af konkrete borgere.")
    d.h("§ 3. Kontaktpersoner")
    d.p(
        "Botilbuddets kontaktperson er ______________________, der er ansat som ______________________ og kan træffes på tlf. "
        "______________ eller mail ______________________."
    )
    d.p("Lægen kan kontaktes ved henvendelse til ______________________ på tlf. ______________.")
    d.h("§ 4. Ikrafttræden og opsigelse")
    d.p("Aftalen træder i kraft den ____/____ 20____ og løber, indtil den opsiges.")
    d.p("Aftalen kan af begge parter opsiges skriftligt med 3 måneders varsel til udgangen af et kvartal.")
    d.h("§ 5. Underskrifter")
    d.p("Kolding, den ____/____ 20____\t\tKolding, den ____/____ 20____")
    d.p("____________________________\t\t____________________________")
    d.p("For Botilbuddet\t\tFor Lægen")
    return d.bytes()


def herning() -> bytes:
    """Boxes: the tiny label stands in the box itself, above an empty line."""
    d = Sheet(2, header="Herning Kommune · Handicap og Psykiatri")

    def felt(label: str) -> tuple[str, ...]:
        return (d.para(small(label)), d.para())

    d.title("Samarbejdsplan – fast læge på botilbud")
    d.p("Udfyldes i fællesskab af botilbuddet og den praktiserende læge.")
    d.table(
        (d.para(bold("Botilbud")),),
        (felt("Botilbuddets navn"), felt("P-nummer")),
        (felt("Adresse"), felt("Postnr. og by")),
        (felt("Leder"), felt("Antal beboere")),
        (felt("Kontaktperson for lægen"), felt("Stilling")),
        (felt("Telefon (direkte)"), felt("E-mail")),
        (d.para(bold("Lægepraksis")),),
        (felt("Praksisnavn"), felt("Ydernummer")),
        (felt("Adresse"), felt("Postnr. og by")),
        (felt("Kontaktperson i praksis"), felt("Telefon uden for åbningstid")),
        (felt("Direkte telefon"), felt("E-mail")),
        (d.para(bold("Aftalen")),),
        (felt("Antal timer pr. måned (2 eller 3)"), felt("Aftalen gælder fra")),
        (felt("Emner for rådgivningen"), felt("Mødeaftaler (ferie, sygdom mv.)")),
        (d.para(bold("Underskrift")),),
        (felt("Dato og underskrift, botilbuddet"), felt("Dato og underskrift, lægen")),
    )
    return d.bytes()


def viborg() -> bytes:
    """Content controls in running text and a table, with lists to choose from."""
    d = Sheet(3, compat=15, header="Viborg Kommune", footer="Sagsnr.: ")
    d.title("Lokal samarbejdsplan for ", control("Klik her for at angive botilbud", alias="Botilbud"))
    d.h("Hvem er parter?")
    d.table(
        (
            "Hvem indgår planen på botilbuddets side?",
            control("Vælg et element.", kind=choice("Kommunen", "Botilbuddet", "Begge")),
        ),
        ("Kommunens navn", control("Angiv kommune")),
        ("Botilbuddets adresse", control()),
        ("Driftsform", control("Vælg et element.", kind=choice("Kommunal", "Regional", "Privat"))),
        ("Lovgrundlag", control("Vælg et element.", kind=choice("SEL § 107", "SEL § 108", "ABL § 105"))),
        ("Længerevarende ophold", d.para(tick(), " Ja   ", tick(), " Nej")),
        ("Praksis", control("Klik her for at angive klinikkens navn", alias="Praksis")),
        ("Klinikkens læger", control()),
        ("Klinikkens CVR-nr.", control("8 cifre")),
    )
    d.h("Rådgivning")
    d.p(
        "Lægen yder sundhedsfaglig rådgivning i ",
        control("vælg", kind=choice("2", "3")),
        " timer om måneden fra den ",
        control("Klik for at vælge dato", kind=DATE),
        ".",
    )
    d.p("Møderne holdes: ", tick(), " på botilbuddet   ", tick(), " på video")
    d.p(
        "Botilbuddets kontaktperson: ",
        control("Navn"),
        ", ",
        control("Titel"),
        ", ",
        control("Telefonnummer"),
    )
    d.p("Klinikkens kontaktperson: ", control("Navn"), ", ", control("Telefonnummer"), ", ", control("Mail"))
    d.h("Underskrifter")
    d.table(
        ("For botilbuddet", "For praksis"),
        (
            d.para("Dato: ", control("Klik for at vælge dato", kind=DATE)),
            d.para("Dato: ", control("Klik for at vælge dato", kind=DATE)),
        ),
        (d.para("Navn: ", control("Underskrivers navn")), d.para("Navn: ", control("Underskrivers navn"))),
    )
    return d.bytes()


def frederikssund() -> bytes:
    """A locked form of 2007 with its old form fields; the label stands above the field or before it."""
    d = Sheet(4, compat=12, protected=True, header="Region Hovedstaden, Center for Sundhed")
    d.title("Samarbejdsplan")
    d.p(
        "Planen vedrører botilbuddet ",
        form_text("Botilbud"),
        " i ",
        form_text("Kommune"),
        " Kommune og lægehuset ",
        form_text("Laege"),
        ".",
    )
    d.table(
        (bold("Botilbud"), bold("Lægehus")),
        (("Vej og nr.:", d.para(form_text())), ("Vej og nr.:", d.para(form_text()))),
        (
            ("Postnr./by:", d.para(form_text(), " ", form_text())),
            ("Postnr./by:", d.para(form_text(), " ", form_text())),
        ),
        (d.para("CVR: ", form_text()), d.para("Ydernr.: ", form_text())),
        (d.para("Kontakt: ", form_text()), d.para("Kontakt: ", form_text())),
        (d.para("Tlf.: ", form_text()), d.para("Tlf.: ", form_text())),
        (d.para("Mail: ", form_text()), d.para("Mail: ", form_text())),
    )
    d.p("Botilbuddet er oprettet efter:")
    d.p(
        form_box(),
        " servicelovens § 108   ",
        form_box(),
        " almenboliglovens § 105   ",
        form_box(),
        " servicelovens § 107",
    )
    d.p("Omfang: ", form_box(), " 2 timer pr. måned  ", form_box(), " 3 timer pr. måned")
    d.p("Planen har virkning fra ", form_text("Dato"), ".")
    d.p("Der er aftalt følgende om afbud og ferie:")
    d.p(form_text("Afbud"))
    d.p("Dato ", form_text(), "   Underskrift ", form_text(), "   for botilbuddet")
    d.p("Dato ", form_text(), "   Underskrift ", form_text(), "   for lægehuset")
    return d.bytes()


def gladsaxe() -> bytes:
    """Last year's plan with the pen over what is to be changed."""
    d = Sheet(5, compat=15, footer="Skabelon, version 2. Ret det gule.")
    d.title(
        "Samarbejdsplan mellem ", yellow("Botilbuddet Kellersvej"), " og ", yellow("Lægerne Søborg Hovedgade")
    )
    d.p("Fasttilknyttede praktiserende læger på botilbud")
    d.p(
        "Siden 1. januar 2025 kan et botilbud få en fast tilknyttet læge. Denne plan er indgået mellem ",
        yellow("Gladsaxe Kommune"),
        " og ",
        yellow("Lægerne Søborg Hovedgade"),
        " (ydernummer ",
        yellow("012345"),
        ").",
    )
    d.h("Omfang af rådgivning")
    d.p(
        "Rådgivningen omfatter ",
        yellow("2 timer"),
        " om måneden fra ",
        yellow("1. marts 2025"),
        ". Der bor ",
        yellow("24"),
        " borgere på botilbuddet.",
    )
    d.p("Det er aftalt, at der i første halvår især tales om:")
    d.p(yellow("medicinhåndtering"))
    d.p(yellow("diabetes"))
    d.h("Kontaktperson")
    d.p(
        "Botilbuddets kontaktperson er ",
        yellow("Mette Holm"),
        " (",
        yellow("social- og sundhedsassistent"),
        "), telefon ",
        yellow("39 57 00 00"),
        ", mail ",
        yellow("meho@gladsaxe.dk"),
        ".",
    )
    d.p("Lægen træffes gennem sekretær ", yellow("Bente Lund"), " på ", yellow("39 66 11 22"), ".")
    d.h("Underskrift")
    d.p("Gladsaxe, den ", yellow("15. februar 2025"))
    d.p(yellow("Karin Skov"), ", centerleder\t\t", yellow("Jens Toft"), ", læge")
    return d.bytes()


def randers() -> bytes:
    """A letter to the region that is merged from a case system."""
    d = Sheet(6, header="«Afsender_Navn»")
    d.p(merge("Modtager_Region"))
    d.p("Att.: Praksisenheden")
    d.p(
        "Dato: ",
        merge("Brev_Dato"),
        "\tSagsnr.: ",
        merge("Sag_Nr"),
        "\tSagsbehandler: ",
        merge("Sagsbeh_Init"),
    )
    d.title("Orientering om ændring i antal timer for fast tilknyttet læge")
    d.p(
        "Vi skal hermed orientere om, at ",
        merge("Botilbud_Navn"),
        ", ",
        merge("Botilbud_Adresse"),
        ", og ",
        merge("Klinik_Navn"),
        " (yder ",
        merge("Klinik_Yder"),
        ") har aftalt at ændre timetallet i samarbejdsplanen.",
    )
    d.p(
        "Timetallet var hidtil ",
        merge("Timer_Foer"),
        " timer om måneden. Fra den ",
        merge("Virkning_Fra"),
        " er det ",
        merge("Timer_Efter"),
        " timer.",
    )
    d.p("Spørgsmål kan rettes til ", merge("BT_Kontakt"), " på telefon ", merge("BT_Kontakt_Tlf"), ".")
    d.p("Med venlig hilsen")
    d.p(merge("Underskriver"))
    d.p(merge("Afd_Navn"))
    return d.bytes()


def odense() -> bytes:
    """A termination with XX and angle brackets."""
    d = Sheet(7)
    d.p("<<Modtagers navn>>")
    d.p("<<Modtagers adresse>>")
    d.p("Odense, den XX. XXXX 20XX")
    d.title("Opsigelse af samarbejdsplan")
    d.p(
        "<<Navn på afsender>> opsiger hermed samarbejdsplanen om fast tilknyttet læge på <<botilbuddets navn>>."
    )
    d.p("Samarbejdsplanen trådte i kraft den <<ikrafttrædelsesdato>> og omfatter <<antal>> timer om måneden.")
    d.p(
        "Opsigelsen er kommet frem til jer den <<dato for modtagelse>>. Varslet er tre måneder til udgangen af et kvartal, og planen ophører derfor den "
        "<<ophørsdato>>."
    )
    d.p("Vi gør opmærksom på, at <<regionens navn>> skal orienteres om opsigelsen.")
    d.p("Venlig hilsen")
    d.p("<<Underskrivers navn>>")
    return d.bytes()


def advokat() -> bytes:
    """A contract by a law firm: bullets in brackets, defined terms, footnotes, a text box with the firm's file."""
    d = Sheet(
        8,
        compat=15,
        header="Udkast af [●] – fortroligt",
        footer="J.nr. [●]",
        notes=(
            "Navnet skal svare til navnet i Tilbudsportalen.",
            "Indsæt »praksis«, hvis kontrakten indgås med en enkeltmandspraksis.",
        ),
    )
    d.title("KONTRAKT OM FAST TILKNYTTET LÆGE")
    d.p("mellem")
    d.p("[organisationens navn]", note(1))
    d.p("CVR-nr. [●]")
    d.p("[gade og nr.], [postnr.] [by]")
    d.p("(herefter »Kommunen«)")
    d.p("og")
    d.p("[praksis' navn]", note(2))
    d.p("CVR-nr. [●]")
    d.p("[gade og nr.], [postnr.] [by]")
    d.p("(herefter »Klinikken«)")
    d.h("1. Baggrund")
    d.p(
        "1.1 Kommunen driver botilbuddet [●] (»Botilbuddet«), der er omfattet af [servicelovens § 108/almenboliglovens § 105]."
    )
    d.p("1.2 Parterne har den [dato] indgået en samarbejdsplan, der er vedlagt som bilag 1.")
    d.h("2. Ikrafttræden")
    d.p("2.1 Kontrakten træder i kraft den [●] og gælder, til den opsiges.")
    d.p("2.2 Hver af Parterne kan opsige Kontrakten med tre måneders varsel til udgangen af et kvartal.")
    d.h("3. Underskrifter")
    d.table(
        ("For Kommunen:", "For Klinikken:"),
        ("Dato: [●]", "Dato: [●]"),
        ("______________________", "______________________"),
        ("[Navn]", "[Navn]"),
        ("[Titel]", "[Titel]"),
    )
    return d.bytes()


def svendborg() -> bytes:
    """Two parties beside each other by tabs, with dots for leaders; lists with empty lines."""
    d = Sheet(9, footer="Side 1 af 2")
    d.title("SAMARBEJDSPLAN")
    d.leader("Botilbud:\t\tPraksis:\t", stops=(4300, 4700, 9200))
    d.leader("Adresse:\t\tAdresse:\t", stops=(4300, 4700, 9200))
    d.leader("Postnr./by:\t\tPostnr./by:\t", stops=(4300, 4700, 9200))
    d.leader("Kontaktperson:\t\tKontaktperson:\t", stops=(4300, 4700, 9200))
    d.leader("Telefon:\t\tTelefon:\t", stops=(4300, 4700, 9200))
    d.h("Aftalte emner")
    for _ in range(3):
        d.p("........................................................")
    d.h("Omfang")
    d.leader("Antal timer pr. måned\t", dots="underscore")
    d.leader("Gældende fra\t", dots="underscore")
    d.h("Mødeaftaler")
    d.p("Ved ferie: ........................................................")
    d.p("Ved sygdom: ........................................................")
    d.h("Underskrift")
    d.leader("Dato\t\tDato\t", stops=(4300, 4700, 9200))
    d.leader("Botilbud\t\tLæge\t", stops=(4300, 4700, 9200))
    return d.bytes()


def bornholm() -> bytes:
    """An amendment: before and from now on."""
    d = Sheet(10, header="Bornholms Regionskommune")
    d.title("Tillæg til samarbejdsplan")
    d.p(
        "Tillæg nr. [nr.] til samarbejdsplanen af [dato for planens indgåelse] mellem [botilbud] og [lægepraksis]."
    )
    d.p("Tillægget gælder fra [dato].")
    d.h("Ændringer")
    d.table(
        ("Forhold", "Hidtil", "Fremover"),
        ("Timer om måneden", "[antal]", "[antal]"),
        ("Botilbuddets kontaktperson", "[navn]", "[navn]"),
        ("Telefon", "[telefon]", "[telefon]"),
        ("Praksis' kontaktperson", "[navn]", "[navn]"),
    )
    d.p("Samarbejdsplanens øvrige vilkår gælder uændret.")
    d.p("Dato og underskrift")
    d.table(("For botilbuddet: [navn på underskriver]", "For praksis: [navn på underskriver]"))
    return d.bytes()


def holbaek() -> bytes:
    """A letter to residents with red guidance."""
    d = Sheet(11, header="Holbæk Kommune")
    d.p(red("Dato"))
    d.p("Kære beboer på ", red("skriv botilbuddets navn"))
    d.title("Tilbud om fast læge")
    d.p(
        "Fra den ",
        red("skriv dato"),
        " har vi en fast læge her på botilbuddet. Det er ",
        red("skriv lægens eller klinikkens navn"),
        " på ",
        red("skriv klinikkens adresse"),
        ". Lægen kommer her i ",
        red("2/3"),
        " timer om måneden og hjælper personalet.",
    )
    d.p(
        "Du kan vælge lægen som din egen læge. Det er frivilligt. Spørg ",
        red("skriv navn på kontaktperson"),
        " på telefon ",
        red("skriv nummer"),
        ", hvis du vil have hjælp.",
    )
    d.p("Venlig hilsen")
    d.p(red("navn på leder"))
    d.p(red("Slet denne linje, før brevet sendes."))
    return d.bytes()


def fanoe() -> bytes:
    """One table from beginning to end, with a column of guidance, tracked changes and tiers."""
    d = Sheet(12, compat=15)
    d.title("Aftaleskema: fast tilknyttet læge")
    d.table(
        ("Nr.", "Emne", "Udfyldes", "Vejledning"),
        ("1", "Botilbuddets navn og adresse", "………………………", "Skriv navnet, som det står på Tilbudsportalen."),
        ("2", "Hvem driver botilbuddet?", "………………………", "Kommune, region eller privat leverandør."),
        ("3", "Antal pladser", "………………………", "Godkendte pladser, ikke beboere."),
        ("4", "Lægens navn/praksis", "………………………", ""),
        ("5", "Ydernummer", "………………………", "Seks cifre."),
        ("6", "Startdato", "………………………", "Tidligst den 1. januar 2025."),
        ("7", "Timer pr. måned", "………………………", "2 eller 3 timer efter antal beboere."),
        ("8", "Kontaktperson på botilbuddet", "………………………", "Gerne en sundhedsfaglig medarbejder."),
        ("9", "Kontaktpersonens telefon", "………………………", ""),
        ("10", "Sådan træffes lægen", "………………………", "Telefon eller mail til klinikken."),
        ("11", "Temaer for rådgivningen", "………………………", ""),
        (
            "12",
            "Opsigelse",
            d.para(deleted("6 "), inserted("3"), " måneder til udgangen af et kvartal"),
            "Kan ikke fraviges.",
        ),
    )
    d.p("Timetal efter antal beboere:")
    d.table(("Antal beboere", "Timer"), ("1-20", "2"), ("over 20", "3"))
    d.p("Dato: ………………  Botilbud: ………………………  Læge: ………………………")
    return d.bytes()


def morsoe() -> bytes:
    """A text box with the contact, a heading that names the home, braces and question marks for samples."""
    d = Sheet(13, compat=14, header="{{Regionslogo}}")
    d.p(
        box(
            d.para(bold("Kontakt på botilbuddet")),
            d.para("Navn: xxxxxxxx"),
            d.para("Stilling: xxxxxxxx"),
            d.para("Tlf.: xx xx xx xx"),
            d.para("E-mail: xxxxx@xxxxx.dk"),
        )
    )
    d.title("SAMARBEJDSPLAN FOR BOTILBUDDET XXXXXXXX")
    d.p("Organisation: XXXXXXXX Kommune")
    d.p("Læge/praksis: XXXXXXXX, xxxxxvej xx, xxxx Xxxxxx")
    d.p("Startdato: xx.xx.xxxx")
    d.p("Timer: x timer/md.")
    d.p("Lægens telefon: ", underlined(24), " Lægens mail: ", underlined(24))
    d.p("Beboere: ca. ?? personer")
    d.p(
        "Aftalt den ",
        underlined(12),
        " mellem ",
        underlined(30),
        " (botilbuddet) og ",
        underlined(30),
        " (lægen)",
    )
    return d.bytes()


def ringsted() -> bytes:
    """Labels below the lines, as on paper forms."""
    d = Sheet(14, compat=12)
    d.title("Samarbejdsplan om fast tilknyttet læge")
    d.p("__________________________________\t______________________")
    d.p(small("Botilbuddets navn\tKommune"))
    d.p("__________________________________\t______________________")
    d.p(small("Lægepraksis\tYdernummer"))
    d.table(
        ("______________", "______________", "______________"),
        (small("Kontaktperson, botilbud"), small("Telefon"), small("E-mail")),
        ("______________", "______________", "______________"),
        (small("Kontaktperson, praksis"), small("Telefon"), small("E-mail")),
        ("______________", "______________", "______________"),
        (small("Startdato"), small("Timer pr. måned"), small("Antal beboere")),
    )
    d.p("Aftalen kan opsiges med et varsel på 3 måneder til et kvartals udløb.")
    d.p("")
    d.p("______________________\t______________________")
    d.p(small("Dato og botilbuddets underskrift\tDato og lægens underskrift"))
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        kolding,
        herning,
        viborg,
        frederikssund,
        gladsaxe,
        randers,
        odense,
        advokat,
        svendborg,
        bornholm,
        holbaek,
        fanoe,
        morsoe,
        ringsted,
    )
}
DOKUMENT = {
    "randers": "orientering",
    "odense": "opsigelse",
    "advokat": "kontrakt",
    "bornholm": "allonge",
    "holbaek": "informationsbrev",
}
