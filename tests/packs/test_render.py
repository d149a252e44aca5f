"""Documents: what a reader sees, and what happens when a fact is missing."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    Aftalepart,
    DataError,
    Document,
    DocumentError,
    Kommune,
    Kontaktperson,
    MissingInformation,
    Moedeaftale,
    Moedeform,
    Opsigelse,
    Organisation,
    PackError,
    Part,
    Praksis,
    Samarbejdsplan,
    load,
    packs,
    render,
)
from botilbudlaege._structure import unstructure
from tests.builders import EXAMPLES, en_opsigelse, en_plan, et_botilbud, leaf_paths, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PACKS = packs.available()
SUBJECTS: dict[str, Any] = {
    "aeblehaven": load(EXAMPLES / "aeblehaven.toml"),
    "strandhuset": load(EXAMPLES / "samarbejdsplan.toml"),
    "opsigelse": load(EXAMPLES / "opsigelse.toml"),
    "mindst": en_plan(),
    "opsigelse-af-botilbuddet": en_opsigelse(
        opsagt_af=Part.BOTILBUD, oensket_ophoer=datetime.date(2026, 6, 30)
    ),
}
DRAFTS: dict[str, Any] = {
    "ufuldstaendig": load(EXAMPLES / "samarbejdsplan-ufuldstaendig.toml"),
    "blank-samarbejdsplan": Samarbejdsplan(),
    "blank-opsigelse": Opsigelse(),
}

# domain.md, "Facts a final plan needs": taken away, the final is refused.
NEEDED = {
    "botilbud.navn": "navn på botilbud",
    "aftalepart": "aftalepart",
    "timer_pr_maaned": "antal timer",
    "ikrafttraeden": "dato for ikrafttræden",
    "moedeaftaler": "mødeaftaler",
    "botilbud.kontaktperson.navn": "navn på botilbuddets kontaktperson",
    "botilbud.kontaktperson.telefon": "telefon eller e-mail til botilbuddets kontaktperson",
    "praksis.navn": "navn på praksis eller læge",
    "praksis.kontaktperson.navn": "navn på lægens kontaktperson",
    "praksis.kontaktperson.email": "telefon eller e-mail til lægens kontaktperson",
}


def assert_clean(text: str) -> None:
    """No residue of a template, no doubled space, no blank line, no space before a full stop."""
    for residue in (
        "None",
        "undefined",
        "Undefined",
        "Mangler",
        "{{",
        "{%",
        "}}",
        "  .",
        " ,",
        " .",
        "()",
        "[]",
    ):
        assert residue not in text, residue
    assert "  " not in text.replace("  Underskrift:", "")
    assert all(line.strip() for line in text.split("\n"))


def headings_without_text(document: Document) -> list[str]:
    """List headings that nothing follows."""
    known = {
        "Ordningen omfatter",
        "Omfang af rådgivning",
        "Kontaktperson",
        "Mødeaftaler",
        "Opsigelse",
        "Ophør",
    }
    lines = document.text.split("\n")
    return [line for line, following in pairwise(lines) if line in known and following in known]


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("name", SUBJECTS)
def test_finals_read_as_expected(name: str, pack: str, golden: Callable[[str, str], None]) -> None:
    """The whole text, reviewed."""
    document = render(SUBJECTS[name], pack=pack)

    assert_clean(document.text)
    assert headings_without_text(document) == []
    golden(f"{name}-{pack}", document.text)


@pytest.mark.parametrize("name", DRAFTS)
def test_drafts_read_as_expected(name: str, golden: Callable[[str, str], None]) -> None:
    """Every missing fact is a prompt, every undecided branch stands."""
    document = render(DRAFTS[name], draft=True, pack="faelles")

    assert_clean(document.text)
    golden(f"{name}-kladde", document.text)


def test_the_incomplete_example_is_refused_with_all_that_is_missing(
    golden: Callable[[str, str], None],
) -> None:
    """Each with label, document and section."""
    with pytest.raises(MissingInformation) as caught:
        render(DRAFTS["ufuldstaendig"])

    golden("ufuldstaendig-mangler", str(caught.value))


@pytest.mark.parametrize("path", NEEDED)
def test_a_needed_fact_that_is_missing_refuses_the_final_and_prompts_in_the_draft(path: str) -> None:
    """It is named with label and section."""
    subject = without(en_plan(), path)
    with pytest.raises(MissingInformation) as caught:
        render(subject)

    named = [finding for finding in caught.value.findings if NEEDED[path] in finding.message]
    assert named
    assert all(finding.place.startswith("samarbejdsplan, ") for finding in caught.value.findings)
    assert f"[indsæt {NEEDED[path]}]" in render(subject, draft=True).text


def test_nothing_else_is_needed() -> None:
    """The smallest plan has the needed facts and no other that a document must have."""
    smallest = without(
        en_plan(),
        "botilbud.kommune",
        "botilbud.lovgrundlag",
        "botilbud.laengerevarende",
        "botilbud.organisation",
        "botilbud.kontaktperson.rolle",
    )

    assert set(leaf_paths(unstructure(smallest))) == set(NEEDED)
    assert_clean(render(smallest).text)


def test_all_that_is_missing_is_named_at_once() -> None:
    """The blank plan as a final."""
    with pytest.raises(MissingInformation) as caught:
        render(Samarbejdsplan())

    messages = " ".join(finding.message for finding in caught.value.findings)
    assert all(label in messages for label in NEEDED.values())


@pytest.mark.parametrize("party", [Aftalepart.ORGANISATION, Aftalepart.BEGGE])
def test_an_organisation_that_is_a_party_needs_its_name(party: Aftalepart) -> None:
    """And one that is none leaves no trace."""
    plan = en_plan(aftalepart=party, botilbud=et_botilbud(organisation=Organisation(cvr="38990608")))
    with pytest.raises(MissingInformation, match="navn på botilbuddets organisation"):
        render(plan)

    home_alone = render(en_plan(botilbud=et_botilbud(organisation=Organisation(navn="Fonden Havblik")))).text
    assert "Havblik" not in home_alone
    assert "Organisation" not in home_alone


@pytest.mark.parametrize(
    "path", ["opsagt_af", "modtaget", "plan.botilbud.navn", "plan.praksis.navn", "plan.aftalepart"]
)
def test_a_termination_needs_who_whom_and_when(path: str) -> None:
    """A letter without one of them is refused."""
    subject = without(en_opsigelse(), path)
    with pytest.raises(MissingInformation) as caught:
        render(subject)

    assert all(finding.path for finding in caught.value.findings)
    assert "[indsæt " in render(subject, draft=True).text


FULL = SUBJECTS["aeblehaven"]
OPTIONAL = [
    path for path in leaf_paths(unstructure(FULL)) if path not in NEEDED and "moedeaftaler" not in path
]


# Facts of that plan which no document prints: a default, a fact for the rules, a party's organisation only.
UNPRINTED = {"moedeformer", "botilbud.laengerevarende", "botilbud.organisation.navn"}


def words(text: str) -> Counter[str]:
    """Count the words of a text, punctuation off."""
    return Counter(word.strip(".,:;()") for word in text.split())


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("path", OPTIONAL)
def test_an_optional_fact_that_is_absent_leaves_no_trace(path: str, pack: str) -> None:
    """No label, no empty row, no doubled space: the text is as it was, less the fact."""
    whole = render(FULL, pack=pack).text
    rest = render(without(FULL, path), pack=pack).text

    assert_clean(rest)
    assert words(rest) - words(whole) == Counter()
    assert (words(rest) == words(whole)) is (path in UNPRINTED)
    assert rest.count("\t") <= whole.count("\t")


def test_an_undecided_branch_refuses_too(tmp_path: Path) -> None:
    """The clause of the issue: an `if` on missing hours does not quietly take its else."""
    folder = tmp_path / "proeve"
    (folder / "klausuler").mkdir(parents=True)
    (folder / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "Prøve"\nversion = "1"\nbygger_paa = "faelles"\n'
        '[klausuler.opsigelse]\nbegrundelse = "Prøve."\n',
        encoding="utf-8",
    )
    (folder / "klausuler" / "opsigelse.md").write_text(
        "{% if plan.timer_pr_maaned == 3 %}A{% else %}B{% endif %} til sidst.\n", encoding="utf-8"
    )
    subject = without(en_plan(), "timer_pr_maaned")
    with pytest.raises(MissingInformation) as caught:
        render(subject, pack=folder)

    assert "afsnittet »Opsigelse«" in caught.value.findings[0].place
    assert "[indsæt antal timer] A / B til sidst." in render(subject, pack=folder, draft=True).text
    assert "\nB til sidst." in render(en_plan(), pack=folder).text


def test_meeting_clauses_have_three_states() -> None:
    """Not decided, none agreed, and the parties' own; examples never enter a final."""
    clause = Moedeaftale(titel="Ferie & fri", tekst="Linje <1>\nLinje {{ 2 }}")
    none, own = render(en_plan()).text, render(en_plan(moedeaftaler=(clause,))).text
    undecided = render(en_plan(moedeaftaler=None), draft=True).text

    assert "Parterne har ikke aftalt særlige vilkår" in none
    assert "Ferie & fri: Linje <1>\nLinje {{ 2 }}" in own
    assert "Eksempel" not in none + own
    assert undecided.count("Eksempel (") == 2
    assert "[indsæt mødeaftaler]" in undecided


@pytest.mark.parametrize(
    ("forms", "sentence"),
    [
        ((Moedeform.FYSISK, Moedeform.VIDEO), "Den kan gives ved fysisk fremmøde eller på video."),
        ((Moedeform.VIDEO, Moedeform.FYSISK), "Den kan gives ved fysisk fremmøde eller på video."),
        ((Moedeform.VIDEO,), "Den gives på video."),
        ((Moedeform.FYSISK,), "Den gives ved fysisk fremmøde."),
    ],
)
def test_the_meeting_form_is_said_as_agreed(forms: tuple[Moedeform, ...], sentence: str) -> None:
    """Both, or the one that the plan is restricted to."""
    assert sentence in render(en_plan(moedeformer=forms)).text


def test_values_reach_the_reader_unchanged() -> None:
    """Characters of XML, of templates and of other alphabets."""
    name = "A & B <c> \"d\" 'e' {{ 7*7 }} {% if %} ½ 😀\N{NO-BREAK SPACE}ø"
    document = render(
        en_plan(praksis=Praksis(navn=name, kontaktperson=Kontaktperson(navn="X", email="a@b.dk")))
    )

    assert document.text.count(name) >= 3


def test_the_pack_is_chosen_by_the_region_of_the_date() -> None:
    """Midtjylland's own, else the common one with a remark."""
    other = en_plan(botilbud=et_botilbud(kommune=Kommune.find("Odense")))
    unknown = without(en_plan(), "botilbud.kommune")

    assert render(en_plan()).provenance["botilbudlaege.pakke"] == "midtjylland 1.0"
    assert render(en_plan()).findings == ()
    for subject in (other, unknown):
        document = render(subject)
        assert document.provenance["botilbudlaege.pakke"] == "faelles 1.0"
        assert [finding.code for finding in document.findings] == ["common-pack"]


def test_a_region_that_is_no_more_has_no_pack_left() -> None:
    """`dato=` chooses the day; Midtjylland is the same before and after 2027."""
    assert (
        render(en_plan(), dato=datetime.date(2027, 1, 1)).provenance["botilbudlaege.pakke"]
        == "midtjylland 1.0"
    )


def test_a_pack_of_another_region_is_remarked() -> None:
    """Its text may name a region that is not the home's."""
    subject = en_plan(botilbud=et_botilbud(kommune=Kommune.find("Odense")))

    assert [finding.code for finding in render(subject, pack="midtjylland").findings] == ["other-region"]


def test_what_cannot_be_rendered_is_refused() -> None:
    """Another kind, another class, an unknown pack."""
    with pytest.raises(DataError, match="Mente du opsigelse"):
        render(en_plan(), "opsigels")
    with pytest.raises(DataError, match="laves af en Opsigelse"):
        render(en_plan(), "opsigelse")
    with pytest.raises(DataError, match="subject: Her skal stå det, som et dokument laves af"):
        render(et_botilbud())
    with pytest.raises(PackError, match="Mente du midtjylland"):
        render(en_plan(), pack="midtjyland")


def test_the_same_facts_give_the_same_bytes() -> None:
    """No clock, no randomness."""
    assert render(en_plan()).content == render(en_plan()).content


def test_saving_is_all_or_nothing(tmp_path: Path) -> None:
    """Never over an existing file unless asked, and only as .docx or .pdf."""
    document, path = render(en_plan()), tmp_path / "a.docx"
    document.save(path)
    with pytest.raises(DocumentError, match="findes allerede"):
        document.save(path)
    document.save(path, overwrite=True)
    with pytest.raises(DocumentError, match=r"\.docx"):
        document.save(tmp_path / "a.odt")
    with pytest.raises(DocumentError, match="Mappen findes ikke"):
        document.save(tmp_path / "nej" / "a.docx")

    assert [entry.name for entry in tmp_path.iterdir()] == ["a.docx"]
    assert path.read_bytes() == document.content


def test_provenance_says_what_the_document_was_made_of() -> None:
    """Pack with layers, rule set, version, and a digest that follows the facts."""
    one, other = render(en_plan()).provenance, render(en_plan(timer_pr_maaned=3)).provenance

    assert one["botilbudlaege.lag"] == "midtjylland, faelles"
    assert one["botilbudlaege.regelsaet"] == "overenskomst-almen-praksis"
    assert re.fullmatch("sha256:[0-9a-f]{64}", one["botilbudlaege.oplysninger"])
    assert one["botilbudlaege.oplysninger"] != other["botilbudlaege.oplysninger"]
