"""Many documents at once: on one process or on any `concurrent.futures.Executor`, resumable, with a report.

Rows travel to the workers as plain data or objects, in chunks; there the templates stay compiled. A bad row is a finding in
the report and the rest are made; PDFs are made a chunk at a time. Each file is written whole or not at all, and what has been made is kept in a journal in
the folder, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import itertools
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import attrs

import botilbudlaege
from botilbudlaege import _filer, _struktur, domain, packs
from botilbudlaege._filnavne import Names
from botilbudlaege._journal import Journal
from botilbudlaege.begreber import Dokument
from botilbudlaege.data import _register, _tabel, structure
from botilbudlaege.domain import Fakta, Registerpost
from botilbudlaege.errors import BotilbudlaegeError, DataError, DocumentError, Finding, PackError, within
from botilbudlaege.packs import Pack
from botilbudlaege.rendering import _pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHUNK = 100
JOURNAL = ".botilbudlaege-batch.jsonl"
_IN_FLIGHT = 32  # chunks that wait in an executor

Status = Literal["skrevet", "uændret", "afvist"]


@attrs.frozen(kw_only=True)
class Raekke:
    """What became of a row.

    Args:
        nummer: Its number: as the register has it, else counted from 1.
        fil: The file, in the folder; empty when it was refused.
        pdf: Its PDF, in the folder; empty when none was asked for or it could not be made.
        status: `skrevet`, `uændret` (made by an earlier run) or `afvist`.
        findings: What is wrong; remarks are counted in the report.
    """

    nummer: int
    fil: str
    pdf: str = ""
    status: Status
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class Report:
    """What a batch made.

    Args:
        mappe: The folder.
        raekker: The rows, in order.
        bemaerkninger: Remarks and how many documents have each; they are not repeated for every row.
    """

    mappe: Path
    raekker: tuple[Raekke, ...]
    bemaerkninger: tuple[tuple[Finding, int], ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the rows that were refused, and with PDFs that could not be made."""
        return tuple(finding for raekke in self.raekker for finding in raekke.findings)

    def antal(self, status: Status) -> int:
        """Count the rows with a status."""
        return sum(raekke.status == status for raekke in self.raekker)

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain data."""
        return {
            "mappe": str(self.mappe),
            "antal": {status: self.antal(status) for status in ("skrevet", "uændret", "afvist")},
            "raekker": [attrs.asdict(raekke) for raekke in self.raekker],
            "bemaerkninger": [
                {**attrs.asdict(finding), "antal": count} for finding, count in self.bemaerkninger
            ],
        }


@attrs.frozen(kw_only=True)
class _Task:
    """What all rows of a batch share; it travels to the workers."""

    folder: Path
    document: str | None
    pack: str | None
    draft: bool
    dato: datetime.date | None
    versions: tuple[str, ...]
    pdf: bool

    def key(self) -> str:
        """Tell tasks apart in the journal: what is asked for, and all that it is made with."""
        asked = [self.document, self.draft, str(self.dato), botilbudlaege.__version__, *self.versions]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


@attrs.frozen
class _Row:
    """A row on its way: its number, its file, its facts, and which of its files may be replaced."""

    number: int
    file: str
    facts: Any
    overwrite: bool
    overwrite_pdf: bool


@attrs.frozen
class _Done:
    """A row on its way back: the files that were made, the digest of its facts, what is wrong, and remarks."""

    number: int
    file: str = ""
    pdf: str = ""
    digest: str = ""
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


def render_many(
    subjects: Iterable[Fakta | Mapping[str, Any]] | str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    document: str | None = None,
    pack: str | Path | Pack | None = None,
    draft: bool = False,
    pdf: bool = False,
    dato: datetime.date | None = None,
    executor: Executor | None = None,
    progress: Callable[[int, int | None], object] | None = None,
    navne: str = "{nummer} {botilbud}",
    overwrite: bool = False,
) -> Report:
    """Make a document of each subject.

    Args:
        subjects: Objects, mappings as `structure` takes them, or the path of a register (.csv, .xlsx): of its rows
            those with an agreement.
        folder: Where the files are written; it is made when it does not exist.
        document: The kind of document; None for the one that each subject is for (of a register: the plan). Of a register
            also `opsigelse`, for the rows that have one.
        pack: As in `render`.
        draft: As in `render`.
        pdf: Whether a PDF is made beside each Word file. One that fails is a finding of its row, and the Word file stays.
        dato: As in `render`.
        executor: Where the work is done; None for here.
        progress: Called with the rows done and their number (None when it is not known), after each chunk and at the end.
        navne: Pattern of the files' names: `{nummer}`, `{botilbud}`, `{praksis}`, `{kommune}` and `{dokument}`.
        overwrite: Whether files that this batch did not make may be replaced.

    Returns:
        What became of each row. Nothing is raised for a bad row.

    Raises:
        DataError: The register cannot be read, the pattern is wrong, or the kind of document is none.
        PackError: The pack cannot be loaded.
        DocumentError: The folder cannot be made, or what makes PDFs is not installed.

    >>> import tempfile
    >>> from botilbudlaege import load, render_many
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> report = render_many([plan, plan], tempfile.mkdtemp())
    >>> [raekke.fil for raekke in report.raekker]
    ['1 Æblehaven.docx', '2 Æblehaven.docx']
    """
    if document is not None:
        domain.dokument(document)
    names = Names(navne)
    if pdf:
        _can_make_pdf(executor)
    travelling = _travelling(pack)
    task = _Task(
        folder=_made(Path(folder)),
        document=document,
        pack=travelling,
        draft=draft,
        dato=dato,
        versions=_versions(travelling),
        pdf=pdf,
    )
    source = _source(subjects, task)
    left = _filer.temporaries(task.folder)
    batch = _Batch(task, names, source, overwrite=overwrite)
    chunks = _chunks(batch.rows())
    done = (
        map(_work, itertools.repeat(task), chunks) if executor is None else _submitted(executor, task, chunks)
    )
    for results in done:
        batch.take(results)
        if progress is not None:
            progress(batch.count, source.total)
    if progress is not None:
        progress(batch.count, source.total)
    _filer.remove(left)
    return batch.report()


def _can_make_pdf(executor: Executor | None) -> None:
    """Refuse at once where the work is to be done by a machine that lacks what it takes."""
    fault = _pdf.missing() if executor is None else executor.submit(_pdf.missing).result()
    if fault is not None:
        raise DocumentError(fault)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocumentError(
            Finding(
                code="cannot-write",
                message="Mappen kan ikke laves.",
                remedy="Vælg en anden.",
                place=folder.name,
            )
        ) from error
    return folder.resolve()


def _travelling(pack: str | Path | Pack | None) -> str | None:
    """Give a pack as something that another process can load; it is loaded here first, so that faults show at once."""
    if pack is None:
        return None
    loaded = pack if isinstance(pack, Pack) else packs.load(pack)
    return loaded.id if loaded.id in packs.available() else str(loaded.folders[0])


def _versions(pack: str | None) -> tuple[str, ...]:
    """Tell the state of the packs that documents can be made from; one that is broken is passed over by `render`."""
    found = []
    for each in packs.available() if pack is None else (pack,):
        try:
            found.append(packs.load(each).digest)
        except PackError:
            if pack is not None:
                raise
            found.append(f"{each} ?")
    return tuple(found)


# Rows in -----------------------------------------------------------------------------------------------

_Read = tuple[int, Any, tuple[Finding, ...]]


@attrs.frozen(kw_only=True)
class _Source:
    """Where the rows come from.

    Args:
        rows: Number, facts (None for a bad row) and what is wrong.
        total: How many there are; None when it is not known.
        register: The name of the register's file; empty for objects.
        columns: Where each fact of a register stands.
    """

    rows: Iterable[_Read]
    total: int | None
    register: str = ""
    columns: Mapping[str, str] = attrs.field(factory=dict)

    def placed(self, number: int, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Say in which row something is wrong, and in which column of a register where it has one."""
        return tuple(self._placed(number, finding) for finding in findings)

    def _placed(self, number: int, finding: Finding) -> Finding:
        row = f"række {number}"
        if not self.register:
            return attrs.evolve(finding, place=f"{row}, {finding.place}".rstrip(", "))
        column = self.columns.get(f"plan.{finding.path}") or self.columns.get(finding.path) or finding.path
        return attrs.evolve(
            finding,
            place=f"{self.register}, {finding.place}".rstrip(", "),
            path=f"{row}, {column}".rstrip(", "),
        )


def _source(subjects: Iterable[Fakta | Mapping[str, Any]] | str | os.PathLike[str], task: _Task) -> _Source:
    if isinstance(subjects, (str, os.PathLike)):
        return _register_source(Path(subjects), task)
    if isinstance(subjects, (Fakta, Mapping)):
        raise _struktur.typefejl(subjects, "en række af objekter", "Sæt det i en liste.")
    total = len(subjects) if isinstance(subjects, (list, tuple)) else None
    return _Source(rows=_numbered(subjects, task), total=total)


def _numbered(subjects: Iterable[Any], task: _Task) -> Iterator[_Read]:
    """Count the subjects; of the rows of a register those that have what the document is about."""
    for number, subject in enumerate(subjects, start=1):
        facts = _subject(subject, task) if isinstance(subject, Registerpost) else subject
        if facts is not None or subject is None:
            yield number, facts, ()


def _register_source(path: Path, task: _Task) -> _Source:
    """Read the rows of a register that have what the document is about; the bad ones with what is wrong."""
    if path.suffix.lower() not in _tabel.SUFFIXES:
        raise DataError(
            Finding(
                code="unknown-format",
                message="Registeret er ikke en tabel.",
                remedy=f"Endelserne er {', '.join(_tabel.SUFFIXES)}.",
                place=path.name,
            )
        )
    found: list[_Read] = []
    columns: Mapping[str, str] = {}
    try:
        for row in _register.rows(path):
            columns = columns or row.places
            post, findings = row.structured()
            subject = None if post is None else _subject(post, task)
            if findings or subject is not None:
                found.append((row.number, subject, within(findings, place=path.name)))
    except DataError as error:
        raise DataError(*within(error.findings, place=path.name)) from error.__cause__
    return _Source(rows=found, total=len(found), register=path.name, columns=columns)


def _subject(post: Registerpost, task: _Task) -> Fakta | None:
    if task.document == str(Dokument.OPSIGELSE):
        return post.opsigelse
    return post.plan if post.plan.ikrafttraeden is not None or task.draft else None


class _Batch:
    """The state of a batch: names given, what the journal knows, what has come back."""

    def __init__(self, task: _Task, names: Names, source: _Source, *, overwrite: bool) -> None:
        self._task = task
        self._names = names
        self._source = source
        self._overwrite = overwrite
        self._journal = Journal(task.folder / JOURNAL, task.key())
        self._rows: list[Raekke] = []
        self._remarks: Counter[Finding] = Counter()

    @property
    def count(self) -> int:
        """How many rows are done."""
        return len(self._rows)

    def rows(self) -> Iterator[_Row]:
        """Name the rows, and give those that are to be made."""
        for number, facts, findings in self._source.rows:
            if findings:
                self._rows.append(Raekke(nummer=number, fil="", status="afvist", findings=findings))
                continue
            file = self._names.give(number, facts, self._task.document)
            pdf = _pdf_of(file) if self._task.pdf else ""
            if self._stands(facts, *filter(None, (file, pdf))):
                self._rows.append(Raekke(nummer=number, fil=file, pdf=pdf, status="uændret"))
                continue
            yield _Row(number, file, facts, self._ours(file), self._ours(_pdf_of(file)))

    def _stands(self, facts: Any, *files: str) -> bool:
        """Tell whether an earlier run made all files of a row as they would be made now, and they are there."""
        if not all(map(self._journal.knows, files)):
            return False
        digest = _digest(facts)
        return all(self._journal.made(file, digest) and (self._task.folder / file).exists() for file in files)

    def _ours(self, file: str) -> bool:
        return self._overwrite or self._journal.knows(file)

    def take(self, results: list[_Done]) -> None:
        """Take what a chunk gave."""
        for done in results:
            for file in filter(None, (done.file, done.pdf)):
                self._journal.add(file, done.digest)
            status: Status = "skrevet" if done.file else "afvist"
            placed = self._source.placed(done.number, done.findings)
            self._rows.append(
                Raekke(nummer=done.number, fil=done.file, pdf=done.pdf, status=status, findings=placed)
            )
            self._remarks.update(attrs.evolve(remark, path=_general(remark.path)) for remark in done.remarks)
        self._journal.flush()

    def report(self) -> Report:
        """Give the rows in order."""
        return Report(
            mappe=self._task.folder,
            raekker=tuple(sorted(self._rows, key=lambda raekke: raekke.nummer)),
            bemaerkninger=tuple(self._remarks.most_common()),
        )


def _pdf_of(file: str) -> str:
    return f"{file.removesuffix('.docx')}.pdf"


def _general(path: str) -> str:
    """Leave the numbers out of a path, so that alike remarks are counted together."""
    return "".join("" if part.isdigit() else part for part in path)


def _digest(facts: Any) -> str:
    try:
        plain = repr(facts) if isinstance(facts, Fakta) else json.dumps(facts, default=str, sort_keys=True)
    except (
        TypeError,
        ValueError,
    ):  # keys that are no text, or a mapping within itself: refused when it is structured
        plain = repr(facts)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


# Work --------------------------------------------------------------------------------------------------


def _chunks(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    while chunk := list(itertools.islice(rows, CHUNK)):
        yield chunk


def _submitted(executor: Executor, task: _Task, chunks: Iterator[list[_Row]]) -> Iterator[list[_Done]]:
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


def _work(task: _Task, chunk: list[_Row]) -> list[_Done]:
    """Make the documents of a chunk, and then their PDFs."""
    made = [_one(task, row) for row in chunk]
    contents = {row.file: content for row, (_, content) in zip(chunk, made, strict=True) if content}
    pdfs = dict(zip(contents, _pdf.convert(contents), strict=True)) if task.pdf else {}
    return [
        _with_pdf(task, row, done, pdfs[row.file]) if row.file in pdfs else done
        for row, (done, _) in zip(chunk, made, strict=True)
    ]


def _one(task: _Task, row: _Row) -> tuple[_Done, bytes]:
    """Make a document; its content is empty when it was refused."""
    try:
        subject = row.facts if isinstance(row.facts, Fakta) else structure(row.facts)
        made = packs.render(
            subject, task.document, pack=_pack(task.pack, task.versions), draft=task.draft, dato=task.dato
        )
        _filer.write(task.folder / row.file, made.content, overwrite=row.overwrite, same=True)
    except BotilbudlaegeError as error:
        return _Done(row.number, findings=error.findings), b""
    return _Done(row.number, row.file, digest=_digest(row.facts), remarks=made.findings), made.content


def _with_pdf(task: _Task, row: _Row, done: _Done, pdf: bytes | Finding) -> _Done:
    """Write the PDF of a document, or tell why there is none."""
    name = _pdf_of(row.file)
    if isinstance(pdf, Finding):
        return attrs.evolve(done, findings=(attrs.evolve(pdf, place=name),))
    try:
        _filer.write(task.folder / name, pdf, overwrite=row.overwrite_pdf, same=True)
    except BotilbudlaegeError as error:
        return attrs.evolve(done, findings=error.findings)
    return attrs.evolve(done, pdf=name)


@functools.lru_cache(maxsize=8)
def _pack(pack: str | None, versions: tuple[str, ...]) -> Pack | None:  # noqa: ARG001 - a folder that has changed is loaded anew
    return None if pack is None else packs.load(pack)
