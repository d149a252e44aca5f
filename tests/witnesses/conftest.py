"""What witnesses need: a machine without it skips them, and in CI nothing is skipped."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from tests.witnesses import pandoc

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("pandoc", "pdfinfo")
CARRIED = "python_redlines_docxodus"
"""The .NET that Microsoft's validator runs on is carried for Linux on x86-64 alone."""


@pytest.fixture(autouse=True)
def _called() -> None:
    lacking = [name for name in PROGRAMS if not shutil.which(name)]
    lacking += [] if find_spec(CARRIED) else [CARRIED]
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"{', '.join(lacking)} is not installed")


@pytest.fixture(autouse=True, scope="session")
def _ended() -> Iterator[None]:
    """End the pandoc that was asked, while what it took is still counted."""
    yield
    pandoc.end()
