"""The choice of the pack that a document is made from: the one asked for, else the one for the home's region on the subject's day."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege.errors import Finding, PackError
from botilbudlaege.packs import _findings, _load
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.folder import _discovery, _manifest

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from botilbudlaege.begreber import Region
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.folder._manifest import Manifest

_FALLBACK = "faelles"

Choice = tuple["Pack", tuple[Finding, ...]]
"""The pack, and remarks on the choice."""


def asked_for(pack: str | Path | Pack, region: Region | None, dag: datetime.date | None) -> Choice:
    """Load the pack that the caller asks for, with a remark where it is for other regions or other days."""
    chosen = _load.pack_of(pack)
    return chosen, tuple(_remarks(inside(chosen).stack.top.manifest, region, dag))


def _remarks(manifest: Manifest, region: Region | None, dag: datetime.date | None) -> Iterator[Finding]:
    if region is not None and manifest.egne_regioner and region not in manifest.egne_regioner:
        yield _findings.OTHER_REGION(
            pakke=manifest.id, regioner=dansk.opremsning(manifest.egne_regioner), region=region
        )
    if dag is not None:
        yield from _other_time(manifest, dag)


def _other_time(manifest: Manifest, dag: datetime.date) -> Iterator[Finding]:
    first, last = manifest.gyldig_fra, manifest.gyldig_til
    if first is not None and dag < first:
        yield _findings.NOT_BEGUN(pakke=manifest.id, fra=dansk.dato(first), dag=dansk.dato(dag))
    elif last is not None and dag > last:
        values = {"pakke": manifest.id, "til": dansk.dato(last), "dag": dansk.dato(dag)}
        if manifest.efterfoelger is None:
            yield _findings.ENDED(**values)
        else:
            yield _findings.ENDED_WITH_SUCCESSOR(**values, efterfoelger=manifest.efterfoelger)


def without_day(regioner: Sequence[Region]) -> Choice:
    """Choose by the regions that can be meant: the one pack for them, with a remark; the common one where there is none.

    Raises:
        PackError: More than one pack is for them.
    """
    found, broken = manifests()
    ids = {key for key, each in found.items() if not {*regioner}.isdisjoint(each.egne_regioner)}
    while following := {found[each].efterfoelger or "" for each in ids} & found.keys() - ids:
        ids |= following
    remarks = tuple(_findings.BROKEN_PACK(pakke=pack_id) for pack_id in broken)
    if len(ids) > 1:
        raise PackError(
            _findings.AMBIGUOUS_WITHOUT_DAY(
                region=dansk.opremsning(regioner, "eller"), pakker=", ".join(sorted(ids))
            )
        )
    if not ids:
        return _load.load(_FALLBACK), (_findings.REGION_UNKNOWN(), *remarks)
    (only,) = ids
    remark = _findings.ONLY_PACK(pakke=only, region=dansk.opremsning(found[only].egne_regioner))
    return _load.load(only), (remark, *remarks)


def by_region(region: Region | None, dag: datetime.date | None) -> Choice:
    """Choose by region and day; the common pack, with a remark, where that gives none.

    Raises:
        PackError: More than one pack is for the region on the day.
    """
    if region is None or dag is None:
        return _load.load(_FALLBACK), (_findings.REGION_UNKNOWN(),)
    found, broken = manifests()
    ids = {
        current
        for manifest in found.values()
        if region in manifest.egne_regioner and (current := _current(manifest, dag, found)) is not None
    }
    if len(ids) > 1:
        raise PackError(
            _findings.AMBIGUOUS_PACK(region=region, dag=dansk.dato(dag), pakker=", ".join(sorted(ids)))
        )
    remarks = tuple(_findings.BROKEN_PACK(pakke=pack_id) for pack_id in broken)
    if not ids:
        none = _findings.NO_PACK_OF_REGION(region=region, dag=dansk.dato(dag))
        return _load.load(_FALLBACK), (none, *remarks)
    return _load.load(ids.pop()), remarks


def _current(manifest: Manifest, dag: datetime.date, found: dict[str, Manifest]) -> str | None:
    """Give the pack itself, or the one that has taken over by the day; None when neither is valid."""
    seen = set()
    while not manifest.gyldig(dag):
        seen.add(manifest.id)
        following = found.get(manifest.efterfoelger or "")
        ended = manifest.gyldig_til is not None and dag > manifest.gyldig_til
        if not ended or following is None or following.id in seen:
            return None
        manifest = following
    return manifest.id


@functools.cache
def manifests() -> tuple[dict[str, Manifest], tuple[str, ...]]:
    """Read the manifests of all packs, once a process; and list the packs whose manifest cannot be read."""
    found, broken = {}, []
    for pack_id in _discovery.available():
        try:
            found[pack_id] = _manifest.read(_discovery.folder_of(pack_id))
        except PackError:
            broken.append(pack_id)
    return found, tuple(broken)
