"""The work of a batch: jobs in chunks, here or in an executor, each made a document and perhaps a PDF."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _digest, packs
from botilbudlaege._garbage import uncollected
from botilbudlaege.batch import _findings, _intents, _placing
from botilbudlaege.batch._bindings import kind_of
from botilbudlaege.batch._raw import RawRow, subject_of
from botilbudlaege.batch._task import Done, Job, Task, digest_of_text, pdf_of
from botilbudlaege.begreber import Dokument
from botilbudlaege.data import compact, structure
from botilbudlaege.domain import Fakta
from botilbudlaege.errors import BotilbudlaegeError, Finding
from botilbudlaege.journal import Issued
from botilbudlaege.journal._issued import issued_for, to_json, with_provenance
from botilbudlaege.packs import _document, _render
from botilbudlaege.packs._document import Document
from botilbudlaege.rendering.living._store import properties
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.batch._placing import There
    from botilbudlaege.batch._report import Reason
    from botilbudlaege.packs import Pack

CHUNK = 100
_AT_ONCE = 25
"""Documents that take each step together, with what they are filled with; more would be no quicker."""
_IN_FLIGHT = 32  # chunks that wait in an executor


@attrs.frozen
class Chunk:
    """What came of a chunk: its documents, the name of the file that said what it was about to write, and how many have a remark."""

    done: list[Done]
    intent: str = ""
    remarks: Counter[Finding] = attrs.field(factory=Counter)


def made(jobs: Iterator[Job], task: Task, executor: Executor | None) -> Iterator[Chunk]:
    """Make the documents of the jobs, a chunk at a time; None for here."""
    chunks = _chunks(jobs)
    if executor is None:
        return map(_work, itertools.repeat(task), chunks)
    return _submitted(executor, task, chunks)


def _chunks(jobs: Iterator[Job]) -> Iterator[list[Job]]:
    while chunk := list(itertools.islice(jobs, CHUNK)):
        yield chunk


def _submitted(executor: Executor, task: Task, chunks: Iterator[list[Job]]) -> Iterator[Chunk]:
    """Keep a few chunks at work in an executor, and give each as it comes back."""
    waiting: set[Future[Any]] = set()
    try:
        for chunk in chunks:
            waiting.add(executor.submit(_work, task, chunk))
            done, waiting = wait(
                waiting,
                timeout=None if len(waiting) >= _IN_FLIGHT else 0,
                return_when=FIRST_COMPLETED,
            )
            yield from (future.result() for future in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        for future in waiting:
            future.cancel()


@attrs.frozen
class _Made:
    """A document that is to be written, with the entry that the journal is to have of it."""

    job: Job
    document: Document
    entry: Issued
    pdf: bytes | Finding | None = None

    @property
    def kind(self) -> str:
        return kind_of(self.entry.document, draft=self.entry.draft)


def _work(task: Task, chunk: list[Job]) -> Chunk:
    """Make the documents of a chunk and their PDFs, say what is about to be written, and write it."""
    with uncollected():
        parts = (chunk[start : start + _AT_ONCE] for start in range(0, len(chunk), _AT_ONCE))
        made = _with_pdfs(task, [each for part in parts for each in _made(task, part)])
        intent = _intents.declare(task.folder, (each.entry for each in made if isinstance(each, _Made)))
        remarks: Counter[Finding] = Counter()
        done = [_placed(task, each, remarks) if isinstance(each, _Made) else each for each in made]
        return Chunk(done, intent, remarks)


def _made(task: Task, jobs: list[Job]) -> list[Done | _Made]:
    """Make the documents, each unless it stands there as it would be made; all take a step before any takes the next."""
    subjects = [_subject(task, job) for job in jobs]
    found = [
        (subject, job.dato)
        for job, subject in zip(jobs, subjects, strict=True)
        if not isinstance(subject, Done)
    ]
    try:
        pack = _pack(task.pack, task.versions)
    except BotilbudlaegeError as error:  # it was sound when the batch began, where it began
        return [
            each if isinstance(each, Done) else _refused(job, error)
            for job, each in zip(jobs, subjects, strict=True)
        ]
    asked = _render.Asked(task.document, pack, task.draft, task.living, task.clauses)
    documents = iter(_render.render_each(found, asked))
    made = [
        subject if isinstance(subject, Done) else _of(job, subject, next(documents))
        for job, subject in zip(jobs, subjects, strict=True)
    ]
    return _of_their_day(
        task, [each if isinstance(each, Done) else _standing(task, each) or each for each in made]
    )


def _of_their_day(task: Task, made: list[Done | _Made]) -> list[Done | _Made]:
    """Make letters anew with the day of this run that say something else than those that were sent."""
    others = [_another_letter(task, each) for each in made]
    if not any(others):
        return made
    jobs = iter(_made(task, [job for job in others if job is not None]))
    return [each if job is None else next(jobs) for each, job in zip(made, others, strict=True)]


def _another_letter(task: Task, made: Done | _Made) -> Job | None:
    """Give the job of a letter that is not what was sent, as far as there is a file that says so; None for any other document."""
    if isinstance(made, Done) or made.job.anew is None:
        return None
    before = made.job.named.noted or made.job.named.replaces
    if before is not None and _placing.there(task.folder / before.file, before.content) == "ours":
        sent = (task.folder / before.file).read_bytes()
        if _package.same_but_properties(sent, made.document.content):
            return None
    return made.job.anew


def _of(job: Job, subject: Fakta, document: Document | BotilbudlaegeError) -> Done | _Made:
    if isinstance(document, BotilbudlaegeError):
        return _refused(job, document)
    return _Made(job, document, _entry(job, document, subject))


def _refused(job: Job, error: BotilbudlaegeError) -> Done:
    return Done(number=job.number, state="refused", findings=error.findings)


def _subject(task: Task, job: Job) -> Fakta | Done:
    """Make the object that a document is made of; or say what is wrong with the row of a register."""
    if isinstance(job.facts, Fakta):
        return job.facts
    try:
        if not isinstance(job.facts, RawRow):
            return structure(job.facts)
        subject, findings = subject_of(job.facts, task.document or Dokument.SAMARBEJDSPLAN.value)
    except BotilbudlaegeError as error:
        return _refused(job, error)
    return subject or Done(number=job.number, state="refused", findings=findings, is_placed=True)


def _entry(job: Job, document: Document, subject: Fakta) -> Issued:
    facts = compact(subject)
    return issued_for(
        document,
        subject,
        file=job.named.file,
        home=job.home,
        occasion=job.occasion,
        facts=facts,
        key=job.key,
        made_of=digest_of_text(facts),
        stem=job.named.stem,
        number=str(job.named.number),
        sent=str(getattr(subject, "sendt", None) or ""),
        pdf_of="" if job.named.noted is None else job.named.noted.pdf_of,
    )


def _standing(task: Task, made: _Made) -> Done | None:
    """Give a document that stands as it would be made, or as it was signed; None where there is something to do."""
    noted, pdf = made.job.named.noted, pdf_of(made.entry.file)
    if (
        noted is None
        or noted.made_of not in ("", made.entry.batch["made_of"])
        or noted.kind not in ("", made.kind)
    ):
        return None
    path = task.folder / noted.file
    stood = _placing.there(path, noted.content, is_signed=noted.is_signed)
    if stood == "signed":
        return Done(number=made.job.number, state="kept", file=noted.file, pdf=pdf if noted.pdf else "")
    old = path.read_bytes() if stood == "ours" else b""
    if not _package.same_but_properties(old, made.document.content):
        return None
    if task.pdf and not (noted.own_pdf and _placing.digest_of_file(task.folder / pdf) == noted.own_pdf):
        return None
    entry = attrs.evolve(
        _as_it_says(made.entry, old), content=noted.content, pdf=noted.pdf, issued=noted.issued
    )
    return Done(
        number=made.job.number,
        state="unchanged",
        file=noted.file,
        pdf=pdf if task.pdf else "",
        line=to_json(entry),
    )


def _as_it_says(entry: Issued, content: bytes) -> Issued:
    """Give the entry of a file that stays with the pack and the versions that it says itself."""
    return with_provenance(entry, properties({_package.CUSTOM: _package.part(content, _package.CUSTOM)}))


# The PDFs -------------------------------------------------------------------------------------------------


def _with_pdfs(task: Task, made: list[Done | _Made]) -> list[Done | _Made]:
    """Make the PDFs of all documents of a chunk at once."""
    if not task.pdf:
        return made
    documents = {each.entry.file: each.document for each in made if isinstance(each, _Made)}
    pdfs = _document.pdfs(documents) if documents else {}
    return [_with_pdf(each, pdfs[each.entry.file]) if isinstance(each, _Made) else each for each in made]


def _with_pdf(made: _Made, pdf: bytes | Finding) -> _Made:
    if isinstance(pdf, Finding):
        return attrs.evolve(made, pdf=pdf)
    batch = {**made.entry.batch, "pdf_of": made.entry.content}
    entry = attrs.evolve(made.entry, pdf=_digest.of_content(pdf), batch=batch)
    return attrs.evolve(made, pdf=pdf, entry=entry)


# What is written ------------------------------------------------------------------------------------------


def _placed(task: Task, made: _Made, remarks: Counter[Finding]) -> Done:
    """Write a document and its PDF, and count its remarks."""
    job, entry, noted = made.job, made.entry, made.job.named.noted
    try:
        stood = _placing.place(
            task.folder / entry.file,
            made.document.content,
            kind=made.kind,
            noted=noted,
            overwrite=task.overwrite,
        )
    except BotilbudlaegeError as error:
        return Done(number=job.number, state="refused", findings=error.findings)
    remarks.update(map(_general, made.document.findings))
    done = Done(
        number=job.number,
        state="written",
        reason=_reason(made, stood),
        file=entry.file,
        line=to_json(_without_pdf(made)),
    )
    return _placed_pdf(task, made, done)


def _without_pdf(made: _Made) -> Issued:
    """Give the entry of a document whose PDF, if it has one, is the one of before."""
    noted, batch = made.job.named.noted, dict(made.entry.batch)
    if noted is None and not made.entry.pdf:
        return made.entry
    batch.pop("pdf_of", None)
    if noted is None or not noted.pdf:
        return attrs.evolve(made.entry, pdf="", batch=batch)
    return attrs.evolve(made.entry, pdf=noted.pdf, batch={**batch, "pdf_of": noted.pdf_of})


@functools.lru_cache(maxsize=1024)
def _general(remark: Finding) -> Finding:
    """Leave the numbers out of the path of a remark, so that alike ones are counted together."""
    path = "".join("" if part.isdigit() else part for part in remark.path)
    return remark if path == remark.path else attrs.evolve(remark, path=path)


def _reason(made: _Made, stood: There) -> Reason:
    """Say why a document was written."""
    noted = made.job.named.noted
    if noted is None or not noted.content:
        return "renamed" if made.job.named.replaces is not None else "new"
    if stood in ("nothing", "empty"):
        return "missing" if stood == "nothing" else "empty"
    if stood != "ours":
        return "overwritten"
    return "wording" if noted.made_of in ("", made.entry.batch["made_of"]) else "facts"


def _placed_pdf(task: Task, made: _Made, done: Done) -> Done:
    """Write the PDF of a document, or tell why there is none."""
    name = pdf_of(done.file)
    if made.pdf is None:
        stale = _stale(task, made)
        return attrs.evolve(done, findings=stale) if stale else done
    if isinstance(made.pdf, Finding):
        return attrs.evolve(done, findings=(attrs.evolve(made.pdf, place=name),))
    try:
        path = task.folder / name
        _placing.place(path, made.pdf, kind=made.kind, noted=made.job.named.noted, overwrite=task.overwrite)
    except BotilbudlaegeError as error:
        return attrs.evolve(done, findings=error.findings)
    return attrs.evolve(done, pdf=name, line=to_json(made.entry))


def _stale(task: Task, made: _Made) -> tuple[Finding, ...]:
    """Tell of a PDF that lies beside a document which has become another."""
    noted, name = made.job.named.noted, pdf_of(made.entry.file)
    if noted is None or not noted.pdf or noted.pdf_of == made.entry.content:
        return ()
    stands = _placing.digest_of_file(task.folder / name) == noted.pdf
    return (_findings.STALE_PDF(place=name),) if stands else ()


@functools.lru_cache(maxsize=8)
def _pack(pack: str | None, versions: tuple[str, ...]) -> Pack | None:  # noqa: ARG001 - a folder that has changed is loaded anew
    return None if pack is None else packs.load(pack)
