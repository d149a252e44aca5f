"""The places of a region's own Word document, and the field proposed for each: counted against answer keys written first."""

from __future__ import annotations

import importlib
import tomllib
from typing import TYPE_CHECKING

import pytest

from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.proposing import _places
from botilbudlaege.rendering.word import _refusals
from tests.packs.importing.flere import FLERE
from tests.packs.importing.keys import KEYS, key_of, places
from tests.packs.importing.skabeloner import ALLE
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from collections.abc import Mapping

ENOUGH = 0.85
EARLY = sorted(path.stem for path in KEYS.glob("tidlig_*.toml"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Write the six templates once."""
    return {name: make() for name, make in ALLE.items()}


def plan_of(*paragraphs: str, table: list[list[str]] | None = None) -> dict[str, str]:
    """Propose for a small document: the words of each place with the field."""
    pen = Pen()
    for paragraph in paragraphs:
        pen.p(paragraph)
    if table:
        pen.table(table)
    found = places(pen.bytes())
    return {f"{place.words}": ("" if place.proposal.sure else "?") + place.proposal.value for place in found}


def proposed_for(kind: Dokument, *paragraphs: str, table: list[list[str]] | None = None) -> list[str]:
    """Propose for a small document of a kind, place for place; `?` before what is not sure."""
    pen = Pen()
    for paragraph in paragraphs:
        pen.p(paragraph)
    if table:
        pen.table(table)
    found = _places.places(_page.read(_refusals.open_template(pen.bytes())), kind)
    return [("" if place.proposal.sure else "?") + place.proposal.value for place in found]


# Counted ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALLE)
def test_every_placeholder_is_found_and_none_is_invented(name: str, files: Mapping[str, bytes]) -> None:
    """The words of the places are those of the answer key, in order."""
    found = [place.words for place in places(files[name], name)]

    assert found == [words for words, _ in key_of(name)]


@pytest.mark.slow
def test_most_proposals_are_right_and_those_that_are_not_say_so(files: Mapping[str, bytes]) -> None:
    """At least 85 of 100 are right as they stand in all six together and in each, and no wrong one is called sure."""
    shares = {}
    wrong_and_sure = []
    for name in ALLE:
        pairs = list(zip(places(files[name], name), key_of(name), strict=True))
        right = [place.proposal.value == field for place, (_, field) in pairs]
        shares[name] = sum(right) / len(right)
        wrong_and_sure += [
            (name, place.words)
            for place, (_, field) in pairs
            if place.proposal.value != field and place.proposal.sure
        ]

    assert wrong_and_sure == []
    assert {name: share for name, share in shares.items() if share < ENOUGH} == {}


@pytest.mark.slow
def test_other_templates_are_read_as_well() -> None:
    """Eleven in other habits: all places found, none invented, most proposals right, and no wrong one called sure."""
    total = right = 0
    wrong_and_sure = []
    for name, make in FLERE.items():
        key = tomllib.loads((KEYS / f"{name}.toml").read_text(encoding="utf-8"))["sted"]
        found = places(make(), name)
        assert [place.words for place in found] == [each["ord"] for each in key]
        for place, each in zip(found, key, strict=True):
            is_right = place.proposal.value.partition(" | ")[0] in [
                field.partition(" | ")[0] for field in each["felt"]
            ]
            total, right = total + 1, right + is_right
            wrong_and_sure += [(name, place.words)] if place.proposal.sure and not is_right else []

    assert wrong_and_sure == []
    assert right / total >= ENOUGH


@pytest.mark.slow
@pytest.mark.parametrize("name", EARLY)
def test_templates_of_many_kinds_are_read(name: str) -> None:
    """Eighty-five with keys written before anything was run: every place found, none invented, 85 of 100 right, none wrong and sure."""
    module = importlib.import_module(f"tests.packs.importing.usete.{name}")
    keys = tomllib.loads((KEYS / f"{name}.toml").read_text(encoding="utf-8"))
    total = right = 0
    wrong_and_sure = []
    for template, make in module.ALLE.items():
        kind = Dokument[module.DOKUMENT.get(template, "samarbejdsplan").upper()]
        found = _places.places(_page.read(_refusals.open_template(make())), kind)
        assert [place.words.strip() for place in found] == [each[0] for each in keys[template]], template
        for place, (words, *fields) in zip(found, keys[template], strict=True):
            value, sure = place.proposal.value.partition(" | ")[0], place.proposal.sure
            is_right = value in fields or (not sure and f"?{value}" in fields)
            total, right = total + 1, right + is_right
            wrong_and_sure += [(template, words, value)] if sure and not is_right else []

    assert wrong_and_sure == []
    assert right / total >= ENOUGH


# By what stands around --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paragraphs", "table", "proposed"),
    [
        (("Samarbejdet starter den [dato].",), None, {"[dato]": "plan.ikrafttraeden"}),
        (("Lægen giver [x] timer pr. måned.",), None, {"[x]": "plan.timer_pr_maaned"}),
        (("Omfang: [antal timer]",), None, {"[antal timer]": "plan.timer_pr_maaned | timer"}),
        (("Telefon: ________",), None, {"________": "?plan.botilbud.kontaktperson.telefon eller plan.praksis.kontaktperson.telefon"}),
        (("CVR: [cvr]",), None, {"[cvr]": "?plan.botilbud.cvr eller plan.praksis.cvr eller plan.botilbud.organisation.cvr"}),
        (("Lægens stedfortræder er [navn].",), None, {"[navn]": "?"}),
        (("Kommunen/organisationen: ______",), None, {"______": "?plan.botilbud.organisation.navn"}),
        (("Indgået mellem [kommune/organisation], som driver botilbuddet, og lægen.",), None, {"[kommune/organisation]": "?plan.botilbud.organisation.navn"}),
        (("Planen er mellem [organisationen eller kommunen] og lægen.",), None, {"[organisationen eller kommunen]": "?plan.botilbud.organisation.navn"}),
        (("Botilbuddet ligger i [botilbuddets kommune].",), None, {"[botilbuddets kommune]": "plan.botilbud.kommune"}),
        (("Se note [1] og bilag [A], jf. [sic].",), None, {}),
        (("Botilbuddets tandlæge: [navn]",), None, {"[navn]": "?"}),
        (("Regionens kontaktperson: [navn]",), None, {"[navn]": "?"}),
        (("Kontakt i klinikken: NN, tlf. xx xx xx xx",), None, {"NN": "plan.praksis.kontaktperson.navn", "xx xx xx xx": "plan.praksis.kontaktperson.telefon"}),
        ((), [["Part", "Navn", "Adresse"], ["Bosted", "……", "……"], ["Læge", "____", "____"]], {"……": "plan.botilbud.adresse.linje", "____": "plan.praksis.adresse.linje"}),
        (("Mødet varer 2 timer, og svar gives inden 3 måneder.",), None, {}),
        (("Opsiges med tre måneders varsel.",), None, {"tre": "plan.varsel_maaneder"}),
        ((), [["Kontaktperson på botilbuddet", "[fulde navn]"], ["Telefon", "[nr.]"], ["Antal beboere", "[antal]"], ["Mobil", "[tlf]"], ["Lægepraksis", "[navn]"]],
         {"[fulde navn]": "plan.botilbud.kontaktperson.navn", "[nr.]": "?plan.botilbud.kontaktperson.telefon", "[antal]": "plan.botilbud.antal_beboere",
          "[tlf]": "?plan.botilbud.kontaktperson.telefon", "[navn]": "plan.praksis.betegnelse"}),
        ((), [["Kontaktperson på botilbuddet", ""], ["Telefon", ""], ["Lægepraksis", ""]],
         {"(tom celle ved »Kontaktperson på botilbuddet«)": "plan.botilbud.kontaktperson.navn", "(tom celle ved »Telefon«)": "plan.botilbud.kontaktperson.telefon", "(tom celle ved »Lægepraksis«)": "plan.praksis.betegnelse"}),
        ((), [["", "Botilbud", "Læge"], ["Navn", "", ""]], {"(tom celle ved »Navn« under »Botilbud«)": "plan.botilbud.navn", "(tom celle ved »Navn« under »Læge«)": "plan.praksis.betegnelse"}),
        ((), [["BOTILBUD", ""], ["Navn", "____"], ["LÆGE", ""], ["Ydernr.", ""]], {"____": "plan.botilbud.navn", "(tom celle ved »Ydernr.«)": "plan.praksis.ydernummer"}),
        (("Botilbuddets navn:", "Startdato:", ""), None, {"(tomt efter »Botilbuddets navn:«)": "plan.botilbud.navn", "(tomt efter »Startdato:«)": "plan.ikrafttraeden"}),
        (("Aftalen omfatter følgende:", "Lægen rådgiver om sundhed.", "Emner:", "Medicin og kost.", "Dato:", "Underskrift:"), None, {}),
        (("Forstander ........ Tlf. ........", "Driftsherre ........ CVR ........"), None, {"........": "plan.botilbud.organisation.cvr"}),
        (("Mellem Fonden XXX, CVR-nr. XXXXXXXX, XXX-vej XX, XXXX XXXXX (herefter organisationen)",), None,
         {"XXX": "?plan.botilbud.organisation.navn", "XXXXXXXX": "?plan.botilbud.organisation.cvr", "XXX-vej XX": "plan.botilbud.organisation.adresse.vej", "XXXX": "plan.botilbud.organisation.adresse.postnr", "XXXXX": "plan.botilbud.organisation.adresse.by"}),
        ((), [["", "Botilbud", "Kommune"], ["Kontaktperson", "", ""]],
         {"(tom celle ved »Kontaktperson« under »Botilbud«)": "plan.botilbud.kontaktperson.navn",
          "(tom celle ved »Kontaktperson« under »Kommune«)": "?plan.botilbud.kontaktperson.navn eller plan.praksis.kontaktperson.navn"}),
        (("Lægen honoreres for [antal] timer.",), None, {"[antal]": "?plan.timer_pr_maaned"}),
        (("Hvem bestiller lokale? ☐ botilbuddet",), None, {"☐": "?plan.aftalepart = BOTILBUD"}),
        (("For botilbuddet", "Navn: [navn]", "Titel: [titel]", "Underskrift: ______"), None, {"[navn]": "?plan.underskrivere.botilbud", "[titel]": "?", "______": "linje"}),
    ],
)  # fmt: skip
def test_a_field_is_proposed_by_what_stands_around(
    paragraphs: tuple[str, ...], table: list[list[str]] | None, proposed: dict[str, str]
) -> None:
    """By label, row, column and sentence; what could be either party's is proposed for both, what nobody has for none."""
    assert plan_of(*paragraphs, table=table) == proposed


def test_a_line_over_its_caption_is_one_to_sign_on() -> None:
    """The words under a line say what it is for."""
    assert plan_of("____________", "Dato og underskrift") == {"____________": "linje"}


def test_an_address_on_a_letter_is_of_the_one_named_over_it() -> None:
    """Whether its lines are paragraphs of a cell or broken in one paragraph."""
    plan, contact = "plan.praksis", "plan.botilbud.kontaktperson"
    lines = "[Klinikkens navn]\n[Adresse]\n[Postnr.] [By]"
    address = [f"{plan}.betegnelse", f"{plan}.adresse.vej", f"{plan}.adresse.postnr", f"{plan}.adresse.by"]
    beside = "[Botilbuddets navn]\nKontaktperson: [navn]\nTlf.: [nr.]"

    assert proposed_for(Dokument.OPSIGELSE, lines) == address
    assert proposed_for(Dokument.OPSIGELSE, table=[[lines, beside]]) == [
        *address,
        "plan.botilbud.navn",
        f"?{contact}.navn",
        f"?{contact}.telefon",
    ]


def test_a_line_over_its_caption_is_of_the_one_named_in_its_column() -> None:
    """A form whose rows are lines and their captions by turns, a party a column."""
    line = "____________"
    rows = [
        [line, line],
        ["Botilbuddets navn", "Lægehusets navn"],
        [line, line],
        ["Gade og nr.", "Gade og nr."],
        [line, line],
        ["P-nummer", "Ydernummer"],
    ]

    assert proposed_for(Dokument.SAMARBEJDSPLAN, table=rows) == [
        "plan.botilbud.navn",
        "plan.praksis.betegnelse",
        "plan.botilbud.adresse.vej",
        "plan.praksis.adresse.vej",
        "plan.botilbud.p_nummer",
        "plan.praksis.ydernummer",
    ]


def test_who_signs_a_termination_is_the_one_who_sends_it() -> None:
    """Unless it is said for whom: it is one party's letter."""
    assert proposed_for(Dokument.OPSIGELSE, "Med venlig hilsen", "", "[underskrift]", "[navn]") == [
        "linje",
        "?opsigelse.underskriver",
    ]
    assert proposed_for(Dokument.OPSIGELSE, "For botilbuddet", "Navn: [navn]", "Underskrift: ______") == [
        "?plan.underskrivere.botilbud",
        "linje",
    ]


def test_samples_are_known_by_each_other() -> None:
    """Names and codes of last year, marked yellow: a home's name alone, a person before a telephone, a kind of home."""
    proposed = proposed_for(
        Dokument.SAMARBEJDSPLAN,
        "Mellem ==Botilbuddet Humlevænget== og ==Lægehuset Havnen==.",
        "==Humlevænget== er et ==kommunalt== botilbud efter ==servicelovens § 108==.",
        "I lægehuset: ==Bodil Krarup==, ==sygeplejerske==, ==62 51 14 19==",
        "Vi ses på ==Solsiden==.",
    )

    assert proposed == [
        "?plan.botilbud.navn",
        "?plan.praksis.betegnelse",
        "?plan.botilbud.navn",
        "?plan.botilbud.driftsform",
        "?plan.botilbud.lovgrundlag",
        "?plan.praksis.kontaktperson.navn",
        "?plan.praksis.kontaktperson.titel",
        "?plan.praksis.kontaktperson.telefon",
        "?",
    ]


def test_lines_with_bullets_are_one_list() -> None:
    """A bullet or a number that is typed is no word."""
    assert plan_of("Emner:", "• ________", "• ________", "2. ________") == {
        "________\n________\n________": "liste plan.emner"
    }


def test_two_lines_in_a_row_have_the_two_things_that_are_asked_for_after_them() -> None:
    """In brackets after the last."""
    assert proposed_for(Dokument.SAMARBEJDSPLAN, "Botilbud: ________", "____ ________ (postnr., by)") == [
        "plan.botilbud.navn",
        "plan.botilbud.adresse.postnr",
        "plan.botilbud.adresse.by",
    ]


def test_whose_a_contact_is_is_asked_where_only_a_line_over_it_says_it() -> None:
    """The contacts of both often stand under the party that was named last; under a heading, or by their own words, they are known."""
    name, contact = "plan.praksis.betegnelse", "plan.praksis.kontaktperson.navn"

    assert proposed_for(Dokument.SAMARBEJDSPLAN, "Læge: ____", "Kontaktperson: ____") == [name, f"?{contact}"]
    assert proposed_for(Dokument.SAMARBEJDSPLAN, "**Læge**", "Navn: ____", "Kontaktperson: ____") == [
        name,
        contact,
    ]
    assert proposed_for(Dokument.SAMARBEJDSPLAN, "Læge: ____", "Lægens kontaktperson: ____") == [
        name,
        contact,
    ]


def test_a_contact_of_somebody_in_unknown_words_is_of_no_line_over_it() -> None:
    """Its label says whose it is, and nobody knows the words."""
    lines = ("Læge: ________", "Kontakt hovedkontor: ________   Tlf.: ________")
    named, reached = proposed_for(Dokument.SAMARBEJDSPLAN, *lines)[1:]

    assert named == "?plan.botilbud.kontaktperson.navn eller plan.praksis.kontaktperson.navn"
    assert reached == "?plan.botilbud.kontaktperson.telefon eller plan.praksis.kontaktperson.telefon"


def test_a_name_that_may_be_a_contacts_is_proposed_as_both() -> None:
    """A yes would take one of them unseen."""
    rows = [["Botilbud", "[navn]", ""], ["Hos botilbuddet", "[navn]", "[tlf]"]]

    assert proposed_for(Dokument.SAMARBEJDSPLAN, table=rows)[:2] == [
        "plan.botilbud.navn",
        "?plan.botilbud.kontaktperson.navn eller plan.botilbud.navn",
    ]


def test_a_position_is_asked_for_by_a_word_alone() -> None:
    """In a list of what is asked of somebody."""
    proposed = proposed_for(
        Dokument.SAMARBEJDSPLAN, "Botilbuddet udpeger som kontaktperson ________, stilling ________."
    )

    assert proposed == ["?plan.botilbud.kontaktperson.navn", "?plan.botilbud.kontaktperson.titel"]


def test_words_in_brackets_before_a_line_are_its_label() -> None:
    """They say what it is for, and are no place themselves."""
    line = "____________"

    assert list(plan_of(f"Udfyldt af (skriv navn og stilling) {line}")) == [line]


def test_heads_over_several_columns_are_of_each() -> None:
    """Labels and values of two parties beside each other, under a merged cell each."""
    pen = Pen()
    rows = [["Botilbud", "", "Læge", ""], ["Navn", "____", "Navn", "____"], ["Vej", "____", "Vej", "____"]]
    table = pen.table(rows)
    for column in (0, 2):
        table.cell(0, column).merge(table.cell(0, column + 1))

    assert [place.proposal.value for place in places(pen.bytes())] == [
        "plan.botilbud.navn",
        "plan.praksis.betegnelse",
        "plan.botilbud.adresse.vej",
        "plan.praksis.adresse.vej",
    ]


def test_an_empty_cell_beside_a_question_is_a_place() -> None:
    """Whether or not its words are known: somebody was to answer it."""
    rows = [["1", "Hvad hedder botilbuddet?", ""], ["2", "Hvem betaler?", ""], ["3", "Se bilaget", ""]]

    assert plan_of(table=rows) == {
        "(tom celle ved »Hvad hedder botilbuddet?«)": "?plan.botilbud.navn",
        "(tom celle ved »Hvem betaler?«)": "?",
    }


def test_guidance_after_a_line_says_whose_the_lines_under_it_are() -> None:
    """It is no running text."""
    line = "............"

    assert proposed_for(
        Dokument.SAMARBEJDSPLAN,
        f"{line} (botilbud)",
        f"{line} (vej og nr.)",
        f"{line} (lægehus)",
        f"{line} (vej og nr.)",
    ) == [
        "plan.botilbud.navn",
        "plan.botilbud.adresse.vej",
        "plan.praksis.betegnelse",
        "plan.praksis.adresse.vej",
    ]


def test_lines_over_whoever_signs_are_to_sign_on() -> None:
    """Beside a head of the home a doctor signs; a party's word alone under a line may be its name too."""
    line = "____________"
    signers = [[line, line], ["Botilbuddets leder", "Læge"]]

    assert proposed_for(Dokument.SAMARBEJDSPLAN, table=signers) == ["linje", "linje"]
    assert proposed_for(Dokument.SAMARBEJDSPLAN, table=[[line, line], ["Botilbud", "Læge"]]) == [
        "?plan.botilbud.navn",
        "?plan.praksis.betegnelse",
    ]


def test_a_date_is_known_by_what_was_done_on_it() -> None:
    """After it, in the same sentence, although the sentence goes on to the next place."""
    done = ("den [dato] har indgået aftale med [læge].", "parterne har den [dato] indgået aftale med [læge].")

    for sentence in done:
        assert proposed_for(Dokument.ORIENTERING, f"Vi orienterer om, at {sentence}")[0].lstrip("?") == (
            "plan.indgaaet_den"
        )


def test_a_number_in_brackets_is_a_place_where_the_file_has_its_places_so() -> None:
    """The words before it say which."""
    proposed = plan_of("Mellem (botilbuddets navn) og (lægehusets navn), ydernr. (nummer), fra (startdato).")

    assert proposed["(nummer)"] == "?plan.praksis.ydernummer"


def test_a_tab_between_a_label_and_its_line_is_no_column() -> None:
    """As most forms that are typed have it; a tab after a line begins a column."""
    lines = ("Botilbud\t:\t________", "Timer pr. måned:\t____\tStartdato:\t\t________", "Ydernr.\t________")

    assert proposed_for(Dokument.SAMARBEJDSPLAN, *lines) == [
        "plan.botilbud.navn",
        "plan.timer_pr_maaned",
        "plan.ikrafttraeden",
        "plan.praksis.ydernummer",
    ]


def test_a_party_under_the_label_of_both_is_itself() -> None:
    """The words of the places say which is which."""
    assert plan_of("Parter: [botilbud] og [lægepraksis]") == {
        "[botilbud]": "plan.botilbud.navn",
        "[lægepraksis]": "plan.praksis.betegnelse",
    }


def test_a_label_may_stand_over_its_line() -> None:
    """In a paragraph of its own, or before a line break."""
    lines = (
        "Startdato:",
        "____________",
        "Antal timer pr. måned:\n____________",
        "Ydernummer:",
        "",
        "____________",
    )

    assert proposed_for(Dokument.SAMARBEJDSPLAN, *lines) == [
        "plan.ikrafttraeden",
        "plan.timer_pr_maaned",
        "plan.praksis.ydernummer",
    ]


def test_a_number_is_nobodys_name() -> None:
    """Whatever the word before it names."""
    assert plan_of("Lægen møder på botilbuddet [antal] gange om året.") == {"[antal]": "?"}


def test_a_day_from_which_something_holds_is_asked_as_the_start() -> None:
    """Where nothing else is said of it, and a party's word stands near."""
    assert proposed_for(Dokument.SAMARBEJDSPLAN, "Lægen giver råd fra den ________.") == [
        "?plan.ikrafttraeden"
    ]


def test_a_doctor_named_beside_the_practice_is_one_of_its_doctors() -> None:
    """The words before the place say so, where its own say only that it is a name."""
    assert plan_of("Mellem læge [navn] fra [klinik] og [botilbud]")["[navn]"] == "?plan.praksis.laeger"


def test_a_party_and_what_it_has_are_both_asked_for() -> None:
    """A word that joins them makes the party's name one of the things."""
    assert plan_of("[botilbud og adresse]", "[botilbuddets adresse]", "[lægehus, ydernummer]") == {
        "[botilbud og adresse]": "?plan.botilbud.navn + plan.botilbud.adresse.linje",
        "[botilbuddets adresse]": "plan.botilbud.adresse.linje",
        "[lægehus, ydernummer]": "?plan.praksis.betegnelse + plan.praksis.ydernummer",
    }
