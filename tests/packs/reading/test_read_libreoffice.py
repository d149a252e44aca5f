"""Read a living document back after LibreOffice: each edit told as what it is, and nothing told that is not so.

LibreOffice 7.4 keeps the words of a field, but neither the tags nor all ids of controls, changes the bound data of text fields only,
and drops all custom XML when it saves a file that it has saved before, or one with & in a bound value.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    DocumentError,
    Kontaktperson,
    Moedeaftale,
    Praksis,
    Samarbejdsplan,
    load,
    read,
    render,
)
from tests import audit
from tests.builders import EXAMPLES
from tests.packs.reading.libreoffice_edits import CASES, LOST, TWICE, Case, Told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packs.conftest import Office

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]


@cache
def plan() -> Samarbejdsplan:
    """A plan with every fact."""
    return load(EXAMPLES / "aeblehaven.toml", Samarbejdsplan)


@cache
def subject(name: str) -> Samarbejdsplan:
    """What the documents are made of."""
    if name == "form":
        return Samarbejdsplan()
    signs = {
        "botilbud.navn": "Skov & <Mark>",
        "emner": ("Kost & motion", "a < b", "Søvn"),
        "moedeaftaler": (Moedeaftale(titel="Sygdom & ferie", tekst="A & B.\nC < D."),),
    }
    made: Samarbejdsplan = with_facts(plan(), signs if name == "signs" else {})
    return made


@cache
def document(name: str) -> bytes:
    """A living document."""
    return render(subject(name), draft=name == "form", living=True).content


def with_facts(subject: Any, facts: dict[str, Any]) -> Any:
    """The subject with other facts, by path."""
    for path, value in facts.items():
        first, _, rest = path.partition(".")
        inner = with_facts(getattr(subject, first), {rest: value}) if rest else value
        subject = attrs.evolve(subject, **{first: inner})
    return subject


def told(findings: Any) -> list[Told]:
    """What is said: severity, kind and path."""
    return [(finding.severity, finding.code, finding.path) for finding in findings]


def edited(office: Office, folder: Path, case: Case) -> Path:
    """The file that LibreOffice leaves."""
    source, target = folder / "issued.docx", folder / "returned.docx"
    source.write_bytes(document(case.of))
    office(source, target, case.edits, case.ways)
    return target


@pytest.mark.parametrize("name", CASES)
def test_an_edit(name: str, office: Office, tmp_path: Path) -> None:
    """What was done is told once, as what it is; the subject has what the text says, or None where it cannot be used."""
    case = CASES[name]

    back = read(edited(office, tmp_path, case))
    text = "\n".join(str(finding) for finding in back.findings)

    assert told(back.findings) == case.told
    assert back.subject == with_facts(subject(case.of), case.facts)
    assert back.issued == subject(case.of)
    assert [words for words in case.words if words not in text] == []


# Documents that are not as they were -------------------------------------------------------------------


def test_a_change_recorded_in_a_text_field(office: Office, tmp_path: Path) -> None:
    """LibreOffice 7.4 then writes a file that is no XML and that it cannot open either: that is said, and nothing is read."""
    case = Case([["track"], ["type_over", "Æblehaven", "Bøgely"]])

    with pytest.raises(DocumentError, match=r"word/document\.xml"):
        read(edited(office, tmp_path, case))


def test_copied_into_a_new_document(office: Office, tmp_path: Path) -> None:
    """Text fields come along, and their facts are read; the rest is not known, and that is said."""
    back = read(edited(office, tmp_path, Case([["copy_all"]])))

    assert told(back.findings) == [
        LOST,
        ("warning", "issued-lost", ""),
        ("remark", "properties-lost", ""),
    ]
    assert back.issued is None
    assert back.subject.botilbud.navn == "Æblehaven"
    assert back.subject.emner == plan().emner
    assert back.subject.ikrafttraeden is None


# Forms --------------------------------------------------------------------------------------------------

FILLED = {
    "botilbud.navn": "Bøgely",
    "praksis": Praksis(
        navn="Lægerne ved Åen", kontaktperson=Kontaktperson(navn="Mette Storm", email="m@aaen.example")
    ),
    "botilbud.kontaktperson.navn": "Ida Holm",
    "botilbud.kontaktperson.telefon": "86 12 34 56",
    "aftalepart": Aftalepart.BOTILBUD,
    "timer_pr_maaned": 2,
    "ikrafttraeden": datetime.date(2025, 4, 1),
    "emner": ("Medicin", "Søvn"),
    "moedeaftaler": (Moedeaftale(titel="Sygdom", tekst="Et nyt tidspunkt aftales."),),
}
TYPED = {
    "[indsæt navn på botilbud]": "Bøgely",
    "[indsæt navn på praksis]": "Lægerne ved Åen",
    "[indsæt navn på botilbuddets kontaktperson]": "Ida Holm",
    "[indsæt telefon til botilbuddets kontaktperson]": "86 12 34 56",
    "[indsæt navn på lægens kontaktperson]": "Mette Storm",
    "[indsæt e-mail til lægens kontaktperson]": "m@aaen.example",
    "[indsæt antal timer]": "2",
    "[indsæt dato for ikrafttræden]": "1.4.2025",
    "[indsæt emne nr. 1]": "Medicin",
    "[indsæt emne nr. 3]": "Søvn",
    "[indsæt overskrift på mødeaftale nr. 1]": "Sygdom",
    "[indsæt tekst i mødeaftale nr. 1]": "Et nyt tidspunkt aftales.",
}
FILL = [
    *(["replace", prompt, text] for prompt, text in TYPED.items()),
    ["type_over", "[indsæt aftalepart]", "botilbuddet"],  # the other one is worked out from it
]
PATHS = [
    "botilbud.navn",
    "praksis.navn",
    "aftalepart",
    "timer_pr_maaned",
    "ikrafttraeden",
    "emner[0]",
    "emner[2]",
    "botilbud.kontaktperson.navn",
    "botilbud.kontaktperson.telefon",
    "praksis.kontaktperson.navn",
    "praksis.kontaktperson.email",
    "moedeaftaler[0].titel",
    "moedeaftaler[0].tekst",
]


@pytest.mark.parametrize("ways", [("docx",), TWICE], ids=len)
def test_a_form_filled_in(ways: tuple[str, ...], office: Office, tmp_path: Path) -> None:
    """Names, date, choice, hours, two of three topics: all are taken, and each is told."""
    back = read(edited(office, tmp_path, Case(FILL, of="form", ways=ways)))
    told_of = {path: (severity, code) for severity, code, path in told(back.findings) if path}

    assert back.subject == with_facts(Samarbejdsplan(), FILLED)
    assert told_of == dict.fromkeys(PATHS, ("remark", "changed"))
    assert back.findings[: len(ways) - 1] == tuple(f for f in back.findings if f.code == "store-lost")


@pytest.mark.parametrize("ways", [("docx",), TWICE], ids=len)
def test_a_form_saved_untouched(ways: tuple[str, ...], office: Office, tmp_path: Path) -> None:
    """It says what a final needs, as one that LibreOffice never saw."""
    back = read(edited(office, tmp_path, Case(of="form", ways=ways)))
    findings = [finding for finding in back.findings if finding.code != "store-lost"]

    assert back.subject == Samarbejdsplan()
    assert findings == list(read(document("form")).findings)


# Every kind of document ---------------------------------------------------------------------------------

LIVING = sorted(path for path in EXAMPLES.glob("*.toml") if "ufuldstaendig" not in path.name)


@pytest.mark.parametrize("path", LIVING, ids=lambda path: path.stem)
def test_every_example_saved(path: Path, office: Office, tmp_path: Path) -> None:
    """Opened and saved in LibreOffice, it says what it said, and there is nothing to tell."""
    issued = load(path)
    (tmp_path / "issued.docx").write_bytes(render(issued, living=True).content)
    office(tmp_path / "issued.docx", tmp_path / "returned.docx", [])

    back = read(tmp_path / "returned.docx")

    assert back.subject == issued
    assert back.findings == ()


def test_line_breaks_by_way_of_odt(office: Office, tmp_path: Path) -> None:
    """LibreOffice makes spaces of them; that is no change of the fact."""
    issued = load(EXAMPLES / "statusnotat.toml")
    (tmp_path / "issued.docx").write_bytes(render(issued, living=True).content)
    office(tmp_path / "issued.docx", tmp_path / "returned.docx", [], ["odt", "docx"])

    back = read(tmp_path / "returned.docx")

    assert told(back.findings) == [LOST]
    assert back.subject == issued


@pytest.mark.parametrize("name", ["form", "signs"])
def test_what_is_issued_is_valid(name: str) -> None:
    """By openxml-audit; what LibreOffice writes is not ours."""
    assert audit.faults(document(name)) == []
