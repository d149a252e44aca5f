"""Findings on a clause that several documents use: where it is wrong in some of them alone, they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege import dansk
from botilbudlaege.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.folder._stack import Stack


def faults(stack: Stack, found: Mapping[Dokument, Sequence[Finding]]) -> Iterator[Finding]:
    """Give the findings of all documents, each once, those on a shared clause with the documents where they hold."""
    users = _users(stack)
    holds: dict[Finding, list[Dokument]] = {}
    for kind, findings in found.items():
        for finding in findings:
            holds.setdefault(finding, []).append(kind)
    for finding, kinds in holds.items():
        own = users.get(finding.place.partition(",")[0], frozenset())
        some = len(own) > 1 and not own <= {*kinds}
        told = f"{finding.place} (i {dansk.opremsning(sorted(map(str, kinds)))})"
        yield attrs.evolve(finding, place=told) if some else finding


def _users(stack: Stack) -> dict[str, frozenset[Dokument]]:
    """Give the documents that use each clause, by the clause's file."""
    users: dict[str, set[Dokument]] = {}
    for kind in stack.documents:
        try:
            used = stack.clauses_of(kind)
        except DocumentError:
            continue  # told where the document is checked
        for clause in used.values():
            users.setdefault(clause.place, set()).add(kind)
    return {place: frozenset(kinds) for place, kinds in users.items()}
