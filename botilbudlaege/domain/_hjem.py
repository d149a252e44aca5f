"""Homes told from each other: by P-number where both have one, else by name and municipality."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botilbudlaege.domain._parter import Botilbud


def navn_for_sig(navn: str) -> str:
    """Give the name of a home as it is compared, however it is written.

    >>> navn_for_sig("Æblehaven  NORD")
    'æblehaven nord'
    """
    return " ".join(unicodedata.normalize("NFC", navn).split()).casefold()


class Hjemmene:
    """The homes that have been seen, each with a number; the same home with and without its P-number is one.

    >>> from botilbudlaege import Botilbud
    >>> hjemmene = Hjemmene()
    >>> [hjemmene.nummer(Botilbud(navn="A", p_nummer=p)) for p in ("1000000001", None, "1000000002")]
    [0, 0, 1]
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._by_number: dict[str, int] = {}
        self._by_name: dict[tuple[str, str], list[tuple[str | None, int]]] = {}
        self._count = 0

    def nummer(self, botilbud: Botilbud) -> int:
        """Give the number of a home; a new one where it has not been seen, or has no name."""
        p_nummer = botilbud.p_nummer
        name = navn_for_sig(botilbud.navn or "")
        alike = self._by_name.setdefault((name, str(botilbud.kommune)), []) if name else []
        number = self._by_number.get(p_nummer) if p_nummer is not None else None
        if number is None:
            number = next((seen for other, seen in alike if None in (other, p_nummer)), None)
        if number is None:
            number, self._count = self._count, self._count + 1
        if p_nummer is not None:
            self._by_number.setdefault(p_nummer, number)
            alike[:] = [(p_nummer if seen == number else other, seen) for other, seen in alike]
        if all(
            seen != number for _, seen in alike
        ):  # one that is there by its number is not there without it too
            alike.append((p_nummer, number))
        return number
