"""The filters of the template language, and how each type of value is printed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from botilbudlaege import dansk
from botilbudlaege.packs.templates._context import Kode
from botilbudlaege.rendering.filling._values import Values

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.domain._fields import Type


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


class Signature(NamedTuple):
    """What a filter can be used on, and what may stand in its parentheses.

    Args:
        kinds: The kinds of value.
        names: The kinds, as a sentence names them.
        arguments: The most texts that may be given.
        example: How it is written.
        meaning: What it gives, for the guide.
    """

    kinds: tuple[str, ...]
    names: tuple[str, ...]
    arguments: int
    example: str
    meaning: str

    def takes(self, type_: Type) -> bool:
        """Tell whether the filter can be used on a type; a list must hold what can be printed."""
        if (
            type_.kind == "liste"
            and type_.item is not None
            and type_.item.kind in ("objekt", "liste", "none")
        ):
            return False
        return type_.kind in self.kinds

    def accepts(self, values: tuple[Any, ...]) -> bool:
        """Tell whether the values can stand in the parentheses."""
        return len(values) <= self.arguments and all(isinstance(value, str) for value in values)


SIGNATURES = {
    "dato": Signature(("dato",), ("en dato",), 0, "{{ felt | dato }}", "datoen i fuld længde"),
    "ejefald": Signature(("tekst",), ("en tekst",), 0, "{{ felt | ejefald }}", "navnet i ejefald"),
    "kvartal": Signature(
        ("dato",), ("en dato",), 0, "{{ felt | kvartal }}", "det kvartal, som datoen ligger i"
    ),
    "opremsning": Signature(
        ("liste",),
        ("en liste af tekster, tal, datoer eller koder",),
        1,
        '{{ felt | opremsning("eller") }}',
        "listen med komma og »og« eller et andet bindeord",
    ),
    "stort": Signature(
        ("tekst", "kode"),
        ("en tekst", "en kode"),
        0,
        "{{ felt | stort }}",
        "teksten med stort begyndelsesbogstav",
    ),
    "timer": Signature(
        ("tal",), ("et helt tal",), 0, "{{ felt | timer }}", "tallet med »time« eller »timer«"
    ),
}

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
    bool: dansk.vist,
    datetime.date: dansk.dato,
    int: str,
}

VALUES = Values(filters=FILTERS, printers=PRINTERS)
"""What values are to the templates of packs."""
