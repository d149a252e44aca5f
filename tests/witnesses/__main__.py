"""All witnesses heard, and their page written: `python -m tests.witnesses`."""

from __future__ import annotations

import sys

from tests import browser
from tests.witnesses import page
from tests.witnesses.hearing import Hearing


def main() -> int:
    """Write the page; tell who objects, in which case it is not done."""
    with browser.launched() as started, browser.opened(started) as tab:
        hearing = Hearing(tab)
        page.PATH.write_text(page.written(hearing), encoding="utf-8")
        for (name, kind), said in hearing.objections.items():
            sys.stdout.write(f"{name} objects, {kind}: {said[0]}\n")
        return 1 if hearing.objections else 0


if __name__ == "__main__":
    sys.exit(main())
