"""The filters of the template language, and how each type of value is printed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from botilbudlaege import dansk
from botilbudlaege.packs._context import Kode

if TYPE_CHECKING:
    from collections.abc import Callable


def stort(vaerdi: object) -> str:
    """Begin with a capital letter.

    >>> stort("video")
    'Video'
    """
    tekst = str(vaerdi)
    return tekst[:1].upper() + tekst[1:]


def ejefald(vaerdi: object) -> str:
    """Put a name in the genitive."""
    return dansk.ejefald(str(vaerdi))


FILTERS: dict[str, Callable[..., Any]] = {
    "dato": dansk.dato,
    "ejefald": ejefald,
    "kvartal": dansk.kvartal,
    "opremsning": dansk.opremsning,
    "stort": stort,
    "timer": dansk.timer,
}

PRINTERS: dict[type, Callable[[Any], str]] = {
    Kode: str,
    bool: lambda value: "ja" if value else "nej",
    datetime.date: dansk.dato,
    int: str,
}
