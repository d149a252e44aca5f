"""What is loaded for a first answer, told by the names of modules and not by time."""

from __future__ import annotations

import functools
import subprocess
import sys
from pathlib import Path

import pytest

from botilbudlaege import _cache, _shipped, load, render
from botilbudlaege.begreber import Dokument
from docs import compiled

ROOT = Path(__file__).parent.parent
_LISTED = """
import sys
sys.argv[1:] = {arguments}
from botilbudlaege.__main__ import main
code = main()
print(code, *sys.modules, file=sys.stderr)
"""


def loaded(code: str) -> set[str]:
    """Run a program in a fresh interpreter; give the modules that it lists last on stderr."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    returned, *modules = done.stderr.splitlines()[-1].split()
    assert returned == "0"
    return set(modules)


@functools.cache
def _bare() -> frozenset[str]:
    """Give the packages that an interpreter here has before a program starts: a .pth file may load some."""
    return frozenset(
        name.partition(".")[0] for name in loaded("import sys; print(0, *sys.modules, file=sys.stderr)")
    )


def of_others(modules: set[str]) -> set[str]:
    """Give the packages among modules that are neither ours nor Python's, nor there before we are."""
    ours = {"botilbudlaege", "__main__"}
    return {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - _bare() - ours


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_the_help_loads_the_table_of_commands_and_no_command(arguments: list[str]) -> None:
    """Nor anything of others."""
    modules = loaded(_LISTED.format(arguments=arguments))

    assert of_others(modules) == set()
    assert {name for name in modules if name.startswith("botilbudlaege.")} == {
        *("botilbudlaege.__main__", "botilbudlaege._lazy", "botilbudlaege._version"),
        *(
            "botilbudlaege.cli",
            "botilbudlaege.cli._app",
            "botilbudlaege.cli._parser",
            "botilbudlaege.cli._run",
        ),
    }


def test_varsel_loads_rules_and_what_they_are_made_of() -> None:
    """Of others attrs alone, which the classes of a rule's answer are made with."""
    modules = loaded(_LISTED.format(arguments=["varsel", "2025-03-31"]))

    assert of_others(modules) == {"attr", "attrs"}
    assert modules.isdisjoint(_HEAVY)
    assert not any(name.startswith(("botilbudlaege.domain", "botilbudlaege.packs")) for name in modules)


_RENDERED = """
import pathlib, sys
from botilbudlaege import _shipped, load, render
_shipped.FILE = pathlib.Path({shipped!r})
render(load("docs/examples/aeblehaven.toml"), living={living}, draft={draft})
print(0, *sys.modules, file=sys.stderr)
"""
_HEAVY = {"ssl", "socket", "asyncio", "email", "urllib.request", "urllib.error", "pydoc", "zipfile", "hmac"}
_UNUSED = (
    *(
        "packs.checking",
        "packs.reading",
        "packs.authoring",
        "packs.clauses._markdown",
        "packs.clauses._splice",
    ),
    *(
        "rendering.engine",
        "rendering.sight",
        "rendering.settling",
        "rendering.letters",
        "rendering.access",
        "rendering.pdf",
        "rendering.word._package",
    ),
    *("data.tables", "data._register", "batch", "testing"),
    *("domain._allonge", "domain._breve", "domain._gruppe", "domain._materialer", "domain._register"),
)


@pytest.mark.parametrize("living", [False, True])
@pytest.mark.parametrize("draft", [False, True])
def test_a_render_from_a_known_template_loads_what_it_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, living: bool, draft: bool
) -> None:
    """The classes and small packages; not docxtpl, python-docx, Jinja, lxml, Markdown, checks, PDF or reading."""
    monkeypatch.setenv(_cache.VARIABLE, str(tmp_path / "gemt"))
    code = _RENDERED.format(living=living, draft=draft, shipped="none")
    first, modules = loaded(code), loaded(code)

    assert "jinja2" in first
    assert first.isdisjoint({"docxtpl", "docx"})  # they are there for tags that are odd
    assert_only_what_it_uses(modules)


def assert_only_what_it_uses(modules: set[str]) -> None:
    """Hold what a render has loaded to what it needs."""
    assert of_others(modules) == {"attr", "attrs", "cachetools"}
    assert modules.isdisjoint(_HEAVY)
    ours = {name.removeprefix("botilbudlaege.") for name in modules if name.startswith("botilbudlaege.")}
    assert [name for name in ours if name.startswith(_UNUSED)] == []


def test_the_very_first_render_loads_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the template comes compiled with the library, as it does in a release."""
    monkeypatch.setenv(_cache.VARIABLE, str(tmp_path / "gemt"))
    file = tmp_path / "compiled.bin"
    made = compiled.made((Dokument.SAMARBEJDSPLAN,))
    file.write_bytes(_shipped.packed(made, modules=compiled.modules(), pythons=[sys.version_info[:2]]))

    assert_only_what_it_uses(loaded(_RENDERED.format(living=False, draft=False, shipped=str(file))))


_READ = """
import pathlib, sys
from botilbudlaege import _shipped, read
_shipped.FILE = pathlib.Path("none")
assert not read({file!r}).findings
print(0, *sys.modules, file=sys.stderr)
"""


_NOT_TO_READ = (
    *("packs.checking", "packs.authoring", "packs.clauses._markdown", "packs.clauses._splice"),
    *("packs.reading._pictures", "rendering.engine", "rendering.access", "rendering.pdf._convert"),
    *("data._register", "batch", "testing"),
)


def test_a_read_of_a_plan_from_a_known_template_takes_no_template_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has lxml, to read; neither Jinja nor Markdown, no engine, checks or PDF."""
    monkeypatch.setenv(_cache.VARIABLE, str(tmp_path / "gemt"))
    file = tmp_path / "plan.docx"
    render(load(ROOT / "docs" / "examples" / "aeblehaven.toml"), living=True).save(file)
    modules = [loaded(_READ.format(file=str(file))) for _ in range(2)][-1]

    assert modules.isdisjoint({"jinja2", "markdown_it", "docx", "docxtpl", *_HEAVY - {"zipfile"}})
    ours = {name.removeprefix("botilbudlaege.") for name in modules if name.startswith("botilbudlaege.")}
    assert [name for name in ours if name.startswith(_NOT_TO_READ)] == []
