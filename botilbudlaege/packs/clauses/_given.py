"""Given clauses, which are no pack's: a caller brings an id and a text, in place of a pack's clause of that id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from botilbudlaege import _digest
from botilbudlaege._arguments import one, several, wrong_type
from botilbudlaege.errors import DataError, within
from botilbudlaege.packs.clauses import _findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbudlaege.packs.clauses._markdown import Clause

ID = re.compile(r"[a-z][a-z0-9_]*")
"""What the id of a pack or of a clause is made of."""
_DIGEST = 12  # hexadecimal digits, enough to tell the versions of a clause apart
PROPERTY = "botilbudlaege.klausuler"
G = TypeVar("G", bound="Given")


def _id(_: Any, __: Any, value: Any) -> None:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise DataError(_findings.BAD_ID(path="id"))


def _text(_: Any, __: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise DataError(*within(wrong_type(value, _findings.NOT_TEXT).findings, "text"))


@attrs.frozen
class Given:
    """A clause that is no pack's: its id and its text, as `klausuler/<id>.md` has it.

    Raises:
        DataError: The id cannot be one, or the text is no text.
    """

    id: str = attrs.field(validator=_id)
    text: str = attrs.field(validator=_text, repr=False)

    @property
    def place(self) -> str:
        """What findings call it."""
        return f"klausulen {self.id}"

    def parsed(self) -> Clause:
        """Read the text.

        Raises:
            TemplateError: It is empty, uses more of Markdown than a clause has, or has tags that are not balanced.
        """
        from botilbudlaege.packs.clauses import _markdown  # noqa: PLC0415 - a pack's own clauses may be kept

        return _markdown.parse(self.text, place=self.place)


CLAUSES = several(one(Given, hvad="en klausul", angiv="en Klausul"), "en liste af klausuler").or_none
"""What a caller gives."""


def given(clauses: Sequence[G] | None) -> tuple[G, ...]:
    """Take the clauses that a caller gives, if any."""
    return tuple(clauses or ())


def provenance(clauses: tuple[Given, ...]) -> dict[str, str]:
    """Say of a document which clauses it was given, each with a digest of its text."""
    digests = ((clause.id, _digest.of_facts(clause.text).partition(":")[2]) for clause in clauses)
    said = ", ".join(f"{key} {digest[:_DIGEST]}" for key, digest in digests)
    return {PROPERTY: said} if said else {}
