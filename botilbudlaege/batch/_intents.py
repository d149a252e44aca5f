"""Intents: what a chunk is about to write, said before it does, so that a run that is killed knows its files again."""

from __future__ import annotations

import contextlib
import re
import secrets
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _files
from botilbudlaege.batch import _findings
from botilbudlaege.batch._placing import digest_of_file
from botilbudlaege.batch._task import pdf_of
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import JsonLines, _lock

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path

    from botilbudlaege.journal import Issued

JOURNAL = ".botilbudlaege-batch.jsonl"
"""The journal that a batch keeps in its folder."""
_NAME = re.compile(r"\.botilbudlaege-[0-9a-f]{16}\.jsonl")


@contextlib.contextmanager
def alone(folder: Path) -> Generator[None]:
    """Work in a folder alone: another run would take back what this one has said that it writes.

    Raises:
        DocumentError: Another run is going on in it.
    """
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(_lock.alone(folder))
        except BlockingIOError as error:
            raise DocumentError(_findings.FOLDER_IN_USE(place=folder.name)) from error
        yield


def declare(folder: Path, entries: Iterable[Issued]) -> str:
    """Say what is about to be written, and give the name of the file that says it; none where nothing is.

    Raises:
        DocumentError: It cannot be written.
    """
    name = f".botilbudlaege-{secrets.token_hex(8)}.jsonl"
    listed = list(entries)
    JsonLines(folder / name).add(listed)
    return name if listed else ""


def withdraw(folder: Path, names: Iterable[str]) -> None:
    """Remove what the journal has by now."""
    _files.remove(folder / name for name in names if name)


def fulfilled(folder: Path) -> tuple[list[Issued], list[str]]:
    """Give what runs that were killed had written and not journalled, and the names of the files that said so."""
    names = [path.name for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    return [entry for name in names for entry in _done(folder, name)], names


def _done(folder: Path, name: str) -> Iterator[Issued]:
    for entry in JsonLines(folder / name).entries():
        with contextlib.suppress(ValueError):
            if digest_of_file(folder / entry.file) == entry.content:
                there = entry.pdf and digest_of_file(folder / pdf_of(entry.file)) == entry.pdf
                yield attrs.evolve(entry, pdf=entry.pdf if there else "")
