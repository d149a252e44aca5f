"""Garbage that goes in circles, and work in which it is not looked for."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextlib.contextmanager
def uncollected() -> Generator[None]:
    """Look for no garbage in a work that is done soon and leaves next to none: to look takes some twentieth to tenth of it.

    It is a switch of the whole process; whoever has turned it off before finds it off afterwards.

    >>> with uncollected():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()
