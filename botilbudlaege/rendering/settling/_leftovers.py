"""Leftovers of a template, one by one: brackets, merge fields, empty controls, tick boxes, lines and highlights that nothing fills in.

A final is not made of a template that has any of them: nobody signs a placeholder.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.drawn import _beside, _shapes, _words
from botilbudlaege.rendering.settling._placeholders import (
    TAGS,
    Left,
    are_none,
    as_one_bracket,
    box,
    by_words,
    in_brackets,
    plain,
    sure,
    without_tags,
)
from botilbudlaege.rendering.sight import _labels, _signs
from botilbudlaege.rendering.word import _codes, _findings, _package, _places
from botilbudlaege.rendering.word._styles import Styles, is_on, val
from botilbudlaege.rendering.word._text import W, own_texts, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._places import Spot, Where

MERGED = frozenset(
    {"MERGEFIELD", "GREETINGLINE", "ADDRESSBLOCK", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF"}
)
"""The fields that a mail merge fills in."""
_BOX_SIGNS = frozenset({"F0A8", "F06F", "F071", "F0A3"})  # empty boxes in Wingdings
_MOST_PARAGRAPHS = 6
"""Paragraphs over which a bracket may go on."""
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN_WORDS = "{urn:schemas-microsoft-com:vml}textpath"
_NOT_TO_BE_SIGNED = re.compile(
    r"\b(?:udkast|kladde|draft|sample|eksempel|skabelon|ugyldig|annulleret|udgået)", re.IGNORECASE
)
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BY_LOOK = (*(f"{W}{name}" for name in ("sym", "sdt", "highlight")), _MATH_TEXT)
"""What may make something to be filled in of words that no pattern finds."""


class _Piece(NamedTuple):
    """A stretch of a paragraph's text, and what it stands in."""

    text: str
    control: etree._Element | None
    is_box: bool
    is_marked: bool
    is_merged: bool


def leftovers(parts: Mapping[str, bytes], *, where: Where) -> Iterator[Finding]:
    """List what has to be settled before a final can be made, and each comment."""
    labels = _labels.Labels(Styles(parts))
    for part, root in _places.seen(parts, read=_package.read_only).items():
        spot = _places.spots(root, part, where)
        yield from _of_part(root, spot)
        yield from _over_paragraphs(root, spot)
        yield from dict.fromkeys(_in_drawings(root, spot))
        for paragraph in root.iter(f"{W}p"):
            yield from _in_words_around(labels.before(paragraph), paragraph, spot)
        yield from dict.fromkeys(
            _findings.COMMENT(place=spot(mark)) for mark in root.iter(f"{W}commentReference")
        )


def _of_part(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    fields = merge_fields(root)
    for code in fields:
        yield of_merge_field(code, spot)
    merged = _shown_by(root, fields)
    if not merged and _is_filled(root):
        return
    told: set[etree._Element] = set()
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield from _of_paragraph(paragraph, merged, told, spot)


def _is_filled(root: etree._Element) -> bool:
    """Tell whether surely nothing is to be filled in in any paragraph of a part: all are searched together."""
    if next(root.iter(*_BY_LOOK), None) is not None:
        return False
    return are_none(own_texts(root).values())


def _in_drawings(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    """List what is to be filled in in words that are drawn, or said of a drawing, and those by which a text is none to be signed."""
    for drawing in root.iter(*_shapes.DRAWINGS):
        for drawn in _words.words(drawing) if next(drawing.iterancestors(_FALLBACK), None) is None else ():
            words = " ".join(drawn.text.split())
            yield from _in_words_around(words, drawn.element, spot)
            yield from (left.told(spot(drawn.element), 1) for left in by_words(words))
            if drawn.element.tag == _DRAWN_WORDS and _NOT_TO_BE_SIGNED.search(words):
                yield _findings.WATERMARK(place=spot(drawn.element), ord=words)
    for said in _beside.heard(root):
        yield from (left.told(spot(said.element), 1) for left in in_brackets(said.words, "probable"))


def _in_words_around(words: str, element: etree._Element, spot: Spot) -> Iterator[Finding]:
    """List the places in words that stand in no text: those of a list, and those that are drawn."""
    yield from (left.told(spot(element), 1) for left in in_brackets(words, "sure"))


def _over_paragraphs(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    """List the brackets that go on over paragraphs, as what is to be written may be told at some length."""
    texts = _own_texts(root)
    for at, (paragraph, text) in enumerate(texts):
        begins = text.rfind("[")
        if begins < 0 or "]" in text[begins:]:
            continue
        words = [text[begins:]]
        for _, after in texts[at + 1 : at + _MOST_PARAGRAPHS]:
            ends = after.find("]")
            if "[" in (after if ends < 0 else after[:ends]):
                break
            words.append(after[: ends + 1] if ends >= 0 else after)
            if ends >= 0:
                whole = as_one_bracket(" ".join(words))
                yield from () if whole is None else (whole.told(spot(paragraph), 1),)
                break


def _own_texts(root: etree._Element) -> list[tuple[etree._Element, str]]:
    """List the paragraphs with their texts, without their tags; none where no bracket is open."""
    if not any((text.text or "").rfind("[") > (text.text or "").rfind("]") for text in root.iter(f"{W}t")):
        return []
    return [
        (paragraph, TAGS.sub("", text))
        for paragraph, text in own_texts(root).items()
        if next(paragraph.iterancestors(_FALLBACK), None) is None
    ]


def merge_fields(root: etree._Element) -> list[_codes.Code]:
    """List the fields that a mail merge would fill in."""
    return [code for code in _codes.codes(root) if not MERGED.isdisjoint(code.names)]


def of_merge_field(code: _codes.Code, spot: Spot) -> Finding:
    """Tell a field that a mail merge would fill in, by its name."""
    what = f"«{code.target}» (et flettefelt)" if code.target else "et flettefelt"
    return _findings.LEFT_PLACEHOLDER(place=spot(code.element), hvad=what)


def _shown_by(root: etree._Element, fields: list[_codes.Code]) -> set[etree._Element]:
    """List the texts that fields show; they are told with the field."""
    shown: set[etree._Element] = set()
    ends = {code.pieces[0]: code for code in fields if code.pieces}
    for code in fields:
        shown.update(code.element.iter(f"{W}t"))
    depth = 0
    for element in root.iter(f"{W}fldChar", f"{W}t") if ends else ():
        if element.tag == f"{W}t":
            shown.update([element] if depth else [])
        elif element in ends or (depth and val(element, "fldCharType") == "begin"):
            depth += 1
        elif depth and val(element, "fldCharType") == "end":
            depth -= 1
    return shown


def _of_paragraph(
    paragraph: etree._Element, merged: set[etree._Element], told: set[etree._Element], spot: Spot
) -> Iterator[Finding]:
    pieces = list(_pieces(paragraph, merged))
    found: list[Left] = []
    text = _text(pieces)
    for left in (*sure(text), *_probable(pieces, text, told), *_highlighted(pieces)):
        if not any(left.start < other.end and other.start < left.end for other in found):
            found.append(left)
    found.sort(key=lambda left: left.start)
    alike = {(left.entry, left.what, left.words): left for left in reversed(found)}
    counts = Counter((left.entry, left.what, left.words) for left in found)
    for key, left in sorted(alike.items(), key=lambda each: each[1].start):
        yield left.told(spot(paragraph), counts[key])


def _pieces(paragraph: etree._Element, merged: set[etree._Element]) -> Iterator[_Piece]:
    for element in paragraph.iter(f"{W}t", f"{W}sym", _MATH_TEXT):
        if paragraph_of(element) is not paragraph:
            continue
        run = next(element.iterancestors(f"{W}r"), None)
        mark = None if run is None else run.find(f"{W}rPr/{W}highlight")
        is_sign = element.tag == f"{W}sym"
        yield _Piece(
            text=_plain_sign(element) if is_sign else element.text or "",
            control=next(filter(_is_empty_control, element.iterancestors(f"{W}sdt")), None),
            is_box=is_sign and val(element, "char").upper() in _BOX_SIGNS,
            is_marked=mark is not None and val(mark) != "none",
            is_merged=element in merged,
        )


def _plain_sign(sign: etree._Element) -> str:
    """Give a sign that is a plain letter, as a bracket may be written; of others a blank."""
    text = _signs.character(sign)
    return text if len(text) == 1 and text.isascii() else " "


def _is_empty_control(control: etree._Element) -> bool:
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return False
    return is_on(properties.find(f"{W}showingPlcHdr")) or properties.find(f"{_W14}checkbox") is not None


def _text(pieces: list[_Piece]) -> str:
    """Give the text without its tags and without what a merge fills in, as long as it is with them."""
    return without_tags(
        "".join("\0" * len(piece.text) if piece.is_merged else piece.text for piece in pieces)
    )


def _probable(pieces: list[_Piece], text: str, told: set[etree._Element]) -> Iterator[Left]:
    for control, start, end in _controls(pieces):
        if control not in told:  # one that goes on over paragraphs is told at the first
            told.add(control)
            is_box = control.find(f"{W}sdtPr/{_W14}checkbox") is not None
            what = "et afkrydsningsfelt" if is_box else "et tomt indholdskontrolelement"
            yield Left(start, end, "probable", what, "" if is_box else plain(text[start:end]))
        else:
            yield Left(start, end, "probable", "", "")
    yield from by_words(text)
    for piece, start in _starts(pieces):
        if piece.is_box:
            yield box(text, start)


def _starts(pieces: list[_Piece]) -> Iterator[tuple[_Piece, int]]:
    """Give each piece with where it begins."""
    ends = itertools.accumulate((len(piece.text) for piece in pieces), initial=0)
    yield from zip(pieces, ends, strict=False)


def _controls(pieces: list[_Piece]) -> Iterator[tuple[etree._Element, int, int]]:
    for control, group in itertools.groupby(_starts(pieces), key=lambda each: each[0].control):
        of_it = list(group)
        if control is not None:
            last, start = of_it[-1]
            yield control, of_it[0][1], start + len(last.text)


def _highlighted(pieces: list[_Piece]) -> Iterator[Left]:
    for is_marked, group in itertools.groupby(_starts(pieces), key=lambda each: each[0].is_marked):
        of_it = list(group)
        start, end = of_it[0][1], of_it[-1][1] + len(of_it[-1][0].text)
        words = plain("".join(piece.text for piece, _ in of_it if not piece.is_merged))
        if is_marked and words:
            yield Left(start, end, "probable", "en overstregning med farve", words)
