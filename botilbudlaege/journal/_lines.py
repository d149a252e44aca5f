"""A journal as JSON Lines: a line an entry, added as documents are made."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO, TYPE_CHECKING

from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import _findings
from botilbudlaege.journal._issued import Issued, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a file is opened of which a link is not followed, and for which nobody waits."""


class JsonLines:
    """A journal in a file of its own.

    A line that is none, as the last one of a program that was killed, is passed over.

    Args:
        path: The file; it is made when there is something to say. A link is not followed.

    >>> import tempfile
    >>> from botilbudlaege import load, render
    >>> from botilbudlaege.journal import JsonLines, issued
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> journal = JsonLines(Path(tempfile.mkdtemp(), "udstedt.jsonl"))
    >>> journal.add([issued(render(plan), plan, file="aeblehaven.docx")])
    >>> [(entry.file, entry.home.navn) for entry in journal.entries()]
    [('aeblehaven.docx', 'æblehaven')]
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Say where."""
        self._path = Path(path)
        self._cut: bool | None = None

    def entries(self) -> Iterator[Issued]:
        """Give what holds of each file, in the order in which they were first issued.

        Raises:
            DocumentError: The file cannot be read, or is a link.
        """
        found: dict[str, Issued] = {}
        for entry in self.history():
            found[entry.file] = entry
        yield from found.values()

    def history(self) -> Iterator[Issued]:
        """Give all that was ever said, the oldest first; see `entries`."""
        try:
            with self._opened("rb") as file:
                for line in file:
                    self._cut = not line.endswith(b"\n")
                    try:
                        yield from_json(line)
                    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                        continue
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._unusable(error) from error

    def add(self, entries: Iterable[Issued]) -> None:
        """Add entries.

        Raises:
            DocumentError: The file cannot be written, or is a link.
        """
        lines = "".join(f"{to_json(entry)}\n" for entry in entries)
        if not lines:
            return
        try:
            with self._opened("ab") as file:
                cut = self._is_cut() if self._cut is None else self._cut
                file.write((("\n" if cut else "") + lines).encode("utf-8", "replace"))
        except OSError as error:
            raise self._unusable(error) from error
        self._cut = False

    def _is_cut(self) -> bool:
        """Tell whether the last line has no end."""
        with self._opened("rb") as file:
            if file.seek(0, os.SEEK_END) == 0:
                return False
            file.seek(-1, os.SEEK_END)
            return file.read() != b"\n"

    def _opened(self, mode: str) -> IO[bytes]:
        """Open the file itself; one that is also elsewhere, or is somewhere else, is none of ours.

        Raises:
            OSError: It cannot be opened; `ELOOP` for a link.
        """
        if self._path.is_symlink():
            raise OSError(errno.ELOOP, "a link")
        file: IO[bytes] = open(self._path, mode, opener=_opener)  # noqa: SIM115 - closed by who asked for it
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
            file.close()
            raise OSError(errno.ELOOP, "a link")
        return file

    def _unusable(self, error: OSError) -> DocumentError:
        entry = _findings.JOURNAL_IS_LINK if error.errno == errno.ELOOP else _findings.JOURNAL_UNUSABLE
        return DocumentError(entry(place=self._path.name))


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | NO_LINKS, 0o666)
