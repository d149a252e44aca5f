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
    from botilbudlaege.packs.clauses._given import Given
    from botilbudlaege.packs.templates._templates import Templates


def findings(clause: Given, kind: Dokument, templates: Templates) -> Iterator[Finding]:
    """Check the document with the clause, and leave out what is the matter without it.

    Raises:
        PackError: The pack has no such document.
    """
    try:
        tried = _insertion.inserted(templates, kind, (clause,))
    except TemplateError as error:
        yield from error.findings
        return
    found = [*_check.of_document(tried, kind)]
    before = {*_check.of_document(templates, kind)} if found else set()
    yield from (finding for finding in found if finding not in before)
    if _check.same_words(clause.parsed(), templates.stack.clauses_of(kind).get(clause.id, LEFT_OUT)):
        yield _findings.CLAUSE_UNCHANGED(place=clause.place, klausul=clause.id, pakke=templates.stack.id)
