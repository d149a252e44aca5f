"""Run what a page asks its reader to type, with this library and in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# The library is there already; a package of the reader's own is installed into the folder alone.
_PIP = """
pip() {
    case "$*" in
        install\\ *botilbudlaege*'['* | install\\ botilbudlaege*) ;;
        *) python -m pip "$@" --no-deps --no-build-isolation --quiet --disable-pip-version-check --target "$INSTALLED" ;;
    esac
}
"""

LEAN = ("-p", "no:hypothesispytest", "-p", "no:anyio", "-p", "no:openxml-audit", "-p", "no:pytest_cov")
"""What pytest is told: to leave out plugins of this environment that a pack has no use for, and that are slow to start."""


def run(script: str, folder: Path) -> str:
    """Run a script as a reader would in a shell, and give what it says."""
    installed = str(folder / "installeret")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, (installed, os.environ.get("PYTHONPATH")))),
        "INSTALLED": installed,
        "COLUMNS": "200",
        "PYTEST_ADDOPTS": " ".join(LEAN),
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", _PIP + script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
