"""`set_aside`: the documents that no row calls for any more are moved into a folder of their own."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _files
from botilbudlaege._arguments import PATH, TEXT, takes
from botilbudlaege.batch import _findings, _intents
from botilbudlaege.batch._intents import JOURNAL
from botilbudlaege.batch._task import pdf_of
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import JsonLines
from botilbudlaege.journal._issued import KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.journal import Issued, Journal

STANDARD = "arkiv"


@attrs.frozen(kw_only=True)
class Moved:
    """A document that was moved.

    Args:
        file: The name that it had in the folder.
        to: Where it is now, seen from the folder.
    """

    file: str
    to: str


@takes(folder=PATH, to=TEXT, journal=KEPT.or_none)
def set_aside(
    folder: str | os.PathLike[str], *, to: str = STANDARD, journal: Journal | None = None
) -> tuple[Moved, ...]:
    """Move the documents that the last batch of a folder told as left over, with their PDFs.

    Nothing is replaced and nothing is deleted: one whose name is taken there gets a number. A document that somebody has
    changed or signed is moved as it is; a folder or a link that was set in its place stays. The journal follows.

    Args:
        folder: The folder of the batch.
        to: The folder in it that they are moved to; it is made when it does not exist.
        journal: The journal, where the batch was given one.

    Returns:
        What was moved, in the order in which it was first made.

    Raises:
        DocumentError: The folder is not there or is a link, `to` leads elsewhere, or a file cannot be moved.

    >>> import tempfile
    >>> from botilbudlaege import load, render_many
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> folder = tempfile.mkdtemp()
    >>> egelund = attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, navn="Egelund", p_nummer=None))
    >>> made = render_many([plan, egelund], folder)
    >>> [each.reason for each in render_many([plan], folder).left_over]
    ['removed']
    >>> set_aside(folder)
    (Moved(file='Egelund samarbejdsplan.docx', to='arkiv/Egelund samarbejdsplan.docx'),)
    """
    root = Path(folder)
    target = _target(root, to)
    kept = JsonLines(root / JOURNAL) if journal is None else journal
    with _intents.alone(root):
        entries, names = _intents.fulfilled(root)
        if entries:
            kept.add(entries)
        _intents.withdraw(root, names)
        left = [entry for entry in kept.entries() if entry.state == "unclaimed"]
        return tuple(moved for entry in left for moved in _moved(root, target, entry, kept))


def _target(root: Path, to: str) -> Path:
    if root.is_symlink() or not root.is_dir():
        raise DocumentError(_findings.NO_SUCH_FOLDER(place=root.name))
    target = root / to
    if Path(to).name != to or to.startswith(".") or target.is_symlink():
        raise DocumentError(_findings.ASIDE_ELSEWHERE(path="til"))
    return target


def _make(target: Path) -> None:
    try:
        target.mkdir(exist_ok=True)
    except OSError as error:
        raise DocumentError(_findings.NO_FOLDER_MADE(place=target.name)) from error


def _moved(root: Path, target: Path, entry: Issued, journal: Journal) -> Iterator[Moved]:
    """Move a document and its PDF; say before it is done where it will be."""
    files = [file for file in (entry.file, pdf_of(entry.file)) if _is_file(root / file)]
    if not files:
        return
    _make(target)
    name = _free(target, Path(entry.file).stem)
    to = f"{target.name}/{name}.docx"
    there = attrs.evolve(entry, file=to, state="set aside")
    intent = _intents.declare(root, [there])
    for file in files:
        _files.move(root / file, target / f"{name}{Path(file).suffix}")
    journal.add([attrs.evolve(entry, state="gone"), there])
    _intents.withdraw(root, [intent])
    yield Moved(file=entry.file, to=to)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _free(target: Path, stem: str) -> str:
    """Find a name that neither a document nor a PDF has."""
    names = (stem if number == 1 else f"{stem} ({number})" for number in itertools.count(1))
    return next(
        name
        for name in names
        if not any(os.path.lexists(target / f"{name}{ending}") for ending in (".docx", ".pdf"))
    )
