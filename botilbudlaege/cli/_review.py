"""`review`: a pack as one page that those who decide on it can read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from botilbudlaege import _files
from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._check import pack_of_file
from botilbudlaege.cli._show import say, write_json
from botilbudlaege.errors import DocumentError
from botilbudlaege.packs.reviewing._review import review


def review_command(
    pack: Annotated[str, Parameter(name="PAKKE", help="Pakkens id eller mappe.")],
    /,
    *,
    output: Annotated[
        Path, Parameter(name=("--output", "-o"), help="Filen, .html; ellers gennemsyn.html.")
    ] = Path("gennemsyn.html"),
    without_pictures: Annotated[
        bool,
        Parameter(
            name="--uden-billeder",
            help="Vis kun ordene i dokumenterne; billederne af siderne laves af LibreOffice og tager et minut.",
        ),
    ] = False,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
    json_: Json = False,
) -> int:
    """Lav et gennemsyn af en skabelonpakke: én fil med alle dokumenter og klausuler, til dem, der skal godkende den."""
    if output.suffix.lower() not in (".html", ".htm"):
        raise DocumentError(_findings.NOT_HTML(place=output.name))
    if Path(pack).is_file():
        raise DocumentError(pack_of_file(Path(pack)))
    page = review(pack, billeder=not without_pictures)
    _files.write(output, page.encode("utf-8"), overwrite=overwrite)
    if json_:
        write_json(file=str(output))
    else:
        say(f"Skrevet: {output}. Åbn den i en browser; den henter intet udefra og kan udskrives.")
    return 0
