"""The answers of commands: text and findings for people, JSON for programs."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any, TextIO

import attrs

from botilbudlaege._escape import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.errors import Finding

_OPTIONS = {
    r"\bliving=True \(--living\)": "--living",
    r"\bpack=": "--pack",
    r"\((--[\w-]+), \w+(?:=\w+)?\)": r"(\1)",
    r", (--[\w-]+), \w+=\.\.\.\)": r" eller \1)",
}
"""What a caller writes in Python, and what is written on the command line."""
_SEVERITIES = {"error": ("Fejl", "red"), "warning": ("Advarsel", "yellow"), "remark": ("Bemærk", "cyan")}
_STYLES = {"bold": 1, "dim": 2, "red": 31, "yellow": 33, "cyan": 36}


def show_findings(findings: Sequence[Finding], *, count: int | None = None) -> None:
    """Print findings; `count` is the number of documents that each is about."""
    for finding in findings:
        name, style = _SEVERITIES[finding.severity]
        head = f"{name}:" if count is None else f"{name} ({count}):"
        sys.stderr.write(f"{_styled(head, style, sys.stderr)} {escaped(str(as_options(finding)))}\n")


def as_options(finding: Finding) -> Finding:
    """Give a finding in the words of the command line: options instead of arguments."""
    remedy = finding.remedy
    for argument, option in _OPTIONS.items():
        remedy = re.sub(argument, option, remedy)
    return attrs.evolve(finding, remedy=remedy)


def show_grouped(findings: Sequence[Finding]) -> None:
    """Print findings as the answer, those of one kind together, and what they have in common once."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in map(as_options, findings):
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    for (severity, _), alike in groups.items():
        name, style = _SEVERITIES[severity]
        many = f" ({len(alike)} steder)" if len(alike) > 1 else ""
        head = _styled(f"{name}{many}:", style, sys.stdout)
        for line in _lines(alike):
            sys.stdout.write(f"{head} {escaped(line)}".rstrip() + "\n" if head else f"  {escaped(line)}\n")
            head = ""


def _lines(alike: list[Finding]) -> Iterator[str]:
    """Give the lines of findings of one kind: what is the matter, then the places."""
    if len(alike) == 1:
        yield str(alike[0])
        return
    causes = {(finding.message.partition(": ")[0], finding.remedy) for finding in alike}
    if len(causes) == 1:
        cause, remedy = causes.pop()
        yield f"{cause.rstrip('.')}. {remedy}".strip()
        told = [(finding, finding.message.partition(": ")[2]) for finding in alike]
    else:
        yield ""
        told = [(finding, f"{finding.message} {finding.remedy}".strip()) for finding in alike]
    for finding, rest in told:
        yield ": ".join(part for part in (finding.place, finding.path, rest) if part)


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
    import json  # noqa: PLC0415 - people are told in text

    table = {**values, "findings": [attrs.asdict(as_options(finding)) for finding in findings]}
    sys.stdout.write(json.dumps(table, indent=2) + "\n")
