"""Findings of a document, told again where nothing is changed: in this process, or on this machine."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import attrs
from cachetools import LRUCache

from botilbudlaege import _cache, _catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.templates._template import PackTemplate

_FAULTS = (TypeError, ValueError, AttributeError, RecursionError)
_known: LRUCache[str, tuple[Finding, ...]] = LRUCache(maxsize=256)
_lock = threading.Lock()


def once(check: Callable[[], Iterable[Finding]], pieces: tuple[bytes, ...]) -> tuple[Finding, ...]:
    """Give what a check tells of what these pieces say; it is not made twice for the same on a machine."""
    name = _cache.key(b"findings", *pieces)
    with _lock:
        known = _known.get(name)
    if known is None:
        known = _read(name)
        if known is None:
            known = tuple(check())
            _cache.write(name, json.dumps([attrs.asdict(each) for each in known]).encode())
        with _lock:
            _known[name] = known
    return known


def _read(name: str) -> tuple[Finding, ...] | None:
    content = _cache.read(name)
    try:
        return None if content is None else tuple(map(_catalogue.of_plain, json.loads(content)))
    except _FAULTS:
        return None


def pieces(template: PackTemplate) -> tuple[bytes, ...]:
    """Say all that the findings of a document come of: itself with its places, and what it sees of the pack."""
    return template.identity.encode(), *template.sees
