"""Letters and information: to the region, to residents, to homes and doctors."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege import dansk, rules
from botilbudlaege.begreber import Anledning, Maalgruppe, Region
from botilbudlaege.domain import _checks, _findings
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._paa_dagen import region_of, varsel_maaneder
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


@attrs.frozen(kw_only=True)
class Informationsmateriale(Fakta):
    """Information on the scheme for homes or for doctors.

    Args:
        maalgruppe: Whom it is for.
        region: The region that gives it.
        dato: Its day.
    """

    _afledte: ClassVar[dict[str, Felt]] = {
        "varsel_maaneder": Felt("varsel i måneder", 3, valgfri=False),
        "timer_der_kan_aftales": Felt("de timetal, der kan aftales", (2, 3)),
    }

    maalgruppe: Maalgruppe | None = felt("målgruppe", eksempel=Maalgruppe.BOTILBUD, valgfri=False)
    region: Region | None = felt("region", eksempel=Region.MIDTJYLLAND)
    dato: datetime.date | None = felt("dato for materialet", eksempel=datetime.date(2025, 3, 1))

    @property
    def varsel_maaneder(self) -> int:
        """The notice, in months to the end of a quarter, on the day; without one, by the last rule known."""
        return varsel_maaneder(self.dato)

    @property
    def timer_der_kan_aftales(self) -> tuple[int, ...]:
        """The hours a month of which one may be agreed on the day; without one, all that ever may."""
        return rules.regelsaet().timer_der_kan_aftales(self.dato)

    def _sammenhaeng(self) -> Iterator[Finding]:
        try:
            _ = self.varsel_maaneder
        except BotilbudlaegeError as error:
            yield from within(error.findings, "dato")


@attrs.frozen(kw_only=True)
class Programpunkt(Fakta):
    """An item of a programme.

    Args:
        klokkeslaet: When it begins.
        titel: What it is.
        oplaegsholder: Who gives it.
    """

    klokkeslaet: str | None = felt(
        "klokkeslæt for {ejer}", eksempel="14.00", nummer=True, validator=_checks.klokkeslaet
    )
    titel: str | None = felt("titel på {ejer}", eksempel="Velkomst", valgfri=False)
    oplaegsholder: str | None = felt("oplægsholder ved {ejer}", eksempel="Regionen")


@attrs.frozen(kw_only=True)
class Webinar(Fakta):
    """An invitation to a webinar on the scheme.

    Args:
        titel: What it is about.
        maalgruppe: Whom it is for; None for both homes and doctors.
        dag: The day.
        begynder: When it begins.
        slutter: When it ends.
        tilmelding: How to take part.
        program: The items, in order.
        region: The region that invites.
    """

    titel: str | None = felt("titel på webinaret", eksempel="Fast læge på botilbud", valgfri=False)
    maalgruppe: Maalgruppe | None = felt("målgruppe", eksempel=Maalgruppe.BOTILBUD)
    dag: datetime.date | None = felt("dato for webinaret", eksempel=datetime.date(2025, 3, 20), valgfri=False)
    begynder: str | None = felt(
        "klokkeslæt, webinaret begynder",
        eksempel="14.00",
        valgfri=False,
        nummer=True,
        validator=_checks.klokkeslaet,
    )
    slutter: str | None = felt(
        "klokkeslæt, webinaret slutter",
        eksempel="15.30",
        valgfri=False,
        nummer=True,
        validator=_checks.klokkeslaet,
    )
    tilmelding: str | None = felt("tilmelding", eksempel="Link sendes med mødeindkaldelsen.", valgfri=False)
    program: tuple[Programpunkt, ...] | None = felt("program", ental="programpunkt", valgfri=False)
    region: Region | None = felt("region", eksempel=Region.MIDTJYLLAND)

    def _sammenhaeng(self) -> Iterator[Finding]:
        if self.begynder is not None and self.slutter is not None:
            begynder, slutter = (tuple(map(int, et.split("."))) for et in (self.begynder, self.slutter))
            if slutter <= begynder:
                yield _findings.SWAPPED_TIMES(path="slutter", slutter=self.slutter, begynder=self.begynder)


@attrs.frozen(kw_only=True)
class Tema(Fakta):
    """A theme for the advice.

    Args:
        titel: What it is about.
        tekst: What can be taken up.
    """

    titel: str | None = felt("titel på {ejer}", eksempel="Medicinhåndtering", valgfri=False)
    tekst: str | None = felt("tekst i {ejer}", eksempel="Opbevaring og uddeling af medicin")


@attrs.frozen(kw_only=True)
class Idekatalog(Fakta):
    """A catalogue of ideas for what the advice can be about.

    Args:
        temaer: Its own themes; none for those of the pack.
        region: The region that gives it.
        dato: Its day.
    """

    temaer: tuple[Tema, ...] = felt("temaer", default=(), ental="tema")
    region: Region | None = felt("region", eksempel=Region.MIDTJYLLAND)
    dato: datetime.date | None = felt("dato for kataloget", eksempel=datetime.date(2025, 3, 1))
