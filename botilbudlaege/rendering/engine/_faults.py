"""The faults that show when a template is filled, in Danish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from botilbudlaege.rendering.engine import _findings
from botilbudlaege.rendering.engine._environment import NOT_XML

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.errors import Finding


def unwritable(mapping: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Say which values hold a character that XML cannot; else it stands in a tag."""
    return tuple(_unwritable(mapping)) or (_findings.CONTROL_CHARACTER(place="skabelonen"),)


def unknown_field(message: str) -> Finding:
    """Say which field there is none of, of which Jinja complains."""
    names = re.findall(r"'([^']+)'", message)
    return _findings.UNKNOWN_FIELD(felt=names[-1]) if names else _findings.UNKNOWN_FIELDS()


def _unwritable(value: Any, path: str = "") -> Iterator[Finding]:
    """Find the values that hold a character that XML cannot."""
    if isinstance(value, str):
        if NOT_XML.search(value):
            yield _findings.TEXT_UNWRITABLE(path=path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unwritable(item, f"{path}.{key}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _unwritable(item, f"{path}[{index}]")
