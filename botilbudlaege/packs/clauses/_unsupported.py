"""Markdown that a clause cannot have, and what only looks as if it had it, each with what is to be done."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from botilbudlaege.packs.clauses import _findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from botilbudlaege.errors import Finding

LEVELS = 3  # of lists, as many as the list styles of the templates have
_NAMES = {
    "heading": "en overskrift",
    "blockquote": "et citat",
    "link": "et link",
    "image": "et billede",
    "code_inline": "kode",
    "code_block": "et indrykket afsnit",
    "fence": "en kodeblok",
    "hr": "en vandret streg",
    "hardbreak": "et linjeskift med to mellemrum eller \\",
    "liste": "en liste, der ikke begynder med 1. eller -",
    "niveau": f"en liste i mere end {LEVELS} niveauer",
    "stjerne": "en stjerne, som hverken åbner eller lukker fed eller kursiv",
    "i ord": "fed eller kursiv midt i et ord eller et tal",
    "tabel": "en tabel",
    "afsnit": "et afsnit mere i et punkt af en liste",
    "numre": "en liste, hvis numre ikke følger efter hinanden",
    "html": "HTML",
    "fodnote": "en fodnote",
    "felt": "et felt til at krydse af",
    "overstregning": "en overstregning",
    "linjer": "linjer, der ligner punkter i en liste, og som bliver til ét afsnit",
}
_ENTRIES = {
    "liste": _findings.LIST_MARK,
    "stjerne": _findings.LONE_STAR,
    "niveau": _findings.LIST_LEVELS,
    "i ord": _findings.EMPHASIS_IN_WORD,
    "afsnit": _findings.SECOND_PARAGRAPH,
    "numre": _findings.LIST_NUMBERS,
    "linjer": _findings.LINES_LIKE_ITEMS,
}
_ODD = {
    "html": re.compile(
        r"</?(?:a|b|br|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|span|strong|su[bp]|table|t[dhr]|u|ul)\b[^<>]*>|<!--",
        re.IGNORECASE,
    ),
    "fodnote": re.compile(r"\[\^"),
    "felt": re.compile(r"^\[[ xX]\] "),
    "overstregning": re.compile("~~"),
}
"""What other dialects of Markdown have, and would stand here as it is written."""
_VALUE = "{{"
"""Stands for a value that is not known yet."""
_BREAK = Token("softbreak", "", 0)
_SIGN = re.compile(r"[•·▪◦‣●○■□➢✓] ?\S")
"""A line that begins with the sign of an item."""
_ITEMS = tuple(
    map(
        re.compile, (r"[a-zæøå]{1,2}\) ", r"[–—] ", r"\(?\d+\) ", r"[ivx]+[.)] ", r"\d+(?:\.\d+)+\.? ", r"o ")
    )
)
"""How a line begins that may be an item: where two of a paragraph begin so, they are."""


class Unsupported(Exception):
    """A kind of Markdown that clauses do not have, and its line, from 0."""

    def __init__(self, kind: str, line: int) -> None:
        """Keep both."""
        super().__init__(kind, line)
        self._kind = kind
        self._line = line

    def finding(self, place: str) -> Finding:
        """Say it of a clause, by its file as people see it."""
        entry = _ENTRIES.get(self._kind, _findings.CLAUSE_MARKDOWN)
        return entry(place=f"{place}, linje {self._line + 1}", hvad=_NAMES.get(self._kind, self._kind))


def see_odd(children: Sequence[Token], line: int) -> None:
    """See that nothing is meant that a clause does not have, and would be printed as it is written, or otherwise.

    Args:
        children: The pieces of a paragraph.
        line: The line on which it begins, from 0.

    Raises:
        Unsupported: Something is.
    """
    if _within_word(children):
        raise Unsupported("i ord", line)
    texts = [child.content for child in children if child.type == "text"]
    for kind, mark in _ODD.items():
        if any(map(mark.search, texts)):
            raise Unsupported(kind, line)
    if _has_items(children):
        raise Unsupported("linjer", line)


def _within_word(children: Sequence[Token]) -> bool:
    """Tell whether bold or italic begins or ends between two letters or digits, as in `2*3*4`; made by `_`, also beside a value."""
    for number, child in enumerate(children):
        if child.type.endswith(("_open", "_close")):
            beside = (_letter(reversed(children[:number]), last=True), _letter(children[number + 1 :]))
            if "" not in beside and (child.markup[:1] == "_" or _VALUE not in beside):
                return True
    return False


def _letter(children: Iterable[Token], *, last: bool = False) -> str:
    """Give the letter or digit with which pieces begin, or end; `_VALUE` for a tag, and nothing for any other sign."""
    said = next((child for child in children if child.content), None)
    if said is None:
        return ""
    if said.type == "tag":
        return _VALUE if said.content.startswith("{{") else ""
    sign = said.content[-1:] if last else said.content[:1]
    return sign if sign.isalnum() else ""


def _has_items(children: Sequence[Token]) -> bool:
    """Tell whether lines of a paragraph, which become one text, look like the items of a list."""
    if not any(child.type == "softbreak" for child in children):
        return False
    starts = [
        next_.content for child, next_ in itertools.pairwise([_BREAK, *children]) if child.type == "softbreak"
    ]
    if any(map(_SIGN.match, starts[1:])):
        return True
    return any(sum(item.match(start) is not None for start in starts) > 1 for item in _ITEMS)
