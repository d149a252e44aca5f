# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.

from botilbudlaege.packs._load import load as load
from botilbudlaege.packs._pack import Pack as Pack
from botilbudlaege.packs._word import WordTemplate as WordTemplate
from botilbudlaege.packs.checking._check import check as check
from botilbudlaege.packs.folder._discovery import available as available
from botilbudlaege.packs.folder._origin import Origin as Origin
from botilbudlaege.packs.importing._import import import_template as import_template
from botilbudlaege.packs.importing._report import Imported as Imported

__all__ = [
    "Imported",
    "Origin",
    "Pack",
    "WordTemplate",
    "available",
    "check",
    "import_template",
    "load",
]
