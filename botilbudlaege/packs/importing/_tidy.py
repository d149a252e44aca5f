"""Repairs of a Word file besides its places, each told: numbers of headings that are typed, head rows, language."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.forms._page import Paragraph
from botilbudlaege.packs.importing import _apply, _runs
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import STYLES, is_on, number, related, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.packs.forms._page import Page

_NUMBERING = "word/numbering.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})*)([.)]?)\s+(?=\S)")
_DANISH = "da-DK"
_LEVELS = 9


@attrs.define
class Tidied:
    """What was set right.

    Args:
        numbers: The typed number of each heading that is numbered by Word now.
        tables: How many tables were given a head row.
        language: The language that was there before; empty where it is Danish already.
        kept: Why typed numbers stay, where they do.
    """

    numbers: dict[Paragraph, str] = attrs.field(factory=dict)
    tables: int = 0
    language: str = ""
    kept: str = ""

    def lines(self) -> Iterator[str]:
        """Tell it."""
        if self.numbers:
            yield f"Rettet: Numre, der var skrevet i {len(self.numbers)} overskrifter, sættes nu af Word; de er de samme."
        if self.kept:
            yield self.kept
        if self.tables:
            yield f"Rettet: Første række er gjort til overskriftsrække i tabeller: {self.tables}."
        if self.language:
            yield f"Rettet: Standardsproget er sat til dansk (det var {self.language})."


def tidy(page: Page, parts: dict[str, bytes], busy: set[etree._Element]) -> Tidied:
    """Set right what can be, in the parts of the page and in `parts`; what is in doubt stays.

    Args:
        page: The file.
        parts: Its parts.
        busy: The rows that hold a place, so that they head nothing.
    """
    done = Tidied()
    _number_headings(page, parts, done)
    for root in page.roots.values():
        done.tables += sum(_head_row(table, busy) for table in root.iter(f"{W}tbl"))
    _speak_danish(parts, done)
    return done


# Headings -----------------------------------------------------------------------------------------------


def _number_headings(page: Page, parts: dict[str, bytes], done: Tidied) -> None:
    headings = [
        paragraph for paragraph in page.paragraphs if paragraph.level and paragraph.part == _package.DOCUMENT
    ]
    typed = [(each, match) for each in headings if (match := _NUMBER.match(each.text))]
    if not typed:
        return
    signs = {match[2] for _, match in typed}
    if len(typed) < 2 or len(signs) > 1 or not _counts([match[1] for _, match in typed]):  # noqa: PLR2004 - one number is no series
        done.kept = "Numrene i overskrifterne bliver stående som tekst: de følger ikke én rækkefølge fra 1."
        return
    key = _new_list(parts, next(iter(signs)))
    for paragraph, match in typed:
        _runs.replace(paragraph.element, match.start(), match.end(), "")
        _put(paragraph.element, key, match[1].count("."))
        done.numbers[paragraph] = match[0]


def _counts(numbers: list[str]) -> bool:
    """Tell whether typed numbers are those that Word would count."""
    counters = [0] * _LEVELS
    for text in numbers:
        level = text.count(".")
        counters[level] += 1
        counters[level + 1 :] = [0] * (_LEVELS - level - 1)
        if text != ".".join(map(str, counters[: level + 1])):
            return False
    return True


def _new_list(parts: dict[str, bytes], sign: str) -> str:
    if _NUMBERING not in parts:
        parts[_NUMBERING] = _package.serialise(etree.Element(f"{W}numbering", nsmap={"w": W[1:-1]}))
        _package.declare(parts, _NUMBERING, _KIND)
        _package.relate(parts, _package.DOCUMENT_RELS, _RELATION, "numbering.xml")
    root = _package.parse(parts[_NUMBERING])
    abstract = _free(root, "abstractNum", "abstractNumId")
    key = _free(root, "num", "numId")
    kind = etree.Element(f"{W}abstractNum", {f"{W}abstractNumId": abstract})
    etree.SubElement(kind, f"{W}multiLevelType", {f"{W}val": "multilevel"})
    for level in range(_LEVELS):
        kind.append(_level(level, sign))
    first = root.find(f"{W}num")
    if first is None:
        root.append(kind)
    else:
        first.addprevious(kind)
    num = etree.Element(f"{W}num", {f"{W}numId": key})
    etree.SubElement(num, f"{W}abstractNumId", {f"{W}val": abstract})
    nums = root.findall(f"{W}num")
    if nums:
        nums[-1].addnext(num)
    else:
        root.append(num)
    parts[_NUMBERING] = _package.serialise(root)
    return key


def _level(level: int, sign: str) -> etree._Element:
    element = etree.Element(f"{W}lvl", {f"{W}ilvl": str(level)})
    text = ".".join(f"%{each}" for each in range(1, level + 2)) + sign
    for name, value in (
        ("start", "1"),
        ("numFmt", "decimal"),
        ("suff", "space"),
        ("lvlText", text),
        ("lvlJc", "left"),
    ):
        etree.SubElement(element, f"{W}{name}", {f"{W}val": value})
    properties = etree.SubElement(element, f"{W}pPr")
    etree.SubElement(properties, f"{W}ind", {f"{W}left": "0", f"{W}firstLine": "0"})
    return element


def _free(root: etree._Element, name: str, attribute: str) -> str:
    taken = [number(val(each, attribute)) for each in root.iter(f"{W}{name}")]
    return str(max(taken, default=0) + 1)


def _put(paragraph: etree._Element, key: str, level: int) -> None:
    properties = _apply.properties_of(paragraph)
    look = next(
        (run.find(f"{W}rPr") for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None), None
    )
    if look is not None and properties.find(f"{W}rPr") is None:  # the number looks as the words do
        mark = copy.deepcopy(look)
        after = properties.find(f"{W}sectPr")
        properties.append(mark) if after is None else after.addprevious(mark)
    for old in properties.findall(f"{W}numPr"):
        properties.remove(old)
    item = etree.Element(f"{W}numPr")
    etree.SubElement(item, f"{W}ilvl", {f"{W}val": str(level)})
    etree.SubElement(item, f"{W}numId", {f"{W}val": key})
    before = [
        child
        for child in properties
        if child.tag
        in {
            f"{W}{name}"
            for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
        }
    ]
    if before:
        before[-1].addnext(item)
    else:
        properties.insert(0, item)


# Tables and language ------------------------------------------------------------------------------------


def _head_row(table: etree._Element, busy: set[etree._Element]) -> bool:
    """Make the first row a head row, where its cells are short words and no place, and rows follow."""
    rows = table.findall(f"{W}tr")
    if len(rows) < 2 or rows[0] in busy:  # noqa: PLR2004 - a head and what it heads
        return False
    texts = [_page.cell_text(cell) for cell in rows[0].findall(f"{W}tc")]
    if len(texts) < 2 or not all(texts[1:]) or any(len(text) > 60 or text.endswith(":") for text in texts):  # noqa: PLR2004 - a word or two
        return False
    if is_on(rows[0].find(f"{W}trPr/{W}tblHeader")):
        return False
    properties = rows[0].find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        rows[0].insert(sum(child.tag == f"{W}tblPrEx" for child in rows[0]), properties)
    etree.SubElement(properties, f"{W}tblHeader")
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is not None:
        look.set(f"{W}firstRow", "1")
        bits = number(val(look), 16) | 0x20
        look.set(f"{W}val", f"{bits:04X}")
    else:
        table_properties = table.find(f"{W}tblPr")
        if table_properties is not None:
            etree.SubElement(table_properties, f"{W}tblLook", {f"{W}val": "0020", f"{W}firstRow": "1"})
    return True


def _speak_danish(parts: dict[str, bytes], done: Tidied) -> None:
    name = related(parts, "styles", STYLES)
    if name not in parts:
        return
    root = _package.parse(parts[name])
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    language = None if defaults is None else defaults.find(f"{W}lang")
    if language is None or val(language) == _DANISH:
        return
    done.language = val(language) or "ikke sat"
    language.set(f"{W}val", _DANISH)
    parts[name] = _package.serialise(root)
