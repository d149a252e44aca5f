"""What the tests cost: `python -m tests.cost -m ""`, with pytest's own arguments after it; the dearest come first.

Counted is CPU time, of the test, its fixtures and the programs that it waits for, and LibreOffice's own apart: a program
`soffice` before that of the machine notes what it took. A busy machine changes it little; it judges nothing. A fixture
that several tests share is paid by the first of them, and so is what is imported or kept for all.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICE = """#!/bin/bash
{program} "$@"
code=$?
times >> {noted}
exit $code
"""
TESTS = 40


class Cost:
    """CPU seconds by test: its own with its programs', and LibreOffice's."""

    def __init__(self, folder: Path) -> None:
        """Begin to count, with a `soffice` in the folder that notes what it took."""
        self.noted = folder / "noted"
        self.by_test: dict[str, tuple[float, float]] = {}
        self.told, self.office = 0, 0.0
        self.noted.touch()
        program = shutil.which("soffice")
        if program:
            own = folder / "soffice"
            own.write_text(OFFICE.format(program=program, noted=self.noted))
            own.chmod(0o755)
            os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
        self.before = self.now()

    def now(self) -> tuple[float, float]:
        """Give the CPU seconds so far, and LibreOffice's among them."""
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        if self.noted.stat().st_size != self.told:
            text = self.noted.read_text()
            self.told, self.office = len(text), sum(map(_seconds, text.split()))
        return sum(each.ru_utime + each.ru_stime for each in used), self.office

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Count a test, with what is set up and torn down for it."""
        if not self.by_test:
            self.note("(collection)")
        yield
        self.note(item.nodeid)

    def note(self, name: str) -> None:
        """Write down what was used since the last time."""
        before, self.before = self.before, self.now()
        office = self.before[1] - before[1]
        self.by_test[name] = (self.before[0] - before[0] - office, office)

    def pytest_terminal_summary(self) -> None:
        """Tell it: by module, and the dearest tests."""
        modules: dict[str, tuple[float, float]] = defaultdict(lambda: (0, 0))
        for name, (own, office) in self.by_test.items():
            module = name.partition("::")[0]
            modules[module] = (modules[module][0] + own, modules[module][1] + office)
        tests = sorted(self.by_test.items(), key=lambda test: -test[1][0])[:TESTS]
        total = [sum(each) for each in zip(*modules.values(), strict=True)]
        lines = [("all", total), *sorted(modules.items(), key=lambda module: -module[1][0]), *tests]
        print("\n  CPU s  LibreOffice's")  # noqa: T201 - a program, which prints
        for name, (own, office) in lines:
            print(f"{own:7.2f} {office:8.2f}  {name}")  # noqa: T201


def _seconds(text: str) -> float:
    """Read what bash's `times` writes: 0m1.250s."""
    minutes, _, seconds = text.strip().removesuffix("s").partition("m")
    return float(minutes) * 60 + float(seconds)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.exit(pytest.main(["-q", "-p", "no:xdist", *sys.argv[1:]], plugins=[Cost(Path(made))]))
