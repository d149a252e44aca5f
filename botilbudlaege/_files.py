"""Files read from wherever they are, and written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import attrs

from botilbudlaege import _findings
from botilbudlaege.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from botilbudlaege._catalogue import Entry

Readable = str | os.PathLike[str] | bytes | IO[bytes]
"""What files are read from: a path, the content, or an open file."""
Writable = str | os.PathLike[str] | IO[bytes]
"""What files are written to: a path, or an open file."""

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")


def unread(error: OSError | ValueError) -> Entry:
    """Give what is told of a file that cannot be read: it is a folder, it is not there, or the system refuses it."""
    if isinstance(error, IsADirectoryError):
        return _findings.IS_FOLDER
    return _findings.NO_FILE if isinstance(error, FileNotFoundError) else _findings.CANNOT_READ


@attrs.frozen
class Source:
    """A file to be read, wherever it is.

    Args:
        name: Its name, for messages; empty where it has none.
        suffix: The ending that says its format, in small letters, `.toml`; empty where nothing says it.
    """

    name: str
    suffix: str
    _of: Path | bytes | IO[Any] = attrs.field(repr=False)

    @classmethod
    def of(cls, readable: Readable, suffix: str | None = None) -> Source:
        """Take a path, the content, or an open file, which is read from where it stands and left open.

        Args:
            readable: What is read.
            suffix: The ending that says the format, with or without its dot; None for that of the file's name.

        Raises:
            TypeError: It is none of these.
        """
        if isinstance(readable, (str, os.PathLike)):
            source: Path | bytes | IO[Any] = Path(readable)
            name = Path(readable).name
        elif isinstance(readable, (bytes, bytearray, memoryview)):
            source, name = bytes(readable), ""
        elif hasattr(readable, "read"):
            source, name = readable, name_of(readable)
        else:
            raise TypeError(f"a path, bytes or an open file is read, not {type(readable).__name__}")
        return cls(name, suffix_of(name, suffix), source)

    @property
    def path(self) -> Path | None:
        """Its path; None where it is read from elsewhere."""
        return self._of if isinstance(self._of, Path) else None

    def read(self, most: int = -1) -> bytes:
        """Read it whole, or so many bytes of it.

        Raises:
            OSError: It cannot be read.
            ValueError: So it is called for names that no file can have, and files that are closed.
        """
        if isinstance(self._of, bytes):
            return self._of if most < 0 else self._of[:most]
        if isinstance(self._of, Path):
            with self._of.open("rb") as file:
                return file.read(most)
        content: bytes | str = self._of.read(most)
        return content.encode() if isinstance(content, str) else content


def name_of(file: IO[Any]) -> str:
    """Give the name of an open file without its folder; an empty one where it has none."""
    name = getattr(file, "name", None)
    return Path(name).name if isinstance(name, str) else ""


def suffix_of(name: str, suffix: str | None) -> str:
    """Give the ending that says a file's format: the one that is given, else that of its name."""
    return Path(name).suffix.lower() if suffix is None else f".{suffix.lstrip('.').lower()}"


def put(target: Writable, content: bytes, *, overwrite: bool) -> None:
    """Write to a path as `write` does, or into an open file.

    Raises:
        DocumentError: As `write`, or the file is closed, full, or open for text or for reading alone.
    """
    if isinstance(target, (str, os.PathLike)):
        write(Path(target), content, overwrite=overwrite)
        return
    try:
        target.write(content)
    except TypeError as error:
        raise DocumentError(_findings.OPEN_FOR_TEXT(place=name_of(target))) from error
    except (OSError, ValueError) as error:
        raise DocumentError(_unwritable(error)(place=name_of(target))) from error


def temporaries(folder: Path) -> tuple[Path, ...]:
    """List the temporary files in a folder: those being written now, and those of a program that was killed.

    One that was there when a long work began, and still is when it is done, is of the second kind; see `remove`.
    """
    return tuple(path for path in folder.iterdir() if _TEMPORARY.fullmatch(path.name))


def remove(paths: Iterable[Path]) -> None:
    """Remove files that are there."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def write(path: Path, content: bytes, *, overwrite: bool, same: bool = False) -> None:
    """Write through a temporary file in the same folder; an existing file stays unless `overwrite`.

    With `same`, a file that already holds just this content is as good as written.

    Raises:
        DocumentError: The file exists, its folder does not, or the system refuses to write there.
    """
    if overwrite and _is_device(path):
        raise DocumentError(_findings.IS_DEVICE(place=path.name))
    try:
        if overwrite or not _placed_whole(path, content):
            _through_temporary(path, content, overwrite=overwrite)
    except FileExistsError as error:
        if same and _holds(path, content):
            return
        taken = _findings.CANNOT_WRITE if path.is_dir() else _findings.FILE_EXISTS
        raise DocumentError(taken(place=path.name)) from error
    except FileNotFoundError as error:
        raise DocumentError(_findings.NO_FOLDER(place=path.name)) from error
    except (OSError, ValueError) as error:
        raise DocumentError(_unwritable(error)(place=path.name)) from error


def _is_device(path: Path) -> bool:
    """Tell whether there is what is neither file nor folder, as `/dev/null`: a file that took its place would harm every program."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _unwritable(error: OSError | ValueError) -> Entry:
    is_full = isinstance(error, OSError) and error.errno in _FULL
    return _findings.NO_ROOM if is_full else _findings.CANNOT_WRITE


def _through_temporary(path: Path, content: bytes, *, overwrite: bool) -> None:
    temporary = path.parent / f".{os.urandom(8).hex()}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(content)
        if overwrite:
            temporary.replace(path)
        else:
            _place_new(temporary, path)
    finally:
        with contextlib.suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


NAMELESS = getattr(os, "O_TMPFILE", 0)


def _placed_whole(path: Path, content: bytes) -> bool:
    """Write a new file that gets its name when it is whole, where the system has such: of it a program that is killed leaves nothing.

    Raises:
        FileExistsError: The name is taken.
    """
    if not NAMELESS:
        return False
    try:
        number = os.open(path.parent, NAMELESS | os.O_WRONLY, 0o666)
        try:
            _fill(number, content)
            # The folder that is given is passed over; without one the link would be to the link.
            os.link(f"/proc/self/fd/{number}", path, src_dir_fd=number)
        finally:
            os.close(number)
    except FileExistsError:
        raise
    except OSError:
        return False  # as on a file system that has none, or a full disk: the way that follows tells it
    return True


def _fill(number: int, content: bytes) -> None:
    """Write into an open file, by its number, which takes less than an object around it."""
    left = memoryview(content)
    while left:
        left = left[os.write(number, left) :]


def move(path: Path, target: Path) -> None:
    """Give a file another name; nothing is replaced.

    Raises:
        DocumentError: There is a file of that name, or the system refuses.
    """
    try:
        _place_new(path, target)
        with contextlib.suppress(
            FileNotFoundError
        ):  # where the file system has no hard links, it is there already
            path.unlink()
    except FileExistsError as error:
        raise DocumentError(_findings.FILE_EXISTS(place=target.name)) from error
    except OSError as error:
        raise DocumentError(_findings.CANNOT_WRITE(place=target.name)) from error


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether a file has a content; what is no file, as a pipe, is not waited for."""
    try:
        return path.is_file() and not path.is_symlink() and path.read_bytes() == content
    except OSError:
        return False


def _place_new(temporary: Path, path: Path) -> None:
    """Give the file its name, failing if the name is taken; a hard link does both in one step."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        temporary.replace(path)
