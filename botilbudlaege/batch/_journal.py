"""The journal of a batch: what it has made in a folder, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from botilbudlaege import _digest
from botilbudlaege.batch import _findings
from botilbudlaege.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path


class Journal:
    """Which files earlier runs made in the folder, of which facts; a line a file, added as they are made."""

    def __init__(self, path: Path, task: str) -> None:
        self._path = path
        self._task = task
        self._known: dict[str, str] = {}
        self._new: list[str] = []
        try:
            content = path.read_bytes() if path.exists() else b""
        except OSError as error:
            raise DocumentError(_findings.JOURNAL_UNUSABLE(place=path.name)) from error
        for line in content.splitlines():
            try:
                file, key = json.loads(line)
                self._known[str(file)] = str(key)
            except (ValueError, TypeError):
                continue  # the last line of a run that was killed
        self._cut = not content.endswith(b"\n") and content != b""

    def knows(self, file: str) -> bool:
        """Tell whether an earlier run made the file, of whatever facts."""
        return file in self._known

    def made(self, file: str, digest: str) -> bool:
        """Tell whether an earlier run made the file of just these facts, with just this pack."""
        return self._known.get(file) == self._key(digest)

    def _key(self, digest: str) -> str:
        return _digest.of_facts(f"{self._task} {digest}")

    def add(self, file: str, digest: str) -> None:
        """Remember a file."""
        self._new.append(json.dumps([file, self._key(digest)], ensure_ascii=False) + "\n")

    def flush(self) -> None:
        """Write what is new."""
        if not self._new:
            return
        lines = ("\n" if self._cut else "") + "".join(self._new)
        try:
            with self._path.open("ab") as file:
                file.write(lines.encode("utf-8"))
        except OSError as error:
            raise DocumentError(_findings.JOURNAL_UNUSABLE(place=self._path.name)) from error
        self._cut = False
        self._new.clear()
