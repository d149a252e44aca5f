"""Six templates as regions have them, in words of our own: two like published plans, tables, controls, a letter, an untidy one."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, deleted, inserted, merge, tick


def bakkedal() -> bytes:
    """Write a plan with typed heading numbers, brackets, a table of facts, a logo and page numbers."""
    pen = Pen(language="en-US", whole=True)
    pen.header("Region Bakkedal, [enhed i regionen]")
    pen.footer("Side ")
    pen.h("Samarbejdsplan mellem [navn på botilbud] og [navn på læge/praksis]", 0)
    pen.h("1. Parter")
    pen.table(
        [
            ["Oplysning", "Botilbuddet", "Lægen"],
            ["Navn", "[navn]", "[navn]"],
            ["Adresse", "[adresse]", "[adresse]"],
            ["CVR-nr.", "[cvr]", "[cvr]"],
            ["P-nummer/ydernummer", "[p-nummer]", "[ydernummer]"],
        ]
    )
    pen.h("2. Hvorfor en plan")
    pen.p("Planen beskriver, hvordan lægen og personalet på botilbuddet arbejder sammen om rådgivning.")
    pen.p("Den gælder ikke for behandling af den enkelte.")
    pen.h("3. Hvor meget rådgivning")
    pen.p(
        "Lægen rådgiver personalet i [antal timer] timer pr. måned. Botilbuddet har [antal beboere] beboere."
    )
    pen.p("Parterne begynder med disse emner:")
    for number in (1, 2, 3):
        pen.p(f"[emne {number}]", "List Bullet")
    pen.h("4. Kontaktpersoner")
    pen.p("Botilbuddets kontaktperson: [Indsæt navn og kontaktoplysninger]")
    pen.p("Lægens kontaktperson: [navn, titel, telefon og e-mail]")
    pen.h("5. Mødeaftaler")
    pen.p("[Beskriv aftaler om ferie, sygdom og fremmøde]")
    pen.h("6. Opsigelse")
    pen.p("Hver part kan opsige planen med 3 måneders varsel til udgangen af et kvartal.")
    pen.h("7. Ikrafttræden")
    pen.p("Planen træder i kraft den [dato].")
    pen.p("Planens leder på botilbuddet er [navn på leder].")
    pen.h("8. Underskrift")
    pen.p("For botilbuddet")
    pen.p("Dato: ______________ Underskrift: ______________________")
    pen.p("For lægen")
    pen.p("Dato: ______________ Underskrift: ______________________")
    return pen.bytes()


def strandby() -> bytes:
    """Write a plan with merge fields, marks of them typed, prompts and dotted lines."""
    pen = Pen()
    pen.header("Strandby Region")
    pen.footer("«Botilbud_navn», side ")
    pen.h("Aftale om fast læge", 0)
    pen.p(
        f"Aftalen indgås mellem {merge('Botilbud_navn')} (herefter botilbuddet) og {merge('PraksisNavn')} (herefter lægen)."
    )
    pen.p("Botilbuddet drives af «organisation_navn», CVR «organisation_cvr».")
    pen.h("Formål med aftalen")
    pen.p("Aftalen skal give personalet bedre adgang til råd om sundhed.")
    pen.h("Timetal")
    pen.p("Der er aftalt ........ timer om måneden. Der kan aftales 2 eller 3 timer pr. måned.")
    pen.p("Rådgivningen gives som ☐ fysisk fremmøde ☐ video.")
    pen.h("Kontakt")
    pen.p("Kontaktperson på botilbuddet: ..............................")
    pen.p("Telefon: ................")
    pen.p("E-mail: ................")
    pen.p("Kontaktperson hos lægen: ..............................")
    pen.p("Telefon: ................")
    pen.h("Start og ophør")
    pen.p("Aftalen gælder fra den Klik her for at angive en dato.")
    pen.p(f"Varslet er tre måneder til udgangen af et kvartal. Aftalen er indgået den {merge('Aftaledato')}.")
    pen.h("Underskrifter")
    pen.table(
        [
            ["For botilbuddet", "For lægen"],
            ["Navn: ................", "Navn: ................"],
            ["Dato: ................", "Dato: ................"],
            ["Underskrift: ................", "Underskrift: ................"],
        ]
    )
    return pen.bytes()


def skemalund() -> bytes:
    """Write a plan that is all tables, with tick boxes and underscores."""
    pen = Pen()
    pen.header("Region Skemalund")
    pen.h("Samarbejdsplan", 0)
    pen.h("Stamdata")
    pen.table(
        [
            ["Felt", "Udfyldes"],
            ["Botilbuddets navn", "____________________"],
            ["Botilbuddets adresse", "____________________"],
            ["Kommune", "____________________"],
            ["Antal beboere", "______"],
            ["Lovgrundlag", "☐ Servicelovens § 107 ☐ Servicelovens § 108 ☐ Almenboliglovens § 105"],
            ["Driftsform", "☐ Kommunal ☐ Regional ☐ Privat"],
            ["Ydernummer", "____________________"],
            ["Praksis", "____________________"],
            ["Sagsnummer", "____________________"],
        ]
    )
    pen.h("Kontaktpersoner")
    pen.table(
        [
            ["", "Botilbuddet", "Praksis"],
            ["Kontaktperson", "[navn]", "[navn]"],
            ["Stilling", "[titel]", "[titel]"],
            ["Tlf.", "[tlf.]", "[tlf.]"],
            ["Mail", "[mail]", "[mail]"],
        ]
    )
    pen.h("Omfang")
    pen.table(
        [
            ["Forhold", "Aftale"],
            ["Timer pr. måned", "☐ 2 timer ☐ 3 timer"],
            ["Mødeform", "☐ Fysisk ☐ Video"],
            ["Startdato", "[dd.mm.åååå]"],
            ["Opsigelsesvarsel", "3 måneder til udgangen af et kvartal"],
        ]
    )
    pen.h("Emner")
    pen.table(
        [
            ["Emner for rådgivningen"],
            ["____________________"],
            ["____________________"],
            ["____________________"],
        ]
    )
    pen.h("Underskrift")
    pen.table(
        [
            ["Part", "Dato", "Underskrift"],
            ["Botilbuddet", "________", "____________________"],
            ["Lægen", "________", "____________________"],
        ]
    )
    return pen.bytes()


def feltrup() -> bytes:
    """Write a plan with Word's content controls: text, date, a list to choose from, ticks, one around a paragraph."""
    pen = Pen()
    pen.header("Region Feltrup")
    pen.footer("Side ")
    pen.h("Samarbejdsplan om fast tilknyttet læge", 0)
    click = "Klik eller tryk her for at skrive tekst."
    pen.p(f"Mellem {control('Botilbuddets navn', click)} og {control('Lægens navn', click)}.")
    pen.h("Om botilbuddet")
    pen.p(f"Adresse: {control('Botilbuddets adresse', click)}")
    pen.p(f"Kommune: {control('', 'Angiv kommune')}")
    pen.p(
        f"Driftsform: {control('Driftsform', 'Vælg et element.', kind='dropDownList', items=('Vælg et element.', 'kommunal', 'regional', 'privat'))}"
    )
    pen.h("Aftalen")
    pen.p(f"Start: {control('Ikrafttrædelse', 'Klik her for at angive en dato.', kind='date')}")
    pen.p(
        f"Timetal: {control('', 'Vælg et element.', kind='dropDownList', items=('2', '3'))} timer pr. måned"
    )
    pen.p(f"Møderne holdes {tick()} ved fremmøde {tick()} på video")
    pen.h("Kontakt på botilbuddet")
    pen.p(f"Navn: {control('', click)}")
    pen.p(f"Telefon eller e-mail: {control('', click)}")
    pen.h("Kontakt til lægen")
    pen.p(f"Navn: {control('', click)}")
    pen.p(f"Telefon eller e-mail: {control('', click)}")
    pen.h("Emner")
    around = pen.p("Skriv emnerne her")
    pen.control_around(around, "Emner for rådgivningen")
    pen.h("Opsigelse")
    pen.p("Planen kan opsiges af begge parter med 3 måneders varsel til et kvartals udgang.")
    pen.h("Underskrift")
    pen.p("Dato: ____________ Botilbuddets underskrift: ____________________")
    pen.p("Dato: ____________ Lægens underskrift: ____________________")
    return pen.bytes()


def brevholm() -> bytes:
    """Write a letter to the region that a plan was made, changed or ended: a text box with the sender, ticks, brackets."""
    pen = Pen()
    pen.header("[navn på botilbud]")
    pen.footer("Side ")
    pen.h("Orientering om fast tilknyttet læge", 0)
    pen.box(pen.p(), "[botilbuddets navn]", "[vej og nr.]", "[postnr. og by]", "CVR: [cvr-nr.]")
    pen.p("Til [region]")
    pen.p("Dato: [dato for afsendelse]")
    pen.h("Hvad er der sket")
    pen.p("☐ Samarbejdsplanen er indgået")
    pen.p("☐ Timetallet er ændret")
    pen.p("☐ Samarbejdsplanen er opsagt")
    pen.h("Oplysninger")
    pen.p("Læge: [lægens navn], ydernummer [ydernr.]")
    pen.p("Antal timer pr. måned: [timetal]")
    pen.p("Tidligere timetal: [tidligere timetal]")
    pen.p("Gælder fra: [dato]")
    pen.h("Hilsen")
    pen.p(
        "Spørgsmål kan rettes til [botilbuddets kontaktperson] på telefon [telefon til botilbuddets kontaktperson]."
    )
    pen.p("Sagsbehandler i regionen: [navn]")
    pen.p("Dato: ____________ Underskrift: ____________________")
    return pen.bytes()


def rodby() -> bytes:
    """Write an untidy plan: split runs, highlights, tracked changes, comments, words for figures, prompts left in."""
    pen = Pen()
    pen.header("Region Rodby, [nav|n på botil|bud]")
    pen.h("Samarbejdsplan [na|vn på bo|tilbud]", 0)
    pen.p("**1) Parter**")
    pen.p("Botilbud: ==Solgården==")
    pen.p("Læge/praksis: ==xxxx==")
    pen.p("Adresse på botilbuddet: [vej|, po|stnr. og by]")
    pen.p("**2) Rådgivning**")
    first = pen.p("Lægen giver personalet råd i to timer pr. måned.")
    pen.comment(first, "Skal det være to eller tre?")
    pen.p(
        f"Rådgivningen handler om generelle emner{deleted(' og om den enkelte beboer')}{inserted(' og aldrig om en bestemt beboer')}."
    )
    pen.p("Emner: ==[emner]==")
    pen.p("**3) Kontakt**")
    pen.p("Navn på kontaktperson: ___________")
    pen.p("Botilbuddets kontaktperson kan træffes på [tlf/mail]")
    pen.p("**4) Start**")
    pen.p(
        "Samarbejdet begynder den ==1. maj 2025==. Varsel: tre måneders opsigelse til udgangen af et kvartal [1]."
    )
    pen.p("(indsæt navn på tolk)")
    pen.p("**5) Underskrifter**")
    pen.p("__________________")
    pen.p("Dato og underskrift, botilbuddet")
    pen.p("__________________")
    pen.p("Dato og underskrift, lægen")
    return pen.bytes()


ALLE = {each.__name__: each for each in (bakkedal, strandby, skemalund, feltrup, brevholm, rodby)}
DOKUMENT = {"brevholm": "orientering"}
