"""`daekning`: the coverage of a register over time, as a table and as a curve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from botilbudlaege import Daekningsforloeb, Forloeb, _files, load
from botilbudlaege.cli._app import Ark, Json, Kolonner, Parameter
from botilbudlaege.cli._faults import day
from botilbudlaege.cli._show import say, show_findings, write_json


def daekning(
    register: Annotated[
        Path, Parameter(name="REGISTER", help="Registeret eller listen over hændelser, .csv eller .xlsx.")
    ],
    fra: Annotated[str, Parameter(name="FRA", help="Den første dag, fx 2025-01-01.")],
    til: Annotated[str, Parameter(name="TIL", help="Den sidste dag, fx 2025-12-31.")],
    /,
    *,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="Skriv kurven i denne fil, .svg.")
    ] = None,
    kolonner: Kolonner = None,
    ark: Ark = None,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
    json_: Json = False,
) -> int:
    """Vis dækningsgraden over tid, måned for måned, og som en kurve."""
    courses = load(register, tuple[Forloeb, ...], kolonner=kolonner, ark=ark)
    remarks = getattr(courses, "findings", ())
    over_time = Daekningsforloeb.opgoer(courses, day(fra, "FRA"), day(til, "TIL"))
    if output is not None:
        _files.write(output, over_time.svg().encode("utf-8"), overwrite=overwrite)
    if json_:
        write_json(
            findings=remarks,
            punkter=[
                {"dato": point.dato.isoformat(), "med_plan": point.med_plan, "i_alt": point.i_alt}
                for point in over_time.punkter
            ],
        )
        return 0
    for row in over_time.tabel:
        say("  ".join(cell.rjust(width) for cell, width in zip(row, _WIDTHS, strict=True)))
    if output is not None:
        say(f"Skrevet: {output}")
    show_findings(remarks)
    return 0


_WIDTHS = (18, 8, 5, 12)
