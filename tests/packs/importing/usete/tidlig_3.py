"""Eight more templates: written, with their keys, before the code was read, in habits that the others do not have."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, field, form_text, merge, red, tick

DOTS = "…" * 20


def hedensted() -> bytes:
    """Write the two parties beside each other, with the same labels, under a letterhead with the region's own people."""
    pen = Pen()
    pen.header(
        "Sundhed og Sammenhæng\nSagsbehandler: [navn]\nDirekte tlf.: [tlf.nr.]\nJ.nr.: [journalnummer]"
    )
    pen.h("Samarbejdsaftale om fast tilknyttet læge", 0)
    pen.table(
        [
            ["**Botilbuddet**", "**Lægepraksis**"],
            [
                f"Navn: {DOTS}\nAdresse: {DOTS}\nTelefon: {DOTS}\nE-mail: {DOTS}\nCVR-nr.: {DOTS}",
                f"Navn: {DOTS}\nAdresse: {DOTS}\nTelefon: {DOTS}\nE-mail: {DOTS}\nYdernr.: {DOTS}",
            ],
        ]
    )
    pen.h("Rådgivning til personalet", 2)
    pen.p(f"Lægen står til rådighed {DOTS} timer hver måned. Botilbuddet har {DOTS} pladser.")
    pen.p(f"Møderne begynder kl. {DOTS} og holdes i lokale {DOTS}.")
    pen.h("Ikrafttræden og ophør", 2)
    pen.p(f"Aftalen gælder fra {DOTS} og indtil videre.")
    pen.p("Hver part kan opsige den med tre måneders varsel til et kvartals udgang.")
    pen.h("Underskrift", 2)
    pen.table(
        [
            ["For botilbuddet", "For lægepraksis"],
            [f"Sted og dato: {DOTS}", f"Sted og dato: {DOTS}"],
            [f"Navn: {DOTS}", f"Navn: {DOTS}"],
            [f"Underskrift: {DOTS}", f"Underskrift: {DOTS}"],
        ]
    )
    return pen.bytes()


def skive() -> bytes:
    """Write an old form: fields of old Word's, a row a fact, a column a party."""
    pen = Pen()
    pen.h("Plan for samarbejdet mellem botilbud og praktiserende læge", 0)
    pen.p("Udfyldes af botilbuddet og sendes til lægen. Brug tabulatortasten.")
    pen.table(
        [
            ["", "Botilbud", "Almen praksis"],
            ["Navn", form_text("Tekst1"), form_text("Tekst2")],
            ["Vej og nr.", form_text("Tekst3"), form_text("Tekst4")],
            ["Postnr. og by", form_text("Tekst5"), form_text("Tekst6")],
            ["CVR", form_text("Tekst7"), form_text("Tekst8")],
            ["Kontaktperson", form_text("Tekst9"), form_text("Tekst10")],
            ["Dennes tlf.", form_text("Tekst11"), form_text("Tekst12")],
            ["Dennes e-mail", form_text("Tekst13"), form_text("Tekst14")],
            ["Ferie (uger)", form_text("Tekst15"), form_text("Tekst16")],
        ]
    )
    pen.p("Driftsherre: " + form_text("Tekst17", "Kommune, region eller fond"))
    pen.p("Timer/md.: " + form_text("Tekst18"))
    pen.p("Begynder: " + form_text("Tekst19"))
    pen.p("Evalueres første gang: " + form_text("Tekst20"))
    pen.p("P-nr.: " + form_text("Tekst21") + " Ydernr.: " + form_text("Tekst22"))
    pen.p("")
    pen.table(
        [
            ["Botilbud: dato/underskrift", "Læge: dato/underskrift"],
            [form_text("Tekst23"), form_text("Tekst24")],
        ]
    )
    return pen.bytes()


def varde() -> bytes:
    """Write a lawyer's agreement in prose, with dates of several meanings and other people's names."""
    pen = Pen()
    pen.footer("[Kommune] · Samarbejdsaftale · side ")
    pen.h("Samarbejdsaftale", 0)
    pen.p("mellem")
    pen.p("[Indsæt botilbuddets navn]\n")
    pen.p("[Indsæt vejnavn og husnummer]")
    pen.p("[Indsæt postnummer og by]")
    pen.p("(herefter kaldet Botilbuddet)")
    pen.p("og")
    pen.p("[Indsæt navn på praksis]")
    pen.p("[Indsæt vejnavn og husnummer]")
    pen.p("[Indsæt postnummer og by]")
    pen.p("CVR-nr. [Indsæt CVR-nr.]")
    pen.p("(herefter kaldet Lægen)")
    pen.h("1 Baggrund")
    pen.p("Parterne drøftede samarbejdet på et møde den [dd.mm.åååå] i [by]. Referatet er skrevet af [navn].")
    pen.p(
        "Botilbuddet ligger i [kommune] og har [antal] beboere, heraf [antal] med insulinkrævende sukkersyge."
    )
    pen.h("2 Varighed")
    pen.p("Aftalen begynder den [dd.mm.åååå]. Den evalueres senest den [dd.mm.åååå].")
    pen.p("En opsigelse, der er modtaget senest den [dd.mm.åååå], virker fra kvartalets udgang.")
    pen.h("3 Omfang")
    pen.p("Lægen rådgiver personalet [antal] timer om måneden, typisk [ugedag] kl. [klokkeslæt].")
    pen.h("4 Kontakt")
    pen.p(
        "Botilbuddets primære kontaktperson er [navn] ([stilling]), tlf. [telefonnummer], mail [mailadresse]."
    )
    pen.p("I kontaktpersonens ferie rettes henvendelse til [navn], tlf. [telefonnummer].")
    pen.p("Lægen træffes på tlf. [telefonnummer] eller på [mailadresse].")
    pen.p("Regionens kontaktperson er [navn], tlf. [telefonnummer].")
    pen.h("5 Underskrifter")
    pen.p("[By], den [dd.mm.åååå]\t[By], den [dd.mm.åååå]")
    pen.p("_______________________\t_______________________")
    pen.p("[Navn og titel]\t[Navn og titel]")
    pen.p("for Botilbuddet\tfor Lægen")
    return pen.bytes()


def herning() -> bytes:
    """Write a home's letter of termination, what is to be filled in highlighted, with dates of four meanings."""
    pen = Pen()
    pen.p("==Botilbuddets navn==")
    pen.p("==Vej nr.==")
    pen.p("==Postnr. By==")
    pen.p("")
    pen.p("Til ==Lægepraksis==")
    pen.p("Ydernummer ==xxxxxx==")
    pen.p("==Lægens adresse==")
    pen.p("")
    pen.p("Dato: ==dd.mm.åååå==")
    pen.h("Opsigelse af samarbejdsplan", 0)
    pen.p("Vi opsiger hermed samarbejdsplanen, som trådte i kraft den ==dato==.")
    pen.p("Brevet er sendt med digital post den ==dato== og ventes modtaget den ==dato==.")
    pen.p("Varslet er 3 måneder til udgangen af et kvartal. Planen ophører derfor den ==dato==.")
    pen.p("Kommer brevet først frem efter den ==dato==, ophører planen i stedet den ==dato==.")
    pen.p("Har du spørgsmål, kan du kontakte ==navn== på ==tlf.==.")
    pen.p("Kopi er sendt til ==region==.")
    pen.p("Med venlig hilsen")
    pen.p("==Navn==")
    pen.p("==Titel==")
    return pen.bytes()


def vejle() -> bytes:
    """Write an amendment in controls: what was agreed, what is to hold, from when, and both parties' names twice."""
    pen = Pen()
    pen.header("Tillæg nr. " + control("Nr", "[nr.]"))
    pen.h("Tillæg til samarbejdsplan", 0)
    pen.p(
        "Tillægget er aftalt mellem "
        + control("Botilbud", "Klik eller tryk her for at skrive tekst.")
        + " og "
        + control("Klinik", "Klik eller tryk her for at skrive tekst.")
        + "."
    )
    pen.p(
        "Samarbejdsplanen gælder fra den "
        + control("Planens start", "Klik eller tryk for at angive en dato.", kind="date")
        + "."
    )
    pen.table(
        [
            ["", "Hidtil", "Fremover"],
            ["Timer pr. måned", control("", "Antal"), control("", "Antal")],
        ]
    )
    pen.p(
        "Ændringen gælder fra den " + control("", "Klik eller tryk for at angive en dato.", kind="date") + "."
    )
    pen.p("Begrundelse: " + control("Begrundelse", "Klik eller tryk her for at skrive tekst."))
    pen.h("Underskrift", 2)
    pen.table(
        [
            ["Dato", control("", "Klik eller tryk for at angive en dato.", kind="date")],
            ["For " + control("Botilbud", "Klik eller tryk her for at skrive tekst."), ""],
            ["Dato", control("", "Klik eller tryk for at angive en dato.", kind="date")],
            ["For " + control("Klinik", "Klik eller tryk her for at skrive tekst."), ""],
        ]
    )
    return pen.bytes()


def tonder() -> bytes:
    """Write a municipality's contract: red words, NN, masks with strokes, the municipality named as party."""
    pen = Pen()
    pen.h("Kontrakt om fast læge", 0)
    pen.p(
        f"Mellem {red('Kommunens navn')} (CVR-nr. {red('12345678')}) for botilbuddet {red('botilbuddets navn')} og læge {red('NN')}, {red('klinikkens adresse')}."
    )
    pen.h("Kontraktens genstand", 2)
    pen.p("Samarbejdsplanen af DD/MM-ÅÅÅÅ er bilag til kontrakten.")
    pen.h("Start", 2)
    pen.p("Kontrakten gælder fra DD/MM-ÅÅÅÅ.")
    pen.h("Timer", 2)
    pen.p("Der ydes X timers rådgivning pr. måned.")
    pen.h("Meddelelser", 2)
    pen.p(f"Meddelelser til botilbuddet sendes til {red('navn')} på {red('e-mail')}.")
    pen.p(f"Meddelelser til lægen sendes til {red('e-mail')}.")
    pen.h("Tvister", 2)
    pen.p("Tvister drøftes først mellem parterne. Derefter inddrages kommunens chef for området, NN.")
    pen.h("Underskrifter", 2)
    pen.table(
        [
            ["For kommunen", "", "For klinikken", ""],
            ["Navn:", "", "Navn:", ""],
            ["Dato:", "", "Dato:", ""],
            ["Underskrift:", "", "Underskrift:", ""],
        ]
    )
    return pen.bytes()


def ikast() -> bytes:
    """Write a form to the region with three ticks, each with its own date, and who has filled it in."""
    pen = Pen()
    pen.h("Orientering til regionen om samarbejdsplan", 0)
    pen.p("Sendes til: ______________________ (region)")
    pen.table(
        [
            ["Botilbuddets navn", ""],
            ["Botilbuddets P-nummer", ""],
            ["Kommune", ""],
            ["Lægens/praksis' navn", ""],
            ["Ydernummer", ""],
            ["Skemaet er udfyldt af", ""],
            ["Telefon", ""],
        ]
    )
    pen.p("Sæt ét kryds:")
    pen.p(f"{tick()} Samarbejdsplan er indgået og gælder fra ____________")
    pen.p(f"{tick()} Timetallet er ændret fra ____ til ____ timer pr. måned med virkning fra ____________")
    pen.p(f"{tick()} Samarbejdsplanen er opsagt. Sidste dag er ____________")
    pen.p("Dato for udfyldelse: ____________")
    return pen.bytes()


def faxe() -> bytes:
    """Write a plan with merge fields of English names, a table of contacts a row a person, and doctors as a list."""
    pen = Pen()
    pen.h(f"Samarbejdsplan for {merge('Home_Name')}", 0)
    pen.p(
        f"{merge('Home_Name')} ({merge('Home_Street')}, {merge('Home_Zip')} {merge('Home_City')}) og {merge('Clinic_Name')} (ydernr. {merge('Clinic_Provider_No')})"
    )
    pen.h("Læger i praksis")
    pen.p("- [læge 1]")
    pen.p("- [læge 2]")
    pen.h("Hvem gør hvad")
    pen.table(
        [
            ["Rolle", "Navn", "Titel", "Direkte nummer", "Mail"],
            ["Botilbuddets kontaktperson", "[…]", "[…]", "[…]", "[…]"],
            ["Praksis' kontaktperson", "[…]", "[…]", "[…]", "[…]"],
            ["Forstander", "[…]", "[…]", "[…]", "[…]"],
            ["Regionens konsulent", "[…]", "[…]", "[…]", "[…]"],
        ]
    )
    pen.h("Det aftalte")
    pen.p(f"Omfang: {merge('Hours')} t/md.")
    pen.p(
        f"Start: {merge('Start_Date')}    Underskrevet: {merge('Signed_Date')}    Udskrevet: {field('DATE', '1. maj 2025').join('⟦⟧')}"
    )
    pen.h("Mødeaftaler")
    pen.p("Ved sygdom: [hvad gør vi?]")
    pen.p("Ved ferie: [hvad gør vi?]")
    pen.h("Emner")
    pen.p("1) [emne]")
    pen.p("2) [emne]")
    pen.p("Botilbuddet er et tilbud efter [servicelovens § 107/§ 108/almenboliglovens § 105].")
    return pen.bytes()


ALLE = {each.__name__: each for each in (hedensted, skive, varde, herning, vejle, tonder, ikast, faxe)}
DOKUMENT = {"herning": "opsigelse", "vejle": "allonge", "tonder": "kontrakt", "ikast": "orientering"}
