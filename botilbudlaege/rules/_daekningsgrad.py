"""Coverage: the share of homes of the first phase that have a plan in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege._arguments import NUMBER, takes
from botilbudlaege.begreber import Kilde, Resultat
from botilbudlaege.errors import DataError
from botilbudlaege.rules import _findings

if TYPE_CHECKING:
    from fractions import Fraction

_EGEN = Kilde(titel="botilbudlaege", afsnit="egen definition af dækningsgrad")


@takes(med_plan=NUMBER, i_alt=NUMBER)
def daekningsgrad(med_plan: int, i_alt: int) -> Resultat[Fraction | None]:
    """Give the coverage: homes of the first phase with a plan in force, over all homes of the first phase.

    The definition is this library's own. Homes without an agreement belong in the denominator; an empty one gives None.

    Args:
        med_plan: Homes of the first phase with a plan in force on the day.
        i_alt: Homes of the first phase in the register.

    Raises:
        DataError: The numbers cannot be right.

    Source:
        This library's own definition; the commission asks for coverage without defining it.

    >>> daekningsgrad(3, 4).vaerdi, daekningsgrad(0, 0).vaerdi
    (Fraction(3, 4), None)
    """
    if not 0 <= med_plan <= i_alt:
        raise DataError(_findings.IMPOSSIBLE_COVERAGE(path="med_plan"))
    from fractions import Fraction  # noqa: PLC0415 - its import is a part of the start-up of every plan

    if i_alt == 0:
        step = "Registeret har ingen botilbud i første fase; dækningsgraden er ikke kendt."
        return Resultat(vaerdi=None, begrundelse=(step,), kilde=_EGEN)
    step = (
        f"{med_plan} af {i_alt} botilbud i første fase har en plan i kraft: {dansk.procent(med_plan, i_alt)}."
    )
    return Resultat(vaerdi=Fraction(med_plan, i_alt), begrundelse=(step,), kilde=_EGEN)
