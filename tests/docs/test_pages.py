"""Every page: what it shows runs, and gives what it says; what it links to is there.

The blocks of a page run in order and share their names and a folder that is thrown away, which has `docs/`, as a clone has,
a `plan.toml` and a `register`. A block that is not run has a comment in front of it that says why, or who runs it.
"""

from __future__ import annotations

import re
import shlex
import shutil
import unittest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

from botilbudlaege import Registerpost, cli, dump, load
from docs import fund, kommandolinje
from docs.fund import told
from tests.builders import EXAMPLES
from tests.docs.shell import run

if TYPE_CHECKING:
    from sybil import Document, Example

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(
    [ROOT / "README.md", *(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)]
)
ELSEWHERE = re.compile(r"<!-- (ci: \w+|prøvet) -->\n\Z")
"""The marks of blocks that are run by .ci/run and by `test_vejledning.py`."""

_MARKS: dict[str, Any] = {
    "docs/howto/pdf.md": [pytest.mark.libreoffice],
    "docs/howto/dask.md": [
        pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed"),
        pytest.mark.filterwarnings("ignore::ResourceWarning:distributed"),
    ],
}


def _shell(example: Example) -> None:
    """Run commands, ours in this process: starting one takes longer than what most of them do."""
    if ELSEWHERE.search(example.document.text[: example.start]):
        return
    for line in example.parsed.splitlines():
        program, *arguments = shlex.split(line, comments=True)
        if program == "botilbudlaege":
            assert cli.run(arguments) == 0, line
        else:
            run(line, Path.cwd())


_SYBIL = Sybil([PythonCodeBlockParser(), CodeBlockParser("sh", _shell), SkipParser()])


def _parsed(page: Path) -> Document:
    return _SYBIL.parse(page)


def _named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _with_blocks() -> list[Any]:
    pages = [page for page in PAGES if list(_parsed(page).examples())]
    return [pytest.param(page, id=_named(page), marks=_MARKS.get(_named(page), ())) for page in pages]


@pytest.mark.parametrize("page", _with_blocks())
def test_the_blocks_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python as it stands, with what it prints; commands as a reader would type them."""
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    shutil.copyfile(EXAMPLES / "aeblehaven.toml", tmp_path / "plan.toml")
    dump([Registerpost(plan=load(EXAMPLES / "aeblehaven.toml"))], tmp_path / "register.xlsx")
    monkeypatch.chdir(tmp_path)
    document = _parsed(page)
    document.namespace["__name__"] = "__main__"
    for example in document.examples():
        try:
            example.evaluate()
        except unittest.SkipTest as reason:
            assert str(reason)


def test_every_shell_block_is_run_or_says_why_not() -> None:
    """By its language: a block of commands that is called something else would not be run."""
    languages = {
        language
        for page in PAGES
        for language in re.findall(r"^ *```(\S*)[^\n]*\n.*?^ *```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    }

    assert languages <= {"", "python", "sh", "toml", "markdown", "json", "{eval-rst}", "{toctree}", "{include}"}
