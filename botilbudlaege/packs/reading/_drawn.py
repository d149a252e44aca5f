"""The drawings of a document read back, and what is said beside its pages, held against those that it was made with."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from botilbudlaege.packs.reading import _findings
from botilbudlaege.rendering.comparing import _placed, _spots
from botilbudlaege.rendering.drawn import _beside, _compare, _shapes
from botilbudlaege.rendering.drawn._compare import Change
from botilbudlaege.rendering.sight import _signs
from botilbudlaege.rendering.sight._visible import Visibility
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.drawn._beside import Said
    from botilbudlaege.rendering.drawn._compare import Drawn
    from botilbudlaege.rendering.drawn._shapes import Shape
    from botilbudlaege.rendering.living._readback import Living

_TOLD = {
    Change.TURNED: _findings.TURNED,
    Change.INSIDE: _findings.OTHER_DRAWING,
    Change.PALE: _findings.PALE_PICTURE,
    Change.GONE: _findings.FIGURE_GONE,
}
_NOT_SHOWN = (_shapes.FALLBACK, *(f"{W}{name}" for name in ("del", "moveFrom")))
_NOTHING = "intet"


def changed(living: Living, fresh: Living) -> Iterator[Finding]:
    """Tell of shapes and pictures that are turned, moved in their drawing, cropped, bleached or gone; each kind once at a place."""
    if living.roots is fresh.roots:
        return
    told = [
        _TOLD[change](place=_place(living, fresh, each.shape.element, change))
        for is_body, compared in ((True, _compare.changes), (False, _compare.changes_of_copies))
        for each, change in compared(*(_shown(document, is_body=is_body) for document in (living, fresh)))
    ]
    raised = _placed.raised(living.roots, fresh.roots)
    if raised is not None:
        told.append(_findings.OTHER_DRAWING(place=_place(living, fresh, raised, Change.INSIDE)))
    yield from dict.fromkeys(told)


def _shown(document: Living, *, is_body: bool) -> list[Drawn]:
    looks = Visibility(document.parts)
    return [
        each
        for name, root in document.roots.items()
        if (name == _package.DOCUMENT) is is_body
        for drawing in root.iter(*_shapes.DRAWINGS)
        if next(drawing.iterancestors(*_NOT_SHOWN), None) is None
        if not looks.hides_drawing(drawing)
        for each in _compare.drawn(_seen(drawing))
    ]


def _seen(drawing: etree._Element) -> list[Shape]:
    return [shape for shape in _shapes.shapes(drawing) if not _signs.is_unseen(shape.element)]


def _place(living: Living, fresh: Living, element: etree._Element, change: Change) -> str:
    """Say where something stands, or stood."""
    document = fresh if change is Change.GONE else living
    root = element.getroottree().getroot()
    part = next(name for name, each in document.roots.items() if each is root)
    spot = _spots.spot(part, root, element)
    return document.place(spot.part, spot.paragraph)


def beside(living: Living, fresh: Living) -> Iterator[Finding]:
    """Tell of words that stand for a drawing or a table and are others now, and of links that lead elsewhere."""
    if living.roots is fresh.roots:
        return
    now, then = (_heard(document) for document in (living, fresh))
    new = [said for words, said in now.items() if words not in then]
    gone = [said for words, said in then.items() if words not in now]
    for said, was in itertools.zip_longest(new, sorted(gone, key=lambda each: not each.is_kept)):
        if said is not None or was.is_kept:
            place = _place(living, fresh, (said or was).element, Change.INSIDE if said else Change.GONE)
            foer, nu = (_NOTHING if each is None else each.words for each in (was, said))
            yield _findings.HEARD(place=place, foer=foer, nu=nu)
    yield from _links(living, fresh)


def _heard(document: Living) -> dict[str, Said]:
    return {said.words: said for root in document.roots.values() for said in _beside.heard(root)}


def _links(living: Living, fresh: Living) -> Iterator[Finding]:
    now, then = (
        [link for name, root in each.roots.items() for link in _beside.links(each.parts, name, root)]
        for each in (living, fresh)
    )
    for link, was in _beside.elsewhere(now, then):
        place = _place(living, fresh, link.element, Change.INSIDE)
        if was:
            yield _findings.LINK_ELSEWHERE(place=place, nu=link.target, foer=was)
        else:
            yield _findings.LINK_NEW(place=place, nu=link.target)
