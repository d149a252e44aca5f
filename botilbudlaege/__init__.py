"""Contracts for general practitioners permanently attached to Danish residential homes.

Everything public is listed here and loaded when it is first used.
"""

from importlib import import_module as _import_module

TYPE_CHECKING = False  # typing alone would cost more than the rest of this import

__version__ = "0.1.0"

_WHERE = {
    "begreber": "Aftalepart Dokument Driftsform Kilde Kontaktrolle Lovgrundlag Moedeform Part Planstatus Region Resultat",
    "data": "dump load structure",
    "domain": "Adresse Botilbud Kommune Kontaktperson Moedeaftale Opsigelse Organisation Praksis Samarbejdsplan Underskrivere",
    "errors": "BotilbudlaegeError DataError DocumentError Finding MissingInformation OutsideValidity PackError TemplateError",
    "packs": "Document render",
}
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names.split()}
_MODULES = ("packs", "rules")

if TYPE_CHECKING:
    from botilbudlaege import packs, rules
    from botilbudlaege.begreber import (
        Aftalepart,
        Dokument,
        Driftsform,
        Kilde,
        Kontaktrolle,
        Lovgrundlag,
        Moedeform,
        Part,
        Planstatus,
        Region,
        Resultat,
    )
    from botilbudlaege.data import dump, load, structure
    from botilbudlaege.domain import (
        Adresse,
        Botilbud,
        Kommune,
        Kontaktperson,
        Moedeaftale,
        Opsigelse,
        Organisation,
        Praksis,
        Samarbejdsplan,
        Underskrivere,
    )
    from botilbudlaege.errors import (
        BotilbudlaegeError,
        DataError,
        DocumentError,
        Finding,
        MissingInformation,
        OutsideValidity,
        PackError,
        TemplateError,
    )
    from botilbudlaege.packs import Document, render

# fmt: off
__all__ = [
    "Adresse", "Aftalepart", "Botilbud", "BotilbudlaegeError", "DataError", "Document", "DocumentError",
    "Dokument", "Driftsform", "Finding", "Kilde", "Kommune", "Kontaktperson", "Kontaktrolle", "Lovgrundlag",
    "MissingInformation", "Moedeaftale", "Moedeform", "Opsigelse", "Organisation", "OutsideValidity", "PackError",
    "Part", "Planstatus", "Praksis", "Region", "Resultat", "Samarbejdsplan", "TemplateError", "Underskrivere",
    "dump", "load", "packs", "render", "rules", "structure",
]
# fmt: on


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return _import_module(f"botilbudlaege.{name}")
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'botilbudlaege' has no attribute {name!r}")
    value = getattr(_import_module(f"botilbudlaege.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
