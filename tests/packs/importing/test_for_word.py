"""What is said of an imported pack, in the words of Word: facts by their names, and no tags."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import Finding
from botilbudlaege.packs.checking import _findings as _checking
from botilbudlaege.packs.importing import _for_word
from botilbudlaege.packs.importing._import import import_template
from botilbudlaege.rendering.word import _findings as _word
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Dokument.SAMARBEJDSPLAN


def unguarded(path: str, place: str = "syddanmark/samarbejdsplan.docx, teksten, afsnit 1") -> Finding:
    """Give what check says of a fact that may be missing."""
    return Finding(
        code="unguarded",
        severity="warning",
        message=f"Oplysningen {path} (telefon) er frivillig; mangler den, afvises dokumentet.",
        remedy=f"Sæt {{% if {path} is not none %}} … {{% endif %}} om.",
        place=place,
    )


def test_facts_that_a_final_needs_are_one_line_a_file() -> None:
    """Each by its name, once, and none with a tag to set."""
    phone, mail = "plan.praksis.kontaktperson.telefon", "plan.praksis.kontaktperson.email"
    found = list(_for_word.told([unguarded(phone), unguarded(mail), unguarded(phone)], PLAN))

    assert [(finding.code, finding.severity, finding.place) for finding in found] == [
        ("needed-in-final", "warning", "syddanmark/samarbejdsplan.docx")
    ]
    assert "mangler: telefon til lægens kontaktperson, e-mail til lægens kontaktperson." in found[0].message
    assert "{%" not in str(found[0])


def test_a_place_is_quoted_as_it_looks_in_word() -> None:
    """A fact stands by its name, a tag that was cut too, and a condition not at all."""
    place = "a.docx, afsnit 1: »{% if plan.botilbud.cvr is not none %}CVR {{ plan.botilbud.cvr }}{% endif %} {{ plan.ikrafttraeden | da …«"
    (found,) = _for_word.told([Finding(code="x", message="Tomt.", place=place)], PLAN)

    assert found.place == "a.docx, afsnit 1: »CVR [CVR-nummer for botilbud] [dato for ikrafttræden]«"


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        (_word.LEFT_PLACEHOLDER(hvad="[navn]"), "Svar ved den i forslag.xlsx, og kør kommandoen igen."),
        (_word.TRACKED_CHANGE(hvad="en sletning"), "Svar godkend eller afvis ved den i forslag.xlsx, og kør kommandoen igen."),
        (_word.TRACKING_ON(), "Slå Registrer ændringer fra under Gennemse i Word, og gem."),
        (_word.WATERMARK(ord="UDKAST"), "Vælg Design > Vandmærke > Fjern vandmærke i Word, når skabelonen skal bruges til det, der underskrives."),
        (_checking.DROPPED_CLAUSE(klausuler="omfang", klausul="omfang"), "Mangler aftalen det, de siger, så skriv det i Word. Ellers skal der ikke gøres noget."),
    ],
)  # fmt: skip
def test_what_to_do_is_said_to_who_answers(entry: Finding, remedy: str) -> None:
    """In the proposal, or in the Word file that was given: not by a tag in the pack's own."""
    (found,) = _for_word.told([entry], PLAN, "forslag.xlsx")

    assert found.remedy == remedy


def test_the_report_of_an_imported_document_has_no_tags(tmp_path: Path) -> None:
    """A sentence that makes no sense without a fact is told by the fact's name."""
    pen = Pen()
    pen.h("Samarbejdsplan", 0)
    pen.p("Botilbud: [botilbuddets navn]. Lægen: [lægens navn].")
    pen.table([["Ring til lægens kontaktperson på [telefon], og [lægens ydernummer] er nummeret."]])
    source = tmp_path / "skabelon.docx"
    source.write_bytes(pen.bytes())
    import_template(source, tmp_path / "syddanmark")
    path = tmp_path / "syddanmark" / "forslag.json"
    proposal = json.loads(path.read_text(encoding="utf-8"))
    fields = iter(
        (
            "plan.botilbud.navn",
            "plan.praksis.betegnelse",
            "plan.praksis.kontaktperson.telefon",
            "plan.praksis.ydernummer",
        )
    )
    for row in proposal["steder"]:
        row["svar"] = next(fields) if row["nr"].isdecimal() else "nej"
    path.write_text(json.dumps(proposal, ensure_ascii=False), encoding="utf-8")

    made = import_template(source, tmp_path / "syddanmark")

    assert "needed-in-final" in [finding.code for finding in made.findings]
    assert not any(tag in str(finding) for finding in made.findings for tag in ("{%", "{{"))
