"""Eight templates of autumn 2026: their keys were written before any was run, four by four."""

from __future__ import annotations

from tests.packs.importing.word import Pen, control, form_text, merge, tick


def greve() -> bytes:
    """Write a region's plan as one table of two columns: labels in bold, hints in brackets, boxes to tick."""
    pen = Pen()
    pen.header("Region [regionens navn]")
    pen.h("Aftale om fast tilknyttet læge", 0)
    pen.table(
        [
            ["Botilbud", "[Skriv botilbuddets fulde navn]"],
            ["Adresse, postnr. og by", "[Skriv adressen]"],
            ["Kommune", "[Vælg beliggenhedskommune]"],
            ["Paragraf", f"{tick()} § 108 i serviceloven   {tick()} § 105 i almenboligloven"],
            ["Antal pladser", "[antal]"],
            ["Leder", "[Fornavn og efternavn]"],
            ["Kontaktperson i hverdagen", "[Fornavn og efternavn], [stilling], tlf. [nr.]"],
        ]
    )
    pen.table(
        [
            ["Lægepraksis", "[Skriv navnet på praksis]"],
            ["Yder nr.", "[6 cifre]"],
            ["Adresse, postnr. og by", "[Skriv adressen]"],
            ["Mail", "[Skriv mailadressen på praksis' kontaktperson]"],
        ]
    )
    pen.p("Lægen er til rådighed for botilbuddet i [2/3] timer pr. måned fra [dato for aftalens start].")
    pen.p("Aftalen er indgået den [dag]. [måned] 20[år].")
    pen.table([["For botilbuddet", "For lægen"], ["[dato og underskrift]", "[dato og underskrift]"]])
    return pen.bytes()


def skive() -> bytes:
    """Write a letter to the region with merge fields, in the words of an office."""
    pen = Pen()
    pen.p(f"{merge('Region_navn')}")
    pen.p(f"Dato: {merge('Brevdato')}")
    pen.h("Orientering om ny aftale", 0)
    pen.p(
        f"{merge('Bosted')} i {merge('Kommune')} har den {merge('Underskrevet')} lavet aftale med "
        f"{merge('Klinik')} (ydernr. {merge('Ydernr')})."
    )
    pen.p(f"Aftalen løber fra {merge('Start')}, og lægen bruger {merge('Timer')} timer om måneden.")
    pen.p(f"På bostedet bor {merge('Antal')} borgere.")
    pen.p("Med venlig hilsen")
    pen.p(f"{merge('Leder')}")
    pen.p(f"Sagsnr. {merge('Sagsnr')}")
    return pen.bytes()


def vejen() -> bytes:
    """Write a plan in numbered sections: dotted lines in sentences, and columns for both contacts."""
    pen = Pen()
    pen.h("Samarbejdsplan", 0)
    pen.p("1. Planen er indgået mellem ......................... (herefter botilbuddet)")
    pen.p("og ......................... (herefter lægen).")
    pen.p("2. Botilbuddet ligger ......................... i ......................... kommune.")
    pen.p("3. Der bor ...... personer på botilbuddet, og lægen yder ...... timer pr. måned.")
    pen.p("4. Planen gælder fra den ....../...... 20......")
    pen.p("5. Kontaktpersoner:")
    pen.table(
        [
            ["", "Botilbuddet", "Lægen"],
            ["Navn", "", ""],
            ["Stilling", "", ""],
            ["Telefon", "", ""],
            ["E-mail", "", ""],
        ]
    )
    pen.p("6. Emner, som parterne begynder med: .........................")
    pen.p("7. Andet: .........................")
    pen.p("Dato ............ Botilbuddet .........................")
    pen.p("Dato ............ Lægen .........................")
    return pen.bytes()


def tonder() -> bytes:
    """Write a plan with content controls in sentences and old form fields in a table; the organisation is the party."""
    pen = Pen()
    pen.h("Plan for den fast tilknyttede læge", 0)
    pen.p(
        f"Aftalen er indgået af {control('Driftsherre', 'Navn på fond eller kommune')} "
        f"(CVR {control('CVR', '8 cifre')}) for {control('Botilbud', 'Navn på botilbud')} "
        f"(P-nr. {control('P', '10 cifre')}) og af {control('Læge', 'Navn på læge eller praksis')}."
    )
    pen.table(
        [
            ["Botilbuddets adresse", form_text("Tekst1", "Vej og nummer")],
            ["Postnummer", form_text("Tekst2", "Postnummer")],
            ["By", form_text("Tekst3", "By")],
            ["Lægens telefontid", form_text("Tekst4")],
            ["Kontakt til lægen (navn)", form_text("Tekst5")],
            ["Kontakt til lægen (telefon)", form_text("Tekst6")],
        ]
    )
    pen.p(f"Ordningen starter {control('Start', 'Klik for at vælge en dato', kind='date')}.")
    pen.p(f"Møderne holdes {control('Form', 'fysisk eller på video')}.")
    pen.p(f"Ved sygdom gælder: {control('Sygdom', 'skriv aftalen')}")
    pen.p(f"Underskriver for driftsherren: {control('', 'Navn og titel')}")
    pen.p(f"Underskriver for praksis: {control('', 'Navn og titel')}")
    return pen.bytes()


def odder() -> bytes:
    """Write a home's plan as a letter: angle brackets, a list of doctors, and what is decided in brackets with a slash."""
    pen = Pen()
    pen.p("<Botilbuddets navn>")
    pen.p("<Vejnavn og nr.>")
    pen.p("<Postnr.> <By>")
    pen.h("Samarbejdsplan for <Botilbuddets navn> og <Lægehusets navn>", 0)
    pen.p("Lægehuset repræsenteres af lægerne:")
    pen.p("<Læge 1>", "List Bullet")
    pen.p("<Læge 2>", "List Bullet")
    pen.p(
        "Botilbuddet har <antal> beboere, som er visiteret efter <servicelovens § 108/almenboliglovens § 105>."
    )
    pen.p("Lægehuset stiller <antal> timer til rådighed hver måned, første gang i <måned> <år>.")
    pen.p("Planen er gældende fra <dato> og er underskrevet den <dato>.")
    pen.p("Sygeplejerske <navn> på botilbuddet kan kontaktes på <telefon> eller <mail>.")
    pen.p("Lægehusets kontaktperson er <navn>, der kan kontaktes på <telefon> eller <mail>.")
    pen.p("Næste evaluering: <dato>")
    return pen.bytes()


def nyborg() -> bytes:
    """Write a contract in two columns without borders: each side's facts under each other, with lines to fill in."""
    pen = Pen()
    pen.h("Kontrakt om fast tilknyttet læge", 0)
    pen.table(
        [
            ["Botilbuddet", "Praksis"],
            ["Navn: ______________________", "Navn: ______________________"],
            ["Adresse: ______________________", "Adresse: ______________________"],
            ["CVR: ______________________", "CVR: ______________________"],
            ["P-nr.: ______________________", "Ydernr.: ______________________"],
            ["Tlf.: ______________________", "Tlf.: ______________________"],
        ],
        style="Normal Table",
    )
    pen.p("Kontrakten begynder den ______________________")
    pen.p("Timer pr. måned (sæt kryds): " + tick() + " 2 " + tick() + " 3")
    pen.p("Møder holdes: " + tick() + " fysisk " + tick() + " på video")
    pen.p("Honorar pr. time: ______________________")
    pen.p("Kontaktperson på botilbuddet: ______________________ Tlf.: ______________________")
    pen.p("Kontaktperson hos praksis: ______________________ Tlf.: ______________________")
    pen.p("Regionens kontaktperson: ______________________ Tlf.: ______________________")
    pen.p("______________________          ______________________")
    pen.p("For botilbuddet                 For praksis")
    return pen.bytes()


def rebild() -> bytes:
    """Write a municipality's plan: highlighted examples in sentences, and a table of topics."""
    pen = Pen()
    pen.h("Samarbejdsplan – fast tilknyttet læge", 0)
    pen.p(
        "Mellem ==Rebild Kommune== (CVR ==12345678==), som driver botilbuddet ==Solgården==, ==Skovvej 1, 9520 Skørping==,"
    )
    pen.p("og ==Lægerne i Skørping== (ydernummer ==123456==).")
    pen.p("Botilbuddet har plads til ==24== beboere.")
    pen.p("Ordningen begynder ==1. maj 2025== med ==3== timer om måneden.")
    pen.table([["Nr.", "Emne"], ["1", ""], ["2", ""], ["3", ""]])
    pen.p("Botilbuddets kontaktperson: ==Anne Jensen==, ==afdelingsleder==, tlf. ==12 34 56 78==")
    pen.p("Lægens kontaktperson: ==Per Hansen==, ==praksismanager==, e-mail ==ph@eksempel.dk==")
    pen.p("Opsigelse sker med ==tre== måneders varsel.")
    pen.p("==Rebild, den 1. april 2025==")
    return pen.bytes()


def ikast() -> bytes:
    """Write a termination from the home with brackets in capitals and a reference of the office."""
    pen = Pen()
    pen.p("[NAVN PÅ PRAKSIS]")
    pen.p("[ADRESSE]")
    pen.p("J.nr. [JOURNALNUMMER]")
    pen.p("[DATO]")
    pen.h("Opsigelse af samarbejdsplan", 0)
    pen.p(
        "Vi opsiger hermed planen mellem [NAVN PÅ BOTILBUD] og [NAVN PÅ PRAKSIS] af [DATO FOR PLANENS INDGÅELSE]."
    )
    pen.p("I har modtaget opsigelsen den [DATO FOR MODTAGELSE]. Planen ophører derfor [OPHØRSDATO].")
    pen.p("Begrundelse: [FRITEKST]")
    pen.p("Regionen får besked om, at timetallet på [ANTAL] timer bortfalder.")
    pen.p("Venlig hilsen")
    pen.p("[UNDERSKRIVERS NAVN OG TITEL]")
    pen.p("[BOTILBUDDETS NAVN]")
    return pen.bytes()


ALLE = {each.__name__: each for each in (greve, skive, vejen, tonder, odder, nyborg, rebild, ikast)}
DOKUMENT = {"skive": "orientering", "ikast": "opsigelse", "nyborg": "kontrakt"}
