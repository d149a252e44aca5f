"""The command line's entry point: `python -m botilbudlaege`, or the script `botilbudlaege`."""

from __future__ import annotations

import sys

from botilbudlaege.cli import run


def main() -> int:
    """Run the command line."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
