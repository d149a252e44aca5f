"""Template packs: find them, load them, check them, and see what is in them."""

from botilbudlaege.packs._load import load
from botilbudlaege.packs._pack import Pack, WordTemplate
from botilbudlaege.packs.checking._check import check
from botilbudlaege.packs.folder._discovery import available
from botilbudlaege.packs.folder._origin import Origin

__all__ = ["Origin", "Pack", "WordTemplate", "available", "check", "load"]
