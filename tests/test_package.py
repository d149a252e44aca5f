"""The package as a whole: what it exports, and what it loads."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.version import Version

import botilbudlaege

ROOT = Path(__file__).parent.parent


def test_every_public_name_is_there() -> None:
    """And no other is invented."""
    for name in botilbudlaege.__all__:
        assert getattr(botilbudlaege, name) is not None
    assert set(botilbudlaege.__all__) <= set(dir(botilbudlaege))
    with pytest.raises(AttributeError, match="ukendt"):
        _ = botilbudlaege.ukendt  # type: ignore[attr-defined]


def test_the_import_loads_nothing_of_others() -> None:
    """`import botilbudlaege` is the standard library's import machinery, two modules and the version."""
    code = "import sys; before = set(sys.modules); import botilbudlaege; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split())

    assert {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names} == {
        "botilbudlaege",
        "botilbudlaege._lazy",
        "botilbudlaege._version",
    }


def test_the_version_is_stated_once() -> None:
    """In the package: pyproject.toml and the documentation read it there, and the command line prints it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    done = subprocess.run(
        [sys.executable, "-m", "botilbudlaege", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    others = [ROOT / "pyproject.toml", *(ROOT / "docs").glob("conf.py")]

    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "botilbudlaege/_version.py"
    assert done.stdout.strip() == botilbudlaege.__version__
    assert not [path.name for path in others if f'"{botilbudlaege.__version__}"' in path.read_text("utf-8")]


def test_the_changelog_leads_to_the_version() -> None:
    """Newest first: what is not released yet, for the version that the package has; else that version itself."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    unreleased = headings[0] == "Unreleased"
    released = [re.fullmatch(r"(\d+\.\d+\.\d+) - \d{4}-\d\d-\d\d", each) for each in headings[unreleased:]]
    numbers = [Version(each[1]) for each in released if each]

    assert all(released)
    assert numbers == sorted(set(numbers), reverse=True)
    if not unreleased:
        assert numbers[0] == Version(botilbudlaege.__version__)
    elif numbers:
        assert numbers[0] < Version(botilbudlaege.__version__)
