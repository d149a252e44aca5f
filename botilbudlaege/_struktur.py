"""One strict converter for everything that comes from a file.

cattrs alone stops at the first failing validator, turns `"18"` into 18 and True into 1, and splits text into
letters. Here nothing is coerced, every fault is collected with its path, and the wording is Danish.
"""

from __future__ import annotations

import datetime
import functools
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn, override

from botilbudlaege import _findings
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
_TYPENAVNE: dict[type, str] = {
    str: "tekst",
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


def forslag(skrevet: str, kendte: Iterable[str]) -> str:
    """Say which known word was probably meant, or which there are when none is near.

    >>> forslag("navm", ["navn", "adresse"])
    'Mente du navn?'
    """
    alle = sorted(kendte)
    fundet = naer(skrevet, alle)
    return f"Mente du {fundet}?" if fundet else f"Mulighederne er: {', '.join(alle)}."


def naer(skrevet: str, kendte: Iterable[str]) -> str | None:
    """Find the known word that begins with what was written, or is nearest to it; or None."""
    import difflib  # noqa: PLC0415 - only a fault needs it

    efter_form = {et.casefold(): et for et in kendte}
    begynder = (f"{skrevet.casefold()}_", f"{skrevet.casefold()} ")
    begun = [form for form in efter_form if form.startswith(begynder)]
    if skrevet and begun:
        return efter_form[min(begun, key=len)]
    naere = difflib.get_close_matches(skrevet.casefold(), efter_form, n=1, cutoff=0.6)
    return efter_form[naere[0]] if naere else None


def typefejl(vaerdi: object, entry: Entry, **values: str) -> DataError:
    """Say what was expected and what kind of thing was given, never the value."""
    return DataError(entry(givet=_TYPENAVNE.get(type(vaerdi), "af en anden type"), **values))


NOT_OF_TYPE: dict[type, Entry] = {
    str: _findings.NOT_A_TEXT,
    int: _findings.NOT_A_NUMBER,
    bool: _findings.NOT_A_BOOL,
}
"""What is said of a value where one of a type is to stand, in a file and in Python."""


def _exact(value: Any, cls: type[T]) -> T:
    if type(value) is not cls:
        raise typefejl(value, NOT_OF_TYPE[cls])
    return value


def _int(value: Any, cls: type[int]) -> int:
    if abs(_exact(value, cls)) >= _HUGE:
        raise DataError(_findings.NUMBER_TOO_LARGE())
    return int(value)


def _date(value: Any, _: Any) -> datetime.date:
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
    raise typefejl(value, _findings.NOT_A_DATE)


def _begreb(value: Any, cls: type[Begreb]) -> Begreb:
    if type(value) is not str:
        raise typefejl(value, _findings.NOT_A_CODE, koder=", ".join(cls.__members__))
    if value not in cls.__members__:
        raise DataError(_findings.UNKNOWN_CODE(forslag=forslag(value, cls.__members__)))
    return cls[value]


def without_none(annotation: Any) -> tuple[Any, bool]:
    """Give what a value is when it is there, and whether it can be None."""
    if not isinstance(annotation, types.UnionType):
        return annotation, False
    (cls,) = (arg for arg in get_args(annotation) if arg is not type(None))
    return cls, True


def item_of(annotation: Any) -> Any:
    """Give what a list holds; None for what is no list."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


def _is_dict(cls: Any) -> bool:
    origin: Any = get_origin(cls)
    return origin is dict


def _tuple(value: Any, cls: Any) -> tuple[Any, ...]:
    if type(value) not in (list, tuple):
        raise typefejl(value, _findings.NOT_A_LIST)
    item_type = item_of(cls)
    findings: list[Finding] = []
    items = []
    for index, item in enumerate(value):
        with _collecting(findings, f"[{index}]"):
            items.append(converter.structure(item, item_type))
    if findings:
        raise DataError(*findings)
    return tuple(items)


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


def _attrs_class(value: Any, cls: type[attrs.AttrsInstance]) -> Any:
    if not isinstance(value, Mapping):
        raise typefejl(value, _findings.NOTHING_KNOWN if value is None else _findings.NOT_AN_OBJECT)
    fields = _fields(cls)
    findings = list(_unknown_keys(value, fields))
    structured = {}
    for name, field in fields.items():
        if name in value:
            with _collecting(findings, name):
                structured[name] = converter.structure(value[name], cast("Any", field.type))
        elif field.default is attrs.NOTHING:
            findings.append(_findings.MISSING_KEY(path=name))
    try:
        subject = cls(**structured)
    except DataError as error:
        raise DataError(*findings, *error.findings) from None
    except TypeError:
        if not findings:
            raise
        raise DataError(*findings) from None
    if findings:
        raise DataError(*findings)
    return subject


@functools.cache
def _fields(cls: type[attrs.AttrsInstance]) -> dict[str, attrs.Attribute[Any]]:
    attrs.resolve_types(cls)
    return {field.name: field for field in attrs.fields(cls) if field.init and BESIDE not in field.metadata}


def _unknown_keys(value: Mapping[Any, Any], known: Iterable[str]) -> Iterator[Finding]:
    for number, key in enumerate(value, start=1):
        if key not in known:
            path = shown_key(key, number, known)
            yield _findings.UNKNOWN_KEY(path=path, forslag=forslag(str(key)[:_SHOWN], known))


def shown_key(key: object, number: int, known: Iterable[str] = ()) -> str:
    """Give a key that a message may show: a key may hold what was meant for a value, such as a name.

    Shown is what looks like a key, or is a known one but for its letters' size; of others their number in the table.

    >>> shown_key("navm", 1), shown_key("Navn", 2, ["navn"]), shown_key("Bo Hansen", 3)
    ('navm', 'Navn', 'en ukendt nøgle (nr. 3)')
    """
    text = str(key)
    looks_like_one = _KEY.fullmatch(text) is not None and sum(map(str.isdigit, text)) <= _MOST_DIGITS
    return text if looks_like_one or text.casefold() in known else f"en ukendt nøgle (nr. {number})"


def _optional(value: Any, cls: Any) -> Any:
    return None if value is None else converter.structure(value, without_none(cls)[0])


def _dict(value: Any, cls: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise typefejl(value, _findings.NOT_A_TABLE)
    findings: list[Finding] = []
    structured = {}
    for number, (key, item) in enumerate(value.items(), start=1):
        with _collecting(findings, shown_key(key, number)):
            structured[converter.structure(key, str)] = converter.structure(item, get_args(cls)[1])
    if findings:
        raise DataError(*findings)
    return structured


def _unstructure_attrs(cls: Any) -> Callable[[Any], dict[str, Any]]:
    beside = {field.name: override(omit=True) for field in attrs.fields(cls) if BESIDE in field.metadata}
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **cast("Any", beside))


def _build() -> cattrs.Converter:
    new = cattrs.Converter(detailed_validation=False)
    new.register_structure_hook(str, _exact)
    new.register_structure_hook(int, _int)
    new.register_structure_hook(bool, _exact)
    new.register_structure_hook(datetime.date, _date)
    new.register_structure_hook(Begreb, _begreb)
    new.register_structure_hook_func(item_of, _tuple)
    new.register_structure_hook_func(_is_dict, _dict)
    new.register_structure_hook_func(lambda cls: without_none(cls)[1], _optional)
    new.register_structure_hook_func(lambda cls: isinstance(cls, type) and attrs.has(cls), _attrs_class)
    new.register_structure_hook_func(lambda cls: cls is object, lambda value, _: value)
    new.register_unstructure_hook_factory(
        lambda cls: isinstance(cls, type) and attrs.has(cls), _unstructure_attrs
    )
    new.register_unstructure_hook(Begreb, lambda value: value.name)
    new.register_unstructure_hook(datetime.date, lambda value: value)
    new.register_unstructure_hook_func(item_of, lambda value: [converter.unstructure(item) for item in value])
    return new


converter = _build()


def structure(value: object, cls: type[T]) -> T:
    """Make a `cls` of plain data; `DataError` has every fault, each with its path.

    Raises:
        TypeError: `cls` is no class that files hold.
    """
    if cls in (float, bytes, complex) or isinstance(cls, (str, bytes, types.UnionType)) or not callable(cls):
        raise TypeError(f"cls must be a class of the domain, not {cls!r}")
    return converter.structure(value, cls)


def unstructure(subject: object) -> Any:
    """Make plain data of an object: enums by code, tuples as lists, fields at their default left out."""
    return converter.unstructure(subject)


def as_text(cls: type[T], *, read: Callable[[str], T], write: Callable[[T], str]) -> None:
    """Let a class stand in files as a piece of text; `read` raises `DataError`."""
    as_value(cls, read=lambda value: read(converter.structure(value, str)), write=write)


def as_value(cls: type[T], *, read: Callable[[Any], T], write: Callable[[T], Any]) -> None:
    """Let a class stand in files as a value of its own; `read` takes what the file has and raises `DataError`."""
    converter.register_structure_hook(cls, lambda value, _: read(value))
    converter.register_unstructure_hook(cls, write)
