"""Runs split so that each field of a part has one of its own, so that a content control can stand around it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.engine import _scan
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER = (
    *(
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
        "emboss",
    ),
    *(
        "imprint",
        "noProof",
        "snapToGrid",
        "vanish",
        "webHidden",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
    ),
    *(
        "highlight",
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
    ),
    *("specVanish", "oMath"),
)
_PLACES = {f"{W}{name}": place for place, name in enumerate(_ORDER)}
"""The order of the properties of a run; what is not here stands after them."""
_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def isolate(root: etree._Element) -> None:
    """Split the runs of a part whose tags have been scanned; what a reader sees stays as it is."""
    _lift_bookmarks(root)
    for paragraph in list(root.iter(f"{W}p")):
        texts = [text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph]
        whole = "".join(text.text or "" for text in texts)
        if "{{" in whole:
            for start, end in reversed([*_fields(whole)]):
                _isolate(texts, start, end)


def _lift_bookmarks(root: etree._Element) -> None:
    """Put bookmarks beside the runs that some programs write them into, where they would be split with them."""
    for mark in list(root.iter(*_BOOKMARKS)):
        run = mark.getparent()
        if run is not None and run.tag == f"{W}r":
            (run.addprevious if mark.tag == _BOOKMARKS[0] else run.addnext)(mark)


def _fields(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for tag, _ in _scan.tags(text):
        start = text.index(tag, position)
        position = start + len(tag)
        if tag.startswith("{{"):
            yield start, position


def _isolate(texts: list[etree._Element], start: int, end: int) -> None:
    """Put the characters of a field, which may be spread over several runs, in one of their own: that of the first."""
    tag = ""
    first: tuple[etree._Element, int, str] | None = None
    position = 0
    for text in texts:
        content = text.text or ""
        cut = slice(max(start - position, 0), max(end - position, 0))
        if cut.start < len(content) and content[cut]:
            if first is None:
                first = text, cut.start, content[cut.stop :]
            else:
                text.text = content[cut.stop :]
                text.set(_SPACE, "preserve")
            tag += content[cut]
        position += len(content)
    if first is not None:
        element, at, after = first
        _split(element, (element.text or "")[:at], tag, after)


def _split(text: etree._Element, before: str, tag: str, after: str) -> None:
    """Split the run of a text in three: what stands before the field, the field, what stands after it."""
    run = text.getparent()
    assert run is not None  # noqa: S101 - the scan has seen that every text stands in a run
    following = list(text.itersiblings())
    leading = [child for child in text.itersiblings(preceding=True) if child.tag != f"{W}rPr"]
    text.text = before
    text.set(_SPACE, "preserve")
    field = _like(run, tag)
    run.addnext(field)
    if after or following:
        rest = _like(run, after)
        rest.extend(following)
        field.addnext(rest)
    if not before and not leading:
        parent = run.getparent()
        assert parent is not None  # noqa: S101 - it stands in a paragraph
        parent.remove(run)


def _like(run: etree._Element, words: str) -> etree._Element:
    """Make a run that looks like another; other programs may have its properties in another order."""
    new = etree.Element(run.tag)
    look = run.find(f"{W}rPr")
    if look is not None:
        own = copy.deepcopy(look)
        own[:] = sorted(own, key=lambda each: _PLACES.get(str(each.tag), len(_PLACES)))
        new.append(own)
    text = etree.SubElement(new, f"{W}t", {_SPACE: "preserve"})
    text.text = words
    return new
