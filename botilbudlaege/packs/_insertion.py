"""Put clauses that are being tried into a pack, for one kind of document."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from botilbudlaege import _struktur, dansk
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import Finding, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.clauses._given import Given

_KEPT = 32


@functools.lru_cache(maxsize=_KEPT)
def inserted(pack: Pack, kind: Dokument, clauses: tuple[Given, ...]) -> Pack:
    """Give the pack with the clauses in place of those of their ids; the last that were asked for are kept.

    Raises:
        TemplateError: A clause cannot be read, the document has no clause of its id, or two have the same.
        PackError: The pack has no such document.
    """
    findings: list[Finding] = []
    read = {}
    known = pack.clause_ids(kind)
    for clause in clauses:
        if clause.id in read:
            findings.append(_twice(clause))
        elif clause.id not in known:
            findings.append(_unused(clause, kind, pack))
        try:
            read[clause.id] = clause.parsed()
        except TemplateError as error:
            findings += error.findings
    if findings:
        raise TemplateError(*findings)
    return pack.with_clauses(read)


def _twice(clause: Given) -> Finding:
    return Finding(
        code="clause-twice",
        message=f"Klausulen {clause.id} er givet to gange.",
        remedy="Giv den én gang.",
        place=clause.place,
    )


def _unused(clause: Given, kind: Dokument, pack: Pack) -> Finding:
    """Say that a document has no such clause, and which was meant, or which documents have it."""
    elsewhere = [*_documents_with(clause.id, pack)]
    return Finding(
        code="unused-clause",
        message=f"Dokumentet {kind} har ikke klausulen {clause.id}.",
        remedy=f"Den hører til {dansk.opremsning(elsewhere)}: angiv dokumentet."
        if elsewhere
        else without_place(clause.id, pack.clauses(kind)),
        place=clause.place,
    )


def without_place(clause: str, known: Iterable[str]) -> str:
    """Say which clause was probably meant, or else which there are and how a new one gets a place."""
    meant = _struktur.forslag(clause, known)
    if _struktur.naer(clause, known) is not None:
        return meant
    return f"{meant} En ny klausul skal først have et sted: skriv {{{{p klausul.{clause} }}}} i pakkens Word-skabelon."


def _documents_with(clause: str, pack: Pack) -> Iterator[str]:
    """List the documents of a pack that use a clause."""
    for kind in pack.documents:
        if clause in pack.clause_ids(Dokument(kind)):
            yield kind
