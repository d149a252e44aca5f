"""The tasks that travel to the workers, and their answers: what is asked for, the jobs, and what was made of them."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import attrs

from botilbudlaege import _digest
from botilbudlaege._version import __version__
from botilbudlaege.batch._filenames import Named
from botilbudlaege.batch._raw import RawRow
from botilbudlaege.batch._report import Reason, State
from botilbudlaege.data import compact
from botilbudlaege.domain import Fakta
from botilbudlaege.errors import Finding
from botilbudlaege.journal import Home
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
        """Tell tasks apart in the journal: what is asked for, and all that it is made with; the day stands in the job."""
        asked = [
            self.document,
            self.draft,
            self.living,
            __version__,
            *self.versions,
            *((clause.id, clause.text) for clause in self.clauses),
        ]
        return _digest.of_facts(json.dumps(asked))


@attrs.frozen(kw_only=True)
class Job:
    """A document on its way to be made.

    Args:
        number: The number of its row.
        named: Its file, and what the journal has of it.
        home: The home that it is about.
        occasion: What tells it from others of its kind for the home.
        facts: What it is made of.
        dato: The day that chooses the region, instead of its own.
        key: What the journal is to note of task and facts.
        anew: The same of a letter with the day of this run, where the one that was sent perhaps said something else.
    """

    number: int
    named: Named
    home: Home
    occasion: str
    facts: Any
    dato: datetime.date | None
    key: str
    anew: Job | None = None


@attrs.frozen(kw_only=True)
class Done:
    """A document on its way back.

    Args:
        number: The number of its row.
        state: What became of it.
        reason: Why it was made.
        file: Its file; empty when it was refused.
        pdf: Its PDF; empty where there is none.
        line: What the journal is to have of it, as its line; empty where that has not changed.
        findings: What is wrong.
        is_placed: Whether the findings say themselves in which row and column they are.
    """

    number: int
    state: State
    reason: Reason = ""
    file: str = ""
    pdf: str = ""
    line: str = ""
    findings: tuple[Finding, ...] = ()
    is_placed: bool = False


def pdf_of(file: str) -> str:
    """Name the PDF of a Word file."""
    return f"{file.removesuffix('.docx')}.pdf"


def digest_of_text(facts: str) -> str:
    """Tell facts apart that are written as `compact` writes them."""
    return _digest.of_facts(_SHAPE.sub("", facts, count=1))


_SHAPE = re.compile(r'"skema":\d+,?')  # another version of the shape of facts is no other facts


def digest_of(facts: Any) -> str:
    """Tell facts apart in the journal; none for what will be refused when it is structured."""
    if isinstance(facts, Fakta):
        return digest_of_text(compact(facts))
    if isinstance(facts, RawRow):
        return _digest.of_facts(facts.said)
    try:
        return _digest.of_facts(json.dumps(facts, default=str, sort_keys=True))
    except (TypeError, ValueError):  # keys that are no text, or a mapping within itself
        return ""
