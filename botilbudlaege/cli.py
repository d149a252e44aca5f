"""The command line: `render`, `varsel`, `batch`, `packs`, `check`, `new-pack`. In Danish; rich for people, `--json` for programs."""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import os
import signal
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import attrs
import cyclopts
from cyclopts import Parameter
from cyclopts.help import DefaultFormatter
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

import botilbudlaege
from botilbudlaege import _filer, dansk, domain, packs, rules
from botilbudlaege.batch import Report, render_many
from botilbudlaege.data import document_of, load
from botilbudlaege.errors import BotilbudlaegeError, DataError, Finding, PackError
from botilbudlaege.packs import render
from botilbudlaege.packs._new import new_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyclopts.help import HelpPanel
    from rich.console import ConsoleOptions

    from botilbudlaege.begreber import Dokument

_SEVERITIES = {"error": ("Fejl", "red"), "warning": ("Advarsel", "yellow"), "remark": ("Bemærk", "cyan")}


class _Formatter(DefaultFormatter):
    """The help in Danish: cyclopts has its two English words in the formatter."""

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Print a panel without the mark [required]; the usage line shows what must be given."""
        plain = [attrs.evolve(entry, required=False) for entry in panel.entries]
        super().__call__(console, options, attrs.evolve(panel, entries=plain))

    def render_usage(self, console: Console, options: ConsoleOptions, usage: object) -> None:  # noqa: ARG002
        """Print the usage line."""
        if usage:
            console.print(f"Brug: {usage}", style="bold", markup=False)


_COMMANDS = cyclopts.Group("Kommandoer")
_PARAMETERS = cyclopts.Group("Argumenter og valg")

app = cyclopts.App(
    name="botilbudlaege",
    help="Laver de danske kontrakter om fast tilknyttet læge på botilbud.",
    usage="botilbudlaege KOMMANDO [ARGUMENTER]",
    version=botilbudlaege.__version__,
    version_flags=["--version"],
    help_flags=["--help", "-h"],
    group_commands=_COMMANDS,
    group_arguments=_PARAMETERS,
    group_parameters=_PARAMETERS,
    default_parameter=Parameter(show_default=False, negative=()),
    help_formatter=_Formatter(),
    suppress_keyboard_interrupt=False,
)
app["--help"].help = "Vis denne hjælp."
app["--version"].help = "Vis versionen."

_Json = Annotated[bool, Parameter(help="Skriv resultatet som JSON.")]
_Pakke = Annotated[str | None, Parameter(help="Pakkens id eller mappe; ellers vælges den efter regionen.")]


@app.command(name="render", usage="botilbudlaege render [FIL] [VALG]")
def render_command(
    file: Annotated[
        Path | None,
        Parameter(
            name="FIL",
            help="Filen med oplysninger, .toml eller .json; ellers dem, som pakken har til dokumentet.",
        ),
    ] = None,
    /,
    *,
    output: Annotated[
        Path | None,
        Parameter(
            name=["--output", "-o"],
            help="Filen, .docx eller .pdf; ellers en Word-fil ved siden af FIL.",
        ),
    ] = None,
    document: Annotated[str | None, Parameter(help="Dokumentet; ellers det, FIL siger.")] = None,
    pack: _Pakke = None,
    draft: Annotated[
        bool, Parameter(help="Lav en kladde: det, der mangler, bliver et felt at udfylde.")
    ] = False,
    pdf: Annotated[bool, Parameter(help="Skriv også en PDF ved siden af Word-filen.")] = False,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
    json_: Annotated[_Json, Parameter(name="--json")] = False,
) -> int:
    """Lav et Word-dokument af en fil med oplysninger."""
    kind: Dokument | None
    if file is None:
        if pack is None or document is None:
            raise DataError(_no_file())
        kind = domain.dokument(document)
        subject = packs.load(pack).oplysninger(document)
        default = Path(f"{document}.docx")
    else:
        kind = document_of(file) if document is None else domain.dokument(document)
        subject = load(file, None if kind is None else domain.SUBJEKTER[kind])
        default = file.with_suffix(".docx")
    target = default if output is None else output
    made = render(subject, None if kind is None else str(kind), pack=pack, draft=draft)
    written = [target, target.with_suffix(".pdf")] if pdf and target.suffix.lower() != ".pdf" else [target]
    for path in written:
        made.save(path, overwrite=overwrite)
    if json_:
        _write_json(
            file=str(target),
            files=[str(path) for path in written],
            findings=made.findings,
            provenance=dict(made.provenance),
        )
    else:
        for path in written:
            _say(Console(), f"Skrevet: {path} (pakken {made.provenance['botilbudlaege.pakke']})")
        _show_findings(made.findings)
    return 0


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
    pack: _Pakke = None,
    draft: Annotated[bool, Parameter(help="Lav kladder, også af botilbud uden aftale.")] = False,
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
        bool, Parameter(help="Overskriv filer, som ikke er lavet af en tidligere kørsel.")
    ] = False,
    json_: Annotated[_Json, Parameter(name="--json")] = False,
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
            pdf=pdf,
            executor=executor,
            progress=lambda done, total: progress.update(bar, completed=done, total=total),
            navne=names,
            overwrite=overwrite,
        )
    if report is not None:
        text = json.dumps(made.as_dict(), indent=2, ensure_ascii=False) + "\n"
        _filer.write(report, text.encode("utf-8"), overwrite=True)
    if json_:
        _write_json(findings=made.findings, rapport=made.as_dict())
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
        ("skrevet", report.antal("skrevet")),
        ("lavet før og uændret", report.antal("uændret")),
        ("afvist", report.antal("afvist")),
    ):
        table.add_row(text, str(count))
    Console().print(table)
    _show_findings([finding for finding, _ in report.bemaerkninger])
    _show_findings(report.findings)


@app.command(usage="botilbudlaege varsel DATO [VALG]")
def varsel(
    date: Annotated[str, Parameter(name="DATO", help="Dagen, opsigelsen er kommet frem, fx 2026-03-31.")],
    /,
    *,
    json_: Annotated[_Json, Parameter(name="--json")] = False,
) -> int:
    """Vis, hvornår en plan ophører, når opsigelsen er kommet frem en given dag."""
    resultat = rules.ophoersdato(_date(date))
    if json_:
        _write_json(
            ophoersdato=resultat.vaerdi.isoformat(),
            begrundelse=resultat.begrundelse,
            kilde=str(resultat.kilde),
            findings=resultat.findings,
        )
        return 0
    console = Console()
    _say(console, f"Planen ophører den {dansk.dato(resultat.vaerdi)}.", style="bold")
    for number, step in enumerate(resultat.begrundelse, start=1):
        _say(console, f"  {number}. {step}")
    _say(console, f"Kilde: {resultat.kilde}", style="dim")
    _show_findings(resultat.findings)
    return 0


@app.command(name="packs", usage="botilbudlaege packs [VALG]")
def packs_command(
    *,
    explain: Annotated[
        str | None,
        Parameter(
            help="Vis for en pakke, hvilket lag hvert dokument, hver klausul og hver værdi kommer fra."
        ),
    ] = None,
    json_: Annotated[_Json, Parameter(name="--json")] = False,
) -> int:
    """Vis de skabelonpakker, der er."""
    if explain is not None:
        return _explain(packs.load(explain), as_json=json_)
    found, broken = _all_packs()
    if json_:
        _write_json(packs=[_pack_row(pack) for pack in found], findings=broken)
        return 0
    table = Table()
    for title in ("Pakke", "Navn", "Version", "Bygger på", "Regioner", "Gyldig", "Dokumenter"):
        table.add_column(title, overflow="fold", no_wrap=title in ("Pakke", "Version"))
    for pack in found:
        row = _pack_row(pack)
        table.add_row(*("\n".join(cell) if isinstance(cell, list) else cell for cell in row.values()))
    Console().print(table)
    _show_findings(broken)
    return 0


def _all_packs() -> tuple[list[packs.Pack], list[Finding]]:
    """Load every pack; one that is broken hides none of the others."""
    found, broken = [], []
    for pack_id in packs.available():
        try:
            found.append(packs.load(pack_id))
        except PackError as error:
            broken += [*error.findings]
    return found, broken


def _explain(pack: packs.Pack, *, as_json: bool) -> int:
    origins = pack.origins()
    if as_json:
        _write_json(pakke=pack.id, lag=list(pack.layers), oprindelse=[attrs.asdict(each) for each in origins])
        return 0
    console = Console()
    _say(console, f"{pack.id} {pack.version}: {' → '.join(pack.layers)}", style="bold")
    for each in origins:
        _say(console, f"  {each}")
    return 0


@app.command(usage="botilbudlaege check PAKKE [VALG]")
def check(
    pack: Annotated[str, Parameter(name="PAKKE", help="Pakkens id eller mappe.")],
    /,
    *,
    json_: Annotated[_Json, Parameter(name="--json")] = False,
) -> int:
    """Find alt, hvad der er galt med en skabelonpakke, og hvor det står."""
    findings = packs.check(pack)
    errors = sum(finding.severity == "error" for finding in findings)
    if json_:
        _write_json(pakke=pack, findings=findings)
        return min(errors, 1)
    _show_findings(findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    _say(
        Console(),
        f"{pack}: {dansk.antal(errors, 'fejl', 'fejl')}, {dansk.antal(warnings, 'advarsel', 'advarsler')}.",
        style="bold",
    )
    return min(errors, 1)


def _pack_row(pack: packs.Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "navn": pack.navn,
        "version": pack.version,
        "bygger_paa": list(pack.layers[1:]),
        "regioner": [str(region) for region in pack.manifest.regioner],
        "gyldig": _validity(pack),
        "dokumenter": list(pack.documents),
    }


@app.command(name="new-pack", usage="botilbudlaege new-pack ID [VALG]")
def new_pack_command(
    pack_id: Annotated[str, Parameter(name="ID", help="Pakkens id, fx nordjylland; også mappens navn.")],
    /,
    *,
    based_on: Annotated[
        str, Parameter(name="--bygger-paa", help="Id på den pakke, den bygger på; ellers faelles.")
    ] = "faelles",
    name: Annotated[str | None, Parameter(name="--navn", help="Navnet i brevhovedet.")] = None,
    clauses: Annotated[
        tuple[str, ...],
        Parameter(name="--klausul", help="En klausul, pakken selv vil formulere; kan gentages."),
    ] = (),
    documents: Annotated[
        tuple[str, ...],
        Parameter(name="--dokument", help="Et dokument, pakken selv vil stille op; ellers samarbejdsplan."),
    ] = ("samarbejdsplan",),
    json_: Annotated[_Json, Parameter(name="--json")] = False,
) -> int:
    """Lav en ny skabelonpakke, som kan rettes, prøves og installeres."""
    made = new_pack(
        Path(pack_id), pack_id, bygger_paa=based_on, navn=name, klausuler=clauses, dokumenter=documents
    )
    if json_:
        _write_json(mappe=str(made))
        return 0
    console = Console()
    _say(console, f"Lavet: {made}", style="bold")
    _say(
        console,
        f"Læs {made / 'README.md'}, og ret derefter filerne i {made / f'botilbudlaege_{pack_id}' / pack_id}.",
    )
    return 0


def _no_file() -> Finding:
    return Finding(
        code="usage",
        message="Der er ingen fil med oplysninger.",
        remedy="Angiv filen, eller både --pack og --document, når pakken selv har oplysningerne.",
        path="FIL",
    )


def _validity(pack: packs.Pack) -> str:
    first, last = pack.manifest.gyldig_fra, pack.manifest.gyldig_til
    if last is None:
        return "" if first is None else dansk.periode(first)
    return f"til {dansk.dato(last)}" if first is None else dansk.periode(first, last)


def _date(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise DataError(
            Finding(
                code="impossible-date",
                message="Datoen findes ikke eller er skrevet forkert.",
                remedy="Skriv den som år-måned-dag, fx 2026-03-31.",
                path="DATO",
            )
        ) from None


def run(arguments: Sequence[str]) -> int:
    """Run a command; give the exit code: 0 done, 1 refused with findings, 2 not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without æ gets a question mark, not a crash
    as_json = any(argument == "--json" or argument.startswith("--json=") for argument in arguments)
    try:
        code = _run(list(arguments), as_json=as_json)
        sys.stdout.flush()
    except OSError:
        return 1  # nobody is left to read what would be written
    except KeyboardInterrupt:
        _say(Console(stderr=True), "Afbrudt. Det, der er skrevet, er helt; kør igen for at fortsætte.")
        return 130
    return code


def _run(arguments: list[str], *, as_json: bool) -> int:
    try:
        code = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
    except BotilbudlaegeError as error:
        if as_json:
            _write_json(findings=error.findings)
        else:
            _show_findings(error.findings)
        return 1
    except cyclopts.CycloptsError as error:
        fault = Finding(code="usage", message=_usage_fault(error), remedy="Se botilbudlaege --help.")
        if as_json:
            _write_json(findings=[fault])
        else:
            _say(Console(stderr=True), str(fault), style="red")
        return 2
    return code if isinstance(code, int) else 0


def _usage_fault(error: cyclopts.CycloptsError) -> str:
    faults = {
        cyclopts.MissingArgumentError: "Der mangler et argument.",
        cyclopts.UnknownOptionError: "Valget findes ikke.",
        cyclopts.UnknownCommandError: "Kommandoen findes ikke.",
        cyclopts.UnusedCliTokensError: "Der er for mange argumenter.",
    }
    missing = getattr(getattr(error, "argument", None), "name", "")
    if isinstance(error, cyclopts.MissingArgumentError) and missing:
        return f"Argumentet {missing} mangler."
    return next(
        (text for kind, text in faults.items() if isinstance(error, kind)), "Kommandoen kan ikke læses."
    )


def _show_findings(findings: Sequence[Finding]) -> None:
    console = Console(stderr=True)
    for finding in findings:
        name, style = _SEVERITIES[finding.severity]
        console.print(f"{name}: ", style=style, end="")
        _say(console, str(finding))


def _say(console: Console, text: str, style: str | None = None) -> None:
    """Print text as it is: no markup, no cutting of long lines."""
    console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)


def _write_json(*, findings: Sequence[Finding] = (), **values: Any) -> None:
    table = {**values, "findings": [attrs.asdict(finding) for finding in findings]}
    sys.stdout.write(json.dumps(table, indent=2) + "\n")
