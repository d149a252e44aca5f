"""The coverage of a pack by its cases: which clauses and branches they reach.

A template's tags are run again, one a line, with a mark after each line that says that the line was reached.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, cast

import attrs
from jinja2 import nodes

from botilbudlaege._arguments import TEXT, several, takes
from botilbudlaege.begreber import Dokument
from botilbudlaege.packs._pack import Pack, inside
from botilbudlaege.packs.authoring._cases import CASE, LOADED
from botilbudlaege.packs.templates._filters import FILTERS, PRINTERS
from botilbudlaege.rendering import Environment
from botilbudlaege.rendering.filling import _missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from botilbudlaege.packs.authoring._cases import Case
    from botilbudlaege.packs.templates._template import PackTemplate
    from botilbudlaege.rendering.engine._outline import Outline

_STATEMENT = re.compile(r"\{%\s*(\w+)")
_KEPT = 16
"""How many templates are kept as they are run: a pack's, and those of some that it builds on."""


@attrs.frozen
class _Mark:
    """A line that a case may reach.

    Args:
        line: The number of the line; negative for what an `if` without `else` passes over.
        place: What is reached by it: a clause, or a branch with its tag.
    """

    line: int
    place: str


@attrs.frozen
class _Branch:
    """A branch.

    Args:
        line: The line that is reached with it, as in `_Mark`.
        tag: The line of its tag.
        opener: The line of the tag that opens the `if` or `for`.
    """

    line: int
    tag: int
    opener: int


@attrs.frozen
class _Part:
    """A part of a template as it is run.

    Args:
        source: Its tags, with marks.
        marks: The lines that a case may reach.
    """

    source: str
    marks: tuple[_Mark, ...]


@takes(case=CASE, pack=LOADED)
def coverage(case: Case, pack: Pack) -> frozenset[str]:
    """List the clauses and branches that a case reaches.

    A branch is each body of an `if` and of a `for`, and, of an `if` without `else`, that none of its conditions
    holds. A draft reaches each branch that it shows, a final that is refused none.

    Args:
        case: The case.
        pack: The pack that it is rendered with.

    Returns:
        Their places, like `faelles/klausuler/opsigelse.md`, with line, column and tag for a branch.
    """
    template = inside(pack).template(Dokument[case.kind.upper()])
    reached: set[str] = set()
    context = template.context(case.subject)
    with _missing.recording() as record:
        for part in _parts(template):
            lines: set[int] = set()
            _filler(part.source, draft=case.draft)({**context, "_lines": lines})
            reached |= {mark.place for mark in part.marks if mark.line in lines}
    refused = record.used and not case.draft
    return frozenset() if refused else frozenset(reached)


@takes(pack=LOADED, reached=several(TEXT, "en liste af steder"))
def unreached(pack: Pack, reached: Iterable[str]) -> tuple[str, ...]:
    """List the clauses and branches of a pack's own files that are not among those reached, in their order.

    Those of the packs it builds on are for the cases of these.

    Args:
        pack: The pack.
        reached: What `coverage` gives of its cases, together.

    >>> from botilbudlaege import packs
    >>> pack = packs.load("midtjylland")
    >>> unreached(pack, unreached(pack, ()))  # all are reached where all are named
    ()
    """
    templates = inside(pack)
    places = dict.fromkeys(
        mark.place
        for template in map(templates.template, templates.stack.documents)
        for part in _parts(template)
        for mark in part.marks
    )
    done = set(reached)
    return tuple(place for place in places if place.startswith(f"{pack.id}/") and place not in done)


@functools.lru_cache(maxsize=_KEPT)  # all cases of a kind run the same template
def _parts(template: PackTemplate) -> tuple[_Part, ...]:
    return tuple(
        _Part(_marked(read), tuple(_marks(template, name, read, tree)))
        for name, read, tree in template.outlines()
    )


def _marks(template: PackTemplate, part: str, read: Outline, tree: nodes.Template) -> Iterator[_Mark]:
    """List what each line of a part says is reached; not what `pakke.toml` decides, which no case can change."""
    for line, (paragraph, _) in enumerate(read.spots, start=1):
        clause = template.clause(part, paragraph)
        if clause is not None:
            yield _Mark(line, clause.place)
    fixed = set(_fixed(tree))
    for branch in _branches(read):
        if not fixed & {branch.tag, branch.opener}:
            place = f"{template.where(part, *read.spot(branch.tag))}: {read.line(branch.tag)}"
            yield _Mark(branch.line, place if branch.line > 0 else f"{place}, når det ikke gælder")


def _fixed(tree: nodes.Template) -> Iterator[int]:
    """List the lines of conditions and loops on the pack alone: `pakke.toml` decides them, not a case."""
    for node in tree.find_all((nodes.If, nodes.For)):
        asked = node.iter if isinstance(node, nodes.For) else cast("nodes.If", node).test
        names = [asked, *asked.find_all(nodes.Name)]
        if {name.name for name in names if isinstance(name, nodes.Name)} == {"pakke"}:
            yield node.lineno


def _branches(read: Outline) -> Iterator[_Branch]:
    """List the branches of a part."""
    opened: list[tuple[int, bool]] = []  # with whether an `else` is still to come
    for line in range(1, len(read.spots) + 1):
        name = _statement(read, line)
        if name in ("if", "for"):
            opened.append((line, name == "if"))
        elif name == "else":
            opened[-1] = (opened[-1][0], False)
        elif name in ("endif", "endfor"):
            opener, without_else = opened.pop()
            if without_else:
                yield _Branch(-line, opener, opener)
        if name in ("if", "for", "elif", "else"):
            yield _Branch(line, line, opened[-1][0])


def _statement(read: Outline, line: int) -> str:
    """Name the statement on a line, or nothing."""
    match = _STATEMENT.match(read.line(line)) if read.spot(line)[1] >= 0 else None
    return "" if match is None else match[1]


def _marked(read: Outline) -> str:
    """Put a mark after each line, and an `else` with one into each `if` that lacks it."""
    passed = {-branch.line for branch in _branches(read)}
    lines = (
        f"{_report(-line, before='{% else %}') if line in passed else ''}{text}{_report(line)}"
        for line, text in enumerate(read.source.split("\n"), start=1)
    )
    return "\n".join(lines) if read.spots else ""


def _report(line: int, before: str = "") -> str:
    filter_ = "_reach" if line > 0 else "_pass"
    return f"{before}{{{{ _lines | {filter_}({abs(line)}) }}}}"


def _reach(lines: set[int], line: int) -> str:
    lines.add(line)
    return ""


def _pass(lines: set[int], line: int) -> str:
    return _reach(lines, -line)


@functools.lru_cache(maxsize=4 * _KEPT)
def _filler(source: str, *, draft: bool) -> Callable[[dict[str, Any]], bytes]:
    environment = _environment(draft=draft)
    return environment.filler(environment.tree(source))


@functools.cache
def _environment(*, draft: bool) -> Environment:
    """Give the pack's environment with the filters that report a line; no template can name them."""
    return Environment(filters={**FILTERS, "_reach": _reach, "_pass": _pass}, printers=PRINTERS, draft=draft)
