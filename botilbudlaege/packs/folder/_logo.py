"""A pack's logo: a picture for the letterheads, with its words for those who do not see it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.folder import _findings

if TYPE_CHECKING:
    from botilbudlaege._catalogue import Entry

_MB = 1_000_000
_LARGEST = 1 * _MB
_MOST_SIDE = 5000  # pixels
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_HIGH, _WIDE = 432_000, 2_160_000  # EMU: 1.2 and 6 cm


@attrs.frozen
class Logo:
    """A logo.

    Args:
        content: The picture.
        kind: `png` or `jpeg`.
        words: What a screen reader says.
        width: How wide it is drawn, in EMU.
        height: How high.
    """

    content: bytes = attrs.field(repr=False)
    kind: str
    words: str
    width: int
    height: int


def read(content: bytes, words: str) -> Logo | Entry:
    """Read a logo, or give what is wrong with it."""
    from docx.image.exceptions import (  # noqa: PLC0415 - only a pack with a logo needs it
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image  # noqa: PLC0415

    if len(content) > _LARGEST:
        return _findings.LOGO_TOO_LARGE
    kind = next((kind for begins, kind in _KINDS.items() if content.startswith(begins)), None)
    if kind is None:
        return _findings.NO_PICTURE
    try:
        picture = Image.from_file(io.BytesIO(content))
        wide, high = int(picture.px_width), int(picture.px_height)
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ValueError,
        KeyError,
        ZeroDivisionError,
    ):
        return _findings.NO_PICTURE
    if not (0 < wide <= _MOST_SIDE and 0 < high <= _MOST_SIDE):
        return _findings.LOGO_TOO_LARGE
    scale = min(_WIDE / wide, _HIGH / high)
    return Logo(content, kind, words, max(int(wide * scale), 1), max(int(high * scale), 1))
