"""A pack's Word template with its clauses in place: compiled, checked, and each place in it told."""

from __future__ import annotations

import contextlib
import copy
import functools
import itertools
import json
import threading
from typing import TYPE_CHECKING, Any

import attrs
import jinja2
from cachetools import LRUCache, cached

from botilbudlaege import _digest
from botilbudlaege.domain import SUBJEKTER, _checks
from botilbudlaege.errors import DocumentError, TemplateError
from botilbudlaege.packs.templates import _context, _fields, _form, _typecheck, _types
from botilbudlaege.packs.templates._filters import FILTERS, PRINTERS
from botilbudlaege.packs.templates._making import making
from botilbudlaege.rendering import Environment
from botilbudlaege.rendering.engine import _compile, _outline
from botilbudlaege.rendering.filling import _missing
from botilbudlaege.rendering.filling._template import filled
from botilbudlaege.rendering.settling import _leftovers
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2 import nodes

    from botilbudlaege.begreber import Dokument
    from botilbudlaege.domain import Fakta
    from botilbudlaege.domain._fields import Type
    from botilbudlaege.domain._tree import Fact
    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.clauses._markdown import Clause
    from botilbudlaege.packs.templates._where import Where
    from botilbudlaege.rendering.engine._outline import Outline
    from botilbudlaege.rendering.filling._template import Template


_CONTROL_OF_ITS_OWN = b":tag "


@functools.cache
def environment(*, draft: bool) -> Environment:
    """Give the environment for finals or for drafts; it holds no state of a render."""
    return fresh_environment(draft=draft)


def fresh_environment(*, draft: bool) -> Environment:
    """Make such an environment for somebody who may change it."""
    return Environment(filters=FILTERS, printers=PRINTERS, draft=draft)


class PackTemplate:
    """A pack's Word template of one kind, with its clauses in place.

    Args:
        kind: The kind of document.
        parts: The parts of it.
        context: Builds what the template sees of a subject.
        where: Says where a tag stands, in the Word file or in a clause.
        remarks: What was said of the Word file when it was opened.
        rows: How many empty items a form has of each list.
    """

    def __init__(
        self,
        kind: Dokument,
        parts: dict[str, bytes],
        *,
        context: Callable[[Fakta], dict[str, Any]],
        where: Where,
        remarks: tuple[Finding, ...] = (),
        rows: Mapping[str, int] | None = None,
    ) -> None:
        """Keep the template; it is compiled when it is first rendered."""
        self.kind = kind
        self.parts: dict[str, bytes] = _package.with_application(parts)
        self.where = where
        self.remarks = remarks
        self.rows: Mapping[str, int] = rows or {}
        self._wording = parts
        self.context = context
        self._compiled: dict[tuple[bool, bool], Template] = {}
        self._tried: dict[tuple[bool, bool], Template] = {}
        self._trees: dict[str, nodes.Template] = {}

    @functools.cached_property
    def docx(self) -> bytes:
        """The template as a file: a plain docxtpl template."""
        return _package.write(self.parts)

    @property
    def environment(self) -> Environment:
        """The Jinja environment of the template; it also works in docxtpl."""
        return environment(draft=False)

    def outlines(self) -> Iterator[tuple[str, Outline, nodes.Template]]:
        """Read the tags of each part that is filled: its name, its outline and its syntax tree.

        Raises:
            TemplateSyntaxError: The tags of a part cannot be read; Jinja's own error.
        """
        for name, read in self._outlines:
            yield name, read, self._tree(name, read)

    def _tree(self, name: str, read: Outline) -> nodes.Template:
        if name not in self._trees:
            self._trees[name] = environment(draft=False).tree(read.source)
        return self._trees[name]

    def tags(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Give each tag, whether or not it can be read, with what gives its place."""
        for name, read in self._outlines:
            lines = read.source.split("\n") if read.spots else ()
            for line, (paragraph, tag) in zip(lines, read.spots, strict=True):
                if tag >= 0:
                    yield line, functools.partial(self.where, name, paragraph, tag)

    @functools.cached_property
    def _outlines(self) -> tuple[tuple[str, Outline], ...]:
        roots = ((name, _package.read_only(self.parts[name])) for name in _places.filled(self.parts))
        return tuple((name, _outline.outline(root)) for name, root in roots)

    def clause(self, part: str, paragraph: int) -> Clause | None:
        """Give the clause that a paragraph comes from; None for one of the Word file itself."""
        return self.where.clause(part, paragraph)

    def faults(self) -> Iterator[Finding]:
        """List what is wrong beyond the language of the tags: given the types of the facts, and in the text itself."""
        yield from self._type_faults()
        yield from self._personal_numbers()
        yield from self.unready

    @functools.cached_property
    def unready(self) -> tuple[Finding, ...]:
        """What has to be settled before a final can be made: placeholders that nothing fills, comments."""
        return tuple(_leftovers.leftovers(self.parts, where=self.where))

    def _personal_numbers(self) -> Iterator[Finding]:
        """Refuse a personal number in the text."""
        for part in _places.filled(self.parts):
            root = _package.read_only(self.parts[part])
            if not _checks.seks_cifre("".join([text.text or "" for text in root.iter(f"{W}t")])):
                continue  # none of its paragraphs has them either
            for number, paragraph in enumerate(root.iter(f"{W}p")):
                fault = _checks.tekst(paragraph_text(paragraph), flerlinjet=True)
                if fault is not None and fault.code == "cpr":
                    place, _, _ = self.where(part, number, -1).partition(
                        ": »"
                    )  # not its words: the number is in them
                    yield attrs.evolve(fault, place=place)

    def _type_faults(self) -> Iterator[Finding]:
        """Hold the tags against the types; where they are unbalanced, tag by tag."""
        names = _types.names(self.kind)
        for name, read in self._outlines:
            try:
                faults = _typecheck.faults(self._tree(name, read), names)
            except jinja2.TemplateSyntaxError:
                faults = [*self._one_by_one(read, names)]
            for line, finding in faults:
                yield attrs.evolve(finding, place=self.where(name, *read.spot(line)))

    def _one_by_one(self, read: Outline, names: Mapping[str, Type]) -> Iterator[tuple[int, Finding]]:
        for number, line in enumerate(read.source.split("\n"), start=1):
            with contextlib.suppress(jinja2.TemplateSyntaxError):
                tree = environment(draft=False).tree(line)
                yield from ((number, finding) for _, finding in _typecheck.faults(tree, names, loose=True))

    @functools.cached_property
    def digest(self) -> str:
        """A digest of the template with its clauses, which says whether two documents have the same wording.

        What names the program that made it is left out, so that documents made before it was there are known again.
        """
        return _digest.of_content(_package.write(self._wording))

    @functools.cached_property
    def content(self) -> str:
        """A digest of all that a document takes from the pack, whatever version number the pack has.

        Documents of one content and the same facts have the same words and the same look.
        """
        parts = {name: part for name, part in self._wording.items() if name != _package.CUSTOM}
        return _digest.of_content(_package.write(parts), self._sender_digest)

    def compiled(self, *, draft: bool, living: bool = False) -> Template:
        """Give the compiled template, for finals or for drafts, with or without content controls.

        Raises:
            TemplateError: With everything that is wrong in the template's tags.
        """
        if (draft, living) not in self._compiled:
            with making():
                if (draft, living) not in self._compiled:
                    try:
                        self._compiled[draft, living] = self._made(draft=draft, living=living)
                    finally:
                        self._forget()
        return self._compiled[draft, living]

    def _forget(self) -> None:
        """Let go of what was made on the way."""
        self._tried.clear()
        self._trees.clear()
        vars(self).pop("_source", None)

    def _made(self, *, draft: bool, living: bool) -> Template:
        try:
            template = self._form() if draft and living else self.compile(draft=draft, living=living)
        except TemplateError as error:
            left = () if draft else self._left
            raise TemplateError(*dict.fromkeys((*error.findings, *left))) from error
        errors = [*self._errors(draft=draft)]
        if errors:
            raise TemplateError(*errors)
        return template

    @functools.cached_property
    def lacking(self) -> tuple[list[str], list[Fact]]:
        """The facts that a final needs and the text of a form does not ask for: those that it can ask for, and the others.

        Raises:
            DocumentError: No form can be made.
        """
        return _form.lacking(self, rows=self.rows)

    def asked(self, seen: Mapping[str, Any]) -> set[str]:
        """Give the facts by path that the text of a form asks for which sees this; those of items without their numbers.

        Raises:
            DocumentError: No form can be made.
        """
        if not any(_CONTROL_OF_ITS_OWN in part for part in self.parts.values()):
            draft = self.compile(draft=True)
            with _missing.recording(ways=True) as record:
                filled(draft, seen, replace=_package.UNNAMED)
            controls = _fields.controls(self.kind)
            asked = self._source.asked(environment(draft=True), controls, record, seen)
            of_text = asked.get(_package.DOCUMENT, set())
            if all(of_text.issuperset(each) for each in asked.values()):
                return of_text  # what stands in a header alone may be beside the page
        from botilbudlaege.rendering.living import _readback  # noqa: PLC0415 - seldom needed

        form = self.compile(draft=True, living=True)
        snapshot = {} if form.controls is None else {form.controls.snapshot_part: b"<none/>"}
        made = form.render(seen, replace={**_package.UNNAMED, **snapshot})
        tags = (control.tag for control in _readback.shown(made).controls)
        return {tag.partition("[")[0] for tag in tags if not tag.startswith("=")}

    def _form(self) -> Template:
        """Compile the form, with a place for what a final lacks and the text does not ask for.

        Raises:
            TemplateError: With everything that is wrong in the template's tags.
        """
        template = self.compile(draft=True, living=True)
        try:
            extra, _ = self.lacking
        except DocumentError:
            return template  # whoever makes the form is told why there is none
        if not extra:
            return template
        cls = SUBJEKTER[self.kind]
        parts = _form.with_places(self.parts, _context.root(cls), cls, extra)
        return self._from(_compile.Source(parts, where=self.where), draft=True, living=True)

    def _errors(self, *, draft: bool) -> Iterator[Finding]:
        """List what keeps a document from being made; a draft may show what is not settled yet."""
        if not self._compiled:
            yield from (
                finding
                for finding in (*self._type_faults(), *self._personal_numbers())
                if finding.severity == "error"
            )
        if not draft:
            yield from self._left

    @property
    def _left(self) -> Iterator[Finding]:
        """List what keeps a final from being made."""
        return (
            attrs.evolve(finding, severity="error") for finding in self.unready if finding.code != "comment"
        )

    def compile(self, *, draft: bool, living: bool = False, known: Template | None = None) -> Template:
        """Compile the template as far as the engine knows it, whatever else is wrong with it; once.

        Args:
            draft: Whether for drafts.
            living: Whether with content controls.
            known: The same, compiled before.

        Raises:
            TemplateError: With everything that is outside the language.
        """
        if (draft, living) not in self._tried:
            made = known or _same(self, draft, living)
            self._tried[draft, living] = copy.copy(made)  # its programs are let go of when it is kept
        return self._tried[draft, living]

    @property
    def core(self) -> bytes:
        """The part that says what a document is called, and from which pack it is."""
        return self.parts[_package.CORE]

    def compiled_of(self, *, draft: bool, living: bool) -> tuple[bytes, ...]:
        """Say all that the compiled template comes of, for finals or for drafts, with or without content controls."""
        asked = self.identity.encode(), f"{draft} {living}".encode()
        return (*asked, *self.sees) if draft and living else asked

    @property
    def sees(self) -> tuple[bytes, ...]:
        """What a form sees of the pack: its sender, and how many empty rows it asks for."""
        return self._sender_digest, json.dumps(dict(self.rows), sort_keys=True).encode()

    @functools.cached_property
    def sender(self) -> dict[str, Any]:
        """What the template sees of the pack: the same for every subject."""
        sender: dict[str, Any] = self.context(SUBJEKTER[self.kind]())["pakke"]
        return sender

    @functools.cached_property
    def _sender_digest(self) -> bytes:
        return _context.digest(self.sender).encode()

    @functools.cached_property
    def identity(self) -> str:
        """A digest of all that it is compiled of, and of the places of what is wrong; not of names and versions of packs.

        A name that looks like a tag is wrong, and counts.
        """
        place, clauses = self.where.identity
        unnamed = {_package.CUSTOM} if b"{" in self.core else {_package.CUSTOM, _package.CORE}
        words = (str(self.kind), place, *itertools.chain.from_iterable(clauses))
        parts = (part for part in sorted(self.parts.items()) if part[0] not in unnamed)
        return _digest.of_content(
            *(text.encode("utf-8", "backslashreplace") for text in words),
            *(piece for name, content in parts for piece in (name.encode(), content)),
        )

    @functools.cached_property
    def _source(self) -> _compile.Source:
        return _source(self)

    def _from(self, source: _compile.Source, *, draft: bool, living: bool) -> Template:
        controls = _fields.controls(self.kind) if living else None
        return source.compile(environment(draft=draft), (_package.CORE, _package.CUSTOM), controls)


def _key(template: PackTemplate, draft: bool, living: bool) -> tuple[str, bool, bool]:  # noqa: FBT001 - what names it
    return template.identity, draft, living


@cached(LRUCache(maxsize=2), key=lambda template: template.identity, lock=threading.Lock())
def _source(template: PackTemplate) -> _compile.Source:
    """Give what a template is compiled of; the last are kept, since whoever has checked it or made drafts asks for finals next."""
    return _compile.Source(template.parts, where=template.where)


@cached(LRUCache(maxsize=16), key=_key, lock=threading.Lock())
def _same(template: PackTemplate, draft: bool, living: bool) -> Template:  # noqa: FBT001 - as above
    """Compile a template; the last are kept, since a pack is read anew when any of its files has changed."""
    return template._from(template._source, draft=draft, living=living)  # noqa: SLF001 - of this module
