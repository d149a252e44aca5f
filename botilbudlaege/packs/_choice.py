"""Which pack a document is made from: the one asked for, else the one for the home's region on the subject's day."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege.errors import Finding, PackError
from botilbudlaege.packs import _load
from botilbudlaege.packs.folder import _discovery, _manifest

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from pathlib import Path

    from botilbudlaege.begreber import Region
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.folder._manifest import Manifest

_FALLBACK = "faelles"

Choice = tuple["Pack", tuple[Finding, ...]]
"""The pack, and remarks on the choice."""


def given(pack: str | Path | Pack, region: Region | None, dag: datetime.date | None) -> Choice:
    """Load the pack that the caller asks for, with a remark where it is for other regions or other days."""
    chosen = _load.given(pack)
    return chosen, tuple(_remarks(chosen.manifest, region, dag))


def _remarks(manifest: Manifest, region: Region | None, dag: datetime.date | None) -> Iterator[Finding]:
    if region is not None and manifest.regioner and region not in manifest.regioner:
        yield Finding(
            code="other-region",
            severity="remark",
            message=f"Pakken {manifest.id} er for {dansk.opremsning(manifest.regioner)}, og dokumentet er for {region}.",
            remedy="Bekræft valget af pakke.",
        )
    if dag is not None and not manifest.gyldig(dag):
        ends = manifest.gyldig_til is not None and dag > manifest.gyldig_til
        until = f"til og med den {dansk.dato(manifest.gyldig_til)}" if ends and manifest.gyldig_til else ""
        since = f"fra den {dansk.dato(manifest.gyldig_fra)}" if not ends and manifest.gyldig_fra else ""
        after = f" Efterfølgeren er {manifest.efterfoelger}." if ends and manifest.efterfoelger else ""
        yield Finding(
            code="other-time",
            severity="remark",
            message=f"Pakken {manifest.id} gælder {until or since}, og datoen er den {dansk.dato(dag)}.{after}",
            remedy="Bekræft valget af pakke.",
        )


def by_region(region: Region | None, dag: datetime.date | None) -> Choice:
    """Choose by region and day; the common pack, with a remark, where that gives none.

    Raises:
        PackError: More than one pack is for the region on the day.
    """
    if region is None or dag is None:
        return _load.load(_FALLBACK), (_fallback("Kommune eller dato er ikke kendt"),)
    found, broken = manifests()
    ids = {
        current
        for manifest in found.values()
        if region in manifest.regioner and (current := _current(manifest, dag, found)) is not None
    }
    if len(ids) > 1:
        raise PackError(
            Finding(
                code="ambiguous-pack",
                message=f"Flere pakker er for {region} den {dansk.dato(dag)}: {', '.join(sorted(ids))}.",
                remedy="Vælg en med pack=.",
            )
        )
    remarks = tuple(_passed_over(pack_id) for pack_id in broken)
    if not ids:
        return _load.load(_FALLBACK), (
            _fallback(f"Der er ingen pakke for {region} den {dansk.dato(dag)}"),
            *remarks,
        )
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


def _passed_over(pack_id: str) -> Finding:
    return Finding(
        code="broken-pack",
        severity="remark",
        message=f"Pakken {pack_id} kan ikke læses, og det vides derfor ikke, om den skulle være valgt.",
        remedy=f"Se botilbudlaege check {pack_id}.",
    )


def _fallback(why: str) -> Finding:
    return Finding(
        code="common-pack",
        severity="remark",
        message=f"{why}; den fælles pakke er brugt.",
        remedy="Vælg en anden pakke, hvis der er en.",
    )
