"""Places that only their look tells: lines drawn by tabs or under blanks, words that are marked with colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import Spot
from botilbudlaege.packs.forms._typed import LETTERS
from botilbudlaege.rendering.word._styles import is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from botilbudlaege.packs.forms._page import Paragraph

_LEAST = 4
_SMALL = 17
"""In half points: eight and a half is what forms explain a label in."""
_LEADERS = frozenset({"underscore", "dot", "hyphen", "heavy", "middleDot"})
_MARKERS = frozenset({"FFFF00", "00FF00", "00FFFF", "FF00FF", "FFFF99", "FFFFCC"})
_RED = frozenset({"FF0000", "C00000", "EE0000", "E60000", "ED1C24", "D90000", "CC0000"})
_PROMPTS = frozenset({"placeholdertext", "pladsholdertekst"})


def drawn(paragraph: Paragraph) -> Iterator[Spot]:
    """Find the lines to write on that are drawn, and not typed: by tabs, and under blanks."""
    yield from _leader(paragraph)
    yield from _underlined(paragraph)


def _leader(paragraph: Paragraph) -> Iterator[Spot]:
    """Find tabs that draw a line to write on."""
    if paragraph.is_contents:
        return
    tabs = paragraph.element.findall(f"{W}pPr/{W}tabs/{W}tab")
    if not any(val(tab, "leader") in _LEADERS for tab in tabs):
        return
    if re.search(r"\t\s*\d{1,3}\s*$", paragraph.text):
        return
    stops = [val(tab, "leader") in _LEADERS for tab in tabs if val(tab) != "clear"]
    for number, match in enumerate(re.finditer(r"\t", paragraph.text)):
        if stops[min(number, len(stops) - 1)]:
            yield Spot(paragraph=paragraph, start=match.start(), end=match.end(), kind="fyldtegn", words="")


def _underlined(paragraph: Paragraph) -> Iterator[Spot]:
    """Find blanks that are underlined, so that they are a line to write on."""
    begun, end = None, 0
    for piece in (*paragraph.pieces, None):
        blank = piece is not None and not piece.text.strip() and _is_underlined(piece.element.getparent())
        if blank and piece is not None:
            begun, end = piece.start if begun is None else begun, piece.end
        elif begun is not None:
            text = paragraph.text[begun:end]
            if len(text) >= _LEAST or "\t" in text:
                yield Spot(paragraph=paragraph, start=begun, end=end, kind="linje", words="")
            begun = None


def _is_underlined(run: etree._Element | None) -> bool:
    line = None if run is None else run.find(f"{W}rPr/{W}u")
    return line is not None and val(line) != "none"


def marked(paragraph: Paragraph) -> Iterator[Spot]:
    """Find the words that are marked with colour; a heading and what stands on every page may be red all over for its looks."""
    yield from _looking(paragraph, is_highlighted, "markering")
    looks = bool(paragraph.level) or paragraph.part.startswith(("word/header", "word/footer"))
    red = list(_looking(paragraph, is_red, "rød skrift"))
    if not looks or [spot.words for spot in red] != [paragraph.text.strip()]:
        yield from red
    if not looks:
        yield from _looking(paragraph, _is_prompt, "skrift")


def _looking(
    paragraph: Paragraph, looks: Callable[[etree._Element | None], bool], kind: str
) -> Iterator[Spot]:
    """Find the words that look like what is to be filled in."""
    begun: int | None = None
    end = 0
    for piece in (*paragraph.pieces, None):
        marked = piece is not None and looks(piece.element.getparent())
        if marked and piece is not None:
            begun = piece.start if begun is None else begun
            end = piece.end
        elif begun is not None:
            text = paragraph.text[begun:end]
            lead = len(text) - len(text.lstrip())
            tail = len(text.rstrip())
            if re.search(rf"[{LETTERS}0-9]", text):
                yield Spot(
                    paragraph=paragraph,
                    start=begun + lead,
                    end=begun + tail,
                    kind=kind,
                    words=text.strip(),
                )
            begun = None


def is_highlighted(run: etree._Element | None) -> bool:
    """Tell whether a run is marked with a colour."""
    mark = None if run is None else run.find(f"{W}rPr/{W}highlight")
    if mark is not None:
        return val(mark) != "none"
    shade = None if run is None else run.find(f"{W}rPr/{W}shd")
    return shade is not None and val(shade, "fill").upper() in _MARKERS


def is_red(run: etree._Element | None) -> bool:
    """Tell whether a run is written in red, as many write what is to be filled in."""
    colour = None if run is None else run.find(f"{W}rPr/{W}color")
    return colour is not None and val(colour).upper() in _RED


def is_help(paragraph: etree._Element) -> bool:
    """Tell a line that is all in slanting, grey or small letters, as forms have what explains a label."""
    runs = [
        run for run in paragraph.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")).strip()
    ]
    return bool(runs) and all(
        is_on(run.find(f"{W}rPr/{W}i")) or _is_grey(run) or _is_small(run) for run in runs
    )


def _is_small(run: etree._Element) -> bool:
    size = val(run.find(f"{W}rPr/{W}sz"))
    return size.isdecimal() and int(size) <= _SMALL


def _is_grey(run: etree._Element) -> bool:
    colour = val(run.find(f"{W}rPr/{W}color"))
    return re.fullmatch(r"([0-9A-Fa-f]{2})\1\1", colour) is not None and colour.casefold() not in (
        "000000",
        "ffffff",
    )


def _is_prompt(run: etree._Element | None) -> bool:
    """Tell whether a run looks like the prompt of a content control, without being in one."""
    style = None if run is None else run.find(f"{W}rPr/{W}rStyle")
    if run is None or style is None or val(style).casefold() not in _PROMPTS:
        return False
    return next(run.iterancestors(f"{W}sdt"), None) is None
