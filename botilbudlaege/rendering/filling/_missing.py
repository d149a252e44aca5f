"""Missing facts in a render: a record of which it met, in which section, and what an `if` on one comes to.

The engine puts the calls of `FUNCTIONS` into a template when it compiles it.
"""

from __future__ import annotations

import contextlib
from contextvars import ContextVar
from html import escape
from typing import TYPE_CHECKING, TypeVar

import attrs

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import MissingInformation
from botilbudlaege.rendering.filling import _findings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from botilbudlaege.errors import Finding


@attrs.define
class Record:
    """The uses of missing facts in one render, in the order in which they were met.

    Args:
        section: The heading that the render has reached.
        used: Pairs of the fact and its section.
        ways: The ways that it took, where they are asked for: what each `if` came to, and how many rounds each loop had.
    """

    section: str = ""
    used: list[tuple[Mangler, str]] = attrs.Factory(list)
    ways: list[Decision | int] | None = None

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
def recording(*, ways: bool = False) -> Generator[Record]:
    """Collect the uses of missing facts in the block, and with `ways` the ways that a draft takes."""
    record = Record(ways=[] if ways else None)
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


# Decisions ------------------------------------------------------------------------------------------


class Xml(str):
    """XML of our own making: the only text that is printed unescaped, and no template or value can make it."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell Jinja, outside our render, that it is escaped."""
        return self


@attrs.frozen
class Decision:
    """What a test came to: `yes` and `no` are both true when it met a missing fact.

    Args:
        yes: Whether the branch is shown.
        no: Whether the other branch is shown.
        asked: Prompts of the missing facts it met.
        prompts: The facts among them that a reader has not just been asked for.
    """

    yes: bool
    no: bool
    asked: tuple[str, ...] = ()
    prompts: tuple[Mangler, ...] = ()

    @property
    def text(self) -> Xml:
        """The prompts within a text, followed by a space."""
        return Xml("".join(f"{escape(mangler.prompt)} " for mangler in self.prompts))

    @property
    def run(self) -> Xml:
        """The prompts as a run."""
        inner = f'<w:r><w:t xml:space="preserve">{self.text}</w:t></w:r>'
        return Xml(inner if self.prompts else "")

    @property
    def paragraph(self) -> Xml:
        """The prompts as a paragraph."""
        inner = f"<w:p><w:r><w:t>{self.text.rstrip()}</w:t></w:r></w:p>"
        return Xml(inner if self.prompts else "")

    def row(self, columns: int) -> Xml:
        """Give the prompts as a table row of one cell, as wide as the table's columns."""
        inner = f"<w:tr><w:tc>{spanning(columns)}{self.paragraph}</w:tc></w:tr>"
        return Xml(inner if self.prompts else "")

    @property
    def separator(self) -> str:
        """What stands between two branches that are both shown within a text."""
        return " / " if self.asked else ""


def spanning(columns: int) -> str:
    """Give what makes a cell as wide as several columns."""
    return f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>' if columns > 1 else ""


def decide(start: int, value: object, before: Decision | None = None) -> Decision:
    """Judge the test of an `if`: decided, or undecided because it met a missing fact since `start`."""
    met = {mangler.prompt: mangler for mangler in used_since(start)}
    if not met and not isinstance(value, Mangler):
        return _taken(Decision(yes=bool(value), no=not value))
    if isinstance(value, Mangler):
        value.note()
        met[value.prompt] = value
    known = () if before is None else before.asked
    prompts = tuple(mangler for prompt, mangler in met.items() if prompt not in known)
    return _taken(Decision(yes=True, no=True, asked=(*known, *met), prompts=prompts))


_W = TypeVar("_W", "Decision", int)


def _taken(way: _W) -> _W:
    record = _current.get()
    if record is not None and record.ways is not None:
        record.ways.append(way)
    return way


def ask_loop(value: object) -> Decision:
    """Ask for a list that is missing; its loop then has no turns."""
    if isinstance(value, Mangler):
        value.note()
        return Decision(yes=False, no=False, asked=(value.prompt,), prompts=(value,))
    return Decision(yes=True, no=False)


def items(value: object) -> object:
    """Give what a loop runs through: a list or what is missing, never the letters of a text.

    Raises:
        TypeError: It is no list.
    """
    if not isinstance(value, (list, tuple, Mangler)):
        raise TypeError(type(value).__name__)
    _taken(len(tuple(value)))
    return value


_NOTHING = Xml("")


def _section_entered(heading: str) -> Xml:
    enter_section(heading)
    return _NOTHING


FUNCTIONS: dict[str, Callable[..., object]] = {
    "enter_section": _section_entered,
    "position": position,
    "decide": decide,
    "ask_loop": ask_loop,
    "items": items,
    "row": lambda decision, columns: decision.row(columns),
    "control": lambda filling, *args: filling.control(*args),
    "ask": lambda filling, *args: filling.ask(*args),
}
"""What a compiled template can call, beside the filters; no template can name them."""
DECISION = frozenset({"yes", "no", "text", "run", "paragraph", "separator"})
"""What a compiled template can ask of a decision."""
