"""A template edited in LibreOffice still checks and renders, or gets a finding that says what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import TemplateError, packs, render
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.packs.conftest import Office

ROOT = Path(__file__).parent.parent.parent
TEMPLATE = ROOT / "botilbudlaege" / "templates" / "faelles" / "samarbejdsplan.docx"
MANIFEST = """id = "proeve"
navn = "Prøve"
version = "1"
bygger_paa = "faelles"
[dokumenter.samarbejdsplan]
titel = "Samarbejdsplan"
fil = "samarbejdsplan.docx"
begrundelse = "Redigeret i LibreOffice."
"""

EDITS: dict[str, list[list[Any]]] = {
    "saved only": [],
    "typed anew": [["replace", "{{ plan.botilbud.navn }}", "{{plan.botilbud.navn}}"]],
    "split over looks": [["look", "plan.ikrafttraeden", 0, 6], ["look", "plan.ikrafttraeden", 6, 4]],
    "curly quotes": [["replace", '"BOTILBUD"', "”BOTILBUD”"]],
    "a row copied": [["copy_row", "Timetal"]],
    "guillemets": [["replace", '"BOTILBUD"', "»BOTILBUD«"]],
    "half a field": [["replace", "plan.ikrafttraeden | dato }}", "plan.ikrafttraeden | dato"]],
}

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]


@pytest.fixture
def edited(office: Office, tmp_path: Path) -> Callable[[str], Path]:
    """Make a pack whose template was edited, saved, opened and saved again."""

    def edit(name: str) -> Path:
        pack = tmp_path / "proeve"
        pack.mkdir()
        (pack / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
        office(TEMPLATE, pack / "samarbejdsplan.docx", EDITS[name], ["docx", "docx"])
        return pack

    return edit


def _errors(pack: Path) -> list[str]:
    return [str(finding) for finding in packs.check(pack) if finding.severity == "error"]


@pytest.mark.parametrize("name", ["saved only", "typed anew", "split over looks", "curly quotes"])
def test_fields_survive_editing(edited: Callable[[str], Path], name: str) -> None:
    """Saved only, typed anew, split over formatting, with curly quotes: the text is the same."""
    pack = edited(name)

    assert [finding.code for finding in packs.check(pack)] == ["bullet"]  # LibreOffice's are in another font
    assert render(en_plan(), pack=pack).text == render(en_plan(), pack="faelles").text


def test_a_row_can_be_duplicated(edited: Callable[[str], Path]) -> None:
    """It stands twice."""
    pack = edited("a row copied")
    row = "Timetal\t2 timer pr. måned"

    assert _errors(pack) == []
    assert render(en_plan(), pack=pack).text.count(row) == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("guillemets", "Skriv lige anførselstegn om koden"),
        (
            "half a field",
            "tabel 1, række 9, kolonne 2: »{{ plan.ikrafttraeden | dato«: {{ lukkes ikke i samme afsnit.",
        ),
    ],
)
def test_what_is_broken_is_told_with_its_place(
    edited: Callable[[str], Path], name: str, expected: str
) -> None:
    """One finding, in the words of somebody who sees the document; and no document is made."""
    pack = edited(name)
    (error,) = _errors(pack)

    assert error.startswith("proeve/samarbejdsplan.docx, teksten, tabel 1, række ")
    assert expected in error
    with pytest.raises(TemplateError):
        render(en_plan(), pack=pack)
