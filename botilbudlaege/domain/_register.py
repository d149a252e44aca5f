"""A region's register: a row a home, with its plan and the plan's end; and the coverage that it gives."""

from __future__ import annotations

import datetime
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Protocol

import attrs

from botilbudlaege import dansk, rules
from botilbudlaege._arguments import DAY, TEXT, has, one, several, takes
from botilbudlaege.begreber import Anledning, Modtager, Part, Region
from botilbudlaege.domain import _findings
from botilbudlaege.domain._allonge import Allonge
from botilbudlaege.domain._breve import Orientering, hours_before
from botilbudlaege.domain._egne import Egne
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._homes import HomeNumbers
from botilbudlaege.domain._parter import Botilbud
from botilbudlaege.domain._planer import Opsigelse, Samarbejdsplan
from botilbudlaege.errors import DataError, Finding
from botilbudlaege.rules._regelsaet import REGELSAET
from botilbudlaege.rules._timer_i_kvartal import ukendt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from botilbudlaege.begreber import Planstatus, Resultat
    from botilbudlaege.rules import Regelsaet

_IKKE_KENDT = "ikke oplyst"
_COUNTED = ("kommune", "lovgrundlag", "laengerevarende", "driftsform")
"""Facts of a home by which it is counted."""
_HOME = has(
    "botilbud_den", "i_kraft", hvad="en række eller et forløb", angiv="en Registerpost eller et Forloeb"
)


@attrs.frozen(kw_only=True)
class Registerpost(Fakta):
    """A row of the register: a home, with or without an agreement.

    Args:
        plan: The plan; of a home without an agreement only `plan.botilbud` is known.
        tidligere_timer: The hours a month before they were changed.
        timer_aendret: The first day of the hours that the plan has now.
        opsagt_af: The side that terminated the plan.
        modtaget: The day the termination reached the other side.
        oensket_ophoer: A later end than the earliest.
        egne: The office's own columns, kept aside.

    Raises:
        DataError: A termination that cannot be right, or a change without the hours before.
    """

    plan: Samarbejdsplan = felt("samarbejdsplan", factory=Samarbejdsplan)
    tidligere_timer: int | None = felt("tidligere antal timer", eksempel=2, alene="tidligere timer pr. måned")
    timer_aendret: datetime.date | None = felt(
        "dato for ændring af timetallet", eksempel=datetime.date(2025, 10, 1)
    )
    opsagt_af: Part | None = felt("den part, der opsiger", eksempel=Part.PRAKSIS)
    modtaget: datetime.date | None = felt(
        "dato for modtagelse af opsigelse", eksempel=datetime.date(2025, 3, 31)
    )
    oensket_ophoer: datetime.date | None = felt("ønsket ophør", eksempel=datetime.date(2025, 9, 30))
    egne: Egne = felt("egne kolonner", factory=Egne)

    @property
    def aftalt_plan(self) -> Samarbejdsplan:
        """The plan as it was agreed: with the hours of its start, where they were changed later."""
        if self.tidligere_timer is None:
            return self.plan
        return attrs.evolve(self.plan, timer_pr_maaned=self.tidligere_timer)

    @property
    def opsigelse(self) -> Opsigelse | None:
        """The termination; None where the plan is not terminated."""
        if self.modtaget is None:
            return None
        return Opsigelse(
            plan=self.plan,
            opsagt_af=self.opsagt_af,
            modtaget=self.modtaget,
            oensket_ophoer=self.oensket_ophoer,
        )

    @property
    def allonge(self) -> Allonge | None:
        """The amendment that changed the hours; None where they were not changed.

        Raises:
            DataError: The change is none that an amendment can make.
        """
        if self.timer_aendret is None:
            return None
        return Allonge(plan=self.aftalt_plan, ny_plan=self.plan, gaelder_fra=self.timer_aendret)

    @property
    def ophoersdato(self) -> datetime.date | None:
        """The last day in force; None while the plan is not terminated."""
        return None if self.opsigelse is None else self.opsigelse.ophoersdato

    @takes(dato=DAY)
    def botilbud_den(self, dato: datetime.date) -> Botilbud:  # noqa: ARG002 - a row tells of no day
        """Give the home as it is on a day; a row knows it in one way."""
        return self.plan.botilbud

    @takes(dato=DAY)
    def i_kraft(self, dato: datetime.date) -> bool:
        """Tell whether the home has a plan in force on a day: start ≤ day ≤ end (*ours*)."""
        start, ophoer = self.plan.ikrafttraeden, self.ophoersdato
        return start is not None and start <= dato and (ophoer is None or dato <= ophoer)

    @takes(dato=DAY)
    def status(self, dato: datetime.date) -> Resultat[Planstatus]:
        """Tell where the home's plan is in its life on a day; see `rules.status`."""
        return self.plan.status(dato, opsigelse=self.opsigelse)

    @takes(dag=DAY)
    def timer_i_kvartal(self, dag: datetime.date) -> Resultat[int]:
        """Count the plan's hours in a quarter, for overview, with the steps; see `rules.timer_i_kvartal`.

        Where start or hours are not known, none are counted.
        """
        start, timer = self.plan.ikrafttraeden, self.plan.timer_pr_maaned
        if start is None or timer is None:
            return ukendt(dag)
        perioder = {start: self.tidligere_timer or timer, self.timer_aendret or start: timer}
        return rules.timer_i_kvartal(dag, [*perioder.items()], ophoer=self.ophoersdato)

    @takes(sendt=DAY.or_none)
    def orienteringer(self, *, sendt: datetime.date | None = None) -> tuple[Orientering, ...]:
        """Make the letters to the region that the row calls for: made, hours changed, terminated."""
        if self.plan.ikrafttraeden is None:
            return ()
        made = [Orientering(plan=self.aftalt_plan, anledning=Anledning.INDGAAET, sendt=sendt)]
        if self.timer_aendret is not None:
            made.append(
                Orientering(
                    plan=self.plan,
                    anledning=Anledning.TIMETAL_AENDRET,
                    fra=self.timer_aendret,
                    tidligere_timer=self.tidligere_timer,
                    sendt=sendt,
                )
            )
        if self.ophoersdato is not None:
            made.append(
                Orientering(plan=self.plan, anledning=Anledning.OPSAGT, fra=self.ophoersdato, sendt=sendt)
            )
        return tuple(made)

    def _sammenhaeng(self) -> Iterator[Finding]:
        if (self.tidligere_timer is None) != (self.timer_aendret is None):
            lacks = "timer_aendret" if self.timer_aendret is None else "tidligere_timer"
            yield _findings.INCOMPLETE_CHANGE(path=lacks)
        yield from hours_before(self.tidligere_timer, self.plan.timer_pr_maaned)
        start = self.plan.ikrafttraeden
        if self.timer_aendret is not None and (start is None or self.timer_aendret < start):
            yield _findings.ROW_CHANGED_BEFORE_START(path="timer_aendret")
        if self.modtaget is None and (self.opsagt_af is not None or self.oensket_ophoer is not None):
            yield _findings.TERMINATION_WITHOUT_RECEIPT(path="modtaget")
        try:
            ophoer = self.ophoersdato
        except DataError as error:
            yield from error.findings
            return
        if self.timer_aendret is not None and ophoer is not None and self.timer_aendret > ophoer:
            yield _findings.ROW_CHANGED_AFTER_END(
                path="timer_aendret", dag=dansk.dato(self.timer_aendret), ophoer=dansk.dato(ophoer)
            )


class Hjem(Protocol):
    """What coverage is counted of: a row of a register, or the course of a home."""

    @abstractmethod
    def botilbud_den(self, dato: datetime.date) -> Botilbud:
        """Give the home as it is on a day."""

    @abstractmethod
    def i_kraft(self, dato: datetime.date) -> bool:
        """Tell whether it has a plan in force on a day."""


@attrs.frozen(kw_only=True)
class Daekning(Fakta):
    """The coverage of a group of homes.

    Args:
        navn: The group; None for all.
        med_plan: Homes of the first phase with a plan in force.
        i_alt: Homes of the first phase.
    """

    _er_talt: ClassVar[bool] = True
    _afledte: ClassVar[dict[str, Felt]] = {
        "grad": Felt("dækningsgrad", "66,7 %", valgfri=False),
    }

    navn: str | None = felt("navn på gruppen", eksempel="Skanderborg", valgfri=False)
    med_plan: int | None = felt("antal botilbud med plan", eksempel=2, valgfri=False)
    i_alt: int | None = felt("antal botilbud", eksempel=3, valgfri=False)

    @property
    def grad(self) -> str | None:
        """The coverage in per cent, or that it is not known since there are no homes."""
        if self.med_plan is None or self.i_alt is None:
            return None
        known = rules.daekningsgrad(self.med_plan, self.i_alt).vaerdi is not None
        return dansk.procent(self.med_plan, self.i_alt) if known else "ikke kendt"

    def _sammenhaeng(self) -> Iterator[Finding]:
        if self.med_plan is not None and self.i_alt is not None:
            try:
                rules.daekningsgrad(self.med_plan, self.i_alt)
            except DataError as error:
                yield from error.findings


@attrs.frozen(kw_only=True)
class Daekningsstatus(Fakta):
    """The coverage of a register on a day: the subject of a status.

    Args:
        dato: The day.
        modtager: Whom the status is for.
        region: The region that gives it.
        i_alt: All homes of the first phase.
        kommuner: By municipality.
        driftsformer: By operator type.
        lovgrundlag: By legal basis.
        regioner: By region; one row for a region's own register.
        udenfor: Homes of the later phase, or not long-term; they are not counted.
        ukendte: Homes whose legal basis is not known; they are not counted.
        uoplyste: Homes that are counted though it is not known whether they are long-term.
        bemaerkning: What the region adds.

    Source:
        The count is this library's own; see `rules.daekningsgrad`.
    """

    dato: datetime.date | None = felt(
        "dato for opgørelsen", eksempel=datetime.date(2025, 11, 1), valgfri=False
    )
    modtager: Modtager | None = felt(
        "modtager af statusnotatet", eksempel=Modtager.SUNDHEDSSTYREGRUPPEN, valgfri=False
    )
    region: Region | None = felt("region", eksempel=Region.MIDTJYLLAND)
    i_alt: Daekning = felt("dækning i alt", factory=Daekning, ejeform="")
    kommuner: tuple[Daekning, ...] = felt("kommuner", default=(), ental="gruppe")
    driftsformer: tuple[Daekning, ...] = felt("driftsformer", default=(), ental="gruppe")
    lovgrundlag: tuple[Daekning, ...] = felt("lovgrundlag", default=(), ental="gruppe")
    regioner: tuple[Daekning, ...] = felt("regioner", default=(), ental="gruppe")
    udenfor: int = felt("antal botilbud uden for første fase", default=0)
    ukendte: int = felt("antal botilbud uden kendt lovgrundlag", default=0)
    uoplyste: int = felt("antal botilbud, der måske ikke er længerevarende", default=0)
    bemaerkning: str | None = felt(
        "bemærkning", eksempel="Tre botilbud forventes i december.", flerlinjet=True
    )

    @staticmethod
    @takes(
        poster=several(_HOME, "rækker eller forløb"),
        dato=DAY,
        modtager=one(Modtager, hvad="en modtager", angiv="fx Modtager.CENTRALE_PARTER").or_none,
        region=one(Region, hvad="en region", angiv="fx Region.MIDTJYLLAND").or_none,
        bemaerkning=TEXT.or_none,
        regelsaet=REGELSAET.or_none,
    )
    def opgoer(
        poster: Iterable[Hjem],
        dato: datetime.date,
        *,
        modtager: Modtager | None = None,
        region: Region | None = None,
        bemaerkning: str | None = None,
        regelsaet: Regelsaet | None = None,
    ) -> Daekningsstatus:
        """Count a register on a day.

        Args:
            poster: The rows, homes without an agreement included, or courses of homes. A home that stands in several rows
                counts once: with and without its P-number it is the same.
            dato: The day.
            modtager: Whom the status is for.
            region: Whose register it is; None for that of all rows, where they share one. It leaves no row out: homes of
                another region are counted too, and `render` remarks on it.
            bemaerkning: What the region adds.
            regelsaet: The rule set; None for the national one.

        Raises:
            OutsideValidity: The day is before the scheme.
        """
        alle = _homes(poster, dato)
        fase = [
            rules.omfattet(home.lovgrundlag, home.laengerevarende, dato=dato, regelsaet=regelsaet).vaerdi
            for home, _ in alle
        ]
        talt = [each for each, first in zip(alle, fase, strict=True) if first]
        shared = {_region(home, dato) for home, _ in alle}
        return Daekningsstatus(
            dato=dato,
            modtager=modtager,
            region=region or (shared.pop() if len(shared) == 1 else None),
            i_alt=_counted("I alt", talt),
            kommuner=_grouped(talt, lambda home: _name(home.kommune)),
            driftsformer=_grouped(talt, lambda home: _name(home.driftsform)),
            lovgrundlag=_grouped(talt, lambda home: _name(home.lovgrundlag)),
            regioner=_grouped(talt, lambda home: _name(_region(home, dato))),
            udenfor=sum(first is False for first in fase),
            ukendte=sum(first is None for first in fase),
            uoplyste=sum(home.laengerevarende is None for home, _ in talt),
            bemaerkning=bemaerkning,
        )


Talt = list[tuple[Botilbud, bool]]
"""Homes, each with whether it has a plan in force."""


def _homes(poster: Iterable[Hjem], dato: datetime.date) -> Talt:
    """Give each home once, with what any of its rows tells of it, and whether one has a plan in force."""
    numbers = HomeNumbers()
    found: dict[int, tuple[Botilbud, bool]] = {}
    for post in poster:
        home, in_force = post.botilbud_den(dato), post.i_kraft(dato)
        number = numbers.number(home)
        known, before = found.get(number, (home, False))
        found[number] = (_with(known, home), before or in_force)
    return list(found.values())


def _with(known: Botilbud, told: Botilbud) -> Botilbud:
    """Give a home with what another row tells of it where the first is silent, of that by which it is counted."""
    lacks = () if told is known else (name for name in _COUNTED if getattr(known, name) is None)
    news = {name: getattr(told, name) for name in lacks}
    return attrs.evolve(known, **news) if any(each is not None for each in news.values()) else known


def _counted(navn: str, talt: Talt) -> Daekning:
    return Daekning(navn=navn, med_plan=sum(i_kraft for _, i_kraft in talt), i_alt=len(talt))


def _grouped(talt: Talt, key: Callable[[Botilbud], str]) -> tuple[Daekning, ...]:
    groups: dict[str, Talt] = {}
    for home, i_kraft in talt:
        groups.setdefault(key(home), []).append((home, i_kraft))
    return tuple(_counted(navn, groups[navn]) for navn in sorted(groups, key=dansk.sortering))


def _name(value: object) -> str:
    return _IKKE_KENDT if value is None else str(value)


def _region(home: Botilbud, dato: datetime.date) -> Region | None:
    return None if home.kommune is None else home.kommune.region(dato)
