"""`render`: a document of a file of facts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from botilbudlaege import _findings as _ground
from botilbudlaege import domain, packs
from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import Json, Levende, Pakke, Parameter
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.data import document_of, load
from botilbudlaege.errors import DataError, DocumentError
from botilbudlaege.packs._render import render

if TYPE_CHECKING:
    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain import Fakta


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
            name=("--output", "-o"),
            help="Filen, .docx eller .pdf; ellers en Word-fil ved siden af FIL.",
        ),
    ] = None,
    document: Annotated[str | None, Parameter(help="Dokumentet; ellers det, FIL siger.")] = None,
    pack: Pakke = None,
    draft: Annotated[
        bool, Parameter(help="Lav en kladde: det, der mangler, bliver et felt at udfylde.")
    ] = False,
    living: Levende = False,
    pdf: Annotated[bool, Parameter(help="Skriv også en PDF ved siden af Word-filen.")] = False,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
    json_: Json = False,
) -> int:
    """Lav et Word-dokument af en fil med oplysninger."""
    kind, subject, default = _asked(file, document, pack)
    target = default if output is None else output
    made = render(subject, None if kind is None else str(kind), pack=pack, draft=draft, living=living)
    written = [target, target.with_suffix(".pdf")] if pdf and target.suffix.lower() != ".pdf" else [target]
    taken = [] if overwrite else [path for path in written if path.is_file()]
    if taken:
        raise DocumentError(*(_ground.FILE_EXISTS(place=path.name) for path in taken))
    for path in reversed(written):  # the PDF first: where it cannot be made, nothing is written
        made.save(path, overwrite=overwrite)
    if json_:
        write_json(
            file=str(target),
            files=[str(path) for path in written],
            findings=made.findings,
            provenance=dict(made.provenance),
        )
    else:
        for path in written:
            say(f"Skrevet: {path} (pakken {made.provenance['botilbudlaege.pakke']})")
        show_findings(made.findings)
    return 0


def _asked(file: Path | None, document: str | None, pack: str | None) -> tuple[Dokument | None, Fakta, Path]:
    """Give the kind of document, None for the one that the subject is for, the subject, and the file it is for."""
    if file is not None:
        kind = document_of(file) if document is None else domain.dokument(document)
        return kind, load(file, None if kind is None else domain.SUBJEKTER[kind]), file.with_suffix(".docx")
    if pack is None or document is None:
        raise DataError(_findings.NO_FACTS(path="FIL"))
    return domain.dokument(document), packs.load(pack).oplysninger(document), Path(f"{document}.docx")
