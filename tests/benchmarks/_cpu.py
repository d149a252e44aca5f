"""CPU time: what all figures but those of LibreOffice are made of.

Another program on the machine makes it longer, but hardly moves the ratio of two things that take turns; the clock on the
wall it moves as it likes. So everything takes turns, and a figure is a median.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from botilbudlaege import _cache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[2]
MS = 1000


def of_work(work: Callable[[], object]) -> float:
    """Give the milliseconds that this process spends on some work."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * MS


def medians(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Give the median milliseconds of each way; they take turns."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    gc.collect()
    for _ in range(rounds):
        for name, work in ways.items():
            taken[name].append(of_work(work))
    return {name: statistics.median(times) for name, times in taken.items()}


def of_workers(work: Callable[[], object]) -> float:
    """Give the milliseconds that some work takes on two cores that nothing else has, by what it costs them.

    It is shared by this process and its workers, and takes no less than the one that has most to do.
    """
    workers = psutil.Process().children(recursive=True)
    before = [_so_far(each) for each in workers]
    own = of_work(work)
    others = [(_so_far(each) - start) * MS for each, start in zip(workers, before, strict=True)]
    return max(own, *others, (own + sum(others)) / 2) if others else own


def _so_far(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


# Whole processes ----------------------------------------------------------------------------------------


def of_program(code: str, *, kept: Path, compiled: Path) -> float:
    """Give the milliseconds of a fresh interpreter that runs a program.

    Args:
        code: The program.
        kept: Where compiled templates are kept.
        compiled: Where Python keeps the bytecode of modules, as pip leaves it for those that are installed.

    Raises:
        RuntimeError: It failed.
    """
    null = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    said = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        _cache.VARIABLE: str(kept),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    pid = os.posix_spawn(sys.executable, [sys.executable, "-c", code], said, file_actions=null)
    _, status, used = os.wait4(pid, 0)
    if status:
        raise RuntimeError(code)
    return (used.ru_utime + used.ru_stime) * MS


def of_programs(
    programs: Mapping[str, str], rounds: int, *, known: bool | Callable[[str], bool] = True
) -> dict[str, float]:
    """Give the median milliseconds of programs, which take turns.

    Args:
        programs: Each by its name.
        rounds: How often each is run, beside once before, so that its modules are compiled.
        known: Whether it finds what it has kept; else an empty folder each time.
    """
    finds = known if callable(known) else lambda _: bool(known)
    taken: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(rounds + 1):
            for program, code in programs.items():
                kept = folder / ("kept" if finds(program) else f"{program} {number}")
                taken[program].append(of_program(code, kept=kept, compiled=folder / "compiled"))
    return {program: statistics.median(times[1:]) for program, times in taken.items()}
