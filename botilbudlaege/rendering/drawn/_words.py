"""The words that a drawing shows and that are no text of Word's: in shapes of other programs, and in letters drawn as figures."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.rendering.drawn._shapes import FALLBACK, VML, A
from botilbudlaege.rendering.word._styles import OFF, number
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator


_P, _T, _BREAK, _LOOK = (f"{A}{name}" for name in ("p", "t", "br", "rPr"))
_FILLS = (f"{A}noFill", f"{A}solidFill")
_HUNDREDTHS = 100
_LETTERS = f"{VML}textpath"
HOLDERS = (_P, _LETTERS)
_ELSEWHERE = (FALLBACK, f"{W}txbxContent")
"""Around words that are for older programs, or read as text."""


@attrs.frozen(eq=False)
class Piece:
    """Some words that look alike.

    Args:
        text: The words.
        fill: What their letters are filled with, as drawings say it; None where that is not said.
        size: How large they are in points; 0 where that is not said.
    """

    text: str
    fill: etree._Element | None = None
    size: float = 0.0


@attrs.frozen(eq=False)
class Words:
    """A line of words that are drawn.

    Args:
        element: What holds them.
        pieces: The words, in order.
    """

    element: etree._Element
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All of them."""
        return "".join(piece.text for piece in self.pieces)


def words(drawing: etree._Element) -> Iterator[Words]:
    """List the words of a drawing, for programs as they are now; those in text boxes are read as text."""
    for holder in drawing.iter(*HOLDERS):
        outer = itertools.takewhile(lambda each: each is not drawing, holder.iterancestors())
        if not any(each.tag in _ELSEWHERE for each in outer):
            found = Words(holder, tuple(_pieces(holder)))
            if found.text:
                yield found


def text_of(holder: etree._Element) -> str:
    """Give the words that one of `HOLDERS` holds."""
    return "".join(piece.text for piece in _pieces(holder))


def _pieces(holder: etree._Element) -> Iterator[Piece]:
    if holder.tag == _LETTERS:
        yield Piece("" if holder.get("on", "t") in (*OFF, "f") else holder.get("string", ""))
        return
    for element in holder.iter(_T, _BREAK):
        run = element.getparent()
        look = None if run is None else next(run.iterchildren(_LOOK), None)
        fills = () if look is None else look.iterchildren(*_FILLS)
        size = 0 if look is None else number(look.get("sz", ""))
        yield Piece(
            "\n" if element.tag == _BREAK else element.text or "", next(iter(fills), None), size / _HUNDREDTHS
        )
