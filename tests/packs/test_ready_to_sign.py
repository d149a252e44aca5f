"""A final is made of a template that is settled and of nothing else; a draft tells what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    Anledning,
    Klausul,
    Kontaktperson,
    MissingInformation,
    Moedeaftale,
    Organisation,
    Orientering,
    TemplateError,
    Underskrivere,
    packs,
    render,
)
from botilbudlaege.rendering.word import _package
from tests.builders import en_plan, et_botilbud
from tests.packs.checking.test_bad import BAD, _build

if TYPE_CHECKING:
    from pathlib import Path

_FILL = "Skriv en mærkning i stedet, fx {{ plan.botilbud.navn }}, eller den tekst, der skal stå."
_OMFANG = '<w:p><w:r><w:t xml:space="preserve">{{p klausul.omfang }}</w:t></w:r></w:p>'
_PACK = """id = "proeve"
navn = "Prøve"
version = "1.0"
bygger_paa = "faelles"
"""
_PLACE = "proeve/samarbejdsplan.docx, teksten, under »Omfang af rådgivning«, afsnit 1: »"
LEFT = {
    "left_placeholder": f"{_PLACE}Navn: [skriv navnet]«: Der står en pladsholder tilbage: [skriv navnet] (ord i kantede parenteser). {_FILL}",
    "left_placeholder_flettefelt": f"{_PLACE}«Navn»«: Der står en pladsholder tilbage: «Navn» (et flettefelt). {_FILL}",
    "left_placeholder_overstreget": f"{_PLACE}Udfyldes.«: Det ligner en pladsholder, der ikke bliver udfyldt: Udfyldes. (en overstregning med farve). Skriv en mærkning i stedet, den tekst, der skal stå, eller fjern det.",
    "left_placeholder_i_klausul": f"proeve/klausuler/omfang.md, linje 1: Der står en pladsholder tilbage: [aftal ugedag] (ord i kantede parenteser). {_FILL}",
    "typed_line": f"{_PLACE}Dato: ________«: Linjen til udfyldning er skrevet med understregninger eller punktummer. Slet tegnene, vælg Hjem > Afsnit > Tabulatorer, lav et tabulatorstop med fyldtegn, og tryk på Tab i teksten.",
}
FAULTS = sorted(
    case.name
    for case in BAD.iterdir()
    if case.name.startswith(("tracked", "bound", "changing", "unequal", "hidden"))
)


def _clause(folder: Path, text: str, *, name: str = "omfang") -> Path:
    """Write a pack with one clause of its own."""
    (folder / "klausuler").mkdir(parents=True)
    manifest = f'{_PACK}\n[klausuler.{name}]\nbegrundelse = "Prøve."\n'
    (folder / "pakke.toml").write_text(manifest, encoding="utf-8")
    (folder / "klausuler" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("living", [False, True])
@pytest.mark.parametrize("case", LEFT)
def test_a_final_waits_for_what_is_left_to_fill_in(case: str, living: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Also what `check` only warns of, since nobody signs a placeholder; in Word files and clauses."""
    pack = _build(BAD / case, tmp_path / "sag")
    with pytest.raises(TemplateError) as caught:
        render(en_plan(), pack=pack, living=living)

    assert [(finding.severity, str(finding)) for finding in caught.value.findings] == [("error", LEFT[case])]


@pytest.mark.parametrize("living", [False, True])
@pytest.mark.parametrize("case", LEFT)
def test_a_draft_tells_what_is_left_to_fill_in(case: str, living: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """As a remark, and it shows it; a final is refused as before after it."""
    pack = packs.load(_build(BAD / case, tmp_path / "sag"))
    draft = render(en_plan(), pack=pack, draft=True, living=living)

    assert ("remark", LEFT[case]) in [(finding.severity, str(finding)) for finding in draft.findings]
    with pytest.raises(TemplateError):
        render(en_plan(), pack=pack, living=living)


@pytest.mark.parametrize("case", FAULTS)
@pytest.mark.parametrize("draft", [False, True])
def test_what_word_would_change_is_no_text_of_a_draft_either(case: str, draft: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """The checks have not read what it would show."""
    pack = _build(BAD / case, tmp_path / "sag")
    told = [str(finding) for finding in packs.check(pack)]
    with pytest.raises(TemplateError) as caught:
        render(en_plan(), pack=pack, draft=draft)

    assert [str(finding) for finding in caught.value.findings] == told


def test_there_are_such_cases() -> None:
    """An empty list would prove nothing."""
    assert len(FAULTS) >= 9


NAMES = {
    "botilbud.navn": lambda navn: en_plan(botilbud=et_botilbud(navn=navn)),
    "botilbud.organisation.navn": lambda navn: en_plan(
        botilbud=et_botilbud(organisation=Organisation(navn=navn)), aftalepart=Aftalepart.ORGANISATION
    ),
    "botilbud.kontaktperson.navn": lambda navn: en_plan(
        botilbud=et_botilbud(kontaktperson=Kontaktperson(navn=navn, telefon="86123456"))
    ),
    "praksis.navn": lambda navn: en_plan(praksis=attrs.evolve(en_plan().praksis, navn=navn)),
    "praksis.laeger[1]": lambda navn: en_plan(
        praksis=attrs.evolve(en_plan().praksis, navn=None, laeger=("Eva Krag", navn))
    ),
    "underskrivere.praksis": lambda navn: en_plan(underskrivere=Underskrivere(praksis=navn)),
}


@pytest.mark.parametrize("path", NAMES)
@pytest.mark.parametrize("text", ["NULL", "N/A", "ukendt", "[navn]", "Huset ???"])
def test_what_stands_where_a_name_belongs_is_in_no_final(path: str, text: str) -> None:
    """A register that came out of a database has NULL for a name that nobody gave; a draft tells it."""
    plan = NAMES[path](text)
    with pytest.raises(MissingInformation) as caught:
        render(plan)

    assert [(each.code, each.path, each.severity) for each in caught.value.findings] == [
        ("placeholder-name", path, "error")
    ]
    assert ("placeholder-name", path, "remark") in [
        (each.code, each.path, each.severity) for each in render(plan, draft=True).findings
    ]
    assert render(NAMES[path]("Ane Vig")).text


def test_an_operator_that_is_no_party_is_in_no_plan() -> None:
    """So its name is a remark."""
    plan = en_plan(botilbud=et_botilbud(organisation=Organisation(navn="NULL")))

    assert [each.code for each in render(plan).findings] == ["placeholder-name"]


def test_a_name_that_a_document_does_not_say_may_be_what_it_will() -> None:
    """A letter to the region names no contact; where a name is missing too, both are told in one go."""
    plan = NAMES["botilbud.kontaktperson.navn"]("N/A")
    letter = Orientering(plan=plan, anledning=Anledning.INDGAAET)
    lacking = attrs.evolve(plan, timer_pr_maaned=None)
    with pytest.raises(MissingInformation) as caught:
        render(lacking)

    assert "placeholder-name" in [each.code for each in render(letter).findings]
    assert {each.path for each in caught.value.findings} == {"timer_pr_maaned", "botilbud.kontaktperson.navn"}


def test_text_from_facts_may_hold_brackets() -> None:
    """Only text of the template is a placeholder."""
    agreed = Moedeaftale(titel="[Ferie]", tekst="«Aftales» […] se [bilag] ________ Klik her")
    text = render(en_plan(moedeaftaler=(agreed,))).text

    assert "«Aftales» […] se [bilag] ________ Klik her" in text


def test_a_clause_that_a_caller_brings_is_held_to_the_same() -> None:
    """It is a part of the contract as the pack's are."""
    clause = Klausul("omfang", "Lægen skal rådgive personalet i [antal] timer.")
    with pytest.raises(
        TemplateError,
        match=r"linje 1: Der står en pladsholder tilbage: \[antal\] \(ord i kantede parenteser\)",
    ):
        render(en_plan(), clauses=[clause])

    assert "[antal]" in render(en_plan(), clauses=[clause], draft=True).text


@pytest.mark.parametrize(
    "text",
    [
        '{{ ("medicin", none) | opremsning }}',
        "{{ (1.5, 2.5) | opremsning }}",
        "{{ plan.moedeaftaler | opremsning }}",
        "{{ plan.navnet }}",
        "{{ plan.botilbud }}",
        "{{ plan.ikrafttraedelse | timer }}",
    ],
)
def test_an_error_in_a_branch_that_is_not_taken_stops_a_final(text: str, tmp_path: Path) -> None:
    """What `check` calls an error of the document stops it, whatever these facts come by."""
    inside = f"{{% if plan.botilbud.kommune is none %}}\n{text}\n{{% endif %}}\nTekst {{{{ plan.timer_pr_maaned }}}}.\n"
    pack = _clause(tmp_path / "proeve", inside)
    told = {finding.code for finding in packs.check(pack) if finding.severity == "error"}
    with pytest.raises(TemplateError) as caught:
        render(en_plan(), pack=pack)

    assert told
    assert {finding.code for finding in caught.value.findings} == told


@pytest.mark.parametrize("living", [False, True])
@pytest.mark.parametrize("draft", [False, True])
def test_a_comment_stays_behind(tmp_path: Path, draft: bool, living: bool) -> None:  # noqa: FBT001
    """Its words, its author and its marks; the text that it is about stays."""
    pack = _build(BAD / "comment", tmp_path / "sag")
    document = render(en_plan(), pack=pack, draft=draft, living=living)
    parts = _package.read(document.content)

    assert "\nTekst.\n" in document.text
    assert not any("comment" in name or b"omment" in content for name, content in parts.items())
    assert [finding.code for finding in document.findings] == (["comment"] if draft else [])
