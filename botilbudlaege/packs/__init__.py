"""Template packs: find them, load them, and render documents from them."""

from botilbudlaege.packs._document import Document, render
from botilbudlaege.packs._layers import available
from botilbudlaege.packs._pack import Pack, load

__all__ = ["Document", "Pack", "available", "load", "render"]
