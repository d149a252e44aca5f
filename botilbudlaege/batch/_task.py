"""The tasks that travel to the workers, and their answers: what is asked for, the jobs, and what was made of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from botilbudlaege import _digest
from botilbudlaege._version import __version__
from botilbudlaege.batch._placing import Noted
from botilbudlaege.data import compact
from botilbudlaege.domain import Fakta
from botilbudlaege.errors import Finding
from botilbudlaege.packs.clauses._given import Given


@attrs.frozen(kw_only=True)
class Task:
    """What all rows of a batch share; it travels to the workers."""

    folder: Path
    document: str | None
    pack: str | None
    draft: bool
    living: bool
    dato: datetime.date | None
    versions: tuple[str, ...]
    pdf: bool
    overwrite: bool
    clauses: tuple[Given, ...] = ()

    def key(self) -> str:
        """Tell tasks apart in the journal: what is asked for, and all that it is made with."""
        asked = [
            self.document,
            self.draft,
            self.living,
            str(self.dato),
            __version__,
            *self.versions,
            *((clause.id, clause.text) for clause in self.clauses),
        ]
        return _digest.of_facts(json.dumps(asked))


@attrs.frozen
class Job:
    """A row on its way to be made: its number, its file, its facts, and what the journal has of its files."""

    number: int
    file: str
    facts: Any
    noted: Noted | None
    noted_pdf: Noted | None


@attrs.frozen
class Done:
    """A row on its way back: the files that were made, the digest of its facts, what is wrong, and remarks.

    The files have their digests and the kind of document beside them, for the journal.
    """

    number: int
    file: str = ""
    pdf: str = ""
    digest: str = ""
    kind: str = ""
    contents: Mapping[str, str] = attrs.field(factory=dict)
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


def pdf_of(file: str) -> str:
    """Name the PDF of a Word file."""
    return f"{file.removesuffix('.docx')}.pdf"


def digest_of(facts: Any) -> str:
    """Tell facts apart in the journal; none for what will be refused when it is structured."""
    if isinstance(facts, Fakta):
        return _digest.of_facts(compact(facts))
    try:
        return _digest.of_facts(json.dumps(facts, default=str, sort_keys=True))
    except (TypeError, ValueError):  # keys that are no text, or a mapping within itself
        return ""
