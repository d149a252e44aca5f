"""Faults of a command and of its values, told; loaded when a command is called, or was none."""

from __future__ import annotations

import contextlib
import datetime
import re
import sys
from typing import TYPE_CHECKING

from botilbudlaege import _nearest
from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import COMMANDS, NAME
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.errors import BotilbudlaegeError, DataError

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.cli._parser import UsageError

_ENTRIES = {
    "command": _findings.UNKNOWN_COMMAND,
    "option": _findings.UNKNOWN_OPTION,
    "too many": _findings.TOO_MANY_ARGUMENTS,
    "missing": _findings.MISSING_ARGUMENT,
    "no value": _findings.NO_VALUE,
    "value": _findings.NO_VALUE_TAKEN,
    "number": _findings.OPTION_NOT_A_NUMBER,
    "stream": _findings.NOT_A_STREAM,
}
_WORD = re.compile(r"-{0,2}[A-Z|]{1,30}|-{0,2}[a-z][a-z-]{0,30}")
_DAY = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
)  # the standard library's own reader of dates takes longer to load than a rule to answer


def called(command: Callable[[], int], *, as_json: bool) -> int:
    """Call a command, and tell what it refuses; give the exit code."""
    try:
        return command()
    except BotilbudlaegeError as error:
        if as_json:
            write_json(findings=error.findings)
        else:
            show_findings(error.findings)
        return 1


def not_understood(error: UsageError, command: str, *, as_json: bool) -> int:
    """Tell what was not understood, by its name where that is a word of the command line's kind; give the exit code."""
    help_ = " ".join((NAME, *(name for name in COMMANDS if name == command), "--help"))
    name = f" {error.argument}" if _WORD.fullmatch(error.argument) else ""
    near = _nearest.nearest(error.argument, error.known) if name and error.known else None
    entry = _ENTRIES[error.fault]
    given = {"navn": name, "ment": f"Mente du {near}? " if near else "", "hjaelp": help_}
    fault = entry(**{gap: given[gap] for gap in entry.gaps})
    if as_json:
        write_json(findings=[fault])
    else:
        say(str(fault), "red", stream=sys.stderr)
    return 2


def not_reached(error: OSError, *, as_json: bool) -> int:
    """Tell of a file or a folder that the system refuses; give the exit code."""
    from pathlib import Path  # noqa: PLC0415 - takes long to load, and only this needs it

    fault = _findings.NOT_REACHED(place=Path(str(error.filename)).name)
    if as_json:
        write_json(findings=[fault])
    else:
        show_findings([fault])
    return 1


def day(text: str, argument: str) -> datetime.date:
    """Read a day that was given as an argument.

    Raises:
        DataError: There is no such day.
    """
    written = _DAY.fullmatch(text)
    if written is not None:
        with contextlib.suppress(ValueError):
            return datetime.date(*map(int, written.groups()))
    raise DataError(_findings.IMPOSSIBLE_DATE(path=argument))
