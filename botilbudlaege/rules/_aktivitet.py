"""Activity: whether what a doctor does is covered by the plan."""

from __future__ import annotations

from botilbudlaege._arguments import one, takes
from botilbudlaege.begreber import Aktivitet, Kilde, Resultat

_KILDE = Kilde(
    titel="Region Midtjylland, skabelon til samarbejdsplan, fasttilknyttede læger på botilbud",
    afsnit="Sundhedsfaglig rådgivning/undervisning",
)
_SVAR = {
    Aktivitet.GENEREL_RAADGIVNING: (True, "Generelle sundhedsfaglige råd til personalet er omfattet."),
    Aktivitet.UNDERVISNING: (True, "Undervisning i generelle sundhedsfaglige spørgsmål er omfattet."),
    Aktivitet.SAMARBEJDSMOEDE: (True, "Samarbejdsmøder om generelle sundhedsfaglige spørgsmål er omfattet."),
    Aktivitet.KONKRET_BEBOER: (
        False,
        "Behandling og samarbejde om behandling eller socialfaglig støtte til en konkret beboer er ikke omfattet.",
    ),
    Aktivitet.INSTRUKTION_VED_SYGEBESOEG: (
        False,
        "Instruktion eller information om sygdom og behandling, som personalet får som led i et sygebesøg, er ikke omfattet.",
    ),
}


@takes(art=one(Aktivitet, hvad="en aktivitet", angiv="fx Aktivitet.UNDERVISNING"))
def aktivitet(art: Aktivitet) -> Resultat[bool]:
    """Tell whether an activity is covered by the advice that a plan agrees.

    Args:
        art: The kind of activity.

    Raises:
        DataError: It is no `Aktivitet`.

    Source:
        Region Midtjylland, skabelon til samarbejdsplan, Sundhedsfaglig rådgivning/undervisning.

    >>> aktivitet(Aktivitet.UNDERVISNING).vaerdi, aktivitet(Aktivitet.KONKRET_BEBOER).vaerdi
    (True, False)
    """
    vaerdi, begrundelse = _SVAR[art]
    return Resultat(vaerdi=vaerdi, begrundelse=(begrundelse,), kilde=_KILDE)
