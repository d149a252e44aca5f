"""The Danish name of a field from its path: `botilbud.kontaktperson.telefon` → telefon til botilbuddets kontaktperson."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from botilbudlaege.domain._felt import Felt


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
