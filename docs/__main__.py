"""The command `python -m docs`, which writes every file that a script makes; with `--check` it only tells what differs."""

from __future__ import annotations

import argparse
import difflib
import sys

from docs import generated
from docs.pages import pictures

_CHANGED_LINES = 20


def main(arguments: list[str]) -> int:
    """Write what differs, or tell of it; 1 where `--check` finds something."""
    parser = argparse.ArgumentParser(prog="python -m docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; tell what differs")
    parser.add_argument(
        "--pictures", action="store_true", help="make the guide's pictures too (LibreOffice, poppler-utils)"
    )
    asked = parser.parse_args(arguments)
    differing = generated.differing()
    for path, content in differing.items():
        sys.stdout.write(f"{path.relative_to(generated.ROOT)}\n")
        if asked.check:
            sys.stdout.writelines(_difference(path.read_bytes() if path.exists() else b"", content))
        else:
            path.write_bytes(content)
    if asked.pictures and not asked.check:
        pictures.make(pictures.FOLDER, list(pictures.PICTURES))
    return 1 if asked.check and differing else 0


def _difference(before: bytes, after: bytes) -> list[str]:
    """Show the first changed lines of a page; a Word file shows none."""
    try:
        texts = before.decode().splitlines(), after.decode().splitlines()
    except UnicodeDecodeError:
        return []
    lines = [
        line for line in difflib.unified_diff(*texts, n=0, lineterm="") if line[:2] not in ("--", "++", "@@")
    ]
    return [f"  {line}\n" for line in lines[:_CHANGED_LINES]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
