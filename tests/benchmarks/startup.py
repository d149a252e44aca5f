"""How long imports and first uses take from a bare interpreter: `python -m tests.benchmarks.startup [--json]`.

Each case runs in a fresh interpreter, the cases in turn, and the bare interpreter is taken off; medians of 20.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

RUNS = 20
BARE = "bare interpreter"
REFERENCE = "import docxtpl"
CASES = {
    BARE: "pass",
    REFERENCE: "import docxtpl",
    "import botilbudlaege": "import botilbudlaege",
    "rules.ophoersdato(...)": (
        "import datetime; from botilbudlaege import rules; rules.ophoersdato(datetime.date(2025, 3, 31))"
    ),
    "build a plan": (
        "import datetime; from botilbudlaege import Botilbud, Kommune, Samarbejdsplan; "
        "Samarbejdsplan(botilbud=Botilbud(navn='A', kommune=Kommune.find('Aarhus'), cvr='38990608'),"
        " timer_pr_maaned=2, ikrafttraeden=datetime.date(2025, 4, 1))"
    ),
}


def measure() -> dict[str, float]:
    """Give each case's median in milliseconds, the bare interpreter's in full, the others above it."""
    taken: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(RUNS):
        for name, code in CASES.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            taken[name].append((time.perf_counter() - start) * 1000)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    return {name: value if name == BARE else value - medians[BARE] for name, value in medians.items()}


def main() -> None:
    """Print a table, or JSON."""
    medians = measure()
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps(medians) + "\n")
        return
    for name, value in medians.items():
        ratio = "" if name in (BARE, REFERENCE) else f"{value / medians[REFERENCE]:6.2f} × {REFERENCE}"
        sys.stdout.write(f"{name:26}{value:8.1f} ms  {ratio}\n")


if __name__ == "__main__":
    main()
