"""Template packs: find them, load them, and render documents from them."""

from botilbudlaege.packs._check import check
from botilbudlaege.packs._discovery import available
from botilbudlaege.packs._document import Document, render
from botilbudlaege.packs._pack import Pack, load
from botilbudlaege.packs._read import Readback, read, strip_data

__all__ = ["Document", "Pack", "Readback", "available", "check", "load", "read", "render", "strip_data"]
