"""Rows of a register that are no homes: sums, notes, sources, the number of a page."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from botilbudlaege.data._columns import key
from botilbudlaege.domain._kommuner import Kommune, region
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.data.tables._bounds import Cell

_SUM = re.compile(
    r"(?:(?:.* )?i ?alt|(?:hoved)?total|totalt|(?:mellem)?sum|mellemtotal|subtotal|grand total|gennemsnit"
    r"|(?:samlet|total) antal|(?:samlet |hoved)?resultat)\b[:. ]*[\d.,]*"
)
_OVER_NUMBERS = re.compile(
    r"(?:σ|gns|gennemsnit|snit|median|(?:del|mellem)?sum|(?:sub|mellem|hoved)?total)\b.*"
    r"|samlet|hele (?:regionen|kommunen|landet)|alle (?:bo)?tilbud"
)
"""What only a sum says, where all that it has beside is numbers."""
_NUMBER = re.compile(r"[\d.,% ]{1,9}")
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
    r"|(?:anvendte filtre|applied filters)\b|(?:rapport(?:en)?|listen?) (?:er )?(?:dannet|genereret|udskrevet|trukket)\b"
    r"|(?:genereret|(?:oprettet|udskrevet|dannet|udarbejdet) (?:af|d|den|pr)\b|pr\. \d)"
    r"|\(?\d+ (?:rækker|rows?)\b|\(tom(?:me?)?\)$|(?:række|kolonne)navne$"
    r"|[-=_#]+(?: |$)|slut(?: på .*)?$|fortroligt?\b|(?:oven|neden)stående\b|se (?:også )?(?:ark|fanen?|side|bilag)\b"
    r"|(?:rød|grøn|gul|blå|hvid|grå|orange)[a-z]* ?(?:=|:|betyder|markerer|felter|rækker|celler)|[^:]* = "
    r"|\d+\) |(?:sidst|senest) redigeret\b|kontakt(?:person)?(?: ved spørgsmål)?:|end of (?:file|report)\b|rapport ?-?id\b|ændringer(?:ne)? "
    r"|(?:kommunale|private|regionale|selvejende) (?:bo)?tilbud:?$|v(?:ersion|\.) ?\d+(?:\.\d+)*$"
)
"""What only a note says, where it is all that a row has."""


_MOST = 10**8
_SEPARATORS = ";,\t|"
_FEW = 3
"""So few separators stand in a name, too."""


def is_undivided(cells: Sequence[Cell], width: int) -> bool:
    """Tell whether a row stands in one cell, its values parted by another sign than those of the headers.

    >>> is_undivided(["Birkelund,Aarhus,1023456789,18", None, None, None], 4), is_undivided(["Nord, Syd"], 4)
    (True, False)
    """
    if len(cells) - cells.count(None) != 1 or not isinstance(cells[0], str):
        return False
    return max(map(cells[0].count, _SEPARATORS)) >= max(width - 1, _FEW)


def is_heading(cells: Sequence[Cell]) -> bool:
    """Tell whether all that a row has is the name of a municipality or a region, over the homes in it.

    >>> is_heading(["Skanderborg Kommune", None]), is_heading(["Skanderborg", "Skanderborg"])
    (True, False)
    """
    if len(cells) - cells.count(None) != 1 or not isinstance(cells[0], str):
        return False
    for find in (Kommune.find, region):
        with contextlib.suppress(DataError):
            find(cells[0].strip().removesuffix(":"))
            return True
    return False


def is_end(cells: Sequence[Cell]) -> bool:
    """Tell whether a row looks like a sum or a note.

    >>> is_end(["I alt", None, 30]), is_end(["Opdateret den 1. marts 2026"]), is_end(["Kildegården", "Aarhus"])
    (True, True, False)
    """
    first = next((cell for cell in cells if cell is not None), None)
    if not isinstance(first, str):
        return False
    text = key(first)
    if _SUM.fullmatch(text) or (":" in text and _NOTE.fullmatch(text)):
        return True
    if len(cells) - cells.count(None) == 1:
        return _ALONE.match(text) is not None
    if _OVER_NUMBERS.fullmatch(text) is None:
        return False
    _, *others = (cell for cell in cells if cell is not None)
    return all(map(_is_number, others))


def _is_number(cell: Cell) -> bool:
    """Tell whether a cell is a number, rather than one that names something."""
    if isinstance(cell, str):
        return _NUMBER.fullmatch(cell) is not None
    return isinstance(cell, (int, float)) and abs(cell) < _MOST
