"""What witnesses need: a machine without it skips them, and in CI nothing is skipped."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest

PROGRAMS = ("pandoc", "pdfinfo")
CARRIED = "python_redlines_docxodus"
"""The .NET that Microsoft's validator runs on is carried for Linux on x86-64 alone."""


@pytest.fixture(autouse=True)
def _called() -> None:
    lacking = [name for name in PROGRAMS if not shutil.which(name)]
    lacking += [] if find_spec(CARRIED) else [CARRIED]
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"{', '.join(lacking)} is not installed")
