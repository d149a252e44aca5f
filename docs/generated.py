"""Every file that scripts write: the common pack's Word templates, the pages that can be read from the code, and what type checkers read of the lazy names."""

from __future__ import annotations

from pathlib import Path

from docs.pages import architecture, felter, fund, kolonner, kommandolinje, stub
from docs.templates import allonge, breve, gruppe, planer

ROOT = Path(__file__).parents[1]
FAELLES = ROOT / "botilbudlaege" / "templates" / "faelles"
_PAGES = (architecture, felter, fund, kolonner, kommandolinje)
_TEMPLATES = (planer, breve, gruppe, allonge)


def files() -> dict[Path, bytes]:
    """Write all of them: the content of each by its path."""
    pages = {page.FILE: page.page().encode() for page in _PAGES}
    stubs = {path: text.encode() for path, text in stub.pages().items()}
    picture = {architecture.PICTURE: architecture.picture().encode()}
    return pages | stubs | picture | {FAELLES / name: content for name, content in templates().items()}


def templates() -> dict[str, bytes]:
    """Write the Word templates, by file name."""
    return {name: content for module in _TEMPLATES for name, content in module.templates().items()}


def differing() -> dict[Path, bytes]:
    """List the files that are not what their scripts write, with what they should be."""
    return {path: content for path, content in files().items() if _read(path) != content}


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
