"""A region's own Word document made into a pack: answered, checked, held against the original."""

from __future__ import annotations

import io
import re
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from botilbudlaege import (
    load,
    packs,
    render,
)
from botilbudlaege.cli import run
from botilbudlaege.errors import BotilbudlaegeError
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.importing import _plan, _proof, _tidy
from botilbudlaege.packs.importing._import import import_template
from botilbudlaege.rendering.word import _refusals
from tests.packs.importing import rodet_word, skabeloner
from tests.packs.importing.keys import KEYS
from tests.packs.importing.skabeloner import ALLE
from tests.packs.importing.steps import answer, answered, begun, text_of
from tests.packs.importing.usete import tidlig_1
from tests.packs.importing.word import Pen, deleted, inserted

if TYPE_CHECKING:
    from collections.abc import Mapping


EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Write the six templates once."""
    return {name: make() for name, make in ALLE.items()}


# The six ------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", ALLE)
def test_the_answers_give_a_pack_without_errors_that_differs_in_the_confirmed_places_alone(
    name: str,
) -> None:
    """Twice the same command, one file answered: no error, no other difference, and a final can be made."""
    made = answered(name)

    assert [str(finding) for finding in made.findings if finding.severity == "error"] == []
    assert (made.proof.differences, made.proof.parts) == ((), ())
    assert made.left == ()
    subject = load(EXAMPLES / ("orientering.toml" if name in skabeloner.DOKUMENT else "aeblehaven.toml"))
    text = render(subject, pack=made.pack).text
    assert "Æblehaven" in text
    assert not set("[]«»☐" if name == "bakkedal" else "«»") & set(text)


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


def test_only_confirmed_rows_are_applied_and_check_names_the_rest(tmp_path: Path) -> None:
    """A place without an answer stays, and is an error of `check`."""
    source, path = begun(tmp_path, "Botilbud: [navn på botilbud]", "Adresse: [botilbuddets adresse]")
    answer(path, {"1": "ja"})

    made = import_template(source, tmp_path / "syddanmark")

    assert text_of(tmp_path) == ["Botilbud: {{ plan.botilbud.navn }}", "Adresse: [botilbuddets adresse]"]
    assert [row.number for row in made.left] == ["2"]
    assert [finding.code for finding in made.findings if finding.severity == "error"] == ["left-placeholder"]


def test_the_comparison_sees_looks_as_well() -> None:
    """A style, a kind of numbers, and the words of a table and of the header in other letters; a language is no look."""
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

    language = parts["word/styles.xml"].replace(
        b'w:styleId="Heading1">', b'w:styleId="Heading1"><w:rPr><w:lang w:val="en-GB"/></w:rPr>', 1
    )

    assert _proof.proof(wanted, parts, parts).holds
    assert language != parts["word/styles.xml"]
    assert _proof.proof(wanted, parts, parts | {"word/styles.xml": language}).holds
    found = _proof.proof(wanted, parts, other)
    assert found.differences == ()
    assert {each.partition(":")[0] for each in found.parts} == set(changes)


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
