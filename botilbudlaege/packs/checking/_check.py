"""`check`: everything that is wrong with a pack, at once, each with its place as a person sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import jinja2
from jinja2 import nodes

from botilbudlaege._arguments import takes
from botilbudlaege._garbage import uncollected
from botilbudlaege.begreber import Dokument
from botilbudlaege.data import load
from botilbudlaege.domain import SUBJEKTER, dokument
from botilbudlaege.errors import DataError, DocumentError, Findings
from botilbudlaege.packs import _load
from botilbudlaege.packs._pack import PACK
from botilbudlaege.packs.checking import (
    _docxtpl_lint,
    _findings,
    _labels,
    _neighbours,
    _shared,
    _told,
    _unlike,
)
from botilbudlaege.packs.clauses._markdown import LEFT_OUT
from botilbudlaege.packs.folder import _layers
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.templates import _context, _kept
from botilbudlaege.packs.templates._templates import Templates
from botilbudlaege.rendering.access import _check, _signatures
from botilbudlaege.rendering.engine import _tree
from botilbudlaege.rendering.filling import _missing
from botilbudlaege.rendering.filling._template import filled
from botilbudlaege.rendering.settling import _stale
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.clauses._markdown import Clause
    from botilbudlaege.packs.folder._layers import Layer
    from botilbudlaege.packs.templates._template import PackTemplate
    from botilbudlaege.rendering import Template

_OF_STYLES = frozenset({"bullet", "font", "paragraph-border"})  # told in Word, also where a clause shows them
_MOST = 100
_SIDES = 2
_ORDER = {"error": 0, "warning": 1, "remark": 2}


@takes(pack=PACK)
def check(pack: Pack | str | Path) -> Findings:
    """List everything that is wrong with a pack: its manifest, clauses and templates, against the typed facts.

    An error in a document stops that document from being rendered, one in the manifest or a clause the whole pack;
    warnings and remarks do not. What is wrong in the packs that it builds on is listed too.

    Args:
        pack: A pack, its id, or the path of its folder, which may be one that cannot be loaded.

    Returns:
        The findings, errors first; none for a pack that is right.

    Raises:
        PackError: There is no pack of that id, no folder of that path.

    >>> from botilbudlaege import packs
    >>> [finding for finding in packs.check("midtjylland") if finding.severity == "error"]
    []
    """
    return _checked(pack, all_documents=True)


def check_own(pack: Pack | str | Path) -> Findings:
    """List what is wrong with a pack in the documents that it lays out or words itself; the others are the layer's below.

    Raises:
        PackError: As `check`.
    """
    return _checked(pack, all_documents=False)


@uncollected()
def _checked(pack: Pack | str | Path, *, all_documents: bool) -> Findings:
    folder = _load.folder_of(pack)
    layers, faults = _layers.examine(folder)
    stack = Stack(layers) if layers else None
    if stack is None:
        return listed(faults)
    templates = Templates(stack)
    unreadable = _unreadable(templates)
    kinds = stack.documents if all_documents else tuple(_own(stack))
    return listed([*unreadable, *faults, *_of_stack(templates, kinds)])


def _own(stack: Stack) -> Iterator[Dokument]:
    """List the documents that the pack lays out itself, and those with a clause that it words."""
    for kind in stack.documents:
        try:
            if kind in stack.top.documents or stack.clauses_of(kind).keys() & stack.top.clauses.keys():
                yield kind
        except DocumentError:
            yield kind  # what cannot be read is told


def _unreadable(templates: Templates) -> list[Finding]:
    """List the Word files that cannot be opened: what else is wrong with the pack may follow from it."""
    found: list[Finding] = []
    for kind in templates.stack.documents:
        try:
            templates.opened(kind)
        except DocumentError as error:
            found += error.findings
    return found


def listed(findings: Iterable[Finding]) -> Findings:
    """Give each finding once, errors first, and not too many of a kind."""
    unique = {(finding.place, finding.path, finding.code, finding.message): finding for finding in findings}
    return Findings(sorted(_few(unique.values()), key=lambda finding: _ORDER[finding.severity]))


def _few(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give at most a hundred of a kind; the last of them says how many there were."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.code, []).append(finding)
    for alike in kinds.values():
        yield from alike[: _MOST - 1]
        if len(alike) > _MOST:
            more = f"{alike[_MOST - 1].message} (Og {len(alike) - _MOST} andre steder.)"
            yield attrs.evolve(alike[_MOST - 1], message=more)
        else:
            yield from alike[_MOST - 1 :]


def _of_stack(templates: Templates, kinds: Iterable[Dokument]) -> Iterator[Finding]:
    stack = templates.stack
    top, below = stack.top, Stack(stack.layers[1:])
    own = {clause for clause in top.clauses if top.clauses[clause] is not LEFT_OUT}
    used: set[str] = set()
    lint = _docxtpl_lint.stamp()
    yield from _shared.faults(stack, {kind: [*of_document(templates, kind, lint=lint)] for kind in kinds})
    for kind in stack.documents:
        try:
            used |= stack.clauses_of(kind).keys()
        except DocumentError:
            used |= own  # what cannot be read may use them all
    for clause in sorted(own - used):
        is_below = clause in below.clauses  # then its name is no slip of the pen
        yield _layers.unused(clause, set() if is_below else used, top)
    yield from _unlike.faults(stack)
    yield from _unchanged(top, below)
    yield from _facts(top)
    yield from _neighbours.faults(top)


def of_document(templates: Templates, kind: Dokument, *, lint: str | None = None) -> Iterator[Finding]:
    """Check one document with its clauses in place; the same one is not checked twice on a machine.

    Args:
        templates: The templates.
        kind: Which of them.
        lint: Which docxtpl-lint there is, where that has been looked up.
    """
    try:
        template, misplaced = templates.spliced(kind)
    except DocumentError as error:
        yield from error.findings
        return
    yield from template.remarks
    beside = repr((_docxtpl_lint.stamp() if lint is None else lint, misplaced)).encode(
        "utf-8", "backslashreplace"
    )
    yield from _told.once(
        lambda: _of_template(templates, kind, template, misplaced),
        (*_told.pieces(template), beside),
        lambda: (*_told.alike(template), beside),
    )


def _of_template(
    templates: Templates, kind: Dokument, template: PackTemplate, misplaced: tuple[Finding, ...]
) -> Iterator[Finding]:
    yield from misplaced
    places = {finding.place for finding in misplaced}
    tags = [finding for finding in _tags(templates, template) if finding.place not in places]
    yield from tags
    wrong = any(finding.severity == "error" for finding in tags)
    known = places | {finding.place for finding in tags}
    yield from _docxtpl_lint.faults(template, known, sound=not (wrong or misplaced))
    own = template.where.place
    for finding in _check.faults(template.parts, where=template.where):
        in_styles = finding.code in _OF_STYLES and not finding.place.startswith(own)
        yield attrs.evolve(finding, place=own) if in_styles else finding
    yield from _stale.remarks(template.parts, where=template.where)
    others = [*_subject_faults(template)]
    yield from others
    if not others and not wrong:
        yield from _no_place_in_form(template)
    if kind is Dokument.SAMARBEJDSPLAN and _signatures.lines(template.parts) < _SIDES:
        yield _findings.NO_SIGNATURE_LINES(place=own)


def _subject_faults(template: PackTemplate) -> Iterator[Finding]:
    """Warn of a template that uses nothing of its subject: it is probably another document's."""
    name = _context.root(SUBJEKTER[template.kind])
    trees = (tree for _, _, tree in template.outlines())
    try:
        is_used = any(node.name == name for tree in trees for node in _tree.every(tree, nodes.Name))
    except jinja2.TemplateSyntaxError:
        return
    if not is_used:
        yield _findings.SUBJECT_UNUSED(place=template.where.place, navn=name, dokument=template.kind)


def _tags(templates: Templates, template: PackTemplate) -> Iterator[Finding]:
    """Check the tags: that they compile, that they fit the facts, and that a blank draft can be made."""
    compiled, faults = _engine(template)
    labels = [*_labels.faults(template)]
    found = [*labels, *_labels.instead([*faults], labels)]
    places = {finding.place for finding in found}
    found += [finding for finding in template.faults() if finding.place not in places]
    yield from found
    if compiled is None or any(finding.severity == "error" for finding in found):
        return
    _kept.keep(compiled, template.compiled_of(draft=True, living=False))
    try:
        with _missing.recording():
            filled(compiled, templates.context(SUBJEKTER[template.kind]()), replace=_package.UNNAMED)
    except DocumentError as error:
        yield from (attrs.evolve(finding, place=template.where.place) for finding in error.findings)


def _no_place_in_form(template: PackTemplate) -> Iterator[Finding]:
    """Warn of facts of a plan that a form cannot ask for, and without which no final can be made of it."""
    if "plan" not in _context.roots(SUBJEKTER[template.kind]):
        return  # what is written by the region itself is not sent out to be filled in
    try:
        _, lost = template.lacking
    except DocumentError:
        return  # whoever makes the form is told why there is none
    for fact in lost:
        if fact.type.kind == "liste" and template.kind is not Dokument.SAMARBEJDSPLAN:
            continue  # lists are filled in in the plan; the other documents are made of it
        yield _findings.NO_PLACE_IN_FORM(
            place=template.where.place,
            oplysning=fact.label,
            felt=fact.path,
            maerkning=f"{_context.root(SUBJEKTER[template.kind])}.{fact.path}",
        )


def _engine(template: PackTemplate) -> tuple[Template | None, tuple[Finding, ...]]:
    """Give the template compiled for drafts, whose tags are those of finals, as a draft has left it; else say what is wrong with them."""
    known = _kept.template(template.kind, template.compiled_of(draft=True, living=False))
    try:
        return template.compile(draft=True, known=known), ()
    except DocumentError as error:
        return None, error.findings


def _facts(top: Layer) -> Iterator[Finding]:
    """Check the facts that the pack itself has."""
    folder = top.folder / _layers.OPLYSNINGER
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        place = f"{top.manifest.id}/{_layers.OPLYSNINGER}/{path.name}"
        try:
            load(path, SUBJEKTER[dokument(path.stem)])
        except DataError as error:
            yield from (attrs.evolve(finding, place=place) for finding in error.findings)


def _unchanged(top: Layer, below: Stack) -> Iterator[Finding]:
    """Find the clauses that say what the layer below says: they would not follow its changes."""
    for key, clause in top.clauses.items():
        if key in below.clauses and same_words(clause, below.clauses[key]):
            yield _findings.CLAUSE_UNCHANGED(place=clause.place, klausul=key)


def same_words(one: Clause, other: Clause) -> bool:
    """Tell whether two clauses have the same words; one that is left out has none."""
    return one is not LEFT_OUT and one.source.split() == other.source.split()
