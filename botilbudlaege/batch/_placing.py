"""Documents put in a batch's folder: what an earlier run made and nobody has changed is replaced, and nothing else."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _digest, _filer
from botilbudlaege import _findings as _common
from botilbudlaege.batch import _findings
from botilbudlaege.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a file is opened of which a link is not followed, and for which nobody waits."""


@attrs.frozen
class Noted:
    """What the journal has of a file.

    Args:
        key: What it was made of.
        content: The digest of what was written; empty in a journal of before there were digests.
        kind: The kind of document, and whether it is a draft; empty where it was not noted.
    """

    key: str
    content: str = ""
    kind: str = ""


def kind_of(document: str, *, draft: bool) -> str:
    """Name a kind of document, as the journal notes it.

    >>> kind_of("kontrakt", draft=True)
    'kontrakt, kladde'
    """
    return f"{document}, kladde" if draft else document


def place(path: Path, content: bytes, *, kind: str, noted: Noted | None, overwrite: bool) -> None:
    """Write a document of a batch.

    Looked at here, where it is replaced, and not when the run began: a run may take long.

    Args:
        path: Where.
        content: What.
        kind: Its kind, see `kind_of`.
        noted: What the journal has of a file of that name; None for a file that no run has made.
        overwrite: Whether what is there may be replaced, whatever it is.

    Raises:
        DocumentError: There is something else, or the file cannot be written.
    """
    if path.is_dir() and not path.is_symlink():
        raise DocumentError(_findings.FOLDER_IN_THE_WAY(place=path.name))
    there = None if overwrite or noted is None else digest_of_file(path)
    ours = noted is not None and there is not None and there in (noted.content, _EMPTY)
    if noted is not None and ours and not may_follow(noted.kind, kind):
        raise DocumentError(_findings.OTHER_KIND(place=path.name, slags=noted.kind))
    try:
        _filer.write(path, content, overwrite=overwrite or ours, same=True)
    except DocumentError as error:
        if noted is None or error.findings[0].code != _common.FILE_EXISTS.code:
            raise
        entry = _findings.CHANGED_BY_HAND if noted.content else _findings.NOT_KNOWN_HOW
        raise DocumentError(entry(place=path.name)) from error


def may_follow(old: str, new: str) -> bool:
    """Tell whether a document may take the place of one that nobody has changed: the same kind, and no draft a final's.

    >>> may_follow("kontrakt, kladde", "kontrakt"), may_follow("kontrakt", "kontrakt, kladde")
    (True, False)
    """
    return old in ("", new, f"{new}, kladde")


_EMPTY = _digest.of_content(b"")  # what a full disk leaves of our own; nothing of anybody's is lost in it


def digest_of_file(path: Path) -> str | None:
    """Give the digest of a file's content; None where there is none, or a link or a folder."""
    with contextlib.suppress(OSError, ValueError), open(path, "rb", opener=_opened) as file:
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode) and not path.is_symlink():
            return _digest.of_content(file.read())
    return None


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | NO_LINKS)
