"""Homes told from each other: by P-number where both have one, else by name and municipality."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from botilbudlaege._arguments import Kind, wrong
from botilbudlaege.domain._kommuner import Kommune
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from typing import Self

    from botilbudlaege.domain._parter import Botilbud

T = TypeVar("T")

_HOME = Kind("et hjem", "et Home, fx Home.of(plan)", lambda value: isinstance(value, Identity))


def _compared(navn: str) -> str:
    """Give the name of a home as it is compared, however it is written."""
    return " ".join(unicodedata.normalize("NFC", navn).split()).casefold()


@attrs.frozen
class Identity:
    """What a home is told by.

    Args:
        p_nummer: Its P number; empty where none is known.
        navn: Its name, in small letters and with single spaces; empty where it is not known.
        kommune: Its municipality; empty where it is not known.

    >>> Identity.of_home({"navn": "Æblehaven  Nord", "kommune": "751"})
    Identity(p_nummer='', navn='æblehaven nord', kommune='Aarhus')
    """

    p_nummer: str = ""
    navn: str = ""
    kommune: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to tell it by."""
        return bool(self.p_nummer or self.navn)

    @classmethod
    def of_home(cls, botilbud: Botilbud | Mapping[str, Any]) -> Self:
        """Take it of a home, or of plain data for one."""
        return cls.of_facts(*(fact_of(botilbud, name) for name in ("p_nummer", "navn", "kommune")))

    @classmethod
    def of_facts(cls, p_nummer: Any, navn: Any, kommune: Any) -> Self:
        """Take it of what it is told by, each as a home or plain data has it; None where it is not known."""
        number = "" if p_nummer is None else "".join(str(p_nummer).split())
        place = "" if kommune is None else _kommune(str(kommune))
        return cls(number, "" if navn is None else _compared(str(navn)), place)

    def may_be(self, other: Identity) -> bool:
        """Tell whether two may be one home: by number where both have one, else by name and municipality."""
        if not isinstance(other, Identity):
            raise wrong("Home.may_be", "other", other, _HOME)
        if self.p_nummer and other.p_nummer:
            return self.p_nummer == other.p_nummer
        return bool(self.navn) and (self.navn, self.kommune) == (other.navn, other.kommune)


def fact_of(facts: Any, name: str) -> Any:
    """Give a fact of an object, or of plain data for one; None where it has none of the name."""
    return facts.get(name) if isinstance(facts, Mapping) else getattr(facts, name, None)


@functools.lru_cache(maxsize=1024)
def _kommune(written: str) -> str:
    """Give a municipality by one name, however it is written."""
    try:
        return str(Kommune.find(written)) if written else ""
    except DataError:
        return written


class ByHome(Generic[T]):
    """Things by the homes that they are about; the same home with and without its P-number is one.

    >>> homes: ByHome[str] = ByHome()
    >>> homes.add(Identity("1000000001", "a"), "x")
    >>> homes.find(Identity("", "a")), homes.find(Identity("1000000002", "a"))
    (['x'], [])
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._by_number: dict[str, list[T]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[tuple[Identity, T]]] = defaultdict(list)

    def add(self, home: Identity, thing: T) -> None:
        """Put a thing in."""
        if home.p_nummer:
            self._by_number[home.p_nummer].append(thing)
        self._by_name[home.navn, home.kommune].append((home, thing))

    def numbered(self, home: Identity) -> list[T]:
        """Give the things of its P-number."""
        return self._by_number.get(home.p_nummer, []) if home.p_nummer else []

    def named(self, home: Identity) -> list[tuple[Identity, T]]:
        """Give the things of its name and municipality, each with its home, which may have another number; also of no name."""
        return self._by_name.get((home.navn, home.kommune), [])

    def find(self, home: Identity) -> list[T]:
        """Give the things of a home: by its number, else by its name where one of both has no number."""
        return self.numbered(home) or [thing for other, thing in self.named(home) if home.may_be(other)]

    def may_have(self, home: Identity) -> bool:
        """Tell whether there is one of its number or its name: where a row cannot be read, either may be wrong."""
        return bool(self.numbered(home) or (home.navn and self.named(home)))

    def __contains__(self, home: Identity) -> bool:
        """Whether there is a thing of a home."""
        return bool(self.find(home))

    def learn(self, home: Identity, thing: T) -> None:
        """Put a thing in that may be there without a P-number: from now on it has that of the home."""
        alike = self._by_name[home.navn, home.kommune]
        if any(other.p_nummer == home.p_nummer and seen == thing for other, seen in alike):
            return
        alike[:] = [(other, seen) for other, seen in alike if seen != thing or other.p_nummer]
        self.add(home, thing)


class HomeNumbers:
    """The homes that have been seen, each with a number of its own.

    >>> from botilbudlaege import Botilbud
    >>> homes = HomeNumbers()
    >>> [homes.number(Botilbud(navn="A", p_nummer=p)) for p in ("1000000001", None, "1000000002")]
    [0, 0, 1]
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._seen: ByHome[int] = ByHome()
        self._numbers = itertools.count()

    def number(self, botilbud: Botilbud) -> int:
        """Give the number of a home; a new one where it has not been seen, or has no name."""
        home = Identity.of_home(botilbud)
        found = self._seen.find(home)
        number = found[0] if found else next(self._numbers)
        if home.p_nummer:
            self._seen.learn(home, number)
        elif not found:
            self._seen.add(home, number)
        return number
