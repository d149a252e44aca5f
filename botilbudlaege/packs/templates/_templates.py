"""`Templates`: the Word templates of a pack, each with its clauses in place, and what they see."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege._version import __version__
from botilbudlaege.errors import DocumentError, Finding, TemplateError
from botilbudlaege.packs.clauses import _splice
from botilbudlaege.packs.templates import _context, _letterhead
from botilbudlaege.packs.templates._making import making
from botilbudlaege.packs.templates._template import PackTemplate, Where
from botilbudlaege.rendering.engine import _compile
from botilbudlaege.rendering.word import _package, _places, _refusals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs.folder._stack import Stack, WordFile


class Templates:
    """The Word templates of a pack; each is made when it is first asked for.

    Args:
        stack: The layers of the pack.
    """

    def __init__(self, stack: Stack) -> None:
        """Keep the layers."""
        self.stack = stack
        self._made: dict[Dokument, PackTemplate] = {}

    def context(self, subject: Fakta) -> dict[str, Any]:
        """Build what the templates see of a subject."""
        return {**_context.facts(subject), "pakke": self._sender}

    @functools.cached_property
    def _sender(self) -> dict[str, Any]:
        return _context.sender(self.stack.afsender)

    @functools.cached_property
    def provenance(self) -> dict[str, str]:
        """What a document says of the pack that it was made from."""
        manifest = self.stack.top.manifest
        return {
            "botilbudlaege.pakke": f"{manifest.id} {manifest.version}",
            "botilbudlaege.lag": ", ".join(layer.manifest.id for layer in self.stack.layers),
            "botilbudlaege.regelsaet": self.stack.regelsaet.id,
            "botilbudlaege.version": __version__,
        }

    def template(self, kind: Dokument) -> PackTemplate:
        """Give the Word template of a kind of document, with its clauses in place.

        Raises:
            PackError: No layer has such a document.
            TemplateError: A clause cannot be put in place.
        """
        if kind not in self._made:
            with making():
                if kind not in self._made:
                    template, findings = self.spliced(kind)
                    if findings:
                        raise TemplateError(*findings)
                    self._made[kind] = template
        return self._made[kind]

    def opened(self, kind: Dokument) -> _refusals.Package:
        """Open the Word file of a kind of document, as it is without its clauses.

        Raises:
            PackError: No layer has such a document.
            DocumentError: The Word file cannot be opened.
        """
        return _opened(self.stack.word_file(kind))

    def spliced(self, kind: Dokument) -> tuple[PackTemplate, tuple[Finding, ...]]:
        """Put the clauses into a document's template, as far as they can be; and list what is in the way.

        Raises:
            PackError: No layer has such a document.
            DocumentError: The Word file cannot be opened.
        """
        file, package = self.stack.word_file(kind), self.opened(kind)
        places = _places.Places(package)
        spliced = _splice.splice(
            package, self.stack.clauses, where=lambda *spot: f"{file.place}, {places(*spot)}"
        )
        logo = self.stack.logo
        parts = _package.with_properties(
            spliced.parts if logo is None else _letterhead.with_logo(spliced.parts, logo),
            title=file.post.titel or "",
            creator=self.stack.top.manifest.navn,
            custom=self.provenance,
        )
        where = Where(file.place, places, spliced.origins)
        remarks = package.remark(file.place)
        made = PackTemplate(
            kind, parts, context=self.context, where=where, remarks=remarks, rows=file.post.tomme_raekker
        )
        lost = _compile.tags_lost(package.loose)
        return made, (*spliced.findings, *_within(lost, file.place))


def _opened(file: WordFile) -> _refusals.Package:
    """Open a Word template; what is wrong with it is told with its name."""
    try:
        return _refusals.open_template(file.docx)
    except DocumentError as error:
        raise type(error)(*_within(error.findings, file.place)) from error


def _within(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    """Give findings on a Word file with its name before their places."""
    return (attrs.evolve(each, place=f"{file}, {each.place}".rstrip(", ")) for each in findings)
