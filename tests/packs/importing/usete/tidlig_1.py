"""Twelve templates of kinds that regions, municipalities, homes and doctors have: written, with their keys, before anything was run on them."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, form_text, merge, tick


def odsherred() -> bytes:
    """Write a municipality's form: labels to the left, empty cells to the right."""
    pen = Pen()
    pen.header("Center for Social og Psykiatri")
    pen.h("Samarbejdsplan for fast tilknyttet læge", 0)
    pen.p("Skemaet udfyldes af botilbuddets leder sammen med lægen.")
    pen.h("Oplysninger om botilbuddet")
    pen.table(
        [
            ["Botilbuddets navn", ""],
            ["Adresse", ""],
            ["Postnr. og by", ""],
            ["P-nummer", ""],
            ["Antal pladser", ""],
            ["Kontaktperson", ""],
            ["Stilling", ""],
            ["Telefon", ""],
            ["E-mail", ""],
            ["Botilbuddets leder", ""],
        ]
    )
    pen.h("Oplysninger om lægen")
    pen.table(
        [
            ["Lægepraksis", ""],
            ["Ydernummer", ""],
            ["Adresse", ""],
            ["Kontaktperson i praksis", ""],
            ["Telefon", ""],
        ]
    )
    pen.h("Rådgivning")
    pen.table(
        [
            ["Aftalt antal timer pr. måned", ""],
            ["Startdato", ""],
            ["Rådgivningen gives", "☐ ved fremmøde\n☐ på video"],
            ["Emner", ""],
        ]
    )
    pen.h("Opsigelse")
    pen.p("Planen kan opsiges med 3 måneders varsel til udgangen af et kvartal.")
    pen.table([["For botilbuddet", "For lægen"], ["Dato:", "Dato:"], ["Underskrift:", "Underskrift:"]])
    return pen.bytes()


def horsens() -> bytes:
    """Write a private organisation's contract in prose, with XX and masks of dates."""
    pen = Pen()
    pen.header("Fonden XXX")
    pen.footer("Kontrakt, side ")
    pen.h("Kontrakt om fast tilknyttet læge", 0)
    pen.p("Mellem Fonden XXX, CVR-nr. XXXXXXXX, XXX-vej XX, XXXX XXX (herefter organisationen)")
    pen.p("og lægerne XXX, ydernummer XXXXXX (herefter lægen)")
    pen.p("er der indgået følgende kontrakt om botilbuddet XXX, P-nummer XXXXXXXXXX.")
    pen.h("1. Opgaven")
    pen.p("Lægen rådgiver personalet på botilbuddet om generelle sundhedsfaglige spørgsmål.")
    pen.p("Rådgivningen er på X timer om måneden.")
    pen.h("2. Kontakt")
    pen.p(
        "Organisationen udpeger XXX som kontaktperson på botilbuddet. Kontaktpersonen har telefon XX XX XX XX og mail xxx@xxx.dk."
    )
    pen.h("3. Ikrafttræden og ophør")
    pen.p(
        "Kontrakten træder i kraft DD-MM-ÅÅÅÅ og løber, til den opsiges med 3 måneders varsel til et kvartals udgang."
    )
    pen.p("Kontrakten evalueres første gang DD-MM-ÅÅÅÅ.")
    pen.h("4. Underskrifter")
    pen.p("XXX, den DD-MM-ÅÅÅÅ")
    pen.p("______________________\t______________________")
    pen.p("For organisationen\tFor lægen")
    return pen.bytes()


def samsoe() -> bytes:
    """Write a home's letter to the region, of merge fields in prose."""
    pen = Pen()
    pen.p(f"{merge('Botilbud_navn')}")
    pen.p(f"{merge('Botilbud_adresse')}")
    pen.p(f"{merge('Botilbud_postnr')} {merge('Botilbud_by')}")
    pen.p("")
    pen.p(f"Til {merge('Region')}")
    pen.p(f"Dato: {merge('Brevdato')}")
    pen.p(f"Sagsnr.: {merge('Sagsnr')}")
    pen.p("**Orientering om ændret timetal**")
    pen.p(
        f"{merge('Botilbud_navn')} har sammen med {merge('Praksis_navn')} (ydernr. {merge('Ydernr')}) ændret "
        f"samarbejdsplanen, så lægen fra den {merge('Gaelder_fra')} rådgiver {merge('Timer')} timer om måneden i stedet for {merge('Tidligere_timer')} timer."
    )
    pen.p(
        f"Kontaktperson på botilbuddet er fortsat {merge('Kontakt_navn')}, {merge('Kontakt_titel')}, "
        f"som kan træffes på {merge('Kontakt_telefon')} eller {merge('Kontakt_mail')}."
    )
    pen.p("Med venlig hilsen")
    pen.p(f"{merge('Leder_navn')}")
    pen.p("Leder")
    return pen.bytes()


def koege() -> bytes:
    """Write a home's letter of termination: angle brackets, a date in parts, a signature by hand."""
    pen = Pen()
    pen.p("<navn på lægepraksis>")
    pen.p("<lægens adresse>")
    pen.p("<postnr.> <by>")
    pen.p("Den __. ______ 20__")
    pen.h("Opsigelse af samarbejdsplan om fast læge", 0)
    pen.p("Kære <lægens navn>")
    pen.p("<Botilbuddets navn>, <vej>, <postnr.> <by>, opsiger hermed samarbejdsplanen med jer.")
    pen.p(
        "Varslet er 3 måneder til udgangen af et kvartal. Vi regner med, at I har brevet den <dato for modtagelse>, og planen ophører derfor den <ophørsdato>."
    )
    pen.p("Har I spørgsmål, kan I kontakte <navn på kontaktperson> på telefon <telefonnummer>.")
    pen.p("Vi orienterer selv <regionens navn>.")
    pen.p("Med venlig hilsen")
    pen.p("_________________________")
    pen.p("<navn og titel>")
    pen.p("For <botilbuddets navn>")
    return pen.bytes()


def skagen() -> bytes:
    """Write an amendment: old and new hours, a table of what changes."""
    pen = Pen()
    pen.h("Allonge til samarbejdsplan", 0)
    pen.p("mellem")
    pen.p("[botilbud], [adresse], CVR-nr. [cvr]")
    pen.p("og")
    pen.p("[praksis], [adresse], ydernr. [nr.]")
    pen.p("Samarbejdsplanen trådte i kraft den [dato].")
    pen.h("Det ændres")
    pen.table(
        [
            ["Punkt", "Hidtil", "Fremover"],
            ["Timer pr. måned", "[antal]", "[antal]"],
            ["Kontaktperson på botilbuddet", "[navn]", "[navn]"],
        ]
    )
    pen.p("Ændringen gælder fra den [dato]. Planens øvrige vilkår er uændrede.")
    pen.p("Allongen er indgået den [dato].")
    pen.table(
        [
            ["For botilbuddet", "For lægen"],
            ["Dato: ______", "Dato: ______"],
            ["Underskrift: ____________", "Underskrift: ____________"],
            ["Navn: ____________", "Navn: ____________"],
        ]
    )
    return pen.bytes()


def odense() -> bytes:
    """Write a letter to residents, with highlighted words and brackets."""
    pen = Pen()
    pen.header("==Botilbuddets navn==")
    pen.p("==dato==")
    pen.h("Tilbud om fast læge på botilbuddet", 0)
    pen.p("Kære beboer på ==botilbuddets navn==")
    pen.p(
        "Vi har lavet en aftale med ==lægens navn==, som har klinik på ==lægens adresse==. Aftalen gælder fra ==startdato==."
    )
    pen.p(
        "Du kan vælge lægen som din egen læge. Det er frivilligt, og de almindelige regler om valg af læge gælder."
    )
    pen.p("Lægen kommer også på botilbuddet og rådgiver personalet, ==2/3== timer om måneden.")
    pen.p("Spørg din kontaktperson, eller ring til ==navn på kontaktperson== på ==telefonnummer==.")
    pen.p("Pårørende kan få brevet hos [navn på pårørendevejleder].")
    pen.p("Venlig hilsen")
    pen.p("==Botilbuddets leder==")
    return pen.bytes()


def gribskov() -> bytes:
    """Write an old Word file: dots, tabs, and labels before them."""
    pen = Pen()
    pen.p("**AFTALE OM FAST LÆGE**")
    pen.p("Bostedets navn ............................................................")
    pen.p("Adresse ........................................ Postnr. ........ By ......................")
    pen.p("Driftsherre ............................................................ CVR ....................")
    pen.p("Bostedet er: ☐ kommunalt ☐ regionalt ☐ privat")
    pen.p("Lovgrundlag: ☐ § 107 ☐ § 108 ☐ almenboliglovens § 105")
    pen.p("Forstander ............................................ Tlf. ..................")
    pen.p("Primær kontaktperson ................................... Tlf. ..................")
    pen.p("Mail ............................................................")
    pen.p("**LÆGEN**")
    pen.p("Navn/klinik ............................................................")
    pen.p("Ydernr. .................... Tlf. ..................")
    pen.p("**AFTALEN**")
    pen.p("Lægen står til rådighed .......... timer om måneden fra den ...../..... 20.....")
    pen.p("Opsigelse: 3 mdr. til et kvartals udgang")
    pen.p("......................................\t......................................")
    pen.p("For bostedet\tFor lægen")
    return pen.bytes()


def herning() -> bytes:
    """Write a region's form of content controls."""
    pen = Pen()
    pen.header("Region Midt")
    pen.h("Plan for samarbejde mellem botilbud og læge", 0)
    pen.h("Parter", 2)
    pen.table(
        [
            ["", "Botilbud", "Læge"],
            ["Navn", control("", "Klik her for at skrive"), control("", "Klik her for at skrive")],
            ["Adresse", control("", "Klik her for at skrive"), control("", "Klik her for at skrive")],
            ["CVR-nr.", control("", "Klik her for at skrive"), control("", "Klik her for at skrive")],
            ["Kontaktperson", control("", "Klik her for at skrive"), control("", "Klik her for at skrive")],
            ["Telefon", control("", "Klik her for at skrive"), control("", "Klik her for at skrive")],
        ]
    )
    pen.h("Vilkår", 2)
    pen.p("Antal timer: " + control("Timetal", "Vælg et element.", kind="dropDownList", items=("2", "3")))
    pen.p(
        "Planen gælder fra "
        + control("", "Klik eller tryk for at angive en dato.", kind="date")
        + " og evalueres senest "
        + control("", "Klik eller tryk for at angive en dato.", kind="date")
        + "."
    )
    pen.p(tick() + " Rådgivning ved personligt fremmøde  " + tick() + " Rådgivning via video")
    pen.p("Aftaler ved ferie: " + control("", "Klik her for at skrive"))
    pen.p("Sundhedsfaglig ansvarlig hos regionen: " + control("", "Klik her for at skrive"))
    return pen.bytes()


def slagelse() -> bytes:
    """Write a plan with a text box, places in header and footer, and the parties side by side."""
    pen = Pen()
    pen.header("Samarbejdsplan – {botilbud}", logo=False)
    pen.footer("{botilbud} og {læge}, side ")
    pen.box(pen.p(), "Botilbud: {navn}", "Adresse: {adresse}", "Kommune: {kommune}")
    pen.h("Samarbejdsplan", 0)
    pen.table(
        [
            ["Botilbuddet", "Lægen"],
            ["Navn: {navn}", "Navn: {navn}"],
            ["Adresse: {adresse}", "Adresse: {adresse}"],
            ["Telefon: {telefon}", "Telefon: {telefon}"],
            ["E-mail: {mail}", "E-mail: {mail}"],
            ["Kontaktperson: {navn}", "Ydernummer: {nr}"],
        ]
    )
    pen.h("Omfang")
    pen.p("Lægen rådgiver i {antal} timer pr. måned fra {dato}. Der er {antal} beboere på botilbuddet.")
    pen.p("Rådgivningen begynder med disse emner: {emner}.")
    pen.h("Møder")
    pen.p("{Aftaler om ferie, sygdom og fremmøde}")
    pen.h("Underskrift")
    pen.p("Dato: {dato}  Botilbuddets underskrift: {underskrift}")
    pen.p("Dato: {dato}  Lægens underskrift: {underskrift}")
    return pen.bytes()


def lemvig() -> bytes:
    """Write a home's own draft: bare labels with nothing after them."""
    pen = Pen()
    pen.h("Samarbejdsplan", 0)
    pen.p("**Botilbud**")
    pen.p("Navn:")
    pen.p("Adresse:")
    pen.p("Kommune:")
    pen.p("Antal beboere:")
    pen.p("**Kontaktperson på botilbuddet**")
    pen.p("Navn:")
    pen.p("Stilling:")
    pen.p("Telefon:")
    pen.p("Mail:")
    pen.p("**Læge**")
    pen.p("Navn:")
    pen.p("Ydernummer:")
    pen.p("Telefon:")
    pen.p("**Aftalen**")
    pen.p("Timer pr. måned:")
    pen.p("Startdato:")
    pen.p("Aftalen omfatter følgende:")
    pen.p("Generel rådgivning om sundhed til personalet.")
    pen.p("Beboerne tilbydes lægen som egen læge.")
    pen.p("**Underskrifter**")
    pen.p("Dato:")
    pen.p("Underskrift:")
    return pen.bytes()


def klinik() -> bytes:
    """Write a doctor's letter of termination: labels with lines."""
    pen = Pen()
    pen.header("Lægehuset ____________, ydernr. ________")
    pen.p("Til botilbuddet ________________________")
    pen.p("Att.: ________________________")
    pen.p("Adresse: ________________________")
    pen.h("Opsigelse af aftale som fast læge", 0)
    pen.p("Undertegnede læge opsiger aftalen om at være fast læge på botilbuddet.")
    pen.p("Aftalen trådte i kraft den: ____________")
    pen.p("Opsigelsen er modtaget den: ____________")
    pen.p("Aftalen ophører den: ____________")
    pen.p("Botilbuddet orienterer Region ____________ om opsigelsen.")
    pen.p("Med venlig hilsen")
    pen.p("Dato: ____________ Underskrift: ________________________")
    pen.p("Navn: ________________________")
    return pen.bytes()


def vejle() -> bytes:
    """Write a form with a table in a table, old form fields, ticks and highlights."""
    pen = Pen()
    pen.h("Aftaleskema: læge på botilbud", 0)
    outer = pen.doc.add_table(rows=0, cols=2)
    outer.style = pen.doc.styles["Table Grid"]
    left, right = outer.add_row().cells
    pen.add(left.paragraphs[0], "A. Botilbuddet")
    pen.table(
        [
            ["Navn", form_text("Tekst1")],
            ["Vej", form_text("Tekst2")],
            ["Postnr.", form_text("Tekst3")],
            ["By", form_text("Tekst4")],
        ],
        into=left,
    )
    left.add_paragraph()
    pen.add(right.paragraphs[0], "B. Lægen")
    pen.table(
        [["Navn", form_text("Tekst5")], ["Ydernr.", form_text("Tekst6")], ["Tlf.", form_text("Tekst7")]],
        into=right,
    )
    right.add_paragraph()
    pen.h("C. Organisation")
    pen.p("Organisation: ==Fonden Solbo== CVR: ==12345678==")
    pen.p("Aftalen indgås af ☐ organisationen ☐ botilbuddet ☐ begge")
    pen.h("D. Omfang")
    pen.p("☐ 2 timer pr. måned  ☐ 3 timer pr. måned")
    pen.p("Startdato: ==1. januar 2026==")
    pen.p("Tolk nødvendig: ☐ ja ☐ nej")
    pen.h("E. Den pårørende")
    pen.p("Navn: " + form_text("Tekst8"))
    pen.p("Tlf.: " + form_text("Tekst9"))
    pen.h("F. Underskrift")
    pen.table([["Sted og dato", "Botilbud", "Læge"], ["==sted og dato==", "", ""]])
    return pen.bytes()


ALLE = {
    each.__name__: each
    for each in (odsherred, horsens, samsoe, koege, skagen, odense, gribskov, herning, slagelse, lemvig, klinik, vejle)
}  # fmt: skip
DOKUMENT = {
    "horsens": "kontrakt",
    "samsoe": "orientering",
    "koege": "opsigelse",
    "skagen": "allonge",
    "odense": "informationsbrev",
    "klinik": "opsigelse",
}
