"""Places without an answer that nothing in a file's text tells: they get a mark, so that no final is made with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import COLOURED, IN_BRACKETS, LEFT, OCCASION
from botilbudlaege.packs.surroundings._empty import EMPTY
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from botilbudlaege.packs.forms._spot import Spot

_UNSEEN = EMPTY | COLOURED | LEFT | {OCCASION, IN_BRACKETS, "fyldtegn"}
_SEEN = {
    "linje": re.compile(r"_{3,}|\.{5,}"),
    "klammer": re.compile(r"[^\W\d_]{2,}"),
    "kryds": re.compile(r"^[xX]{4,}$"),
}
"""What `check` sees for itself, of kinds of places that it does not always see."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SIGNS = re.compile(r"[\[\]{}%#()]")


def is_unseen(spot: Spot) -> bool:
    """Tell a place that would stand in a final as if it were wording: a drawn line, "NN", an old name in a control."""
    if spot.kind in _SEEN:
        return _SEEN[spot.kind].search(spot.text) is None
    return spot.kind in _UNSEEN or _is_filled(spot)


def _is_filled(spot: Spot) -> bool:
    """Tell a content control that holds words of its own, and no prompt and no box to tick."""
    if spot.kind != "kontrol" or spot.words == "☐" or spot.element is None:
        return False
    return spot.element.find(f"{W}sdtPr/{W}showingPlcHdr") is None and bool(re.search(r"\w", spot.text))


def mark(spot: Spot) -> str:
    """Give the mark of a place: its words in brackets, or what asks for something there."""
    if spot.kind == OCCASION:
        return "[hvilken anledning?] "
    words = _plain(spot.text)
    if _WORD.search(words):
        return f"[{words}]"
    label = words.strip("_. …●") or _plain(" ".join(re.findall(r"»(.*?):?«", spot.asked)))
    return f"[udfyldes: {label}]" if label else "[udfyldes]"


def _plain(words: str) -> str:
    return " ".join(_SIGNS.sub("", words).split())
