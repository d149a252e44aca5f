"""The scan of a part's tags before docxtpl reads them: linear, and with every fault that docxtpl would pass over in silence.

docxtpl's own patching is quadratic on unbalanced input, merges tags across paragraphs, and drops the text
beside a `{%p %}` or `{%tr %}`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.errors import Finding
from botilbudlaege.rendering.engine._blocks import Blocks, statement
from botilbudlaege.rendering.word._text import W, own_texts, paragraph_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_TAG = 500
MAX_NESTING = 50
MAX_PATH = 10
MAX_LOOPS = 4
MAX_TAGS = 5_000

_OPEN = re.compile(r"\{[{%#]|[%#}]\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_LONG_PATH = re.compile(rf"\w+(?:\s*\.\s*\w+){{{MAX_PATH}}}")
_STATEMENTS = frozenset({"if", "elif", "else", "endif", "for", "endfor"})
_MARKED = re.compile(r"\{[{%#]")
_ENDS = re.compile(r"[%#}]\}")
_JOINED = frozenset({"{{", "{%", "{#", "%}", "}}", "#}"})
"""What docxtpl makes one of, whatever elements stand between."""
_SINGLE = re.compile(r"(?<!\{)\{ ?\w{1,50}(?:\.\w{1,50}){1,10}(?: ?\| ?\w{1,50})? ?\}(?!\})")
_INSTEAD = {
    "{{r": "skriv {{ felt }}, og giv mærkningen i Word det udseende, som teksten skal have.",
    "{{tr": "skriv {%tr for … %} og {%tr endfor %} i hver sin række, og {{ felt }} i rækken mellem dem.",
    "{{tc": "en tabel har altid de samme kolonner; skriv {{ felt }} i cellen.",
    "{%r": "skriv {% if … %} uden r.",
    "{%tc": "en tabel har altid de samme kolonner; sæt hele rækker i {%tr … %}.",
    "{#p": "skriv {# … #} uden p, eller slet afsnittet.",
    "{#tr": "skriv {# … #} uden tr, eller slet rækken.",
    "{#tc": "skriv {# … #} uden tc.",
}
"""What docxtpl has and the language has not, and what to write instead."""
_REMEDIES = {"braces": "Sæt {{ og }} om et felt og {% og %} om en betingelse, hvert par i samme afsnit."}


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
            findings.append(_finding("bridge", "En mærkning går over to afsnit.", where(number, 0)))
        before = text or before
        if single := _SINGLE.search(text):
            message = f"{single[0]} har kun én krøllet parentes i hver side og bliver ikke udfyldt."
            findings.append(_finding("braces", message, where(number, -1)))
        for index, (tag, fault) in enumerate(tags(text)):
            count += 1
            fault_ = fault or _tag_fault(tag) or _alone_fault(tag, text, paragraph, rows)
            if fault_:
                findings.append(_finding(*fault_, where(number, index)))
            blocks.follow(tag)
            limit = _nesting_fault(blocks) or (f"Mere end {MAX_TAGS} mærkninger." if count > MAX_TAGS else "")
            if limit:
                return count, [*findings, _finding("nesting", limit, where(number, index))]
            if fault_:
                break  # the first fault of a paragraph; the next is often only its shadow
    return count, findings


def _nesting_fault(blocks: Blocks) -> str:
    if blocks.depth > MAX_NESTING:
        return f"Mere end {MAX_NESTING} mærkninger inden i hinanden."
    if blocks.loops > MAX_LOOPS:
        return f"Mere end {MAX_LOOPS} løkker inden i hinanden."
    return ""


def has_tags(text: str) -> bool:
    """Tell whether a text holds the beginning of a tag."""
    return _MARKED.search(text) is not None


def plain(xml: bytes) -> str:
    """Give the text of a part without its elements, to see whether it holds tags."""
    return unescape(re.sub(r"<[^>]*>", "", xml.decode("utf-8", "replace")))


def _odd_shapes(root: etree._Element, part: str) -> Iterator[Finding]:
    """Find texts and paragraphs where Word has none; docxtpl's patterns would tear them apart."""
    for text in root.iter(f"{W}t"):
        parent = text.getparent()
        if (
            len(text)
            or parent is None
            or parent.tag != f"{W}r"
            or next(text.iterancestors(f"{W}p"), None) is None
        ):
            yield _finding("odd-shape", "En tekst står et sted, hvor Word ikke har tekst.", part)
            return
    for paragraph in root.iter(f"{W}p"):
        outer = next(paragraph.iterancestors(f"{W}p", f"{W}txbxContent"), None)
        if outer is not None and outer.tag == f"{W}p":
            yield _finding("odd-shape", "Et afsnit står inde i et andet.", part)
            return
    for run in root.iter(f"{W}r"):
        outer = next(run.iterancestors(f"{W}r", f"{W}txbxContent"), None)
        if outer is not None and outer.tag == f"{W}r":
            yield _finding("odd-shape", "En tekst står inde i en anden.", part)
            return


def tags(text: str) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """Split a paragraph's text in tags, each perhaps with a fault."""
    position = 0
    while match := _OPEN.search(text, position):
        opening = match[0]
        if opening not in _CLOSING:
            yield opening, ("braces", f"{opening} lukker en mærkning, der ikke er åbnet.")
            position = match.end()
            continue
        end = text.find(_CLOSING[opening], match.end())
        if end < 0:
            yield opening, ("braces", f"{opening} lukkes ikke i samme afsnit.")
            return
        tag = text[match.start() : end + 2]
        inner = tag[2:-2]
        yield tag, ("braces", "En mærkning begynder inde i en anden.") if has_tags(inner) else None
        position = end + 2


def _tag_fault(tag: str) -> tuple[str, str] | None:  # noqa: PLR0911 - a kind a line
    if len(tag) > MAX_TAG:
        return "tag-length", f"Mærkningen er længere end {MAX_TAG} tegn."
    if tag.count(".") >= MAX_PATH and _LONG_PATH.search(tag):
        return "path-length", f"Et felt har mere end {MAX_PATH} navne."
    if tag.startswith(("{%-", "{%+", "{{-", "{{+")) or tag.endswith(("-%}", "-}}", "+%}")):
        return "not-in-language", "Mærkninger med - eller + er ikke med i skabelonsproget."
    if tag.startswith("{{p "):
        return (
            "not-in-language",
            "{{p … }} er kun til en klausul i teksten, ikke i sidehoved og sidefod; dens id har små bogstaver a-z, cifre og _.",
        )
    for begins, instead in _INSTEAD.items():
        if tag.startswith(f"{begins} "):
            return "not-in-language", f"{begins} er ikke med i skabelonsproget: {instead}"
    if tag.startswith("{%") and statement(tag) not in _STATEMENTS:
        return "not-in-language", "Mærkningen er ikke med i skabelonsproget: brug if, elif, else, for."
    return None


def _alone_fault(
    tag: str, text: str, paragraph: etree._Element, rows: dict[etree._Element, str]
) -> tuple[str, str] | None:
    """See that nothing stands beside a tag that takes its paragraph or row away."""
    if tag.startswith("{%p ") and (text.strip() != tag or holds_more(paragraph)):
        return (
            "beside-paragraph-tag",
            "Teksten ved siden af en {%p %} ville gå tabt; giv mærkningen et afsnit for sig selv, eller skriv den uden p.",
        )
    if tag.startswith("{%tr "):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is None:
            return "row-tag-outside-table", "{%tr %} står ikke i en tabelrække."
        if row not in rows:
            rows[row] = "".join(paragraph_text(p) for p in row.iter(f"{W}p")).strip()
        if rows[row] != tag:
            return (
                "beside-row-tag",
                "Teksten ved siden af en {%tr %} ville gå tabt; giv mærkningen en række for sig selv.",
            )
    return None


def holds_more(paragraph: etree._Element, *, sections: bool = True) -> bool:
    """Tell whether a paragraph holds what is no text: a picture, a break, and with `sections` a section break."""
    kinds = ("drawing", "pict", "object", *(("sectPr",) if sections else ()))
    return any(next(paragraph.iter(f"{W}{kind}"), None) is not None for kind in kinds) or any(
        next(run.iter(f"{W}{kind}"), None) is not None
        for run in paragraph.iter(f"{W}r")
        for kind in ("br", "tab")
    )


def _bridges(before: str, after: str) -> bool:
    """Tell whether docxtpl would join the end of one paragraph with the beginning of the next."""
    pair = before[-1:] + after[:1]
    return pair in _JOINED


def _elsewhere(root: etree._Element, part: str) -> Iterator[Finding]:
    """Find tags that are not in the text of a paragraph: in attributes, field codes, deleted text.

    A single brace there is none, as long as docxtpl cannot join it with one beside it.
    """
    before, was_loose = "", False
    for text, loose in _in_order(root):
        pair = before[-1:] + text[:1]
        joined = (loose or was_loose) and pair in _JOINED
        if joined or (loose and (has_tags(text) or _ENDS.search(text))):
            yield _finding("tag-outside-text", "En mærkning står uden for teksten.", part)
            return
        before, was_loose = text, loose
    if any(has_tags(str(value)) for element in root.iter() for value in element.attrib.values()):
        yield _finding("tag-outside-text", "En mærkning står uden for teksten.", part)


def _in_order(element: etree._Element) -> Iterator[tuple[str, bool]]:
    """List the texts of a part in the order of the file, each with whether it stands outside a paragraph's text."""
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and each.text and isinstance(each.tag, str):
            yield each.text, each.tag != f"{W}t"
        elif event == "end" and each.tail and each is not element:
            yield each.tail, True


def _finding(code: str, message: str, place: str) -> Finding:
    return Finding(code=code, message=message, remedy=_REMEDIES.get(code, "Ret mærkningen."), place=place)
