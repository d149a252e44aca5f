"""pandoc, started once and asked about one document after the other: most of what a document took was to start it."""

from __future__ import annotations

import atexit
import functools
import os
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import IO

SECONDS = 60
FILTER = Path(__file__).with_suffix(".lua")


def tree(docx: bytes) -> bytes:
    """Give pandoc's tree of a document, as JSON.

    Raises:
        OSError: It could not read the document, or warned of something in it; the message is what it said.
    """
    return _pandoc().asked(docx)


class Pandoc:
    """A pandoc that waits for documents.

    Args:
        reading: What reads them: a filter of the empty document that it is started on.
    """

    def __init__(self, reading: Path = FILTER) -> None:
        """Start it."""
        self._warnings: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - it is there as long as the program
        self._program = subprocess.Popen(
            ["pandoc", "--from=markdown", "--to=json", f"--lua-filter={reading}", os.devnull],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._warnings,
        )

    def asked(self, docx: bytes) -> bytes:
        """Ask about a document; raise what it says against it."""
        assert self._program.stdin
        before = self._warned
        watch = threading.Timer(SECONDS, self._program.kill)
        watch.start()
        try:
            self._program.stdin.write(b"%d\n%b" % (len(docx), docx))
            self._program.stdin.flush()
            read, answer = self._told(), self._told()
        finally:
            watch.cancel()
        if self._warned != before:
            raise OSError(f"pandoc warns: {answer.decode()}")
        if read != b"true":
            raise OSError(answer.decode())
        return answer

    def end(self) -> None:
        """Let it end, as it does where there are no more documents."""
        self._program.communicate()
        self._warnings.close()

    @property
    def _warned(self) -> int:
        """How much it has written of what it warns of, which it does at once."""
        return os.fstat(self._warnings.fileno()).st_size

    def _told(self) -> bytes:
        assert self._program.stdout
        length = self._program.stdout.readline()
        return self._program.stdout.read(int(length))


@functools.cache
def _pandoc() -> Pandoc:
    """Start it, once a process."""
    return Pandoc()


@atexit.register
def end() -> None:
    """Let it end, where it was started; it is started anew where it is asked once more."""
    if _pandoc.cache_info().currsize:
        _pandoc().end()
        _pandoc.cache_clear()
