"""Hours in a quarter: a count for overview, never a basis for payment."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege._arguments import DAY, Kind, several, takes
from botilbudlaege.begreber import Kilde, Resultat
from botilbudlaege.errors import DataError
from botilbudlaege.rules import _findings
from botilbudlaege.rules._varsel import month_end

if TYPE_CHECKING:
    from collections.abc import Sequence

_EGEN = Kilde(titel="botilbudlaege", afsnit="egen optælling af timer til overblik")
_MAANEDER = 3
_SPAN = Kind(
    "en dag med et timetal",
    "fx (datetime.date(2025, 4, 1), 2)",
    lambda value: isinstance(value, (tuple, list)) and [*map(type, value)] == [datetime.date, int],
)


@takes(dag=DAY, timer=several(_SPAN, "en liste af dage med timetal"), ophoer=DAY.or_none)
def timer_i_kvartal(
    dag: datetime.date, timer: Sequence[tuple[datetime.date, int]], *, ophoer: datetime.date | None = None
) -> Resultat[int]:
    """Count the agreed hours of a plan in the calendar quarter that holds a day.

    Whole calendar months in force count; a change counts from the month in which it falls (*ours*).
    How the fee is calculated is not stated anywhere: this is a count for overview, not a basis for payment.

    Args:
        dag: Any day of the quarter.
        timer: Pairs of the first day and the hours a month from then on, in order; the first is the plan's start.
        ophoer: The last day in force; None while it has no end.

    Returns:
        The hours, with a step a month.

    Raises:
        DataError: A day is no date, the pairs are not in order, or there is none.

    Source:
        This library's own way to count.

    >>> import datetime
    >>> start = datetime.date(2025, 4, 1)
    >>> timer_i_kvartal(start, [(start, 2), (datetime.date(2025, 6, 15), 3)]).vaerdi
    7
    """
    if any(antal < 1 for _, antal in timer):
        raise DataError(_findings.NOT_HOURS(path="timer"))
    dage = [fra for fra, _ in timer]
    if not dage or dage != sorted(set(dage)):
        raise DataError(_findings.ORDER(path="timer"))
    first = (dag.month - 1) // _MAANEDER * _MAANEDER + 1
    months = [_month(dag.year, first + index, timer, ophoer) for index in range(_MAANEDER)]
    total = sum(hours for hours, _ in months)
    steps = (*(step for _, step in months), f"I alt {dansk.timer(total)} i {dansk.kvartal(dag)}.")
    return Resultat(vaerdi=total, begrundelse=steps, kilde=_EGEN)


def _month(
    year: int, month: int, timer: Sequence[tuple[datetime.date, int]], ophoer: datetime.date | None
) -> tuple[int, str]:
    first = datetime.date(year, month, 1)
    last = month_end(year, month)
    name = dansk.maaned(first).capitalize()
    if timer[0][0] > first or (ophoer is not None and ophoer < last):
        return 0, f"{name}: planen gælder ikke hele måneden."
    hours = [antal for fra, antal in timer if fra <= last][-1]
    return hours, f"{name}: {dansk.timer(hours)}."


def ukendt(dag: datetime.date) -> Resultat[int]:
    """Answer for a plan whose start or hours are not known: none are counted."""
    step = f"Planens ikrafttræden eller timetal er ikke kendt, så ingen timer er talt i {dansk.kvartal(dag)}."
    return Resultat(vaerdi=0, begrundelse=(step,), kilde=_EGEN)


def sammenlagt(planer: Sequence[Resultat[int]], dag: datetime.date) -> Resultat[int]:
    """Add the hours of several plans of a home, with the steps of those that have any."""
    counted = [plan for plan in planer if plan.vaerdi]
    if len(counted) == 1 or len(planer) == 1:
        return (counted or planer)[0]
    total = sum(plan.vaerdi for plan in counted)
    steps = tuple(step for plan in counted for step in plan.begrundelse)
    last = f"I alt {dansk.timer(total)} i {dansk.kvartal(dag)} for alle botilbuddets planer."
    return Resultat(vaerdi=total, begrundelse=(*steps, last), kilde=_EGEN)
