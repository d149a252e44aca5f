"""Findings of a document, told again where nothing is changed: in this process, or on this machine."""

from __future__ import annotations

import json
import re
import threading
from typing import TYPE_CHECKING

import attrs
from cachetools import LRUCache

from botilbudlaege import _cache, _catalogue
from botilbudlaege.packs.templates import _context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.templates._template import PackTemplate

_FAULTS = (TypeError, ValueError, AttributeError, RecursionError)
_PRINTED = re.compile(r"\{\{ *pakke\.(\w+) *\}\}|\{% *if +pakke\.(\w+) +is +(?:not +)?none *%\}")
_SENDER = re.compile(r"\bpakke\b(?: *\. *(\w+))?")
_known: LRUCache[str, tuple[Finding, ...]] = LRUCache(maxsize=256)
_lock = threading.Lock()


def once(
    check: Callable[[], Iterable[Finding]],
    pieces: tuple[bytes, ...],
    alike: Callable[[], tuple[bytes, ...]] | None = None,
) -> tuple[Finding, ...]:
    """Give what a check tells of what these pieces say; it is not made twice for the same on a machine.

    Args:
        check: Makes the check.
        pieces: All that it depends on, and perhaps more.
        alike: Gives less, on which it depends all the same; it is asked where these pieces are new.
    """
    known = _found(_cache.key(b"findings", *pieces))
    if known is None:
        known = tuple(check()) if alike is None else once(check, alike())
        name = _cache.key(b"findings", *pieces)
        _cache.write(name, json.dumps([attrs.asdict(each) for each in known]).encode())
        _remember(name, known)
    return known


def _found(name: str) -> tuple[Finding, ...] | None:
    with _lock:
        known = _known.get(name)
    if known is None:
        known = _read(name)
        if known is not None:
            _remember(name, known)
    return known


def _remember(name: str, known: tuple[Finding, ...]) -> None:
    with _lock:
        _known[name] = known


def _read(name: str) -> tuple[Finding, ...] | None:
    content = _cache.read(name)
    try:
        return None if content is None else tuple(map(_catalogue.of_plain, json.loads(content)))
    except _FAULTS:
        return None


def pieces(template: PackTemplate) -> tuple[bytes, ...]:
    """Say all that the findings of a document come of: itself with its places, and what it sees of the pack."""
    return template.identity.encode(), *template.sees


def alike(template: PackTemplate) -> tuple[bytes, ...]:
    """Say it without the words of the pack that the document only prints: those of another pack are no other finding.

    What a tag asks of the pack in any other way, counts as it is.
    """
    printed, asked = set(), set()
    for tag, _ in template.tags():
        if "pakke" not in tag:
            continue
        if plain := _PRINTED.fullmatch(tag):
            printed.add(plain[1] or plain[2])
        else:
            asked.update(_SENDER.findall(tag))
    _, rows = template.sees
    sender = template.sender
    if "" not in asked:
        sender = {
            name: value if name in asked or not isinstance(value, str) else True
            for name, value in sender.items()
            if name in printed | asked
        }
    return template.identity.encode(), b"alike", _context.digest(sender).encode(), rows
