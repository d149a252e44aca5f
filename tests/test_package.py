"""The package as a whole: what it exports, and what it loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import botilbudlaege

ROOT = Path(__file__).parent.parent


def test_every_public_name_is_there() -> None:
    """And no other is invented."""
    for name in botilbudlaege.__all__:
        assert getattr(botilbudlaege, name) is not None
    assert set(botilbudlaege.__all__) <= set(dir(botilbudlaege))
    with pytest.raises(AttributeError, match="ukendt"):
        _ = botilbudlaege.ukendt


def test_the_import_loads_nothing_of_others() -> None:
    """`import botilbudlaege` is the standard library's import machinery and one module."""
    code = "import sys; before = set(sys.modules); import botilbudlaege; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split())

    assert {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names} == {
        "botilbudlaege"
    }
