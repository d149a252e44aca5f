"""One agreement of a home through its life: the plan as it was made, what was changed, and its end."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import rules
from botilbudlaege._arguments import DAY, Kind, one, several, takes
from botilbudlaege.begreber import Anledning
from botilbudlaege.domain import Allonge, Opsigelse, Orientering, Samarbejdsplan
from botilbudlaege.domain._allonge import changes_terms
from botilbudlaege.rules._timer_i_kvartal import ukendt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Planstatus, Resultat

Aendret = tuple[datetime.date, Samarbejdsplan]
"""The first day of a change, and the whole plan from then on."""


_PLAN = one(Samarbejdsplan, hvad="en samarbejdsplan", angiv="en Samarbejdsplan")
_CHANGE = Kind(
    "en ændring",
    "fx (datetime.date(2025, 6, 1), plan)",
    lambda value: isinstance(value, tuple) and [*map(type, value)] == [datetime.date, Samarbejdsplan],
)


@takes(
    plan=_PLAN,
    aendringer=several(_CHANGE, "en liste af ændringer"),
    opsigelse=one(Opsigelse, hvad="en opsigelse").or_none,
)
@attrs.frozen(kw_only=True)
class Aftale:
    """An agreement between a home and a practice.

    Args:
        plan: The plan as it was made.
        aendringer: What was changed, in order: from when, and the whole plan as it was from then on.
        opsigelse: Its termination; None while there is none.
    """

    plan: Samarbejdsplan
    aendringer: tuple[Aendret, ...] = ()
    opsigelse: Opsigelse | None = None

    @functools.cached_property
    def ophoersdato(self) -> datetime.date | None:
        """The last day in force; None while it is not terminated."""
        return None if self.opsigelse is None else self.opsigelse.ophoersdato

    @takes(dato=DAY)
    def plan_den(self, dato: datetime.date) -> Samarbejdsplan:
        """Give the plan as it is on a day; before its start as it was made."""
        return next((plan for fra, plan in reversed(self.aendringer) if fra <= dato), self.plan)

    @takes(dato=DAY)
    def i_kraft(self, dato: datetime.date) -> bool:
        """Tell whether it is in force on a day: start ≤ day ≤ end (*ours*)."""
        start, ophoer = self.plan.ikrafttraeden, self.ophoersdato
        return start is not None and start <= dato and (ophoer is None or dato <= ophoer)

    @takes(dato=DAY)
    def status(self, dato: datetime.date) -> Resultat[Planstatus]:
        """Tell where it is in its life on a day; see `rules.status`."""
        return rules.status(
            dato,
            indgaaet_den=self.plan.indgaaet_den,
            ikrafttraeden=self.plan.ikrafttraeden,
            opsagt=None if self.opsigelse is None else self.opsigelse.modtaget,
            ophoer=self.ophoersdato,
        )

    @takes(dag=DAY)
    def timer_i_kvartal(self, dag: datetime.date) -> Resultat[int]:
        """Count its hours in a quarter, for overview; see `rules.timer_i_kvartal`. None known count as none."""
        start, timer = self.plan.ikrafttraeden, self.plan.timer_pr_maaned
        if start is None or timer is None:
            return ukendt(dag)
        perioder = {start: timer}
        for fra, plan in self.aendringer:
            perioder[fra] = timer = plan.timer_pr_maaned or timer
        return rules.timer_i_kvartal(dag, [*perioder.items()], ophoer=self.ophoersdato)

    @takes(sendt=DAY.or_none)
    def orienteringer(
        self, *, sendt: datetime.date | None = None
    ) -> tuple[tuple[datetime.date, Orientering], ...]:
        """Make the letters to the region that it calls for, each with the day from which it is called for.

        A plan that is made calls for one from the day it was made, or, where that is not known, from its start, and in any
        case before its termination (*ours*); new hours from their first day, a termination from the day it was received.
        """
        return tuple(sorted(self._letters(sendt), key=lambda letter: letter[0]))

    def _letters(self, sendt: datetime.date | None) -> Iterator[tuple[datetime.date, Orientering]]:
        made = self.plan.indgaaet_den or self.plan.ikrafttraeden
        if made is None or self.plan.ikrafttraeden is None:
            return
        if self.opsigelse is not None and self.opsigelse.modtaget is not None:
            made = min(made, self.opsigelse.modtaget)
        yield made, Orientering(plan=self.plan, anledning=Anledning.INDGAAET, sendt=sendt)
        before = self.plan
        for fra, plan in self.aendringer:
            if None not in (before.timer_pr_maaned, plan.timer_pr_maaned) and (
                before.timer_pr_maaned != plan.timer_pr_maaned
            ):
                yield (
                    fra,
                    Orientering(
                        plan=plan,
                        anledning=Anledning.TIMETAL_AENDRET,
                        fra=fra,
                        tidligere_timer=before.timer_pr_maaned,
                        sendt=sendt,
                    ),
                )
            before = plan
        if self.opsigelse is not None and self.opsigelse.modtaget is not None:
            ended = Orientering(
                plan=self.opsigelse.plan, anledning=Anledning.OPSAGT, fra=self.ophoersdato, sendt=sendt
            )
            yield self.opsigelse.modtaget, ended

    @property
    def allonger(self) -> tuple[Allonge, ...]:
        """The amendments that its changes call for, in order: one a day, with all that is changed from it."""
        before, made = self.plan, []
        for fra, plan in dict(self.aendringer).items():
            if changes_terms(before, plan):
                made.append(Allonge(plan=before, ny_plan=plan, gaelder_fra=fra))
            before = plan
        return tuple(made)
