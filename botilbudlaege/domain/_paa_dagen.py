"""The region of a home on a day, the one that takes over from it, and whether the terms of a day are to be confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege import rules
from botilbudlaege.domain._kommuner import OESTDANMARK_FRA

if TYPE_CHECKING:
    import datetime

    from botilbudlaege.begreber import Region
    from botilbudlaege.domain._parter import Botilbud


def region_of(botilbud: Botilbud, dag: datetime.date | None) -> Region | None:
    """Find the region of a home on a day; None while municipality or day is not known."""
    return None if botilbud.kommune is None or dag is None else botilbud.kommune.region(dag)


def successor_of(
    botilbud: Botilbud, dag: datetime.date | None, *, til: datetime.date | None = None
) -> Region | None:
    """Find the region that takes over from the one of a day, where it does by the day `til`; None where none does."""
    if botilbud.kommune is None or dag is None or (til is not None and til < OESTDANMARK_FRA):
        return None
    return botilbud.kommune.efterfoelger(dag)


def taken_over(successor: Region | None) -> datetime.date | None:
    """Give the first day of a region that takes over from another; None where none does."""
    return None if successor is None else OESTDANMARK_FRA


def varsel_maaneder(dag: datetime.date | None) -> int:
    """Give the notice in months on a day; without one, by the last rule known."""
    saet = rules.regelsaet()
    if dag is None:
        return saet.varsel_maaneder[-1].vaerdi
    return saet.gaeldende(saet.varsel_maaneder, dag).vaerdi


def to_be_confirmed(dag: datetime.date | None) -> bool | None:
    """Tell whether the source of the terms is not known to hold on a day; None while the day is not known."""
    if dag is None:
        return None
    saet = rules.regelsaet()
    ends = (
        saet.gaeldende(saet.varsel_maaneder, dag).kilde_gaelder_til,
        saet.gaeldende(saet.tilladte_timer, dag).kilde_gaelder_til,
    )
    return any(end is not None and dag > end for end in ends)
