"""`packs`: the packs there are, and what is in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import attrs

from botilbudlaege import dansk, packs
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._show import say, show_findings, write_json
from botilbudlaege.errors import PackError
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.folder import _origin

if TYPE_CHECKING:
    from botilbudlaege.errors import Finding


def packs_command(
    *,
    explain: Annotated[
        str | None,
        Parameter(
            help="Vis for en pakke, hvilket lag hvert dokument, hver klausul og hver værdi kommer fra."
        ),
    ] = None,
    json_: Json = False,
) -> int:
    """Vis de skabelonpakker, der er."""
    if explain is not None:
        return _explain(packs.load(explain), as_json=json_)
    found, broken = _all_packs()
    if json_:
        write_json(packs=[_pack_row(pack) for pack in found], findings=broken)
        return 0
    for pack in found:
        _show_pack(_pack_row(pack))
    show_findings(broken)
    return 0


def _show_pack(row: dict[str, Any]) -> None:
    """Show a pack in lines: a table of it all would break words in a narrow window."""
    say(f"{row['id']} {row['version']}: {row['navn']}", style="bold")
    for title, key in (
        ("bygger på", "bygger_paa"),
        ("regioner", "regioner"),
        ("gyldig", "gyldig"),
        ("dokumenter", "documents"),
    ):
        value = ", ".join(row[key]) if isinstance(row[key], list) else row[key]
        if value:
            say(f"  {title}: {value}")


def _all_packs() -> tuple[list[packs.Pack], list[Finding]]:
    """Load every pack; one that is broken hides none of the others."""
    found, broken = [], []
    for pack_id in packs.available():
        try:
            found.append(packs.load(pack_id))
        except PackError as error:
            broken += [*error.findings]
    return found, broken


def _explain(pack: packs.Pack, *, as_json: bool) -> int:
    origins = [*_origin.origins(inside(pack).stack)]
    if as_json:
        write_json(pack=pack.id, layers=list(pack.layers), origins=[attrs.asdict(each) for each in origins])
        return 0
    say(f"{pack.id} {pack.version}: {' → '.join(pack.layers)}", style="bold")
    for each in origins:
        users = f" Bruges i {dansk.opremsning(each.documents)}." if each.documents else ""
        say(f"  {each}{users}")
    return 0


def _pack_row(pack: packs.Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "navn": pack.navn,
        "version": pack.version,
        "bygger_paa": list(pack.layers[1:]),
        "regioner": [str(region) for region in inside(pack).stack.top.manifest.egne_regioner],
        "gyldig": _validity(pack),
        "documents": list(pack.documents),
    }


def _validity(pack: packs.Pack) -> str:
    manifest = inside(pack).stack.top.manifest
    first, last = manifest.gyldig_fra, manifest.gyldig_til
    if last is None:
        return "" if first is None else dansk.periode(first)
    return f"til {dansk.dato(last)}" if first is None else dansk.periode(first, last)
