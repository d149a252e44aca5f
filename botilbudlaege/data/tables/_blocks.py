"""Large files of text read block by block, so that they are never held whole: those that need no more than a look."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.data.tables import _bounds, _characters, _findings
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege._files import Source

LARGE = 1_000_000
"""The bytes from which on a file is read so."""
BLOCK = 500_000
_MARK = "\ufeff"
_NOT_PLAIN = ("\0", "\x1a")
_Stamp = tuple[int, int, int]


@attrs.frozen
class Blocks:
    """A file that is UTF-8 as it should be; what else it may be has to be told from the whole.

    Args:
        path: The file.
        stamp: What tells it from what it may be later.
        first: Its first block.
        is_composed: Whether its letters are composed, and all its signs are seen.
    """

    _path: Path
    _stamp: _Stamp
    first: str
    is_composed: bool

    def __iter__(self) -> Iterator[str]:
        """Give the text, each block with whole lines.

        Raises:
            DataError: The file has become another since it was looked through: its rows would be those of two.
        """
        try:
            for block in _blocks(self._path):
                self._refuse_another()
                yield block
            self._refuse_another()
        except (OSError, UnicodeDecodeError):
            raise DataError(_findings.CHANGED_WHILE_READ()) from None

    def _refuse_another(self) -> None:
        if _stamp(self._path) != self._stamp:
            raise DataError(_findings.CHANGED_WHILE_READ())


def of(source: Source, *, lines: int) -> Blocks | None:
    """Look through a large file; None for one that is to be read whole: a small one, and what is not plainly UTF-8.

    Args:
        source: The file.
        lines: How many lines the first block has to have.
    """
    path = source.path
    try:
        if path is None or not _is_large(path):
            return None
        return _seen(path, _stamp(path), lines)
    except (OSError, ValueError):  # the second is also that of letters that are no UTF-8
        return None


def _is_large(path: Path) -> bool:
    found = path.stat()
    return stat.S_ISREG(found.st_mode) and LARGE <= found.st_size <= _bounds.MAX_FILE


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _seen(path: Path, stamp: _Stamp, lines: int) -> Blocks | None:
    first: str | None = None
    is_ascii = is_composed = True
    has_danish = False
    for block in _blocks(path):
        if any(sign in block for sign in _NOT_PLAIN) or _characters.double_encoded(block):
            return None
        first = block if first is None else first
        is_ascii = is_ascii and block.isascii()
        is_composed = is_composed and _characters.is_composed(block)
        has_danish = has_danish or _characters.has_danish(block)
    if first is None or first.count("\n") <= lines or not (is_ascii or has_danish):
        return None
    return Blocks(path, stamp, first, is_composed)


def _blocks(path: Path) -> Iterator[str]:
    """Give the text in blocks that end with a line, the last one as it ends."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    left, is_first = "", True
    with path.open("rb") as file:
        while content := file.read(BLOCK):
            text = left + decoder.decode(content)
            if is_first and text:
                text, is_first = text.lstrip(_MARK), False
            whole, end, left = text.rpartition("\n")
            if end:
                yield whole + end
    left += decoder.decode(b"", final=True)
    if left:
        yield left
