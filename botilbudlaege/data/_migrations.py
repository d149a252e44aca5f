"""The version of the schema, and the steps by which facts of an older version become facts of this one.

The steps are data, `skema.toml`. They move and rename; nothing is left out, so that what they do not know is told as any
unknown field is.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _structure, _toml
from botilbudlaege.data import _findings
from botilbudlaege.domain._felt import Described
from botilbudlaege.domain._fields import fields
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.domain._fields import Type

KEY = "skema"
"""The key of a file that says its version."""
_OLDEST = 1
_FILE = Path(__file__).with_name("skema.toml")


@attrs.frozen(kw_only=True)
class Step:
    """What changed in a class from one version to the next.

    Args:
        til: The version that the facts then have.
        klasse: The class, as it is called now.
        flyt: Facts that moved: the new name, or the way to it, by the old name.
        koder: Codes that were renamed: the new one by the old one, by the fact.
    """

    til: int
    klasse: str
    flyt: dict[str, str] = attrs.field(factory=dict)
    koder: dict[str, dict[str, str]] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Skema:
    """The version of the schema, and the steps up to it, in order."""

    version: int
    trin: tuple[Step, ...] = ()


@functools.cache
def current() -> Skema:
    """Give the schema of this version of the library."""
    return _structure.structure(_toml.loads(_FILE.read_text(encoding="utf-8")), Skema)


def migrated(facts: Mapping[str, Any], cls: type[Any], skema: Skema | None = None) -> dict[str, Any]:
    """Give facts of any version as this one has them, without what they say of their version.

    Args:
        facts: The facts; where they say no version, the oldest.
        cls: The class that they are of.
        skema: The schema; None for that of this version of the library.

    Raises:
        DataError: The version is none, or a newer one.
    """
    changed = dict(facts)
    if not (isinstance(cls, type) and issubclass(cls, Described)):
        return changed
    skema = skema or current()
    version = _checked(changed.pop(KEY, None), skema)
    for step in skema.trin:
        if step.til > version:
            changed = _stepped(changed, cls, step)
    return changed


def _checked(version: object, skema: Skema) -> int:
    """Give a version that facts say.

    Raises:
        DataError: It is none, or a newer one.
    """
    if version is None:
        return _OLDEST
    if type(version) is not int or version < _OLDEST:
        raise DataError(_findings.NO_VERSION(path=KEY))
    if version > skema.version:
        raise DataError(_findings.NEWER_VERSION(path=KEY, version=version, kendt=skema.version))
    return version


def _stepped(facts: Any, cls: type[Described], step: Step) -> Any:
    """Take a step with an object, and with those in it; what has not the form of one is left for the checks."""
    if not isinstance(facts, dict):
        return facts
    changed = _changed(facts, step) if cls.__name__ == step.klasse else dict(facts)
    for name, _, type_ in fields(cls):
        if name in changed:
            changed[name] = _inside(changed[name], type_, step)
    return changed


def _inside(value: Any, type_: Type, step: Step) -> Any:
    if type_.kind == "objekt":
        return _stepped(value, type_.cls, step)
    if type_.item is not None and type_.item.kind == "objekt" and isinstance(value, (list, tuple)):
        return [_stepped(each, type_.item.cls, step) for each in value]
    return value


def _changed(facts: Mapping[str, Any], step: Step) -> dict[str, Any]:
    changed = dict(facts)
    for old, new in step.flyt.items():
        if old in changed:
            _move(changed, old, new.split("."))
    for name, codes in step.koder.items():
        if name in changed:
            changed[name] = _renamed(changed[name], codes)
    return changed


def _move(facts: dict[str, Any], old: str, way: list[str]) -> None:
    """Move a fact; it stays where its new place is taken, and is told there."""
    here, (*inner, last) = facts, way
    for name in inner:
        if not isinstance(here.get(name, {}), dict):
            return
        here[name] = here = dict(here.get(name, {}))
    if last not in here:
        here[last] = facts.pop(old)


def _renamed(value: Any, codes: Mapping[str, str]) -> Any:
    if isinstance(value, (list, tuple)):
        return [_renamed(each, codes) for each in value]
    return codes.get(value, value) if isinstance(value, str) else value
