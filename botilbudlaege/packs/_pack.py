"""A loaded pack: its layers, its clauses, and the Word templates they make."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

import attrs
import jinja2

import botilbudlaege
from botilbudlaege import data, domain, rules
from botilbudlaege.begreber import Dokument
from botilbudlaege.domain import _kontrol
from botilbudlaege.errors import DocumentError, Finding, PackError, TemplateError
from botilbudlaege.packs import (
    _context,
    _discovery,
    _layers,
    _living,
    _manifest,
    _model,
    _origin,
    _splice,
    _typecheck,
)
from botilbudlaege.packs._clauses import Block, Clause
from botilbudlaege.packs._filters import FILTERS, PRINTERS
from botilbudlaege.rendering import Environment, Template, _compile, _outline, _package, _places, _refusals
from botilbudlaege.rendering._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import nodes

    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs._layers import Layer
    from botilbudlaege.packs._manifest import Manifest, Underskriftpost
    from botilbudlaege.packs._model import Type
    from botilbudlaege.packs._origin import Origin
    from botilbudlaege.rendering._outline import Outline
    from botilbudlaege.rules import Regelsaet


class PackTemplate:
    """A pack's Word template of one kind, with its clauses in place.

    Args:
        kind: The kind of document.
        docx: The template: a plain docxtpl template.
        parts: The parts of it.
        pack: The pack.
        where: Says where a tag stands, in the Word file or in a clause.
    """

    def __init__(
        self, kind: Dokument, docx: bytes, parts: dict[str, bytes], *, pack: Pack, where: _Where
    ) -> None:
        """Keep template and pack; it is compiled when it is first rendered."""
        self.kind = kind
        self.docx = docx
        self.parts = parts
        self.where = where
        self._pack = pack
        self._compiled: dict[tuple[bool, bool], Template] = {}

    @property
    def environment(self) -> Environment:
        """The Jinja environment of the template; it also works in docxtpl."""
        return self._pack.environment

    def context(self, subject: Fakta) -> dict[str, Any]:
        """Build what the template sees of a subject."""
        return self._pack.context(subject)

    def outlines(self) -> Iterator[tuple[str, Outline, nodes.Template]]:
        """Read the tags of each part that is filled: its name, its outline and its syntax tree.

        Raises:
            TemplateSyntaxError: The tags of a part cannot be read; Jinja's own error.
        """
        for name, read in self._read():
            yield name, read, environment(draft=False).tree(read.source)

    def _read(self) -> Iterator[tuple[str, Outline]]:
        for name in _places.filled(self.parts):
            yield name, _outline.outline(_package.parse(self.parts[name]))

    def clause(self, part: str, paragraph: int) -> Clause | None:
        """Give the clause that a paragraph comes from; None for one of the Word file itself."""
        return self.where.clause(part, paragraph)

    def faults(self) -> Iterator[Finding]:
        """List what is wrong beyond the language of the tags: given the types of the facts, and in the text itself."""
        yield from self._type_faults()
        yield from self._personal_numbers()

    def _personal_numbers(self) -> Iterator[Finding]:
        """Refuse a personal number in the text."""
        for part in _places.filled(self.parts):
            for number, paragraph in enumerate(_package.parse(self.parts[part]).iter(f"{W}p")):
                fault = _kontrol.tekst(paragraph_text(paragraph), flerlinjet=True)
                if fault is not None and fault.code == "cpr":
                    place, _, _ = self.where(part, number, -1).partition(
                        ": »"
                    )  # not its words: the number is in them
                    yield attrs.evolve(fault, place=place)

    def _type_faults(self) -> Iterator[Finding]:
        """Hold the tags against the types; where they are unbalanced, tag by tag."""
        names = _model.names(self.kind)
        for name, read in self._read():
            try:
                faults = _typecheck.faults(environment(draft=False).tree(read.source), names)
            except jinja2.TemplateSyntaxError:
                faults = [*self._one_by_one(read, names)]
            for line, finding in faults:
                yield attrs.evolve(finding, place=self.where(name, *read.spot(line)))

    def _one_by_one(self, read: Outline, names: Mapping[str, Type]) -> Iterator[tuple[int, Finding]]:
        for number, line in enumerate(read.source.split("\n"), start=1):
            with contextlib.suppress(jinja2.TemplateSyntaxError):
                tree = environment(draft=False).tree(line)
                yield from ((number, finding) for _, finding in _typecheck.faults(tree, names, loose=True))

    @functools.cached_property
    def digest(self) -> str:
        """A digest of the template with its clauses, which says whether two documents have the same wording."""
        return f"sha256:{hashlib.sha256(self.docx).hexdigest()}"

    def compiled(self, *, draft: bool, living: bool = False) -> Template:
        """Give the compiled template, for finals or for drafts, with or without content controls.

        Raises:
            TemplateError: With everything that is wrong in the template's tags.
        """
        if (draft, living) not in self._compiled:
            template = _compile.compiled(
                self.parts,
                environment(draft=draft),
                (_package.CUSTOM,),
                where=self.where,
                controls=_living.controls(self.kind) if living else None,
            )
            if not self._compiled:
                errors = [finding for finding in self.faults() if finding.severity == "error"]
                if errors:
                    raise TemplateError(*errors)
            self._compiled[draft, living] = template
        return self._compiled[draft, living]


OPLYSNINGER = "oplysninger"


@attrs.frozen
class _Where:
    """Say where something of a template with its clauses stands: in its own Word file, or in a clause's file.

    Args:
        place: The Word file, as people see it.
        own: The places of the Word file itself.
        origins: Where each paragraph of the document comes from.
    """

    place: str
    own: _places.Places
    origins: tuple[int | tuple[Clause, Block], ...]

    @property
    def identity(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The Word file and the clauses, each by place and source: with the same parts, they give the same places."""
        clauses = {origin[0] for origin in self.origins if not isinstance(origin, int)}
        return self.place, tuple(sorted((clause.place, clause.source) for clause in clauses))

    def __call__(self, part: str, paragraph: int, tag: int) -> str:
        if part == _package.DOCUMENT and paragraph >= 0:
            origin = self.origins[paragraph]
            if not isinstance(origin, int):
                clause, block = origin
                return clause.at(block, tag)
            paragraph = origin
        return f"{self.place}, {self.own(part, paragraph, tag)}"

    def clause(self, part: str, paragraph: int) -> Clause | None:
        """Give the clause that a paragraph comes from."""
        origin = self.origins[paragraph] if part == _package.DOCUMENT and paragraph >= 0 else paragraph
        return None if isinstance(origin, int) else origin[0]


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
        found = hashlib.sha256()
        for folder in self.folders:
            for path in _files(folder):
                found.update(path.name.encode() + path.read_bytes())
        return found.hexdigest()

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
        return next((post for post in found if post is not None), _manifest.Underskriftpost())

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
            path = layer.folder / OPLYSNINGER / f"{dokument}.toml"
            if path.is_file() and not path.is_symlink():
                return data.load(path, domain.SUBJEKTER[dokument])
        raise PackError(
            Finding(
                code="no-facts",
                message=f"Pakken {self.id} har ikke selv oplysninger til dokumentet {kind}.",
                remedy=f"Skriv dem i en fil, eller i pakkens {OPLYSNINGER}/{kind}.toml.",
            )
        )

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
        spliced = _splice.splice(own, self._clauses(), where=lambda *spot: f"{place}, {places(*spot)}")
        parts = _package.with_properties(
            spliced.parts, title=self.titel(str(dokument)), creator=self.navn, custom=self.provenance
        )
        where = _Where(place, places, spliced.origins)
        return PackTemplate(dokument, _package.write(parts), parts, pack=self, where=where), spliced.findings

    @functools.cached_property
    def provenance(self) -> dict[str, str]:
        """What a document says of the pack that it was made from."""
        return {
            "botilbudlaege.pakke": f"{self.id} {self.version}",
            "botilbudlaege.lag": ", ".join(self.layers),
            "botilbudlaege.regelsaet": self.regelsaet.id,
            "botilbudlaege.version": botilbudlaege.__version__,
        }

    def _clauses(self) -> dict[str, Clause]:
        return {key: clause for layer in reversed(self._layers) for key, clause in layer.clauses.items()}

    def _layer_with(self, kind: Dokument) -> Layer:
        layer = next((layer for layer in self._layers if str(kind) in layer.manifest.dokumenter), None)
        if layer is not None and kind in layer.documents:
            return layer
        left_out = layer is not None and layer.manifest.dokumenter[str(kind)].udelad
        raise PackError(
            Finding(
                code="no-document",
                message=f"Pakken {self.id} {'udelader' if left_out else 'har ikke'} dokumentet {kind}.",
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
        id_or_folder: An id from `available()`, or the path of a folder with a `pakke.toml`. A folder is read anew
            when a file in it has changed.

    Raises:
        PackError: There is no such pack, or it cannot be read; with everything that is wrong.
    """
    return _by_id(id_or_folder) if _is_id(id_or_folder) else _by_folder(_folder(id_or_folder))


def folder_of(id_or_folder: str | Path) -> Path:
    """Find the folder of a pack by id or path.

    Raises:
        PackError: There is none.
    """
    return _discovery.folder_of(str(id_or_folder)) if _is_id(id_or_folder) else _folder(id_or_folder)


def _is_id(id_or_folder: str | Path) -> TypeGuard[str]:
    """Tell an id from a path: a folder beside us that bears no installed pack's id is a folder."""
    if not isinstance(id_or_folder, str) or not _manifest.ID.fullmatch(id_or_folder):
        return False
    return id_or_folder in _discovery.registry() or not Path(id_or_folder).is_dir()


def _folder(path: str | Path) -> Path:
    """Find the folder of a pack: the one given, or the only one in the project that is given."""
    try:
        folder = Path(path).resolve()
        inside = [] if (folder / _manifest.FILE).exists() else [*folder.glob(f"*/*/{_manifest.FILE}")]
    except (OSError, RuntimeError, ValueError):
        raise PackError(
            Finding(code="unknown-pack", message="Mappen findes ikke.", remedy="Ret dens navn.")
        ) from None
    if not folder.is_dir():
        raise PackError(
            Finding(
                code="unknown-pack",
                message="Der er ingen mappe af det navn.",
                remedy=f"Ret det, eller brug en pakkes id: {', '.join(_discovery.available())}.",
            )
        )
    return inside[0].parent if len(inside) == 1 else folder


@functools.cache
def _by_id(pack_id: str) -> Pack:
    return Pack(_layers.read(_discovery.folder_of(pack_id)))


_KEPT = 32
_Stamp = tuple[tuple[str, int, int], ...]
_folders: dict[Path, tuple[_Stamp, Pack]] = {}


def _by_folder(folder: Path) -> Pack:
    kept = _folders.pop(folder, None)
    if kept is None or kept[0] != _stamp(kept[1].folders):
        pack = Pack(_layers.read(folder))
        kept = _stamp(pack.folders), pack
    while len(_folders) >= _KEPT:
        _folders.pop(next(iter(_folders)), None)
    _folders[folder] = kept
    return kept[1]


def _stamp(folders: Iterable[Path]) -> _Stamp:
    """Tell the state of the files that a pack is read from."""
    found = []
    for folder in folders:
        for path in _files(folder):
            with contextlib.suppress(OSError):
                status = path.stat()
                found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


def _files(folder: Path) -> list[Path]:
    """List the files of a layer that its documents are made of."""
    patterns = ("*", "klausuler/*", f"{OPLYSNINGER}/*")
    return sorted(path for pattern in patterns for path in folder.glob(pattern) if path.is_file())
