"""What all tests share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update, which rewrites golden texts; look at the difference before you commit it."""
    parser.addoption("--update", action="store_true", help="rewrite the golden texts")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a program that the machine lacks; in CI nothing is skipped."""
    if shutil.which("soffice") or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(pytest.mark.skip(reason="soffice (LibreOffice) is not installed"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against the file of its name in the folder `golden` beside the test."""

    def hold(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update"):
            path.write_text(text + "\n", encoding="utf-8")
        expected = path.read_text(encoding="utf-8").removesuffix("\n")

        assert text == expected

    return hold
