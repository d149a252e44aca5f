"""A journal as JSON Lines: a line an entry, added as documents are made."""

from __future__ import annotations

import errno
import itertools
import os
import stat
from pathlib import Path
from typing import IO, TYPE_CHECKING

from botilbudlaege import _files
from botilbudlaege._arguments import NUMBER, PATH, takes
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import _findings
from botilbudlaege.journal._issued import ENTRIES, Issued, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

    @takes(path=PATH)
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
        for _, entry in self._lines():
            if entry is not None:
                found[entry.file] = entry
        yield from found.values()

    def history(self) -> Iterator[Issued]:
        """Give all that was ever said, the oldest first, but what `compact` has moved before the rest; see `entries`."""
        for _, entry in itertools.chain(self._moved._lines(), self._lines()):  # noqa: SLF001 - its own kind
            if entry is not None:
                yield entry

    @takes(least=NUMBER)
    def compact(self, *, least: int = 0) -> int:
        """Move what holds no longer into a file beside it, `NAME.old.jsonl`, so that what holds is quickly read.

        Nothing is lost: `history` reads both, and whoever adds meanwhile waits.

        Args:
            least: Of so many bytes the file has to be, and half of its lines out of date; of a smaller one nothing is moved.

        Returns:
            How many lines were moved.

        Raises:
            DocumentError: The file cannot be read or written, or is a link.
        """
        if not self._is_larger(least):
            return 0
        with self._alone():
            return self._compacted(least=least)

    def _compacted(self, *, least: int) -> int:
        first: dict[str, int] = {}  # in the order in which their files came
        last: dict[str, int] = {}
        count = 0
        for _, entry in self._lines():
            if entry is not None:
                first.setdefault(entry.file, count)
                last[entry.file] = count
            count += 1
        outdated = count - len(last)
        if not outdated or (least and outdated < len(last)):
            return 0
        lines = [line for line, _ in self._lines()]
        holding = {*last.values()}
        old = b"".join(line for number, line in enumerate(lines) if number not in holding)
        self._moved._write(old)  # noqa: SLF001 - its own kind
        _files.write(self._path, b"".join(lines[last[file]] for file in first), overwrite=True)
        return outdated

    @property
    def _moved(self) -> JsonLines:
        return JsonLines(self._path.with_suffix(f".old{self._path.suffix}"))

    def _alone(self) -> IO[bytes]:
        """Open the file to add to it, when nobody else does so; one that was replaced meanwhile is opened anew."""
        while True:
            file = self._opened("ab")
            try:
                waited = _wait_for(file.fileno())
                if not waited or os.path.samestat(os.fstat(file.fileno()), self._path.lstat()):
                    return file
            except FileNotFoundError:
                pass
            file.close()

    def _is_larger(self, least: int) -> bool:
        try:
            return self._path.stat().st_size >= least
        except OSError:
            return False

    def _lines(self) -> Iterator[tuple[bytes, Issued | None]]:
        """Give each line, with its end, and what it says; None for one that is none."""
        try:
            with self._opened("rb") as file:
                for line in file:
                    self._cut = not line.endswith(b"\n")
                    try:
                        entry = from_json(line)
                    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                        entry = None
                    yield line.rstrip(b"\n") + b"\n", entry
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._unusable(error) from error

    @takes(entries=ENTRIES)
    def add(self, entries: Iterable[Issued]) -> None:
        """Add entries.

        Raises:
            DocumentError: The file cannot be written, or is a link.
        """
        add_lines(self, [to_json(entry) for entry in entries])

    def _write(self, lines: bytes) -> None:
        try:
            with self._alone() as file:
                cut = self._is_cut() if self._cut is None else self._cut
                file.write((b"\n" if cut else b"") + lines)
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


def add_lines(journal: JsonLines, lines: Sequence[str]) -> None:
    """Add entries that are written already, as a worker does: each a line as the file has it, without its end.

    Raises:
        DocumentError: The file cannot be written, or is a link.
    """
    if lines:
        journal._write("\n".join([*lines, ""]).encode("utf-8", "replace"))  # noqa: SLF001 - of the same module


def _wait_for(file: int) -> bool:
    """Wait until nobody else adds to a file; False where the system or the file system has no locks."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(file, fcntl.LOCK_EX)
    except (ImportError, OSError):
        return False
    return True


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | NO_LINKS, 0o666)
