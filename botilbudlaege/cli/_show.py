"""The answers of commands: text and findings for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import attrs
from rich.console import Console

from botilbudlaege._escape import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.errors import Finding

_SEVERITIES = {"error": ("Fejl", "red"), "warning": ("Advarsel", "yellow"), "remark": ("Bemærk", "cyan")}


def show_findings(findings: Sequence[Finding], *, count: int | None = None) -> None:
    """Print findings; `count` is the number of documents that each is about."""
    console = Console(stderr=True)
    for finding in findings:
        name, style = _SEVERITIES[finding.severity]
        console.print(f"{name}: " if count is None else f"{name} ({count}): ", style=style, end="")
        say(console, str(finding))


def say(console: Console, text: str, style: str | None = None) -> None:
    """Print a line as it is: no markup, no cutting, and signs that cannot be seen escaped."""
    console.print(escaped(text), style=style, markup=False, emoji=False, highlight=False, soft_wrap=True)


def write_json(*, findings: Sequence[Finding] = (), **values: Any) -> None:
    table = {**values, "findings": [attrs.asdict(finding) for finding in findings]}
    sys.stdout.write(json.dumps(table, indent=2) + "\n")
