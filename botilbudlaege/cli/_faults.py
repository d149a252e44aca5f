"""Faults of a command and of its values, told; loaded when a command is called, or was none."""

from __future__ import annotations

import contextlib
import datetime
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from botilbudlaege.cli import _findings
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.errors import BotilbudlaegeError, DataError

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.cli._parser import UsageError

_ENTRIES = {
    "syntax": _findings.NOT_UNDERSTOOD,
    "command": _findings.UNKNOWN_COMMAND,
    "option": _findings.UNKNOWN_OPTION,
    "too many": _findings.TOO_MANY_ARGUMENTS,
}
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


def not_understood(error: UsageError, *, as_json: bool) -> int:
    """Tell what was not understood; give the exit code."""
    missing = error.argument
    fault = _findings.MISSING_ARGUMENT(navn=missing) if missing else _ENTRIES[error.fault]()
    if as_json:
        write_json(findings=[fault])
    else:
        say(str(fault), "red", stream=sys.stderr)
    return 2


def not_reached(error: OSError, *, as_json: bool) -> int:
    """Tell of a file or a folder that the system refuses; give the exit code."""
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
