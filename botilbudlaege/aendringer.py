"""Changes between two versions of a plan, the letters that the changes call for, and the documents made from a plan."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from botilbudlaege import _findings, _nearest, _structure, dansk, rules
from botilbudlaege._arguments import DAY, TEXT, one, several, takes, wrong_type
from botilbudlaege.begreber import Anledning, Dokument, Haendelse, Part
from botilbudlaege.domain import (
    Allonge,
    Fakta,
    Informationsbrev,
    Opsigelse,
    Orientering,
    Samarbejdsplan,
    dokument,
    slags,
)
from botilbudlaege.domain._differences import anden_praksis, forskelle
from botilbudlaege.domain._dokumenter import KIND
from botilbudlaege.domain._fakta import FACTS
from botilbudlaege.domain._felt import felt
from botilbudlaege.domain._fields import fields
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Aendring", "anvend", "brev", "compare", "haendelser", "orienteringer"]

T = TypeVar("T", bound=Fakta)
_PLAN = one(Samarbejdsplan, hvad="en samarbejdsplan", angiv="en Samarbejdsplan")


@takes(path=TEXT, label=TEXT)
@attrs.frozen(kw_only=True)
class Aendring:
    """A fact that differs between two versions.

    Args:
        path: The field, as in the data file.
        label: The field in Danish.
        fra: What it was; None when it was not known.
        til: What it is; None when it is not known.

    >>> print(Aendring(path="timer_pr_maaned", label="timer pr. måned", fra=2, til=3))
    timer pr. måned: 2 → 3
    """

    path: str
    label: str
    fra: Any
    til: Any

    def __str__(self) -> str:
        """The label, what it was and what it is."""
        return f"{self.label}: {dansk.vist(self.fra)} → {dansk.vist(self.til)}"


@takes(old=FACTS, new=FACTS)
def compare(old: T, new: T) -> tuple[Aendring, ...]:
    """List the facts that differ between two versions of an object, in the order of its fields.

    A list is compared as a whole.

    Args:
        old: The version before.
        new: The version after, of the same class.

    Raises:
        DataError: They are of different classes, or no objects of the domain.

    >>> from botilbudlaege import Samarbejdsplan
    >>> before, after = Samarbejdsplan(timer_pr_maaned=2), Samarbejdsplan(timer_pr_maaned=3)
    >>> [str(change) for change in compare(before, after)]
    ['timer pr. måned: 2 → 3']
    """
    if type(old) is not type(new):
        raise wrong_type(new, _findings.OTHER_KIND)
    return tuple(
        Aendring(path=leaf.path, label=leaf.alone, fra=before, til=after)
        for leaf, before, after in forskelle(old, new)
    )


@takes(old=FACTS, changes=several(one(Aendring), "en liste af ændringer"))
def anvend(old: T, changes: Iterable[Aendring]) -> T:
    """Apply changes to the version before, which gives the version after.

    Args:
        old: The version before.
        changes: What `compare` gives of the two.

    Raises:
        DataError: A change names a field that does not exist, or that does not hold what it says it was.

    >>> from botilbudlaege import Samarbejdsplan
    >>> before, after = Samarbejdsplan(timer_pr_maaned=2), Samarbejdsplan(emner=("Kost",))
    >>> anvend(before, compare(before, after)) == after
    True
    """
    tree: dict[str, Any] = {}
    for change in changes:
        *parents, last = change.path.split(".")
        table = tree
        for name in parents:
            table = table.setdefault(name, {})
        table[last] = change
    return _applied(old, tree)


def _applied(old: T, tree: dict[str, Any]) -> T:
    known = {field.name for field in fields(type(old))}
    values = {}
    for number, (name, change) in enumerate(tree.items(), start=1):
        before = getattr(old, name) if name in known else None
        if name not in known or isinstance(change, Aendring) != (not isinstance(before, Fakta)):
            path = _structure.shown_key(name, number, known)
            raise DataError(_findings.UNKNOWN_KEY(path=path, forslag=_nearest.suggestion(name, known)))
        if isinstance(change, Aendring):
            if before != change.fra:
                raise DataError(_findings.CONFLICT(path=change.path, felt=change.label))
            values[name] = change.til
        else:
            values[name] = _applied(cast("Fakta", before), change)
    return attrs.evolve(old, **values)


@takes(old=_PLAN, new=_PLAN)
def haendelser(old: Samarbejdsplan, new: Samarbejdsplan) -> tuple[Haendelse, ...]:
    """Say what has happened to a plan between two versions, for the duty to inform.

    A practice is another one when both provider numbers are known and differ, or, where one is not known, when both
    names are known and differ (*ours*).

    Args:
        old: The plan before.
        new: The plan after.

    >>> [each.name for each in haendelser(Samarbejdsplan(timer_pr_maaned=2), Samarbejdsplan(timer_pr_maaned=3))]
    ['TIMETAL_AENDRET']
    """
    changed = {change.path for change in compare(old, new)}
    another = anden_praksis(old.praksis, new.praksis)
    happened = {
        Haendelse.INDGAAET: old.indgaaet_den is None and new.indgaaet_den is not None,
        Haendelse.TIMETAL_AENDRET: "timer_pr_maaned" in changed
        and None not in (old.timer_pr_maaned, new.timer_pr_maaned),
        Haendelse.NY_PRAKSIS: another,
        Haendelse.NY_KONTAKTPERSON: bool(
            changed & {"botilbud.kontaktperson.navn", "praksis.kontaktperson.navn"}
        ),
        Haendelse.NYE_EMNER: "emner" in changed,
        Haendelse.NYE_MOEDEAFTALER: "moedeaftaler" in changed,
    }
    return tuple(haendelse for haendelse, did in happened.items() if did)


@takes(old=_PLAN, new=_PLAN, fra=DAY.or_none, sendt=DAY.or_none)
def orienteringer(
    old: Samarbejdsplan,
    new: Samarbejdsplan,
    *,
    fra: datetime.date | None = None,
    sendt: datetime.date | None = None,
) -> tuple[Orientering, ...]:
    """Make the letters to the region that the changes of a plan call for; see `rules.orienteringspligt`.

    Args:
        old: The plan before.
        new: The plan after.
        fra: From when the new hours hold, or the last day of the plan with the practice before.
        sendt: The day the letters are sent.

    Returns:
        A letter an occasion; none where there is no duty. With another practice, one for the plan that ends and one
        for the plan that is made.

    >>> before, after = Samarbejdsplan(timer_pr_maaned=2), Samarbejdsplan(timer_pr_maaned=3)
    >>> [letter.tidligere_timer for letter in orienteringer(before, after)]
    [2]
    """
    made: dict[Anledning, Orientering] = {}
    happened = haendelser(old, new)
    # The letter on a plan that is made has its hours; those of the version before were never in force with it.
    told_as_made = not {Haendelse.NY_PRAKSIS, Haendelse.INDGAAET}.isdisjoint(happened)
    for haendelse in happened:
        for anledning in rules.orienteringspligt(haendelse).vaerdi:
            if haendelse is Haendelse.TIMETAL_AENDRET and told_as_made:
                continue
            ends = anledning is Anledning.OPSAGT
            hours = anledning is Anledning.TIMETAL_AENDRET
            made[anledning] = Orientering(
                plan=old if ends else new,
                anledning=anledning,
                fra=fra if ends or hours else None,
                tidligere_timer=old.timer_pr_maaned if hours else None,
                sendt=sendt,
            )
    return tuple(made.values())


@attrs.frozen(kw_only=True)
class _Oplysninger(Fakta):
    """What a document says beside the plan; each document has some of it."""

    anledning: Anledning | None = felt("anledning til orienteringen")
    fra: datetime.date | None = felt("dato, som dokumentet gælder fra")
    sendt: datetime.date | None = felt("dato for afsendelse")
    opsagt_af: Part | None = felt("den part, der opsiger")
    modtaget: datetime.date | None = felt("dato for modtagelse af opsigelsen")
    oensket_ophoer: datetime.date | None = felt("ønsket ophør")
    timer_pr_maaned: int | None = felt("nye timer pr. måned")
    tidligere_timer: int | None = felt("tidligere antal timer")
    indgaaet_den: datetime.date | None = felt("dato for indgåelse af allongen")


_TERMINATION = frozenset({"opsagt_af", "modtaget", "oensket_ophoer"})
_SAYS = {
    Dokument.SAMARBEJDSPLAN: frozenset[str](),
    Dokument.KONTRAKT: frozenset[str](),
    Dokument.INFORMATIONSBREV: frozenset({"sendt"}),
    Dokument.OPSIGELSE: _TERMINATION,
    Dokument.ORIENTERING: frozenset({"anledning", "fra", "sendt", "timer_pr_maaned", "tidligere_timer"})
    | _TERMINATION,
    Dokument.ALLONGE: frozenset({"fra", "timer_pr_maaned", "indgaaet_den"}),
}
"""The documents that are made from a plan, and what each says beside it."""


@takes(kilde=FACTS, document=KIND, ny_plan=_PLAN.or_none)
def brev(kilde: Fakta, document: str, *, ny_plan: Samarbejdsplan | None = None, **oplysninger: Any) -> Fakta:
    """Make the subject of a letter, contract, termination or amendment from a plan that is there, without typing it anew.

    What follows is filled in: from a termination the last day and the occasion, from new hours the hours before, from an
    amendment of the hours all that the letter to the region says of them.

    Args:
        kilde: The plan, or a subject that has one: a termination, a letter, an amendment (its new plan).
        document: `kontrakt`, `opsigelse`, `orientering`, `informationsbrev` or `allonge`.
        ny_plan: The plan as it is to be, of an amendment or a letter on new hours.
        oplysninger: What the document says beside the plan, as its data file names it: `anledning`, `fra` (for an amendment
            the first day), `sendt`, `opsagt_af`, `modtaget`, `oensket_ophoer`, `timer_pr_maaned` (the new hours),
            `tidligere_timer`, `indgaaet_den`. Dates and codes may be text.

    Returns:
        The subject, for `render`; what is still missing is told there.

    Raises:
        DataError: The document is not made from a plan, has no place for what is given, or cannot be right.

    >>> import datetime
    >>> from botilbudlaege import load, render
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> letter = brev(plan, "orientering", modtaget="2026-03-31", sendt=datetime.date(2026, 4, 1))
    >>> letter.anledning.name, letter.fra
    ('OPSAGT', datetime.date(2026, 6, 30))
    """
    kind = dokument(document)
    known = slags(kilde)
    if kind not in _SAYS:
        raise DataError(_findings.NOT_OF_A_PLAN(path="dokument", dokument=kind, dokumenter=_names()))
    if known is None or known.plan is None:
        raise DataError(_findings.NO_PLAN_IN_IT(path="kilde"))
    given = {name: value for name, value in oplysninger.items() if value is not None}
    told = _structure.structure(
        {name: _structure.unstructure(value) for name, value in given.items()}, _Oplysninger
    )
    unused = sorted(given.keys() - _SAYS[kind])
    if ny_plan is not None and kind not in (Dokument.ALLONGE, Dokument.ORIENTERING):
        unused.append("ny_plan")
    if unused:
        raise DataError(*(_findings.NOT_IN_DOCUMENT(path=name, dokument=kind) for name in unused))
    plan = known.plan(kilde)
    return _MAKERS[kind](plan, kilde, told, ny_plan)


def _names() -> str:
    return dansk.opremsning([str(kind) for kind in _SAYS if kind is not Dokument.SAMARBEJDSPLAN])


def _termination(
    plan: Samarbejdsplan, kilde: Fakta, told: _Oplysninger, _: Samarbejdsplan | None
) -> Opsigelse:
    """Make the termination: what is given, else as it is in the source."""
    before = kilde if isinstance(kilde, Opsigelse) else Opsigelse(plan=plan)
    given = {name: getattr(told, name) for name in _TERMINATION if getattr(told, name) is not None}
    return attrs.evolve(before, **given)


def _letter(
    plan: Samarbejdsplan, kilde: Fakta, told: _Oplysninger, ny_plan: Samarbejdsplan | None
) -> Orientering:
    """Make the letter to the region, with what follows from a termination, from new hours or from an amendment."""
    ends = _termination(plan, kilde, told, None)
    if told.anledning is Anledning.INDGAAET and _is_of_change(kilde):
        raise DataError(_findings.MADE_OF_CHANGE(path="anledning"))
    if isinstance(kilde, Allonge) and ends.modtaget is None:
        plan, told, ny_plan = _of_amendment(kilde, told, ny_plan)
    further = ny_plan is not None or told.timer_pr_maaned is not None
    follows = Anledning.TIMETAL_AENDRET if further else None
    anledning = told.anledning or (follows if ends.modtaget is None else Anledning.OPSAGT)
    fra, before, now = told.fra, told.tidligere_timer, plan
    if anledning is Anledning.OPSAGT:
        if fra is not None and ends.ophoersdato not in (None, fra):
            dage = {"fra": dansk.dato(fra), "ophoer": dansk.dato(ends.ophoersdato)}
            raise DataError(_findings.OTHER_LAST_DAY(path="fra", **dage))
        fra = ends.ophoersdato if fra is None else fra
    elif ends != Opsigelse(plan=ends.plan) and not isinstance(kilde, Opsigelse):
        raise DataError(_findings.TERMINATION_OF_OTHER_OCCASION(path="anledning"))
    if anledning is Anledning.TIMETAL_AENDRET:
        _within_life(kilde, fra)
        now = _changed(plan, told, ny_plan) or plan
        before = before if before is not None or now is plan else plan.timer_pr_maaned
    return Orientering(plan=now, anledning=anledning, fra=fra, tidligere_timer=before, sendt=told.sendt)


def _is_of_change(kilde: Fakta) -> bool:
    """Tell whether a source is of a change, and so has a plan that is not as it was made; the one before it may not be either."""
    return isinstance(kilde, Allonge) or (
        isinstance(kilde, Orientering) and kilde.anledning is Anledning.TIMETAL_AENDRET
    )


def _of_amendment(
    allonge: Allonge, told: _Oplysninger, ny_plan: Samarbejdsplan | None
) -> tuple[Samarbejdsplan, _Oplysninger, Samarbejdsplan | None]:
    """Give the plan before, what is told, and the plan after, for a letter from an amendment: the new hours are its own."""
    further = ny_plan is not None or told.timer_pr_maaned is not None
    if further or not allonge.aendrer_timer or told.anledning is Anledning.OPSAGT:
        return allonge.ny_plan, told, ny_plan
    if told.fra not in (None, allonge.gaelder_fra) and allonge.gaelder_fra is not None:
        dage = {"fra": dansk.dato(told.fra), "gaelder_fra": dansk.dato(allonge.gaelder_fra)}
        raise DataError(_findings.OTHER_FIRST_DAY(path="fra", **dage))
    return allonge.plan, attrs.evolve(told, fra=told.fra or allonge.gaelder_fra), allonge.ny_plan


def _within_life(kilde: Fakta, fra: datetime.date | None) -> None:
    """Refuse a change from a day on which the plan has ended, or before the amendment that it changes further."""
    if fra is None:
        return
    ophoer = kilde.ophoersdato if isinstance(kilde, Opsigelse) else None
    if ophoer is not None and fra > ophoer:
        dage = {"fra": dansk.dato(fra), "ophoer": dansk.dato(ophoer)}
        raise DataError(_findings.CHANGE_AFTER_LAST_DAY(path="fra", **dage))
    first = kilde.gaelder_fra if isinstance(kilde, Allonge) else None
    if first is not None and fra < first:
        dage = {"fra": dansk.dato(fra), "gaelder_fra": dansk.dato(first)}
        raise DataError(_findings.CHANGE_BEFORE_AMENDMENT(path="fra", **dage))


def _changed(
    plan: Samarbejdsplan, told: _Oplysninger, ny_plan: Samarbejdsplan | None
) -> Samarbejdsplan | None:
    """Give the plan as it is to be; None where nothing says."""
    if told.timer_pr_maaned is None:
        return ny_plan
    return attrs.evolve(plan if ny_plan is None else ny_plan, timer_pr_maaned=told.timer_pr_maaned)


def _to_residents(
    plan: Samarbejdsplan, kilde: Fakta, told: _Oplysninger, _: Samarbejdsplan | None
) -> Informationsbrev:
    """Make the letter to residents, of the plan as it is on the day it is sent; not of one that never begins, or has ended."""
    sendt = told.sendt
    first = kilde.gaelder_fra if isinstance(kilde, Allonge) else None
    if isinstance(kilde, Allonge) and sendt is not None and first is not None and sendt < first:
        plan = kilde.plan
    ophoer = kilde.ophoersdato if isinstance(kilde, Opsigelse) else None
    if ophoer is not None and any(dag is not None and ophoer < dag for dag in (plan.ikrafttraeden, sendt)):
        raise DataError(_findings.LETTER_OF_ENDED_PLAN(path="sendt", ophoer=dansk.dato(ophoer)))
    return Informationsbrev(plan=plan, sendt=sendt)


def _amendment(
    plan: Samarbejdsplan, kilde: Fakta, told: _Oplysninger, ny_plan: Samarbejdsplan | None
) -> Allonge:
    _within_life(kilde, told.fra)
    new = _changed(plan, told, ny_plan)
    if new is None:
        raise DataError(_findings.NO_NEW_PLAN(path="ny_plan"))
    return Allonge(plan=plan, ny_plan=new, gaelder_fra=told.fra, indgaaet_den=told.indgaaet_den)


_MAKERS: dict[Dokument, Callable[..., Fakta]] = {
    Dokument.SAMARBEJDSPLAN: lambda plan, *_: plan,
    Dokument.KONTRAKT: lambda plan, *_: plan,
    Dokument.INFORMATIONSBREV: _to_residents,
    Dokument.OPSIGELSE: _termination,
    Dokument.ORIENTERING: _letter,
    Dokument.ALLONGE: _amendment,
}
