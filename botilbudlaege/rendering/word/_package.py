"""A docx as a zip of parts: read it, write it reproducibly, set its properties."""

from __future__ import annotations

import functools
import io
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.errors import DocumentError
from botilbudlaege.rendering.word import _findings, _properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"

APPLICATION = "docProps/app.xml"
CORE, CUSTOM, HEAD = _properties.CORE, _properties.CUSTOM, _properties.HEAD
UNNAMED = {CORE: b"", CUSTOM: b""}
"""What a render that nobody sees has in place of the properties, which say what a document is called and where it is from."""
RELS = "_rels/.rels"
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_NS_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
NS_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{NS_RELS}"/>'.encode()
_NS_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_NS_DC = "http://purl.org/dc/elements/1.1/"
_REL_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_TYPE_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_REL_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONSHIP, RELATIONSHIPS = f"{{{NS_RELS}}}Relationship", f"{{{NS_RELS}}}Relationships"
TYPES, OVERRIDE, DEFAULT = (f"{{{_NS_TYPES}}}{name}" for name in ("Types", "Override", "Default"))
DOCUMENT_RELS = "word/_rels/document.xml.rels"
_NS_APPLICATION = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_REL_APPLICATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_TYPE_APPLICATION = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_APPLICATION = f'{HEAD}<Properties xmlns="{_NS_APPLICATION}"><Application>botilbudlaege</Application></Properties>'.encode()
_SIGNATURES = "_xmlsignatures/"
_LENGTHS, _LENGTHS_AT = struct.Struct("<2H"), 26
"""How long name and extra field are in front of a member of a zip, and where it says so: APPNOTE.TXT, 4.3.7."""
_LARGE = 250_000  # bytes of a part whose tree is not kept


def read(content: bytes) -> dict[str, bytes]:
    """Read the parts of a docx by name.

    Raises:
        DocumentError: It is no docx.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise DocumentError(_findings.NOT_DOCX()) from error
    if DOCUMENT not in parts or CONTENT_TYPES not in parts:
        raise DocumentError(_findings.NOT_DOCX())
    return parts


def write(parts: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """Write parts as a docx: the same parts give the same bytes; not `packed` where it is read at once."""
    out = io.BytesIO()
    packing = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name in (CONTENT_TYPES, *(name for name in parts if name != CONTENT_TYPES)):
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = packing
            archive.writestr(info, parts[name])
    return out.getvalue()


def is_signed(content: bytes) -> bool:
    """Tell whether a file, a docx or a PDF, holds a digital signature; it is not verified."""
    if content.startswith(b"%PDF"):
        return b"/ByteRange" in content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(name.startswith(_SIGNATURES) for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def same_but_properties(old: bytes, new: bytes) -> bool:
    """Tell whether two of our own files hold the same in all parts but the custom properties, where provenance stands.

    How XML is written is no difference: names of namespaces that are declared and not used, the order of attributes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(old)) as one, zipfile.ZipFile(io.BytesIO(new)) as other:
            packed, others = _packed(one, old), _packed(other, new)
            differ = [name for name in packed if packed[name] != others.get(name)]
            return packed.keys() == others.keys() and all(
                _same(one.read(name), other.read(name), name) for name in differ
            )
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, zlib.error, etree.LxmlError):
        return False


def _packed(archive: zipfile.ZipFile, content: bytes) -> dict[str, tuple[int, int, bytes]]:
    """Give the parts but the custom properties as they are packed: what is packed alike is not unpacked."""
    found = {}
    for info in archive.infolist():
        if info.filename != CUSTOM:
            name, extra = _LENGTHS.unpack_from(content, info.header_offset + _LENGTHS_AT)
            start = info.header_offset + _LENGTHS_AT + _LENGTHS.size + name + extra
            packed = content[start : start + info.compress_size]
            found[info.filename] = info.compress_type, info.CRC, packed
    return found


def _same(one: bytes, other: bytes, name: str) -> bool:
    if one == other or not name.endswith((".xml", ".rels")):
        return one == other
    return _canonical(one) == _canonical(other)


def _canonical(xml: bytes) -> bytes:
    return bytes(etree.tostring(parse(xml), method="c14n", exclusive=True))


def part(content: bytes, name: str) -> bytes:
    """Read one part of a file that is known to be ours and whole; nothing where it lacks it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name) if name in archive.NameToInfo else b""


@functools.lru_cache(maxsize=1024)
def rels_of(name: str) -> str:
    """Name the part that holds the relationships of another."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def related(parts: Mapping[str, bytes], name: str = "") -> Iterator[tuple[str, str, str]]:
    """List the relationships of a part, or of the file itself: each with its id, its type and the part it leads to."""
    content = parts.get(rels_of(name))
    for rid, kind, part in _relationships(name, content) if content else ():
        if part in parts:
            yield rid, kind, part


@functools.lru_cache(maxsize=64)
def _relationships(name: str, content: bytes) -> tuple[tuple[str, str, str], ...]:
    """List what relationships of a part lead to within the file: it is asked for again for every kind."""
    folder = posixpath.dirname(name)
    inside = (entry for entry in parse(content).iter(RELATIONSHIP) if entry.get("TargetMode") is None)
    return tuple(
        (entry.get("Id", ""), entry.get("Type", ""), resolved(folder, entry.get("Target", "")))
        for entry in inside
    )


def reached(parts: Mapping[str, bytes]) -> set[str]:
    """Name the parts that relationships lead to from the file itself, each with the part that holds its own."""
    found: set[str] = set()
    names = [""]
    while names:
        name = names.pop()
        found |= {name, rels_of(name)}
        names += [target for _, _, target in related(parts, name) if target not in found]
    return found & set(parts)


@functools.lru_cache(maxsize=1024)
def resolved(folder: str, target: str) -> str:
    """Give the name of the part that a relationship leads to."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def parse(xml: bytes) -> etree._Element:
    """Parse a part without entities, network or recovery; a remark of XML does not cut a text in two.

    Raises:
        DocumentError: The part is not well-formed XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_blank_text=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(_findings.NOT_DOCX()) from error


def read_only(xml: bytes) -> etree._Element:
    """Parse a part that is only looked at; the last are kept, since one check after the other looks at the same.

    Raises:
        DocumentError: The part is not well-formed XML.
    """
    return _kept(xml) if len(xml) < _LARGE else parse(xml)


_kept = functools.lru_cache(maxsize=16)(parse)


def serialise(root: etree._Element) -> bytes:
    """Write a part's XML."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def with_properties(
    parts: Mapping[str, bytes], *, title: str, creator: str, custom: Mapping[str, str]
) -> dict[str, bytes]:
    """Give the parts with title, creator and language, and with custom properties; no dates."""
    new = dict(parts)
    new[CORE] = _core(title, creator)
    new[CUSTOM] = _properties.custom_properties(custom)
    for part, kind, relationship in ((CORE, _TYPE_CORE, _REL_CORE), (CUSTOM, _TYPE_CUSTOM, _REL_CUSTOM)):
        declare(new, part, kind)
        if not any(el.get("Type") == relationship for el in read_only(new[RELS])):
            relate(new, RELS, relationship, part)
    return new


def with_application(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the parts with our name as the program that made them, and nothing else of who made them and when."""
    new = {**parts, APPLICATION: _APPLICATION}
    declare(new, APPLICATION, _TYPE_APPLICATION)
    if not any(kind == _REL_APPLICATION for _, kind, _ in related(parts)):
        relate(new, RELS, _REL_APPLICATION, APPLICATION)
    return new


def without_who(parts: Mapping[str, bytes], *, title: str) -> dict[str, bytes]:
    """Give the parts without what they say of who wrote them, about whom and when; of what they say of themselves, a title alone."""
    clean = {CORE: _core(title, ""), CUSTOM: _properties.custom_properties({})}
    return {name: clean.get(name, content) for name, content in parts.items()}


def called(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Give what a file says that it is called, and by whom it is: the first of each, by name."""
    root = read_only(parts.get(CORE) or b"<none/>")
    names = ("title", "creator")
    return {name: (root.findtext(f"{{{_NS_DC}}}{name}") or "").strip() for name in names}


def _core(title: str, creator: str) -> bytes:
    root = etree.Element(f"{{{_NS_CORE}}}coreProperties", nsmap={"cp": _NS_CORE, "dc": _NS_DC})
    for name, text in (("title", title), ("creator", creator), ("language", "da-DK")):
        etree.SubElement(root, f"{{{_NS_DC}}}{name}").text = text
    return serialise(root)


def declare(parts: dict[str, bytes], part: str, kind: str) -> None:
    """Say what kind of content a part has, where that is not said."""
    parts[CONTENT_TYPES] = _declared(parts[CONTENT_TYPES], part, kind)


@functools.lru_cache(maxsize=32)
def _declared(types: bytes, part: str, kind: str) -> bytes:
    """Declare a part in a list of types; the templates of a pack have the same list."""
    root = parse(types)
    if not any(el.get("PartName") == f"/{part}" for el in root):
        etree.SubElement(root, OVERRIDE, PartName=f"/{part}", ContentType=kind)
    return serialise(root)


def by_ending(parts: dict[str, bytes], ending: str, kind: str) -> None:
    """Say what kind of content parts have that end so, where that is not said."""
    root = parse(parts[CONTENT_TYPES])
    if not any(el.get("Extension", "").lower() == ending for el in root.iter(DEFAULT)):
        root.insert(0, etree.Element(DEFAULT, Extension=ending, ContentType=kind))
        parts[CONTENT_TYPES] = serialise(root)


def relate(parts: dict[str, bytes], rels: str, relationship: str, target: str) -> str:
    """Add a relationship to a part of them; give its id."""
    parts[rels], rid = _with_relationship(parts.get(rels, _NO_RELATIONSHIPS), relationship, target)
    return rid


@functools.lru_cache(maxsize=32)
def _with_relationship(rels: bytes, relationship: str, target: str) -> tuple[bytes, str]:
    """Add a relationship to a list of them, as above."""
    root = parse(rels)
    taken = {el.get("Id") for el in root}
    rid = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    etree.SubElement(root, RELATIONSHIP, Id=rid, Type=relationship, Target=target)
    return serialise(root), rid
