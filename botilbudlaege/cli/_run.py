"""The run of a command: its arguments are read, it is called, and what went wrong is told.

The help is told before anything of the library is imported.
"""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from botilbudlaege._version import __version__
from botilbudlaege.cli import _parser
from botilbudlaege.cli._app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_HELP = {"--help", "-h"}


def run(arguments: Sequence[str]) -> int:
    """Run a command; give the exit code: 0 done, 1 refused with findings, 2 not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without æ gets a question mark, not a crash
    as_json = any(argument == "--json" or argument.startswith("--json=") for argument in arguments)
    try:
        code = _run([*arguments], as_json=as_json)
        sys.stdout.flush()
    except OSError as error:
        if error.filename is None:
            return 1  # nobody is left to read what would be written
        from botilbudlaege.cli import _faults  # noqa: PLC0415 - the help has none

        code = _faults.not_reached(error, as_json=as_json)
    except KeyboardInterrupt:
        sys.stderr.write("Afbrudt. Det, der er skrevet, er helt; kør igen for at fortsætte.\n")
        return 130
    return code


def _run(arguments: list[str], *, as_json: bool) -> int:
    if not arguments or arguments[0] in _HELP:
        sys.stdout.write(_parser.help_of_all())
        return 0
    if arguments[0] == "--version":
        sys.stdout.write(f"{__version__}\n")
        return 0
    try:
        return _command(*arguments, as_json=as_json)
    except _parser.UsageError as error:
        from botilbudlaege.cli import _faults  # noqa: PLC0415 - the help has none

        return _faults.not_understood(error, arguments[0], as_json=as_json)


def _command(name: str, *written: str, as_json: bool) -> int:
    if name not in COMMANDS:
        raise _parser.UsageError("option" if name.startswith("-") else "command", name, COMMANDS)
    function = function_of(name)
    known = [*_parser.arguments(function)]
    if _HELP.intersection(written):
        sys.stdout.write(_parser.help_of(name, known))
        return 0
    positional, options = _parser.parse(known, written)
    from botilbudlaege.cli import _faults  # noqa: PLC0415 - the help has none

    return _faults.called(lambda: function(*positional, **options), as_json=as_json)


def function_of(name: str) -> Callable[..., int]:
    """Give the function of a command; only now is its module imported."""
    module, _, function = COMMANDS[name].function.partition(".")
    found: Callable[..., int] = getattr(import_module(f"botilbudlaege.cli.{module}"), function)
    return found
