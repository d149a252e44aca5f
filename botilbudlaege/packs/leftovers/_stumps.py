"""Words that lead to nothing once a place is deleted: a label, "den", a bracket, the words of a box to tick."""

from __future__ import annotations

import re

_LABEL = re.compile(r"(?:^|[\t\n|·;,(]|\s{2,})\s*([^\t\n|·;,:()]{1,60}:)\s*$")
_BARE = re.compile(
    r"(?:^|[\t\n|·;,(]|\s{2,})\s*([^\t\n|·;,:()]{0,40}(?:nr|tlf|telefon|mobil|mail|cvr)\.?)\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"((?:[^\s.!?]+\s+){0,5}\b(?:den|det|d\.|på|i|til|fra|af|med|hos|ved|inden|om|efter|for|mod|kl\.|kr\.|er|hedder|kære|en|et|alt))\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:!?)\t\n]|$|Side\b)")
_UNIT = re.compile(r"\s*((?:dage?|uger?|timer?|måneder|kr\.?|beboere|pladser|af|om)\b)", re.IGNORECASE)
_SIGN = re.compile(r"\s*([/,·|;–])\s")
_BOX = re.compile(r"\s*([^☐☑☒\t\n.]*[^\W\d_][^☐☑☒\t\n.]*)")
_SHOWN = 60


def stump(before: str, after: str, *, is_box: bool = False) -> str:
    """Give the words that are left over where a place between two texts is deleted; nothing where none are.

    Args:
        before: What stands before it in its paragraph.
        after: What stands after it.
        is_box: Whether it was a box to tick.

    >>> stump("Første møde er den ", ".")
    'Første møde er den'
    >>> stump("Botilbuddet ", " orienterer regionen.")
    ''
    """
    if is_box:
        words = _BOX.match(after)
        return words[1].strip()[:_SHOWN] if words else ""
    if before.rstrip().endswith("(") and after.lstrip().startswith(")"):
        return "()"
    ends = _ENDS.match(after)
    unit = _UNIT.match(after)
    for pattern in (_LABEL, _BARE, _WORD):
        found = pattern.search(before)
        if found and (ends or (unit and pattern is _WORD)):
            return found[1].strip()[-_SHOWN:]
    sign = _SIGN.match(after) if not before.strip() else None
    if sign:
        return sign[1]
    comma = before.rstrip().endswith(",") and (not after.strip() or after.lstrip()[:1] in ",.;")
    return f"{before.rstrip()[-_SHOWN:]}" if comma else ""
