"""The findings on a document that come of one clause which is tried in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.errors import TemplateError
from botilbudlaege.packs import _insertion
from botilbudlaege.packs.authoring import _findings
from botilbudlaege.packs.checking import _check
from botilbudlaege.packs.clauses._markdown import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.clauses._given import Given


def findings(clause: Given, kind: Dokument, pack: Pack) -> Iterator[Finding]:
    """Check the document with the clause, and leave out what is the matter without it.

    Raises:
        PackError: The pack has no such document.
    """
    try:
        tried = _insertion.inserted(pack, kind, (clause,))
    except TemplateError as error:
        yield from error.findings
        return
    before = {*_check.of_document(pack, kind)}
    yield from (finding for finding in _check.of_document(tried, kind) if finding not in before)
    if _check.same_words(clause.parsed(), pack.clauses(kind).get(clause.id, LEFT_OUT)):
        yield _findings.CLAUSE_UNCHANGED(place=clause.place, klausul=clause.id, pakke=pack.id)
