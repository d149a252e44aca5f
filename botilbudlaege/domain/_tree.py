"""The tree of facts: each fact of a class at its place, and the way along a path to its type and its Danish name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, cast

import attrs

from botilbudlaege.begreber import ledetekst
from botilbudlaege.domain._felt import Described, Felt
from botilbudlaege.domain._fields import Type, derived, fields, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = re.compile(r"([a-z][a-z0-9_]*)(?:\[(\d+)\])?")

Steps = tuple[str | int, ...]
"""The way to a fact in plain data: names of fields and numbers of list items."""


@attrs.frozen
class Ejer:
    """The object whose facts are named.

    Args:
        navn: Its own name.
        ejeform: What its parts belong to.

    >>> kontaktperson = Ejer("botilbud", "botilbuddets").part(Felt("kontaktperson"))
    >>> kontaktperson.label(Felt("telefon til {ejer}"))
    'telefon til botilbuddets kontaktperson'
    """

    navn: str = ""
    ejeform: str = ""

    def part(self, felt: Felt) -> Ejer:
        """Name the object that a field holds."""
        return Ejer(f"{self.ejeform} {felt.label}".strip(), felt.ejeform)

    def label(self, felt: Felt) -> str:
        """Name a field of the object."""
        return felt.label.format(ejer=self.navn)


@attrs.frozen(cache_hash=True)
class Fact:
    """A fact at its place: of a class, of an object in it, or of an item of a list.

    Args:
        path: The way to it from the top, as a data file and a template write it.
        type: What it holds.
        ejer: How the facts in it are named, when it is an object.
        label: Its Danish name.
        felt: How its field is described; of an item, the list's.
        is_derived: Whether it is derived, or part of what is.
    """

    path: str
    type: Type
    ejer: Ejer
    label: str = attrs.field(default="", eq=False)
    felt: Felt = attrs.field(default=Felt(""), eq=False)
    is_derived: bool = attrs.field(default=False, eq=False)

    @property
    def key(self) -> str:
        """The name of its field."""
        return self.path.rpartition(".")[2]

    @property
    def alone(self) -> str:
        """Its Danish name where no sentence around it says the rest."""
        return self.felt.alene or self.label

    @property
    def name(self) -> str:
        """Its Danish name, as the first word of a sentence."""
        return self.label[:1].upper() + self.label[1:]

    @property
    def prompt(self) -> str:
        """What stands in its place while it is not known."""
        return ledetekst(self.label)

    @property
    def steps(self) -> Steps:
        """The way to it in plain data."""
        return steps(self.path)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of an object: those that are given, then the derived."""
        return _facts(self)

    def part(self, key: str) -> Fact | None:
        """Give a fact of an object by the name of its field."""
        return next((fact for fact in self.facts if fact.key == key), None)

    def item(self, index: int | None = None) -> Fact:
        """Give an item of a list: one by its number from 0, or any."""
        return _item(self, index)

    def find(self, path: str) -> Fact | None:
        """Follow a path of given facts; None where it leads nowhere.

        >>> from botilbudlaege import Samarbejdsplan
        >>> top(Samarbejdsplan).find("moedeaftaler[1].titel").label
        'overskrift på mødeaftale nr. 2'
        """
        here: Fact | None = self
        for step in path.split("."):
            match = _STEP.fullmatch(step)
            here = None if here is None or match is None else here.part(match[1])
            if here is None or match is None or here.is_derived:
                return None
            if match[2] is not None:
                here = None if here.type.item is None else here.item(int(match[2]))
        return here


@kept
def top(cls: type[Described], path: str = "", ejer: Ejer = Ejer()) -> Fact:
    """Begin at a class.

    Args:
        cls: The class.
        path: What every path begins with: the name that templates have for the object.
        ejer: How its facts are named.
    """
    return Fact(path, Type(kind="objekt", cls=cls), ejer)


@functools.lru_cache(maxsize=4096)
def _facts(fact: Fact) -> tuple[Fact, ...]:
    if fact.type.kind != "objekt":
        return ()
    given, follows = fields(fact.type.cls), derived(fact.type.cls)
    return tuple(
        Fact(
            f"{fact.path}.{field.name}".lstrip("."),
            field.type,
            fact.ejer.part(field.felt),
            fact.ejer.label(field.felt),
            field.felt,
            fact.is_derived or index >= len(given),
        )
        for index, field in enumerate((*given, *follows))
    )


@functools.lru_cache(maxsize=4096)
def _item(fact: Fact, index: int | None) -> Fact:
    label = fact.felt.ental if index is None else f"{fact.felt.ental} nr. {index + 1}"
    number = "" if index is None else index
    type_ = cast("Type", fact.type.item)
    return Fact(f"{fact.path}[{number}]", type_, Ejer(label), label, fact.felt, fact.is_derived)


@kept
def leaves(cls: type[Described]) -> tuple[Fact, ...]:
    """List the given facts of a class and of the objects in it, in the order of their fields; a list is one fact."""
    return tuple(_leaves(top(cls)))


def _leaves(owner: Fact) -> Iterator[Fact]:
    for fact in owner.facts[: len(fields(owner.type.cls))]:
        if fact.type.kind == "objekt":
            yield from _leaves(fact)
        else:
            yield fact


def steps(path: str) -> Steps:
    """Give the way to what a path leads to, whatever it is."""
    found: list[str | int] = []
    for name, index in _STEP.findall(path):
        found += [name, int(index)] if index else [name]
    return tuple(found)
