"""Rows of a register as they were read, which a worker makes objects of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from botilbudlaege.data._register import Row as RawRow
from botilbudlaege.domain import DOKUMENTER, dokument

if TYPE_CHECKING:
    from botilbudlaege.domain import Fakta
    from botilbudlaege.errors import Finding

__all__ = ["RawRow", "calls_for_one", "subject_of"]


def calls_for_one(row: RawRow, document: str) -> bool:
    """Tell whether it can be seen of a row as it was read that it calls for one document of a kind.

    A row that has more than the plan, such as a termination, is looked at as a whole, for there are remarks on that.
    """
    path = DOKUMENTER[dokument(document)].raekke_har
    if row.findings or path is None or not row.data.keys() <= _PLAN_ALONE:
        return False
    value: Any = row.data
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value is not None


_PLAN_ALONE = {"plan", "egne"}


def subject_of(row: RawRow, document: str) -> tuple[Fakta | None, tuple[Finding, ...]]:
    """Make the subject of the one document that a row calls for; or say what is wrong with it, by row and column.

    Raises:
        DataError: The row is right, and its document cannot be.
    """
    post, findings = row.structured()
    if post is None:
        return None, findings
    (subject,) = DOKUMENTER[dokument(document)].af_post(post)
    return subject, ()
