"""The follow-up group of a region: its commission, its members, its time plan and its tasks."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege.begreber import Medlemsrolle, Praecision, Region
from botilbudlaege.domain import _checks, _findings
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._tidspunkt import Tidspunkt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding


@attrs.frozen(kw_only=True)
class Medlem(Fakta):
    """A seat, or several of one kind, in a follow-up group.

    Args:
        antal_min: How many, at least; None where it is not settled.
        antal_max: How many, at most; None where it is the same.
        funktion: What they are.
        enhed: Where they come from.
        rolle: What they are in the group.
        bemaerkning: What is agreed of their work.

    >>> Medlem(antal_min=2, antal_max=3).antal
    '2–3'
    """

    _afledte: ClassVar[dict[str, Felt]] = {"antal": Felt("antal for {ejer}", "2–3", af=("antal_min",))}

    antal_min: int | None = felt("mindste antal for {ejer}", eksempel=2, validator=_checks.mindst_en)
    antal_max: int | None = felt("største antal for {ejer}", eksempel=3, validator=_checks.mindst_en)
    funktion: str | None = felt("funktion for {ejer}", eksempel="kommunale handicapchefer")
    enhed: str | None = felt("enhed for {ejer}", eksempel="Sundhedsplanlægning")
    rolle: Medlemsrolle | None = felt("rolle for {ejer}", eksempel=Medlemsrolle.FORMANDSKAB, valgfri=False)
    bemaerkning: str | None = felt("bemærkning til {ejer}", eksempel="Deltager, når afregning drøftes.")

    @property
    def antal(self) -> str | None:
        """The number as it was given: one figure, a span, or the most there may be."""
        if self.antal_min is None:
            return None if self.antal_max is None else f"højst {self.antal_max}"
        single = self.antal_max is None or self.antal_max == self.antal_min
        return str(self.antal_min) if single else f"{self.antal_min}–{self.antal_max}"

    def _sammenhaeng(self) -> Iterator[Finding]:
        if self.antal_min is not None and self.antal_max is not None and self.antal_max < self.antal_min:
            yield _findings.SWAPPED_NUMBERS(path="antal_max", stoerste=self.antal_max, mindste=self.antal_min)


@attrs.frozen(kw_only=True)
class Milepael(Fakta):
    """A step of a time plan.

    Args:
        hvornaar: When, as precisely as it is known.
        hvad: What happens.
    """

    hvornaar: Tidspunkt | None = felt(
        "tidspunkt for {ejer}",
        eksempel=Tidspunkt(datetime.date(2025, 2, 1), Praecision.PRIMO_MAANED),
        valgfri=False,
    )
    hvad: str | None = felt("tekst for {ejer}", eksempel="Første møde", valgfri=False)


@attrs.frozen(kw_only=True)
class Opgave(Fakta):
    """A task of the implementation plan.

    Args:
        opgave: What is to be done.
        ansvarlig: Who is responsible.
        rolle: What the others do.
        frist: When it is to be done.
    """

    opgave: str | None = felt("tekst for {ejer}", eksempel="Udkast til kontrakt", valgfri=False)
    ansvarlig: str | None = felt("ansvarlig for {ejer}", eksempel="sekretariatet")
    rolle: str | None = felt("rolle for {ejer}", eksempel="udarbejder og sender i høring")
    frist: Tidspunkt | None = felt(
        "frist for {ejer}", eksempel=Tidspunkt(datetime.date(2025, 3, 1), Praecision.MAANED)
    )


def _in_order(milepaele: tuple[Milepael, ...] | None) -> tuple[Milepael, ...] | None:
    """Sort by time, those without a time last; ties stay in the given order."""
    if milepaele is None:
        return None
    last = datetime.date.max
    return tuple(sorted(milepaele, key=lambda et: last if et.hvornaar is None else et.hvornaar.fra))


_TIDSPLAN = Felt("tidsplan", ental="milepæl", valgfri=False, af=("milepaele",))


@attrs.frozen(kw_only=True)
class Kommissorium(Fakta):
    """The commission of a follow-up group. The names of bodies are those of the region and its time.

    Args:
        region: The region.
        dato: The day of the commission.
        refererer_til: The body to which the group reports.
        medlemmer: Who sits in it.
        opgaver: Tasks beyond those that every group has.
        orienteres: Bodies that the group informs of its status as it goes.
        opfoelgning: When it follows up on the implementation.
        moeder: How often it meets.
        milepaele: Its time plan, in any order.
        dokumenter: Its collection of documents, by title.

    Source:
        Region Midtjylland, kommissorium for følgegruppe til implementering af faste læger på botilbud.
    """

    _afledte: ClassVar[dict[str, Felt]] = {"tidsplan": _TIDSPLAN}

    region: Region | None = felt("region", eksempel=Region.MIDTJYLLAND, valgfri=False)
    dato: datetime.date | None = felt("dato for kommissoriet", eksempel=datetime.date(2025, 1, 15))
    refererer_til: str | None = felt(
        "det organ, som følgegruppen refererer til", eksempel="Sundhedsstyregruppen", valgfri=False
    )
    medlemmer: tuple[Medlem, ...] | None = felt("medlemmer", ental="medlem", valgfri=False)
    opgaver: tuple[str, ...] = felt(
        "yderligere opgaver", ental="opgave", default=(), eksempel=("Følge rekrutteringen",)
    )
    orienteres: tuple[str, ...] = felt(
        "organer, der får løbende status", ental="organ", default=(), eksempel=("Sundhedsstyregruppen",)
    )
    opfoelgning: Tidspunkt | None = felt(
        "tidspunkt for opfølgning på implementeringen",
        eksempel=Tidspunkt(datetime.date(2025, 10, 1), Praecision.KVARTAL),
    )
    moeder: str | None = felt(
        "aftale om møder", eksempel="Gruppen mødes to gange i begyndelsen af 2025.", valgfri=False
    )
    milepaele: tuple[Milepael, ...] | None = felt("milepæle", ental="milepæl", valgfri=False)
    dokumenter: tuple[str, ...] = felt(
        "dokumentsamling", ental="dokument", default=(), eksempel=("Samarbejdsplan",)
    )

    @property
    def tidsplan(self) -> tuple[Milepael, ...] | None:
        """The time plan in order; None while it is not known."""
        return _in_order(self.milepaele)


@attrs.frozen(kw_only=True)
class Implementeringsplan(Fakta):
    """The plan of the implementation: the time plan, and who does what by when.

    Args:
        region: The region.
        dato: The day of the plan.
        milepaele: The time plan, in any order.
        opgaver: The tasks, in the order given.

    Source:
        Region Midtjylland, kommissorium for følgegruppe, Opgaver/opdrag and Proces- og tidsplan.
    """

    _afledte: ClassVar[dict[str, Felt]] = {"tidsplan": _TIDSPLAN}

    region: Region | None = felt("region", eksempel=Region.MIDTJYLLAND, valgfri=False)
    dato: datetime.date | None = felt("dato for planen", eksempel=datetime.date(2025, 3, 1))
    milepaele: tuple[Milepael, ...] | None = felt("milepæle", ental="milepæl", valgfri=False)
    opgaver: tuple[Opgave, ...] | None = felt("opgaver", ental="opgave", valgfri=False)

    @property
    def tidsplan(self) -> tuple[Milepael, ...] | None:
        """The time plan in order; None while it is not known."""
        return _in_order(self.milepaele)
