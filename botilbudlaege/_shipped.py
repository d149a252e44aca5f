"""Templates of the built-in packs, compiled before the library was packed: used where all that makes them is as it was then.

They spare the very first render on a machine the compiler and the packages that it loads. The file says which modules of
this library made them, with a digest of what stood in them, which versions of other packages, and which Pythons make the
same. Where anything is another, or the file is not whole, it is as if there were none, and the template is compiled.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
import os
import re
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = Path(__file__).parent
FILE = PACKAGE / "templates" / "compiled.bin"
COMPILERS = {
    "jinja2": "jinja2",
    "markupsafe": "markupsafe",
    "docxtpl": "docxtpl",
    "docx": "python_docx",
    "lxml": "lxml",
    "markdown_it": "markdown_it_py",
}
"""The packages that take part in what a program becomes, each with the name that it is installed by."""
_FORMAT = 1
_FAULTS = (OSError, LookupError, TypeError, ValueError, AttributeError, RecursionError, zlib.error)


def read(*pieces: bytes) -> bytes | None:
    """Give what was made of these pieces; None where there is nothing, or nothing that can be relied on."""
    content, said = _opened(FILE)
    try:
        start, end = said["places"][_name(pieces)]
        return zlib.decompress(content[start:end]) if is_current() else None
    except _FAULTS:
        return None


def is_current() -> bool:
    """Tell whether the file of this library is used."""
    return _is_as_it_was(FILE)


@functools.lru_cache(maxsize=4)
def _opened(path: Path) -> tuple[bytes, dict[str, Any]]:
    """Open a file, once a process; give its packed contents, and what it says of them."""
    try:
        head, _, content = path.read_bytes().partition(b"\n")
        return content, dict(json.loads(head))
    except _FAULTS:
        return b"", {}


@functools.lru_cache(maxsize=4)
def _is_as_it_was(path: Path) -> bool:
    """Tell, once a process, whether all that made a file's contents is as it was; only asked for what is among them."""
    _, said = _opened(path)
    try:
        return (
            said["format"] == _FORMAT
            and [*sys.version_info[:2]] in said["pythons"]
            and said["versions"] == versions()
            and said["digest"] == digest(said["modules"])
            and bool(said["places"])
        )
    except _FAULTS:
        return False


def packed(
    made: dict[tuple[bytes, ...], bytes], *, modules: Iterable[str], pythons: Iterable[tuple[int, int]]
) -> bytes:
    """Write a file of what was made, by its pieces; with the modules that made it, and the Pythons that make the same."""
    places, content = {}, b""
    for pieces, each in sorted(made.items()):
        start = len(content)
        content += zlib.compress(each, 9)
        places[_name(pieces)] = start, len(content)
    names = sorted(modules)
    said = {
        "format": _FORMAT,
        "pythons": sorted(pythons),
        "versions": versions(),
        "digest": digest(names),
        "modules": names,
        "places": places,
    }
    return json.dumps(said).encode() + b"\n" + content


def _name(pieces: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for piece in pieces:
        found.update(b"%d:" % len(piece) + piece)
    return found.hexdigest()


def digest(modules: Iterable[str]) -> str:
    """Digest what stands in modules of this library, and in its tables of facts and rules.

    Raises:
        OSError: One of them cannot be read.
        ValueError: One of them is outside of the library.
    """
    found = hashlib.sha256()
    for name in modules:
        if ".." in name or not name.endswith((".py", ".toml")):
            raise ValueError(name)
        with open(PACKAGE / name, "rb") as file:  # noqa: PTH123 - a hundred of them
            content = file.read()
        found.update(f"{name} {len(content)}\n".encode() + content)
    return found.hexdigest()


def versions() -> dict[str, str | None]:
    """Tell the versions of the packages that take part; None for one whose version cannot be told without loading it."""
    return {package: _version(package, installed_as) for package, installed_as in COMPILERS.items()}


def _version(package: str, installed_as: str) -> str | None:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    found = {
        match[1]
        for each in _listed(os.path.dirname(os.path.dirname(spec.origin)))  # noqa: PTH120 - where the import found it
        if (match := re.fullmatch(rf"{installed_as}-(.+)\.dist-info", each, re.IGNORECASE))
    }
    return found.pop() if len(found) == 1 else None


@functools.lru_cache(maxsize=4)
def _listed(folder: str) -> tuple[str, ...]:
    with os.scandir(folder) as found:
        return tuple(each.name for each in found if each.name.endswith(".dist-info"))
