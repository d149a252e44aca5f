"""Leftovers of a template, one by one: brackets, merge fields, empty controls, tick boxes, lines and highlights that nothing fills in.

A final is not made of a template that has any of them: nobody signs a placeholder.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from botilbudlaege.rendering.drawn import _beside, _shapes, _words
from botilbudlaege.rendering.sight import _labels, _signs
from botilbudlaege.rendering.word import _codes, _findings, _package, _places
from botilbudlaege.rendering.word._styles import Styles, is_on, val
from botilbudlaege.rendering.word._text import W, own_texts, paragraph_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._places import Where

    Spot = Callable[[etree._Element], str]  # noqa: SLF001 - lxml has no other name for it

MERGED = frozenset(
    {"MERGEFIELD", "GREETINGLINE", "ADDRESSBLOCK", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF"}
)
"""The fields that a mail merge fills in."""
_TAGGED = re.compile("\N{OBJECT REPLACEMENT CHARACTER}+")
_LETTERS = "A-Za-zÆØÅæøåÉéÄäÖöÜü"
_TICKED = re.compile(r"(?<=%\})[☐□❏❐❑❒](?=\{%)")  # between two tags: they say whether it is ticked
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_BRACKETS = re.compile(rf"\[[^\[\]]*[{_LETTERS}]{{2}}[^\[\]]*\]")
_QUOTED = re.compile(rf"«\s*[{_LETTERS}_][^«»]*»")
_CLICK_HERE = re.compile(
    r"\b(?:Klik|Tryk)(?: eller (?:klik|tryk))? (?:her|for at angive)\b|\bClick (?:or tap )?(?:here|to enter)\b"
    r"|\bVælg et element\b|\bChoose an item\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[(<]\s*(?:indsæt|angiv|udfyld|anfør|skriv)\b[^()<>]*[)>]", re.IGNORECASE)
_ASKED_HERE = re.compile(
    r"\b(?:Indsæt|Angiv|Udfyld|Anfør|Skriv(?! under\b))\b[^.:;!?()\[\]]{0,40}\bher\b", re.IGNORECASE
)
_ENCLOSED = re.compile(
    rf"[{{\uff5b]{{1,2}}\s*[{_LETTERS}_]{{2}}[^{{}}\uff5b\uff5d]*[}}\uff5d]{{1,2}}"
    rf"|<{{1,2}}\s*[{_LETTERS}_]{{2}}[^<>@/]*>{{1,2}}"
    rf"|[\u3010\u3014\u27e6]\s*[{_LETTERS}_]{{2}}[^\u3010\u3011\u3014\u3015\u27e6\u27e7]*[\u3011\u3015\u27e7]"
)
"""Words in braces of other kinds than those of a tag, in pointed or in odd brackets."""
_DATE_FORM = re.compile(r"\b[dD]{1,2}[./ -][mM]{1,2}[./ -][åÅyY]{2,4}\b")
_CROSSES = re.compile(
    r"\b[xX]{3,}\b|\b[xX]{2}(?:[ ./-][xX]{2,})+\b|\b[xX]{1,2}(?=\s+(?:timer?|måneder|mdr|beboere|kommune)\b)",
    re.IGNORECASE,
)
_SIGNS = re.compile(rf"(?<!\w)([#%$@]{{1,2}})[{_LETTERS}][\w .\-/]{{1,60}}(?<! )\1(?!\w)")
_TYPED_LINE = re.compile(r"[_.…]{5,}|_{3,}|…{2,}")
_TICK_BOX = re.compile("[☐□❏❐❑❒]")
_BOX_SIGNS = frozenset({"F0A8", "F06F", "F071", "F0A3"})  # empty boxes in Wingdings
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN_WORDS = "{urn:schemas-microsoft-com:vml}textpath"
_NOT_TO_BE_SIGNED = re.compile(
    r"\b(?:udkast|kladde|draft|sample|eksempel|skabelon|ugyldig|annulleret|udgået)", re.IGNORECASE
)
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LONGEST = 60
_MOST_PARAGRAPHS = 6
"""Paragraphs over which a bracket may go on."""
_IN_BRACKETS = "ord i kantede parenteser"
_FORMS = (
    (_ENCLOSED, "ord i parenteser"),
    (_SIGNS, "ord mellem tegn"),
    (_DATE_FORM, "en datos form"),
)
_PATTERNS = (
    (_BRACKETS, ("[",)),
    (_QUOTED, ("«",)),
    (_CLICK_HERE, ("klik", "tryk", "click", "vælg", "choose")),
    (_ASKED, ("(", "<")),
    (_ASKED_HERE, ("indsæt", "angiv", "udfyld", "anfør", "skriv")),
    (_CROSSES, ("x",)),
    (_TYPED_LINE, ("__", "..", "…", "_.", "._")),
    (_TICK_BOX, tuple("☐□❏❐❑❒")),
    (_ENCLOSED, tuple("{\uff5b<\u3010\u3014\u27e6")),
    (_SIGNS, tuple("#%$@")),
    (_DATE_FORM, ("åå", "åy", "yå", "yy")),
)
"""Each with what of a text, in small letters, stands in whatever it finds: that is looked for in a hundredth of the time."""
_BY_LOOK = (*(f"{W}{name}" for name in ("sym", "sdt", "highlight")), _MATH_TEXT)
"""What may make something to be filled in of words that no pattern finds."""
_BETWEEN = "\n«)>]}»\u3011\n"
"""Between paragraphs that are searched together: whatever may go on over them ends, and nothing begins."""


class _Piece(NamedTuple):
    """A stretch of a paragraph's text, and what it stands in."""

    text: str
    control: etree._Element | None
    is_box: bool
    is_marked: bool
    is_merged: bool


class _Left(NamedTuple):
    """Something to be filled in: from where to where in its paragraph, and what is told of it."""

    start: int
    end: int
    entry: str
    what: str
    words: str

    def told(self, place: str, times: int) -> Finding:
        """Tell it; the same words more than once in a paragraph are told together."""
        if self.entry == "line":
            return _findings.TYPED_LINE(place=place)
        shown = self.words if len(self.words) <= _LONGEST else f"{self.words[:_LONGEST].rstrip()} …"
        what = f"{shown} ({self.what})" if shown else self.what
        entry = _findings.LEFT_PLACEHOLDER if self.entry == "sure" else _findings.PROBABLE_PLACEHOLDER
        return entry(place=place, hvad=what if times == 1 else f"{what}, {times} gange")


def leftovers(parts: Mapping[str, bytes], *, where: Where) -> Iterator[Finding]:
    """List what has to be settled before a final can be made, and each comment."""
    labels = _labels.Labels(Styles(parts))
    for part, root in _places.seen(parts, read=_package.read_only).items():
        spot = spots(root, part, where)
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
    text = _without_tags(_BETWEEN.join(own_texts(root).values()))
    small = _small(text)
    return not any(pattern.search(text) for pattern, held in _PATTERNS if any(each in small for each in held))


def _small(text: str) -> str:
    """Give a text in small letters, so that letters are alike which `re` takes for alike whatever their size."""
    return text.replace("ı", "i").replace("İ", "i").casefold()


def _in_drawings(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    """List what is to be filled in in words that are drawn, or said of a drawing, and those by which a text is none to be signed."""
    for drawing in root.iter(*_shapes.DRAWINGS):
        for drawn in _words.words(drawing) if next(drawing.iterancestors(_FALLBACK), None) is None else ():
            words = " ".join(drawn.text.split())
            yield from _in_words_around(words, drawn.element, spot)
            yield from (left.told(spot(drawn.element), 1) for left in _by_words(words))
            if drawn.element.tag == _DRAWN_WORDS and _NOT_TO_BE_SIGNED.search(words):
                yield _findings.WATERMARK(place=spot(drawn.element), ord=words)
    for said in _beside.heard(root):
        for match in _BRACKETS.finditer(said.words):
            yield _Left(0, 0, "probable", _IN_BRACKETS, match[0]).told(spot(said.element), 1)


def _in_words_around(words: str, element: etree._Element, spot: Spot) -> Iterator[Finding]:
    """List the places in words that stand in no text: those of a list, and those that are drawn."""
    for match in _BRACKETS.finditer(words):
        yield _Left(0, 0, "sure", _IN_BRACKETS, match[0]).told(spot(element), 1)


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
            if ends >= 0 and _BRACKETS.fullmatch(" ".join(words)):
                yield _Left(0, 0, "probable", _IN_BRACKETS, _plain(" ".join(words))).told(spot(paragraph), 1)
            if ends >= 0:
                break


def _own_texts(root: etree._Element) -> list[tuple[etree._Element, str]]:
    """List the paragraphs with their texts, without their tags; none where no bracket is open."""
    if not any((text.text or "").rfind("[") > (text.text or "").rfind("]") for text in root.iter(f"{W}t")):
        return []
    return [
        (paragraph, _TAGS.sub("", text))
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
    found: list[_Left] = []
    text = _text(pieces)
    for left in (*_sure(text), *_probable(pieces, text, told), *_highlighted(pieces)):
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
    return _without_tags(
        "".join("\0" * len(piece.text) if piece.is_merged else piece.text for piece in pieces)
    )


def _without_tags(text: str) -> str:
    settled = _TICKED.sub("\N{OBJECT REPLACEMENT CHARACTER}", text)
    return _TAGS.sub(lambda tag: "\N{OBJECT REPLACEMENT CHARACTER}" * len(tag[0]), settled)


@functools.lru_cache(maxsize=1024)
def _sure(text: str) -> tuple[_Left, ...]:
    kinds = [(_BRACKETS, _IN_BRACKETS)]
    if not 0 <= text.find("»") < text.find("«"):  # else they are quotation marks
        kinds.append((_QUOTED, "et flettefelt i «»"))
    return tuple(
        _Left(match.start(), match.end(), "sure", what, _plain(match[0]))
        for pattern, what in kinds
        for match in pattern.finditer(text)
    )


def _probable(pieces: list[_Piece], text: str, told: set[etree._Element]) -> Iterator[_Left]:
    for control, start, end in _controls(pieces):
        if control not in told:  # one that goes on over paragraphs is told at the first
            told.add(control)
            is_box = control.find(f"{W}sdtPr/{_W14}checkbox") is not None
            what = "et afkrydsningsfelt" if is_box else "et tomt indholdskontrolelement"
            yield _Left(start, end, "probable", what, "" if is_box else _plain(text[start:end]))
        else:
            yield _Left(start, end, "probable", "", "")
    yield from _by_words(text)
    for piece, start in _starts(pieces):
        if piece.is_box:
            yield _box(text, start)


@functools.lru_cache(maxsize=1024)
def _by_words(text: str) -> tuple[_Left, ...]:
    """List the probable ones that a text tells by its words; once, since most of a document is as it was."""
    asked = "ord, der beder om noget"
    kinds = ((_ASKED, asked), (_ASKED_HERE, asked), (_CROSSES, "krydser"), *_FORMS)
    return (
        *(
            _Left(match.start(), match.end(), "probable", "»Klik her …«", "")
            for match in _CLICK_HERE.finditer(text)
        ),
        *(
            _Left(match.start(), match.end(), "probable", what, _plain(match[0]))
            for pattern, what in kinds
            for match in pattern.finditer(text)
        ),
        *(_Left(match.start(), match.end(), "line", "", "") for match in _TYPED_LINE.finditer(text)),
        *(_box(text, match.start()) for match in _TICK_BOX.finditer(text)),
    )


def _box(text: str, start: int) -> _Left:
    return _Left(start, start + 1, "probable", "et afkrydsningsfelt", _after(text, start))


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


def _highlighted(pieces: list[_Piece]) -> Iterator[_Left]:
    for is_marked, group in itertools.groupby(_starts(pieces), key=lambda each: each[0].is_marked):
        of_it = list(group)
        start, end = of_it[0][1], of_it[-1][1] + len(of_it[-1][0].text)
        words = _plain("".join(piece.text for piece, _ in of_it if not piece.is_merged))
        if is_marked and words:
            yield _Left(start, end, "probable", "en overstregning med farve", words)


def _after(text: str, start: int) -> str:
    """Give the words that a tick box stands before, so that one can be told from another."""
    rest = _TICK_BOX.split(text[start + 1 :])[0]
    return _plain(rest)


def _plain(text: str) -> str:
    return " ".join(_TAGGED.sub("…", text.replace("\0", "")).split())


def spots(root: etree._Element, part: str, where: Where) -> Spot:
    """Give what says where an element of a part stands."""
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"))}

    def spot(element: etree._Element) -> str:
        own = element if element.tag == f"{W}p" else next(element.iterancestors(f"{W}p"), None)
        if own is None:  # around whole paragraphs: the first of them
            own = next(element.iter(f"{W}p"), None)
        if own is None:
            around = element.iterancestors(*(f"{W}{name}" for name in ("tc", "tr", "tbl")))
            own = next((paragraph for each in around for paragraph in each.iter(f"{W}p")), None)
        return where(part, -1 if own is None else numbers[own], -1)

    return spot
