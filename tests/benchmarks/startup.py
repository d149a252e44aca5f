"""What imports and first uses cost from a bare interpreter: `python -m tests.benchmarks.startup [--json]`.

Each case runs in a fresh interpreter, the cases in turn, and the bare interpreter is taken off; medians of 20, in CPU time.
"""

from __future__ import annotations

import json
import sys

from tests.benchmarks import _cpu

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
    medians = _cpu.of_programs(CASES, RUNS)
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
