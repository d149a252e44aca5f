"""Measures as Word writes them, in twips: of letters, lines and pages."""

from __future__ import annotations

import re

_MEASURE = re.compile(r"(-?\d{1,7}(?:\.\d{1,4})?)(mm|cm|in|pt|pc|pi)?")
_UNITS = {"mm": 56.7, "cm": 567.0, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
POINT = 20.0
"""Twips in a point."""
TALL = 1e6
"""Twips: what a height counts as that does not bind."""


def twips(text: str, unit: float = 1.0) -> float:
    """Read a measure in twips; a number without a unit counts as so many of `unit`."""
    found = _MEASURE.fullmatch(text)
    if found is None:
        return 0.0
    return float(found[1]) * (_UNITS[found[2]] if found[2] else unit)
