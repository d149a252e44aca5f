"""The words of a document that do not count: deleted with tracking, hidden, crossed out or faint, stretch by stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.sight import _signs
from botilbudlaege.rendering.word._styles import child, is_on
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

_P, _MARK, _DELETED = f"{W}p", f"{W}fldChar", f"{W}del"
_CODES = (f"{W}instrText", f"{W}delInstrText")
_WORDS = (f"{W}t", f"{W}delText", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPER = {"begin": 1, "end": -1}


class Unseen:
    """What somebody who reads a document passes by."""

    def __init__(self) -> None:
        self._stretches: list[list[str]] = [[]]

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(self._stretches)

    def begin(self) -> None:
        """Begin another stretch."""
        self._stretches.append([])

    def end(self) -> None:
        """End a stretch that has begun: what comes now does not go on from it."""
        if self._stretches[-1]:
            self.begin()

    def note(self, words: str) -> None:
        """Note words as a stretch of their own."""
        if words:
            self._stretches.append([words])

    def add(self, element: etree._Element, *, depth: int) -> None:
        """Note the words of what does not count; a code that stands in no field is printed by LibreOffice.

        Args:
            element: What is passed by.
            depth: How many fields of Word are open where it stands.
        """
        for each in element.iter(_P, *_WORDS, *_signs.SIGNS, _MARK, *_CODES):
            if each.tag == _P:
                self.begin()
            elif each.tag == _MARK:
                depth += _DEEPER.get(each.get(f"{W}fldCharType", ""), 0)
            elif depth > 0 and each.tag in _CODES:
                continue
            elif next(each.iterancestors(_FALLBACK), None) is None:
                is_text = each.tag in _WORDS or each.tag in _CODES
                self._stretches[-1].append(each.text or "" if is_text else _signs.character(each))

    def copy(self) -> Unseen:
        """Give the same, which does not change with it."""
        other = Unseen()
        other._stretches = [list(words) for words in self._stretches]
        return other

    def taken(self) -> tuple[str, ...]:
        """Give the stretches, and begin anew."""
        stretches, self._stretches = self._stretches, [[]]
        return tuple("".join(words) for words in stretches if words)


def has_no_end(paragraph: etree._Element) -> bool:
    """Tell whether the mark of a paragraph is deleted with tracking, or hidden before another paragraph."""
    look = child(child(paragraph, f"{W}pPr"), f"{W}rPr")
    for mark in () if look is None else look:
        if mark.tag == _DELETED:
            return True
        if mark.tag == f"{W}vanish" and is_on(mark):
            following = paragraph.getnext()
            return following is not None and following.tag == _P
    return False


def is_row_gone(row: etree._Element) -> bool:
    """Tell whether a row is deleted with tracking, or hidden."""
    marks = child(row, f"{W}trPr")
    return marks is not None and any(
        mark.tag == _DELETED or (mark.tag == f"{W}hidden" and is_on(mark)) for mark in marks
    )


def is_cell_gone(cell: etree._Element) -> bool:
    """Tell whether a cell is deleted with tracking."""
    return child(child(cell, f"{W}tcPr"), f"{W}cellDel") is not None
