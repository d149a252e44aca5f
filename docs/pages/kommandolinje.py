"""Write the reference of the command line.

Everything is read from the commands themselves. A test holds `reference/kommandolinje.md` against this script.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from botilbudlaege.cli import _parser
from botilbudlaege.cli._app import COMMANDS
from botilbudlaege.cli._run import function_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).parents[1] / "reference" / "kommandolinje.md"
_HEAD = """# Kommandolinjen

<!-- Skrevet af docs/pages/kommandolinje.py. Ret ikke her: kør python -m docs. -->

Meddelelser er på dansk. Med `--json` skrives i stedet ét JSON-objekt. Navnene i det er dem, som [objekterne i Python](api.md) har, og altså engelske, hvor det handler om programmet, og danske, hvor det handler om aftalen: `findings` har alle fund, `report` en `Report`, `origins` hver en `Origin`. [Fund og fejl](fund.md) siger, hvad hver kode betyder.

| udgangskode | betyder |
|---|---|
| 0 | gjort |
| 1 | afvist, med fund |
| 2 | kommandoen er ikke forstået |
| 130 | afbrudt; det, der er skrevet, er helt |

`botilbudlaege --help` viser alle kommandoer, `botilbudlaege KOMMANDO --help` den ene; `--version` viser versionen.
"""


def page() -> str:
    """Write the page."""
    return "\n".join([_HEAD, *(line for name in commands() for line in _section(name))])


def commands() -> list[str]:
    """List the commands."""
    return sorted(COMMANDS)


def _section(name: str) -> Iterator[str]:
    arguments = [*_parser.arguments(function_of(name))]
    yield f"## {name}\n\n{COMMANDS[name].help}\n\n```text\n{_parser.usage(name, arguments)}\n```\n"
    yield "| argument eller valg | hvad |\n|---|---|"
    for argument in arguments:
        names = ", ".join(f"`{shown}`" for shown in argument.shown).replace("|", "\\|")
        yield f"| {names} | {argument.help} |"
    yield ""
