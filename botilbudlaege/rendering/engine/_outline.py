"""The outline of a part: its tags as Jinja reads them, one a line, so that everything in the syntax tree can be found again in Word."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from botilbudlaege.rendering.engine import _scan, _tidy
from botilbudlaege.rendering.word._text import own_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.errors import Finding

_PREFIX = re.compile(r"^\{%(?:p|tr) ")


class Outline(NamedTuple):
    """The tags and texts of a part in their order.

    Args:
        source: One tag or one stretch of text a line; a `{%p` or `{%tr` is a plain `{%`.
        spots: For each line the number of its paragraph, and of the tag in it (-1 for text).
    """

    source: str
    spots: tuple[tuple[int, int], ...]

    def spot(self, line: int) -> tuple[int, int]:
        """Give paragraph and tag of a line, counted from 1."""
        return self.spots[min(max(line, 1), len(self.spots)) - 1] if self.spots else (-1, -1)

    def line(self, number: int) -> str:
        """Give a line, counted from 1."""
        lines = self.source.split("\n")
        return lines[min(max(number, 1), len(lines)) - 1]


def outline(root: etree._Element) -> Outline:
    """Read a part; its tags have been scanned before."""
    lines = []
    spots = []
    for number, (_, text) in enumerate(own_texts(root).items()):
        for line, tag in _pieces(text):
            lines.append(line)
            spots.append((number, tag))
    return Outline("\n".join(lines), tuple(spots))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    position = 0
    for count, (tag, _) in enumerate(_scan.tags(text)):
        start = text.index(tag, position)
        if start > position:
            yield _line(text[position:start]), -1
        yield _tag(tag) if len(tag) <= _scan.MAX_TAG else _read(tag), count
        position = start + len(tag)
    if position < len(text):
        yield _line(text[position:]), -1


def _read(tag: str) -> str:
    return _line(_PREFIX.sub("{% ", _tidy.straight(tag)))


_tag = functools.lru_cache(maxsize=1024)(_read)
"""The tags of the documents of a pack come again and again."""


def unbalanced(outline: Outline) -> Iterator[tuple[Finding, int]]:
    """List the tags of a part that open and do not close, or close what is not open, each with its line."""
    blocks = _scan.Blocks()
    for number, line in enumerate(outline.source.split("\n"), start=1):
        fault = blocks.follow(line, number) if outline.spot(number)[1] >= 0 else None
        if fault is not None:
            yield fault, number
    for fault, at in blocks.unclosed():
        yield fault, cast("int", at)


def _line(text: str) -> str:
    return " ".join(text.splitlines())
