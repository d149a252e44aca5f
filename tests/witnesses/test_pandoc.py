"""pandoc, asked about one document after the other in one program."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.witnesses import faults, pandoc

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
UNREADABLE = "document that is no XML"


def alone(docx: bytes) -> subprocess.CompletedProcess[bytes]:
    """Ask a pandoc that is started for this document."""
    command = ["pandoc", "--from=docx", "--to=json"]
    return subprocess.run(command, input=docx, capture_output=True, check=False)


def test_it_says_what_it_says_alone() -> None:
    """Of a document, of one that it cannot read, and of the first again, after that one."""
    whole, unreadable = faults.whole().content, faults.broken(UNREADABLE)

    for _ in range(2):
        assert json.loads(pandoc.tree(whole)) == json.loads(alone(whole).stdout)
        with pytest.raises(OSError, match="couldn't parse docx file"):
            pandoc.tree(unreadable)
    assert b"couldn't parse docx file" in alone(unreadable).stderr


def test_a_warning_is_an_objection(tmp_path: Path) -> None:
    """Pandoc's reader of Word files has none to give of a document; that of Markdown has."""
    reading = tmp_path / "markdown.lua"
    reading.write_text(pandoc.FILTER.read_text(encoding="utf-8").replace('"docx"', '"markdown"'))
    asked = pandoc.Pandoc(reading)

    assert json.loads(asked.asked(b"[a]: /a\n\n[a]"))["blocks"]
    with pytest.raises(OSError, match="pandoc warns"):
        asked.asked(b"[a]: /a\n[a]: /b\n\n[a]")
    asked.end()
