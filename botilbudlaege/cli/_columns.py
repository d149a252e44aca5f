"""`columns`: a proposal for how an office's own register is read."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from botilbudlaege import dansk
from botilbudlaege.cli._app import Ark, Json, Parameter
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.data.proposing._propose_columns import propose_columns

if TYPE_CHECKING:
    from botilbudlaege.data.proposing._propose_columns import Forslag

_SHOWN = 10


def columns_command(
    register: Annotated[Path, Parameter(name="REGISTER", help="Registeret, .csv eller .xlsx.")],
    /,
    *,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="Filen, kolonner.toml; ellers vises forslaget.")
    ] = None,
    ark: Ark = None,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
    json_: Json = False,
) -> int:
    """Foreslå, hvordan jeres eget register læses, som kolonner.toml."""
    forslag = propose_columns(register, ark=ark)
    if output is not None:
        forslag.save(output, overwrite=overwrite)
    if json_:
        write_json(
            kolonner=forslag.toml, raekker=forslag.raekker, gode=forslag.gode, findings=forslag.findings
        )
        return 0
    if output is None:
        sys.stdout.write(forslag.toml)
    _show(forslag, output)
    return 0


def _show(forslag: Forslag, output: Path | None) -> None:
    """Tell what the proposal reads, and the first of what it does not."""
    where = "" if output is None else f" Forslaget står i {output}; se det efter."
    raekker = dansk.antal(forslag.raekker, "række", "rækker")
    say(f"{forslag.gode} af {raekker} kan læses med det.{where}", stream=sys.stderr)
    show_findings(forslag.findings[:_SHOWN])
    rest = Counter(finding.code for finding in forslag.findings[_SHOWN:])
    if rest:
        say(f"Og {rest.total()} fejl til.", stream=sys.stderr)
