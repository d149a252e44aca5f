"""Judges: programs that hold a document against the standard, and what we hold it against besides."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from openxml_audit import OpenXmlValidator

from tests.rendering.living.selfcheck import selfcheck
from tests.witnesses import ours, sdk
from tests.witnesses.witness import Witness

if TYPE_CHECKING:
    from botilbudlaege import Document

FALSE_ALARM = "'bbPlcHdr' is not in"
"""openxml-audit knows the kind of a prompt by another list."""


def _sdk(content: bytes, _document: Document) -> list[str]:
    return [str(error) for error in sdk.errors(content)]


def audit(content: bytes) -> list[str]:
    """Ask openxml-audit, but for its false alarm."""
    with tempfile.TemporaryDirectory() as folder:  # it opens files by name only
        path = Path(folder) / "document.docx"
        path.write_bytes(content)
        errors = _validator().validate(path).errors
    return [str(error) for error in errors if FALSE_ALARM not in str(error)]


@functools.cache
def _validator() -> OpenXmlValidator:
    """Make it once: a fifth of what a document takes is spent on its rules."""
    return OpenXmlValidator()


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
        lambda content, _document: audit(content),
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
