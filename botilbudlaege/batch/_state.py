"""The state of a batch: the names given, what the journal knows, and what has come back."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _digest
from botilbudlaege.batch import _findings, _intents
from botilbudlaege.batch._bindings import Bindings, Noted
from botilbudlaege.batch._placing import content_of, digest_of_file
from botilbudlaege.batch._renamed import Newcomer, likeness, perhaps_renamed
from botilbudlaege.batch._report import LeftOver, Report, Row
from botilbudlaege.batch._task import Job, digest_of, pdf_of
from botilbudlaege.journal import JsonLines, _lines
from botilbudlaege.journal._issued import from_json
from botilbudlaege.rendering.living._store import provenance_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.batch._filenames import Named, Names
    from botilbudlaege.batch._source import Source, Wanted
    from botilbudlaege.batch._task import Done, Task
    from botilbudlaege.batch._work import Chunk
    from botilbudlaege.errors import Finding
    from botilbudlaege.journal import Issued, Journal
    from botilbudlaege.journal._issued import State


class Batch:
    """The state of a batch: names given, what the journal knows, what has come back."""

    def __init__(self, task: Task, names: Names, source: Source, journal: Journal) -> None:
        self._task = task
        self._key = task.key()
        self._source = source
        self._journal = journal
        self._recover()
        self._bindings = Bindings(journal.entries(), self._facts_in)
        self._names = names.over(self._bindings)
        self._documents: set[str] = set()
        self._unknown: list[int] = []
        self._reclaimed: set[str] = set()
        self._rows: list[Row] = []
        self._remarks: Counter[Finding] = Counter()
        self._new: list[Newcomer] = []

    def _recover(self) -> None:
        """Take into the journal what runs that were killed had written."""
        entries, names = _intents.fulfilled(self._task.folder)
        if entries:
            self._journal.add(entries)
        _intents.withdraw(self._task.folder, names)

    def _facts_in(self, file: str) -> str:
        content = content_of(self._task.folder / file)
        return provenance_of(content or b"").get("botilbudlaege.oplysninger", "")

    @property
    def count(self) -> int:
        """How many rows are done."""
        return len(self._rows)

    def jobs(self) -> Iterator[Job]:
        """Name the documents, and give those that are to be made."""
        for wanted in self._source.wanted:
            self._documents.add(wanted.document)
            if wanted.findings:
                self._refuse(wanted)
            elif wanted.facts is None and wanted.home:
                self._bindings.passed_over(wanted.home)
            else:
                yield from self._job(wanted)

    def _refuse(self, wanted: Wanted) -> None:
        self._rows.append(Row(number=wanted.number, file="", state="refused", findings=wanted.findings))
        self._bindings.refused(wanted.home)
        if not wanted.home:
            self._unknown.append(wanted.number)

    def _job(self, wanted: Wanted) -> Iterator[Job]:
        """Give the job of a document, unless it stands as it would be made."""
        named = self._names.give(wanted.facts, wanted.document, home=wanted.home, occasion=wanted.occasion)
        dato = None if wanted.is_dated else self._task.dato
        facts = _as_sent(wanted.facts, named) if wanted.is_dated else wanted.facts
        key = self._key_of(facts, dato)
        if named.noted is not None and named.noted.is_unclaimed:
            self._reclaimed.add(named.file)
        if self._stands(named, key):
            pdf = pdf_of(named.file) if self._task.pdf else ""
            self._rows.append(Row(number=wanted.number, file=named.file, pdf=pdf, state="unchanged"))
            return
        if self._bindings.knows_any and named.noted is None and named.replaces is None:
            self._new.append(
                Newcomer(wanted.home, wanted.document, wanted.occasion, named.file, likeness(wanted.facts))
            )
        job = Job(
            number=wanted.number,
            named=named,
            home=wanted.home,
            occasion=wanted.occasion,
            facts=facts,
            dato=dato,
            key=key,
        )
        anew = self._anew(job, wanted)
        yield job if anew is None else attrs.evolve(job, anew=anew)

    def _key_of(self, facts: Any, dato: datetime.date | None) -> str:
        return _digest.of_facts(f"{self._key} {dato} {digest_of(facts)}")

    def _anew(self, job: Job, wanted: Wanted) -> Job | None:
        """Give the job of a letter with the day of this run, where other facts than those of the one that was sent call for it."""
        sent = job.named.noted or job.named.replaces
        if job.facts is wanted.facts or sent is None or sent.made_of in ("", digest_of(job.facts)):
            return None
        return attrs.evolve(job, facts=wanted.facts, key=self._key_of(wanted.facts, job.dato))

    def _stands(self, named: Named, key: str) -> bool:
        """Tell whether an earlier run made a document as it would be made now, and its files are as it made them."""
        noted = named.noted
        if noted is None or noted.key != key or not noted.content:
            return False
        files = [(named.file, noted.content)]
        if self._task.pdf:
            files.append((pdf_of(named.file), noted.own_pdf))
        return all(digest and digest_of_file(self._task.folder / file) == digest for file, digest in files)

    def take(self, chunk: Chunk) -> None:
        """Take what a chunk gave."""
        self._note_lines([done.line for done in chunk.done if done.line])
        _intents.withdraw(self._task.folder, [chunk.intent])
        self._remarks.update(chunk.remarks)
        for done in chunk.done:
            self._rows.append(self._row(done))

    def _note_lines(self, lines: list[str]) -> None:
        """Have the journal say what has come back, as it was written; one of another kind is given the entries."""
        if type(self._journal) is JsonLines:
            _lines.add_lines(self._journal, lines)
        else:
            self._journal.add(map(from_json, lines))

    def _row(self, done: Done) -> Row:
        return Row(
            number=done.number,
            file=done.file,
            pdf=done.pdf,
            state=done.state,
            reason=done.reason,
            findings=self._source.placed(done),
        )

    def report(self) -> Report:
        """Give the rows in order, and what is left over."""
        return Report(
            folder=self._task.folder,
            rows=tuple(sorted(self._rows, key=lambda row: row.number)),
            left_over=tuple(self._left_over()),
            remarks=(*self._doubt(), *self._source.remarks.items(), *self._remarks.most_common()),
        )

    def _doubt(self) -> Iterator[tuple[Finding, int]]:
        """Remark that it cannot be told what is left over, while there are rows of which the home is not known."""
        if self._unknown:
            numbers = ", ".join(map(str, self._unknown[:_SHOWN]))
            yield _findings.LEFT_OVER_UNKNOWN(raekker=numbers), len(self._unknown)

    def _left_over(self) -> Iterator[LeftOver]:
        """Give the documents that no row calls for any more, and have the journal note it."""
        states: dict[str, State] = dict.fromkeys(self._reclaimed, "current")
        if not self._unknown:
            unclaimed = [*self._bindings.unclaimed(self._documents)]
            maybe = perhaps_renamed(
                (noted for noted, why in unclaimed if why == "removed"), self._new, self._journal
            )
            for noted, why in unclaimed:
                states[noted.file] = "unclaimed" if self._is_there(noted) else "gone"
                if states[noted.file] == "unclaimed":
                    yield LeftOver(file=noted.file, reason=why, maybe=maybe.get(noted.file, ""))
        self._note(states)

    def _is_there(self, noted: Noted) -> bool:
        return any(os.path.lexists(self._task.folder / file) for file in (noted.file, pdf_of(noted.file)))

    def _note(self, states: dict[str, State]) -> None:
        """Have the journal say what has become of its files, where that is not what it says."""
        if states:
            self._journal.add([*_changed(self._journal, states)])


_SHOWN = 5


def _changed(journal: Journal, states: dict[str, State]) -> Iterator[Issued]:
    for entry in journal.entries():
        state = states.get(entry.file, entry.state)
        if state != entry.state:
            yield attrs.evolve(entry, state=state)


def _as_sent(facts: Any, named: Named) -> Any:
    """Give a letter with the day on which it was sent, where an earlier run has made it for good."""
    before = named.noted or named.replaces
    if before is None or before.draft or not before.sent:
        return facts
    return attrs.evolve(facts, sendt=datetime.date.fromisoformat(before.sent))
