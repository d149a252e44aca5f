"""Rows that are right, made quickly: each distinct cell is checked once, each part that recurs is made once.

What it makes is what `_struktur.structure` makes of the same row. Where it meets anything that is not known to be right it
makes nothing, and the row is read the exact way, which alone says what is wrong.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from botilbudlaege import _struktur
from botilbudlaege.domain import Egne, Fakta
from botilbudlaege.domain._fakta import field_faults
from botilbudlaege.domain._felter import fields
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from botilbudlaege.domain._felter import Field
    from botilbudlaege.errors import Finding

T = TypeVar("T")
MOST = 512
"""How many cells are kept of a column, and objects of a part; then it begins anew, so that memory is flat."""
MISSING: Final = object()
"""Stands for a fact that a row does not have."""
_OWN = "egne"


def keep(known: dict[Any, T], key: Any, value: T, most: int = MOST) -> T:
    """Keep a value among a bounded number of others, and give it."""
    if len(known) >= most:
        known.clear()
    known[key] = value
    return value


def typed(cells: Sequence[Any]) -> list[Any]:
    """Give cells as keys: 1, 1.0 and True are equal, and none of them is read as another.

    >>> typed(["1", None, 1, True])
    ['1', None, (<class 'int'>, 1), (<class 'bool'>, True)]
    """
    return [cell if cell.__class__ is str or cell is None else (cell.__class__, cell) for cell in cells]


class Maker:
    """Make the objects of rows.

    Args:
        cls: The class of rows.
        columns: Where each fact stands in a row, by its path.
        own: Where each column of an office's own stands, by its header.
        plain: Gives the cell of a column as plain data, or `MISSING`; `DataError` where it is not clean.
    """

    def __init__(
        self,
        cls: type[Fakta],
        columns: Mapping[str, int],
        own: Mapping[int, str],
        plain: Callable[[int, Any], Any],
    ) -> None:
        self._plain = plain
        self._own = own
        self._part = _Part(cls, "", columns, plain)

    def __call__(self, cells: list[Any]) -> Any:
        """Make the object of a row that has a cell for each column; None where it has to be read the exact way."""
        try:
            return self._part.made(cells, typed(cells), self._egne(cells) if self._own else {})
        except DataError:
            return None

    def _egne(self, cells: list[Any]) -> dict[str, Any]:
        """Read the columns of their own; the last of those with one header counts."""
        kept = {}
        for index, header in self._own.items():
            value = self._plain(index, cells[index])
            if value is not MISSING:
                kept[header] = value
        return {_OWN: Egne(kept)} if kept else {}


class _Fact:
    """The values of a fact, each as an object has it."""

    def __init__(
        self, field: Field, attribute: attrs.Attribute[Any], index: int, plain: Callable[[int, Any], Any]
    ) -> None:
        self._field = field
        self._index = index
        self._plain = plain
        self._read = _struktur.reader(attribute.type)
        self._convert = cast("Callable[[Any], Any]", attribute.converter)
        self._known: dict[Any, Any] = {}

    def __call__(self, cells: list[Any], keys: list[Any]) -> Any:
        key = keys[self._index]
        try:
            return self._known[key]
        except KeyError:
            return keep(self._known, key, self._checked(cells[self._index]))

    def _checked(self, cell: Any) -> Any:
        plain = self._plain(self._index, cell)
        if plain is MISSING:
            return MISSING
        value = self._convert(self._read(plain))
        if value is not None or not self._field.type.can_miss:
            _refuse(field_faults(self._field, value))
        return value


class _Part:
    """The objects of a class in which columns stand: its values are right one by one, and checked against each other."""

    def __init__(
        self,
        cls: type[Fakta],
        prefix: str,
        columns: Mapping[str, int],
        plain: Callable[[int, Any], Any],
    ) -> None:
        self._cls = cls
        self._known: dict[Any, Any] = {}
        self._key = itemgetter(*(index for path, index in columns.items() if path.startswith(prefix)))
        self._fields: list[tuple[Any, Any, Any]] = []
        self._others: list[tuple[str, Any, Any]] = []
        described = {field.name: field for field in fields(cls)}
        for attribute in attrs.fields(cast("Any", cls)):
            path, put, default = f"{prefix}{attribute.name}", *_slot(cls, attribute)
            if path in columns:
                fact = _Fact(described[attribute.name], attribute, columns[path], plain)
                self._fields.append((fact, put, default))
            elif any(other.startswith(f"{path}.") for other in columns):
                part = _Part(described[attribute.name].type.cls, f"{path}.", columns, plain)
                self._fields.append((part, put, default))
            else:
                self._others.append((attribute.name, put, default))

    def __call__(self, cells: list[Any], keys: list[Any]) -> Any:
        key = self._key(keys)
        try:
            return self._known[key]
        except KeyError:
            return keep(self._known, key, self.made(cells, keys))

    def made(self, cells: list[Any], keys: list[Any], given: Mapping[str, Any] | None = None) -> Any:
        """Make an object."""
        subject = object.__new__(self._cls)
        for read, put, default in self._fields:
            value = read(cells, keys)
            put(subject, default if value is MISSING else value)
        for name, put, default in self._others:
            put(subject, given.get(name, default) if given else default)
        _refuse(subject._sammenhaeng())
        return subject


def _refuse(faults: Iterator[Finding]) -> None:
    found = (*faults,)
    if found:
        raise DataError(*found)


def _slot(cls: type[Fakta], attribute: attrs.Attribute[Any]) -> tuple[Callable[[Any, Any], None], Any]:
    """Say how an attribute of a frozen object is set, and to what where nothing is given."""
    default: Any = attribute.default
    put = getattr(cls, attribute.name).__set__
    return put, default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
