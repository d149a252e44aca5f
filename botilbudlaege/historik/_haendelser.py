"""An event of a home, as a row of a list has it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import rules
from botilbudlaege.begreber import Haendelse, Part
from botilbudlaege.domain import Egne, Fakta, Opsigelse, Samarbejdsplan
from botilbudlaege.domain._felt import felt
from botilbudlaege.errors import BotilbudlaegeError, Finding
from botilbudlaege.historik import _findings

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen(kw_only=True)
class Haendelsespost(Fakta):
    """A row of a list of events: what happened to a home's plan, and from when.

    A home without an event is in the list too, in a row that only names it.

    Args:
        plan: What the row tells: the home, and of the plan what is made or changed. That advice is given in both ways
            again is told by `(VIDEO, FYSISK)`; in the other order it is what a row that says nothing has.
        haendelse: What happened; None in a row that only names a home.
        dag: From when it holds: the start of a plan that is made, the first day of what is new, and of a termination the
            day on which it reached the other side.
        opsagt_af: The side that terminated the plan.
        oensket_ophoer: A later end than the earliest.
        egne: The office's own columns, kept aside.

    Raises:
        DataError: An event without a day, or with what does not belong to it; another practice, which is two events.
    """

    plan: Samarbejdsplan = felt("samarbejdsplan", factory=Samarbejdsplan)
    haendelse: Haendelse | None = felt("hændelse", eksempel=Haendelse.INDGAAET)
    dag: datetime.date | None = felt("dato for hændelsen", eksempel=datetime.date(2025, 4, 1))
    opsagt_af: Part | None = felt("den part, der opsiger", eksempel=Part.PRAKSIS)
    oensket_ophoer: datetime.date | None = felt("ønsket ophør", eksempel=datetime.date(2025, 9, 30))
    egne: Egne = felt("egne kolonner", factory=Egne)

    def _sammenhaeng(self) -> Iterator[Finding]:
        if self.haendelse is None:
            if self.dag is not None:
                yield _findings.DAY_WITHOUT_EVENT(path="haendelse")
        elif self.dag is None:
            yield _findings.EVENT_WITHOUT_DAY(path="dag")
        else:
            yield from self._event(self.haendelse, self.dag)
        if self.haendelse is not Haendelse.OPSAGT:
            for name in ("opsagt_af", "oensket_ophoer"):
                if getattr(self, name) is not None:
                    yield _findings.NOT_A_TERMINATION(path=name)

    def _event(self, haendelse: Haendelse, dag: datetime.date) -> Iterator[Finding]:
        if haendelse is Haendelse.NY_PRAKSIS:
            yield _findings.NEW_PRACTICE(path="haendelse")
        if haendelse is Haendelse.TIMETAL_AENDRET and self.plan.timer_pr_maaned is None:
            yield _findings.HOURS_MISSING(path="plan.timer_pr_maaned")
        if haendelse is Haendelse.INDGAAET and self.plan.ikrafttraeden not in (None, dag):
            yield _findings.OTHER_START(path="dag")
        try:
            if haendelse is Haendelse.OPSAGT:
                Opsigelse(modtaget=dag, oensket_ophoer=self.oensket_ophoer)
            else:
                rules.regelsaet().timer_der_kan_aftales(dag)
        except BotilbudlaegeError as error:
            for finding in error.findings:
                yield attrs.evolve(finding, path="oensket_ophoer" if "oensket" in finding.path else "dag")
