"""The house: no circle of modules, and rooms that a newcomer can name."""

from __future__ import annotations

import ast
import graphlib
from pathlib import Path

import grimp
import pytest

PACKAGE = Path(__file__).parent.parent / "botilbudlaege"
ROOMS = sorted(path.parent for path in PACKAGE.glob("*/*/__init__.py"))
MODULES_OF_A_ROOM = 15


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports for typing count too: a module can be read with those below it alone."""
    graph = grimp.build_graph("botilbudlaege", exclude_type_checking_imports=False)
    modules = graph.modules - {
        "botilbudlaege"
    }  # it names everything public for type checkers; nothing imports it
    below = {module: graph.find_modules_directly_imported_by(module) for module in modules}

    assert sum(map(len, below.values())) > len(modules)
    graphlib.TopologicalSorter(below).prepare()  # CycleError names the circle


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.relative_to(PACKAGE).as_posix())
def test_a_room_says_what_it_is_and_can_be_taken_in_at_a_glance(room: Path) -> None:
    """Its first lines say what it is for, what it may know and where to begin; it has at most some fifteen modules beside its catalogue."""
    text = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    modules = [path for path in room.glob("*.py") if path.name not in ("__init__.py", "_findings.py")]

    assert "It knows" in text
    assert "egin with" in text
    assert len(modules) <= MODULES_OF_A_ROOM


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_a_module_names_its_thing_first(module: Path) -> None:
    """A first sentence that begins with a question word is a riddle until it has been read to its end."""
    first = (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").partition(" ")[0]

    assert first
    assert first not in {"How", "What", "When", "Where", "Whether", "Which", "Who", "Why"}
