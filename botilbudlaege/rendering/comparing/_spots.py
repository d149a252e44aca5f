"""The spots where something stands in a document that has no text of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from lxml import etree

_P, _TABLE = f"{W}p", f"{W}tbl"


@attrs.frozen
class Spot:
    """Where something stands.

    Args:
        part: The part.
        paragraph: The number of its paragraph in the part; -1 where it stands in none.
    """

    part: str
    paragraph: int


def spot(part: str, root: etree._Element, element: etree._Element) -> Spot:
    """Tell where an element stands; a table begins with a paragraph."""
    around = next(element.iterancestors(_P), None)
    if around is None:
        table = next(element.iterancestors(_TABLE), None)
        around = None if table is None else next(table.iter(_P), None)
    return Spot(part, -1 if around is None else list(root.iter(_P)).index(around))
