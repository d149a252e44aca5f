"""The fields of documents that carry their facts: which of a template can be typed in, and what a form has beyond a draft."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from botilbudlaege import _digest, dansk
from botilbudlaege.begreber import ledetekst
from botilbudlaege.domain import SUBJEKTER, Fakta
from botilbudlaege.domain._felt import derived
from botilbudlaege.domain._labels import Ejer
from botilbudlaege.packs.templates import _context, _types
from botilbudlaege.rendering.engine._fields import ITEM, Field
from botilbudlaege.rendering.living._controls import Controls
from botilbudlaege.rendering.living._names import MAX_NAME
from botilbudlaege.rendering.living._store import DATA_PROPERTY

if TYPE_CHECKING:
    from botilbudlaege.begreber import Dokument
    from botilbudlaege.packs.templates._types import Type

_KINDS = {"tekst": "text", "tal": "number", "dato": "date", "kode": "choice", "ja/nej": "choice"}
_YES_NO = ("ja", "nej")
CARRIES = "botilbudlaege.levende"
"""The property of a document that carries its facts."""
_PIECE = 240  # characters that every program keeps of a property
_INDEX = len("[99]")


def controls(kind: Dokument) -> Controls:
    """Begin the controls of a template of a kind."""
    cls = SUBJEKTER[kind]
    return Controls(_context.root(cls), functools.partial(field, cls))


def field(cls: type[Fakta], names: tuple[str, ...]) -> Field | None:
    """Say what can be typed in where a chain of names is printed; None for what is no fact of the subject.

    >>> from botilbudlaege import Opsigelse
    >>> field(Opsigelse, ("plan", "botilbud", "navn")).path
    'opsigelse.plan.botilbud.navn'
    >>> field(Opsigelse, ("opsigelse", "modtaget")).kind
    'date'
    """
    own, *others = _context.ROOTS[cls]
    walk = _Walk(own, cls)
    known = all(walk.step(name) for name in (names if names[0] in others else names[1:]))
    if not known or names[0] not in (own, *others) or len(walk.path) + _INDEX > MAX_NAME:
        return None
    return walk.field()


class _Walk:
    """The way from a subject along the names of a field."""

    def __init__(self, own: str, cls: type[Fakta]) -> None:
        self.path = own
        self._type: Type = _types.Type(kind="objekt", cls=cls)
        self._owner = Ejer()
        self._title = ""
        self._derived = False
        self._instead: tuple[Field, ...] = ()

    def step(self, name: str) -> bool:
        """Go on by a name; tell whether there is such a thing."""
        if name == ITEM:
            return self._item()
        type_ = self._type.members.get(name)
        if type_ is None or type_.felt is None:
            return False
        felt, cls = type_.felt, self._type.cls
        self._title = self._owner.label(felt)
        if name in derived(cls):
            self._derived = True
            names = felt.af if felt.gengiver else ()
            self._instead = tuple(one for one in map(self._beside, names) if one.kind != "derived")
        self._owner = self._owner.part(felt) if type_.kind == "objekt" else self._owner
        self.path += f".{name}"
        self._type = type_
        return True

    def _item(self) -> bool:
        if self._type.item is None or self._type.felt is None:
            return False
        self._owner, self._title = Ejer(self._type.felt.ental), self._type.felt.ental
        self.path += ITEM
        self._type = self._type.item
        return True

    def _beside(self, name: str) -> Field:
        """Give a field of the same object."""
        other = _Walk(self.path, self._type.cls)
        other._owner = self._owner
        other.step(name)
        return other.field() or Field(self.path, "derived", "")

    def field(self) -> Field | None:
        """Give the field that the way has come to; None for an object."""
        type_ = self._type
        if type_.kind == "objekt":
            return None
        if self._derived or type_.kind not in _KINDS:
            return Field(self.path, "derived", self._title, instead=self._instead)
        kind = _KINDS[type_.kind]
        lines = kind == "text" and type_.felt is not None and type_.felt.flerlinjet
        return Field(
            self.path,
            "lines" if lines else kind,
            self._title,
            prompt=ledetekst(self._title),
            choices=choices(type_),
            plain_filter="dato" if kind == "date" else "",
        )


def choices(type_: Type) -> tuple[str, ...]:
    """List the texts of a choice; none for what is no choice."""
    if type_.kind == "ja/nej":
        return _YES_NO
    return tuple(dansk.sammen(value.tekst) for value in type_.cls) if type_.kind == "kode" else ()


def provenance(facts: str, template: str) -> dict[str, str]:
    """Say of a document that it carries its facts: their digest, and the template's."""
    return {
        CARRIES: "1",
        "botilbudlaege.skabelon": template,
        "botilbudlaege.udstedt": _digest.of_facts(facts),
    }


def pieces(facts: str) -> dict[str, str]:
    """Give the properties that hold the facts, which outlast programs that drop the parts they do not know."""
    starts = range(0, len(facts), _PIECE)
    return {
        f"{DATA_PROPERTY}{number}": facts[start : start + _PIECE]
        for number, start in enumerate(starts, start=1)
    }
