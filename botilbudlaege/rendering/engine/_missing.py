"""The record of what a render met that is missing: which fact, and in which section of the document."""

from __future__ import annotations

import contextlib
from contextvars import ContextVar
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import MissingInformation
from botilbudlaege.rendering.engine import _findings

if TYPE_CHECKING:
    from collections.abc import Generator

    from botilbudlaege.errors import Finding


@attrs.define
class Record:
    """The uses of missing facts in one render, in the order in which they were met.

    Args:
        section: The heading that the render has reached.
        used: Pairs of the fact and its section.
    """

    section: str = ""
    used: list[tuple[Mangler, str]] = attrs.Factory(list)

    def findings(self) -> tuple[Finding, ...]:
        """Give one finding a missing fact, which names every section that uses it."""
        sections: dict[str, tuple[Mangler, dict[str, None]]] = {}
        for mangler, section in self.used:
            sections.setdefault(mangler.path, (mangler, {}))[1][section] = None
        return tuple(missing(mangler, *places) for mangler, places in sections.values())


def missing(mangler: Mangler, *sections: str) -> Finding:
    """Say that a fact is missing, where, and what to do."""
    place = " og ".join(section for section in sections if section)
    return _findings.MISSING(path=mangler.path, place=place, oplysning=mangler.label, udfyld=mangler.remedy)


_current: ContextVar[Record | None] = ContextVar("record", default=None)


@contextlib.contextmanager
def recording() -> Generator[Record]:
    """Collect the uses of missing facts in the block."""
    record = Record()
    token = _current.set(record)
    try:
        yield record
    finally:
        _current.reset(token)


def note(mangler: Mangler) -> None:
    """Report the use of a missing fact; where nobody collects, it is refused at once.

    Raises:
        MissingInformation: There is no `recording` around the call.
    """
    record = _current.get()
    if record is None:
        raise MissingInformation(missing(mangler))
    record.used.append((mangler, record.section))


def enter_section(heading: str) -> None:
    """Remember the heading that the render has reached."""
    record = _current.get()
    if record is not None:
        record.section = heading


def used_since(start: int) -> list[Mangler]:
    """List the missing facts used since `position` answered `start`."""
    record = _current.get()
    return [] if record is None else [mangler for mangler, _ in record.used[start:]]


def position() -> int:
    """Count the uses so far."""
    record = _current.get()
    return 0 if record is None else len(record.used)
