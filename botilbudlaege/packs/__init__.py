"""Template packs: find them, load them, and render documents from them."""

from botilbudlaege.packs._check import check
from botilbudlaege.packs._discovery import available
from botilbudlaege.packs._document import Document, render
from botilbudlaege.packs._klausul import Klausul
from botilbudlaege.packs._load import load
from botilbudlaege.packs._pack import Pack

__all__ = ["Document", "Klausul", "Pack", "available", "check", "load", "render"]
