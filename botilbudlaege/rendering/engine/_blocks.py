"""The balance of tags that open and close: which `if`s and `for`s are open, as the tags are followed in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.engine import _findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

_STATEMENT = re.compile(r"\{%(?:p |tr )?\s*(\w+)")


def statement(tag: str) -> str:
    """Name the statement of a tag, or nothing for a tag that is none.

    >>> statement("{%p endif %}"), statement("{{ plan.navn }}")
    ('endif', '')
    """
    match = _STATEMENT.match(tag)
    return "" if match is None else match[1]


@attrs.define
class _Open:
    """A statement that is open, where it began, and how deep it is: each elif is an `if` inside an `else`."""

    name: str
    at: object
    depth: int = 1


class Blocks:
    """The `if`s and `for`s that are open, with where each began."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[_Open] = []

    def follow(self, tag: str, at: object = None) -> Finding | None:
        """Follow a tag; give what is wrong with it, if anything."""
        name = statement(tag)
        inner = self._open[-1] if self._open else None
        if name in ("if", "for"):
            self._open.append(_Open(name, at))
        elif name in ("elif", "else"):
            if inner is None or inner.name != "if":
                return _findings.NOT_IN_IF(navn=name)
            inner.depth += name == "elif"
        elif name.startswith("end"):
            if inner is None or name != f"end{inner.name}":
                return _findings.CLOSES_NOTHING(navn=name)
            self._open.pop()
        return None

    @property
    def depth(self) -> int:
        """How deep inside each other the open ones stand."""
        return sum(each.depth for each in self._open)

    @property
    def loops(self) -> int:
        """How many of the open ones are loops."""
        return sum(each.name == "for" for each in self._open)

    def unclosed(self, entry: Entry = _findings.NOT_CLOSED) -> Iterator[tuple[Finding, object]]:
        """List what is still open: what is wrong, and where it began."""
        for each in self._open:
            yield entry(navn=each.name), each.at
