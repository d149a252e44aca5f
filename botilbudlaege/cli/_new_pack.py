"""`new-pack`: a project for a pack of one's own, new or in place of another from a day."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from botilbudlaege.cli import _findings
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._faults import day
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.domain import _kommuner
from botilbudlaege.errors import DataError
from botilbudlaege.packs.authoring._new import new_pack
from botilbudlaege.packs.authoring._successor import successor


def new_pack_command(
    pack_id: Annotated[str, Parameter(name="ID", help="Pakkens id, fx nordjylland; også mappens navn.")],
    /,
    *,
    based_on: Annotated[
        str | None, Parameter(name="--bygger-paa", help="Id på den pakke, den bygger på; ellers faelles.")
    ] = None,
    name: Annotated[str | None, Parameter(name="--navn", help="Navnet i brevhovedet.")] = None,
    region: Annotated[
        str | None,
        Parameter(
            name="--region",
            help="Den region, pakken er for, ved navn eller kode, eller ingen; ellers den, som id'et nævner.",
        ),
    ] = None,
    clauses: Annotated[
        tuple[str, ...],
        Parameter(name="--klausul", help="En klausul, pakken selv vil formulere; kan gentages."),
    ] = (),
    documents: Annotated[
        tuple[str, ...],
        Parameter(name="--dokument", help="Et dokument, pakken selv vil stille op; ellers samarbejdsplan."),
    ] = (),
    follows: Annotated[
        str | None,
        Parameter(
            name="--efterfoelger-til", help="Mappen eller id'et på den pakke, den nye tager over efter."
        ),
    ] = None,
    from_: Annotated[
        str | None, Parameter(name="--fra", help="Den dag, efterfølgeren gælder fra, fx 2027-01-01.")
    ] = None,
    json_: Json = False,
) -> int:
    """Lav en ny skabelonpakke, som kan rettes, prøves og installeres."""
    folder = Path(pack_id)
    if follows is None and from_ is None:
        region = _asked(region) if region is not None else _region_of(pack_id)
        documents = documents or ("samarbejdsplan",)
        made = new_pack(
            folder,
            pack_id,
            bygger_paa=based_on or "faelles",
            navn=name,
            region=region,
            klausuler=clauses,
            dokumenter=documents,
        )
    elif follows is None or from_ is None:
        raise DataError(_findings.SUCCESSOR_WITHOUT_DAY())
    elif based_on or clauses or documents:
        raise DataError(_findings.SUCCESSOR_IS_A_COPY())
    else:
        first = day(from_, "--fra")
        region = region or (None if (named := _kommuner.naevnt(pack_id)) is None else str(named))
        made = successor(folder, pack_id, pack=follows, fra=first, navn=name, region=region)
    if json_:
        write_json(folder=str(made))
        return 0
    _tell(made, pack_id, follows)
    if follows is None and region is None and _kommuner.naevnt(pack_id) is None:
        show_findings([_findings.NO_REGION(path="regioner", place=f"{pack_id}/pakke.toml")])
    return 0


def _asked(region: str) -> str:
    return "" if region.casefold() == "ingen" else region


def _region_of(pack_id: str) -> str | None:
    """Ask whom the pack is for, where the id does not say and a person can answer."""
    if _kommuner.naevnt(pack_id) is not None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    answer = input("Hvilken region er pakken for? Skriv navnet, eller ingen: ").strip()
    return _asked(answer) if answer else None


def _tell(made: Path, pack_id: str, follows: str | None) -> None:
    say(f"Lavet: {made}", style="bold")
    own = made / f"botilbudlaege_{pack_id}" / pack_id
    if follows is None:
        say(f"Læs {made / 'README.md'}, og ret derefter filerne i {own}.")
    else:
        say(f"Den har alt det, som {follows} selv har. Ret det, der skal være nyt, i {own}.")
        say(
            f"I {follows} er gyldig_til og efterfoelger sat. Behold den gamle pakke: planer, der er lavet med den, læses med den."
        )
