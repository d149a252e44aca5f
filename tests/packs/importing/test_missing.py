"""What of an imported document goes with a fact that is missing, and what is refused instead."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import (
    Botilbud,
    Kontaktperson,
    MissingInformation,
    Praksis,
    Samarbejdsplan,
    render,
)
from botilbudlaege.packs.importing._import import import_template
from tests.packs.importing.steps import STUMPS, answer, begun
from tests.packs.importing.word import Pen, form_text, red

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_two_optional_facts_beside_each_other_have_a_guard_each(tmp_path: Path) -> None:
    """The one is printed without the other, and a bare label goes with its fact."""
    source, path = begun(
        tmp_path,
        "Botilbud: [navn på botilbud], adresse [botilbuddets adresse], CVR [botilbuddets cvr]",
        "CVR-nr.:",
        "",
    )
    answer(path, {"1": "ja", "2": "ja", "3": "ja", "4": "plan.praksis.cvr"})

    made = import_template(source, tmp_path / "syddanmark")

    clause = next((made.pack / "klausuler").glob("*.md")).read_text(encoding="utf-8")
    assert clause == (
        "Botilbud: {{ plan.botilbud.navn }}"
        "{% if plan.botilbud.adresse.linje is not none %}, adresse {{ plan.botilbud.adresse.linje }}{% endif %}"
        "{% if plan.botilbud.cvr is not none %}, CVR {{ plan.botilbud.cvr }}{% endif %}\n\n"
        "{% if plan.praksis.cvr is not none %}\n\nCVR-nr.: {{ plan.praksis.cvr }}\n\n{% endif %}\n"
    )
    assert made.proof.holds


@pytest.mark.slow
def test_each_row_says_what_goes_with_a_fact_that_is_missing(tmp_path: Path) -> None:
    """Before anybody answers it, in the words of the document's reader."""
    _, path = begun(
        tmp_path,
        "Planen er indgået med [organisationens navn].",
        "Kontakt: [navn på botilbuddets kontaktperson], tlf. [telefon til botilbuddets kontaktperson].",
        "Ring på [telefon til botilbuddets kontaktperson] til [navn på botilbuddets kontaktperson].",
        "Lægen: tlf. [telefon til lægens kontaktperson].",
        "Mail: [e-mail til botilbuddets kontaktperson]",
    )

    assert [row["mangler"] for row in json.loads(path.read_text("utf-8"))["steder"]] == [
        "Er botilbuddet part alene: Afsnittet udelades.",
        "",
        "Feltet og de ord, der hører til det, udelades.",
        "Et endeligt dokument afvises, for uden feltet giver sætningen ikke mening.",
        "",
        "Et endeligt dokument afvises, for ellers står der intet om, hvordan kontaktpersonen træffes.",
        "Afsnittet udelades.",
    ]


@pytest.mark.slow
def test_what_would_go_without_a_word_is_told_or_refused(tmp_path: Path) -> None:
    """The one way to reach a contact, where another is known; words of the organisation, where the home is party alone; red words."""
    pen = Pen()
    pen.p("Planen er indgået med [organisationens navn].")
    pen.p("Kontakt: [navn på botilbuddets kontaktperson], tlf. [telefon til botilbuddets kontaktperson].")
    pen.p("P-nr.: " + form_text("Tekst1") + " Ydernr.: " + form_text("Tekst2"))
    pen.p(f"Botilbuddet hedder {red('navn på botilbuddet')}.")
    source, path = tmp_path / "skabelon.docx", tmp_path / "syddanmark" / "forslag.json"
    source.write_bytes(pen.bytes())
    first = import_template(source, tmp_path / "syddanmark")
    answer(path, {str(number): "ja" for number in range(1, 6)})

    made = import_template(source, tmp_path / "syddanmark")

    assert [place.words for place in first.rows] == [
        "[organisationens navn]",
        "[navn på botilbuddets kontaktperson]",
        "[telefon til botilbuddets kontaktperson]",
        "",
        "",
        "navn på botilbuddet",
    ]
    assert [str(each) for each in made.findings if each.code == "words-left-out"] == [
        (
            "teksten, afsnit 1: »Planen er indgået med [organisationens navn].«: Er botilbuddet part alene, gælder det for »Planen er indgået med [organisationens navn].«: "
            "Afsnittet udelades. Skal navnet på den, der indgår aftalen, stå her, så svar plan.botilbudssiden. "
            "Skal ordene altid stå, så skriv dem i Word uden organisationens navn."
        )
    ]
    assert made.proof.differences == ()
    (clause,) = [section.source for section in made.sections if section.source]
    assert clause.split("\n\n")[-4:] == [
        "{% if plan.botilbud.p_nummer is not none or plan.praksis.ydernummer is not none %}",
        (
            "{% if plan.botilbud.p_nummer is not none %}P-nr.: {{ plan.botilbud.p_nummer }}{% endif %}"
            "{% if plan.praksis.ydernummer is not none %} Ydernr.: {{ plan.praksis.ydernummer }}{% endif %}"
        ),
        "{% endif %}",
        "Botilbuddet hedder [navn på botilbuddet].\n",
    ]
    contact = Kontaktperson(navn="Karen Bro", email="karen@lyng.example")
    plan = Samarbejdsplan(botilbud=Botilbud(navn="Lyng", kontaktperson=contact), praksis=Praksis(navn="Søen"))
    answer(path, {str(number): "ja" for number in range(1, 7)})
    whole = import_template(source, tmp_path / "syddanmark")
    with pytest.raises(MissingInformation) as missing:
        render(plan, pack=whole.pack)
    assert [each.message for each in missing.value.findings] == [
        "Der mangler: navn på botilbuddets organisation.",
        "Der mangler: telefon til botilbuddets kontaktperson.",
    ]


@pytest.mark.slow
def test_a_label_over_a_fact_goes_with_it(tmp_path: Path) -> None:
    """It would stand over nothing; over several facts it stays for the others."""
    source, path = begun(
        tmp_path, "Botilbuddets P-nr.:", "______", "Lægen:", "[lægens CVR]", "[lægens adresse]"
    )
    answer(path, {"1": "ja", "2": "ja", "3": "ja"})
    made = import_template(source, tmp_path / "syddanmark")
    home, practice = Botilbud(navn="Lyng"), Praksis(navn="Søen", cvr="34037655")

    assert made.proof.differences == ()
    plan = Samarbejdsplan(botilbud=home, praksis=practice)
    assert render(plan, pack=made.pack).text.strip().splitlines() == ["Lægen:", "34037655"]
    known = Samarbejdsplan(botilbud=Botilbud(navn="Lyng", p_nummer="1023456789"), praksis=practice)
    assert render(known, pack=made.pack).text.strip().splitlines()[:2] == [
        "Botilbuddets P-nr.:",
        "1023456789",
    ]


@pytest.mark.slow
def test_what_is_missing_leaves_no_stump_of_a_sentence(tmp_path: Path) -> None:
    """The words that lead to it go with it; where none can go, or neither of two is known, a final is refused."""
    source, path = begun(tmp_path, *STUMPS.splitlines())
    proposal = json.loads(path.read_text(encoding="utf-8"))
    answer(path, {row["nr"]: "ja" for row in proposal["steder"]})
    made = import_template(source, tmp_path / "syddanmark")

    def said(**reached: str) -> list[str]:
        contact = Kontaktperson(navn="Karen Bro", **reached)
        practice = Praksis(kontaktperson=Kontaktperson(navn="Nina Falk"))
        home = Botilbud(navn="Lyng", kontaktperson=contact)
        try:
            plan = Samarbejdsplan(botilbud=home, praksis=practice, moedeaftaler=())
            return render(plan, pack=made.pack).text.strip().splitlines()
        except MissingInformation as error:
            return [finding.message for finding in error.findings]

    assert said(telefon="87 11 22 33") == [
        "Kontaktpersonen er Karen Bro, tlf. 87 11 22 33.",
        "Hun er Karen Bro på botilbuddet.",
        "Lægen er Nina Falk.",
        "Hun træffes på 87 11 22 33.",
        "Ring til Karen Bro på 87 11 22 33 først.",
        "Parterne har ikke aftalt særlige vilkår om ferie, fremmøde, sygdom og lignende.",
    ]
    assert said(email="karen@lyng.example") == ["Der mangler: telefon til botilbuddets kontaktperson."]
    assert said() == [
        "Der mangler: telefon eller e-mail til botilbuddets kontaktperson.",
        "Der mangler: telefon til botilbuddets kontaktperson.",
    ]
