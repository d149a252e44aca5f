"""Tracked changes and comments: each is a question, and what is answered is done; none is settled in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.proposing._fields import ACCEPT, DELETE, KEEP, REJECT
from botilbudlaege.rendering.settling import _settled
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from botilbudlaege.packs.forms._page import Page

INSERTED, DELETED, FORMAT, COMMENT = "indsættelse", "sletning", "ændret udseende", "kommentar"
_KINDS = {"ins": INSERTED, "moveTo": INSERTED, "del": DELETED, "moveFrom": DELETED}
_COMMENTS = "word/comments.xml"
_SETTINGS = "word/settings.xml"
_REFERENCE = f"{W}commentReference"
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", _REFERENCE)


@attrs.frozen(eq=False, kw_only=True)
class Change:
    """A tracked change or a comment.

    Args:
        kind: What it is, in Danish.
        element: It; of a comment its reference; of the changes of looks the first.
        words: Its words.
        where: Where it is.
        around: The text of its paragraph.
    """

    kind: str
    element: etree._Element
    words: str
    where: str
    around: str


def changes(page: Page, parts: Mapping[str, bytes]) -> tuple[Change, ...]:
    """List what is tracked, and the comments; the changes of looks as one."""
    paragraphs = {paragraph.element: paragraph for paragraph in page.paragraphs}
    comments = _comments(parts)
    found: list[Change] = []
    looks: list[etree._Element] = []
    for root in page.roots.values():
        for element in root.iter():
            if not isinstance(element.tag, str) or not element.tag.startswith(W):
                continue
            name = element.tag.removeprefix(W)
            around = _paragraph_of(element)
            paragraph = paragraphs.get(around) if around is not None else None
            where = "" if paragraph is None else paragraph.place
            text = "" if paragraph is None else " ".join(paragraph.text.split())
            if name in _KINDS:
                found.append(
                    Change(
                        kind=_KINDS[name], element=element, words=_words(element), where=where, around=text
                    )
                )
            elif name.endswith("PrChange") or name in ("cellIns", "cellDel", "cellMerge", "numberingChange"):
                looks.append(element)
            elif element.tag == _REFERENCE:
                words = comments.get(val(element, "id"), "")
                found.append(Change(kind=COMMENT, element=element, words=words, where=where, around=text))
    if looks:
        found.append(
            Change(kind=FORMAT, element=looks[0], words=f"{len(looks)} steder", where="hele filen", around="")
        )
    return tuple(found)


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    own = next(element.iterancestors(f"{W}p"), None)
    return own if own is not None else next(element.iter(f"{W}p"), None)


def _words(element: etree._Element) -> str:
    parent = element.getparent()
    name = "" if parent is None else str(parent.tag).removeprefix(W)
    if name == "rPr":
        return "(et afsnitstegn)"
    if name == "trPr" and parent is not None:
        row = parent.getparent()
        return "(en række) " + (
            "" if row is None else " ".join(_page.cell_text(cell) for cell in row.iter(f"{W}tc"))
        )
    return "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))


def _comments(parts: Mapping[str, bytes]) -> dict[str, str]:
    content = parts.get(_COMMENTS)
    root = None if content is None else _package.parse(content)
    return {
        val(comment, "id"): " ".join(" ".join(_page.own_text(p) for p in comment.iter(f"{W}p")).split())
        for comment in ([] if root is None else root.iter(f"{W}comment"))
    }


def can(change: Change, mode: str) -> bool:
    """Tell whether an answer can be carried out."""
    if change.kind == COMMENT:
        return mode in (DELETE, ACCEPT, KEEP)
    if change.kind == FORMAT:
        return mode in (ACCEPT, KEEP)
    return mode in (ACCEPT, REJECT, KEEP)


def settle(page: Page, done: Mapping[Change, str]) -> None:
    """Carry out the answers in the parts of the page."""
    for change, mode in done.items():
        if change.kind == COMMENT:
            if mode in (DELETE, ACCEPT):
                _uncomment(change.element)
        elif change.kind == FORMAT and mode == ACCEPT:
            _accept_looks(page)
        elif mode in (ACCEPT, REJECT):
            stays = (change.kind == INSERTED) == (mode == ACCEPT)
            _settle(change.element, stays=stays)
    for root in page.roots.values():
        if not any(True for _ in root.iter(*(f"{W}{name}" for name in _KINDS))):
            for mark in list(root.iter(*(f"{W}{name}" for name in _RANGES))):
                _detach(mark)


def _settle(element: etree._Element, *, stays: bool) -> None:
    parent = element.getparent()
    if parent is None:
        return
    name = str(parent.tag).removeprefix(W)
    if name == "rPr":
        paragraph = next(element.iterancestors(f"{W}p"), None)
        _detach(element)
        if not stays and paragraph is not None:
            _join_with_next(paragraph)
    elif name == "trPr":
        row = parent.getparent()
        _detach(element)
        if not stays and row is not None:
            _detach(row)
    elif stays:
        for text in element.iter(f"{W}delText"):
            text.tag = f"{W}t"
        for code in element.iter(f"{W}delInstrText"):
            code.tag = f"{W}instrText"
        for child in list(element):
            element.addprevious(child)
        _detach(element)
    else:
        _detach(element)


def _join_with_next(paragraph: etree._Element) -> None:
    """Take the mark of a paragraph away: what stands in the next goes on in it."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    for child in list(following):
        if child.tag != f"{W}pPr":
            paragraph.append(child)
    _detach(following)


def _accept_looks(page: Page) -> None:
    for root in page.roots.values():
        for element in list(root.iter()):
            if isinstance(element.tag, str) and re.search(
                r"PrChange$|\}(?:cellIns|cellMerge|numberingChange)$", element.tag
            ):
                _detach(element)


def _uncomment(reference: etree._Element) -> None:
    key = val(reference, "id")
    root = reference.getroottree().getroot()
    for mark in [each for each in root.iter(*_MARKS) if val(each, "id") == key]:
        run = mark.getparent()
        alone = run is not None and run.tag == f"{W}r" and all(c.tag in (f"{W}rPr", mark.tag) for c in run)
        _detach(run if alone and run is not None else mark)


def _detach(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        element.tail = ""
    parent.remove(element)


def finished(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the parts without what no comment leads to any more, and with tracking off where nothing is tracked."""
    new = dict(parts)
    roots = [
        _package.parse(content)
        for name, content in new.items()
        if name.startswith("word/") and name.endswith(".xml")
    ]
    if not any(True for root in roots for _ in root.iter(_REFERENCE)):
        new = _settled.settled(new)
    elif _COMMENTS in new:
        new[_COMMENTS] = _without_settled(new[_COMMENTS], roots)
    if _SETTINGS in new and not any(_tracked(root) for root in roots):
        settings = _package.parse(new[_SETTINGS])
        for mark in settings.findall(f"{W}trackRevisions"):
            settings.remove(mark)
        new[_SETTINGS] = _package.serialise(settings)
    return new


def _without_settled(comments: bytes, roots: list[etree._Element]) -> bytes:
    left = {val(mark, "id") for root in roots for mark in root.iter(_REFERENCE)}
    root = _package.parse(comments)
    for comment in list(root):
        if val(comment, "id") not in left:
            root.remove(comment)
    return _package.serialise(root)


def _tracked(root: etree._Element) -> bool:
    return any(True for _ in root.iter(*(f"{W}{name}" for name in _KINDS)))
