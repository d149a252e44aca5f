"""The command line: `render`, `read`, `varsel`, `batch`, `set-aside`, `issued`, `mark-signed`, `packs`, `check`, `new-pack`, `schema`. In Danish; plain text for people, `--json` for programs.

A command is a function in a module for its group, and an entry in `_app.COMMANDS`. The module is imported when the command
is called: it imports what it needs at its top, and no other command pays for it. A command's function is long by its
parameters, which are declared where they are read: names, help and defaults are one table.
"""

from botilbudlaege.cli._run import run

__all__ = ["run"]
"""A program can call it with the arguments of a command."""
