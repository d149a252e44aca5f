"""The clauses of a pack as a review shows them: each beside the one that it stands in place of, differences marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import dansk
from botilbudlaege.packs.authoring._difference import Forskel
from botilbudlaege.packs.clauses._markdown import LEFT_OUT
from botilbudlaege.packs.folder import _origin
from botilbudlaege.packs.folder._origin import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.folder._layers import Layer
    from botilbudlaege.packs.folder._stack import Stack

_SIGNS = {
    "removed": '<del><span class="skjult">[fjernet: </span>{}<span class="skjult">]</span></del>',
    "added": '<ins><span class="skjult">[nyt: </span>{}<span class="skjult">]</span></ins>',
}


@attrs.frozen
class Compared:
    """A clause beside the one below.

    Args:
        id: The clause.
        state: What it is: `ændret`, `ny`, `udeladt`, `som i laget under` or `pakkens egen`.
        origin: Where it comes from, and why.
        file: Its file, as findings name it.
        below: Whose the one below is; empty where there is none.
        before: The text below, as HTML.
        now: The text, as HTML.
    """

    id: str
    state: str
    origin: Origin
    file: str
    below: str
    before: str
    now: str

    @property
    def is_changed(self) -> bool:
        """Whether the pack says something else than the layer below."""
        return self.state in ("ændret", "ny", "udeladt")


def compared(stack: Stack) -> tuple[Compared, ...]:
    """Hold every clause against the layer below; those that the pack words itself first."""
    made = [
        _compared(stack, origin) for origin in _origin.origins(stack) if origin.key.startswith("klausul.")
    ]
    return tuple(sorted(made, key=lambda each: (not each.is_changed, each.id)))


def _compared(stack: Stack, origin: Origin) -> Compared:
    clause = origin.key.partition(".")[2]
    having = [layer for layer in stack.layers if clause in layer.clauses]
    deciding, below = having[0], having[1] if len(having) > 1 else None
    now, before = _source(deciding, clause), "" if below is None else _source(below, clause)
    own = deciding is stack.top
    if not own or len(stack.layers) == 1:
        state = "pakkens egen" if own else "som i laget under"
        return Compared(clause, state, origin, _file(deciding, clause), "", "", _plain(now))
    state = "udeladt" if deciding.clauses[clause] is LEFT_OUT else "ny" if below is None else "ændret"
    pieces = [*Forskel(before, now).pieces()]
    return Compared(
        clause,
        state,
        origin,
        _file(deciding, clause),
        "" if below is None else below.manifest.id,
        "".join(_side(pieces, "removed")),
        "".join(_side(pieces, "added")),
    )


def _file(layer: Layer, clause: str) -> str:
    return f"{layer.manifest.id}/klausuler/{clause}.md"


def _source(layer: Layer, clause: str) -> str:
    found = layer.clauses[clause]
    return "" if found is LEFT_OUT else found.source.strip()


def _side(pieces: list[tuple[str, str]], side: str) -> Iterator[str]:
    """Give one side of a difference, what is only there marked, by letters too."""
    for kind, text in pieces:
        if kind == side and text.strip():
            yield _SIGNS[side].format(escape(text))
        elif kind in ("same", side):
            yield escape(text)


def _plain(text: str) -> str:
    return escape(text)


def users(origin: Origin) -> str:
    """Say which documents use a clause."""
    return (
        f"Bruges i {dansk.opremsning(origin.documents)}."
        if origin.documents
        else "Bruges ikke af noget dokument."
    )
