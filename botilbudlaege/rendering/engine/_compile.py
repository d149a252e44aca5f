"""`compile` and `Template`: a docxtpl template compiled once and rendered many times.

docxtpl parses, patches and compiles its template at every render. Here that happens once, every branch is proven
well-formed, and a render is Jinja, escape, deflate, append.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import jinja2
from jinja2 import nodes

from botilbudlaege._arguments import CONTENT, Kind, one, takes
from botilbudlaege.errors import TemplateError
from botilbudlaege.rendering.engine import (
    _asked,
    _elsewhere,
    _findings,
    _instructions,
    _language,
    _lists,
    _outline,
    _patch,
    _proof,
    _runs,
    _scan,
    _tidy,
    _tree,
)
from botilbudlaege.rendering.engine._environment import Environment, without_filters
from botilbudlaege.rendering.engine._proof import Proof
from botilbudlaege.rendering.filling import _program
from botilbudlaege.rendering.filling._rounds import NUMBERING, Numbering
from botilbudlaege.rendering.filling._template import Part, Template
from botilbudlaege.rendering.settling import _settled, _unsettled
from botilbudlaege.rendering.word import _package, _places, _refusals, _zip

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.filling._fields import Controls
    from botilbudlaege.rendering.filling._missing import Record
    from botilbudlaege.rendering.filling._program import Program
    from botilbudlaege.rendering.word._places import Where

    _Here = Callable[[int, int], str]

MAX_TEMPLATE_PART = 2 * _refusals.MB
MAX_TEMPLATE_ELEMENTS = 60_000  # begun and ended

_NEWLINE = re.compile(r"\n(?=<w:p[ >])")
_QUOTES = re.compile("[»«„‚›‹]")
_MARKS = (
    *(("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")),
    *((apart, chr(plain)) for plain, apart in _scan.APART.items()),
)

_NAMES = Kind(
    "en tuple med navne på dele",
    "fx ('docProps/core.xml',)",
    lambda value: type(value) is tuple and all(isinstance(name, str) for name in value),
)


@takes(docx=CONTENT, environment=one(Environment).or_none, replaced=_NAMES)
def compile(  # noqa: A001 - it is what it does, and the module's name tells them apart
    docx: bytes, *, environment: Environment | None = None, replaced: tuple[str, ...] = ()
) -> Template:
    """Compile a docxtpl template that keeps to the language.

    The last templates below 1 MB are kept, so that the same one is not compiled twice.

    Args:
        docx: The template.
        environment: Filters, and how values of further types are printed; None for text and numbers alone.
        replaced: Names of parts whose content each render gives.

    Returns:
        The compiled template.

    Raises:
        TemplateError: Tags that are outside the language, unbalanced or out of place: all of them, each with its place.
        DocumentError: The package is no docx, is too large, or holds what is refused.
        DataError: An argument is of another type.

    >>> from pathlib import Path
    >>> from botilbudlaege import rendering
    >>> rendering.compile(b"no docx")
    Traceback (most recent call last):
    botilbudlaege.errors.DocumentError: Filen er ikke et Word-dokument, eller den er beskadiget. Gem den igen i Word som .docx.
    """
    compile_ = _kept if len(docx) < _refusals.MB else fresh
    return compile_(docx, environment or without_filters(), replaced)


def fresh(docx: bytes, environment: Environment, replaced: tuple[str, ...]) -> Template:
    """Open a template and compile it, whether or not it is kept."""
    package = _refusals.open_template(docx)
    lost = tuple(_elsewhere.lost(package.loose))
    if lost:
        raise TemplateError(*lost)
    template = Source(package, where=_places.Places(package)).compile(environment, replaced)
    template.findings = package.remark()
    template.programs = ()  # nobody keeps it
    return template


_kept = functools.lru_cache(maxsize=64)(fresh)


class _Reading(NamedTuple):
    """What has been read of the parts of a package.

    Args:
        parts: The tree of each part that has tags, or all that is wrong in it.
        anew: The lists that count anew in each round of a loop.
    """

    parts: Mapping[str, nodes.Template | TemplateError]
    anew: Numbering | None


class Source:
    """The parts of a package that has been opened, to be compiled for drafts, forms and finals; what these share is done once.

    Args:
        parts: The parts.
        where: Gives the places of what is wrong.
    """

    def __init__(self, parts: Mapping[str, bytes], *, where: Where) -> None:
        """Keep the parts; they are read when they are first compiled."""
        self._parts = parts
        self._where = where
        self._unsettled: dict[bool, tuple[Finding, ...]] = {}
        self._scanned: dict[str, etree._Element | tuple[Finding, ...]] = {}
        self._readings: dict[bool, _Reading] = {}

    def compile(
        self, environment: Environment, replaced: tuple[str, ...], controls: Controls | None = None
    ) -> Template:
        """Compile the parts.

        With `controls` the document carries its facts; each render then gives also the part that is named in them.

        Raises:
            TemplateError: With everything that is wrong in the tags.
        """
        reading, parts, programs = self._filled(environment, controls)
        settled = self._settled
        if controls is not None:
            settled = controls.carry(settled)
            replaced = (*replaced, controls.snapshot_part)
        dynamic = {part.name.decode() for part in parts} | set(replaced)
        if reading.anew is not None:
            dynamic.add(NUMBERING)
        ordered = (_package.CONTENT_TYPES, *(name for name in settled if name != _package.CONTENT_TYPES))
        packing = _zip.Packing({name: settled[name] for name in ordered if name not in dynamic})
        template = Template(packing, parts, tuple(name.encode() for name in replaced), controls, reading.anew)
        template.programs = programs
        return template

    def asked(
        self, environment: Environment, controls: Controls, record: Record, seen: Mapping[str, Any]
    ) -> dict[str, set[str]]:
        """Give the facts by path that the text of a form asks for, part by part, without making it: from the ways that a draft took.

        Args:
            environment: That of drafts.
            controls: What would stand around the fields.
            record: What the draft met.
            seen: What it saw.

        Raises:
            DocumentError: No form can be made: what is wrong in the tags, or what they ask.
        """
        trees = self._reading(environment, isolated=False).parts
        return _asked.by_part(trees, controls, record, seen)

    def _reading(self, environment: Environment, *, isolated: bool) -> _Reading:
        """Give what has been read of all parts.

        Raises:
            TemplateError: What is wrong in them whatever they are used for.
        """
        unsettled = self._unsettled_for(draft=environment.draft)
        if unsettled:  # what they do to the tags is only their consequence
            raise TemplateError(*unsettled)
        if isolated not in self._readings:
            self._readings[isolated] = self._read(environment, isolated=isolated)
        return self._readings[isolated]

    def _unsettled_for(self, *, draft: bool) -> tuple[Finding, ...]:
        """List what is wrong in the parts whatever they are used for; of parts that are right for the one, only what differs is looked for."""
        if draft not in self._unsettled:
            is_right = self._unsettled.get(not draft) == ()
            if is_right and draft:
                found: Iterable[Finding] = ()
            elif is_right:
                found = _unsettled.of_finals(self._parts, where=self._where)
            else:
                found = _unsettled.faults(self._parts, where=self._where, draft=draft)
            self._unsettled[draft] = tuple(found)
        return self._unsettled[draft]

    def _filled(
        self, environment: Environment, controls: Controls | None
    ) -> tuple[_Reading, tuple[Part, ...], tuple[Program, ...]]:
        """Give what has been read, and the parts that are filled with their programs.

        Raises:
            TemplateError: With everything that is wrong in the tags.
        """
        reading = self._reading(environment, isolated=controls is not None)
        findings = list(self._elsewhere)
        made: list[tuple[Part, Program]] = []
        for name, read in reading.parts.items():
            if isinstance(read, TemplateError):
                findings += read.findings
                continue
            try:
                made.append(self._part(name, read, environment, controls))
            except TemplateError as error:
                findings += error.findings
        if findings:
            raise TemplateError(*findings)
        if controls is not None:
            controls.escaped = environment.values.escaped
        return reading, tuple(part for part, _ in made), tuple(program for _, program in made)

    @functools.cached_property
    def _settled(self) -> dict[str, bytes]:
        return _settled.settled(self._parts)

    @functools.cached_property
    def _elsewhere(self) -> tuple[Finding, ...]:
        return tuple(_elsewhere.in_others(self._settled, self._where))

    def _root(self, name: str) -> etree._Element | None:
        """Give a part to be compiled, once it has been seen that its tags can be; None when it holds none.

        Raises:
            TemplateError: With everything that is wrong in its tags.
        """
        content = self._settled[name]
        if not any(mark in content for mark in (b"{", b"}", b"&#", b"%7")):
            return None
        if name not in self._scanned:
            self._scanned[name] = _scanned(content, functools.partial(self._where, name))
        scanned = self._scanned[name]
        if isinstance(scanned, tuple):
            if scanned:
                raise TemplateError(*scanned)
            return None
        return copy.deepcopy(scanned)

    def _read(self, environment: Environment, *, isolated: bool) -> _Reading:
        """Read the tags of all parts, for all environments that differ by whether they are for drafts alone."""
        lists = _lists.Lists(self._settled)
        parts: dict[str, nodes.Template | TemplateError] = {}
        for name in _places.filled(self._settled):
            try:
                root = self._root(name)
                if root is not None:
                    parts[name] = self._tree(name, root, environment, lists, isolated=isolated)
            except TemplateError as error:
                parts[name] = error
        return _Reading(parts, lists.settled())

    def _tree(
        self,
        name: str,
        root: etree._Element,
        environment: Environment,
        lists: _lists.Lists,
        *,
        isolated: bool,
    ) -> nodes.Template:
        """Read a part's tags, where that is asked with a run of its own for each field.

        Raises:
            TemplateError: With everything that is wrong in them.
        """
        where = functools.partial(self._where, name)
        if isolated:
            _runs.isolate(root)
        with _not_too_intricate(where):
            anew = lists.mark(root) if b"for" in self._settled[name] else {}
            tree, proof = _read(root, environment, where)
            if name == _package.DOCUMENT and _proof.settle(root, proof, place=where(-1, -1)):
                tree, _ = _read(root, environment, where)
            _lists.begin_rounds(tree, anew)
            return tree

    def _part(
        self, name: str, tree: nodes.Template, environment: Environment, controls: Controls | None
    ) -> tuple[Part, Program]:
        """Make a part that is filled of its tree, and give its program too.

        Raises:
            TemplateError: There is more in it, one inside the other, than Python takes.
        """
        with _not_too_intricate(functools.partial(self._where, name)):
            program = _instructions.program(tree, draft=environment.draft, controls=controls)
            fill = _program.filler(program, environment.values)
            return Part(name.encode(), fill, b"txbxContent" in self._settled[name]), program


@contextlib.contextmanager
def _not_too_intricate(where: _Here) -> Generator[None]:
    try:
        yield
    except (SyntaxError, RecursionError) as error:
        raise TemplateError(_findings.TOO_INTRICATE(place=where(-1, -1))) from error


def _scanned(content: bytes, where: _Here) -> etree._Element | tuple[Finding, ...]:
    """Read a part and see that its tags can be let through to docxtpl; give it, or else what is wrong, which is nothing where it has no tags."""
    if len(content) > MAX_TEMPLATE_PART or content.count(b"<") > MAX_TEMPLATE_ELEMENTS:
        return (_findings.TEMPLATE_TOO_LARGE(place=where(-1, -1)),)
    root = _package.parse(content)
    _scan.set_apart(root)
    split = [
        _findings.SPLIT_TAG(place=where(paragraph, tag), hvad=held)
        for paragraph, tag, held in _tidy.tidy(root)
    ]
    count, findings = _scan.scan(root, where=where)
    findings += split
    return root if count and not findings else tuple(findings)


def _read(root: etree._Element, environment: Environment, where: _Here) -> tuple[nodes.Template, Proof]:
    """Read a part's tags as docxtpl would, hold them to the language, and prove what they make.

    Raises:
        TemplateError: With every fault, each with its place.
    """
    source = _patch.prepared(root)
    try:
        tree = environment.tree(source)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            *_outside_language(root, environment, where) or [_findings.SYNTAX_SOMEWHERE(place=where(-1, -1))]
        ) from error
    marks = [(mark, plain) for mark, plain in _MARKS if mark in source]
    for data in _tree.texts(tree):
        data.data = _NEWLINE.sub("", data.data)
        for mark, plain in marks:
            data.data = data.data.replace(mark, plain)
    outside = [fault for _, fault in _language.faults(tree, filters=environment.filters)]
    if outside:
        raise TemplateError(
            *_outside_language(root, environment, where)
            or [attrs.evolve(fault, place=where(-1, -1)) for fault in outside]
        )
    proof = Proof(tree)
    if proof.faults:
        raise TemplateError(
            *(
                attrs.evolve(fault, place=where(_patch.paragraph_at(root, line), 0))
                for line, fault in proof.faults
            )
        )
    return tree, proof


def _outside_language(root: etree._Element, environment: Environment, where: _Here) -> list[Finding]:
    """List what in a part's tags is outside the language, each with the place of its tag."""
    outline = _outline.outline(root)
    findings = [
        attrs.evolve(fault, place=where(*outline.spot(line))) for fault, line in _outline.unbalanced(outline)
    ]
    try:
        tree = environment.tree(outline.source)
    except jinja2.TemplateSyntaxError as error:
        return findings or [_syntax(error, outline, where)]
    return findings + [
        attrs.evolve(fault, place=where(*outline.spot(line)))
        for line, fault in _language.faults(tree, filters=environment.filters)
    ]


def _syntax(error: jinja2.TemplateSyntaxError, outline: _outline.Outline, where: _Here) -> Finding:
    place = where(*outline.spot(error.lineno))
    quoted = _QUOTES.search(outline.line(error.lineno))
    return _findings.QUOTES(place=place) if quoted else _findings.TEMPLATE_SYNTAX(place=place)
