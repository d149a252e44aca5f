"""The processes of this machine, as far as tests ask whether one is left."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Fake = Callable[[str], Path]


def running(text: str) -> list[int]:
    """List the processes, but the dead ones, that were started with a text in the command."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if text.encode() in (path / "cmdline").read_bytes():
                found.append(int(path.name))
        except OSError:
            continue
    return found


def are_gone(pids: Iterable[int]) -> bool:
    """Tell whether processes that were killed are gone, which a machine that is busy does in its own time."""
    left = [*pids]
    for _ in range(200):
        left = [pid for pid in left if _runs(pid)]
        if not left:
            return True
        time.sleep(0.05)
    return False


def _runs(pid: int) -> bool:
    """Tell whether a process runs; one that only nobody has asked about does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
