"""Six more templates: written, with their keys, after the twelve were mended for, to see whether it holds for others."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, merge, tick


def aabenraa() -> bytes:
    """Write a municipality's form with two labels a row, and a table of contacts with empty cells."""
    pen = Pen()
    pen.header("Social & Sundhed, [kommune]")
    pen.h("Samarbejdsplan mellem bosted og læge", 0)
    pen.h("1. Stamdata")
    pen.table(
        [
            ["Bosted:", "", "P-nr.:", ""],
            ["Adresse:", "", "Postnr./by:", ""],
            ["Leder:", "", "Telefon:", ""],
            ["Lovgrundlag:", "☐ § 107  ☐ § 108", "Antal beboere:", ""],
        ]
    )
    pen.h("2. Lægen")
    pen.table([["Klinik:", "", "Ydernr.:", ""], ["Læger:", "", "Adresse:", ""]])
    pen.h("3. Kontaktpersoner")
    pen.table(
        [
            ["", "Navn", "Telefon", "Mail"],
            ["Bosted", "", "", ""],
            ["Klinik", "", "", ""],
            ["Socialtilsyn", "", "", ""],
        ]
    )
    pen.h("4. Rådgivningen")
    pen.p("Lægen giver generel rådgivning til personalet i ___ timer om måneden, første gang d. __/__ 20__.")
    pen.p("Der føres ikke journal ved generel rådgivning.")
    pen.h("5. Underskrift")
    pen.table(
        [["Bostedet", "", "Klinikken", ""], ["Dato", "", "Dato", ""], ["Underskrift", "", "Underskrift", ""]]
    )
    return pen.bytes()


def thisted() -> bytes:
    """Write a region's contract in prose, with brackets and a clause for the parties' own words."""
    pen = Pen()
    pen.footer("Kontrakt for [botilbuddets navn] – side ")
    pen.h("Kontrakt", 0)
    pen.p("indgået mellem")
    pen.p(
        "[Organisationens navn], CVR [CVR-nummer], der driver botilbuddet [botilbuddets navn] på adressen [adresse], og [lægepraksis] ved [navn på læge], ydernummer [ydernummer]."
    )
    pen.h("§ 1 Genstand")
    pen.p("Kontrakten omfatter den samarbejdsplan af [dato], der er vedlagt som bilag [nr.].")
    pen.h("§ 2 Timer")
    pen.p("Lægen rådgiver [2/3] timer pr. måned, svarende til [timer pr. år] timer pr. år.")
    pen.h("§ 3 Kontakt")
    pen.p(
        "Botilbuddets kontaktperson er [navn], [stilling]. Kontaktpersonen træffes på [telefon] og [e-mail]."
    )
    pen.p("Lægens kontaktperson er [navn], der træffes på [telefon].")
    pen.p("Ved klager kontaktes [navn på sagsbehandler] i [region].")
    pen.h("§ 4 Ikrafttræden")
    pen.p(
        "Kontrakten træder i kraft den [startdato]. Den kan af hver part opsiges med 3 måneders varsel til udgangen af et kvartal."
    )
    pen.h("§ 5 Underskrifter")
    pen.p("[By], den [dato]")
    pen.p("For organisationen: ____________________")
    pen.p("[navn], [titel]")
    pen.p("For lægen: ____________________")
    pen.p("[navn]")
    return pen.bytes()


def moen() -> bytes:
    """Write a private home's letter to the region that a plan is terminated, with a text box and braces."""
    pen = Pen()
    pen.box(pen.p(), "{Botilbuddets navn}", "{Vejnavn og nr.}", "{Postnr.} {By}", "CVR: {CVR}")
    pen.p("Til {region}")
    pen.p("Att.: {kontaktperson i regionen}")
    pen.p("{Dato}")
    pen.h("Orientering: samarbejdsplan opsagt", 0)
    pen.p(
        "Vi orienterer hermed om, at samarbejdsplanen mellem {botilbud} og {læge/praksis} (ydernr. {ydernr.}) er opsagt."
    )
    pen.p("Planen trådte i kraft {startdato}, og den ophører {sidste dag}.")
    pen.p("Opsagt af: {botilbuddet/lægen}")
    pen.p("Planens timetal var {timer} timer om måneden. Botilbuddet har {antal beboere} beboere.")
    pen.p("Kontakt os på tlf. {telefonnummer} eller {mail}.")
    pen.p("Venlig hilsen")
    pen.p("{Lederens navn}")
    return pen.bytes()


def ballerup() -> bytes:
    """Write a doctor's own form: lines of underscores, bare labels, several on a line."""
    pen = Pen()
    pen.p("**Lægehuset ved Åen**")
    pen.h("Aftale om rådgivning på botilbud", 0)
    pen.p("**Botilbud**")
    pen.p("Navn: ______________________  Adresse: ______________________")
    pen.p("Leder: ______________________  Tlf.: ____________")
    pen.p("Kontaktperson: ______________________  Tlf.: ____________")
    pen.p("E-mail: ______________________")
    pen.p("**Driftsherre**")
    pen.p("Navn:")
    pen.p("CVR-nr.:")
    pen.p("**Rådgivning**")
    pen.p("Timer pr. måned (sæt kryds): ☐ 2 ☐ 3")
    pen.p("Form: ☐ fysisk møde ☐ videomøde")
    pen.p("Faste mødedage: ______________________")
    pen.p("Begyndelsesdato: ____________")
    pen.p("Emner, vi begynder med: ______________________")
    pen.p("**Bemærkninger**")
    pen.p("____________________________________________")
    pen.p("**Underskrift**")
    pen.p("Botilbud: ______________________ Dato: ________")
    pen.p("Læge: ______________________ Dato: ________")
    return pen.bytes()


def nyborg() -> bytes:
    """Write a letter to residents and relatives, of merge fields and masks."""
    pen = Pen()
    pen.p(f"{merge('Botilbud')}, den xx. xxxx 20xx")
    pen.h("Brev til beboere: fast læge", 0)
    pen.p("Kære beboer")
    pen.p(f"Fra den {merge('Startdato')} kommer {merge('LaegeNavn')} fast på {merge('Botilbud')}.")
    pen.p(
        f"Lægens klinik ligger på {merge('LaegeAdresse')}. Du kan ringe til klinikken på {merge('LaegeTlf')}."
    )
    pen.p("Det er frivilligt, om du vil have lægen som din egen læge.")
    pen.p(
        f"Du kan få hjælp af {merge('KontaktpersonNavn')}, {merge('KontaktpersonTitel')}, telefon {merge('KontaktpersonTlf')}."
    )
    pen.p("Dine pårørende kan kontakte [navn på forstander].")
    pen.p("Mange hilsner fra XXX")
    return pen.bytes()


def randers() -> bytes:
    """Write a plan of content controls and tables side by side, with a bare label in each cell."""
    pen = Pen()
    pen.header("Plan nr. [nr.]")
    pen.h("Plan for fast tilknyttet læge", 0)
    pen.table(
        [
            ["Botilbud", "Læge"],
            ["Navn:\nAdresse:\nTelefon:", "Navn:\nYdernummer:\nAdresse:"],
        ]
    )
    pen.h("Aftalens parter")
    pen.p(
        "Aftalen indgås af "
        + control(
            "", "Vælg et element.", kind="dropDownList", items=("organisationen", "botilbuddet", "begge")
        )
    )
    pen.p("Organisation: " + control("Organisation", "Klik her for at skrive"))
    pen.p(
        "Driftsform: "
        + control("", "Vælg et element.", kind="dropDownList", items=("kommunal", "regional", "privat"))
    )
    pen.h("Kontaktperson")
    pen.table([["Navn", "Titel", "Telefon", "E-mail"], ["", "", "", ""]])
    pen.h("Emner for rådgivningen")
    pen.table([["Nr.", "Emne"], ["1", ""], ["2", ""], ["3", ""]])
    pen.h("Start og slut")
    pen.p("Ikrafttræden: " + control("", "Klik her for at angive en dato.", kind="date"))
    pen.p("Evaluering: " + control("", "Klik her for at angive en dato.", kind="date"))
    pen.p(tick() + " Botilbuddet har orienteret regionen")
    pen.p("Varsel: 3 måneder til udgangen af et kvartal")
    pen.h("Underskrifter")
    pen.p("Dato og underskrift, botilbud: ")
    pen.p("Dato og underskrift, læge: ")
    return pen.bytes()


ALLE = {each.__name__: each for each in (aabenraa, thisted, moen, ballerup, nyborg, randers)}
DOKUMENT = {"thisted": "kontrakt", "moen": "orientering", "nyborg": "informationsbrev"}
