"""What is said of an imported pack, in the words of Word: facts by their names, and no tags."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import Finding
from botilbudlaege.packs.importing import _for_word
from botilbudlaege.packs.importing._import import import_template
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
