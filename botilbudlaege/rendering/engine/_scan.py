"""The scan of a part's tags before docxtpl reads them: linear, and with every fault that docxtpl would pass over in silence.

docxtpl's own patching is quadratic on unbalanced input, merges tags across paragraphs, and drops the text
beside a `{%p %}` or `{%tr %}`.
"""

from __future__ import annotations

import functools
import itertools
import re
from html import unescape
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

import attrs
from lxml import etree

from botilbudlaege.rendering.engine import _findings
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W, own_texts, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from botilbudlaege._catalogue import Entry
    from botilbudlaege.errors import Finding

MAX_TAG = 500
MAX_NESTING = 50
MAX_PATH = 10
MAX_LOOPS = 4
MAX_TAGS = 5_000
_SHORT = 1_000  # letters of a paragraph whose tags are kept

_OPEN = re.compile(r"\{[{%#]|[%#}]\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_EQUATION, _EQUATION_TEXT = f"{_MATHS}oMath", f"{_MATHS}t"
_TAG_IN_EQUATION = re.compile(r"\{(?:\{\s*[^\W\d][\w.]*\s*(?:\|[^{}]*)?\}|%.*?%|#.*?#)\}")
"""What may be meant as a tag: `{{1,2}}` is a set within a set, and `{{x}}` may be either."""
APART = {ord("{"): "\ufdd0", ord("}"): "\ufdd1"}
"""Signs that stand for the braces of an equation while its part is read: Unicode has them for that, and for no letter."""
_LONG_PATH = re.compile(rf"\w+(?:\s*\.\s*\w+){{{MAX_PATH}}}")
_STATEMENT = re.compile(r"\{%(?:p |tr )?\s*(\w+)")
_PICTURES = tuple(f"{W}{kind}" for kind in ("drawing", "pict", "object"))
_BREAKS = (f"{W}br", f"{W}tab")
_STATEMENTS = frozenset({"if", "elif", "else", "endif", "for", "endfor"})
_MARKED = re.compile(r"\{[{%#]")
_ENDS = re.compile(r"[%#}]\}")
_SIGNS = re.compile("[{}%#]")
_JOINED = frozenset({"{{", "{%", "{#", "%}", "}}", "#}"})
"""What docxtpl makes one of, whatever elements stand between."""
_SINGLE = re.compile(r"(?<!\{)\{ ?\w{1,50}(?:\.\w{1,50}){1,10}(?: ?\| ?\w{1,50})? ?\}(?!\})")
_INSTEAD = {
    "{{r": _findings.PRINTED_RUN,
    "{{tr": _findings.PRINTED_ROW,
    "{{tc": _findings.PRINTED_CELL,
    "{%r": _findings.RUN_TAG,
    "{%tc": _findings.CELL_TAG,
    "{#p": _findings.COMMENTED_PARAGRAPH,
    "{#tr": _findings.COMMENTED_ROW,
    "{#tc": _findings.COMMENTED_CELL,
}
"""What docxtpl has and the language has not; it is told with what to write instead."""


_XPATH = functools.partial(etree.XPath, namespaces={"w": W[1:-1]}, smart_strings=False)
_ODD_ATTRIBUTES = _XPATH("//@*[contains(., '{') or contains(., '%7')]")
_LOOSE_TEXTS = _XPATH("//text()[not(parent::w:t) or preceding-sibling::*]")
_IN_ITSELF = (
    "boolean(//w:{0}//w:{0}) and //w:{0}[ancestor::*[self::w:{0} or self::w:txbxContent][1][self::w:{0}]]"
)
_ODD_SHAPES = (
    (_XPATH("boolean(//w:t[* or not(parent::w:r) or not(ancestor::w:p)])"), _findings.ODD_TEXT),
    (_XPATH(_IN_ITSELF.format("p")), _findings.PARAGRAPH_IN_PARAGRAPH),
    (_XPATH(_IN_ITSELF.format("r")), _findings.TEXT_IN_TEXT),
)


def scan(root: etree._Element, *, where: Callable[[int, int], str]) -> tuple[int, list[Finding]]:
    """Count a part's tags, and find everything in them that cannot be let through to docxtpl.

    Args:
        root: The part.
        where: Gives the place of a paragraph and a tag in it, by number.
    """
    whole = where(-1, -1)
    findings = [*_odd_shapes(root, whole), *_elsewhere(root, whole)]
    rows: dict[etree._Element, str] = {}
    count = 0
    blocks = Blocks()
    before = ""
    for number, (paragraph, text) in enumerate(own_texts(root).items()):
        if _bridges(before, text):
            findings.append(_findings.BRIDGE(place=where(number, 0)))
        before = text or before
        if single := _SINGLE.search(text):
            findings.append(_findings.SINGLE_BRACES(place=where(number, -1), tag=single[0]))
        for index, (tag, fault) in enumerate(tags(text)):
            count += 1
            fault_ = fault or _tag_fault(tag) or _alone_fault(tag, text, paragraph, rows)
            if fault_:
                findings.append(attrs.evolve(fault_, place=where(number, index)))
            blocks.follow(tag)
            limit = _too_many(blocks, count)
            if limit is not None:
                return count, [*findings, attrs.evolve(limit, place=where(number, index))]
            if fault_:
                break  # the first fault of a paragraph; the next is often only its shadow
    return count, findings


def set_apart(root: etree._Element) -> None:
    """Write the braces of equations as signs that no tag has: those of sets within sets would be taken for one.

    What looks like a tag stays, and is told as one that stands outside the text.
    """
    for equation in root.iter(_EQUATION):
        texts = [text for text in equation.iter(_EQUATION_TEXT) if text.text]
        whole = "".join(text.text or "" for text in texts)
        if ("{" in whole or "}" in whole) and not _TAG_IN_EQUATION.search(whole):
            for text in texts:
                text.text = (text.text or "").translate(APART)


def _too_many(blocks: Blocks, count: int) -> Finding | None:
    if blocks.depth > MAX_NESTING:
        return _findings.TAGS_TOO_DEEP(antal=MAX_NESTING)
    if blocks.loops > MAX_LOOPS:
        return _findings.LOOPS_TOO_DEEP(antal=MAX_LOOPS)
    return _findings.TOO_MANY_TAGS(antal=MAX_TAGS) if count > MAX_TAGS else None


def has_tags(text: str) -> bool:
    """Tell whether a text holds the beginning of a tag."""
    return _MARKED.search(text) is not None


def plain(xml: bytes) -> str:
    """Give the text of a part without its elements, to see whether it holds tags."""
    return unescape(re.sub(r"<[^>]*>", "", xml.decode("utf-8", "replace")))


def has_tags_in_attributes(xml: bytes) -> bool:
    """Tell whether an attribute of a part holds the beginning of a tag, also as addresses write it: %7B%7B."""
    marks = (b"{{", b"{%", b"{#", b"%7b", b"%7B", b"&#")
    if not any(mark in xml for mark in marks):
        return False
    return any(map(_is_tagged, _texts(_ODD_ATTRIBUTES, _package.parse(xml))))


def tags_in_attributes(element: etree._Element) -> Iterator[bool]:
    """Say of each attribute of an element whether it holds the beginning of a tag."""
    return map(_is_tagged, map(str, element.attrib.values()))


def _texts(path: etree.XPath, root: etree._Element) -> list[str]:
    """List the texts or attributes at a path; libxml2 finds them in a tenth of the time that all elements take in Python."""
    return cast("list[str]", path(root))


def _is_tagged(attribute: str) -> bool:
    return has_tags(attribute) or ("%7" in attribute and has_tags(unquote(attribute)))


def _odd_shapes(root: etree._Element, part: str) -> Iterator[Finding]:
    """Find texts and paragraphs where Word has none; docxtpl's patterns would tear them apart."""
    for shape, entry in _ODD_SHAPES:
        if shape(root):
            yield entry(place=part)
            return


def tags(text: str) -> tuple[tuple[str, Finding | None], ...]:
    """Split a paragraph's text in tags, each perhaps with a fault; one paragraph is asked for by one look after the other."""
    if "{" not in text and "}" not in text:
        return ()
    return _often(text) if len(text) < _SHORT else tuple(_split(text))


def _split(text: str) -> Iterator[tuple[str, Finding | None]]:
    position = 0
    while match := _OPEN.search(text, position):
        opening = match[0]
        if opening not in _CLOSING:
            yield opening, _findings.CLOSING_BRACES(tag=opening)
            position = match.end()
            continue
        end = text.find(_CLOSING[opening], match.end())
        if end < 0:
            yield opening, _findings.BRACES(tag=opening)
            return
        tag = text[match.start() : end + 2]
        yield tag, _findings.TAG_IN_TAG() if has_tags(tag[2:-2]) else None
        position = end + 2


_often = functools.lru_cache(maxsize=512)(lambda text: tuple(_split(text)))


def _tag_fault(tag: str) -> Finding | None:
    return _findings.TAG_LENGTH(tegn=MAX_TAG) if len(tag) > MAX_TAG else _fault_of(tag)


@functools.lru_cache(maxsize=1024)
def _fault_of(tag: str) -> Finding | None:
    """Find what is wrong with a tag by itself; the tags of the documents of a pack come again and again."""
    if tag.count(".") >= MAX_PATH and _LONG_PATH.search(tag):
        return _findings.PATH_LENGTH(antal=MAX_PATH)
    if tag.startswith(("{%-", "{%+", "{{-", "{{+")) or tag.endswith(("-%}", "-}}", "+%}")):
        return _findings.WHITESPACE_CONTROL()
    if tag.startswith("{{p "):
        return _findings.CLAUSE_ELSEWHERE()
    for begins, instead in _INSTEAD.items():
        if tag.startswith(f"{begins} "):
            return instead()
    if tag.startswith("{%") and statement(tag) not in _STATEMENTS:
        return _findings.NOT_A_STATEMENT()
    return None


def _alone_fault(
    tag: str, text: str, paragraph: etree._Element, rows: dict[etree._Element, str]
) -> Finding | None:
    """See that nothing stands beside a tag that takes its paragraph or row away."""
    if tag.startswith("{%p ") and (text.strip() != tag or holds_more(paragraph)):
        return _findings.BESIDE_PARAGRAPH_TAG()
    if tag.startswith("{%tr "):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is None:
            return _findings.ROW_TAG_OUTSIDE_TABLE()
        if row not in rows:
            rows[row] = "".join(paragraph_text(p) for p in row.iter(f"{W}p")).strip()
        if rows[row] != tag:
            return _findings.BESIDE_ROW_TAG()
    return None


def holds_more(paragraph: etree._Element, *, sections: bool = True) -> bool:
    """Tell whether a paragraph holds what is no text: a picture, a break, and with `sections` a section break."""
    kinds = (*_PICTURES, f"{W}sectPr") if sections else _PICTURES
    return next(paragraph.iter(*kinds), None) is not None or any(
        _stands_in_run(each, paragraph) for each in paragraph.iter(*_BREAKS)
    )


def _stands_in_run(element: etree._Element, paragraph: etree._Element) -> bool:
    """Tell what stands in a run of a paragraph from what says how the paragraph looks, as its tab stops."""
    inside = itertools.takewhile(lambda around: around is not paragraph, element.iterancestors())
    return any(around.tag == f"{W}r" for around in inside)


def _bridges(before: str, after: str) -> bool:
    """Tell whether docxtpl would join the end of one paragraph with the beginning of the next."""
    pair = before[-1:] + after[:1]
    return pair in _JOINED


def _elsewhere(root: etree._Element, part: str) -> Iterator[Finding]:
    """Find tags that are not in the text of a paragraph: in attributes, field codes, deleted text.

    A single brace there is none, as long as docxtpl cannot join it with one beside it.
    """
    before, was_loose = "", False
    for text, loose in _in_order(root) if any(map(_SIGNS.search, _texts(_LOOSE_TEXTS, root))) else ():
        pair = before[-1:] + text[:1]
        joined = (loose or was_loose) and pair in _JOINED
        if joined or (loose and (has_tags(unquote(text)) or _ENDS.search(text))):
            yield _findings.TAG_OUTSIDE_TEXT(place=part)
            return
        before, was_loose = text, loose
    if any(map(_is_tagged, _texts(_ODD_ATTRIBUTES, root))):
        yield _findings.TAG_OUTSIDE_TEXT(place=part)


def _in_order(element: etree._Element) -> Iterator[tuple[str, bool]]:
    """List the texts of a part in the order of the file, each with whether it stands outside a paragraph's text."""
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and each.text and isinstance(each.tag, str):
            yield each.text, each.tag != f"{W}t"
        elif event == "end" and each.tail and each is not element:
            yield each.tail, True


# Balance --------------------------------------------------------------------------------------------


def statement(tag: str) -> str:
    """Name the statement of a tag, or nothing for a tag that is none.

    >>> statement("{%p endif %}"), statement("{{ plan.navn }}")
    ('endif', '')
    """
    match = _STATEMENT.match(tag)
    return "" if match is None else match[1]


@attrs.define
class _Open:
    """A statement that is open, where it began, and how deep it is: each elif is an `if` inside an `else`."""

    name: str
    at: object
    depth: int = 1


class Blocks:
    """The `if`s and `for`s that are open, with where each began."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[_Open] = []
        self.depth = 0
        """How deep inside each other the open ones stand."""
        self.loops = 0
        """How many of the open ones are loops."""

    def follow(self, tag: str, at: object = None) -> Finding | None:
        """Follow a tag; give what is wrong with it, if anything."""
        name = statement(tag)
        inner = self._open[-1] if self._open else None
        if name in ("if", "for"):
            self._open.append(_Open(name, at))
            self.depth += 1
            self.loops += name == "for"
        elif name in ("elif", "else"):
            if inner is None or inner.name != "if":
                return _findings.NOT_IN_IF(navn=name)
            inner.depth += name == "elif"
            self.depth += name == "elif"
        elif name.startswith("end"):
            if inner is None or name != f"end{inner.name}":
                return _findings.CLOSES_NOTHING(navn=name)
            self._open.pop()
            self.depth -= inner.depth
            self.loops -= inner.name == "for"
        return None

    def unclosed(self, entry: Entry = _findings.NOT_CLOSED) -> Iterator[tuple[Finding, object]]:
        """List what is still open: what is wrong, and where it began."""
        for each in self._open:
            yield entry(navn=each.name), each.at
