"""The home that a document is about, as it is told from others: by the P number, else by name and municipality."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

import attrs

from botilbudlaege.domain import Fakta, Kommune, slags
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
    name = " ".join(unicodedata.normalize("NFC", navn).split()).casefold()
    return Home("".join(number.split()), name, _kommune(kommune))


def _kommune(written: str) -> str:
    """Give a municipality by one name, however it is written."""
    try:
        return str(Kommune.find(written)) if written else ""
    except DataError:
        return written


def _get(facts: Any, name: str) -> Any:
    return facts.get(name) if isinstance(facts, Mapping) else getattr(facts, name, None)
