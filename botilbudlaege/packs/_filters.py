"""The filters of the template language, and how each type of value is printed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from botilbudlaege import dansk
from botilbudlaege.packs._context import Kode

if TYPE_CHECKING:
    from collections.abc import Callable


def _taking(type_: type | tuple[type, ...], function: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse a value of another type, which the engine tells as a fault of the template."""

    def checked(value: Any, *args: Any) -> Any:
        if not isinstance(value, type_) or isinstance(value, bool):
            raise TypeError(type(value).__name__)
        return function(value, *args)

    return checked


def _stort(value: str | Kode) -> str:
    tekst = str(value)
    return tekst[:1].upper() + tekst[1:]


def _opremsning(led: tuple[Any, ...], *bindeord: str) -> str:
    if any(type(et) not in PRINTERS and type(et) is not str for et in led):
        raise TypeError
    return dansk.opremsning([PRINTERS.get(type(et), str)(et) for et in led], *bindeord)


FILTERS: dict[str, Callable[..., Any]] = {
    "dato": _taking(datetime.date, dansk.dato),
    "ejefald": _taking(str, dansk.ejefald),
    "kvartal": _taking(datetime.date, dansk.kvartal),
    "opremsning": _taking(tuple, _opremsning),
    "stort": _taking((str, Kode), _stort),
    "timer": _taking(int, dansk.timer),
}

PRINTERS: dict[type, Callable[[Any], str]] = {
    Kode: str,
    bool: lambda value: "ja" if value else "nej",
    datetime.date: dansk.dato,
    int: str,
}
