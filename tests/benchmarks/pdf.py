"""Many PDFs: `python -m tests.benchmarks.pdf [--json]`.

A hundred plans in one LibreOffice against one LibreOffice each (some of them, told a document), and two batches side by side.
They take turns; medians of the rounds. All of it is the whole way, with the pass that makes the PDFs conform.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from botilbudlaege import render
from botilbudlaege.rendering.pdf import _convert
from tests.benchmarks.render import plans

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTS = 100
ALONE = 6
ROUNDS = 3
PACK = "faelles"


def whole(contents: list[bytes]) -> list[bytes]:
    """Convert in one batch, and see that all are made."""
    made = [each for each in _convert.convert(contents) if isinstance(each, bytes)]
    if len(made) != len(contents):
        raise RuntimeError(f"{len(contents) - len(made)} PDFs are missing")
    return made


def each_alone(contents: list[bytes]) -> list[bytes]:
    """Convert some in a process each."""
    return [whole([content])[0] for content in contents[:ALONE]]


def side_by_side(contents: list[bytes]) -> list[bytes]:
    """Convert two halves at the same time."""
    half = len(contents) // 2
    with ThreadPoolExecutor(2) as pool:
        return [pdf for batch in pool.map(whole, (contents[:half], contents[half:])) for pdf in batch]


def measure() -> dict[str, float]:
    """Give each way's median in milliseconds a document."""
    contents = [render(plan, pack=PACK).content for plan in plans(DOCUMENTS)]
    ways: dict[str, Callable[[list[bytes]], list[bytes]]] = {
        "one process each": each_alone,
        "one batch": whole,
        "two batches": side_by_side,
    }
    whole(contents[:1])  # warm: program and fonts are read from the disk
    taken: dict[str, list[float]] = {name: [] for name in ways}
    made: dict[str, list[bytes]] = {}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = time.perf_counter()
            made[name] = way(contents)
            taken[name].append((time.perf_counter() - start) * 1000 / len(made[name]))
    if made["one batch"] != made["two batches"] or made["one batch"][:ALONE] != made["one process each"]:
        raise RuntimeError("the PDFs differ")
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Print a table, or JSON."""
    medians = measure()
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps(medians) + "\n")
        return
    slowest = medians["one process each"]
    for name, value in medians.items():
        sys.stdout.write(f"{name:18}{value:8.0f} ms a document {slowest / value:6.1f} times as fast\n")


if __name__ == "__main__":
    main()
