"""The house: no circle of modules, and rooms that a newcomer can name."""

from __future__ import annotations

import ast
import graphlib
import re
from pathlib import Path

import grimp
import pytest

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "botilbudlaege"
ROOMS = sorted(path.parent for path in PACKAGE.glob("*/*/__init__.py"))
MODULES_OF_A_ROOM = 15
LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 30
LONG = {("rendering/filling/_program.py", "value")}
"""The functions that are longer: a `match` with a case for each kind of value."""
CLOCKS = {
    f"{clock}{unit}" for clock in ("time.time", "time.monotonic", "time.perf_counter") for unit in ("", "_ns")
} | {"timeit"}
_FIRST = re.compile(r'"""([^\s"]+)')
"""The first word of a module, which begins with its docstring."""
_TIME = re.compile(r"\btime(?:it)?\b")
"""What a module says that names one of them."""
MEASURING = ("benchmarks", "load.py")
"""What tells how long something took, and is no test."""


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
    first = _FIRST.match(module.read_text("utf-8"))

    assert first
    assert first[1] not in {"How", "What", "When", "Where", "Whether", "Which", "Who", "Why"}


def long_functions(path: Path) -> set[str]:
    """List the functions of a module that do more than is read in one go, however much there is told of them."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            doing = node.body[ast.get_docstring(node) is not None :]
            if doing and (node.end_lineno or 0) - doing[0].lineno >= LINES_OF_A_FUNCTION:
                found.add(node.name)
    return found


def test_what_is_too_long_to_be_read_in_one_go_is_cut() -> None:
    """A module has less than 400 lines, and a function does its work in 30, but for those that are named here."""
    modules = sorted(PACKAGE.rglob("*.py"))
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in modules}
    long = {(path.relative_to(PACKAGE).as_posix(), name) for path in modules for name in long_functions(path)}

    assert {path.name: count for path, count in lines.items() if count >= LINES_OF_A_MODULE} == {}
    assert long == LONG


def names(tree: ast.AST) -> set[str]:
    """List what a module names of other modules, with theirs."""
    imported = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    attributes = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return (
        imported
        | attributes
        | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    )


@pytest.mark.parametrize(
    ("source", "clocks"),
    [
        ("import time\nstart = time.time()", {"time.time"}),
        ("from time import perf_counter", {"time.perf_counter"}),
        ("import timeit", {"timeit"}),
        ("import time\ntime.sleep(1)\ntime.process_time()", set()),
    ],
)
def test_a_clock_is_seen(source: str, clocks: set[str]) -> None:
    """However it is come by."""
    assert names(ast.parse(source)) & CLOCKS == clocks


def test_no_test_judges_by_how_long_something_took() -> None:
    """That is the machine's doing: tests count steps, or CPU time beside that of other work (tests/effort.py)."""
    tests = [
        path
        for path in TESTS.rglob("*.py")
        if path.relative_to(TESTS).parts[0] not in (*MEASURING, "node_modules")
    ]
    texts = {path: path.read_text("utf-8") for path in tests}
    clocks = {path: names(ast.parse(text)) & CLOCKS for path, text in texts.items() if _TIME.search(text)}

    assert len(tests) > 100
    assert {path.name: found for path, found in clocks.items() if found} == {}
