"""The word that was probably meant, for one that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def suggestion(written: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant, or which there are when none is near.

    >>> suggestion("navm", ["navn", "adresse"])
    'Mente du navn?'
    """
    words = sorted(known)
    near = nearest(written, words)
    return f"Mente du {near}?" if near else f"Mulighederne er: {', '.join(words)}."


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Find the known word that begins with what was written, or is nearest to it; or None."""
    import difflib  # noqa: PLC0415 - only a fault needs it

    folded = {word.casefold(): word for word in known}
    start = (f"{written.casefold()}_", f"{written.casefold()} ")
    begun = [form for form in folded if form.startswith(start)]
    if written and begun:
        return folded[min(begun, key=len)]
    close = difflib.get_close_matches(written.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None
