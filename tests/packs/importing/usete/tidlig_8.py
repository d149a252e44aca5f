"""Ten more by the same author, written when the fourteen were mended: keys in `noegler/tidlig_8.toml`, written before anything was run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs.importing.rodet_word import (
    DATE,
    Sheet,
    bold,
    choice,
    control,
    form_box,
    form_text,
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


def silkeborg() -> bytes:
    """Party blocks one under the other, each of lines with the label in front, and a preamble in running text."""
    d = Sheet(
        21, compat=15, header="Silkeborg Kommune · Socialafdelingen", footer="Acadre-nr. [sagsnr.] · Side 1"
    )
    d.title("Samarbejdsaftale om fast læge på [bostedets navn]")
    d.p(
        "Denne aftale er indgået i henhold til overenskomst om almen praksis 2025, bilag 18, mellem nedenstående parter."
    )
    d.p(bold("Part 1: Bostedet"))
    d.leader("Navn:\t")
    d.leader("Adresse:\t")
    d.leader("Postnr. og by:\t")
    d.leader("P-nr.:\t")
    d.leader("Kontaktperson:\t")
    d.leader("Stilling:\t")
    d.leader("Telefon/mail:\t")
    d.p(bold("Part 2: Lægen"))
    d.leader("Praksis:\t")
    d.leader("Adresse:\t")
    d.leader("Postnr. og by:\t")
    d.leader("Ydernr.:\t")
    d.leader("Kontaktperson:\t")
    d.leader("Telefon/mail:\t")
    d.h("Aftalens indhold")
    d.p(
        "Lægen stiller sig til rådighed for bostedets personale i [2 eller 3] timer om måneden fra og med [startdato]."
    )
    d.p("Der bor p.t. [antal] borgere på bostedet.")
    d.h("Underskrift")
    d.p("Silkeborg, den ", underlined(20), "        Silkeborg, den ", underlined(20))
    d.p(underlined(30), "        ", underlined(30))
    d.p("Bostedet", "                                        ", "Lægen")
    return d.bytes()


def ikast() -> bytes:
    """A matrix: what is asked down the side, the two parties across."""
    d = Sheet(22, compat=12)
    d.title("Samarbejdsplan")
    d.table(
        ("", bold("Botilbud"), bold("Lægepraksis")),
        ("Navn", "", ""),
        ("Adresse", "", ""),
        ("CVR-nr.", "", ""),
        ("P-nr./ydernr.", "", ""),
        ("Kontaktperson", "", ""),
        ("Titel", "", ""),
        ("Direkte telefon", "", ""),
        ("E-mail", "", ""),
    )
    d.table(
        ("Hvor mange timer om måneden?", d.para(tick(), " to timer", "  ", tick(), " tre timer")),
        ("Hvornår begynder ordningen?", ""),
        ("Hvordan holdes møderne?", d.para(tick(), " Fysisk  ", tick(), " Video")),
        ("Hvilke emner skal drøftes?", ""),
        ("Hvad gør vi ved ferie og sygdom?", ""),
    )
    d.table(("Dato:", "", "Dato:", ""), ("Botilbud:", "", "Læge:", ""))
    return d.bytes()


def norddjurs() -> bytes:
    """A letter of termination from the doctor, merged from the practice's system, with names without Danish letters."""
    d = Sheet(23)
    d.p(merge("PRAKSIS_NAVN"))
    d.p(merge("PRAKSIS_ADR"))
    d.p("Ydernr. ", merge("YDERNR"))
    d.p("")
    d.p(merge("BOTILBUD_NAVN"))
    d.p(merge("BOTILBUD_ADR"))
    d.title("Opsigelse af aftale om fast tilknyttet læge")
    d.p(
        "Undertegnede opsiger hermed samarbejdsplanen for ",
        merge("BOTILBUD_NAVN"),
        " med 3 måneders varsel til et kvartals udgang.",
    )
    d.p(
        "Aftalen har været i kraft siden ",
        merge("STARTDATO"),
        ". Den ophører den ",
        merge("OPHOERSDATO"),
        ", forudsat at I har modtaget dette brev senest den ",
        merge("MODTAGET_DATO"),
        ".",
    )
    d.p("Husk, at I selv skal give ", merge("REGION_NAVN"), " besked.")
    d.p("Kontakt mig gerne på ", merge("PRAKSIS_TLF"), ".")
    d.p("Med venlig hilsen")
    d.p(merge("LAEGE_NAVN"))
    return d.bytes()


def struer() -> bytes:
    """Filled in with a made-up case in yellow, in tables and running text."""
    d = Sheet(24, compat=15)
    d.title("Samarbejdsplan")
    d.table(
        (bold("Botilbud"), yellow("Bofællesskabet Fjordgården")),
        (bold("Adresse"), yellow("Fjordvej 12, 7600 Struer")),
        (bold("Drives af"), yellow("Struer Kommune")),
        (bold("Leder"), yellow("Anne Dam")),
        (bold("Lægepraksis"), yellow("Lægehuset Østergade")),
        (bold("Ydernummer"), yellow("123456")),
        (bold("Antal beboere"), yellow("18")),
        (bold("Timer pr. md."), yellow("2")),
        (bold("Startdato"), yellow("1. april 2025")),
    )
    d.h("Kontakt")
    d.p(
        "Kontaktperson for botilbuddet er ",
        yellow("Lars Kjær"),
        ", ",
        yellow("pædagog"),
        ", tlf. ",
        yellow("97 84 00 00"),
        ".",
    )
    d.p("Lægehuset kontaktes på ", yellow("kontakt@laegehuset.dk"), ".")
    d.h("Opsigelse")
    d.p("Planen kan opsiges med ", yellow("3 måneders"), " varsel til udgangen af et kvartal.")
    d.p("Struer den ", yellow("dd.mm.åååå"))
    d.p("______________________          ______________________")
    d.p("Botilbuddets leder                       Læge")
    return d.bytes()


def region_notat() -> bytes:
    """A region's letter of orientation as a form with boxes to tick and content controls."""
    d = Sheet(25, compat=15, header="Til Region Midtjylland, Praksisafdelingen")
    d.title("Orientering om fast tilknyttet læge på botilbud")
    d.p("Udfyldes af botilbuddet eller driftsherren og sendes til regionen.")
    d.p("Orienteringen drejer sig om (sæt kryds):")
    d.p(tick(), " Ny aftale er indgået")
    d.p(tick(), " Timetallet er ændret")
    d.p(tick(), " Aftalen er opsagt")
    d.table(
        ("Botilbuddets navn", control("Skriv navn")),
        ("Botilbuddets adresse", control("Skriv adresse")),
        ("Driftsherre", control("Skriv navn")),
        ("Læge/klinik", control("Skriv navn")),
        ("Ydernummer", control("Skriv nr.")),
        (
            "Dato (aftalen gælder fra / ændringen gælder fra / aftalen ophører)",
            control("Vælg dato", kind=DATE),
        ),
        ("Timer pr. måned", control("Vælg", kind=choice("2", "3"))),
        ("Tidligere timer pr. måned", control("Vælg", kind=choice("2", "3"))),
        ("Kontaktperson på botilbuddet", control("Skriv navn")),
        ("Telefon", control("Skriv nr.")),
    )
    d.p("Dato: ", control("Vælg dato", kind=DATE), "   Afsender: ", control("Skriv navn"))
    return d.bytes()


def advokathuset() -> bytes:
    """A contract with lettered clauses and bracketed alternatives, footnotes and defined terms."""
    d = Sheet(26, compat=14, notes=("Kun hvis der er en praksis med CVR-nummer.",))
    d.title("Kontrakt")
    d.p("Mellem")
    d.p('(1) [botilbuddets navn], [adresse], drevet af [driftsherrens navn], CVR [nr.] ("Botilbuddet"), og')
    d.p("(2) [praksis], [adresse], CVR [nr.]", note(1), ' ("Praksis"),')
    d.p("er der indgået følgende kontrakt om fast tilknyttet læge:")
    d.h("1. Grundlag")
    d.p("1.1 Samarbejdsplanen af [dato] er bilag A til kontrakten.")
    d.h("2. Varighed")
    d.p("2.1 Kontrakten gælder fra [dato], indtil den opsiges efter punkt 2.2.")
    d.p("2.2 Opsigelse sker med [3] måneders varsel til udgangen af et kvartal.")
    d.h("3. Kontakt")
    d.p("3.1 Botilbuddet repræsenteres i det daglige af [navn], [telefon], [e-mail].")
    d.p("3.2 Praksis repræsenteres i det daglige af [navn], [telefon], [e-mail].")
    d.p("________________ , den ___/___ 20__")
    d.table(
        (d.para(underlined(28)), d.para(underlined(28))),
        ("[navn], for Botilbuddet", "[navn], for Praksis"),
    )
    return d.bytes()


def nyborg() -> bytes:
    """An old .doc: form fields, labels over them in one row and under them in the next, everything in tables without borders."""
    d = Sheet(27, compat=11, protected=True)
    d.title("SAMARBEJDSPLAN VEDR. BOTILBUDSLÆGE")
    d.table(
        (small("Botilbud"), small("Adresse"), small("Postnr."), small("By")),
        (d.para(form_text()), d.para(form_text()), d.para(form_text()), d.para(form_text())),
    )
    d.table(
        (small("Lægepraksis"), small("Adresse"), small("Postnr."), small("By")),
        (d.para(form_text()), d.para(form_text()), d.para(form_text()), d.para(form_text())),
    )
    d.table(
        (small("Ydernummer"), small("Timer pr. måned"), small("Startdato")),
        (d.para(form_text()), d.para(form_text()), d.para(form_text())),
    )
    d.p("Kontaktperson (botilbud): ", form_text(), " tlf. ", form_text())
    d.p("Kontaktperson (praksis): ", form_text(), " tlf. ", form_text())
    d.p("Driftsform: ", form_box(), " kommunal ", form_box(), " regional ", form_box(), " privat")
    d.p("Er botilbuddet længerevarende? ", form_box(), " ja ", form_box(), " nej")
    return d.bytes()


def hedensted() -> bytes:
    """Guidance in red before each blank, chevrons and dates in several spellings."""
    d = Sheet(28, compat=15, footer="Udfyldt den <dato>")
    d.title("Samarbejdsplan for <botilbud> og <læge>")
    d.p("Planen er indgået <dd/mm-åååå>.")
    d.p("Planen gælder fra d. <dd. måned åååå>.")
    d.p("Timer: <antal> pr. md.")
    d.p("Kontaktperson på <botilbud>: <navn> (<titel>), <tlf.>, <e-mail>")
    d.p("Kontaktperson hos <læge>: <navn>, <tlf.>, <e-mail>")
    d.p("Kommune: <kommune>")
    d.p(red("Skriv her, hvad I har aftalt om afbud:"))
    d.p("<aftaler om afbud>")
    d.p(red("Skriv op til tre emner:"))
    d.p("1. <emne>")
    d.p("2. <emne>")
    d.p("3. <emne>")
    d.p("<by>, den <dato>\t<by>, den <dato>")
    d.p("<underskrift>\t<underskrift>")
    return d.bytes()


def tillaeg() -> bytes:
    """An amendment in running text."""
    d = Sheet(29)
    d.title("Allonge til samarbejdsplan")
    d.p(
        "Mellem ",
        underlined(25),
        " (botilbuddet) og ",
        underlined(25),
        " (lægen) er det aftalt at ændre samarbejdsplanen af ",
        underlined(14),
        " sådan:",
    )
    d.p("Antal timer om måneden ændres fra ", underlined(6), " til ", underlined(6), ".")
    d.p("Ny kontaktperson på botilbuddet er ", underlined(20), ", tlf. ", underlined(12), ".")
    d.p("Ændringen træder i kraft den ", underlined(14), ".")
    d.p("Dato: ", underlined(14), "   Botilbuddet: ", underlined(25))
    d.p("Dato: ", underlined(14), "   Lægen: ", underlined(25))
    return d.bytes()


def orienteringsbrev() -> bytes:
    """A letter to residents in easy language, with XX and dots."""
    d = Sheet(30)
    d.title("Brev til beboere: Du kan få en fast læge")
    d.p("Kære beboer")
    d.p("XX har lavet en aftale med lægen ………………… . Lægen hører til klinikken ………………… i ………………… .")
    d.p("Aftalen begynder den ………………… .")
    d.p("Du bestemmer selv, om du vil skifte læge. Tal med ………………… på tlf. ………………… , hvis du er i tvivl.")
    d.p("Hilsen")
    d.p("…………………")
    return d.bytes()


ALLE: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        silkeborg,
        ikast,
        norddjurs,
        struer,
        region_notat,
        advokathuset,
        nyborg,
        hedensted,
        tillaeg,
        orienteringsbrev,
    )
}
DOKUMENT = {
    "norddjurs": "opsigelse",
    "region_notat": "orientering",
    "advokathuset": "kontrakt",
    "tillaeg": "allonge",
    "orienteringsbrev": "informationsbrev",
}
