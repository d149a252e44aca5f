"""`making`: what takes long and is kept is made by one thread, and those that ask for it meanwhile wait.

A server that is asked by fifty at its start would otherwise make each template fifty times at once, each fifty times slower.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

_lock = threading.RLock()


@contextmanager
def making() -> Generator[None]:
    """Let one thread at a time make what is kept; it asks again inside whether it has been made."""
    with _lock:
        yield


def _renew() -> None:
    """Give a forked process a lock of its own: the thread that held the other is not in it."""
    global _lock  # noqa: PLW0603 - one for the process
    _lock = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
