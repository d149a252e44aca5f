"""Cells read by their columns: each as plain data, with what is in doubt of it and the value that an object has of it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from botilbudlaege.data import _cells, _fast, _findings
from botilbudlaege.data._cells import NAVN
from botilbudlaege.data._fast import MISSING, UNMADE
from botilbudlaege.domain._egne import own_fault
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from botilbudlaege.data._kolonner import Slot
    from botilbudlaege.data.tables._bounds import Cell
    from botilbudlaege.data.tables._memory import Memory

Doubter = Callable[["Cell", Any], "Finding | None"]
Look = tuple[Any, "Finding | None", Any]
"""A cell as plain data, or `MISSING`, what is in doubt of it, and the value that an object has of it, or `UNMADE`."""
UNREAD: Final = object()
"""What stands for the plain data of a cell that cannot be read."""
_UNREADABLE: Final[Look] = (UNREAD, None, UNMADE)


class Looks(NamedTuple):
    """What the cells of a row say.

    Args:
        keys: The cells, as they are known again.
        plain: Each as plain data, or `MISSING`.
        doubts: What is in doubt of each.
        values: The value that an object has of each, or `UNMADE`.
        is_read: Whether all can be read, and none stands where no header does.
    """

    keys: list[Any]
    plain: tuple[Any, ...]
    doubts: tuple[Finding | None, ...]
    values: tuple[Any, ...]
    is_read: bool


def looker(slot: Slot | None, cls: type[Any]) -> Callable[[Any], Look]:
    """Give what reads the cells of a column, by their keys; `DataError` where one cannot be read."""
    if slot is None:
        return lambda _: (MISSING, None, MISSING)
    if slot.column is None:
        return functools.partial(_own_looked, slot)
    fact = _fast.Fact(cls, slot.column.path)
    of_path = _SEVERAL.get(slot.column.path)
    doubter = _far if slot.column.type.kind == "dato" else of_path
    exactly, at_once = functools.partial(_looked, slot, fact, doubter), fact.at_once
    if slot.values:
        return exactly

    def looked(key: Any) -> Look:
        value = at_once(key)
        return exactly(key) if value is None else (value, doubter and doubter(key, value), value)

    return looked


def _far(_: Cell, value: Any) -> Finding | None:
    return _findings.FAR_DAY() if getattr(value, "year", 0) > _cells.LAST_YEAR else None


def _doctors(cell: Cell, _: Any) -> Finding | None:
    return _findings.ONE_DOCTOR() if _cells.may_be_several(cell) else None


def _person(cell: Cell, _: Any) -> Finding | None:
    return _findings.ONE_PERSON() if _cells.may_be_two(cell) else None


def _clauses(cell: Cell, _: Any) -> Finding | None:
    return _findings.ONE_CLAUSE() if _cells.may_be_clauses(cell) else None


_SEVERAL: Final[dict[str, Doubter]] = {
    "plan.praksis.laeger": _doctors,
    "plan.moedeaftaler": _clauses,
    **dict.fromkeys((f"plan.{side}.kontaktperson.navn" for side in ("botilbud", "praksis")), _person),
    **dict.fromkeys(
        (f"plan.underskrivere.{side}" for side in ("botilbud", "praksis", "organisation")), _person
    ),
}
"""What tells that there may be more than are read: people, or clauses; by the path of the fact."""


def _own_looked(slot: Slot, key: Any) -> Look:
    value = read(_fast.cell_of(key), slot)
    return value, None, value


def _looked(slot: Slot, fact: _fast.Fact, doubter: Doubter | None, key: Any) -> Look:
    cell = _fast.cell_of(key)
    plain = read(cell, slot)
    doubt = _cells.doubt(cell) if fact.is_single else None
    return plain, doubt or (doubter and doubter(cell, plain)), fact(plain)


def tried(known: Memory[Any, Look], key: Any) -> Look:
    """Look at a cell that may be one that cannot be read."""
    try:
        return known[key]
    except DataError:
        return _UNREADABLE


def read(written: Cell, slot: Slot) -> Any:
    """Read a cell by its column; `MISSING` where it says nothing.

    Raises:
        DataError: It cannot be read.
    """
    cell = slot.meant(written) if slot.values else written
    if slot.column is None:
        return MISSING if cell is None else _own(cell)
    if cell is None:
        if slot.column.path == NAVN:
            raise DataError(_findings.NAMELESS())
        return MISSING
    return _cells.read(cell, slot.column.type)


def _own(cell: Cell) -> Any:
    """Keep a cell of a column of theirs aside."""
    fault = cell if isinstance(cell, Finding) else own_fault(cell)
    if fault is not None:
        raise DataError(fault)
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
