"""Rule sets: dated values, each with a unit and a source, read from TOML with hard edges."""

from __future__ import annotations

import datetime
import functools
import itertools
import os
import tomllib
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from botilbudlaege import _structure, _toml, dansk
from botilbudlaege._arguments import DAY, NUMBER, TEXT, Kind, one, several, takes, wrong
from botilbudlaege.begreber import Kilde, Lovgrundlag, Resultat
from botilbudlaege.errors import DataError, OutsideValidity, within
from botilbudlaege.rules import _findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.errors import Finding

T = TypeVar("T")
V = TypeVar("V")
_FIL = "overenskomst.toml"
_KILDE = one(Kilde, hvad="en kilde", angiv='fx Kilde(titel="Overenskomst om almen praksis 2025")')
_STEP = Kind(
    "et trin",
    "fx (25, 3): fra 25 beboere 3 timer",
    lambda value: isinstance(value, (tuple, list)) and [*map(type, value)] == [int, int],
)
_VALUES = Kind(
    "værdierne i et regelsæt",
    "fx regelsaet().varsel_maaneder",
    lambda value: (
        type(value) is tuple and value != () and all(isinstance(each, Regelvaerdi) for each in value)
    ),
)


@takes(fra_beboere=NUMBER, timer=NUMBER)
@attrs.frozen(kw_only=True)
class Timetrin:
    """A step of the hour tiers: homes with at least this many residents get this many hours.

    Args:
        fra_beboere: The smallest number of residents of the step.
        timer: Hours a month.
    """

    fra_beboere: int
    timer: int


@takes(enhed=TEXT, gaelder_fra=DAY, kilde=_KILDE, kilde_gaelder_til=DAY.or_none)
@attrs.frozen(kw_only=True)
class Regelvaerdi(Generic[T]):
    """A value of a rule from a day on.

    Args:
        vaerdi: The value.
        enhed: Its unit, in Danish.
        gaelder_fra: The first day on which it holds.
        kilde: Where it is stated.
        kilde_gaelder_til: The last day on which the source is known to hold; None where it says no end.
    """

    vaerdi: T
    enhed: str
    gaelder_fra: datetime.date
    kilde: Kilde
    kilde_gaelder_til: datetime.date | None = None

    def remarks(self, dag: datetime.date) -> tuple[Finding, ...]:
        """Give the remark to confirm the value, where the source is not known to hold on the day."""
        if type(dag) is not datetime.date:
            raise wrong("Regelvaerdi.remarks", "dag", dag, DAY)
        til = self.kilde_gaelder_til
        if til is None or dag <= til:
            return ()
        return _unconfirmed(til, dag)

    def result(self, vaerdi: V, dag: datetime.date, *begrundelse: str) -> Resultat[V]:
        """Answer with this value's source and remarks."""
        return Resultat(vaerdi=vaerdi, begrundelse=begrundelse, kilde=self.kilde, findings=self.remarks(dag))


@functools.lru_cache(maxsize=1024)
def _unconfirmed(til: datetime.date, dag: datetime.date) -> tuple[Finding, ...]:
    return (_findings.UNCONFIRMED_SOURCE(til=dansk.dato(til), dag=dansk.dato(dag)),)


Vaerdier = tuple[Regelvaerdi[T], ...]


@attrs.frozen(kw_only=True)
class Regelsaet:
    """All values that the rules read, by date.

    Args:
        id: Name of the set, for provenance.
        titel: Title of the agreement.
        varsel_maaneder: Notice, in months to the end of a quarter.
        tilladte_timer: The numbers of hours a month that may be agreed.
        foerste_fase: The legal bases of the first phase.
        timetrin: The hour tiers; empty until a pack or a caller sets them.
    """

    id: str
    titel: str
    varsel_maaneder: Vaerdier[int]
    tilladte_timer: Vaerdier[tuple[int, ...]]
    foerste_fase: Vaerdier[tuple[Lovgrundlag, ...]]
    timetrin: Vaerdier[tuple[Timetrin, ...]] = ()

    @property
    def begynder(self) -> datetime.date:
        """The first day of the scheme."""
        return self.varsel_maaneder[0].gaelder_fra

    def gaeldende(self, vaerdier: Vaerdier[T], dag: datetime.date) -> Regelvaerdi[T]:
        """Pick the value in force on a day.

        Raises:
            OutsideValidity: The day is before the first value.
            DataError: It is not a date, or a date with a time of day.
        """
        if type(dag) is not datetime.date:
            raise wrong("Regelsaet.gaeldende", "dag", dag, DAY)
        if not _VALUES.fits(vaerdier):
            raise wrong("Regelsaet.gaeldende", "vaerdier", vaerdier, _VALUES)
        for vaerdi in reversed(vaerdier):
            if vaerdi.gaelder_fra <= dag:
                return vaerdi
        begynder = dansk.dato(vaerdier[0].gaelder_fra)
        raise OutsideValidity(_findings.BEFORE_SCHEME(dag=dansk.dato(dag), begynder=begynder))

    def timer_der_kan_aftales(self, dag: datetime.date | None = None) -> tuple[int, ...]:
        """List the hours a month that may be agreed on a day; without a day, all that ever may."""
        if dag is not None:
            return self.gaeldende(self.tilladte_timer, dag).vaerdi
        return tuple(sorted({timer for periode in self.tilladte_timer for timer in periode.vaerdi}))

    @takes(
        trin=several(_STEP, "en liste af trin"), gaelder_fra=DAY, kilde=_KILDE, kilde_gaelder_til=DAY.or_none
    )
    def med_timetrin(
        self,
        trin: Sequence[tuple[int, int]],
        *,
        gaelder_fra: datetime.date,
        kilde: Kilde,
        kilde_gaelder_til: datetime.date | None = None,
    ) -> Regelsaet:
        """Give a copy with hour tiers, which the national set leaves open.

        Args:
            trin: Pairs of the smallest number of residents and the hours a month, the first from 1 resident.
            gaelder_fra: The first day on which they hold.
            kilde: Where they are stated; there is no tier without a source.
            kilde_gaelder_til: The last day on which the source is known to hold.

        Raises:
            DataError: Steps that do not start at 1, do not rise, or give hours that may not be agreed.

        >>> import datetime
        >>> egne = regelsaet().med_timetrin(
        ...     [(1, 2), (25, 3)], gaelder_fra=datetime.date(2025, 1, 1), kilde=Kilde(titel="Opdigtet aftale")
        ... )
        >>> egne.timetrin[0].vaerdi[1]
        Timetrin(fra_beboere=25, timer=3)
        """
        nye = Regelvaerdi(
            vaerdi=tuple(Timetrin(fra_beboere=fra, timer=timer) for fra, timer in trin),
            enhed="timer pr. måned",
            gaelder_fra=gaelder_fra,
            kilde=kilde,
            kilde_gaelder_til=kilde_gaelder_til,
        )
        return _checked(
            attrs.evolve(self, timetrin=tuple(sorted((*self.timetrin, nye), key=lambda et: et.gaelder_fra)))
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Post:
    """A value as the file writes it, before its own type is known; read, and not kept."""

    gaelder_fra: datetime.date
    vaerdi: object
    enhed: str
    kilde: str
    afsnit: str | None = None
    kilde_gaelder_til: datetime.date | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Fil:
    id: str
    titel: str
    varsel_maaneder: tuple[_Post, ...]
    tilladte_timer: tuple[_Post, ...]
    foerste_fase: tuple[_Post, ...]
    timetrin: tuple[_Post, ...] = ()


_TYPER: dict[str, Any] = {
    "varsel_maaneder": int,
    "tilladte_timer": tuple[int, ...],
    "foerste_fase": tuple[Lovgrundlag, ...],
    "timetrin": tuple[Timetrin, ...],
}


def read(text: str, *, place: str) -> Regelsaet:
    """Read a rule set from TOML.

    Raises:
        DataError: Unknown keys, wrong types, overlaps or swapped dates, each with file and key.
    """
    try:
        return _read(_toml.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DataError(_findings.SYNTAX(place=place)) from error
    except DataError as error:
        raise DataError(*within(error.findings, place=place)) from error


def _read(table: dict[str, Any]) -> Regelsaet:
    fil = _structure.structure(table, _Fil)
    findings: list[Finding] = []
    vaerdier = {}
    for noegle, type_ in _TYPER.items():
        poster = []
        for index, post in enumerate(getattr(fil, noegle)):
            try:
                poster.append(_regelvaerdi(post, type_))
            except DataError as error:
                findings += within(error.findings, f"{noegle}[{index}]")
        vaerdier[noegle] = tuple(poster)
    if findings:
        raise DataError(*findings)
    return _checked(Regelsaet(id=fil.id, titel=fil.titel, **vaerdier))


def _regelvaerdi(post: _Post, type_: Any) -> Regelvaerdi[Any]:
    try:
        vaerdi = _structure.structure(post.vaerdi, type_)
    except DataError as error:
        raise DataError(*within(error.findings, "vaerdi")) from error
    return Regelvaerdi(
        vaerdi=vaerdi,
        enhed=post.enhed,
        gaelder_fra=post.gaelder_fra,
        kilde=Kilde(titel=post.kilde, afsnit=post.afsnit),
        kilde_gaelder_til=post.kilde_gaelder_til,
    )


def _checked(saet: Regelsaet) -> Regelsaet:
    findings = [
        *(finding for noegle in _TYPER for finding in _date_faults(noegle, getattr(saet, noegle))),
        *_value_faults(saet),
    ]
    if findings:
        raise DataError(*findings)
    return saet


def _date_faults(noegle: str, vaerdier: Vaerdier[Any]) -> Iterator[Finding]:
    if not vaerdier and noegle != "timetrin":
        yield _findings.EMPTY(path=noegle)
    for index, vaerdi in enumerate(vaerdier):
        path = f"{noegle}[{index}]"
        til = vaerdi.kilde_gaelder_til
        if til is not None and til < vaerdi.gaelder_fra:
            yield _findings.SOURCE_ENDS_FIRST(
                path=f"{path}.kilde_gaelder_til",
                slut=dansk.dato(til),
                begynder=dansk.dato(vaerdi.gaelder_fra),
            )
    for index, (foer, efter) in enumerate(itertools.pairwise(vaerdier), start=1):
        til = foer.kilde_gaelder_til or foer.gaelder_fra
        if efter.gaelder_fra <= max(til, foer.gaelder_fra):
            yield _findings.OVERLAP(
                path=f"{noegle}[{index}].gaelder_fra", begynder=dansk.dato(efter.gaelder_fra)
            )


def _value_faults(saet: Regelsaet) -> Iterator[Finding]:
    for index, varsel in enumerate(saet.varsel_maaneder):
        if varsel.vaerdi < 1:
            yield _findings.NOTICE_TOO_SHORT(path=f"varsel_maaneder[{index}].vaerdi")
    for index, timer in enumerate(saet.tilladte_timer):
        if not timer.vaerdi or min(timer.vaerdi) < 1:
            yield _findings.NO_HOURS(path=f"tilladte_timer[{index}].vaerdi")
    for index, trin in enumerate(saet.timetrin):
        yield from within(_tier_faults(saet, trin), f"timetrin[{index}].vaerdi")


def _tier_faults(saet: Regelsaet, trin: Regelvaerdi[tuple[Timetrin, ...]]) -> Iterator[Finding]:
    graenser = [et.fra_beboere for et in trin.vaerdi]
    if not graenser or graenser[0] != 1:
        yield _findings.FIRST_TIER()
    if graenser != sorted(set(graenser)):
        yield _findings.ORDER_OF_TIERS()
    try:
        tilladte = saet.timer_der_kan_aftales(trin.gaelder_fra)
    except OutsideValidity:
        yield _findings.TIERS_BEFORE_SCHEME(begynder=dansk.dato(saet.begynder))
    else:
        if not {et.timer for et in trin.vaerdi} <= set(tilladte):
            yield _findings.HOURS_OF_TIER(timer=dansk.opremsning(tilladte, "eller"))


@functools.cache
def regelsaet() -> Regelsaet:
    """Give the national rule set, read once.

    >>> regelsaet().timer_der_kan_aftales()
    (2, 3)
    """
    path = os.path.join(os.path.dirname(__file__), _FIL)  # noqa: PTH118, PTH120 - pathlib takes longer to load than a rule to answer
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as above
        return read(file.read(), place=_FIL)


REGELSAET = one(Regelsaet, hvad="et regelsæt", angiv="fx regelsaet()")
"""What rules take in place of the national set."""


def chosen(given: Regelsaet | None) -> Regelsaet:
    """Give the rule set that a rule shall use."""
    return regelsaet() if given is None else given
