"""Read a part's tags before docxtpl does: linear, and with every fault that docxtpl would pass over in silence.

docxtpl's own patching is quadratic on unbalanced input, merges tags across paragraphs, and drops the text
beside a `{%p %}` or `{%tr %}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.errors import Finding
from botilbudlaege.rendering._text import W, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

MAX_TAG = 500
MAX_NESTING = 50
MAX_PATH = 10

_OPEN = re.compile(r"\{[{%#]|[%#}]\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_KEYWORD = re.compile(r"\{%(?:(p|tr) )?\s*(\w*)")
_LONG_PATH = re.compile(rf"\w+(?:\s*\.\s*\w+){{{MAX_PATH}}}")
_STATEMENTS = frozenset({"if", "elif", "else", "endif", "for", "endfor"})
_MARKED = re.compile(r"\{[{%#]")


def scan(root: etree._Element, *, part: str) -> list[Finding]:
    """Find everything in a part's tags that cannot be let through to docxtpl."""
    findings = list(_elsewhere(root, part))
    depth = 0
    before = ""
    for paragraph in root.iter(f"{W}p"):
        text = "".join(t.text or "" for t in _own_texts(paragraph))
        if _bridges(before, text):
            findings.append(_finding("bridge", "En mærkning går over to afsnit.", part, text))
        before = text or before
        for tag, fault in _tags(text):
            fault_ = fault or _tag_fault(tag) or _alone_fault(tag, text, paragraph)
            if fault_:
                findings.append(_finding(*fault_, part, text))
            depth += _step(tag)
            if depth > MAX_NESTING:
                findings.append(
                    _finding("nesting", f"Mere end {MAX_NESTING} mærkninger inden i hinanden.", part, text)
                )
                return findings
    return findings


def has_tags(text: str) -> bool:
    """Tell whether a text holds the beginning of a tag."""
    return _MARKED.search(text) is not None


def plain(xml: bytes) -> str:
    """Give the text of a part without its elements, to see whether it holds tags."""
    return re.sub(r"<[^>]*>", "", xml.decode("utf-8", "replace"))


def _own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """List the texts of a paragraph, but not those of a text box inside it."""
    for text in paragraph.iter(f"{W}t"):
        if next(text.iterancestors(f"{W}p")) is paragraph:
            yield text


def _tags(text: str) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """Split a paragraph's text in tags, each perhaps with a fault."""
    position = 0
    while match := _OPEN.search(text, position):
        opening = match[0]
        if opening not in _CLOSING:
            yield opening, ("unbalanced", f"{opening} lukker en mærkning, der ikke er åbnet.")
            position = match.end()
            continue
        end = text.find(_CLOSING[opening], match.end())
        if end < 0:
            yield opening, ("unbalanced", f"{opening} lukkes ikke i samme afsnit.")
            return
        tag = text[match.start() : end + 2]
        inner = tag[2:-2]
        yield tag, ("unbalanced", "En mærkning begynder inde i en anden.") if has_tags(inner) else None
        position = end + 2


def _tag_fault(tag: str) -> tuple[str, str] | None:
    if len(tag) > MAX_TAG:
        return "tag-length", f"Mærkningen er længere end {MAX_TAG} tegn."
    if _LONG_PATH.search(tag):
        return "path-length", f"Et felt har mere end {MAX_PATH} navne."
    if tag.startswith(("{%-", "{%+", "{{-", "{{+")) or tag.endswith(("-%}", "-}}", "+%}")):
        return "not-in-language", "Mærkninger med - eller + er ikke med i skabelonsproget."
    if tag.startswith(("{{p ", "{{r ", "{{tr ", "{{tc ", "{%r ", "{%tc ", "{#p ", "{#tr ", "{#tc ")):
        return "not-in-language", f"{tag[:5].strip()} er ikke med i skabelonsproget."
    if tag.startswith("{%"):
        keyword = _KEYWORD.match(tag)
        if keyword is None or keyword[2] not in _STATEMENTS:
            return "not-in-language", "Mærkningen er ikke med i skabelonsproget: brug if, elif, else, for."
    return None


def _alone_fault(tag: str, text: str, paragraph: etree._Element) -> tuple[str, str] | None:
    """See that nothing stands beside a tag that takes its paragraph or row away."""
    if tag.startswith("{%p ") and (text.strip() != tag or _holds_more(paragraph)):
        return (
            "beside-paragraph-tag",
            "Teksten ved siden af en {%p %} ville gå tabt; giv den et afsnit for sig selv.",
        )
    if tag.startswith("{%tr "):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is None:
            return "row-tag-outside-table", "{%tr %} står ikke i en tabelrække."
        if "".join(paragraph_text(p) for p in row.iter(f"{W}p")).strip() != tag:
            return (
                "beside-row-tag",
                "Teksten ved siden af en {%tr %} ville gå tabt; giv den en række for sig selv.",
            )
    return None


def _holds_more(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph holds what is no text: a section break, a picture, a break."""
    kinds = ("sectPr", "drawing", "pict", "object", "br", "tab")
    return any(next(paragraph.iter(f"{W}{kind}"), None) is not None for kind in kinds[:4]) or any(
        next(run.iter(f"{W}{kind}"), None) is not None
        for run in paragraph.iter(f"{W}r")
        for kind in kinds[4:]
    )


def _step(tag: str) -> int:
    keyword = _KEYWORD.match(tag)
    if keyword is None:
        return 0
    return {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(keyword[2], 0)


def _bridges(before: str, after: str) -> bool:
    """Tell whether docxtpl would join the end of one paragraph with the beginning of the next."""
    pair = before[-1:] + after[:1]
    return pair in ("{{", "{%", "{#", "%}", "}}", "#}")


def _elsewhere(root: etree._Element, part: str) -> Iterator[Finding]:
    """Find tags that are not in the text of a paragraph: in attributes, field codes, deleted text."""
    for element in root.iter():
        held = [str(value) for value in element.attrib.values()]
        if element.tag != f"{W}t":
            held.append(element.text or "")
        held.append(element.tail or "")
        if any("{" in text and has_tags(text) for text in held):
            yield _finding("tag-outside-text", "En mærkning står uden for teksten.", part, "")


def _finding(code: str, message: str, part: str, text: str) -> Finding:
    words = " ".join(text.split())[:60]
    return Finding(
        code=code,
        message=message,
        remedy="Ret mærkningen i Word.",
        place=f"{part}, »{words}«" if words else part,
    )
