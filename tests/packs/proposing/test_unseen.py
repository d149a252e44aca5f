"""Layouts that were written before anybody looked at how they would be read: every round held to its key."""

from __future__ import annotations

import importlib
import tomllib
from typing import TYPE_CHECKING

import pytest
from docx.shared import RGBColor

from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.proposing import _cues, _places
from botilbudlaege.rendering.word import _refusals
from tests.packs.importing.keys import KEYS
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.proposing._places import Place

ROUNDS = sorted(path.stem for path in KEYS.glob("runde_*.toml"))
ENOUGH = 0.75


def places(content: bytes, kind: str = "samarbejdsplan") -> tuple[Place, ...]:
    """Find the places of a file."""
    return _places.places(_page.read(_refusals.open_template(content)), Dokument[kind.upper()])


def held_to_key(name: str) -> Iterator[tuple[str, Place, list[str]]]:
    """Give each place of a round with what its key has for it."""
    module = importlib.import_module(f"tests.packs.importing.usete.{name}")
    keys = tomllib.loads((KEYS / f"{name}.toml").read_text(encoding="utf-8"))
    assert list(keys) == list(module.ALLE)
    for template, make in module.ALLE.items():
        found = places(make(), module.DOKUMENT.get(template, "samarbejdsplan"))
        assert [place.words.strip() for place in found] == [words for words, *_ in keys[template]], template
        for place, (words, *fields) in zip(found, keys[template], strict=True):
            yield f"{template}: {words}", place, fields


def is_right(place: Place, fields: list[str]) -> bool:
    """Tell a proposal that the key has; one that asks may be of those that are only right as a question, or offer the right one."""
    value = place.proposal.value.partition(" | ")[0]
    asked = {f"?{value}", "?*", *(value.split(" eller ") if " eller " in value else ())}
    return value in fields or (not place.proposal.sure and bool(asked.intersection(fields)))


def test_there_are_rounds() -> None:
    """A folder that was moved would be held to nothing."""
    assert len(ROUNDS) > 5


@pytest.mark.slow
@pytest.mark.parametrize("name", ROUNDS)
def test_none_that_is_sure_is_wrong(name: str) -> None:
    """A wrong fact that nobody is asked about may be signed; of all, three of four are right, or asked with the right one among those offered."""
    held = list(held_to_key(name))
    right = [where for where, place, fields in held if is_right(place, fields)]

    assert [
        (where, place.proposal.value)
        for where, place, fields in held
        if place.proposal.sure and not is_right(place, fields)
    ] == []
    assert len(right) / len(held) >= ENOUGH


def proposed(pen: Pen, kind: str = "samarbejdsplan") -> dict[str, str]:
    """Give what is proposed for each place of a document, with a question mark before what is asked."""
    found = places(pen.bytes(), kind)
    return {
        f"{number} {place.words.strip()}": ("" if place.proposal.sure else "?") + place.proposal.value
        for number, place in enumerate(found, start=1)
    }


def of_paragraphs(
    *paragraphs: str, kind: str = "samarbejdsplan", table: list[list[str]] | None = None
) -> list[str]:
    """Give what is proposed, in order, for the places of a small document."""
    pen = Pen()
    for paragraph in paragraphs:
        pen.p(paragraph)
    if table:
        pen.table(table)
    return list(proposed(pen, kind).values())


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # a municipality that is a party, and one where the home is
        (("Kommune: ________ (i det følgende Kommunen)", "Botilbud: ________"), ["?plan.botilbud.kommune", "plan.botilbud.navn"]),
        (("Botilbud: ________", "Kommune: ________"), ["plan.botilbud.navn", "plan.botilbud.kommune"]),
        # the same fact twice, where the words do not say whose
        (("Planen gælder botilbuddet ________.", "________ fra botilbuddet og ________ fra lægehuset aftaler møderne."), ["?plan.botilbud.navn"] * 3),
        # a number of hours is nobody's name
        (("Fra den ____ 20____ kommer lægen ______ timer hver måned.",), ["?plan.ikrafttraeden", "plan.timer_pr_maaned"]),
        # who acts for a party, and who holds a position
        (("Lægen v/ [læge]",), ["?plan.praksis.betegnelse"]),
        # what a sentence spoke of before is not what is to stand
        (("Timetallet i planen mellem xxxxxx (botilbud) og xxxxxx (læge) ændres.",), ["?plan.timer_pr_maaned | timer", "?plan.praksis.betegnelse"]),
        # the words after a place lead to the next, and what follows one in doubt is in doubt
        (("Praksis er fra ________ fast tilknyttet læge på ________ beliggende ________.",), ["?plan.praksis.betegnelse", "?plan.praksis.laeger", "?plan.praksis.adresse.linje"]),
        # dots that lead to the blank, and a label after a gap
        (("BOTILBUD......: ________", "Fra: ________ Kommune      Dato: ________"), ["plan.botilbud.navn", "?plan.botilbud.kommune", "?"]),
        # questions over their lines, and not the next question under them
        (("Hvad hedder botilbuddet?", "________________", "Hvilket ydernummer har lægehuset?", "________________"), ["?plan.botilbud.navn", "?plan.praksis.ydernummer"]),
        # brackets that say what the line over them is for
        (("____________________", "(botilbuddets navn)", "____________________", "(ydernr.)"), ["plan.botilbud.navn", "plan.praksis.ydernummer"]),
        # who is greeted, and who is called
        (("Kære [lægens navn]",), ["?plan.praksis.betegnelse"]),
        (("Kontaktperson for lægen: [navn], [tlf]",), ["?plan.praksis.kontaktperson.navn", "?plan.praksis.kontaktperson.telefon"]),
        (("Kontaktperson for botilbuddet: [navn]",), ["plan.botilbud.kontaktperson.navn"]),
        # lines with a slash between are no date, and what stands under them says who signs
        (("______________________ / ______________________", "Botilbud / Læge"), ["linje", "linje"]),
        (("Dato: ________   Dato: ________   Dato: ________", "____________   ____________   ____________", "Kommunen               Botilbuddet               Lægen"), ["?"] * 3 + ["linje"] * 3),
        # a day and topics are two things
        (("Vi begynder med at tale om ____________________",), ["?plan.ikrafttraeden + plan.emner"]),
        # a sentence that says when something was signed, and facts after it
        (("Vedr.: Samarb.plan ml. ______ (bosted) og ______ (læge), underskr. d. ______",), ["plan.botilbud.navn", "?plan.praksis.betegnelse", "?"]),
        (("Underskrift: ________", "Startdato: ________", "Lægens ydernr.: ________"), ["?linje", "plan.ikrafttraeden", "plan.praksis.ydernummer"]),
        # a company of doctors owns no home, and a place in brackets after a line is its own
        (("lægeselskabet ________ (P-nr. ________)",), ["plan.praksis.betegnelse", "plan.botilbud.p_nummer"]),
        # three dots alone, where a file has no other blanks
        (("Bostedet hedder …, og der bor … mennesker. Lægens ydernr. er …. Vi begynder d. …",), ["plan.botilbud.navn", "?plan.botilbud.antal_beboere", "plan.praksis.ydernummer", "?plan.ikrafttraeden"]),
        # a place for each of two facts, and a party's word alone by a line at the end
        (("Botilbuddets CVR/P-nr.: __________ / __________",), ["?plan.botilbud.cvr + plan.botilbud.p_nummer", "?"]),
        (("Botilbud: ________", "Lægens ydernr.: ________", "Botilbuddet: ________     Lægen: ________"), ["plan.botilbud.navn", "plan.praksis.ydernummer", "?plan.botilbud.navn", "?plan.praksis.betegnelse"]),
        (("Lægens ydernr.: ________", "Driftsherre: ________  Botilbud: ________  Læge: ________"), ["plan.praksis.ydernummer", "?plan.botilbud.organisation.navn", "?plan.botilbud.navn", "?plan.praksis.betegnelse"]),
        (("Botilbud: ________  Læge: ________", "Lægens ydernr.: ________", "Startdato: ________"), ["plan.botilbud.navn", "plan.praksis.betegnelse", "plan.praksis.ydernummer", "plan.ikrafttraeden"]),
        # words over the first of the lines and none under the last are labels, and not captions of the line before
        (("Botilbuddets P-nummer", "____________________", "Botilbuddets adresse", "____________________", "Lægens ydernummer", "____________________"), ["plan.botilbud.p_nummer", "plan.botilbud.adresse.linje", "plan.praksis.ydernummer"]),
        # words under two lines, each in brackets, and what each of several has
        (("____________________   ____________________", "(sted og dato)      (underskrift, læge)"), ["linje", "linje"]),
        (("Lægerne bruger hver [antal] timer om måneden.",), ["?plan.timer_pr_maaned"]),
        # whom the one calls, is the other's; and who may sign on a line
        (("Til daglig ringer lægen til ________ på tlf. ________.",), ["?plan.botilbud.kontaktperson.navn", "?plan.botilbud.kontaktperson.telefon"]),
        (("Lægens ydernr.: ________", "____________________ (lægen)     ____________________ (Solbo)"), ["plan.praksis.ydernummer", "?plan.praksis.betegnelse", "?"]),
        (("Startdato: ________", "Kontakt på bostedet ________ tlf. ________", "Dato ________ Underskrift ________"), ["plan.ikrafttraeden", "plan.botilbud.kontaktperson.navn", "plan.botilbud.kontaktperson.telefon", "linje", "linje"]),
        (("Allonge aftalt: ________ (botilbud)   ________ (læge)",), ["?plan.botilbud.navn", "?plan.praksis.betegnelse"]),
        # brackets in a label are no place of their own; and the home's word after a contact is the home
        (("Samarbejdsplan af (dato): ________",), ["plan.indgaaet_den"]),
        (("Kontakt: <navn>", "Hilsen", "<botilbud>"), ["?plan.botilbud.kontaktperson.navn eller plan.praksis.kontaktperson.navn", "plan.botilbud.navn"]),
        # who is told to be the contact after the place, a day whose month is in letters, and hours to strike out
        (("På botilbuddet er ________ kontaktperson.",), ["plan.botilbud.kontaktperson.navn"]),
        (("Planen begynder den ____. ______________ 20____",), ["plan.ikrafttraeden"]),
        (("Timer pr. måned: 2 / 3 (streg det ene ud)",), ["?plan.timer_pr_maaned"]),
        # where a letter is written, and a label that ends in an abbreviation
        (("[lægehusets navn]", "[by], den [dato]"), ["plan.praksis.betegnelse", "?plan.praksis.adresse.by", "?plan.ikrafttraeden eller plan.indgaaet_den"]),
        (("____________________", "Ydernr."), ["plan.praksis.ydernummer"]),
        # a sentence of another agreement, a town that is no address's, and what somebody is called
        (("Planen er indgået mellem botilbuddet [navn] og lægen.", "Lægen har også en plan med botilbuddet [navn]."), ["plan.botilbud.navn", "?plan.botilbud.navn"]),
        (("Den tidligere plan med læge [navn] er ophørt.",), ["?plan.praksis.betegnelse"]),
        (("I ferier ringer botilbuddet til lægerne i [by].",), ["?plan.praksis.adresse.by"]),
        (("Vores botilbud hedder ________.", "Lægen ligger på ________."), ["plan.botilbud.navn", "plan.praksis.adresse.linje"]),
        # labels behind their blanks, over them by turns, and in columns of tabs; two of two parties in a line
        (("____________ : botilbuddets navn", "____________ = lægens ydernummer"), ["plan.botilbud.navn", "plan.praksis.ydernummer"]),
        (("Botilbuddets navn", "____________", "Lægens ydernummer", "____________"), ["plan.botilbud.navn", "plan.praksis.ydernummer"]),
        (("Botilbuddets navn", "____________", "Lægens ydernummer", "____________", "Skriv lægens ydernummer, som det står i sundhed.dk"), ["?plan.praksis.ydernummer", "?plan.praksis.ydernummer"]),
        (("____________", "Botilbuddets navn", "____________", "Lægens ydernummer"), ["plan.botilbud.navn", "plan.praksis.ydernummer"]),
        (("\tBotilbud\tLæge", "Navn\t____________\t____________"), ["plan.botilbud.navn", "plan.praksis.betegnelse"]),
        (("P-nr./ydernr.\t____________\t____________",), ["?plan.praksis.ydernummer", "?"]),
        # labels by tabs over lines by tabs, and words under lines by tabs
        (("Botilbuddets navn\tP-nr.", "____________\t____________"), ["plan.botilbud.navn", "plan.botilbud.p_nummer"]),
        (("____________\t____________", "Botilbuddets navn\tP-nr."), ["plan.botilbud.navn", "plan.botilbud.p_nummer"]),
        # a party's word that heads a list, and who signs by brackets
        (("Botilbuddet:", "Navn: ________", "P-nr.: ________"), ["plan.botilbud.navn", "plan.botilbud.p_nummer"]),
        (("Underskrift: [botilbud] / [læge]",), ["?", "?plan.praksis.betegnelse"]),
        (("Date of the previous plan: ________", "Underskrift: ________"), ["?linje", "linje"]),
        # heads by tabs over the lines of the parties, and a sentence before a line that is no signature's
        (("\tNavn\tAdresse\tKontaktperson", "Botilbud\t________\t________\t________"), ["plan.botilbud.navn", "plan.botilbud.adresse.linje", "plan.botilbud.kontaktperson.navn"]),
        (("Den person hos lægen, som botilbuddet kan henvende sig til, er: ________", "Dato: ________ For lægen: ________"), ["?linje", "linje", "linje"]),
        # who is reached, a home that is called by its street, and another home
        (("hos lægen: ________ tlf. ________", "Dato: ________ Underskrift: ________"), ["?linje", "?", "linje", "linje"]),
        (("Bostedet ==Søndergade 14== i byen.",), ["?plan.botilbud.adresse.vej"]),
        (("Botilbuddets navn: [navn]", "Beboerne fra botilbuddet [navn] flytter med."), ["plan.botilbud.navn", "?plan.botilbud.navn"]),
        # near a signature, what asks for something else; and the plan's own day, which is no line
        (("Mødet holdes første gang: ________", "Underskrevet: ________"), ["?linje", "linje"]),
        (("Botilbud: ________", "Plan underskrevet den: ________", "Lægens læge(r): ________"), ["plan.botilbud.navn", "plan.indgaaet_den", "plan.praksis.betegnelse"]),
        # a day that is known as the document is made is no line to write on
        (("- Fra: <dato>", "- Underskrevet: <dato>"), ["?linje", "?linje"]),
    ],
)  # fmt: skip
def test_thin_evidence_is_asked(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    """What one kind of layout had wrong and sure, in a few words."""
    assert of_paragraphs(*paragraphs) == expected


def test_a_document_that_is_filled_in_by_brackets_is_found_whole() -> None:
    """Three plain ones show the habit; those that only explain a word are none."""
    found = places_of(
        "Kære (lægens navn)",
        "Ring til (navn) på (telefon) eller skriv til (mail).",
        "Mødet er den (dato) hos os (botilbud) i huset (den gamle bygning).",
    )

    assert found == ["(lægens navn)", "(navn)", "(telefon)", "(mail)", "(dato)", "(botilbud)"]


def places_of(*paragraphs: str) -> list[str]:
    """List the words of the places of a small document."""
    pen = Pen()
    for paragraph in paragraphs:
        pen.p(paragraph)
    return [place.words for place in places(pen.bytes())]


@pytest.mark.parametrize(
    ("kind", "paragraph", "expected"),
    [
        ("allonge", "Botilbuddets kontaktperson er ________, tlf. ________.", ["?plan.botilbud.kontaktperson.navn", "?plan.botilbud.kontaktperson.telefon"]),
        ("allonge", "Ny kontaktperson på botilbuddet: ________ Tlf.: ________", ["allonge.ny_plan.botilbud.kontaktperson.navn", "?allonge.ny_plan.botilbud.kontaktperson.telefon"]),
        ("allonge", "Ny læge: ________", ["?allonge.ny_plan.praksis.betegnelse"]),
        ("allonge", "Timetallet sættes op fra ____ til ____ timer om måneden.", ["?plan.timer_pr_maaned | timer", "?allonge.ny_plan.timer_pr_maaned"]),
        ("opsigelse", "Brevet senest: ________", ["?opsigelse.modtaget"]),
        ("allonge", "Startdato: ________", ["?plan.ikrafttraeden"]),
        ("allonge", "Botilbuddets navn: ________   og så botilbuddets navn: ________", ["plan.botilbud.navn", "?plan.botilbud.navn"]),
        ("allonge", "Fra: [dato]", ["?allonge.gaelder_fra"]),
        ("allonge", "Timetal: [antal] timer pr. måned (hidtil [antal])", ["?allonge.ny_plan.timer_pr_maaned", "?plan.timer_pr_maaned | timer"]),
        ("allonge", "Aftalt den: [dato]   Underskrift: ________", ["?linje", "linje"]),
        ("allonge", "Planens startdato: ________", ["plan.ikrafttraeden"]),
        ("allonge", "Tillægget er underskrevet den ________ i to eksemplarer.", ["allonge.indgaaet_den"]),
        ("kontrakt", "Kontrakten er indgået den [dato].", ["?plan.indgaaet_den"]),
        ("kontrakt", "Samarbejdsplanen er indgået den [dato].", ["plan.indgaaet_den"]),
        ("orientering", "Ændret fra: ________", ["?orientering.tidligere_timer"]),
        ("opsigelse", "Får I først brevet efter den ________, bliver planens sidste dag den ________.", ["?", "?opsigelse.ophoersdato"]),
        ("opsigelse", "Navn på den, der opsiger: ________   Stilling: ________", ["?opsigelse.afsender", "?plan.botilbud.kontaktperson.titel eller plan.praksis.kontaktperson.titel"]),
    ],
)  # fmt: skip
def test_letters_and_amendments_ask_what_they_do_not_say(
    kind: str, paragraph: str, expected: list[str]
) -> None:
    """Old and new, one end and the other, a party and who signs for it."""
    assert of_paragraphs(paragraph, kind=kind) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # several labels in a cell are of its own column
        ([["Botilbud", "Læge"], ["Kontakt: ____\nTlf.: ____", "Navn: ____\nTlf.: ____"]], ["plan.botilbud.kontaktperson.navn", "plan.botilbud.kontaktperson.telefon", "plan.praksis.betegnelse", "?plan.praksis.kontaktperson.telefon"]),
        # a row of labels over a row of blanks, twice
        ([["Botilbuddets navn", "P-nr."], ["", ""], ["Lægens navn", "Ydernr."], ["", ""]], ["plan.botilbud.navn", "plan.botilbud.p_nummer", "plan.praksis.betegnelse", "plan.praksis.ydernummer"]),
        # one signs under "For botilbuddet"
        ([["For botilbuddet:", "For lægen:"], ["", ""]], []),
        # a name beside a telephone may be the contact's, where the home's own is asked for already
        ([["Botilbud", "[navn]"], ["Læge", "[navn]"], ["Botilbud", "[navn]"], ["", "Tlf. [tlf]"]], ["plan.botilbud.navn", "plan.praksis.betegnelse", "plan.botilbud.navn", "?plan.botilbud.kontaktperson.telefon"]),
        ([["Botilbud", "[navn]", ""], ["Hos botilbuddet", "[navn]", "[tlf]"]], ["plan.botilbud.navn", "?plan.botilbud.kontaktperson.navn eller plan.botilbud.navn", "?plan.botilbud.kontaktperson.telefon"]),
        # the label to the right of its blank, and one with a tick box
        ([["Nr.", "Udfyldes", "Oplysning"], ["1", "____", "Botilbuddets navn"], ["2", "____", "Ydernummer"]], ["plan.botilbud.navn", "plan.praksis.ydernummer"]),
        # who is called is not who calls, and a label before a blank is not its column's party
        ([["Den, lægen skal ringe til"], ["Navn: ________"], ["Mail: ________"]], ["?plan.botilbud.kontaktperson.navn", "?plan.botilbud.kontaktperson.email"]),
        ([["Udfyldes af botilbuddet", "Udfyldes af lægen"], ["Ring til os på ________", "Min klinik ligger på ________"]], ["?plan.botilbud.kontaktperson.navn", "?plan.praksis.adresse.linje"]),
        # each party has its own of two numbers
        ([["", "Botilbud", "Læge"], ["Navn", "", ""], ["CVR/ydernr.", "", ""]], ["plan.botilbud.navn", "plan.praksis.betegnelse", "plan.botilbud.cvr", "?plan.praksis.cvr + plan.praksis.ydernummer"]),
        # a list of meetings has hours and topics too, and so has one meeting with its time of the day; who fills in is no label
        ([["Dato", "Timer", "Emne"], ["[dato]", "[timer]", "[emne]"], ["[dato]", "[timer]", "[emne]"]], ["?plan.ikrafttraeden eller plan.indgaaet_den", "?plan.timer_pr_maaned | timer", "?liste plan.emner"] * 2),
        ([["Klokkeslæt", "Timer", "Emne"], ["[kl.]", "[timer]", "[emne]"]], ["?", "?plan.timer_pr_maaned | timer", "?liste plan.emner"]),
        ([["Udfyldes af botilbuddet", ""], ["Timer", ""], ["Udfyldes af regionen", ""], ["Startdato", ""]], ["plan.timer_pr_maaned | timer", "?plan.ikrafttraeden"]),
        # of two homes beside each other, nothing is said of which
        ([["", "Botilbud 1", "Botilbud 2"], ["Timer", "[timer]", "[timer]"]], ["?plan.timer_pr_maaned | timer"] * 2),
        # labels to the right, two in a row; under their boxes; and line by line in the cell beside
        ([["________", "Botilbuddets navn", "________", "P-nr."], ["________", "Lægens navn", "________", "Ydernr."]], ["plan.botilbud.navn", "plan.botilbud.p_nummer", "plan.praksis.betegnelse", "plan.praksis.ydernummer"]),
        ([["", ""], ["Botilbuddets navn", "P-nr."], ["", ""], ["Lægens navn", "Ydernr."]], ["plan.botilbud.navn", "plan.botilbud.p_nummer", "plan.praksis.betegnelse", "plan.praksis.ydernummer"]),
        ([["Botilbuddets navn\nP-nr.", "________\n________"]], ["plan.botilbud.navn", "plan.botilbud.p_nummer"]),
        # labels over their lines under heads of parties; the column alone said the name each time
        ([["Botilbud", "Læge"], ["Navn", "Navn"], ["____", "____"], ["P-nr.", "Adresse"], ["____", "____"]], ["plan.botilbud.navn", "plan.praksis.betegnelse", "plan.botilbud.p_nummer", "plan.praksis.adresse.linje"]),
        # what is the municipality's, and a number of doctors
        ([["Botilbuddets navn", "[navn]"], ["Kommunens CVR-nr.", "[cvr]"]], ["plan.botilbud.navn", "?plan.botilbud.organisation.cvr"]),
        ([["Læge", "____"], ["Antal læger i klinikken", "____"]], ["plan.praksis.betegnelse", "?"]),
        # whose heads say that people sign, however far down
        ([["Hvem", "Navn", "Underskrift"], ["Kommunen", "", "____"], ["Botilbuddet", "", "____"], ["Lederen", "", "____"], ["Lægen", "[navn]", "____"]], ["linje", "linje", "linje", "?plan.underskrivere.praksis", "linje"]),
        # each cell with its own label over its blank
        ([["Botilbuddets navn\n____", "Botilbuddets kommune\n____"], ["Planens startdato\n____", "Planens timetal\n____"]], ["plan.botilbud.navn", "plan.botilbud.kommune", "plan.ikrafttraeden", "plan.timer_pr_maaned | timer"]),
        # a postal town is no place to sign at
        ([["Bostedets navn", "____"], ["Postnr./sted", "____"], ["Antal beboere", "____"]], ["plan.botilbud.navn", "?", "plan.botilbud.antal_beboere"]),
    ],
)  # fmt: skip
def test_a_table_is_read_by_its_own_columns(table: list[list[str]], expected: list[str]) -> None:
    """What stands in the cell to the left is that cell's."""
    assert of_paragraphs(table=table) == expected


def test_what_explains_a_label_in_other_letters_is_no_part_of_it() -> None:
    """Unless it says whose it is."""
    pen = Pen()
    rows = (
        ("Ydernummer", "Seks cifre, se sundhed.dk"),
        ("P-nummer", "Ti cifre"),
        ("Kontaktperson", "Den hos lægen"),
    )
    table = pen.table([[label, ""] for label, _ in rows])
    for number, (_, told) in enumerate(rows):
        table.cell(number, 0).add_paragraph().add_run(told).italic = True

    assert list(proposed(pen).values()) == [
        "plan.praksis.ydernummer",
        "plan.botilbud.p_nummer",
        "plan.praksis.kontaktperson.navn",
    ]


def test_a_cell_with_a_drawn_blank_is_one_place() -> None:
    """Blanks that are underlined are no words, and the fact stood there twice."""
    pen = Pen()
    table = pen.table([["Lægens navn", ""], ["Startdato", ""]])
    for row in table.rows:
        row.cells[1].paragraphs[0].add_run(" " * 20).underline = True

    assert list(proposed(pen).values()) == ["plan.praksis.betegnelse", "plan.ikrafttraeden"]


def test_words_under_a_line_of_a_table_are_no_place() -> None:
    """The day in brackets says what is to be written over it."""
    table = [["____________", "____________"], ["Planen gælder fra (dato)", "Botilbuddets kommune"]]

    assert of_paragraphs(table=table) == ["plan.ikrafttraeden", "?plan.botilbud.kommune"]


def test_what_stands_under_a_heading_of_something_else_is_asked() -> None:
    """What was agreed before is no fact of this agreement, nor is what a strange heading asks for once more."""
    pen = Pen()
    for head, label in (
        ("Parter", "Botilbud"),
        ("Tidligere kontrakt", "Gældende fra"),
        ("Kontrakten", "Startdato"),
        ("Kvittering", "Botilbud"),
    ):
        pen.h(head)
        pen.p(f"{label}: [oplysning]")

    assert list(proposed(pen, "kontrakt").values()) == [
        "plan.botilbud.navn",
        "?plan.ikrafttraeden",
        "plan.ikrafttraeden",
        "?plan.botilbud.navn",
    ]


def test_what_a_line_over_a_table_says_was_before_is_asked() -> None:
    """Two tables that look alike, of which one is of the plan that the home had."""
    pen = Pen()
    for lead in ("Den nye plan:", "Den plan, botilbuddet havde før:"):
        pen.p(lead)
        pen.table([["Startdato", "________"], ["Timer pr. måned", "________"]])

    assert list(proposed(pen).values()) == [
        "plan.ikrafttraeden",
        "plan.timer_pr_maaned | timer",
        "?plan.ikrafttraeden",
        "?plan.timer_pr_maaned | timer",
    ]


def test_a_label_and_its_blank_may_be_one_paragraph_of_a_cell() -> None:
    """A line break parts them, as pages of the web have it; the cell to the left has its own."""
    pen = Pen()
    table = pen.table([["", ""]])
    for cell, label in zip(table.rows[0].cells, ("Botilbuddets navn", "Lægens ydernummer"), strict=True):
        cell.paragraphs[0].add_run(label).add_break()
        cell.paragraphs[0].add_run("________")

    assert list(proposed(pen).values()) == ["plan.botilbud.navn", "plan.praksis.ydernummer"]


def test_the_heading_of_a_letter_to_residents_is_not_whom_they_ask() -> None:
    """It tells of the doctor; the contact is the home's."""
    pen = Pen()
    pen.h("Din faste læge")
    pen.p("Spørg [kontaktpersonens navn].")

    assert list(proposed(pen, "informationsbrev").values()) == ["?plan.botilbud.kontaktperson.navn"]


def test_a_commission_has_its_own_region_and_day() -> None:
    """They are no plan's."""
    assert of_paragraphs("Region: [vælg]", "Godkendt den: [dato]", kind="kommissorium") == [
        "kommissorium.region",
        "kommissorium.dato",
    ]


def test_a_column_of_what_was_before_holds_no_fact_of_now() -> None:
    """A letter to the region has one fact of before, the hours."""
    table = [["", "Før", "Nu"], ["Timer pr. måned", "[tal]", "[tal]"], ["Gælder fra", "[dato]", "[dato]"]]

    assert of_paragraphs(table=table, kind="orientering") == [
        "?plan.timer_pr_maaned | timer",
        "?plan.timer_pr_maaned | timer",
        "?orientering.gaelder_fra",
        "?orientering.gaelder_fra",
    ]


def test_a_cell_that_goes_on_from_the_one_over_it_says_the_same() -> None:
    """A party at the left of several rows is that of each."""
    pen = Pen()
    table = pen.table(
        [["Læge", "Navn", ""], ["", "Adresse", ""], ["Botilbud", "Navn", ""], ["", "Adresse", ""]]
    )
    for first in (0, 2):
        table.cell(first, 0).merge(table.cell(first + 1, 0))

    assert list(proposed(pen).values()) == [
        "plan.praksis.betegnelse",
        "plan.praksis.adresse.linje",
        "plan.botilbud.navn",
        "plan.botilbud.adresse.linje",
    ]


def test_red_words_in_a_heading_are_a_sample_where_the_rest_is_not_red() -> None:
    """A heading that is red all over is so for its looks."""
    pen = Pen()
    for words in (("Fast læge på ", "Thurøbo"), ("", "Samarbejdsplan")):
        heading = pen.h(words[0])
        heading.add_run(words[1]).font.color.rgb = RGBColor(255, 0, 0)

    assert [place.words for place in places(pen.bytes())] == ["Thurøbo"]


def test_a_sample_that_looks_like_something_else_is_asked() -> None:
    """A word in small letters is nobody's name."""
    assert of_paragraphs("Botilbud: ==solsiden==") == ["?plan.botilbud.navn"]


@pytest.mark.parametrize(
    ("before", "after", "fits", "not_so"),
    [
        ("Lægen giver ", " timer om måneden", "plan.timer_pr_maaned", "plan.praksis.betegnelse"),
        ("Der bor ", " beboere", "plan.botilbud.antal_beboere", "plan.botilbud.navn"),
        ("Planen begynder den ", "", "plan.ikrafttraeden", "plan.botilbud.navn"),
        ("Ring til klinikken på tlf. ", "", "plan.praksis.kontaktperson.telefon", "plan.praksis.betegnelse"),
        ("Klinikkens ydernr.: ", "", "plan.praksis.ydernummer", "plan.praksis.cvr"),
    ],
)
def test_the_words_right_beside_a_place_leave_only_some_facts_open(
    before: str, after: str, fits: str, not_so: str
) -> None:
    """A number of hours is no name, and what follows "den" is a day; a label that follows is of the next place."""
    pen = Pen()
    pen.p(f"{before}________{after}")
    pen.p(f"{before}________   Timer: ________")
    whole, followed = (place.first for place in places(pen.bytes())[:2])

    assert not _cues.contradicts(whole, fits)
    assert _cues.contradicts(whole, not_so)
    assert not _cues.contradicts(followed, fits)
