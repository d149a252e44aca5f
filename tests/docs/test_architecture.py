"""The map of the house: each function that a walk names is there, and a call comes to them in that order."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pkgutil import resolve_name

import pytest

from docs.generated import ROOT
from docs.pages import architecture

WALKS = {
    name: re.findall(r"^\d+\. `([\w.]+)`", text, re.MULTILINE)
    for name, text in re.findall(
        r"^### (.+?)\n(.*?)(?=^### |\Z)",
        architecture.FILE.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
}


@pytest.mark.parametrize("name", WALKS)
def test_every_stop_of_a_walk_is_there(name: str) -> None:
    """A function that is renamed or moved is mended on the map too."""
    stops = WALKS[name]

    assert len(stops) == len(set(stops)) > 1
    for stop in stops:
        assert callable(resolve_name(f"botilbudlaege.{stop}"))


@pytest.mark.slow
def test_a_call_comes_to_the_stops_in_their_order() -> None:
    """In a new process, where nothing is compiled yet."""
    script = "import json; from tests.walks import stops; print(json.dumps(stops()))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    passed = json.loads(done.stdout)

    assert list(passed) == list(WALKS)
    for name, stops in WALKS.items():
        functions = [each.removesuffix(".__init__") for each in passed[name]]
        assert [stop for stop in stops if stop not in functions] == []
        assert sorted(stops, key=functions.index) == stops


def test_no_room_stands_on_one_above_it() -> None:
    """What the picture shows is what import-linter holds: a circle would have no picture."""
    rooms = architecture.rooms()

    assert all(architecture.level(each) < architecture.level(room) for room in rooms for each in rooms[room])
    assert {"domain", "rendering.engine", "packs.reading", "cli"} <= set(rooms)
