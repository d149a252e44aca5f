"""An office's own columns, kept aside beside a home: no fact of the scheme, in no document, and never lost."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from botilbudlaege import _structure, dansk
from botilbudlaege._arguments import TABLE, takes, wrong_type
from botilbudlaege.domain import _checks, _findings
from botilbudlaege.errors import DataError, Finding

Vaerdi = str | int | float | bool | datetime.date


class Egne(Mapping[str, Vaerdi]):
    """An office's own columns of a row, each value by its header: kept aside, and written again as they were.

    Args:
        vaerdier: The values by header.

    Raises:
        DataError: A value is no text, number, yes or no, or date; or a text has what looks like a personal number.

    >>> from botilbudlaege import Egne
    >>> egne = Egne({"Sagsnr.": "25/1234", "Pulje": 2})
    >>> egne["Pulje"], len(egne), egne == Egne({"Pulje": 2, "Sagsnr.": "25/1234"})
    (2, 2, True)
    """

    __slots__ = ("_vaerdier",)
    _vaerdier: dict[str, Vaerdi]

    @takes(vaerdier=TABLE.or_none)
    def __init__(self, vaerdier: Mapping[str, Vaerdi] | None = None) -> None:
        """Check the values, and keep them."""
        kept = dict(vaerdier or {})
        faults = [
            fault
            for header, value in kept.items()
            for fault in (own_fault(header), own_fault(value))
            if fault
        ]
        if faults:
            raise DataError(*faults)
        object.__setattr__(self, "_vaerdier", kept)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse a change."""
        raise AttributeError(name)

    def __getitem__(self, header: str) -> Vaerdi:
        """The value of a column."""
        return self._vaerdier[header]

    def __iter__(self) -> Iterator[str]:
        """The headers, in the order of the columns."""
        return iter(self._vaerdier)

    def __len__(self) -> int:
        """How many have a value."""
        return len(self._vaerdier)

    def __hash__(self) -> int:
        """Equal values give equal numbers."""
        return hash(frozenset(self._vaerdier.items()))

    def __repr__(self) -> str:
        """As it is made."""
        return f"Egne({self._vaerdier!r})"

    def __str__(self) -> str:
        """Each with its header."""
        return "; ".join(f"{header}: {dansk.vist(value)}" for header, value in self._vaerdier.items())

    def __reduce__(self) -> tuple[type[Egne], tuple[dict[str, Vaerdi]]]:
        """Be sent to other processes as it is made."""
        return Egne, (dict(self._vaerdier),)


def own_fault(value: object) -> Finding | None:
    """Say what is wrong with a value of a column of an office's own; None for nothing."""
    if type(value) is str:
        return None if _checks.is_blank(value) else _checks.tekst(value, flerlinjet=True)
    if type(value) in (int, float, bool, datetime.date):
        return None
    return _findings.NOT_KEPT()


def _read(value: object) -> Egne:
    if not isinstance(value, Mapping):
        raise wrong_type(value, _findings.NOT_A_TABLE_OF_OWN)
    return Egne(value)


_structure.as_value(Egne, read=_read, write=dict)
