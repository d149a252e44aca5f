"""The look of a run: whether a reader sees it, and what its letters are shown as."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.letters import _fonts, _marks
from botilbudlaege.rendering.letters._measures import POINT, twips
from botilbudlaege.rendering.word._styles import val

if TYPE_CHECKING:
    from botilbudlaege.rendering.letters._marks import Marks

_RAISED_FAR, _SMALL = 0.4, 0.85
"""How far letters are raised, in sizes, and how small they are beside the others, that are read as those of a power."""
ABOVE, BELOW = "\N{COMBINING ASTERISK ABOVE}", "\N{COMBINING DOUBLE RING BELOW}"
"""What follows each letter that is small above or below the others."""
_FIGURES_FIRST = re.compile(r"[\W_]*\d[\d.,:/]*")
_RAISINGS = {"superscript": ABOVE, "subscript": BELOW}
BACKWARDS = "\N{RIGHT-TO-LEFT OVERRIDE}"
"""What stands around a text whose figures and signs are shown from right to left."""


class Look(NamedTuple):
    """What a reader sees of a run.

    Args:
        hidden: Whether nothing is seen of it.
        struck: Whether it is crossed out.
        plain: Whether its plain letters show as pictures.
        others: Whether its other letters do, like æ.
        backwards: Whether its figures and signs stand from right to left.
        raised: The mark of letters that are small above or below the others; empty where they are not.
    """

    hidden: bool = False
    struck: bool = False
    plain: bool = False
    others: bool = False
    backwards: bool = False
    raised: str = ""

    @property
    def at_rest(self) -> Look:
        """The same, for what stands above the others by itself, as the mark of a note."""
        return self._replace(raised="") if self.raised else self

    def shows_pictures(self, text: str) -> bool:
        """Tell whether some letter of a text is shown as a picture."""
        is_some = self.plain or self.others
        return is_some and _fonts.as_pictures(text, plain=self.plain, others=self.others) != text

    def shown(self, text: str) -> str:
        """Give a text as it is shown."""
        if self.raised:
            text = "".join(f"{char}{self.raised}" if char.isalnum() else char for char in text)
        if self.backwards and text:
            text = f"{BACKWARDS}{text}{BACKWARDS}"
        if not (self.plain or self.others):
            return text
        return _fonts.as_pictures(text, plain=self.plain, others=self.others)


def is_reordered(text: str) -> bool:
    """Tell whether lines that begin at the right show a text in another order than it is written.

    What comes before the first letter stands at the right of it there, figure by figure; a tab parts the line in two.

    >>> is_reordered("Ordningen har 2 dele"), is_reordered("9.00 - 10.00"), is_reordered("3 timer")
    (False, True, True)
    """
    if "\t" in text.strip():
        return True
    found = _FIGURES_FIRST.match(text)
    return found is not None and any(map(str.isalnum, text[found.end() :]))


def lowered(text: str) -> str:
    """Give a text that is small above or below others as a whole as it is; one that is so in part keeps its marks."""
    for mark in (ABOVE, BELOW):
        if mark in text and text.count(mark) == sum(map(str.isalnum, text)):
            return text.replace(mark, "")
    return text


def raised(marks: Marks, among: Marks) -> str:
    """Give the mark of letters that are small above or below the others: a figure is read as another thing there.

    Args:
        marks: What is said of them.
        among: What is said of those that they stand among.
    """
    said = _RAISINGS.get(val(marks.get(_marks.RAISED)), "")
    if said or _marks.POSITION not in marks:
        return said
    size = _marks.size(marks)
    share = twips(val(marks[_marks.POSITION]), POINT / 2) / (size * POINT)
    if abs(share) < _RAISED_FAR or size > _marks.size(among) * _SMALL:
        return ""
    return ABOVE if share > 0 else BELOW
