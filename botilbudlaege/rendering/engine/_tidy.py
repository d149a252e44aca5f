"""Tags as people type them in Word, made ready to be read: their spaces, their quotation marks, and those that are split.

docxtpl throws away what stands between the braces of a tag that Word has spread over several runs, and the look of all
but the first; and it makes straight every quotation mark in a tag, those of a text to compare with too.
"""

from __future__ import annotations

import bisect
import itertools
import re
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.rendering.engine import _scan
from botilbudlaege.rendering.word._text import W, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEPT = {ord(mark): 0xE000 + number for number, mark in enumerate("“”‘’")}
_BACK = {kept: mark for mark, kept in _KEPT.items()}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})  # as docxtpl does within tags
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
_UNUSUAL = re.compile("[“”‘’\u00a0\u2007\u202f]")
_TYPED = re.compile("[\"'“”‘’\u00a0\u2007\u202f]")
"""What is read as another sign, or what may stand around such."""
_LITERAL = re.compile(
    r'"[^"“”]*(?:“[^"“”]*”[^"“”]*)*"'
    r'|["“”][^"“”]*["“”]'
    r"|'(?:[^'‘’]|‘[^'‘’]*’|(?<=\w)’(?=\w))*'"
    r"|['‘’](?:[^'‘’]|(?<=\w)[’‘'](?=\w))*['‘’]"
)
"""A text in quotation marks, straight or as Word makes them; a mark within a word is an apostrophe."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORDS = {
    "br": "et linjeskift",
    "cr": "et linjeskift",
    "tab": "en tabulator",
    "ptab": "en tabulator",
    "sym": "et symbol",
    "noBreakHyphen": "en bindestreg, der ikke deler",
    "softHyphen": "en blød bindestreg",
    "drawing": "et billede eller en figur",
    "pict": "et billede eller en figur",
    "object": "et billede eller en figur",
    "fldChar": "et felt fra Word",
    "fldSimple": "et felt fra Word",
    "instrText": "et felt fra Word",
}
"""What cannot stand between the braces of a tag, since it could not be kept in its place."""
_UNSEEN = frozenset(
    f"{W}{name}" for name in ("r", "t", "rPr", "proofErr", "lastRenderedPageBreak", "noProof", "lang")
)


def tidy(root: etree._Element) -> Iterator[tuple[int, int, str]]:
    """Make the tags of a part ready to be read; nothing that a reader sees is lost.

    Returns:
        The paragraph, the tag and what stands in it, for each tag that holds something else than text.
    """
    for number, texts in enumerate(_texts(root)):
        whole = "".join(text.text or "" for text in texts)
        if "{" not in whole:
            continue
        spans = [*_spans(whole)]
        if spans and _UNUSUAL.search(whole):
            _rewrite(texts, whole, spans)
        starts = [0, *itertools.accumulate(len(text.text or "") for text in texts)][:-1] if spans else []
        for index, (start, end) in enumerate(spans):
            held = _gather(texts, starts, start, end)
            if held:
                yield number, index, held


def _texts(root: etree._Element) -> list[list[etree._Element]]:
    """List the texts of each paragraph, without those of paragraphs within it."""
    found: dict[etree._Element, list[etree._Element]] = {paragraph: [] for paragraph in root.iter(f"{W}p")}
    for element in root.iter(f"{W}t"):
        own = paragraph_of(element)
        if own is not None:
            found[own].append(element)
    return list(found.values())


def readable(tag: str) -> str:
    """Give a tag with plain spaces, and with the quotation marks inside its literals marked.

    docxtpl makes the others straight, and `marks` gives the marked ones back.
    """
    if not _TYPED.search(tag):
        return tag
    pieces, done = [], 0
    for literal in _LITERAL.finditer(tag):
        words = literal[0]
        pieces += [
            tag[done : literal.start()].translate(_SPACES),
            words[0],
            words[1:-1].translate(_KEPT),
            words[-1],
        ]
        done = literal.end()
    return "".join([*pieces, tag[done:].translate(_SPACES)])


def straight(tag: str) -> str:
    """Give a tag as docxtpl hands it to Jinja."""
    return readable(tag).translate(_STRAIGHT) if _TYPED.search(tag) else tag


def holds_marks(text: str) -> bool:
    """Tell whether a text holds a quotation mark that is to be given back."""
    return any(kept in text for kept in map(chr, _BACK))


def marks(text: str) -> str:
    """Give a literal its quotation marks back."""
    return text.translate(_BACK)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for tag, fault in _scan.tags(text):
        start = text.index(tag, position)
        position = start + len(tag)
        if fault is None:
            yield start, position


def _rewrite(texts: Sequence[etree._Element], whole: str, spans: Sequence[tuple[int, int]]) -> None:
    """Put the readable tags, each as long as it was, in place of those typed."""
    for start, end in spans:
        whole = whole[:start] + readable(whole[start:end]) + whole[end:]
    position = 0
    for text in texts:
        length = len(text.text or "")
        text.text = whole[position : position + length]
        position += length


def _gather(texts: Sequence[etree._Element], starts: list[int], start: int, end: int) -> str:
    """Put a tag that is spread over runs of different looks into the first of them; say what else it holds.

    Where the runs look the same and hold nothing else, docxtpl joins them without loss.

    Args:
        texts: The texts of the paragraph.
        starts: Where each begins; kept true.
        start: Where the tag begins.
        end: Where it ends.
    """
    first, last = bisect.bisect_right(starts, start) - 1, bisect.bisect_left(starts, end)
    own = [(text, at) for text, at in zip(texts[first:last], starts[first:last], strict=True) if text.text]
    if len(own) == 1:
        return ""
    between = [*_between(own[0][0], own[-1][0])]
    held = next((_WORDS[name] for element in between if (name := _local(element)) in _WORDS), "")
    looks = {_look(text) for text, _ in own}
    if held or (len(looks) < 2 and all(element.tag in _UNSEEN for element in between)):  # noqa: PLR2004
        return held
    pieces = [(text, (text.text or ""), max(start - at, 0), max(end - at, 0)) for text, at in own]
    tag = "".join(words[cut:to] for _, words, cut, to in pieces)
    for text, words, cut, to in pieces:
        text.text = words[:cut] + tag + words[to:]
        text.set(_SPACE, "preserve")
        tag = ""
    starts[first + 1 : last] = [end] * (last - first - 1)
    return ""


def _between(first: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    """List the elements between two texts of a paragraph, but for what describes the runs."""
    element: etree._Element | None = first
    while element is not None:
        element = element[0] if len(element) and element.tag != f"{W}rPr" else _after(element)
        if element is None or element is last:
            return
        yield element


def _after(element: etree._Element) -> etree._Element | None:
    """Give the next element that does not stand in this one."""
    around: etree._Element | None = element
    while around is not None and around.getnext() is None:
        around = around.getparent()
    return None if around is None else around.getnext()


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _look(text: etree._Element) -> bytes:
    """Give the look of a text's run, to see whether it is that of another; the language is no look."""
    run = text.getparent()
    look = None if run is None else run.find(f"{W}rPr")
    kept = [] if look is None else [child for child in look if _local(child) not in ("lang", "noProof")]
    return b"".join(etree.tostring(child, method="c14n", with_tail=False) for child in kept)
