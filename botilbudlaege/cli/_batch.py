"""`batch`: a document of each row of a register."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from botilbudlaege import _files
from botilbudlaege._escape import escaped
from botilbudlaege.batch import render_many
from botilbudlaege.batch._filenames import STANDARD
from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import Ark, Json, Kolonner, Levende, Pakke, Parameter
from botilbudlaege.cli._faults import day
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from botilbudlaege.batch import Report

_MOST = 1000
"""The processes that may be asked for: more than any machine has use for."""


def batch(
    register: Annotated[
        Path, Parameter(name="REGISTER", help="Registeret, .csv eller .xlsx, en række pr. botilbud.")
    ],
    folder: Annotated[Path, Parameter(name="MAPPE", help="Mappen, dokumenterne lægges i.")],
    /,
    *,
    document: Annotated[
        str | None,
        Parameter(
            help="Dokumentet: samarbejdsplan, kontrakt, opsigelse, orientering, allonge eller informationsbrev; "
            "ellers samarbejdsplan."
        ),
    ] = None,
    pack: Pakke = None,
    draft: Annotated[bool, Parameter(help="Lav kladder, også af botilbud uden aftale.")] = False,
    living: Levende = False,
    pdf: Annotated[bool, Parameter(help="Lav også en PDF ved siden af hver Word-fil.")] = False,
    processes: Annotated[int, Parameter(name="--processer", help="Antal processer; ellers 1.")] = 1,
    names: Annotated[
        str,
        Parameter(
            name="--navne",
            help="Mønster for filnavne; felter: botilbud, dokument, anledning, praksis, kommune, nummer.",
        ),
    ] = STANDARD,
    dato: Annotated[
        str | None,
        Parameter(help="Dagen, breve sendes, og som vælger pakken, fx 2026-03-31; ellers dokumentets egen."),
    ] = None,
    kolonner: Kolonner = None,
    ark: Ark = None,
    report: Annotated[
        Path | None, Parameter(name="--rapport", help="Skriv rapporten som JSON i denne fil.")
    ] = None,
    overwrite: Annotated[
        bool,
        Parameter(
            help="Overskriv filer, som ikke er lavet af en tidligere kørsel, er rettet eller underskrevet siden, "
            "og færdige dokumenter med kladder."
        ),
    ] = False,
    json_: Json = False,
) -> int:
    """Lav et dokument for hver række i et register. Afbrydes det, så kør igen: det fortsætter."""
    with contextlib.ExitStack() as stack:
        executor = stack.enter_context(_pool(processes)) if processes > 1 else None
        progress = stack.enter_context(_progress())
        made = render_many(
            register,
            folder,
            document=document,
            pack=pack,
            draft=draft,
            living=living,
            pdf=pdf,
            dato=None if dato is None else day(dato, "--dato"),
            executor=executor,
            progress=progress,
            names=names,
            overwrite=overwrite,
            kolonner=kolonner,
            ark=ark,
        )
    if report is not None:
        lines = json.dumps(made.as_dict(), indent=2, ensure_ascii=False).split("\n")
        text = "\n".join(map(escaped, lines)) + "\n"
        _files.write(report, text.encode("utf-8"), overwrite=True)
    if json_:
        write_json(findings=made.findings, report=made.as_dict())
    else:
        _show_report(made)
    return 1 if made.findings else 0


def _pool(processes: int) -> ProcessPoolExecutor:
    """Give workers that leave Ctrl-C to us, and that end when we are gone."""
    if processes > _MOST:
        raise DataError(_findings.TOO_MANY_PROCESSES(path="--processer", hoejst=_MOST))
    return ProcessPoolExecutor(processes, initializer=_begin_worker, initargs=(os.getpid(),))


def _begin_worker(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End when another process has taken over as parent: ours was killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


@contextlib.contextmanager
def _progress() -> Generator[Callable[[int, int | None], None]]:
    """Give what shows how far the work is, on a line of the terminal that is gone when it ends."""
    shown = ""

    def show(done: int, total: int | None) -> None:
        nonlocal shown
        text = f"Dokumenter: {done}" if total is None else f"Dokumenter: {done} af {total}"
        if sys.stderr.isatty() and text != shown:
            sys.stderr.write(f"\r{text.ljust(len(shown))}")
            sys.stderr.flush()
            shown = text

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * len(shown)}\r")


def _show_report(report: Report) -> None:
    for text, count in report.counts:
        say(f"{text.ljust(_WIDTH)}{count:6}")
    for text, count in report.reasons:
        say(f"  {text.ljust(_WIDTH - 2)}{count:6}", style="dim")
    for finding, count in report.remarks:
        show_findings([finding], count=count)
    show_findings(report.findings)
    for left in report.left_over:
        say(f"Tilovers: {left.file} ({left.why})")
    if report.left_over:
        say("De flyttes til en mappe for sig med: botilbudlaege set-aside MAPPE")


_WIDTH = 36
