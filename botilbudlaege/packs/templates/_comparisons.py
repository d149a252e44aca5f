"""Comparisons that can never hold, or that would stop the render."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _nearest
from botilbudlaege.domain._fields import Type
from botilbudlaege.packs.templates import _findings

if TYPE_CHECKING:
    from botilbudlaege.errors import Finding


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


_ORDER = frozenset({"lt", "lteq", "gt", "gteq"})
_ORDERED = frozenset({"tal", "dato", "tekst"})
_NEVER_ALIKE = {
    "tal": _findings.NUMBER_AND_OTHER,
    "ja/nej": _findings.YES_NO_AND_OTHER,
    "dato": _findings.DATE_AND_OTHER,
    "tekst": _findings.TEXT_AND_OTHER,
    "liste": _findings.LIST_AND_OTHER,
    "objekt": _findings.OBJECT_AND_OTHER,
}


def fault(operator: str, left: Operand, right: Operand) -> Finding | None:
    """Say what is wrong with a comparison; None for nothing."""
    if "none" in (left.type.kind, right.type.kind):
        return _findings.NEVER_NONE()
    if operator in _ORDER:
        return _order(left, right)
    if operator in ("in", "notin"):
        return _member(left, right)
    return _equal(left, right)


def _both(left: Operand, right: Operand) -> dict[str, str]:
    return {
        "venstre": left.shown,
        "venstre_type": left.type.name,
        "hoejre": right.shown,
        "hoejre_type": right.type.name,
    }


def _order(left: Operand, right: Operand) -> Finding | None:
    if left.type.kind == right.type.kind and left.type.kind in _ORDERED:
        return None
    return _findings.NO_ORDER(**_both(left, right))


def _member(left: Operand, right: Operand) -> Finding | None:
    if right.type.kind == left.type.kind == "tekst":
        return None
    if right.type.kind != "liste":
        return _findings.IN_NO_LIST(hoejre=right.shown, hoejre_type=right.type.name)
    if right.items is not None or right.type.item is None:
        return next((told for item in right.items or () if (told := _equal(left, item))), None)
    return _equal(Operand(right.type.item, f"noget i {right.shown}"), left)


def _equal(left: Operand, right: Operand) -> Finding | None:
    if right.type.kind == "kode" and left.type.kind != "kode":
        left, right = right, left
    if left.type.kind == "kode" and right.type.kind == "tekst" and right.constant:
        codes = left.type.cls.__members__
        code = right.constant[0]
        if code in codes:
            return None
        forslag = _nearest.suggestion(code, codes)
        return _findings.NEVER_CODE(venstre=left.shown, hoejre=right.shown, forslag=forslag)
    if left.type.kind == "kode" and left.type.cls is not right.type.cls:
        codes = ", ".join(left.type.cls.__members__)
        return _findings.CODE_AND_OTHER(**_both(left, right), koder=codes)
    if left.type.kind != right.type.kind:
        return _NEVER_ALIKE[left.type.kind](**_both(left, right))
    return _impossible(left, right) or _impossible(right, left)


def _impossible(field: Operand, value: Operand) -> Finding | None:
    """Refuse a constant that the field can never hold."""
    if field.type.felt is None or not value.constant:
        return None
    constant = value.constant[0]
    if constant == "":
        return _findings.NEVER_EMPTY(felt=field.shown)
    check = field.type.felt.check
    if check is None or check(constant) is None:
        return None
    return _findings.NEVER_VALUE(venstre=field.shown, hoejre=value.shown)
