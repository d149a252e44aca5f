"""A pack of one's own with a clause: what it is made of, and what is in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = """\
# Pakkens id.
id = "proeve"
navn = "Prøve" # i brevhovedet
version = "1"
bygger_paa = "faelles"
"""
WORDS = "Planen kan opsiges **skriftligt** af {{ plan.botilbud.navn }}.\n"


def contents(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder, by their places in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
