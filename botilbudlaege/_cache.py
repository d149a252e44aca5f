"""A cache between processes, of what has been made once on this machine: private to the user, bounded, and nothing but speed.

A file that is cut short, changed, of another program or not the user's own is not used, and no fault. Where the system
does not say who owns a file and who can write it, nothing is kept.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.util
import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from botilbudlaege import _shipped
from botilbudlaege._version import __version__

if TYPE_CHECKING:
    from collections.abc import Generator

VARIABLE = "BOTILBUDLAEGE_CACHE"
"""The environment's variable that names the folder; `nej` for none."""
OFF = "nej"
MOST_FILES = 1_200  # some 80 a pack
MOST_BYTES = 40_000_000
FORMAT = b"botilbudlaege 1\n"
_LATELY = 3600  # seconds within which it does not matter when a file was used last
_STALE = 3600  # seconds after which a file that is being written was left by a process that was killed
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_COMPILERS = ("jinja2", "markupsafe", "docxtpl", "docx", "lxml", "markdown_it", "attrs", "babel")
_LOOKED_AFTER = ("0", "1")
"""How the names begin, one in eight, with which the folder is looked through for what is too much."""
_SHORT = 40  # hexadecimal digits of a file's name


def found(*pieces: bytes) -> bytes | None:
    """Give what was made of these pieces before: on this machine, or before the library was packed; None for nothing."""
    if os.environ.get(VARIABLE) == OFF:
        return None
    name = key(*pieces)
    content = read(name)
    if content is None and (content := _shipped.read(*pieces)) is not None:
        write(name, content)
    return content


def keep(content: bytes, *pieces: bytes) -> None:
    """Keep what has just been made of these pieces."""
    write(key(*pieces), content)


def key(*pieces: bytes) -> str:
    """Name what is kept: by what it is made of, and by the versions of all that makes it."""
    found = hashlib.sha256(makers())
    for piece in pieces:
        found.update(b"%d:" % len(piece) + piece)
    return found.hexdigest()


def read(name: str) -> bytes | None:
    """Give what is kept under a name; None where there is nothing that can be relied on."""
    with _opened() as folder:
        if folder is None:
            return None
        try:
            content = _content(folder, name[:_SHORT])
        except OSError:
            return None
    head = _head(name, content[len(FORMAT) + 64 :])
    return content[len(head) :] if content.startswith(head) else None


def write(name: str, content: bytes) -> None:
    """Keep something under a name, whole or not at all; where that cannot be done, it is not kept."""
    with _opened(make=True) as folder:
        if folder is None:
            return
        temporary = f".{name[:_SHORT]}.{os.getpid()}.{time.monotonic_ns()}"
        try:
            _put(folder, temporary, _head(name, content) + content)
            os.rename(temporary, name[:_SHORT], src_dir_fd=folder, dst_dir_fd=folder)
            if name.startswith(_LOOKED_AFTER):
                _bound(folder)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(temporary, dir_fd=folder)


def _head(name: str, content: bytes) -> bytes:
    """Give what stands before a content: it tells one that was changed, or that belongs under another name."""
    return FORMAT + hashlib.sha256(name.encode() + content).hexdigest().encode()


# The folder and its files -------------------------------------------------------------------------------


def folder() -> Path | None:
    """Give the folder that things are kept in; None for none."""
    said = os.environ.get(VARIABLE)
    if said == OFF or not hasattr(os, "geteuid") or os.open not in os.supports_dir_fd:
        return None
    if said:
        return Path(said)
    usual = "~/Library/Caches" if sys.platform == "darwin" else "~/.cache"
    path = Path(os.path.expanduser(os.environ.get("XDG_CACHE_HOME") or usual))  # noqa: PTH111 - where there is no home, it stays as it is
    return path / "botilbudlaege" if path.is_absolute() else None


@contextlib.contextmanager
def _opened(*, make: bool = False) -> Generator[int | None]:
    """Open the folder, if it is the user's own and no one else can write there; give its descriptor, or None."""
    path = folder()
    descriptor = None if path is None else _descriptor(path, make=make)
    try:
        yield descriptor
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _descriptor(path: Path, *, make: bool) -> int | None:
    try:
        descriptor = _made(path) if make else _open(path)
    except (OSError, ValueError):
        return None
    if _is_own(os.fstat(descriptor)):
        return descriptor
    os.close(descriptor)
    return None


def _made(path: Path) -> int:
    """Open the folder; where there is none, it is made."""
    try:
        return _open(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700)
        return _open(path)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)


def _is_own(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


def _content(folder: int, name: str) -> bytes:
    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        status = os.fstat(descriptor)
        usable = stat.S_ISREG(status.st_mode) and _is_own(status) and status.st_size <= MOST_BYTES
        if usable and status.st_mtime < time.time() - _LATELY:
            with contextlib.suppress(OSError):
                os.utime(descriptor)  # what is used stays longest
        return file.read(MOST_BYTES) if usable else b""


def _put(folder: int, name: str, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    with open(os.open(name, flags, 0o600, dir_fd=folder), "wb") as file:  # noqa: PTH123 - as above
        file.write(content)


def _bound(folder: int) -> None:
    """Take away what is too much, what was not used for longest first, and what a process that was killed left half-written."""
    found = []
    for name in os.listdir(folder):
        with contextlib.suppress(OSError):
            status = os.stat(name, dir_fd=folder, follow_symlinks=False)
            found.append((status.st_mtime, status.st_size, name))
    now, count, size = time.time(), 0, 0
    for changed, bytes_, name in sorted(found, reverse=True):
        count, size = count + 1, size + bytes_
        left = name.startswith(".") and changed < now - _STALE
        if left or count > MOST_FILES or size > MOST_BYTES:
            with contextlib.suppress(OSError):
                os.unlink(name, dir_fd=folder)


# What makes it ------------------------------------------------------------------------------------------


@functools.cache
def makers() -> bytes:
    """Say which versions things are made by: this library as its files stand, Python, and the packages that compile."""
    said = [__version__, sys.version, *_own_files(), *map(stamp, _COMPILERS)]
    return hashlib.sha256("\n".join(said).encode()).digest()


def _own_files() -> list[str]:
    """List this library's modules with what changes when one is written, so that one that is being worked on is another."""
    said = []
    folders = [str(Path(__file__).parent)]
    for path in folders:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".toml")):
                    said.append(_stamp(entry.path, entry.stat()))
                elif (
                    "." not in entry.name
                    and entry.name not in ("__pycache__", "templates")
                    and entry.is_dir()
                ):
                    folders.append(entry.path)
    return sorted(said)


def stamp(package: str) -> str:
    """Tell a package's version by its own file, without loading it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return package
    try:
        return _stamp(spec.origin, Path(spec.origin).stat())
    except OSError:
        return f"{package} {spec.origin}"


def _stamp(path: str, status: os.stat_result) -> str:
    """Say which file it is, as it was last written: its day may be set to what it was, but not when its record changed."""
    return f"{path} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
