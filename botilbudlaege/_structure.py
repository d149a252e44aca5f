"""One strict converter for everything that comes from a file.

For each class the functions that read and write its objects are made once, of the types of its fields. Nothing is coerced, every fault is collected with its path, and the wording is Danish.
"""

from __future__ import annotations

import datetime
import functools
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from botilbudlaege import _findings, _nearest
from botilbudlaege._arguments import wrong_type
from botilbudlaege.begreber import Begreb
from botilbudlaege.errors import DataError, within

if TYPE_CHECKING:
    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

T = TypeVar("T")

BESIDE = object()
"""In the metadata of a field: it is no fact, and no file has it among the facts."""
_HUGE = 10**18
_SHOWN = 60
_KEY = re.compile("[a-zæøå][a-z0-9_æøå]{0,39}")
_MOST_DIGITS = 3  # fewer than a number of a person, a home or a practice has


NOT_OF_TYPE: dict[type, Entry] = {
    str: _findings.NOT_A_TEXT,
    int: _findings.NOT_A_NUMBER,
    bool: _findings.NOT_A_BOOL,
}
"""What is said of a value where one of a type is to stand, in a file and in Python."""


_Reader = Callable[[Any], Any]
_Writer = Callable[[Any], Any]


def _text(value: Any) -> str:
    if type(value) is not str:
        raise wrong_type(value, NOT_OF_TYPE[str])
    return value


def _bool(value: Any) -> bool:
    if type(value) is not bool:
        raise wrong_type(value, NOT_OF_TYPE[bool])
    return value


def _int(value: Any) -> int:
    if type(value) is not int:
        raise wrong_type(value, NOT_OF_TYPE[int])
    if abs(value) >= _HUGE:
        raise DataError(_findings.NUMBER_TOO_LARGE())
    return value


def _date(value: Any) -> datetime.date:
    if type(value) is datetime.date:
        return value
    if type(value) is str:
        try:
            parsed = datetime.date.fromisoformat(value)
        except ValueError:
            parsed = None
        if parsed is None or parsed.isoformat() != value:
            raise DataError(_findings.IMPOSSIBLE_DATE())
        return parsed
    raise wrong_type(value, _findings.NOT_A_DATE)


def _code_reader(cls: type[Begreb]) -> _Reader:
    members = {name: cls[name] for name in cls.__members__}

    def read(value: Any) -> Begreb:
        if type(value) is not str:
            raise wrong_type(value, _findings.NOT_A_CODE, koder=", ".join(members))
        if value not in members:
            raise DataError(_findings.UNKNOWN_CODE(forslag=_nearest.suggestion(value, members)))
        return members[value]

    return read


def without_none(annotation: Any) -> tuple[Any, bool]:
    """Give what a value is when it is there, and whether it can be None."""
    if not isinstance(annotation, types.UnionType):
        return annotation, False
    (cls,) = (arg for arg in get_args(annotation) if arg is not type(None))
    return cls, True


def item_of(annotation: Any) -> Any:
    """Give what a list holds; None for what is no list."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


def _list_reader(item_type: Any) -> _Reader:
    read_item = reader(item_type)

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) not in (list, tuple):
            raise wrong_type(value, _findings.NOT_A_LIST)
        try:
            return tuple(map(read_item, value))
        except DataError:
            return told(value)

    def told(value: Any) -> tuple[Any, ...]:
        findings: list[Finding] = []
        items = []
        for index, item in enumerate(value):
            with _collecting(findings, f"[{index}]"):
                items.append(read_item(item))
        if findings:
            raise DataError(*findings)
        return tuple(items)

    return read


class _collecting:  # noqa: N801 - used as a function
    """Move the findings of a `DataError` in the block to a list, under a key."""

    def __init__(self, findings: list[Finding], key: str) -> None:
        self._findings = findings
        self._key = key

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if not isinstance(error, DataError):
            return False
        self._findings.extend(within(error.findings, self._key))
        return True


class _Reading:
    """Read the objects of a class; its fields are looked up when the first is read."""

    def __init__(self, cls: type[attrs.AttrsInstance]) -> None:
        self._cls = cls

    @functools.cached_property
    def _fields(self) -> dict[str, tuple[_Reader, bool]]:
        """Each field's reader, and whether it must be there."""
        attrs.resolve_types(self._cls)
        return {
            field.name: (reader(field.type), field.default is attrs.NOTHING)
            for field in attrs.fields(self._cls)
            if field.init and BESIDE not in field.metadata
        }

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise wrong_type(value, _findings.NOTHING_KNOWN if value is None else _findings.NOT_AN_OBJECT)
        if value.__class__ is dict and value.keys() <= self._fields.keys() and self._is_flat:
            try:
                return self._cls(**{name: self._fields[name][0](each) for name, each in value.items()})
            except (DataError, TypeError):
                pass
        return self._told(value)

    @functools.cached_property
    def _is_flat(self) -> bool:
        """Tell whether it has no objects in it, so that one that is wrong is not read again at every level."""
        return all(without_none(field.type)[0] in _PLAIN for field in attrs.fields(self._cls))

    def _told(self, value: Mapping[Any, Any]) -> Any:
        """Read one in which something may be wrong, and say all of it."""
        findings = list(_unknown_keys(value, self._fields))
        structured = {}
        for name, (read, needed) in self._fields.items():
            if name in value:
                with _collecting(findings, name):
                    structured[name] = read(value[name])
            elif needed:
                findings.append(_findings.MISSING_KEY(path=name))
        return self._made(structured, findings)

    def _made(self, structured: dict[str, Any], findings: list[Finding]) -> Any:
        try:
            subject = self._cls(**structured)
        except DataError as error:
            raise DataError(*findings, *error.findings) from None
        except TypeError:
            if not findings:
                raise
            raise DataError(*findings) from None
        if findings:
            raise DataError(*findings)
        return subject


def _unknown_keys(value: Mapping[Any, Any], known: Iterable[str]) -> Iterator[Finding]:
    for number, key in enumerate(value, start=1):
        if key not in known:
            path = shown_key(key, number, known)
            yield _findings.UNKNOWN_KEY(path=path, forslag=_nearest.suggestion(str(key)[:_SHOWN], known))


def shown_key(key: object, number: int, known: Iterable[str] = ()) -> str:
    """Give a key that a message may show: a key may hold what was meant for a value, such as a name.

    Shown is what looks like a key, or is a known one but for its letters' size; of others their number in the table.

    >>> shown_key("navm", 1), shown_key("Navn", 2, ["navn"]), shown_key("Bo Hansen", 3)
    ('navm', 'Navn', 'en ukendt nøgle (nr. 3)')
    """
    text = str(key)
    looks_like_one = _KEY.fullmatch(text) is not None and sum(map(str.isdigit, text)) <= _MOST_DIGITS
    return text if looks_like_one or text.casefold() in known else f"en ukendt nøgle (nr. {number})"


def _optional_reader(cls: Any) -> _Reader:
    read_given = reader(cls)
    return lambda value: None if value is None else read_given(value)


def _table_reader(item_type: Any) -> _Reader:
    read_item = reader(item_type)

    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise wrong_type(value, _findings.NOT_A_TABLE)
        findings: list[Finding] = []
        structured = {}
        for number, (key, item) in enumerate(value.items(), start=1):
            with _collecting(findings, shown_key(key, number)):
                structured[_text(key)] = read_item(item)
        if findings:
            raise DataError(*findings)
        return structured

    return read


def _as_it_is(value: Any) -> Any:
    return value


_READERS: dict[Any, _Reader] = {
    str: _text,
    int: _int,
    bool: _bool,
    datetime.date: _date,
    object: _as_it_is,
}
_PLAIN = frozenset({str, int, bool, datetime.date})
_WRITERS: dict[type, _Writer] = {}


def reader(annotation: Any) -> _Reader:
    """Give the function that reads values of a type; `DataError` has every fault of a value.

    Raises:
        TypeError: It is no type that files hold.
    """
    known = _READERS.get(annotation)
    if known is None:
        known = _READERS[annotation] = _made_reader(annotation)
    return known


def _made_reader(annotation: Any) -> _Reader:
    cls, can_miss = without_none(annotation)
    if can_miss:
        return _optional_reader(cls)
    if item_of(annotation) is not None:
        return _list_reader(item_of(annotation))
    if get_origin(annotation) is dict:
        return _table_reader(get_args(annotation)[1])
    if isinstance(annotation, type) and issubclass(annotation, Begreb):
        return _code_reader(annotation)
    if isinstance(annotation, type) and attrs.has(annotation):
        return _Reading(annotation)
    raise TypeError(f"cls must be a class of the domain, not {annotation!r}")


def _writer(cls: type) -> _Writer:
    known = _WRITERS.get(cls)
    if known is None:
        known = _WRITERS[cls] = _made_writer(cls)
    return known


def _made_writer(cls: type) -> _Writer:
    if issubclass(cls, Begreb):
        return lambda value: value.name
    if attrs.has(cls):
        return _object_writer(cls)
    if issubclass(cls, (tuple, list)):
        return lambda value: [unstructure(item) for item in value]
    if issubclass(cls, dict):
        return lambda value: {key: unstructure(item) for key, item in value.items()}
    return _as_it_is


def fields_of(cls: type[attrs.AttrsInstance]) -> list[tuple[str, Any]]:
    """List the fields of a class that files have, each with its default, which is left out."""
    return [
        (field.name, default_of(field))
        for field in attrs.fields(cls)
        if field.init and BESIDE not in field.metadata
    ]


def _object_writer(cls: type[attrs.AttrsInstance]) -> _Writer:
    fields = fields_of(cls)

    def write(subject: Any) -> dict[str, Any]:
        written = {}
        for name, default in fields:
            value = getattr(subject, name)
            if value is not default and value != default:
                written[name] = value if value.__class__ is str else unstructure(value)
        return written

    return write


def default_of(field: attrs.Attribute[Any]) -> Any:
    """Give the value of a field that is left out."""
    made: Any = field.default
    return made.factory() if isinstance(made, attrs.Factory) else made  # type: ignore[arg-type]


def structure(value: object, cls: type[T]) -> T:
    """Make a `cls` of plain data; `DataError` has every fault, each with its path.

    Raises:
        TypeError: `cls` is no class that files hold.
    """
    if cls in (float, bytes, complex) or isinstance(cls, (str, bytes, types.UnionType)) or not callable(cls):
        raise TypeError(f"cls must be a class of the domain, not {cls!r}")
    made: T = reader(cls)(value)
    return made


def unstructure(subject: object) -> Any:
    """Make plain data of an object: enums by code, tuples as lists, fields at their default left out."""
    return _writer(type(subject))(subject)


def as_text(cls: type[T], *, read: Callable[[str], T], write: Callable[[T], str]) -> None:
    """Let a class stand in files as a piece of text; `read` raises `DataError`."""
    as_value(cls, read=lambda value: read(_text(value)), write=write)


def as_value(cls: type[T], *, read: Callable[[Any], T], write: Callable[[T], Any]) -> None:
    """Let a class stand in files as a value of its own; `read` takes what the file has and raises `DataError`."""
    _READERS[cls] = read
    _WRITERS[cls] = write
