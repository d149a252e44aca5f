"""The fields of a class of facts, each with its type: read when the class is first asked for, and nowhere else."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast, get_type_hints

import attrs

from botilbudlaege import _structure
from botilbudlaege.begreber import Begreb
from botilbudlaege.domain._felt import Described, Felt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

F = TypeVar("F", bound="Callable[..., object]")

_NAMES = {
    "tekst": "en tekst",
    "tal": "et helt tal",
    "dato": "en dato",
    "ja/nej": "ja eller nej",
    "kode": "en kode",
    "liste": "en liste",
    "objekt": "en gruppe af felter",
}
_PLAIN: dict[Any, str] = {int: "tal", bool: "ja/nej", datetime.date: "dato"}


@attrs.frozen(kw_only=True, eq=False)
class Type:
    """What kind of value a field holds.

    Args:
        kind: `tekst`, also for what prints as one, `tal`, `dato`, `ja/nej`, `kode`, `liste` or `objekt`.
        cls: The class of the value.
        item: What a list holds.
        felt: How the field is described; None for items, constants and what filters give.
        can_miss: Whether the fact may be missing.
    """

    kind: str
    cls: Any = None
    item: Type | None = None
    felt: Felt | None = None
    can_miss: bool = False

    @property
    def name(self) -> str:
        """The kind, as a sentence names it."""
        return _NAMES[self.kind]

    @property
    def optional(self) -> bool:
        """Whether a final document can do without the fact."""
        return self.can_miss and self.felt is not None and self.felt.valgfri

    @property
    def members(self) -> Mapping[str, Type]:
        """The fields of an object, the derived ones included."""
        return _members(self.cls) if self.kind == "objekt" else {}


def type_of(annotation: Any, felt: Felt | None = None) -> Type:
    """Take an annotation apart."""
    cls, can_miss = _structure.without_none(annotation)
    item = _structure.item_of(cls)
    if item is not None:
        return Type(kind="liste", cls=tuple, item=type_of(item), felt=felt, can_miss=can_miss)
    return Type(kind=_kind(cls), cls=cls, felt=felt, can_miss=can_miss)


def _kind(cls: type) -> str:
    if issubclass(cls, Described):
        return "objekt"
    return "kode" if issubclass(cls, Begreb) else _PLAIN.get(cls, "tekst")


def kept(function: F) -> F:
    """Keep what a function gives: `functools.cache`, of whose keys type checkers think that no class can be one."""
    cache: Any = functools.cache
    return cast("F", cache(function))


# The fields of a class ---------------------------------------------------------------------------------


class Field(NamedTuple):
    """A field of a class: its name, its description and its type."""

    name: str
    felt: Felt
    type: Type


@kept
def fields(cls: type[Described]) -> tuple[Field, ...]:
    """List the fields of a class that are given."""
    made = attrs.resolve_types(cast("Any", cls))
    described = [
        (field.name, field.metadata[Felt], field.type)
        for field in attrs.fields(made)
        if Felt in field.metadata
    ]
    return tuple(Field(name, felt, type_of(type_, felt)) for name, felt, type_ in described)


@kept
def derived(cls: type[Described]) -> tuple[Field, ...]:
    """List the facts of a class that follow from its fields: what its properties give."""
    return tuple(
        Field(name, felt, type_of(get_type_hints(getattr(cls, name).fget)["return"], felt))
        for name, felt in cls._afledte.items()
    )


@kept
def _members(cls: type[Described]) -> dict[str, Type]:
    return {field.name: field.type for field in (*fields(cls), *derived(cls))}
