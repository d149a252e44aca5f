"""A compiled template, and a render of it: its programs run, deflate, append."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from botilbudlaege._arguments import TABLE, takes
from botilbudlaege.errors import DocumentError, TemplateError
from botilbudlaege.rendering.filling import _findings
from botilbudlaege.rendering.filling._fields import CONTROLS
from botilbudlaege.rendering.filling._program import UnknownFieldError
from botilbudlaege.rendering.filling._values import NOT_XML, UnwritableError
from botilbudlaege.rendering.word import _zip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.filling._fields import Controls
    from botilbudlaege.rendering.filling._program import Program
    from botilbudlaege.rendering.filling._rounds import Numbering

_MOST_MB = 50
MAX_OUT = _MOST_MB * 1_000_000
_BREAK = re.compile(r">[^<]*?[\n\t][^<]*</w:t>")
_PARAGRAPH_END = "</w:p>"


@attrs.frozen
class Part:
    """A part with tags: its name, the function that fills it, and whether paragraphs stand inside others."""

    name: bytes
    fill: Callable[[Mapping[str, Any]], bytes]
    nested: bool


class Template:
    """A compiled template: immutable, and safe to render in many threads at once.

    Made by `compile`. Its `findings` are remarks: what the file had that nobody sees and that does not travel.
    """

    def __init__(
        self,
        blob: _zip.Blob | _zip.Packing,
        parts: tuple[Part, ...],
        replaced: tuple[bytes, ...],
        controls: Controls | None = None,
        numbering: Numbering | None = None,
    ) -> None:
        """Keep what a render needs."""
        self.findings: tuple[Finding, ...] = ()
        self.blob = blob
        self.parts = parts
        self.controls = controls
        self.replaced = replaced
        self.numbering = numbering
        self.programs: tuple[Program, ...] = ()
        """What its parts were made of, while somebody may want to keep it."""

    @takes(mapping=TABLE, replace=TABLE.or_none)
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
        return _zip.finish(_zip.packed(self.blob), filled(self, mapping, replace=replace))


def filled(
    template: Template, mapping: Mapping[str, Any], *, replace: Mapping[str, bytes] | None = None
) -> list[tuple[bytes, bytes]]:
    """Give the parts of a render that change from one to the next, each with its name.

    Raises:
        TemplateError: As `Template.render`.
        DocumentError: As `Template.render`.
    """
    members = [(name, (replace or {})[name.decode()]) for name in template.replaced]
    size = 0
    filling = None if template.controls is None else template.controls.fill()
    mapping = mapping if filling is None else {**mapping, CONTROLS: filling}
    rounds = None if template.numbering is None else template.numbering.fill()
    try:
        for part in template.parts:
            content = part.fill(mapping)
            if b"\n" in content or b"\t" in content:
                content = _with_breaks(content.decode(), nested=part.nested).encode()
            if rounds is not None:
                content = rounds.number(content.decode()).encode()
            size += len(content)
            members.append((part.name, content))
    except UnknownFieldError as error:
        raise TemplateError(_findings.UNKNOWN_FIELD(felt=error.name)) from error
    except UnwritableError as error:
        raise DocumentError(*_unwritable(mapping)) from error
    except TypeError as error:
        raise TemplateError(_findings.WRONG_TYPE()) from error
    if rounds is not None:
        members.append(rounds.finish())
        size += len(members[-1][1])
    if size > MAX_OUT:
        raise DocumentError(_findings.DOCUMENT_TOO_LARGE(mb=_MOST_MB))
    if filling is not None:
        members.append(filling.finish())
    return members


# Faults that show only now --------------------------------------------------------------------------


def _unwritable(mapping: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Say which values hold a character that XML cannot; else it stands in a tag."""
    return tuple(_unwritten(mapping)) or (_findings.CONTROL_CHARACTER(place="skabelonen"),)


def _unwritten(value: Any, path: str = "") -> Iterator[Finding]:
    """Find the values that hold a character that XML cannot."""
    if isinstance(value, str):
        if NOT_XML.search(value):
            yield _findings.TEXT_UNWRITABLE(path=path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unwritten(item, f"{path}.{key}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _unwritten(item, f"{path}[{index}]")


# Line breaks and tabs in values, as docxtpl writes them in Word: only where a render holds any.


def _with_breaks(xml: str, *, nested: bool) -> str:
    """Turn line breaks and tabs within texts into Word's.

    docxtpl works paragraph by paragraph, so only the paragraphs that hold one are given to it; where paragraphs
    stand inside others (text boxes) it gets the whole part.
    """
    if nested:
        return _docxtpl(xml)
    pieces = []
    done = 0
    for start, end in _paragraphs_with_breaks(xml):
        pieces += [xml[done:start], _docxtpl(xml[start:end])]
        done = end
    return "".join([*pieces, xml[done:]])


def _paragraphs_with_breaks(xml: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    position = 0
    while match := _BREAK.search(xml, position):
        end = xml.find(_PARAGRAPH_END, match.end()) + len(_PARAGRAPH_END)
        start = max(xml.rfind("<w:p>", position, match.start()), xml.rfind("<w:p ", position, match.start()))
        found.append((start, end))
        position = end
    return found


def _docxtpl(xml: str) -> str:
    from docxtpl import DocxTemplate  # noqa: PLC0415 - only such a value needs it

    return str(DocxTemplate.resolve_listing(cast("DocxTemplate", None), xml))
