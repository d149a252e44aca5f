"""The findings on what not every program shows alike, as far as it was not so when the document was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.packs.reading import _findings
from botilbudlaege.rendering.living import _ambiguous

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.living._readback import Living


def ambiguous(living: Living, fresh: Living | None) -> Iterator[Finding]:
    """Tell of alternatives with unequal words, and of data that are there twice."""
    known = {each.words for each in (() if fresh is None else _ambiguous.alternatives(fresh.parts))}
    for each in _ambiguous.alternatives(living.parts):
        if each.words not in known:
            yield _findings.UNEQUAL(place=living.place(each.part, each.paragraph))
    if _ambiguous.has_two_stores(living.parts):
        yield _findings.TWO_STORES()
