"""The work of a batch: jobs in chunks, here or in an executor, each made a document and perhaps a PDF."""

from __future__ import annotations

import functools
import itertools
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _digest, domain, packs
from botilbudlaege.batch import _placing
from botilbudlaege.batch._task import Done, Job, Task, digest_of, pdf_of
from botilbudlaege.data import structure
from botilbudlaege.domain import Fakta
from botilbudlaege.errors import BotilbudlaegeError, Finding
from botilbudlaege.packs import _render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs import Pack
    from botilbudlaege.packs._render import Document

CHUNK = 100
_IN_FLIGHT = 32  # chunks that wait in an executor


def made(jobs: Iterator[Job], task: Task, executor: Executor | None) -> Iterator[list[Done]]:
    """Make the documents of the jobs, a chunk at a time; None for here."""
    chunks = _chunks(jobs)
    if executor is None:
        return map(_work, itertools.repeat(task), chunks)
    return _submitted(executor, task, chunks)


def _chunks(jobs: Iterator[Job]) -> Iterator[list[Job]]:
    while chunk := list(itertools.islice(jobs, CHUNK)):
        yield chunk


def _submitted(executor: Executor, task: Task, chunks: Iterator[list[Job]]) -> Iterator[list[Done]]:
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


def _work(task: Task, chunk: list[Job]) -> list[Done]:
    """Make the documents of a chunk, and then their PDFs."""
    made = [_one(task, job) for job in chunk]
    documents = {job.file: document for job, (_, document) in zip(chunk, made, strict=True) if document}
    pdfs = _render.pdfs(documents) if task.pdf else {}
    return [
        _with_pdf(task, job, done, pdfs[job.file]) if job.file in pdfs else done
        for job, (done, _) in zip(chunk, made, strict=True)
    ]


def _one(task: Task, job: Job) -> tuple[Done, Document | None]:
    """Make a document; None when it was refused."""
    try:
        subject = job.facts if isinstance(job.facts, Fakta) else structure(job.facts)
        made = _render.render(
            subject,
            task.document,
            pack=_pack(task.pack, task.versions),
            draft=task.draft,
            living=task.living,
            clauses=task.clauses,
            dato=task.dato,
        )
        kind = _kind(task, subject)
        path = task.folder / job.file
        _placing.place(path, made.content, kind=kind, noted=job.noted, overwrite=task.overwrite)
    except BotilbudlaegeError as error:
        return Done(job.number, findings=error.findings), None
    contents = {job.file: _digest.of_content(made.content)}
    return Done(
        job.number,
        job.file,
        digest=digest_of(job.facts),
        kind=kind,
        contents=contents,
        remarks=made.findings,
    ), made


def _kind(task: Task, subject: Fakta) -> str:
    """Name what is made of a subject."""
    document = task.document or domain.dokument_of(subject)
    return _placing.kind_of(str(document), draft=task.draft)


def _with_pdf(task: Task, job: Job, done: Done, pdf: bytes | Finding) -> Done:
    """Write the PDF of a document, or tell why there is none."""
    name = pdf_of(job.file)
    if isinstance(pdf, Finding):
        return attrs.evolve(done, findings=(attrs.evolve(pdf, place=name),))
    try:
        path = task.folder / name
        _placing.place(path, pdf, kind=done.kind, noted=job.noted_pdf, overwrite=task.overwrite)
    except BotilbudlaegeError as error:
        return attrs.evolve(done, findings=error.findings)
    return attrs.evolve(done, pdf=name, contents={**done.contents, name: _digest.of_content(pdf)})


@functools.lru_cache(maxsize=8)
def _pack(pack: str | None, versions: tuple[str, ...]) -> Pack | None:  # noqa: ARG001 - a folder that has changed is loaded anew
    return None if pack is None else packs.load(pack)
