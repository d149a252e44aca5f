"""What the tests of batches share: a register of which all documents have been made."""

from __future__ import annotations

import pytest

from botilbudlaege import render_many
from tests.batch.registers import BAD, HOMES, START, Home, Region, home, write


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Region:
    """Make the register, and all of its documents."""
    folder = tmp_path_factory.mktemp("region")
    homes: list[Home] = []
    bad: dict[int, str] = {}
    none: set[int] = set()
    for number in range(HOMES):
        if number % 33 == 20 and len(bad) < HOMES * 3 // 100:
            kind = [*BAD][len(bad) % len(BAD)]
            bad[number + 2] = kind
            homes.append(home(number, **BAD[kind][0]))
        elif number % 50 == 7:
            none.add(number + 2)
            homes.append(home(number, **{START: None}))
        else:
            homes.append(home(number))
    register = write(folder / "region.csv", homes)
    return Region(register, bad, none, folder / "ud", render_many(register, folder / "ud"))
