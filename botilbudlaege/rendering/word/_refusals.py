"""Refusals of what a Word package from outside may not hold: whatever runs, reaches out, or cannot be read in bounds."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege.errors import DocumentError, Finding
from botilbudlaege.rendering.word import _findings, _follow, _known, _package, _parts, _places, _rebuild
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.rendering.word._parts import Fault, Followed, Part

MB = 1_000_000
MAX_PACKED = 20 * MB
MAX_UNPACKED = 100 * MB
MAX_PART = 8 * MB
MAX_PARTS = 1000
MAX_RATIO = 200
MAX_ELEMENTS = 200_000
_END_WITHIN = 66_000  # an archive's end record is at most this far from its end
_RATIO_FROM = 10_000  # a part smaller than this may be packed as well as it can

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # how old .doc files begin, and those with a password
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_KINDS = {
    b"%PDF-": "en PDF",
    b"{\\rtf": "en RTF-fil",
    b"<!DOCTYPE html": "en hjemmeside",
    b"<html": "en hjemmeside",
}
_ODT = b"mimetypeapplication/vnd.oasis.opendocument."
_FIRST = 100


class Package(dict[str, bytes]):
    """A package from outside, held to what is known: its parts, by their usual names.

    Args:
        parts: The parts.
        found: What was found on the way through the file.
        findings: What is refused in a template and told of a document that has come back: links.
        is_rebuilt: Whether the parts are others than those in the file.
    """

    def __init__(
        self, parts: Mapping[str, bytes], found: Followed, findings: tuple[Finding, ...], *, is_rebuilt: bool
    ) -> None:
        """Keep the parts, and what is said of them."""
        super().__init__(parts)
        self.dropped: tuple[str, ...] = tuple(found.dropped)
        self.loose: dict[str, bytes] = found.loose
        self.findings = findings
        self.is_ours: bool = found.is_ours
        self.is_rebuilt = is_rebuilt

    def remark(self, place: str = "") -> tuple[Finding, ...]:
        """Tell what the file had that nobody sees and that does not travel."""
        return _rebuild.not_carried(self.dropped, place)


def open_package(content: bytes) -> Package:
    """Open a package from outside, within the limits, and give its parts by their usual names.

    The data of our own documents stay, and with them the prompts of fields; those of others are dropped.

    Raises:
        DocumentError: It is no docx, is too large, or holds what is refused; all of it, with what and where.
    """
    return _held(_unpacked(content), is_ours=None)


def open_template(content: bytes) -> Package:
    """Open a package that documents are made of, or that is printed: nothing of any document's data stays.

    Raises:
        DocumentError: As `open_package`; and where a link leads to what is no page and no mail address.
    """
    return of_template(open_package(content))


def of_template(package: Package) -> Package:
    """Give a package that has been opened as one that documents are made of.

    Raises:
        DocumentError: As `open_template`.
    """
    if package.is_ours:
        again = _held(package, is_ours=False)
        again.dropped = tuple(dict.fromkeys((*package.dropped, *again.dropped)))
        again.loose |= package.loose
        package = again
    if package.findings:
        raise DocumentError(*package.findings)
    return package


def _held(parts: Mapping[str, bytes], *, is_ours: bool | None) -> Package:
    """Hold the parts of a file to what is known.

    Raises:
        DocumentError: With all that is refused, but for links.
    """
    if _package.CONTENT_TYPES not in parts or _package.RELS not in parts:
        raise DocumentError(_findings.NOT_DOCX())
    xml = (part for name, part in parts.items() if _parts.is_xml(name, part))
    if sum(part.count(b"<") for part in xml) > 2 * MAX_ELEMENTS:
        raise DocumentError(_findings.TOO_MANY_ELEMENTS(antal=MAX_ELEMENTS))
    given, parts = parts, _parts.with_data_in_utf_8(parts)
    found = _follow.follow(parts, is_ours=is_ours)
    findings = (*found.unreadable, *_told(parts, found)) if found.faults or found.unreadable else ()
    if any(finding.code != _findings.LINK_TARGET.code for finding in findings):
        raise DocumentError(*findings)
    made = _rebuild.rebuilt(parts, found)
    return Package(made, found, findings, is_rebuilt=made != given)


def _told(parts: Mapping[str, bytes], found: Followed) -> Iterator[Finding]:
    """Tell of everything that is refused, each thing at its place once, and first where a person sees it."""
    places, names = _places.Places(_rebuild.rebuilt(parts, found)), _rebuild.usual_names(found)
    told: set[Any] = set()
    for part, fault in sorted(found.faults, key=lambda each: each[1].element is None):
        place, message = _place(part, fault, places, names), fault.finding.message
        if (message, place) not in told and not (fault.element is None and message in told):
            told |= {(message, place), message}
            yield attrs.evolve(fault.finding, place=place)


def _place(part: Part, fault: Fault, places: _places.Places, names: Mapping[str, str]) -> str:
    """Say where something is refused: the paragraph, else the part as a person calls it."""
    if part.kind not in _known.KINDS:
        return part.name
    around = [] if fault.element is None else fault.element.iterancestors(f"{W}p")
    paragraph = next(iter(around), None)
    if paragraph is not None and part.root is not None:
        with contextlib.suppress(
            DocumentError
        ):  # the styles, by which headings are known, may be what is wrong
            return places(names[part.name], list(part.root.iter(f"{W}p")).index(paragraph), 0)
    return _known.KINDS[part.kind].place


def _check_kind(content: bytes) -> None:
    """Refuse other kinds of file by what they begin with, whatever their name says.

    Raises:
        DocumentError: It is one of those, or has a password.
    """
    if content.startswith(_OLD_OFFICE):
        raise DocumentError(_findings.ENCRYPTED() if _WITH_PASSWORD in content else _findings.OLD_FORMAT())
    beginning = content[:_FIRST].lstrip().lower()
    for mark, kind in _KINDS.items():
        if beginning.startswith(mark.lower()):
            raise DocumentError(_findings.OTHER_KIND(slags=kind))
    if _ODT in content[:_FIRST]:
        raise DocumentError(_findings.OTHER_KIND(slags="en fil fra LibreOffice (.odt)"))


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Unpack a file within the limits.

    Raises:
        DocumentError: It is no docx, or too large.
    """
    if len(content) > MAX_PACKED:
        raise DocumentError(_findings.FILE_TOO_LARGE(mb=MAX_PACKED // MB))
    _check_kind(content)
    _check_end(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _check_directory(infos)
            return {info.filename: _read(archive, info) for info in infos if not info.is_dir()}
    except DocumentError:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error) as error:
        raise DocumentError(_findings.DAMAGED()) from error
    except (EOFError, NotImplementedError, OSError, RuntimeError, UnicodeDecodeError, ValueError) as error:
        raise DocumentError(_findings.DAMAGED()) from error


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
    if len({_parts.folded(name) for name in names}) < len(names):
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
