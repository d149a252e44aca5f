"""Files and plain data to domain objects, and back."""

from botilbudlaege.data._objekter import document_of, dump, load, structure

__all__ = ["document_of", "dump", "load", "structure"]
