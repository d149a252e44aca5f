"""The answers of commands: text and findings for people, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

import attrs

from botilbudlaege._escape import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.errors import Finding

_SEVERITIES = {"error": ("Fejl", "red"), "warning": ("Advarsel", "yellow"), "remark": ("Bemærk", "cyan")}
_STYLES = {"bold": 1, "dim": 2, "red": 31, "yellow": 33, "cyan": 36}


def show_findings(findings: Sequence[Finding], *, count: int | None = None) -> None:
    """Print findings; `count` is the number of documents that each is about."""
    for finding in findings:
        name, style = _SEVERITIES[finding.severity]
        head = f"{name}:" if count is None else f"{name} ({count}):"
        sys.stderr.write(f"{_styled(head, style, sys.stderr)} {escaped(str(finding))}\n")


def say(text: str, style: str | None = None, *, stream: TextIO | None = None) -> None:
    """Print a line as it is, signs that cannot be seen escaped; the style is for a terminal.

    Args:
        text: The line.
        style: `bold`, `dim`, `red`, `yellow` or `cyan`.
        stream: `sys.stderr` for what is no answer; None for the answer.
    """
    out = sys.stdout if stream is None else stream
    out.write(_styled(escaped(text), style, out) + "\n")


def _styled(text: str, style: str | None, stream: TextIO) -> str:
    return text if style is None or not _shows_styles(stream) else f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _shows_styles(stream: TextIO) -> bool:
    """Tell whether colours are shown: on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    old_windows = os.name == "nt" and "WT_SESSION" not in os.environ
    return stream.isatty() and not plain and not old_windows


def write_json(*, findings: Sequence[Finding] = (), **values: Any) -> None:
    """Print an answer as one JSON object."""
    table = {**values, "findings": [attrs.asdict(finding) for finding in findings]}
    sys.stdout.write(json.dumps(table, indent=2) + "\n")
