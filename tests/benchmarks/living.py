"""What a living document costs beside a flat one, and what reading one takes: `python -m tests.benchmarks.living`."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from botilbudlaege import load, read, render
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 200


def main() -> None:
    """Render the plan of the examples flat and living by turns, then read it, and print medians and their ratio."""
    plan = load("docs/examples/aeblehaven.toml")
    flat, living = render(plan).content, render(plan, living=True).content
    edited = _package.write(
        {name: part.replace(b">Ida Holm<", b">Ida Hald<") for name, part in _package.read(living).items()}
    )
    times = {
        **_medians({"flat": lambda: render(plan), "living": lambda: render(plan, living=True)}),
        **_medians({"read": lambda: read(living), "read, edited": lambda: read(edited)}),
    }
    sys.stdout.write("".join(f"{name:14}{taken:6.2f} ms\n" for name, taken in times.items()))
    sys.stdout.write(f"a living render takes {times['living'] / times['flat']:.2f} times a flat one\n")
    sys.stdout.write(f"{(len(living) - len(flat)) / 1000:.1f} kB more than {len(flat) / 1000:.1f} kB\n")


def _medians(jobs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Give the median milliseconds of jobs that take turns."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) * 1000 for name, taken in times.items()}


if __name__ == "__main__":
    main()
