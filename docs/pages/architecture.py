"""The rooms of the package on `architecture.md`: a picture and a table, both drawn from the imports.

Imports for typing count. A package whose `__init__` only hands on what is below it (`packs`, `rendering`) is a door: who
imports it stands on what it hands on.
"""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path
from typing import NamedTuple

import grimp

FILE = Path(__file__).parents[1] / "architecture.md"
PICTURE = FILE.parent / "pictures" / "rooms.svg"
_PACKAGE = FILE.parents[1] / "botilbudlaege"
_ROOT = _PACKAGE.name
_ENTRY = "__main__"
_GROUND = "ground"
_BLOCK = re.compile(
    r"(?<=<!-- Written by docs/pages/architecture\.py: python -m docs -->\n).*?(?=<!-- end -->)", re.DOTALL
)

# The rooms and what they stand on ----------------------------------------------------------------------


@functools.cache
def rooms() -> dict[str, frozenset[str]]:
    """List the rooms, each with those that it stands on directly: not those below them, which it may import too."""
    graph = _graph()
    below: dict[str, set[str]] = {}
    for module in graph.modules - doors(graph):
        found = below.setdefault(_room(graph, module), set())
        found.update(_room(graph, each) for each in _imported(graph, module))
    return {room: _direct(room, below) for room in sorted(below)}


@functools.cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph(_ROOT, exclude_type_checking_imports=False, cache_dir=None)


def doors(graph: grimp.ImportGraph) -> frozenset[str]:
    """List the packages that hold rooms, and the module that only starts the command line."""
    packages = {
        parent.rpartition(".")[0] for parent in graph.modules if graph.find_children(parent) and "." in parent
    }
    return frozenset({_ROOT, f"{_ROOT}.{_ENTRY}"} | packages)


def _imported(graph: grimp.ImportGraph, module: str) -> set[str]:
    """List what a module imports, with what stands behind a door in place of the door."""
    found: set[str] = set()
    for each in graph.find_modules_directly_imported_by(module):
        found |= _imported(graph, each) if each in doors(graph) else {each}
    return found


def _room(graph: grimp.ImportGraph, module: str) -> str:
    """Name the room of a module: its package, or the ground for what stands alone and knows no package."""
    names = module.split(".")[1:]
    if graph.find_children(module):
        return ".".join(names)
    if len(names) > 1:
        return ".".join(names[:-1])
    knows_a_package = any(
        graph.find_children(".".join(each.split(".")[:2]))
        for each in graph.find_modules_directly_imported_by(module)
    )
    return names[0] if knows_a_package else _GROUND


def _direct(room: str, below: dict[str, set[str]]) -> frozenset[str]:
    others = below[room] - {room}
    return frozenset(others - {far for near in others for far in _reached(near, below)})


def _reached(room: str, below: dict[str, set[str]]) -> set[str]:
    """List all that a room stands on; a circle of rooms ends here, with a RecursionError."""
    others = below[room] - {room}
    return others.union(*(_reached(each, below) for each in others))


def level(room: str) -> int:
    """Count how high a room stands: on the highest of those that it stands on."""
    return max((level(each) + 1 for each in rooms()[room]), default=0)


# The page ----------------------------------------------------------------------------------------------


def page() -> str:
    """Write the page, with the table anew."""
    text = FILE.read_text(encoding="utf-8")
    return _BLOCK.sub(lambda _: f"\n{_table()}\n", text)


def _table() -> str:
    rows = [
        f"| `{room}` | {purpose(room)} | {', '.join(f'`{each}`' for each in sorted(rooms()[room]))} |"
        for room in sorted(rooms(), key=lambda room: (-level(room), room))
    ]
    return "\n".join(["| room | what it is | stands on |", "|---|---|---|", *rows, ""])


def purpose(room: str) -> str:
    """Give a room's first sentence, as its `__init__` has it; the ground lists its modules."""
    if room == _GROUND:
        return f"What all others may know: {', '.join(f'`{each}`' for each in _on_the_ground())}."
    path = _PACKAGE.joinpath(*room.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return said.partition("\n\n")[0].replace("\n", " ").replace("|", r"\|")


def _on_the_ground() -> list[str]:
    graph = _graph()
    return sorted(
        name.partition(".")[2] for name in graph.modules - doors(graph) if _room(graph, name) == _GROUND
    )


# The picture -------------------------------------------------------------------------------------------


class _Side(NamedTuple):
    """A side of the house: its rooms stand in a column of their own."""

    name: str
    left: int
    width: int
    color: str


_BOX, _HIGH, _STEP, _GAP, _TOP, _FOOT = 124, 34, 62, 14, 44, 12
_SIDES = (
    _Side("facts", 12, 310, "#e3efe0"),
    _Side("rendering", 346, 440, "#e1ebf7"),
    _Side("packs", 810, 310, "#f7ecd9"),
)
_UPPER = _Side("", 810, 310, "#e8e4ee")
_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="Arial, Helvetica, sans-serif" font-size="14" text-anchor="middle">
<title>The rooms of botilbudlaege</title>
<desc>A room stands on those that a line leads down to. The table says the same.</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
"""


def picture() -> str:
    """Draw the rooms as SVG: each on those that it stands on, with a line to each of them."""
    places = {room: _place(room) for room in rooms()}
    height = _TOP + (max(map(level, rooms())) + 1) * _STEP + _FOOT
    width = _SIDES[-1].left + _SIDES[-1].width + _SIDES[0].left
    lines = [_line(places[room], places[each]) for room, below in rooms().items() for each in sorted(below)]
    boxes = [_box(room, *place) for room, place in places.items()]
    heads = [
        f'<text x="{side.left + side.width // 2}" y="24" font-weight="bold" fill="#444444">{side.name}</text>'
        for side in _SIDES
    ]
    return "\n".join(
        [_HEAD.format(width=width, height=height) + "\n".join(heads), *lines, *boxes, "</svg>\n"]
    )


def _side(room: str) -> _Side:
    first = room.partition(".")[0]
    named = next((side for side in _SIDES if side.name == first), None)
    above = any(each.startswith("packs") for each in rooms()[room]) or "batch" in rooms()[room]
    return named or (_UPPER if above else _SIDES[0])


@functools.cache
def _place(room: str) -> tuple[int, int]:
    """Find the middle of a room's upper edge: under what stands on it, beside those of its side that stand as high."""
    side = _side(room)
    row = [each for each in rooms() if level(each) == level(room) and _side(each).left == side.left]
    all_of_it = len(row) * (_BOX + _GAP) - _GAP
    left = side.left + (side.width - all_of_it) // 2 + sorted(row, key=_under).index(room) * (_BOX + _GAP)
    across = _under(room) if len(row) == 1 else left + _BOX // 2
    return across, _TOP + (max(map(level, rooms())) - level(room)) * _STEP


def _under(room: str) -> int:
    """Find the middle of those of its side that stand on a room, so that a line seldom goes behind another room."""
    side = _side(room)
    above = [each for each, below in rooms().items() if room in below and _side(each).left == side.left]
    places = [_place(each)[0] for each in above]
    return sum(places) // len(places) if places else side.left + side.width // 2


def _line(upper: tuple[int, int], lower: tuple[int, int]) -> str:
    (x, y), (to_x, to_y) = upper, lower
    middle = (y + _HIGH + to_y) // 2
    return f'<path d="M{x} {y + _HIGH}C{x} {middle} {to_x} {middle} {to_x} {to_y}" fill="none" stroke="#6b7280" stroke-width="1.3"/>'


def _box(room: str, x: int, y: int) -> str:
    rect = f'<rect x="{x - _BOX // 2}" y="{y}" width="{_BOX}" height="{_HIGH}" rx="5" fill="{_side(room).color}" stroke="#6b7280"/>'
    return f'{rect}<text x="{x}" y="{y + 22}" fill="#111111">{room.rpartition(".")[2]}</text>'
