"""`set-aside`: the documents that no row gives any more are moved."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import attrs

from botilbudlaege.batch import set_aside
from botilbudlaege.batch._aside import STANDARD
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._show import say, write_json


def set_aside_command(
    folder: Annotated[Path, Parameter(name="MAPPE", help="Mappen med dokumenterne fra batch.")],
    /,
    *,
    to: Annotated[
        str,
        Parameter(
            name="--til",
            help="Mappen i den, som de flyttes til; ellers arkiv. Den laves, hvis den ikke findes.",
        ),
    ] = STANDARD,
    json_: Json = False,
) -> int:
    """Flyt de dokumenter, som ingen række i registeret giver længere, til en mappe for sig. Intet slettes."""
    moved = set_aside(folder, to=to)
    if json_:
        write_json(moved=[attrs.asdict(each) for each in moved])
        return 0
    for each in moved:
        say(f"{each.file} → {each.to}")
    if not moved:
        say("Der er intet at flytte.")
    return 0
