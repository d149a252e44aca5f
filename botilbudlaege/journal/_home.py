"""The home that a document is about, as it is told from others: by the P number, else by name and municipality."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from botilbudlaege.domain import Fakta, Kommune, slags
from botilbudlaege.domain._hjem import navn_for_sig
from botilbudlaege.errors import DataError


@attrs.frozen
class Home:
    """A home, by what tells it from others.

    Args:
        p_nummer: Its P number; empty where none is known.
        navn: Its name, in small letters and with single spaces; empty where it is not known.
        kommune: Its municipality; empty where it is not known.

    >>> from botilbudlaege import Botilbud, Samarbejdsplan
    >>> Home.of(Samarbejdsplan(botilbud=Botilbud(navn="Æblehaven  Nord")))
    Home(p_nummer='', navn='æblehaven nord', kommune='')
    """

    p_nummer: str = ""
    navn: str = ""
    kommune: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to tell it by."""
        return bool(self.p_nummer or self.navn)

    @staticmethod
    def of(facts: Any) -> Home:
        """Find the home of a subject, or of plain data for one; none where it is about no home."""
        known = slags(facts) if isinstance(facts, Fakta) else None
        if known is not None:
            plan = known.plan(facts) if known.plan is not None else None
            return Home() if plan is None else _home(plan.botilbud)
        for start in (facts, _get(facts, "plan"), _get(facts, "ny_plan")):
            botilbud = _get(start, "botilbud")
            if botilbud is not None:
                return _home(botilbud)
        return Home()

    def may_be(self, other: Home) -> bool:
        """Tell whether two may be one home: by number where both have one, else by name and municipality."""
        if self.p_nummer and other.p_nummer:
            return self.p_nummer == other.p_nummer
        return bool(self.navn) and (self.navn, self.kommune) == (other.navn, other.kommune)


def _home(botilbud: Any) -> Home:
    written = _get(botilbud, "p_nummer"), _get(botilbud, "navn"), _get(botilbud, "kommune")
    number, navn, kommune = ("" if value is None else str(value) for value in written)
    return Home("".join(number.split()), navn_for_sig(navn), _kommune(kommune))


def _kommune(written: str) -> str:
    """Give a municipality by one name, however it is written."""
    try:
        return str(Kommune.find(written)) if written else ""
    except DataError:
        return written


def _get(facts: Any, name: str) -> Any:
    return facts.get(name) if isinstance(facts, Mapping) else getattr(facts, name, None)


class Homes:
    """A set of homes; one is in it by its P number where that is known on both sides, else by name and municipality."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: set[str] = set()
        self._names: dict[tuple[str, str], set[str]] = {}

    def add(self, home: Home) -> None:
        """Put a home in."""
        if home.p_nummer:
            self._numbers.add(home.p_nummer)
        if home.navn:
            self._names.setdefault((home.navn, home.kommune), set()).add(home.p_nummer)

    def has(self, home: Home) -> bool:
        """Tell whether a home is in it."""
        if home.p_nummer and home.p_nummer in self._numbers:
            return True
        numbers = self._names.get((home.navn, home.kommune), set())
        return bool(numbers) and (not home.p_nummer or "" in numbers)

    def may_have(self, home: Home) -> bool:
        """Tell whether a home is in it by its number or by its name: where a row cannot be read, either may be wrong."""
        return home.p_nummer in self._numbers or (home.navn, home.kommune) in self._names
