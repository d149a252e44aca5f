"""Fields of Word that somebody was to fill in: of a merge, of an old form, and those that Word fills in itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import OF_WORD, Spot
from botilbudlaege.rendering.word import _codes
from botilbudlaege.rendering.word._styles import val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.packs.forms._page import Paragraph

_MERGED = frozenset({"MERGEFIELD"})
_TYPED = frozenset({"FORMTEXT", "FORMDROPDOWN", "FILLIN", "ASK", "MACROBUTTON"})
_CHANGING = frozenset(
    {
        "DATE",
        "TIME",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "DOCPROPERTY",
        "TITLE",
        "SUBJECT",
        "AUTHOR",
        "FILENAME",
        "DOCVARIABLE",
        "USERNAME",
    }
)
_UNNAMED = re.compile(
    r"(?:Tekst|Text|Kontrol|Check|Rulleliste|Dropdown|Bookmark|Bogmærke)\s?\d*(?: Copy \d+)?|_+Fieldmark.*"
)
"""The names that Word and LibreOffice give to the fields of a form."""


def fields(paragraph: Paragraph) -> Iterator[Spot]:
    """Find the fields of a paragraph that hold what somebody fills in, or what Word writes of its own."""
    for code in _codes.codes(paragraph.element):
        own = next(code.element.iterancestors(f"{W}p"), None)
        if own is not paragraph.element or code.loose:
            continue
        names = set(code.names)
        kind = (
            "felt"
            if names & _MERGED
            else "gammelt felt"
            if names & (_TYPED | {"FORMCHECKBOX"})
            else OF_WORD
            if names & _CHANGING
            else ""
        )
        if not kind:
            continue
        start, end = _field_stretch(paragraph, code.element)
        words = "☐" if "FORMCHECKBOX" in names else _name_of(code, names)
        if names & _TYPED and not words:
            words = paragraph.text[start:end].strip()  # what it shows, as LibreOffice writes a control
        options = tuple(val(item) for item in code.element.iter(f"{W}listEntry"))
        yield Spot(
            paragraph=paragraph,
            start=start,
            end=end,
            kind=kind,
            words=words,
            element=code.element,
            options=options,
        )


def _name_of(code: _codes.Code, names: set[str]) -> str:
    if names & _MERGED or names & {"DOCPROPERTY", "DOCVARIABLE"}:
        words = re.findall(r'"([^"]*)"|(\S+)', code.text)[1:2]
        return ("".join(words[0]) if words else "").strip('"“”')
    if names & _CHANGING:
        return "dato" if any("DATE" in name or name == "TIME" for name in names) else ""
    if names & {"FILLIN", "ASK", "MACROBUTTON"}:
        return " ".join(
            "".join(each) for each in re.findall(r'"([^"]*)"', code.text)
        ) or code.text.strip().partition(" ")[2].strip('" ')
    data = code.element.find(f"{W}ffData")
    texts = (
        [] if data is None else [val(data.find(f"{W}{name}")) for name in ("statusText", "helpText", "name")]
    )
    return next(
        (text for text in texts if text and not _UNNAMED.fullmatch(text)),
        "",
    )


def _field_stretch(paragraph: Paragraph, begin: etree._Element) -> tuple[int, int]:
    if begin.tag == f"{W}fldSimple":
        return paragraph.stretch(begin)
    shown = field_runs(begin)
    inside = [piece for piece in paragraph.pieces if piece.element.getparent() in shown]
    return (inside[0].start, inside[-1].end) if inside else paragraph.position(begin)


def field_runs(begin: etree._Element) -> list[etree._Element]:
    """List the runs of a field, from the one with its beginning to the one with its end; none where it does not end here."""
    paragraph = next(begin.iterancestors(f"{W}p"))
    found: list[etree._Element] = []
    depth = 0
    for run in paragraph.iter(f"{W}r"):
        marks = list(run.iter(f"{W}fldChar"))
        if not found and begin not in marks:
            continue
        found.append(run)
        for mark in marks:
            depth += {"begin": 1, "end": -1}.get(val(mark, "fldCharType"), 0)
        if depth <= 0:
            return found
    return []
