"""Hours: which may be agreed, and which the tiers give for a number of residents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege._arguments import DAY, NUMBER, takes
from botilbudlaege.errors import DataError, MissingInformation
from botilbudlaege.rules import _findings
from botilbudlaege.rules._regelsaet import REGELSAET, chosen

if TYPE_CHECKING:
    import datetime

    from botilbudlaege.begreber import Resultat
    from botilbudlaege.rules._regelsaet import Regelsaet


@takes(antal_beboere=NUMBER, dato=DAY.or_none, regelsaet=REGELSAET.or_none)
def timetal(
    antal_beboere: int, *, dato: datetime.date | None = None, regelsaet: Regelsaet | None = None
) -> Resultat[int]:
    """Find the hours a month that the tiers give for a number of residents.

    The scheme gives 2 or 3 hours by the number of residents; the boundary is not published.
    The tiers are therefore set by a pack or a caller, with their source; that they are steps from a number of
    residents up is this library's structure.

    Args:
        antal_beboere: Residents of the home, at least 1.
        dato: The day, normally the start of the plan; needed only where there is more than one set of tiers.
        regelsaet: A rule set with tiers, see `Regelsaet.med_timetrin`.

    Returns:
        The hours a month, with the step that gives them.

    Raises:
        MissingInformation: No tiers are set, or the date that chooses between them is missing.
        DataError: The number of residents is no whole number, or below 1.
        OutsideValidity: The day is before the first tiers.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, Omfang af rådgivning; the tiers' own source.

    >>> import datetime
    >>> from botilbudlaege.begreber import Kilde
    >>> from botilbudlaege.rules import regelsaet
    >>> egne = regelsaet().med_timetrin(
    ...     [(1, 2), (25, 3)], gaelder_fra=datetime.date(2025, 1, 1), kilde=Kilde(titel="Opdigtet aftale")
    ... )
    >>> timetal(24, regelsaet=egne).vaerdi, timetal(25, regelsaet=egne).vaerdi
    (2, 3)
    """
    if antal_beboere < 1:
        raise DataError(_findings.NO_RESIDENTS(path="antal_beboere"))
    saet = chosen(regelsaet)
    if not saet.timetrin:
        muligheder = dansk.opremsning(saet.timer_der_kan_aftales(), "og")
        raise MissingInformation(_findings.NO_TIERS(path="timetrin", muligheder=muligheder))
    first, *further = saet.timetrin
    if dato is None and further:
        raise MissingInformation(_findings.MISSING_DATE(path="dato"))
    trin = first if dato is None else saet.gaeldende(saet.timetrin, dato)
    valgt = [et for et in trin.vaerdi if et.fra_beboere <= antal_beboere][-1]
    return trin.result(
        valgt.timer,
        dato or trin.gaelder_fra,
        f"Botilbuddet har {dansk.antal(antal_beboere, 'beboer', 'beboere')}.",
        f"Fra {dansk.antal(valgt.fra_beboere, 'beboer', 'beboere')} er timetallet {dansk.timer(valgt.timer)} pr. måned.",
    )
