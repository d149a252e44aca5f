"""The balance of tags that open and close: which `if`s and `for`s are open, as the tags are followed in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def follow(self, tag: str, at: object = None) -> str:
        """Follow a tag; give what is wrong with it, in Danish, or nothing."""
        name = statement(tag)
        inner = self._open[-1] if self._open else None
        if name in ("if", "for"):
            self._open.append(_Open(name, at))
        elif name in ("elif", "else"):
            if inner is None or inner.name != "if":
                return f"{{% {name} %}} står ikke i en {{% if %}}"
            inner.depth += name == "elif"
        elif name.startswith("end"):
            if inner is None or name != f"end{inner.name}":
                return f"{{% {name} %}} lukker noget, der ikke er åbnet"
            self._open.pop()
        return ""

    @property
    def depth(self) -> int:
        """How deep inside each other the open ones stand."""
        return sum(each.depth for each in self._open)

    @property
    def loops(self) -> int:
        """How many of the open ones are loops."""
        return sum(each.name == "for" for each in self._open)

    def unclosed(self) -> Iterator[tuple[str, object]]:
        """List what is still open: what is wrong, and where it began."""
        for each in self._open:
            yield f"{{% {each.name} %}} lukkes ikke med {{% end{each.name} %}}", each.at
