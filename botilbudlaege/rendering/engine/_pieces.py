"""The XML in the pieces of a template, followed: which elements are open, piece by piece."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jinja2 import nodes

_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<name>[\w:.-]+)(?P<attributes>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(?P<empty>/?)>"
    r"|<!--.*?-->|<\?.*?\?>",
    re.DOTALL,
)

_KNOWN = "_tags"
_SHORT = 1000


class Tag(NamedTuple):
    """A tag in a piece of XML.

    Args:
        name: The element's name with prefix; empty for a comment.
        attributes: The attributes as written.
        kind: `open`, `close` or `empty`.
        start: Where in the piece it begins.
        end: Where in the piece it ends.
        text: The text between the tag before it and this one.
    """

    name: str
    attributes: str
    kind: str
    start: int
    end: int
    text: str


def tags(data: nodes.TemplateData) -> tuple[Tag, ...]:
    """List the tags of a piece, each with the text before it; the last has no name and holds the text after.

    A text holds a `<` where the piece begins or ends within a tag. A piece that is asked for again has not changed.
    """
    known: tuple[Tag, ...] | None = vars(data).get(_KNOWN)
    if known is None:
        read = _often if len(data.data) < _SHORT else _read
        known = vars(data)[_KNOWN] = read(data.data)
    return known


def _read(piece: str) -> tuple[Tag, ...]:
    found, done = [], 0
    for match in _TOKEN.finditer(piece):
        start, end = match.span()
        close, name, attributes, empty = match.groups()
        kind = "close" if close else "empty" if empty or not name else "open"
        found.append(Tag(name or "", attributes or "", kind, start, end, piece[done:start]))
        done = end
    return (*found, Tag("", "", "empty", len(piece), len(piece), piece[done:]))


_often = functools.lru_cache(maxsize=512)(_read)
"""Between two fields stands the same XML again and again."""
