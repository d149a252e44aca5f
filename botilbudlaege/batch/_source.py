"""The documents of a batch on their way in: of objects, of mappings, or of the rows of a register."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from botilbudlaege import _files
from botilbudlaege.batch import _findings
from botilbudlaege.batch._raw import RawRow, calls_for_one
from botilbudlaege.begreber import Dokument
from botilbudlaege.data import _register, structure
from botilbudlaege.data._findings import EVENT_LIST
from botilbudlaege.data.tables import _tables
from botilbudlaege.domain import (
    DOKUMENTER,
    Fakta,
    Registerpost,
    bemaerkninger_til_post,
    dokument,
    dokument_of,
)
from botilbudlaege.errors import BotilbudlaegeError, DataError, Finding, within
from botilbudlaege.historik import Forloeb
from botilbudlaege.journal import Home
from botilbudlaege.journal._called_for import called_for
from botilbudlaege.journal._issued import occasion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege._files import Readable
    from botilbudlaege.batch._task import Done, Task
    from botilbudlaege.data import Kolonner
    from botilbudlaege.data._row import Row


_NAMELESS = "registeret"
"""What a register is called that has no name."""


@attrs.frozen(kw_only=True)
class Wanted:
    """A document that a row calls for.

    Args:
        number: The number of the row.
        home: The home that it is about.
        facts: What it is made of: an object, plain data, or a row as it was read; None of a row that cannot be read. Of one that calls for no document there is one without
            facts and findings, which says that the home is there.
        document: The kind of document.
        occasion: What tells it from others of its kind for the home.
        is_dated: Whether it is a letter of a row, dated with the day on which the batch sends it.
        findings: What is wrong with the row.
    """

    number: int
    home: Home
    facts: Any = None
    document: str = ""
    occasion: str = ""
    is_dated: bool = False
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class Source:
    """Where the documents come from.

    Args:
        wanted: The documents.
        total: How many rows there are that call for one; None when it is not known.
        register: The name of the register's file; empty for objects.
        unit: What is counted: the rows, or, of a list of events, the homes.
        columns: Where each fact of a register stands.
        remarks: What is told of the register and its rows, beside what is told of the documents.
    """

    wanted: Iterable[Wanted]
    total: int | None
    register: str = ""
    unit: str = "række"
    columns: Mapping[str, str] = attrs.field(factory=dict)
    remarks: Counter[Finding] = attrs.field(factory=Counter)

    def placed(self, done: Done) -> tuple[Finding, ...]:
        """Say in which row something is wrong, and in which column of a register where it has one."""
        if done.is_placed:
            return within(done.findings, place=self.register)
        return tuple(self._placed(done.number, finding) for finding in done.findings)

    def _placed(self, number: int, finding: Finding) -> Finding:
        row = f"{self.unit} {number}"
        if not self.register:
            return attrs.evolve(finding, place=f"{row}, {finding.place}".rstrip(", "))
        column = self.columns.get(f"plan.{finding.path}") or self.columns.get(finding.path) or finding.path
        return attrs.evolve(
            finding,
            place=f"{self.register}, {finding.place}".rstrip(", "),
            path=f"{row}, {column}".rstrip(", "),
        )


def source_of(
    subjects: Iterable[Fakta | Mapping[str, Any]] | Readable,
    task: Task,
    *,
    kolonner: Kolonner | None = None,
    ark: str | None = None,
) -> Source:
    if isinstance(subjects, (str, os.PathLike, bytes)) or hasattr(subjects, "read"):
        file = _files.Source.of(cast("Readable", subjects))
        if hasattr(subjects, "read"):  # it is read twice where it is a list of events
            file = attrs.evolve(file, of=file.read())
        return _register_source(file, task, kolonner, ark)
    total = len(subjects) if isinstance(subjects, (list, tuple)) else None
    remarks: Counter[Finding] = Counter()
    return Source(wanted=_numbered(subjects, task, remarks), total=total, remarks=remarks)


def _numbered(subjects: Iterable[Any], task: Task, remarks: Counter[Finding]) -> Iterator[Wanted]:
    """Count the subjects; of the rows of a register give what they call for."""
    for number, subject in enumerate(subjects, start=1):
        if isinstance(subject, (Registerpost, Forloeb)):
            if isinstance(subject, Registerpost):
                remarks.update(bemaerkninger_til_post(subject, dokument(_of_rows(task))))
            yield from _of_post(subject, number, task)
        else:
            yield _of_subject(subject, number, task)


def _of_subject(subject: Any, number: int, task: Task) -> Wanted:
    kind = task.document or _said(subject)
    return Wanted(
        number=number,
        home=Home.of(subject),
        facts=subject,
        document=kind,
        occasion=_occasion(kind, subject),
    )


def _said(subject: Any) -> str:
    """Name the kind of document that a subject is for; none for what will be refused."""
    said = subject.get("dokument") if isinstance(subject, Mapping) else dokument_of(subject)
    return "" if said is None else str(said)


def _occasion(kind: str, subject: Any) -> str:
    """Tell a document from others of its kind for the home; a subject that is none will be refused."""
    try:
        if DOKUMENTER[dokument(kind)].er_en_af_flere:
            made = subject if isinstance(subject, Fakta) else structure(subject)
            return occasion(kind, made)
    except (BotilbudlaegeError, AttributeError):
        pass
    return ""


def _register_source(file: _files.Source, task: Task, kolonner: Kolonner | None, ark: str | None) -> Source:
    """Read what the rows of a register call for; the bad ones with what is wrong."""
    if file.name and not _tables.is_table(file):
        raise DataError(_findings.UNKNOWN_FORMAT(place=file.name, endelser=", ".join(_tables.SUFFIXES)))
    name = file.name or _NAMELESS
    found: list[Wanted] = []
    columns: Mapping[str, str] = {}
    remarks: Counter[Finding] = Counter()
    try:
        reading = _register.Reading(file, kolonner, ark=ark)
        remarks.update(within(reading.remarks, place=name))
        for row in reading:
            columns = columns or row.columns.places
            remarks.update(within(row.remarks, place=name))
            found += _of_row(row, task, remarks, place=name)
    except DataError as error:
        if any(finding.code == EVENT_LIST.code for finding in error.findings):
            return _events_source(file, task, kolonner, ark)
        raise DataError(*within(error.findings, place=name)) from error.__cause__
    total = sum(bool(each.findings or each.facts is not None) for each in found)
    return Source(wanted=found, total=total, register=name, columns=columns, remarks=remarks)


def _events_source(file: _files.Source, task: Task, kolonner: Kolonner | None, ark: str | None) -> Source:
    """Put a list of events together home by home, all or nothing: an event says little by itself."""
    name = file.name or _NAMELESS
    try:
        courses = _register.load(file, tuple[Forloeb, ...], kolonner, ark=ark)
    except DataError as error:
        raise DataError(*within(error.findings, place=name)) from error.__cause__
    found = [each for number, course in enumerate(courses, 1) for each in _of_post(course, number, task)]
    total = sum(each.facts is not None for each in found)
    remarks = Counter(within(courses.findings, place=name))
    return Source(wanted=found, total=total, register=name, unit="botilbud nr.", remarks=remarks)


def _of_row(row: Row, task: Task, remarks: Counter[Finding], *, place: str) -> Iterable[Wanted]:
    """Give what a row calls for: the row as it was read where that is one document, so that a worker makes the object."""
    home = Home(row.home.p_nummer, row.home.navn, row.home.kommune)
    kind = _of_rows(task)
    if calls_for_one(row, kind):
        return (Wanted(number=row.number, home=home, facts=RawRow.of(row), document=kind),)
    post, findings = row.structured()
    if post is None:
        placed = within(findings, place=place)
        return (Wanted(number=row.number, home=home, document=kind, findings=placed),)
    remarks.update(bemaerkninger_til_post(post, dokument(kind)))
    return _of_post(post, row.number, task, place=place)


def _of_post(post: Registerpost | Forloeb, number: int, task: Task, *, place: str = "") -> Iterator[Wanted]:
    """Give what a row, or the course of a home, calls for; one that calls for nothing names its home."""
    home = Home.of(post)
    kind = _of_rows(task)
    try:
        subjects = called_for(post, dokument(kind), draft=task.draft, dato=task.dato, sendt=task.dato)
    except BotilbudlaegeError as error:
        placed = within(error.findings, place=place)
        yield Wanted(number=number, home=home, document=kind, findings=placed)
        return
    for subject in subjects:
        yield Wanted(
            number=number,
            home=home,
            facts=subject,
            document=kind,
            occasion=occasion(kind, subject),
            is_dated=hasattr(subject, "sendt"),
        )
    if not subjects:
        yield Wanted(number=number, home=home, document=kind)


def _of_rows(task: Task) -> str:
    """Name the kind of document that is made of rows of a register."""
    return task.document or str(Dokument.SAMARBEJDSPLAN)
