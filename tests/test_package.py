"""The package as a whole: what it exports, what it loads, and what its wheel carries."""

from __future__ import annotations

import subprocess
import sys
import venv
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


@pytest.mark.slow
def test_the_wheel_renders_in_an_environment_of_its_own(tmp_path: Path) -> None:
    """Built, installed outside the checkout, it finds its templates and data."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", f"{wheel}[cli]"], check=True, capture_output=True)
    command = [
        python.with_name("botilbudlaege"),
        "render",
        ROOT / "docs/examples/aeblehaven.toml",
        "-o",
        "a.docx",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.docx").stat().st_size > 5000
    where = subprocess.run(
        [python, "-c", "import botilbudlaege; print(botilbudlaege.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(tmp_path) in where.stdout
