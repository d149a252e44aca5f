"""`read`, which gives back the facts of a living document and what was changed in it; and `strip_data`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _files, _html
from botilbudlaege._arguments import FILE, FLAG, takes
from botilbudlaege.domain import Fakta
from botilbudlaege.domain._tree import steps
from botilbudlaege.errors import DocumentError, Finding, Findings
from botilbudlaege.packs._pack import PACK
from botilbudlaege.packs.reading import _ambiguous, _facts, _findings, _source, _text, _verdict
from botilbudlaege.packs.reading._subject import Draft
from botilbudlaege.packs.reading._verdict import Evidence, Sight, Verdict
from botilbudlaege.rendering.comparing import _wording
from botilbudlaege.rendering.living import _readback, _store
from botilbudlaege.rendering.pdf._preview import Billede
from botilbudlaege.rendering.word import _package, _refusals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from botilbudlaege._files import Readable
    from botilbudlaege.domain._tree import Fact
    from botilbudlaege.packs._pack import Pack
    from botilbudlaege.packs.reading._facts import Reading
    from botilbudlaege.packs.reading._source import Source
    from botilbudlaege.rendering.comparing._wording import Alignment, Found
    from botilbudlaege.rendering.living._readback import Living

_TIME_OF_DAY = re.compile(r"T00:00:00(?:\.0+)?Z?$")
"""What stands after a date that a program keeps as a time."""


@attrs.frozen(kw_only=True)
class Readback:
    """What a living document says now.

    Args:
        subject: The facts that it says; what cannot be told or used is None in it. None when there is no making one.
        findings: What was changed, what does not agree, what cannot be used and what is missing. They quote what was
            typed, so they do not belong in a log.
        provenance: What the document says of where it comes from: pack, version, rule set.
        issued: The facts as it was issued; None when they are lost.
        billeder: With `billeder=True`, pictures of the pages that look different from those made of the facts, by the
            number of the page: the made one to the left, the returned one to the right, with the difference in a frame.
    """

    subject: Fakta | None
    findings: tuple[Finding, ...]
    provenance: Mapping[str, str] = attrs.field(hash=False)
    issued: Fakta | None
    billeder: Mapping[int, Billede] = attrs.field(factory=dict, hash=False)

    def _repr_html_(self) -> str:
        """Show in a notebook what the document says, and what is to be looked at."""
        facts = (
            _html.paragraph("Oplysningerne kan ikke læses.")
            if self.subject is None
            else self.subject._repr_html_()
        )
        told = Findings(self.findings)._repr_html_() if self.findings else _html.paragraph("Intet er ændret.")
        return _html.section(facts, told)


@takes(docx=FILE, pack=PACK.or_none, billeder=FLAG)
def read(docx: Readable, *, pack: str | Path | Pack | None = None, billeder: bool = False) -> Readback:
    """Read a living document back, also after edits in Word or LibreOffice.

    Every fact is held against what it was when the document was issued, what the document's data say, and what stands
    at each place where it is seen; the fixed text against a fresh render. What is signed is the text, so the text wins.

    Args:
        docx: The file, by its path, as bytes or as an open file.
        pack: The pack to compare the wording with; None for the one that the document names, if it is the same now.
        billeder: Whether the pages are compared as pictures too, which takes seconds: `looks-different` (a warning).

    Returns:
        The facts, with a finding for each that is not as it was: `changed` (a remark), `conflict`, `invalid`, `missing`,
        `derived`, `wording` for the text around them, and `not-read` for comments and pictures (a warning).

    Raises:
        DocumentError: It is no living document, or no document that can be opened; or pictures are asked for, and
            LibreOffice, poppler or the extra `pdf` is not installed.
        PackError: The pack that is asked for does not exist or cannot be read.

    >>> from botilbudlaege import load, read, render
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> back = read(render(plan, living=True).content)
    >>> back.subject == plan, back.findings
    (True, ())
    """
    content = _content(docx)
    source, living = _opened(content, pack)
    alignment = None if source.fresh is None else _wording.align(source.fresh.paragraphs, living.paragraphs)
    found = () if alignment is None else alignment.found
    verdicts = {
        evidence.fact: (evidence, _verdict.judge(evidence)) for evidence in _evidence(source, living, found)
    }
    subject, refusals = _subject(source, verdicts)
    refused = {refusal.path for refusal in refusals}  # what cannot be right is not to be confirmed as well
    findings = [
        *source.findings,
        *_unknown(source, living),
        *(said for _, each in verdicts.values() if (said := each.finding) and said.path not in refused),
        *refusals,
    ]
    if subject is not None:
        findings = [*_with_missing(source, subject, findings, verdicts)]
    sound = all(finding.severity != "error" or not finding.path for finding in findings)
    findings += _of_text(source, living, subject, found, sound=sound)
    findings += _of_wording(source, living, alignment, verdicts)
    findings += _ambiguous.ambiguous(living, source.fresh)
    findings += _text.unread(living, source.fresh)
    looks, pictures = _pictures_compared(content, source, subject) if billeder else ([], {})
    return Readback(
        subject=subject,
        findings=(*findings, *looks),
        provenance=dict(_source.provenance(living)),
        issued=source.issued,
        billeder=pictures,
    )


def _opened(content: bytes, pack: str | Path | Pack | None) -> tuple[Source, Living]:
    """Open a document and what it was made of; a field that has lost its tag has that of its like there."""
    living = _readback.open_living(content)
    source = _source.source(living, pack)
    if source.fresh is None:
        return source, living
    tags = {control.id: control.tag for control in source.fresh.controls}
    return source, _readback.tagged(_readback.twinned(living, source.fresh), tags)


def _of_wording(
    source: Source, living: Living, alignment: Alignment | None, verdicts: _Verdicts
) -> Iterator[Finding]:
    """List what differs in the fixed text from what the document was made of, where that is known."""
    if alignment is not None and source.fresh is not None:
        yield from _text.wording(living, source.fresh, alignment, _gone(source, verdicts))
        yield from _text.numbers(living, source.fresh, alignment)
        yield from _text.listed(living, source.fresh)
        yield from _text.unseen(living, source.fresh)
        yield from _text.uncrossed(living, source.fresh)


def _pictures_compared(
    content: bytes, source: Source, subject: Fakta | None
) -> tuple[list[Finding], Mapping[int, Billede]]:
    from botilbudlaege.packs.reading import _pictures  # noqa: PLC0415 - it knows LibreOffice, which few reads ask

    return _pictures.compared(content, source, subject)


def _gone(source: Source, verdicts: _Verdicts) -> set[str]:
    """List the facts that are seen nowhere any more, by the tags of their fields."""
    return {f"{source.root}.{fact.path}" for fact, (evidence, _) in verdicts.items() if not evidence.sights}


@takes(docx=FILE)
def strip_data(docx: Readable) -> bytes:
    """Take the data out of a living document: what remains is what is seen, and where it comes from.

    Args:
        docx: The file, by its path, as bytes or as an open file.

    Returns:
        The document without the data that its fields are bound to and without the facts as issued. Its fields, pack,
        version and digests stay.

    Raises:
        DocumentError: It is no document that can be opened.

    >>> from botilbudlaege import load, read, render
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> back = read(strip_data(render(plan, living=True).content))
    >>> back.issued is None, back.subject.botilbud.navn
    (True, 'Æblehaven')
    """
    return _package.write(_store.strip(_refusals.open_package(_content(docx))))


def _content(docx: Readable) -> bytes:
    source = _files.Source.of(docx)
    try:
        return source.read(_refusals.MAX_PACKED + 1)
    except (OSError, ValueError) as error:
        raise DocumentError(_files.unread(error)(place=source.name)) from None


def _evidence(source: Source, living: Living, found: Iterable[Found]) -> Iterator[Evidence]:
    """Gather, fact by fact, all that is known of it, in the order of the document."""
    controls = () if source.fresh is None else source.fresh.controls
    tags = (*(control.tag for control in controls), *(living.store or ()))
    seen = _Seen(source, tags)
    for control in living.controls:
        seen.add(control.tag, control.text, control.part, control.paragraph)
    for each in sorted(found, key=lambda each: not each.text):
        if each.text or seen.anywhere(each.tag):
            seen.add(each.tag, each.text, each.paragraph.part, each.paragraph.number)
    bound = {control.tag for control in living.controls if control.bound}
    for tag, (fact, issued, sights) in seen.facts.items():
        text = None if living.store is None else living.store.get(tag)
        if not text and tag not in bound:
            text = None  # an item of a list that is there for the sake of those after it
        stored = None if text is None else _stored(fact, issued, text)
        yield Evidence(fact, issued, stored, sights, living.place)


class _Seen:
    """The facts of a document by tag, each with what it was and where it is seen.

    Args:
        source: What the document was made of.
        tags: The tags that it has, or had.
    """

    def __init__(self, source: Source, tags: Iterable[str]) -> None:
        self._source = source
        fresh = () if source.fresh is None else source.fresh.controls
        self._unseen = Counter(control.tag for control in fresh if not control.text)
        self.facts: dict[str, tuple[Fact, Reading | None, list[Sight]]] = {}
        for tag in tags:
            self._known(tag)

    def _known(self, tag: str) -> bool:
        """Find the fact of a tag; tell whether there is one."""
        if tag in self.facts:
            return True
        fact = _fact(self._source, tag)
        if fact is None:
            return False
        issued = None
        if self._source.issued is not None:
            issued = _facts.known(_facts.value_of(self._source.issued, fact.steps))
        self.facts[tag] = fact, issued, []
        return True

    def anywhere(self, tag: str) -> bool:
        """Tell whether a fact is seen at all."""
        return tag in self.facts and any(sight.reading.text for sight in self.facts[tag][2])

    def add(self, tag: str, text: str, part: str, paragraph: int) -> None:
        """Add a place where a fact is seen; where it was not seen when it was issued, as in a tag that is crossed out, it is as it was."""
        if self._known(tag):
            fact, issued, sights = self.facts[tag]
            if not text and issued is not None and self._unseen[tag] > 0:
                self._unseen[tag] -= 1
                text = issued.text
            sights.append(Sight(_reading(fact, issued, text), part, paragraph))


def _fact(source: Source, tag: str) -> Fact | None:
    root, _, path = tag.partition(".")
    return _facts.find(source.cls, path) if root == source.root else None


def _reading(fact: Fact, issued: Reading | None, text: str) -> Reading:
    """Read a text; LibreOffice makes a space of a line break in a field when the file goes by way of .odt."""
    if issued is not None and (issued.text == text or _wording.plain(issued.text) == _wording.plain(text)):
        return issued
    return _facts.read(text, fact)


def _stored(fact: Fact, issued: Reading | None, text: str) -> Reading:
    """Read what the data say; a date as a document shows it."""
    reading = _reading(fact, issued, _TIME_OF_DAY.sub("", text) if fact.type.kind == "dato" else text)
    return _facts.known(reading.value) if reading.value is not None else reading


_Verdicts = Mapping["Fact", tuple[Evidence, Verdict]]


def _subject(source: Source, verdicts: _Verdicts) -> tuple[Fakta | None, list[Finding]]:
    """Make the subject of the facts as issued and of those that are others now."""
    draft = Draft(source.cls, source.issued)
    same = True
    for fact, (evidence, verdict) in verdicts.items():
        was = None if evidence.issued is None else evidence.issued.key
        if verdict.reading.key != was:
            same = False
            draft.set(fact.steps, verdict.reading.value)
    if same and source.issued is not None:
        return source.issued, []
    subject, refusals = draft.subject()
    return subject, [_refused(draft.original(fault.path), fault, verdicts) for fault in refusals]


def _refused(path: str, fault: Finding, verdicts: _Verdicts) -> Finding:
    """Say of a fact that the domain refuses beside the others what was typed."""
    for fact, (evidence, verdict) in verdicts.items():
        if fact.path == path:
            place = next((evidence.place(sight) for sight in evidence.sights), "")
            issued = evidence.issued if evidence.issued != verdict.reading else None
            return _verdict.refused(fact, verdict.reading.text, fault, place=place, issued=issued)
    return attrs.evolve(fault, code="invalid", path=path)


def _unknown(source: Source, living: Living) -> Iterator[Finding]:
    """Tell of fields that this version does not know."""
    tags = dict.fromkeys(control.tag for control in living.controls if not control.tag.startswith("="))
    for tag in tags:
        if _fact(source, tag) is None:
            yield _findings.UNKNOWN_FIELD(path=tag.partition(".")[2])


def _with_missing(
    source: Source, subject: Fakta, findings: list[Finding], verdicts: _Verdicts
) -> Iterator[Finding]:
    """Add what a final document would lack; a fact that was emptied is told once, as missing where it is needed."""
    needed = {finding.path: finding for finding in _needed(source, subject, verdicts)}
    told = {finding.path for finding in findings if finding.severity == "error" and finding.path}
    for finding in findings:
        if finding.code != "changed" or finding.path not in needed:
            yield finding
    for path, finding in needed.items():
        if path not in told and not (told and _worked_out_before(source, path)):
            yield attrs.evolve(finding, severity="warning" if source.draft else "error")


def _worked_out_before(source: Source, path: str) -> bool:
    """Tell whether a fact that is worked out from others was known: then what it lacks now is told already."""
    if source.issued is None or _facts.find(source.cls, path) is not None:
        return False
    return _facts.value_of(source.issued, steps(path)) is not None


def _needed(source: Source, subject: Fakta, verdicts: _Verdicts) -> tuple[Finding, ...]:
    """List what a final document of the subject lacks."""
    if subject == source.issued and not source.draft:
        return ()
    if source.pack is not None:
        return source.lacks(subject)
    return tuple(
        _findings.MISSING(path=fact.path, oplysning=fact.label, felt=fact.path)
        for fact, (_, verdict) in verdicts.items()
        if verdict.reading.key is None and not fact.felt.valgfri
    )


def _of_text(
    source: Source, living: Living, subject: Fakta | None, found: Iterable[Found], *, sound: bool
) -> Iterator[Finding]:
    """Tell of facts that are worked out from others, and of wording that the facts no longer call for.

    What no longer fits is told only of a document without other faults: a new one is made when they are mended.
    """
    if source.fresh is None or subject is None:
        return

    def now() -> Living | None:
        return source.render(subject, draft=source.draft) or source.render(subject, draft=True)

    told = _text.worked_out(source, living, tuple(found), now)
    yield from (finding for finding in told if sound or finding.severity == "error")
    if sound and not source.draft and subject != source.issued and (made := now()) is not None:
        yield from _text.outdated_wording(source.fresh, made)
