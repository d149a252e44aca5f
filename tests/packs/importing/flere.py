"""Eleven more templates, in other habits than the six: written after the proposals, and measured before anything was mended for them."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, deleted, form_text, inserted, merge, tick


def gammel() -> bytes:
    """Write an old form: form fields in tables, a line over its caption."""
    pen = Pen()
    pen.h("AFTALESKEMA – lægedækning af bosted", 0)
    pen.table(
        [
            ["Bostedets navn:", form_text("Tekst1")],
            ["Adr.:", form_text("Tekst2")],
            ["Postnr./by:", form_text("Tekst3")],
            ["CVR-nr.:", form_text("Tekst4")],
            ["Lægens navn/praksis:", form_text("Tekst5")],
            ["Yder nr.:", form_text("Tekst6")],
            ["Tlf. (direkte) til lægen:", form_text("Tekst7")],
            ["Aftalen løber fra og med:", form_text("Tekst8", "Skriv dato")],
            ["Timer pr. md.:", form_text("Tekst9")],
        ]
    )
    pen.h("Hvem ringer man til?")
    pen.p("På bostedet: " + form_text("Kontakt_bosted"))
    pen.p("Stedfortræder: " + form_text("x1"))
    pen.p("Hos lægen: " + form_text("x2"))
    pen.h("Særligt aftalt")
    pen.p("Ved ferie: __________________________")
    pen.p("Ved sygdom: __________________________")
    pen.h("Opsigelse")
    pen.p("Aftalen kan af hver part siges op med 3 mdr. varsel til udløbet af et kvartal.")
    pen.table([["____________________", "____________________"], ["Dato / for bostedet", "Dato / for lægen"]])
    return pen.bytes()


def vinkel() -> bytes:
    """Write a plan with angle brackets and masks."""
    pen = Pen()
    pen.header("Region X – Nære Sundhedstilbud", logo=False)
    pen.footer("<botilbud> / side ")
    pen.h("Samarbejdsplan for <botilbuddets navn>", 0)
    pen.p(
        "Denne plan er indgået mellem <driftsherre>, der driver <botilbuddets navn>, <vejnavn og nr.>, <postnr.> <by>, og <praksis>, yder nr. <ydernummer>."
    )
    pen.p("§ 1. Formål")
    pen.p("Planen beskriver rammerne for, at lægen kan rådgive medarbejderne.")
    pen.h("§ 2. Tid")
    pen.p("Der afsættes XX timer om måneden til rådgivningen. Planen har virkning fra <dd/mm-åååå>.")
    pen.h("§ 3. Form")
    pen.p("Rådgivningen finder sted {fysisk/online}.")
    pen.p("Temaer for det første år: <temaer>")
    pen.h("§ 4. Kontakt")
    pen.p(
        "Botilbuddets kontaktperson er <navn>, <stilling>, der træffes på tlf. <telefonnummer> eller <e-mail>."
    )
    pen.p("Klinikkens kontaktperson er <navn>, der træffes på tlf. <telefonnummer>.")
    pen.h("§ 5. Ophør")
    pen.p(
        "Planen kan opsiges af begge parter med tre måneders varsel til udgangen af et kvartal. Evaluering sker inden 6 måneder."
    )
    pen.h("§ 6. Underskrift")
    pen.p("Sted og dato: ____________")
    pen.p("________________________        ________________________")
    pen.p("For botilbuddet        For klinikken")
    return pen.bytes()


def landskab() -> bytes:
    """Write a plan of wide tables, a row a party."""
    pen = Pen()
    pen.h("Bilag: Plan for samarbejdet", 0)
    pen.table(
        [
            ["Part", "Navn", "Adresse", "Kontaktperson", "Telefon", "Mail"],
            ["Bosted", "…………", "…………", "…………", "…………", "…………"],
            ["Læge", "…………", "…………", "…………", "…………", "…………"],
        ]
    )
    pen.p("")
    pen.table(
        [
            ["Aftalt timetal", "Første dag", "Antal pladser", "Lovgrundlag", "Længerevarende?"],
            ["[2/3]", "[dag]", "[tal]", "[§ 107/§ 108/§ 105]", "☐ Ja ☐ Nej"],
        ]
    )
    pen.h("Aktiviteter")
    pen.table([["Nr.", "Emne"], ["1", "[skriv emne]"], ["2", "[skriv emne]"]])
    pen.h("Opsigelsesvarsel")
    pen.p("3 måneder til et kvartals udgang.")
    pen.h("Underskrifter")
    pen.table(
        [
            ["Bosted", "Læge"],
            ["Dato: [dato]", "Dato: [dato]"],
            ["Underskrift: [underskrift]", "Underskrift: [underskrift]"],
            ["Navn: [navn på underskriver]", "Navn: [navn på underskriver]"],
        ]
    )
    return pen.bytes()


def brev_opsig() -> bytes:
    """Write a letter that ends a plan."""
    pen = Pen()
    pen.header("##botilbud##")
    pen.p("[Modtagers navn]")
    pen.p("[Modtagers adresse]")
    pen.p("Dato: [dato]")
    pen.h("Opsigelse af samarbejdsplan", 0)
    pen.p("Vi opsiger hermed samarbejdsplanen mellem [bosted] og [klinik], som trådte i kraft den [dato].")
    pen.p(
        "Opsigelsen forventes modtaget den [dato]. Planen ophører med udgangen af [dato], som er tidligst muligt med 3 måneders varsel."
    )
    pen.p("Opsagt af: ☐ Botilbuddet ☐ Lægen")
    pen.p("Journalnr.: [nr.]")
    pen.p("Venlig hilsen")
    pen.p("______________________")
    pen.p("[navn på den, der underskriver]")
    return pen.bytes()


def rodet2() -> bytes:
    """Write an untidy draft: parentheses, masks, a tracked change, a comment."""
    pen = Pen()
    pen.h("UDKAST samarbejdsaftale vers. 3", 0)
    pen.p("**Aftalens parter**")
    pen.p("==(indsæt bostedets navn og adresse)== og ==(indsæt læ|gens navn, ydernr. og adresse)==")
    pen.p("**Ydelse**")
    pen.p(
        "Lægen deltager "
        + deleted("3")
        + inserted("2")
        + " timer pr. måned i rådgivning af personalet på ==[bo|sted]==. Mødet varer højst 2 timer."
    )
    x = pen.p("Aftalen er gældende fra ==d. [startdato]== og indtil den opsiges.")
    pen.comment(x, "Husk datoen")
    pen.p("**Kontakt**")
    pen.p("Kontakt på bostedet: ==NN==, tlf. ==xx xx xx xx==")
    pen.p("Kontakt i klinikken: [Navn], [Tlf], [Mail]")
    pen.p("**Regionen**")
    pen.p("[Organisationen/botilbuddet] giver Region Midtjylland besked om aftalen.")
    pen.p("Se vejledningen [2] og bilag [A].")
    pen.p("Underskrift bosted: ……………………… Dato: …………")
    pen.p("Underskrift læge: ……………………… Dato: …………")
    return pen.bytes()


def styring() -> bytes:
    """Write a form of content controls in a table."""
    pen = Pen()
    pen.header("Region Nord")
    pen.h("Plan for fast læge", 0)
    pen.table(
        [
            ["Botilbud", control("Navn på botilbud", "[Navn]")],
            ["Driftsherre", control("", "Klik her")],
            [
                "Kommune",
                control("Kommune", "Vælg en kommune", kind="comboBox", items=("Aalborg", "Hjørring")),
            ],
            ["Antal beboere", control("antal_beboere", "0", prompt=False)],
            ["Leder", control("Leder", "Klik her")],
            ["Læge", control("Læge", "Klik her")],
            ["Aftale indgået", control("", "Klik her for at angive en dato.", kind="date")],
            ["Regionens kontaktperson", control("", "Klik her")],
        ]
    )
    pen.h("Primær kontakt på botilbuddet")
    pen.p(
        control("Kontakt: navn", "Klik eller tryk her for at skrive tekst.")
        + ", "
        + control("Kontakt: stilling", "Klik eller tryk her for at skrive tekst.")
    )
    pen.p(
        "Mobil "
        + control("", "xx xx xx xx")
        + " Mail "
        + control("", "Klik eller tryk her for at skrive tekst.")
    )
    pen.h("Lægens oplysninger")
    pen.p("Ydernummer: " + control("", "Klik eller tryk her for at skrive tekst."))
    pen.p("Adresse: " + control("", "Klik eller tryk her for at skrive tekst."))
    pen.h("Rådgivning")
    pen.p(
        "Omfang: "
        + control("", "Vælg et element.", kind="dropDownList", items=("2 timer", "3 timer"))
        + " pr. måned"
    )
    pen.p(tick() + " Vi mødes på botilbuddet")
    pen.p(tick() + " Vi mødes online")
    pen.h("Varsel")
    pen.p("Opsigelse sker med 3 måneders varsel.")
    pen.p("Underskrift for botilbuddet:\t\t\tUnderskrift for lægen:")
    pen.p("_______________\t\t\t_______________")
    return pen.bytes()


def aeroe() -> bytes:
    """Write an agreement with sections by letter and other words for both parties."""
    pen = Pen()
    pen.header("Nærsundhed Øst")
    pen.footer("Version [x.x], side ")
    pen.h("Samarbejdsaftale om fast læge på {botilbud}", 0)
    pen.p("Aftalen er indgået d. $dato$ mellem")
    pen.p("[Institutionens navn, adresse, postnr. og by] (i det følgende bostedet)")
    pen.p("og")
    pen.p("[Lægehusets navn og ydernr.] (i det følgende lægehuset)")
    pen.h("A. Hvad aftalen handler om")
    pen.p(
        "Lægehuset hjælper medarbejderne med generel viden om sundhed. Behandling af den enkelte beboer er ikke omfattet."
    )
    pen.h("B. Tidsforbrug")
    pen.p(
        "Lægehuset stiller [2 eller 3] timer til rådighed pr. måned. Møderne lægges efter aftale mellem [navn på bostedets kontaktperson] og lægehuset."
    )
    pen.h("C. Kontakt")
    pen.table(
        [
            ["Hvem", "Navn", "Stilling", "Direkte tlf.", "E-post"],
            ["Bostedet", "[…]", "[…]", "[…]", "[…]"],
            ["Lægehuset", "[…]", "[…]", "[…]", "[…]"],
        ]
    )
    pen.h("D. Afbud")
    pen.p("[Her skrives, hvad der gælder ved ferie og sygdom]")
    pen.h("E. Ophør")
    pen.p(
        "Aftalen kan opsiges af bostedet og lægehuset med 3 måneders skriftligt varsel til udgangen af et kvartal."
    )
    pen.h("F. Ikrafttrædelse")
    pen.p("Aftalen får virkning fra og med [dato]")
    pen.p("Sted:_________ Dato:_________")
    pen.p("For bostedet: ____________________ For lægehuset: ____________________")
    return pen.bytes()


def lolland() -> bytes:
    """Write one long table with parts."""
    pen = Pen()
    pen.h("Oplysningsskema", 0)
    pen.table(
        [
            ["BOTILBUD", ""],
            ["Navn", "........................"],
            ["Vej og nr.", "........................"],
            ["Postnr. og by", "........................"],
            ["P-nr.", "........................"],
            ["Driftsherre", "........................"],
            ["Tilsynsmyndighed", "........................"],
            ["LÆGE", ""],
            ["Navn på praksis", "........................"],
            ["Lægernes navne", "........................"],
            ["Yderummer", "........................"],
            ["CVR", "........................"],
            ["AFTALE", ""],
            ["Start", "___/___ 20___"],
            ["Timer om måneden", "☐ 2 ☐ 3"],
            ["Møder holdes", "☐ fysisk ☐ via video ☐ andet: .............."],
            ["Emner", "1. ...............\n2. ...............\n3. ..............."],
            ["Opsigelse", "3 måneder til et kvartals udløb"],
        ]
    )
    pen.h("Tro og love")
    pen.p("Dato ______________  Navn ______________________  Underskrift ______________________")
    pen.p("Udfyldt af: ______________________")
    return pen.bytes()


def faaborg() -> bytes:
    """Write a plan of merge fields in a row."""
    pen = Pen()
    pen.p("**SAMARBEJDSPLAN**")
    pen.p(
        f"Botilbud: {merge('Botilbud')}   Kommune: {merge('Kommune')}   Lovgrundlag: {merge('Lovgrundlag')}"
    )
    pen.p(f"Adresse: {merge('Botilbud_adresse')}, {merge('Botilbud_postnr')} {merge('Botilbud_by')}")
    pen.p(f"Læge: {merge('Laege_navn')}  Yder: {merge('Ydernummer')}  Tlf.: {merge('Laege_telefon')}")
    pen.p(
        "**Rådgivning.** Lægen rådgiver personalet "
        + merge("Timer")
        + " timer hver måned, første gang "
        + merge("Startdato")
        + "."
    )
    pen.p("Rådgivning i alt pr. år: [tal] timer. Frist for referat: 2 timer efter mødet.")
    pen.p("Regionens sagsnr.: " + merge("Sagsnr"))
    pen.p("Patientens navn: [navn]")
    pen.p("Kontaktsygeplejerske på botilbuddet: [navn], træffes på [telefon] mellem kl. [kl.] og [kl.]")
    pen.p("Aftale om møder ved sygdom: " + merge("Sygdom"))
    pen.p("Underskrevet for botilbuddet den ……/…… 20…… af …………………")
    pen.p("Underskrevet for lægen den ……/…… 20…… af …………………")
    return pen.bytes()


def thy() -> bytes:
    """Write a form with lines and a table of contacts."""
    pen = Pen()
    pen.header("Logo | Aftaleblanket | sagsnr. [indsæt]", logo=False)
    pen.h("Aftale om lægefaglig sparring på botilbud", 0)
    pen.p("Parter")
    pen.p("Kommunen/organisationen: ____________________________ CVR: ______________")
    pen.p("Botilbuddets navn og adresse: ____________________________")
    pen.p("Lægens navn/klinik: ____________________________ Ydernr.: __________")
    pen.p("Opgave")
    pen.p(
        "Lægen bidrager med sparring til personalet i op til [antal] timer hver måned, startende [måned og år]."
    )
    pen.p("Sparringen foregår: □ på botilbuddet □ over video □ begge dele")
    pen.p("Temaer i første halvår: a) ______________ b) ______________")
    pen.p("Kontakt")
    pen.table(
        [
            ["", "Navn", "Tlf.", "Mail"],
            ["Primær kontakt, botilbud", "[navn]", "[tlf]", "[mail]"],
            ["Afløser, botilbud", "[navn]", "[tlf]", "[mail]"],
            ["Kontakt, klinik", "[navn]", "[tlf]", "[mail]"],
        ]
    )
    pen.p("Ophør")
    pen.p(
        "Parterne kan hver især opsige med 3 mdrs. varsel til et kvartals udgang. Aftalen evalueres efter 12 måneder."
    )
    pen.p("Underskrifter")
    pen.p("Dato: ________ For organisationen/botilbuddet: ____________________")
    pen.p("Dato: ________ For klinikken: ____________________")
    return pen.bytes()


def mols() -> bytes:
    """Write a plan with braces and numbers in its tables."""
    pen = Pen()
    pen.footer("Skabelon v. 2, s. ")
    pen.h("Samarbejdsplan – {navn på botilbud}", 0)
    pen.p("Planen udfyldes af botilbuddets leder og lægen i fællesskab.")
    pen.h("1 Stamoplysninger")
    pen.table(
        [
            ["1.1 Botilbud", "{navn}"],
            ["1.2 Beliggenhed", "{vej}, {postnr} {by}"],
            ["1.3 Lovgrundlag", "{paragraf}"],
            ["1.4 Antal pladser", "{antal}"],
            ["1.5 Fast tilknyttet læge", "{navn på læge}"],
            ["1.6 Lægens kontaktoplysninger", "{telefon og e-mail}"],
        ]
    )
    pen.h("2 Timer")
    pen.p("Det aftales, at lægen leverer {2/3} timers rådgivning pr. måned.")
    pen.h("3 Kontaktperson")
    pen.p("Som kontaktperson på botilbuddet er udpeget {navn, stilling og telefonnummer}.")
    pen.h("4 Løbetid")
    pen.p(
        "Planen træder i kraft d. {dato}. Planen er aftalt mellem parterne d. {dato}. Næste evaluering: {dato}."
    )
    pen.h("5 Ferie m.m.")
    pen.p("{Aftaler om ferie og sygdom}")
    pen.h("6 Underskrift")
    pen.p("For botilbuddet: {dato og underskrift}")
    pen.p("For lægen: {dato og underskrift}")
    return pen.bytes()


FLERE = {
    each.__name__: each
    for each in (gammel, vinkel, landskab, brev_opsig, rodet2, styring, aeroe, lolland, faaborg, thy, mols)
}
DOKUMENT = {"brev_opsig": "opsigelse"}
