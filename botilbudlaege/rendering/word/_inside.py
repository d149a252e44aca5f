"""The inside of a part: where it points, what is taken out of it because nobody sees it, and what is refused."""

from __future__ import annotations

import functools
import hashlib
import re
import threading
from typing import TYPE_CHECKING, Any, cast

import attrs
from cachetools import LRUCache
from lxml import etree

from botilbudlaege.rendering.word import _codes, _findings, _known, _known_inside
from botilbudlaege.rendering.word._parts import Fault
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

_R = f"{{{_known_inside.RELATIONSHIPS}}}"
_LOOK = f"{W}rPr"
_PICTURES = tuple(
    tag for (tag, _), needed in _known_inside.POINTING.items() if needed == _known.IMAGE_RELATION
)
_PLAIN = _known_inside.NAMESPACES - _known_inside.DRAWN
_POINTERS = etree.XPath("//@r:*", namespaces={"r": _known_inside.RELATIONSHIPS})
_W = W[1:-1]
_DECLARED = re.compile(rb"xmlns(:[^\s=]+)?\s*=\s*[\"']%s[\"']" % re.escape(_W.encode()))
_NUMBERED = re.compile(rb"xmlns[^\s=>]*\s*=\s*[\"'][^\"'<]*&#")
"""A namespace that is written with numbers of characters, so that its name does not stand in the part as it is."""
_OTHER_PREFIX = etree.XPath(
    "boolean(//w:*[not(starts-with(name(), 'w:'))] | //@w:*[not(starts-with(name(), 'w:'))])",
    namespaces={"w": _W},
)
_IN_TEXTS = etree.XPath(
    "//w:t/* | //w:delText/* | //w:instrText/* | //w:delInstrText/* | //m:t/*",
    namespaces={"w": _W, "m": f"{_known.SCHEMA}/officeDocument/2006/math"},
)
"""What stands within a text, of which each program shows what is before it and only some what is after."""
_IN_STRICT = etree.XPath(f"//@*[starts-with(namespace-uri(), '{_known.STRICT}')]")


@attrs.frozen
class Pointer:
    """Where an element points.

    Args:
        element: The element.
        needed: The relationship that it needs.
    """

    element: etree._Element
    needed: str


@attrs.define
class Inside:
    """What was found in a part.

    Args:
        pointers: By the id of a relationship, what points at it.
        faults: What is refused.
        dropped: What was taken out, as a person calls it.
        changed: Whether anything was taken out.
    """

    pointers: dict[str, list[Pointer]] = attrs.field(factory=dict)
    faults: list[Fault] = attrs.field(factory=list)
    dropped: list[str] = attrs.field(factory=list)
    changed: bool = False

    def fault(self, finding: Finding, element: etree._Element | None) -> None:
        """Keep something that is refused."""
        self.faults.append(Fault(finding, element))

    def active(self, kind: tuple[str, Entry], element: etree._Element) -> None:
        """Keep something that runs, reaches out or cannot be read."""
        name, told = kind
        self.fault(told(hvad=name), element)


def missing(kind: str) -> Finding:
    """Say that something points at a part that is not there."""
    if kind == _known.IMAGE:
        return _findings.MISSING_PICTURE()
    return _findings.NOT_DOCX() if kind == "document" else _findings.MISSING_PART()


def is_link(target: str) -> bool:
    """Tell whether a link may lead there."""
    return _known_inside.LINK.match(target) is not None


def with_usual_prefix(root: etree._Element, content: bytes) -> etree._Element:
    """Give a part with the prefix `w` for all that is of Word, which templates are filled by; itself where it has it.

    Args:
        root: The part.
        content: The same as it was written.
    """
    prefixes = set(_DECLARED.findall(content))
    is_usual = prefixes <= {b":w"} and _NUMBERED.search(content) is None
    if root.nsmap.get("w") == _W and (is_usual or not _OTHER_PREFIX(root)):
        return root  # the second is asked only where a first look does not tell: it takes as long as reading the part
    names: dict[Any, str] = {prefix: name for prefix, name in root.nsmap.items() if name != _W}
    names["w"] = _W
    new = etree.Element(
        root.tag, attrib={str(name): str(text) for name, text in root.attrib.items()}, nsmap=names
    )
    new.text = root.text
    new.extend(list(root))
    return new


_EMPTY: LRUCache[bytes, bool] = LRUCache(maxsize=1024)
_lock = threading.Lock()


def examine(root: etree._Element, content: bytes) -> Inside:
    """Take out of a part what nobody sees, and tell of the rest where it points and what of it is refused.

    The styles, fonts and settings of a template's documents are the same in each: of a part in which nothing at all was
    found that is remembered, by the digest of all that is in it.

    Args:
        root: The part.
        content: The same as it was written.
    """
    digest = hashlib.sha256(content).digest()
    with _lock:
        if digest in _EMPTY:
            return Inside()
    found = _examined(root, content)
    if found == Inside():
        with _lock:
            _EMPTY[digest] = True
    return found


def _examined(root: etree._Element, content: bytes) -> Inside:
    found = Inside()
    for element in list(root.iter(*_known_inside.DROPPED_ELEMENTS)):
        if element is not root:
            _drop(found, element, _known_inside.DROPPED_ELEMENTS[str(element.tag)])
    names = {element.tag for element in root.iter()}
    for element in _of_interest(root, names):
        if element.tag in _known_inside.REFUSED_ELEMENTS:
            found.active(_known_inside.REFUSED_ELEMENTS[str(element.tag)], element)
        else:
            _foreign(found, element)
    found.faults += _out_of_place(root, names)
    for pointer in cast("list[Any]", _POINTERS(root)):
        _pointer(found, pointer.getparent(), pointer.attrname, str(pointer))
    may_be_strict = _known.STRICT.encode() in content or _NUMBERED.search(content) is not None
    if may_be_strict and _IN_STRICT(root):  # asked only then: it takes as long as reading the part
        found.fault(_findings.STRICT(), None)
    codes = _codes.codes(root)
    for code in codes:
        _pasted(found, root, code)
    found.faults += _of_fields(codes, root)
    return found


def _of_interest(root: etree._Element, names: Iterable[Any]) -> list[etree._Element]:
    """List the elements that are refused, and those that are not of `w:` and have to be looked at."""
    odd = [name for name in names if isinstance(name, str) and not _is_plain(name)]
    return list(root.iter(*odd)) if odd else []


def _out_of_place(root: etree._Element, names: Iterable[Any]) -> Iterator[Fault]:
    """Refuse text that some programs show and others do not: within what is none of Word's own, or deleted outside any deletion."""
    odd = [name for name in names if isinstance(name, str) and _holds_no_text(name)]
    for element in root.iter(*odd) if odd else ():
        if any(child.tag in _known_inside.TEXTS for child in element):
            yield Fault(_findings.UNKNOWN_CONTENT(), element)
    if _known_inside.DELETED in names:
        for element in root.iter(_known_inside.DELETED):
            if next(element.iterancestors(*_known_inside.DELETIONS), None) is None:
                yield Fault(_findings.UNKNOWN_CONTENT(), element)
    for element in cast("list[Any]", _IN_TEXTS(root)):
        yield Fault(_findings.UNKNOWN_CONTENT(), element)


@functools.lru_cache(maxsize=2048)
def _holds_no_text(tag: str) -> bool:
    """Tell whether an element of this name is none that Word puts runs or paragraphs in."""
    namespace = tag[1:].partition("}")[0] if tag.startswith("{") else ""
    return namespace not in _known_inside.WITH_TEXT and tag not in _known_inside.CONFLICTS


@functools.lru_cache(maxsize=2048)
def _is_plain(tag: str) -> bool:
    """Tell whether an element of this name never points anywhere and is nothing to be taken out or refused."""
    namespace = tag[1:].partition("}")[0] if tag.startswith("{") else ""
    return (
        namespace in _PLAIN
        and tag not in _known_inside.REFUSED_ELEMENTS
        and tag not in _known_inside.DROPPED_EXTENSIONS
        and tag not in _known_inside.LINKS_OF_DRAWINGS
    )


def _drop(found: Inside, element: etree._Element, name: str) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:  # the text after it stays; between Word's elements there is none but white space
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
    found.dropped.append(name)
    found.changed = True


def _foreign(found: Inside, element: etree._Element) -> None:
    """Look at an element that is not of `w:`."""
    tag = str(element.tag)
    namespace = tag[1:].partition("}")[0] if tag.startswith("{") else ""
    if tag in _known_inside.DROPPED_EXTENSIONS:
        _extension(found, element, _known_inside.DROPPED_EXTENSIONS[tag])
    elif namespace in _known_inside.DRAWN:
        _drawn(found, element)
    elif tag in _known_inside.LINKS_OF_DRAWINGS:
        if any(element.get(name) for name in _known_inside.ACTIONS):
            found.fault(_findings.LINK_TARGET(), element)
    elif namespace in _known_inside.NAMESPACES:
        return
    elif namespace in _known_inside.REFUSED_NAMESPACES:
        found.active(_known_inside.REFUSED_NAMESPACES[namespace], element)
    elif namespace.startswith(_known.STRICT):
        found.fault(_findings.STRICT(), None)
    elif next(element.iterancestors(_known_inside.EXTENSION), None) is not None:
        _extension(found, element, _known.UNSEEN["ext"])
    else:
        found.fault(_findings.UNKNOWN_CONTENT(), element)


def _extension(found: Inside, element: etree._Element, name: str) -> None:
    """Take the extension of a drawing out that an element stands in, with the list of them when it is the last."""
    extension = next(element.iterancestors(_known_inside.EXTENSION), None)
    if extension is None:
        found.fault(_findings.TWO_PICTURES(), element)
        return
    outer = extension.getparent()
    if outer is None:
        return  # it went with another
    if element.tag == _known_inside.VECTOR and not any(
        picture.get(f"{_R}embed") for picture in element.iterancestors(_known_inside.PICTURE)
    ):
        found.fault(_findings.VECTOR_ALONE(), element)
    _drop(found, extension if len(outer) > 1 else outer, name)


def _drawn(found: Inside, element: etree._Element) -> None:
    """Look at an element of the old drawings, whose attributes may fetch, or hold the drawing once more."""
    for name in _known_inside.DROPPED_ATTRIBUTES & set(element.attrib):
        del element.attrib[name]
        found.dropped.append(_known.UNSEEN["gfxdata"])
        found.changed = True
    if any(element.get(name) for name in _known_inside.FETCHING_ATTRIBUTES & set(element.attrib)):
        found.fault(_findings.EXTERNAL_PICTURE(hvad="en tegning"), element)


def _pointer(found: Inside, element: etree._Element, attribute: str, rid: str) -> None:
    needed = _known_inside.POINTING.get((str(element.tag), attribute))
    if needed is not None:
        if rid or element.tag not in _known_inside.MAY_BE_EMPTY:
            found.pointers.setdefault(rid, []).append(Pointer(element, needed))
    elif attribute in _known_inside.LINKED:
        found.fault(_findings.EXTERNAL_PICTURE(hvad="et billede"), element)
    elif (
        str(element.tag) not in _known_inside.REFUSED_ELEMENTS
        and _namespace(element) not in _known_inside.REFUSED_NAMESPACES
    ):
        found.fault(_findings.UNKNOWN_POINTER(), element)


def _namespace(element: etree._Element) -> str:
    return str(element.tag)[1:].partition("}")[0]


def _pasted(found: Inside, root: etree._Element, code: _codes.Code) -> None:
    """Take the field away that Word puts round a picture from a page: the picture itself is in the file."""
    is_whole = code.marks == ["begin", "separate", "end"] and not (code.nested or code.broken)
    if not is_whole or code.names != (_known_inside.PASTED_FIELD,) or not _shows_picture(root, code):
        return
    for piece in code.pieces:
        run = piece.getparent()
        _drop(found, piece, _known.UNSEEN["pasted"])
        if run is not None and all(child.tag == _LOOK for child in run):
            outer = run.getparent()
            if outer is not None and not run.tail:
                outer.remove(run)


def _shows_picture(root: etree._Element, code: _codes.Code) -> bool:
    """Tell whether a picture of the file stands between the middle and the end of a field."""
    _, middle, end = (piece for piece in code.pieces if piece.tag == code.element.tag)
    inside = False
    for element in root.iter(str(middle.tag), *_PICTURES):
        if element in (middle, end):
            inside = element is middle
        elif inside and (element.get(f"{_R}embed") or element.get(f"{_R}id")):
            return True
    return False


def _of_fields(codes: Iterable[_codes.Code], root: etree._Element) -> Iterator[Fault]:
    """Refuse the fields that fetch, also where tracked changes or other fields write their names."""
    for code in codes:
        fetching = next((name for name in code.names if name in _known_inside.FETCHING_FIELDS), None)
        if code.element is not root and code.element.getparent() is None:
            continue  # taken away
        if fetching is not None:
            does = _known_inside.FETCHING_FIELDS[fetching]
            yield Fault(_findings.EXTERNAL_FIELD(goer=does, felt=fetching), code.element)
        elif code.named_by_another or code.broken:
            yield Fault(_findings.HIDDEN_FIELD(), code.element)
        elif _known_inside.LINKING_FIELD in code.names and code.target and not is_link(code.target):
            yield Fault(_findings.LINK_TARGET(), code.element)
