# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.

from botilbudlaege.data._kolonner import Kolonner as Kolonner
from botilbudlaege.data._objects import compact as compact
from botilbudlaege.data._objects import document_of as document_of
from botilbudlaege.data._objects import dump as dump
from botilbudlaege.data._objects import load as load
from botilbudlaege.data._objects import load_rows as load_rows
from botilbudlaege.data._objects import structure as structure
from botilbudlaege.data._objects import unstructure as unstructure
from botilbudlaege.data._register import LoadedRow as LoadedRow
from botilbudlaege.data._register import LoadedRows as LoadedRows
from botilbudlaege.data._schema import schema as schema

__all__ = [
    "Kolonner",
    "LoadedRow",
    "LoadedRows",
    "compact",
    "document_of",
    "dump",
    "load",
    "load_rows",
    "schema",
    "structure",
    "unstructure",
]
