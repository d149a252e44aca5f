"""The arguments of public functions: held to what they are to be where a call comes in, and told in Danish by their names, all at once.

What is inside the house is held by type checkers. An argument that a function does not have, or lacks, is Python's own `TypeError`.
"""

from __future__ import annotations

import datetime
import functools
import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from botilbudlaege import _findings
from botilbudlaege.errors import DataError, within

if TYPE_CHECKING:
    import types

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

F = TypeVar("F", bound=Callable[..., Any])

_TYPE_NAMES: dict[type, str] = {
    str: "tekst",
    bytes: "bytes",
    bool: "ja/nej (true/false)",
    int: "et helt tal",
    float: "et decimaltal",
    datetime.datetime: "dato med klokkeslæt",
    datetime.date: "en dato",
    list: "en liste",
    tuple: "en liste",
    dict: "en tabel",
    type(None): "tomt (null)",
}


def wrong_type(vaerdi: object, entry: Entry, **values: str) -> DataError:
    """Say what was expected and what kind of thing was given, never the value."""
    return DataError(entry(givet=_called(vaerdi), **values))


def _called(value: object) -> str:
    if value == "":
        return "en tom tekst"
    other = "en klasse" if isinstance(value, type) else "noget af en anden type"
    return _TYPE_NAMES.get(type(value), other)


class Kind(NamedTuple):
    """What an argument is to be.

    Args:
        hvad: What it is, in Danish.
        angiv: What to give.
        fits: Tells whether a value is one.
        item: Of several, what each is to be.
    """

    hvad: str
    angiv: str
    fits: Callable[[Any], bool]
    item: Kind | None = None

    @property
    def or_none(self) -> Kind:
        """The same, or nothing."""
        fits = self.fits
        return self._replace(hvad=f"{self.hvad} eller None", fits=lambda value: value is None or fits(value))

    def faults(self, name: str, value: Any) -> tuple[Finding, ...]:
        """Say what is wrong with a value; of several, of each that is wrong."""
        if self.fits(value):
            return ()
        if self.item is not None and _is_several(value):
            return tuple(
                fault
                for index, each in enumerate(value)
                for fault in self.item.faults(f"{name}[{index}]", each)
            )
        givet = "None" if value is None else _called(value)
        return (_findings.NOT_THE_ARGUMENT(path=name, hvad=self.hvad, angiv=self.angiv, givet=givet),)


def one(*classes: type, hvad: str = "", angiv: str = "") -> Kind:
    """Give the kind of the objects of some classes."""
    names = " eller ".join(cls.__name__ for cls in classes)
    return Kind(
        hvad or f"et objekt af klassen {names}", angiv or names, lambda value: isinstance(value, classes)
    )


def several(item: Kind, hvad: str) -> Kind:
    """Give the kind of a list of others, or of what else can be gone through."""

    def fits(value: Any) -> bool:
        return _is_several(value) and all(map(item.fits, value))

    return Kind(hvad, f"en liste, hvor hvert element er {item.angiv}", fits, item)


def has(*methods: str, hvad: str, angiv: str) -> Kind:
    """Give the kind of what has some methods, whatever its class; a class itself has none to call."""
    return Kind(
        hvad,
        angiv,
        lambda value: not isinstance(value, type) and all(hasattr(value, name) for name in methods),
    )


def _is_several(value: Any) -> bool:
    """Tell whether a value is gone through item by item; a text, a table and a file are, too, but not for what is in them."""
    if isinstance(value, (list, tuple)):  # as most are: to ask the others takes some six times as long
        return True
    is_one = isinstance(value, (str, bytes, bytearray, Mapping, os.PathLike, type)) or _is_open(value, "read")
    return isinstance(value, Iterable) and not is_one


def _is_readable(value: Any) -> bool:
    return isinstance(value, (str, os.PathLike, bytes, bytearray, memoryview)) or _is_open(value, "read")


def _is_writable(value: Any) -> bool:
    return isinstance(value, (str, os.PathLike)) or _is_open(value, "write")


def _is_open(value: Any, method: str) -> bool:
    return not isinstance(value, type) and hasattr(value, method)


TEXT = Kind("tekst", "en tekst (str)", lambda value: isinstance(value, str))
NUMBER = Kind(
    "et helt tal", "det uden decimaler og uden anførselstegn, fx 18", lambda value: type(value) is int
)
FLAG = Kind("True eller False", "True eller False", lambda value: type(value) is bool)
DAY = Kind("en dato", "en datetime.date uden klokkeslæt", lambda value: type(value) is datetime.date)
CONTENT = Kind(
    "filens indhold (bytes)",
    "det som bytes, fx Path(...).read_bytes()",
    lambda value: isinstance(value, bytes),
)
PATH = Kind(
    "en sti",
    "den som tekst eller Path",
    lambda value: isinstance(value, os.PathLike) or (isinstance(value, str) and value != ""),
)
FILE = Kind("en fil", "dens sti, dens indhold (bytes) eller en fil, der er åben for bytes", _is_readable)
TARGET = Kind("en fil", "dens sti eller en fil, der er åben for bytes", _is_writable)
# dict by name: to ask whether something is a Mapping takes six times as long
TABLE = one(dict, Mapping, hvad="en tabel", angiv="en dict med felternes navne")
FUNCTION = Kind(
    "en funktion", "den, der skal kaldes", lambda value: callable(value) and not isinstance(value, type)
)


def takes(**kinds: Kind) -> Callable[[F], F]:
    """Hold the arguments of a function, or those that objects of a class are made of, to their kinds.

    Raises:
        DataError: From each call with a wrong one, with all that is wrong in it.

    >>> @takes(modtaget=DAY)
    ... def ophoersdato(modtaget): ...
    >>> ophoersdato("2026-03-31")
    Traceback (most recent call last):
    botilbudlaege.errors.DataError: ophoersdato: modtaget: Her skal stå en dato, men der står tekst. Angiv en datetime.date uden klokkeslæt.
    """

    def around(function: F) -> F:
        if isinstance(function, type):
            cls: Any = function
            cls.__init__ = _held(cls.__init__, kinds, cls.__name__)
            return cast("F", cls)
        return cast("F", _held(function, kinds, function.__qualname__))

    return around


def wrong(called: str, name: str, value: object, kind: Kind) -> DataError:
    """Say of one argument that it is wrong, where a function that every render calls many times has looked itself."""
    return DataError(*within(kind.faults(name, value), place=called))


def _held(function: Any, kinds: dict[str, Kind], called: str) -> Callable[..., Any]:
    names = _names(function.__code__, kinds)
    placed = tuple((index, kinds[name].fits) for index, name in enumerate(names) if name in kinds)

    @functools.wraps(function)
    def held(*args: Any, **kwargs: Any) -> Any:
        count = len(args)
        for index, fits in placed:
            if index < count and not fits(args[index]):
                raise _refusal(called, kinds, {**dict(zip(names, args, strict=False)), **kwargs})
        for name, value in kwargs.items():
            if name in kinds and not kinds[name].fits(value):
                raise _refusal(called, kinds, {**dict(zip(names, args, strict=False)), **kwargs})
        return function(*args, **kwargs)

    if not any(kind.item for kind in kinds.values()):
        return held

    @functools.wraps(held)
    def whole(*args: Any, **kwargs: Any) -> Any:
        listed = [_listed(value, kinds.get(name)) for name, value in zip(names, args, strict=False)]
        named = {name: _listed(value, kinds.get(name)) for name, value in kwargs.items()}
        return held(*listed, *args[len(listed) :], **named)

    return whole


def _names(code: types.CodeType, kinds: dict[str, Kind]) -> tuple[str, ...]:
    """Give the names of the arguments that can be given by their place; every kind is to be one's of the function."""
    count = code.co_argcount
    unknown = kinds.keys() - set(code.co_varnames[: count + code.co_kwonlyargcount])
    if unknown:
        raise TypeError(f"there is no argument {', '.join(sorted(unknown))}")
    return code.co_varnames[:count]


def _listed(value: Any, kind: Kind | None) -> Any:
    """Go through what is gone through once, so that each of it can be looked at before the work begins."""
    if kind is None or kind.item is None or isinstance(value, (list, tuple)):
        return value
    return tuple(value) if _is_several(value) else value


def _refusal(called: str, kinds: dict[str, Kind], given: dict[str, Any]) -> DataError:
    """Say of each argument what is wrong with it."""
    faults = (
        fault for name, value in given.items() if name in kinds for fault in kinds[name].faults(name, value)
    )
    return DataError(*within(faults, place=called))
