"""Material of a region, for homes and doctors: information, webinars, ideas for the advice."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege import rules
from botilbudlaege.begreber import Maalgruppe, Region
from botilbudlaege.domain import _checks, _findings
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._paa_dagen import varsel_maaneder
from botilbudlaege.domain._tema import Tema
from botilbudlaege.errors import BotilbudlaegeError, Finding, within

if TYPE_CHECKING:
    from collections.abc import Iterator


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
