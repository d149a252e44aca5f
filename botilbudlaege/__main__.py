"""The command line's entry point: `python -m botilbudlaege`, or the script `botilbudlaege`."""

from __future__ import annotations

import sys
from importlib.util import find_spec


def main() -> int:
    """Run the command line; without its packages, say how to install them."""
    if find_spec("cyclopts") is None or find_spec("rich") is None:
        sys.stderr.write(
            "Kommandolinjen mangler sine pakker. Installér dem: pip install 'botilbudlaege[cli]'\n"
        )
        return 1
    from botilbudlaege.cli import run  # noqa: PLC0415 - only now are its packages known to be there

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
