"""Rows that are right, made quickly: each distinct cell is read and checked once, each part that recurs is made once.

What it makes is what `_structure.structure` makes of the same row. Where it meets anything that is not known to be right it
makes nothing, and the row is read the exact way, which alone says what is wrong.
"""

from __future__ import annotations

import datetime
import re
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from botilbudlaege import _structure
from botilbudlaege.data.tables import _memory
from botilbudlaege.data.tables._memory import Memory
from botilbudlaege.domain import Egne, Fakta
from botilbudlaege.domain._fakta import field_faults
from botilbudlaege.domain._fields import fields
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from botilbudlaege.domain._fields import Field, Type
    from botilbudlaege.errors import Finding

MISSING: Final = object()
"""Stands for a fact that a row does not have."""
UNMADE: Final = object()
"""Stands for a value that an object cannot have: the row is read the exact way, which says why."""
_OWN = "egne"
_SIGNS = "[A-Za-zÆØÅæøå0-9.,/()@:'+-]"
_SIMPLE: Final = re.compile(
    rf"(?!.*[0-9]{{6}})(?![DdIiSs](?i:o|itto|dem|amme|e|om)\b(?! [A-ZÆØÅ0-9]))[A-Za-zÆØÅæøå0-9]{_SIGNS}*(?: (?:&|{_SIGNS}+))*"
)
"""A text that needs no looking at: words with one space between them, and no digits that could be a personal number."""
_DIGITS: Final = re.compile("[0-9]{1,18}")
"""A number that is written as text, with nothing but its digits."""
_MOST = 10**9
_NOTHING: Final[tuple[Any, Any]] = (None, None)
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

Key = Any
"""A cell as it is known again: text and nothing as they are, all else with its class."""


def keys(cells: Sequence[Any]) -> list[Key]:
    """Give cells as keys: 1, 1.0 and True are equal, and none of them is read as another.

    >>> keys(["1", None, 1, True])
    ['1', None, (<class 'int'>, 1), (<class 'bool'>, True)]
    """
    return [cell if cell.__class__ is str or cell is None else (cell.__class__, cell) for cell in cells]


def cell_of(key: Key) -> Any:
    """Give the cell of a key.

    >>> [cell_of(key) for key in keys(["1", None, 1, True])]
    ['1', None, 1, True]
    """
    return key[1] if key.__class__ is tuple else key


class Fact:
    """The values of a fact at a place in a class of rows, each as an object has it.

    Args:
        cls: The class of rows.
        path: The place.
    """

    def __init__(self, cls: type[Fakta], path: str) -> None:
        parent, _, name = path.rpartition(".")
        for step in parent.split(".") if parent else ():
            cls = _field(cls, step).type.cls
        self._field = _field(cls, name)
        attribute = getattr(attrs.fields(cast("Any", cls)), name)
        self._read = _structure.reader(attribute.type)
        self._convert = cast("Callable[[Any], Any]", attribute.converter)
        self._default = _structure.default_of(attribute)
        self._item = _item(self._field.type)
        self._check = self._field.felt.check
        self.at_once = _at_once(self._field.type, self._check)
        """Gives the value of a cell, by its key, that says it as most do, which is the same as plain data; None for any other."""

    @property
    def is_single(self) -> bool:
        """Whether it is no list."""
        return self._field.type.item is None

    def __call__(self, plain: Any) -> Any:
        """Give the value of plain data, or of `MISSING`; `UNMADE` where it is none that an object can have."""
        if plain is MISSING:
            return self._default
        try:
            items = self._items(plain)
            value = items or self._convert(self._read(plain))
        except DataError:
            return UNMADE
        if items:
            return UNMADE if self._check is not None and self._check(items) else items
        if value is None and self._field.type.can_miss:
            return value
        return UNMADE if field_faults(self._field, value) else value

    def _items(self, plain: Any) -> tuple[Any, ...]:
        """Make the objects of a list of which each has all its facts, as texts; none where that is not so."""
        if self._item is None:
            return ()
        names, known = self._item
        made = []
        for item in plain:
            if item.__class__ is not dict or len(item) != len(names):
                return ()
            texts = tuple(map(item.get, names))
            if {*map(type, texts)} != {str}:
                return ()
            made.append(known[texts])
        return tuple(made)


def _at_once(type_: Type, check: Callable[[Any], Finding | None] | None) -> Callable[[Key], Any]:
    """Give what reads the cells of a type that are as most are, and right; of any other it gives None."""
    if type_.cls is str:
        is_simple = (_DIGITS if type_.felt is not None and type_.felt.nummer else _SIMPLE).fullmatch
        read: Callable[[Key], Any] = lambda key: key if key.__class__ is str and is_simple(key) else None  # noqa: E731
    else:
        read = _READ.get(type_.cls, _none)
    if check is None:
        return read

    def checked(key: Key) -> Any:
        value = read(key)
        return value if value is None or check(value) is None else None

    return checked


def _number(key: Key) -> int | None:
    """Read a number as text, or as a workbook has it."""
    if key.__class__ is str:
        return int(key) if _DIGITS.fullmatch(key) else None
    cls, cell = key or _NOTHING
    return int(cell) if cls is float and 0 <= cell < _MOST and cell.is_integer() else None


def _day(key: Key) -> datetime.date | None:
    """Read a day as text, or as a workbook has it."""
    if key.__class__ is str:
        try:
            return datetime.date.fromisoformat(key) if _DAY.fullmatch(key) else None
        except ValueError:
            return None
    cls, cell = key or _NOTHING
    return cell if cls is datetime.date else None


def _none(_: Key) -> None:
    return None


_READ: Final[Mapping[Any, Callable[[Key], Any]]] = {int: _number, datetime.date: _day}


def _field(cls: type[Fakta], name: str) -> Field:
    return next(field for field in fields(cls) if field.name == name)


class Maker:
    """Make the objects of rows.

    Args:
        cls: The class of rows.
        columns: Where each fact stands in a row, by its path.
        own: The header of each column of an office's own, by where it stands.
    """

    def __init__(self, cls: type[Fakta], columns: Mapping[str, int], own: Mapping[int, str]) -> None:
        self._own = own
        self._part = _Part(cls, "", columns)

    def __call__(self, row: Sequence[Key], values: Sequence[Any]) -> Any:
        """Make the object of a row of keys and their values; None where it has to be read the exact way."""
        if UNMADE in values:
            return None
        try:
            return self._part.made(row, values, self._egne(values) if self._own else {})
        except DataError:
            return None

    def _egne(self, values: Sequence[Any]) -> dict[str, Any]:
        """Give the columns of their own; the last of those with one header counts."""
        kept = {header: values[index] for index, header in self._own.items() if values[index] is not MISSING}
        return {_OWN: Egne(kept)} if kept else {}


class _Part:
    """The objects of a class in which columns stand: its values are right one by one, and checked against each other."""

    def __init__(self, cls: type[Fakta], prefix: str, columns: Mapping[str, int]) -> None:
        self._cls = cls
        self._facts: list[tuple[int, Callable[[Any, Any], None]]] = []
        self._parts: list[
            tuple[Callable[[Sequence[Key], Sequence[Any]], Any], Callable[[Any, Any], None]]
        ] = []
        self._others: list[tuple[str, Callable[[Any, Any], None], Any]] = []
        self._known: dict[tuple[Key, ...], Any] = {}
        self._of = itemgetter(
            *columns.values(), *[*columns.values()][:1]
        )  # so that it gives a tuple of one, too
        self._is_checked = cls._sammenhaeng is not Fakta._sammenhaeng  # noqa: SLF001 - most classes have nothing to check
        for attribute in attrs.fields(cast("Any", cls)):
            path, put = f"{prefix}{attribute.name}", getattr(cls, attribute.name).__set__
            inner = {other: index for other, index in columns.items() if other.startswith(f"{path}.")}
            if path in columns:
                self._facts.append((columns[path], put))
            elif inner:
                part = _Part(_field(cls, attribute.name).type.cls, f"{path}.", inner)
                self._parts.append((part.made if part._parts else part.known, put))
            else:
                self._others.append((attribute.name, put, _structure.default_of(attribute)))

    def known(self, row: Sequence[Key], values: Sequence[Any]) -> Any:
        """Give the object of a row of keys, which is made once for those that are alike."""
        key = self._of(row)
        subject = self._known.get(key)
        if subject is None:
            if len(self._known) >= _memory.MOST:
                self._known.clear()
            subject = self._known[key] = self.made(row, values)
        return subject

    def made(self, row: Sequence[Key], values: Sequence[Any], given: Mapping[str, Any] | None = None) -> Any:
        """Make the object of a row of keys and their values."""
        subject = object.__new__(self._cls)
        for index, put in self._facts:
            put(subject, values[index])
        for part, put in self._parts:
            put(subject, part(row, values))
        for name, put, default in self._others:
            put(subject, given.get(name, default) if given else default)
        if self._is_checked:
            _refuse(subject._sammenhaeng())
        return subject


def _item(type_: Type) -> tuple[tuple[str, ...], Memory[tuple[Any, ...], Any]] | None:
    """Give the names of the facts of the objects in a list, and what makes such objects; None for other facts."""
    if type_.item is None or type_.item.kind != "objekt":
        return None
    cls = type_.item.cls
    inner = fields(cls)
    if not all(field.type.cls is str for field in inner):
        return None
    names = tuple(field.name for field in inner)
    facts = [Fact(cls, name) for name in names]
    maker = Maker(cls, {name: index for index, name in enumerate(names)}, {})

    def made(texts: tuple[str, ...]) -> Any:
        values = [fact.at_once(text) or fact(text) for fact, text in zip(facts, texts, strict=True)]
        subject = maker(texts, values)
        if subject is None:
            raise DataError
        return subject

    return names, Memory(made)


def _refuse(faults: Iterable[Finding]) -> None:
    found = (*faults,)
    if found:
        raise DataError(*found)
