"""`render_many`: what is settled before the first row, and the run."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from botilbudlaege import _files, domain, packs
from botilbudlaege._arguments import DAY, FILE, FLAG, FUNCTION, PATH, TEXT, Kind, has, takes
from botilbudlaege.batch import _findings, _work
from botilbudlaege.batch._filenames import STANDARD, Names
from botilbudlaege.batch._intents import JOURNAL, alone
from botilbudlaege.batch._source import source_of
from botilbudlaege.batch._state import Batch
from botilbudlaege.batch._task import Task
from botilbudlaege.data import _kolonner
from botilbudlaege.data._objects import MAPPED
from botilbudlaege.domain._dokumenter import KIND
from botilbudlaege.errors import DocumentError, PackError
from botilbudlaege.journal import JsonLines
from botilbudlaege.journal._issued import KEPT
from botilbudlaege.packs import _load
from botilbudlaege.packs._pack import PACK, inside
from botilbudlaege.packs.clauses import _given
from botilbudlaege.packs.clauses._given import CLAUSES
from botilbudlaege.rendering.pdf import _convert

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

    from botilbudlaege._files import Readable
    from botilbudlaege.batch._report import Report
    from botilbudlaege.batch._work import Chunk
    from botilbudlaege.data._kolonner import Mapped
    from botilbudlaege.domain import Fakta
    from botilbudlaege.journal import Journal
    from botilbudlaege.packs import Pack
    from botilbudlaege.packs.clauses._given import Given

_SUBJECTS = Kind(
    "det, som dokumenterne laves af",
    "en liste, også når der kun er én, eller stien til et register",
    lambda value: (
        FILE.fits(value) or (isinstance(value, Iterable) and not isinstance(value, (Mapping, type)))
    ),
)
_EXECUTOR = has("submit", hvad="en executor", angiv="fx en ThreadPoolExecutor")
_LARGE = 20_000_000
"""The bytes of a journal from which on what holds no longer is moved into a file beside it."""


@takes(
    subjects=_SUBJECTS,
    folder=PATH,
    document=KIND.or_none,
    pack=PACK.or_none,
    draft=FLAG,
    living=FLAG,
    clauses=CLAUSES,
    pdf=FLAG,
    dato=DAY.or_none,
    executor=_EXECUTOR.or_none,
    progress=FUNCTION.or_none,
    names=TEXT,
    journal=KEPT.or_none,
    overwrite=FLAG,
    kolonner=MAPPED.or_none,
    ark=TEXT.or_none,
)
def render_many(
    subjects: Iterable[Fakta | Mapping[str, Any]] | Readable,
    folder: str | os.PathLike[str],
    *,
    document: str | None = None,
    pack: str | Path | Pack | None = None,
    draft: bool = False,
    living: bool = False,
    clauses: Sequence[Given] | None = None,
    pdf: bool = False,
    dato: datetime.date | None = None,
    executor: Executor | None = None,
    progress: Callable[[int, int | None], object] | None = None,
    names: str = STANDARD,
    journal: Journal | None = None,
    overwrite: bool = False,
    kolonner: Mapped | None = None,
    ark: str | None = None,
) -> Report:
    """Make a document of each subject.

    Args:
        subjects: Objects, mappings as `structure` takes them, or a register (.csv, .xlsx), by its path, as bytes or as an
            open file: of its rows those with an agreement.
        folder: Where the files are written; it is made when it does not exist.
        document: The kind of document; None for the one that each subject is for (of a register: the plan). A row of a
            register gives what it calls for: a plan or contract, a termination (`opsigelse`), the letters to the region
            (`orientering`, one for each occasion), the amendment that changed its hours (`allonge`).
        pack: As in `render`.
        draft: As in `render`.
        living: As in `render`.
        clauses: As in `render`.
        pdf: Whether a PDF is made beside each Word file. One that fails is a finding of its row, and the Word file stays.
        dato: As in `render`; the day on which the letters of a register are sent. A letter that has been made for good
            keeps its day, unless other facts make it say something else: then it is another letter, of this day.
        executor: Where the work is done; None for here.
        progress: Called with the rows done and their number (None when it is not known), after each chunk and at the end.
        names: Pattern of the files' names: `{botilbud}`, `{dokument}`, `{anledning}` (what tells a document from others of
            its kind for the home), `{praksis}`, `{kommune}`, and `{nummer}`, a number that a home is given once and for
            all. A document keeps its name for as long as the pattern gives it, wherever its row stands.
        journal: Where it is kept what has been issued; None for a file in the folder, `JOURNAL`. It is for this folder
            alone.
        overwrite: Whether files may be replaced that no batch made, that were changed since, that are signed and of other
            facts, or finals where drafts are asked for.
        kolonner: Of a register, how an office's own columns are read, as in `load`.
        ark: Of a workbook, the name of the sheet, as in `load`.

    Returns:
        What became of each row. Nothing is raised for a bad row.

    Raises:
        DataError: The register cannot be read, the pattern is wrong, or the kind of document is none.
        PackError: The pack cannot be loaded.
        DocumentError: The folder cannot be made or is a link, another run is going on in it, its journal cannot be used, or what makes PDFs is not installed.

    >>> import tempfile
    >>> from botilbudlaege import load, render_many
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> report = render_many([plan, plan], tempfile.mkdtemp())
    >>> [row.file for row in report.rows]
    ['Æblehaven samarbejdsplan.docx', 'Æblehaven samarbejdsplan (2).docx']
    """
    if document is not None:
        domain.dokument(document)
    naming = Names(names)
    if pdf:
        _can_make_pdf(executor)
    travelling = _travelling(pack)
    task = Task(
        folder=_folder(Path(folder)),
        document=document,
        pack=travelling,
        draft=draft,
        living=living,
        dato=dato,
        versions=_versions(travelling),
        pdf=pdf,
        overwrite=overwrite,
        clauses=_given.given(clauses),
    )
    source = source_of(subjects, task, kolonner=_kolonner.of(kolonner), ark=ark)
    with alone(task.folder):
        left = _files.temporaries(task.folder)
        kept = JsonLines(task.folder / JOURNAL) if journal is None else journal
        batch = Batch(task, naming, source, kept)
        for done in _taken(batch, _work.made(batch.jobs(), task, executor)):
            if progress is not None:
                progress(done, source.total)
        _files.remove(left)
        report = batch.report()
        _compact(kept)
        return report


def _taken(batch: Batch, chunks: Iterable[Chunk]) -> Iterator[int]:
    """Take what is made, and tell how many rows are done: after each chunk, and at the end."""
    for chunk in chunks:
        batch.take(chunk)
        yield batch.count
    yield batch.count


def _compact(journal: Journal) -> None:
    """Make the file of a folder's own journal small again, where it can be done; it is as good as it was."""
    if isinstance(journal, JsonLines):
        with contextlib.suppress(DocumentError):
            journal.compact(least=_LARGE)


def _can_make_pdf(executor: Executor | None) -> None:
    """Refuse at once where the work is to be done by a machine that lacks what it takes."""
    fault = _convert.missing() if executor is None else executor.submit(_convert.missing).result()
    if fault is not None:
        raise DocumentError(fault)


def _folder(folder: Path) -> Path:
    try:
        is_link = folder.is_symlink()
        if not is_link:
            folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:  # a name that no folder can have is the second
        raise DocumentError(_findings.NO_FOLDER_MADE(place=folder.name)) from error
    if is_link:
        raise DocumentError(_findings.FOLDER_IS_LINK(place=folder.name))
    return folder.resolve()


def _travelling(pack: str | Path | Pack | None) -> str | None:
    """Give a pack as something that another process can load; it is loaded here first, so that faults show at once.

    A folder with the id of an installed pack is another pack.
    """
    if pack is None:
        return None
    loaded = _load.pack_of(pack)
    folder = inside(loaded).stack.top.folder
    is_installed = loaded.id in packs.available() and _load.folder_of(loaded.id).resolve() == folder.resolve()
    return loaded.id if is_installed else str(folder)


def _versions(pack: str | None) -> tuple[str, ...]:
    """Tell the state of the packs that documents can be made from; one that is broken is passed over by `render`."""
    found = []
    for each in packs.available() if pack is None else (pack,):
        try:
            found.append(inside(packs.load(each)).stack.digest)
        except PackError:
            if pack is not None:
                raise
            found.append(f"{each} ?")
    return tuple(found)
