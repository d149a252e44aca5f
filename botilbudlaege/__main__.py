"""The command line's entry point: `python -m botilbudlaege`, or the script `botilbudlaege`."""

from __future__ import annotations

import gc
import sys

from botilbudlaege.cli import run


def main() -> int:
    """Run the command line."""
    gc.set_threshold(
        20_000
    )  # what a command loads is there to stay: not to be looked through at every 700 new objects
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
