"""The domain: frozen classes of facts, each checked when it is made, all faults at once.

Aggregates are never None; a leaf fact that is not known is. Nothing here reads a file or a clock.

`_felt` says how a fact is described, `_felter` which fields a class has and of which types, `_tree` where each fact
stands and what it is called, `_fakta` that all is checked; then the classes, and `_dokumenter`, which has a record of
each kind of document. Begin with `_planer`.

Everything is loaded when it is first used: a plan needs none of the other subjects.
"""

from importlib import import_module as _import_module

TYPE_CHECKING = False

_WHERE = {
    "_allonge": "Aendringspost Allonge",
    "_breve": "Idekatalog Informationsbrev Informationsmateriale Orientering Programpunkt Tema Webinar",
    "_dokumenter": "DOKUMENTER SUBJEKTER Slags bemaerkninger dokument dokument_for slags sted",
    "_fakta": "Fakta",
    "_gruppe": "Implementeringsplan Kommissorium Medlem Milepael Opgave",
    "_kommuner": "Kommune",
    "_parter": "Adresse Botilbud Kontaktperson Organisation Praksis",
    "_planer": "Moedeaftale Opsigelse Samarbejdsplan Underskrivere",
    "_register": "Daekning Daekningsstatus Registerpost",
    "_tidspunkt": "Tidspunkt",
}
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names.split()}

if TYPE_CHECKING:
    from botilbudlaege.domain._allonge import Aendringspost, Allonge
    from botilbudlaege.domain._breve import (
        Idekatalog,
        Informationsbrev,
        Informationsmateriale,
        Orientering,
        Programpunkt,
        Tema,
        Webinar,
    )
    from botilbudlaege.domain._dokumenter import (
        DOKUMENTER,
        SUBJEKTER,
        Slags,
        bemaerkninger,
        dokument,
        dokument_for,
        slags,
        sted,
    )
    from botilbudlaege.domain._fakta import Fakta
    from botilbudlaege.domain._gruppe import Implementeringsplan, Kommissorium, Medlem, Milepael, Opgave
    from botilbudlaege.domain._kommuner import Kommune
    from botilbudlaege.domain._parter import Adresse, Botilbud, Kontaktperson, Organisation, Praksis
    from botilbudlaege.domain._planer import Moedeaftale, Opsigelse, Samarbejdsplan, Underskrivere
    from botilbudlaege.domain._register import Daekning, Daekningsstatus, Registerpost
    from botilbudlaege.domain._tidspunkt import Tidspunkt

__all__ = [
    "DOKUMENTER",
    "SUBJEKTER",
    "Adresse",
    "Aendringspost",
    "Allonge",
    "Botilbud",
    "Daekning",
    "Daekningsstatus",
    "Fakta",
    "Idekatalog",
    "Implementeringsplan",
    "Informationsbrev",
    "Informationsmateriale",
    "Kommissorium",
    "Kommune",
    "Kontaktperson",
    "Medlem",
    "Milepael",
    "Moedeaftale",
    "Opgave",
    "Opsigelse",
    "Organisation",
    "Orientering",
    "Praksis",
    "Programpunkt",
    "Registerpost",
    "Samarbejdsplan",
    "Slags",
    "Tema",
    "Tidspunkt",
    "Underskrivere",
    "Webinar",
    "bemaerkninger",
    "dokument",
    "dokument_for",
    "slags",
    "sted",
]


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'botilbudlaege.domain' has no attribute {name!r}")
    value = getattr(_import_module(f"botilbudlaege.domain.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value
