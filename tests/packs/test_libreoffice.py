"""A template edited in LibreOffice still checks and renders, or gets a finding that says what to do."""

from __future__ import annotations

import subprocess
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import TemplateError, packs, render
from tests.builders import en_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Path]]:
    """Make a pack whose template was edited, saved, opened and saved again in one running LibreOffice."""
    folder = tmp_path_factory.mktemp("libreoffice")
    pipe = f"botilbudlaege{uuid.uuid4().hex}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = subprocess.Popen(
        ["soffice", profile, "--headless", "--norestore", "--nodefault", f"--accept=pipe,name={pipe};urp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def edit(name: str) -> Path:
        pack = folder / name / "proeve"
        pack.mkdir(parents=True)
        (pack / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
        script = Path(__file__).with_name("edit_in_libreoffice.py")
        command = ["/usr/bin/python3", script, pipe, TEMPLATE, pack / "samarbejdsplan.docx", name]
        subprocess.run(command, check=True, timeout=120)
        return pack

    yield edit
    subprocess.run(["pkill", "-KILL", "-s", str(office.pid)], check=False)
    office.wait(timeout=30)


def _errors(pack: Path) -> list[str]:
    return [str(finding) for finding in packs.check(pack) if finding.severity == "error"]


@pytest.mark.parametrize("name", ["nothing", "retype", "split", "quotes"])
def test_fields_survive_editing(edited: Callable[[str], Path], name: str) -> None:
    """Saved only, typed anew, split over formatting, with curly quotes: the text is the same."""
    pack = edited(name)

    assert [finding.code for finding in packs.check(pack)] == ["bullet"]  # LibreOffice's are in another font
    assert render(en_plan(), pack=pack).text == render(en_plan(), pack="faelles").text


def test_a_row_can_be_duplicated(edited: Callable[[str], Path]) -> None:
    """It stands twice."""
    pack = edited("row")
    row = "Timetal\t2 timer pr. måned"

    assert _errors(pack) == []
    assert render(en_plan(), pack=pack).text.count(row) == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("guillemets", "Skriv lige anførselstegn om koden"),
        (
            "half",
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
