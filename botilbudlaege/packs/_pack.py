"""A loaded pack: its layers, its clauses, and the Word templates they make."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _digest, data, domain, rules
from botilbudlaege._version import __version__
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import DocumentError, PackError, TemplateError
from botilbudlaege.packs import _findings
from botilbudlaege.packs.clauses import _splice
from botilbudlaege.packs.folder import _layers, _origin
from botilbudlaege.packs.folder._tables import Underskriftpost
from botilbudlaege.packs.templates import _context
from botilbudlaege.packs.templates._template import PackTemplate, Where, environment
from botilbudlaege.rendering.word import _package, _places, _refusals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from botilbudlaege.domain import Fakta
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.clauses._markdown import Clause
    from botilbudlaege.packs.folder._layers import Layer
    from botilbudlaege.packs.folder._manifest import Manifest
    from botilbudlaege.packs.folder._origin import Origin
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
    def folders(self) -> tuple[Path, ...]:
        """The folders of its layers, its own first."""
        return tuple(layer.folder for layer in self._layers)

    @functools.cached_property
    def digest(self) -> str:
        """A digest of all that its layers are read from, which says whether two packs are the same."""
        files = (path for folder in self.folders for path in _layers.files(folder))
        return _digest.of_content(
            *(piece for path in files for piece in (path.name.encode(), path.read_bytes()))
        )

    @property
    def documents(self) -> tuple[str, ...]:
        """The kinds of document that it can make."""
        tops = {
            kind: next((layer for layer in self._layers if str(kind) in layer.manifest.dokumenter), None)
            for kind in Dokument
        }
        return tuple(str(kind) for kind, top in tops.items() if top is not None and kind in top.documents)

    @property
    def environment(self) -> Environment:
        """The Jinja environment of its templates; it also works in docxtpl."""
        return environment(draft=False)

    def context(self, subject: Fakta) -> dict[str, Any]:
        """Build what its templates see of a subject."""
        return {**_context.facts(subject), "pakke": self._sender}

    @functools.cached_property
    def _sender(self) -> dict[str, Any]:
        lists: dict[str, Any] = {
            name: next((value for layer in self._layers if (value := getattr(layer.manifest, name))), ())
            for name in ("eksempler", "temaer")
        }
        return _context.sender(attrs.evolve(self.manifest, underskrift=self.underskrift, **lists).afsender)

    @property
    def underskrift(self) -> Underskriftpost:
        """The texts by which a signing service finds where to sign: those of the top-most layer that sets any."""
        found = (layer.manifest.underskrift for layer in self._layers)
        return next((post for post in found if post is not None), Underskriftpost())

    @functools.cached_property
    def regelsaet(self) -> Regelsaet:
        """The national rules, with the values that the top-most layer sets of those that they leave open."""
        setting = next((layer.manifest for layer in self._layers if layer.manifest.timetrin), None)
        return rules.regelsaet() if setting is None else setting.regelsaet(rules.regelsaet())

    def origin(self, key: str) -> Origin:
        """Say which layer a document, clause or value comes from, and why.

        Args:
            key: `dokument.<kind>`, `klausul.<id>` or `vaerdi.<name>`: `eksempler`, `temaer`, `timetrin`, `underskrift`.

        Raises:
            PackError: The pack has no such thing.
        """
        return _origin.origin(self._layers, key)

    def origins(self) -> tuple[Origin, ...]:
        """Say it of all its documents, clauses and values."""
        return tuple(_origin.origins(self._layers))

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
        dokument = domain.dokument(kind)
        for layer in self._layers:
            path = layer.folder / _layers.OPLYSNINGER / f"{dokument}.toml"
            if path.is_file() and not path.is_symlink():
                return data.load(path, domain.SUBJEKTER[dokument])
        fil = f"{_layers.OPLYSNINGER}/{kind}.toml"
        raise PackError(_findings.NO_FACTS(pakke=self.id, dokument=kind, fil=fil))

    def tomme_raekker(self, kind: str) -> Mapping[str, int]:
        """Give the lists that a form of a kind has empty items in, each with their number."""
        return self._layer_with(Dokument[kind.upper()]).manifest.dokumenter[kind].tomme_raekker

    def titel(self, kind: str) -> str:
        """Give the title of a kind of document."""
        return self._layer_with(Dokument[kind.upper()]).manifest.dokumenter[kind].titel or ""

    def place(self, kind: str) -> str:
        """Give the Word file of a kind of document, as people see it."""
        layer = self._layer_with(Dokument[kind.upper()])
        return f"{layer.manifest.id}/{layer.manifest.dokumenter[kind].fil}"

    def template(self, kind: str) -> PackTemplate:
        """Give the Word template of a kind of document, with its clauses in place.

        Raises:
            PackError: No layer has such a document.
            TemplateError: A clause cannot be put in place.
        """
        dokument = domain.dokument(kind)
        if dokument not in self._templates:
            template, findings = self.spliced(dokument)
            if findings:
                raise TemplateError(*findings)
            self._templates[dokument] = template
        return self._templates[dokument]

    def spliced(self, dokument: Dokument) -> tuple[PackTemplate, tuple[Finding, ...]]:
        """Put the clauses into a document's template, as far as they can be; and list what is in the way.

        Raises:
            PackError: No layer has such a document.
            DocumentError: The Word file cannot be opened.
        """
        docx = self._layer_with(dokument).documents[dokument]
        place = self.place(str(dokument))
        try:
            own = _refusals.open_package(docx)
        except DocumentError as error:
            inner = (
                attrs.evolve(each, place=f"{place}, {each.place}".rstrip(", ")) for each in error.findings
            )
            raise type(error)(*inner) from error
        places = _places.Places(own)
        spliced = _splice.splice(own, self.all_clauses, where=lambda *spot: f"{place}, {places(*spot)}")
        parts = _package.with_properties(
            spliced.parts, title=self.titel(str(dokument)), creator=self.navn, custom=self.provenance
        )
        where = Where(place, places, spliced.origins)
        return PackTemplate(
            dokument, _package.write(parts), parts, context=self.context, where=where
        ), spliced.findings

    @functools.cached_property
    def provenance(self) -> dict[str, str]:
        """What a document says of the pack that it was made from."""
        return {
            "botilbudlaege.pakke": f"{self.id} {self.version}",
            "botilbudlaege.lag": ", ".join(self.layers),
            "botilbudlaege.regelsaet": self.regelsaet.id,
            "botilbudlaege.version": __version__,
        }

    def clauses(self, dokument: Dokument) -> dict[str, Clause]:
        """Give the clauses that a kind of document uses, by id; one that no layer has is not among them.

        Raises:
            PackError: No layer has such a document.
            DocumentError: The Word file cannot be opened.
        """
        used = self.clause_ids(dokument)
        return {key: clause for key, clause in self.all_clauses.items() if key in used}

    def clause_ids(self, dokument: Dokument) -> frozenset[str]:
        """Give the ids for which a kind of document has a place, also one that no layer has a clause for yet.

        Raises:
            PackError: No layer has such a document.
            DocumentError: The Word file cannot be opened.
        """
        return frozenset(_splice.clause_ids(self._layer_with(dokument).documents[dokument]))

    def with_clauses(self, clauses: Mapping[str, Clause]) -> Pack:
        """Give a pack that has these clauses, and all else as this one."""
        top, *below = self._layers
        return Pack((attrs.evolve(top, clauses={**top.clauses, **clauses}), *below))

    @property
    def all_clauses(self) -> dict[str, Clause]:
        """Its clauses by id, each from the top-most layer that has it; those that are left out are empty."""
        return {key: clause for layer in reversed(self._layers) for key, clause in layer.clauses.items()}

    def _layer_with(self, kind: Dokument) -> Layer:
        layer = next((layer for layer in self._layers if str(kind) in layer.manifest.dokumenter), None)
        if layer is not None and kind in layer.documents:
            return layer
        left_out = layer is not None and layer.manifest.dokumenter[str(kind)].udelad
        entry = _findings.DOCUMENT_LEFT_OUT if left_out else _findings.NO_DOCUMENT
        documents = ", ".join(self.documents) or "ingen dokumenter"
        raise PackError(entry(pakke=self.id, dokument=kind, dokumenter=documents))
