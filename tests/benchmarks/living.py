"""What a living document costs beside a flat one, and what reading one takes: `python -m tests.benchmarks.living`."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from botilbudlaege import load, read, render

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 200


def main() -> None:
    """Render and read the plan of the examples, flat and living by turns, and print medians and ratios."""
    plan = load("docs/examples/aeblehaven.toml")
    flat, living = render(plan).content, render(plan, living=True).content
    jobs: dict[str, Callable[[], object]] = {
        "flat": lambda: render(plan),
        "living": lambda: render(plan, living=True),
        "read": lambda: read(living),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - start)
    median = {name: statistics.median(taken) * 1000 for name, taken in times.items()}
    sys.stdout.write("".join(f"{name:16}{taken:6.2f} ms\n" for name, taken in median.items()))
    sys.stdout.write(f"a living render takes {median['living'] / median['flat']:.2f} times a flat one\n")
    sys.stdout.write(f"{(len(living) - len(flat)) / 1000:.1f} kB more than {len(flat) / 1000:.1f} kB\n")


if __name__ == "__main__":
    main()
