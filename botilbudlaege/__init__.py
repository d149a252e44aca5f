"""Contracts for general practitioners permanently attached to Danish residential homes.

Everything public is listed here and loaded when it is first used.
"""

from importlib import import_module as _import_module

from botilbudlaege._version import __version__ as __version__

TYPE_CHECKING = False  # typing alone would cost more than the rest of this import

_WHERE = {
    "aendringer": "Aendring compare",
    "begreber": "Aftalepart Aktivitet Anledning Dokument Driftsform Haendelse Kilde Kontaktrolle Lovgrundlag Maalgruppe Medlemsrolle Modtager Moedeform Part Planstatus Praecision Region Resultat",
    "batch": "Raekke Report render_many",
    "data": "dump load structure",
    "domain": "Adresse Aendringspost Allonge Botilbud Daekning Daekningsstatus Idekatalog Implementeringsplan Informationsbrev Informationsmateriale Kommissorium Kommune Kontaktperson Medlem Milepael Moedeaftale Opgave Opsigelse Organisation Orientering Praksis Programpunkt Registerpost Samarbejdsplan Tema Tidspunkt Underskrivere Webinar",
    "errors": "BotilbudlaegeError DataError DocumentError Finding MissingInformation OutsideValidity PackError TemplateError",
    "packs": "Document Klausul Readback read render strip_data",
}
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names.split()}
_MODULES = ("aendringer", "packs", "rules")

if TYPE_CHECKING:
    from botilbudlaege import aendringer, packs, rules
    from botilbudlaege.aendringer import Aendring, compare
    from botilbudlaege.batch import Raekke, Report, render_many
    from botilbudlaege.begreber import (
        Aftalepart,
        Aktivitet,
        Anledning,
        Dokument,
        Driftsform,
        Haendelse,
        Kilde,
        Kontaktrolle,
        Lovgrundlag,
        Maalgruppe,
        Medlemsrolle,
        Modtager,
        Moedeform,
        Part,
        Planstatus,
        Praecision,
        Region,
        Resultat,
    )
    from botilbudlaege.data import dump, load, structure
    from botilbudlaege.domain import (
        Adresse,
        Aendringspost,
        Allonge,
        Botilbud,
        Daekning,
        Daekningsstatus,
        Idekatalog,
        Implementeringsplan,
        Informationsbrev,
        Informationsmateriale,
        Kommissorium,
        Kommune,
        Kontaktperson,
        Medlem,
        Milepael,
        Moedeaftale,
        Opgave,
        Opsigelse,
        Organisation,
        Orientering,
        Praksis,
        Programpunkt,
        Registerpost,
        Samarbejdsplan,
        Tema,
        Tidspunkt,
        Underskrivere,
        Webinar,
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
    from botilbudlaege.packs import Document, Klausul, Readback, read, render, strip_data

# fmt: off
__all__ = [
    "Adresse", "Aendring", "Aendringspost", "Aftalepart", "Aktivitet", "Allonge", "Anledning", "Botilbud",
    "BotilbudlaegeError", "Daekning", "Daekningsstatus", "DataError", "Document", "DocumentError",
    "Dokument", "Driftsform", "Finding", "Haendelse", "Idekatalog", "Implementeringsplan",
    "Informationsbrev", "Informationsmateriale", "Kilde", "Klausul", "Kommissorium", "Kommune", "Kontaktperson",
    "Kontaktrolle", "Lovgrundlag", "Maalgruppe", "Medlem", "Medlemsrolle", "Milepael", "MissingInformation",
    "Modtager", "Moedeaftale", "Moedeform", "Opgave", "Opsigelse", "Organisation", "Orientering",
    "OutsideValidity", "PackError", "Part", "Planstatus", "Praecision", "Praksis", "Programpunkt", "Raekke",
    "Readback", "Region", "Registerpost", "Report", "Resultat", "Samarbejdsplan", "Tema", "TemplateError",
    "Tidspunkt", "Underskrivere", "Webinar", "aendringer", "compare", "dump", "load", "packs", "read",
    "render", "render_many", "rules", "strip_data", "structure",
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
