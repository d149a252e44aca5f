"""Memory of what was read: a cell that recurs is read once, and few are kept, so that it does not grow."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")

MOST = 512
"""How many values are kept; then it begins anew."""


class Memory(dict[K, V]):
    """What a function gives of each value that it was given last; what it refuses is not kept.

    >>> laengder = Memory(len)
    >>> laengder["Æblehaven"], dict(laengder)
    (9, {'Æblehaven': 9})
    """

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[K], V]) -> None:
        """Begin with none."""
        super().__init__()
        self._read = read

    def __missing__(self, key: K) -> V:
        """Read a value that is not known."""
        value = self._read(key)
        if len(self) >= MOST:
            self.clear()
        self[key] = value
        return value
