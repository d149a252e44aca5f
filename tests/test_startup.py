"""What is loaded for a first answer, told by the names of modules and not by time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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


def of_others(modules: set[str]) -> set[str]:
    """Give the packages among modules that are neither ours nor Python's."""
    ours = {"botilbudlaege", "__main__"}
    return {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - ours


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
