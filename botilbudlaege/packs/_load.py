"""Packs loaded by id or from a folder, and kept: by id for the life of a process, a folder until a file in it changes."""

from __future__ import annotations

import contextlib
import functools
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from botilbudlaege.errors import PackError
from botilbudlaege.packs import _findings
from botilbudlaege.packs._pack import Pack
from botilbudlaege.packs.clauses._given import ID
from botilbudlaege.packs.folder import _discovery, _layers, _manifest

if TYPE_CHECKING:
    from collections.abc import Iterable


def load(id_or_folder: str | Path) -> Pack:
    """Load a pack by id, or from a folder.

    Args:
        id_or_folder: An id from `available()`, or the path of a folder with a `pakke.toml`. A folder is read anew
            when a file in it has changed.

    Raises:
        PackError: There is no such pack, or it cannot be read; with everything that is wrong.
    """
    return _by_id(id_or_folder) if _is_id(id_or_folder) else _by_folder(_folder(id_or_folder))


def given(pack: str | Path | Pack) -> Pack:
    """Take a pack, or load it.

    Raises:
        PackError: There is no such pack, or it cannot be read.
    """
    return pack if isinstance(pack, Pack) else load(pack)


def folder_of(id_or_folder: str | Path) -> Path:
    """Find the folder of a pack by id or path.

    Raises:
        PackError: There is none.
    """
    return _discovery.folder_of(str(id_or_folder)) if _is_id(id_or_folder) else _folder(id_or_folder)


def _is_id(id_or_folder: str | Path) -> TypeGuard[str]:
    """Tell an id from a path: a folder beside us that bears no installed pack's id is a folder."""
    if not isinstance(id_or_folder, str) or not ID.fullmatch(id_or_folder):
        return False
    return id_or_folder in _discovery.registry() or not Path(id_or_folder).is_dir()


def _folder(path: str | Path) -> Path:
    """Find the folder of a pack: the one given, or the only one in the project that is given."""
    try:
        folder = Path(path).resolve()
        inside = [] if (folder / _manifest.FILE).exists() else [*folder.glob(f"*/*/{_manifest.FILE}")]
    except (OSError, RuntimeError, ValueError):
        raise PackError(_findings.NO_SUCH_FOLDER()) from None
    if not folder.is_dir():
        raise PackError(_findings.NO_FOLDER(pakker=", ".join(_discovery.available())))
    return inside[0].parent if len(inside) == 1 else folder


@functools.cache
def _by_id(pack_id: str) -> Pack:
    return Pack(_layers.read(_discovery.folder_of(pack_id)))


_KEPT = 32
_Stamp = tuple[tuple[str, int, int], ...]
_folders: dict[Path, tuple[_Stamp, Pack]] = {}


def _by_folder(folder: Path) -> Pack:
    kept = _folders.pop(folder, None)
    if kept is None or kept[0] != _stamp(kept[1].folders):
        pack = Pack(_layers.read(folder))
        kept = _stamp(pack.folders), pack
    while len(_folders) >= _KEPT:
        _folders.pop(next(iter(_folders)), None)
    _folders[folder] = kept
    return kept[1]


def _stamp(folders: Iterable[Path]) -> _Stamp:
    """Tell the state of the files that a pack is read from."""
    found = []
    for folder in folders:
        for path in _layers.files(folder):
            with contextlib.suppress(OSError):
                status = path.stat()
                found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)
