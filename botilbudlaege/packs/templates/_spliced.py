"""A pack's Word template of a kind of document, made of its file and its clauses."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import attrs
from cachetools import LRUCache, cached

from botilbudlaege import _digest
from botilbudlaege.errors import DocumentError, Finding
from botilbudlaege.packs.clauses import _splice
from botilbudlaege.packs.clauses._markdown import LEFT_OUT
from botilbudlaege.packs.templates import _letterhead
from botilbudlaege.packs.templates._template import PackTemplate
from botilbudlaege.packs.templates._where import Where
from botilbudlaege.rendering.engine import _elsewhere
from botilbudlaege.rendering.word import _package, _places, _refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs.clauses._markdown import Clause
    from botilbudlaege.packs.folder._stack import Stack, WordFile


def _size_spliced(made: tuple[_places.Places, _splice.Spliced]) -> int:
    return sum(map(len, made[1].parts.values()))


def spliced(
    stack: Stack,
    kind: Dokument,
    *,
    context: Callable[[Fakta], dict[str, Any]],
    provenance: Mapping[str, str],
    package: _refusals.Package | None = None,
) -> tuple[PackTemplate, tuple[Finding, ...]]:
    """Put the clauses into a document's template, as far as they can be; and list what is in the way.

    Args:
        stack: The layers of the pack.
        kind: The kind of document.
        context: Builds what the template sees of a subject.
        provenance: What the document says of the pack.
        package: Its Word file, where it has been opened.

    Raises:
        PackError: No layer has such a document.
        DocumentError: The Word file cannot be opened.
    """
    file = stack.word_file(kind)
    package = opened(file) if package is None else package
    places, made = _put_in(file, package, stack.clauses)
    logo = stack.logo
    parts = _package.with_properties(
        made.parts if logo is None else _letterhead.with_logo(made.parts, logo),
        title=file.post.titel or "",
        creator=stack.top.manifest.navn,
        custom=provenance,
    )
    where = Where(file.place, places, made.origins)
    template = PackTemplate(
        kind,
        parts,
        context=context,
        where=where,
        remarks=package.remark(file.place),
        rows=file.post.tomme_raekker,
    )
    lost = _elsewhere.lost(package.loose)
    return template, (*made.findings, *_within(lost, file.place))


def opened(file: WordFile) -> _refusals.Package:
    """Open a Word template; what is wrong with it is told with its name.

    Raises:
        DocumentError: It cannot be opened.
    """
    try:
        return _opened(file.docx)
    except DocumentError as error:
        raise type(error)(*_within(error.findings, file.place)) from error


@cached(LRUCache(_splice.MOST, getsizeof=_splice.size), key=_digest.of_content, lock=threading.Lock())
def _opened(docx: bytes) -> _refusals.Package:
    return _refusals.of_template(_splice.opened(docx))


def _key(file: WordFile, package: _refusals.Package, clauses: Mapping[str, Clause]) -> str:
    """Say what a splice comes of: the file, the clauses that it has places for, and the names of the others, which may be meant."""
    used = sorted(clauses if package.is_ours else clauses.keys() & _splice.clause_ids(file.docx))
    words = (file.place, "\0".join(clauses), *(text for key in used for text in _said(key, clauses[key])))
    return _digest.of_content(file.docx, *(text.encode("utf-8", "backslashreplace") for text in words))


def _said(key: str, clause: Clause) -> tuple[str, ...]:
    return key, clause.place, clause.source, repr(clause.blocks), str(clause is LEFT_OUT)


@cached(LRUCache(_splice.MOST, getsizeof=_size_spliced), key=_key, lock=threading.Lock())
def _put_in(
    file: WordFile, package: _refusals.Package, clauses: Mapping[str, Clause]
) -> tuple[_places.Places, _splice.Spliced]:
    """Put the clauses into a Word file; what was made of the same before is given again."""
    places = _places.Places(package)
    return places, _splice.splice(package, clauses, where=lambda *spot: f"{file.place}, {places(*spot)}")


def _within(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    """Give findings on a Word file with its name before their places."""
    return (attrs.evolve(each, place=f"{file}, {each.place}".rstrip(", ")) for each in findings)
