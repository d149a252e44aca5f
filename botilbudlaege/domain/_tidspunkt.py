"""`Tidspunkt`: a point in time that is only as precise as it was given, from a day to a year."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _structure, dansk
from botilbudlaege._arguments import DAY, TEXT, one, takes
from botilbudlaege.begreber import Praecision
from botilbudlaege.domain import _findings
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable

_SEASONS = {"foråret": 3, "sommeren": 6, "efteråret": 9, "vinteren": 12}
_THIRDS = ("primo", "medio", "ultimo")
_DAYS = (1, 11, 21)
_MONTHS = (1, 5, 9)
_OF_MONTH = (Praecision.PRIMO_MAANED, Praecision.MEDIO_MAANED, Praecision.ULTIMO_MAANED)
_OF_YEAR = (Praecision.PRIMO_AAR, Praecision.MEDIO_AAR, Praecision.ULTIMO_AAR)


@takes(fra=DAY, praecision=one(Praecision, hvad="en præcision", angiv="fx Praecision.MAANED"))
@attrs.frozen(order=False)
class Tidspunkt:
    """A point in time, as precise as it is known: it prints as it was given, and never as a day that nobody gave.

    It sorts by the first day of its span: primo, medio and ultimo begin on the 1st, 11th and 21st of a month, and in
    January, May and September of a year; the seasons in March, June, September and December. These spans are this
    library's own.

    Args:
        fra: The first day of the span.
        praecision: What is known.

    Raises:
        DataError: The day is not the first of such a span.

    >>> plan = [Tidspunkt.find(et) for et in ("primo marts 2025", "2. februar 2025", "primo februar 2025")]
    >>> [str(et) for et in sorted(plan)]
    ['primo februar 2025', '2. februar 2025', 'primo marts 2025']
    """

    fra: datetime.date
    praecision: Praecision = Praecision.DAG

    def __attrs_post_init__(self) -> None:
        """Refuse a day that does not begin the span: it would be lost when it is printed."""
        if Tidspunkt._first(self.fra, self.praecision) != self.fra:
            raise DataError(_findings.NOT_FIRST_DAY(dag=dansk.dato(self.fra), slags=self.praecision))

    @staticmethod
    def _first(dag: datetime.date, praecision: Praecision) -> datetime.date:
        if praecision is Praecision.DAG:
            return dag
        if praecision in _OF_MONTH:
            return dag.replace(day=_DAYS[_OF_MONTH.index(praecision)])
        if praecision in _OF_YEAR:
            return dag.replace(month=_MONTHS[_OF_YEAR.index(praecision)], day=1)
        if praecision is Praecision.AAR:
            return dag.replace(month=1, day=1)
        months = {Praecision.KVARTAL: (1, 4, 7, 10), Praecision.AARSTID: tuple(_SEASONS.values())}
        month = max((m for m in months.get(praecision, (dag.month,)) if m <= dag.month), default=0)
        return dag.replace(month=month or 3, day=1)

    @staticmethod
    @takes(tekst=TEXT)
    def find(tekst: str) -> Tidspunkt:
        """Read a point in time as people write it.

        Raises:
            DataError: It is none, or no such day exists.

        >>> Tidspunkt.find("4. kvartal 2025").fra
        datetime.date(2025, 10, 1)
        """
        soegt = " ".join(tekst.split()).casefold()
        for pattern, read in _FORMS:
            match = re.fullmatch(pattern, soegt)
            if match is not None:
                found = read(*match.groups())
                if found is not None:
                    return found
        raise DataError(_findings.IMPOSSIBLE_TIME())

    def __str__(self) -> str:
        """Print as it was given."""
        if self.praecision is Praecision.DAG:
            return dansk.dato(self.fra)
        if self.praecision is Praecision.KVARTAL:
            return dansk.kvartal(self.fra)
        aar, maaned = str(self.fra.year), dansk.maaned(self.fra)
        if self.praecision is Praecision.AARSTID:
            return f"{next(name for name, month in _SEASONS.items() if month == self.fra.month)} {aar}"
        if self.praecision in _OF_MONTH:
            return f"{_THIRDS[_OF_MONTH.index(self.praecision)]} {maaned}"
        if self.praecision in _OF_YEAR:
            return f"{_THIRDS[_OF_YEAR.index(self.praecision)]} {aar}"
        return aar if self.praecision is Praecision.AAR else maaned

    def __lt__(self, other: object) -> bool:
        """Come before what begins later; of two that begin on one day neither comes first."""
        return self.fra < other.fra if isinstance(other, Tidspunkt) else NotImplemented

    def __le__(self, other: object) -> bool:
        """Come before what begins later, or begin on its day."""
        return self.fra <= other.fra if isinstance(other, Tidspunkt) else NotImplemented


def _made(praecision: Praecision, aar: str, maaned: int = 1, dag: int = 1) -> Tidspunkt | None:
    try:
        return Tidspunkt(datetime.date(int(aar), maaned, dag), praecision)
    except ValueError:
        return None


def _month(name: str) -> int:
    return dansk.maaneder().index(name) + 1 if name in dansk.maaneder() else 0


def _third_of_month(third: str, month: str, aar: str) -> Tidspunkt | None:
    index = _THIRDS.index(third)
    return _made(_OF_MONTH[index], aar, _month(month), _DAYS[index])


def _third_of_year(third: str, aar: str) -> Tidspunkt | None:
    index = _THIRDS.index(third)
    return _made(_OF_YEAR[index], aar, _MONTHS[index])


_THIRD = f"({'|'.join(_THIRDS)})"
_FORMS: tuple[tuple[str, Callable[..., Tidspunkt | None]], ...] = (
    (
        r"(\d{4})-(\d\d)-(\d\d)",
        lambda aar, maaned, dag: _made(Praecision.DAG, aar, int(maaned), int(dag)),
    ),
    (
        r"(?:den )?(\d{1,2})\. ([a-zæøå]+) (\d{4})",
        lambda dag, maaned, aar: _made(Praecision.DAG, aar, _month(maaned), int(dag)),
    ),
    (rf"{_THIRD} ([a-zæøå]+) (\d{{4}})", _third_of_month),
    (rf"{_THIRD} (\d{{4}})", _third_of_year),
    (
        r"([1-4])\. kvartal (\d{4})",
        lambda nummer, aar: _made(Praecision.KVARTAL, aar, 3 * int(nummer) - 2),
    ),
    (
        rf"({'|'.join(_SEASONS)}) (\d{{4}})",
        lambda aarstid, aar: _made(Praecision.AARSTID, aar, _SEASONS[aarstid]),
    ),
    (r"([a-zæøå]+) (\d{4})", lambda maaned, aar: _made(Praecision.MAANED, aar, _month(maaned))),
    (r"(\d{4})", lambda aar: _made(Praecision.AAR, aar)),
)


MOENSTER = f"^(?:{'|'.join(pattern for pattern, _ in _FORMS)})$"
"""The form of a point in time as people write it, in small letters."""


def _from_file(value: object) -> Tidspunkt:
    if type(value) is datetime.date:
        return Tidspunkt(value)
    return Tidspunkt.find(_structure.structure(value, str))


_structure.as_value(Tidspunkt, read=_from_file, write=str)
