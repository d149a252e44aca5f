"""Notice: 3 months to the end of a quarter, counted from the day the notice has reached the other party."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege._arguments import DAY, takes
from botilbudlaege.errors import DataError, OutsideValidity
from botilbudlaege.rules import _findings
from botilbudlaege.rules._regelsaet import REGELSAET, chosen

if TYPE_CHECKING:
    from botilbudlaege.begreber import Resultat
    from botilbudlaege.errors import Finding
    from botilbudlaege.rules._regelsaet import Regelsaet

_KVARTAL = 3


@takes(modtaget=DAY, regelsaet=REGELSAET.or_none)
def ophoersdato(modtaget: datetime.date, *, regelsaet: Regelsaet | None = None) -> Resultat[datetime.date]:
    """Find the earliest end of a plan, which is the last day on which it is in force.

    The end is the last day of the calendar quarter that holds the day of receipt plus the notice.
    Weekends and holidays move nothing.
    No notice without cause and no ending by agreement is described, and there is no rule of either.
    That the quarters are those of the calendar is this library's reading; the plan says "a quarter".

    Args:
        modtaget: The day the termination reached the other party (*kommet frem*).
        regelsaet: The rule set; None for the national one.

    Returns:
        The date with its steps, and a remark where the source is not known to hold on the day.

    Raises:
        OutsideValidity: The day is before the scheme, or in the last year of the calendar.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, Opsigelse; for when the notice counts from, general
        contract law.

    >>> ophoersdato(datetime.date(2026, 3, 31)).vaerdi
    datetime.date(2026, 6, 30)
    >>> ophoersdato(datetime.date(2026, 4, 1)).vaerdi
    datetime.date(2026, 9, 30)
    """
    saet = chosen(regelsaet)
    varsel = saet.gaeldende(saet.varsel_maaneder, modtaget)
    if modtaget.year == datetime.MAXYEAR:
        raise OutsideValidity(_findings.TOO_LATE(aar=modtaget.year))
    udloeb = varsel_udloeber(modtaget, regelsaet=saet)
    slut = _quarter_end(udloeb)
    return varsel.result(
        slut,
        modtaget,
        f"Opsigelsen er kommet frem den {dansk.dato(modtaget)}.",
        f"Varslet er {dansk.antal(varsel.vaerdi, 'måned', 'måneder')} til udgangen af et kvartal.",
        f"{dansk.antal(varsel.vaerdi, 'måned', 'måneder')} efter den {dansk.dato(modtaget)} er den {dansk.dato(udloeb)}, som ligger i {dansk.kvartal(udloeb)}.",
        f"Planen kan tidligst ophøre med udgangen af {dansk.kvartal(slut)}; den {dansk.dato(slut)} er så den sidste dag, den gælder.",
    )


def varsel_udloeber(modtaget: datetime.date, *, regelsaet: Regelsaet | None = None) -> datetime.date:
    """Find the day on which the months of the notice have passed, clipped to its month's last day."""
    saet = chosen(regelsaet)
    return _plus_months(modtaget, saet.gaeldende(saet.varsel_maaneder, modtaget).vaerdi)


@takes(ophoer=DAY, regelsaet=REGELSAET.or_none)
def seneste_opsigelse(
    ophoer: datetime.date, *, regelsaet: Regelsaet | None = None
) -> Resultat[datetime.date]:
    """Find the last day on which a termination can reach the other party for a plan to end on a given day.

    Args:
        ophoer: The wished last day of the plan, the end of a quarter.
        regelsaet: The rule set; None for the national one.

    Returns:
        The date with its steps.

    Raises:
        DataError: The day is not the end of a quarter.
        OutsideValidity: The termination would have to be received before the scheme.

    Source:
        As `ophoersdato`, whose inverse it is.

    >>> seneste_opsigelse(datetime.date(2026, 6, 30)).vaerdi
    datetime.date(2026, 3, 31)
    """
    saet = chosen(regelsaet)
    saet.gaeldende(saet.varsel_maaneder, ophoer)
    if ophoer != _quarter_end(ophoer):
        raise DataError(not_quarter_end(ophoer))
    # The notice in force is that of the day sought: try the quarters backwards until one reaches the end.
    dag = _start_of_quarter(ophoer) - datetime.timedelta(days=1)
    while ophoersdato(dag, regelsaet=saet).vaerdi > ophoer:
        dag = _start_of_quarter(dag) - datetime.timedelta(days=1)
    varsel = saet.gaeldende(saet.varsel_maaneder, dag)
    return varsel.result(
        dag,
        dag,
        f"Planen skal ophøre med udgangen af {dansk.kvartal(ophoer)}, den {dansk.dato(ophoer)}.",
        f"Varslet er {dansk.antal(varsel.vaerdi, 'måned', 'måneder')} til udgangen af et kvartal.",
        f"Opsigelsen skal derfor være kommet frem senest den {dansk.dato(dag)}.",
    )


def not_quarter_end(dag: datetime.date) -> Finding:
    """Say that a day is not the end of a quarter, and which ends are nearest."""
    start = _start_of_quarter(dag)
    foer = f"{dansk.dato(start - datetime.timedelta(days=1))} eller den " if start > datetime.date.min else ""
    naermeste = f"{foer}{dansk.dato(_quarter_end(dag))}"
    return _findings.NOT_QUARTER_END(dag=dansk.dato(dag), naermeste=naermeste)


def is_quarter_end(dag: datetime.date) -> bool:
    """Tell whether a day is the last of a calendar quarter."""
    return dag == _quarter_end(dag)


def _plus_months(dag: datetime.date, maaneder: int) -> datetime.date:
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 + maaneder, 12)
    return datetime.date(aar, maaned + 1, min(dag.day, month_end(aar, maaned + 1).day))


def _start_of_quarter(dag: datetime.date) -> datetime.date:
    return dag.replace(month=dag.month - (dag.month - 1) % _KVARTAL, day=1)


def _quarter_end(dag: datetime.date) -> datetime.date:
    return month_end(dag.year, dag.month + -dag.month % _KVARTAL)


def month_end(aar: int, maaned: int) -> datetime.date:
    """Give the last day of a month."""
    if maaned == 12:  # noqa: PLR2004 - December, which in the calendar's last year has no month after it
        return datetime.date(aar, maaned, 31)
    return datetime.date(aar, maaned + 1, 1) - datetime.timedelta(days=1)
