"""`schema`: the JSON Schema of the facts for a kind of document."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

from botilbudlaege import _files
from botilbudlaege.cli._app import Parameter
from botilbudlaege.cli._show import say
from botilbudlaege.data import schema


def schema_command(
    document: Annotated[str, Parameter(name="DOKUMENT", help="Dokumentet, fx samarbejdsplan.")],
    /,
    *,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="Filen, .json; ellers vises skemaet.")
    ] = None,
    overwrite: Annotated[bool, Parameter(help="Overskriv filen, hvis den findes.")] = False,
) -> int:
    """Vis, hvordan oplysningerne til et dokument skrives, som JSON Schema til formularer og editorer."""
    made = schema(document)
    if output is None:
        sys.stdout.write(json.dumps(made, indent=2) + "\n")
        return 0
    text = json.dumps(made, indent=2, ensure_ascii=False) + "\n"
    _files.write(output, text.encode(), overwrite=overwrite)
    say(f"Skrevet: {output}")
    return 0
