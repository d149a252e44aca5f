"""Texts that stand over a place one above the other: which of them say whose things follow, and where that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.surroundings._around import LINES_OVER, SPOT_OVER
from botilbudlaege.packs.surroundings._lexicon import FOREIGN, HVAD, LED, PART, UNKNOWN, kind_of_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.packs.surroundings._around import Source
    from botilbudlaege.packs.surroundings._form import Form


class Chain:
    """What reads the texts over the places of a form.

    Args:
        form: The form.
    """

    def __init__(self, form: Form) -> None:
        """Keep the form."""
        self._form, self._lexicon = form, form.lexicon

    def heading(self, name: str, text: str) -> Source:
        """Read a heading; the title of an agreement names no party of what stands under it."""
        source = self._form.source(name, text)
        if not kind_of_title(source.text):
            return source
        return attrs.evolve(source, reading=source.reading.without(PART))

    def line(self, name: str, text: str, between: Sequence[Source]) -> Source | None:
        """Read a line over a place, when it says whose things follow, or goes on with them; else they end there.

        Args:
            name: What kind of text it is.
            text: Its words.
            between: What stands between it and the place: a fact that nobody has in person ends a person.
        """
        source = self.heading(name, text)
        if self._lexicon.is_somebody_else(source.reading):
            return source
        if not source.reading or source.reading.of(FOREIGN):
            return None
        if any(self._ends_person(each) for each in between if each.name in LINES_OVER):
            source = attrs.evolve(source, reading=source.reading.without(LED))
        return source

    def _ends_person(self, source: Source) -> bool:
        said = source.reading.of(HVAD)
        return bool(said) and not any(
            self._lexicon.is_of_person(each) or each in ("dato", "rolle") for each in said
        )

    def says_whose(self, source: Source) -> bool:
        """Tell whether a text says whose things follow."""
        return bool(source.reading.of(LED)) or self.names_somebody(source)

    def names_somebody(self, source: Source) -> bool:
        """Tell whether a text names a party or somebody else; a contact is a party's, who may stand further up."""
        return bool(source.reading.of(PART)) or self._lexicon.is_somebody_else(source.reading)


def is_of_other_things(source: Source) -> bool:
    """Tell the label of a place over another of which nothing is known: what stands further up may be of others."""
    said = {word.kind for word in source.reading.words}
    return source.name == SPOT_OVER and UNKNOWN in said and not said & {HVAD, PART, LED}
