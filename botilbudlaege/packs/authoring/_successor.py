"""`successor`: a pack that takes over from another on a day; the dates of both are set."""

from __future__ import annotations

import contextlib
import datetime
import shutil
import tomllib
from typing import TYPE_CHECKING, Any

from botilbudlaege import _files, _toml, dansk
from botilbudlaege.domain import _kommuner
from botilbudlaege.errors import PackError
from botilbudlaege.packs import _load
from botilbudlaege.packs._pack import Pack
from botilbudlaege.packs.authoring import _cases, _findings, _new, _save
from botilbudlaege.packs.folder import _layers, _manifest
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.templates._templates import Templates

if TYPE_CHECKING:
    from pathlib import Path

    from botilbudlaege.packs.folder._manifest import Manifest

_COPIED = ("klausuler", _cases.FOLDER, _layers.OPLYSNINGER)


def successor(
    folder: Path,
    pack_id: str,
    *,
    pack: str | Path,
    fra: datetime.date,
    navn: str | None = None,
    region: str | None = None,
) -> Path:
    """Make a project with a pack that takes over from another, and say so in that one's `pakke.toml`; both or neither.

    It has all that the other has of its own; the other's last day is the day before.

    Args:
        folder: The project's folder, which must not exist.
        pack_id: The new pack's id.
        pack: The pack that it takes over from: its folder, or the id of one that is installed from its folder (`pip install -e`).
        fra: The first day of the new pack.
        navn: The name in the letterhead; None for the other's.
        region: The region it is for, by name or code; None for those of the other.

    Returns:
        The project's folder.

    Raises:
        DataError: There is no such region.
        PackError: The id cannot be used, the other pack cannot be read or written to, or it ends already.
        DocumentError: The folder exists, or a file cannot be written.
    """
    old = _load.folder_of(pack)
    _save.refuse_installed(old, _findings.INSTALLED_BEFORE)
    manifest = _layers.read(old)[0].manifest
    findings = _new.id_faults(pack_id)
    if findings:
        raise PackError(*findings)
    last = _last_day(manifest, fra)
    own = old / _manifest.FILE
    before = own.read_bytes()
    changed: dict[str, Any] = {
        "id": pack_id,
        "version": _new.VERSION,
        "gyldig_fra": fra,
        "gyldig_til": None,
        "efterfoelger": None,
    }
    if navn is not None:
        changed["navn"] = navn
    if region is not None:
        changed["regioner"] = [str(_kommuner.region(region))]
    new = _edited(before, changed, manifest)
    ended = _edited(before, {"gyldig_til": last, "efterfoelger": pack_id}, manifest)
    with _save.restoring(own), _new.project(folder, pack_id) as made:
        made.mkdir(parents=True)
        _copy(old, made, manifest)
        (made / _manifest.FILE).write_bytes(new)
        _expect(made)
        _files.write(own, ended, overwrite=True)
        _layers.read(old)
    return folder


def _last_day(manifest: Manifest, fra: datetime.date) -> datetime.date:
    """Give the last day of the pack that is taken over from.

    Raises:
        PackError: It begins later, or has an end already.
    """
    place = f"{manifest.id}/{_manifest.FILE}"
    last = fra - datetime.timedelta(days=1)
    if manifest.efterfoelger is not None:
        raise PackError(
            _findings.HAS_SUCCESSOR(
                path="efterfoelger", place=place, pakke=manifest.id, anden=manifest.efterfoelger
            )
        )
    if manifest.gyldig_til not in (None, last):
        til = dansk.dato(manifest.gyldig_til)
        raise PackError(
            _findings.ENDS_OTHERWISE(
                path="gyldig_til", place=place, pakke=manifest.id, til=til, fra=dansk.dato(fra)
            )
        )
    if manifest.gyldig_fra is not None and manifest.gyldig_fra > last:
        begynder = dansk.dato(manifest.gyldig_fra)
        raise PackError(
            _findings.BEGINS_LATER(path="gyldig_fra", place=place, pakke=manifest.id, fra=begynder)
        )
    return last


def _copy(old: Path, new: Path, manifest: Manifest) -> None:
    """Copy what a pack has of its own but its manifest."""
    files = [post.fil for post in manifest.dokumenter.values() if post.fil is not None]
    for name in (*files, *([] if manifest.logo is None else [manifest.logo])):
        shutil.copyfile(old / name, new / name)
    for name in _COPIED:
        if (old / name).is_dir():
            shutil.copytree(old / name, new / name)


def _expect(folder: Path) -> None:
    """Write the texts that the cases get from the new pack.

    Raises:
        BotilbudlaegeError: The pack or a case cannot be read.
    """
    pack = Pack(Templates(Stack(_layers.read(folder))))
    for case in _cases.cases(folder):
        case.expected.write_text(_cases.text(case, pack) + "\n", encoding="utf-8")


def _edited(content: bytes, values: dict[str, Any], manifest: Manifest) -> bytes:
    """Give `pakke.toml` with other values of its own keys, None for a key that goes; all else as it is.

    Raises:
        PackError: The file has to be changed by hand.
    """
    import tomlkit  # noqa: PLC0415 - it takes its time, and is needed here alone
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    text = content.decode("utf-8").removeprefix("\ufeff")
    wanted = {key: value for key, value in {**_toml.loads(text), **values}.items() if value is not None}
    with contextlib.suppress(TOMLKitError, tomllib.TOMLDecodeError):
        document = tomlkit.parse(text)
        lines = []
        for key, value in values.items():
            if value is None:
                document.remove(key) if key in document else None
            elif key in document:
                document[key] = value
            else:
                lines.append(f"{key} = {tomlkit.item(value).as_string()}")
        made = _before_tables(tomlkit.dumps(document), lines)
        if _toml.loads(made) == wanted:
            return made.encode("utf-8")
    raise PackError(_findings.DATES_BY_HAND(place=f"{manifest.id}/{_manifest.FILE}"))


def _before_tables(text: str, new: list[str]) -> str:
    """Put lines where the keys of the file itself end: before its first table, and what is said of that above it."""
    lines = text.splitlines()
    at = next((number for number, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    while at and (not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#")):
        at -= 1
    return "\n".join([*lines[:at], *new, *lines[at:], ""])
