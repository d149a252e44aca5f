"""Words right before and after a place that leave only some facts open: a number of hours is no name, what follows "den" is a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botilbudlaege.packs.forms._spot import Spot

_DAYS = r"ikrafttraeden|indgaaet_den|sendt|modtaget|ophoer|gaelder_fra|orientering\.fra|\.dato$|^linje$|varsel_udloeber"
_NOTHING = r"(?!)"
_AFTER = (
    (r" ?(?:hele )?(?:timer?s?|t\.)(?=\W|$)", r"timer"),
    (r" ?(?:beboere|borgere|pladser|personer|mennesker)\b", r"antal_beboere"),
    (r" ?(?:måned(?:er)?s?|mdr)\b", r"varsel_maaneder"),
    (r" ?(?:uger?|dage?|minutter|gange?|år|kr|kroner|%|procent)(?=\W|$)", _NOTHING),
)
_BEFORE = (
    (r"(?:\bden|\bd\.)\s*$", _DAYS),
    (r"\b(?:kl\.?|klokken|kr\.?)\s*$", _NOTHING),
    (r"\b(?:tlf\.?(?:nr\.?)?|telefon|mobil|telefonnummer)\s*:?\s*$", r"telefon|kontaktoplysninger"),
    (r"\be?-?mail(?:adresse)?\s*:?\s*$", r"email|kontaktoplysninger"),
    (r"\bcvr(?:-?\s?(?:nr\.?|nummer))?\s*:?\s*$", r"cvr"),
    (r"\byder-?\s?(?:nr\.?|nummer)\s*:?\s*$", r"ydernummer"),
    (r"\bp-?\s?(?:nr\.?|nummer)\s*:?\s*$", r"p_nummer"),
    (r"§\s*$", r"lovgrundlag"),
    (r"\bhver(?: især)?\s*$", _NOTHING),
)
CALLS = re.compile(
    r"(?:læge|praksis|klinik|botilbud|bosted)\w*\s+(?:(?:skal|kan|må)\s+(?:kontakte|ringe|tale|skrive)|ringer|kontakter)"
    r"|\b(?:ringer|skriver|henvender)\s+(?:\w+\s+)?(?:læge|praksis|klinik|botilbud|bosted)\w*\s+(?:sig )?til\b",
    re.IGNORECASE,
)
"""Who is called is not who calls: "Den, lægen skal kontakte"."""
_NO_LABEL = r"(?![^.,;\n]{0,30}:)"
"""Words after a place that end in a colon ask for the next."""
_CUES = tuple(
    (side, re.compile(cue + _NO_LABEL * (side == "after"), re.IGNORECASE), re.compile(fits))
    for side, cues in (("after", _AFTER), ("before", _BEFORE))
    for cue, fits in cues
)


def contradicts(spot: Spot, field: str) -> bool:
    """Tell a field that cannot stand between the words right before and after a place.

    Args:
        spot: The place.
        field: The field.
    """
    for side, cue, fits in _CUES:
        found = cue.match(spot.after) if side == "after" else cue.search(spot.before[-40:])
        if found and not fits.search(field):
            return True
    return False
