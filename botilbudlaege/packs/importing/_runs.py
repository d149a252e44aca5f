"""The runs of a paragraph: a stretch replaced in the look of what stood there, a control or a field of Word's taken away."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from botilbudlaege.packs.forms import _looks, _page, _word_fields
from botilbudlaege.packs.surroundings._empty import LABEL
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from botilbudlaege.packs.forms._spot import Spot
    from botilbudlaege.packs.importing._plan import Edit

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKER = ("highlight", "shd")
_LINK = f"{W}hyperlink"
_OF_WORD = ("_GoBack", "_Hlk")


def edit(paragraph: etree._Element, edit: Edit) -> None:
    """Do an edit: put its text in place of its stretch, or of the control or field that is its place."""
    if edit.spot is not None and edit.spot.element is not None:
        _replace_element(paragraph, edit, edit.spot)
    else:
        new = replace(paragraph, edit.start, edit.end, edit.text)
        if new is not None and edit.spot is not None:
            _unlink(paragraph, new)
            if edit.spot.kind == LABEL:
                _unbold(new)
    if edit.spot is not None:
        _unmark_around(paragraph)


def replace(paragraph: etree._Element, start: int, end: int, text: str) -> etree._Element | None:
    """Put a text in place of a stretch, in the look of its first letter."""
    runs = _isolated(paragraph, start, end)
    if not runs:
        return _inserted(paragraph, start, text)
    first, *others = runs
    _empty(first)
    for run in others:
        _empty(run)
        if len(run) == 0 or all(child.tag == f"{W}rPr" for child in run):
            detach(run)
    write(first, text)
    _tidy_look(first)
    return first


def _inserted(paragraph: etree._Element, at: int, text: str) -> etree._Element | None:
    """Put a text between two letters; at the end, in the look of what stands before it."""
    if not text:
        return None
    new = etree.Element(f"{W}r")
    before = _isolated(paragraph, max(at - 1, 0), at) if at else []
    after = _isolated(paragraph, at, at + 1)
    near = (before or after)[:1]
    look = near[0].find(f"{W}rPr") if near else paragraph.find(f"{W}pPr/{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    write(new, text)
    _tidy_look(new)
    if after:
        _around(_outside(after[0])[0], first=True).addprevious(new)
    elif before:
        _around(_outside(before[-1])[-1], first=False).addnext(new)
    else:
        paragraph.append(new)
    return new


def _around(element: etree._Element, *, first: bool) -> etree._Element:
    """Give the outermost of the links that begin or end with an element: what is put beside it is no part of them."""
    link = element.getparent()
    while link is not None and link.tag == _LINK and link[0 if first else -1] is element:
        element, link = link, link.getparent()
    return element


def loosen(root: etree._Element) -> None:
    """Take away what Word puts into a text for itself, and leave the text: smart tags, and bookmarks that nothing leads to."""
    for tag in list(root.iter(f"{W}smartTag")):
        for child in list(tag):
            if child.tag != f"{W}smartTagPr":
                tag.addprevious(child)
        detach(tag)
    own = [mark for mark in root.iter(f"{W}bookmarkStart") if val(mark, "name").startswith(_OF_WORD)]
    numbers = {val(mark, "id") for mark in own}
    for mark in (*own, *[end for end in root.iter(f"{W}bookmarkEnd") if val(end, "id") in numbers]):
        detach(mark)


def _unlink(paragraph: etree._Element, new: etree._Element) -> None:
    """Take the link away that was only round a sample: it leads to the sample's own address."""
    link = next(new.iterancestors(_LINK), None)
    if link is not None and [run for run in link.iter(f"{W}r") if len(run)] == [new]:
        link.addprevious(new)
        detach(link)
        _plain(new)
        return
    begun = [each for each in paragraph.iter(f"{W}fldChar") if val(each, "fldCharType") == "begin"]
    for begin in begun:
        runs = _word_fields.field_runs(begin)
        code = "".join(text.text or "" for run in runs for text in run.iter(f"{W}instrText"))
        shown = [run for run in runs if run.find(f"{W}t") is not None]
        if code.split()[:1] == ["HYPERLINK"] and shown == [new]:
            runs[0].addprevious(new)
            for run in runs:
                if run is not new:
                    detach(run)
            _plain(new)


def _plain(run: etree._Element) -> None:
    """Take the look of a link away from a run."""
    for name in ("rStyle", "color", "u"):
        for element in run.findall(f"{W}rPr/{W}{name}"):
            detach(element)


def _outside(run: etree._Element) -> list[etree._Element]:
    """Give the runs of the field that a run shows, or the run alone: nothing is put into a field, which goes as a whole."""
    simple = next(run.iterancestors(f"{W}fldSimple"), None)
    if simple is not None:
        return [simple]
    paragraph = next(run.iterancestors(f"{W}p"))
    begun = (
        each.getparent()
        for each in paragraph.iter(f"{W}fldChar")
        if val(each, "fldCharType") == "begin" and run in _word_fields.field_runs(each)
    )
    outer = next(begun, None)
    return [run] if outer is None else _word_fields.field_runs(next(outer.iter(f"{W}fldChar")))


def _isolated(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """Split runs so that a stretch has runs of its own; give them."""
    for cut in (end, start):
        _cut(paragraph, cut)
    found: list[etree._Element] = []
    for piece in _page.pieces(paragraph):
        run = piece.element.getparent()
        if start <= piece.start and piece.end <= end and run is not None and run not in found:
            found.append(run)
    return found


def _cut(paragraph: etree._Element, at: int) -> None:
    for piece in _page.pieces(paragraph):
        run = piece.element.getparent()
        if run is None or not (piece.start < at < piece.end or at in (piece.start, piece.end)):
            continue
        if piece.start < at < piece.end:
            rest = copy.deepcopy(piece.element)
            rest.text, piece.element.text = piece.text[at - piece.start :], piece.text[: at - piece.start]
            for each in (rest, piece.element):
                each.set(_SPACE, "preserve")
            piece.element.addnext(rest)
            _split_run(run, rest)
            return
        if piece.start == at and _has_text_before(run, piece.element):
            _split_run(run, piece.element)
            return


def _has_text_before(run: etree._Element, element: etree._Element) -> bool:
    children = [child for child in run if child.tag != f"{W}rPr"]
    return bool(children) and children[0] is not element


def _split_run(run: etree._Element, first: etree._Element) -> None:
    """Move an element of a run and all after it to a run of their own, in the same look."""
    new = etree.Element(f"{W}r", {str(key): str(value) for key, value in run.attrib.items()})
    look = run.find(f"{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    moved = [first, *first.itersiblings()]
    run.addnext(new)
    for element in moved:
        new.append(element)


def _empty(run: etree._Element) -> None:
    """Take the text out of a run, and leave what is none: a picture, the mark of a note."""
    for child in list(run):
        if child.tag in (
            f"{W}t",
            f"{W}tab",
            f"{W}br",
            f"{W}cr",
            f"{W}sym",
            f"{W}noBreakHyphen",
            f"{W}lastRenderedPageBreak",
        ):
            run.remove(child)


def write(run: etree._Element, text: str) -> None:
    """Write a text into a run, its tabs and line breaks as Word has them."""
    at = 1 if run.find(f"{W}rPr") is not None else 0
    for piece in re.split(r"(\t|\n)", text):
        if not piece:
            continue
        element = etree.Element(f"{W}{'tab' if piece == chr(9) else 'br' if piece == chr(10) else 't'}")
        if piece not in "\t\n":
            element.text = piece
            element.set(_SPACE, "preserve")
        run.insert(at, element)
        at += 1


def _tidy_look(run: etree._Element) -> None:
    """Take away the colour that marked a place, and the grey of a prompt."""
    look = run.find(f"{W}rPr")
    if look is None:
        return
    marks = (*_MARKER * _looks.is_highlighted(run), *("color", "i", "iCs") * _looks.is_red(run))
    for name in marks:
        for element in look.findall(f"{W}{name}"):
            look.remove(element)
    style = look.find(f"{W}rStyle")
    if style is not None and val(style).casefold() in ("placeholdertext", "pladsholdertekst"):
        look.remove(style)
    fonts = look.find(f"{W}rFonts")
    if fonts is not None and "gothic" in " ".join(map(str, fonts.attrib.values())).casefold():
        look.remove(fonts)
    if len(look) == 0:
        run.remove(look)


def _unbold(run: etree._Element) -> None:
    """Let what follows a bold label stand in plain letters."""
    for name in ("b", "bCs"):
        for element in run.findall(f"{W}rPr/{W}{name}"):
            detach(element)


def _unmark_around(paragraph: etree._Element) -> None:
    """Take the colour away from the words around a tag that were marked together with its place."""
    runs = [piece.element.getparent() for piece in _page.pieces(paragraph)]
    ordered = [run for number, run in enumerate(runs) if run is not None and run not in runs[:number]]
    texts = ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in ordered]
    for index, text in enumerate(texts):
        if not re.fullmatch(r"\s*(?:\{\{.*\}\}|\{%.*%\})\s*", text, re.DOTALL):
            continue
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(ordered) and _looks.is_highlighted(ordered[at]) and not _is_place(texts[at]):
                _tidy_look(ordered[at])
                at += step


def _is_place(text: str) -> bool:
    return bool(re.search(r"[\[\]«»<>_]|\.{4,}|\b[xX]{2,}\b", text))


def _replace_element(paragraph: etree._Element, edit: Edit, spot: Spot) -> None:
    element = spot.element
    if element is None:
        return
    if element.tag == f"{W}sdt":
        _unwrap(element)
        replace(paragraph, edit.start, edit.end, edit.text)
    elif element.tag == f"{W}fldSimple":
        new = _run_like(next(element.iter(f"{W}r"), None), edit.text)
        element.addprevious(new)
        detach(element)
    else:
        runs = _word_fields.field_runs(element)
        shown = [run for run in runs if run.find(f"{W}t") is not None] or runs
        new = _run_like(shown[0] if shown else None, edit.text)
        runs[0].addprevious(new)
        for run in runs:
            detach(run)


def _run_like(run: etree._Element | None, text: str) -> etree._Element:
    new = etree.Element(f"{W}r")
    look = None if run is None else run.find(f"{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    write(new, text)
    _tidy_look(new)
    return new


def _unwrap(control: etree._Element) -> None:
    """Take a content control away, and leave what stands in it."""
    content = control.find(f"{W}sdtContent")
    for child in [] if content is None else list(content):
        control.addprevious(child)
    detach(control)


def detach(element: etree._Element) -> None:
    """Take an element out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
