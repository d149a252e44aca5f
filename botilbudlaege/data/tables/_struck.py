"""The text of a workbook that is crossed out: whole cells by their style, and parts of a text by its own looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STRIKE = b"strike"
"""What a part has somewhere that crosses anything out."""
STYLES, STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
_BLANKS = bytes.maketrans(b"\t\n\r'", b'   "')


def _element(name: bytes) -> re.Pattern[bytes]:
    prefix = rb"(?:[\w.-]+:)?"
    return re.compile(
        rb"<%b%b(?=[ />])([^<>]*?)(?:/>|>(.*?)</%b%b *>)" % (prefix, name, prefix, name), re.DOTALL
    )


_FONTS, _FONT = _element(b"fonts"), _element(b"font")
_FORMATS, _FORMAT = _element(b"cellXfs"), _element(b"xf")
_TEXT, _RUN, _WORDS = _element(b"si"), _element(b"r"), _element(b"t")
_STRUCK = re.compile(rb"<(?:[\w.-]+:)?strike(?: +val *= *\"(?:1|true)\")? */?>")
_OF_FONT = re.compile(rb' fontId *= *"([0-9]+)"')


@attrs.frozen
class Struck:
    """What is crossed out in a workbook.

    Args:
        formats: The numbers of the formats of cells that cross all of it out.
        whole: The numbers of the shared texts that are crossed out as a whole.
        parts: The numbers of those of which a part is.
    """

    formats: frozenset[bytes] = frozenset()
    whole: frozenset[bytes] = frozenset()
    parts: frozenset[bytes] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything is."""
        return bool(self.formats or self.whole or self.parts)


def struck(part: Callable[[str], bytes]) -> Struck:
    """Find what is crossed out.

    Args:
        part: Gives a part of the workbook; nothing where it crosses nothing out.
    """
    texts = [*_texts(part(STRINGS).translate(_BLANKS))]
    return Struck(
        frozenset(_formats(part(STYLES).translate(_BLANKS))),
        frozenset(b"%d" % number for number, is_whole in texts if is_whole),
        frozenset(b"%d" % number for number, is_whole in texts if not is_whole),
    )


def _formats(styles: bytes) -> Iterator[bytes]:
    fonts, formats = _FONTS.search(styles), _FORMATS.search(styles)
    if fonts is None or formats is None:
        return
    found = {
        b"%d" % number
        for number, font in enumerate(_FONT.finditer(fonts[2] or b""))
        if _STRUCK.search(font[2] or b"")
    }
    for number, each in enumerate(_FORMAT.finditer(formats[2] or b"")):
        font = _OF_FONT.search(each[1])
        if font is not None and font[1] in found:
            yield b"%d" % number


def _texts(strings: bytes) -> Iterator[tuple[int, bool]]:
    for number, text in enumerate(_TEXT.finditer(strings)):
        kind = of_text(text[2] or b"")
        if kind is not None:
            yield number, kind


def of_text(text: bytes) -> bool | None:
    """Tell whether a text with looks of its own is crossed out as a whole, or a part of it is; None where nothing is."""
    if STRIKE not in text:
        return None
    runs = [
        run
        for run in _RUN.finditer(text)
        if any((words[2] or b"").strip() for words in _WORDS.finditer(run[2] or b""))
    ]
    struck_ones = [_STRUCK.search(run[2]) is not None for run in runs]
    return all(struck_ones) if any(struck_ones) else None
