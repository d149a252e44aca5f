"""The findings on what not every program shows alike, as far as it was not so when the document was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.packs.reading import _findings, _text
from botilbudlaege.rendering.living import _ambiguous

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.living._readback import Living


def ambiguous(living: Living, fresh: Living | None) -> Iterator[Finding]:
    """Tell of alternatives with unequal words, of data that are there twice, and of controls bound to those of others."""
    known = {each.words for each in (() if fresh is None else fresh.alternatives)}
    for each in living.alternatives:
        if each.words not in known:
            yield _findings.UNEQUAL(place=living.place(each.part, each.paragraph))
    yield from _bindings(living, fresh)
    for field in living.shown_otherwise:
        place = living.place(field.part, field.paragraph)
        yield _findings.SHOWN_OTHERWISE(place=place, tekst=_text.shortened(field.text))
    if _ambiguous.has_two_stores(living.parts):
        yield _findings.TWO_STORES()


def _bindings(living: Living, fresh: Living | None) -> Iterator[Finding]:
    """Tell of controls that show other data than the document's: Word writes those in place of what is read here."""
    known = {(each.store, each.path) for each in (() if fresh is None else fresh.bindings)}
    for each in living.bindings:
        if (each.store, each.path) not in known:
            place = living.place(each.part, each.paragraph)
            yield _findings.OTHER_DATA(place=place, tekst=_text.shortened(each.text))
