"""Letters: to the region, and to the residents of a home."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege import dansk, rules
from botilbudlaege.begreber import Anledning, Region
from botilbudlaege.domain import _findings
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._paa_dagen import region_of
from botilbudlaege.domain._planer import Samarbejdsplan
from botilbudlaege.errors import BotilbudlaegeError, Finding, within

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen(kw_only=True)
class Orientering(Fakta):
    """A letter by which the home's side informs the region of a plan.

    Args:
        plan: The plan as it is now.
        anledning: Why the region is informed.
        fra: From when: the start of a plan that is made (None: the plan's own), the first day of new hours, or the
            last day of a plan that is terminated.
        tidligere_timer: The hours a month before, when they have changed.
        sendt: The day the letter is sent.

    Raises:
        DataError: Hours before that may not be agreed, or are those of the plan; a day before the scheme, or new hours
            before the start.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, Orientering af regionen.

    >>> import datetime
    >>> plan = Samarbejdsplan(ikrafttraeden=datetime.date(2025, 4, 1))
    >>> Orientering(plan=plan, anledning=Anledning.INDGAAET).gaelder_fra
    datetime.date(2025, 4, 1)
    """

    _afledte: ClassVar[dict[str, Felt]] = {
        "gaelder_fra": Felt(
            "dato, som orienteringen gælder fra", datetime.date(2025, 4, 1), valgfri=False, af=("fra",)
        ),
        "region": Felt("region", Region.MIDTJYLLAND),
    }

    plan: Samarbejdsplan = felt("samarbejdsplan", factory=Samarbejdsplan)
    anledning: Anledning | None = felt(
        "anledning til orienteringen", eksempel=Anledning.INDGAAET, valgfri=False
    )
    fra: datetime.date | None = felt("dato, som orienteringen gælder fra", eksempel=datetime.date(2025, 4, 1))
    tidligere_timer: int | None = felt("tidligere antal timer", eksempel=2, valgfri=False)
    sendt: datetime.date | None = felt("dato for afsendelse", eksempel=datetime.date(2025, 3, 20))

    @property
    def gaelder_fra(self) -> datetime.date | None:
        """`fra`, else the plan's start when the plan is made."""
        if self.fra is None and self.anledning is Anledning.INDGAAET:
            return self.plan.ikrafttraeden
        return self.fra

    @property
    def region(self) -> Region | None:
        """The region of the home on the day the letter is sent; None while municipality or day is not known."""
        return region_of(self.plan.botilbud, self.sendt)

    def _sammenhaeng(self) -> Iterator[Finding]:
        changed = self.anledning is Anledning.TIMETAL_AENDRET
        now = self.plan.timer_pr_maaned if changed else None
        yield from hours_before(self.tidligere_timer, now)
        yield from self._day()

    def _day(self) -> Iterator[Finding]:
        """Find a day that cannot be: before the scheme, or new hours before the start."""
        dag, start = self.fra, self.plan.ikrafttraeden
        if dag is None:
            return
        try:
            rules.regelsaet().timer_der_kan_aftales(dag)
        except BotilbudlaegeError as error:
            yield from within(error.findings, "fra")
            return
        if self.anledning is Anledning.TIMETAL_AENDRET and start is not None and dag < start:
            yield _findings.LETTER_BEFORE_START(path="fra", dag=dansk.dato(dag), start=dansk.dato(start))


def hours_before(tidligere: int | None, nu: int | None) -> Iterator[Finding]:
    """Check the hours before a change: they could be agreed, and are others than those now (None: not compared)."""
    tilladte = rules.regelsaet().timer_der_kan_aftales()
    if tidligere is not None and tidligere not in tilladte:
        yield _findings.HOURS_WERE_NOT_ALLOWED(
            path="tidligere_timer", timer=tidligere, muligheder=dansk.opremsning(tilladte, "eller")
        )
    elif tidligere is not None and tidligere == nu:
        yield _findings.HOURS_UNCHANGED(path="tidligere_timer", timer=tidligere)


@attrs.frozen(kw_only=True)
class Informationsbrev(Fakta):
    """A letter to the residents of a home: the scheme, the offer, and that it is voluntary.

    Args:
        plan: The plan.
        sendt: The day the letter is sent.
    """

    plan: Samarbejdsplan = felt("samarbejdsplan", factory=Samarbejdsplan)
    sendt: datetime.date | None = felt("dato for afsendelse", eksempel=datetime.date(2025, 3, 20))
