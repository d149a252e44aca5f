"""Word documents as PDF, by LibreOffice: many in one process, which is ten times faster than one each.

LibreOffice tells nothing by its exit code when a file fails, hangs on some, and leaves processes behind when it is stopped.
So each process has a profile and a temporary folder of its own, is watched, is killed with its children, and what it made
is told by the files. It takes the files in order: when it stops, the first one without a PDF is to blame; that one gets a
process of its own, and the others go on without it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs

from botilbudlaege.errors import DocumentError, Finding
from botilbudlaege.rendering.pdf import _conform, _findings, _kept, _lines, _rows, _together
from botilbudlaege.rendering.word import _package, _parts, _refusals

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from botilbudlaege._catalogue import Entry

TIMEOUT = 60.0
"""Seconds without a new PDF before LibreOffice is held to hang; starting takes one, a document a tenth."""

_PER_PROCESS = 100
_MENDINGS = 3  # each may push another heading to the end of a page
_HOPELESS = 3  # processes in a row that stopped without a single PDF
_TICK = 0.5
_PROGRAMS = ("soffice", "libreoffice")
_OPTIONS = {
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
_ARGUMENTS = (
    *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
    "--infilter=MS Word 2007 XML",  # else any text is taken for a document
    *("--convert-to", f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS, separators=(',', ':'))}"),
)

_End = Literal["done", "crashed", "hung"]
_FAULTS: dict[_End, Entry] = {
    "done": _findings.PDF_FAILED,
    "crashed": _findings.PDF_CRASHED,
    "hung": _findings.PDF_TIMEOUT,
}


def missing() -> Finding | None:
    """Tell what this machine lacks to make a PDF."""
    if _program() is None:
        return _findings.NO_LIBREOFFICE()
    if importlib.util.find_spec("pikepdf") is None:
        return _findings.NO_PIKEPDF()
    return None


def convert(
    documents: Mapping[str, bytes] | Sequence[bytes], *, timeout: float = TIMEOUT
) -> list[bytes | Finding]:
    """Make documents PDF/UA-1 and PDF/A-2a.

    The same document gives the same bytes, alone or among others, with the same LibreOffice and the same fonts.

    Args:
        documents: Flat docx files; by name when findings are to say which one it was.
        timeout: Seconds without a new PDF before LibreOffice is stopped.

    Returns:
        For each document, in order, its PDF or why there is none. Nothing is raised for a bad document.
    """
    named = list(documents.items() if isinstance(documents, Mapping) else (("", each) for each in documents))
    fault = missing()
    made: list[bytes | Finding] = []
    for start in range(0, len(named), _PER_PROCESS):
        contents = [content for _, content in named[start : start + _PER_PROCESS]]
        made += [fault] * len(contents) if fault else _made(contents, timeout)
    return [
        attrs.evolve(each, place=name) if isinstance(each, Finding) else each
        for (name, _), each in zip(named, made, strict=True)
    ]


def _made(contents: list[bytes], timeout: float) -> list[bytes | Finding]:
    """Convert as many as one process takes."""
    try:
        with _folder() as folder:
            files = [folder / f"{number:03}.docx" for number in range(len(contents))]
            faults = {
                file: fault
                for file, content in zip(files, contents, strict=True)
                if (fault := _put(file, content)) is not None
            }
            faults |= _exported([file for file in files if file not in faults], timeout)
            _mend([file for file in files if file not in faults], timeout)
            return [faults.get(file) or _conforming(file) for file in files]
    except OSError:
        return [_findings.NO_ROOM()] * len(contents)


@contextlib.contextmanager
def _folder() -> Generator[Path]:
    """Give a folder, and take it away with all that LibreOffice has put there, also what it still was writing."""
    folder = Path(tempfile.mkdtemp(prefix="botilbudlaege-"))
    try:
        yield folder
    finally:
        for _ in range(20):
            shutil.rmtree(folder, ignore_errors=True)
            if not folder.exists():
                break
            time.sleep(0.1)


def _put(file: Path, content: bytes) -> Finding | None:
    """Write a document for LibreOffice, which makes an empty page of an empty file, and fetches what it is told to."""
    try:
        names = map(_parts.folded, _package.read(content))
        if _package.RELS in names:  # else nothing in it leads anywhere, and LibreOffice makes nothing of it
            package = _refusals.open_template(content)
            whole = _package.write(package) if package.is_rebuilt else content
            content = _together.together(_lines.drawn_in_cells(_rows.may_break(whole)))
    except (DocumentError, zlib.error) as error:
        told = error.findings[0] if isinstance(error, DocumentError) else None
        return _findings.PDF_FAILED() if told is None or told.code == "not-docx" else told
    file.write_bytes(content)
    return None


def _exported(files: list[Path], timeout: float) -> dict[Path, Finding]:
    """Export what can be exported, and give what is wrong with the rest."""
    faults: dict[Path, Finding] = {}
    waiting, stopped = [files], 0
    while waiting:
        batch = waiting.pop()
        end = _run(batch, timeout)
        left = [file for file in batch if not _is_made(file)]
        stopped = stopped + 1 if end != "done" and left == batch else 0
        if end == "done" or len(batch) == 1:
            faults |= dict.fromkeys(left, _FAULTS[end]())
        elif left:
            waiting += [rest for rest in (left[:1], left[1:]) if rest]
        if stopped == _HOPELESS:  # it is not the documents: the others would only wait for the same
            return faults | {file: _FAULTS[end]() for rest in waiting for file in rest}
    return faults


def _mend(files: list[Path], timeout: float) -> None:
    """Export anew what LibreOffice parted, with the page breaks that keep it together; what then fails stays as it was."""
    for _ in range(_MENDINGS):
        files = [file for file in files if _is_changed(file)]
        for file in files:
            _pdf(file).rename(_parted(file))
        _exported(files, timeout)
        for file in files:
            if not _is_made(file):
                _parted(file).rename(_pdf(file))


def _is_changed(file: Path) -> bool:
    """Write the page breaks that a document needs; tell whether there are any."""
    import pikepdf  # noqa: PLC0415 - an extra, and the import takes its time

    try:
        changed = _kept.mended(file.read_bytes(), _pdf(file).read_bytes())
    except pikepdf.PdfError:  # told when it is to conform
        return False
    if changed is not None:
        file.write_bytes(changed)
    return changed is not None


def _run(files: list[Path], timeout: float) -> _End:
    """Let one LibreOffice work on files, and leave no process behind."""
    if not files:
        return "done"
    with _folder() as own:
        process = subprocess.Popen(  # noqa: S603 - the program is found on PATH, and the names are ours
            _command(files, own),
            env={**os.environ, "LC_ALL": "C.UTF-8", **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(own))},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return _watched(process, files, timeout)
        finally:
            _kill(process)


def _command(files: list[Path], own: Path) -> list[str]:
    profile = f"-env:UserInstallation={(own / 'profil').as_uri()}"
    return [
        _program() or _PROGRAMS[0],
        profile,
        *_ARGUMENTS,
        "--outdir",
        str(files[0].parent),
        *map(str, files),
    ]


def _watched(process: subprocess.Popen[bytes], files: list[Path], timeout: float) -> _End:
    """Wait as long as there are new PDFs."""
    seen, since = 0, time.monotonic()
    while (rest := since + timeout - time.monotonic()) > 0:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return "crashed" if process.wait(min(rest, _TICK)) else "done"
        count = sum(_pdf(file).exists() for file in files)
        if count != seen:
            seen, since = count, time.monotonic()
    return "hung"


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _pdf(file: Path) -> Path:
    return file.with_suffix(".pdf")


def _parted(file: Path) -> Path:
    return file.with_suffix(".parted")


def _is_made(file: Path) -> bool:
    """Tell whether there is a whole PDF of a file."""
    with contextlib.suppress(FileNotFoundError):
        content = _pdf(file).read_bytes()
        return content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")
    return False


def _conforming(file: Path) -> bytes | Finding:
    import pikepdf  # noqa: PLC0415 - an extra, and the import takes its time

    try:
        return _conform.conform(_pdf(file).read_bytes())
    except pikepdf.PdfError:
        return _findings.PDF_FAILED()


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)
