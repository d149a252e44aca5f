"""The cut of what stands between two marks in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

START, END = "\U000f0000", "\U000f0001"
"""The texts of the paragraphs before and after: characters that no program and no font of pictures gives a meaning."""


def between(content: bytes) -> bytes:
    """Give the document with nothing in its body but what stands between the marks, wherever they are.

    Args:
        content: A docx.
    """
    parts = _package.read(content)
    root = _package.parse(parts[_package.DOCUMENT])
    for body in root.iter(f"{W}body"):
        kept = [*_marked(body), *body.findall(f"{W}sectPr")]
        for element in list(body):
            body.remove(element)
        body.extend(kept)
    return _package.write({**parts, _package.DOCUMENT: _package.serialise(root)})


def _marked(body: etree._Element) -> Iterator[etree._Element]:
    """Walk from each mark to its end, past those that stand beside it."""
    for paragraph in [p for p in body.iter(f"{W}p") if paragraph_text(p) == START]:
        following = paragraph.getnext()
        while following is not None and not (following.tag == f"{W}p" and paragraph_text(following) == END):
            yield following
            following = following.getnext()
