"""Template packs: find them, load them, render documents from them, and read living documents back."""

from botilbudlaege.packs._load import load
from botilbudlaege.packs._pack import Pack
from botilbudlaege.packs._render import Document, render
from botilbudlaege.packs.authoring._klausul import Klausul
from botilbudlaege.packs.checking._check import check
from botilbudlaege.packs.folder._discovery import available
from botilbudlaege.packs.reading._read import Readback, read, strip_data

__all__ = [
    "Document",
    "Klausul",
    "Pack",
    "Readback",
    "available",
    "check",
    "load",
    "read",
    "render",
    "strip_data",
]
