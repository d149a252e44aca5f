"""The layers of a pack: its own folder, and the folders of the packs it builds on, read and checked."""

from __future__ import annotations

import functools
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from cachetools import LRUCache, cached

from botilbudlaege import _cache, _digest, _nearest
from botilbudlaege._version import __version__
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import BotilbudlaegeError, Finding, PackError, within
from botilbudlaege.packs.clauses._given import ID
from botilbudlaege.packs.folder import _discovery, _findings, _logo, _manifest
from botilbudlaege.packs.folder._logo import Logo
from botilbudlaege.packs.folder._manifest import Manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.packs.clauses._markdown import Clause

OPLYSNINGER = "oplysninger"
_KEPT = 32
_Stamp = tuple[str, tuple[int, ...]]
"""A file, and what changes when it does."""
_WORD = frozenset({".docx", ".doc", ".docm", ".dotx", ".dotm"})


@attrs.frozen(eq=False)
class Layer:
    """One pack's own folder, read; the same object as long as no file in it changes.

    Args:
        manifest: Its `pakke.toml`.
        folder: Where it stands.
        documents: Its own Word templates by kind.
        sources: The files of its clauses: each name with its text, or with what is wrong with it.
        logo: Its own logo.
    """

    manifest: Manifest
    folder: Path
    documents: dict[Dokument, bytes]
    sources: dict[str, str | tuple[Finding, ...]]
    logo: Logo | None = None

    @property
    def place(self) -> str:
        """Its manifest, as people see it."""
        return f"{self.manifest.id}/{_manifest.FILE}"

    @functools.cached_property
    def digest(self) -> str:
        """A digest of what its documents are made of, as it was read."""
        documents = (piece for kind, docx in self.documents.items() for piece in (str(kind).encode(), docx))
        logo = b"" if self.logo is None else self.logo.content
        return _digest.of_content(
            repr(attrs.asdict(self.manifest)).encode(), repr(self.sources).encode(), logo, *documents
        )

    @functools.cached_property
    def _parsed(self) -> tuple[dict[str, Clause], tuple[Finding, ...]]:
        return _parsed(self.sources, self.manifest.id)

    @functools.cached_property
    def clauses(self) -> dict[str, Clause]:
        """Its own clauses by id; those that it leaves out are `LEFT_OUT`."""
        from botilbudlaege.packs.clauses._markdown import LEFT_OUT  # noqa: PLC0415 - as in `_parsed`

        left_out = {clause: LEFT_OUT for clause, post in self.manifest.klausuler.items() if post.udelad}
        return {**self._parsed[0], **left_out}

    @property
    def clause_faults(self) -> tuple[Finding, ...]:
        """What is wrong with the files of its clauses."""
        return self._parsed[1]

    @functools.cached_property
    def used_clauses(self) -> frozenset[str]:
        """The clauses that its own documents use; one that cannot be read may use them all."""
        from botilbudlaege.packs.clauses import _splice  # noqa: PLC0415 - only what is not kept is spliced

        used: set[str] = set()
        for docx in self.documents.values():
            try:
                used |= _splice.clause_ids(docx)
            except BotilbudlaegeError:  # `check` says what is the matter with the document
                used |= self.clauses.keys()
        return frozenset(used)


def read(folder: Path) -> tuple[Layer, ...]:
    """Read a pack's folder and those it builds on, its own first.

    Layers in which nothing was wrong are not held against each other again, nor their clauses read before they are used.

    Raises:
        PackError: With everything that is wrong.
    """
    layers = _unexamined(folder)
    sound = () if layers is None else (b"layers", *(layer.digest.encode() for layer in layers))
    if layers is not None and (sound in _sound or _cache.found(*sound) is not None):
        _sound[sound] = True
        return layers
    layers, findings = examine(folder)
    if findings:
        raise PackError(*findings)
    if sound:
        _sound[sound] = True
        _cache.keep(b"", *sound)
    return layers


def _unexamined(folder: Path, above: tuple[str, ...] = ()) -> tuple[Layer, ...] | None:
    """Read a pack's layers as they are; None where so much is wrong that it is seen at once."""
    layer, *findings = _own(folder)
    if layer is None or any(findings) or not all(isinstance(text, str) for text in layer.sources.values()):
        return None
    lower = layer.manifest.bygger_paa
    if lower is None:
        return (layer,)
    seen = (*above, layer.manifest.id)
    try:
        below = None if lower in seen else _unexamined(_discovery.folder_of(lower, beside=folder), seen)
    except PackError:
        return None
    return None if below is None else (layer, *below)


def files(folder: Path) -> list[Path]:
    """List the files of a layer that its documents are made of."""
    return [path for path in _inside(folder) if path.is_file()]


def _inside(folder: Path) -> list[Path]:
    patterns = ("*", "klausuler/*", f"{OPLYSNINGER}/*")
    return sorted(path for pattern in patterns for path in folder.glob(pattern))


def examine(folder: Path, *, above: tuple[str, ...] = ()) -> tuple[tuple[Layer, ...], list[Finding]]:
    """Read as much as can be read of a pack's layers, and list what is wrong in them."""
    layer, before, after = _own(folder)
    if layer is None:
        return (), [*before, *after]
    findings = [*before, *layer.clause_faults, *after]
    manifest = layer.manifest
    if manifest.bygger_paa is None:
        return (layer,), [*findings, *_against(layer, ())]
    seen = (*above, manifest.id)
    if manifest.bygger_paa in seen:
        ring = " → ".join((*seen, manifest.bygger_paa))
        return (layer,), [*findings, _findings.CYCLE(path="bygger_paa", place=layer.place, ring=ring)]
    try:
        below, faults = examine(_discovery.folder_of(manifest.bygger_paa, beside=folder), above=seen)
    except PackError as error:
        placed = (attrs.evolve(finding, path="bygger_paa", place=layer.place) for finding in error.findings)
        return (layer,), [*findings, *placed]
    if below:
        findings += _against(layer, below)
    return (layer, *below), [*findings, *faults]


def _against(layer: Layer, below: tuple[Layer, ...]) -> Iterator[Finding]:
    """Hold a layer against those it builds on."""
    from botilbudlaege.packs.clauses._markdown import LEFT_OUT  # noqa: PLC0415 - as in `_parsed`

    clauses = {clause for lower in below for clause in lower.clauses}
    known = clauses | layer.used_clauses
    own = {clause for clause in layer.clauses if layer.clauses[clause] is not LEFT_OUT}
    for clause in sorted(own - known):
        yield unused(clause, known, layer)
    for clause, post in layer.manifest.klausuler.items():
        if post.udelad and clause not in clauses:
            path = f"klausuler.{clause}.udelad"
            yield _not_below(_findings.NO_CLAUSE_LEFT_OUT, path, clause, clauses, layer)
    documents = {str(kind) for lower in below for kind in lower.documents}
    for kind, document in layer.manifest.dokumenter.items():
        if document.udelad and kind not in documents:
            path = f"dokumenter.{kind}.udelad"
            yield _not_below(_findings.NO_DOCUMENT_LEFT_OUT, path, kind, documents, layer)
    yield from _unmet(layer, below)


def _unmet(layer: Layer, below: tuple[Layer, ...]) -> Iterator[Finding]:
    """Find the requirements that the library and the packs below do not meet."""
    versions = {"botilbudlaege": __version__}
    versions |= {lower.manifest.id: lower.manifest.version for lower in below}
    for name, wanted in layer.manifest.kraever.items():
        path = f"kraever.{name}"
        if name not in versions:
            yield _not_below(_findings.NOT_BUILT_ON, path, name, versions, layer)
        elif not _is_met(wanted, versions[name]):
            yield _findings.OTHER_VERSION(
                path=path, place=layer.place, navn=name, krav=wanted, version=versions[name]
            )


def _is_met(wanted: str, version: str) -> bool:
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415 - only what has not been examined is, and not all packs ask

    return SpecifierSet(wanted).contains(version, prereleases=True)


def _not_below(entry: Entry, path: str, name: str, known: Iterable[str], layer: Layer) -> Finding:
    return entry(path=path, place=layer.place, navn=name, forslag=_nearest.suggestion(name, known))


def unused(clause: str, known: set[str], layer: Layer) -> Finding:
    """Say that no document uses a clause."""
    place = f"{layer.manifest.id}/klausuler/{clause}.md"
    meant = _nearest.nearest(clause, known)
    if meant:
        return _findings.CLAUSE_MISSPELT(place=place, klausul=clause, ment=meant)
    return _findings.UNUSED_CLAUSE(place=place, klausul=clause)


def _state(folder: Path) -> tuple[Path, tuple[_Stamp, ...]]:
    """Tell the state of all that a layer is read from."""
    return folder, tuple(map(_stamp, _inside(folder)))


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError:
        return str(path), ()
    return str(path), (status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size)


_Own = tuple[Layer | None, tuple[Finding, ...], tuple[Finding, ...]]
"""A layer, and what is wrong in it before its clauses are read, and after."""
_sound: LRUCache[tuple[bytes, ...], bool] = LRUCache(maxsize=_KEPT)
"""Layers in which nothing was wrong, by their digest."""


@cached(LRUCache(maxsize=_KEPT), key=_state, lock=threading.Lock())
def _own(folder: Path) -> _Own:
    """Read one folder, as far as it can be read, and list what is wrong in it; once for a state of its files."""
    try:
        manifest = _manifest.read(folder)
    except PackError as error:
        _, faults = _parsed(_sources(folder, folder.name), folder.name)
        return None, error.findings, faults
    return _layer(manifest, folder)


def _layer(manifest: Manifest, folder: Path) -> _Own:
    """Read what a manifest names and what stands beside it."""
    place, root = f"{manifest.id}/{_manifest.FILE}", folder.resolve()
    before = (*_clause_faults(manifest, folder), *_document_faults(manifest, folder))
    after = []
    documents = {}
    for kind, post in manifest.dokumenter.items():
        content = None if post.fil is None else _file(root, post.fil)
        if content is not None:
            documents[Dokument[kind.upper()]] = content
        elif not post.udelad:
            after.append(_findings.NO_TEMPLATE(path=f"dokumenter.{kind}.fil", place=place))
    logo, fault = _own_logo(manifest, root)
    after += [] if fault is None else [fault(path="logo", place=place)]
    return Layer(manifest, folder, documents, _sources(folder, manifest.id), logo), before, tuple(after)


def _own_logo(manifest: Manifest, root: Path) -> tuple[Logo | None, Entry | None]:
    """Read the logo of a pack, or say what is wrong with it."""
    if manifest.logo is None:
        return None, None
    content = _file(root, manifest.logo)
    if content is None:
        return None, _findings.NO_LOGO
    logo = _logo.read(content, manifest.logo_tekst or "")
    return (logo, None) if isinstance(logo, Logo) else (None, logo)


def _sources(folder: Path, pack_id: str) -> dict[str, str | tuple[Finding, ...]]:
    """Read the files of a folder's clauses."""
    found: dict[str, str | tuple[Finding, ...]] = {}
    root = folder.resolve()
    for path in _listed(folder / "klausuler"):
        place = f"{pack_id}/klausuler/{path.name}"
        if not _is_clause(path):
            found[path.name] = (_findings.UNKNOWN_FILE(place=place),)
            continue
        try:
            found[path.name] = _text(root, path.name, place)
        except PackError as error:
            found[path.name] = within(error.findings, place=place)
    return found


def _parsed(
    sources: dict[str, str | tuple[Finding, ...]], pack_id: str
) -> tuple[dict[str, Clause], tuple[Finding, ...]]:
    """Read clauses, and list what is wrong with them."""
    from botilbudlaege.packs.clauses import _markdown  # noqa: PLC0415 - what is kept needs no Markdown

    clauses: dict[str, Clause] = {}
    findings: list[Finding] = []
    for name, text in sources.items():
        place = f"{pack_id}/klausuler/{name}"
        if not isinstance(text, str):
            findings += text
            continue
        try:
            clauses[name.removesuffix(".md")] = _markdown.parse(text, place=place)
        except BotilbudlaegeError as error:
            findings += within(error.findings, place=place)
    return clauses, tuple(findings)


def _listed(folder: Path) -> list[Path]:
    """List what stands in a folder, but what editors and systems leave there; a file in its place lists itself."""
    if folder.is_file():
        return [folder]
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if not path.name.startswith((".", "~$")))


def _is_clause(path: Path) -> bool:
    return path.suffix == ".md" and ID.fullmatch(path.stem) is not None and not path.is_dir()


def _text(root: Path, name: str, place: str) -> str:
    """Read a clause's file.

    Raises:
        PackError: It is no file of the pack's folder, cannot be read, or is not UTF-8.
    """
    content = _file(root, f"klausuler/{name}")
    if content is None:
        raise PackError(_findings.UNREADABLE(place=place))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError(_findings.NOT_UTF8(place=place)) from None


def _file(root: Path, name: str) -> bytes | None:
    """Read a file of the pack; a name or a link that leads out of its folder, which is resolved, is no file of the pack."""
    path = root / name
    try:
        if path.resolve() != path or not path.is_file():
            return None
        return path.read_bytes()
    except (OSError, RuntimeError, ValueError):
        return None


def _document_faults(manifest: Manifest, folder: Path) -> Iterator[Finding]:
    """Find Word files that the manifest does not name: they would be passed over without a word."""
    named = {post.fil for post in manifest.dokumenter.values()}
    for path in _listed(folder):
        if path.name not in named and path.suffix.lower() in _WORD:
            yield _findings.UNDECLARED_DOCUMENT(place=f"{manifest.id}/{path.name}")


def _clause_faults(manifest: Manifest, folder: Path) -> Iterator[Finding]:
    """Hold the clause files of a pack against its manifest."""
    place = f"{manifest.id}/{_manifest.FILE}"
    files = {path.stem for path in _listed(folder / "klausuler") if _is_clause(path)}
    left_out = {clause for clause, post in manifest.klausuler.items() if post.udelad}
    differs = files - set(manifest.klausuler) if manifest.bygger_paa is not None else set()
    for clause in sorted(differs):
        yield _findings.CLAUSE_WITHOUT_REASON(path=f"klausuler.{clause}", place=place, klausul=clause)
    for clause in sorted(set(manifest.klausuler) - files - left_out):
        yield _findings.REASON_WITHOUT_CLAUSE(path=f"klausuler.{clause}", place=place, klausul=clause)
    for clause in sorted(files & left_out):
        yield _findings.CLAUSE_LEFT_OUT_BUT_THERE(
            path=f"klausuler.{clause}.udelad", place=place, klausul=clause
        )
