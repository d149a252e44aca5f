"""The documents that a home's row in a register, or its course over the years, calls for."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from botilbudlaege.begreber import Dokument
from botilbudlaege.domain import DOKUMENTER, Fakta, Registerpost, Samarbejdsplan
from botilbudlaege.historik import Forloeb

if TYPE_CHECKING:
    from collections.abc import Iterator

Called = Registerpost | Forloeb
"""A home, by its row in a register or by its course."""


def called_for(
    home: Called,
    kind: Dokument,
    *,
    draft: bool = False,
    dato: datetime.date | None = None,
    sendt: datetime.date | None = None,
) -> tuple[Fakta, ...]:
    """Give the subjects of a kind that a home calls for.

    Args:
        home: Its row in a register, or its course.
        kind: The kind of document.
        draft: Whether drafts are wanted, which a row without an agreement has too.
        dato: The day by which letters to the region are called for; None for all, as a row always gives them.
        sendt: The day on which letters are sent.

    Raises:
        DataError: A row calls for something that cannot be.
    """
    if isinstance(home, Registerpost):
        return DOKUMENTER[kind].af_post(home, draft=draft, sendt=sendt)
    return _of_course(home, kind, dato=dato, sendt=sendt)


def _of_course(
    home: Forloeb, kind: Dokument, *, dato: datetime.date | None, sendt: datetime.date | None
) -> tuple[Fakta, ...]:
    """Give what the agreements of a home call for, in the order of their starts."""
    if kind is Dokument.ORIENTERING:
        return home.orienteringer(dato, sendt=sendt)
    if kind is Dokument.ALLONGE:
        return home.allonger
    if kind is Dokument.OPSIGELSE:
        return home.opsigelser
    if DOKUMENTER[kind].subjekt is Samarbejdsplan:
        return tuple(aftale.plan for aftale in home.aftaler)
    told = (DOKUMENTER[kind].af_post(row, sendt=sendt) for row in _rows_on(home, sendt))
    return next((letters for letters in told if letters), ())


def _rows_on(home: Forloeb, dag: datetime.date | None) -> Iterator[Registerpost]:
    """Give each agreement of a home as a row has it on a day, the last first; None for as it was last changed."""
    for aftale in reversed(home.aftaler):
        ended = aftale.opsigelse
        plan = aftale.plan_den(datetime.date.max if dag is None else dag)
        yield Registerpost(
            plan=plan,
            modtaget=None if ended is None else ended.modtaget,
            oensket_ophoer=None if ended is None else ended.oensket_ophoer,
        )
