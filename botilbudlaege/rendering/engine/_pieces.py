"""The XML in the pieces of a template, followed: which elements are open, piece by piece."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<name>[\w:.-]+)(?P<attributes>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(?P<empty>/?)>"
    r"|<!--.*?-->|<\?.*?\?>",
    re.DOTALL,
)


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


class Unfinished(ValueError):
    """A piece of XML that ends within a tag."""


def tags(piece: str, *, strict: bool = True) -> list[Tag]:
    """List the tags of a piece, each with the text before it; the last has no name and holds the text after.

    Args:
        piece: The piece.
        strict: Whether a text may hold no `<`; it does where a piece begins or ends within a tag.

    Raises:
        Unfinished: The piece begins or ends within a tag.
    """
    found, done = [], 0
    for match in _TOKEN.finditer(piece):
        start, end = match.span()
        text = piece[done:start]
        if strict and "<" in text:
            raise Unfinished(text)
        close, name, attributes, empty = match.groups()
        kind = "close" if close else "empty" if empty or not name else "open"
        found.append(Tag(name or "", attributes or "", kind, start, end, text))
        done = end
    text = piece[done:]
    if strict and "<" in text:
        raise Unfinished(text)
    return [*found, Tag("", "", "empty", len(piece), len(piece), text)]
