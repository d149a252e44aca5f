"""`Stack`: the layers of a pack as one; of each thing the top-most layer that has it decides."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _digest, data, domain, rules
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import PackError
from botilbudlaege.packs.folder import _findings, _layers
from botilbudlaege.packs.folder._layers import Layer
from botilbudlaege.packs.folder._tables import Dokumentpost, Underskriftpost

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs.clauses._markdown import Clause
    from botilbudlaege.packs.folder._logo import Logo
    from botilbudlaege.packs.folder._manifest import Afsender
    from botilbudlaege.rules import Regelsaet


@attrs.frozen
class WordFile:
    """The Word template of a kind of document, as its layer has it.

    Args:
        place: The file, as people see it.
        docx: What is in it.
        post: What the layer's manifest says of it.
    """

    place: str
    docx: bytes
    post: Dokumentpost

    @functools.cached_property
    def clause_ids(self) -> frozenset[str]:
        """The clauses that it has a place for, also those that no layer has yet.

        Raises:
            DocumentError: The file cannot be opened.
        """
        from botilbudlaege.packs.clauses import _splice  # noqa: PLC0415 - only what is not kept is spliced

        return _splice.clause_ids(self.docx)


@attrs.frozen(eq=False)
class Stack:
    """The layers of a pack.

    Args:
        layers: The pack's own first.
        given: Clauses that are no layer's, in place of those of their ids.
    """

    layers: tuple[Layer, ...]
    given: dict[str, Any] = attrs.field(factory=dict)
    _word_files: dict[Dokument, WordFile] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def top(self) -> Layer:
        """The pack's own layer."""
        return self.layers[0]

    @property
    def id(self) -> str:
        """The pack's id."""
        return self.top.manifest.id

    @functools.cached_property
    def clauses(self) -> dict[str, Clause]:
        """The clauses by id; those that are left out are empty."""
        own = {key: clause for layer in reversed(self.layers) for key, clause in layer.clauses.items()}
        return {**own, **self.given}

    @functools.cached_property
    def documents(self) -> tuple[Dokument, ...]:
        """The kinds of document that there are."""
        return tuple(kind for kind in Dokument if (top := self._deciding(kind)) and kind in top.documents)

    def _deciding(self, kind: Dokument) -> Layer | None:
        """Find the layer that has a document or leaves it out."""
        return next((layer for layer in self.layers if str(kind) in layer.manifest.dokumenter), None)

    def word_file(self, kind: Dokument) -> WordFile:
        """Give the Word template of a kind of document.

        Raises:
            PackError: There is none.
        """
        if kind not in self._word_files:
            self._word_files[kind] = self._word_file(kind)
        return self._word_files[kind]

    def _word_file(self, kind: Dokument) -> WordFile:
        layer = self._deciding(kind)
        post = None if layer is None else layer.manifest.dokumenter[str(kind)]
        if layer is not None and post is not None and kind in layer.documents:
            if post.tomme_raekker is None:
                post = attrs.evolve(post, tomme_raekker=self._empty_rows(kind))
            return WordFile(f"{layer.manifest.id}/{post.fil}", layer.documents[kind], post)
        left_out = post is not None and post.udelad
        entry = _findings.DOCUMENT_LEFT_OUT if left_out else _findings.NO_DOCUMENT
        documents = ", ".join(map(str, self.documents)) or "ingen dokumenter"
        raise PackError(entry(pakke=self.id, dokument=kind, dokumenter=documents))

    def _empty_rows(self, kind: Dokument) -> dict[str, int]:
        """Give the empty rows of a form by the top-most layer that says."""
        posts = (layer.manifest.dokumenter.get(str(kind)) for layer in self.layers)
        said = (post.tomme_raekker for post in posts if post is not None)
        return next((rows for rows in said if rows is not None), {})

    @property
    def logo(self) -> Logo | None:
        """The logo of the top-most layer that has one."""
        return next((layer.logo for layer in self.layers if layer.logo is not None), None)

    def clauses_of(self, kind: Dokument) -> dict[str, Clause]:
        """Give the clauses that a kind of document uses, by id; one that no layer has is not among them.

        Raises:
            PackError: There is no such document.
            DocumentError: Its Word file cannot be opened.
        """
        used = self.word_file(kind).clause_ids
        return {key: clause for key, clause in self.clauses.items() if key in used}

    def documents_with(self, clause: str) -> tuple[Dokument, ...]:
        """Give the kinds of document that have a place for a clause.

        Raises:
            DocumentError: A Word file cannot be opened.
        """
        return tuple(kind for kind in self.documents if clause in self.word_file(kind).clause_ids)

    def with_clauses(self, clauses: Mapping[str, Clause]) -> Stack:
        """Give the stack with these clauses, and all else as in this one."""
        return Stack(self.layers, {**self.given, **clauses})

    def _value(self, name: str) -> Any:
        """Give a value of the manifests: that of the top-most layer that sets it."""
        values = (getattr(layer.manifest, name) for layer in self.layers)
        return next(filter(None, values), getattr(self.top.manifest, name))

    @functools.cached_property
    def afsender(self) -> Afsender:
        """The pack as templates see it."""
        values = {name: self._value(name) for name in ("eksempler", "temaer", "underskrift")}
        return attrs.evolve(self.top.manifest, **values).afsender

    @property
    def underskrift(self) -> Underskriftpost:
        """The texts by which a signing service finds where to sign."""
        return self._value("underskrift") or Underskriftpost()

    @functools.cached_property
    def regelsaet(self) -> Regelsaet:
        """The national rules, with the values that a layer sets of those that they leave open."""
        setting = next((layer for layer in self.layers if layer.manifest.timetrin), self.top)
        return setting.manifest.regelsaet(rules.regelsaet())

    def oplysninger(self, kind: Dokument) -> Fakta:
        """Give the facts that the pack itself has for a kind of document.

        Raises:
            PackError: No layer has such facts.
            DataError: They cannot be right.
        """
        for layer in self.layers:
            path = layer.folder / _layers.OPLYSNINGER / f"{kind}.toml"
            if path.is_file() and not path.is_symlink():
                return data.load(path, domain.SUBJEKTER[kind])
        fil = f"{_layers.OPLYSNINGER}/{kind}.toml"
        raise PackError(_findings.NO_FACTS(pakke=self.id, dokument=kind, fil=fil))

    @functools.cached_property
    def digest(self) -> str:
        """A digest of all that the layers are read from, which says whether two packs are the same."""
        files = (path for layer in self.layers for path in _layers.files(layer.folder))
        return _digest.of_content(
            *(piece for path in files for piece in (path.name.encode(), path.read_bytes()))
        )
