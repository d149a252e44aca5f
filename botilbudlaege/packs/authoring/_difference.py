"""The difference between a clause and the pack's, word by word."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _html, _nearest
from botilbudlaege.errors import PackError
from botilbudlaege.packs import _load, _render
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.authoring import _excerpt, _findings
from botilbudlaege.packs.clauses._given import Given
from botilbudlaege.packs.clauses._markdown import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.clauses._markdown import Clause

_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\n|[^\S\n]+|(?:(?!\{\{|\{%)\S)+", re.DOTALL)
_SAME = "Der er ingen forskel."
_LEGEND = "Gennemstreget er pakkens ord, understreget er nye ord."


@attrs.frozen(repr=False)
class Forskel:
    """The words that differ between two texts.

    Args:
        old: The pack's text.
        new: The clause's text.
    """

    old: str
    new: str

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Give the pieces in order, each with what became of it: `same`, `removed` or `added`."""
        for stretch in _stretches(_WORDS.findall(self.old), _WORDS.findall(self.new)):
            yield from ((kind, text) for kind, text in zip(_KINDS, stretch, strict=True) if text)

    @property
    def text(self) -> str:
        """The text with `[-removed-]` and `{+added+}` words."""
        if self.old == self.new:
            return _SAME
        return "".join(_PLAIN[kind].format(piece) for kind, piece in self.pieces())

    def __str__(self) -> str:
        """The marked text."""
        return self.text

    def __repr__(self) -> str:
        """The marked text: what one wants to see in a terminal."""
        return self.text

    def _repr_html_(self) -> str:
        """Show the differences in a notebook."""
        if self.old == self.new:
            return _html.section(_html.paragraph(_SAME))
        return _html.section(_html.paragraph(_LEGEND), _html.changed(self.pieces()))


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[str, str, str]]:
    """Give stretches: what is removed and added, and what is the same after it; a mere space does not part two."""
    removed = added = ""
    for operation, old_from, old_to, new_from, new_to in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        before, after = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if operation != "equal" or ((removed or added) and not before.strip()):
            removed, added = removed + before, added + after
        else:
            yield removed, added, before
            removed = added = ""
    yield removed, added, ""


_KINDS = ("removed", "added", "same")
_PLAIN = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def of_source(clause: Given, pack: str | Path | Pack | None) -> Forskel:
    """Hold the text of a clause against that of the pack's."""
    chosen = _load.pack_of(pack or "faelles")
    return Forskel(_theirs(clause, chosen).source.strip(), clause.text.strip())


def of_document(
    clause: Given, subject: Fakta, document: str | None, *, pack: str | Path | Pack | None
) -> Forskel:
    """Hold how a clause reads in a document against how the pack's does."""
    chosen, _ = _render.choice(subject, pack)
    theirs = Given(clause.id, _theirs(clause, chosen).source)
    old, new = (
        _excerpt.read(each, subject, document, pack=chosen, draft=True).text if each.text else ""
        for each in (theirs, clause)
    )
    return Forskel(old, new)


def _theirs(clause: Given, pack: Pack) -> Clause:
    """Find the pack's own clause; one that is left out, or for which there is only a place yet, has no text.

    Raises:
        PackError: The pack has none of the id.
    """
    stack = inside(pack).stack
    known = stack.clauses
    if clause.id not in known and stack.documents_with(clause.id):
        return LEFT_OUT
    if clause.id not in known:
        forslag = _nearest.suggestion(clause.id, known)
        raise PackError(_findings.NO_SUCH_CLAUSE(pakke=pack.id, klausul=clause.id, forslag=forslag))
    return known[clause.id]
