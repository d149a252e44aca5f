"""Scope: whether a home is of the first phase of the scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege._arguments import DAY, FLAG, one, takes
from botilbudlaege.begreber import Lovgrundlag, Resultat
from botilbudlaege.rules import _findings
from botilbudlaege.rules._regelsaet import REGELSAET, chosen

if TYPE_CHECKING:
    import datetime

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.rules._regelsaet import Regelsaet


@takes(
    lovgrundlag=one(Lovgrundlag, hvad="et lovgrundlag", angiv="fx Lovgrundlag.SEL_108").or_none,
    laengerevarende=FLAG.or_none,
    dato=DAY.or_none,
    regelsaet=REGELSAET.or_none,
)
def omfattet(
    lovgrundlag: Lovgrundlag | None,
    laengerevarende: bool | None = None,  # noqa: FBT001 - a fact of the home, not a switch
    *,
    dato: datetime.date | None = None,
    regelsaet: Regelsaet | None = None,
) -> Resultat[bool | None]:
    """Tell whether a home is of the first phase.

    The legal basis decides first: homes of the later phase are out whatever `laengerevarende` says.
    Homes of the first phase are out only when they are known not to be long-term.

    Args:
        lovgrundlag: The legal basis; None when it is not known.
        laengerevarende: Whether the home is long-term; None when it is not known.
        dato: The day; None for the first day of the scheme.
        regelsaet: The rule set; None for the national one.

    Returns:
        True or False, or None when the legal basis is not known; with remarks on what is not known.

    Raises:
        OutsideValidity: The day is before the scheme.
        DataError: The legal basis is none, or `laengerevarende` is neither yes, no nor unknown.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, the introduction.

    >>> omfattet(Lovgrundlag.SEL_108, True).vaerdi, omfattet(Lovgrundlag.SEL_107, True).vaerdi
    (True, False)
    """
    saet = chosen(regelsaet)
    dag = saet.begynder if dato is None else dato
    fase = saet.gaeldende(saet.foerste_fase, dag)
    vaerdi, begrundelse, remark = _answer(lovgrundlag, laengerevarende, fase.vaerdi)
    own = () if remark is None else (remark(),)
    return Resultat(
        vaerdi=vaerdi, begrundelse=(begrundelse,), kilde=fase.kilde, findings=(*own, *fase.remarks(dag))
    )


def _answer(
    lovgrundlag: Lovgrundlag | None,
    laengerevarende: bool | None,  # noqa: FBT001 - as above
    foerste: tuple[Lovgrundlag, ...],
) -> tuple[bool | None, str, Entry | None]:
    """Give answer, reason and what is to be remarked; a list of cases, kept whole so that it can be held against the agreement."""
    if lovgrundlag is None:
        return None, "Lovgrundlaget er ikke kendt.", _findings.SCOPE_UNKNOWN
    if lovgrundlag not in foerste:
        return False, f"Botilbud efter {lovgrundlag} hører til en senere fase.", _findings.LATER_PHASE
    if laengerevarende is False:
        return (
            False,
            f"Botilbud efter {lovgrundlag} er kun omfattet, når de er længerevarende.",
            _findings.NOT_LONG_TERM,
        )
    if laengerevarende is None:
        return (
            True,
            f"Botilbud efter {lovgrundlag} er omfattet af første fase, når de er længerevarende.",
            _findings.LONG_TERM_UNKNOWN,
        )
    return True, f"Længerevarende botilbud efter {lovgrundlag} er omfattet af første fase.", None
