"""`import_template`: a Word document of one's own to a pack and a proposal; the answers of the proposal put in the second time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _digest, _files, dansk, domain
from botilbudlaege._arguments import PATH, TEXT, one, takes
from botilbudlaege.begreber import Dokument, Region
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.domain._dokumenter import KIND
from botilbudlaege.errors import DataError, DocumentError, Findings, within
from botilbudlaege.packs.checking import _check
from botilbudlaege.packs.folder import _discovery, _layers
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.importing import (
    _answers,
    _apply,
    _findings,
    _for_word,
    _guards,
    _plan,
    _project,
    _proof,
    _report,
    _revisions,
    _sections,
    _sheet,
    _tidy,
)
from botilbudlaege.packs.leftovers import _left
from botilbudlaege.packs.proposing import _fields
from botilbudlaege.packs.proposing._fields import REJECT, Answer
from botilbudlaege.packs.surroundings import _lexicon
from botilbudlaege.packs.surroundings._empty import EMPTY
from botilbudlaege.packs.templates import _context
from botilbudlaege.packs.templates._templates import Templates
from botilbudlaege.rendering.word import _package, _refusals
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.forms._page import Page
    from botilbudlaege.packs.importing._report import Imported
    from botilbudlaege.packs.importing._revisions import Change
    from botilbudlaege.packs.importing._sections import Section
    from botilbudlaege.packs.proposing._places import Place
    from botilbudlaege.packs.proposing._rows import Row

_CHANGE = "Æ"
_SHORT = 60


@takes(
    source=PATH,
    folder=PATH,
    pack_id=TEXT.or_none,
    navn=TEXT.or_none,
    region=one(str, Region, hvad="en region", angiv="dens navn eller kode").or_none,
    document=KIND.or_none,
    bygger_paa=TEXT,
)
def import_template(
    source: str | Path,
    folder: str | Path,
    pack_id: str | None = None,
    *,
    navn: str | None = None,
    region: str | None = None,
    document: str | None = None,
    bygger_paa: str = "faelles",
) -> Imported:
    """Make a Word document of one's own into a pack, with a proposal of what its placeholders are.

    The document itself is never changed. The first time, a project is written with the pack as the document says it, and
    beside it the proposal, `forslag.xlsx` and `forslag.json`: a row for each place. The second time, what was answered
    there is put in, and nothing else; a place without an answer stays, and `packs.check` says that it does.

    Args:
        source: The Word document, a `.docx`.
        folder: The project's folder; made where it is not there.
        pack_id: The pack's id; None for the name of the folder.
        navn: The name in the letterhead; None for the region's, or the id with a capital letter.
        region: The region that the pack is for, by name or code; None for the one that the id names.
        document: The kind of document; None for what its title says, and a plan where it says nothing.
        bygger_paa: The id of the pack below.

    Returns:
        What was made, and what is to be known of it; printed, it is the report.

    Raises:
        DocumentError: The file is no docx, or holds what a template cannot have; or the folder cannot be written.
        DataError: Answers that cannot be read, each with its number; or there is no such region or document.
        PackError: The id cannot be used, or a file of the pack was edited since.

    >>> import docx, pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> word = docx.Document()
    >>> _ = word.add_paragraph("Samarbejdsplan mellem [navn på botilbud] og [læge/praksis]")
    >>> word.save(str(folder / "skabelon.docx"))
    >>> made = import_template(folder / "skabelon.docx", folder / "syddanmark")
    >>> [row.proposal for row in made.rows], made.proof.holds
    (['plan.botilbud.navn', 'plan.praksis.betegnelse'], True)
    """
    path, target = Path(source), Path(folder)
    kind, place = None if document is None else domain.dokument(document), path.name
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # a name that no file can have is the second
        raise DocumentError(_files.unread(error)(place=place)) from None
    try:
        parts = _refusals.open_template(content)
    except DocumentError as error:
        raise DocumentError(*within(error.findings, place=place)) from error
    base = Stack(_layers.read(_discovery.folder_of(bygger_paa)))
    project = _project.Project(target, pack_id or target.name, base)
    project.check(navn, region)
    work = _Work(path.name, content, dict(parts), kind, base)
    work.remarks = parts.remark(place)
    return work.run(project, navn, region)


class _Work:
    """One document on its way into a pack."""

    def __init__(
        self, name: str, content: bytes, parts: dict[str, bytes], kind: Dokument | None, base: Stack
    ) -> None:
        self._name, self._content, self._original = name, content, dict(parts)
        self._parts = parts
        self._page: Page = _page.read(parts)
        self.kind = kind or _guessed(self._page, base)
        self.is_guessed = kind is None
        self._base = _sections.Base(base, self.kind)
        self.places = _left.numbered(self._page, self.kind)
        self.changes = {
            f"{_CHANGE}{number}": change
            for number, change in enumerate(_revisions.changes(self._page, parts), start=1)
        }
        self._answers = _answers.Answers(self.kind, self.places, self.changes)
        self.remarks: tuple[Finding, ...] = ()

    # The whole ------------------------------------------------------------------------------------------

    def run(self, project: _project.Project, navn: str | None, region: str | None) -> Imported:
        said, record = self._said(project)
        found = self._answers.found(said)
        modes = self._answers.settled(said)
        before = _guards.proposed(self.places, self.kind)
        plan, tidied, wanted = self._done(found, modes)
        self.remarks += tuple(self._remarked(found, plan))
        parts, sections = _sections.split(
            self._parts, self._base, shared=_answers.shared(said), level_of=self._headings()
        )
        rows = tuple(self._answers.rows(said, missing=before, sections=sections))
        content = self._content_of(project, parts, sections, plan, rows)
        written = project.write(content, navn=navn, region=region, before=record.get("skrevet", {}))
        self._keep(project, rows, written)
        told = (*tidied.lines(), *_marks(plan))
        made = self._reported(project, rows, sections, told, wanted)
        (project.folder / _report.REPORT).write_text(made.text, encoding="utf-8")
        return made

    def _said(self, project: _project.Project) -> tuple[dict[str, str], dict[str, Any]]:
        """Read what was answered in a project that is there, and what was kept of the last time."""
        if not project.folder.exists():
            return {}, {}
        said, record = self._answers.said(project.folder, _digest.of_content(self._content))
        project.check_edits(record.get("skrevet", {}))
        self._base.taken = frozenset(
            project.clauses() - {Path(name).stem for name in record.get("skrevet", {})}
        )
        return said, record

    def _remarked(self, found: Mapping[Place, Answer], plan: _plan.Plan) -> Iterator[Finding]:
        """Tell what is to be known of the answers."""
        if self._answers.lost:
            lost = ", ".join(f"»{words[:_SHORT]}«" for words in self._answers.lost)
            yield _findings.ANSWERS_LOST(ord=lost)
        numbers = {place: number for number, place in self.places.items()}
        yield from _guards.left_out(found)
        yield from _for_word.one_occasion(self._page, found, self.kind)
        yield from _for_word.stumps(plan, found, numbers)
        yield from _for_word.twice(found, numbers)

    def _headings(self) -> dict[str, int]:
        """Give the headings as they are now, with their levels."""
        return {
            " ".join(each.text.split()): each.level
            for each in _page.read(self._parts).paragraphs
            if each.level and each.part == _package.DOCUMENT
        }

    def _done(
        self, found: Mapping[Place, Answer], modes: Mapping[Change, str]
    ) -> tuple[_plan.Plan, _tidy.Tidied, _proof.Wanted]:
        """Do what was confirmed, in the parts; give what was done, and what each paragraph is to read now."""
        page = self._page
        plan = _plan.plan(page, found, [place for place in self.places.values() if place not in found])
        rejected = {
            paragraph
            for change, mode in modes.items()
            if mode == REJECT or change.words.startswith("(")
            for paragraph in change.element.iterancestors(f"{W}p")
        }
        busy = {
            next(spot.paragraph.element.iterancestors(f"{W}tr"))
            for place in self.places.values()
            for spot in place.spots
            if spot.paragraph.cell is not None
        }
        tidied = _tidy.Tidied()
        _apply.apply(page, plan)
        _revisions.settle(page, modes)
        tidied = _tidy.tidy(page, self._parts, busy)
        wanted = _proof.expected(page, plan, tidied, rejected)
        for part, root in page.roots.items():
            self._parts[part] = _package.serialise(root)
        self._parts = _revisions.finished(self._parts)
        return plan, tidied, wanted

    def _content_of(
        self,
        project: _project.Project,
        parts: Mapping[str, bytes],
        sections: tuple[Section, ...],
        plan: _plan.Plan,
        rows: tuple[Row, ...],
    ) -> _project.Content:
        own = _context.root(SUBJEKTER[self.kind])
        title = self._base.stack.word_file(self.kind).post.titel or ""
        return _project.Content(
            kind=self.kind,
            docx=_package.write(_package.without_who(parts, title=title)),
            title=title,
            clauses={section.id: section.source for section in sections if section.source},
            reason=f"Fra regionens egen skabelon, {self._name}.",
            empty_rows={
                path if own == "plan" else f"plan.{path}": count for path, count in plan.empty_rows.items()
            },
            files=self._proposal(project, rows),
        )

    def _proposal(self, project: _project.Project, rows: tuple[Row, ...]) -> dict[str, bytes]:
        files = {f"{self._answers.sheet}.json": _sheet.write_json(rows, self._about(project, rows, {}))}
        try:
            files[f"{self._answers.sheet}.xlsx"] = _sheet.write_workbook(
                rows, _fields.fields(self.kind).values()
            )
        except DataError as error:
            self.remarks += tuple(attrs.evolve(each, severity="remark") for each in error.findings)
        return files

    def _about(
        self, project: _project.Project, rows: tuple[Row, ...], written: Mapping[str, str]
    ) -> dict[str, Any]:
        return {
            "skabelon": self._name,
            "digest": _digest.of_content(self._content),
            "pakke": project.pack_id,
            "dokument": str(self.kind),
            "skrevet": dict(written),
            "besvaret": {row.number: row.answer for row in rows if row.answer},
        }

    def _keep(self, project: _project.Project, rows: tuple[Row, ...], written: Mapping[str, str]) -> None:
        path = project.folder / f"{self._answers.sheet}.json"
        path.write_bytes(_sheet.write_json(rows, self._about(project, rows, written)))

    def _reported(
        self,
        project: _project.Project,
        rows: tuple[Row, ...],
        sections: tuple[Section, ...],
        told: tuple[str, ...],
        wanted: _proof.Wanted,
    ) -> Imported:
        stack = Stack(_layers.read(project.own))
        template, _ = Templates(stack).spliced(self.kind)
        proof = _proof.proof(wanted, self._original, template.parts)
        kept = stack.clauses_of(self.kind)
        below = [key for key in self._base.clauses if key not in kept]
        return _report.Imported(
            folder=project.folder,
            pack=project.own,
            sheet=project.folder / f"{self._answers.sheet}.xlsx",
            document=str(self.kind),
            is_guessed=self.is_guessed,
            rows=rows,
            findings=Findings(
                [
                    *self.remarks,
                    *_for_word.told(_check.check_own(project.own), self.kind, f"{self._answers.sheet}.xlsx"),
                ]
            ),
            sections=sections,
            lacks=tuple(_report.lacks(self.kind, _text_of(template.parts))),
            without=tuple(below),
            told=told,
            proof=proof,
            region=str(stack.top.manifest.regioner[0]) if stack.top.manifest.regioner else "",
        )


def _marks(plan: _plan.Plan) -> Iterator[str]:
    marked = [edit for edits in plan.edits.values() for edit in edits if edit.is_mark]
    count = sum(edit.spot is not None and edit.spot.kind in EMPTY for edit in marked)
    if len(marked) > count:
        places = dansk.antal(len(marked) - count, "sted", "steder")
        yield f"{places} uden svar er i pakken sat i kantede parenteser, så et dokument med dem ikke bliver endeligt."
    if count:
        places = dansk.antal(count, "tomt felt", "tomme felter")
        yield f"{places} uden svar har i pakken fået et mærke, »[udfyldes: …]«; svar nej, hvor et felt skal blive tomt."


def _text_of(parts: Mapping[str, bytes]) -> str:
    return "\n".join(paragraph.text for paragraph in _page.read(parts).paragraphs)


def _guessed(page: Page, base: Stack) -> Dokument:
    """Tell which kind of document it is, by its title or its first words."""
    body = [
        each for each in page.paragraphs if each.part == _package.DOCUMENT and re.search(r"\w", each.text)
    ]
    titled = [each for each in body if "title" in _style(each) or "titel" in _style(each)]
    for paragraph in (*titled, *body[:1]):
        name = _lexicon.kind_of_title(paragraph.text)
        if name and Dokument[name.upper()] in base.documents:
            return Dokument[name.upper()]
    return Dokument.SAMARBEJDSPLAN


def _style(paragraph: _page.Paragraph) -> str:
    style = paragraph.element.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "").casefold()
