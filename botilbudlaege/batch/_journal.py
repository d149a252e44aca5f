"""The journal of a batch: what it has made in a folder, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import errno
import json
import os
import stat
from typing import IO, TYPE_CHECKING

from botilbudlaege import _digest
from botilbudlaege.batch import _findings
from botilbudlaege.batch._placing import NO_LINKS, Noted
from botilbudlaege.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path


class Journal:
    """Which files earlier runs made in the folder, of which facts, and what they held; a line a file, added as they are made.

    A line is a list of the file's name, the key of what it was made of, the digest of its content and its kind; the
    journals of before had the first two.
    """

    def __init__(self, path: Path, task: str) -> None:
        self._path = path
        self._task = task
        self._known: dict[str, Noted] = {}
        self._new: list[str] = []
        content = self._read()
        for line in content.splitlines():
            try:
                file, *noted = json.loads(line)
                self._known[str(file)] = Noted(*map(str, noted))
            except (ValueError, TypeError, RecursionError):
                continue  # the last line of a run that was killed
        self._cut = not content.endswith(b"\n") and content != b""

    def noted(self, file: str) -> Noted | None:
        """Give what an earlier run noted of a file that it made; None for one that it did not make."""
        return self._known.get(file)

    def made(self, file: str, digest: str) -> bool:
        """Tell whether an earlier run made the file of just these facts, with just this pack."""
        noted = self._known.get(file)
        return noted is not None and noted.key == self._key(digest)

    def _key(self, digest: str) -> str:
        return _digest.of_facts(f"{self._task} {digest}")

    def add(self, file: str, digest: str, *, content: str, kind: str) -> None:
        """Remember a file."""
        line = [file, self._key(digest), content, kind]
        self._new.append(json.dumps(line, ensure_ascii=False) + "\n")

    def flush(self) -> None:
        """Write what is new."""
        if not self._new:
            return
        lines = ("\n" if self._cut else "") + "".join(self._new)
        try:
            with self._opened("ab") as file:
                file.write(lines.encode("utf-8"))
        except OSError as error:
            raise self._unusable(error) from error
        self._cut = False
        self._new.clear()

    def _read(self) -> bytes:
        try:
            with self._opened("rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise self._unusable(error) from error

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
