"""Word templates that lack what the one in the layer below has: a clause, all of them, or facts that a final needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.errors import DocumentError
from botilbudlaege.packs.checking import _findings
from botilbudlaege.packs.clauses._markdown import LEFT_OUT
from botilbudlaege.packs.clauses._splice import clause_ids
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.templates._templates import Templates
from botilbudlaege.rendering.filling import _missing
from botilbudlaege.rendering.filling._template import filled
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding


def faults(stack: Stack) -> Iterator[Finding]:
    """Warn of what would go from a contract in silence.

    Not where more is wrong: a clause that does not exist may be the one, and the pack's own are told as unused.
    """
    top, *below = stack.layers
    known = stack.clauses.keys()
    told = {
        key for layer in stack.layers for key, clause in layer.clauses.items() if clause is LEFT_OUT
    } | top.clauses.keys()
    for kind, docx in top.documents.items():
        other = next((layer.documents[kind] for layer in below if kind in layer.documents), None)
        try:
            before, now = set() if other is None else clause_ids(other), clause_ids(docx)
        except DocumentError:
            continue  # told where the document is checked
        gone = before - now - told
        place = f"{top.manifest.id}/{top.manifest.dokumenter[str(kind)].fil}"
        if gone and not now:
            klausuler = dansk.opremsning(sorted(gone))
            yield _findings.NO_CLAUSE_USED(place=place, klausuler=klausuler, klausul=min(gone))
            yield from _not_printed(stack, kind, place)
        elif gone and now & before and now <= known:
            yield _findings.DROPPED_CLAUSE(
                place=place, klausuler=dansk.opremsning(sorted(gone)), klausul=min(gone)
            )


def _not_printed(stack: Stack, kind: Dokument, place: str) -> Iterator[Finding]:
    """Tell which facts the document below cannot do without, and this one never prints."""
    try:
        needed = _needed(Templates(Stack(stack.layers[1:])), kind)
        printed = _needed(Templates(stack), kind)
    except DocumentError:
        return  # told where the document is checked
    lost = {path: label for path, label in needed.items() if path not in printed}
    if lost:
        oplysninger = dansk.opremsning([*lost.values()])
        yield _findings.FACTS_NOT_PRINTED(place=place, oplysninger=oplysninger, felt=min(lost))


def _needed(templates: Templates, kind: Dokument) -> dict[str, str]:
    """Give the facts that a document asks for where nothing is known, by path.

    Raises:
        DocumentError: It cannot be made.
    """
    template = templates.template(kind).compile(draft=True)
    with _missing.recording() as record:
        filled(template, templates.context(SUBJEKTER[kind]()), replace=_package.UNNAMED)
    return {mangler.path: mangler.label for mangler, _ in record.used}
