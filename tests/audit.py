"""openxml-audit: a document held against the grammar of the standard; each part once."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from openxml_audit import OpenXmlValidator
from openxml_audit.schema.validator import SchemaValidator

from botilbudlaege import _digest

if TYPE_CHECKING:
    from openxml_audit.context import ValidationContext
    from openxml_audit.errors import ValidationError
    from openxml_audit.parts import OpenXmlPart

FALSE_ALARM = "'bbPlcHdr' is not in"
"""openxml-audit knows the kind of a prompt by another list."""


class _Grammar(SchemaValidator):  # type: ignore[misc] # openxml-audit has no types
    """The grammar of a part, which nothing outside of the part changes: one that was right is right in every document."""

    def __init__(self) -> None:
        super().__init__()
        self._right: set[str] = set()

    def validate_part(self, part: OpenXmlPart, context: ValidationContext) -> list[ValidationError]:
        content = _digest.of_content(part.raw_content or b"")
        if content in self._right:
            return list(context.errors)
        before = len(context.errors)
        super().validate_part(part, context)
        if len(context.errors) == before:
            self._right.add(content)
        return list(context.errors)


def faults(content: bytes) -> list[str]:
    """Ask about a document, but for the false alarm."""
    return [error for error in errors(content) if FALSE_ALARM not in error]


def errors(content: bytes) -> list[str]:
    """Ask about a document: its parts by themselves, and what they say of each other."""
    with tempfile.TemporaryDirectory() as folder:  # it opens files by name only
        path = Path(folder) / "document.docx"
        path.write_bytes(content)
        return [str(error) for error in _validator().validate(path).errors]


@functools.cache
def _validator() -> OpenXmlValidator:
    """Make it once: a fifth of what a document takes is spent on its rules."""
    validator = OpenXmlValidator()
    validator._schema_validator = _Grammar()  # noqa: SLF001 - it takes no other from outside
    return validator
