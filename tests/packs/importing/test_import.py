"""A region's own Word document made into a pack: answered, checked, held against the original."""

from __future__ import annotations

import io
import json
import re
import shlex
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from botilbudlaege import (
    Botilbud,
    Kontaktperson,
    MissingInformation,
    Praksis,
    Samarbejdsplan,
    load,
    packs,
    render,
)
from botilbudlaege.cli import run
from botilbudlaege.errors import BotilbudlaegeError, DataError, DocumentError, PackError
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.importing import _plan, _proof, _sheet, _tidy
from botilbudlaege.packs.importing._import import import_template
from botilbudlaege.rendering.word import _refusals
from tests.packs.importing import rodet_word, skabeloner
from tests.packs.importing.keys import DOKUMENT, KEYS, key_of
from tests.packs.importing.skabeloner import ALLE
from tests.packs.importing.usete import tidlig_1
from tests.packs.importing.word import Pen, deleted, form_text, inserted, red

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.packs.importing._report import Imported

OTHERS = {"kommentar": "slet", "fælles klausul": "nej", "vejledning": "slet", "eksempel": "nej"}
EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Write the six templates once."""
    return {name: make() for name, make in ALLE.items()}


# The six ------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", ALLE)
def test_the_answers_give_a_pack_without_errors_that_differs_in_the_confirmed_places_alone(
    name: str, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    """Twice the same command, one file answered: no error, no other difference, and a final can be made."""
    made = answered(files[name], name, tmp_path)

    assert [str(finding) for finding in made.findings if finding.severity == "error"] == []
    assert (made.proof.differences, made.proof.parts) == ((), ())
    assert made.left == ()
    subject = load(EXAMPLES / ("orientering.toml" if name in skabeloner.DOKUMENT else "aeblehaven.toml"))
    text = render(subject, pack=made.pack).text
    assert "Æblehaven" in text
    assert not set("[]«»☐" if name == "bakkedal" else "«»") & set(text)


def answered(content: bytes, name: str, folder: Path) -> Imported:
    """Import, answer by the key, and import again."""
    source = folder / "skabelon.docx"
    source.write_bytes(content)
    import_template(source, folder / "syddanmark", document=DOKUMENT.get(name))
    path = next((folder / "syddanmark").glob("forslag*.json"))
    proposal = json.loads(path.read_text(encoding="utf-8"))
    fields = [field for _, field in key_of(name)]
    for row in proposal["steder"]:
        if row["nr"].isdecimal():
            row["svar"] = fields[int(row["nr"]) - 1] or "slet"
        else:
            row["svar"] = OTHERS.get(row["slags"], "godkend")
    path.write_text(json.dumps(proposal, ensure_ascii=False), encoding="utf-8")
    made = import_template(source, folder / "syddanmark", document=DOKUMENT.get(name))
    assert source.read_bytes() == content  # the original is never changed
    return made


@pytest.mark.slow
@pytest.mark.parametrize("name", ["odsherred", "lemvig", "slagelse"])
def test_nothing_unanswered_is_signed(name: str, tmp_path: Path) -> None:
    """Empty cells, bare labels and braces: without answers no final is made; with them it says what was answered."""
    subject = load(EXAMPLES / "aeblehaven.toml")
    source = tmp_path / "skabelon.docx"
    source.write_bytes(tidlig_1.ALLE[name]())
    first = import_template(source, tmp_path / "syddanmark")
    with pytest.raises(BotilbudlaegeError):
        render(subject, pack=first.pack)
    path = tmp_path / "syddanmark" / "forslag.json"
    keys = tomllib.loads((KEYS / "tidlig_1.toml").read_text(encoding="utf-8"))[name]
    left = {row.number: "slet" for row in first.rows if row.kind == "vejledning"}
    own = {str(number): each[1].lstrip("?") or "nej" for number, each in enumerate(keys, start=1)}
    answer(path, own | left)

    made = import_template(source, tmp_path / "syddanmark")

    assert (made.errors, made.proof.differences, made.proof.parts, made.left) == (0, (), (), ())
    lines = [" ".join(line.split()) for line in render(subject, pack=made.pack).text.splitlines()]
    assert next(line for line in lines if "Æblehaven" in line) in (
        "Botilbuddets navn Æblehaven",
        "Navn: Æblehaven",
        "Botilbud: Æblehaven",
    )


# What is done -------------------------------------------------------------------------------------------


def begun(folder: Path, *paragraphs: str) -> tuple[Path, Path]:
    """Import a small document; give its file and the file to answer in."""
    pen = Pen()
    for paragraph in paragraphs:
        pen.p(paragraph)
    source = folder / "skabelon.docx"
    source.write_bytes(pen.bytes())
    import_template(source, folder / "syddanmark")
    return source, folder / "syddanmark" / "forslag.json"


def answer(path: Path, answers: Mapping[str, str]) -> None:
    """Answer rows by their number."""
    proposal = json.loads(path.read_text(encoding="utf-8"))
    for row in proposal["steder"]:
        row["svar"] = answers.get(row["nr"], "")
    path.write_text(json.dumps(proposal), encoding="utf-8")


def text_of(folder: Path) -> list[str]:
    """Read the paragraphs of the pack's own Word file."""
    content = (
        folder / "syddanmark" / "botilbudlaege_syddanmark" / "syddanmark" / "samarbejdsplan.docx"
    ).read_bytes()
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs if paragraph.text]


def test_only_confirmed_rows_are_applied_and_check_names_the_rest(tmp_path: Path) -> None:
    """A place without an answer stays, and is an error of `check`."""
    source, path = begun(tmp_path, "Botilbud: [navn på botilbud]", "Adresse: [botilbuddets adresse]")
    answer(path, {"1": "ja"})

    made = import_template(source, tmp_path / "syddanmark")

    assert text_of(tmp_path) == ["Botilbud: {{ plan.botilbud.navn }}", "Adresse: [botilbuddets adresse]"]
    assert [row.number for row in made.left] == ["2"]
    assert [finding.code for finding in made.findings if finding.severity == "error"] == ["left-placeholder"]


def test_the_comparison_sees_looks_as_well() -> None:
    """A style, a kind of numbers, and the words of a table and of the header in other letters; all else is as it was."""
    pen = Pen()
    pen.header("Region Nord", logo=False)
    pen.table([["Botilbud", "[navn]"]])
    parts = dict(_refusals.open_template(pen.bytes()))
    page = _page.read(parts)
    wanted = _proof.expected(page, _plan.plan(page, {}), _tidy.Tidied(), set())
    header = next(name for name in parts if name.startswith("word/header"))
    changes = {
        "word/styles.xml": (b'w:styleId="Heading1">', b'w:styleId="Heading1"><w:qFormat/>'),
        "word/numbering.xml": (b"<w:multiLevelType ", b"<w:nsid/><w:multiLevelType "),
        header: (b"<w:rPr/><w:t>Region Nord", b"<w:rPr><w:b/></w:rPr><w:t>Region Nord"),
        "word/document.xml": (b"<w:rPr/><w:t>Botilbud", b"<w:rPr><w:i/></w:rPr><w:t>Botilbud"),
    }
    other = parts | {name: parts[name].replace(*change, 1) for name, change in changes.items()}

    assert _proof.proof(wanted, parts, parts).holds
    found = _proof.proof(wanted, parts, other)
    assert found.differences == ()
    assert {each.partition(":")[0] for each in found.parts} == set(changes)


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
def test_a_tracked_change_and_a_comment_stay_until_they_are_answered(tmp_path: Path) -> None:
    """Unanswered they are findings; rejected, the old words stand."""
    pen = Pen()
    paragraph = pen.p(f"Planen gælder {deleted('ét år')}{inserted('to år')}.")
    pen.comment(paragraph, "Er det rigtigt?")
    source = tmp_path / "skabelon.docx"
    source.write_bytes(pen.bytes())
    first = import_template(source, tmp_path / "syddanmark")
    answer(tmp_path / "syddanmark" / "forslag.json", {"Æ1": "afvis", "Æ2": "afvis", "Æ3": "slet"})

    second = import_template(source, tmp_path / "syddanmark")

    assert [row.words for row in first.rows] == ["ét år", "to år", "Er det rigtigt?"]
    assert "tracked-change" in {finding.code for finding in first.findings}
    assert not {"tracked-change", "comment"} & {finding.code for finding in second.findings}
    clause = next((second.pack / "klausuler").glob("*.md")).read_text(encoding="utf-8")
    assert clause == "Planen gælder ét år.\n"


@pytest.mark.slow
def test_a_clause_that_other_documents_have_is_asked_about(tmp_path: Path) -> None:
    """Without an answer only this document gets the wording; with yes, the others too."""
    pen = Pen()
    pen.h("Opsigelse")
    pen.p("Begge parter kan opsige planen skriftligt.")
    source = tmp_path / "skabelon.docx"
    source.write_bytes(pen.bytes())
    first = import_template(source, tmp_path / "syddanmark", document="samarbejdsplan")
    answer(tmp_path / "syddanmark" / "forslag.json", {"D-opsigelse": "ja"})

    second = import_template(source, tmp_path / "syddanmark", document="samarbejdsplan")

    assert [section.id for section in first.sections] == ["samarbejdsplan_opsigelse"]
    assert [(section.id, section.state) for section in second.sections] == [("opsigelse", "ændret")]
    assert sorted(path.name for path in (second.pack / "klausuler").iterdir()) == ["opsigelse.md"]
    assert "[-" in second.text


@pytest.mark.slow
def test_the_same_wording_as_the_layer_below_is_not_written_again(tmp_path: Path) -> None:
    """It follows the layer below when that is mended."""
    pen = Pen()
    pen.h("Underskrift")
    clause = packs.load("faelles").origin("klausul.underskrift")
    text = "Planen findes i to eksemplarer, som begge parter underskriver. Hver part bekræfter ved sin underskrift, at parten accepterer planens vilkår."
    pen.p(text)
    source = tmp_path / "skabelon.docx"
    source.write_bytes(pen.bytes())

    made = import_template(source, tmp_path / "syddanmark")

    assert clause.layer == "faelles"
    assert [(section.id, section.state, section.source) for section in made.sections] == [
        ("underskrift", "den samme", "")
    ]


STUMPS = """\
Kontaktpersonen er [navn på botilbuddets kontaktperson], tlf. [telefon til botilbuddets kontaktperson].
Hun er [navn på botilbuddets kontaktperson] ([titel på botilbuddets kontaktperson]) på botilbuddet.
Lægen er [navn på lægens kontaktperson], mail [e-mail til lægens kontaktperson], tlf. [telefon til lægens kontaktperson].
Hun træffes på [telefon til botilbuddets kontaktperson] eller [e-mail til botilbuddets kontaktperson].
Ring til [navn på botilbuddets kontaktperson] på [telefon til botilbuddets kontaktperson] først.
Mødeaftaler: [mødeaftaler]"""


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


@pytest.mark.slow
def test_rows_that_are_items_become_one_that_is_repeated(tmp_path: Path) -> None:
    """Numbers are counted, labels of meeting clauses give way to the plan's titles, and a form has as many empty rows."""
    pen = Pen()
    pen.h("Emner")
    pen.table([["Nr.", "Emne"], ["1", "[emne]"], ["2", "[emne]"]])
    pen.h("Mødeaftaler")
    pen.table([["Hvad", "Aftale"], ["Ferie", "____"], ["Sygdom", "____"]])
    source = tmp_path / "skabelon.docx"
    source.write_bytes(pen.bytes())
    first = import_template(source, tmp_path / "syddanmark", document="samarbejdsplan")
    answer(tmp_path / "syddanmark" / "forslag.json", {row.number: "ja" for row in first.rows})

    made = import_template(source, tmp_path / "syddanmark", document="samarbejdsplan")

    tables = docx.Document(io.BytesIO((made.pack / "samarbejdsplan.docx").read_bytes())).tables
    assert [[cell.text for cell in row.cells] for table in tables for row in table.rows] == [
        ["Nr.", "Emne"],
        ["{%tr if plan.emner == () %}", ""],
        ["", "Parterne har ikke aftalt bestemte emner."],
        ["{%tr endif %}", ""],
        ["{%tr for punkt in plan.emner %}", ""],
        ["{{ loop.index }}", "{{ punkt }}"],
        ["{%tr endfor %}", ""],
        ["Hvad", "Aftale"],
        ["{%tr if plan.moedeaftaler == () %}", ""],
        ["", "Parterne har ikke aftalt særlige vilkår om ferie, fremmøde, sygdom og lignende."],
        ["{%tr endif %}", ""],
        ["{%tr for moedeaftale in plan.moedeaftaler %}", ""],
        ["{{ moedeaftale.titel }}", "{{ moedeaftale.tekst }}"],
        ["{%tr endfor %}", ""],
    ]
    assert "tomme_raekker = {emner = 2, moedeaftaler = 2}" in (made.pack / "pakke.toml").read_text("utf-8")
    assert (made.errors, made.proof.holds) == (0, True)


@pytest.mark.slow
def test_a_second_document_writes_over_nothing_of_the_first(tmp_path: Path) -> None:
    """A heading that both have becomes two clauses, and each has a proposal of its own."""
    made = []
    for kind, words in (
        ("samarbejdsplan", "Planen er skrevet her i regionen."),
        ("kontrakt", "Kontrakten er kort og klar."),
    ):
        pen = Pen()
        pen.h("Om papiret")
        pen.p(words)
        source = tmp_path / f"{kind}.docx"
        source.write_bytes(pen.bytes())
        made.append(import_template(source, tmp_path / "syddanmark", document=kind))

    clauses = {path.stem: path.read_text(encoding="utf-8") for path in (made[1].pack / "klausuler").iterdir()}
    assert clauses == {
        "om_papiret": "Planen er skrevet her i regionen.\n",
        "om_papiret_2": "Kontrakten er kort og klar.\n",
    }
    assert sorted(path.name for path in made[1].folder.glob("forslag*.json")) == [
        "forslag-kontrakt.json",
        "forslag.json",
    ]


# What is refused ----------------------------------------------------------------------------------------


def test_answers_that_cannot_be_read_are_told_together_and_nothing_is_written(tmp_path: Path) -> None:
    """Each with its number; the pack stays as it was."""
    source, path = begun(tmp_path, "Telefon: ______", "Botilbud: [navn på botilbud]")
    answer(path, {"1": "ja", "2": "plan.botilbud.nvn"})

    with pytest.raises(DataError) as refused:
        import_template(source, tmp_path / "syddanmark")

    assert [finding.place for finding in refused.value.findings] == ["forslag, nr. 1", "forslag, nr. 2"]
    assert text_of(tmp_path) == ["Telefon: ______", "Botilbud: [navn på botilbud]"]


def test_answers_to_another_edition_of_the_file_are_refused(tmp_path: Path) -> None:
    """A number would lead to other words."""
    source, path = begun(tmp_path, "Botilbud: [navn på botilbud]")
    answer(path, {"1": "ja"})
    other = Pen()
    other.p("Læge: [lægens navn]")
    source.write_bytes(other.bytes())

    with pytest.raises(DataError) as refused:
        import_template(source, tmp_path / "syddanmark")

    assert [finding.code for finding in refused.value.findings] == ["proposal-stale"]


@pytest.mark.slow
def test_what_somebody_edited_since_is_not_written_over(tmp_path: Path) -> None:
    """Nor is a folder that is not an import's."""
    source, _ = begun(tmp_path, "Planen er skrevet af regionen selv.")
    clause = next(path for path in (tmp_path / "syddanmark").rglob("*.md") if path.parent.name == "klausuler")
    clause.write_text("Rettet i hånden.\n", encoding="utf-8")

    with pytest.raises(PackError) as refused:
        import_template(source, tmp_path / "syddanmark")
    with pytest.raises(DocumentError):
        import_template(source, tmp_path)

    assert [finding.code for finding in refused.value.findings] == ["edited-since"]
    assert clause.read_text(encoding="utf-8") == "Rettet i hånden.\n"


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        (None, {}, "no-file"),
        (b"\xd0\xcf\x11\xe0 gammel", {}, "not-docx"),
        (b"", {"region": "Region Fyn"}, "unknown-region"),
        (b"", {"document": "lejekontrakt"}, "unknown-document"),
    ],
)
def test_what_cannot_be_imported_is_said(
    content: bytes | None, options: dict[str, Any], code: str, tmp_path: Path
) -> None:
    """In Danish, with the remedy; nothing is made."""
    source = tmp_path / "skabelon.docx"
    if content is not None:
        source.write_bytes(content or Pen().bytes())

    with pytest.raises(BotilbudlaegeError) as refused:
        import_template(source, tmp_path / "syddanmark", **options)

    assert [finding.code for finding in refused.value.findings] == [code]
    assert not (tmp_path / "syddanmark").exists()


def test_a_workbook_holds_no_formula_and_is_read_back(tmp_path: Path) -> None:
    """A place may hold words that a spreadsheet would take for a formula."""
    source, path = begun(tmp_path, "Botilbud: [=HYPERLINK(navn på botilbud)]", "=2+3: [navn på botilbud]")
    book = path.with_suffix(".xlsx")

    read_back = _sheet.read_workbook(book)

    assert source.is_file()
    with zipfile.ZipFile(book) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert read_back["2"] == ("", "[navn på botilbud]")


# What Word and people put around a place ------------------------------------------------------------------


def test_what_stands_around_a_place_does_not_come_between_it_and_its_words(tmp_path: Path) -> None:
    """A smart tag round a label, a link round a sample, a tab that draws a line, lines to sign on with their words under them."""
    sheet = rodet_word.Sheet(1)
    tag, link = '<w:smartTag w:uri="u" w:element="e">', '<w:hyperlink w:anchor="a">'
    sheet.p(f"{tag}{rodet_word.run('Botilbuddets mail: ')}</w:smartTag>", rodet_word.yellow("mette@bo.dk"))
    sheet.p("Lægens mail: ", f"{link}{rodet_word.run('xx@xx.dk')}</w:hyperlink>")
    sheet.leader("Startdato\t")
    sheet.p("Planen kan opsiges med ", rodet_word.yellow("3 måneders"), " varsel.")
    sheet.p("Underskrift: ____________ (botilbuddet) ____________ (lægen)")
    sheet.p("Underskrift: ____________\t\t____________")
    sheet.p("For botilbuddet\tFor lægen")
    source = tmp_path / "skabelon.docx"
    source.write_bytes(sheet.bytes())
    import_template(source, tmp_path / "syddanmark", document="samarbejdsplan")
    path = tmp_path / "syddanmark" / "forslag.json"
    answer(path, {str(number): "ja" for number in range(1, 9)})

    made = import_template(source, tmp_path / "syddanmark", document="samarbejdsplan")

    written = next(tmp_path.rglob("samarbejdsplan.docx"))
    body = docx.Document(str(written)).element.body
    assert (made.errors, made.left, made.proof.differences) == (0, (), ())
    assert [each for each in body.iter() if str(each.tag).endswith(("}hyperlink", "}smartTag"))] == []
    assert "Startdato {{ plan.ikrafttraeden | dato }}" in text_of(tmp_path)
    assert "Planen kan opsiges med {{ plan.varsel_maaneder }} måneders varsel." in text_of(tmp_path)
    stops = [
        [each.get(qn("w:pos")) for each in paragraph.iter(qn("w:tab")) if each.get(qn("w:pos"))]
        for paragraph in list(body)[-4:-1]
    ]
    assert int(stops[0][-1]) < int(stops[1][-1]) - 1000  # there is room for the word after the line
    assert stops[2] == [stops[1][-2]]  # the words stand under their line


# As a new user does it ----------------------------------------------------------------------------------


@pytest.mark.slow
def test_three_commands_and_one_workbook_give_a_pack(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    files: Mapping[str, bytes],
) -> None:
    """The guide's own commands, the workbook answered in between as a person does, and a package that can be installed."""
    page = (Path(__file__).parents[3] / "docs" / "howto" / "import.md").read_text(encoding="utf-8")
    commands = [
        line for block in re.findall(r"```text\n(.*?)```", page, re.DOTALL) for line in block.splitlines()
    ]
    (tmp_path / "skabelon.docx").write_bytes(files["strandby"])
    monkeypatch.chdir(tmp_path)

    first = run(shlex.split(commands[0])[1:])
    book = openpyxl.load_workbook("syddanmark/forslag.xlsx")
    sheet = book["Forslag"]
    for row in range(2, sheet.max_row + 1):
        proposal, kind = sheet.cell(row, 3).value, sheet.cell(row, 9).value
        sheet.cell(row, 2).value = "nej" if kind == "fælles klausul" else "ja" if proposal else "slet"
    book.save("syddanmark/forslag.xlsx")
    second = run(shlex.split(commands[1])[1:])

    assert commands[2] == "pip install ./syddanmark"  # the third; what comes after is a document to look at
    assert (first, second) == (0, 0)
    assert "check: 0 fejl" in capsys.readouterr().out
    pack = packs.load("syddanmark/botilbudlaege_syddanmark/syddanmark")
    assert (pack.navn, pack.layers) == ("Region Syddanmark", ("syddanmark", "faelles"))
    assert "botilbudlaege_syddanmark" in Path("syddanmark/pyproject.toml").read_text(encoding="utf-8")
