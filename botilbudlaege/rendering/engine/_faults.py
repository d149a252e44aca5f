"""The faults that show when a template is filled, in Danish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from botilbudlaege.errors import Finding
from botilbudlaege.rendering.engine._environment import NOT_XML

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def too_large(megabytes: int) -> Finding:
    """Say that the document would be too large."""
    return Finding(
        code="too-large",
        message=f"Dokumentet ville fylde over {megabytes} MB.",
        remedy="Del det op.",
    )


def unwritable(mapping: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Say which values hold a character that XML cannot; else it stands in a tag."""
    return tuple(_unwritable(mapping)) or (
        Finding(
            code="control-character",
            message="En mærkning har et tegn, som Word ikke kan gemme.",
            remedy="Ret mærkningen.",
            place="skabelonen",
        ),
    )


def unknown_field(message: str) -> Finding:
    """Say which field there is none of, of which Jinja complains."""
    names = re.findall(r"'([^']+)'", message)
    field = f"feltet {names[-1]}" if names else "et felt"
    return Finding(
        code="unknown-field",
        message=f"Skabelonen bruger {field}, som ikke findes.",
        remedy="Ret feltets navn.",
    )


def wrong_type() -> Finding:
    """Say that a value is of a type that the tag cannot use."""
    return Finding(
        code="wrong-type",
        message="Skabelonen sammenligner eller gennemløber en værdi af en type, der ikke passer.",
        remedy="Ret mærkningen.",
    )


def _unwritable(value: Any, path: str = "") -> Iterator[Finding]:
    """Find the values that hold a character that XML cannot."""
    if isinstance(value, str):
        if NOT_XML.search(value):
            yield Finding(
                code="control-character",
                message="Teksten har et tegn, som Word ikke kan gemme.",
                remedy="Skriv teksten igen.",
                path=path,
            )
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unwritable(item, f"{path}.{key}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _unwritable(item, f"{path}[{index}]")
