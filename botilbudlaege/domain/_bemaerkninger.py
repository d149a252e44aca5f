"""Remarks on a subject: nothing wrong, but something to be aware of before it is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege import dansk, rules
from botilbudlaege.begreber import Kontaktrolle
from botilbudlaege.domain import _kontrol
from botilbudlaege.domain._felt import Fakta, fields
from botilbudlaege.domain._planer import Opsigelse, Samarbejdsplan
from botilbudlaege.errors import Finding, within
from botilbudlaege.rules._status import end_before_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.rules import Regelsaet


def bemaerkninger(subject: Fakta, *, regelsaet: Regelsaet | None = None) -> tuple[Finding, ...]:
    """List the remarks on a subject, in the order of its fields.

    >>> from botilbudlaege.domain import Kontaktperson
    >>> bemaerkninger(Kontaktperson(titel="medarbejder 0101701234"))[0].path
    'titel'
    """
    return (*_remarks(subject, regelsaet or rules.regelsaet()), *_ten_digits(subject))


def _remarks(subject: Fakta, regelsaet: Regelsaet) -> Iterator[Finding]:
    if isinstance(subject, Samarbejdsplan):
        yield from _plan(subject, regelsaet)
    elif isinstance(subject, Opsigelse):
        yield from _opsigelse(subject, regelsaet)


def _plan(plan: Samarbejdsplan, regelsaet: Regelsaet) -> Iterator[Finding]:
    botilbud = plan.botilbud
    if botilbud.lovgrundlag is not None:
        omfang = rules.omfattet(botilbud.lovgrundlag, botilbud.laengerevarende, regelsaet=regelsaet)
        yield from within(omfang.findings, "botilbud.lovgrundlag")
    if botilbud.kontaktperson.rolle is Kontaktrolle.ANDEN:
        yield Finding(
            code="contact-role",
            severity="remark",
            message="Kontaktpersonen skal så vidt muligt være sundhedsfaglig eller koordinere beboernes kontakt til lægen.",
            remedy="Overvej en anden.",
            path="botilbud.kontaktperson.rolle",
        )
    yield from _hours(plan, regelsaet)
    if plan.ikrafttraeden is not None:
        varsel = regelsaet.gaeldende(regelsaet.varsel_maaneder, plan.ikrafttraeden)
        yield from within(varsel.remarks(plan.ikrafttraeden), "ikrafttraeden")
        yield from rules.status(
            plan.ikrafttraeden, indgaaet_den=plan.indgaaet_den, ikrafttraeden=plan.ikrafttraeden
        ).findings


def _hours(plan: Samarbejdsplan, regelsaet: Regelsaet) -> Iterator[Finding]:
    antal = plan.botilbud.antal_beboere
    start = plan.ikrafttraeden
    if not regelsaet.timetrin or antal is None or start is None or plan.timer_pr_maaned is None:
        return
    trin = rules.timetal(antal, dato=start, regelsaet=regelsaet)
    if trin.vaerdi != plan.timer_pr_maaned:
        yield Finding(
            code="hours-depart",
            severity="remark",
            message=f"Planen har {dansk.timer(plan.timer_pr_maaned)} pr. måned; timetrinene giver {dansk.timer(trin.vaerdi)}.",
            remedy=f"Bekræft timetallet; kilden er {trin.kilde}.",
            path="timer_pr_maaned",
        )


def _opsigelse(opsigelse: Opsigelse, regelsaet: Regelsaet) -> Iterator[Finding]:
    yield from within(_plan(opsigelse.plan, regelsaet), "plan")
    if opsigelse.modtaget is not None:
        yield from within(rules.ophoersdato(opsigelse.modtaget, regelsaet=regelsaet).findings, "modtaget")
    start, ophoer = opsigelse.plan.ikrafttraeden, opsigelse.ophoersdato
    if start is not None and ophoer is not None and ophoer < start:
        yield attrs.evolve(end_before_start(ophoer, start), path="modtaget")


def _ten_digits(subject: Fakta) -> Iterator[Finding]:
    for name, description, _ in fields(type(subject)):
        value = getattr(subject, name)
        if isinstance(value, str) and not description.nummer:
            yield from _text(value, name)
        elif isinstance(value, Fakta):
            yield from within(_ten_digits(value), name)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                path = f"{name}[{index}]"
                yield from within(_ten_digits(item), path) if isinstance(item, Fakta) else _text(item, path)


def _text(value: object, path: str) -> Iterator[Finding]:
    if isinstance(value, str) and _kontrol.ti_cifre(value):
        yield Finding(
            code="ten-digits",
            severity="remark",
            message="Teksten har ti cifre i træk, som kan være et CPR-nummer.",
            remedy="Fjern dem, hvis de er det.",
            path=path,
        )
