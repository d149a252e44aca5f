"""A part of a template as it is laid out: its paragraphs with their texts, and its tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import attrs

from botilbudlaege.rendering.sight._cells import table_of
from botilbudlaege.rendering.word._text import W, own_texts, paragraph_of

if TYPE_CHECKING:
    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._places import Where

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_VANISHES = re.compile(r"\s*\{%(?:p|tr) .*%\}\s*", re.DOTALL)
_ROW_TAG = re.compile(r"\s*\{%tr .*%\}\s*", re.DOTALL)


class Fault(NamedTuple):
    """A fault of form and the paragraph it stands in.

    Args:
        part: The part.
        number: The paragraph's number in it, or -1.
        told: What is said of it.
        once: What it is told of once a document: the first place is enough; empty for a fault that is told each time.
    """

    part: str
    number: int
    told: Finding
    once: str = ""

    def finding(self, where: Where) -> Finding:
        """Say it with its place."""
        return attrs.evolve(self.told, place=where(self.part, self.number, -1))


class Part:
    """A part that is filled, without what Word keeps for its old versions, and with its paragraphs' own texts.

    Args:
        name: Its name.
        root: Its XML, which is this object's own.
    """

    def __init__(self, name: str, root: etree._Element) -> None:
        """Number the paragraphs, as a place counts them."""
        self.name = name
        self.root = root
        self._numbers = {paragraph: count for count, paragraph in enumerate(root.iter(f"{W}p"))}
        for fallback in list(root.iter(_FALLBACK)):
            parent = fallback.getparent()
            if parent is not None:
                parent.remove(fallback)
        self.texts = own_texts(root, tabs=True)
        self._tags = {
            paragraph for paragraph, text in self.texts.items() if "{%" in text and _VANISHES.fullmatch(text)
        }

    def fault(self, element: etree._Element | None, told: Finding, *, once: str = "") -> Fault:
        """Give a fault at an element: the paragraph it stands in, else its first."""
        return Fault(self.name, self._number(element), told, once)

    def vanishes(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is a tag that leaves nothing."""
        return paragraph in self._tags

    def stays(self, element: etree._Element) -> bool:
        """Tell whether the paragraph that an element stands in is still there when the tags are gone."""
        own = paragraph_of(element)
        return own is None or not self.vanishes(own)

    def rows(self, table: etree._Element) -> list[etree._Element]:
        """List a table's own rows, without those that are a tag."""
        return [row for row in table.iter(f"{W}tr") if table_of(row) is table and not self._is_tag(row)]

    def _is_tag(self, row: etree._Element) -> bool:
        return _ROW_TAG.fullmatch("".join(self.texts.get(p, "") for p in row.iter(f"{W}p"))) is not None

    def _number(self, element: etree._Element | None) -> int:
        if element is None:
            return -1
        own = element if element.tag == f"{W}p" else next(element.iterancestors(f"{W}p"), None)
        if own is None:
            own = next(element.iter(f"{W}p"), None)
        return -1 if own is None else self._numbers.get(own, -1)
