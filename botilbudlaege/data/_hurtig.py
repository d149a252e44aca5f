"""Rows that are right, made quickly: each distinct cell is checked once, each part that recurs is made once.

What it makes is what `_struktur.structure` makes of the same row. Where it meets anything that is not known to be right it
makes nothing, and the row is read the exact way, which alone says what is wrong.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from botilbudlaege import _struktur
from botilbudlaege.data.tables._kendte import Kendte
from botilbudlaege.domain import Egne, Fakta
from botilbudlaege.domain._fakta import field_faults
from botilbudlaege.domain._felter import fields
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from botilbudlaege.domain._felter import Field, Type
    from botilbudlaege.errors import Finding

MISSING: Final = object()
"""Stands for a fact that a row does not have."""
_OWN = "egne"
_SIGNS = "[A-Za-zÆØÅæøå0-9.,/()@:'+-]"
SIMPLE: Final = re.compile(rf"(?!.*[0-9]{{6}})[A-Za-zÆØÅæøå0-9]{_SIGNS}*(?: (?:&|{_SIGNS}+))*")
"""A text that needs no looking at: words with one space between them, and no digits that could be a personal number."""

Key = Any
"""A cell as it is known again: text and nothing as they are, all else with its class."""

DIGITS: Final = re.compile("[0-9]{1,18}")
"""A number that is written as text, with nothing but its digits."""


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


class Maker:
    """Make the objects of rows.

    Args:
        cls: The class of rows.
        columns: Where each fact stands in a row, by its path.
        own: The header of each column of an office's own, by where it stands.
        plain: Of each column, what gives its cells as plain data, or `MISSING`; `DataError` where they cannot be read.
    """

    def __init__(
        self,
        cls: type[Fakta],
        columns: Mapping[str, int],
        own: Mapping[int, str],
        plain: Sequence[Callable[[Key], Any]],
    ) -> None:
        self._plain = plain
        self._own = own
        self._of = _several([*columns.values()])
        self._part = _Part(cls, "", {path: plain[index] for path, index in columns.items()})

    def __call__(self, row: Sequence[Key]) -> Any:
        """Make the object of a row of keys, one a column; None where it has to be read the exact way."""
        try:
            return self._part.made(self._of(row), self._egne(row) if self._own else {})
        except DataError:
            return None

    def _egne(self, row: Sequence[Key]) -> dict[str, Any]:
        """Read the columns of their own; the last of those with one header counts."""
        kept = {}
        for index, header in self._own.items():
            value = self._plain[index](row[index])
            if value is not MISSING:
                kept[header] = value
        return {_OWN: Egne(kept)} if kept else {}


class _Part:
    """The objects of a class in which columns stand: its values are right one by one, and checked against each other."""

    def __init__(self, cls: type[Fakta], prefix: str, plain: Mapping[str, Callable[[Key], Any]]) -> None:
        self._cls = cls
        self._facts: list[tuple[Kendte[Key, Any], int, Callable[[Any, Any], None]]] = []
        self._parts: list[tuple[Kendte[Key, Any], Callable[[Any], Any], Callable[[Any, Any], None]]] = []
        self._others: list[tuple[str, Callable[[Any, Any], None], Any]] = []
        self._is_checked = cls._sammenhaeng is not Fakta._sammenhaeng  # noqa: SLF001 - most classes have nothing to check
        described = {field.name: field for field in fields(cls)}
        for attribute in attrs.fields(cast("Any", cls)):
            path, put = f"{prefix}{attribute.name}", getattr(cls, attribute.name).__set__
            inner = {other: read for other, read in plain.items() if other.startswith(f"{path}.")}
            if path in plain:
                fact = _Fact(described[attribute.name], attribute, plain[path])
                self._facts.append((Kendte(fact), [*plain].index(path), put))
            elif inner:
                part = _Part(described[attribute.name].type.cls, f"{path}.", inner)
                places = [index for index, other in enumerate(plain) if other in inner]
                self._parts.append((Kendte(part.made), _several(places), put))
            else:
                self._others.append((attribute.name, put, _default(attribute)))

    def made(self, cells: tuple[Key, ...], given: Mapping[str, Any] | None = None) -> Any:
        """Make an object of the keys of its columns."""
        subject = object.__new__(self._cls)
        for fact, index, put in self._facts:
            put(subject, fact[cells[index]])
        for part, of, put in self._parts:
            put(subject, part[of(cells)])
        for name, put, default in self._others:
            put(subject, given.get(name, default) if given else default)
        if self._is_checked:
            _refuse(subject._sammenhaeng())
        return subject


class _Fact:
    """The values of a fact, each as an object has it."""

    def __init__(self, field: Field, attribute: attrs.Attribute[Any], plain: Callable[[Key], Any]) -> None:
        self._field = field
        self._plain = plain
        self._is_text = is_text(field.type)
        self._read = _struktur.reader(attribute.type)
        self._convert = cast("Callable[[Any], Any]", attribute.converter)
        self._default = _default(attribute)
        self._item = _item(field.type)

    def _items(self, plain: Any) -> list[Any]:
        """Make the objects of a list of which each has all its facts, as texts; none where that is not so."""
        if self._item is None:
            return []
        names, known = self._item
        texts = [
            tuple(map(item.get, names))
            for item in plain
            if item.__class__ is dict and len(item) == len(names)
        ]
        if len(texts) < len(plain) or any(text.__class__ is not str for item in texts for text in item):
            return []
        return [known[item] for item in texts]

    def __call__(self, key: Key) -> Any:
        plain = self._plain(key)
        if plain is MISSING:
            return self._default
        if self._is_text and SIMPLE.fullmatch(plain):
            if self._field.felt.kontrol is not None and self._field.felt.kontrol(plain) is not None:
                raise DataError
            return plain
        value = self._convert(self._items(plain) or self._read(plain))
        if value is not None or not self._field.type.can_miss:
            _refuse(field_faults(self._field, value))
        return value


def _item(type_: Type) -> tuple[tuple[str, ...], Kendte[tuple[Any, ...], Any]] | None:
    """Give the names of the facts of the objects in a list, and what makes such objects; None for other facts."""
    if type_.item is None or type_.item.kind != "objekt":
        return None
    inner = fields(type_.item.cls)
    if not all(is_text(field.type) for field in inner):
        return None
    names = tuple(field.name for field in inner)
    return names, Kendte(_Part(type_.item.cls, "", dict.fromkeys(names, cell_of)).made)


def is_text(type_: Type) -> bool:
    """Tell whether a fact is a text as it is written, and no number that is written as one."""
    return type_.cls is str and not (type_.felt is not None and type_.felt.nummer)


def _several(places: Sequence[int]) -> Callable[[Any], tuple[Any, ...]]:
    """Give the function that takes what stands at some places, also where it is one."""
    if len(places) == 1:
        (only,) = places
        return lambda row: (row[only],)
    return itemgetter(*places)


def _default(attribute: attrs.Attribute[Any]) -> Any:
    default: Any = attribute.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def _refuse(faults: Iterable[Finding]) -> None:
    found = (*faults,)
    if found:
        raise DataError(*found)
