"""Packs loaded by id or from a folder, and kept: by id for the life of a process, a folder until a file in it changes."""

from __future__ import annotations

import copyreg
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from cachetools import LRUCache

from botilbudlaege._arguments import one, takes
from botilbudlaege.errors import PackError
from botilbudlaege.packs import _findings
from botilbudlaege.packs._pack import Pack, inside
from botilbudlaege.packs.clauses._given import ID
from botilbudlaege.packs.folder import _discovery, _layers, _manifest
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.templates._making import making
from botilbudlaege.packs.templates._templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.packs.folder._layers import Layer

_NAMED = one(str, os.PathLike, hvad="en skabelonpakke", angiv="dens id eller stien til dens mappe")


@takes(id_or_folder=_NAMED)
def load(id_or_folder: str | Path) -> Pack:
    """Load a pack by id, or from a folder.

    Args:
        id_or_folder: An id from `available()`, or the path of a folder with a `pakke.toml`. A folder is read anew
            when a file in it has changed.

    Raises:
        PackError: There is no such pack, or it cannot be read; with everything that is wrong.

    >>> load("midtjylland").navn
    'Region Midtjylland'
    """
    return _by_id(id_or_folder) if _is_id(id_or_folder) else _by_folder(_folder(id_or_folder))


def pack_of(pack: str | Path | Pack) -> Pack:
    """Give a pack itself, or load the one of an id or a folder.

    Raises:
        PackError: There is no such pack, or it cannot be read.
    """
    return pack if isinstance(pack, Pack) else load(pack)


def folder_of(pack: str | Path | Pack) -> Path:
    """Find the folder of a pack, or of the one of an id or path.

    Raises:
        PackError: There is none.
    """
    if isinstance(pack, Pack):
        return inside(pack).stack.top.folder
    return _discovery.folder_of(pack) if _is_id(pack) else _folder(pack)


def _is_id(id_or_folder: str | Path) -> TypeGuard[str]:
    """Tell an id from a path: a folder beside us that bears no installed pack's id is a folder."""
    if not isinstance(id_or_folder, str) or not ID.fullmatch(id_or_folder):
        return False
    return id_or_folder in _discovery.registry() or not Path(id_or_folder).is_dir()


def _folder(path: str | Path) -> Path:
    """Find the folder of a pack: the one given, or the only one in the project that is given."""
    try:
        folder = Path(path).resolve()
        found = [] if (folder / _manifest.FILE).exists() else [*folder.glob(f"*/*/{_manifest.FILE}")]
    except (OSError, RuntimeError, ValueError):
        raise PackError(_findings.NO_SUCH_FOLDER()) from None
    if not folder.is_dir():
        raise PackError(_findings.NO_FOLDER(pakker=", ".join(_discovery.available())))
    return found[0].parent if len(found) == 1 else folder


_named: dict[str, Pack] = {}
"""The packs that have been asked for by id: they are kept for the life of a process."""


def _by_id(pack_id: str) -> Pack:
    if pack_id not in _named:
        with making():
            if pack_id not in _named:
                _named[pack_id] = _made(_layers.read(_discovery.folder_of(pack_id)))
    return _named[pack_id]


_kept: LRUCache[Path, tuple[tuple[Layer, ...], Pack]] = LRUCache(maxsize=32)
_lock = threading.Lock()


def _by_folder(folder: Path) -> Pack:
    """Give the pack of a folder: the same one as long as its layers are."""
    layers = _layers.read(folder)
    with _lock:
        known, pack = _kept.get(folder) or ((), None)
        if pack is None or known != layers:
            pack = _made(layers)
            _kept[folder] = layers, pack
    return pack


def _arrived(layers: tuple[Layer, ...]) -> Pack:
    """Give the pack of layers that another process has read: the same one for all that hold the same."""
    folder = layers[0].folder
    with _lock:
        known, pack = _kept.get(folder) or ((), None)
        if pack is None or [each.digest for each in known] != [each.digest for each in layers]:
            pack = _made(layers)
            _kept[folder] = layers, pack
    return pack


def _made(layers: tuple[Layer, ...]) -> Pack:
    return Pack(Templates(Stack(layers)))


def _travelling(pack: Pack) -> tuple[Callable[[tuple[Layer, ...]], Pack], tuple[tuple[Layer, ...]]]:
    """Send a pack to another process as what its files hold: what is compiled is each process's own, and one pack there serves all that it is sent."""
    return _arrived, (inside(pack).stack.layers,)


copyreg.pickle(Pack, _travelling)
