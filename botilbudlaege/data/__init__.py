"""Files and plain data to domain objects, and back."""

from botilbudlaege.data._kolonner import Kolonner
from botilbudlaege.data._objekter import (
    compact,
    document_of,
    dump,
    load,
    load_rows,
    structure,
    unstructure,
)
from botilbudlaege.data._register import LoadedRow, LoadedRows
from botilbudlaege.data._schema import schema

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
