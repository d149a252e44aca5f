"""The words that Word writes before the paragraphs of a list of itself, and that stand in no text."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from botilbudlaege.rendering.letters import _fonts
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

    from botilbudlaege.rendering.word._styles import Styles

_NUMBER = re.compile(r"%[1-9]")
_LEAST = 2
"""Letters beside a number; a single one is a figure in another way of counting."""
_CROSSES = frozenset("\uf0fb\uf0fd\uf078")
"""Signs that say no, by their names in Wingdings."""
_SIGNS = frozenset("•·∙‧◦●○◉◎■□▪▫◼◻▬◆◇❖✧★☆✦►▶▷▸➢➤→⇒‣⁃*+o>»✓✔-\u2010\u2011\u2012\u2013\u2014\u2212")
"""Signs before items that say nothing of them; any other may be read, as a cross or a question mark is."""
_IN_WORDS = frozenset({"cardinalText", "ordinalText"})


class Labels:
    """The words before the paragraphs of lists; most files have none.

    Args:
        styles: The styles and lists.
    """

    def __init__(self, styles: Styles) -> None:
        """Keep the lists."""
        self._styles = styles
        self._known: dict[tuple[str, int], str] = {}

    def before(self, paragraph: etree._Element) -> str:
        """Give the words before a paragraph, with a % for each number; nothing where there are figures or signs only."""
        if not self._any:
            return ""
        item = self._styles.list_of(paragraph)
        if item is None:
            return ""
        if item not in self._known:
            level = self._styles.levels(item[0]).get(item[1])
            self._known[item] = "" if level is None else _words(level)
        return self._known[item]

    @functools.cached_property
    def _any(self) -> bool:
        return any(_words(level) for level in self._styles.all_levels())


def _words(level: etree._Element) -> str:
    text = val(level.find(f"{W}lvlText"))
    own = _NUMBER.sub("", text)
    if own == text:
        return text if _says_something(own, val(level.find(f"{W}rPr/{W}rFonts"), "ascii")) else ""
    is_read = sum(map(str.isalpha, own)) >= _LEAST or any(map(str.isdigit, own))
    return text if is_read or val(level.find(f"{W}numFmt")) in _IN_WORDS else ""


def _says_something(sign: str, font: str) -> bool:
    """Tell whether the sign before an item is more than a sign; of fonts of pictures the crosses are known."""
    shown = (_fonts.in_font(char, font) for char in sign if not char.isspace())
    return any(
        char in _CROSSES or not (char in _SIGNS or unicodedata.category(char) in ("Co", "Cf"))
        for char in shown
    )
