"""`Templates`: the Word templates of a pack, each with its clauses in place, and what they see."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from botilbudlaege._version import __version__
from botilbudlaege.errors import Finding, TemplateError
from botilbudlaege.packs.templates import _context, _kept
from botilbudlaege.packs.templates._kept import Ready
from botilbudlaege.packs.templates._making import making

if TYPE_CHECKING:
    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs.folder._stack import Stack
    from botilbudlaege.packs.templates._template import PackTemplate
    from botilbudlaege.rendering.word._refusals import Package


class Templates:
    """The Word templates of a pack; each is made when it is first asked for.

    Args:
        stack: The layers of the pack.
    """

    def __init__(self, stack: Stack) -> None:
        """Keep the layers."""
        self.stack = stack
        self._made: dict[Dokument, PackTemplate] = {}
        self._opened: dict[Dokument, Package] = {}
        self._ready: dict[tuple[Dokument, bool, bool], Ready] = {}

    def context(self, subject: Fakta) -> dict[str, Any]:
        """Build what the templates see of a subject."""
        return self.context_and_digest(subject)[0]

    def context_and_digest(self, subject: Fakta) -> tuple[dict[str, Any], str]:
        """Build what the templates see of a subject, with the digest of its facts."""
        facts, digest = _context.facts_and_digest(subject)
        return {**facts, "pakke": self._sender}, digest

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

    def opened(self, kind: Dokument) -> Package:
        """Open the Word file of a kind of document, as it is without its clauses; it is kept until they are put in.

        Raises:
            PackError: No layer has such a document.
            DocumentError: The Word file cannot be opened.
        """
        from botilbudlaege.packs.templates import _spliced  # noqa: PLC0415 - as in `spliced`

        self._opened[kind] = _spliced.opened(self.stack.word_file(kind))
        return self._opened[kind]

    def spliced(self, kind: Dokument) -> tuple[PackTemplate, tuple[Finding, ...]]:
        """Put the clauses into a document's template, as far as they can be; and list what is in the way.

        Raises:
            PackError: No layer has such a document.
            DocumentError: The Word file cannot be opened.
        """
        from botilbudlaege.packs.templates import _spliced  # noqa: PLC0415 - what is kept is not spliced

        package = self._opened.pop(kind, None)
        return _spliced.spliced(
            self.stack, kind, context=self.context, provenance=self.provenance, package=package
        )

    def ready(self, kind: Dokument, *, draft: bool, living: bool) -> Ready:
        """Give what a render needs of a kind of document: as it was kept on this machine, else compiled now and kept.

        Raises:
            PackError: No layer has such a document.
            TemplateError: With everything that is wrong in the template.
        """
        asked = kind, draft, living
        if asked not in self._ready:
            with making():
                if asked not in self._ready:
                    self._ready[asked] = _kept.read(self.stack, *asked) or self._compiled(*asked)
        return self._ready[asked]

    def digests(self, kind: Dokument, *, draft: bool) -> tuple[str, str]:
        """Give the digests of a living document's template, see `PackTemplate`: as they were kept, else worked out.

        Raises:
            PackError: No layer has such a document.
            TemplateError: A clause cannot be put in place.
        """
        asked = kind, draft, True
        ready = self._ready.get(asked) or _kept.read(self.stack, *asked)
        if ready is not None:
            self._ready[asked] = ready
        of = ready or self.template(kind)
        return of.digest, of.content

    def _compiled(self, kind: Dokument, draft: bool, living: bool) -> Ready:  # noqa: FBT001 - as asked
        made = self.template(kind)
        compiled_of = made.compiled_of(draft=draft, living=living)
        template = _kept.template(kind, compiled_of)
        if template is None:
            template = made.compiled(draft=draft, living=living)
            _kept.keep(template, compiled_of)
        ready = Ready(
            template,
            core=made.core,
            digest=made.digest if living else "",
            content=made.content if living else "",
            unready=made.unready if draft else (),
        )
        _kept.write(self.stack, ready, kind=kind, draft=draft, living=living, compiled_of=compiled_of)
        return ready
