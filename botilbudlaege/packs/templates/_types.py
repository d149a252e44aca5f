"""The names that the templates of each kind of document see, each with its type, so that tags can be checked without facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.domain._fields import Type
from botilbudlaege.packs.folder._manifest import Afsender
from botilbudlaege.packs.templates import _context

if TYPE_CHECKING:
    from botilbudlaege.begreber import Dokument

TEKST, TAL, JA_NEJ = Type(kind="tekst"), Type(kind="tal"), Type(kind="ja/nej")


def names(kind: Dokument) -> dict[str, Type]:
    """List what the templates of a kind of document see: `plan`, the subject under its own name, `pakke`."""
    roots = {**_context.roots(SUBJEKTER[kind]), "pakke": Afsender}
    return {name: Type(kind="objekt", cls=cls) for name, cls in roots.items()}
