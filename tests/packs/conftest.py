"""What the tests of packs share: packs of a few clauses, and a LibreOffice in which documents are edited."""

from __future__ import annotations

import json
import subprocess
import threading
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SECONDS = 120
END_SECONDS = 30
MANIFEST = 'id = "proeve"\nnavn = "Prøve"\nversion = "1"\nbygger_paa = "faelles"\n'


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Write a pack that builds on the common one, with its own clauses."""

    def write(manifest: str = MANIFEST, **clauses: str) -> Path:
        folder = tmp_path / "proeve"
        (folder / "klausuler").mkdir(parents=True)
        reasons = "".join(f'[klausuler.{name}]\nbegrundelse = "Prøve."\n' for name in clauses)
        (folder / "pakke.toml").write_text(manifest + reasons, encoding="utf-8")
        for name, text in clauses.items():
            (folder / "klausuler" / f"{name}.md").write_text(text, encoding="utf-8")
        return folder

    return write


class Office(Protocol):
    """Edit a document as a person would in LibreOffice."""

    def __call__(
        self, source: Path, target: Path, edits: Sequence[Sequence[Any]], ways: Sequence[str] = ("docx",)
    ) -> None:
        """Open a document, edit it, and save it in one format after the other.

        Args:
            source: The document.
            target: The file that is left.
            edits: Names of functions in edit_in_libreoffice.py, each with its arguments.
            ways: The formats; it is opened again between them.
        """


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Start LibreOffice once."""
    folder = tmp_path_factory.mktemp("libreoffice")
    pipe = f"botilbudlaege{uuid.uuid4().hex}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    program = subprocess.Popen(
        ["soffice", profile, "--headless", "--norestore", "--nodefault", f"--accept=pipe,name={pipe};urp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    script = Path(__file__).with_name("edit_in_libreoffice.py")
    helper = subprocess.Popen(
        ["/usr/bin/python3", script, pipe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def edit(
        source: Path, target: Path, edits: Sequence[Sequence[Any]], ways: Sequence[str] = ("docx",)
    ) -> None:
        assert helper.stdin is not None
        assert helper.stdout is not None
        watch = threading.Timer(SECONDS, helper.kill)
        watch.start()
        helper.stdin.write(json.dumps([str(source), str(target), list(edits), list(ways)]) + "\n")
        helper.stdin.flush()
        answer = helper.stdout.readline()
        watch.cancel()
        assert answer == "ok\n", "LibreOffice did not make the edit; what it said stands above"

    yield edit
    _ended(helper, program)


def _ended(helper: subprocess.Popen[str], program: subprocess.Popen[bytes]) -> None:
    """End LibreOffice as one does who has done, so that what it took can be told from what the tests did; else by force."""
    try:
        helper.communicate(timeout=END_SECONDS)
        program.wait(timeout=END_SECONDS)
    except subprocess.TimeoutExpired:
        helper.kill()
        helper.communicate()
        subprocess.run(["pkill", "-KILL", "-s", str(program.pid)], check=False)
        program.wait(timeout=END_SECONDS)
