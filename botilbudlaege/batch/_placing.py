"""Documents put in a batch's folder: what an earlier run made and nobody has changed is replaced, and nothing else."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING, Literal

from botilbudlaege import _digest, _files
from botilbudlaege import _findings as _ground
from botilbudlaege.batch import _findings
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal._lines import NO_LINKS
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from pathlib import Path

    from botilbudlaege.batch._bindings import Noted
    from botilbudlaege.errors import Finding

There = Literal["nothing", "ours", "empty", "signed", "theirs", "folder"]
"""What stands where a document is to be written: `ours` as an earlier run wrote it, `empty` of our own, as a full disk
leaves it, `signed` and so not to be replaced, `theirs` all else, `folder` a folder."""

_EMPTY = _digest.of_content(b"")


def there(path: Path, digest: str, *, is_signed: bool = False) -> There:
    """Say what stands at a place.

    Args:
        path: The place.
        digest: What the journal has of a file there; empty for none.
        is_signed: Whether the journal says that it is signed.
    """
    try:
        content = _content(path)
    except FileNotFoundError:
        return "nothing"
    except (OSError, ValueError):
        return "folder" if path.is_dir() and not path.is_symlink() else "theirs"
    found = _digest.of_content(content)
    if digest and found == digest:
        return "signed" if is_signed else "ours"
    if digest and found == _EMPTY and not is_signed:
        return "empty"
    return "signed" if digest and _package.is_signed(content) else "theirs"


def may_follow(old: str, new: str) -> bool:
    """Tell whether a document may take the place of one that nobody has changed: the same kind, and no draft a final's.

    >>> may_follow("kontrakt, kladde", "kontrakt"), may_follow("kontrakt", "kontrakt, kladde")
    (True, False)
    """
    return old in ("", new, f"{new}, kladde")


def place(path: Path, content: bytes, *, kind: str, noted: Noted | None, overwrite: bool) -> There:
    """Write a document of a batch, and say what stood there.

    Looked at here, where it is replaced, and not when the run began: a run may take long.

    Args:
        path: Where.
        content: What.
        kind: Its kind, see `kind_of`.
        noted: What the journal has of the document; None for one that no run has made.
        overwrite: Whether what is there may be replaced, whatever it is.

    Raises:
        DocumentError: There is something else, or the file cannot be written.
    """
    if noted is None and not overwrite:
        with contextlib.suppress(DocumentError):  # what is in the way is looked at below
            _files.write(path, content, overwrite=False, same=True)
            return "nothing"
    digest = "" if noted is None else noted.pdf if path.suffix == ".pdf" else noted.content
    stood = there(path, digest, is_signed=noted is not None and noted.is_signed)
    if stood == "folder":
        raise DocumentError(_findings.FOLDER_IN_THE_WAY(place=path.name))
    if stood == "signed" and not overwrite:
        raise DocumentError(_findings.SIGNED(place=path.name))
    if noted is not None and stood in ("ours", "empty") and not (overwrite or may_follow(noted.kind, kind)):
        raise DocumentError(_findings.OTHER_KIND(place=path.name, slags=noted.kind))
    try:
        _files.write(path, content, overwrite=overwrite or stood in ("ours", "empty"), same=True)
    except DocumentError as error:
        raise DocumentError(_changed(path, noted, error.findings[0])) from error
    return stood


def _changed(path: Path, noted: Noted | None, finding: Finding) -> Finding:
    """Say of a file that is there whether it was ours."""
    if noted is None or finding.code != _ground.FILE_EXISTS.code:
        return finding
    entry = _findings.CHANGED_BY_HAND if noted.content else _findings.NOT_KNOWN_HOW
    return entry(place=path.name)


def content_of(path: Path) -> bytes | None:
    """Read a file; None where there is none, or a link or a folder."""
    with contextlib.suppress(OSError, ValueError):
        return _content(path)
    return None


def _content(path: Path) -> bytes:
    """Read a file itself.

    Raises:
        OSError: There is none (`FileNotFoundError`), or it is a link, a folder or no file at all.
    """
    with open(path, "rb", opener=_opened) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode) or (not _REFUSES_LINKS and path.is_symlink()):
            raise OSError(errno.ELOOP, "no file")
        return file.read()


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | NO_LINKS)


_REFUSES_LINKS = hasattr(os, "O_NOFOLLOW")


def digest_of_file(path: Path) -> str | None:
    """Give the digest of a file's content; None where there is none, or a link or a folder."""
    content = content_of(path)
    return None if content is None else _digest.of_content(content)
