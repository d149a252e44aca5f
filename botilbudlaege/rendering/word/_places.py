"""Places in a Word file, told as a person who looks at it in Word would say them."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import Styles
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml import etree

    Where = Callable[[str, int, int], str]
    """Part, number of the paragraph in it (-1: none), number of the tag in the paragraph → place."""

_HEADER_OR_FOOTER = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<w:(hdr|ftr)[\s>]")
_NOTES = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<w:(footnotes|endnotes)[\s>]")
_KINDS = {b"hdr": "sidehovedet", b"ftr": "sidefoden", b"footnotes": "fodnoterne", b"endnotes": "slutnoterne"}
_ASKED = re.compile(rb"<w:(?:header|footer)Reference\b[^>]*?\br:id=[\"']([^\"']+)")
_WORDS = 60


def filled(parts: Mapping[str, bytes]) -> dict[str, str]:
    """List the parts that are filled, whatever their names: the document, headers and footers; each with its name."""
    found = {
        name: _HEADER_OR_FOOTER.match(content.lstrip(b"\xef\xbb\xbf")) for name, content in parts.items()
    }
    return {
        _package.DOCUMENT: "teksten",
        **{name: _KINDS[match[1]] for name, match in found.items() if match},
    }


def seen(parts: Mapping[str, bytes]) -> list[str]:
    """List the parts that a reader sees: the document, its notes, and the headers and footers that a section asks for."""
    relations = parts.get(_package.DOCUMENT_RELS)
    asked: set[str] | None = None
    if relations:
        ids = set(_ASKED.findall(parts[_package.DOCUMENT]))
        entries = [el for el in _package.parse(relations) if el.get("Id", "").encode() in ids]
        asked = {_package.resolved("word", entry.get("Target", "")) for entry in entries}
    around = [name for name in filled(parts) if name == _package.DOCUMENT or asked is None or name in asked]
    return [*around, *_notes(parts)]


def _notes(parts: Mapping[str, bytes]) -> dict[str, str]:
    found = {name: _NOTES.match(content.lstrip(b"\xef\xbb\xbf")) for name, content in parts.items()}
    return {name: _KINDS[match[1]] for name, match in found.items() if match}


def words(text: str) -> str:
    """Give the first words of a text, to be found again by."""
    short = " ".join(text.split())
    return short if len(short) <= _WORDS else f"{short[:_WORDS].rstrip()} …"


class Places:
    """The places of a package's paragraphs; each part is read when it is first asked for.

    Args:
        parts: The parts of the package.

    Called with part, paragraph and tag, as `Where`.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Keep the parts."""
        self._parts = parts
        self._names = {**filled(parts), **_notes(parts)}
        self._known: dict[str, list[str]] = {}

    def __call__(self, part: str, paragraph: int, tag: int) -> str:  # noqa: ARG002 - a place in Word is a paragraph
        """Say where a paragraph stands."""
        name = self._names.get(part, part)
        if paragraph < 0:
            return name
        if part not in self._known:
            self._known[part] = _places(_package.parse(self._parts[part]), self._styles)
        return f"{name}, {self._known[part][paragraph]}"

    @functools.cached_property
    def _styles(self) -> Styles:
        return Styles(self._parts)


def _places(root: etree._Element, styles: Styles) -> list[str]:
    """Say of every paragraph where it stands: under which heading, in which table, and its words."""
    walk = _Walk(styles)
    return [walk.place(paragraph) for paragraph in root.iter(f"{W}p")]


class _Walk:
    """What has been passed on the way through a part."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._heading = ""
        self._count = 0
        self._tables: dict[etree._Element, tuple[int, dict[etree._Element, int]]] = {}
        self._cells: dict[etree._Element, dict[etree._Element, int]] = {}

    def place(self, paragraph: etree._Element) -> str:
        text = words(paragraph_text(paragraph))
        shown = f": »{text}«" if text else ""
        under = f"under »{self._heading}«, " if self._heading else ""
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        if table is not None:
            return f"{under}{self._cell(paragraph, table)}{shown}"
        if self._styles.heading_level(paragraph):
            self._heading, self._count = text, 0
            return f"overskriften{shown or ' uden tekst'}"
        self._count += 1
        return f"{under}afsnit {self._count}{shown}"

    def _cell(self, paragraph: etree._Element, table: etree._Element) -> str:
        if table not in self._tables:
            self._tables[table] = (len(self._tables) + 1, _numbered(table.iter(f"{W}tr")))
        number, rows = self._tables[table]
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if row is None or cell is None or row not in rows:
            return f"tabel {number}"
        if row not in self._cells:
            self._cells[row] = _numbered(row.iter(f"{W}tc"))
        return f"tabel {number}, række {rows[row]}, kolonne {self._cells[row].get(cell, 1)}"


def _numbered(elements: Iterable[etree._Element]) -> dict[etree._Element, int]:
    return {element: number for number, element in enumerate(elements, start=1)}
