"""A docx written as a zip of which most parts never change: those are packed once, and a render appends the rest."""

from __future__ import annotations

import functools
import struct
import zlib
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LEVEL = 1
_STORE_BELOW = 2_000  # setting up a deflate costs more than it saves on a small part
_LARGE = 50_000  # as pictures are: they are not kept
_UTF8_NAME = 0x800
_STORED, _DEFLATED = 0, 8
_MADE_BY, _VERSION = 3 << 8 | 20, 20  # Unix, version 2.0
_DATE = 0x21  # 1 January 1980
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
"""The records of the zip format: APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16."""


@attrs.frozen
class Blob:
    """The members that never change, packed, with their directory.

    Args:
        body: Local headers and data.
        directory: The members' entries of the central directory.
        count: How many they are.
    """

    body: bytes
    directory: bytes
    count: int


def pack(parts: Mapping[str, bytes]) -> Blob:
    """Pack the members that never change, as small as it goes."""
    body, directory = bytearray(), bytearray()
    for name, content in parts.items():
        _append(body, directory, name.encode(), content, level=9)
    return Blob(bytes(body), bytes(directory), len(parts))


class Packing:
    """Members that never change, packed when they are first asked for.

    Args:
        parts: Their contents by name.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Keep the contents until then."""
        self._parts: Mapping[str, bytes] | None = parts
        self._blob: Blob | None = None

    def blob(self) -> Blob:
        """Give them packed."""
        parts = self._parts
        if parts is not None:
            self._blob = pack(parts)
            self._parts = None
        assert self._blob is not None  # noqa: S101 - it is there before the contents go
        return self._blob


def packed(blob: Blob | Packing) -> Blob:
    """Give members that never change as they are packed."""
    return blob.blob() if isinstance(blob, Packing) else blob


def finish(blob: Blob, members: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Append members, each a name and a content, and close the archive."""
    body, directory = bytearray(blob.body), bytearray(blob.directory)
    count = blob.count
    for name, content in members:
        _append(body, directory, name, content, level=LEVEL)
        count += 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return b"".join((body, directory, end))


def _append(body: bytearray, directory: bytearray, name: bytes, content: bytes, *, level: int) -> None:
    method, data = _STORED, content
    if len(content) >= _STORE_BELOW or level > LEVEL:
        is_shared = level > LEVEL and len(content) < _LARGE
        method, data = _DEFLATED, (_once if is_shared else deflated)(content, level)
    flags = 0 if name.isascii() else _UTF8_NAME
    size, packed = len(content), len(data)
    both = (_VERSION, flags, method, 0, _DATE, zlib.crc32(content), packed, size, len(name), 0)
    directory += _CENTRAL.pack(b"PK\1\2", _MADE_BY, *both, 0, 0, 0, 0, len(body)) + name
    body += _LOCAL.pack(b"PK\3\4", *both) + name
    body += data


def deflated(content: bytes, level: int = LEVEL) -> bytes:
    """Pack a content, as a member of a zip is."""
    return zlib.compress(content, level, wbits=-zlib.MAX_WBITS)


_once = functools.lru_cache(maxsize=16)(deflated)
"""The templates of a pack have their styles, theme and settings in common."""
