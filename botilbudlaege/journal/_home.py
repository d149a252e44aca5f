"""The home that a document is about, as it is told from others: by the P number, else by name and municipality."""

from __future__ import annotations

from typing import Any

import attrs

from botilbudlaege._arguments import TEXT, takes
from botilbudlaege.domain import Fakta, slags
from botilbudlaege.domain._homes import Identity, fact_of


@takes(p_nummer=TEXT, navn=TEXT, kommune=TEXT)
@attrs.frozen
class Home(Identity):
    """A home, by what tells it from others.

    Args:
        p_nummer: Its P number; empty where none is known.
        navn: Its name, in small letters and with single spaces; empty where it is not known.
        kommune: Its municipality; empty where it is not known.

    >>> from botilbudlaege import Botilbud, Samarbejdsplan
    >>> Home.of(Samarbejdsplan(botilbud=Botilbud(navn="Æblehaven  Nord")))
    Home(p_nummer='', navn='æblehaven nord', kommune='')
    >>> Home("1000000001", "birkelund").may_be(Home(navn="birkelund"))
    True
    """

    @staticmethod
    def of(facts: Any) -> Home:
        """Find the home of a subject, or of plain data for one; none where it is about no home."""
        known = slags(facts) if isinstance(facts, Fakta) else None
        if known is not None:
            plan = known.plan(facts) if known.plan is not None else None
            return Home() if plan is None else Home.of_home(plan.botilbud)
        for start in (facts, fact_of(facts, "plan"), fact_of(facts, "ny_plan")):
            botilbud = fact_of(start, "botilbud")
            if botilbud is not None:
                return Home.of_home(botilbud)
        return Home()
