"""Four more templates: written with the eight, and first run when these were mended for, to see whether it holds for others."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, red, tick


def samso() -> bytes:
    """Write a foundation's plan: a row of labels above a row of empty cells, and parties under headings."""
    pen = Pen()
    pen.header("[Fondens logo]", logo=False)
    pen.h("Samarbejdsplan – fast læge på bostedet", 0)
    pen.h("Bostedet")
    pen.table([["Navn", "Adresse", "P-nummer"], ["", "", ""]])
    pen.table([["Kontaktperson", "Stilling", "Mobil", "E-mail"], ["", "", "", ""]])
    pen.h("Fonden")
    pen.table([["Navn", "CVR-nummer", "Adresse"], ["", "", ""]])
    pen.h("Lægehuset")
    pen.table([["Navn", "Adresse", "Ydernummer"], ["", "", ""]])
    pen.table([["Kontaktperson", "Telefon", "Hemmeligt nummer", "E-mail"], ["", "", "", ""]])
    pen.h("Tid")
    pen.table([["Timer pr. måned", "Første møde", "Planen gælder fra"], ["", "", ""]])
    pen.p("Lægen kommer på bostedet den første [ugedag] i måneden.")
    pen.h("Parternes underskrift")
    pen.table(
        [
            ["Dato", "Bostedets underskrift", "Dato", "Lægens underskrift"],
            ["", "", "", ""],
        ]
    )
    return pen.bytes()


def holbaek() -> bytes:
    """Write a region's plan in bullets: bare labels under a heading for each side, and a stand-in with the same labels."""
    pen = Pen()
    pen.footer("Kontakt i regionen: <navn>, <telefon>. Side ")
    pen.h("Plan for samarbejde", 0)
    pen.p("mellem <botilbuddets navn> i <botilbuddets by> og <lægens navn>")
    pen.h("For botilbuddet", 2)
    for label in ("Kontaktperson", "Funktion", "Telefon", "E-mail"):
        pen.p(f"{label}: ", "List Bullet")
    pen.h("Stedfortræder på botilbuddet", 2)
    for label in ("Navn", "Telefon", "E-mail"):
        pen.p(f"{label}: ", "List Bullet")
    pen.h("For lægen", 2)
    for label in ("Kontaktperson", "Telefon", "E-mail"):
        pen.p(f"{label}: ", "List Bullet")
    pen.h("Vagtlæge", 2)
    for label in ("Telefon",):
        pen.p(f"{label}: ", "List Bullet")
    pen.h("Aftalen", 2)
    pen.p("Antal timer pr. måned: ", "List Bullet")
    pen.p("Antal beboere på stedet (dags dato): ", "List Bullet")
    pen.p("Antal besøg om året: ", "List Bullet")
    pen.p("Gælder fra: ", "List Bullet")
    pen.p("Næste drøftelse: ", "List Bullet")
    pen.p("Opsigelse: [3] måneder til et kvartals udløb")
    pen.p("Underskrifter")
    pen.p("Dato: <dato> For botilbuddet: ____________________")
    pen.p("Dato: <dato> For lægen: ____________________")
    return pen.bytes()


def stevns() -> bytes:
    """Write a doctor's letter of termination: controls, a table of the facts, and a line for the home to acknowledge."""
    pen = Pen()
    pen.header(control("Klinik", "Klinikkens navn") + ", " + control("Klinik adresse", "Klinikkens adresse"))
    pen.p(control("Modtager", "Botilbuddets navn"))
    pen.p(control("Modtager adresse", "Botilbuddets adresse"))
    pen.p("Att.: " + control("Att", "Kontaktpersonens navn"))
    pen.p(control("By", "By") + ", den " + control("Brevdato", "Vælg dato", kind="date"))
    pen.h("Opsigelse af aftalen om fast tilknyttet læge", 0)
    pen.p("Jeg opsiger planen med virkning fra udgangen af " + control("Kvartal", "kvartal og år") + ".")
    pen.table(
        [
            ["Planen har været i kraft siden", control("", "Vælg dato", kind="date")],
            ["Opsigelsen er fremme senest", control("", "Vælg dato", kind="date")],
            ["Planens sidste dag", control("", "Vælg dato", kind="date")],
            ["Lægens ydernummer", control("", "Skriv her")],
        ]
    )
    pen.p("Botilbuddet skal orientere regionen om opsigelsen.")
    pen.p("Venlig hilsen")
    pen.p(control("Læge", "Lægens navn"))
    pen.p("Kvittering: Botilbuddet har modtaget opsigelsen den ____________")
    pen.p("Navn (blokbogstaver): ____________ Underskrift: ____________")
    return pen.bytes()


def lejre() -> bytes:
    """Write a municipality's plan: instructions in red, sentences with choices in brackets, NN, and a masked date."""
    pen = Pen()
    pen.p(red("Skriv kommunens navn her"))
    pen.h("Samarbejdsplan", 0)
    pen.p(f"for {red('skriv botilbuddets navn')} og lægerne i {red('skriv klinikkens navn')}")
    pen.p("Botilbuddet drives af [kommunen/regionen/fonden].")
    pen.h("1. Lægens rådgivning")
    pen.p("Lægen rådgiver personalet i xx timer om måneden fra den xx.xx.20xx.")
    pen.p("Rådgivningen gives [ved fysisk møde / på video / begge dele].")
    pen.p("De første emner er: 1: xxxxx 2: xxxxx")
    pen.h("2. Kontakt")
    pen.p("Medarbejder NN (tlf. xx xx xx xx, mail xxx@xxx.dk) er lægens kontaktperson på botilbuddet.")
    pen.p("Lægesekretær NN (tlf. xx xx xx xx) er botilbuddets kontaktperson i klinikken.")
    pen.p("Pårørende kan ringe til afdelingsleder NN (tlf. xx xx xx xx).")
    pen.h("3. Ophør")
    pen.p("Planen kan opsiges med xx måneders varsel til udgangen af et kvartal.")
    pen.p(tick() + " Parterne har aftalt, hvad der gælder ved ferie: " + red("skriv aftalen"))
    pen.h("4. Underskrift")
    pen.table(
        [
            ["Botilbuddet", "Klinikken"],
            ["Dato xx.xx.20xx", "Dato xx.xx.20xx"],
            ["Forstander NN", "Læge NN"],
        ]
    )
    return pen.bytes()


ALLE = {each.__name__: each for each in (samso, holbaek, stevns, lejre)}
DOKUMENT = {"stevns": "opsigelse"}
