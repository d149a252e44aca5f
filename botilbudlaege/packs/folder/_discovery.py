"""The packs there are: those built in, and those that installed packages announce.

A package announces a pack by an entry point in the group `botilbudlaege.templates`: its name is the pack's id, its value
the top-level package that holds the folder `<id>`. The package is located, never imported.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _nearest
from botilbudlaege.errors import Finding, PackError
from botilbudlaege.packs.clauses._given import ID
from botilbudlaege.packs.folder import _findings, _manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege._catalogue import Entry

GROUP = "botilbudlaege.templates"
BUILT_IN = Path(__file__).parents[2] / "templates"
_OWN = "botilbudlaege"


@attrs.frozen(kw_only=True)
class Found:
    """A pack that somebody announces.

    Args:
        id: Its id.
        distribution: The installed package that announces it.
        folder: Where it stands; None when it cannot be found.
        fault: Why it cannot be used, if it cannot.
    """

    id: str
    distribution: str
    folder: Path | None = None
    fault: Finding | None = None


@functools.cache
def registry() -> dict[str, Found]:
    """Find all packs, once a process."""
    found: dict[str, Found] = {}
    for pack in sorted((*_built_in(), *_announced()), key=lambda pack: (pack.id, pack.distribution)):
        found[pack.id] = _both(found[pack.id], pack) if pack.id in found else pack
    return found


def available() -> tuple[str, ...]:
    """List the ids of the packs that are built in or installed.

    >>> from botilbudlaege import packs
    >>> packs.available()
    ('faelles', 'midtjylland')
    """
    return tuple(sorted(registry()))


def folder_of(pack_id: str, *, beside: Path | None = None) -> Path:
    """Find the folder of a pack by id.

    Args:
        pack_id: The id.
        beside: A pack's folder, beside which an id that is not installed is looked for.

    Raises:
        PackError: There is none, with the nearest id; or what announces it is wrong.
    """
    pack = registry().get(pack_id)
    if pack is None and beside is not None and (beside.parent / pack_id / _manifest.FILE).is_file():
        return beside.parent / pack_id
    if pack is None:
        forslag = _nearest.suggestion(pack_id, available())
        raise PackError(_findings.UNKNOWN_PACK(pakke=pack_id, forslag=forslag))
    if pack.fault is not None or pack.folder is None:
        raise PackError(*([pack.fault] if pack.fault else []))
    return pack.folder


def _built_in() -> Iterator[Found]:
    for path in BUILT_IN.glob(f"*/{_manifest.FILE}"):
        yield Found(id=path.parent.name, distribution=_OWN, folder=path.parent)


def _announcing() -> list[str] | None:
    """List the folders of installed packages that may announce a pack; None where only importlib can tell.

    Their files are looked into, since to read hundreds of packages takes longer.
    """
    if any(hasattr(finder, "find_distributions") for finder in sys.meta_path if finder is not PathFinder):
        return None
    found: list[str] = []
    for entry in dict.fromkeys(sys.path):
        folder = Path(entry or ".")
        if not folder.is_dir():
            if folder.exists():
                return None  # a zip, which may have packages too
            continue
        with os.scandir(folder) as entries:
            installed = [each for each in entries if each.name.endswith((".dist-info", ".egg-info", ".egg"))]
        if any(each.name.endswith(".egg") for each in installed):
            return None
        found += [each.path for each in installed if _announces(each.path)]
    return found


def _announces(info: str) -> bool:
    try:
        with open(f"{info}/entry_points.txt", "rb") as file:  # noqa: PTH123 - hundreds of them: a path each takes as long again
            return GROUP.encode() in file.read()
    except OSError:
        return False


def _announced() -> Iterator[Found]:
    folders = _announcing()
    if folders == []:
        return
    from importlib import metadata  # noqa: PLC0415 - as `_announcing` says

    found = metadata.distributions() if folders is None else map(metadata.Distribution.at, folders)
    for distribution in found:
        text = distribution.read_text("entry_points.txt") or ""
        if GROUP not in text:
            continue
        try:
            entries = [entry for entry in distribution.entry_points if entry.group == GROUP]
        except (TypeError, ValueError):
            name = distribution.name
            yield _faulty(name, name, _findings.ENTRY_POINTS_UNREADABLE)
            continue
        for entry in entries:
            yield _located(entry.name, entry.value, distribution.name)


def _located(pack_id: str, package: str, distribution: str) -> Found:
    """Find the folder of an announced pack without importing anything."""
    fault = functools.partial(_faulty, pack_id, distribution)
    if not ID.fullmatch(pack_id):
        return fault(_findings.NOT_AN_ID, pakke=pack_id)
    if not package.isidentifier():
        return fault(_findings.NOT_TOP_LEVEL, pakke=pack_id, sted=package)
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        spec = None
    folders = [] if spec is None else [Path(place) for place in spec.submodule_search_locations or ()]
    if not folders:
        return fault(_findings.NO_PACKAGE, pakke=pack_id, sted=package)
    found = next((folder for folder in folders if (folder / pack_id / _manifest.FILE).is_file()), None)
    if found is None:
        fil = f"{pack_id}/{_manifest.FILE}"
        return fault(_findings.NO_FOLDER, pakke=pack_id, fil=fil, sted=package)
    return Found(id=pack_id, distribution=distribution, folder=found / pack_id)


def _faulty(pack_id: str, distribution: str, entry: Entry, **values: str) -> Found:
    return Found(id=pack_id, distribution=distribution, fault=entry(place=distribution, **values))


def _both(one: Found, other: Found) -> Found:
    """Refuse two packs of one id: which of them was meant cannot be told."""
    distribution = f"{one.distribution} og {other.distribution}"
    fault = _findings.DUPLICATE_PACK(place=other.distribution, pakke=one.id, steder=distribution)
    return Found(id=one.id, distribution=distribution, fault=fault)
