"""What all tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

collect_ignore = [
    "packs/bad",  # packs that are wrong on purpose, which test_bad.py reads
    "packs/edit_in_libreoffice.py",  # run by another Python, which has `uno`
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a program that the machine lacks; in CI nothing is skipped."""
    if os.environ.get("CI") or (shutil.which("soffice") and _has_bridge()):
        return
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(pytest.mark.skip(reason="soffice (LibreOffice) or python3-uno is not installed"))


def _has_bridge() -> bool:
    """Tell whether the system's Python has LibreOffice's bridge (Debian: python3-uno)."""
    try:
        done = subprocess.run(["/usr/bin/python3", "-c", "import uno"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against the file of its name in the folder `golden` beside the test.

    `--update`, which `botilbudlaege.testing` adds, rewrites it; look at the difference before you commit it.
    """

    def hold(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update"):
            path.write_text(text + "\n", encoding="utf-8")
        expected = path.read_text(encoding="utf-8").removesuffix("\n")

        assert text == expected

    return hold
