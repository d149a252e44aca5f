"""A clause saved in a pack's folder: its file, and its reason in `pakke.toml`, both or neither."""

from __future__ import annotations

import contextlib
import tomllib
from typing import TYPE_CHECKING, Any

import tomli_w

from botilbudlaege import _files, _toml
from botilbudlaege.errors import DocumentError, PackError, TemplateError
from botilbudlaege.packs import _insertion, _load
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.authoring import _findings, _tried
from botilbudlaege.packs.folder import _discovery, _layers, _manifest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.clauses._given import Given
    from botilbudlaege.packs.folder._manifest import Manifest
    from botilbudlaege.packs.templates._templates import Templates

_INSTALLED = frozenset({"site-packages", "dist-packages"})


def save(clause: Given, pack: str | Path | Pack, *, begrundelse: str | None, overwrite: bool) -> Path:
    """Save a clause; see `Klausul.save`."""
    folder = _load.folder_of(pack)
    refuse_installed(folder)
    templates = inside(_load.load(folder))
    faults = list(_faults(clause, templates))
    if faults:
        raise TemplateError(*faults)
    manifest, path = folder / _manifest.FILE, folder / "klausuler" / f"{clause.id}.md"
    before = manifest.read_bytes()
    after = _with_reason(before, clause, templates.stack.top.manifest, begrundelse)
    text = f"{clause.text.strip()}\n".encode()
    with restoring(path, manifest):
        _make_folder(path.parent)
        _files.write(path, text, overwrite=overwrite, same=True)
        if after != before:
            _files.write(manifest, after, overwrite=True)
        _layers.read(folder)
    return path


def refuse_installed(folder: Path, told: Entry = _findings.INSTALLED_PACK) -> None:
    """Refuse a pack that the next installation would replace, in the words of what was to be done."""
    whole = folder.resolve()
    if whole.is_relative_to(_discovery.BUILT_IN.resolve()) or not _INSTALLED.isdisjoint(whole.parts):
        raise PackError(told(place=folder.name, pakke=folder.name))


def _faults(clause: Given, templates: Templates) -> Iterator[Finding]:
    """List the errors of the clause, each once, in the documents of the pack that use it."""
    stack = templates.stack
    kinds = stack.documents_with(clause.id)
    seen = set()
    for kind in kinds:
        for finding in _tried.findings(clause, kind, templates):
            if finding.severity == "error" and finding not in seen:
                seen.add(finding)
                yield finding
    if not kinds:
        used = {key for kind in stack.documents for key in stack.clauses_of(kind)}
        entries = _findings.CLAUSE_MISSPELT, _findings.CLAUSE_WITHOUT_PLACE
        yield _insertion.without_place(clause, used, *entries, pakke=stack.id)


# pakke.toml --------------------------------------------------------------------------------------------


def _with_reason(content: bytes, clause: Given, manifest: Manifest, begrundelse: str | None) -> bytes:
    """Give `pakke.toml` with the clause's reason; all else as it is.

    Raises:
        PackError: There is no reason, or the file has to be changed by hand.
    """
    at = {"path": f"klausuler.{clause.id}", "place": f"{manifest.id}/{_manifest.FILE}"}
    post = manifest.klausuler.get(clause.id)
    if post is not None and post.udelad:
        raise PackError(_findings.LEFT_OUT(**at))
    known = None if post is None else post.begrundelse
    if begrundelse in (None, known):
        if known is None and manifest.bygger_paa is not None:
            raise PackError(_findings.WITHOUT_REASON(**at))
        return content
    text = content.decode("utf-8")
    new = (_appended if post is None else _replaced)(text, clause.id, begrundelse)
    wanted = _table(text)
    wanted.setdefault("klausuler", {}).setdefault(clause.id, {})["begrundelse"] = begrundelse
    if new is None or _table(new) != wanted:
        raise PackError(_findings.BY_HAND(**at))
    return new.encode("utf-8")


def _table(text: str) -> dict[str, Any]:
    try:
        return _toml.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError:
        return {}


def _appended(text: str, clause: str, begrundelse: str) -> str:
    line = tomli_w.dumps({"begrundelse": begrundelse}).strip()
    end = "\r\n" if "\r\n" in text else "\n"
    return f"{text.rstrip()}{end}{end}[klausuler.{clause}]{end}{line}{end}"


def _replaced(text: str, clause: str, begrundelse: str) -> str | None:
    """Change the value in the clause's own table, and nothing else of the file; None where it has no table."""
    import tomlkit  # noqa: PLC0415 - it takes its time, and is needed here alone
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415
    from tomlkit.items import Table  # noqa: PLC0415

    own = text.removeprefix("\ufeff")
    try:
        document: Any = tomlkit.parse(own)
        post = document["klausuler"][clause]
    except (TOMLKitError, KeyError):  # what tomllib reads otherwise
        return None
    if not isinstance(post, Table):
        return None
    post["begrundelse"] = begrundelse
    return text[: len(text) - len(own)] + tomlkit.dumps(document)


# Files -------------------------------------------------------------------------------------------------


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise DocumentError(_findings.FOLDER_NOT_MADE(place=folder.name)) from error


@contextlib.contextmanager
def restoring(*paths: Path) -> Generator[None]:
    """Put the files back as they were when the block does not come to its end."""
    before = {path: path.read_bytes() if path.is_file() else None for path in paths}
    missing = [path.parent for path in paths if not path.parent.exists()]
    try:
        yield
    except BaseException:
        for path, content in before.items():
            _restore(path, content)
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _restore(path: Path, content: bytes | None) -> None:
    with contextlib.suppress(OSError, DocumentError):
        if content is None:
            path.unlink(missing_ok=True)
        elif path.read_bytes() != content:
            _files.write(path, content, overwrite=True)
