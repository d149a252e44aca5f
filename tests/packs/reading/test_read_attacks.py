"""What a person sees and a program overlooks: half a prompt, moved cells, fields and bodies from elsewhere."""

from __future__ import annotations

import copy
import itertools
import unicodedata
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import load, read, render
from botilbudlaege.rendering.word import _package
from tests.builders import en_plan
from tests.packs.reading.living import (
    AFTALE,
    NAVN,
    START,
    TIMER,
    after,
    form,
    issued,
    plan,
    told,
)
from tests.packs.reading.looks import _LIST, _NAMES, append, no_header, xml
from tests.rendering.living.living_edits import Edited, W, a_run

if TYPE_CHECKING:
    from collections.abc import Callable


def test_an_empty_field_deleted() -> None:
    """It said nothing, so nothing is gone but the wording around it."""
    back = after(lambda d: d.delete(AFTALE), of=form())

    assert not [finding for finding in back.findings if "slettet af teksten" in finding.message]


def test_a_header_that_no_section_asks_for() -> None:
    """It is on no page."""
    back = after(no_header)

    assert {finding.code for finding in back.findings} == {"wording"}
    assert "Samarbejdsplan" in back.findings[0].message


def test_a_number_crossed_out_and_another_beside_it() -> None:
    """The crossed out one is not used, and the text beside the field is told."""

    def edit(document: Edited) -> None:
        for control in document.controls(TIMER):
            control.find(f".//{W}r").insert(0, xml("<w:rPr><w:strike/></w:rPr>"))
            control.addnext(a_run("3"))

    back = after(edit)

    assert back.subject.timer_pr_maaned is None
    assert ("error", "conflict", "timer_pr_maaned") in told(back.findings)
    assert sum(finding.code == "wording" for finding in back.findings) == 2


@pytest.mark.parametrize(
    ("text", "drawn", "words"),
    [
        ('<w:r><w:pict><v:shape><v:textpath string="X"/></v:shape></w:pict></w:r>', "»X«", "der er 1"),
        ("<w:r><w:drawing/><w:drawing/></w:r>", "", "der er 2"),
    ],
)
def test_pictures_that_were_put_in(text: str, drawn: str, words: str) -> None:
    """What is in them cannot be read, and that is said; letters that are drawn are read."""
    *wording, figures = after(lambda d: append(d, text)).findings

    assert [finding.code for finding in wording] == (["wording"] if drawn else [])
    assert all(drawn in finding.message for finding in wording)
    assert (figures.severity, figures.code) == ("warning", "not-read")
    assert words in figures.message


def test_comments() -> None:
    """What is in them is no text of the document, but a person must read it."""

    def edit(document: Edited) -> None:
        document.parts["word/comments.xml"] = (
            f'<?xml version="1.0"?><w:comments {_NAMES}><w:comment/></w:comments>'.encode()
        )

    back = after(edit)

    assert told(back.findings) == [("warning", "not-read", "")]
    assert "der er 1." in back.findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "[indsæt navn på botilbud Bøgely",
        "[indsæt navn på botilbud] Bøgely",
        "[indsæt Bøgely]",
        "Bøgely navn på botilbud]",
        "Klik eller tryk her for at skrive tekst.Bøgely",
    ],
)
def test_a_prompt_that_is_half_overwritten(text: str) -> None:
    """It is no name of a home, and it is not taken for an empty field either: with Word's mark of one, or without."""
    for marked in (True, False):
        document = Edited(form())
        back = read((document.empty(NAVN, text) if marked else document.show(NAVN, text)).content)

        assert ("error", "invalid", "botilbud.navn") in told(back.findings)
        assert back.subject.botilbud.navn is None


@pytest.mark.parametrize("text", ["Click or tap here to enter text.", "[indsæt navn på botilbud]", " "])
def test_a_field_that_shows_a_prompt_without_the_mark(text: str) -> None:
    """It is empty."""
    back = after(lambda d: d.show(NAVN, text), of=form())

    assert {code for _, code, _ in told(back.findings)} == {"missing"}


def test_a_field_taken_away_at_one_place() -> None:
    """It is not the same everywhere."""
    back = after(lambda d: d.remove(d.controls(TIMER)[1]))

    assert told(back.findings) == [("error", "conflict", "timer_pr_maaned")]


def test_lines_of_a_field_whose_control_is_gone() -> None:
    """They are as issued."""
    back = after(lambda d: d.unwrap(AFTALE))

    assert back.findings == ()
    assert back.subject == plan()


def test_a_date_that_can_be_meant_otherwise() -> None:
    """It is quoted as it was typed and as it is understood."""
    back = after(lambda d: d.both(START, "4/1/2025", "2025-01-04"))

    assert told(back.findings) == [("remark", "changed", "ikrafttraeden")]
    assert "»4/1/2025« (4. januar 2025)" in back.findings[0].message


def rows(document: Edited) -> list[Any]:
    """The rows of the list of changes."""
    return list(dict.fromkeys(next(control.iterancestors(f"{W}tr")) for control in document.controls(_LIST)))


@pytest.mark.parametrize(
    ("edit", "code", "words"),
    [
        (lambda d: d.show(_LIST, "34", only=1), "derived", "»34« er skrevet i hånden"),
        (lambda d: d.show(_LIST, "3", only=1).show(_LIST, "2", only=2), "derived", "anden orden"),
        (lambda d: rows(d)[0].addprevious(rows(d)[1]), "derived", "anden orden"),
        (lambda d: d.remove(rows(d)[0]), "wording", "»Timer pr. måned | 2 | 3« er slettet"),
        (lambda d: rows(d)[1].addnext(copy.deepcopy(rows(d)[0])), "wording", "»Timer pr. måned | 2 | 3« er"),
    ],
)
def test_cells_of_a_list_that_is_worked_out(edit: Callable[[Edited], object], code: str, words: str) -> None:
    """Each is held against its own place, though all have the same tag."""
    document = Edited(render(load("docs/examples/allonge.toml"), living=True).content)
    edit(document)

    back = read(document.content)

    assert told(back.findings) == [("error", code, "aftalte_aendringer" if code == "derived" else "")]
    assert words in back.findings[0].message


def test_every_control_moved_or_written_beside_is_told() -> None:
    """No control of the plan can be edited in silence; every other one is tried."""
    tags = {each.get(f"{W}val") for each in Edited(issued()).root.iter(f"{W}tag")}
    edits: dict[str, Callable[[Edited, str], object]] = {
        "beside": lambda d, tag: d.controls(tag)[-1].addnext(a_run(" X")),
        "gone": lambda d, tag: d.remove(d.controls(tag)[-1]),
        "other": lambda d, tag: d.show(tag, "Zz", only=-1),
    }
    silent = []
    for tag, (name, edit) in zip(sorted(tags)[::2], itertools.cycle(edits.items()), strict=False):
        document = Edited(issued())
        edit(document, tag)
        if not read(document.content).findings:
            silent.append((name, tag))

    assert len(tags) > 2 * len(edits)
    assert silent == []


@pytest.mark.parametrize(
    "text", ["Ege\u00adly Nord", "Egely\u200b Nord", "Egely\u00a0Nord", "E\ufeffgely  Nord "]
)
def test_signs_that_nobody_sees(text: str) -> None:
    """They are no part of a name that is typed."""
    back = after(lambda d: d.both(NAVN, text), of=form())

    assert back.subject.botilbud.navn == "Egely Nord"


def test_a_name_typed_on_a_mac() -> None:
    """Its letters are those of every other name."""
    back = after(lambda d: d.both(NAVN, unicodedata.normalize("NFD", "Åbrinken")), of=form())

    assert back.subject.botilbud.navn == "Åbrinken"


def test_a_date_kept_as_a_time() -> None:
    """It is the same day."""
    back = after(lambda d: d.both(START, "1. maj 2025", "2025-05-01T00:00:00"))

    assert told(back.findings) == [("remark", "changed", "ikrafttraeden")]


def test_a_choice_that_is_not_in_the_list() -> None:
    """The remedy names the choices as the document does."""
    back = after(lambda d: d.both("plan.aftalepart", "kommunen"))

    assert "Skriv organisationen, botilbuddet eller " in back.findings[0].remedy


def test_what_is_worked_out_written_in_a_form() -> None:
    """The remedy is to fill in what it is worked out from."""
    back = after(lambda d: d.show("=plan.botilbudssiden", "Fonden Y", only=0), of=form())

    (derived,) = (finding for finding in back.findings if finding.code == "derived")
    assert derived.remedy == "Skriv de andre oplysninger i deres felter, eller giv dem i en datafil."


def test_the_body_of_another_plan() -> None:
    """Select all, copy and paste between two plans: every fact that differs is told."""
    home = attrs.evolve(plan().botilbud, navn="Fremmed", antal_beboere=40)
    other = Edited(render(attrs.evolve(plan(), botilbud=home, timer_pr_maaned=3), living=True).content)

    back = after(lambda d: d.root.replace(d.root[0], copy.deepcopy(other.root[0])))

    assert {path for _, code, path in told(back.findings) if code == "conflict"} == {
        "botilbud.navn",
        "botilbud.antal_beboere",
        "timer_pr_maaned",
    }


def test_the_document_under_another_name() -> None:
    """Word on the web writes word/document2.xml; it is the relationship that says which part is the document."""
    parts = _package.read(render(en_plan(), living=True).content)
    renamed = {name.replace("word/document.xml", "word/document2.xml"): part for name, part in parts.items()}
    renamed["word/_rels/document2.xml.rels"] = renamed.pop("word/_rels/document.xml.rels")
    for name in ("[Content_Types].xml", "_rels/.rels"):
        renamed[name] = renamed[name].replace(b"word/document.xml", b"word/document2.xml")
    back = read(_package.write(renamed))

    assert back.subject == en_plan()
    assert back.findings == ()
