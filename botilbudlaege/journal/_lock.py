"""One run at a time in a folder: a file that is locked for as long as it works, and let go by the system when it is killed."""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from typing import TYPE_CHECKING

from botilbudlaege.journal._lines import NO_LINKS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

LOCK = ".botilbudlaege-batch.lock"
_IN_USE = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_HERE: set[str] = set()
"""The folders that runs of this process work in: the system locks out other processes alone."""
_CHANGING = threading.Lock()


@contextlib.contextmanager
def alone(folder: Path) -> Generator[None]:
    """Work in a folder alone, for as long as the block lasts.

    Where no file can be made or the file system has no locks, nothing is locked out.

    Raises:
        BlockingIOError: Somebody else works in it.
    """
    path = folder.resolve() / LOCK
    with _CHANGING:
        if str(path) in _HERE:
            raise BlockingIOError(errno.EAGAIN, "in use")
        _HERE.add(str(path))
    try:
        with _locked(path):
            yield
    finally:
        with _CHANGING:
            _HERE.discard(str(path))


@contextlib.contextmanager
def _locked(path: Path) -> Generator[None]:
    file = _open(path)
    try:
        yield
    finally:
        if file is not None:
            with contextlib.suppress(OSError):
                path.unlink()
            os.close(file)
            with contextlib.suppress(OSError):
                path.unlink()  # where a file that is open cannot be removed


def _open(path: Path) -> int | None:
    """Open the file and lock it; None where that cannot be done."""
    while True:
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT | NO_LINKS, 0o666)
        except OSError:
            return None
        try:
            _lock(file)
        except OSError as error:
            os.close(file)
            if error.errno in _IN_USE:
                raise BlockingIOError(error.errno, "in use") from error
            return None
        if _is_it(file, path):
            return file
        os.close(file)  # the one who had it has removed it


def _is_it(file: int, path: Path) -> bool:
    """Tell whether the file that was locked is still the one of the name."""
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except OSError:
        return False


def _locker() -> Callable[[int], object]:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        import msvcrt  # noqa: PLC0415 - on Windows alone

        return lambda file: msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    return lambda file: fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_lock = _locker()
