"""A paragraph as a person sees it: pieces of fixed text, and the controls among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.rendering.letters import _look
from botilbudlaege.rendering.living._tagged import Control

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@attrs.frozen
class Paragraph:
    """A paragraph: fixed text and controls, in order.

    Args:
        part: The part in which it stands.
        number: Its number in the part, counted as `Places` counts.
        row: The number of its table row in the part; -1 outside tables.
        cell: The number of its cell in the part; -1 outside tables.
        pieces: Its fixed text and its controls.
        listed: Whether a table of contents stands in it, which Word may make anew.
        unseen: What stands there and does not count: deleted with tracking, hidden, crossed out or faint.
    """

    part: str
    number: int
    row: int
    pieces: tuple[str | Control, ...]
    listed: bool = False
    unseen: tuple[str, ...] = ()
    cell: int = -1

    @property
    def text(self) -> str:
        """What a reader sees."""
        return text_of(self.pieces)


def lowered(pieces: list[str | Control]) -> list[str | Control]:
    """Give a paragraph that is small above or below others as a whole as it is: there is nothing beside it."""
    said = "".join(piece for piece in pieces if isinstance(piece, str))
    if said.isascii() or _look.lowered(said) == said:
        return pieces
    return [_look.lowered(piece) if isinstance(piece, str) else piece for piece in pieces]


def text_of(pieces: Iterable[str | Control]) -> str:
    """Give what a reader sees of pieces."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def goes_on(pieces: Sequence[str | Control], control: Control) -> bool:
    """Tell whether the control right before one is of the same field."""
    return bool(pieces) and not isinstance(pieces[-1], str) and pieces[-1].tag == control.tag


def joined(pieces: Iterable[str | Control]) -> Iterator[str | Control]:
    """Join the texts that stand side by side, and leave out the empty ones."""
    text: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            text.append(piece)
            continue
        if any(text):
            yield "".join(text)
        text = []
        yield piece
    if any(text):
        yield "".join(text)
