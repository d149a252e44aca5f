"""Judges: programs that hold a document against the standard, and what we hold it against besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import audit
from tests.rendering.living.selfcheck import selfcheck
from tests.witnesses import ours, sdk
from tests.witnesses.witness import Witness

if TYPE_CHECKING:
    from botilbudlaege import Document


def _sdk(content: bytes, _document: Document) -> list[str]:
    return [str(error) for error in sdk.errors(content)]


JUDGES = (
    Witness(
        "Open XML SDK",
        "3.5.1",
        "MIT",
        "Microsoft's own validator: Office 2010, Office 2013 and Microsoft 365",
        "a row or a cell with nothing in it, a style or a list that is not defined, and nearly all of a control: its "
        "identity, its binding, its list of choices, its prompt, the order of its properties",
        _sdk,
    ),
    Witness(
        "openxml-audit",
        "0.8",
        "MIT",
        "holds the document against the grammar of the standard, part by part",
        "a block control in a paragraph, a size that is no number, and what the SDK does not see of a control; it takes the kind of a prompt, `bbPlcHdr`, for unknown, which is its own mistake",
        lambda content, _document: audit.faults(content),
    ),
    Witness(
        "our own rules",
        "ours",
        "MIT",
        "what neither of them sees. Of a control: its identity, its titles, the order of its properties, its choices, "
        "its prompt, its binding, and that it shows what it stores (`selfcheck`). Of the rest: words outside of text, fields "
        "and bookmarks without an end, styles in a circle, properties of the file twice",
        "grammar, which the others have",
        lambda content, _document: [*map(str, selfcheck(content)), *ours.faults(content)],
    ),
)
