"""A living document read: its paragraphs with their fields, and the data that it carries."""

from __future__ import annotations

import functools
import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.errors import Finding
from botilbudlaege.rendering.living import _ambiguous, _findings, _store
from botilbudlaege.rendering.living._seen import paragraphs
from botilbudlaege.rendering.word import _known, _places, _refusals

if TYPE_CHECKING:
    from lxml import etree

    from botilbudlaege.rendering.living._paragraph import Paragraph
    from botilbudlaege.rendering.living._tagged import Control

_SHOWN = re.compile(r"word/([^/]*\.xml|_rels/[^/]*\.rels|theme/[^/]*\.xml|media/[^/]*)|docProps/core\.xml")

_TOLD = {
    _known.FONTS: _findings.OTHER_LETTERS,
    _known.PRINTS: _findings.PRINTS_FIELDS,
    _known.FETCHED_STYLES: _findings.FETCHES_STYLES,
}
"""What is not looked into, and makes a document look otherwise than it reads."""


@attrs.frozen(eq=False)
class Living:
    """What a living document holds.

    Args:
        parts: The parts of the package.
        properties: Its custom properties.
        store: The bound facts by path; None when they are lost.
        snapshot: The facts as issued, as they were written; None when they are lost.
        findings: What was found when it was opened.
        tags: The tags of controls by id, for those that have lost theirs.
        twin: Another one that shows what this one shows, to the byte: what can be seen is read there.
    """

    parts: Mapping[str, bytes]
    properties: Mapping[str, str]
    store: Mapping[str, str] | None
    snapshot: str | None
    findings: tuple[Finding, ...] = ()
    tags: Mapping[str, str] = attrs.field(factory=dict)
    twin: Living | None = None

    @functools.cached_property
    def roots(self) -> Mapping[str, etree._Element]:
        """The parts that a reader sees."""
        return _places.seen(self.parts) if self.twin is None else self.twin.roots

    @functools.cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs: the document's, then those of headers and footers."""
        if self.twin is None:
            return paragraphs(self.parts, self.roots, tags=self.tags)
        return self.twin.paragraphs

    @functools.cached_property
    def controls(self) -> tuple[Control, ...]:
        """The controls, in order."""
        return tuple(
            piece for paragraph in self.paragraphs for piece in paragraph.pieces if not isinstance(piece, str)
        )

    @functools.cached_property
    def alternatives(self) -> tuple[_ambiguous.Alternatives, ...]:
        """What says one thing to some programs and another to others."""
        if self.twin is None:
            return tuple(_ambiguous.alternatives(self.parts, self.roots))
        return self.twin.alternatives

    @functools.cached_property
    def bindings(self) -> tuple[_ambiguous.Binding, ...]:
        """The controls that are bound to anything but the document's own data."""
        return tuple(_ambiguous.bindings(self.roots)) if self.twin is None else self.twin.bindings

    @functools.cached_property
    def shown_otherwise(self) -> tuple[_ambiguous.Field, ...]:
        """The controls of which Word may show something else than their text."""
        if self.twin is None:
            return tuple(_ambiguous.shown_otherwise(self.roots))
        return self.twin.shown_otherwise

    @functools.cached_property
    def _places(self) -> _places.Places:
        return _places.Places(self.parts)

    def place(self, part: str, paragraph: int) -> str:
        """Say where a paragraph stands."""
        return self._places(part, paragraph, 0)


def open_living(content: bytes) -> Living:
    """Open a document from outside, within the limits.

    Raises:
        DocumentError: It is no docx, is too large, or holds what is refused.
    """
    package = _refusals.open_package(content)
    told = [entry() for name, entry in _TOLD.items() if name in package.dropped]
    return attrs.evolve(living(package), findings=(*package.findings, *told))


def shown(content: bytes) -> Living:
    """Read what a document of our own shows, and none of its data."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if _SHOWN.fullmatch(name)]
        parts = {name: archive.read(name) for name in names}
    return Living(parts, {}, None, None)


def tagged(found: Living, tags: Mapping[str, str]) -> Living:
    """Give a document with the tags that its controls have lost, by their ids."""
    known = {control.id for control in found.controls}
    return found if known.issuperset(tags) else attrs.evolve(found, tags=tags)


def twinned(found: Living, fresh: Living) -> Living:
    """Give a document that nobody has touched as the twin of one made anew; any other as it is."""
    seen = {name: part for name, part in found.parts.items() if _SHOWN.fullmatch(name)}
    return attrs.evolve(found, twin=fresh) if seen == fresh.parts else found


def living(parts: Mapping[str, bytes]) -> Living:
    """Read the parts of a package that has been opened.

    Raises:
        DocumentError: A part is not well-formed XML.
    """
    return Living(parts, _store.properties(parts), _store.store(parts), _store.snapshot(parts))
