"""The numbers that Word writes before the paragraphs of lists, counted as Word counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.sight import _visible
from botilbudlaege.rendering.word import _known, _package
from botilbudlaege.rendering.word._styles import STYLES, Styles, is_on, number, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from botilbudlaege.rendering.living._readback import Living

_NUMBERING = _known.KINDS["numbering"].part
_PLACE = re.compile(r"%([1-9])")
_LETTERS = 26
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 4_000
"""More items than a list of letters or Roman numbers has."""
_IN_FIGURES = frozenset({"decimal", "decimalZero", "ordinal"})
_UNNUMBERED = frozenset({"bullet", "none"})


def are_alike(one: Living, other: Living) -> bool:
    """Tell whether the lists of two documents are written alike, so that there is nothing to count."""
    same = all(one.parts.get(name) == other.parts.get(name) for name in (_NUMBERING, STYLES))
    return same and _asked(one.roots) == _asked(other.roots)


def _asked(roots: Mapping[str, etree._Element]) -> list[str]:
    """List what the paragraphs themselves say of their lists."""
    return [val(each) for each in roots[_package.DOCUMENT].iter(f"{W}numId", f"{W}ilvl", f"{W}pStyle")]


def numbers(parts: Mapping[str, bytes], root: etree._Element) -> dict[int, str]:
    """Give the numbers of paragraphs of a part, by the number of the paragraph; what has none is not there.

    Args:
        parts: The parts of the package.
        root: The part.
    """
    counts = _Counts(Styles(parts), _visible.Visibility(parts))
    found = ((place, counts.next(paragraph)) for place, paragraph in enumerate(root.iter(f"{W}p")))
    return {place: text for place, text in found if text}


class _Counts:
    """How far the lists of a document have come.

    Args:
        styles: The styles and lists.
        visible: Tells which numbers are not there for a reader.
    """

    def __init__(self, styles: Styles, visible: _visible.Visibility) -> None:
        self._styles, self._visible = styles, visible
        self._levels: dict[str, Mapping[int, etree._Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, paragraph: etree._Element) -> str:
        """Count a paragraph; give its number as it is written, or nothing."""
        item = self._styles.list_of(paragraph)
        if item is None:
            return ""
        key, level = item
        if key not in self._levels:
            self._levels[key] = self._styles.levels(key)
        if level not in self._levels[key]:
            return ""
        counts = self._counts.setdefault(self._styles.kind_of_list(key), {})
        starts = None if (key, level) in self._begun else self._styles.restart(key, level)
        self._begun.add((key, level))
        counts[level] = starts if starts is not None else counts.get(level, self._start(key, level) - 1) + 1
        for deeper in [each for each in counts if each > level and self._begins_anew(key, each, level)]:
            del counts[deeper]
        is_hidden = self._visible.hides_number(paragraph, self._levels[key][level])
        return "" if is_hidden else self._written(key, level, counts)

    def _begins_anew(self, key: str, deeper: int, level: int) -> bool:
        """Tell whether a level counts from its start again after one above it; a list may say after which."""
        said = self._levels[key][deeper].find(f"{W}lvlRestart") if deeper in self._levels[key] else None
        return said is None or level < number(val(said))

    def _start(self, key: str, level: int) -> int:
        start = val(self._levels[key][level].find(f"{W}start")) if level in self._levels[key] else ""
        return number(start) if start else 1

    def _written(self, key: str, level: int, counts: Mapping[int, int]) -> str:
        levels = self._levels[key]
        if _format(levels[level]) in _UNNUMBERED:
            return ""

        legal = levels[level].find(f"{W}isLgl")
        is_legal = legal is not None and is_on(legal)

        def counted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            style = _format(levels[at]) if at in levels and not is_legal else "decimal"
            return _said(counts.get(at, self._start(key, at)), style)

        text = val(levels[level].find(f"{W}lvlText"))
        return _PLACE.sub(counted, text).strip() if _PLACE.search(text) else ""


def _format(level: etree._Element) -> str:
    return (
        val(next(level.iter(f"{W}numFmt"), None)) or "decimal"
    )  # a form of one's own stands among alternatives


def _said(count: int, style: str) -> str:
    if not 0 < count <= _MOST:
        text = str(count)
    elif style.endswith("Letter"):
        text = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)
    elif style.endswith("Roman"):
        text = "".join(_roman(count))
    else:
        text = str(count) if style in _IN_FIGURES else f"{count} ({style})"
    return text.upper() if style.startswith("upper") else text


def _roman(count: int) -> Iterator[str]:
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        yield sign * times


def changed(fresh: Living, now: Living) -> Iterator[tuple[int, str, str]]:
    """List the paragraphs of the text that have another number than they were made with, with both; of those in a row the first.

    Args:
        fresh: The document as it was made.
        now: The document.
    """
    before, after = _numbered(fresh), _numbered(now)
    same = [
        (place, was, what)
        for text, has in after.items()
        if len(had := before.get(text, [])) == len(has)
        for (_, was), (place, what) in zip(had, has, strict=True)
        if was or what
    ]
    goes_on = False
    for place, was, what in sorted(same):
        if was != what and not goes_on:
            yield place, was, what
        goes_on = was != what


def _numbered(document: Living) -> dict[str, list[tuple[int, str]]]:
    """List the paragraphs of the text by their words, each with its place and its number."""
    found: dict[str, list[tuple[int, str]]] = {}
    known = numbers(document.parts, document.roots[_package.DOCUMENT])
    for paragraph in document.paragraphs:
        words = " ".join(paragraph.text.split())
        if paragraph.part == _package.DOCUMENT and words:
            found.setdefault(words, []).append((paragraph.number, known.get(paragraph.number, "")))
    return found
