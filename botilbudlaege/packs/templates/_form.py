"""A form's places for what a final of it lacks: found by trying, and put as lines of their own after the text.

A text asks for what it prints. What it only derives from (a party's name in "the sender") or prints in another look has
no field in it, and whoever fills in the form could never say it.
"""

from __future__ import annotations

import functools
import itertools
from abc import abstractmethod
from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from lxml import etree

from botilbudlaege import _structure
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.domain._fields import fields
from botilbudlaege.domain._tree import leaves, top
from botilbudlaege.errors import DataError, within
from botilbudlaege.packs.templates import _context
from botilbudlaege.rendering.filling import _missing
from botilbudlaege.rendering.filling._template import filled
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import Styles
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain import Fakta
    from botilbudlaege.domain._tree import Fact
    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering import Template

_ROUNDS = 8
_MOST_VARIANTS = 24
_MOST_SUBJECTS = 2000
HEADING = "Oplysninger, der også skal bruges"
_Choice = frozenset[tuple[str, Any]]
"""Values of facts by their paths: what is chosen where there is a choice, or what an object is made of."""


class Formed(Protocol):
    """What is asked of a pack's template: its kind, what it sees, and that it is compiled."""

    kind: Dokument
    context: Callable[[Fakta], dict[str, Any]]

    @abstractmethod
    def compile(self, *, draft: bool, living: bool = False) -> Template:
        """Compile the template."""

    @abstractmethod
    def asked(self, seen: Mapping[str, Any]) -> set[str]:
        """Give the facts by path that the text of a form asks for which sees this."""


def lacking(template: Formed, *, rows: Mapping[str, int]) -> tuple[list[str], list[Fact]]:
    """Find what a final lacks when all that the form asks for has been filled in.

    Returns:
        The facts that can be asked for beside the text, by path; and those that cannot.

    Raises:
        DocumentError: No form can be made of the template.
    """
    search = _Search(template, rows)
    return search.run()


class _Search:
    """The facts that a form asks for, and what is still missing when they are known."""

    def __init__(self, template: Formed, rows: Mapping[str, int]) -> None:
        self._cls: Any = SUBJEKTER[template.kind]
        self._root = _context.root(self._cls)
        self._template = template
        self._leaves = {leaf.path: leaf for leaf in leaves(self._cls)}
        self._codes = frozenset(path for path, leaf in self._leaves.items() if leaf.type.kind == "kode")
        self._varied: dict[frozenset[str], tuple[_Choice, ...]] = {}
        self._answers: dict[tuple[str, frozenset[str], _Choice], bool] = {}
        self._asked = self._of_form(rows)
        self._draft = template.compile(draft=True)

    def _of_form(self, rows: Mapping[str, int]) -> set[str]:
        blank = self._cls()
        seen = self._template.context(blank)
        _context.add_empty_items(seen, blank, rows)
        with _missing.recording():
            return {path.removeprefix(f"{self._root}.") for path in self._template.asked(seen)}

    def run(self) -> tuple[list[str], list[Fact]]:
        extra: list[str] = []
        missing: list[str] = []
        for _ in range(_ROUNDS):
            known = {*self._asked, *extra}
            missing = self._missing(known)
            asked = [other for path in missing for other in self._to_ask(path, known)]
            new = [path for path in dict.fromkeys(asked) if path not in known]
            if not new:
                break
            extra += new
        order = [*self._leaves]
        lost = [_fact(top(self._cls), path) for path in missing if path not in {*self._asked, *extra}]
        return sorted(extra, key=order.index), lost

    def _missing(self, known: set[str]) -> list[str]:
        """List the facts that are missing when those are known, whatever is chosen where there is a choice."""
        found: dict[str, None] = {}
        of_leaves = frozenset(known & self._leaves.keys())
        for chosen in self._variants(of_leaves):
            subject = _structured(self._cls, of_leaves, chosen)
            with _missing.recording() as record:
                filled(self._draft, self._template.context(subject), replace=_package.UNNAMED)
            paths = (mangler.path for mangler, _ in record.used if mangler.path.startswith(f"{self._root}."))
            found |= dict.fromkeys(path.removeprefix(f"{self._root}.") for path in paths)
        return [path for path in found if "[" not in path]

    def _variants(self, known: frozenset[str]) -> tuple[_Choice, ...]:
        """Give the choices to try; the same where the same codes are among the known."""
        codes = known & self._codes
        if codes not in self._varied:
            choices = [[(path, value) for value in self._leaves[path].type.cls] for path in sorted(codes)]
            tried = itertools.islice(itertools.product(*choices), _MOST_VARIANTS)
            self._varied[codes] = tuple(map(frozenset, tried))
        return self._varied[codes]

    def _to_ask(self, path: str, known: set[str]) -> tuple[str, ...]:
        """Give the facts to ask for so that another is known: itself, those that it says, or the first that it follows from."""
        leaf = self._leaves.get(path)
        if leaf is not None:
            return () if leaf.type.kind == "liste" else (path,)
        of_leaves = frozenset(known & self._leaves.keys())
        for other, each in self._leaves.items():
            if other not in known and each.type.kind != "liste" and self._follows(path, of_leaves, other):
                owner, _, _ = path.rpartition(".")
                said = (f"{owner}.{name}".lstrip(".") for name in _fact(top(self._cls), path).felt.af)
                beside = [name for name in said if name in self._leaves]
                return tuple(beside) if other in beside and self._is_text(beside) else (other,)
        return ()

    def _is_text(self, paths: list[str]) -> bool:
        return all(self._leaves[path].type.kind == "tekst" for path in paths)

    def _follows(self, path: str, known: frozenset[str], other: str) -> bool:
        """Tell whether a fact is known as soon as another is, whatever is chosen."""
        more = known | {other}
        return any(
            not self._is_known(path, known, chosen) and self._is_known(path, more, chosen)
            for chosen in self._variants(more)
        )

    def _is_known(self, path: str, known: frozenset[str], chosen: _Choice) -> bool:
        """Tell whether a fact is known when those are, of which some are chosen."""
        asked = path, known, chosen
        if asked not in self._answers:
            if any(key not in known for key, _ in chosen):
                chosen = frozenset(each for each in chosen if each[0] in known)
            self._answers[asked] = _value(_structured(self._cls, known, chosen), path) is not None
        return self._answers[asked]


@functools.cache
def _examples(cls: type[Fakta]) -> dict[str, Any]:
    """Give the example of each fact."""
    return {leaf.path: _example(leaf) for leaf in leaves(cls)}


@functools.lru_cache(maxsize=_MOST_SUBJECTS)
def _structured(cls: Any, known: frozenset[str], chosen: _Choice) -> Any:
    """Make a subject of the examples of facts and of what is chosen; the forms of several documents try the same.

    What does not go together is left out.
    """
    examples = _examples(cls)
    values = {path: examples[path] for path in known} | dict(chosen)
    while True:
        try:
            return _made(top(cls), [each for each in values.items() if each[1] is not None])
        except DataError as error:
            wrong = {path for finding in error.findings for path in values if finding.path.startswith(path)}
            if not wrong:
                return cls()
            values = {path: value for path, value in values.items() if path not in wrong}


@functools.lru_cache(maxsize=_MOST_SUBJECTS)
def _object(owner: Fact, values: _Choice) -> Any:
    """Make an object as `_made` does; many subjects have the same objects in them, which are made once."""
    return _made(owner, values)


def _made(owner: Fact, values: Iterable[tuple[str, Any]]) -> Any:
    """Make an object of its facts by their paths.

    Raises:
        DataError: They do not go together: all that is wrong.
    """
    given: dict[str, Any] = {}
    inner: dict[str, list[tuple[str, Any]]] = {}
    findings: list[Finding] = []
    before = len(owner.path) + 1 if owner.path else 0
    for path, value in values:
        key, _, deeper = path[before:].partition(".")
        if deeper:
            inner.setdefault(key, []).append((path, value))
        else:
            given[key] = value
    for key, fact in _holding(owner) if inner else ():
        if key in inner:
            try:
                given[key] = _object(fact, frozenset(inner[key]))
            except DataError as error:
                findings += within(error.findings, key)
    try:
        made = owner.type.cls(**given)
    except DataError as error:
        raise DataError(*findings, *error.findings) from None
    if findings:
        raise DataError(*findings)
    return made


@functools.lru_cache(maxsize=64)
def _holding(owner: Fact) -> tuple[tuple[str, Fact], ...]:
    """List the given facts of an object that are objects themselves, by the names of their fields."""
    given = owner.facts[: len(fields(owner.type.cls))]
    return tuple((fact.key, fact) for fact in given if fact.type.kind == "objekt")


def _example(leaf: Fact) -> Any:
    example = leaf.felt.eksempel
    if leaf.type.kind != "liste":
        of_file = example is not None and not isinstance(example, leaf.type.cls)
        return _structure.structure(example, leaf.type.cls) if of_file else example
    item = leaf.type.item
    return example if example is not None else () if item is None or leaf.type.can_miss else None


def _value(subject: Any, path: str) -> Any:
    for step in path.split("."):
        subject = getattr(subject, step, None)
    return subject


def _fact(owner: Fact, path: str) -> Fact:
    """Follow a path, over derived facts too."""
    for step in path.split("."):
        owner = owner.part(step) or owner
    return owner


def with_places(
    parts: Mapping[str, bytes], root: str, cls: type[Fakta], paths: list[str]
) -> dict[str, bytes]:
    """Give a template's parts with a line for each of these facts after the text, while it is not known."""
    document = _package.parse(parts[_package.DOCUMENT])
    body = document.find(f"{W}body")
    if body is None or not paths:
        return dict(parts)
    last = body.find(f"{W}sectPr")
    at = len(body) if last is None else body.index(last)
    heading = _heading(parts, document)
    test = " or ".join(f"{root}.{path} is none" for path in paths)
    lines = [_paragraph(f"{{%p if {test} %}}"), _paragraph(HEADING, heading), _paragraph("{%p endif %}")]
    for path in paths:
        fact = _fact(top(cls), path)
        shown = f"{fact.name}: {{{{ {root}.{path} }}}}"
        lines += [
            _paragraph(f"{{%p if {root}.{path} is none %}}"),
            _paragraph(shown),
            _paragraph("{%p endif %}"),
        ]
    for number, xml in enumerate(lines):
        body.insert(at + number, etree.fromstring(xml))
    return {**parts, _package.DOCUMENT: _package.serialise(document)}


def _heading(parts: Mapping[str, bytes], document: etree._Element) -> str:
    """Give the style of the text's own headings."""
    styles = Styles(parts)
    return next((styles.style_of(each) for each in document.iter(f"{W}p") if styles.heading_level(each)), "")


def _paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{escape(style)}"/></w:pPr>' if style else ""
    space = f'xmlns:w="{W[1:-1]}"'
    return f'<w:p {space}>{look}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
