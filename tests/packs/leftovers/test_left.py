"""What would be left over of a region's file in a contract: found where it is, and nothing that is the region's wording."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest
from docx.shared import RGBColor

from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.leftovers import _left
from botilbudlaege.rendering.word import _refusals
from tests.packs.importing import laest
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Iterable


def asked(content: bytes, kind: str = "samarbejdsplan") -> list[tuple[str, str, str]]:
    """Give what is asked about: its kind, its words, and what is proposed."""
    page = _page.read(_refusals.open_template(content))
    numbered = _left.numbered(page, Dokument[kind.upper()])
    return [
        (place.first.kind, place.words, place.proposal.value)
        for number, place in numbered.items()
        if not number.isdecimal()
    ]


def of(*paragraphs: str, kind: str = "samarbejdsplan") -> list[tuple[str, str]]:
    """Give what is asked about in a small document: the words, and what is proposed."""
    pen = Pen()
    for paragraph in paragraphs:
        pen.p(paragraph)
    return [(words, proposal) for _, words, proposal in asked(pen.bytes(), kind)]


# The data of an example ---------------------------------------------------------------------------------


def test_the_name_of_the_home_before_is_asked_about_where_it_still_stands() -> None:
    """In the title, in the header in capitals, with an s: the field that its example became is proposed."""
    pen = Pen()
    pen.header("SOLBAKKEN – samarbejdsplan", logo=False)
    pen.h("Samarbejdsplan for Solbakken", 0)
    pen.p("Botilbuddet ==Solbakken== har ==18== beboere, og Solbakkens personale får rådgivning.")

    assert asked(pen.bytes()) == [
        ("eksempel", "Solbakken", "plan.botilbud.navn"),
        ("eksempel", "Solbakken", "plan.botilbud.navn"),
        ("eksempel", "SOLBAKKEN", "plan.botilbud.navn"),
    ]


def test_a_plan_that_was_saved_filled_in_asks_about_its_title() -> None:
    """A round's own: the labels and their samples are places, and the title above has the same names."""
    module = importlib.import_module("tests.packs.importing.usete.runde_11")

    assert asked(module.ALLE["toender3"]()) == [
        ("eksempel", "Marskhuset", "plan.botilbud.navn"),
        ("eksempel", "Lægehuset i Højer", "plan.praksis.betegnelse"),
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # the town of an example where it is signed, whoever is called after it
        (("Botilbuddet ==Humlevænget== på ==Ørstedsgade 14, 5900 Rudkøbing==", "Rudkøbing, den [dato]"), [("Rudkøbing", "plan.botilbud.adresse.by")]),
        # a town, a telephone, a mail, a number and a day that nobody marked
        (("Botilbuddet ligger på XXvej XX, 2770 Kastrup.",), [("2770 Kastrup", "")]),
        (("Ring til Pia Jensen på 98 52 11 22 eller pia@solgaarden.dk.",), [("Pia Jensen", ""), ("98 52 11 22", ""), ("pia@solgaarden.dk", "")]),
        (("Kommunen har CVR-nr. 29189730.", "Planen er fra 14. april 2024."), [("29189730", ""), ("14. april 2024", "")]),
        (("Hobro, d. [dato]",), [("Hobro", "")]),
        (("Nykøbing Mors, den [dato]",), [("Nykøbing Mors", "")]),
        (("Kære Lars Toft", "Navn: Pia Jensen"), [("Lars Toft", ""), ("Pia Jensen", "")]),
        (("Vi finder en løsning for beboerne på Solgården.",), [("Solgården", "")]),
        # a cross that was to be filled in beside others
        (("Timetallet er ændret fra x til x timer pr. måned.",), [("x", "")]),
    ],
)  # fmt: skip
def test_what_is_somebodys_is_asked_about(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """It would stand in every contract, and be right in none but the first."""
    assert of(*paragraphs) == expected


def test_a_contract_that_was_saved_filled_in_is_asked_about_whole() -> None:
    """Nothing is marked, and no label says what is an example: every name, street, town, day, telephone and mail is asked."""
    found = of(
        "Samarbejdsplan mellem Botilbuddet Humlevænget og Lægehuset Rudkøbing",
        "Humlevænget er et botilbud på Ørstedsgade 14, 5900 Rudkøbing, og Bodil Krarup er sygeplejerske.",
        "På botilbuddet: Sanne Mortensen, tlf. 63516011, samo@langelandkommune.dk",
        "Mellem Skovly, Skovvej 2, er det aftalt. Skovly orienterer regionen fra den 1. maj 2025.",
        "Rudkøbing, den 14. april 2025",
        "Pernille Juhl\t\tJens Aagaard",
    )

    assert [words for words, _ in found] == [
        "Humlevænget",
        "Rudkøbing",
        "Humlevænget",
        "Ørstedsgade 14, 5900 Rudkøbing",
        "Bodil Krarup",
        "Sanne Mortensen",
        "63516011",
        "samo@langelandkommune.dk",
        "Skovly",
        "Skovvej 2",
        "Skovly",
        "1. maj 2025",
        "Rudkøbing",
        "14. april 2025",
        "Pernille Juhl",
        "Jens Aagaard",
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Ordningen trådte i kraft 1. januar 2025.",),
        ("Forhandlingsaftale mellem PLO og RLTN, Aftale25, teknisk rettet version, 11. september 2024.",),
        ("Lægen er fast tilknyttet læge efter servicelovens § 108.", "Fra den [dato] gælder planen."),
        ("Underskrevet den [dato]", "Aftalt den [dato]", "På den baggrund er det aftalt:"),
        ("Botilbuddet: [navn] (herefter »Botilbuddet«)", "For botilbuddet ______ (botilbud)"),
        ("Botilbuddet er omfattet af servicelovens § 108 (dato: se bilag 2025).",),
        ("Parterne kan vælge at mødes på video.", "Begge parter skriver under."),
        ("Husk og glemsel er ord.",),
        ("Møde den [dato] på [sted]", "Botilbuddet Planen gælder for", "Lægen: Kontaktperson Navn"),
        ("Kommunen ejer botilbuddet, CVR [cvr] (kommunen).",),
    ],
)
def test_the_regions_wording_is_not_asked_about(paragraphs: tuple[str, ...]) -> None:
    """Each question costs a reader something."""
    assert of(*paragraphs) == []


# Guidance -----------------------------------------------------------------------------------------------


def words(found: Iterable[tuple[str, str, str]]) -> list[str]:
    """Give the words of what is guidance, each with the proposal to delete it."""
    told = [each for each in found if each[0] == "vejledning"]
    assert {proposal for _, _, proposal in told} <= {"slet"}
    return [text for _, text, _ in told]


def test_guidance_is_asked_about_by_its_words_and_by_its_look() -> None:
    """Said, grey, in italics, in brackets after a place, and the stamp of a draft; a page's number stays."""
    assert words(asked(laest.vejledt())) == [
        "Vejledning: Udfyld felterne, og slet dette afsnit før udsendelse.",
        "Skriv det navn, botilbuddet har hos Socialtilsynet.",
        "(2 eller 3 timer)",
        "Bemærk! Timetallet følger antallet af beboere, se vejledningen på intranettet.",
        "Husk at orientere botilbuddet, hvis kontaktpersonen skifter.",
        "· UDKAST",
        "Skabelonen er godkendt i styregruppen den 3. marts 2025.",
    ]
    assert words(asked(laest.overskrevet())) == [
        "Altid den 1. i en måned",
        "Skriv 2 eller 3",
        "Helst en sygeplejerske",
        "Ikke en personlig mail",
        "Fra SBSYS",
    ]


def test_captions_are_asked_about_where_a_fact_stands_and_not_where_somebody_writes() -> None:
    """A street is explained under its place; "(navn)" under a line to sign on is what it says."""
    pen = Pen()
    pen.table(
        [["Adresse", "[botilbuddets vej]\n(Gade og nr.)"], ["CVR-nr.", "[botilbuddets CVR-nr.] (8 cifre)"]]
    )
    pen.p("Underskrift: ______________ (navn)")

    assert words(asked(pen.bytes())) == ["(Gade og nr.)", "(8 cifre)"]


def test_guidance_with_places_and_headings_of_who_fills_in_are_not_deleted_by_a_yes() -> None:
    """The one goes as a paragraph; the other is how a reader tells the home's facts from the doctor's."""
    pen = Pen()
    pen.h("A. Udfyldes af botilbuddet")
    pen.p("Navn: [botilbuddets navn]")
    pen.p("Udfyldes af sekretariatet: Modtaget den ____  Journalnr. ____")
    page = _page.read(_refusals.open_template(pen.bytes()))
    numbered = _left.numbered(page, Dokument.SAMARBEJDSPLAN)

    assert {number: place.proposal.value for number, place in numbered.items()} == {
        "1": "plan.botilbud.navn",
        "2": "slet afsnittet",
        "3": "slet afsnittet",
        "V1": "",
    }


def test_a_grey_heading_and_a_grey_letterhead_are_looks() -> None:
    """Only the text itself is asked about for being grey."""
    pen = Pen()
    grey = RGBColor(0x7F, 0x7F, 0x7F)
    for paragraph in (
        pen.header("Region Nordjylland, Patientforløb", logo=False),
        pen.h("Hvem vi er"),
        pen.p("Spørg gerne kontoret."),
    ):
        for run in paragraph.runs:
            run.font.color.rgb = grey

    assert words(asked(pen.bytes())) == ["Spørg gerne kontoret."]


# Occasions ----------------------------------------------------------------------------------------------


def test_a_letter_for_several_occasions_asks_which_paragraph_is_for_which() -> None:
    """By its words, or by the heading that it stands under; one that is about two is not asked, nor what only speaks of a plan."""
    assert of(
        "Vi har indgået en samarbejdsplan om fast læge.",
        "Timetallet i planen er ændret fra 2 til 3 timer.",
        "Planen er opsagt og ophører den [dato].",
        "Planen blev indgået sidste år og er nu opsagt.",
        "Kontaktpersonen er [navn].",
        kind="orientering",
    ) == [
        ("Vi har indgået en samarbejdsplan om fast læge.", "orientering.anledning = INDGAAET"),
        ("Timetallet i planen er ændret fra 2 til 3 timer.", "orientering.anledning = TIMETAL_AENDRET"),
        ("Planen er opsagt og ophører den [dato].", "orientering.anledning = OPSAGT"),
    ]
    module = importlib.import_module("tests.packs.importing.usete.runde_8")
    found = [
        words for kind, words, _ in asked(module.ALLE["albertslund"](), "orientering") if kind == "anledning"
    ]
    assert found == ["A. Ny plan", "B. Ændret timetal", "C. Opsagt plan"]


def test_a_letter_for_one_occasion_asks_nothing_of_its_paragraphs() -> None:
    """The whole is about it, which is told when it is answered."""
    assert of("Vi har indgået en samarbejdsplan.", "Planen er indgået med lægen.", kind="orientering") == []
    assert of("Vi har indgået en plan.", "Planen er opsagt i god tid.", kind="samarbejdsplan") == []
