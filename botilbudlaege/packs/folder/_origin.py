"""The origin of each document, clause and value of a pack: which layer it comes from, and why."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _nearest, dansk
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import DocumentError, PackError
from botilbudlaege.packs.clauses._markdown import LEFT_OUT
from botilbudlaege.packs.folder import _findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.folder._layers import Layer
    from botilbudlaege.packs.folder._stack import Stack

_VALUES = ("eksempler", "temaer", "timetrin", "underskrift")


@attrs.frozen(kw_only=True)
class Origin:
    """Where a document, clause or value comes from.

    Args:
        key: What it is: `klausul.opsigelse`, `dokument.opsigelse`, `vaerdi.timetrin`.
        layer: Id of the pack that decides it.
        version: That pack's version.
        place: The file, or the manifest and the key in it.
        begrundelse: The reason or source that the pack gives; None for the bottom-most pack.
        replaces: Ids of the packs below that have it too.
        left_out: Whether the pack leaves it out.
        documents: Of a clause, the kinds of document that use it.

    >>> from botilbudlaege import packs
    >>> print(packs.load("midtjylland").origin("klausul.indledning"))
    klausul.indledning: midtjylland 1.0 i stedet for faelles (midtjylland/klausuler/indledning.md). Regionen nævnes ved navn.
    """

    key: str
    layer: str
    version: str
    place: str
    begrundelse: str | None = None
    replaces: tuple[str, ...] = ()
    left_out: bool = False
    documents: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One sentence for people."""
        instead = f" i stedet for {dansk.opremsning(self.replaces)}" if self.replaces else ""
        verb = "udeladt af " if self.left_out else ""
        text = (
            f"{self.key}: {verb}{self.layer} {self.version}{'' if self.left_out else instead} ({self.place})."
        )
        return text if self.begrundelse is None else f"{text} {self.begrundelse}"


def origin(stack: Stack, key: str) -> Origin:
    """Say where one thing comes from.

    Raises:
        PackError: The pack has no such thing; with the nearest key.
    """
    known = {found.key: found for found in origins(stack)}
    if key not in known:
        forslag = _nearest.suggestion(key, known)
        raise PackError(_findings.NO_ORIGIN(pakke=stack.id, navn=key, forslag=forslag))
    return known[key]


def origins(stack: Stack) -> Iterator[Origin]:
    """Say it of everything: documents, clauses, values."""
    for kind in Dokument:
        having = [layer for layer in stack.layers if str(kind) in layer.manifest.dokumenter]
        if having:
            yield _document(str(kind), having)
    users = _users(stack)
    for clause in sorted(stack.clauses):
        own = _clause(clause, [layer for layer in stack.layers if clause in layer.clauses])
        yield attrs.evolve(own, documents=tuple(users.get(clause, ())))
    for value in _VALUES:
        having = [layer for layer in stack.layers if getattr(layer.manifest, value)]
        if having:
            yield _value(value, having)


def _users(stack: Stack) -> dict[str, list[str]]:
    """Give the documents that use each clause, as far as they can be read."""
    users: dict[str, list[str]] = {}
    for kind in stack.documents:
        with contextlib.suppress(DocumentError):  # `check` says what is the matter with the document
            for clause in sorted(stack.word_file(kind).clause_ids):
                users.setdefault(clause, []).append(str(kind))
    return users


def _document(kind: str, having: list[Layer]) -> Origin:
    top = having[0]
    post = top.manifest.dokumenter[kind]
    return _origin(
        f"dokument.{kind}",
        having,
        top.place if post.fil is None else f"{top.manifest.id}/{post.fil}",
        post.begrundelse,
        left_out=post.udelad,
    )


def _clause(clause: str, having: list[Layer]) -> Origin:
    top = having[0]
    post = top.manifest.klausuler.get(clause)
    left_out = top.clauses[clause] is LEFT_OUT
    place = f"{top.place}, klausuler.{clause}" if left_out else top.clauses[clause].place
    return _origin(
        f"klausul.{clause}", having, place, None if post is None else post.begrundelse, left_out=left_out
    )


def _value(value: str, having: list[Layer]) -> Origin:
    top = having[0].manifest
    sources = [f"Kilde: {post.kilde}." for post in top.timetrin] if value == "timetrin" else []
    return _origin(f"vaerdi.{value}", having, f"{having[0].place}, {value}", " ".join(sources) or None)


def _origin(
    key: str, having: list[Layer], place: str, begrundelse: str | None, *, left_out: bool = False
) -> Origin:
    top = having[0].manifest
    return Origin(
        key=key,
        layer=top.id,
        version=top.version,
        place=place,
        begrundelse=begrundelse,
        replaces=tuple(layer.manifest.id for layer in having[1:]),
        left_out=left_out,
    )
