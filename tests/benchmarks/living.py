"""What a living document costs beside a flat one, and what reading one takes: `python -m tests.benchmarks.living`."""

from __future__ import annotations

import sys

from botilbudlaege import load, read, render
from botilbudlaege.rendering.word import _package
from tests.benchmarks import _cpu

ROUNDS = 200


def main() -> None:
    """Render the plan of the examples flat and living by turns, then read it, and print medians of CPU time and their ratio."""
    plan = load("docs/examples/aeblehaven.toml")
    flat, living = render(plan).content, render(plan, living=True).content
    edited = _package.write(
        {name: part.replace(b">Ida Holm<", b">Ida Hald<") for name, part in _package.read(living).items()}
    )
    times = {
        **_cpu.medians({"flat": lambda: render(plan), "living": lambda: render(plan, living=True)}, ROUNDS),
        **_cpu.medians({"read": lambda: read(living), "read, edited": lambda: read(edited)}, ROUNDS),
    }
    sys.stdout.write("".join(f"{name:14}{taken:6.2f} ms\n" for name, taken in times.items()))
    sys.stdout.write(f"a living render takes {times['living'] / times['flat']:.2f} times a flat one\n")
    sys.stdout.write(f"{(len(living) - len(flat)) / 1000:.1f} kB more than {len(flat) / 1000:.1f} kB\n")


if __name__ == "__main__":
    main()
