"""What comes out of an imported document, read as the one who signs it: with every fact, and without those that a home may lack."""

from __future__ import annotations

import datetime
import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from botilbudlaege import (
    Botilbud,
    Kontaktperson,
    MissingInformation,
    Praksis,
    Samarbejdsplan,
    load,
    render,
)
from botilbudlaege.begreber import Aftalepart
from botilbudlaege.errors import BotilbudlaegeError, DataError
from botilbudlaege.packs.importing._import import import_template
from botilbudlaege.packs.leftovers import _stumps
from tests.packs.importing import laest, rodet_word
from tests.packs.importing.word import Pen, control, merge, tick

if TYPE_CHECKING:
    from botilbudlaege.packs.importing._report import Imported

FULL = Path(__file__).parents[3] / "docs" / "examples" / "aeblehaven.toml"
SLET = {"vejledning": "slet", "kommentar": "slet", "fælles klausul": "nej"}


def thin(**facts: str) -> Samarbejdsplan:
    """Give a plan of which only what a final needs is known, and these facts of the home."""
    home = Kontaktperson(navn="Karen Bro", telefon="87 11 22 33")
    practice = Kontaktperson(navn="Nina Falk", telefon="98 11 22 33")
    return Samarbejdsplan(
        botilbud=Botilbud(navn="Lyngbakken", kontaktperson=home, **facts),
        praksis=Praksis(laeger=("Nina Falk",), kontaktperson=practice),
        aftalepart=Aftalepart.BOTILBUD,
        timer_pr_maaned=2,
        ikrafttraeden=datetime.date(2025, 7, 1),
        moedeaftaler=(),
    )


def imported(
    content: bytes, folder: Path, kind: str = "samarbejdsplan", others: dict[str, str] | None = None
) -> Imported:
    """Import, take what is proposed, and import again; `others` are answers to the rows that ask what is left over."""
    source = folder / "skabelon.docx"
    source.write_bytes(content)
    import_template(source, folder / "syddanmark", document=kind)
    path = next((folder / "syddanmark").glob("forslag*.json"))
    proposal = json.loads(path.read_text(encoding="utf-8"))
    for row in proposal["steder"]:
        own = "ja" if row["forslag"] and " eller " not in row["forslag"] else "slet"
        row["svar"] = (others or {}).get(
            row["nr"], own if row["nr"].isdecimal() else SLET.get(row["slags"], "")
        )
    path.write_text(json.dumps(proposal, ensure_ascii=False), encoding="utf-8")
    return import_template(source, folder / "syddanmark", document=kind)


def lines(made: Imported, plan: Samarbejdsplan | None = None) -> list[str]:
    """Give the lines of a final, the blanks of a row as one."""
    subject = thin() if plan is None else plan
    text = render(subject, pack=made.pack).text
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def pen_of(*paragraphs: str | list[list[str]]) -> Pen:
    """Write a small document of paragraphs and tables, a heading with `#` before it."""
    pen = Pen()
    for paragraph in paragraphs:
        if isinstance(paragraph, list):
            pen.table(paragraph)
        elif paragraph.startswith("#"):
            pen.h(paragraph.lstrip("# "))
        else:
            pen.p(paragraph)
    return pen


def of(folder: Path, *paragraphs: str | list[list[str]]) -> Imported:
    """Import a small document."""
    return imported(pen_of(*paragraphs).bytes(), folder)


# What is missing ----------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "without"),
    [
        # the day alone goes: the sentence names what the contract is about
        ("Parterne har den [dato for samarbejdsplanens indgåelse] indgået en samarbejdsplan, der er bilag 1.", "Parterne har indgået en samarbejdsplan, der er bilag 1."),
        ("Samarbejdsplanen af [dato for samarbejdsplanens indgåelse] er en del af aftalen. Den går forud.", "Samarbejdsplanen er en del af aftalen. Den går forud."),
        ("Aftalen bygger på samarbejdsplanen af den [dato for samarbejdsplanens indgåelse].", "Aftalen bygger på samarbejdsplanen."),
        ("Planen, der er fra [dato for samarbejdsplanens indgåelse], gælder i øvrigt uændret.", "Planen gælder i øvrigt uændret."),
        ("Vi ændrer planen, som vi indgik den [dato for samarbejdsplanens indgåelse], og som gælder nu.", "Vi ændrer planen, som vi indgik, og som gælder nu."),
        # what is only about the fact goes with it
        ("Planen er indgået den [dato for samarbejdsplanens indgåelse].", ""),
        ("Botilbuddet har [antal beboere] beboere.", ""),
        ("Mellem [botilbuddets navn], CVR-nr. [botilbuddets CVR-nr.], er der aftalt dette.", "Mellem Lyngbakken er der aftalt dette."),
        ("Ydernr. [lægens ydernummer]", ""),
        ("P-nr. [botilbuddets p-nummer] CVR-nr. [botilbuddets CVR-nr.]", ""),
        ("Botilbuddet [botilbuddets navn] (P-nr. [botilbuddets p-nummer]) er med.", "Botilbuddet Lyngbakken er med."),
        ("[botilbuddets postnr.] [botilbuddets by]", ""),
        ("Telefonen er [telefon til botilbuddets kontaktperson], og mailen er [e-mail til botilbuddets kontaktperson].", "Telefonen er 87 11 22 33."),
    ],
)  # fmt: skip
def test_what_is_missing_takes_no_agreement_with_it(sentence: str, without: str, tmp_path: Path) -> None:
    """Nor does it leave a comma, a label or an empty line."""
    made = of(tmp_path, "Begyndelsen.", sentence, "Slutningen.")

    assert (made.errors, made.proof.differences) == (0, ())
    assert lines(made) == ["Begyndelsen.", *([without] if without else []), "Slutningen."]
    assert "\n\n\n" not in render(thin(), pack=made.pack).text


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    [
        "Botilbuddet orienterer [regionens navn] om planen.",
        "Lægen skal rådgive de [antal beboere] beboeres personale.",
        "Under dato den [dato for samarbejdsplanens indgåelse] er planen aftalt.",
        # the words of another fact do not go with one
        "Vi har fast læge, nemlig [lægens navn] fra [lægehusets adresse].",
    ],
)
def test_a_sentence_that_binds_is_never_left_out(sentence: str, tmp_path: Path) -> None:
    """A final without its fact is refused, and the row says so before anybody answers."""
    made = of(tmp_path, sentence, "Slutningen.")

    assert any("afvises" in row.missing for row in made.rows)
    with pytest.raises(MissingInformation):
        render(thin(), pack=made.pack)


@pytest.mark.slow
def test_labels_in_cells_and_headings_go_with_their_facts(tmp_path: Path) -> None:
    """A row goes as a whole, a label alone where its row stays, and a heading under which nothing is left."""
    made = of(
        tmp_path,
        [
            ["Navn", "[botilbuddets navn]", "P-nr.", "[botilbuddets p-nummer]"],
            ["Adresse", "[botilbuddets adresse]", "CVR-nr.", "[botilbuddets CVR-nr.]"],
            ["2.", "Beboere", "[antal beboere]", ""],
        ],
        [["Ydernummer", "[lægens ydernummer]"]],
        "# Lægens adresse",
        "[lægens adresse]",
        "# Start",
        "Planen gælder fra den [dato for ikrafttræden].",
    )

    assert (made.errors, made.proof.differences) == (0, ())
    assert lines(made) == ["Navn Lyngbakken", "Start", "Planen gælder fra den 1. juli 2025."]
    whole = lines(made, load(FULL))
    assert "Adresse Frugtvej 12, 8660 Skanderborg CVR-nr. 38990608" in whole
    assert whole[-4:] == [
        "Lægens adresse",
        "Søgade 3, 1. sal, 8660 Skanderborg",
        "Start",
        "Planen gælder fra den 1. april 2025.",
    ]
    assert lines(made, thin(cvr="38990608"))[1] == "CVR-nr. 38990608"


@pytest.mark.slow
def test_where_somebody_signs_the_label_stays(tmp_path: Path) -> None:
    """The name of who signs may be missing; where to sign may not: a heading stood over nothing, and then went too."""
    made = of(
        tmp_path,
        "# Underskrift",
        "For botilbuddet: [navn på den, der underskriver for botilbuddet]      For lægen: [navn på den, der underskriver for lægen]",
    )

    assert lines(made) == ["Underskrift", "For botilbuddet: For lægen:"]


@pytest.mark.slow
def test_a_list_of_nothing_but_what_may_be_missing_stays_in_word(tmp_path: Path) -> None:
    """It has no words for a clause to begin with, and an import of it ended in a traceback."""
    pen = pen_of("Begyndelsen.", "# Oplysninger")
    pen.p("Botilbuddets P-nummer er [botilbuddets p-nummer].", "List Bullet")
    pen.p("Botilbuddets CVR-nummer er [botilbuddets CVR-nr.].", "List Bullet")
    pen.h("Slut")
    pen.p("Slutningen.")

    made = imported(pen.bytes(), tmp_path)

    assert (made.errors, made.proof.differences) == (0, ())
    assert lines(made) == ["Begyndelsen.", "Slut", "Slutningen."]
    assert "Botilbuddets P-nummer er 1023456789." in lines(made, load(FULL))


@pytest.mark.slow
def test_boxes_of_which_none_would_be_ticked_go(tmp_path: Path) -> None:
    """In what is signed they would be a question nobody answered."""
    made = of(
        tmp_path, "Først.", f"Botilbuddet er {tick()} kommunalt {tick()} regionalt {tick()} privat", "Sidst."
    )

    assert lines(made) == ["Først.", "Sidst."]
    assert lines(made, load(FULL))[1] == "Botilbuddet er ☐ kommunalt ☐ regionalt ☒ privat"


# What is said already -----------------------------------------------------------------------------------


@pytest.mark.slow
def test_nothing_is_said_twice(tmp_path: Path) -> None:
    """The law has its own sign, a mail its own domain, and a municipality is called one."""
    made = of(
        tmp_path,
        "Botilbuddet er oprettet efter § [lovgrundlag] i serviceloven.",
        "Kontaktperson på botilbuddet: [navn], tlf. [telefon], mail xx@botilbud.dk",
        "Botilbuddet ligger i ==Hobro Kommune==.",
        "Lægen giver ______ (2 eller 3) timers rådgivning om måneden.",
    )

    assert lines(made, load(FULL)) == [
        "Botilbuddet er oprettet efter servicelovens § 108.",
        "Kontaktperson på botilbuddet: Ida Holm, tlf. 86 12 34 56, mail ida.holm@aeblehaven.example",
        "Botilbuddet ligger i Skanderborg Kommune.",
        "Lægen giver 2 timers rådgivning om måneden.",
    ]


# What is left over --------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", laest.ALLE)
def test_the_old_home_and_the_guidance_never_reach_a_final_without_an_answer(
    name: str, tmp_path: Path
) -> None:
    """Unanswered they stand in brackets and are errors; answered, the pack has none."""
    kind, content = laest.DOKUMENT.get(name, "samarbejdsplan"), laest.ALLE[name]()
    made = imported(content, tmp_path, kind, dict.fromkeys(("V1", "V2", "E1", "E2"), ""))
    others = [row.number for row in made.left]

    assert (made.proof.differences, made.proof.parts) == ((), ())
    if others:
        with pytest.raises(BotilbudlaegeError):
            render(load(FULL) if kind == "samarbejdsplan" else _subject(kind), pack=made.pack)


def _subject(kind: str) -> object:
    return load(FULL.with_name(f"{kind}.toml"))


@pytest.mark.slow
def test_the_old_homes_name_becomes_the_new_ones(tmp_path: Path) -> None:
    """Yes to a row of an example puts the field in; no lets the words stand in every document."""
    pen = Pen()
    pen.header("SOLBAKKEN", logo=False)
    pen.h("Samarbejdsplan for Solbakken", 0)
    pen.p("Botilbuddet ==Solbakken== og lægen [lægens navn] har aftalt dette.")
    pen.p("Solbakkens leder er med til møderne. Skriv til os på post@kommunen.dk.")

    made = imported(pen.bytes(), tmp_path, others=dict.fromkeys(("E1", "E2", "E4"), "ja") | {"E3": "nej"})

    assert (made.errors, made.left, made.proof.differences) == (0, (), ())
    assert lines(made) == [
        "Samarbejdsplan for Lyngbakken",
        "Botilbuddet Lyngbakken og lægen Nina Falk har aftalt dette.",
        "Lyngbakkens leder er med til møderne. Skriv til os på post@kommunen.dk.",
    ]


@pytest.mark.slow
def test_the_same_fact_twice_in_a_sentence_is_told(tmp_path: Path) -> None:
    """The home as its own doctor: two crosses that were both taken for its name."""
    made = imported(
        pen_of("Plan mellem [navn] og [navn].").bytes(),
        tmp_path,
        others=dict.fromkeys("12", "plan.botilbud.navn"),
    )

    (told,) = [each for each in made.findings if each.code == "same-fact-twice"]
    assert told.message == "Nr. 1 og nr. 2 i samme sætning er begge navn på botilbud."


@pytest.mark.slow
def test_a_line_of_a_paragraph_goes_alone(tmp_path: Path) -> None:
    """Lines that are parted within a paragraph: one without its fact, one that is to be deleted."""
    pen = pen_of(
        f"Botilbud: [botilbuddets navn]\nCVR-nr.: [botilbuddets CVR-nr.]\nSagsnr.: {merge('Sagsnr')}\nSlut."
    )

    made = imported(pen.bytes(), tmp_path, others={"3": "slet afsnittet"})

    assert lines(made) == ["Botilbud: Lyngbakken", "Slut."]


@pytest.mark.slow
def test_nothing_of_who_wrote_the_file_travels(tmp_path: Path) -> None:
    """Neither into the pack, which is handed on, nor into a document: the old home's name was its title."""
    made = imported(laest.gammelt_hjem(), tmp_path, "kontrakt")

    properties = docx.Document(str(made.pack / "kontrakt.docx")).core_properties
    told = [
        properties.author,
        properties.subject,
        properties.keywords,
        properties.comments,
        properties.category,
    ]
    assert (properties.title, [each for each in told if each]) == (
        "Kontrakt om fast tilknyttet læge på botilbud",
        [],
    )


@pytest.mark.slow
def test_an_answer_for_a_tracked_change_is_none_for_a_place(tmp_path: Path) -> None:
    """It took the words away without a word."""
    with pytest.raises(DataError) as refused:
        imported(laest.prosa(), tmp_path, "kontrakt", {"1": "godkend"})

    assert "kun til en registreret ændring" in str(refused.value)


# Occasions ----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_letter_says_only_what_its_occasion_is(tmp_path: Path) -> None:
    """A plan that is made was told to be ended as well; unanswered, no letter is final."""
    pen = Pen()
    pen.h("Orientering om [botilbuddets navn]", 0)
    pen.p("Vi har indgået en samarbejdsplan med [lægens navn].")
    pen.p("Timetallet i planen er ændret fra [tidligere timetal] til [timetal] timer.")
    pen.h("Opsagt plan")
    pen.table([["Sidste dag", "[sidste dag]"], ["Læge", "[lægens navn]"]])
    pen.h("Kontakt")
    pen.p("Spørg [navn på botilbuddets kontaktperson].")
    letter = load(FULL.with_name("orientering.toml"))
    bare = tmp_path / "uden"
    bare.mkdir()

    asked = imported(pen.bytes(), bare, "orientering", dict.fromkeys(("A1", "A2", "A3"), ""))
    with pytest.raises(BotilbudlaegeError):
        render(letter, pack=asked.pack)
    made = imported(pen.bytes(), tmp_path, "orientering", dict.fromkeys(("A1", "A2", "A3"), "ja"))

    assert (made.errors, made.left, made.proof.differences) == (0, (), ())
    assert [line for line in render(letter, pack=made.pack).text.splitlines() if line.strip()] == [
        "Orientering om Æblehaven",
        "Vi har indgået en samarbejdsplan med Lægerne ved Søen.",
        "Kontakt",
        "Spørg Ida Holm.",
    ]


@pytest.mark.slow
def test_a_letter_for_one_occasion_is_an_error(tmp_path: Path) -> None:
    """The pack has no other for the other two."""
    pen = pen_of("Planen om [botilbuddets navn] er opsagt.", "Lægen er [lægens navn].")

    made = imported(pen.bytes(), tmp_path, "orientering")

    assert [each.code for each in made.findings if each.severity == "error"] == ["one-occasion"]


# What is deleted ----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_words_that_lead_to_what_is_deleted_are_told_and_can_go_with_it(tmp_path: Path) -> None:
    """A label over nothing is a warning with the answer that takes it along; the whole paragraph or row goes then."""
    folder = tmp_path / "svar"
    folder.mkdir()
    paragraphs = (
        f"Sagsnr.: {merge('Sagsnr')}",
        f"Kære {merge('Fornavn')}",
        f"Det første møde er den {merge('Moede')}.",
        f"Rådgivningen {merge('Ord')} foregår på botilbuddet.",
        [["Navn", "[botilbuddets navn]"], ["Forvaltning", merge("Forvaltning")]],
    )

    made = of(tmp_path, *paragraphs)
    told = [each for each in made.findings if each.code == "words-left-over"]

    assert [(each.message.split("»")[1].strip("«."), each.remedy.split(" ved ")[0]) for each in told] == [
        ("Sagsnr.:", "Skal de også væk, så svar slet afsnittet"),
        ("Kære", "Skal de også væk, så svar slet afsnittet"),
        ("Det første møde er den", "Skal de også væk, så svar slet afsnittet"),
        ("Forvaltning", "Skal de også væk, så svar slet rækken"),
    ]
    pen = pen_of(*paragraphs)
    whole = {
        "1": "slet afsnittet",
        "2": "slet afsnit",
        "3": "slet afsnittet.",
        "4": "slet",
        "6": "slet rækken",
    }
    made = imported(pen.bytes(), folder, others=whole)
    assert (made.errors, made.left, made.proof.differences) == (0, (), ())
    assert [each for each in made.findings if each.code == "words-left-over"] == []
    assert lines(made) == ["Rådgivningen foregår på botilbuddet.", "Navn Lyngbakken"]


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("Sagsbehandler: ", ", tlf. ", "Sagsbehandler:"),
        ("Sagsbehandler: Bo, tlf. ", "", "tlf."),
        ("Dok.nr. ", "   Side 1", "Dok.nr."),
        ("et nyt møde inden ", " dage.", "et nyt møde inden"),
        ("ved Bo Lind, ", "", "ved Bo Lind,"),
        ("Botilbuddet (", ")", "()"),
        ("Møderne ligger på en ", ".", "Møderne ligger på en"),
        ("", " / Æblehaven / Lægen", "/"),
        ("Planen ", " gælder.", ""),
        ("", " gælder.", ""),
        ("Botilbuddet hedder Æblehaven. ", "", ""),
    ],
)
def test_what_leads_to_nothing_is_a_stump(before: str, after: str, left: str) -> None:
    """A label, a preposition, a comma, brackets; words that read without the place are none."""
    assert _stumps.stump(before, after) == left


@pytest.mark.slow
def test_a_fact_on_a_drawn_line_has_no_dots_after_it(tmp_path: Path) -> None:
    """The stop that drew its line goes; those between columns stay, and the line after a label begins where it stood."""
    sheet = rodet_word.Sheet(3)
    sheet.leader("Navn: \t \tYdernr.: \t", stops=(4500, 5000, 9500))
    sheet.p("Sagsnummer:\t\t................................")

    made = imported(
        sheet.bytes(),
        tmp_path,
        others={"1": "plan.botilbud.navn", "2": "plan.praksis.ydernummer", "3": "linje"},
    )

    stops = [
        [
            (each.get(qn("w:pos")), each.get(qn("w:leader")))
            for each in paragraph.iter(qn("w:tab"))
            if each.get(qn("w:pos"))
        ]
        for paragraph in docx.Document(str(made.pack / "samarbejdsplan.docx")).element.body.iter(qn("w:p"))
    ]
    assert stops[0] == [("5000", None)]
    assert [leader for _, leader in stops[1]] == [None, None, "underscore"]


# What nobody answered -----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    "paragraph",
    [
        "Botilbud: ______",
        "Lægen: NN",
        "N.N. er læge.",
        "Botilbud: ??",
        "Botilbud: XX",
        "Mail: xx@xx.dk",
        "Botilbuddet ligger på XXvej XX",
        "Botilbud: [●]",
        "Timer: [  ] 2 [  ] 3",
        "Botilbuddet hedder …, og der bor … mennesker. Lægen hedder ….",
        "Mellem (botilbuddets navn) og (lægens navn) og (dato)",
        "Botilbud: " + control("Navn", "Solhus", prompt=False),
        "Ring til os på 98 52 11 22.",
        "Timetallet er ændret fra x til x timer.",
    ],
)
def test_a_place_without_an_answer_is_never_final(paragraph: str, tmp_path: Path) -> None:
    """A blank, a sign for one, or the old home's name in a control: nothing else in the file's text told that it was one."""
    source = tmp_path / "skabelon.docx"
    source.write_bytes(pen_of("# Samarbejdsplan", paragraph).bytes())
    made = import_template(source, tmp_path / "syddanmark", document="samarbejdsplan")

    with pytest.raises(BotilbudlaegeError):
        render(load(FULL), pack=made.pack)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("nordfyn2", "12"),
        ("varde4", "13"),
        ("stevns2", "9"),
        ("notat", "a"),
        ("silkeborg2", "6"),
        ("kalundborg", "5"),
    ],
)
def test_a_template_without_answers_is_never_final(name: str, number: str, tmp_path: Path) -> None:
    """Of the rounds, those of which a final was made with all its blanks."""
    module = importlib.import_module(f"tests.packs.importing.usete.runde_{number}")
    kind = module.DOKUMENT.get(name, "samarbejdsplan")
    source = tmp_path / "skabelon.docx"
    source.write_bytes(module.ALLE[name]())
    made = import_template(source, tmp_path / "syddanmark", document=kind)

    with pytest.raises(BotilbudlaegeError):
        render(load(FULL) if kind == "samarbejdsplan" else _subject(kind), pack=made.pack)
