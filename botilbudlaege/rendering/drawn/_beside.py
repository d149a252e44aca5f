"""The words beside a page: those that stand for a drawing or a table to who hears it, and where links lead.

A screen reader reads the first aloud in place of what is drawn; a link shows its tip, and opens its address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import attrs
from lxml import etree

from botilbudlaege.rendering.drawn._shapes import FALLBACK, GROUPS, PICTURE, SHAPES, VML, WP, A, around
from botilbudlaege.rendering.word import _codes
from botilbudlaege.rendering.word._package import RELATIONSHIP, parse, rels_of
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OF_DRAWINGS = f"{WP}docPr"
_OF_TABLES = (f"{W}tblCaption", f"{W}tblDescription")
_LINK, _LINKS_OF_DRAWINGS = f"{W}hyperlink", (f"{A}hlinkClick", f"{A}hlinkHover")
_TEXT, _FIELD = f"{W}t", "HYPERLINK"
_MARK, _KIND = f"{W}fldChar", "fldCharType"


@attrs.frozen(eq=False)
class Said:
    """What is said beside something.

    Args:
        element: What says it.
        words: What stands for a drawing or a table, or the tip of a link.
        is_kept: Whether every program keeps it: LibreOffice drops the words of tables, links and some shapes.
    """

    element: etree._Element
    words: str
    is_kept: bool


@attrs.frozen(eq=False)
class Link:
    """A link.

    Args:
        element: The link.
        text: Its words; none for a drawing.
        target: Where it leads.
    """

    element: etree._Element
    text: str
    target: str


def heard(root: etree._Element) -> Iterator[Said]:
    """List the words that stand for drawings and tables of a part, and the tips of its links."""
    for element in root.iter(_OF_DRAWINGS, *_OF_TABLES, _LINK, *SHAPES):
        if next(element.iterancestors(FALLBACK), None) is None:
            words = " ".join(" ".join(_said(element)).split())
            if words:
                yield Said(element, words, is_kept=element.tag == _OF_DRAWINGS and _is_picture(element))


def _is_picture(named: etree._Element) -> bool:
    drawing = named.getparent()
    return drawing is not None and next(drawing.iter(PICTURE), None) is not None


def _said(element: etree._Element) -> Iterator[str]:
    if element.tag in _OF_TABLES:
        yield val(element)
    elif element.tag == _LINK:
        yield val(element, "tooltip")
    elif element.tag == _OF_DRAWINGS:
        yield from (element.get(name, "") for name in ("title", "descr"))
    elif str(element.tag).startswith(VML):
        yield from (element.get(name, "") for name in ("title", "alt"))
    elif any(each.tag in GROUPS for each in around(element)):  # else it says what its drawing says
        named = (each for each in element.iter() if str(each.tag).endswith("}cNvPr"))
        own = next((each for each in named if next(each.iterancestors(*SHAPES)) is element), None)
        yield from () if own is None else (own.get(name, "") for name in ("title", "descr"))


def links(parts: Mapping[str, bytes], part: str, root: etree._Element) -> Iterator[Link]:
    """List the links of a part that lead out of the document, by themselves or by a field.

    Args:
        parts: The parts of the package.
        part: The name of the part.
        root: The part.
    """
    targets = dict(_targets(parts.get(rels_of(part), b"")))
    for element in root.iter(_LINK, *_LINKS_OF_DRAWINGS) if targets else ():
        target = targets.get(element.get(f"{_R}id", ""), "")
        if target and next(element.iterancestors(FALLBACK), None) is None:
            yield Link(element, _text(element.iter(_TEXT)), target)
    for code in _codes.codes(root):
        if code.target and code.names == (_FIELD,):
            yield Link(code.element, _text(_shown(code, root)), code.target)


def _shown(code: _codes.Code, root: etree._Element) -> Iterator[etree._Element]:
    """List the texts that a field shows."""
    yield from code.element.iter(_TEXT)
    middle = next((piece for piece in code.pieces if val(piece, _KIND) == "separate"), None)
    end = next((piece for piece in reversed(code.pieces) if val(piece, _KIND) == "end"), None)
    is_shown = False
    for element in root.iter(_MARK, _TEXT) if middle is not None else ():
        is_shown = element is middle or (is_shown and element is not end)
        if is_shown and element.tag == _TEXT:
            yield element


def _targets(content: bytes) -> Iterator[tuple[str, str]]:
    for entry in parse(content).iter(RELATIONSHIP) if b"External" in content else ():
        if entry.get("TargetMode") is not None:
            yield entry.get("Id", ""), entry.get("Target", "")


def _text(texts: Iterable[etree._Element]) -> str:
    return " ".join("".join(text.text or "" for text in texts).split())


def elsewhere(now: Iterable[Link], then: Iterable[Link]) -> Iterator[tuple[Link, str]]:
    """List the links that lead elsewhere than they did, or are new and do not say where; each with where it led.

    Args:
        now: The links that there are.
        then: Those that there were.
    """
    known: dict[str, list[str]] = {}
    for link in then:
        known.setdefault(link.text, []).append(_address(link.target))
    everywhere = {target for targets in known.values() for target in targets}
    for link in now:
        address = _address(link.target)
        was = known.get(link.text, [])
        says_so = link.text.lower().rstrip("/") in address  # or says nothing, so that nobody follows it
        is_drawn = link.element.tag in _LINKS_OF_DRAWINGS
        if address not in was and (is_drawn or not (says_so or (not was and address in everywhere))):
            yield link, next(iter(was), "")


def _address(target: str) -> str:
    """Give an address as it is compared: programs write the same one in several ways."""
    return unquote(target).lower().rstrip("/").removeprefix("mailto:")
