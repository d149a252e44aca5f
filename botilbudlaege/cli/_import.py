"""`import`: a Word document of one's own made into a pack, with a proposal to answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import attrs

from botilbudlaege import dansk
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._show import say, show_grouped, write_json
from botilbudlaege.packs.importing._import import import_template

if TYPE_CHECKING:
    from botilbudlaege.packs.importing._report import Imported


def import_command(
    source: Annotated[str, Parameter(name="SKABELON", help="Word-filen; den bliver ikke ændret.")],
    pack_id: Annotated[str, Parameter(name="ID", help="Pakkens id, fx syddanmark; også mappens navn.")],
    /,
    *,
    region: Annotated[
        str | None,
        Parameter(
            name="--region",
            help="Den region, pakken er for, ved navn eller kode; ellers den, som id'et nævner.",
        ),
    ] = None,
    name: Annotated[str | None, Parameter(name="--navn", help="Navnet i brevhovedet.")] = None,
    document: Annotated[
        str | None,
        Parameter(name=("--document", "--dokument"), help="Dokumentets slags; ellers siger titlen det."),
    ] = None,
    based_on: Annotated[
        str, Parameter(name="--bygger-paa", help="Id på den pakke, den bygger på; ellers faelles.")
    ] = "faelles",
    json_: Json = False,
) -> int:
    """Gør en Word-fil til en skabelonpakke med et forslag, som du svarer på. Kør igen, når du har svaret."""
    made = import_template(
        source, Path(pack_id), pack_id, navn=name, region=region, document=document, bygger_paa=based_on
    )
    if json_:
        write_json(**_plain(made), findings=made.findings)
        return _code(made)
    _show(made)
    return _code(made)


def _code(made: Imported) -> int:
    """Give the exit code: as long as nothing was answered, there is nothing wrong yet."""
    return min(made.errors, 1) if made.is_answered else 0


def _show(made: Imported) -> None:
    say(f"{'Rettet' if made.is_answered else 'Lavet'}: {made.folder}", style="bold")
    for line in made.summary:
        say(line)
    if not made.is_answered:
        say(f"Åbn {made.sheet}, svar i kolonnen Svar, gem, og kør den samme kommando igen.", style="bold")
        return
    show_grouped(made.findings)
    warnings = sum(finding.severity == "warning" for finding in made.findings)
    say(
        f"check: {dansk.antal(made.errors, 'fejl', 'fejl')}, {dansk.antal(warnings, 'advarsel', 'advarsler')}.",
        style="bold",
    )
    if not made.errors:
        say(f"Installér pakken: pip install ./{made.folder}")


def _plain(made: Imported) -> dict[str, Any]:
    return {
        "folder": str(made.folder),
        "pack": str(made.pack),
        "document": made.document,
        "rows": [attrs.asdict(row) for row in made.rows],
        "sections": [attrs.asdict(section) for section in made.sections],
        "lacks": list(made.lacks),
        "without": list(made.without),
        "told": list(made.told),
        "holds": made.proof.holds,
        "differences": [attrs.asdict(each) for each in made.proof.differences],
    }
