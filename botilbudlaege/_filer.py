"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

from botilbudlaege.errors import DocumentError, Finding

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Write through a temporary file in the same folder; an existing file stays unless `overwrite`.

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
        raise _refused(
            path,
            "file-exists",
            "Filen findes allerede.",
            "Vælg et andet navn, eller overskriv den (--overwrite, overwrite=True).",
        ) from error
    except FileNotFoundError as error:
        raise _refused(path, "no-folder", "Mappen findes ikke.", "Opret den først.") from error
    except (OSError, ValueError) as error:
        raise _refused(
            path, "cannot-write", "Filen kan ikke skrives.", "Vælg et andet navn eller sted."
        ) from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


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


def _refused(path: Path, code: str, message: str, remedy: str) -> DocumentError:
    return DocumentError(Finding(code=code, message=message, remedy=remedy, place=path.name))
