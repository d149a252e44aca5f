"""The run of a command: its arguments are read, it is called, and what went wrong is told."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import cyclopts
from rich.console import Console

from botilbudlaege.cli import _batch, _findings, _packs, _read, _render, _varsel  # noqa: F401 - each adds its commands
from botilbudlaege.cli._app import app
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.errors import BotilbudlaegeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.errors import Finding


def run(arguments: Sequence[str]) -> int:
    """Run a command; give the exit code: 0 done, 1 refused with findings, 2 not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without æ gets a question mark, not a crash
    as_json = any(argument == "--json" or argument.startswith("--json=") for argument in arguments)
    try:
        code = _run(list(arguments), as_json=as_json)
        sys.stdout.flush()
    except OSError:
        return 1  # nobody is left to read what would be written
    except KeyboardInterrupt:
        say(Console(stderr=True), "Afbrudt. Det, der er skrevet, er helt; kør igen for at fortsætte.")
        return 130
    return code


def _run(arguments: list[str], *, as_json: bool) -> int:
    try:
        code = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
    except BotilbudlaegeError as error:
        if as_json:
            write_json(findings=error.findings)
        else:
            show_findings(error.findings)
        return 1
    except cyclopts.CycloptsError as error:
        fault = _usage_fault(error)
        if as_json:
            write_json(findings=[fault])
        else:
            say(Console(stderr=True), str(fault), style="red")
        return 2
    return code if isinstance(code, int) else 0


def _usage_fault(error: cyclopts.CycloptsError) -> Finding:
    faults = {
        cyclopts.MissingArgumentError: _findings.NAMELESS_ARGUMENT,
        cyclopts.UnknownOptionError: _findings.UNKNOWN_OPTION,
        cyclopts.UnknownCommandError: _findings.UNKNOWN_COMMAND,
        cyclopts.UnusedCliTokensError: _findings.TOO_MANY_ARGUMENTS,
    }
    missing = getattr(getattr(error, "argument", None), "name", "")
    if isinstance(error, cyclopts.MissingArgumentError) and missing:
        return _findings.MISSING_ARGUMENT(navn=missing)
    told = (entry for kind, entry in faults.items() if isinstance(error, kind))
    return next(told, _findings.NOT_UNDERSTOOD)()
