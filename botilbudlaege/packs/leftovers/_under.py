"""All that stands under a heading: where it ends, and the headings under which everything may go."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from botilbudlaege.packs.forms import _page
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from botilbudlaege.packs.forms._page import Page, Paragraph


def end_of(paragraph: Paragraph, page: Page) -> etree._Element:
    """Give the last of what stands under a heading; of what is none, itself."""
    last = paragraph.element
    if not paragraph.level:
        return last
    ends = {each.element for each in page.paragraphs if each.level}
    for element in last.itersiblings():
        if element in ends or element.tag == f"{W}sectPr":
            break
        last = element
    return last


def empty_headings(page: Page, going: Mapping[Paragraph, str]) -> dict[etree._Element, str]:
    """Give the headings under which everything may go, each with what is asked of it: it would stand over nothing.

    Args:
        page: The file.
        going: The paragraphs that may go, each with what is asked of it.
    """
    body = [each for each in page.paragraphs if each.part == _package.DOCUMENT and each.cell is None]
    found: dict[etree._Element, str] = {}
    for at, paragraph in enumerate(body):
        under = (
            list(itertools.takewhile(lambda each: not each.level, body[at + 1 :])) if paragraph.level else []
        )
        filled = [each for each in under if each.text.strip()]
        if filled and all(each in going for each in filled) and _are_siblings(paragraph, filled):
            found[paragraph.element] = " or ".join(dict.fromkeys(going[each] for each in filled))
    return found


def _are_siblings(heading: Paragraph, under: list[Paragraph]) -> bool:
    """Tell paragraphs that stand under their heading in the text, with no table or box among them."""
    kept = {each.element for each in under}
    for element in heading.element.itersiblings():
        if element.tag == f"{W}p" and "{%" in _page.own_text(element):
            continue
        if element.tag != f"{W}p" or (element not in kept and _page.own_text(element).strip()):
            return not kept
        kept.discard(element)
    return not kept
