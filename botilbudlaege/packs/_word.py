"""`WordTemplate`: a pack's Word template as an application sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from botilbudlaege.domain import Fakta
from botilbudlaege.rendering import Environment


@attrs.frozen(kw_only=True)
class WordTemplate:
    """The Word template of a kind of document, with its clauses in place; it also works in docxtpl.

    Args:
        docx: The template.
        context: Builds what it sees of a subject.
        environment: The Jinja environment that fills it.
    """

    docx: bytes = attrs.field(repr=False)
    context: Callable[[Fakta], dict[str, Any]] = attrs.field(repr=False)
    environment: Environment = attrs.field(repr=False)
