"""Read a living document back after LibreOffice: each edit told as what it is, and nothing told that is not so.

LibreOffice 7.4 keeps the words of a field, but neither the tags nor all ids of controls, changes the bound data of text fields only,
and drops all custom XML when it saves a file that it has saved before, or one with & in a bound value.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from openxml_audit import OpenXmlValidator

from botilbudlaege import (
    Aftalepart,
    DocumentError,
    Driftsform,
    Kontaktperson,
    Moedeaftale,
    Praksis,
    Samarbejdsplan,
    load,
    read,
    render,
)
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packs.conftest import Office

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]

SENTENCE = " Varslet regnes fra den dag, opsigelsen er kommet frem til den anden part."
FALSE_ALARM = "'bbPlcHdr' is not in"  # openxml-audit knows the kind of a prompt by another list

Told = tuple[str, str, str]
LOST: Told = ("remark", "store-lost", "")
WORDING: Told = ("error", "wording", "")


def changed(path: str) -> Told:
    """A fact that says something else, everywhere."""
    return "remark", "changed", path


def error(code: str, path: str) -> Told:
    """What needs a decision."""
    return "error", code, path


@attrs.frozen
class Case:
    """An edit, and what reading back must say.

    Args:
        edits: What is done, by the functions of edit_in_libreoffice.py.
        told: Severity, kind and path of each finding.
        facts: The facts that differ from what was issued, by path.
        words: Words that the findings must quote.
        ways: The formats that it is saved in.
        of: The document.
    """

    edits: list[list[Any]] = attrs.field(factory=list)
    told: list[Told] = attrs.field(factory=list, kw_only=True)
    facts: dict[str, Any] = attrs.field(factory=dict, kw_only=True)
    words: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    ways: tuple[str, ...] = attrs.field(default=("docx",), kw_only=True)
    of: str = attrs.field(default="plan", kw_only=True)


TWICE = ("docx", "docx")
HOME = {"botilbud.navn": "Bøgely"}
MAY = {"ikrafttraeden": datetime.date(2025, 5, 1)}
PRIVATE = {"botilbud.driftsform": Driftsform.PRIVAT}
EVERYWHERE = ["replace", "Æblehaven", "Bøgely"]

CASES: dict[str, Case] = {
    "saved": Case(),
    "saved twice": Case(ways=TWICE, told=[LOST]),
    "saved three times": Case(ways=(*TWICE, "docx"), told=[LOST]),
    "saved as .odt and back": Case(ways=("odt", "docx"), told=[LOST]),
    "saved as .doc and back": Case(ways=("doc", "docx"), told=[LOST]),
    # Facts
    "a name everywhere": Case([EVERYWHERE], told=[changed("botilbud.navn")], facts=HOME),
    "a name everywhere, saved twice": Case(
        [EVERYWHERE], ways=TWICE, told=[LOST, changed("botilbud.navn")], facts=HOME
    ),
    "a name everywhere, as .odt and back": Case(
        [EVERYWHERE], ways=("odt", "docx"), told=[LOST, changed("botilbud.navn")], facts=HOME
    ),
    "a name in the body alone": Case(
        [["type_over", "Æblehaven", "Bøgely", 2]],
        told=[error("conflict", "botilbud.navn")],
        facts=HOME,
        words=("»Æblehaven« (teksten, afsnit 1", "»Bøgely« (teksten, afsnit 4"),
    ),
    "a name with &": Case(
        [["replace", "Æblehaven", "Bøg & Eg"]],
        told=[LOST, changed("botilbud.navn")],
        facts={"botilbud.navn": "Bøg & Eg"},
    ),
    "another date in digits": Case(
        [["replace", "1. april 2025", "01-05-2025"]],
        told=[error("conflict", "ikrafttraeden")],  # Word puts what the data say in the text
        facts=MAY,
        words=("til »01-05-2025« (1. maj 2025), men dokumentets data har »1. april 2025«",),
    ),
    "another date in digits, saved twice": Case(
        [["replace", "1. april 2025", "1.5.2025"]],
        ways=TWICE,
        told=[LOST, changed("ikrafttraeden")],
        facts=MAY,
    ),
    "the same date in digits": Case([["replace", "1. april 2025", "01-04-2025"]]),
    "a date in words": Case(
        [["replace", "1. april 2025", "første maj"]],
        told=[error("invalid", "ikrafttraeden")],
        facts={"ikrafttraeden": None},
        words=("»første maj«", "Der stod »1. april 2025«"),
    ),
    "a date with words beside it": Case(
        [["replace", "1. april 2025", "1. april 2025 eller senere"]],
        told=[error("invalid", "ikrafttraeden")],
        facts={"ikrafttraeden": None},
    ),
    "hours": Case(
        [["type_over", "2", "3"], ["type_over", "2", "3"]],
        told=[changed("timer_pr_maaned")],
        facts={"timer_pr_maaned": 3},
    ),
    "hours at one place alone": Case(
        [["type_over", "2", "3", 1]],
        told=[error("conflict", "timer_pr_maaned")],
        facts={"timer_pr_maaned": 3},
    ),
    "hours that may not be agreed": Case(
        [["type_over", "2", "7"], ["type_over", "2", "7"]],
        told=[error("invalid", "timer_pr_maaned")],
        facts={"timer_pr_maaned": None},
    ),
    "a choice": Case(
        [["type_over", "kommunal", "privat"]],
        told=[error("conflict", "botilbud.driftsform")],
        facts=PRIVATE,
        words=("til »privat«, men dokumentets data har »kommunal«",),
    ),
    "a choice, saved twice": Case(
        [["type_over", "kommunal", "privat"]],
        ways=TWICE,
        told=[LOST, changed("botilbud.driftsform")],
        facts=PRIVATE,
    ),
    "a choice, as .odt and back": Case(
        [["type_over", "kommunal", "privat"]],
        ways=("odt", "docx"),
        told=[LOST, changed("botilbud.driftsform")],
        facts=PRIVATE,
    ),
    "a choice that is not in the list": Case(
        [["type_over", "kommunal", "kirkelig"]],
        told=[error("invalid", "botilbud.driftsform")],
        facts={"botilbud.driftsform": None},
        words=("»kirkelig«",),
    ),
    "an optional fact emptied": Case(
        [["type_over", "18", ""]],
        told=[changed("botilbud.antal_beboere"), ("remark", "outdated", "")],
        facts={"botilbud.antal_beboere": None},
    ),
    "a needed fact emptied": Case(
        [["type_over", "2", ""], ["type_over", "2", ""]],
        told=[error("missing", "timer_pr_maaned")],
        facts={"timer_pr_maaned": None},
    ),
    "a fact emptied from which others are worked out": Case(
        [["replace", "Æblehaven", ""]],
        told=[error("missing", "botilbud.navn"), error("missing", "botilbudssiden")],
        facts={"botilbud.navn": None},
    ),
    "words beside a name": Case(
        [["type_after", "Ida Holm", " (barsel)"]],
        told=[changed("botilbud.kontaktperson.navn")],
        facts={"botilbud.kontaktperson.navn": "Ida Holm (barsel)"},
    ),
    "words beside a number": Case(
        [["type_before", "18", "mindst "]],
        told=[error("invalid", "botilbud.antal_beboere")],
        facts={"botilbud.antal_beboere": None},
        words=("»mindst 18«",),
    ),
    "an item of a list": Case(
        [["type_over", "Kost og motion", "Søvn"]],
        told=[changed("emner[1]")],
        facts={"emner": ("Medicinhåndtering", "Søvn", "Tegn på akut sygdom")},
    ),
    "an item of a list deleted": Case(
        [["delete_paragraph", "Kost og motion"]],
        told=[error("missing", "emner[1]")],
        facts={"emner": ("Medicinhåndtering", "Tegn på akut sygdom")},
        words=("der stod »Kost og motion«",),
    ),
    "an item of a list added": Case(
        [["add_paragraph", "Kost og motion", "Søvn"]], told=[WORDING], words=("»Søvn« er tilføjet",)
    ),
    "an agreement deleted": Case(
        [["delete_paragraph", "Bliver lægen"]],
        told=[error("missing", "moedeaftaler[0].titel"), error("missing", "moedeaftaler[0].tekst")],
        facts={"moedeaftaler": ()},
    ),
    "a fact that is worked out from others": Case(
        [["type_over", "Frugtvej 12", "Frugtvej 14"]],
        told=[error("derived", "botilbud.adresse.linje")],
        words=("»Frugtvej 12, 8660 Skanderborg«",),
    ),
    # Text
    "a word of the text": Case(
        [["type_over", "to dele", "tre dele"]],
        told=[WORDING],
        words=("fra »Ordningen har to dele:« til »Ordningen har tre dele:«",),
    ),
    "a sentence deleted": Case([["type_over", SENTENCE, ""]], told=[WORDING], words=(SENTENCE,)),
    "a paragraph added": Case(
        [["add_paragraph", "Ordningen har to dele:", "Lægen får en fast plads."]],
        told=[WORDING],
        words=("»Lægen får en fast plads.« er tilføjet",),
    ),
    "a paragraph deleted": Case(
        [["delete_paragraph", "behandling af en konkret"]],
        told=[WORDING],
        words=("»behandling af en konkret beboer, nævnt ved navn eller ej« er slettet",),
    ),
    "a row deleted": Case(
        [["delete_row", "Opsigelse"]],
        told=[WORDING],
        words=("»Opsigelse | 3 måneders varsel til udgangen af et kvartal« er slettet",),
    ),
    "a row deleted whose facts stand elsewhere too": Case(
        [["delete_row", "Timetal"]], told=[WORDING], words=("»Timetal | 2 timer pr. måned« er slettet",)
    ),
    "a row added": Case(
        [["add_row", "Timetal", "Kørsel", "Lægen kører selv"]],
        told=[WORDING],
        words=("»Kørsel | Lægen kører selv« er tilføjet",),
    ),
    "words beside a field": Case(
        [["type_over", "Antal beboere: ", "Antal beboere: mindst "]],
        told=[WORDING],
        words=("til »Antal beboere: mindst 18«",),
    ),
    "the header": Case(
        [["type_in_header", " FORTROLIGT"]],
        told=[WORDING],
        words=("sidehovedet", "til »Sundhedsplanlægning FORTROLIGT«"),
    ),
    # Changes that LibreOffice records
    "recorded: a sentence deleted, a word changed": Case(
        [["track"], ["type_over", SENTENCE, ""], ["type_over", "to dele", "tre dele"]],
        told=[WORDING, WORDING],
        words=(SENTENCE, "til »Ordningen har tre dele:«"),
    ),
    "recorded: a paragraph and a row deleted": Case(
        [["track"], ["delete_paragraph", "behandling af en konkret"], ["delete_row", "Opsigelse"]],
        told=[WORDING, WORDING],
    ),
    "recorded: a paragraph added": Case(
        [["track"], ["add_paragraph", "Ordningen har to dele:", "Lægen får en fast plads."]], told=[WORDING]
    ),
    "recorded: a date": Case(
        [["track"], ["replace", "1. april 2025", "1. maj 2025"]],
        told=[error("conflict", "ikrafttraeden")],
        facts=MAY,
    ),
    "recorded: a date, saved twice": Case(
        [["track"], ["replace", "1. april 2025", "1. maj 2025"]],
        ways=TWICE,
        told=[LOST, changed("ikrafttraeden")],
        facts=MAY,
    ),
    "recorded: a choice": Case(
        [["track"], ["type_over", "kommunal", "privat"]],
        told=[error("conflict", "botilbud.driftsform")],
        facts=PRIVATE,
    ),
    "recorded: a choice found and replaced": Case(
        [["track"], ["replace", "kommunal", "privat"]],
        told=[error("conflict", "botilbud.driftsform")],
        facts=PRIVATE,
    ),
    "recorded: a date deleted": Case(
        [["track"], ["replace", "1. april 2025", ""]],
        told=[error("conflict", "ikrafttraeden")],
        facts={"ikrafttraeden": None},
        words=("er slettet i teksten, men dokumentets data har »1. april 2025«",),
    ),
    # What is no change
    "half a field bold": Case([["look", "Æblehaven", 0, 4]]),
    "a word of the text bold": Case([["look", "Lægen skal rådgive", 0, 5]]),
    "a page break": Case([["break_page", "Kontakt til lægen"]]),
    "an empty paragraph": Case([["add_paragraph", "Ordningen har to dele:", ""]]),
    # & and < in values
    "& and <": Case(of="signs"),
    "& and <, saved twice": Case(of="signs", ways=TWICE, told=[LOST]),
    "& and < typed": Case(
        [["replace", "Skov & <Mark>", "Eng & <Mark>"]],
        of="signs",
        told=[changed("botilbud.navn")],
        facts={"botilbud.navn": "Eng & <Mark>"},
    ),
    "another fact beside & and <": Case(
        [["type_over", "kommunal", "privat"]],
        of="signs",
        told=[error("conflict", "botilbud.driftsform")],
        facts=PRIVATE,
    ),
}


@cache
def plan() -> Samarbejdsplan:
    """A plan with every fact."""
    return load(EXAMPLES / "aeblehaven.toml", Samarbejdsplan)


@cache
def subject(name: str) -> Samarbejdsplan:
    """What the documents are made of."""
    if name == "form":
        return Samarbejdsplan()
    signs = {
        "botilbud.navn": "Skov & <Mark>",
        "emner": ("Kost & motion", "a < b", "Søvn"),
        "moedeaftaler": (Moedeaftale(titel="Sygdom & ferie", tekst="A & B.\nC < D."),),
    }
    made: Samarbejdsplan = with_facts(plan(), signs if name == "signs" else {})
    return made


@cache
def document(name: str) -> bytes:
    """A living document."""
    return render(subject(name), draft=name == "form", living=True).content


def with_facts(subject: Any, facts: dict[str, Any]) -> Any:
    """The subject with other facts, by path."""
    for path, value in facts.items():
        first, _, rest = path.partition(".")
        inner = with_facts(getattr(subject, first), {rest: value}) if rest else value
        subject = attrs.evolve(subject, **{first: inner})
    return subject


def told(findings: Any) -> list[Told]:
    """What is said: severity, kind and path."""
    return [(finding.severity, finding.code, finding.path) for finding in findings]


def edited(office: Office, folder: Path, case: Case) -> Path:
    """The file that LibreOffice leaves."""
    source, target = folder / "issued.docx", folder / "returned.docx"
    source.write_bytes(document(case.of))
    office(source, target, case.edits, case.ways)
    return target


@pytest.mark.parametrize("name", CASES)
def test_an_edit(name: str, office: Office, tmp_path: Path) -> None:
    """What was done is told once, as what it is; the subject has what the text says, or None where it cannot be used."""
    case = CASES[name]

    back = read(edited(office, tmp_path, case))
    text = "\n".join(str(finding) for finding in back.findings)

    assert told(back.findings) == case.told
    assert back.subject == with_facts(subject(case.of), case.facts)
    assert back.issued == subject(case.of)
    assert [words for words in case.words if words not in text] == []


# Documents that are not as they were -------------------------------------------------------------------


def test_a_change_recorded_in_a_text_field(office: Office, tmp_path: Path) -> None:
    """LibreOffice 7.4 then writes a file that is no XML and that it cannot open either: that is said, and nothing is read."""
    case = Case([["track"], ["type_over", "Æblehaven", "Bøgely"]])

    with pytest.raises(DocumentError, match=r"word/document\.xml"):
        read(edited(office, tmp_path, case))


def test_copied_into_a_new_document(office: Office, tmp_path: Path) -> None:
    """Text fields come along, and their facts are read; the rest is not known, and that is said."""
    back = read(edited(office, tmp_path, Case([["copy_all"]])))

    assert told(back.findings) == [
        LOST,
        ("warning", "issued-lost", ""),
        ("remark", "properties-lost", ""),
    ]
    assert back.issued is None
    assert back.subject.botilbud.navn == "Æblehaven"
    assert back.subject.emner == plan().emner
    assert back.subject.ikrafttraeden is None


# Forms --------------------------------------------------------------------------------------------------

FILLED = {
    "botilbud.navn": "Bøgely",
    "praksis": Praksis(
        navn="Lægerne ved Åen", kontaktperson=Kontaktperson(navn="Mette Storm", email="m@aaen.example")
    ),
    "botilbud.kontaktperson.navn": "Ida Holm",
    "botilbud.kontaktperson.telefon": "86 12 34 56",
    "aftalepart": Aftalepart.BOTILBUD,
    "timer_pr_maaned": 2,
    "ikrafttraeden": datetime.date(2025, 4, 1),
    "emner": ("Medicin", "Søvn"),
    "moedeaftaler": (Moedeaftale(titel="Sygdom", tekst="Et nyt tidspunkt aftales."),),
}
TYPED = {
    "[indsæt navn på botilbud]": "Bøgely",
    "[indsæt navn på praksis]": "Lægerne ved Åen",
    "[indsæt navn på botilbuddets kontaktperson]": "Ida Holm",
    "[indsæt telefon til botilbuddets kontaktperson]": "86 12 34 56",
    "[indsæt navn på praksissens kontaktperson]": "Mette Storm",
    "[indsæt e-mail til praksissens kontaktperson]": "m@aaen.example",
    "[indsæt antal timer]": "2",
    "[indsæt dato for ikrafttræden]": "1.4.2025",
    "[indsæt emne nr. 1]": "Medicin",
    "[indsæt emne nr. 3]": "Søvn",
    "[indsæt overskrift på mødeaftale nr. 1]": "Sygdom",
    "[indsæt tekst i mødeaftale nr. 1]": "Et nyt tidspunkt aftales.",
}
FILL = [
    *(["replace", prompt, text] for prompt, text in TYPED.items()),
    ["type_over", "[indsæt aftalepart]", "botilbuddet"],  # the other one is worked out from it
]
PATHS = [
    "botilbud.navn",
    "praksis.navn",
    "aftalepart",
    "timer_pr_maaned",
    "ikrafttraeden",
    "emner[0]",
    "emner[2]",
    "botilbud.kontaktperson.navn",
    "botilbud.kontaktperson.telefon",
    "praksis.kontaktperson.navn",
    "praksis.kontaktperson.email",
    "moedeaftaler[0].titel",
    "moedeaftaler[0].tekst",
]


@pytest.mark.parametrize("ways", [("docx",), TWICE], ids=len)
def test_a_form_filled_in(ways: tuple[str, ...], office: Office, tmp_path: Path) -> None:
    """Names, date, choice, hours, two of three topics: all are taken, and each is told."""
    back = read(edited(office, tmp_path, Case(FILL, of="form", ways=ways)))
    told_of = {path: (severity, code) for severity, code, path in told(back.findings) if path}

    assert back.subject == with_facts(Samarbejdsplan(), FILLED)
    assert told_of == dict.fromkeys(PATHS, ("remark", "changed"))
    assert back.findings[: len(ways) - 1] == tuple(f for f in back.findings if f.code == "store-lost")


@pytest.mark.parametrize("ways", [("docx",), TWICE], ids=len)
def test_a_form_saved_untouched(ways: tuple[str, ...], office: Office, tmp_path: Path) -> None:
    """It says what a final needs, as one that LibreOffice never saw."""
    back = read(edited(office, tmp_path, Case(of="form", ways=ways)))
    findings = [finding for finding in back.findings if finding.code != "store-lost"]

    assert back.subject == Samarbejdsplan()
    assert findings == list(read(document("form")).findings)


# Every kind of document ---------------------------------------------------------------------------------

LIVING = sorted(path for path in EXAMPLES.glob("*.toml") if "ufuldstaendig" not in path.name)


@pytest.mark.parametrize("path", LIVING, ids=lambda path: path.stem)
def test_every_example_saved(path: Path, office: Office, tmp_path: Path) -> None:
    """Opened and saved in LibreOffice, it says what it said, and there is nothing to tell."""
    issued = load(path)
    (tmp_path / "issued.docx").write_bytes(render(issued, living=True).content)
    office(tmp_path / "issued.docx", tmp_path / "returned.docx", [])

    back = read(tmp_path / "returned.docx")

    assert back.subject == issued
    assert back.findings == ()


def test_line_breaks_by_way_of_odt(office: Office, tmp_path: Path) -> None:
    """LibreOffice makes spaces of them; that is no change of the fact."""
    issued = load(EXAMPLES / "statusnotat.toml")
    (tmp_path / "issued.docx").write_bytes(render(issued, living=True).content)
    office(tmp_path / "issued.docx", tmp_path / "returned.docx", [], ["odt", "docx"])

    back = read(tmp_path / "returned.docx")

    assert told(back.findings) == [LOST]
    assert back.subject == issued


@pytest.mark.parametrize("name", ["form", "signs"])
def test_what_is_issued_is_valid(name: str, tmp_path: Path) -> None:
    """By openxml-audit; what LibreOffice writes is not ours."""
    (tmp_path / "issued.docx").write_bytes(document(name))
    errors = OpenXmlValidator().validate(tmp_path / "issued.docx").errors

    assert [str(error) for error in errors if FALSE_ALARM not in str(error)] == []
