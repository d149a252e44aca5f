"""The domain: frozen classes of facts, each checked when it is made, all faults at once.

Aggregates are never None; a leaf fact that is not known is. Nothing here reads a file or a clock.
"""

from botilbudlaege.domain._bemaerkninger import bemaerkninger
from botilbudlaege.domain._dokumenter import SUBJEKTER, dokument, dokument_for
from botilbudlaege.domain._felt import Fakta
from botilbudlaege.domain._kommuner import Kommune
from botilbudlaege.domain._parter import Adresse, Botilbud, Kontaktperson, Organisation, Praksis
from botilbudlaege.domain._planer import Moedeaftale, Opsigelse, Samarbejdsplan, Underskrivere

__all__ = [
    "SUBJEKTER",
    "Adresse",
    "Botilbud",
    "Fakta",
    "Kommune",
    "Kontaktperson",
    "Moedeaftale",
    "Opsigelse",
    "Organisation",
    "Praksis",
    "Samarbejdsplan",
    "Underskrivere",
    "bemaerkninger",
    "dokument",
    "dokument_for",
]
