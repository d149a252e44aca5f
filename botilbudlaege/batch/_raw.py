"""Rows of a register as they were read, which a worker makes objects of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.data._packed import Packed as RawRow
from botilbudlaege.domain import DOKUMENTER, dokument

if TYPE_CHECKING:
    from botilbudlaege.data._raekke import Row
    from botilbudlaege.domain import Fakta
    from botilbudlaege.errors import Finding

__all__ = ["RawRow", "calls_for_one", "subject_of"]


def calls_for_one(row: Row, document: str) -> bool:
    """Tell whether it can be seen of a row as it was read that it calls for one document of a kind.

    A row that has more than the plan, such as a termination, is looked at as a whole, for there are remarks on that.
    """
    path = DOKUMENTER[dokument(document)].raekke_har
    return path is not None and row.is_clean and row.fact(path) is not None and not row.has_beside(_PLAN)


_PLAN = "plan."


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
