"""Life of a plan: where it is on a date, derived from its dates and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege._arguments import DAY, takes
from botilbudlaege.begreber import Kilde, Planstatus, Resultat
from botilbudlaege.rules import _findings

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding

_EGEN = Kilde(titel="botilbudlaege", afsnit="egen fastsættelse af en plans livsforløb")


@takes(dato=DAY, indgaaet_den=DAY.or_none, ikrafttraeden=DAY.or_none, opsagt=DAY.or_none, ophoer=DAY.or_none)
def status(
    dato: datetime.date,
    *,
    indgaaet_den: datetime.date | None = None,
    ikrafttraeden: datetime.date | None = None,
    opsagt: datetime.date | None = None,
    ophoer: datetime.date | None = None,
) -> Resultat[Planstatus]:
    """Tell where a plan is in its life on a day.

    In force from its start to its last day, both included, as coverage counts it.
    A terminated plan runs until its last day.
    Before its start it is made when it has been signed, else a draft.

    Args:
        dato: The day asked about.
        indgaaet_den: The day the plan was made.
        ikrafttraeden: Its start.
        opsagt: The day a termination reached the other party.
        ophoer: The last day in force; None while it has no end.

    Returns:
        The status with its reason, and a remark where the dates do not agree.

    Raises:
        DataError: A day is no date.

    Source:
        The states are this library's own, from the dates of the plan.

    >>> import datetime
    >>> str(status(datetime.date(2025, 1, 1), ikrafttraeden=datetime.date(2025, 1, 1)).vaerdi)
    'i kraft'
    """
    vaerdi, begrundelse = _answer(dato, indgaaet_den, ikrafttraeden, opsagt, ophoer)
    return Resultat(
        vaerdi=vaerdi,
        begrundelse=(begrundelse,),
        kilde=_EGEN,
        findings=tuple(date_remarks(indgaaet_den, ikrafttraeden, ophoer)),
    )


def _answer(
    dato: datetime.date,
    indgaaet: datetime.date | None,
    start: datetime.date | None,
    opsagt: datetime.date | None,
    ophoer: datetime.date | None,
) -> tuple[Planstatus, str]:
    never = ophoer is not None and start is not None and ophoer < start
    if ophoer is not None and dato > ophoer:
        said = " og trådte aldrig i kraft" if never else ""
        return Planstatus.OPHOERT, f"Planen ophørte den {dansk.dato(ophoer)}{said}."
    if opsagt is not None and opsagt <= dato:
        til = "" if ophoer is None else f" og løber til og med den {dansk.dato(ophoer)}"
        if never:
            til = " og træder aldrig i kraft"
        return Planstatus.OPSAGT, f"Planen er opsagt den {dansk.dato(opsagt)}{til}."
    if start is not None and start <= dato:
        return Planstatus.I_KRAFT, f"Planen trådte i kraft den {dansk.dato(start)}."
    if indgaaet is not None and indgaaet <= dato:
        return Planstatus.INDGAAET, f"Planen er indgået den {dansk.dato(indgaaet)}, men ikke trådt i kraft."
    return Planstatus.KLADDE, "Planen er hverken indgået eller trådt i kraft."


def intet() -> Resultat[Planstatus]:
    """Answer for a home without an agreement."""
    return Resultat(
        vaerdi=Planstatus.KLADDE, begrundelse=("Botilbuddet har ingen aftale.",), kilde=_EGEN, findings=()
    )


def date_remarks(
    indgaaet: datetime.date | None, start: datetime.date | None, ophoer: datetime.date | None
) -> Iterator[Finding]:
    """Remark on dates of a plan that do not agree."""
    if indgaaet is not None and start is not None and indgaaet > start:
        yield _findings.MADE_AFTER_START(
            path="indgaaet_den", indgaaet=dansk.dato(indgaaet), start=dansk.dato(start)
        )
    if ophoer is not None and start is not None and ophoer < start:
        yield end_before_start(ophoer, start)


def end_before_start(ophoer: datetime.date, start: datetime.date) -> Finding:
    """Remark on a plan that ends before it starts."""
    return _findings.END_BEFORE_START(ophoer=dansk.dato(ophoer), start=dansk.dato(start))
