"""`new_pack`: a project for a region's own pack, which can be installed, checked and tested as it stands."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from typing import TYPE_CHECKING

import tomli_w

from botilbudlaege import _nearest
from botilbudlaege.begreber import Dokument, Region
from botilbudlaege.domain import _kommuner
from botilbudlaege.errors import DocumentError, PackError
from botilbudlaege.packs._pack import Pack
from botilbudlaege.packs.authoring import _cases, _findings, _new_texts
from botilbudlaege.packs.clauses._given import ID
from botilbudlaege.packs.clauses._markdown import LEFT_OUT
from botilbudlaege.packs.folder import _discovery, _layers, _manifest
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.templates._templates import Templates

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
    from pathlib import Path

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.folder._manifest import Manifest

VERSION = "0.1"
_REGIONER = 'regioner = ["{}"]'


def new_pack(
    folder: Path,
    pack_id: str,
    *,
    bygger_paa: str = "faelles",
    navn: str | None = None,
    region: str | None = None,
    klausuler: Sequence[str] = (),
    dokumenter: Sequence[str] = ("samarbejdsplan",),
) -> Path:
    """Make a project with a pack of one's own, whole or not at all.

    Args:
        folder: The project's folder, which must not exist.
        pack_id: The pack's id; where a region's name is a part of it (`region_nordjylland`) the pack is for that region.
        bygger_paa: The id of the pack below.
        navn: The name in the letterhead; None for the region's, or the id with a capital letter.
        region: The region it is for, by name or code; empty for a pack that is chosen by nobody but who asks for it. None
            for the one that the id names.
        klausuler: The clauses to word anew: copies of those of the pack below.
        dokumenter: The documents to lay out anew: copies of the Word templates of the pack below.

    Returns:
        The project's folder.

    Raises:
        DataError: There is no such region.
        PackError: The id cannot be used, or the pack below, a clause or a document does not exist.
        DocumentError: The folder exists, or cannot be made.
    """
    base = Stack(_layers.read(_discovery.folder_of(bygger_paa)))
    clauses = {key: clause.source for key, clause in base.clauses.items() if clause is not LEFT_OUT}
    findings = [
        *id_faults(pack_id),
        *_unknown(_findings.UNKNOWN_CLAUSE, klausuler, clauses),
        *_unknown(_findings.UNKNOWN_DOCUMENT, dokumenter, [*map(str, base.documents)]),
    ]
    if findings:
        raise PackError(*findings)
    text = head(pack_id, base.top.manifest, navn, region)
    with project(folder, pack_id) as own:
        (own / "klausuler").mkdir(parents=True)
        (own / _manifest.FILE).write_text(text, encoding="utf-8")
        _add_documents(own, base, dict.fromkeys(dokumenter))
        _add_clauses(own, {clause: clauses[clause] for clause in klausuler})
        _copy_cases(own, base)
    return folder


@contextlib.contextmanager
def project(folder: Path, pack_id: str) -> Generator[Path]:
    """Make a project's folder of what the block writes into the pack's own; whole or not at all.

    Raises:
        DocumentError: The folder exists, or cannot be made.
    """
    if folder.exists():
        raise DocumentError(_findings.FOLDER_EXISTS(place=folder.name))
    temporary = folder.parent / f".{secrets.token_hex(8)}"
    try:
        _project(temporary, pack_id)
        yield temporary / _package(pack_id) / pack_id
        temporary.rename(folder)
    except OSError as error:
        raise DocumentError(_findings.PROJECT_NOT_MADE(place=folder.name)) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def id_faults(pack_id: str) -> list[Finding]:
    """Say why an id cannot be a new pack's."""
    if not ID.fullmatch(pack_id):
        return [_findings.BAD_ID()]
    taken = _discovery.registry().get(pack_id)
    return [] if taken is None else [_findings.ID_TAKEN(pakke=pack_id, sted=taken.distribution)]


def _unknown(entry: Entry, names: Sequence[str], known: Collection[str]) -> list[Finding]:
    return [entry(navn=name, forslag=_nearest.suggestion(name, known)) for name in names if name not in known]


def _package(pack_id: str) -> str:
    return f"botilbudlaege_{pack_id}"


def _distribution(pack_id: str) -> str:
    return _package(pack_id).replace("_", "-").rstrip("-")


def _project(folder: Path, pack_id: str) -> None:
    """Write what makes the pack an installable project."""
    folder.mkdir()
    names = {
        "id": pack_id,
        "package": _package(pack_id),
        "distribution": _distribution(pack_id),
    }
    for name, text in (("README.md", _new_texts.README), ("pyproject.toml", _new_texts.PYPROJECT)):
        (folder / name).write_text(text.format(**names), encoding="utf-8")


def _add_documents(folder: Path, base: Stack, kinds: Iterable[str]) -> None:
    """Copy Word templates, and say so in the manifest."""
    for kind in kinds:
        file = base.word_file(Dokument[kind.upper()])
        (folder / f"{kind}.docx").write_bytes(file.docx)
        _append(
            folder,
            f"dokumenter.{kind}",
            titel=file.post.titel or "",
            fil=f"{kind}.docx",
            begrundelse="Regionens egen opstilling.",
            **({"tomme_raekker": rows} if (rows := file.post.tomme_raekker) else {}),
        )


def _add_clauses(folder: Path, clauses: Mapping[str, str]) -> None:
    """Copy clauses, and say so in the manifest."""
    for clause, text in clauses.items():
        (folder / "klausuler" / f"{clause}.md").write_text(text, encoding="utf-8")
        _append(folder, f"klausuler.{clause}", begrundelse="Regionens egen ordlyd.")


def _append(folder: Path, table: str, **values: str | Mapping[str, int]) -> None:
    lines = "".join(f"{_line(key, value)}\n" for key, value in values.items())
    with (folder / _manifest.FILE).open("a", encoding="utf-8") as file:
        file.write(f"\n[{table}]\n{lines}")


def head(pack_id: str, base: Manifest, navn: str | None, asked: str | None) -> str:
    """Write the beginning of a manifest.

    Raises:
        DataError: There is no such region.
    """
    region = _kommuner.naevnt(pack_id) if asked is None else _kommuner.region(asked) if asked else None
    name = navn or (pack_id.replace("_", " ").capitalize() if region is None else region.tekst)
    none = "# " + _REGIONER.format(Region.MIDTJYLLAND) if asked is None else "regioner = []"
    return _new_texts.HEAD.format(
        id=_line("id", pack_id),
        navn=_line("navn", name),
        version=_line("version", VERSION),
        bygger_paa=_line("bygger_paa", base.id),
        regioner=none if region is None else _REGIONER.format(region),
        kraever=_line(base.id, f">={base.version}"),
    )


def _line(key: str, value: str | Mapping[str, int]) -> str:
    """Write a key and its value on one line."""
    if isinstance(value, str):
        return tomli_w.dumps({key: value}).strip()
    inner = ", ".join(tomli_w.dumps({name: count}).strip() for name, count in value.items())
    return f"{key} = {{ {inner} }}"


def _copy_cases(folder: Path, base: Stack) -> None:
    """Copy the cases of the nearest layer that has some, with the texts that they get from the new pack.

    Raises:
        PackError: The new pack cannot be read.
    """
    own = folder / _cases.FOLDER
    own.mkdir()
    for path in next((paths for below in base.layers if (paths := _cases.paths(below.folder))), ()):
        shutil.copyfile(path, own / path.name)
    pack = Pack(Templates(Stack(_layers.read(folder))))
    for case in _cases.cases(folder):
        case.expected.write_text(_cases.text(case, pack) + "\n", encoding="utf-8")
