"""`render`: a document of a subject, step by step."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import attrs

from botilbudlaege import data, domain
from botilbudlaege._arguments import DAY, FLAG, takes, wrong_type
from botilbudlaege.domain._dokumenter import KIND, SUBJECT
from botilbudlaege.errors import (
    BotilbudlaegeError,
    Finding,
    MissingInformation,
    TemplateError,
    within,
)
from botilbudlaege.packs import _choice, _findings
from botilbudlaege.packs._document import Document
from botilbudlaege.packs._pack import PACK, inside
from botilbudlaege.packs.clauses import _given
from botilbudlaege.packs.clauses._given import CLAUSES
from botilbudlaege.packs.templates import _context, _fields
from botilbudlaege.rendering.filling import _missing, _template
from botilbudlaege.rendering.living import _snapshot
from botilbudlaege.rendering.word import _properties, _zip

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Generator, Sequence
    from pathlib import Path

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.clauses._given import Given
    from botilbudlaege.packs.folder._stack import WordFile
    from botilbudlaege.packs.folder._tables import Underskriftpost
    from botilbudlaege.packs.templates._kept import Ready
    from botilbudlaege.packs.templates._templates import Templates


@takes(
    subject=SUBJECT,
    document=KIND.or_none,
    pack=PACK.or_none,
    draft=FLAG,
    living=FLAG,
    clauses=CLAUSES,
    dato=DAY.or_none,
)
def render(
    subject: Fakta,
    document: str | None = None,
    *,
    pack: str | Path | Pack | None = None,
    draft: bool = False,
    living: bool = False,
    clauses: Sequence[Given] | None = None,
    dato: datetime.date | None = None,
) -> Document:
    """Make a document of a subject.

    Args:
        subject: What the document is made of: a `Samarbejdsplan`, an `Opsigelse`, an `Allonge`, any of the subjects.
        document: The kind of document; None for the one that the subject is for,
            which is that of the file it was loaded from.
        pack: Id, folder or `Pack`; None to choose by the home's region on the subject's date (*ours*: a plan's
            start, a termination's receipt); without that day the one pack there is for the region, with a remark; and the
            common pack, with a remark, where that cannot be told.
        draft: Show a prompt for each missing fact instead of refusing.
        living: Make the fields content controls that carry the facts, so that `read` gives them back; with
            `draft` a form to fill in. The facts, all of them, are in the file.
        clauses: Each a `Klausul`, in place of the pack's clause of its id. They are held to what a pack's are, and the
            document's provenance names them.
        dato: The date that chooses the region, instead of the subject's own.

    Returns:
        The document, with remarks.

    Raises:
        MissingInformation: Facts that the document needs are missing: all of them, each with label and section.
        DataError: The subject or the kind of document is none that can be rendered.
        DocumentError: A form whose text depends on a missing fact that is no choice.
        PackError: The pack does not exist or cannot be read, or two packs are for the region.
        TemplateError: The template cannot be filled.

    >>> from botilbudlaege import load, render
    >>> render(load("docs/examples/aeblehaven.toml")).text.splitlines()[0]
    'Samarbejdsplan mellem Æblehaven og Lægerne ved Søen'
    """
    asked = Asked(document, pack, draft, living, _given.given(clauses))
    work = _Work(subject, asked, dato)
    for step in _STEPS:
        step(work)
    return work.document


class Asked(NamedTuple):
    """What is asked of a render, or of many, beside what each is made of; see `render`."""

    document: str | None
    pack: str | Path | Pack | None
    draft: bool
    living: bool
    clauses: tuple[Given, ...]


def render_each(
    subjects: Sequence[tuple[Fakta, datetime.date | None]], asked: Asked
) -> list[Document | BotilbudlaegeError]:
    """Make a document of each subject, or say why there is none.

    All take a step before any takes the next: so a processor has at hand what a step needs, and a document takes two
    thirds of the time.

    Args:
        subjects: Each with the date that chooses the region, instead of its own.
        asked: What is asked of them all.
    """
    made: list[_Work | BotilbudlaegeError] = [_Work(subject, asked, dato) for subject, dato in subjects]
    for step in _STEPS:
        made = [_stepped(step, each) for each in made]
    return [each.document if isinstance(each, _Work) else each for each in made]


class _Work:
    """A document on its way, with what each step leaves to the next."""

    __slots__ = (
        *("asked", "content", "dato", "digest", "document", "file", "kind", "members", "missing"),
        *("parts", "provenance", "ready", "remarks", "seen", "spare", "subject", "templates"),
    )
    content: bytes
    document: Document
    file: WordFile
    kind: Dokument
    members: list[tuple[bytes, bytes]]
    missing: tuple[Finding, ...]
    parts: dict[str, bytes]
    provenance: dict[str, str]
    ready: Ready
    seen: dict[str, Any]
    digest: str
    remarks: tuple[Finding, ...]
    spare: dict[str, Any]
    templates: Templates

    def __init__(self, subject: Fakta, asked: Asked, dato: datetime.date | None) -> None:
        self.subject = subject
        self.asked = asked
        self.dato = dato


def _stepped(step: Callable[[_Work], None], work: _Work | BotilbudlaegeError) -> _Work | BotilbudlaegeError:
    if isinstance(work, _Work):
        try:
            step(work)
        except BotilbudlaegeError as error:
            return error
    return work


def _choose(work: _Work) -> None:
    """Settle the kind of document, the pack and its template."""
    asked, kind = work.asked, _kind(work.subject, work.asked.document)
    work.kind = kind
    chosen, work.remarks = choice(work.subject, asked.pack, work.dato)
    templates = inside(chosen)
    if asked.clauses:
        from botilbudlaege.packs import _insertion  # noqa: PLC0415

        templates = _insertion.inserted(templates, kind, asked.clauses)
    work.templates = templates
    work.file = templates.stack.word_file(kind)
    work.ready = templates.ready(kind, draft=asked.draft, living=asked.living)


def _see(work: _Work) -> None:
    """Build what the template sees."""
    work.seen, work.digest = work.templates.context_and_digest(work.subject)


def _describe(work: _Work) -> None:
    """Say where the document comes from, and what it carries."""
    asked, ready, subject = work.asked, work.ready, work.subject
    provenance = _provenance(subject, work.kind, work.templates, work.digest, draft=asked.draft)
    provenance |= _given.provenance(asked.clauses)
    properties, parts, work.spare = dict(provenance), {}, {}
    controls = ready.template.controls
    if controls is not None:
        facts = data.compact(subject)
        provenance |= _fields.provenance(facts, template=ready.digest, content=ready.content)
        provenance[_fields.SEAL] = _fields.seal(provenance)
        properties = {**provenance, **_fields.pieces(facts)}
        parts = {controls.snapshot_part: _snapshot.snapshot(facts)}
        if asked.draft:
            work.spare = _context.add_empty_items(work.seen, subject, work.file.post.tomme_raekker or {})
    parts[_properties.CORE] = ready.core
    parts[_properties.CUSTOM] = _properties.custom_properties(properties)
    work.provenance, work.parts = provenance, parts


def _fill(work: _Work) -> None:
    """Fill the template, and see what was missing."""
    with _missing.recording() as record, _placed(work.file.place, record):
        for stood in work.spare.values():
            str(stood)  # a list that was to be known is told once, and not by its spare items
        work.members = _template.filled(work.ready.template, work.seen, replace=work.parts)
    work.missing = _missing_findings(record, work.kind, work.spare)
    if work.missing and not work.asked.draft:
        unnamed = domain.uden_navn(work.subject, domain.bemaerkninger(work.subject))
        raise MissingInformation(*work.missing, *(finding for finding, _ in unnamed))


def _pack(work: _Work) -> None:
    work.content = _zip.finish(_zip.packed(work.ready.template.blob), work.members)
    work.members.clear()


def _finish(work: _Work) -> None:
    """Remark what there is to be remarked; in a final what stands where a name belongs is more than that."""
    downgraded = tuple(
        attrs.evolve(finding, severity="remark") for finding in (*work.missing, *work.ready.unready)
    )
    remarks = domain.bemaerkninger(work.subject, regelsaet=work.templates.stack.regelsaet)
    if not work.asked.draft and (unnamed := domain.uden_navn(work.subject, remarks)):
        _refuse_printed(unnamed, work.content)
    work.document = Document(
        content=work.content,
        findings=(*downgraded, *work.remarks, *remarks),
        provenance=work.provenance,
    )


def _refuse_printed(unnamed: Sequence[tuple[Finding, str]], content: bytes) -> None:
    """Refuse a final that says what is no name; a name that it does not say may be what it will."""
    from botilbudlaege.rendering.word import _text  # noqa: PLC0415 - seldom needed

    text = _text.body_text(content)
    said = [
        finding
        for finding, name in unnamed
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
    ]
    if said:
        raise MissingInformation(*said)


_STEPS = (_choose, _see, _describe, _fill, _pack, _finish)


@takes(subject=SUBJECT)
def facts_digest(subject: Fakta) -> str:
    """Give the digest of facts that the provenance of a subject's documents carries, `botilbudlaege.oplysninger`.

    It tells whether a document was made of just these facts, as this version of the library sees them.

    Args:
        subject: The facts: what a document can be made of.

    Raises:
        DataError: No document is made of such a subject.

    >>> from botilbudlaege import load, render
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> facts_digest(plan) == render(plan).provenance["botilbudlaege.oplysninger"]
    True
    """
    _kind(subject, None)
    return _context.facts_and_digest(subject)[1]


def choice(
    subject: Fakta, pack: str | Path | Pack | None, dato: datetime.date | None = None
) -> _choice.Choice:
    """Choose the pack that a subject's document is made from, with remarks on the choice.

    Raises:
        PackError: The pack does not exist or cannot be read, or two packs are for the region.
    """
    region, dag = domain.sted(subject, dato)
    if pack is not None:
        return _choice.asked_for(pack, region, dag)
    possible = domain.mulige_regioner(subject) if dag is None else ()
    return _choice.without_day(possible) if possible else _choice.by_region(region, dag)


def _provenance(
    subject: Fakta, kind: Dokument, templates: Templates, digest: str, *, draft: bool
) -> dict[str, str]:
    """Say where a document comes from, what it is, what it was made of, and who signs it."""
    return {
        **templates.provenance,
        "botilbudlaege.dokument": str(kind),
        "botilbudlaege.status": "kladde" if draft else "endelig",
        "botilbudlaege.oplysninger": digest,
        **_signing_parties(subject, kind, templates.stack.underskrift),
    }


def _signing_parties(subject: Fakta, kind: Dokument, texts: Underskriftpost) -> dict[str, str]:
    """Say who signs a document, in order, each with the text that a signing service finds the signature by."""
    anchors = {name: getattr(texts, name) for name in domain.DOKUMENTER[kind].underskrivere(subject)}
    said = [f"{name}={anchor}" if anchor else name for name, anchor in anchors.items()]
    return {"botilbudlaege.parter": ", ".join(said)} if said else {}


@contextlib.contextmanager
def _placed(file: str, record: _missing.Record) -> Generator[None]:
    """Give the faults of a template that show only when it is filled the place that the render had reached."""
    try:
        yield
    except TemplateError as error:
        place = f"{file}, {record.section}".rstrip(", ")
        raise TemplateError(*within(error.findings, place=place)) from error


def _kind(subject: Fakta, document: str | None) -> Dokument:
    kind = domain.dokument_of(subject)
    if kind is None:
        raise wrong_type(subject, _findings.NOT_A_SUBJECT)
    return kind if document is None else cast("Dokument", domain.dokument_of(subject, document))


def _missing_findings(record: _missing.Record, kind: Dokument, spare: Collection[str]) -> tuple[Finding, ...]:
    """Give what is missing, addressed as the data file has it: without the subject's own name in front."""
    items = tuple(f"{path}[" for path in spare)
    return tuple(
        attrs.evolve(finding, path=path, place=f"{kind}, {finding.place}".rstrip(", "))
        for finding in record.findings()
        if not (path := finding.path.partition(".")[2]).startswith(items)
    )
