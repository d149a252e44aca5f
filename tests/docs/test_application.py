"""The application in docs/examples: it runs; the type checkers hold it in .ci/wheel."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import read

if TYPE_CHECKING:
    from collections.abc import Callable


APPLICATION = Path(__file__).parents[2] / "docs" / "examples" / "application.py"


@pytest.mark.slow
def test_the_application_does_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Register, form, rules, packs, draft, change, batch and the way back."""
    monkeypatch.chdir(APPLICATION.parents[2])
    main: Callable[[Path], int] = runpy.run_path(str(APPLICATION))["main"]
    code = main(tmp_path)
    told = capsys.readouterr().out

    assert code == 0
    assert "Register: Æblehaven, Lindebo\n  I alt: 50,0\xa0%\n  Skanderborg: 50,0\xa0%\n" in told
    assert "Formular: ['komune', 'antal_beboere']" in told
    assert "  2025-12-31" in told
    assert "  before-scheme" in told
    assert told.count("; 0 fejl") == 2
    assert "moedeaftaler: Der mangler: mødeaftaler." in told
    assert "timer_pr_maaned: timer pr. måned: 2 → 3" in told
    assert "  {'written': 2}" in told
    assert "  uændret: True" in told
    assert {path.name for path in tmp_path.iterdir()} == {
        "register.csv",
        "lindebo.docx",
        "levende.docx",
        "uden-data.docx",
        "planer",
    }
    assert read(tmp_path / "uden-data.docx").issued is None
