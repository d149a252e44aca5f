"""Read a living document back after every kind of edit: each told as what it is, and nothing told that is not so."""

from __future__ import annotations

import copy
import datetime
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    DocumentError,
    Moedeaftale,
    PackError,
    Praksis,
    Samarbejdsplan,
    data,
    load,
    packs,
    read,
    render,
    strip_data,
)
from botilbudlaege.rendering.living import _carrier
from botilbudlaege.rendering.living._names import DATA_NS, SNAPSHOT_NS
from botilbudlaege.rendering.word import _package
from tests.builders import EXAMPLES, en_opsigelse, en_plan, et_botilbud
from tests.packs.reading import random_subjects
from tests.rendering.living.living_edits import Edited, W, a_paragraph, a_run, tracked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from botilbudlaege import Finding

NAVN, TIMER, START = "plan.botilbud.navn", "plan.timer_pr_maaned", "plan.ikrafttraeden"
BEBOERE, CVR, ROLLE = "plan.botilbud.antal_beboere", "plan.botilbud.cvr", "plan.botilbud.driftsform"
AFTALE = "plan.moedeaftaler[0].tekst"


AFTALER = (
    Moedeaftale(titel="Sygdom", tekst="Et nyt tidspunkt aftales.\nDet sker hurtigt."),
    Moedeaftale(titel="Ferie", tekst="Lægen finder en kollega."),
)


@cache
def plan() -> Samarbejdsplan:
    """A plan that shows every kind of field."""
    return en_plan(
        botilbud=attrs.evolve(et_botilbud(), antal_beboere=18, cvr="12345674"),
        moedeaftaler=AFTALER,
        emner=("Medicin", "Kost & motion"),
    )


@cache
def issued() -> bytes:
    """The plan as a living document."""
    return render(plan(), living=True).content


@cache
def form() -> bytes:
    """The blank plan as a form."""
    return render(Samarbejdsplan(), living=True, draft=True).content


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """What is said: severity, kind and path."""
    return [(finding.severity, finding.code, finding.path) for finding in findings]


def after(*edits: Callable[[Edited], object], of: bytes | None = None) -> Any:
    """Read the plan back after edits."""
    document = Edited(issued() if of is None else of)
    for edit in edits:
        edit(document)
    return read(document.content)


def changed(**facts: Any) -> Samarbejdsplan:
    """The plan with other facts; those of the home begin with `botilbud_`."""
    home = {
        name.removeprefix("botilbud_"): value for name, value in facts.items() if name.startswith("botilbud_")
    }
    own = {name: value for name, value in facts.items() if not name.startswith("botilbud_")}
    return attrs.evolve(plan(), botilbud=attrs.evolve(plan().botilbud, **home), **own)


# Edits of facts: name, edit, what is told, the facts that then differ --------------------------------

FACTS: dict[str, tuple[Callable[[Edited], object], list[tuple[str, str, str]], dict[str, Any]]] = {
    "changed in the data and everywhere": (
        lambda d: d.both(NAVN, "Bøgely"),
        [("remark", "changed", "botilbud.navn"), ("remark", "outdated", "botilbudssiden")],
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


# Edits of the text -----------------------------------------------------------------------------------

SENTENCE = "Ordningen har to dele:"


def row_of(document: Edited, words: str) -> Any:
    """The table row that holds some words."""
    return next(row for row in document.root.iter(f"{W}tr") if words in "".join(row.itertext()))


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


# Facts that are worked out from others ----------------------------------------------------------------

ENDS = "=opsigelse.ophoersdato"


@cache
def termination() -> bytes:
    """A termination as a living document."""
    return render(en_opsigelse(), living=True).content


def ends_tag() -> str:
    """The tag by which the last day of the plan is shown."""
    return next(
        str(control.get(f"{W}val"))
        for control in Edited(termination()).root.iter(f"{W}tag")
        if (control.get(f"{W}val") or "").startswith(ENDS)
    )


def test_a_fact_that_is_worked_out_edited_by_hand() -> None:
    """What is worked out from other facts cannot be changed alone."""
    back = after(lambda d: d.show(ends_tag(), "31. marts 2026"), of=termination())

    assert {(f.severity, f.code, f.path) for f in back.findings} == {("error", "derived", "ophoersdato")}
    assert "31. december 2025" in back.findings[0].remedy
    assert back.subject == en_opsigelse()


def test_a_fact_that_is_worked_out_and_out_of_date() -> None:
    """When the facts change, what follows from them no longer fits."""
    tag = "opsigelse.modtaget"

    back = after(lambda d: d.both(tag, "15. oktober 2025", "2025-10-15"), of=termination())

    assert ("remark", "changed", "modtaget") in told(back.findings)
    assert ("remark", "outdated", "ophoersdato") in told(back.findings)
    assert {finding.severity for finding in back.findings} == {"remark"}
    assert back.subject == en_opsigelse(modtaget=datetime.date(2025, 10, 15))


def test_a_fact_that_is_worked_out_brought_up_to_date() -> None:
    """Whoever changes the fact and what follows from it has made no fault."""
    back = after(
        lambda d: d.both("opsigelse.modtaget", "15. oktober 2025", "2025-10-15"),
        lambda d: d.show(ends_tag(), "31. marts 2026"),
        of=termination(),
    )

    assert "ophoersdato" not in {finding.path for finding in back.findings}


def test_facts_that_do_not_agree() -> None:
    """A wish that the received day makes impossible is refused by the domain, never by an exception."""
    content = render(en_opsigelse(oensket_ophoer=datetime.date(2025, 12, 31)), living=True).content

    back = after(lambda d: d.both("opsigelse.modtaget", "15. januar 2026", "2026-01-15"), of=content)

    assert ("error", "invalid", "oensket_ophoer") in told(back.findings)
    assert back.subject == en_opsigelse(modtaget=datetime.date(2026, 1, 15))


# What a document has lost ------------------------------------------------------------------------------


def emptied(document: Edited) -> None:
    """Empty the data, as LibreOffice may."""
    for namespace in (DATA_NS, SNAPSHOT_NS):
        document.parts[document.item(namespace)] = b""


def renamed(document: Edited) -> None:
    """Rename the data part and drop what describes it."""
    name = document.item(DATA_NS)
    content = document.parts[name]
    document.drop(
        lambda part: (
            part.startswith("customXml/") and name.removeprefix("customXml/").removesuffix(".xml") in part
        )
    )
    document.parts["customXml/item77.xml"] = content


def tampered(document: Edited) -> None:
    """Change the facts as issued."""
    name = document.item(SNAPSHOT_NS)
    document.parts[name] = document.parts[name].replace("Æblehaven".encode(), b"Egely")


def is_custom_xml(name: str) -> bool:
    """Whether a part is custom XML."""
    return name.startswith("customXml/")


def without_item(namespace: str) -> Callable[[Edited], object]:
    """Drop the data of a namespace."""

    def edit(document: Edited) -> None:
        own = document.item(namespace)
        document.drop(lambda name: name == own)

    return edit


LOST: dict[str, tuple[Callable[[Edited], object], list[tuple[str, str]]]] = {
    "the data": (
        without_item(DATA_NS),
        [("remark", "store-lost")],
    ),
    "the content of the data": (emptied, [("remark", "store-lost")]),
    "the name of the data": (renamed, []),
    "the facts as issued": (
        without_item(SNAPSHOT_NS),
        [("remark", "snapshot-lost")],
    ),
    "the properties": (
        lambda d: d.drop(lambda name: name == _package.CUSTOM),
        [("remark", "properties-lost"), ("warning", "not-compared")],
    ),
    "all custom XML": (lambda d: d.drop(is_custom_xml), [("remark", "store-lost")]),
    "its honesty": (tampered, [("error", "snapshot-tampered")]),
}


@pytest.mark.parametrize("name", LOST)
def test_what_is_lost_is_found_elsewhere(name: str) -> None:
    """The facts stand in the data, in the snapshot, in the properties and in the text: one is enough."""
    edit, findings = LOST[name]

    back = after(edit)

    assert [(finding.severity, finding.code) for finding in back.findings] == findings
    assert back.subject == plan()
    assert back.issued == plan()


def test_only_the_text_is_left() -> None:
    """Without data and properties the facts that the fields show are still read."""
    back = after(lambda d: d.drop(lambda name: is_custom_xml(name) or name == _package.CUSTOM))

    assert [finding.code for finding in back.findings] == ["store-lost", "issued-lost", "properties-lost"]
    assert back.issued is None
    assert back.subject.botilbud.navn == "Æblehaven"
    assert back.subject.moedeaftaler == plan().moedeaftaler
    assert back.subject.praksis.navn is None


def test_a_changed_fact_without_data() -> None:
    """Without the bound data, all that is seen agrees: the fact is changed."""
    back = after(lambda d: d.show(BEBOERE, "20").drop(is_custom_xml))

    assert told(back.findings)[:2] == [
        ("remark", "store-lost", ""),
        ("remark", "changed", "botilbud.antal_beboere"),
    ]
    assert back.subject == changed(botilbud_antal_beboere=20)


def test_data_stripped() -> None:
    """What is stripped of its data is still read by its fields; pack and version are still known."""
    bare = strip_data(issued())
    parts = Edited(bare).parts

    back = read(bare)

    assert not any(name.startswith("customXml/") for name in parts)
    assert b"dataBinding" not in parts[_package.DOCUMENT]
    assert "Fonden Havblik" not in parts[_package.CUSTOM].decode()
    assert back.provenance["botilbudlaege.pakke"].startswith("midtjylland ")
    assert [finding.code for finding in back.findings] == ["store-lost", "issued-lost"]
    assert back.subject.botilbud.navn == "Æblehaven"


def test_another_version_of_the_pack() -> None:
    """Wording is compared with the same pack only; a pack that is not installed is never opened by its name."""

    def other(text: str) -> Callable[[Edited], None]:
        def edit(document: Edited) -> None:
            custom = document.parts[_package.CUSTOM].decode()
            document.parts[_package.CUSTOM] = re.sub("midtjylland [0-9.]+<", f"{text}<", custom).encode()
            document.replace("to dele", "tre dele")

        return edit

    for text in ("midtjylland 0.1", "ukendt 1.0", "docs/examples/region_fiktiv 1.0"):
        back = after(other(text))

        assert [finding.code for finding in back.findings] == ["not-compared"]
        assert back.subject == plan()
    assert [f.code for f in read(after_bytes(other("ukendt 1.0")), pack="midtjylland").findings] == [
        "wording"
    ]


def test_a_form_that_says_it_is_a_final() -> None:
    """It cannot be made anew as one, so its wording cannot be compared; the facts are read all the same."""

    def edit(document: Edited) -> None:
        custom = document.parts[_package.CUSTOM]
        document.parts[_package.CUSTOM] = custom.replace(b">kladde<", b">endelig<")

    back = after(edit, of=form())

    assert back.findings[0].code == "not-compared"
    assert "kan ikke laves igen" in back.findings[0].message
    assert back.issued == Samarbejdsplan()


def test_a_document_of_facts_that_would_now_be_refused() -> None:
    """A name that reads as an empty field, as no document is made with: it cannot be made anew."""
    facts = data.compact(changed(botilbud_navn="[indsæt navn på botilbud]"))

    def edit(document: Edited) -> None:
        name = document.item(SNAPSHOT_NS)
        document.parts[name] = _carrier.snapshot(facts)
        document.drop(lambda part: part == _package.CUSTOM)

    content = after_bytes(edit)
    back = read(content, pack="midtjylland")

    assert "not-compared" in {finding.code for finding in back.findings}
    assert back.issued.botilbud.navn == "[indsæt navn på botilbud]"


def test_a_pack_that_cannot_be_used_is_refused_when_it_is_asked_for(tmp_path: Path) -> None:
    """Whoever gives a pack is told what is wrong with it."""
    folder = tmp_path / "proeve"
    (folder / "klausuler").mkdir(parents=True)
    (folder / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "x"\nversion = "1"\nbygger_paa = "faelles"\n[klausuler.omfang]\nbegrundelse = "x"\n',
        encoding="utf-8",
    )
    (folder / "klausuler" / "omfang.md").write_text("# Overskrift\n", encoding="utf-8")
    with pytest.raises(PackError, match="omfang"):
        read(issued(), pack=folder)


def test_the_kind_of_a_document_that_has_lost_its_properties() -> None:
    """A contract is made of a plan too: what it is like decides, so that no wording is told as changed."""
    content = render(plan(), "kontrakt", living=True, pack="faelles").content
    document = Edited(content).drop(lambda name: name == _package.CUSTOM)

    back = read(document.content, pack="faelles")

    assert [finding.code for finding in back.findings] == ["properties-lost"]
    assert back.subject == plan()


def after_bytes(edit: Callable[[Edited], object]) -> bytes:
    """The plan after an edit."""
    document = Edited(issued())
    edit(document)
    return document.content


def test_a_document_that_is_not_living() -> None:
    """A flat document, and one that is not ours, cannot be read back."""
    for content in (render(plan()).content, packs.load("faelles").template("samarbejdsplan").docx):
        with pytest.raises(DocumentError, match="living"):
            read(content)


def test_a_file_that_is_not_there() -> None:
    """A file that cannot be read is told by its name."""
    with pytest.raises(DocumentError, match=r"findes-ikke\.docx"):
        read("mappe/findes-ikke.docx")


# Forms -------------------------------------------------------------------------------------------------


def filled(document: Edited) -> None:
    """Fill the form in, with a row of the lists left blank and one half full."""
    facts = {
        NAVN: "Bøgely",
        "plan.aftalepart": "botilbuddet",
        "plan.praksis.navn": "Lægerne",
        "plan.botilbud.kontaktperson.navn": "Ida Holm",
        "plan.botilbud.kontaktperson.telefon": "86123456",
        "plan.praksis.kontaktperson.navn": "Mette Storm",
        "plan.praksis.kontaktperson.email": "m@soe.example",
        TIMER: "2",
        "plan.emner[1]": "Medicin",
        "plan.moedeaftaler[1].titel": "Sygdom",
        "plan.moedeaftaler[2].titel": "Ferie",
        "plan.moedeaftaler[2].tekst": "Lægen finder en kollega.",
    }
    for path, text in facts.items():
        document.both(path, text)
    document.both(START, "1.4.2025", "2025-04-01")


def test_a_form_filled_in() -> None:
    """What is filled in is told and taken; blank rows are left out, a half full one stays and is told."""
    back = after(filled, of=form())

    assert back.subject.botilbud.navn == "Bøgely"
    assert back.subject.ikrafttraeden == datetime.date(2025, 4, 1)
    assert back.subject.aftalepart is Aftalepart.BOTILBUD
    assert back.subject.emner == ("Medicin",)
    assert back.subject.moedeaftaler == (
        Moedeaftale(titel="Sygdom"),
        Moedeaftale(titel="Ferie", tekst="Lægen finder en kollega."),
    )
    assert {(f.severity, f.code) for f in back.findings} == {("remark", "changed"), ("warning", "missing")}
    assert [f.path for f in back.findings if f.code == "missing"] == ["moedeaftaler[0].tekst"]


def test_it_shows_itself_in_a_notebook() -> None:
    """The facts, and what is to be looked at; nothing of it runs."""
    unchanged = read(issued())._repr_html_()
    changed = read(Edited(issued()).both(NAVN, "Bøgely <b>").content)._repr_html_()

    assert "Æblehaven" in unchanged
    assert "Intet er ændret." in unchanged
    assert "Bøgely &lt;b&gt;" in changed
    assert "Intet er ændret." not in changed


def test_a_field_filled_in_at_one_of_its_places() -> None:
    """Or by a program that does not keep the data: what was empty is filled in, and two answers are a conflict."""
    once = read(Edited(form()).show(NAVN, "Bøgely", only=0).content)
    twice = read(Edited(form()).show(NAVN, "Bøgely", only=0).show(NAVN, "Birkely", only=1).content)

    assert once.subject.botilbud.navn == "Bøgely"
    assert [(f.severity, f.code) for f in once.findings if f.path == "botilbud.navn"] == [
        ("remark", "changed")
    ]
    assert twice.subject.botilbud.navn is None
    assert [(f.severity, f.code) for f in twice.findings if f.path == "botilbud.navn"] == [
        ("error", "conflict")
    ]


def test_a_form_returned_blank() -> None:
    """A form with nothing in it says what a final needs, and nothing else."""
    back = read(form())

    assert back.subject == back.issued == Samarbejdsplan()
    assert {(f.severity, f.code) for f in back.findings} == {("warning", "missing")}
    assert "botilbud.navn" in {f.path for f in back.findings}


def test_a_form_with_a_wrong_value() -> None:
    """What cannot be right is quoted, and is not in the subject."""
    back = after(filled, lambda d: d.both(TIMER, "to"), of=form())

    (finding,) = [f for f in back.findings if f.severity == "error"]
    assert (finding.code, finding.path) == ("invalid", "timer_pr_maaned")
    assert "»to«" in finding.message
    assert back.subject.timer_pr_maaned is None


# Round trips -------------------------------------------------------------------------------------------

LIVING = sorted(path for path in EXAMPLES.glob("*.toml") if "ufuldstaendig" not in path.name)


@pytest.mark.parametrize("path", LIVING, ids=lambda path: path.stem)
def test_every_example_comes_back(path: Any) -> None:
    """What was put in comes out, with nothing to say."""
    subject = load(path)

    back = read(render(subject, living=True).content)

    assert back.subject == subject
    assert back.findings == ()


GROUPS = 8


def test_a_practice_without_a_name() -> None:
    """A fact that the text shows only as worked out from others comes back from the snapshot."""
    subject = en_plan(praksis=attrs.evolve(plan().praksis, navn=None, laeger=("Bo Lind", "Eva Krag")))

    assert read(render(subject, living=True).content).subject == subject
    assert isinstance(subject.praksis, Praksis)


@pytest.mark.parametrize(
    "group", [0, *(pytest.param(number, marks=pytest.mark.slow) for number in range(1, GROUPS))]
)
def test_random_subjects_come_back(group: int) -> None:
    """What was put in comes out, whatever it is: 50 subjects of all kinds a group, 400 in all."""
    wrong = []
    for number in range(50 * group, 50 * (group + 1)):
        subject, content = random_subjects.living(number)
        back = read(content)
        if back.subject != subject or back.findings:
            wrong.append((number, back.findings))

    assert wrong == []
