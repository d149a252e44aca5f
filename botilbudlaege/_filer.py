"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from typing import TYPE_CHECKING

from botilbudlaege import _findings
from botilbudlaege.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")


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
    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(content)
        if overwrite:
            temporary.replace(path)
        else:
            _place_new(temporary, path)
    except FileExistsError as error:
        if same and _holds(path, content):
            return
        raise DocumentError(_findings.FILE_EXISTS(place=path.name)) from error
    except FileNotFoundError as error:
        raise DocumentError(_findings.NO_FOLDER(place=path.name)) from error
    except (OSError, ValueError) as error:
        raise DocumentError(_findings.CANNOT_WRITE(place=path.name)) from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return not path.is_symlink() and path.read_bytes() == content
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
