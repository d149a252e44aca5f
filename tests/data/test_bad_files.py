"""Bad input files: each is refused with its message, on the command line too, and nothing is written.

A case is a file in `bad/` with its expected message in `golden/`; a new case is a new file and no code.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import DataError, load
from botilbudlaege.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = sorted((Path(__file__).parent / "bad").iterdir())


def test_there_are_cases() -> None:
    """An empty folder would pass unseen."""
    assert len(CASES) >= 30


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_bad_file_is_refused_with_all_its_faults(path: Path, golden: Callable[[str, str], None]) -> None:
    """The message names the file, the field, the fault and the remedy."""
    with pytest.raises(DataError) as caught:
        load(path)

    assert all(finding.place == path.name for finding in caught.value.findings)
    golden(path.name, str(caught.value))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_the_command_line_exits_with_1_and_writes_nothing(
    path: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Draft or final, the same message."""
    target = tmp_path / "ud.docx"
    with pytest.raises(DataError) as caught:
        load(path)

    for extra in ([], ["--draft"]):
        assert run(["render", str(path), "-o", str(target), *extra]) == 1
        written = capfd.readouterr().err.replace("Fejl: ", "")
        assert written.splitlines() == str(caught.value).splitlines()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    """Neither is a file of facts."""
    (tmp_path / "mappe.toml").mkdir()
    with pytest.raises(DataError, match=r"mappe\.toml: Det er en mappe"):
        load(tmp_path / "mappe.toml")
    with pytest.raises(DataError, match=r"ingen\.toml: Filen findes ikke"):
        load(tmp_path / "ingen.toml")
    with pytest.raises(DataError, match="kan ikke læses"):
        load("a\0.toml")
