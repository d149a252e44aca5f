"""A loaded pack: its layers, its clauses, and the Word templates they make."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import botilbudlaege
from botilbudlaege import _struktur, domain, rendering, rules
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import BotilbudlaegeError, DocumentError, Finding, PackError, within
from botilbudlaege.packs import _clauses, _context, _manifest, _splice
from botilbudlaege.packs._clauses import Block
from botilbudlaege.packs._filters import FILTERS, PRINTERS
from botilbudlaege.packs._manifest import Manifest
from botilbudlaege.rendering import Environment, Template, _package, _refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.domain import Fakta

BUILT_IN = Path(__file__).parent.parent / "templates"


@attrs.frozen
class Layer:
    """One pack's own folder, read.

    Args:
        manifest: Its `pakke.toml`.
        folder: Where it stands.
        documents: Its own Word templates by kind.
        clauses: Its own clauses by id.
    """

    manifest: Manifest
    folder: Path
    documents: dict[Dokument, bytes]
    clauses: dict[str, tuple[Block, ...]]


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
            self._compiled[draft] = rendering.compile(
                self.docx, environment=environment(draft=draft), replaced=(_package.CUSTOM,)
            )
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


def available() -> tuple[str, ...]:
    """List the ids of the packs that can be loaded by id.

    >>> available()
    ('faelles', 'midtjylland')
    """
    return tuple(sorted(path.parent.name for path in BUILT_IN.glob(f"*/{_manifest.FILE}")))


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
    return Pack(_layers(folder, seen=()))


@functools.cache
def _by_id(pack_id: str) -> Pack:
    return Pack(_layers(_folder(pack_id), seen=()))


def _folder(pack_id: str) -> Path:
    if pack_id not in available():
        own = f" Er det en mappe, så skriv ./{pack_id}." if Path(pack_id).is_dir() else ""
        raise PackError(
            Finding(
                code="unknown-pack",
                message=f"Pakken {pack_id} findes ikke.",
                remedy=_struktur.forslag(pack_id, available()) + own,
            )
        )
    return BUILT_IN / pack_id


def _layers(folder: Path, seen: tuple[str, ...]) -> tuple[Layer, ...]:
    manifest = _manifest.read(folder)
    if manifest.id in seen:
        raise PackError(
            Finding(
                code="cycle",
                message=f"Pakkerne bygger på hinanden i ring: {' → '.join((*seen, manifest.id))}.",
                remedy="Ret bygger_paa.",
                path="bygger_paa",
                place=f"{manifest.id}/{_manifest.FILE}",
            )
        )
    layer = _read_layer(manifest, folder)
    if manifest.bygger_paa is None:
        return (layer,)
    return (layer, *_layers(_folder(manifest.bygger_paa), (*seen, manifest.id)))


def _read_layer(manifest: Manifest, folder: Path) -> Layer:
    findings: list[Finding] = list(_clause_faults(manifest, folder))
    documents = {}
    for kind, post in manifest.dokumenter.items():
        content = _file(folder, post.fil)
        if content is None:
            findings.append(
                Finding(
                    code="no-template",
                    message="Word-skabelonen findes ikke i pakkens mappe.",
                    remedy="Ret navnet, eller læg filen i mappen.",
                    path=f"dokumenter.{kind}.fil",
                    place=f"{manifest.id}/{_manifest.FILE}",
                )
            )
        else:
            documents[Dokument(kind)] = content
    clauses = {}
    for path in sorted((folder / "klausuler").glob("*.md")):
        place = f"{manifest.id}/klausuler/{path.name}"
        try:
            clauses[path.stem] = _clauses.parse(_text(path, place), place=place)
        except BotilbudlaegeError as error:
            findings += within(error.findings, place=place)
    if findings:
        raise PackError(*findings)
    return Layer(manifest, folder, documents, clauses)


def _text(path: Path, place: str) -> str:
    """Read a clause's file.

    Raises:
        PackError: It is no file of the pack's folder, cannot be read, or is not UTF-8.
    """
    content = _file(path.parent, path.name)
    if content is None:
        raise PackError(
            Finding(
                code="unreadable",
                message="Filen kan ikke læses.",
                remedy="Læg den selv i mappen.",
                place=place,
            )
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError(
            Finding(
                code="not-utf8", message="Filen er ikke gemt som UTF-8.", remedy="Gem den igen.", place=place
            )
        ) from None


def _file(folder: Path, name: str) -> bytes | None:
    """Read a file of the pack; a name or a link that leads out of its folder is no file of the pack."""
    path = folder / name
    try:
        if path.resolve().parent != folder.resolve() or not path.is_file():
            return None
        return path.read_bytes()
    except (OSError, RuntimeError, ValueError):
        return None


def _clause_faults(manifest: Manifest, folder: Path) -> Iterator[Finding]:
    """Hold the clause files of a pack that builds on another against its manifest."""
    if manifest.bygger_paa is None:
        return
    place = f"{manifest.id}/{_manifest.FILE}"
    files = {path.stem for path in (folder / "klausuler").glob("*.md")}
    for clause in sorted(files - set(manifest.klausuler)):
        yield Finding(
            code="clause-without-reason",
            message=f"Klausulen {clause} har ingen begrundelse.",
            remedy=f"Tilføj [klausuler.{clause}] med begrundelse.",
            path=f"klausuler.{clause}",
            place=place,
        )
    for clause in sorted(set(manifest.klausuler) - files):
        yield Finding(
            code="reason-without-clause",
            message=f"Klausulen {clause} er nævnt, men har ingen fil.",
            remedy=f"Skriv klausuler/{clause}.md, eller slet tabellen.",
            path=f"klausuler.{clause}",
            place=place,
        )
