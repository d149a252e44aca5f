"""Fonts whose letters are pictures: a text in one of them shows something else than its letters."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import related, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from botilbudlaege.rendering.letters._theme import Theme

FONTS = f"{W}rFonts"
SLOTS = ("ascii", "hAnsi", "cs")
_THEMED = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}
_PICTURES = re.compile(
    r"(?:wingdings|webdings|symbol|(?:itc )?zapf ?dingbats|dingbats|marlett|mt extra|monotype sorts|bookshelf symbol"
    r"|ms outlook|ms reference specialty|standard ?symbols|opensymbol|starsymbol|euclid (?:symbol|extra|math)"
    r"|segoe (?:mdl2|fluent)|hololens mdl2|holomdl2|(?:adobe )?(?:not)?blank|redacted|flow (?:block|circular|rounded)"
    r"|[a-z ]*barcode|(?:free )?3 of 9|code ?(?:39|128)|c39|ean[ -]?13|font ?awesome|material (?:icons|symbols))\b.*"
    r"|d050000l|wing dings.*|last ?resort|(?:adobe )?notdef|invisible|(?:mt|lucida math|geographic|greek math) ?symbols?"
    r"|c39.*|code ean.*|upc[ -].*|idautomation.*|[a-z ]*(?:braille|morse code|semaphore|gallaudet)\b.*|tengwar.*"
    r"|(?:kruti dev|preeti|shusha|devlys)\b.*|(?:almanac|botanical|holidays|keystrokes|map symbols|parties|signs|vacation|transport) mt"
)
"""Fonts whose letters are signs, bars, dots, or the letters of another script."""
_SYMBOL_CHARSET = 2
_PRIVATE = 0xF000
_BYTE = 0x100
Font = tuple[bool, str]
"""Whether it is a name of the theme, and the name."""


def named(fonts: etree._Element) -> dict[str, Font]:
    """Give the fonts that a look names, by the kind of letters; the theme's go before those that are written."""
    found: dict[str, Font] = {}
    for slot in SLOTS:
        theme, name = val(fonts, _THEMED[slot]), val(fonts, slot)
        if theme or name:
            found[slot] = (True, theme) if theme else (False, name)
    if val(fonts, "hint") == "eastAsia" and val(fonts, "eastAsia"):
        found["hAnsi"] = False, val(fonts, "eastAsia")  # by which §, quotation marks and others are shown
    return found


class Fonts:
    """The fonts of a package, of which it tells whether their letters are pictures.

    Args:
        parts: The parts of the package.
        theme: Its theme.
    """

    def __init__(self, parts: Mapping[str, bytes], theme: Theme) -> None:
        """Keep the parts; what they say of fonts is read when it is first asked for."""
        self._parts = parts
        self._theme = theme
        self._known: dict[Font, bool] = {}

    def are_pictures(self, font: Font | None) -> bool:
        """Tell whether the letters of a font are pictures."""
        if font is None:
            return False
        if font not in self._known:
            themed, name = font
            name = (self._theme.font(name) if themed else name).strip().lower()
            others = (name, *self._table.get(name, ()))
            self._known[font] = any(_PICTURES.fullmatch(other) for other in others) or "" in others[1:]
        return self._known[font]

    @functools.cached_property
    def _table(self) -> dict[str, tuple[str, ...]]:
        """The other names of fonts; an empty one for a font that the file itself says has symbols."""
        content = self._parts.get(related(self._parts, "fontTable", "word/fontTable.xml"))
        found = {}
        for font in _package.read_only(content or b"<none/>").iter(f"{W}font"):
            others = [
                name.strip().lower() for name in val(font.find(f"{W}altName")).split(",") if name.strip()
            ]
            charset = val(font.find(f"{W}charset"))
            if re.fullmatch("[0-9A-Fa-f]{1,2}", charset) and int(charset, 16) == _SYMBOL_CHARSET:
                others.append("")
            found[val(font, "name").strip().lower()] = tuple(others)
        return found


def in_font(char: str, font: str) -> str:
    """Give a character as a font shows it; what is said of fonts elsewhere in the file does not count."""
    is_picture = _PICTURES.fullmatch(font.strip().lower()) is not None
    return as_pictures(char, plain=is_picture, others=is_picture)


def as_pictures(text: str, *, plain: bool, others: bool) -> str:
    """Give a text as the signs that a font of pictures shows for it, as Word numbers them.

    Args:
        text: The text.
        plain: Whether letters from A to Z, figures and stops are pictures.
        others: Whether the rest are, like æ.
    """
    return "".join(
        chr(_PRIVATE + ord(char))
        if (plain if char.isascii() else others and ord(char) < _BYTE) and char > " "
        else char
        for char in text
    )
