"""The layers of a pack: its own folder, and the folders of the packs it builds on, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _struktur
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import BotilbudlaegeError, Finding, PackError, within
from botilbudlaege.packs import _clauses, _manifest, _splice
from botilbudlaege.packs._clauses import Block
from botilbudlaege.packs._manifest import Manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def available() -> tuple[str, ...]:
    """List the ids of the packs that can be loaded by id.

    >>> from botilbudlaege import packs
    >>> packs.available()
    ('faelles', 'midtjylland')
    """
    return tuple(sorted(path.parent.name for path in BUILT_IN.glob(f"*/{_manifest.FILE}")))


def folder_of(pack_id: str) -> Path:
    """Find the folder of a pack by id.

    Raises:
        PackError: There is none; with the nearest id.
    """
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


def layers(folder: Path, *, seen: tuple[str, ...] = ()) -> tuple[Layer, ...]:
    """Read a pack's folder and those it builds on, its own first.

    Raises:
        PackError: With everything that is wrong in a folder, or a ring of packs.
    """
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
    below = layers(folder_of(manifest.bygger_paa), seen=(*seen, manifest.id))
    known = {clause for lower in below for clause in lower.clauses} | _used(layer)
    unused = sorted(set(layer.clauses) - known)
    if unused:
        raise PackError(*(_unused(clause, known, manifest) for clause in unused))
    return (layer, *below)


def _used(layer: Layer) -> set[str]:
    """List the clauses that a layer's own documents use."""
    return {clause for docx in layer.documents.values() for clause in _splice.clause_ids(docx)}


def _unused(clause: str, known: set[str], manifest: Manifest) -> Finding:
    return Finding(
        code="unused-clause",
        message=f"Klausulen {clause} bruges ikke af noget dokument.",
        remedy=_struktur.forslag(clause, known),
        place=f"{manifest.id}/klausuler/{clause}.md",
    )


def _read_layer(manifest: Manifest, folder: Path) -> Layer:
    findings: list[Finding] = [*_clause_faults(manifest, folder), *_document_faults(manifest, folder)]
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


def _document_faults(manifest: Manifest, folder: Path) -> Iterator[Finding]:
    """Find Word files that the manifest does not name: they would be passed over without a word."""
    named = {post.fil for post in manifest.dokumenter.values()}
    for path in sorted(folder.glob("*.docx")):
        if path.name not in named and not path.name.startswith("~$"):
            yield Finding(
                code="undeclared-document",
                message="Word-filen er ikke nævnt i pakken.",
                remedy="Tilføj [dokumenter.<dokument>] med titel og fil, eller flyt den.",
                place=f"{manifest.id}/{path.name}",
            )


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
