"""A pack beside the others: whether it is ever chosen, whether two are for one region and day, and who takes over."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege.domain import _kommuner
from botilbudlaege.packs import _choice
from botilbudlaege.packs.checking import _findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.folder._layers import Layer
    from botilbudlaege.packs.folder._manifest import Manifest

_FIRST, _LAST = datetime.date.min, datetime.date.max
_SCHEME_FROM = datetime.date(2025, 1, 1)


def faults(top: Layer) -> Iterator[Finding]:
    """Hold a pack against the others: whether two are for one region and day, and whether its successor takes over."""
    manifest = top.manifest
    yield from _never_chosen(manifest, top.place)
    others = {key: other for key, other in _choice.manifests()[0].items() if key != manifest.id}
    for other in others.values():
        shared = [region for region in manifest.egne_regioner if region in other.egne_regioner]
        if shared and _overlap(manifest, other):
            regioner = dansk.opremsning(shared)
            yield _findings.OVERLAP(path="regioner", place=top.place, pakke=other.id, regioner=regioner)
    if manifest.efterfoelger is not None and manifest.gyldig_til is not None:
        yield from _successor(manifest, manifest.gyldig_til, others.get(manifest.efterfoelger), top.place)


def _overlap(one: Manifest, other: Manifest) -> bool:
    return (one.gyldig_fra or _FIRST) <= (other.gyldig_til or _LAST) and (other.gyldig_fra or _FIRST) <= (
        one.gyldig_til or _LAST
    )


def _successor(
    manifest: Manifest, last: datetime.date, successor: Manifest | None, place: str
) -> Iterator[Finding]:
    if successor is None:
        yield _findings.UNKNOWN_SUCCESSOR(path="efterfoelger", place=place, pakke=manifest.efterfoelger)
    elif last < _LAST and not successor.gyldig(last + datetime.timedelta(days=1)):
        yield _findings.SUCCESSOR_GAP(
            path="efterfoelger", place=place, pakke=successor.id, sidste=dansk.dato(last)
        )


def _never_chosen(manifest: Manifest, place: str) -> Iterator[Finding]:
    """Warn of a pack that no region and day leads to."""
    first, last = manifest.gyldig_fra, manifest.gyldig_til
    if manifest.regioner is None and manifest.bygger_paa is not None:
        region = _kommuner.naevnt(manifest.id) or _kommuner.naevnt(manifest.navn)
        if region is not None:
            yield _findings.NEVER_CHOSEN(path="regioner", place=place, region=region)
    over = last is not None and last < _SCHEME_FROM
    if manifest.egne_regioner and (
        over or not any(_kommuner.gaelder(region, first, last) for region in manifest.egne_regioner)
    ):
        regioner = dansk.opremsning(manifest.egne_regioner)
        yield _findings.NEVER_IN_TIME(path="regioner", place=place, region=regioner)
