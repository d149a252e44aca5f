"""A pack's logo put into the letterhead of a document: where the pack's name stands, in the header or above the text.

A letter in the name of the home or the doctor has no letterhead of the pack's, and so no logo.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.packs.folder._logo import Logo

_NAME = re.compile(r"\{\{\s*pakke\.navn\s*(?:\|[^}]*)?\}\}")
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_NS = (
    f'xmlns:w="{W[1:-1]}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_ID = 900  # of the drawing: higher than a template's own


def with_logo(parts: Mapping[str, bytes], logo: Logo) -> dict[str, bytes]:
    """Give the parts of a template with the logo before the pack's name; a header with a picture of its own keeps that."""
    new = dict(parts)
    for name, root, paragraph in _letterheads(parts):
        media = f"media/pakkelogo.{logo.kind}"
        new[f"word/{media}"] = logo.content
        _package.declare(new, f"word/{media}", f"image/{logo.kind}")
        rid = _package.relate(new, _package.rels_of(name), _IMAGE, media)
        _put(paragraph, logo, rid)
        new[name] = _package.serialise(root)
    return new


def _letterheads(parts: Mapping[str, bytes]) -> Iterator[tuple[str, etree._Element, etree._Element]]:
    """Find the paragraphs with the pack's name: of each header; else the first of the text."""
    found = False
    names = [name for name in _places.filled(parts) if name != _package.DOCUMENT]
    for name in (*names, _package.DOCUMENT):
        root = _package.parse(parts[name])
        is_text = name == _package.DOCUMENT
        if (is_text and found) or (not is_text and root.tag != f"{W}hdr"):
            continue
        paragraph = next((each for each in root.iter(f"{W}p") if _NAME.search(paragraph_text(each))), None)
        if paragraph is None or (not is_text and _has_picture(root)):
            continue
        found = True
        yield name, root, paragraph


def _has_picture(root: etree._Element) -> bool:
    return next(root.iter(f"{W}drawing", f"{W}pict"), None) is not None


def _put(paragraph: etree._Element, logo: Logo, rid: str) -> None:
    at = 1 if paragraph.find(f"{W}pPr") is not None else 0
    for run in (_space(), _picture(logo, rid)):
        paragraph.insert(at, run)


def _space() -> etree._Element:
    return etree.fromstring(f'<w:r {_NS}><w:t xml:space="preserve">  </w:t></w:r>')


def _picture(logo: Logo, rid: str) -> etree._Element:
    size = f'cx="{logo.width}" cy="{logo.height}"'
    run = etree.fromstring(
        f'<w:r {_NS}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{_ID}" name="Logo" descr=""/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{_ID}" name="Logo" descr=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    for described in run.iterfind(".//*[@descr]"):
        described.set("descr", logo.words)
    return run
