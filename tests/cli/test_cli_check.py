"""`check` at the command line: what it says, in what order, and where it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from botilbudlaege.cli import run
from botilbudlaege.cli._show import as_options
from docs.pages import fund

if TYPE_CHECKING:
    from pathlib import Path

Output = pytest.CaptureFixture[str]
MANIFEST = """id = "proeve"
navn = "Prøve"
version = "1.0"
bygger_paa = "faelles"

[klausuler.omfang]
begrundelse = "Egen."
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with a clause that has three placeholders and one misspelt field."""
    own = tmp_path / "proeve"
    (own / "klausuler").mkdir(parents=True)
    (own / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
    text = "Lægen [navn] rådgiver.\n\nPersonalet på [sted] og [afdeling].\n\nTimer: {{ plan.timer }}.\n"
    (own / "klausuler" / "omfang.md").write_text(text, encoding="utf-8")
    return own


def test_findings_of_a_kind_stand_together_with_their_places(pack: Path, capfd: Output) -> None:
    """What is the matter and what to do is said once, and all of it on one stream, so that a file holds it."""
    assert run(["check", str(pack)]) == 1
    shown = capfd.readouterr()

    assert shown.err == ""
    assert shown.out.splitlines() == [
        "Fejl: proeve/klausuler/omfang.md, linje 5, tegn 8: Feltet plan.timer findes ikke. Mente du timer_pr_maaned?",
        "Fejl (3 steder): Der står en pladsholder tilbage. Skriv en mærkning i stedet, fx {{ plan.botilbud.navn }}, eller den tekst, der skal stå.",
        "  proeve/klausuler/omfang.md, linje 1: [navn] (ord i kantede parenteser).",
        "  proeve/klausuler/omfang.md, linje 3: [sted] (ord i kantede parenteser).",
        "  proeve/klausuler/omfang.md, linje 3: [afdeling] (ord i kantede parenteser).",
        f"{pack}: 4 fejl, 0 advarsler.",
    ]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (
            "proeve/klausuler/omfang.md",
            "omfang.md: Det er en fil i en pakke, og her skal stå pakken.",
        ),
        ("proeve/pakke.toml", "pakke.toml: Det er en fil i en pakke, og her skal stå pakken."),
        (
            "skabelon.docx",
            "skabelon.docx: Det er en Word-fil, og her skal stå en pakke. Lav en pakke",
        ),
        ("plan.toml", "plan.toml: Det er en fil, og her skal stå en pakke."),
    ],
)
def test_a_file_says_what_to_check_instead(pack: Path, file: str, told: str, capfd: Output) -> None:
    """The folder of its pack, or how to make one."""
    path = pack.parent / file
    path.touch()

    assert run(["check", str(path)]) == 1
    assert told in capfd.readouterr().out


def test_the_command_line_speaks_of_its_options() -> None:
    """Not of the arguments of functions, whatever catalogue a finding comes from."""
    arguments = re.compile(r"\b(?:pack|living|draft|clauses|dato|document)=")
    said = [
        as_options(entry(**dict.fromkeys(entry.gaps, "x"))).remedy
        for name, entries in fund.catalogues().items()
        for entry in entries
        if not name.startswith(("packs.clauses", "packs.authoring"))  # clauses are given in Python alone
    ]

    assert len(said) > 200
    assert [remedy for remedy in said if arguments.search(remedy)] == []
