"""A compiled template, and a render of it: Jinja, escape, deflate, append."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs
import jinja2

from botilbudlaege.errors import DocumentError, TemplateError
from botilbudlaege.rendering.engine import _faults, _findings
from botilbudlaege.rendering.engine._environment import UnwritableError
from botilbudlaege.rendering.engine._fields import CONTROLS
from botilbudlaege.rendering.engine._values import resolve
from botilbudlaege.rendering.word import _refusals, _zip

if TYPE_CHECKING:
    from botilbudlaege.rendering.engine._fields import Controls

MAX_OUT = 50 * _refusals.MB


@attrs.frozen
class Part:
    """A part with tags: its name, the function that fills it, and whether paragraphs stand inside others."""

    name: bytes
    fill: Callable[[Mapping[str, Any]], str]
    nested: bool


class Template:
    """A compiled template: immutable, and safe to render in many threads at once.

    Made by `compile`.
    """

    def __init__(
        self,
        blob: _zip.Blob,
        parts: tuple[Part, ...],
        replaced: tuple[bytes, ...],
        controls: Controls | None = None,
    ) -> None:
        """Keep what a render needs."""
        self._blob = blob
        self.parts = parts
        self.controls = controls
        self._replaced = replaced

    def render(self, mapping: Mapping[str, Any], *, replace: Mapping[str, bytes] | None = None) -> bytes:
        """Fill the template.

        Args:
            mapping: The values by name: nested mappings, lists, text, and what the environment prints.
            replace: Contents for the parts that were named in `compile`.

        Returns:
            The docx.

        Raises:
            TemplateError: The template asks for what the mapping does not have.
            DocumentError: A value holds a character that Word cannot, or the document would be too large.
        """
        members = [(name, (replace or {})[name.decode()]) for name in self._replaced]
        size = 0
        filling = None if self.controls is None else self.controls.fill()
        mapping = mapping if filling is None else {**mapping, CONTROLS: filling}
        try:
            for part in self.parts:
                content = resolve(part.fill(mapping), nested=part.nested).encode("utf-8")
                size += len(content)
                members.append((part.name, content))
        except jinja2.UndefinedError as error:
            raise TemplateError(_faults.unknown_field(str(error))) from error
        except UnwritableError as error:
            raise DocumentError(*_faults.unwritable(mapping)) from error
        except TypeError as error:
            raise TemplateError(_findings.WRONG_TYPE()) from error
        if size > MAX_OUT:
            raise DocumentError(_findings.DOCUMENT_TOO_LARGE(mb=MAX_OUT // _refusals.MB))
        if filling is not None:
            members.append(filling.finish())
        return _zip.finish(self._blob, members)
