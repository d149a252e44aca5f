"""Files and plain data to domain objects, and back."""

from botilbudlaege.data._kolonner import Kolonner
from botilbudlaege.data._objekter import compact, document_of, dump, load, structure, unstructure
from botilbudlaege.data._schema import schema

__all__ = ["Kolonner", "compact", "document_of", "dump", "load", "schema", "structure", "unstructure"]
