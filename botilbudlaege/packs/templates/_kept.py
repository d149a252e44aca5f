"""Compiled templates of packs, kept on the machine between processes, as plain data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from botilbudlaege import _cache, _catalogue
from botilbudlaege.packs.templates import _fields
from botilbudlaege.packs.templates._filters import VALUES
from botilbudlaege.rendering.filling import _plain
from botilbudlaege.rendering.living._controls import Controls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.folder._stack import Stack
    from botilbudlaege.rendering.filling._template import Template


_FAULTS = (LookupError, TypeError, ValueError, AttributeError, SyntaxError, RecursionError)
_COMPILED = b"compiled"


class Ready(NamedTuple):
    """What a render needs of a pack's template.

    Args:
        template: The template, compiled.
        core: The part that says what a document is called, and from which pack it is.
        digest: For a document that carries its facts: the digest of the template with its clauses.
        content: For such a document: the digest of all that it takes from the pack.
        unready: For a draft: what has to be settled before a final can be made.
    """

    template: Template
    core: bytes
    digest: str
    content: str
    unready: tuple[Finding, ...]


def read(stack: Stack, kind: Dokument, draft: bool, living: bool) -> Ready | None:  # noqa: FBT001 - what names it
    """Give what is kept; None where that is nothing, or nothing that can be used."""
    content = None if stack.given else _cache.found(*_pieces(stack, kind, draft, living))
    if content is None:
        return None
    try:
        return _ready(json.loads(content), kind)
    except _FAULTS:
        return None


def _ready(said: dict[str, Any], kind: Dokument) -> Ready | None:
    made = template(kind, tuple(str(piece).encode() for piece in said["compiled_of"]))
    if made is None:
        return None
    unready = tuple(_catalogue.of_plain(each) for each in said["unready"])
    core = str(said["core"]).encode()
    return Ready(made, core, digest=str(said["digest"]), content=str(said["content"]), unready=unready)


def write(
    stack: Stack, ready: Ready, *, kind: Dokument, draft: bool, living: bool, compiled_of: tuple[bytes, ...]
) -> None:
    """Keep which compiled template is that of a pack; not of one with clauses of a caller's own, which are put in each time."""
    if not stack.given:
        said = {
            "compiled_of": [piece.decode() for piece in compiled_of],
            "core": ready.core.decode(),
            "digest": ready.digest,
            "content": ready.content,
            "unready": [attrs.asdict(each) for each in ready.unready],
        }
        _cache.keep(_json(said), *_pieces(stack, kind, draft, living))


def template(kind: Dokument, compiled_of: tuple[bytes, ...]) -> Template | None:
    """Give a compiled template by what it comes of, whichever pack it was compiled for; None where there is none that can be used."""
    content = _cache.found(_COMPILED, *compiled_of)

    def controls(plain: dict[str, Any]) -> Controls:
        return Controls.of_plain(plain, _fields.resolver(kind))

    try:
        return None if content is None else _plain.template(json.loads(content), VALUES, controls=controls)
    except _FAULTS:
        return None


def keep(template: Template, compiled_of: tuple[bytes, ...]) -> None:
    """Keep what has just been compiled."""
    if template.programs:
        _cache.keep(_json(_plain.of_template(template)), _COMPILED, *compiled_of)
    template.programs = ()


def _json(said: dict[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode()


def _pieces(stack: Stack, kind: Dokument, draft: bool, living: bool) -> Iterator[bytes]:  # noqa: FBT001 - as above
    """Say what a template of a pack is made of: all layers of the pack, and what is asked for."""
    yield b"template"
    yield f"{kind} {draft} {living}".encode()
    for layer in stack.layers:
        yield layer.digest.encode()
