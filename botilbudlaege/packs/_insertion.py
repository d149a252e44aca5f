"""A pack with clauses inserted that are being tried, for one kind of document."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from botilbudlaege import _nearest, dansk
from botilbudlaege.errors import TemplateError
from botilbudlaege.packs import _findings
from botilbudlaege.packs.templates._templates import Templates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.clauses._given import Given
    from botilbudlaege.packs.folder._stack import Stack

_KEPT = 32


@functools.lru_cache(maxsize=_KEPT)
def inserted(templates: Templates, kind: Dokument, clauses: tuple[Given, ...]) -> Templates:
    """Give the templates of a pack with the clauses in place of those of their ids; the last that were asked for are kept.

    Raises:
        TemplateError: A clause cannot be read, the document has no clause of its id, or two have the same.
        PackError: The pack has no such document.
    """
    findings: list[Finding] = []
    read = {}
    known = templates.stack.word_file(kind).clause_ids
    for clause in clauses:
        if clause.id in read:
            findings.append(_findings.CLAUSE_TWICE(place=clause.place, klausul=clause.id))
        elif clause.id not in known:
            findings.append(_unused(clause, kind, templates.stack))
        try:
            read[clause.id] = clause.parsed()
        except TemplateError as error:
            findings += error.findings
    if findings:
        raise TemplateError(*findings)
    return Templates(templates.stack.with_clauses(read))


def _unused(clause: Given, kind: Dokument, stack: Stack) -> Finding:
    """Say that a document has no such clause, and which was meant, or which documents have it."""
    elsewhere = stack.documents_with(clause.id)
    if elsewhere:
        return _findings.OF_ANOTHER_DOCUMENT(
            place=clause.place,
            dokument=kind,
            klausul=clause.id,
            dokumenter=dansk.opremsning(elsewhere),
        )
    entries = _findings.CLAUSE_MISSPELT, _findings.CLAUSE_WITHOUT_PLACE
    return without_place(clause, stack.clauses_of(kind), *entries, dokument=kind)


def without_place(
    clause: Given, known: Iterable[str], misspelt: Entry, new: Entry, **values: object
) -> Finding:
    """Say which clause was probably meant, or else which there are and how a new one gets a place."""
    entry = new if _nearest.nearest(clause.id, known) is None else misspelt
    forslag = _nearest.suggestion(clause.id, known)
    return entry(path="", place=clause.place, klausul=clause.id, forslag=forslag, **values)
