"""Pieces of a document that not every program shows alike: alternatives with unequal words, data that are there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.living import _store
from botilbudlaege.rendering.living._names import DATA_ID, DATA_NS
from botilbudlaege.rendering.sight import _unsettled
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ALTERNATIVES = b"AlternateContent"
_DESCRIPTION = b"datastoreItem"
_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"


@attrs.frozen
class Alternatives:
    """A piece of text that says one thing to some programs and another to others.

    Args:
        part: The part in which it stands.
        paragraph: The number of its paragraph in the part.
        words: What it says.
    """

    part: str
    paragraph: int
    words: frozenset[str]


def alternatives(parts: Mapping[str, bytes]) -> Iterator[Alternatives]:
    """List the alternatives with unequal words of what a reader sees."""
    for part in _places.seen(parts):
        if _ALTERNATIVES not in parts[part]:
            continue
        root = _package.parse(parts[part])
        numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"))}
        for element, words in _unsettled.unequal(root):
            around = next(element.iterancestors(f"{W}p"), None)
            paragraph = next(element.iter(f"{W}p"), None) if around is None else around
            yield Alternatives(part, -1 if paragraph is None else numbers[paragraph], words)


def has_two_stores(parts: Mapping[str, bytes]) -> bool:
    """Tell whether the data that the fields are bound to are there twice, by their name or by their id."""
    described = [
        _package.parse(content)
        for name, content in parts.items()
        if _DESCRIPTION in content and not name.endswith(".rels")
    ]
    by_id = sum(root.get(_ITEM_ID, "").upper() == DATA_ID.upper() for root in described)
    return by_id > 1 or len(_store.items(parts, DATA_NS)) > 1
