"""Rows of a register that are no homes: sums, notes, sources, the number of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.data._columns import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.data.tables._bounds import Cell

_SUM = re.compile(
    r"(?:(?:.* )?i ?alt|total|totalt|sum|subtotal|gennemsnit|(?:samlet|total) antal)\b[:. ]*[\d.,]*"
)
_NOTE = re.compile(
    r"(?:kilde|kilder|note|noter|anm|anmærkning|bemærk|bemærkning|obs|nb|opdateret|udtræk|i ?alt)\b.*:.*"
)
_ALONE = re.compile(
    r"[*†‡©¹²³]"
    r"|(?:kilder?|noter?|anm|anmærkning(?:er)?|bemærk(?:ning(?:er)?)?|obs|nb)\b(?! \d+$)"
    r"|(?:(?:sidst|senest) )?(?:opdateret|ajourført|revideret|ændret|gemt)\b"
    r"|(?:udskrevet|udskrift|udtræk|udtrukket|trukket|hentet|dannet|opgjort|opgørelse|dannet|printet)\b.*\d"
    r"|(?:data|dataudtræk|tal|tallene|listen?|register|registeret|oversigten?)\b.*\b\d"
    r"|(?:side|ark) \d+(?: af \d+)?$"
    r"|(?:antal|samlet|total)\b.*"
)
"""What only a note says, where it is all that a row has."""


def is_end(cells: Sequence[Cell]) -> bool:
    """Tell whether a row looks like a sum or a note.

    >>> is_end(["I alt", None, 30]), is_end(["Opdateret den 1. marts 2026"]), is_end(["Kildegården", "Aarhus"])
    (True, True, False)
    """
    first = next((cell for cell in cells if cell is not None), None)
    if not isinstance(first, str):
        return False
    text = key(first)
    if _SUM.fullmatch(text) or _NOTE.fullmatch(text):
        return True
    return len(cells) - cells.count(None) == 1 and _ALONE.match(text) is not None
