"""Coverage over time: a count on every day on which it changes, as a table and as a curve."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _html, dansk, rules
from botilbudlaege._arguments import DAY, NUMBER, one, several, takes
from botilbudlaege.domain import Registerpost
from botilbudlaege.errors import DataError
from botilbudlaege.historik import _curve, _findings
from botilbudlaege.historik._forloeb import Forloeb, forloeb
from botilbudlaege.historik._haendelser import Haendelsespost
from botilbudlaege.rules._regelsaet import REGELSAET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from botilbudlaege.historik._forloeb import Post
    from botilbudlaege.rules import Regelsaet

_DAY = datetime.timedelta(days=1)
_ROW = one(
    Haendelsespost,
    Registerpost,
    Forloeb,
    hvad="en række eller et forløb",
    angiv="en Registerpost, en Haendelsespost eller et Forloeb",
)


@takes(dato=DAY, med_plan=NUMBER, i_alt=NUMBER)
@attrs.frozen(kw_only=True)
class Daekningspunkt:
    """The coverage from a day, until the next point.

    Args:
        dato: The day.
        med_plan: Homes of the first phase with a plan in force.
        i_alt: Homes of the first phase.
    """

    dato: datetime.date
    med_plan: int
    i_alt: int

    @property
    def grad(self) -> str:
        """The coverage in per cent, or that it is not known since there are no homes."""
        return dansk.procent(self.med_plan, self.i_alt) if self.i_alt else "ikke kendt"


@attrs.frozen(kw_only=True)
class Daekningsforloeb:
    """The coverage from a day to another, both included.

    Args:
        punkter: The first day, and each day on which the count is another.
        til: The last day.

    Source:
        The count is this library's own; see `rules.daekningsgrad`.
    """

    punkter: tuple[Daekningspunkt, ...]
    til: datetime.date

    @staticmethod
    @takes(poster=several(_ROW, "rækker eller forløb"), fra=DAY, til=DAY, regelsaet=REGELSAET.or_none)
    def opgoer(
        poster: Iterable[Post | Forloeb],
        fra: datetime.date,
        til: datetime.date,
        *,
        regelsaet: Regelsaet | None = None,
    ) -> Daekningsforloeb:
        """Count a register on every day.

        Args:
            poster: The rows of a register or of a list of events, or the courses that `forloeb` made of them.
            fra: The first day.
            til: The last day.
            regelsaet: The rule set; None for the national one.

        Raises:
            DataError: Rows contradict each other, or the last day is before the first.
            OutsideValidity: The first day is before the scheme.

        >>> import datetime
        >>> from botilbudlaege import Botilbud, Lovgrundlag, Registerpost, Samarbejdsplan
        >>> hjem = Botilbud(navn="Æblehaven", lovgrundlag=Lovgrundlag.SEL_108)
        >>> plan = Samarbejdsplan(botilbud=hjem, timer_pr_maaned=2, ikrafttraeden=datetime.date(2025, 4, 1))
        >>> over_tid = Daekningsforloeb.opgoer(
        ...     [Registerpost(plan=plan)], datetime.date(2025, 1, 1), datetime.date(2025, 6, 30)
        ... )
        >>> [(str(punkt.dato), punkt.med_plan, punkt.i_alt) for punkt in over_tid.punkter]
        [('2025-01-01', 0, 1), ('2025-04-01', 1, 1)]
        """
        if til < fra:
            raise DataError(_findings.SWAPPED_DAYS(path="til"))
        rest: list[Post] = []
        courses: list[Forloeb] = []
        for each in poster:
            if isinstance(each, Forloeb):
                courses.append(each)
            else:
                rest.append(each)
        changes: dict[datetime.date, list[int]] = {}
        for course in (*courses, *forloeb(rest)):
            for dag, med_plan, i_alt in _changes(course, fra, til, regelsaet):
                change = changes.setdefault(dag, [0, 0])
                change[0] += med_plan
                change[1] += i_alt
        return Daekningsforloeb(punkter=tuple(_points(changes, fra)), til=til)

    @takes(dato=DAY)
    def den(self, dato: datetime.date) -> Daekningspunkt:
        """Give the coverage on a day.

        Raises:
            DataError: The day is outside the period.
        """
        if not self.punkter[0].dato <= dato <= self.til:
            raise DataError(_findings.OUTSIDE_PERIOD(dag=dansk.dato(dato)))
        point = next(point for point in reversed(self.punkter) if point.dato <= dato)
        return attrs.evolve(point, dato=dato)

    @property
    def maaneder(self) -> tuple[Daekningspunkt, ...]:
        """The coverage at the end of each month, and on the last day."""
        return tuple(map(self.den, _month_ends(self.punkter[0].dato, self.til)))

    @property
    def tabel(self) -> tuple[tuple[str, str, str, str], ...]:
        """The rows of a table, its headers first: a row a month."""
        rows = ((dansk.dato(p.dato), str(p.med_plan), str(p.i_alt), p.grad) for p in self.maaneder)
        return (_HEADERS, *rows)

    def svg(self) -> str:
        """Draw the curve, with what it shows in words for those who do not see it."""
        first, last = self.punkter[0], self.den(self.til)
        told = (
            f"Dækningsgraden er {first.grad} den {dansk.dato(first.dato)} og {last.grad} den {dansk.dato(last.dato)}. "
            f"Den ændres {len(self.punkter) - 1} gange."
        )
        steps = [(p.dato, p.med_plan / p.i_alt if p.i_alt else None) for p in self.punkter]
        return _curve.svg(steps, self.til, title="Dækningsgrad over tid", told=told)

    def __str__(self) -> str:
        """The table, a line a month."""
        return "\n".join(
            f"{dag}: {med_plan} af {i_alt}, {grad}" for dag, med_plan, i_alt, grad in self.tabel[1:]
        )

    def _repr_html_(self) -> str:
        """Show the curve and the table in a notebook."""
        return _html.section(
            self.svg(), _html.table(self.tabel[0], self.tabel[1:], caption="Dækning over tid")
        )


_HEADERS = ("Dato", "Med plan", "I alt", "Dækningsgrad")


def _changes(
    course: Forloeb, fra: datetime.date, til: datetime.date, regelsaet: Regelsaet | None
) -> Iterator[tuple[datetime.date, int, int]]:
    """Give the days on which a home's part of the count becomes another, and by how much."""
    before = (0, 0)
    for dag in sorted({fra, *(dag for dag in _days(course) if fra < dag <= til)}):
        home = course.botilbud_den(dag)
        first = rules.omfattet(home.lovgrundlag, home.laengerevarende, dato=dag, regelsaet=regelsaet).vaerdi
        now = (int(bool(first) and course.i_kraft(dag)), int(bool(first)))
        if now != before:
            yield dag, now[0] - before[0], now[1] - before[1]
        before = now


def _days(course: Forloeb) -> Iterator[datetime.date]:
    yield from (dag for dag, _ in course.hjem if dag is not None)
    for aftale in course.aftaler:
        if aftale.plan.ikrafttraeden is not None:
            yield aftale.plan.ikrafttraeden
        if aftale.ophoersdato is not None and aftale.ophoersdato < datetime.date.max:
            yield aftale.ophoersdato + _DAY


def _points(changes: dict[datetime.date, list[int]], fra: datetime.date) -> Iterator[Daekningspunkt]:
    med_plan = i_alt = 0
    for dag in sorted({fra, *changes}):
        change = changes.get(dag, [0, 0])
        med_plan, i_alt = med_plan + change[0], i_alt + change[1]
        if dag == fra or change != [0, 0]:
            yield Daekningspunkt(dato=dag, med_plan=med_plan, i_alt=i_alt)


def _month_ends(fra: datetime.date, til: datetime.date) -> Sequence[datetime.date]:
    found = []
    year, month = fra.year, fra.month
    while (year, month) <= (til.year, til.month):
        year, month = (year + month // 12, month % 12 + 1)
        found.append(min(til, datetime.date(year, month, 1) - _DAY))
    return found
