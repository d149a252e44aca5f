"""Read a living document back after every kind of edit: each told as what it is, and nothing told that is not so."""

from __future__ import annotations

import copy
import datetime
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    Moedeaftale,
)
from tests.packs.reading.living import (
    AFTALE,
    AFTALER,
    BEBOERE,
    CVR,
    NAVN,
    SENTENCE,
    START,
    TIMER,
    after,
    changed,
    plan,
    row_of,
    told,
)
from tests.rendering.living.living_edits import Edited, W, a_paragraph, a_run, tracked

if TYPE_CHECKING:
    from collections.abc import Callable


# Edits of facts: name, edit, what is told, the facts that then differ --------------------------------

FACTS: dict[str, tuple[Callable[[Edited], object], list[tuple[str, str, str]], dict[str, Any]]] = {
    "changed in the data and everywhere": (
        lambda d: d.both(NAVN, "Bøgely"),
        [("remark", "changed", "botilbud.navn")],
        {"botilbud_navn": "Bøgely"},
    ),
    "changed in the data alone": (
        lambda d: d.store(NAVN, "Bøgely"),
        [("error", "conflict", "botilbud.navn")],
        {},
    ),
    "changed in the text alone": (
        lambda d: d.show(BEBOERE, "20"),
        [("error", "conflict", "botilbud.antal_beboere")],
        {"botilbud_antal_beboere": 20},
    ),
    "changed at one place alone": (
        lambda d: d.show(TIMER, "3", only=1),
        [("error", "conflict", "timer_pr_maaned")],
        {"timer_pr_maaned": 3},
    ),
    "changed at two places to two values": (
        lambda d: d.show(NAVN, "Bøgely", only=0).show(NAVN, "Egely", only=1),
        [("error", "conflict", "botilbud.navn")],
        {"botilbud_navn": None},
    ),
    "a date in words": (
        lambda d: d.show(START, "første april"),
        [("error", "invalid", "ikrafttraeden")],
        {"ikrafttraeden": None},
    ),
    "hours that cannot be agreed, in the text alone": (
        lambda d: d.show(TIMER, "5"),
        [("error", "invalid", "timer_pr_maaned")],
        {"timer_pr_maaned": None},
    ),
    "the same date in another form": (lambda d: d.show(START, "1.4.2025"), [], {}),
    "the same date with a short month": (lambda d: d.show(START, "1. apr. 2025"), [], {}),
    "another date in another form": (
        lambda d: d.both(START, "1. maj 2025", "2025-05-01").show(START, "01-05-2025", only=0),
        [("remark", "changed", "ikrafttraeden")],
        {"ikrafttraeden": datetime.date(2025, 5, 1)},
    ),
    "a CVR number with a wrong check digit": (
        lambda d: d.both(CVR, "12345678"),
        [("error", "invalid", "botilbud.cvr")],
        {"botilbud_cvr": None},
    ),
    "hours that may not be agreed": (
        lambda d: d.both(TIMER, "7"),
        [("error", "invalid", "timer_pr_maaned")],
        {"timer_pr_maaned": None},
    ),
    "a start before the scheme": (
        lambda d: d.both(START, "1. april 2024", "2024-04-01"),
        [("error", "invalid", "ikrafttraeden")],
        {"ikrafttraeden": None},
    ),
    "a number in words": (
        lambda d: d.both(BEBOERE, "atten"),
        [("error", "invalid", "botilbud.antal_beboere")],
        {"botilbud_antal_beboere": None},
    ),
    "a choice that is not in the list": (
        lambda d: d.both("plan.botilbud.lovgrundlag", "servicelovens § 999"),
        [("error", "invalid", "botilbud.lovgrundlag")],
        {"botilbud_lovgrundlag": None},
    ),
    "a needed fact emptied": (
        lambda d: d.empty(TIMER).store(TIMER, ""),
        [("error", "missing", "timer_pr_maaned")],
        {"timer_pr_maaned": None},
    ),
    "an optional fact emptied": (
        lambda d: d.empty(BEBOERE).store(BEBOERE, ""),
        [("remark", "changed", "botilbud.antal_beboere"), ("remark", "outdated", "")],
        {"botilbud_antal_beboere": None},
    ),
    "& and < in a value": (
        lambda d: d.both(AFTALE, "A & B < C"),
        [("remark", "changed", "moedeaftaler[0].tekst")],
        {"moedeaftaler": (Moedeaftale(titel="Sygdom", tekst="A & B < C"), AFTALER[1])},
    ),
    "a value with & that has no place in the data": (
        lambda d: d.show("plan.emner[1]", "Kost, søvn & motion"),
        [("remark", "changed", "emner[1]")],
        {"emner": ("Medicin", "Kost, søvn & motion")},
    ),
    "lines in a value": (
        lambda d: d.both(AFTALE, "Et nyt tidspunkt aftales.\nSnart."),
        [("remark", "changed", "moedeaftaler[0].tekst")],
        {
            "moedeaftaler": (
                Moedeaftale(titel="Sygdom", tekst="Et nyt tidspunkt aftales.\nSnart."),
                AFTALER[1],
            )
        },
    ),
    "an item of a list emptied": (
        lambda d: (
            d.empty("plan.moedeaftaler[0].titel")
            .store("plan.moedeaftaler[0].titel", "")
            .empty(AFTALE)
            .store(AFTALE, "")
        ),
        [
            ("remark", "changed", "moedeaftaler[0].titel"),
            ("remark", "changed", "moedeaftaler[0].tekst"),
            ("remark", "outdated", ""),
        ],
        {"moedeaftaler": AFTALER[1:]},
    ),
    "an item of a list deleted with its paragraph": (
        lambda d: d.remove(d.paragraph("Medicin")),
        [("error", "missing", "emner[0]")],
        {"emner": ("Kost & motion",)},
    ),
    "a control deleted, its text kept": (lambda d: d.unwrap(BEBOERE), [], {}),
    "every control of a fact deleted, the text kept": (lambda d: d.unwrap(NAVN), [], {}),
    "a control deleted, its text changed": (
        lambda d: d.unwrap(BEBOERE).paragraph("Antal beboere: ").append(a_run("0")),
        [("error", "conflict", "botilbud.antal_beboere")],
        {"botilbud_antal_beboere": 180},
    ),
    "a control and its text deleted": (
        lambda d: d.delete(BEBOERE),
        [("error", "missing", "botilbud.antal_beboere")],
        {"botilbud_antal_beboere": None},
    ),
}


@pytest.mark.parametrize("name", FACTS)
def test_an_edit_of_a_fact(name: str) -> None:
    """What was done to a fact is told once, as what it is, and the subject has what can be used."""
    edit, findings, facts = FACTS[name]

    back = after(edit)

    assert told(back.findings) == findings
    assert back.subject == changed(**facts)
    assert back.issued == plan()


def copied(document: Edited, words: str) -> None:
    """Copy a paragraph with its controls, ids and all."""
    paragraph = document.paragraph(words)
    paragraph.addnext(copy.deepcopy(paragraph))


def cut_in_runs(document: Edited, tag: str) -> None:
    """Split the run of a control letter by letter, with the marks that Word leaves."""
    for sdt in document.controls(tag):
        content = sdt.find(f"{W}sdtContent")
        letters = "".join(content.itertext())
        for child in list(content):
            content.remove(child)
        for letter in letters:
            content.append(content.makeelement(f"{W}proofErr", {f"{W}type": "spellStart"}))
            content.append(a_run(letter))
            content.append(content.makeelement(f"{W}bookmarkStart", {f"{W}id": "1", f"{W}name": "x"}))


def around_paragraph(document: Edited, tag: str) -> None:
    """Turn the controls that fill a paragraph into controls around the paragraph, as Word and LibreOffice do."""
    for sdt in document.controls(tag):
        paragraph = sdt.getparent()
        if "".join(paragraph.itertext()) != "".join(sdt.itertext()):
            continue
        content = sdt.find(f"{W}sdtContent")
        paragraph.replace(sdt, content[0])
        paragraph.addprevious(sdt)
        content.append(paragraph)


def linked(document: Edited, tag: str) -> None:
    """Wrap controls in a hyperlink, a smart tag and a control of another program."""
    for sdt in document.controls(tag):
        for name in ("hyperlink", "smartTag"):
            outer = sdt.makeelement(f"{W}{name}")
            sdt.getparent().replace(sdt, outer)
            outer.append(sdt)
        foreign, content = sdt.makeelement(f"{W}sdt"), sdt.makeelement(f"{W}sdtContent")
        foreign.append(content)
        sdt.getparent().replace(sdt, foreign)
        content.append(sdt)


def track_fixed_text(document: Edited) -> None:
    """Delete fixed words with change tracking, and insert others."""
    run = document.paragraph(SENTENCE).find(f"{W}r")
    run.addnext(tracked("ins", a_run("Ordningen har tre dele:")))
    run.getparent().replace(run, deleted := tracked("del"))
    for text in run.iter(f"{W}t"):
        text.tag = f"{W}delText"
    deleted.append(run)


def track_in_field(document: Edited) -> None:
    """Change a field in the data, and in the text with change tracking."""
    document.store(BEBOERE, "20")
    for sdt in document.controls(BEBOERE):
        content = sdt.find(f"{W}sdtContent")
        (run,) = content
        content.append(tracked("ins", a_run("20")))
        content.append(tracked("del", run))


TEXTS: dict[str, tuple[Callable[[Edited], object], list[str]]] = {
    "a sentence changed": (lambda d: d.replace("to dele", "tre dele"), ["to dele", "tre dele"]),
    "a word added beside a field": (
        lambda d: d.controls(BEBOERE)[0].addprevious(a_run("mindst ")),
        ["Antal beboere: 18", "Antal beboere: mindst 18"],
    ),
    "a paragraph deleted": (lambda d: d.remove(d.paragraph(SENTENCE)), [SENTENCE, "slettet"]),
    "a paragraph added": (
        lambda d: d.paragraph(SENTENCE).addprevious(a_paragraph("Lægen får en fast plads.")),
        ["Lægen får en fast plads.", "tilføjet"],
    ),
    "a row deleted": (
        lambda d: d.remove(row_of(d, "måneders varsel")),
        ["Opsigelse | 3 måneders varsel", "slettet"],
    ),
    "a paragraph copied with its controls": (
        lambda d: copied(d, "Antal beboere"),
        ["Antal beboere: 18", "tilføjet"],
    ),
    "fixed text changed with change tracking": (track_fixed_text, ["to dele", "tre dele"]),
    "a word hidden": (
        lambda d: d.paragraph(SENTENCE).find(f"{W}r").insert(0, vanish()),
        [SENTENCE, "slettet"],
    ),
    "words added to a header": (
        lambda d: d.roots["word/header1.xml"].append(a_paragraph("FORTROLIGT")),
        ["FORTROLIGT", "tilføjet", "sidehovedet"],
    ),
}


def vanish() -> Any:
    """The look of hidden text."""
    look = a_run("").makeelement(f"{W}rPr")
    look.append(look.makeelement(f"{W}vanish"))
    return look


@pytest.mark.parametrize("name", TEXTS)
def test_an_edit_of_the_text(name: str) -> None:
    """Changed wording is told once, with where it stands and what it was and is; the facts stay."""
    edit, words = TEXTS[name]

    back = after(edit)

    assert [(finding.severity, finding.code) for finding in back.findings] == [("error", "wording")]
    assert [word for word in words if word not in str(back.findings[0])] == []
    assert back.findings[0].place
    assert back.subject == plan()


def renumbered(document: Edited) -> None:
    """Update the page numbers."""
    for text in document.roots["word/footer1.xml"].iter(f"{W}t"):
        if (text.text or "").isdigit():
            text.text = "7"


def commented(document: Edited) -> None:
    """Comment on words, and on a field."""
    for number, element in enumerate(
        (document.paragraph(SENTENCE).find(f"{W}r"), document.controls(BEBOERE)[0])
    ):
        mark = {f"{W}id": str(number)}
        reference = a_run("")
        reference.append(reference.makeelement(f"{W}commentReference", mark))
        element.addprevious(element.makeelement(f"{W}commentRangeStart", mark))
        element.addnext(reference)
        element.addnext(element.makeelement(f"{W}commentRangeEnd", mark))


HARMLESS: dict[str, Callable[[Edited], object]] = {
    "nothing": lambda d: d,
    "runs split, marks of spelling, bookmarks": lambda d: cut_in_runs(d, NAVN),
    "controls around paragraphs": lambda d: around_paragraph(d, NAVN),
    "controls in links and in other controls": lambda d: linked(d, BEBOERE),
    "comments": commented,
    "blank paragraphs": lambda d: d.paragraph(SENTENCE).addnext(a_paragraph("  ")),
    "an update of the page numbers": renumbered,
    "another kind of space": lambda d: d.replace("to dele", "to\u00a0dele"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_changes_nothing_is_not_told(name: str) -> None:
    """How a program writes a document is no change of it."""
    back = after(HARMLESS[name])

    assert back.findings == ()
    assert back.subject == plan()


def test_a_field_changed_with_change_tracking() -> None:
    """A tracked change counts as accepted."""
    back = after(track_in_field)

    assert told(back.findings) == [("remark", "changed", "botilbud.antal_beboere")]
    assert back.subject == changed(botilbud_antal_beboere=20)


def test_a_field_changed_by_two_with_change_tracking() -> None:
    """What the first put in and the second took out again is a step on the way, and no words of anybody."""

    def edit(document: Edited) -> None:
        document.store(BEBOERE, "20")
        for sdt in document.controls(BEBOERE):
            content = sdt.find(f"{W}sdtContent")
            (run,) = content
            content.append(tracked("del", run))
            content.append(tracked("ins", tracked("del", a_run("19"))))
            content.append(tracked("ins", a_run("20")))

    back = after(edit)

    assert told(back.findings) == [("remark", "changed", "botilbud.antal_beboere")]
    assert back.subject == changed(botilbud_antal_beboere=20)


def test_a_field_found_and_replaced_with_change_tracking() -> None:
    """LibreOffice 7.4 puts the new text after the control, and after that an empty copy of it."""

    def edit(document: Edited) -> None:
        document.store(BEBOERE, "20")
        for sdt in document.controls(BEBOERE):
            content = sdt.find(f"{W}sdtContent")
            copied = copy.deepcopy(sdt)
            copied.find(f"{W}sdtContent")[:] = [a_run("")]
            content[:] = [tracked("del", content[0])]
            sdt.addnext(copied)
            sdt.addnext(tracked("ins", a_run("0")))
            sdt.addnext(tracked("ins", a_run("2")))

    back = after(edit)

    assert told(back.findings) == [("remark", "changed", "botilbud.antal_beboere")]
    assert back.subject == changed(botilbud_antal_beboere=20)


def test_a_field_in_a_header_that_differs() -> None:
    """An occurrence counts wherever it stands."""

    def edit(document: Edited) -> None:
        control = copy.deepcopy(document.controls(BEBOERE)[0])
        paragraph = document.roots["word/header1.xml"].find(f"{W}p")
        paragraph.append(control)
        document.show(BEBOERE, "19", only=1)

    back = after(edit)

    assert told(back.findings) == [("error", "conflict", "botilbud.antal_beboere"), ("error", "wording", "")]
    assert "sidehovedet" in back.findings[0].place
