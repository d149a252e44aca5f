"""Refusals of what a Word package from outside may not hold: whatever runs, reaches out, or cannot be read in bounds."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.errors import DocumentError
from botilbudlaege.rendering.word import _findings, _package

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from botilbudlaege.errors import Finding

MB = 1_000_000
MAX_PACKED = 20 * MB
MAX_UNPACKED = 100 * MB
MAX_PART = 8 * MB
MAX_PARTS = 1000
MAX_RATIO = 200
MAX_ELEMENTS = 200_000
_END_WITHIN = 66_000  # an archive's end record is at most this far from its end
_RATIO_FROM = 10_000  # a part smaller than this may be packed as well as it can

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ACTIVE_TYPES = re.compile(
    r"macroEnabled|vba|activeX|oleObject|ms-office\.(?:vba|active)|template\.main", re.IGNORECASE
)
_ACTIVE_NAMES = re.compile(r"vbaProject|vbaData|activeX/|oleObject|\.bin$", re.IGNORECASE)
_ACTIVE_RELATIONSHIPS = {
    "attachedTemplate": "en tilknyttet skabelon",
    "oleObject": "et OLE-objekt",
    "package": "en indlejret fil",
    "control": "et ActiveX-objekt",
    "vbaProject": "makroer",
    "aFChunk": "indsatte filer (altChunk)",
    "subDocument": "underdokumenter",
    "frame": "rammer",
}
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # how old .doc files begin, and those with a password
_ELEMENTS = {
    f"{_W}altChunk": "indsatte filer (altChunk)",
    f"{_W}control": "et ActiveX-objekt",
    f"{_W}subDoc": "underdokumenter",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "et OLE-objekt",
}
_MARKUP = re.compile(rb"[\xef\xbb\xbf\xff\xfe\x00\s]*<")
_FIELDS = re.compile(r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b", re.IGNORECASE)


def open_package(content: bytes) -> dict[str, bytes]:
    """Open a package from outside, within the limits.

    Raises:
        DocumentError: It is no docx, is too large, or holds what is refused; with what and where.
    """
    if len(content) > MAX_PACKED:
        raise DocumentError(_findings.FILE_TOO_LARGE(mb=MAX_PACKED // MB))
    if content.startswith(_OLD_WORD):
        raise DocumentError(_findings.OLD_FORMAT())
    _check_end(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _check_directory(infos)
            parts = {info.filename: _read(archive, info) for info in infos if not info.is_dir()}
    except DocumentError:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error) as error:
        raise DocumentError(_findings.DAMAGED()) from error
    except (EOFError, NotImplementedError, OSError, RuntimeError, UnicodeDecodeError, ValueError) as error:
        raise DocumentError(_findings.DAMAGED()) from error
    parts = _package.with_usual_name(parts)
    if _package.DOCUMENT not in parts or _package.CONTENT_TYPES not in parts or _package.RELS not in parts:
        raise DocumentError(_findings.NOT_DOCX())
    findings = list(_content_findings(parts))
    if findings:
        raise DocumentError(*findings)
    return parts


def _check_end(content: bytes) -> None:
    """See how many members the archive says it has before any is looked at."""
    at = content.rfind(b"PK\5\6", max(0, len(content) - _END_WITHIN))
    if at < 0 or len(content) < at + 12:
        raise DocumentError(_findings.DAMAGED())
    if (
        int.from_bytes(content[at + 10 : at + 12], "little") > MAX_PARTS
        or content.count(b"PK\1\2") > 2 * MAX_PARTS
    ):
        raise DocumentError(_findings.TOO_MANY_PARTS(antal=MAX_PARTS))


def _check_directory(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_PARTS:
        raise DocumentError(_findings.TOO_MANY_PARTS(antal=MAX_PARTS))
    names = [info.filename for info in infos]
    if len({name.casefold() for name in names}) < len(names):
        raise DocumentError(_findings.DUPLICATE_NAME())
    for info in infos:
        name = info.filename
        if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/"):
            raise DocumentError(_findings.TRAVERSAL())
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DocumentError(_findings.COMPRESSION(place=name))
        if info.flag_bits & 0x1:
            raise DocumentError(_findings.ENCRYPTED())
        if info.file_size > MAX_PART:
            raise DocumentError(_findings.PART_TOO_LARGE(place=name, mb=MAX_PART // MB))
        if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise DocumentError(_findings.BOMB(place=name, gange=MAX_RATIO))
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise DocumentError(_findings.UNPACKED_TOO_LARGE(mb=MAX_UNPACKED // MB))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Read a part, and no more than its directory entry says."""
    with archive.open(info) as file:
        content = file.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise DocumentError(_findings.OTHER_LENGTH(place=info.filename))
    return content


def _content_findings(parts: Mapping[str, bytes]) -> Iterator[Finding]:
    xml = [content for name, content in parts.items() if is_xml(name, content)]
    if sum(content.count(b"<") for content in xml) > 2 * MAX_ELEMENTS:
        yield _findings.TOO_MANY_ELEMENTS(antal=MAX_ELEMENTS)
        return
    for name, content in parts.items():
        if not content and name.startswith("customXml/"):
            continue  # LibreOffice empties such parts; nothing in the document needs them
        if _ACTIVE_NAMES.search(name):
            yield _findings.ACTIVE_PART(place=name)
        elif is_xml(name, content):
            yield from _xml_findings(name, content)


def is_xml(name: str, content: bytes) -> bool:
    """Tell whether a part is XML, by its name or, whatever its name, by its beginning."""
    return name.casefold().endswith((".xml", ".rels")) or _MARKUP.match(content) is not None


def _xml_findings(name: str, content: bytes) -> Iterator[Finding]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:8] or _other_encoding(content):
        yield _findings.ENCODING(place=name)
        return
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        yield _findings.DTD(place=name)
        return
    try:
        root = _package.parse(content)
    except DocumentError as error:
        yield from (attrs.evolve(finding, place=name) for finding in error.findings)
        return
    info = root.getroottree().docinfo
    if (info.encoding or "UTF-8").upper() not in ("UTF-8", "ASCII", "US-ASCII"):
        yield _findings.ENCODING(place=name)
    elif info.internalDTD is not None:
        yield _findings.DTD(place=name)
    elif name == _package.CONTENT_TYPES:
        yield from _type_findings(root, name)
    elif name.endswith(".rels"):
        yield from _relationship_findings(root, name)
    else:
        if name == _package.DOCUMENT and (root.tag != f"{_W}document" or root.find(f"{_W}body") is None):
            yield _findings.OTHER_FORMAT(place=name)
        yield from _element_findings(root, name)


def _other_encoding(content: bytes) -> bool:
    declared = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)", content)
    return declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")


def _type_findings(root: etree._Element, name: str) -> Iterator[Finding]:
    main = ""
    for entry in root:
        if not isinstance(entry.tag, str):
            continue
        kind = entry.get("ContentType", "")
        if _ACTIVE_TYPES.search(kind):
            yield _findings.ACTIVE_TYPE(place=name)
            return
        if entry.get("PartName", "").lower() == f"/{_package.DOCUMENT}":
            main = kind
    if not main.endswith("wordprocessingml.document.main+xml"):
        yield _findings.OTHER_TYPE(place=name)


def _relationship_findings(root: etree._Element, name: str) -> Iterator[Finding]:
    for entry in root.iter(_package.RELATIONSHIP):
        kind = posixpath.basename(entry.get("Type", ""))
        if kind in _ACTIVE_RELATIONSHIPS:
            yield _findings.ACTIVE_CONTENT(place=name, hvad=_ACTIVE_RELATIONSHIPS[kind])
        elif entry.get("TargetMode", "") == "External" and kind != "hyperlink":
            yield _findings.EXTERNAL(place=name, hvad=kind or "ukendt")


def _element_findings(root: etree._Element, name: str) -> Iterator[Finding]:
    codes = [""]
    for element in root.iter():
        if element.tag in _ELEMENTS:
            yield _findings.ACTIVE_CONTENT(place=name, hvad=_ELEMENTS[str(element.tag)])
        elif element.tag in (f"{_W}instrText", f"{_W}delInstrText"):
            codes[-1] += "".join(str(text) for text in element.itertext())
        elif element.tag == f"{_W}fldSimple":
            codes += [element.get(f"{_W}instr", ""), ""]
        elif element.tag == f"{_W}fldChar":
            codes.append("")
    field = next(filter(None, map(_FIELDS.match, codes)), None)
    if field:
        yield _findings.EXTERNAL_FIELD(place=name, hvad=field[1].upper())
