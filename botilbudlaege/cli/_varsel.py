"""`varsel`: the day on which a plan ends."""

from __future__ import annotations

from typing import Annotated

from botilbudlaege import dansk, rules
from botilbudlaege.cli._app import Json, Parameter
from botilbudlaege.cli._faults import day
from botilbudlaege.cli._show import say, show_findings, write_json


def varsel(
    date: Annotated[str, Parameter(name="DATO", help="Dagen, opsigelsen er kommet frem, fx 2026-03-31.")],
    /,
    *,
    json_: Json = False,
) -> int:
    """Vis, hvornår en plan ophører, når opsigelsen er kommet frem en given dag."""
    resultat = rules.ophoersdato(day(date, "DATO"))
    if json_:
        write_json(
            ophoersdato=resultat.vaerdi.isoformat(),
            begrundelse=resultat.begrundelse,
            kilde=str(resultat.kilde),
            findings=resultat.findings,
        )
        return 0
    say(f"Planen kan tidligst ophøre den {dansk.dato(resultat.vaerdi)}.", style="bold")
    for number, step in enumerate(resultat.begrundelse, start=1):
        say(f"  {number}. {step}")
    say(f"Kilde: {resultat.kilde}", style="dim")
    show_findings(resultat.findings)
    return 0
