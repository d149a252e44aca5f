"""Words of a template that a reader does not see, or reads in another order, by where they stand: whatever they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.sight import _around
from botilbudlaege.rendering.word import _findings, _known_inside, _places
from botilbudlaege.rendering.word._styles import OFF
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.sight._visible import Visibility
    from botilbudlaege.rendering.word._places import Spot, Where

_P, _R, _T = (f"{W}{name}" for name in "prt")
_IN_RUBIES = frozenset({f"{W}rt", f"{W}rubyBase"})
_HOLDERS = _known_inside.HOLDERS | {*_known_inside.DELETIONS, *_known_inside.CONFLICTS}
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def faults(
    parts: Mapping[str, bytes], roots: Mapping[str, etree._Element], looks: Visibility, *, where: Where
) -> Iterator[Finding]:
    """List them.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
        looks: Tells what a reader sees there.
        where: Says where a paragraph of a part stands.
    """
    beside = _around.put_beside_the_page(parts, roots)
    for part, root in roots.items():
        spot = _places.spots(root, part, where)
        if part in beside:
            yield from (_findings.HIDDEN_TEXT(place=spot(text)) for text in _said(root))
        yield from dict.fromkeys(_of_part(root, looks, spot))


def _of_part(root: etree._Element, looks: Visibility, spot: Spot) -> Iterator[Finding]:
    for piece in root.iter(_R, _P):
        if _is_out_of_place(piece) and next(_said(piece), None) is not None:
            yield _findings.HIDDEN_TEXT(place=spot(piece))
    for formula in root.iter(f"{_M}phant"):
        shown = formula.find(f"{_M}phantPr/{_M}show")
        if shown is not None and shown.get(f"{_M}val", "1") in OFF:
            yield _findings.HIDDEN_TEXT(place=spot(formula))
    for paragraph in root.iter(_P):
        if looks.is_folded(paragraph):
            yield _findings.FOLDED_TEXT(place=spot(paragraph))
        if looks.has_hidden_number(paragraph):
            yield _findings.HIDDEN_TEXT(place=spot(paragraph))
        if looks.is_from_right(paragraph, _words(paragraph)):
            yield _findings.BACKWARDS_TEXT(place=spot(paragraph))


def _is_out_of_place(piece: etree._Element) -> bool:
    """Tell whether a run or a paragraph stands in what holds none: some programs show it, and others do not open the file."""
    around = piece.getparent()
    outer = None if around is None else around.getparent()
    if around is None or outer is None:
        return False
    if around.tag in _IN_RUBIES:
        return outer.tag != f"{W}ruby"
    is_known = around.tag in _HOLDERS or around.tag == _P  # a paragraph in another is told as what it is
    return not is_known and not str(around.tag).startswith(_M)


def _said(around: etree._Element) -> Iterator[etree._Element]:
    return (text for text in around.iter(_T) if (text.text or "").strip())


def _words(paragraph: etree._Element) -> Iterator[str]:
    for each in paragraph.iter(_T, f"{W}tab"):
        if each.tag == _T:
            yield each.text or ""
        elif (outer := each.getparent()) is not None and outer.tag == _R:
            yield "\t"
