"""What no program of others sees in a document, whatever is in it; the controls have `selfcheck`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

TEXT = tuple(f"{W}{name}" for name in ("t", "delText", "instrText", "delInstrText"))
"""Where words stand; anywhere else Word takes them for a fault of the file."""
STYLES, CORE = "word/styles.xml", "docProps/core.xml"


def faults(content: bytes) -> list[str]:
    """List what is wrong, each with its part."""
    parts = _package.read(content)
    roots = {name: _package.parse(xml) for name, xml in parts.items() if name.endswith(".xml") and xml}
    return [f"{name}: {fault}" for name, root in roots.items() for fault in _faults(name, root, roots)]


def _faults(name: str, root: etree._Element, roots: Mapping[str, etree._Element]) -> Iterator[str]:
    if root.tag.startswith(W):
        yield from _stray(root)
        yield from _pairs(root)
    if name == STYLES:
        yield from _circles(root)
    if name == CORE:
        yield from _twice("property", (child.tag for child in root))
    if name == _package.DOCUMENT:
        defined = {style.get(f"{W}styleId", "") for style in roots[STYLES].iter(f"{W}style")}
        used = {style.get(f"{W}val", "") for kind in "prt" for style in root.iter(f"{W}{kind}Style")}
        yield from (f"no such style: {style}" for style in sorted(used - defined))


def _stray(root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        if str(element.tag).startswith(W) and element.tag not in TEXT and (element.text or "").strip():
            yield f"words in {element.tag}"
        if (element.tail or "").strip():
            yield f"words after {element.tag}"


def _pairs(root: etree._Element) -> Iterator[str]:
    """See that what begins ends, and that bookmarks are told apart."""
    fields = Counter(field.get(f"{W}fldCharType") for field in root.iter(f"{W}fldChar"))
    if fields["begin"] != fields["end"]:
        yield "a field without its end"
    starts = list(root.iter(f"{W}bookmarkStart"))
    ends = [end.get(f"{W}id", "") for end in root.iter(f"{W}bookmarkEnd")]
    if sorted(ends) != sorted(start.get(f"{W}id", "") for start in starts):
        yield "a bookmark without its end"
    yield from _twice("bookmark", (start.get(f"{W}id", "") for start in starts))
    yield from _twice("bookmark", (start.get(f"{W}name", "").lower() for start in starts))


def _circles(root: etree._Element) -> Iterator[str]:
    below = {
        style.get(f"{W}styleId", ""): based.get(f"{W}val", "")
        for style in root.iter(f"{W}style")
        if (based := style.find(f"{W}basedOn")) is not None
    }
    for style in below:
        seen, at = set[str](), style
        while at in below and at not in seen:
            seen.add(at)
            at = below[at]
        if at == style and at in seen:
            yield f"a style that builds on itself: {style}"


def _twice(what: str, names: Iterable[object]) -> Iterator[str]:
    yield from (f"a {what} twice: {name}" for name, count in Counter(names).items() if count > 1)
