"""The parts of a package from outside: their names, what they are declared as, and their XML, read safely."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import attrs
from lxml import etree

from botilbudlaege.errors import DocumentError, Finding
from botilbudlaege.rendering.word import _findings, _known, _package

if TYPE_CHECKING:
    from collections.abc import Mapping

_UTF_8 = ("UTF-8", "ASCII", "US-ASCII")
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_MARKUP = re.compile(rb"[\xef\xbb\xbf\xff\xfe\x00\s]*<")


def folded(name: str) -> str:
    """Give a name by which two names of one part are the same: programs differ in what they hold to be two."""
    return (unquote(name) if "%" in name else name).casefold()


def is_xml(name: str, content: bytes) -> bool:
    """Tell whether a part is XML, by its name or, whatever its name, by its beginning."""
    return name.casefold().endswith((".xml", ".rels")) or _MARKUP.match(content) is not None


class Types:
    """What a file declares its parts as.

    Args:
        root: The list of content types.
    """

    def __init__(self, root: etree._Element) -> None:
        """Read the list; of two that say different things of one part, neither counts."""
        self.root = root
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        for entry in root:
            if entry.tag not in (_package.DEFAULT, _package.OVERRIDE):
                continue
            kind = entry.get("ContentType", "")
            if entry.tag == _package.DEFAULT:
                known, key = self._defaults, folded(entry.get("Extension", ""))
            else:
                known, key = self._overrides, folded(entry.get("PartName", "").lstrip("/"))
            if known.setdefault(key, kind) != kind:
                known[key] = ""

    def of(self, name: str) -> str:
        """Give the content type of a part; nothing where none or more than one is declared."""
        key = folded(name)
        return self._overrides.get(key, self.default(key))

    def is_declared(self, name: str) -> bool:
        """Tell whether a part is declared by itself, and not by its ending."""
        return folded(name) in self._overrides

    def default(self, name: str) -> str:
        """Give the content type that a part has by its ending alone."""
        return self._defaults.get(folded(name).rpartition(".")[2], "")


@attrs.frozen
class Fault:
    """Something that a part may not hold.

    Args:
        finding: What is said of it, without its place.
        element: Where it stands; None for the part as a whole.
    """

    finding: Finding
    element: etree._Element | None = None


@attrs.define(eq=False)
class Part:
    """A part that is kept.

    Args:
        name: Its name in the file; empty for the file itself.
        kind: What it is, a key of `_known.KINDS`, or `package`.
        root: Its XML; None for a picture.
        rels: The name of its relationships in the file; empty where it has none.
        links: Its relationships.
        targets: By their ids, the parts that they lead to; not links.
        shown: The part and the element that show it; of a picture.
        changed: Whether something was taken out of it.
        rels_changed: Whether something was taken out of its relationships.
    """

    name: str
    kind: str
    root: etree._Element | None = None
    rels: str = ""
    links: etree._Element | None = None
    targets: dict[str, str] = attrs.field(factory=dict)
    shown: tuple[Part, etree._Element | None] | None = None
    changed: bool = False
    rels_changed: bool = False


@attrs.define(eq=False)
class Followed:
    """A package that was followed.

    Args:
        types: The content types that the file declares.
        package: The file itself, from which the first relationships go.
        parts: The parts that are kept, by their names in the file.
        faults: What is refused, each with the part it stands in.
        unreadable: What is wrong with parts that cannot be read.
        dropped: What is not kept, as a person calls it.
        loose: The parts that are not kept since nothing leads to them.
        is_ours: Whether it holds data of our own documents, which are kept.
    """

    types: Types
    package: Part
    parts: dict[str, Part] = attrs.field(factory=dict)
    faults: list[tuple[Part, Fault]] = attrs.field(factory=list)
    unreadable: list[Finding] = attrs.field(factory=list)
    dropped: dict[str, None] = attrs.field(factory=dict)
    loose: dict[str, bytes] = attrs.field(factory=dict)
    is_ours: bool = False


def parsed(name: str, content: bytes) -> etree._Element:
    """Parse a part.

    Raises:
        DocumentError: It is in another encoding, has a DTD or is no XML; with the name of the part as the place.
    """
    if in_other_encoding(content):
        raise DocumentError(_findings.ENCODING(place=name))
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DocumentError(_findings.DTD(place=name))
    try:
        root = _package.parse(content)
    except DocumentError as error:
        inner = (attrs.evolve(finding, place=name) for finding in error.findings)
        raise DocumentError(*inner) from error
    info = root.getroottree().docinfo
    if (info.encoding or "UTF-8").upper() not in _UTF_8:
        raise DocumentError(_findings.ENCODING(place=name))
    if info.internalDTD is not None:
        raise DocumentError(_findings.DTD(place=name))
    return root


def with_data_in_utf_8(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the parts with the data of our own documents in UTF-8, which other programs may write anew in another encoding."""
    found: dict[str, bytes] = {}
    for name in filter(_known.is_data, parts):
        if in_other_encoding(parts[name]):
            with contextlib.suppress(DocumentError):  # those of others may be anything
                root = _package.parse(parts[name])
                is_plain = root.getroottree().docinfo.internalDTD is None
                if is_plain and str(root.tag).startswith(f"{{{_known.OURS}"):
                    found[name] = _package.serialise(root)
    return {**parts, **found} if found else parts


def in_other_encoding(content: bytes) -> bool:
    """Tell whether a part says, or shows by its first bytes, that it is not in UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:8]:
        return True
    declared = _DECLARED.match(content)
    return declared is not None and declared[1].decode("ascii", "replace").upper() not in _UTF_8
