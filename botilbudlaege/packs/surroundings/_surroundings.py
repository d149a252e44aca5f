"""The surroundings of a place, put together: what stands beside it and over it, and whether one signs there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.surroundings._around import Around
from botilbudlaege.packs.surroundings._chain import Chain
from botilbudlaege.packs.surroundings._form import SENTENCE_END, Form
from botilbudlaege.packs.surroundings._labels import Labels
from botilbudlaege.packs.surroundings._lines_over import LinesOver
from botilbudlaege.packs.surroundings._near import Near
from botilbudlaege.packs.surroundings._rows_over import RowsOver
from botilbudlaege.packs.surroundings._samples import Samples
from botilbudlaege.packs.surroundings._signing import Signing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.packs.forms._page import Page
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.surroundings._lexicon import Lexicon, Reading

_NUMBER = re.compile(r"^[\s\d.)•–-]+")


class Surroundings:
    """The places of a file with what stands around each.

    Args:
        page: The file.
        spots: Its places.
        lexicon: The words that are known.
    """

    def __init__(self, page: Page, spots: Sequence[Spot], lexicon: Lexicon) -> None:
        """Make what reads the texts beside and over a place."""
        self._form = Form(page, spots, lexicon)
        labels, chain = Labels(self._form), Chain(self._form)
        self._samples = Samples(self._form)
        self._near = Near(self._form, labels, self._samples)
        self._over = LinesOver(self._form, labels, chain, RowsOver(self._form, chain))
        self._signing = Signing(self._form, labels)
        self._known: dict[Spot, Around] = {}

    def of(self, spot: Spot) -> Around:
        """Say what stands around a place; it is asked of again when the proposals are held against one another."""
        if spot not in self._known:
            self._known[spot] = self._put_together(spot)
        return self._known[spot]

    def _put_together(self, spot: Spot) -> Around:
        before, after = self._form.beside(spot)
        near = [source for source in self._near.of(spot) if source.text]
        far = [source for source in self._over.of(spot) if source.text]
        sentences = SENTENCE_END.split(spot.before)[:-1]
        return Around(
            near=tuple(near),
            far=tuple(far),
            before=before,
            after=after,
            signed=self._signing.is_at(spot),
            ticked=self._is_ticked(spot),
            followed=self._form.is_followed(spot),
            alone=not re.search(r"\w", _NUMBER.sub("", spot.before) + spot.after),
            remark=self._near.remark(spot),
            up_to_next=spot.after[: max(self._form.next(spot) - spot.end, 0)],
            earlier=tuple(self._form.lexicon.read(text) for text in sentences),
        )

    def sample(self, spot: Spot) -> Reading | None:
        """Read a sample that somebody marked with colour; None for any other place."""
        return self._samples.of(spot)

    def _is_ticked(self, spot: Spot) -> bool:
        return any(
            each.words == "☐" and each.end <= spot.start and each is not spot
            for each in self._form.on(spot.paragraph)
        )
