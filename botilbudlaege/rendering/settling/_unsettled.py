"""Faults of a template that is not settled: changes, comments, values from elsewhere, placeholders, text that nobody sees.

A document is made of what the checks have read. So whatever Word would show otherwise, or later, or not at all, is told:
`faults` are errors wherever the template is used; what keeps a final from being made is listed by `_leftovers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.rendering.drawn import _shapes, _words
from botilbudlaege.rendering.letters._look import Look
from botilbudlaege.rendering.settling import _aside, _leftovers, _settled, _stale
from botilbudlaege.rendering.sight import _signs
from botilbudlaege.rendering.sight._visible import Visibility
from botilbudlaege.rendering.word import _codes, _findings, _known_inside, _package, _places, _styles
from botilbudlaege.rendering.word._styles import OFF, is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._places import Spot, Where


_SETTINGS = "word/settings.xml"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_BINDINGS = frozenset(
    {f"{W}dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"}
)
_CHANGES = {
    "ins": "en indsættelse",
    "del": "en sletning",
    "moveFrom": "en flytning",
    "moveTo": "en flytning",
    "cellIns": "en indsat celle",
    "cellDel": "en slettet celle",
    "cellMerge": "flettede celler",
    "rPrChange": "et ændret udseende",
    "pPrChange": "et ændret afsnit",
    "sectPrChange": "en ændret sektion",
    "tblPrChange": "en ændret tabel",
    "tblPrExChange": "en ændret tabel",
    "trPrChange": "en ændret række",
    "tcPrChange": "en ændret celle",
    "numberingChange": "en ændret nummerering",
    "moveFromRangeStart": "en flytning",
    "moveToRangeStart": "en flytning",
    "customXmlInsRangeStart": "en indsættelse",
    "customXmlDelRangeStart": "en sletning",
    "customXmlMoveFromRangeStart": "en flytning",
    "customXmlMoveToRangeStart": "en flytning",
    "conflictIns": "en indsættelse",
    "conflictDel": "en sletning",
    "customXmlConflictInsRangeStart": "en indsættelse",
    "customXmlConflictDelRangeStart": "en sletning",
}
"""Tracked changes; what is kept of a table's former grid alone (tblGridChange) changes nothing that is seen."""
_DECISIVE = tuple(f"{W}{name}" for name in ("vanish", "webHidden", "strike", "dstrike", "color", "sz"))
"""What a run says itself by which its words are there for a reader, or not."""
_LOST = "\N{REPLACEMENT CHARACTER}"
_OF_A_FONT = re.compile("[\ue000-\uf8ff]")
_TURNS = re.compile("[\u061c\u200f\u202b\u202e\u2067]")
"""Signs that turn the text after them; those that set it from left to right, which is copied with telephone numbers, do not."""
_IN_WORDS = re.compile(r"\\#.*[^\W\d_x]|\\@.*'", re.IGNORECASE)
"""How a field says in which form it shows a number, where the form brings words of its own."""
_LINK = "HYPERLINK"
_TURNED = (f"{W}bdo", f"{W}dir")
_UNHIDDEN = Look()
_LATIN = re.compile(r"[A-Za-z0-9ÆØÅæøå]")
_DATES = tuple(f"{W}{part}{length}" for part in ("day", "month", "year") for length in ("Short", "Long"))
_OF_MARKS = {"trPr": "række", "rPr": "afsnitstegn"}


def faults(parts: Mapping[str, bytes], *, where: Where, draft: bool = False) -> Iterator[Finding]:
    """List what is wrong with a template whatever it is used for; a draft may still have fields to be merged."""
    settings = parts.get(_SETTINGS)
    if settings and is_on(_package.read_only(settings).find(f"{W}trackRevisions")):
        yield _findings.TRACKING_ON(place=where(_package.DOCUMENT, -1, -1))
    looks = Visibility(parts)
    yield from _stale.faults(parts, where=where)
    if b"AlternateContent" in parts.get(_styles.STYLES, b""):
        yield _findings.UNEQUAL_ALTERNATIVES(place=where(_styles.STYLES, -1, -1))
    roots = _places.seen(parts, read=_package.read_only)
    yield from _aside.faults(parts, roots, looks, where=where)
    for part, root in roots.items():
        spot = _places.spots(root, part, where)
        yield from _once(_changes(root, spot))
        yield from _once(_bindings(root, spot))
        yield from _once(_fields(root, spot))
        yield from _once(_alternatives(root, spot))
        yield from _once(_hidden(root, looks, spot))
        if not draft:
            yield from _once(_merged(root, spot))


def of_finals(parts: Mapping[str, bytes], *, where: Where) -> Iterator[Finding]:
    """List what is wrong with a template for finals alone: the fields to be merged that a draft may still have."""
    for part, root in _places.seen(parts, read=_package.read_only).items():
        yield from _once(_merged(root, _places.spots(root, part, where)))


def _once(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Tell each thing once at a place."""
    yield from dict.fromkeys(findings)


def _changes(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    for element in root.iter(*(f"{space}{name}" for name in _CHANGES for space in (W, _W14))):
        name = str(element.tag).rpartition("}")[2]
        what = _CHANGES[name]
        parent = element.getparent()
        mark = _OF_MARKS.get("" if parent is None else str(parent.tag).rpartition("}")[2])
        if mark and name in ("ins", "del"):
            what = f"{'indsat' if name == 'ins' else 'slettet'} {mark}"
        yield _findings.TRACKED_CHANGE(place=spot(element), hvad=what)


def _bindings(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    for binding in root.iter(*_BINDINGS):
        control = next(binding.iterancestors(f"{W}sdt"), binding)
        yield _findings.BOUND_CONTROL(place=spot(control))


def _fields(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    citations = {code.element for code in _settled.citations(root)}
    for code in _codes.codes(root):
        if (code.loose and not code.broken) or code.element in citations:
            continue
        names = set(code.names)
        if names and names <= _leftovers.MERGED:
            continue
        if changing := sorted(names - _known_inside.ALLOWED_FIELDS):
            yield _findings.CHANGING_FIELD(place=spot(code.element), felt=changing[0])
        elif _IN_WORDS.search(code.text) and _LINK not in names:
            yield _findings.CHANGING_FIELD(place=spot(code.element), felt=code.names[0])
        elif not names or code.nested or code.broken:
            yield _findings.ODD_FIELD(place=spot(code.element))
        elif _is_locked(code):
            yield _findings.LOCKED_FIELD(place=spot(code.element), felt=code.names[0])

    for element in root.iter(*_DATES):  # as Word 6 wrote the day it is
        yield _findings.CHANGING_FIELD(place=spot(element), felt="DATE")


def _is_locked(code: _codes.Code) -> bool:
    """Tell whether a field shows what it did when it was locked, whatever is so."""
    return any(val(mark, "fldLock") not in ("", *OFF) for mark in (code.element, *code.pieces))


def _alternatives(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    for element in (*(each for each, _ in unequal(root)), *of_looks(root)):
        yield _findings.UNEQUAL_ALTERNATIVES(place=spot(element))


def unequal(root: etree._Element) -> Iterator[tuple[etree._Element, frozenset[str]]]:
    """List the alternatives with other words for some programs than for others, or words that look otherwise, each with its words."""
    for element in root.iter(f"{_MC}AlternateContent"):
        branches = [child for child in element if isinstance(child.tag, str)]
        is_older = any(branch.tag == f"{_MC}Fallback" for branch in branches)
        said = [branch for branch in branches if not _is_bare(branch)]
        words = {" ".join("".join(_said(branch)).split()) for branch in said} | (set() if is_older else {""})
        looks = {tuple(_looks(branch)) for branch in said}
        if len(words) > 1:
            yield element, frozenset(words)
        elif len(looks) > 1:
            yield element, frozenset(map(repr, looks))


def _is_bare(branch: etree._Element) -> bool:
    """Tell whether a drawing for older programs is only begun, as LibreOffice leaves those that it cannot write for them."""
    return (
        branch.tag == f"{_MC}Fallback"
        and [each.tag for each in branch] == [f"{W}pict"]
        and not any(len(each) or str(each.tag).rpartition("}")[2] != "group" for each in branch[0])
    )


def of_looks(root: etree._Element) -> Iterator[etree._Element]:
    """List the alternatives that stand among what says how something looks, but for fonts, as Word writes for an emoji."""
    for element in root.iter(f"{_MC}AlternateContent"):
        around = element.getparent()
        is_look = around is not None and str(around.tag).endswith("Pr")
        if is_look and any(mark.tag != f"{W}rFonts" for branch in element for mark in branch):
            yield element


def _looks(element: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Give what a branch says itself of how its words look, where it hides them, crosses them out or colours them."""
    for text in element.iter(f"{W}t"):
        run = text.getparent()
        look = None if run is None else run.find(f"{W}rPr")
        for mark in () if look is None else look.iterchildren(*_DECISIVE):
            yield text.text or "", str(mark.tag), val(mark)


def _said(element: etree._Element) -> Iterator[str]:
    """Give the words of a branch; of alternatives within it those of the first, and an emoji as what it is."""
    for child in element:
        if child.tag == f"{_MC}AlternateContent":
            yield from (word for branch in list(child)[:1] for word in _said(branch))
        elif child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _words.HOLDERS:
            yield _words.text_of(child)
        elif child.tag == _signs.EMOJI:
            yield _signs.emoji(child)
        elif isinstance(child.tag, str):
            yield from _said(child)


def _hidden(root: etree._Element, looks: Visibility, spot: Spot) -> Iterator[Finding]:
    for unseen in (*_in_codes(root), *_in_drawings(root, looks)):
        yield _findings.HIDDEN_TEXT(place=spot(unseen))
    is_plain = _is_plain(root)
    for run in root.iter(f"{W}r"):
        text = "".join([text.text or "" for text in run.iterchildren(f"{W}t")])
        if not text:
            continue
        look = looks.look(run)
        if is_plain and look == _UNHIDDEN:
            continue
        if look.hidden and text.strip():
            yield _findings.HIDDEN_TEXT(place=spot(run))
        elif look.shows_pictures(text):
            yield _findings.PICTURED_TEXT(place=spot(run))
        elif _TURNS.search(text) or (_LATIN.search(text) and (look.backwards or _is_turned(run))):
            yield _findings.BACKWARDS_TEXT(place=spot(run))
        if _LOST in text:
            yield _findings.LOST_LETTER(place=spot(run))
        elif _OF_A_FONT.search(text) and not (look.plain or look.others):
            yield _findings.SIGN_OF_A_FONT(place=spot(run))


def _is_plain(root: etree._Element) -> bool:
    """Tell whether a part has no sign that is odd in any look, and turns no text."""
    text = "".join([text.text or "" for text in root.iter(f"{W}t")])
    turned = next(root.iter(*_TURNED), None)
    return turned is None and not any(odd.search(text) for odd in (_TURNS, _OF_A_FONT)) and _LOST not in text


def _is_turned(run: etree._Element) -> bool:
    return any(val(around) == "rtl" for around in run.iterancestors(*_TURNED))


def _in_codes(root: etree._Element) -> Iterator[etree._Element]:
    """List the texts that stand among the codes of fields, where no program shows them."""
    states: list[str] = []
    if next(root.iter(f"{W}fldChar"), None) is None:
        return
    for element in root.iter(f"{W}fldChar", f"{W}t"):
        if element.tag == f"{W}t":
            if states[-1:] == ["begin"] and (element.text or "").strip():
                yield element
        elif (kind := val(element, "fldCharType")) == "begin":
            states.append(kind)
        elif states:
            states.pop()
            states += [kind] if kind == "separate" else []


def _in_drawings(root: etree._Element, looks: Visibility) -> Iterator[etree._Element]:
    """List the words that are drawn where no reader sees them."""
    for drawing in root.iter(*_shapes.DRAWINGS):
        if next(drawing.iterancestors(_shapes.FALLBACK), None) is None:
            found = _words.words(drawing)
            yield from (words.element for words in found if looks.drawn(words)[1].strip())


def _merged(root: etree._Element, spot: Spot) -> Iterator[Finding]:
    for code in _leftovers.merge_fields(root):
        yield _leftovers.of_merge_field(code, spot)
