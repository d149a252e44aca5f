"""Comparisons that can never hold, or that would stop the render."""

from __future__ import annotations

from typing import Any

import attrs

from botilbudlaege import _struktur
from botilbudlaege.packs.templates._types import Type


@attrs.frozen
class Operand:
    """A side of a comparison.

    Args:
        type: What kind of value it is.
        shown: How the template writes it.
        constant: For a constant, its value in a tuple of one.
        items: For a list that the template writes out, its items.
    """

    type: Type
    shown: str
    constant: tuple[Any, ...] = ()
    items: tuple[Operand, ...] | None = None


Told = tuple[str, str, str]
"""Code, message and remedy."""

_ORDER = frozenset({"lt", "lteq", "gt", "gteq"})
_ORDERED = frozenset({"tal", "dato", "tekst"})
_REMEDIES = {
    "tal": "Skriv tallet uden anførselstegn.",
    "ja/nej": "Sammenlign med true eller false.",
    "dato": "Sammenlign med en anden dato.",
    "tekst": "Skriv teksten i lige anførselstegn.",
    "liste": "Sammenlign med (), eller brug in.",
    "objekt": "Sammenlign et af felterne i den.",
}


def fault(operator: str, left: Operand, right: Operand) -> Told | None:
    """Say what is wrong with a comparison; None for nothing."""
    if "none" in (left.type.kind, right.type.kind):
        return (
            "never",
            "En oplysning er aldrig lig med none.",
            "Skriv is none eller is not none.",
        )
    if operator in _ORDER:
        return _order(left, right)
    if operator in ("in", "notin"):
        return _member(left, right)
    return _equal(left, right)


def _order(left: Operand, right: Operand) -> Told | None:
    if left.type.kind == right.type.kind and left.type.kind in _ORDERED:
        return None
    return (
        "wrong-type",
        f"{left.shown} er {left.type.name}, og {right.shown} er {right.type.name}; de kan ikke sættes i rækkefølge.",
        "Sammenlign to tal eller to datoer.",
    )


def _member(left: Operand, right: Operand) -> Told | None:
    if right.type.kind == left.type.kind == "tekst":
        return None
    if right.type.kind != "liste":
        return (
            "wrong-type",
            f"{right.shown} er {right.type.name}, ikke en liste.",
            f"Skriv listen i parentes med komma: ({right.shown},).",
        )
    if right.items is not None or right.type.item is None:
        return next((told for item in right.items or () if (told := _equal(left, item))), None)
    return _equal(Operand(right.type.item, f"noget i {right.shown}"), left)


def _equal(left: Operand, right: Operand) -> Told | None:
    if right.type.kind == "kode" and left.type.kind != "kode":
        left, right = right, left
    if left.type.kind == "kode" and right.type.kind == "tekst" and right.constant:
        codes = left.type.cls.__members__
        code = right.constant[0]
        return (
            None
            if code in codes
            else ("never", f"{left.shown} er aldrig {right.shown}.", _struktur.forslag(code, codes))
        )
    if left.type.kind != right.type.kind or (
        left.type.kind == "kode" and left.type.cls is not right.type.cls
    ):
        return (
            "never",
            f"{left.shown} er {left.type.name}, og {right.shown} er {right.type.name}; de er aldrig ens.",
            _remedy(left.type),
        )
    return _impossible(left, right) or _impossible(right, left)


def _impossible(field: Operand, value: Operand) -> Told | None:
    """Refuse a constant that the field can never hold."""
    if field.type.felt is None or not value.constant:
        return None
    constant = value.constant[0]
    if constant == "":
        return (
            "never",
            f"{field.shown} er aldrig en tom tekst.",
            f"Skriv {field.shown} is none eller is not none.",
        )
    kontrol = field.type.felt.kontrol
    if kontrol is None or kontrol(constant) is None:
        return None
    return "never", f"{field.shown} er aldrig {value.shown}.", "Ret værdien."


def _remedy(type_: Type) -> str:
    if type_.kind == "kode":
        return f"Sammenlign med en af koderne {', '.join(type_.cls.__members__)}."
    return _REMEDIES[type_.kind]
