"""The pieces of a document that have no text to compare: comments, pictures and figures, and what lies over its text."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, cast

import attrs
from lxml import etree

from botilbudlaege.rendering.comparing import _wording
from botilbudlaege.rendering.comparing._spots import Spot, spot
from botilbudlaege.rendering.drawn import _shapes
from botilbudlaege.rendering.sight import _signs, _visible
from botilbudlaege.rendering.word import _known, _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from botilbudlaege.rendering.letters import _look

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FIGURES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_NOT_SHOWN = frozenset({f"{_MC}Fallback", f"{W}del", f"{W}moveFrom"})
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_POINTING = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", f"{_VML}imagedata", f"{_VML}fill")
_EMU = 12_700
"""How many of the measures of drawings make a point."""
_SLACK, _SHARE = 8, 0.25
"""Points, and the share of a side, by which a picture may be larger or smaller; programs round."""
_NUMBERING, _IMAGE = _known.KINDS["numbering"].part, _known.IMAGE_RELATION
_POINTERS = etree.XPath("//@r:*[not(ancestor::mc:Fallback)]", namespaces={"r": _R[1:-1], "mc": _MC[1:-1]})


@attrs.frozen
class Picture:
    """A picture as it stands on a page.

    Args:
        spot: Where it stands.
        digest: What it is, by its bytes.
        sides: Its width and height in points; 0 where that is not said.
        floats: Whether it stands where it was put, and perhaps over text.
        media: The part that it is.
    """

    spot: Spot
    digest: bytes
    sides: tuple[int, int]
    floats: bool
    media: str


def comments(parts: Mapping[str, bytes]) -> int:
    """Count the comments."""
    content = parts.get(_known.KINDS["comments"].part)
    return sum(1 for _ in _package.parse(content).iter(f"{W}comment")) if content else 0


def figures(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> list[Spot]:
    """List the pictures and figures, but for text boxes, whose text is read.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    drawn = [(name, each) for name, root in roots.items() for each in root.iter(*_FIGURES)]
    looks = _visible.Visibility(parts) if drawn else None
    return [
        spot(name, roots[name], element)
        for name, element in drawn
        if looks is not None and _is_figure(element, looks)
    ]


def pictures(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> int:
    """Count the pictures that what a reader sees leads to, in any way, also as the ground of the page or before a list.

    LibreOffice writes a picture once more for older programs.
    """
    found = {(_NUMBERING, to) for _, kind, to in _package.related(parts, _NUMBERING) if kind == _IMAGE}
    for name, root in roots.items():
        pointed = {str(rid) for rid in cast("list[Any]", _POINTERS(root))}
        related = _package.related(parts, name)
        found |= {(name, to) for rid, kind, to in related if kind == _IMAGE and rid in pointed}
    return len(found)


def shown(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> list[Picture]:
    """List the pictures in the text, its headers and footers, in order; of alternatives the first.

    Args:
        parts: The parts of the package.
        roots: Those that a reader sees.
    """
    found: list[Picture] = []
    for name, root in roots.items():
        related = _package.related(parts, name)
        targets = {rid: target for rid, kind, target in related if kind == _known.IMAGE_RELATION}
        for element in root.iter(*_POINTING) if targets else ():
            target = targets.get(element.get(f"{_R}embed") or element.get(f"{_R}id") or "", "")
            if target in parts and next(element.iterancestors(*_NOT_SHOWN), None) is None:
                digest = hashlib.sha256(parts[target]).digest()
                found.append(Picture(spot(name, root, element), digest, *_room(element), target))
    return found


def _room(element: etree._Element) -> tuple[tuple[int, int], bool]:
    """Give the width and height of a picture in points, and whether it floats."""
    around = next(element.iterancestors(f"{_WP}inline", f"{_WP}anchor"), None)
    extent = None if around is None else around.find(f"{_WP}extent")
    sides = ("", "") if extent is None else (extent.get("cx", ""), extent.get("cy", ""))
    width, height = (int(side) // _EMU if side.isdecimal() else 0 for side in sides)
    return (width, height), around is not None and around.tag == f"{_WP}anchor"


def others(now: Sequence[Picture], then: Sequence[Picture]) -> Iterator[tuple[Picture, bool]]:
    """List the pictures that are none of those that were there, or that stand otherwise; each with whether it is another one.

    Headers and footers come in several copies, so a picture is looked for wherever it stood.
    """
    known: dict[bytes, list[Picture]] = {}
    for picture in then:
        known.setdefault(picture.digest, []).append(picture)
    for picture in now:
        if picture.digest not in known:
            yield picture, True
        elif not any(_stands_as(picture, was) for was in known[picture.digest]):
            yield picture, False
    body = [[each.digest for each in some if each.spot.part == _package.DOCUMENT] for some in (now, then)]
    if sorted(body[0]) == sorted(body[1]) and body[0] != body[1]:
        at = next(at for at, (one, other) in enumerate(zip(*body, strict=True)) if one != other)
        yield [each for each in now if each.spot.part == _package.DOCUMENT][at], True


def _stands_as(picture: Picture, was: Picture) -> bool:
    """Tell whether a picture is as large as it was, and floats only where it did."""
    sides = zip(picture.sides, was.sides, strict=True)
    return picture.floats <= was.floats and all(
        abs(one - other) <= max(_SLACK, other * _SHARE) for one, other in sides
    )


def first_new(now: Iterable[Spot], then: Iterable[Spot]) -> Spot | None:
    """Give the first place where there is more of something than there was; of a part that had some only the part."""
    before: dict[str, int] = {}
    for each in then:
        before[each.part] = before.get(each.part, 0) + 1
    found: dict[str, list[Spot]] = {}
    for each in now:
        found.setdefault(each.part, []).append(each)
    for part, spots in found.items():
        if len(spots) > before.get(part, 0):
            return Spot(part, -1) if part in before else spots[0]
    return None


def _is_figure(element: etree._Element, looks: _visible.Visibility) -> bool:
    """Tell whether something drawn is seen and is no box of text, or more than that."""
    if any(outer.tag in _NOT_SHOWN or outer.tag in _FIGURES for outer in element.iterancestors()):
        return False
    shapes = _shapes.shapes(element)
    holders = (next(shape.element.iter(f"{W}txbxContent"), shape.element) for shape in shapes)
    shown = sum(not _signs.is_unseen(holder) for holder in holders)
    read = sum(_has_text(box, looks.look) for box in _signs.boxes(element))
    return (not shapes or shown > 0) and (not read or shown > read)


def _has_text(box: etree._Element, look: Callable[[etree._Element], _look.Look]) -> bool:
    return any(
        _wording.plain(text.text or "") and not look(run).hidden
        for run in box.iter(f"{W}r")
        for text in run.iterchildren(f"{W}t")
    )
