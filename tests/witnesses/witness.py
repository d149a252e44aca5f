"""A witness: a program of others that says whether a document is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from botilbudlaege import Document


@attrs.frozen
class Witness:
    """A program of others, and what can be asked of it.

    Args:
        name: What it is called.
        version: Its version.
        licence: Its licence.
        says: What it is asked, for the page that lists it.
        silent: What it does not see, or sees otherwise; each is a limit of its own.
        objections: Ask it about a file, and the document that it is to be. What it gives is empty for a file that is
            right; an exception is its objection too.
    """

    name: str
    version: str
    licence: str
    says: str
    silent: str
    objections: Callable[[bytes, Document], Sequence[str]]

    def asked(self, content: bytes, document: Document) -> list[str]:
        """Ask it, whatever it answers with."""
        try:
            return list(self.objections(content, document))
        except Exception as error:  # noqa: BLE001 - that it cannot open a document is what it says
            return [f"{type(error).__name__}: {error}"]


def differing(seen: Sequence[str], expected: Sequence[str]) -> list[str]:
    """Tell where two rows of words part; nothing for the same."""
    if list(seen) == list(expected):
        return []
    pairs = enumerate(zip(seen, expected, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(seen), len(expected)))
    before = max(at - 2, 0)
    between = "" if isinstance(seen, str) else " "
    return [f"»{between.join(seen[before : at + 6])}« for »{between.join(expected[before : at + 6])}«"]


def letters(text: str) -> str:
    """Give a text without its white space, for a program that joins the words on either side of some."""
    return "".join(text.split())
