"""`new-pack`: a project for a pack of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._show import say, write_json
from botilbudlaege.packs.authoring._new import new_pack


def new_pack_command(
    pack_id: Annotated[str, Parameter(name="ID", help="Pakkens id, fx nordjylland; også mappens navn.")],
    /,
    *,
    based_on: Annotated[
        str, Parameter(name="--bygger-paa", help="Id på den pakke, den bygger på; ellers faelles.")
    ] = "faelles",
    name: Annotated[str | None, Parameter(name="--navn", help="Navnet i brevhovedet.")] = None,
    clauses: Annotated[
        tuple[str, ...],
        Parameter(name="--klausul", help="En klausul, pakken selv vil formulere; kan gentages."),
    ] = (),
    documents: Annotated[
        tuple[str, ...],
        Parameter(name="--dokument", help="Et dokument, pakken selv vil stille op; ellers samarbejdsplan."),
    ] = ("samarbejdsplan",),
    json_: Json = False,
) -> int:
    """Lav en ny skabelonpakke, som kan rettes, prøves og installeres."""
    made = new_pack(
        Path(pack_id), pack_id, bygger_paa=based_on, navn=name, klausuler=clauses, dokumenter=documents
    )
    if json_:
        write_json(folder=str(made))
        return 0
    say(f"Lavet: {made}", style="bold")
    say(
        f"Læs {made / 'README.md'}, og ret derefter filerne i {made / f'botilbudlaege_{pack_id}' / pack_id}.",
    )
    return 0
