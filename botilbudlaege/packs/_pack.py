"""`Pack`, as an application sees it; what the package itself works with is inside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from botilbudlaege import domain
from botilbudlaege._arguments import TEXT, one, takes
from botilbudlaege.domain._dokumenter import KIND, SUBJECT
from botilbudlaege.packs.templates import _context

if TYPE_CHECKING:
    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs._word import WordTemplate
    from botilbudlaege.packs.folder._origin import Origin
    from botilbudlaege.packs.templates._templates import Templates
    from botilbudlaege.rendering import Environment
    from botilbudlaege.rules import Regelsaet


class Pack:
    """A template pack with the packs it builds on; a document or clause comes from the top-most that has it.

    Made by `packs.load`.

    >>> from botilbudlaege import packs
    >>> pack = packs.load("midtjylland")
    >>> pack.navn, pack.layers
    ('Region Midtjylland', ('midtjylland', 'faelles'))
    """

    def __init__(self, templates: Templates) -> None:
        """Keep its templates and, in them, its layers."""
        self._templates = templates

    @property
    def id(self) -> str:
        """The pack's id, which is the name of its folder."""
        return self._templates.stack.id

    @property
    def navn(self) -> str:
        """The name in the letterhead."""
        return self._templates.stack.top.manifest.navn

    @property
    def version(self) -> str:
        """The version of the pack."""
        return self._templates.stack.top.manifest.version

    @property
    def layers(self) -> tuple[str, ...]:
        """The ids of the pack and of those it builds on, its own first."""
        return tuple(layer.manifest.id for layer in self._templates.stack.layers)

    @property
    def documents(self) -> tuple[str, ...]:
        """The kinds of document that it can make."""
        return tuple(map(str, self._templates.stack.documents))

    @property
    def regelsaet(self) -> Regelsaet:
        """The national rules, with the values that the top-most layer sets of those that they leave open."""
        return self._templates.stack.regelsaet

    @property
    def environment(self) -> Environment:
        """The Jinja environment of its templates, which also works in docxtpl: anew each time, so that it may be changed."""
        from botilbudlaege.packs.templates._template import fresh_environment  # noqa: PLC0415 - Jinja is loaded with it

        return fresh_environment(draft=False)

    @takes(subject=SUBJECT)
    def context(self, subject: Fakta) -> dict[str, Any]:
        """Build what its templates see of a subject: anew each time, so that it may be changed.

        Raises:
            DataError: No document is made of such a subject.
        """
        return _context.facts(subject) | {"pakke": _context.sender(self._templates.stack.afsender)}

    @takes(kind=KIND)
    def template(self, kind: str) -> WordTemplate:
        """Give the Word template of a kind of document, with its clauses in place.

        Raises:
            PackError: No layer has such a document.
            TemplateError: A clause cannot be put in place.
        """
        from botilbudlaege.packs._word import WordTemplate  # noqa: PLC0415 - as above

        made = self._templates.template(domain.dokument(kind))
        return WordTemplate(docx=made.docx, context=self.context, environment=self.environment)

    @takes(key=TEXT)
    def origin(self, key: str) -> Origin:
        """Say which layer a document, clause or value comes from, and why.

        Args:
            key: `dokument.<kind>`, `klausul.<id>` or `vaerdi.<name>`: `eksempler`, `temaer`, `timetrin`, `underskrift`.

        Raises:
            PackError: The pack has no such thing.
        """
        from botilbudlaege.packs.folder import _origin  # noqa: PLC0415 - only who asks needs it

        return _origin.origin(self._templates.stack, key)

    @takes(kind=KIND)
    def oplysninger(self, kind: str) -> Fakta:
        """Give the facts that the pack itself has for a kind of document: a region's group, its time plan.

        They stand in `oplysninger/<kind>.toml` of the top-most layer that has them.

        Raises:
            PackError: No layer has such facts.
            DataError: They cannot be right.

        >>> from botilbudlaege import packs
        >>> packs.load("midtjylland").oplysninger("kommissorium").region.name
        'MIDTJYLLAND'
        """
        return self._templates.stack.oplysninger(domain.dokument(kind))


PACK = one(
    str, os.PathLike, Pack, hvad="en skabelonpakke", angiv="dens id, stien til dens mappe eller en Pack"
)


def inside(pack: Pack) -> Templates:
    """Give what is inside a pack: its templates and layers, with which the package itself works."""
    return pack._templates  # noqa: SLF001 - so that applications do not meet it
