"""Compiled templates of packs, kept on the machine between processes, as plain data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _cache, _catalogue
from botilbudlaege.errors import Finding
from botilbudlaege.packs.templates import _fields
from botilbudlaege.packs.templates._filters import VALUES
from botilbudlaege.rendering.filling import _plain
from botilbudlaege.rendering.filling._template import Template
from botilbudlaege.rendering.living._controls import Controls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.packs.folder._stack import Stack


@attrs.frozen
class Ready:
    """What a render needs of a pack's template.

    Args:
        template: The template, compiled.
        digest: For a document that carries its facts: the digest of the template with its clauses.
        content: For such a document: the digest of all that it takes from the pack.
        unready: For a draft: what has to be settled before a final can be made.
    """

    template: Template
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
    except (LookupError, TypeError, ValueError, AttributeError, SyntaxError, RecursionError):
        return None


def _ready(said: dict[str, Any], kind: Dokument) -> Ready:
    def controls(plain: dict[str, Any]) -> Controls:
        return Controls.of_plain(plain, _fields.resolver(kind))

    template = _plain.template(said["template"], VALUES, controls=controls)
    unready = tuple(_catalogue.of_plain(each) for each in said["unready"])
    return Ready(template, str(said["digest"]), str(said["content"]), unready)


def write(stack: Stack, kind: Dokument, draft: bool, living: bool, ready: Ready) -> None:  # noqa: FBT001 - as above
    """Keep what has just been compiled; not what was made with clauses of a caller's own, which is tried once."""
    if not stack.given and ready.template.programs:
        said = {
            "template": _plain.of_template(ready.template),
            "digest": ready.digest,
            "content": ready.content,
            "unready": [attrs.asdict(each) for each in ready.unready],
        }
        content = json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode()
        _cache.keep(content, *_pieces(stack, kind, draft, living))
    ready.template.programs = ()


def _pieces(stack: Stack, kind: Dokument, draft: bool, living: bool) -> Iterator[bytes]:  # noqa: FBT001 - as above
    """Say what a compiled template is made of: all layers of the pack, and what is asked for."""
    yield b"template"
    yield f"{kind} {draft} {living}".encode()
    for layer in stack.layers:
        yield layer.digest.encode()
