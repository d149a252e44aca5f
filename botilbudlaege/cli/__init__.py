"""The command line: `render`, `read`, `varsel`, `batch`, `packs`, `check`, `new-pack`. In Danish; rich for people, `--json` for programs.

A module for each group of commands. A command's function is long by its parameters, which are declared where they are
read: names, help and defaults are one table.
"""

from botilbudlaege.cli._app import app
from botilbudlaege.cli._run import run

__all__ = ["app", "run"]
