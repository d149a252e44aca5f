"""Content controls that somebody was to fill in: a prompt, a choice, a date, a tick box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms._spot import Spot
from botilbudlaege.rendering.word._styles import is_on, val
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from botilbudlaege.packs.forms._page import Paragraph

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def controls(paragraph: Paragraph) -> Iterator[Spot]:
    """Find the content controls in a paragraph, and the one around it."""
    for control in paragraph.element.iter(f"{W}sdt"):
        own = next((a for a in control.iterancestors(f"{W}p", f"{W}sdt")), None)
        if own is paragraph.element:
            yield from _control(paragraph, control)
    around = _around(paragraph)
    if around is not None:
        yield from _control(paragraph, around)


def _around(paragraph: Paragraph) -> etree._Element | None:
    """Give the control that stands around just this paragraph, or its cell."""
    content = paragraph.element.getparent()
    if content is not None and content.tag == f"{W}tc":
        content = content.getparent() if len(content.findall(f"{W}p")) == 1 else None
    if content is None or content.tag != f"{W}sdtContent":
        return None
    control = content.getparent()
    paragraphs = [] if control is None else list(control.iter(f"{W}p"))
    return control if paragraphs == [paragraph.element] else None


def _options(properties: etree._Element) -> Iterator[str]:
    """List what can be chosen in a control."""
    for item in properties.iter(f"{W}listItem"):
        text = item.get(f"{W}displayText") or item.get(f"{W}value") or ""
        if text and not _generic(text):
            yield text


def _control(paragraph: Paragraph, control: etree._Element) -> Iterator[Spot]:
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return
    prompt = is_on(properties.find(f"{W}showingPlcHdr"))
    box = properties.find(f"{_W14}checkbox")
    typed = any(
        properties.find(f"{W}{name}") is not None for name in ("text", "date", "dropDownList", "comboBox")
    )
    name = val(properties.find(f"{W}alias")) or val(properties.find(f"{W}tag"))
    bound = properties.find(f"{W}dataBinding") is not None
    start, end = paragraph.stretch(control)
    if box is not None:
        yield Spot(paragraph=paragraph, start=start, end=end, kind="kontrol", words="☐", element=control)
        return
    inside = paragraph.text[start:end].strip()
    marked = re.fullmatch(r"\[[^\[\]]+\]|«[^«»]+»", inside)
    if not (prompt or typed or bound or (name and marked)):
        return
    adds = prompt and not _generic(inside) and _plain_words(inside) != _plain_words(name)
    words = f"{name}: {inside}" if name and adds else name or inside
    yield Spot(
        paragraph=paragraph,
        start=start,
        end=end,
        kind="kontrol",
        words=words.strip("[]« »"),
        element=control,
        options=tuple(_options(properties)),
    )


def _generic(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:klik|tryk|click|tap)\b.{0,40}\b(?:her|here)\b|vælg et element|choose an item|angiv en dato|enter a date",
            text,
            re.IGNORECASE,
        )
    )


def _plain_words(text: str) -> list[str]:
    """Give the words of a text, in small letters."""
    return re.findall(r"\w+", text.casefold())
