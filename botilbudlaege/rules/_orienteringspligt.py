"""Duty to inform: on which occasions the region is to be told, and by whom."""

from __future__ import annotations

from botilbudlaege._arguments import one, takes
from botilbudlaege.begreber import Anledning, Haendelse, Kilde, Resultat

_KILDE = Kilde(
    titel="Region Midtjylland, skabelon til samarbejdsplan, fasttilknyttede læger på botilbud",
    afsnit="Orientering af regionen",
)
_HVEM = (
    "Det er altid organisationen eller botilbuddet, der orienterer regionen, også når lægen opsiger planen."
)
_SVAR: dict[Haendelse, tuple[tuple[Anledning, ...], str]] = {
    Haendelse.INDGAAET: (
        (Anledning.INDGAAET,),
        "Regionen skal orienteres, når planen er indgået, så den kan betale lægens honorar for funktionen.",
    ),
    Haendelse.TIMETAL_AENDRET: (
        (Anledning.TIMETAL_AENDRET,),
        "Regionen skal orienteres, når timetallet er ændret.",
    ),
    Haendelse.OPSAGT: ((Anledning.OPSAGT,), "Regionen skal orienteres, når planen er opsagt."),
    Haendelse.NY_PRAKSIS: (
        (Anledning.OPSAGT, Anledning.INDGAAET),
        "En ny praksis er én plan, der opsiges, og en anden, der indgås; regionen skal orienteres om begge.",
    ),
    Haendelse.NY_KONTAKTPERSON: ((), "En ny kontaktperson udløser ikke pligt til at orientere regionen."),
    Haendelse.NYE_EMNER: ((), "Nye emner udløser ikke pligt til at orientere regionen."),
    Haendelse.NYE_MOEDEAFTALER: ((), "Nye mødeaftaler udløser ikke pligt til at orientere regionen."),
}


@takes(haendelse=one(Haendelse, hvad="en hændelse", angiv="fx Haendelse.OPSAGT"))
def orienteringspligt(haendelse: Haendelse) -> Resultat[tuple[Anledning, ...]]:
    """Tell of what the region is to be informed when something happens to a plan.

    There is no deadline and no form in the sources.

    Args:
        haendelse: What happens.

    Returns:
        The occasions, one letter each; none where there is no duty.

    Raises:
        DataError: It is no `Haendelse`.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, Orientering af regionen.

    >>> orienteringspligt(Haendelse.NYE_EMNER).vaerdi
    ()
    >>> [anledning.name for anledning in orienteringspligt(Haendelse.NY_PRAKSIS).vaerdi]
    ['OPSAGT', 'INDGAAET']
    """
    anledninger, begrundelse = _SVAR[haendelse]
    steps = (begrundelse, _HVEM) if anledninger else (begrundelse,)
    return Resultat(vaerdi=anledninger, begrundelse=steps, kilde=_KILDE)
