"""The answer keys of the templates, and the places that are found in one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from botilbudlaege.begreber import Dokument
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.proposing import _places
from botilbudlaege.rendering.word import _refusals
from tests.packs.importing import flere, skabeloner

if TYPE_CHECKING:
    from botilbudlaege.packs.proposing._places import Place

DOKUMENT = skabeloner.DOKUMENT | flere.DOKUMENT
KEYS = Path(__file__).parent / "noegler"


def key_of(name: str) -> list[tuple[str, str]]:
    """Read an answer key: the words of each place, and the right field."""
    read_key = tomllib.loads((KEYS / f"{name}.toml").read_text(encoding="utf-8"))
    return [(each["ord"], each["felt"]) for each in read_key["sted"]]


def places(content: bytes, name: str = "") -> tuple[Place, ...]:
    """Find the places of a file."""
    kind = Dokument[DOKUMENT.get(name, "samarbejdsplan").upper()]
    return _places.places(_page.read(_refusals.open_template(content)), kind)
