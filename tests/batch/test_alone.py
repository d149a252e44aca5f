"""One run at a time in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import render_many
from botilbudlaege.batch import set_aside
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import _lock
from tests.batch.registers import plans

if TYPE_CHECKING:
    from pathlib import Path

_HOLD = """
import sys, pathlib
from botilbudlaege.journal import _lock
with _lock.alone(pathlib.Path(sys.argv[1])):
    print("i gang", flush=True)
    sys.stdin.read()
"""
IN_USE = "ud: En anden kørsel er i gang i mappen. Vent, til den er færdig, og kør igen."


def refused(folder: Path) -> list[str]:
    """Give what is said to those who come second, and what they leave."""
    told = []
    for second in (lambda: render_many(plans(1), folder), lambda: set_aside(folder)):
        with pytest.raises(DocumentError) as caught:
            second()
        told.append(str(caught.value))
    return told


def test_a_second_run_of_the_process_waits(tmp_path: Path) -> None:
    """It writes nothing; when the first is done it may begin, also when the first went wrong."""
    folder = tmp_path / "ud"
    told: list[str] = []
    first = render_many(plans(2), folder, progress=lambda *_: told.extend(refused(folder)))
    with pytest.raises(ZeroDivisionError):
        render_many(plans(3), folder, progress=lambda *_: 1 // 0)

    assert {*told} == {IN_USE}
    assert (first.count("written"), render_many(plans(3), folder).count("unchanged")) == (2, 3)
    assert not (folder / _lock.LOCK).exists()


def test_a_second_program_waits(tmp_path: Path) -> None:
    """Until the first is done, or is killed: nothing that it leaves is in the way."""
    folder = tmp_path / "ud"
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"i gang\n" if os.linesep == "\n" else b"i gang\r\n"
        told = refused(folder)
        first.kill()

    assert told == [IN_USE, IN_USE]
    assert render_many(plans(1), folder).count("written") == 1


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """And where there are no locks, nothing is locked out."""
    folder, elsewhere = tmp_path / "ud", tmp_path / "andet"
    folder.mkdir()
    (folder / _lock.LOCK).symlink_to(elsewhere)

    assert render_many(plans(1), folder).count("written") == 1
    assert not elsewhere.exists()
