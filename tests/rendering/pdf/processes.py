"""The processes of this machine, as far as tests ask whether one is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

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


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that only nobody has asked about does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
