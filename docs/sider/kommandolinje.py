"""Write the reference of the command line.

Everything is read from the commands themselves. A test holds `reference/kommandolinje.md` against this script.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from botilbudlaege.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    import cyclopts

FILE = Path(__file__).parents[1] / "reference" / "kommandolinje.md"
_HEAD = """# Kommandolinjen

<!-- Skrevet af docs/sider/kommandolinje.py. Ret ikke her: kør python -m docs. -->

Kommandoerne kommer med ekstraen `cli`: `pip install "botilbudlaege[cli]"`. Meddelelser er på dansk. Med `--json` skrives i stedet ét JSON-objekt. Navnene i det er dem, som [objekterne i Python](api.md) har, og altså engelske, hvor det handler om programmet, og danske, hvor det handler om aftalen: `findings` har alle fund, `report` en `Report`, `origins` hver en `Origin`. [Fund og fejl](fund.md) siger, hvad hver kode betyder.

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
    return "\n".join([_HEAD, *(line for name in commands() for line in _section(name, app[name]))])


def commands() -> list[str]:
    """List the commands."""
    return sorted(name for name in app if not name.startswith("-"))


def _section(name: str, command: cyclopts.App) -> Iterator[str]:
    yield f"## {name}\n\n{command.help}\n\n```text\n{command.usage}\n```\n"
    yield "| argument eller valg | hvad |\n|---|---|"
    for argument in command.assemble_argument_collection():
        names = [name for name in argument.names if not name.startswith(("--no-", "--empty-"))]
        value = " …" if names[0].startswith("-") and argument.hint is not bool else ""
        yield f"| {', '.join(f'`{each}{value}`' for each in names)} | {argument.parameter.help} |"
    yield ""
