"""What the tests of PDF share: a LibreOffice that does as it is told, and a folder for its files."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

import pikepdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Fake = Callable[[str], Path]


# A LibreOffice that fails --------------------------------------------------------------------------------------


@pytest.fixture
def own_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder for temporary files that nobody else uses."""
    own = tmp_path / "tmp"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    return own


@pytest.fixture
def fake(tmp_path: Path, own_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:  # noqa: ARG001 - its files are counted
    """Put a program `soffice` on PATH that makes a page of each file, after what a shell script does with it as `$f`.

    It gives the folder in which the script works, for what the script tells.
    """
    work, programs = tmp_path / "work", tmp_path / "bin"
    work.mkdir()
    programs.mkdir()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(work / "page.pdf")
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")

    def put(script: str) -> Path:
        program = programs / "soffice"
        program.write_text(
            f'#!/bin/sh\ncd {work}\necho run >> runs\nfor f in "$@"; do case "$f" in *.docx)\n'
            f'{script}\ncp page.pdf "${{f%.docx}}.pdf"\n;; esac; done\n'
        )
        program.chmod(0o755)
        return work

    return put
