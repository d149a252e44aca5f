"""The snapshot of the facts that a document was issued with, as it carries them."""

from __future__ import annotations

from html import escape

from botilbudlaege.rendering.living._names import SNAPSHOT_NS
from botilbudlaege.rendering.word._properties import HEAD


def snapshot(facts: str) -> bytes:
    """Write the facts as issued."""
    return f'{HEAD}<snapshot xmlns="{SNAPSHOT_NS}">{escape(facts, quote=False)}</snapshot>'.encode()
