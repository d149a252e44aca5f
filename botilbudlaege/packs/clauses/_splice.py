"""Clauses spliced into a Word template: a paragraph that holds only `{{p klausul.<id> }}` becomes the clause's paragraphs.

This happens in the raw XML, before docxtpl sees it: docxtpl's own `{{p }}` drops the text beside the tag, swallows
a section break, and can leave a table cell without a paragraph.
"""

from __future__ import annotations

import copy
import itertools
import re
import threading
from typing import TYPE_CHECKING

import attrs
from cachetools import LRUCache, cached
from lxml import etree

from botilbudlaege import _digest, _nearest
from botilbudlaege.errors import Finding, TemplateError, within
from botilbudlaege.packs.clauses import _findings
from botilbudlaege.packs.clauses._markdown import LEFT_OUT, Block, Clause, Run
from botilbudlaege.rendering.engine._scan import holds_more
from botilbudlaege.rendering.word import _package, _refusals
from botilbudlaege.rendering.word._styles import Styles, val
from botilbudlaege.rendering.word._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from botilbudlaege.rendering.word._places import Where

_PLACEHOLDER = re.compile(r"\{\{p?\s*klausul\.([\w]+)\s*\}\}")
_LONG = 9  # digits
MOST = 8_000_000  # bytes of Word files that are kept opened
_NUMBERING = "word/numbering.xml"
_LIST_STYLES = {"bullet": "list bullet", "number": "list number"}


def size(package: _refusals.Package) -> int:
    """Count the bytes of a package."""
    return sum(map(len, (*package.values(), *package.loose.values())))


@cached(LRUCache(MOST, getsizeof=size), key=_digest.of_content, lock=threading.Lock())
def opened(docx: bytes) -> _refusals.Package:
    """Open a Word file of a pack, which is looked at and not changed; the last are kept.

    Raises:
        DocumentError: It is no docx, or holds what is refused.
    """
    return _refusals.open_package(docx)


@cached(LRUCache(maxsize=256), key=_digest.of_content, lock=threading.Lock())
def clause_ids(docx: bytes) -> frozenset[str]:
    """List the clauses that a template uses; those of the last files are kept, by their content.

    Raises:
        DocumentError: It is no docx, or holds what is refused.
    """
    root = _package.read_only(opened(docx)[_package.DOCUMENT])
    texts = (paragraph_text(paragraph) for paragraph in root.iter(f"{W}p"))
    return frozenset(match[1] for text in texts for match in _PLACEHOLDER.finditer(text))


@attrs.frozen
class Spliced:
    """A template with its clauses in place.

    Args:
        parts: The parts of the package.
        origins: For each paragraph of the document its number in the template itself, or clause and block.
        findings: The placeholders that could not be replaced.
    """

    parts: dict[str, bytes]
    origins: tuple[int | tuple[Clause, Block], ...]
    findings: tuple[Finding, ...]


def splice(parts: Mapping[str, bytes], clauses: Mapping[str, Clause], *, where: Where) -> Spliced:
    """Put the clauses into a template's parts."""
    word = _Word(dict(parts))
    findings = []
    for number, paragraph in enumerate(list(word.document.iter(f"{W}p"))):
        word.origins[paragraph] = number
        match = _PLACEHOLDER.search(paragraph_text(paragraph))
        if (
            match is None or paragraph.find(f".//{W}p") is not None
        ):  # in a text box it is the inner paragraph's
            continue
        fault = _fault(paragraph, match, clauses)
        if fault is not None:
            findings.append(attrs.evolve(fault, place=where(_package.DOCUMENT, number, 0)))
            continue
        try:
            word.replace(paragraph, clauses[match[1]])
        except TemplateError as error:
            findings += within(error.findings, place=where(_package.DOCUMENT, number, 0))
    return Spliced(word.parts(), word.order(), tuple(findings))


def _fault(  # noqa: PLR0911 - a list, kept whole, of tests, the first that holds
    paragraph: etree._Element, match: re.Match[str], clauses: Mapping[str, Clause]
) -> Finding | None:
    """Find what keeps a clause from its place."""
    tag, clause = match[0], match[1]
    if not tag.startswith("{{p "):
        return _findings.CLAUSE_NOT_PARAGRAPH(klausul=clause)
    if paragraph_text(paragraph).strip() != tag or holds_more(paragraph, sections=False):
        return _findings.CLAUSE_BESIDE_TEXT(klausul=clause)
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return _findings.CLAUSE_SECTION_BREAK(klausul=clause)
    if clause not in clauses:
        near = _nearest.nearest(clause, clauses)
        if near:
            return _findings.CLAUSE_MISSPELT(klausul=clause, ment=near)
        return _findings.UNKNOWN_CLAUSE(klausul=clause)
    if clauses[clause] is LEFT_OUT and _only_in_cell(paragraph):
        return _findings.LEFT_OUT_IN_CELL(klausul=clause)
    return None


def _only_in_cell(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) == 1


class _Word:
    """The parts of a template that clauses touch."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self.document = _package.parse(parts[_package.DOCUMENT])
        self._numbering = _package.parse(parts[_NUMBERING]) if _NUMBERING in parts else None
        self._styles = Styles(parts)
        self.origins: dict[etree._Element, int | tuple[Clause, Block]] = {}

    def parts(self) -> dict[str, bytes]:
        new = {**self._parts, _package.DOCUMENT: _package.serialise(self.document)}
        if self._numbering is not None:
            new[_NUMBERING] = _package.serialise(self._numbering)
        return new

    def order(self) -> tuple[int | tuple[Clause, Block], ...]:
        """Say where each paragraph comes from, in the order of the document."""
        return tuple(self.origins[paragraph] for paragraph in self.document.iter(f"{W}p"))

    def replace(self, placeholder: etree._Element, clause: Clause) -> None:
        """Put a clause where its placeholder stands; one that is left out takes an empty section's heading with it.

        Raises:
            TemplateError: The template lacks the styles of lists; then nothing is changed.
        """
        numbers: dict[int, str] = {}
        new = [(block, self._paragraph(block, placeholder, numbers)) for block in clause.blocks]
        for index, (block, paragraph) in enumerate(new):
            following = clause.blocks[index + 1 :]
            if block.kind == "text" and _introduces_list(following):
                _keep_with_next(paragraph)
            elif block.kind in _LIST_STYLES and not _goes_on(following):
                _keep_with_next(paragraph, "0")
            placeholder.addprevious(paragraph)
            self.origins[paragraph] = (clause, block)
        heading = None if clause.blocks else _empty_section(placeholder, self._styles)
        for element in (placeholder, heading):
            parent = None if element is None else element.getparent()
            if element is not None and parent is not None:
                parent.remove(element)

    def _paragraph(
        self, block: Block, placeholder: etree._Element, numbers: dict[int, str]
    ) -> etree._Element:
        paragraph = etree.Element(f"{W}p")
        properties = placeholder.find(f"{W}pPr")
        if block.kind in _LIST_STYLES:
            paragraph.append(self._list_properties(block, numbers))
        elif block.kind == "text" and properties is not None:
            paragraph.append(copy.deepcopy(properties))
        first = placeholder.find(f"{W}r/{W}rPr")
        for (bold, italic), runs in itertools.groupby(block.runs, key=lambda run: (run.bold, run.italic)):
            text = "".join(run.text for run in runs)
            tag = text.replace("{%", "{%p", 1) if block.kind == "tag" else text
            paragraph.append(_run(Run(tag, bold, italic), first))
        return paragraph

    def _list_properties(self, block: Block, numbers: dict[int, str]) -> etree._Element:
        properties = etree.Element(f"{W}pPr")
        style = self._style(_LIST_STYLES[block.kind])
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": val(style, "styleId")})
        if block.kind == "number" or block.level:
            if block.kind == "number":
                if block.sequence not in numbers:
                    numbers[block.sequence] = self._new_list(style)
                number = numbers[block.sequence]
            else:
                number = _value(style, "numId")
                if not number:
                    raise TemplateError(_findings.NO_LIST_STYLE())
            item = etree.SubElement(properties, f"{W}numPr")
            etree.SubElement(item, f"{W}ilvl", {f"{W}val": str(block.level)})
            etree.SubElement(item, f"{W}numId", {f"{W}val": number})
        return properties

    def _style(self, name: str) -> etree._Element:
        own = self._styles.chain(self._styles.named(name))
        if not own:
            raise TemplateError(_findings.NO_LIST_STYLE())
        return own[0]

    def _new_list(self, style: etree._Element) -> str:
        """Start a list of its own that counts as the style's list does."""
        numbering = self._numbering
        nums = [] if numbering is None else numbering.findall(f"{W}num")
        own = _value(style, "numId")
        abstract = next((num.find(f"{W}abstractNumId") for num in nums if num.get(f"{W}numId") == own), None)
        if abstract is None:
            raise TemplateError(_findings.NO_LIST_STYLE())
        taken = [num.get(f"{W}numId", "") for num in nums]
        new = str(
            max((int(number) for number in taken if number.isdecimal() and len(number) < _LONG), default=0)
            + 1
        )
        num = etree.Element(f"{W}num", {f"{W}numId": new})
        num.append(copy.deepcopy(abstract))
        override = etree.SubElement(num, f"{W}lvlOverride", {f"{W}ilvl": "0"})
        etree.SubElement(override, f"{W}startOverride", {f"{W}val": "1"})
        nums[-1].addnext(num)
        return new


def _empty_section(placeholder: etree._Element, styles: Styles) -> etree._Element | None:
    """Find the heading under which nothing but the placeholder stands.

    Its section ends at the next heading, at the end, or where a paragraph in another style begins something new, as
    the signatures do.
    """
    before, after = placeholder.getprevious(), placeholder.getnext()
    if before is None or before.tag != f"{W}p" or not styles.heading_level(before):
        return None
    if after is None or after.tag == f"{W}sectPr":
        return before
    level = styles.heading_level(after)
    if level:
        return before if level <= styles.heading_level(before) else None
    return before if after.tag == f"{W}p" and _named(after) != _named(placeholder) else None


def _named(paragraph: etree._Element) -> str:
    return val(paragraph.find(f"{W}pPr/{W}pStyle"))


def _introduces_list(following: tuple[Block, ...]) -> bool:
    return next((block.kind for block in following if block.kind != "tag"), "") in _LIST_STYLES


def _goes_on(following: tuple[Block, ...]) -> bool:
    """Tell whether a list may go on after an item: with another, or with the next turn of a loop."""
    return bool(following) and following[0].kind in ("tag", *_LIST_STYLES)


def _keep_with_next(paragraph: etree._Element, value: str = "1") -> None:
    """Keep a paragraph on the page of the next, or let it go; the schema has the mark right after the style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}keepNext") is None:
        properties.insert(
            1 if properties.find(f"{W}pStyle") is not None else 0,
            etree.Element(f"{W}keepNext", {} if value == "1" else {f"{W}val": value}),
        )


def _value(style: etree._Element, name: str) -> str:
    return val(style.find(f".//{W}{name}"))


def _run(run: Run, template: etree._Element | None) -> etree._Element:
    element = etree.Element(f"{W}r")
    properties = etree.Element(f"{W}rPr") if template is None else copy.deepcopy(template)
    for name in _looks(run):
        if properties.find(f"{W}{name}") is None:
            _insert(properties, etree.Element(f"{W}{name}"))
    if len(properties):
        element.append(properties)
    etree.SubElement(
        element, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    ).text = run.text
    return element


def _looks(run: Run) -> Iterator[str]:
    if run.bold:
        yield "b"
    if run.italic:
        yield "i"


def _insert(properties: etree._Element, look: etree._Element) -> None:
    """Put bold and italic where the schema has them: after style and fonts, before the rest."""
    index = sum(child.tag in (f"{W}rStyle", f"{W}rFonts", f"{W}b") for child in properties)
    properties.insert(index, look)
