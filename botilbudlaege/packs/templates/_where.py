"""The places of a pack's template with its clauses, each told where it can be mended: in the Word file, or in a clause's."""

from __future__ import annotations

import attrs

from botilbudlaege.packs.clauses._markdown import Block, Clause
from botilbudlaege.rendering.word import _package, _places


@attrs.frozen
class Where:
    """Say where something of a template with its clauses stands: in its own Word file, or in a clause's file.

    Args:
        place: The Word file, as people see it.
        own: The places of the Word file itself.
        origins: Where each paragraph of the document comes from.
    """

    place: str
    own: _places.Places
    origins: tuple[int | tuple[Clause, Block], ...]

    @property
    def identity(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The Word file and the clauses, each by place and source: with the same parts, they give the same places."""
        clauses = {origin[0] for origin in self.origins if not isinstance(origin, int)}
        return self.place, tuple(sorted((clause.place, clause.source) for clause in clauses))

    def __call__(self, part: str, paragraph: int, tag: int) -> str:
        if part == _package.DOCUMENT and paragraph >= 0:
            origin = self.origins[paragraph]
            if not isinstance(origin, int):
                clause, block = origin
                return clause.at(block, tag)
            paragraph = origin
        return f"{self.place}, {self.own(part, paragraph, tag)}"

    def clause(self, part: str, paragraph: int) -> Clause | None:
        """Give the clause that a paragraph comes from."""
        origin = self.origins[paragraph] if part == _package.DOCUMENT and paragraph >= 0 else paragraph
        return None if isinstance(origin, int) else origin[0]
