"""Functions written as Python where a loop over what never changes would be slower: of names known here, and literals."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import CodeType


_LONG = 4_000  # letters of a function that is compiled anew


def _compiled(source: str) -> CodeType:
    return compile(source, "<written here>", "exec")


_short = functools.lru_cache(maxsize=64)(_compiled)
"""The headers and footers of documents are alike, but for what their functions reach by name."""


def function(signature: str, lines: Iterable[str], names: Mapping[str, Any]) -> Callable[..., Any]:
    """Make a function of its lines.

    Args:
        signature: Its name and its arguments, `fill(seen)`.
        lines: Its lines, each with the spaces that it is indented by.
        names: What its lines call by name; there is nothing else in its reach.

    Raises:
        SyntaxError: There is more in it, one inside the other, than Python takes.

    >>> function("twice(text)", [" return length(text) * 2"], {"length": len})("Æblehaven")
    18
    """
    source = "\n".join([f"def {signature}:", *lines, ""])
    code = _short(source) if len(source) < _LONG else _compiled(source)
    reach: dict[str, Any] = {"__builtins__": {}, **names}
    exec(code, reach)  # noqa: S102 - written here, of what whoever calls has listed
    made: Callable[..., Any] = reach.pop(signature.partition("(")[0])  # no ring that waits to be found
    return made
