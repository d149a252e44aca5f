"""Every page: what it shows runs, and gives what it says; what it links to is there.

The blocks of a page run in order and share their names and a folder that is thrown away, which has `docs/`, as a clone has,
a `plan.toml`, a `register` and a region's own `skabelon.docx`. A block that is not run has a comment in front of it that says why, or who runs it.
"""

from __future__ import annotations

import itertools
import re
import shlex
import shutil
import tomllib
import unittest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

import botilbudlaege
from botilbudlaege import (
    Registerpost,
    aendringer,
    batch,
    cli,
    dump,
    journal,
    load,
    packs,
    rendering,
    rules,
    testing,
)
from docs.pages import kommandolinje
from tests.builders import EXAMPLES
from tests.docs.shell import run
from tests.packs.importing import skabeloner

if TYPE_CHECKING:
    from sybil import Document, Example

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts),
    ]
)
ELSEWHERE = re.compile(r"<!-- (ci: \w+|prøvet) -->\n\Z")
"""The marks of blocks that are run by .ci/run and by `test_vejledning.py`."""

COMMAND = re.compile(r"(botilbudlaege|pip|pytest|python|sphinx-build) ")
LANGUAGES = {
    "",
    "text",
    "python",
    "sh",
    "toml",
    "markdown",
    "json",
    "{eval-rst}",
    "{toctree}",
    "{literalinclude}",
}

_MARKS: dict[str, Any] = {
    "README.md": [pytest.mark.slow],
    "docs/howto/pack.md": [pytest.mark.slow],
    "docs/howto/lav-pdf.md": [pytest.mark.libreoffice],
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
    (tmp_path / "skabelon.docx").write_bytes(skabeloner.bakkedal())
    monkeypatch.chdir(tmp_path)
    document = _parsed(page)
    document.namespace["__name__"] = "__main__"
    reasons = []
    for example in document.examples():
        try:
            example.evaluate()
        except unittest.SkipTest as skipped:
            reasons.append(str(skipped))

    assert all(reasons)


def test_commands_stand_in_blocks_that_are_run() -> None:
    """A block of commands that is called something else would not be."""
    fences = [
        (_named(page), language, body)
        for page in PAGES
        for language, body in re.findall(
            r"^```(\S*)[^\n]*\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        )
    ]
    elsewhere = {
        (page, body)
        for page, language, body in fences
        if language not in ("sh", "text") and COMMAND.match(body)
    }

    assert fences
    assert {language for _, language, _ in fences} <= LANGUAGES
    assert {page for page, _ in elsewhere} <= {"docs/examples/region_fiktiv/README.md"}


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_the_files_that_a_page_links_to_are_there(page: Path) -> None:
    """In the repository, where many read them; headings are held by the build of the site."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)

    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    """Paths from the root of the repository, in code; a pattern names no file."""
    named = re.findall(
        r"`((?:tests|docs|botilbudlaege|\.ci)/[\w./-]+)(?: [^`]*)?`", page.read_text(encoding="utf-8")
    )

    assert [path for path in named if "_build" not in path and not (ROOT / path).exists()] == []


def test_the_headings_of_a_page_leave_out_no_level() -> None:
    """The site is not built of one that does, and who hears it is led astray."""
    for page in (ROOT / "docs").rglob("*.md"):
        text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        levels = [len(marks) for marks in re.findall(r"^(#+) ", text, flags=re.MULTILINE)]

        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), page.name


def test_the_readme_leads_to_every_page() -> None:
    """A page that only the site's menu leads to is not found by who reads the files."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = [path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("[!_]*/*.md")]
    pages += [path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")]

    assert [page for page in pages if f"({page})" not in readme] == []


def test_the_extras_that_are_to_be_installed_are_there() -> None:
    """Of one that is not, pip says so in a line that scrolls by, and installs less than the page needs."""
    pages = [*PAGES, *(ROOT / "docs" / "notebooks").glob("*.ipynb"), *(ROOT / "botilbudlaege").rglob("*.py")]
    named = {
        (path.name, extra)
        for path in pages
        for extras in re.findall(r"(?:botilbudlaege| \W?\.)\[([a-z,]+)\]", path.read_text(encoding="utf-8"))
        for extra in extras.split(",")
        if path.parent.name != "region_fiktiv"  # a project of its own
    }
    known = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]

    assert len(named) > len(known)
    assert {(name, extra) for name, extra in named if extra not in known} == set()


# What scripts write, which `test_generated.py` holds ----------------------------------------------------


def test_every_public_name_is_in_the_reference() -> None:
    """All that `botilbudlaege` and its public modules export."""
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\.\. (?:auto\w+|py:module):: (\S+)$", page, re.MULTILINE))
    names = {
        *(f"botilbudlaege.{name}" for name in botilbudlaege.__all__),
        *(
            f"{module.__name__}.{name}"
            for module in (aendringer, batch, journal, packs, rendering, rules, testing)
            for name in module.__all__
            if getattr(module, name) is not getattr(botilbudlaege, name, None)
        ),
    }

    assert sorted(names - listed) == []


def test_every_command_is_in_the_reference() -> None:
    """With its usage line."""
    page = kommandolinje.page()

    assert [name for name in kommandolinje.commands() if f"botilbudlaege {name} " not in page] == []
