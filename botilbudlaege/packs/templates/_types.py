"""The types of what a template sees, read from the domain's classes, so that tags can be checked before any facts are there."""

from __future__ import annotations

import datetime
import functools
import types
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from botilbudlaege.begreber import Begreb, Dokument
from botilbudlaege.domain import SUBJEKTER, Fakta, Kommune, Tidspunkt
from botilbudlaege.domain._felt import Felt, derived, derived_type, fields
from botilbudlaege.packs.folder._manifest import Afsender
from botilbudlaege.packs.templates import _context

if TYPE_CHECKING:
    from collections.abc import Mapping


@attrs.frozen(kw_only=True)
class Type:
    """What kind of value a field holds.

    Args:
        kind: `tekst`, `tal`, `dato`, `ja/nej`, `kode`, `liste` or `objekt`.
        cls: The enum of a code, or the class of an object.
        item: What a list holds.
        felt: How the field is described; None for constants and what filters give.
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
        """The fields of an object."""
        return members(self.cls) if self.kind == "objekt" else {}


_NAMES = {
    "tekst": "en tekst",
    "tal": "et helt tal",
    "dato": "en dato",
    "ja/nej": "ja eller nej",
    "kode": "en kode",
    "liste": "en liste",
    "objekt": "en gruppe af felter",
}
TEKST, TAL, JA_NEJ = Type(kind="tekst"), Type(kind="tal"), Type(kind="ja/nej")
_PLAIN: dict[Any, str] = {
    str: "tekst",
    Kommune: "tekst",
    Tidspunkt: "tekst",
    int: "tal",
    bool: "ja/nej",
    datetime.date: "dato",
}


def names(kind: Dokument) -> dict[str, Type]:
    """List what the templates of a kind of document see: `plan`, the subject under its own name, `pakke`."""
    roots = {**_context.ROOTS[SUBJEKTER[kind]], "pakke": Afsender}
    return {name: Type(kind="objekt", cls=cls) for name, cls in roots.items()}


@functools.cache
def members(cls: type[Fakta]) -> dict[str, Type]:
    """List the fields of a class, the derived ones included."""
    found = {name: _type(annotation, felt) for name, felt, annotation in fields(cls)}
    for name, felt in derived(cls).items():
        found[name] = _type(derived_type(cls, name), felt)
    return found


def _type(annotation: Any, felt: Felt | None) -> Type:
    can_miss = isinstance(annotation, types.UnionType)
    if can_miss:
        (annotation,) = (arg for arg in get_args(annotation) if arg is not type(None))
    if get_origin(annotation) is tuple:
        return Type(kind="liste", item=_type(get_args(annotation)[0], None), felt=felt, can_miss=can_miss)
    if annotation in _PLAIN:
        return Type(kind=_PLAIN[annotation], felt=felt, can_miss=can_miss)
    kind = "kode" if issubclass(annotation, Begreb) else "objekt"
    return Type(kind=kind, cls=annotation, felt=felt, can_miss=can_miss)
