"""A docx written as a zip of which most parts never change: those are packed once, and a render appends the rest."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LEVEL = 1
_STORE_BELOW = 2_000  # setting up a deflate costs more than it saves on a small part
_DATE = 0x21  # 1 January 1980
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8_NAME = 0x800


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


def finish(blob: Blob, members: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Append members, each a name and a content, and close the archive."""
    body, directory = bytearray(blob.body), bytearray(blob.directory)
    count = blob.count
    for name, content in members:
        _append(body, directory, name, content, level=LEVEL)
        count += 1
    start = len(body)
    body += directory
    body += _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
    return bytes(body)


def _append(body: bytearray, directory: bytearray, name: bytes, content: bytes, *, level: int) -> None:
    method, data = 0, content
    if len(content) >= _STORE_BELOW or level > LEVEL:
        packer = zlib.compressobj(level, zlib.DEFLATED, -15)
        method, data = 8, packer.compress(content) + packer.flush()
    crc = zlib.crc32(content)
    offset = len(body)
    flags = 0 if name.isascii() else _UTF8_NAME
    body += _LOCAL.pack(
        b"PK\3\4", 20, flags, method, 0, _DATE, crc, len(data), len(content), len(name), 0
    )  # fmt: skip
    body += name
    body += data
    directory += _CENTRAL.pack(
        b"PK\1\2", 20, 3, 20, 0, flags, method, 0, _DATE, crc, len(data), len(content), len(name), 0, 0, 0, 0, 0, offset
    )  # fmt: skip
    directory += name
