"""Documents of all kinds, in every way of making them, for the witnesses to look at."""

from __future__ import annotations

import functools

import attrs

from botilbudlaege import Document, DocumentError, domain, load, render
from botilbudlaege.data import document_of
from tests.builders import EXAMPLES

PACKS = ("faelles", "midtjylland")
WAYS = {
    "final": {"draft": False, "living": False},
    "draft": {"draft": True, "living": False},
    "living": {"draft": False, "living": True},
    "form": {"draft": True, "living": True},
}
"""The ways of making a document: of what is known, or of what is not; and without its facts, or with them."""


@attrs.frozen
class Made:
    """A document, and what it is.

    Args:
        name: What it was made of.
        kind: The kind of document.
        way: One of `WAYS`.
        pack: The pack.
        document: The document.
    """

    name: str
    kind: str
    way: str
    pack: str
    document: Document = attrs.field(repr=False, eq=False)

    def __str__(self) -> str:
        """Name it in a line."""
        return f"{self.name}, {self.way}, {self.pack}"


@functools.cache
def documents() -> tuple[Made, ...]:
    """Make every example and every blank, in each way and pack in which it can be made."""
    subjects = [(path.stem, str(document_of(path)), load(path)) for path in sorted(EXAMPLES.glob("*.toml"))]
    blanks = [(f"blank {kind}", str(kind), cls()) for kind, cls in domain.SUBJEKTER.items()]
    made = (
        _made(name, kind, subject, way, pack)
        for name, kind, subject in (*subjects, *blanks)
        for way in (("draft", "form") if _is_open(name) else ("final", "living"))
        for pack in PACKS
    )
    return tuple(filter(None, made))


def _is_open(name: str) -> bool:
    return name.startswith("blank") or "ufuldstaendig" in name


def _made(name: str, kind: str, subject: domain.Fakta, way: str, pack: str) -> Made | None:
    try:
        return Made(name, kind, way, pack, render(subject, kind, pack=pack, **WAYS[way]))
    except DocumentError:  # an addendum of nothing cannot be a form: its text depends on what changes
        assert (name, way) == ("blank allonge", "form")
        return None
