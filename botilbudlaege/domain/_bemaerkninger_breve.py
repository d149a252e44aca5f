"""Remarks on the parties of a plan, and on the days of a letter to the region."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege import dansk
from botilbudlaege.begreber import Aftalepart, Anledning, Driftsform, Part
from botilbudlaege.domain import _findings
from botilbudlaege.domain._paa_dagen import successor_of, taken_over
from botilbudlaege.rules._status import end_before_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.domain._breve import Orientering
    from botilbudlaege.domain._planer import Samarbejdsplan
    from botilbudlaege.errors import Finding
    from botilbudlaege.rules import Regelsaet

_OFFENTLIG = {Driftsform.KOMMUNAL: "en kommune", Driftsform.REGIONAL: "en region"}


def of_parties(plan: Samarbejdsplan) -> Iterator[Finding]:
    """Remark on a party that is normally no legal person, and on one name in two places where two parties or persons are meant (*ours*)."""
    ejer = _OFFENTLIG.get(plan.botilbud.driftsform) if plan.botilbud.driftsform is not None else None
    if plan.aftalepart is Aftalepart.BOTILBUD and ejer is not None:
        yield _findings.HOME_ALONE(path="aftalepart", ejer=ejer)
    yield from _twice(plan)


def _twice(plan: Samarbejdsplan) -> Iterator[Finding]:
    botilbud, praksis = plan.botilbud, plan.praksis
    if _same(botilbud.navn, praksis.betegnelse):
        yield _findings.SAME_NAME(path="praksis.navn", hvem="Botilbuddet og praksis")
    if plan.aftalepart is Aftalepart.BEGGE and _same(botilbud.navn, botilbud.organisation.navn):
        yield _findings.SAME_NAME(path="botilbud.organisation.navn", hvem="Botilbuddet og organisationen")
    if _same(botilbud.kontaktperson.navn, praksis.kontaktperson.navn):
        hvem = "Botilbuddets og lægens kontaktperson"
        yield _findings.SAME_NAME(path="praksis.kontaktperson.navn", hvem=hvem)
    for path, texts in (("praksis.laeger", praksis.laeger), ("emner", plan.emner)):
        seen: set[str] = set()
        for index, text in enumerate(map(str.casefold, texts)):
            if text in seen:
                yield _findings.STANDS_TWICE(path=f"{path}[{index}]")
            seen.add(text)


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def of_signers(plan: Samarbejdsplan, *sides: Part) -> Iterator[Finding]:
    """Remark on a signer whose name has no line, in a document that these sides of a plan sign."""
    alone = plan.aftalepart in (Aftalepart.ORGANISATION, Aftalepart.BOTILBUD)
    if Part.BOTILBUD in sides and alone and plan.underskrivere.organisation is not None:
        yield _findings.ORGANISATION_NOT_SHOWN(path="underskrivere.organisation")
    several = plan.praksis.navn is None and len(plan.praksis.laeger) > 1
    if Part.PRAKSIS in sides and several and plan.underskrivere.praksis is not None:
        yield _findings.SIGNER_NOT_SHOWN(path="underskrivere.praksis")


def of_letter(orientering: Orientering, regelsaet: Regelsaet) -> Iterator[Finding]:
    """Remark on days of a letter to the region that do not go together, and on a region that is not there by then."""
    dag, start = orientering.gaelder_fra, orientering.plan.ikrafttraeden
    indgaaet = orientering.plan.indgaaet_den
    yield from _sent(orientering, regelsaet)
    if orientering.anledning is Anledning.OPSAGT and dag is not None and start is not None and dag < start:
        yield attrs.evolve(end_before_start(dag, start), path="fra")
    elif (
        orientering.anledning is not Anledning.INDGAAET
        and dag is not None
        and indgaaet is not None
        and dag < indgaaet
    ):
        yield _findings.LETTER_BEFORE_MADE(path="fra", dag=dansk.dato(dag), indgaaet=dansk.dato(indgaaet))
    efterfoelger = successor_of(orientering.plan.botilbud, orientering.sendt, til=dag)
    fra = taken_over(efterfoelger)
    if dag is not None and fra is not None:
        yield _findings.OTHER_REGION_THEN(
            path="sendt",
            region=orientering.region,
            fra=dansk.dato(fra),
            efterfoelger=efterfoelger,
            dag=dansk.dato(dag),
        )


def _sent(orientering: Orientering, regelsaet: Regelsaet) -> Iterator[Finding]:
    sendt, indgaaet = orientering.sendt, orientering.plan.indgaaet_den
    if sendt is not None and indgaaet is not None and sendt < indgaaet:
        yield _findings.SENT_BEFORE_MADE(path="sendt", sendt=dansk.dato(sendt), indgaaet=dansk.dato(indgaaet))
    elif sendt is not None and sendt < regelsaet.begynder:
        yield _findings.SENT_BEFORE_SCHEME(
            path="sendt", sendt=dansk.dato(sendt), begynder=dansk.dato(regelsaet.begynder)
        )
