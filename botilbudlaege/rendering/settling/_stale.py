"""Fields of Word that show something else than what they stand for, until a program works them out anew."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.rendering.word import _findings, _package, _places
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._places import Spot, Where

_P, _T, _MARK, _CODE, _SIMPLE = (f"{W}{name}" for name in ("p", "t", "fldChar", "instrText", "fldSimple"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STARTS, _ENDS = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})
_COUNTED = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "NOTEREF", "SEQ"})
"""Fields that are a number, whatever they show."""
_NOT_THE_WORDS = frozenset({"\\n", "\\r", "\\w", "\\p", "\\t", "\\f", "\\d", "\\#"})
"""Switches by which a reference shows a number, a place or a part of what it refers to."""
_UNCOUNTED = frozenset({"\\s", "\\*", "\\#", "\\h", "\\n"})
"""Switches by which a number in a sequence is counted, or written, in a way of its own."""
_TAG = "{{"
_WORDS = re.compile(r"\w+\W+\w+\W+\w+\W+\w+")
"""More words than a number has that is written out."""
_RESTARTS, _REPEATS = "\\r", "\\c"
_LOOP = re.compile(r"\{%[^%]*?\b(end)?for\b")
_OF_A_STYLE = "STYLEREF"
_OF_OTHERS = frozenset({"\\f", "\\c", "\\a"})
"""Switches by which a table lists something else than headings."""
_FEWEST = 3
"""Letters of a heading that is looked for in a table of contents."""


@attrs.define
class _Field:
    """A field with what it shows.

    Args:
        element: Where it begins.
        code: Its code.
        shown: The texts that it shows.
        is_code: Whether its code is still being read.
    """

    element: etree._Element
    code: str = ""
    shown: list[etree._Element] = attrs.field(factory=list)
    is_code: bool = True

    @property
    def words(self) -> list[str]:
        """The words of its code; the first is its name."""
        return [word.strip('"') for word in self.code.split()]

    @property
    def name(self) -> str:
        """Its name in capitals; nothing where it has none."""
        return "".join(self.words[:1]).upper()

    @property
    def text(self) -> str:
        """What it shows."""
        return _plain(_joined(self.shown))


def faults(parts: Mapping[str, bytes], *, where: Where) -> Iterator[Finding]:
    """List the references to what a tag fills in that show something else, and the numbers in whose place a tag stands."""
    found = _Found(parts, where)
    for spot, field, place in _references(found):
        if place is not None and _TAG in place and _says_words(field) and field.text != place:
            yield _findings.REFERS_TO_TAG(place=spot(field.element), felt=field.name)
    for spot, _, fields in found.fields:
        for field in fields:
            if _TAG in field.text and field.name in _COUNTED:
                yield _findings.TAG_IN_FIELD(place=spot(field.element), felt=field.name)


def remarks(parts: Mapping[str, bytes], *, where: Where) -> Iterator[Finding]:
    """List the other fields that do not show what they stand for, and those that stand for nothing."""
    found = _Found(parts, where)
    for spot, field, place in _references(found):
        if place is None:
            yield _findings.DEAD_FIELD(place=spot(field.element), felt=field.name)
        elif _TAG not in place and _says_words(field) and field.text != place:
            yield _findings.STALE_FIELD(place=spot(field.element), felt=field.name)
    for spot, root, fields in found.fields:
        for field in _out_of_step(fields, root):
            yield _findings.STALE_FIELD(place=spot(field.element), felt="SEQ")
        for field in _of_contents(fields, root):
            yield _findings.STALE_CONTENTS(place=spot(field.element))
        for field in fields:
            if field.name in _COUNTED and _TAG not in field.text and _WORDS.search(field.text):
                yield _findings.WORDS_IN_FIELD(place=spot(field.element), felt=field.name)
            if field.name == _OF_A_STYLE and _says_other_words(field, found):
                yield _findings.STALE_FIELD(place=spot(field.element), felt=field.name)


class _Found:
    """The fields of a file, and its texts that have names.

    Args:
        parts: The parts of the package.
        where: Says where a paragraph of a part stands.
    """

    def __init__(self, parts: Mapping[str, bytes], where: Where) -> None:
        self._roots = _places.seen(parts, read=_package.read_only)
        self.fields = [
            (_places.spots(root, part, where), root, found)
            for part, root in self._roots.items()
            if (found := list(_fields(root)))
        ]

    @functools.cached_property
    def paragraphs(self) -> frozenset[str]:
        """The texts of the paragraphs, without what fields show."""
        shown = {text for _, _, fields in self.fields for field in fields for text in field.shown}
        return frozenset(
            _plain("".join(text.text or "" for text in paragraph.iter(_T) if text not in shown))
            for root in self._roots.values()
            for paragraph in root.iter(_P)
        )

    @functools.cached_property
    def names(self) -> Mapping[str, str]:
        """The texts by their names."""
        return {name: text for root in self._roots.values() for name, text in _bookmarks(root).items()}


def _references(found: _Found) -> Iterator[tuple[Spot, _Field, str | None]]:
    """List the references, each with the text that it refers to; None where there is none."""
    for spot, _, fields in found.fields:
        for field in fields:
            words = field.words
            if len(words) > 1 and field.name in _REFERENCES:
                yield spot, field, found.names.get(words[1].casefold())


def _says_other_words(field: _Field, found: _Found) -> bool:
    """Tell whether a field shows words that no paragraph has: where a tag fills the paragraph, nobody knows them yet."""
    is_number = not _NOT_THE_WORDS.isdisjoint(field.words)
    return not is_number and _TAG not in field.text and field.text not in found.paragraphs


def _says_words(field: _Field) -> bool:
    return field.name == "REF" and _NOT_THE_WORDS.isdisjoint(field.words)


def _fields(root: etree._Element) -> Iterator[_Field]:
    is_any = next(root.iter(_CODE, _SIMPLE), None) is not None
    opened: list[_Field] = []
    for element in root.iter(_MARK, _CODE, _T, _SIMPLE) if is_any else ():
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        kind = val(element, "fldCharType") if element.tag == _MARK else ""
        if element.tag == _SIMPLE:
            yield _Field(element, val(element, "instr"), list(element.iter(_T)), is_code=False)
        elif element.tag == _CODE and opened and opened[-1].is_code:
            opened[-1].code += element.text or ""
        elif element.tag == _T and opened and not opened[-1].is_code:
            for field in opened:
                field.shown += [] if field.is_code else [element]
        elif kind == "begin":
            opened.append(_Field(element))
        elif opened and kind == "separate":
            opened[-1].is_code = False
        elif element.tag == _MARK and opened:
            yield opened.pop()


def _bookmarks(root: etree._Element) -> dict[str, str]:
    """Give the texts that have names."""
    opened: dict[str, str] = {}
    texts: dict[str, list[etree._Element]] = {}
    for element in root.iter(_STARTS, _ENDS, _T):
        if element.tag == _STARTS:
            opened[val(element, "id")] = val(element, "name").casefold()
            texts.setdefault(val(element, "name").casefold(), [])
        elif element.tag == _ENDS:
            opened.pop(val(element, "id"), None)
        else:
            for name in opened.values():
                texts[name].append(element)
    return {name: _plain(_joined(found)) for name, found in texts.items()}


def _joined(texts: Iterable[etree._Element]) -> str:
    """Join texts; those of two paragraphs are two words."""
    of_each = itertools.groupby(texts, key=lambda text: next(text.iterancestors(_P), None))
    return " ".join("".join(text.text or "" for text in group) for _, group in of_each)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _out_of_step(fields: Iterable[_Field], root: etree._Element) -> Iterator[_Field]:
    """List the numbers of sequences that are not those of their turn; where tags choose or repeat, nobody knows them yet."""
    numbers = [field for field in fields if field.name == "SEQ"]
    if not numbers:
        return
    if any("{%" in (text.text or "") for text in root.iter(_T)):
        repeated = _repeated(root)
        yield from (field for field in numbers if _counts(field) and _paragraph(field) in repeated)
        return
    for _, group in itertools.groupby(sorted(numbers, key=_sequence), key=_sequence):
        of_it = list(group)
        if all(_UNCOUNTED.isdisjoint(_own(field)) for field in of_it):
            yield from _miscounted(of_it)


def _counts(field: _Field) -> bool:
    """Tell whether a number of a sequence is the next one, whatever stood before."""
    return {_RESTARTS, _REPEATS}.isdisjoint(_own(field))


def _paragraph(field: _Field) -> etree._Element | None:
    return next(field.element.iterancestors(_P), None)


def _repeated(root: etree._Element) -> set[etree._Element | None]:
    """List the paragraphs that a loop repeats, in which a number would stand again and again."""
    found: set[etree._Element | None] = set()
    depth = 0
    for paragraph in root.iter(_P):
        ends = _LOOP.findall("".join(text.text or "" for text in paragraph.iter(_T)))
        if depth or ends.count(""):
            found.add(paragraph)
        depth += ends.count("") - ends.count("end")
    return found


def _sequence(field: _Field) -> str:
    return (field.words[1:2] or [""])[0].casefold()


def _own(field: _Field) -> list[str]:
    """Give the switches of a field but for the one that Word puts everywhere."""
    return re.sub(r"\\\*\s*(?:MERGEFORMAT|ARABIC)\b", "", field.code, flags=re.IGNORECASE).split()[2:]


def _miscounted(fields: Iterable[_Field]) -> Iterator[_Field]:
    count = 0
    for field in fields:
        own = _own(field)
        restart = own[own.index(_RESTARTS) + 1 :][:1] if _RESTARTS in own else []
        count = int(restart[0]) if restart and restart[0].isdecimal() else count + (_REPEATS not in own)
        if field.text != str(count):
            yield field


def _of_contents(fields: Iterable[_Field], root: etree._Element) -> Iterator[_Field]:
    """List the tables of contents with a line that holds no heading of the document."""
    tables = [field for field in fields if field.name == "TOC" and _OF_OTHERS.isdisjoint(field.words)]
    if not tables:
        return
    listed = {text for field in tables for text in field.shown}
    free = (text for text in root.iter(_T) if text not in listed)
    by_paragraph = itertools.groupby(free, key=lambda text: next(text.iterancestors(_P), None))
    headings = {_plain("".join(text.text or "" for text in group)) for _, group in by_paragraph}
    headings = {heading for heading in headings if len(heading) >= _FEWEST}
    for field in tables:
        lines = itertools.groupby(field.shown, key=lambda text: next(text.iterancestors(_P), None))
        texts = (_plain("".join(text.text or "" for text in group)) for _, group in lines)
        if any(any(map(str.isalpha, line)) and not any(each in line for each in headings) for line in texts):
            yield field
