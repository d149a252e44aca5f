"""The file formats: bytes to plain data and plain data to text. A new format is one entry in `FORMATS`."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _code, _files, _structure, _toml
from botilbudlaege import _findings as _ground
from botilbudlaege.begreber import Begreb
from botilbudlaege.data import _findings
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from botilbudlaege._files import Source
    from botilbudlaege.errors import Finding


def read(source: Source) -> dict[str, Any]:
    """Read a file as plain data.

    Raises:
        DataError: It does not exist, is a folder, is empty, is not UTF-8, or breaks its format's syntax.
    """
    given = content(source)
    reader, _ = _format(source.suffix, named=bool(source.name))
    text = _decoded(given)
    if not text.strip():
        raise DataError(_findings.EMPTY_FILE())
    try:
        table = reader(text)
    except RecursionError:
        raise DataError(_ground.TOO_DEEP()) from None
    except DataError:
        raise
    except ValueError:
        raise DataError(_findings.TOO_LARGE()) from None
    if _too_deep(table):
        raise DataError(_ground.TOO_DEEP())
    if not isinstance(table, dict):
        raise DataError(_findings.NOT_A_TABLE())
    return table


def _too_deep(table: object) -> bool:
    """Tell whether a table has more levels than facts ever have; how many a parser stands is another in each Python."""
    level = [table]
    for _ in range(_LEVELS):
        level = [
            inner
            for each in level
            if isinstance(each, (dict, list))
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return True


def write(suffix: str, table: dict[str, Any]) -> bytes:
    """Write plain data in the format of an ending."""
    _, writer = _format(suffix)
    return writer(table).encode("utf-8")


def _format(
    suffix: str, *, named: bool = False
) -> tuple[Callable[[str], Any], Callable[[dict[str, Any]], str]]:
    try:
        return FORMATS[suffix]
    except KeyError:
        raise DataError(unknown(suffix, FORMATS, named=named)) from None


def unknown(suffix: str, known: Iterable[str], *, named: bool) -> Finding:
    """Say that an ending is none of those that are known; where there is a name without one, that it is to have one."""
    without = _findings.NO_ENDING if named else _findings.NO_FORMAT
    return (_findings.UNKNOWN_FORMAT if suffix else without)(endelser=", ".join(known))


def content(source: Source) -> bytes:
    """Read a file as it is.

    Raises:
        DataError: It does not exist, is a folder, or cannot be read.
    """
    try:
        return source.read()
    except (OSError, ValueError) as error:
        raise DataError(_files.unread(error)()) from None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DataError(_findings.NOT_UTF8(linje=line)) from None


def _read_toml(text: str) -> Any:
    try:
        return _toml.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        place = f"linje {where[1]}, kolonne {where[2]}" if where else "ved filens slutning"
        if "Invalid date" in str(error):
            raise DataError(_findings.NO_SUCH_DATE(sted=place)) from None
        raise DataError(_findings.SYNTAX_OF_TOML(sted=place)) from None


def _read_json(text: str) -> Any:
    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(items)
        if len(table) < len(items):
            raise DataError(_findings.DUPLICATE_KEY())
        return table

    def constant(_: str) -> Any:
        raise DataError(_findings.NOT_A_NUMBER())

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise DataError(_findings.SYNTAX_OF_JSON(linje=error.lineno, kolonne=error.colno)) from None


def _write_toml(table: dict[str, Any]) -> str:
    # An object of which nothing is known is still a file that was written on purpose.
    import tomli_w  # noqa: PLC0415 - to read, nothing is written

    return tomli_w.dumps(table, multiline_strings=True) or "# Ingen oplysninger.\n"


def _write_json(table: dict[str, Any]) -> str:
    return json.dumps(table, ensure_ascii=False, indent=2, default=_DATE) + "\n"


def plain(value: Any) -> Any:
    """Write the days among plain data as text: all that facts hold beside what JSON has."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def compact(subject: Any, head: Mapping[str, Any]) -> str:
    """Write an object as JSON on one line: what `unstructure` makes of it, behind what stands at its head."""
    text = _json(subject)
    return f"{_COMPACT.encode(head)[:-1]},{text[1:]}" if len(text) > len("{}") else _COMPACT.encode(head)


def _json(value: Any) -> str:
    """Write a value by a function that is made once a class."""
    known = _TEXTS.get(type(value))
    if known is None:
        known = _TEXTS[type(value)] = _text_of(value)
    return known(value)


def _text_of(value: Any) -> Callable[[Any], str]:
    cls = type(value)
    if issubclass(cls, Begreb):
        return {each: _COMPACT.encode(_structure.unstructure(each)) for each in cls}.__getitem__
    if issubclass(cls, tuple):
        return lambda value: f"[{','.join(map(_json, value))}]"
    if attrs.has(cls) and isinstance(_structure.unstructure(value), dict):
        return _text_of_object(cls)
    return lambda value: _COMPACT.encode(_structure.unstructure(value))


def _text_of_object(cls: type[attrs.AttrsInstance]) -> Callable[[Any], str]:
    """Make what writes the objects of a class: a line or two a fact, which is left out where it is as it is anyhow."""
    lines, names = [" parts = []"], {"string": encode_basestring, "str": str, "any_": _json}
    for number, (name, default) in enumerate(_structure.fields_of(cls)):
        names |= {f"default{number}": default, f"text{number}": _json(default)}
        lines += [
            f" value = subject.{name}",
            f" if value is not default{number}:",
            "  said = string(value) if value.__class__ is str else any_(value)",
            f"  if said != text{number}: parts.append('\"{name}\":' + said)",
        ]
    return _code.function("text(subject)", [*lines, " return '{' + ','.join(parts) + '}'"], names)


_LEVELS = 50
_DATE = datetime.date.isoformat  # dates are all that facts hold beside what JSON has
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_DATE)
_TEXTS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: str,
    bool: {False: "false", True: "true"}.__getitem__,
    datetime.date: '"{}"'.format,
    type(None): lambda _: "null",
}
"""How values are written on one line, by their class."""


FORMATS: dict[str, tuple[Callable[[str], Any], Callable[[dict[str, Any]], str]]] = {
    ".toml": (_read_toml, _write_toml),
    ".json": (_read_json, _write_json),
}
