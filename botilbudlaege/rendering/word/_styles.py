"""The styles and lists of a Word file, and what they say of its paragraphs and runs.

Whoever asks what a property comes to, down the chain of styles, asks `Styles`: `first` for a paragraph, `effective` for
a run.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from lxml import etree

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_T = TypeVar("_T")

STYLES = "word/styles.xml"
_NUMBERING = "word/numbering.xml"
_HEADING = re.compile(r"(?:heading|overskrift) ?([1-9])", re.IGNORECASE)
_TITLES = ("title", "titel")
_NO_HEADING = "9"
_SHAPE, _LOOK = f"{W}pPr", f"{W}rPr"
DEEPEST = 50
"""Styles that build on one another; nobody makes more, and a longer chain is cut."""
OFF = ("0", "false", "off")


def val(element: etree._Element | None, name: str = "val") -> str:
    """Give an attribute of Word's, or nothing."""
    return "" if element is None else element.get(f"{W}{name}", "")


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a property that is on or off is there and on."""
    return element is not None and val(element) not in OFF


def number(text: str, base: int = 10) -> int:
    """Read a number; what is none is 0."""
    try:
        return int(text, base)
    except ValueError:
        return 0


def child(parent: Iterable[etree._Element] | None, name: str) -> etree._Element | None:
    """Give the first child of a name, or the first of several elements; a path given to lxml takes ten times as long."""
    for element in () if parent is None else parent:
        if element.tag == name:
            return element
    return None


def within(holder: etree._Element | None, kind: str, name: str) -> etree._Element | None:
    """Give a property that stands in properties of a kind; a path given to lxml takes some times as long."""
    for properties in () if holder is None else holder.iterchildren(kind):
        for found in properties.iterchildren(name):
            return found
    return None


def first_of(holders: Iterable[etree._Element], kind: str, name: str) -> etree._Element | None:
    """Give a property of the first of several elements that has it."""
    found = (within(holder, kind, name) for holder in holders)
    return next((element for element in found if element is not None), None)


def related(parts: Mapping[str, bytes], kind: str, usual: str) -> str:
    """Give the part of a kind that the document leads to: its relationship says which; else the usual name."""
    ending = f"/{kind}"
    found = (
        target for _, said, target in _package.related(parts, _package.DOCUMENT) if said.endswith(ending)
    )
    return next(found, usual)


_NONE = b"<none/>"
_LARGE, _HUGE = (
    300_000,
    1_000_000,
)  # bytes of styles of which one is kept, or none: a tree takes ten times as much


@attrs.frozen(eq=False)
class _Sheet:
    """The styles of a file, which nobody changes: its root, its styles and those of the same ids, and what was asked of them."""

    root: etree._Element
    styles: dict[str, etree._Element]
    doubles: dict[str, list[etree._Element]]
    chains: dict[str, tuple[etree._Element, ...]] = attrs.field(factory=dict)
    levels: dict[str, int] = attrs.field(factory=dict)
    said: dict[tuple[str, str, str], etree._Element | None] = attrs.field(factory=dict)
    numbered: dict[str, tuple[etree._Element, ...]] = attrs.field(factory=dict)
    known: dict[str, Any] = attrs.field(factory=dict)


def _sheet(xml: bytes) -> _Sheet:
    """Read styles; the last are kept, since the same file is looked at for one thing after the other."""
    if len(xml) < _LARGE:
        return _kept(xml)
    return _last(xml) if len(xml) < _HUGE else _fresh(xml)


def _fresh(xml: bytes) -> _Sheet:
    root = _package.parse(xml)
    styles: dict[str, etree._Element] = {}
    doubles: dict[str, list[etree._Element]] = {}
    for style in root.iter(f"{W}style"):
        first = styles.setdefault(val(style, "styleId"), style)
        if first is not style:
            doubles.setdefault(val(style, "styleId"), []).append(style)
    return _Sheet(root, styles, doubles)


_kept, _last = (functools.lru_cache(maxsize=most)(_fresh) for most in (4, 1))


class Styles:
    """The styles and lists of a package; empty where it has none.

    Args:
        parts: The parts of the package.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Read them."""
        self._parts = parts
        self._sheet = sheet = _sheet(parts.get(related(parts, "styles", STYLES), _NONE))
        self._styles, self._doubles = sheet.styles, sheet.doubles
        self._own: dict[etree._Element, str] = {}
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._default = self.default("paragraph")
        self.defaults = sheet.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.shape = sheet.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")

    def known(self, what: str, make: Callable[[], _T]) -> _T:
        """Give what follows from the styles alone: of files of the same styles it is made once."""
        if what not in self._sheet.known:
            self._sheet.known[what] = make()
        found: _T = self._sheet.known[what]
        return found

    def all(self) -> Iterable[etree._Element]:
        """List the styles."""
        return self._styles.values()

    def default(self, kind: str) -> str:
        """Give the id of the style that stands where none is named, of a kind: `paragraph`, `character` or `table`.

        Of several the last, as the standard has it.
        """
        return self.known("defaults", self._defaults).get(kind, "")

    def _defaults(self) -> dict[str, str]:
        marked = ("1", "true", "on")
        styles = self._styles.items()
        return {val(style, "type"): key for key, style in styles if val(style, "default") in marked}

    def style_of(self, paragraph: etree._Element) -> str:
        """Give the id of a paragraph's style."""
        if paragraph not in self._own:
            self._own[paragraph] = val(within(paragraph, _SHAPE, f"{W}pStyle")) or self._default
        return self._own[paragraph]

    def chain(self, style: str) -> tuple[etree._Element, ...]:
        """Give a style and those it builds on, the nearest first; of one id all, since programs differ in which counts."""
        chains = self._sheet.chains
        if style not in chains:
            found: list[etree._Element] = []
            element = self._styles.get(style)
            while element is not None and element not in found and len(found) < DEEPEST:
                found += [element, *self._doubles.get(val(element, "styleId"), ())][: DEEPEST - len(found)]
                element = self._styles.get(val(element.find(f"{W}basedOn")))
            chains[style] = tuple(found)
        return chains[style]

    def named(self, name: str) -> str:
        """Give the id of the style of this name in Word's own English, or nothing."""
        return self.known("names", self._names).get(name, "")

    def _names(self) -> dict[str, str]:
        return {_name(style).lower(): key for key, style in reversed(self._styles.items())}

    def is_title(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is in Word's style for titles."""
        key, titles = self.style_of(paragraph), self.known("titles", dict[str, bool])
        if key not in titles:
            style = self._styles.get(key)
            titles[key] = key.lower() in _TITLES or (style is not None and _name(style).lower() in _TITLES)
        return titles[key]

    def heading_level(self, paragraph: etree._Element) -> int:
        """Give the level of a heading, by its style or one that it builds on; 0 for a paragraph that is none."""
        style, levels = self.style_of(paragraph), self._sheet.levels
        if style not in levels:
            levels[style] = self._heading_level(style)
        return levels[style]

    def _heading_level(self, key: str) -> int:
        for style in self.chain(key):
            match = _HEADING.fullmatch(_name(style)) or _HEADING.fullmatch(val(style, "styleId"))
            if match is not None:
                return int(match[1])
            if val(style.find(f"{W}pPr/{W}outlineLvl")) == _NO_HEADING:
                return 0
        match = _HEADING.fullmatch(key)
        return 0 if match is None else int(match[1])

    def first(self, paragraph: etree._Element, name: str) -> etree._Element | None:
        """Give a property of a paragraph: its own, else its style's."""
        own = within(paragraph, _SHAPE, f"{W}{name}")
        return self._of_style(self.style_of(paragraph), _SHAPE, name) if own is None else own

    def _of_style(self, style: str, kind: str, name: str) -> etree._Element | None:
        """Give a property of a style: its own, else that of the nearest that it builds on."""
        key, said = (style, kind, name), self._sheet.said
        if key not in said:
            said[key] = first_of(self.chain(style), kind, f"{W}{name}")
        return said[key]

    def of_letters(self, run: etree._Element, name: str) -> etree._Element | None:
        """Give a property of a run: its own, else that of the style of its letters, else of its paragraph's."""
        found = within(run, _LOOK, f"{W}{name}")
        if found is None:
            found = self._of_style(val(within(run, _LOOK, f"{W}rStyle")), _LOOK, name)
        paragraph = paragraph_of(run) if found is None else None
        return found if paragraph is None else self._of_style(self.style_of(paragraph), _LOOK, name)

    def effective(
        self, run: etree._Element, name: str, *, table: Iterable[etree._Element] = ()
    ) -> etree._Element | None:
        """Give a property of a run as Word works it out: down its styles, then its table's, else the file's defaults.

        Args:
            run: The run.
            name: The property, like `color`.
            table: What the table's style says of the cell that the run stands in, the nearest first.
        """
        found = self.of_letters(run, name)
        if found is None:
            found = first_of(table, _LOOK, f"{W}{name}")
        return self.defaults.find(f"{W}{name}") if found is None and self.defaults is not None else found

    @functools.cached_property
    def _lists(self) -> dict[str, etree._Element]:
        return {val(num, "numId"): num for num in self._numbering.iter(f"{W}num")}

    @functools.cached_property
    def _abstract(self) -> dict[str, etree._Element]:
        return {val(kind, "abstractNumId"): kind for kind in self._numbering.iter(f"{W}abstractNum")}

    @functools.cached_property
    def _numbering(self) -> etree._Element:
        return _package.read_only(self._parts.get(related(self._parts, "numbering", _NUMBERING), _NONE))

    def list_of(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Give the list that a paragraph stands in and its level, or None."""
        own, style = within(paragraph, _SHAPE, f"{W}numPr"), self.style_of(paragraph)
        return self.list_of_style(style) if own is None else self._item(own, style)

    def level_of(self, paragraph: etree._Element) -> etree._Element | None:
        """Give the level of the list that a paragraph stands in, or None."""
        item = self.list_of(paragraph)
        return None if item is None else self.levels(item[0]).get(item[1])

    def list_of_style(self, style: str) -> tuple[str, int] | None:
        """Give the list that a style puts its paragraphs in and its level, or None."""
        items = self.known("items", dict[str, tuple[str, int] | None])
        if style not in items:
            items[style] = self._item(None, style)
        return items[style]

    def _item(self, own: etree._Element | None, style: str) -> tuple[str, int] | None:
        numbered = self._sheet.numbered
        if style not in numbered:
            inherited = (within(holder, _SHAPE, f"{W}numPr") for holder in self.chain(style))
            numbered[style] = tuple(item for item in inherited if item is not None)
        found = numbered[style] if own is None else (own, *numbered[style])
        key = next(filter(None, (val(item.find(f"{W}numId")) for item in found)), "")
        level = next(filter(None, (val(item.find(f"{W}ilvl")) for item in found)), "0")
        return (key, number(level)) if key not in ("", "0") else None

    def all_levels(self) -> Iterable[etree._Element]:
        """List the levels of all lists."""
        return self._numbering.iter(f"{W}lvl")

    def levels(self, key: str) -> Mapping[int, etree._Element]:
        """Give the levels of a list."""
        if key not in self._levels:
            self._levels[key] = self._levels_of(key)
        return self._levels[key]

    def _levels_of(self, key: str) -> dict[int, etree._Element]:
        num = self._lists.get(key)
        kind = None if num is None else self._kind(num)
        found = (
            {} if kind is None else {number(val(level, "ilvl")): level for level in kind.findall(f"{W}lvl")}
        )
        changed = [] if num is None else num.findall(f"{W}lvlOverride/{W}lvl")
        return found | {number(val(level, "ilvl")): level for level in changed}

    def kind_of_list(self, key: str) -> str:
        """Give the id of the definition that a list counts with: lists of one definition go on from each other."""
        num = self._lists.get(key)
        kind = None if num is None else self._kind(num)
        return val(kind, "abstractNumId")

    def restart(self, key: str, level: int) -> int | None:
        """Give the number that a list begins its level with of its own, or None."""
        num = self._lists.get(key)
        for override in () if num is None else num.iterfind(f"{W}lvlOverride"):
            start = val(override.find(f"{W}startOverride"))
            if number(val(override, "ilvl")) == level and start:
                return number(start)
        return None

    def _kind(self, num: etree._Element) -> etree._Element | None:
        """Give the definition of a list; one that only names a style has it with that style."""
        kind = self._abstract.get(val(num.find(f"{W}abstractNumId")))
        link = "" if kind is None else val(kind.find(f"{W}numStyleLink"))
        item = self.list_of_style(link) if link else None
        other = None if item is None else self._lists.get(item[0])
        return kind if other is None else self._abstract.get(val(other.find(f"{W}abstractNumId")))


def _name(style: etree._Element) -> str:
    return val(style.find(f"{W}name"))
