"""The kinds of document: of each, in one record, what the library knows beside its wording.

The class of a subject is loaded when it is first asked for: a plan needs none of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from botilbudlaege import domain, rules
from botilbudlaege._arguments import Kind, one
from botilbudlaege._nearest import suggestion
from botilbudlaege.begreber import Aftalepart, Anledning, Dokument, Part
from botilbudlaege.domain import _bemaerkninger, _findings
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._fields import fields
from botilbudlaege.domain._paa_dagen import region_of
from botilbudlaege.domain._planer import Opsigelse, Samarbejdsplan
from botilbudlaege.errors import DataError, Finding
from botilbudlaege.rules import Regelsaet

if TYPE_CHECKING:
    import datetime

    from botilbudlaege.begreber import Region
    from botilbudlaege.domain._allonge import Allonge
    from botilbudlaege.domain._breve import Informationsbrev, Orientering
    from botilbudlaege.domain._register import Registerpost


S = TypeVar("S")
KIND = one(str, Dokument, hvad="navnet på et dokument", angiv="fx samarbejdsplan eller kontrakt")
"""By what documents are asked for."""
SUBJECT = Kind(
    "det, som et dokument laves af",
    "fx en Samarbejdsplan eller en Opsigelse",
    lambda value: dokument_for(type(value)) is not None,
)
"""What a document is made of."""


def _nothing(*_: Any) -> tuple[()]:
    return ()


def _home(plan: Samarbejdsplan) -> tuple[str, ...]:
    """Name the roles that sign on the home's side: the organisation too, where it is a party beside the home."""
    return ("organisation", "botilbud") if plan.aftalepart is Aftalepart.BEGGE else ("botilbud",)


def _both(subject: Samarbejdsplan | Allonge) -> tuple[str, ...]:
    plan = subject if isinstance(subject, Samarbejdsplan) else subject.plan
    return (*_home(plan), "praksis")


def _who_terminates(opsigelse: Opsigelse) -> tuple[str, ...]:
    return {Part.BOTILBUD: _home(opsigelse.plan), Part.PRAKSIS: ("praksis",), None: ()}[opsigelse.opsagt_af]


def _row_of_plan(plan: Samarbejdsplan) -> Registerpost:
    return domain.Registerpost(plan=plan)


def _row_of_letter(brev: Orientering | Informationsbrev) -> Registerpost:
    return domain.Registerpost(plan=brev.plan)


def _row_of_termination(opsigelse: Opsigelse) -> Registerpost:
    """Give a row without a termination while it is not known that it has come."""
    if opsigelse.modtaget is None:
        return domain.Registerpost(plan=opsigelse.plan)
    return domain.Registerpost(
        plan=opsigelse.plan,
        opsagt_af=opsigelse.opsagt_af,
        modtaget=opsigelse.modtaget,
        oensket_ophoer=opsigelse.oensket_ophoer,
    )


def _plan_of_row(post: Registerpost, *, draft: bool = False, **_: Any) -> tuple[Samarbejdsplan, ...]:
    """Give the plan of a home that has one, as it was agreed; for a draft also one whose start is not known."""
    return (post.aftalt_plan,) if draft or post.plan.ikrafttraeden is not None else ()


def _termination_of_row(post: Registerpost, **_: Any) -> tuple[Opsigelse, ...]:
    return () if post.opsigelse is None else (post.opsigelse,)


def _letters_of_row(
    post: Registerpost, *, sendt: datetime.date | None = None, **_: Any
) -> tuple[Orientering, ...]:
    return post.orienteringer(sendt=sendt)


def _letter_to_residents_of_row(
    post: Registerpost, *, draft: bool = False, sendt: datetime.date | None = None
) -> tuple[Informationsbrev, ...]:
    """Give the letter on a plan that residents can still be told of: not one that never begins, or has ended by then."""
    ophoer, start = post.ophoersdato, post.plan.ikrafttraeden
    if ophoer is not None and any(dag is not None and ophoer < dag for dag in (start, sendt)):
        return ()
    return tuple(
        domain.Informationsbrev(plan=post.plan, sendt=sendt) for _ in _plan_of_row(post, draft=draft)
    )


def _amendments_of_row(post: Registerpost, **_: Any) -> tuple[Allonge, ...]:
    return () if post.allonge is None else (post.allonge,)


_ANLEDNINGER = {
    Anledning.INDGAAET: "indgået",
    Anledning.TIMETAL_AENDRET: "timetal ændret",
    Anledning.OPSAGT: "opsagt",
}


def _occasion_of_letter(brev: Orientering) -> str:
    """Name the occasion and its day: a letter that has been sent is not the same as one of another day."""
    said = None if brev.anledning is None else _ANLEDNINGER[brev.anledning]
    return " ".join(str(part) for part in (said, brev.gaelder_fra) if part is not None)


def _occasion_of_amendment(allonge: Allonge) -> str:
    return "" if allonge.gaelder_fra is None else str(allonge.gaelder_fra)


def _no_occasion(_: Any) -> str:
    return ""


@attrs.frozen(kw_only=True)
class Slags:
    """A kind of document.

    Args:
        klasse: The name, in `domain`, of the class that its documents are made of.
        navn: The name that its templates have for the subject.
        dag: The field with the subject's day, which chooses region and pack.
        plan: Gives the plan with the home that the subject is about; None where it is about none.
        underskrivere: Gives the roles that sign, in order: `organisation`, `botilbud`, `praksis`.
        bemaerkninger: Gives the remarks on a subject, beside those on its day where it is about no home.
        registerpost: Gives the row of a register that the subject fills; None where it is about no home.
        egne_uden_plads: Whether such a row has no place for the facts beside the plan.
        af_post: Gives the subjects that a row of a register calls for: what it holds of this kind, or, where rows have
            no facts of the kind, its plan. It is asked with `draft`, and `sendt`, the day on which letters are sent.
        raekke_har: The fact with which a row that has no more than a plan calls for one document; None where more has to be
            seen.
        sag: Names what tells a document from others of its kind for the same home; empty where a home has one.
    """

    klasse: str
    navn: str
    dag: str = "dato"
    plan: Callable[[Any], Samarbejdsplan] | None = None
    underskrivere: Callable[[Any], Iterable[str]] = _nothing
    bemaerkninger: Callable[[Any, Regelsaet], Iterable[Finding]] = _nothing
    registerpost: Callable[[Any], domain.Registerpost] | None = None
    egne_uden_plads: bool = False
    af_post: Callable[..., tuple[Fakta, ...]] = _plan_of_row
    raekke_har: str | None = None
    sag: Callable[[Any], str] = _no_occasion

    @property
    def subjekt(self) -> type[Fakta]:
        """The class that its documents are made of."""
        return cast("type[Fakta]", getattr(domain, self.klasse))

    @property
    def er_en_af_flere(self) -> bool:
        """Whether a home may have several documents of the kind, which `sag` tells apart."""
        return self.sag is not _no_occasion

    @property
    def navne(self) -> dict[str, type[Fakta]]:
        """What its templates see beside `pakke`: the subject under its own name, and `plan` where it has one."""
        has_plan = any(field.name == "plan" for field in fields(self.subjekt))
        return {self.navn: self.subjekt, **({"plan": Samarbejdsplan} if has_plan else {})}


_SAMARBEJDSPLAN = Slags(
    klasse="Samarbejdsplan",
    navn="plan",
    dag="ikrafttraeden",
    plan=lambda plan: plan,
    underskrivere=_both,
    bemaerkninger=_bemaerkninger.of_samarbejdsplan,
    registerpost=_row_of_plan,
    raekke_har="plan.ikrafttraeden",
)
DOKUMENTER: dict[Dokument, Slags] = {
    Dokument.SAMARBEJDSPLAN: _SAMARBEJDSPLAN,
    Dokument.KONTRAKT: _SAMARBEJDSPLAN,
    Dokument.OPSIGELSE: Slags(
        klasse="Opsigelse",
        navn="opsigelse",
        dag="modtaget",
        plan=attrgetter("plan"),
        underskrivere=_who_terminates,
        bemaerkninger=_bemaerkninger.of_opsigelse,
        registerpost=_row_of_termination,
        af_post=_termination_of_row,
    ),
    Dokument.ORIENTERING: Slags(
        klasse="Orientering",
        navn="orientering",
        dag="sendt",
        plan=attrgetter("plan"),
        bemaerkninger=_bemaerkninger.of_orientering,
        registerpost=_row_of_letter,
        egne_uden_plads=True,
        af_post=_letters_of_row,
        sag=_occasion_of_letter,
    ),
    Dokument.INFORMATIONSBREV: Slags(
        klasse="Informationsbrev",
        navn="informationsbrev",
        dag="sendt",
        plan=attrgetter("plan"),
        bemaerkninger=_bemaerkninger.of_informationsbrev,
        registerpost=_row_of_letter,
        egne_uden_plads=True,
        af_post=_letter_to_residents_of_row,
    ),
    Dokument.INFORMATIONSMATERIALE: Slags(klasse="Informationsmateriale", navn="informationsmateriale"),
    Dokument.WEBINAR: Slags(klasse="Webinar", navn="webinar", dag="dag"),
    Dokument.IDEKATALOG: Slags(klasse="Idekatalog", navn="idekatalog"),
    Dokument.KOMMISSORIUM: Slags(
        klasse="Kommissorium", navn="kommissorium", bemaerkninger=_bemaerkninger.of_milepaele
    ),
    Dokument.IMPLEMENTERINGSPLAN: Slags(
        klasse="Implementeringsplan", navn="implementeringsplan", bemaerkninger=_bemaerkninger.of_milepaele
    ),
    Dokument.STATUSNOTAT: Slags(
        klasse="Daekningsstatus", navn="daekningsstatus", bemaerkninger=_bemaerkninger.of_status
    ),
    Dokument.ALLONGE: Slags(
        klasse="Allonge",
        navn="allonge",
        dag="gaelder_fra",
        plan=attrgetter("ny_plan"),
        underskrivere=_both,
        bemaerkninger=_bemaerkninger.of_allonge,
        af_post=_amendments_of_row,
        sag=_occasion_of_amendment,
    ),
}
"""What is known of each kind; a new kind is an entry here."""


class _Subjekter(Mapping[Dokument, type[Fakta]]):
    def __getitem__(self, kind: Dokument) -> type[Fakta]:
        return DOKUMENTER[kind].subjekt

    def __iter__(self) -> Iterator[Dokument]:
        return iter(DOKUMENTER)

    def __len__(self) -> int:
        return len(DOKUMENTER)


SUBJEKTER: Mapping[Dokument, type[Fakta]] = _Subjekter()
"""The class of the subject of each kind."""
_FIRST = {slags.klasse: kind for kind, slags in reversed(DOKUMENTER.items())}


def dokument(navn: object) -> Dokument:
    """Find the kind of document of a name.

    Raises:
        DataError: There is none of that name.
    """
    try:
        return Dokument(navn)
    except ValueError:
        known = suggestion(str(navn), (str(et) for et in Dokument))
        raise DataError(_findings.UNKNOWN_DOCUMENT(path="dokument", forslag=known)) from None


def dokument_for(cls: type[object]) -> Dokument | None:
    """Find the first document whose subject is of a class; None when there is none."""
    kind = _FIRST.get(cls.__name__)
    return kind if kind is not None and SUBJEKTER[kind] is cls else None


def dokument_of(subject: object, navn: object = None) -> Dokument | None:
    """Find the document that a subject is for: that of a name, the one that it says, or the first of its class.

    Returns:
        None when none is made of its class.

    Raises:
        DataError: There is no document of that name, or it is not made of the subject's class.
    """
    said = getattr(subject, "dokument", None) if navn is None else navn
    if said is None:
        return dokument_for(type(subject))
    kind = dokument(said)
    if SUBJEKTER[kind] is not type(subject):
        given, right = type(subject).__name__, SUBJEKTER[kind].__name__
        raise DataError(_findings.OTHER_DOCUMENT(path="dokument", dokument=kind, klasse=given, rette=right))
    return kind


def for_dokument(subject: S, kind: Dokument) -> S:
    """Let a subject say which document it is for, where its class has several and it is not the first."""
    if kind is dokument_of(subject):
        return subject
    return cast("S", attrs.evolve(cast("Any", subject), dokument=kind))


def slags(subject: Fakta) -> Slags | None:
    """Find what is known of the documents that are made of a subject; None when there are none."""
    kind = dokument_for(type(subject))
    return None if kind is None else DOKUMENTER[kind]


def bemaerkninger_til_post(post: Registerpost, kind: Dokument) -> Iterator[Finding]:
    """Remark on a plan that is made of a row: it is what was agreed, and that is not all that has happened since."""
    if SUBJEKTER[kind] is not Samarbejdsplan or post.plan.ikrafttraeden is None:
        return
    if post.timer_aendret is not None:
        yield _findings.PLAN_OF_CHANGED_ROW(path="timer_aendret")
    if post.modtaget is not None:
        yield _findings.PLAN_OF_TERMINATED_ROW(path="modtaget")


def sted(subject: Fakta, dato: datetime.date | None = None) -> tuple[Region | None, datetime.date | None]:
    """Say which region a document of a subject belongs to, and on which day; it chooses the pack.

    Args:
        subject: The subject.
        dato: The day, in place of the subject's own.
    """
    known = slags(subject)
    if known is None:
        return None, dato
    dag = dato or getattr(subject, known.dag)
    if known.plan is not None:
        return region_of(known.plan(subject).botilbud, dag), dag
    return attrgetter("region")(subject), dag


def mulige_regioner(subject: Fakta) -> tuple[Region, ...]:
    """Say which regions a document of a subject can belong to while its day is not known; none where nothing says."""
    known = slags(subject)
    if known is None:
        return ()
    if known.plan is None:
        region = attrgetter("region")(subject)
        return () if region is None else (region,)
    kommune = known.plan(subject).botilbud.kommune
    return () if kommune is None else kommune.regioner


def bemaerkninger(subject: Fakta, *, regelsaet: Regelsaet | None = None) -> tuple[Finding, ...]:
    """List the remarks on a subject, in the order of its fields.

    >>> from botilbudlaege.domain import Kontaktperson
    >>> bemaerkninger(Kontaktperson(titel="medarbejder 0101701234"))[0].path
    'titel'
    """
    remarks = tuple(_remarks(subject, regelsaet or rules.regelsaet()))
    return (*remarks, *_bemaerkninger.of_texts(subject))


def uden_navn(subject: Fakta, remarks: Iterable[Finding]) -> tuple[tuple[Finding, str], ...]:
    """Give those of a subject's remarks that are on what stands where a name belongs, as faults, each with what stands there."""
    return tuple(
        (attrs.evolve(remark, severity="error"), str(_at(subject, remark.path)))
        for remark in remarks
        if remark.code == _findings.STANDS_FOR_NAME.code
    )


def _at(subject: Any, path: str) -> Any:
    """Give the fact at a path, as `praksis.laeger[1]`."""
    for step in path.replace("[", ".").replace("]", "").split("."):
        subject = subject[int(step)] if step.isdigit() else getattr(subject, step)
    return subject


def _remarks(subject: Fakta, regelsaet: Regelsaet) -> Iterator[Finding]:
    known = slags(subject)
    if known is None:
        return
    if known.plan is None:
        yield from _bemaerkninger.of_day(known.dag, getattr(subject, known.dag), regelsaet)
    yield from known.bemaerkninger(subject, regelsaet)
