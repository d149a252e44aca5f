"""`batch`: a document of each row of a register."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from botilbudlaege import _filer
from botilbudlaege._escape import escaped
from botilbudlaege.batch import render_many
from botilbudlaege.cli._app import Json, Levende, Pakke, app
from botilbudlaege.cli._show import show_findings, write_json

if TYPE_CHECKING:
    from botilbudlaege.batch import Report


@app.command(usage="botilbudlaege batch REGISTER MAPPE [VALG]")
def batch(
    register: Annotated[
        Path, Parameter(name="REGISTER", help="Registeret, .csv eller .xlsx, en række pr. botilbud.")
    ],
    folder: Annotated[Path, Parameter(name="MAPPE", help="Mappen, dokumenterne lægges i.")],
    /,
    *,
    document: Annotated[
        str | None,
        Parameter(help="Dokumentet: samarbejdsplan, kontrakt eller opsigelse; ellers samarbejdsplan."),
    ] = None,
    pack: Pakke = None,
    draft: Annotated[bool, Parameter(help="Lav kladder, også af botilbud uden aftale.")] = False,
    living: Levende = False,
    pdf: Annotated[bool, Parameter(help="Lav også en PDF ved siden af hver Word-fil.")] = False,
    processes: Annotated[int, Parameter(name="--processer", help="Antal processer; ellers 1.")] = 1,
    names: Annotated[
        str,
        Parameter(
            name="--navne", help="Mønster for filnavne; felter: nummer, botilbud, praksis, kommune, dokument."
        ),
    ] = "{nummer} {botilbud}",
    report: Annotated[
        Path | None, Parameter(name="--rapport", help="Skriv rapporten som JSON i denne fil.")
    ] = None,
    overwrite: Annotated[
        bool,
        Parameter(
            help="Overskriv filer, som ikke er lavet af en tidligere kørsel, er rettet siden eller er et andet dokument."
        ),
    ] = False,
    json_: Annotated[Json, Parameter(name="--json")] = False,
) -> int:
    """Lav et dokument for hver række i et register. Afbrydes det, så kør igen: det fortsætter."""
    console = Console(stderr=True)
    with contextlib.ExitStack() as stack:
        executor = stack.enter_context(_pool(processes)) if processes > 1 else None
        progress = stack.enter_context(Progress(console=console, transient=True))
        bar = progress.add_task("Dokumenter", total=None)
        made = render_many(
            register,
            folder,
            document=document,
            pack=pack,
            draft=draft,
            living=living,
            pdf=pdf,
            executor=executor,
            progress=lambda done, total: progress.update(bar, completed=done, total=total),
            names=names,
            overwrite=overwrite,
        )
    if report is not None:
        lines = json.dumps(made.as_dict(), indent=2, ensure_ascii=False).split("\n")
        text = "\n".join(map(escaped, lines)) + "\n"
        _filer.write(report, text.encode("utf-8"), overwrite=True)
    if json_:
        write_json(findings=made.findings, report=made.as_dict())
    else:
        _show_report(made)
    return 1 if made.findings else 0


def _pool(processes: int) -> ProcessPoolExecutor:
    """Give workers that leave Ctrl-C to us, and that end when we are gone."""
    return ProcessPoolExecutor(processes, initializer=_begin_worker, initargs=(os.getpid(),))


def _begin_worker(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End when another process has taken over as parent: ours was killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _show_report(report: Report) -> None:
    table = Table()
    for title in ("", "Antal"):
        table.add_column(title)
    for text, count in (
        ("skrevet", report.count("written")),
        ("lavet før og uændret", report.count("unchanged")),
        ("afvist", report.count("refused")),
    ):
        table.add_row(text, str(count))
    Console().print(table)
    for finding, count in report.remarks:
        show_findings([finding], count=count)
    show_findings(report.findings)
