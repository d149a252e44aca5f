"""The rows of a batch on their way in: objects, mappings, or the rows of a register."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from botilbudlaege import _filer, _struktur
from botilbudlaege.batch import _findings
from botilbudlaege.begreber import Dokument
from botilbudlaege.data import _register
from botilbudlaege.data.tables import _tabel
from botilbudlaege.domain import DOKUMENTER, Fakta, Registerpost, dokument
from botilbudlaege.errors import DataError, Finding, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege._filer import Readable
    from botilbudlaege.batch._task import Task


_NAMELESS = "registeret"
"""What a register is called that has no name."""
Read = tuple[int, Any, tuple[Finding, ...]]


@attrs.frozen(kw_only=True)
class Source:
    """Where the rows come from.

    Args:
        rows: Number, facts (None for a bad row) and what is wrong.
        total: How many there are; None when it is not known.
        register: The name of the register's file; empty for objects.
        columns: Where each fact of a register stands.
    """

    rows: Iterable[Read]
    total: int | None
    register: str = ""
    columns: Mapping[str, str] = attrs.field(factory=dict)

    def placed(self, number: int, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Say in which row something is wrong, and in which column of a register where it has one."""
        return tuple(self._placed(number, finding) for finding in findings)

    def _placed(self, number: int, finding: Finding) -> Finding:
        row = f"række {number}"
        if not self.register:
            return attrs.evolve(finding, place=f"{row}, {finding.place}".rstrip(", "))
        column = self.columns.get(f"plan.{finding.path}") or self.columns.get(finding.path) or finding.path
        return attrs.evolve(
            finding,
            place=f"{self.register}, {finding.place}".rstrip(", "),
            path=f"{row}, {column}".rstrip(", "),
        )


def source_of(subjects: Iterable[Fakta | Mapping[str, Any]] | Readable, task: Task) -> Source:
    if isinstance(subjects, (str, os.PathLike, bytes)) or hasattr(subjects, "read"):
        return _register_source(_filer.Source.of(cast("Readable", subjects)), task)
    if isinstance(subjects, (Fakta, Mapping)):
        raise _struktur.typefejl(subjects, _findings.NOT_ROWS)
    total = len(subjects) if isinstance(subjects, (list, tuple)) else None
    return Source(rows=_numbered(subjects, task), total=total)


def _numbered(subjects: Iterable[Any], task: Task) -> Iterator[Read]:
    """Count the subjects; of the rows of a register those that have what the document is about."""
    for number, subject in enumerate(subjects, start=1):
        facts = _subject(subject, task) if isinstance(subject, Registerpost) else subject
        if facts is not None or subject is None:
            yield number, facts, ()


def _register_source(file: _filer.Source, task: Task) -> Source:
    """Read the rows of a register that have what the document is about; the bad ones with what is wrong."""
    if file.name and file.suffix not in _tabel.SUFFIXES:
        raise DataError(_findings.UNKNOWN_FORMAT(place=file.name, endelser=", ".join(_tabel.SUFFIXES)))
    name = file.name or _NAMELESS
    found: list[Read] = []
    columns: Mapping[str, str] = {}
    try:
        for row in _register.Reading(file):
            columns = columns or row.places
            post, findings = row.structured()
            subject = None if post is None else _subject(post, task)
            if findings or subject is not None:
                found.append((row.number, subject, within(findings, place=name)))
    except DataError as error:
        raise DataError(*within(error.findings, place=name)) from error.__cause__
    return Source(rows=found, total=len(found), register=name, columns=columns)


def _subject(post: Registerpost, task: Task) -> Fakta | None:
    kind = dokument(task.document or Dokument.SAMARBEJDSPLAN)
    return DOKUMENTER[kind].af_post(post, draft=task.draft)
