"""The meaning of a cell for a column: as it stands, or in words that offices have for ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.data import _cells
from botilbudlaege.data._columns import key
from botilbudlaege.domain import Kommune
from botilbudlaege.domain._fakta import value_fault
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from botilbudlaege.data._columns import Column
    from botilbudlaege.data.tables._bounds import Cell

_NOTHING = frozenset({"-", "–", "—", "?", "n/a", "na", "ukendt", "ikke oplyst", "ingen oplysning", "mangler"})
_HOURS = re.compile(r"(\d+)\s*(?:t|time|timer)\b.*", re.IGNORECASE)
_CODES: dict[str, list[tuple[str, str]]] = {
    "plan.botilbud.lovgrundlag": [
        (r"\b108\b", "SEL_108"),
        (r"\b105\b", "ABL_105"),
        (r"\b107\b", "SEL_107"),
        (r"\b43\b.*\b6\b", "BL_43_1_6"),
        (r"\b43\b.*\b3\b", "BL_43_3"),
    ],
    "plan.botilbud.driftsform": [
        (r"^kommun", "KOMMUNAL"),
        (r"^region", "REGIONAL"),
        (r"^privat", "PRIVAT"),
    ],
    "plan.botilbud.laengerevarende": [(r"^længerevarende|^varig", "ja"), (r"^midlertidig", "nej")],
    "plan.aftalepart": [
        (r"^begge", "BEGGE"),
        (r"^organisation|^driftsherre", "ORGANISATION"),
        (r"^botilbud|^tilbud|^bosted", "BOTILBUD"),
    ],
    "opsagt_af": [(r"^læge|^praksis", "PRAKSIS"), (r"^botilbud|^tilbud|^bosted|^kommune", "BOTILBUD")],
}
"""How codes are written by offices, for a person to confirm."""


def says(cell: Cell) -> bool:
    """Tell whether a cell says anything."""
    return cell is not None and not isinstance(cell, Finding) and key(_cells.as_written(cell)) not in _NOTHING


def reads(cell: Cell, column: Column) -> bool:
    """Tell whether a cell is read as it stands."""
    try:
        value = _cells.read(cell, column.type)
        if column.type.cls is Kommune:
            Kommune.find(value)
    except DataError:
        return False
    felt = column.type.felt
    return felt is None or isinstance(value, list) or value_fault(value, felt) is None


def meant(cell: Cell, column: Column) -> str | None:
    """Give what a cell means for a column, as it is or in a word of ours; None where it means nothing."""
    text = _cells.as_written(cell) if not isinstance(cell, Finding) else ""
    if reads(cell, column):
        return text
    for pattern, code in _CODES.get(column.path, ()):
        if re.search(pattern, key(text)):
            return code
    hours = _HOURS.fullmatch(text) if column.type.kind == "tal" else None
    return None if hours is None else hours[1]
