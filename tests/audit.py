"""openxml-audit: a document held against the grammar of the standard; each part, and each block of a text, once."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree
from openxml_audit import OpenXmlValidator
from openxml_audit.context import ElementContext
from openxml_audit.schema.validator import SchemaValidator

from botilbudlaege import _digest
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from openxml_audit.context import ValidationContext
    from openxml_audit.errors import ValidationError
    from openxml_audit.parts import OpenXmlPart

FALSE_ALARM = "'bbPlcHdr' is not in"
"""openxml-audit knows the kind of a prompt by another list."""

BODY = f"{W}body"


class _Grammar(SchemaValidator):  # type: ignore[misc] # openxml-audit has no types
    """The grammar, which knows the blocks of a body again.

    What it says of an element comes of what is in it, and of the two elements above it; but for the place, which is told anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[object, ...], list[tuple[ValidationError, str]]] = {}

    def _validate_element(
        self, element: etree._Element, context: ValidationContext, ignorable_ns: frozenset[str] = frozenset()
    ) -> None:
        around = element.getparent()
        if around is None or around.tag != BODY:
            super()._validate_element(element, context, ignorable_ns)
            return
        with ElementContext(context, element):
            place = context.current_path
        known = getattr(around.getparent(), "tag", None), ignorable_ns, etree.tostring(element)
        if known in self._said:
            context.errors += [
                replace(error, path=place + inside, part_uri=context.part_uri)
                for error, inside in self._said[known]
            ]
            return
        before = len(context.errors)
        super()._validate_element(element, context, ignorable_ns)
        self._said[known] = [(error, error.path.removeprefix(place)) for error in context.errors[before:]]


def _once(validator: Any) -> None:
    """Let a validator of parts know again those that it had no word against, in any document.

    What it says of a part comes of the part, its relationships, and whether there is what they lead to.
    """
    right, asked = set[tuple[object, ...]](), validator.validate_part

    def validate_part(part: OpenXmlPart, context: ValidationContext) -> list[ValidationError]:
        leads = [
            (
                each.id,
                each.type,
                each.target,
                each.target_mode,
                context.package.has_part(each.resolve_target(part.uri)),
            )
            for each in part.relationships
        ]
        known = part.uri, part.content_type, _digest.of_content(part.raw_content or b""), *leads
        if known not in right:
            before = len(context.errors)
            asked(part, context)
            if len(context.errors) == before:
                right.add(known)
        return list(context.errors)

    validator.validate_part = validate_part


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
    validator._schema_validator = _Grammar()  # noqa: SLF001 - it takes no others from outside
    _once(validator._schema_validator)  # noqa: SLF001
    _once(validator._semantic_validator_word)  # noqa: SLF001
    return validator
