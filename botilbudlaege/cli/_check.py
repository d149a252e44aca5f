"""`check`: everything that is wrong with a pack, told so that one can begin at the top."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from botilbudlaege import dansk, packs
from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._show import say, show_grouped, write_json
from botilbudlaege.errors import BotilbudlaegeError, Finding, Findings
from botilbudlaege.packs.folder import _manifest


def check(
    pack: Annotated[str, Parameter(name="PAKKE", help="Pakkens id eller mappe.")],
    /,
    *,
    json_: Json = False,
) -> int:
    """Find alt, hvad der er galt med en skabelonpakke, og hvor det står."""
    findings = _found(pack)
    errors = sum(finding.severity == "error" for finding in findings)
    if json_:
        write_json(pack=pack, findings=findings)
        return min(errors, 1)
    show_grouped(findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    say(
        f"{pack}: {dansk.antal(errors, 'fejl', 'fejl')}, {dansk.antal(warnings, 'advarsel', 'advarsler')}.",
        style="bold",
    )
    return min(errors, 1)


def _found(pack: str) -> tuple[Finding, ...]:
    try:
        if Path(pack).is_file():
            return Findings([pack_of_file(Path(pack))])
        return packs.check(pack)
    except BotilbudlaegeError as error:
        return error.findings


def pack_of_file(file: Path) -> Finding:
    """Say which pack is meant, or what to do, where a file is given instead of a pack."""
    folders = (file.parent, file.parent.parent)
    pack = next((folder for folder in folders if (folder / _manifest.FILE).is_file()), None)
    if pack is not None:
        return _findings.FILE_OF_PACK(place=file.name, mappe=str(pack))
    if file.suffix.lower() in (".docx", ".doc", ".dotx"):
        return _findings.WORD_FILE_ALONE(place=file.name)
    return _findings.NO_PACK(place=file.name)
