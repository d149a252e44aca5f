"""One of everything that can be given to a function, and which of it has which type."""

from __future__ import annotations

import datetime
import inspect
import io
import re
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import botilbudlaege
from botilbudlaege import (
    Aktivitet,
    Fakta,
    Forloeb,
    Haendelse,
    Haendelsespost,
    Kilde,
    Klausul,
    Kolonner,
    Lovgrundlag,
    Modtager,
    Opsigelse,
    Praecision,
    Region,
    Registerpost,
    Samarbejdsplan,
    journal,
    packs,
    rendering,
    rules,
    testing,
)
from tests.builders import et_botilbud

if TYPE_CHECKING:
    from collections.abc import Callable

DAG = datetime.date(2026, 3, 31)
POOL: dict[str, Any] = {
    "None": None,
    "True": True,
    "0": 0,
    "5": 5,
    "huge": 10**30,
    "NaN": float("nan"),
    "1.5": 1.5,
    "text": "x",
    "no text": "",
    "a line break": "a\nb",
    "a NUL": "a\0b",
    "a date as text": "2026-03-31",
    "bytes": b"x",
    "no bytes": b"",
    "Path": Path("findes-ikke"),
    "list": [],
    "list of 5": [5],
    "list of None": [None],
    "tuple": (),
    "set": {"x"},
    "dict": {},
    "dict of 5": {5: 5},
    "day": DAG,
    "first day": datetime.date.min,
    "last day": datetime.date.max,
    "time": datetime.datetime(2026, 3, 31, 12),  # noqa: DTZ001 - a naive one
    "aware time": datetime.datetime(2026, 3, 31, 12, tzinfo=datetime.UTC),
    "class of the domain": Samarbejdsplan,
    "class": int,
    "object": object(),
    "function": lambda *_: None,
    "home": et_botilbud(),
    "blank plan": Samarbejdsplan(),
    "code": Lovgrundlag.SEL_108,
    "Klausul": Klausul("opsigelse", "Planen kan opsiges."),
    "file of text": io.StringIO,
}
"""One of everything."""


def _one_of(*types: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, types)


def _just(*types: type) -> Callable[[Any], bool]:
    return lambda value: type(value) in types


_READABLE = _one_of(str, Path, bytes, io.StringIO)


def _several(item: Callable[[Any], bool]) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        listed = isinstance(value, (list, tuple, set, dict))
        return listed and all(map(item, value))

    return fits


def _table(value: Any) -> bool:
    return isinstance(value, dict)


_POST = _one_of(Haendelsespost, Registerpost)
_HOME = _one_of(Registerpost, Forloeb)
TYPES: dict[str, Callable[[Any], bool]] = {
    "None": lambda value: value is None,
    "Any": lambda _: True,
    "object": lambda _: True,
    "bool": _just(bool),
    "int": _just(int),
    "str": _one_of(str),
    "bytes": _just(bytes),
    "Path": _one_of(Path),
    "os.PathLike[str]": _one_of(Path),
    "datetime.date": _just(datetime.date),
    "Readable": _READABLE,
    "Writable": _one_of(str, Path, io.StringIO),
    "Mapped": lambda value: _READABLE(value) or isinstance(value, (Kolonner, dict)),
    "Fakta": _one_of(Fakta),
    "T": _one_of(Fakta),
    "V": lambda _: True,
    "Samarbejdsplan": _one_of(Samarbejdsplan),
    "Opsigelse": _one_of(Opsigelse),
    "Pack": _one_of(packs.Pack),
    "Regelsaet": _one_of(rules.Regelsaet),
    "Kilde": _one_of(Kilde),
    "Lovgrundlag": _one_of(Lovgrundlag),
    "Aktivitet": _one_of(Aktivitet),
    "Haendelse": _one_of(Haendelse),
    "Modtager": _one_of(Modtager),
    "Region": _one_of(Region),
    "Praecision": _one_of(Praecision),
    "type[T]": lambda value: value is Samarbejdsplan,
    "type[Fakta]": lambda value: value is Samarbejdsplan,
    "type[tuple[Any, ...]]": lambda value: value is Samarbejdsplan,
    "Mapping[str, Any]": _table,
    "Mapping[str, bytes]": _table,
    "Mapping[str, Vaerdi]": _table,
    "Executor": _one_of(Executor),
    "Callable[[int, int | None], object]": inspect.isfunction,
    "Journal": lambda value: hasattr(value, "entries") and hasattr(value, "add"),
    "Iterable[Fakta]": _several(_one_of(Fakta)),
    "Iterable[Fakta | Mapping[str, Any]]": _several(lambda _: True),  # a bad one is a finding
    "Sequence[Given]": _several(_one_of(Klausul)),
    "Iterable[Post]": _several(_POST),
    "Iterable[Hjem]": _several(_HOME),
    "Iterable[Called]": _several(_HOME),
    "Iterable[Post | Forloeb]": _several(lambda value: _POST(value) or _HOME(value)),
    "Iterable[Aendring]": _several(_one_of(botilbudlaege.Aendring)),
    "Iterable[Issued]": _several(_one_of(journal.Issued)),
    "Iterable[str]": _several(_one_of(str)),
    "Sequence[int]": _several(_just(int)),
    "Sequence[tuple[int, int]]": _several(lambda _: False),
    "Sequence[tuple[datetime.date, int]]": _several(lambda _: False),
    "Identity": _one_of(journal.Home),
    "Case": _one_of(testing.Case),
    "Document": _one_of(botilbudlaege.Document),
    "Environment": _one_of(rendering.Environment),
    "tuple[str, ...]": lambda value: type(value) is tuple,
    "BaseException": _one_of(BaseException),
    "sqlalchemy.Engine": lambda _: False,
    "State": lambda _: False,
    "tuple[Aendret, ...]": lambda value: type(value) in (list, tuple) and not value,
    "Vaerdier[T]": lambda _: False,
    "Severity": lambda _: False,
    "tuple[Finding, ...]": lambda value: type(value) in (list, tuple, set, dict) and not value,
    "Mapping[str, str]": _table,
    "Home": _one_of(journal.Home),
    "datetime.datetime": _one_of(datetime.datetime),
}
"""What has each type, of what is in the pool."""


_PART = re.compile(r"[\w.]+(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\])?")


def fits(annotation: str, value: Any) -> bool:
    """Tell whether a value has the type that an annotation says."""
    return (annotation in TYPES and TYPES[annotation](value)) or any(
        TYPES[part](value) for part in _PART.findall(annotation)
    )
