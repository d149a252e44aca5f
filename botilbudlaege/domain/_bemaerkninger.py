"""Remarks on the subjects: nothing wrong, but something to be aware of before a document is signed."""

from __future__ import annotations

import functools
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import dansk, rules
from botilbudlaege.begreber import Anledning, Kontaktrolle, Part, Praecision, Region
from botilbudlaege.domain import _checks, _findings
from botilbudlaege.domain._bemaerkninger_breve import of_letter, of_parties, of_signers
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._fields import fields, kept
from botilbudlaege.domain._tree import leaves
from botilbudlaege.errors import Finding, within
from botilbudlaege.rules._status import date_remarks, end_before_start
from botilbudlaege.rules._varsel import is_quarter_end, not_quarter_end

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

    from botilbudlaege.domain._allonge import Allonge
    from botilbudlaege.domain._breve import Informationsbrev, Orientering
    from botilbudlaege.domain._felt import Described
    from botilbudlaege.domain._gruppe import Implementeringsplan, Kommissorium
    from botilbudlaege.domain._parter import Praksis
    from botilbudlaege.domain._planer import Opsigelse, Samarbejdsplan
    from botilbudlaege.domain._register import Daekningsstatus
    from botilbudlaege.domain._tree import Fact
    from botilbudlaege.rules import Regelsaet

    _Getter = Callable[[Any], Sequence[Any]]

_LOERDAG = 5


def of_day(felt: str, dag: datetime.date | None, regelsaet: Regelsaet) -> Iterator[Finding]:
    """Remark on a document of a day, in a field, on which the source of the rules is not known to hold."""
    if dag is not None and dag >= regelsaet.begynder:
        varsel = regelsaet.gaeldende(regelsaet.varsel_maaneder, dag)
        yield from within(varsel.remarks(dag), felt)


def of_samarbejdsplan(plan: Samarbejdsplan, regelsaet: Regelsaet) -> Iterator[Finding]:
    """Remark on a plan that both sides are to sign."""
    yield from of_plan(plan, regelsaet)
    yield from of_signers(plan, *Part)


def of_informationsbrev(brev: Informationsbrev, regelsaet: Regelsaet) -> Iterator[Finding]:
    """Remark on the plan of a letter to the residents."""
    yield from within(of_plan(brev.plan, regelsaet), "plan")


def of_orientering(orientering: Orientering, regelsaet: Regelsaet) -> Iterator[Finding]:
    """Remark on a letter whose date does not agree with its plan, or whose region is not known; and on the plan."""
    yield from within(of_plan(orientering.plan, regelsaet), "plan")
    yield from of_letter(orientering, regelsaet)
    dag, start = orientering.gaelder_fra, orientering.plan.ikrafttraeden
    if orientering.anledning is Anledning.INDGAAET and None not in (dag, start) and dag != start:
        yield _findings.LETTER_OF_OTHER_START(path="fra")
    if orientering.anledning is Anledning.OPSAGT and dag is not None and not is_quarter_end(dag):
        yield attrs.evolve(not_quarter_end(dag), severity="remark", path="fra")
    if orientering.region is None:
        yield _findings.REGION_NOT_NAMED(path="sendt")


def of_allonge(allonge: Allonge, regelsaet: Regelsaet) -> Iterator[Finding]:
    """Remark on the plan as it is to be, on the day of the change, and on the duty that new hours bring."""
    dag, indgaaet = allonge.gaelder_fra, allonge.indgaaet_den
    yield from within(of_plan(allonge.ny_plan, regelsaet, dag), "ny_plan")
    yield from within(of_signers(allonge.ny_plan, *Part), "ny_plan")
    if dag is not None:
        varsel = regelsaet.gaeldende(regelsaet.varsel_maaneder, dag)
        yield from within(varsel.remarks(dag), "gaelder_fra")
    if dag is not None and indgaaet is not None and indgaaet > dag:
        yield _findings.ALLONGE_AFTER_START(
            path="indgaaet_den", indgaaet=dansk.dato(indgaaet), start=dansk.dato(dag)
        )
    if _other_doctors(allonge.plan.praksis, allonge.ny_plan.praksis):
        yield _findings.OTHER_DOCTORS(path="ny_plan.praksis")
    if allonge.aendrer_timer:
        yield _findings.INFORM_REGION(path="ny_plan.timer_pr_maaned")


def _other_doctors(old: Praksis, new: Praksis) -> bool:
    """Tell whether the doctors are the party themselves, before or after, and it is called otherwise; the order is nothing (*ours*)."""
    if None in (old.betegnelse, new.betegnelse) or None not in (old.navn, new.navn):
        return False
    return old.navn != new.navn or set(old.laeger) != set(new.laeger)


def of_milepaele(gruppe: Kommissorium | Implementeringsplan, _: Regelsaet) -> Iterator[Finding]:
    """Remark on days of a time plan that fall on a weekend: they are kept as given."""
    for index, milepael in enumerate(gruppe.milepaele or ()):
        dag = milepael.hvornaar
        if dag is not None and dag.praecision is Praecision.DAG and dag.fra.weekday() >= _LOERDAG:
            ugedag = "lørdag" if dag.fra.weekday() == _LOERDAG else "søndag"
            yield _findings.WEEKEND(path=f"milepaele[{index}].hvornaar", dag=dag, ugedag=ugedag)


def of_status(status: Daekningsstatus, _: Regelsaet) -> Iterator[Finding]:
    """Remark on what a count leaves open: its region, and homes that it could not place."""
    if status.region is None and not status.regioner:
        yield _findings.UNKNOWN_AREA(path="region")
    others = {region.value for region in Region if region is not status.region}
    if status.region is not None and not others.isdisjoint(gruppe.navn for gruppe in status.regioner):
        yield _findings.SEVERAL_REGIONS(path="regioner")
    if status.uoplyste:
        botilbud = dansk.antal(status.uoplyste, "botilbud", "botilbud")
        yield _findings.LONG_TERM_UNKNOWN(path="uoplyste", botilbud=botilbud)
    if status.ukendte:
        botilbud = dansk.antal(status.ukendte, "botilbud", "botilbud")
        yield _findings.UNKNOWN_BASIS(path="ukendte", botilbud=botilbud)


def of_plan(
    plan: Samarbejdsplan, regelsaet: Regelsaet, dag: datetime.date | None = None
) -> Iterator[Finding]:
    """Remark on a plan; `dag` is the first day of its hours where that is not its start."""
    botilbud = plan.botilbud
    if botilbud.lovgrundlag is not None:
        omfang = rules.omfattet(botilbud.lovgrundlag, botilbud.laengerevarende, regelsaet=regelsaet)
        yield from within(omfang.findings, "botilbud.lovgrundlag")
    if botilbud.kontaktperson.rolle is Kontaktrolle.ANDEN:
        yield _findings.CONTACT_ROLE(path="botilbud.kontaktperson.rolle")
    yield from of_parties(plan)
    for index, aftale in enumerate(plan.moedeaftaler or ()):
        if aftale.titel is not None and aftale.titel.endswith(":"):
            yield _findings.HEADING_WITH_COLON(path=f"moedeaftaler[{index}].titel")
    yield from _hours(plan, regelsaet, dag or plan.ikrafttraeden)
    if plan.ikrafttraeden is not None:
        varsel = regelsaet.gaeldende(regelsaet.varsel_maaneder, plan.ikrafttraeden)
        yield from within(varsel.remarks(plan.ikrafttraeden), "ikrafttraeden")
        yield from date_remarks(plan.indgaaet_den, plan.ikrafttraeden, None)


def _hours(plan: Samarbejdsplan, regelsaet: Regelsaet, start: datetime.date | None) -> Iterator[Finding]:
    antal = plan.botilbud.antal_beboere
    if not regelsaet.timetrin or antal is None or start is None or plan.timer_pr_maaned is None:
        return
    if start < regelsaet.timetrin[0].gaelder_fra:
        return
    trin = rules.timetal(antal, dato=start, regelsaet=regelsaet)
    if trin.vaerdi != plan.timer_pr_maaned:
        yield _findings.HOURS_DEPART(
            path="timer_pr_maaned",
            timer=dansk.timer(plan.timer_pr_maaned),
            trin=dansk.timer(trin.vaerdi),
            kilde=trin.kilde,
        )


def of_opsigelse(opsigelse: Opsigelse, regelsaet: Regelsaet) -> Iterator[Finding]:
    """Remark on the plan, on the source of the notice, and on an end before the start."""
    yield from within(of_plan(opsigelse.plan, regelsaet), "plan")
    if opsigelse.opsagt_af is not None:
        yield from within(of_signers(opsigelse.plan, opsigelse.opsagt_af), "plan")
    if opsigelse.modtaget is not None:
        yield from within(rules.ophoersdato(opsigelse.modtaget, regelsaet=regelsaet).findings, "modtaget")
    modtaget, indgaaet = opsigelse.modtaget, opsigelse.plan.indgaaet_den
    if modtaget is not None and indgaaet is not None and modtaget < indgaaet:
        yield _findings.RECEIVED_BEFORE_MADE(
            path="modtaget", dag=dansk.dato(modtaget), indgaaet=dansk.dato(indgaaet)
        )
    start, ophoer = opsigelse.plan.ikrafttraeden, opsigelse.ophoersdato
    if start is not None and ophoer is not None and ophoer < start:
        yield attrs.evolve(end_before_start(ophoer, start), path="modtaget")


def of_texts(subject: Fakta) -> tuple[Finding, ...]:
    """Remark on texts with ten digits run together, which may be a personal number, and on those that stand for a fact to come."""
    return tuple(_of_texts(subject)) if any(map(_has_remark, _texts(subject))) else ()


def _texts(subject: Any) -> Iterator[str]:
    own, lists = _where(type(subject))
    for text in own(subject):
        if text is not None:
            yield text
    for items in lists(subject):
        for item in items or ():
            if item.__class__ is str:
                yield item
            else:
                yield from _texts(item)


@kept
def _where(cls: type[Described]) -> tuple[_Getter, _Getter]:
    """Say where the texts of a class stand, and its lists of texts and of objects."""
    found = [leaf for leaf in leaves(cls) if not leaf.felt.nummer]
    items = [(leaf, leaf.type.item) for leaf in found if leaf.type.item is not None]
    lists = [leaf for leaf, item in items if item.cls is str or item.kind == "objekt"]
    return _getter([leaf for leaf in found if leaf.type.cls is str]), _getter(lists)


def _getter(facts: Sequence[Fact]) -> _Getter:
    paths = [fact.path for fact in facts]
    if len(paths) > 1:
        return attrgetter(*paths)
    return lambda subject: [attrgetter(path)(subject) for path in paths]


_NAMES = {
    "Botilbud": {"navn"},
    "Organisation": {"navn"},
    "Praksis": {"navn", "laeger"},
    "Kontaktperson": {"navn"},
    "Underskrivere": {"botilbud", "praksis", "organisation"},
}
"""The names of those who agree, are called, or sign, by class."""


def _of_texts(subject: Fakta) -> Iterator[Finding]:
    names = _NAMES.get(type(subject).__name__, ())
    for name, felt, type_ in fields(type(subject)):
        value = getattr(subject, name)
        if type_.cls is str:
            if value is not None and not felt.nummer:
                yield from within(_of_text(value, is_name=name in names), name)
        elif type_.kind == "liste":
            for index, item in enumerate(value or ()):
                yield from within(_of_item(item, is_name=name in names), f"{name}[{index}]")
        elif type_.kind == "objekt":
            yield from within(_of_texts(value), name)


def _of_item(item: object, *, is_name: bool) -> Iterator[Finding]:
    if isinstance(item, Fakta):
        yield from () if item._er_talt else _of_texts(item)  # noqa: SLF001 - a class of the same room
    elif isinstance(item, str):
        yield from _of_text(item, is_name=is_name)


@functools.lru_cache(maxsize=4096)
def _has_remark(text: str) -> bool:
    return any(True for _ in _of_text(text, is_name=False))


def _of_text(value: str, *, is_name: bool) -> Iterator[Finding]:
    if _checks.ti_cifre(value):
        yield _findings.TEN_DIGITS()
    if _checks.pladsholder(value):
        yield _findings.STANDS_FOR_NAME() if is_name else _findings.STANDS_IN()
