"""The characters of a table: what they were written as, and what is no character of a text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from botilbudlaege.data.tables import _findings

if TYPE_CHECKING:
    from botilbudlaege.data.tables._bounds import Cell

_DANGEROUS = frozenset("=+-−@")
_LEADS = frozenset("\t\r\n")  # what spreadsheets pass over, and a formula may follow
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"))
"""What has neither width nor shape; the signs that turn text are left, and refused."""
_STROKE = re.compile("([oO])[\u0337\u0338]")
"""An ø of two signs, which is no letter of Unicode."""
_LOST = "\ufffd"
_ODD = (*map(chr, _UNSEEN), _LOST, "\u0337", "\u0338")
_DANISH = frozenset("æøåÆØÅ")
_MEANT = "æøåÆØÅéÉüÜöÖäÄ–—’‘“”»«§°·\u00a0"
"""What is looked for where a text was encoded twice: Danish letters and their neighbours, and what word processors put in."""
_ESCAPED = re.compile("_x000[9ADad]_")
_WORD = re.compile(r"[^\W\d_]+")
_LIKELY = re.compile(r"[A-ZÆØÅ]?[a-zæøåéüöä]+|[A-ZÆØÅ]+")
_OLD = {"DOS (CP850)": "cp850", "Mac (Mac OS Roman)": "mac_roman"}
_READ_AS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp865")


def _misread(text: str, codec: str) -> str:
    """Give a text as it looks when its UTF-8 is read as something else; a byte that means nothing there is a sign by itself."""
    return "".join(
        bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode("utf-8", "surrogatepass")
    )


def _double() -> tuple[re.Pattern[str], tuple[str, ...]]:
    once = {_misread(char, codec) for char in _MEANT for codec in _READ_AS}
    twice = {_misread(text, codec) for text in once for codec in _READ_AS}
    firsts = tuple({text[0] for text in once | twice})
    each = "|".join(sorted(map(re.escape, once | twice), key=len))
    return re.compile(f"(?=[{re.escape(''.join(sorted(firsts)))}])(?:{each})"), firsts


_DOUBLE, _FIRSTS = _double()
"""Letters in UTF-8 that were read as Windows, Mac or DOS, once or twice more."""
_PLAIN = re.compile(f"[\0-\x7f{''.join(sorted(_DANISH.difference(_FIRSTS)))}]*")
"""A text that is meant as it is written: most are."""


def cleaned(text: str) -> Cell:
    """Give a text as it is meant: its letters composed, without what cannot be seen; None where nothing is left.

    What tells that letters were lost or read wrongly is a finding.
    """
    if not _PLAIN.fullmatch(text):
        text = _STROKE.sub(_with_stroke, unicodedata.normalize("NFC", text.translate(_UNSEEN)))
        if _LOST in text:
            return _findings.LOST_LETTER()
        if _DOUBLE.search(text):
            return _findings.DOUBLE_ENCODED_CELL()
    return unguarded(text)


def _with_stroke(letter: re.Match[str]) -> str:
    return "ø" if letter[1] == "o" else "Ø"


def unescaped(text: str) -> str:
    """Take out the line ends and tabs of a workbook that a program has copied as they are escaped there.

    >>> unescaped("Æblehaven_x000D_")
    'Æblehaven '
    """
    return _ESCAPED.sub(" ", text)


def unguarded(cell: str) -> str | None:
    """Take away the apostrophe that keeps a spreadsheet from taking a text for a formula.

    In a workbook too: one that was opened from such a file and saved again still has it.
    """
    text = cell[1:] if cell[:1] == "'" and looks_guarded(cell) else cell
    return text if text and not text.isspace() else None


def looks_guarded(cell: str) -> bool:
    """Tell whether a text begins as one that was guarded."""
    return cell[:1] == "'" and (cell[1:2] == "'" or may_be_formula(cell[1:]))


def may_be_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula: also in full width or small, and after blanks."""
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])[:1]
    return first in _DANGEROUS or text[:1] in _LEADS


def double_encoded(text: str) -> bool:
    """Tell whether Danish letters were written in UTF-8 and read as something else on the way."""
    return any(first in text for first in _FIRSTS) and _DOUBLE.search(text) is not None


def is_composed(text: str) -> bool:
    """Tell whether a text has neither letters that are to be composed nor signs that are not seen or were lost."""
    return unicodedata.is_normalized("NFC", text) and not any(sign in text for sign in _ODD)


def has_danish(text: str) -> bool:
    """Tell whether a text has a letter that is Danish alone."""
    return any(letter in text for letter in _DANISH)


def old_charset(content: bytes) -> str | None:
    """Name the old character set that a file was written in; None where it has Danish letters as Windows writes them.

    >>> old_charset("Æblehaven på Højen".encode("cp850"))
    'DOS (CP850)'
    """
    if has_danish(content.decode("cp1252", errors="replace")):
        return None
    return next((name for name, codec in _OLD.items() if _fits(content.decode(codec))), None)


def _fits(text: str) -> bool:
    """Tell whether the letters beyond ASCII are those of Danish words, each where a word can have it."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    right = [word for word in words if _is_danish(word)]
    others = sum(not char.isascii() for char in text) - sum(not char.isascii() for char in "".join(right))
    return len(right) > others


def _is_danish(word: str) -> bool:
    return (
        not _DANISH.isdisjoint(word)
        and any(char.isascii() for char in word)
        and _LIKELY.fullmatch(word) is not None
    )
