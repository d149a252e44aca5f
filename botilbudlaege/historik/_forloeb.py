"""The rows of a register, or of a list of events, put together: a course a home."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from botilbudlaege._arguments import DAY, NUMBER, one, several, takes
from botilbudlaege.begreber import Haendelse, Planstatus, Resultat
from botilbudlaege.domain import Botilbud, Opsigelse, Registerpost, Samarbejdsplan
from botilbudlaege.domain._homes import HomeNumbers, Identity
from botilbudlaege.errors import DataError, Finding
from botilbudlaege.historik import _contradictions, _findings
from botilbudlaege.historik._aftale import Aftale
from botilbudlaege.historik._haendelser import Haendelsespost
from botilbudlaege.historik._over import over
from botilbudlaege.rules._status import intet
from botilbudlaege.rules._timer_i_kvartal import sammenlagt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from botilbudlaege.domain import Allonge, Orientering


@attrs.frozen(kw_only=True)
class Forloeb:
    """A home over the years.

    Args:
        hjem: What is known of the home, from when: first as it was, then with each change; without a day from the beginning.
        aftaler: Its agreements, in the order of their starts; they do not overlap.
    """

    hjem: tuple[tuple[datetime.date | None, Botilbud], ...]
    aftaler: tuple[Aftale, ...] = ()

    @property
    def botilbud(self) -> Botilbud:
        """The home as it was last told of."""
        return self.hjem[-1][1]

    @takes(dato=DAY)
    def botilbud_den(self, dato: datetime.date) -> Botilbud:
        """Give the home as it is on a day; before the first row that tells of it, as that row does."""
        return next(
            (home for fra, home in reversed(self.hjem) if fra is None or fra <= dato), self.hjem[0][1]
        )

    @takes(dato=DAY)
    def aftale_den(self, dato: datetime.date) -> Aftale | None:
        """Give the agreement that a day is about: the one in force, else the one that has come furthest; the last that ended."""
        if len(self.aftaler) == 1:
            return self.aftaler[0]
        in_force = next((aftale for aftale in self.aftaler if aftale.i_kraft(dato)), None)
        return in_force or max(self.aftaler, key=lambda aftale: _furthest(aftale, dato), default=None)

    @takes(dato=DAY)
    def i_kraft(self, dato: datetime.date) -> bool:
        """Tell whether the home has a plan in force on a day: start ≤ day ≤ end (*ours*)."""
        return any(aftale.i_kraft(dato) for aftale in self.aftaler)

    @takes(dato=DAY)
    def status(self, dato: datetime.date) -> Resultat[Planstatus]:
        """Tell where the home is on a day: by its plan in force, else by the one made, terminated, ended or drafted."""
        aftale = self.aftale_den(dato)
        return intet() if aftale is None else aftale.status(dato)

    @takes(dag=DAY)
    def timer_i_kvartal(self, dag: datetime.date) -> Resultat[int]:
        """Count the hours of all its agreements in a quarter, for overview; see `rules.timer_i_kvartal`."""
        return sammenlagt([aftale.timer_i_kvartal(dag) for aftale in self.aftaler], dag)

    @takes(dato=DAY.or_none, sendt=DAY.or_none)
    def orienteringer(
        self, dato: datetime.date | None = None, *, sendt: datetime.date | None = None
    ) -> tuple[Orientering, ...]:
        """Make the letters to the region that are owed by a day, those that were sent included; None for all.

        There is no deadline for them; see `Aftale.orienteringer` for the day from which each is called for.
        """
        letters = (letter for aftale in self.aftaler for letter in aftale.orienteringer(sendt=sendt))
        due = sorted(letters, key=lambda letter: letter[0])
        return tuple(brev for dag, brev in due if dato is None or dag <= dato)

    @property
    def allonger(self) -> tuple[Allonge, ...]:
        """The amendments that the changes call for, in order."""
        return tuple(allonge for aftale in self.aftaler for allonge in aftale.allonger)

    @property
    def opsigelser(self) -> tuple[Opsigelse, ...]:
        """The terminations, in order."""
        return tuple(aftale.opsigelse for aftale in self.aftaler if aftale.opsigelse is not None)


_RANK = {
    Planstatus.KLADDE: 0,
    Planstatus.OPHOERT: 1,
    Planstatus.OPSAGT: 2,
    Planstatus.INDGAAET: 3,
    Planstatus.I_KRAFT: 4,
}


def _furthest(aftale: Aftale, dato: datetime.date) -> tuple[int, datetime.date]:
    """Say how far an agreement has come on a day; of those that have ended, the last one furthest."""
    status = aftale.status(dato).vaerdi
    ended = aftale.ophoersdato if status is Planstatus.OPHOERT else None
    return _RANK[status], ended or datetime.date.min


Post = Haendelsespost | Registerpost
_ROW = one(Haendelsespost, Registerpost, hvad="en række", angiv="en Registerpost eller en Haendelsespost")


@takes(poster=several(_ROW, "rækker"), numre=several(NUMBER, "rækkernes numre").or_none)
def forloeb(poster: Iterable[Post], *, numre: Sequence[int] | None = None) -> tuple[Forloeb, ...]:
    """Put the rows of a list of events, or of a register, together: a course a home, in the order of the first rows.

    A row of a register is one agreement, with at most one change and a termination; a home may have several. A row of
    events is one event. What a change does not name goes on as it was; a new contact takes the place of the one before.

    Args:
        poster: The rows, in any order.
        numre: The numbers of the rows, for messages; counted from 1 where they are not given.

    Raises:
        DataError: With every row that contradicts another, each told with both.

    >>> import datetime
    >>> from botilbudlaege import Botilbud, Haendelse, Samarbejdsplan
    >>> hjem = Botilbud(navn="Æblehaven")
    >>> poster = [
    ...     Haendelsespost(
    ...         plan=Samarbejdsplan(botilbud=hjem, timer_pr_maaned=2),
    ...         haendelse=Haendelse.INDGAAET,
    ...         dag=datetime.date(2025, 4, 1),
    ...     ),
    ...     Haendelsespost(
    ...         plan=Samarbejdsplan(botilbud=hjem, timer_pr_maaned=3),
    ...         haendelse=Haendelse.TIMETAL_AENDRET,
    ...         dag=datetime.date(2025, 6, 1),
    ...     ),
    ... ]
    >>> (hjemmets,) = forloeb(poster)
    >>> hjemmets.timer_i_kvartal(datetime.date(2025, 4, 1)).vaerdi
    7
    """
    rows = [*poster]
    if numre is not None and len(numre) != len(rows):
        raise DataError(_findings.NOT_A_NUMBER_EACH(path="numre", numre=len(numre), raekker=len(rows)))
    homes: dict[int, list[_Row]] = {}
    numbers = HomeNumbers()
    for index, post in enumerate(rows):
        number = index + 1 if numre is None else numre[index]
        homes.setdefault(numbers.number(post.plan.botilbud), []).append(_Row(number, post))
    built = [_Course(each) for each in homes.values()]
    named = [
        (row.number, Identity.of_home(row.post.plan.botilbud)) for each in homes.values() for row in each
    ]
    faults = [*_contradictions.of_names(named), *(fault for course in built for fault in course.faults)]
    if faults:
        raise DataError(*sorted(faults, key=lambda fault: int(fault.path.split()[1])))
    return tuple(course.forloeb for course in built)


@attrs.frozen
class _Row:
    number: int
    post: Post

    def events(self) -> list[_Event]:
        """Take a row apart into its events."""
        post = self.post
        if isinstance(post, Haendelsespost):
            if post.haendelse is None or post.dag is None:
                return []
            plan = post.plan
            if post.haendelse is Haendelse.INDGAAET:
                plan = attrs.evolve(plan, ikrafttraeden=post.dag)
            return [_Event(post.dag, self.number, post.haendelse, plan, post)]
        start, events = post.plan.ikrafttraeden, []
        if start is not None:
            events.append(_Event(start, self.number, Haendelse.INDGAAET, post.aftalt_plan, post))
        if post.timer_aendret is not None:
            hours = Samarbejdsplan(timer_pr_maaned=post.plan.timer_pr_maaned)
            events.append(_Event(post.timer_aendret, self.number, Haendelse.TIMETAL_AENDRET, hours, post))
        if post.modtaget is not None and start is not None:
            events.append(_Event(post.modtaget, self.number, Haendelse.OPSAGT, Samarbejdsplan(), post))
        return events


@attrs.frozen
class _Event:
    dag: datetime.date
    number: int
    kind: Haendelse
    plan: Samarbejdsplan
    post: Post


@attrs.define
class _Open:
    """An agreement that is being put together, with the rows that it is of."""

    made: _Event
    plan: Samarbejdsplan
    changes: list[tuple[_Event, Samarbejdsplan]] = attrs.field(factory=list)
    ended: _Event | None = None
    ophoer: datetime.date | None = None

    def runs_out(self, dag: datetime.date) -> bool:
        """Tell whether it is terminated, and in force on a day all the same."""
        return self.ophoer is not None and self.made.dag <= dag <= self.ophoer

    @property
    def latest(self) -> Samarbejdsplan:
        """The plan as it was last changed."""
        return self.changes[-1][1] if self.changes else self.plan


class _Course:
    """A home's rows on their way to its course."""

    def __init__(self, rows: list[_Row]) -> None:
        self.faults: list[Finding] = []
        events = [event for row in rows for event in row.events()]
        self._open = [
            _Open(event, event.plan) for event in _in_order(events) if event.kind is Haendelse.INDGAAET
        ]
        for event in _in_order(events):
            if event.kind is Haendelse.OPSAGT:
                self._end(event)
        self.faults += _contradictions.overlapping(
            [(each.made.number, each.plan.ikrafttraeden, each.ophoer) for each in self._open]
        )
        for event in _in_order(events):
            if event.kind not in (Haendelse.OPSAGT, Haendelse.INDGAAET):
                self._change(event)
        self.faults += _contradictions.of_homes(
            [(row.number, row.post.plan.botilbud) for row in rows if isinstance(row.post, Registerpost)]
        )
        self._homes = _homes(rows)

    @property
    def forloeb(self) -> Forloeb:
        """The course."""
        return Forloeb(hjem=self._homes, aftaler=tuple(map(_closed, self._open)))

    def _end(self, event: _Event) -> None:
        """Terminate the agreement that a row is about: the one that runs; where none does, the next."""
        mine = [each for each in self._open if _is_of(event, each)]
        free = [each for each in mine if each.ended is None]
        begun = [each for each in free if each.made.dag <= event.dag]
        runs_out = [each for each in mine if each.runs_out(event.dag)]
        meant = begun[-1] if begun else None if runs_out else next(iter(free), None)
        if meant is None:
            ended = runs_out or [each for each in mine if each.ended is not None]
            self.faults.append(
                _contradictions.not_ended(event.number, [_number(each.ended) for each in ended])
            )
            return
        twin = next((each for each in free if each is not meant and each.made.dag == meant.made.dag), None)
        if twin is not None and not begun:
            rows = (meant.made.number, twin.made.number)
            self.faults.append(_contradictions.of_either(event.number, rows))
        meant.ended = event
        meant.ophoer = _termination(event, meant.plan).ophoersdato

    def _change(self, event: _Event) -> None:
        begun = [each for each in self._open if each.made.dag <= event.dag and _is_of(event, each)]
        if not begun:
            later = next((each for each in self._open if _is_of(event, each)), None)
            self.faults.append(
                _contradictions.too_early(event.number, None if later is None else later.made.number)
            )
            return
        meant = ([each for each in begun if each.ophoer is None or event.dag <= each.ophoer] or begun)[-1]
        fault = _contradictions.of_change(
            event.number,
            event.dag,
            start=(meant.made.number, meant.made.dag),
            end=None if meant.ended is None or meant.ophoer is None else (meant.ended.number, meant.ophoer),
        )
        if fault is None:
            fault = self._twice(event, meant)
        if fault is not None:
            self.faults.append(fault)
            return
        if event.kind is Haendelse.TIMETAL_AENDRET and meant.latest.timer_pr_maaned is None:
            self.faults.append(_contradictions.hours_not_known(event.number, meant.made.number))
        plan = over(meant.latest, event.plan)
        if plan == meant.latest:
            self.faults.append(_contradictions.nothing(event.number))
        self.faults += _contradictions.other_parties(event.number, meant.made.number, (meant.latest, plan))
        meant.changes.append((event, plan))

    def _twice(self, event: _Event, meant: _Open) -> Finding | None:
        """Find another row that changes the same from the same day."""
        same = (other for other, _ in meant.changes if other.dag == event.dag)
        found = (
            _contradictions.changed_twice((event.number, event.plan), (other.number, other.plan))
            for other in same
        )
        return next((finding for finding in found if finding is not None), None)


_ORDER = {Haendelse.INDGAAET: 0, Haendelse.OPSAGT: 2}


def _in_order(events: list[_Event]) -> list[_Event]:
    return sorted(events, key=lambda event: (event.dag, _ORDER.get(event.kind, 1), event.number))


def _is_of(event: _Event, each: _Open) -> bool:
    """Tell whether a row may be about an agreement: in a register its own, else one with the practice that it names."""
    if isinstance(event.post, Registerpost):
        return event.post is each.made.post
    told, praksis = event.plan.praksis, each.plan.praksis
    if event.kind is not Haendelse.OPSAGT:
        return True
    if None not in (told.ydernummer, praksis.ydernummer):
        return told.ydernummer == praksis.ydernummer
    return told.navn in (None, praksis.navn)


def _number(event: _Event | None) -> int:
    return 0 if event is None else event.number


def _termination(event: _Event, plan: Samarbejdsplan) -> Opsigelse:
    return Opsigelse(
        plan=plan,
        opsagt_af=event.post.opsagt_af,
        modtaget=event.dag,
        oensket_ophoer=event.post.oensket_ophoer,
    )


def _closed(each: _Open) -> Aftale:
    changes = tuple((event.dag, plan) for event, plan in each.changes)
    aftale = Aftale(plan=each.plan, aendringer=changes)
    if each.ended is None:
        return aftale
    return attrs.evolve(aftale, opsigelse=_termination(each.ended, aftale.plan_den(each.ended.dag)))


# What is known of the home ------------------------------------------------------------------------------


def _homes(rows: list[_Row]) -> tuple[tuple[datetime.date | None, Botilbud], ...]:
    """Give what is known of the home from each day on which a row tells of it."""
    told = sorted(((_day(row.post), row.number, row.post.plan.botilbud) for row in rows), key=_first)
    homes: list[tuple[datetime.date | None, Botilbud]] = []
    for dag, _, botilbud in told:
        if not homes:
            homes.append((None, botilbud))
            continue
        known = over(Samarbejdsplan(botilbud=homes[-1][1]), Samarbejdsplan(botilbud=botilbud)).botilbud
        if known != homes[-1][1]:
            homes.append((dag, known))
    return tuple(homes)


def _first(told: tuple[datetime.date | None, int, Botilbud]) -> tuple[bool, datetime.date, int]:
    dag, number, _ = told
    return dag is not None, dag or datetime.date.min, number


def _day(post: Post) -> datetime.date | None:
    return post.dag if isinstance(post, Haendelsespost) else None
