"""Places in a Word file, told as a person who looks at it in Word would say them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _known, _package
from botilbudlaege.rendering.word._styles import STYLES, Styles
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml import etree

    Where = Callable[[str, int, int], str]
    """Part, number of the paragraph in it (-1: none), number of the tag in the paragraph → place."""
    Spot = Callable[[etree._Element], str]  # noqa: SLF001 - lxml has no other name for it
    """An element → place."""

_FILLED = {"header": "sidehovedet", "footer": "sidefoden"}
_NOTES = {_known.KINDS[kind].part: _known.KINDS[kind].place for kind in ("footnotes", "endnotes")}
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_OFFICE = f"{_known.OFFICE}/"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORDS = 60


def filled(parts: Mapping[str, bytes]) -> dict[str, str]:
    """List the parts that are filled, whatever their names: the document, headers and footers; each with its name."""
    return {_package.DOCUMENT: "teksten", **_around(parts)}


def seen(
    parts: Mapping[str, bytes], *, read: Callable[[bytes], etree._Element] = _package.parse
) -> dict[str, etree._Element]:
    """Read the parts that a reader sees: the document, its notes, and the headers and footers that a section asks for.

    Args:
        parts: The parts of the package.
        read: What reads one: `_package.read_only` where they are only looked at.
    """
    document = read(parts[_package.DOCUMENT])
    asked = {reference.get(_ID) for reference in document.iter(*_REFERENCES)}
    around = {
        target
        for rid, kind, target in _package.related(parts, _package.DOCUMENT)
        if kind.removeprefix(_OFFICE) in _FILLED and rid in asked
    }
    others = [
        *(name for name in _around(parts) if name in around),
        *(name for name in _NOTES if name in parts),
    ]
    return {_package.DOCUMENT: document, **{name: read(parts[name]) for name in others}}


def _around(parts: Mapping[str, bytes]) -> dict[str, str]:
    """List the headers and footers that the document leads to, in the order of the file; each with its name."""
    names = {
        target: _FILLED[kind.removeprefix(_OFFICE)]
        for _, kind, target in _package.related(parts, _package.DOCUMENT)
        if kind.removeprefix(_OFFICE) in _FILLED
    }
    return {name: names[name] for name in parts if name in names}


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
        self._names = {_package.DOCUMENT: "teksten", **_around(parts), **_NOTES, STYLES: "typografierne"}
        self._known: dict[str, list[Callable[[], str]]] = {}

    def __call__(self, part: str, paragraph: int, tag: int) -> str:  # noqa: ARG002 - a place in Word is a paragraph
        """Say where a paragraph stands."""
        name = self._names.get(part, part)
        if paragraph < 0:
            return name
        if part not in self._known:
            self._known[part] = _places(_package.read_only(self._parts[part]), self._styles)
        return f"{name}, {self._known[part][paragraph]()}"

    @functools.cached_property
    def _styles(self) -> Styles:
        return Styles(self._parts)


def _places(root: etree._Element, styles: Styles) -> list[Callable[[], str]]:
    """Say of every paragraph, when it is asked for, where it stands: under which heading, in which table, and its words."""
    walk = _Walk(styles)
    return [walk.place(paragraph) for paragraph in root.iter(f"{W}p")]


class _Walk:
    """What has been passed on the way through a part."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._heading = ""
        self._count = 0
        self._tables: dict[etree._Element, int] = {}
        self._rows: dict[etree._Element, dict[etree._Element, int]] = {}
        self._cells: dict[etree._Element, dict[etree._Element, int]] = {}

    def place(self, paragraph: etree._Element) -> Callable[[], str]:
        heading, table = self._heading, next(paragraph.iterancestors(f"{W}tbl"), None)
        if table is not None:
            self._tables.setdefault(table, len(self._tables) + 1)
            return lambda: f"{_under(heading)}{self._cell(paragraph, table)}{_shown(paragraph)}"
        if self._styles.heading_level(paragraph):
            self._heading, self._count = words(paragraph_text(paragraph)), 0
            return lambda: f"overskriften{_shown(paragraph) or ' uden tekst'}"
        self._count += 1
        count = self._count
        return lambda: f"{_under(heading)}afsnit {count}{_shown(paragraph)}"

    def _cell(self, paragraph: etree._Element, table: etree._Element) -> str:
        if table not in self._rows:
            self._rows[table] = _numbered(table.iter(f"{W}tr"))
        number, rows = self._tables[table], self._rows[table]
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if row is None or cell is None or row not in rows:
            return f"tabel {number}"
        if row not in self._cells:
            self._cells[row] = _numbered(row.iter(f"{W}tc"))
        return f"tabel {number}, række {rows[row]}, kolonne {self._cells[row].get(cell, 1)}"


def _under(heading: str) -> str:
    return f"under »{heading}«, " if heading else ""


def _shown(paragraph: etree._Element) -> str:
    text = words(paragraph_text(paragraph))
    return f": »{text}«" if text else ""


def _numbered(elements: Iterable[etree._Element]) -> dict[etree._Element, int]:
    return {element: number for number, element in enumerate(elements, start=1)}


def spots(root: etree._Element, part: str, where: Where) -> Spot:
    """Give what says where an element of a part stands."""
    numbers: dict[etree._Element, int] = {}  # most parts have nothing that is told

    def spot(element: etree._Element) -> str:
        own = element if element.tag == f"{W}p" else next(element.iterancestors(f"{W}p"), None)
        if own is None:  # around whole paragraphs: the first of them
            own = next(element.iter(f"{W}p"), None)
        if own is None:
            around = element.iterancestors(*(f"{W}{name}" for name in ("tc", "tr", "tbl")))
            own = next((paragraph for each in around for paragraph in each.iter(f"{W}p")), None)
        if not numbers:
            numbers.update((paragraph, number) for number, paragraph in enumerate(root.iter(f"{W}p")))
        return where(part, -1 if own is None else numbers[own], -1)

    return spot
