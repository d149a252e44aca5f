"""A loaded pack: its layers, its clauses, and the Word templates they make."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import botilbudlaege
from botilbudlaege import domain, rendering, rules
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import DocumentError, Finding, PackError, TemplateError, within
from botilbudlaege.packs import _context, _layers, _manifest, _splice
from botilbudlaege.packs._filters import FILTERS, PRINTERS
from botilbudlaege.rendering import Environment, Template, _package, _refusals

if TYPE_CHECKING:
    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs._clauses import Block
    from botilbudlaege.packs._layers import Layer
    from botilbudlaege.packs._manifest import Manifest


class PackTemplate:
    """A pack's Word template of one kind, with its clauses in place.

    Args:
        docx: The template: a plain docxtpl template.
        pack: The pack.
    """

    def __init__(self, docx: bytes, pack: Pack) -> None:
        """Keep template and pack; it is compiled when it is first rendered."""
        self.docx = docx
        self._pack = pack
        self._compiled: dict[bool, Template] = {}

    @property
    def environment(self) -> Environment:
        """The Jinja environment of the template; it also works in docxtpl."""
        return self._pack.environment

    def context(self, subject: Fakta) -> dict[str, Any]:
        """Build what the template sees of a subject."""
        return self._pack.context(subject)

    def compiled(self, *, draft: bool) -> Template:
        """Give the compiled template, for finals or for drafts.

        Raises:
            TemplateError: With everything that is wrong in the template's tags.
        """
        if draft not in self._compiled:
            try:
                self._compiled[draft] = rendering.compile(
                    self.docx, environment=environment(draft=draft), replaced=(_package.CUSTOM,)
                )
            except TemplateError as error:
                raise TemplateError(
                    *(
                        attrs.evolve(finding, place=f"{self._pack.id}: {finding.place}")
                        for finding in error.findings
                    )
                ) from error
        return self._compiled[draft]


class Pack:
    """A template pack with the packs it builds on; a document or clause comes from the top-most that has it.

    Made by `packs.load`.

    >>> from botilbudlaege import packs
    >>> pack = packs.load("midtjylland")
    >>> pack.navn, pack.layers
    ('Region Midtjylland', ('midtjylland', 'faelles'))
    """

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        """Keep the layers, the pack's own first."""
        self._layers = layers
        self._templates: dict[Dokument, PackTemplate] = {}

    @property
    def manifest(self) -> Manifest:
        """The pack's own `pakke.toml`."""
        return self._layers[0].manifest

    @property
    def id(self) -> str:
        """The pack's id, which is the name of its folder."""
        return self.manifest.id

    @property
    def navn(self) -> str:
        """The name in the letterhead."""
        return self.manifest.navn

    @property
    def version(self) -> str:
        """The version of the pack."""
        return self.manifest.version

    @property
    def layers(self) -> tuple[str, ...]:
        """The ids of the pack and of those it builds on, its own first."""
        return tuple(layer.manifest.id for layer in self._layers)

    @property
    def documents(self) -> tuple[str, ...]:
        """The kinds of document that it can make."""
        return tuple(str(kind) for kind in Dokument if any(kind in layer.documents for layer in self._layers))

    @property
    def environment(self) -> Environment:
        """The Jinja environment of its templates; it also works in docxtpl."""
        return environment(draft=False)

    def context(self, subject: Fakta) -> dict[str, Any]:
        """Build what its templates see of a subject."""
        return {**_context.facts(subject), "pakke": self._sender}

    @functools.cached_property
    def _sender(self) -> dict[str, Any]:
        own = self.manifest
        eksempler = next((layer.manifest.eksempler for layer in self._layers if layer.manifest.eksempler), ())
        return _context.sender(attrs.evolve(own, eksempler=eksempler).afsender)

    def titel(self, kind: str) -> str:
        """Give the title of a kind of document."""
        return self._layer_with(Dokument(kind)).manifest.dokumenter[kind].titel

    def template(self, kind: str) -> PackTemplate:
        """Give the Word template of a kind of document, with its clauses in place.

        Raises:
            PackError: No layer has such a document.
            TemplateError: A clause cannot be put in place.
        """
        dokument = domain.dokument(kind)
        if dokument not in self._templates:
            self._templates[dokument] = self._made(dokument)
        return self._templates[dokument]

    def _made(self, dokument: Dokument) -> PackTemplate:
        docx = self._layer_with(dokument).documents[dokument]
        place = f"{self.id}: {dokument}.docx"
        try:
            parts = _refusals.open_package(docx)
            parts = _splice.splice(parts, self._clauses(), place=place)
            parts = _package.with_properties(
                parts, title=self.titel(str(dokument)), creator=self.navn, custom=self.provenance
            )
        except DocumentError as error:
            raise type(error)(*within(error.findings, place=place)) from error
        return PackTemplate(_package.write(parts), self)

    @functools.cached_property
    def provenance(self) -> dict[str, str]:
        """What a document says of the pack that it was made from."""
        return {
            "botilbudlaege.pakke": f"{self.id} {self.version}",
            "botilbudlaege.lag": ", ".join(self.layers),
            "botilbudlaege.regelsaet": rules.regelsaet().id,
            "botilbudlaege.version": botilbudlaege.__version__,
        }

    def _clauses(self) -> dict[str, tuple[Block, ...]]:
        return {key: blocks for layer in reversed(self._layers) for key, blocks in layer.clauses.items()}

    def _layer_with(self, kind: Dokument) -> Layer:
        for layer in self._layers:
            if kind in layer.documents:
                return layer
        raise PackError(
            Finding(
                code="no-document",
                message=f"Pakken {self.id} har ikke dokumentet {kind}.",
                remedy=f"Den har {', '.join(self.documents) or 'ingen dokumenter'}.",
            )
        )


@functools.cache
def environment(*, draft: bool) -> Environment:
    """Give the environment for finals or for drafts; it holds no state of a render."""
    return Environment(filters=FILTERS, printers=PRINTERS, draft=draft)


def load(id_or_folder: str | Path) -> Pack:
    """Load a pack by id, or from a folder.

    Args:
        id_or_folder: An id from `available()`, or the path of a folder with a `pakke.toml`. A folder is read
            anew at each call.

    Raises:
        PackError: There is no such pack, or it cannot be read; with everything that is wrong.
    """
    if isinstance(id_or_folder, str) and _manifest.ID.fullmatch(id_or_folder):
        return _by_id(id_or_folder)
    try:
        folder = Path(id_or_folder).resolve()
    except (OSError, RuntimeError, ValueError):
        raise PackError(
            Finding(code="unknown-pack", message="Mappen findes ikke.", remedy="Ret dens navn.")
        ) from None
    if not folder.is_dir():
        raise PackError(
            Finding(
                code="unknown-pack",
                message="Der er ingen mappe af det navn.",
                remedy=f"Ret det, eller brug en pakkes id: {', '.join(_layers.available())}.",
            )
        )
    return Pack(_layers.layers(folder))


@functools.cache
def _by_id(pack_id: str) -> Pack:
    return Pack(_layers.layers(_layers.folder_of(pack_id)))
