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
_UTF8_NAME = 0x800
_STORED, _DEFLATED = 0, 8
_ALWAYS = {
    "made_by": 3 << 8 | 20,  # Unix, version 2.0
    "version_needed": 20,
    "date": 0x21,  # 1 January 1980
}


class _Record:
    """A record of the zip format: a signature, then its fields in order, each with its size as `struct` writes it.

    Source:
        APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
    """

    def __init__(self, signature: bytes, **fields: str) -> None:
        self._names = tuple(fields)
        self._struct = struct.Struct(f"<4s{''.join(fields.values())}")
        self._signature = signature

    def pack(self, values: Mapping[str, int]) -> bytes:
        """Give the record; a field without a value is 0, and a value without a field is left out."""
        return self._struct.pack(self._signature, *[values.get(name, 0) for name in self._names])


_OF_MEMBER = {
    "version_needed": "H",
    "flags": "H",
    "method": "H",
    "time": "H",
    "date": "H",
    "crc": "L",
    "packed_size": "L",
    "size": "L",
    "name_length": "H",
    "extra_length": "H",
}
_LOCAL = _Record(b"PK\3\4", **_OF_MEMBER)
_CENTRAL = _Record(
    b"PK\1\2",
    made_by="H",
    **_OF_MEMBER,
    comment_length="H",
    disk="H",
    internal_attributes="H",
    external_attributes="L",
    offset="L",
)
_END = _Record(
    b"PK\5\6",
    disk="H",
    disk_of_directory="H",
    count_on_disk="H",
    count="H",
    directory_size="L",
    directory_offset="L",
    comment_length="H",
)


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
    end = {
        "count_on_disk": count,
        "count": count,
        "directory_size": len(directory),
        "directory_offset": len(body),
    }
    body += directory + _END.pack(end)
    return bytes(body)


def _append(body: bytearray, directory: bytearray, name: bytes, content: bytes, *, level: int) -> None:
    method, data = _STORED, content
    if len(content) >= _STORE_BELOW or level > LEVEL:
        packer = zlib.compressobj(level, zlib.DEFLATED, -15)
        method, data = _DEFLATED, packer.compress(content) + packer.flush()
    values = {
        **_ALWAYS,
        "flags": 0 if name.isascii() else _UTF8_NAME,
        "method": method,
        "crc": zlib.crc32(content),
        "packed_size": len(data),
        "size": len(content),
        "name_length": len(name),
        "offset": len(body),
    }
    body += _LOCAL.pack(values) + name + data
    directory += _CENTRAL.pack(values) + name
