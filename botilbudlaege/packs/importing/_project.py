"""The pack's project on the disk: made anew or brought up to date, whole or not at all, and nothing that somebody edited lost."""

from __future__ import annotations

import contextlib
import functools
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import tomlkit

from botilbudlaege import _digest
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import BotilbudlaegeError, DocumentError, PackError
from botilbudlaege.packs import _load
from botilbudlaege.packs._pack import Pack, inside
from botilbudlaege.packs.authoring import _cases, _new
from botilbudlaege.packs.folder import _manifest
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.importing import _findings

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence


_CLAUSES = "klausuler"


@attrs.frozen(kw_only=True)
class Content:
    """What a pack gets of an imported document.

    Args:
        kind: The kind of document.
        docx: The Word template.
        title: Its title.
        clauses: The clauses of its own, by id.
        reason: Where the words come from.
        empty_rows: How many empty items a form has in each list.
        files: Files beside the pack: the proposal.
    """

    kind: Dokument
    docx: bytes
    title: str
    clauses: Mapping[str, str]
    reason: str
    empty_rows: Mapping[str, int]
    files: Mapping[str, bytes] = attrs.field(factory=dict)


@attrs.frozen
class Project:
    """The project of a pack.

    Args:
        folder: The project's folder.
        pack_id: The pack's id.
        base: The layers below.
    """

    folder: Path
    pack_id: str
    base: Stack

    @property
    def own(self) -> Path:
        """The pack's folder in it."""
        return self.inside(self.folder)

    def inside(self, folder: Path) -> Path:
        """Give the pack's folder in a project's."""
        return folder / f"botilbudlaege_{self.pack_id}" / self.pack_id

    def clauses(self) -> set[str]:
        """List the clauses that the pack words itself."""
        return {path.stem for path in (self.own / _CLAUSES).glob("*.md")}

    def check(self, navn: str | None, region: str | None) -> None:
        """See that there can be such a project, before a Word file is read for it.

        Raises:
            PackError: The id cannot be used.
            DataError: There is no such region.
            DocumentError: The folder holds something else.
        """
        if findings := _new.id_faults(self.pack_id):
            raise PackError(*findings)
        _new.head(self.pack_id, self.base.top.manifest, navn, region)
        if self.folder.exists() and not (self.own.is_dir() and [*self.folder.glob("forslag*.json")]):
            raise DocumentError(_findings.OTHER_FOLDER(mappe=self.folder.name))

    def check_edits(self, written: Mapping[str, str]) -> None:
        """Refuse to write over what somebody has edited since.

        Raises:
            PackError: With each file.
        """
        edited = [
            _findings.EDITED_SINCE(fil=name)
            for name, digest in written.items()
            if (self.own / name).is_file() and _digest.of_content((self.own / name).read_bytes()) != digest
        ]
        if edited:
            raise PackError(*edited)

    def write(
        self, content: Content, *, navn: str | None, region: str | None, before: Mapping[str, str]
    ) -> dict[str, str]:
        """Write the project, whole or not at all; give the digests of the files that are the import's.

        Raises:
            DataError: There is no such region.
            DocumentError: The folder cannot be written.
        """
        if self.folder.exists():
            return self._again(content, before)
        head = _new.head(self.pack_id, self.base.top.manifest, navn, region)
        with _new.project(self.folder, self.pack_id) as own:
            own.mkdir(parents=True)
            (own / _manifest.FILE).write_text(head, encoding="utf-8")
            return self._fill(own, content, before)

    def _again(self, content: Content, before: Mapping[str, str]) -> dict[str, str]:
        temporary = self.folder.parent / f".{secrets.token_hex(8)}"
        try:
            shutil.copytree(self.folder, temporary)
            written = self._fill(self.inside(temporary), content, before)
            self._swap(temporary)
        except OSError as error:
            raise DocumentError(_findings.NOT_WRITTEN(place=self.folder.name)) from error
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        return written

    def _fill(self, own: Path, content: Content, before: Mapping[str, str]) -> dict[str, str]:
        (own / _CLAUSES).mkdir(exist_ok=True)
        files = {f"{content.kind}.docx": content.docx}
        files |= {f"{_CLAUSES}/{key}.md": text.encode() for key, text in content.clauses.items()}
        gone = [name for name in before if name not in files]
        for name in gone:
            (own / name).unlink(missing_ok=True)
        for name, data in files.items():
            (own / name).write_bytes(data)
        with _manifest_of(own) as manifest:
            _enter(manifest, content, [name for name in gone if name.endswith(".md")])
        self._cases(own, content.kind)
        for name, data in content.files.items():
            (own.parent.parent / name).write_bytes(data)
        return {name: _digest.of_content(data) for name, data in files.items()}

    def _cases(self, own: Path, kind: Dokument) -> None:
        """Write the cases of the document, with the texts that they get; none while it cannot be made."""
        folder = own / _cases.FOLDER
        folder.mkdir(exist_ok=True)
        below = next((paths for layer in self.base.layers if (paths := _cases.paths(layer.folder))), [])
        made_of = {folder / path.name: path for path in below if _cases.kind_of(path) == str(kind)}
        for made, path in made_of.items():
            if not made.exists():
                shutil.copyfile(path, made)
        pack = _load.load(own)  # once: a case that is written to its folder would have it compiled anew
        is_broken = functools.cache(functools.partial(_is_broken, pack, kind))
        for made in made_of:
            case = _cases.case(made)
            try:
                text = "" if is_broken(case.draft) else _cases.text(case, pack)
            except BotilbudlaegeError:
                text = ""
            if not text:
                made.unlink(missing_ok=True)
                case.expected.unlink(missing_ok=True)
            else:
                case.expected.write_text(text + "\n", encoding="utf-8")

    def _swap(self, temporary: Path) -> None:
        if not self.folder.exists():
            temporary.rename(self.folder)
            return
        old = self.folder.parent / f".{secrets.token_hex(8)}"
        self.folder.rename(old)
        try:
            temporary.rename(self.folder)
        except OSError:
            old.rename(self.folder)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _is_broken(pack: Pack, kind: Dokument, draft: bool) -> bool:  # noqa: FBT001 - as it is kept
    """Tell a template of which no draft or no final can be made, whatever the facts."""
    try:
        inside(pack).ready(kind, draft=draft, living=False)
    except BotilbudlaegeError:
        return True
    return False


@contextlib.contextmanager
def _manifest_of(own: Path) -> Generator[Any]:
    """Open the manifest to be changed, all else in it as it is."""
    path = own / _manifest.FILE
    document = tomlkit.parse(path.read_text(encoding="utf-8"))
    yield document
    path.write_text(tomlkit.dumps(document), encoding="utf-8")


def _enter(manifest: Any, content: Content, gone: Sequence[str]) -> None:
    """Enter the document and its clauses; a reason that somebody has written stays."""
    documents = manifest.setdefault("dokumenter", tomlkit.table(is_super_table=True))
    post = documents.setdefault(str(content.kind), tomlkit.table())
    post.setdefault("titel", content.title)
    post["fil"] = f"{content.kind}.docx"
    post.setdefault("begrundelse", content.reason)
    if content.empty_rows:
        rows = tomlkit.inline_table()
        rows.update(dict(content.empty_rows))
        post["tomme_raekker"] = rows
    for key in content.clauses:
        clauses = manifest.setdefault("klausuler", tomlkit.table(is_super_table=True))
        clauses.setdefault(key, tomlkit.table()).setdefault("begrundelse", content.reason)
    kept = manifest.get("klausuler", {})
    for name in gone:
        key = name.removeprefix(f"{_CLAUSES}/").removesuffix(".md")
        if key in kept:
            del kept[key]
