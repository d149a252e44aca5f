"""The Danish name of a field from its path: `botilbud.kontaktperson.telefon` → telefon til botilbuddets kontaktperson."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from botilbudlaege.domain._felt import Fakta, Felt, fields

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen
class Ejer:
    """The object whose fields are named.

    Args:
        navn: Its own name.
        ejeform: What its parts belong to.

    >>> from botilbudlaege.domain._felt import Felt
    >>> kontaktperson = Ejer("botilbud", "botilbuddets").part(Felt("kontaktperson"))
    >>> kontaktperson.label(Felt("telefon til {ejer}"))
    'telefon til botilbuddets kontaktperson'
    """

    navn: str = ""
    ejeform: str = ""

    def part(self, felt: Felt) -> Ejer:
        """Name the object that a field holds."""
        return Ejer(f"{self.ejeform} {felt.label}".strip(), felt.ejeform)

    def item(self, felt: Felt, index: int) -> Ejer:
        """Name one object of a list."""
        return Ejer(f"{felt.ental} nr. {index + 1}")

    def label(self, felt: Felt) -> str:
        """Name a field of the object."""
        return felt.label.format(ejer=self.navn)

    def alone(self, felt: Felt) -> str:
        """Name a field where no sentence around it says the rest."""
        return felt.alene or self.label(felt)


@attrs.frozen
class Leaf:
    """A fact of an object or of an object in it; a list is one fact.

    Args:
        path: The field, as in the data file.
        label: Its name where it stands alone.
        type: Its type.
        valgfri: Whether a final document can do without it.
    """

    path: str
    label: str
    type: Any
    valgfri: bool

    @property
    def is_list(self) -> bool:
        """Whether it is a list, which perhaps is not known."""
        return any(get_origin(type_) is tuple for type_ in (self.type, *get_args(self.type)))


@functools.cache
def leaves(cls: Any) -> tuple[Leaf, ...]:
    """List the facts of a class and of the objects in it, in the order of their fields."""
    return tuple(_leaves(cls, "", Ejer()))


def _leaves(cls: Any, prefix: str, owner: Ejer) -> Iterator[Leaf]:
    for name, felt, type_ in fields(cls):
        if isinstance(type_, type) and issubclass(type_, Fakta):
            yield from _leaves(type_, f"{prefix}{name}.", owner.part(felt))
        else:
            yield Leaf(f"{prefix}{name}", owner.alone(felt), type_, felt.valgfri)
