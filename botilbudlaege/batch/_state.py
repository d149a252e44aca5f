"""The state of a batch: the names given, what the journal knows, and what has come back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege.batch._journal import Journal
from botilbudlaege.batch._placing import digest_of_file
from botilbudlaege.batch._report import Report, Row, State
from botilbudlaege.batch._task import Job, digest_of, pdf_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.batch._filnavne import Names
    from botilbudlaege.batch._source import Source
    from botilbudlaege.batch._task import Done, Task
    from botilbudlaege.errors import Finding

JOURNAL = ".botilbudlaege-batch.jsonl"


class Batch:
    """The state of a batch: names given, what the journal knows, what has come back."""

    def __init__(self, task: Task, names: Names, source: Source) -> None:
        self._task = task
        self._names = names
        self._source = source
        self._journal = Journal(task.folder / JOURNAL, task.key())
        self._rows: list[Row] = []
        self._remarks: Counter[Finding] = Counter()

    @property
    def count(self) -> int:
        """How many rows are done."""
        return len(self._rows)

    def jobs(self) -> Iterator[Job]:
        """Name the rows, and give those that are to be made."""
        for number, facts, findings in self._source.rows:
            if findings:
                self._rows.append(Row(number=number, file="", state="refused", findings=findings))
                continue
            file = self._names.give(number, facts, self._task.document)
            pdf = pdf_of(file) if self._task.pdf else ""
            if self._stands(facts, *filter(None, (file, pdf))):
                self._rows.append(Row(number=number, file=file, pdf=pdf, state="unchanged"))
                continue
            yield Job(number, file, facts, self._journal.noted(file), self._journal.noted(pdf_of(file)))

    def _stands(self, facts: Any, *files: str) -> bool:
        """Tell whether an earlier run made all files of a row as they would be made now, and they are as it made them."""
        noted = [self._journal.noted(file) for file in files]
        if None in noted:
            return False
        digest = digest_of(facts)
        return all(
            each is not None
            and each.content
            and self._journal.made(file, digest)
            and digest_of_file(self._task.folder / file) == each.content
            for file, each in zip(files, noted, strict=True)
        )

    def take(self, results: list[Done]) -> None:
        """Take what a chunk gave."""
        for done in results:
            for file, content in done.contents.items():
                self._journal.add(file, done.digest, content=content, kind=done.kind)
            state: State = "written" if done.file else "refused"
            placed = self._source.placed(done.number, done.findings)
            self._rows.append(
                Row(number=done.number, file=done.file, pdf=done.pdf, state=state, findings=placed)
            )
            self._remarks.update(attrs.evolve(remark, path=_general(remark.path)) for remark in done.remarks)
        self._journal.flush()

    def report(self) -> Report:
        """Give the rows in order."""
        return Report(
            folder=self._task.folder,
            rows=tuple(sorted(self._rows, key=lambda row: row.number)),
            remarks=tuple(self._remarks.most_common()),
        )


def _general(path: str) -> str:
    """Leave the numbers out of a path, so that alike remarks are counted together."""
    return "".join("" if part.isdigit() else part for part in path)
