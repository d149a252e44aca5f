"""`brev`: a letter, contract, termination or amendment from a plan that is there."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import attrs

from botilbudlaege import _findings as _ground
from botilbudlaege import _nearest, aendringer, domain, rules
from botilbudlaege.begreber import Anledning, Part
from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import Json, Levende, Pakke, Parameter
from botilbudlaege.cli._faults import day
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.data import document_of, load
from botilbudlaege.domain import Opsigelse, Orientering, Samarbejdsplan
from botilbudlaege.errors import DataError, MissingInformation, within
from botilbudlaege.packs._render import render
from botilbudlaege.packs.reading._read import read

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from botilbudlaege.begreber import Begreb
    from botilbudlaege.domain import Fakta
    from botilbudlaege.errors import Finding

_OPTIONS = {
    "anledning": "--anledning",
    "fra": "--fra",
    "sendt": "--sendt",
    "opsagt_af": "--opsagt-af",
    "modtaget": "--modtaget",
    "oensket_ophoer": "--oensket-ophoer",
    "timer_pr_maaned": "--timer",
    "tidligere_timer": "--tidligere-timer",
    "indgaaet_den": "--indgaaet",
    "ny_plan": "--ny-plan",
}
"""What a fact is called on the command line."""


def brev(
    source: Annotated[
        Path,
        Parameter(
            name="FIL", help="Planens egen fil, .toml, .json eller et levende dokument; også en opsigelse."
        ),
    ],
    document: Annotated[
        str,
        Parameter(name="DOKUMENT", help="orientering, opsigelse, kontrakt, informationsbrev eller allonge."),
    ],
    /,
    *,
    occasion: Annotated[
        str | None,
        Parameter(name="--anledning", help="Af en orientering: INDGAAET, TIMETAL_AENDRET eller OPSAGT."),
    ] = None,
    from_: Annotated[
        str | None, Parameter(name="--fra", help="Den dag, det gælder fra; ved opsigelse planens sidste dag.")
    ] = None,
    sent: Annotated[str | None, Parameter(name="--sendt", help="Den dag, brevet sendes.")] = None,
    terminated_by: Annotated[
        str | None, Parameter(name="--opsagt-af", help="Den, der opsiger: BOTILBUD eller PRAKSIS.")
    ] = None,
    received: Annotated[
        str | None,
        Parameter(
            name="--modtaget",
            help="Den dag, opsigelsen er kommet frem; planens sidste dag regnes ud af den.",
        ),
    ] = None,
    wished_end: Annotated[
        str | None, Parameter(name="--oensket-ophoer", help="En senere sidste dag end den tidligste.")
    ] = None,
    hours: Annotated[str | None, Parameter(name="--timer", help="Det nye timetal pr. måned.")] = None,
    hours_before: Annotated[
        str | None,
        Parameter(name="--tidligere-timer", help="Timetallet før, når planen allerede har det nye."),
    ] = None,
    new_plan: Annotated[
        Path | None,
        Parameter(name="--ny-plan", help="Planen, som den bliver, til en allonge eller et nyt timetal."),
    ] = None,
    made: Annotated[str | None, Parameter(name="--indgaaet", help="Den dag, en allonge er indgået.")] = None,
    output: Annotated[
        Path | None,
        Parameter(
            name=("--output", "-o"), help="Filen, .docx eller .pdf; ellers en Word-fil ved siden af FIL."
        ),
    ] = None,
    pack: Pakke = None,
    draft: Annotated[
        bool, Parameter(help="Lav en kladde: det, der mangler, bliver et felt at udfylde.")
    ] = False,
    living: Levende = False,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
    json_: Json = False,
) -> int:
    """Lav et brev, en kontrakt, en opsigelse eller en allonge af en plan, der er der, uden at skrive den af."""
    given = _given(
        {
            "anledning": occasion,
            "opsagt_af": terminated_by,
            "timer_pr_maaned": hours,
            "tidligere_timer": hours_before,
            "fra": from_,
            "sendt": sent,
            "modtaget": received,
            "oensket_ophoer": wished_end,
            "indgaaet_den": made,
        }
    )
    told, subject = _made(source, document, new_plan, given)
    kind = domain.dokument(document)
    target = output or source.with_name(f"{source.stem}-{kind}.docx")
    try:
        letter = render(subject, str(kind), pack=pack, draft=draft, living=living)
    except MissingInformation as error:
        told_of = error.findings if isinstance(subject, Samarbejdsplan) else map(_remedied, error.findings)
        raise MissingInformation(*told_of) from error
    letter.save(target, overwrite=overwrite)
    findings = (*told, *letter.findings)
    if json_:
        write_json(file=str(target), findings=findings, provenance=dict(letter.provenance))
        return 0
    say(f"Skrevet: {target} (pakken {letter.provenance['botilbudlaege.pakke']})")
    show_findings(findings)
    return 0


def _made(
    source: Path, document: str, new_plan: Path | None, given: dict[str, Any]
) -> tuple[tuple[Finding, ...], Fakta]:
    """Make the subject; what is wrong is told by the options that it was given with."""
    told, kilde = _read(source)
    new = None
    if new_plan is not None:
        more, changed = _read(new_plan)
        if not isinstance(changed, Samarbejdsplan):
            raise DataError(_findings.NOT_A_PLAN(path="--ny-plan"))
        told, new = (*told, *more), changed
    try:
        made = aendringer.brev(kilde, document, ny_plan=new, **given)
    except DataError as error:
        raise DataError(*(_by_option(finding) for finding in error.findings)) from error
    return (*told, *_of_last_day(made, kilde, given["modtaget"])), made


def _of_last_day(made: Fakta, kilde: Fakta, received: datetime.date | None) -> tuple[Finding, ...]:
    """Remark on a last day that was worked out, as the termination itself would."""
    if received is None and isinstance(kilde, Opsigelse):
        received = kilde.modtaget
    worked_out = isinstance(made, Orientering) and made.anledning is Anledning.OPSAGT and received is not None
    return within(rules.ophoersdato(received).findings, "--modtaget") if worked_out and received else ()


def _read(file: Path) -> tuple[tuple[Finding, ...], Fakta]:
    """Read a file of facts or a living document, which may have nothing in it that has to be looked at."""
    if file.suffix.lower() != ".docx":
        kind = document_of(file)
        return (), load(file, None if kind is None else domain.SUBJEKTER[kind])
    back = read(file)
    errors = [finding for finding in back.findings if finding.severity == "error"]
    if errors or back.subject is None:
        raise DataError(*within(errors or back.findings, place=file.name))
    return within(back.findings, place=file.name), back.subject


def _by_option(finding: Finding) -> Finding:
    return attrs.evolve(finding, path=_OPTIONS.get(finding.path, finding.path))


def _remedied(finding: Finding) -> Finding:
    """Say of a fact that is missing and that an option gives, which: it stands in no file."""
    remedy = re.sub(r"(?<![\w.])\w+(?![\w.]*\w)", lambda name: _OPTIONS.get(name[0], name[0]), finding.remedy)
    return attrs.evolve(finding, remedy=remedy.replace("Udfyld --", "Angiv --"))


def _given(written: dict[str, str | None]) -> dict[str, Any]:
    """Read what was given by options; what is wrong is told together."""
    read: dict[str, Callable[[str, str], Any]] = {
        **dict.fromkeys(("timer_pr_maaned", "tidligere_timer"), _number),
        "anledning": functools.partial(_code, Anledning),
        "opsagt_af": functools.partial(_code, Part),
    }
    given: dict[str, Any] = dict.fromkeys(written)
    findings: list[Finding] = []
    for name, text in written.items():
        if text is not None:
            try:
                given[name] = read.get(name, day)(text, _OPTIONS[name])
            except DataError as error:
                findings += error.findings
    if findings:
        raise DataError(*findings)
    return given


def _number(text: str, option: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise DataError(_findings.NOT_A_NUMBER(path=option))
    return int(text)


def _code(codes: type[Begreb], text: str, option: str) -> str:
    code = text.upper()
    if code not in codes.__members__:
        raise DataError(
            _ground.UNKNOWN_CODE(path=option, forslag=_nearest.suggestion(code, codes.__members__))
        )
    return code
