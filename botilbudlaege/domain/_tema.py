"""A theme for the advice, of a catalogue of ideas or of the pack that gives one."""

from __future__ import annotations

import attrs

from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import felt


@attrs.frozen(kw_only=True)
class Tema(Fakta):
    """A theme for the advice.

    Args:
        titel: What it is about.
        tekst: What can be taken up.
    """

    titel: str | None = felt("titel på {ejer}", eksempel="Medicinhåndtering", valgfri=False)
    tekst: str | None = felt("tekst i {ejer}", eksempel="Opbevaring og uddeling af medicin")
