"""`schema` at the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import schema
from botilbudlaege.cli import run

if TYPE_CHECKING:
    from pathlib import Path

Output = pytest.CaptureFixture[str]


def test_a_schema_is_shown(capfd: Output) -> None:
    """As it is, in ASCII: what every terminal and pipe can take."""
    assert run(["schema", "kontrakt"]) == 0
    shown = capfd.readouterr().out

    assert json.loads(shown) == schema("kontrakt")
    assert shown.isascii()


def test_a_schema_is_written(tmp_path: Path, capfd: Output) -> None:
    """To a file for an editor, and not over one that is there."""
    path = tmp_path / "samarbejdsplan.schema.json"

    assert run(["schema", "samarbejdsplan", "-o", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8")) == schema("samarbejdsplan")
    assert "Mødeaftaler" in path.read_text(encoding="utf-8")
    assert run(["schema", "samarbejdsplan", "-o", str(path)]) == 1
    assert run(["schema", "samarbejdsplan", "-o", str(path), "--overwrite"]) == 0
    assert run(["schema", "samarbejdsplanen"]) == 1
    assert "Dokumentet findes ikke. Mente du samarbejdsplan?" in capfd.readouterr().err
