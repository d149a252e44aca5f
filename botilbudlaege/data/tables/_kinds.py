"""The kind of file that a table is, by what stands in it, whatever its name ends on."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from botilbudlaege.data.tables import _findings

if TYPE_CHECKING:
    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = b"macroEnabled"
_TYPES = "[Content_Types].xml"
_MOST_TYPES = 1_000_000
_MARKUP = (b"<!doctype", b"<!--", b"<html", b"<table", b"<?xml", b"mime-version:")
_PDF = b"%pdf-"
_ZIP = b"PK"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BEGINNING = 1000
_NAMES = {
    ".xls": _findings.OLD_WORKBOOK,
    ".xlsm": _findings.WORKBOOK_WITH_MACROS,
    ".xlsb": _findings.BINARY_WORKBOOK,
    ".ods": _findings.OPEN_DOCUMENT,
    ".numbers": _findings.NUMBERS,
    "encrypted": _findings.ENCRYPTED_WORKBOOK,
    "word": _findings.WORD,
    "pdf": _findings.PDF,
}
OTHERS = (".xls", ".xlsm", ".xlsb", ".xlt", ".xltx", ".ods", ".fods", ".numbers", ".gsheet")
"""Endings of workbooks that are no .xlsx."""


def fault(content: bytes, suffix: str) -> Finding | None:
    """Say that a file is of a kind that is not read, or another one than its name says; None where it may be read."""
    if not content:
        return _findings.EMPTY_TABLE()
    kind = _kind(content)
    if kind in _NAMES:
        return _NAMES[kind]()
    entry = _misnamed(kind, suffix)
    return None if entry is None else entry(endelse=suffix)


def _misnamed(kind: str, suffix: str) -> Entry | None:
    if kind == ".xlsx":
        return _findings.WORKBOOK_MISNAMED if suffix not in ("", ".xlsx") else None
    if kind == "markup":
        return _findings.MARKUP if suffix else None
    return _findings.TEXT_MISNAMED if kind == "text" and suffix in (*OTHERS, ".xlsx") else None


def _kind(content: bytes) -> str:
    """Name the kind by the ending that it should have, or by what it is; nothing for the rest."""
    if content.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in content else ".xls"
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _kind_of_zip(content)
    begins = content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if begins.startswith(_PDF):
        return "pdf"
    if begins.startswith(_MARKUP):
        return "markup"
    if content.startswith(_UTF16):
        return "text"
    return "" if content.startswith(_ZIP) or b"\x00" in content[:_BEGINNING] else "text"


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = frozenset(archive.namelist())
            with archive.open(_TYPES) if _TYPES in names else io.BytesIO() as file:
                types = file.read(_MOST_TYPES)
    except Exception:  # noqa: BLE001 - damaged in one of many ways, which its reader will tell
        return ".xlsx"
    if "xl/workbook.bin" in names:
        return ".xlsb"
    if "xl/vbaProject.bin" in names or _MACROS in types:
        return ".xlsm"
    if "word/document.xml" in names:
        return "word"
    if "Index.zip" in names or any(name.endswith(".iwa") for name in names):
        return ".numbers"
    return ".ods" if "content.xml" in names and "mimetype" in names else ".xlsx"
